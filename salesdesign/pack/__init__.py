"""Rule packs: reading them from YAML with every problem in its place, and what is doubtful about them."""
