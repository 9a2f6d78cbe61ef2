"""Thin shells: each command reads what it was given, calls one thing, and writes what came back."""
