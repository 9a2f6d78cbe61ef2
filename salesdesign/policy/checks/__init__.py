"""One question each: a subject in, an answer out."""
