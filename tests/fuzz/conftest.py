"""The long run needs a library that comes with the extra `prove`; it is no test."""

collect_ignore = ["run.py"]
