"""The sections of the report, one subject a module; each gives its blocks, and none where it has nothing to say."""
