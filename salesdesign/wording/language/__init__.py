"""The language of a pack's texts: facts, choices between wordings, filters; a part of Jinja's, and no loop in it."""
