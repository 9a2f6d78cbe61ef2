"""The rule book: a pack as a folder of pages, each thing linked to what it rests on and what rests on it."""
