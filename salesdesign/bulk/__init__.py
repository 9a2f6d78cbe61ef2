"""Many companies: read, decided and reported side by side, in memory that does not grow with their number."""
