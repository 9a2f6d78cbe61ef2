"""One outcome, told to people and to machines: each module is one format."""
