"""Tables of companies: the pack as columns for Polars, Arrow, Spark and SQL."""
