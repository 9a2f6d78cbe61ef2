"""What an organisation asks of its own design, and whether the facts still meet it."""
