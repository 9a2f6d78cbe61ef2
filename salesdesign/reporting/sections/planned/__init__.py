"""Sections of the plan: people, bookings, cost, moves, marketing, scorecard, assumptions."""
