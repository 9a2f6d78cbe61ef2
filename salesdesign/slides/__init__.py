"""The advice as slides: one idea a page, with native charts and tables that a consultant goes on with."""
