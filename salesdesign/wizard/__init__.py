"""The shortest conversation that leads to a sound advice: a pure machine of questions, and two fronts that show it."""
