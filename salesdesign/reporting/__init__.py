"""The report: every number and sentence of an advice decided, then placed on a page."""
