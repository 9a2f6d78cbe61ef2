"""How far a decision can be trusted: draws over judgement and facts, flips, and what is worth knowing next."""
