"""Rule cases: companies with the answer that is expected, run against a pack."""
