"""What is recommended while one fact, or two, move: points, crossings and maps."""
