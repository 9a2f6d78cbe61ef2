"""The arithmetic of a sales plan: people, months, cost and bookings from facts and benchmarks. Pure functions."""
