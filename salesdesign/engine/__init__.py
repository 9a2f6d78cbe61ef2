"""What decides: a pack compiled to Python, its rules asked of facts, its options scored, ranked and chosen."""
