"""Why a decision came out as it did: every rule and gate with the values that it read."""
