"""Options that several commands share, worded once."""

import typer

FACTS = typer.Argument(metavar="FACTS", help="The company's facts file; - reads standard input.")
OUTPUT = typer.Option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
RULES = typer.Option("--rules", metavar="DIR", help="Use the rule pack in DIR, not the program's own.")
TEMPLATES = typer.Option("--templates", metavar="DIR", help="Use the report templates in DIR.")
SET = typer.Option("--set", metavar="FACT=VALUE", help="Replace one fact for this run; may be repeated.")
WEIGHT = typer.Option("--weight", metavar="CRITERION=N", help="Replace one weight for this run; may be repeated.")
KEEP = typer.Option("--keep", metavar="COLUMN", help="Carry a column of a table through, such as an id; repeatable.")
NO_PLAN = typer.Option("--no-plan", help="Leave the plan out: it takes some seconds.")
