"""The few facts that the program itself knows by name; all others are the catalogue's business."""

NAME = "company.name"
AS_OF = "company.as_of"
CURRENCY = "company.currency"
USD_PER_UNIT = "company.usd_per_unit"
TERRITORIES = "territories"

WHOLE_COMPANY = frozenset({NAME, AS_OF, CURRENCY, USD_PER_UNIT})
"""Facts that hold for every segment alike."""

SEGMENTS = "segments"
"""No fact, but a list of companies in the company."""
