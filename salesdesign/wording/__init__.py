"""How values and pack texts read: numbers, money, lists, and sandboxed templates over facts."""
