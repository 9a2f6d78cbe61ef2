"""A company's facts: read, checked against the catalogue, and turned into what conditions see."""
