"""Advice on how to organise a sales team, from facts and rules that anyone can read."""

__version__ = "0.1.0"
