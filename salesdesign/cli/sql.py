"""`salesdesign rules sql`: the rule pack as one query, for companies that stay in their warehouse."""

from pathlib import Path
from typing import Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.given import pack_at, weights_of
from salesdesign.cli.tabular import need
from salesdesign.cli.target import deliver

EXAMPLES = """\b
Examples:
  salesdesign rules sql --dialect duckdb > advice.sql
  salesdesign rules sql --dialect snowflake --table crm.accounts -o advice.sql
  salesdesign rules sql --dialect postgres --column company.name --column headcount.sellers"""


def sql(
    dialect: Annotated[
        str, typer.Option(metavar="NAME", help="duckdb, spark, snowflake, bigquery, postgres, sqlite, mysql, ...")
    ],
    table: Annotated[str, typer.Option(metavar="NAME", help="The table of companies.")] = "companies",
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column", metavar="FACT", help="A fact that the table has; repeatable. Without it: all of them."
        ),
    ] = None,
    keep: Annotated[list[str] | None, options.KEEP] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    output: Annotated[Path | None, options.OUTPUT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Print the rules as one query.

    It scores a table of companies where it is: a column for each fact, a row for each company. What is chosen, how
    every option stands, and whether a row is wrong come back. Lists are texts with commas.
    """
    need("polars", "tables")
    need("sqlglot", "tables")
    from salesdesign.facts.names import NAME
    from salesdesign.tables.kernel import Wanted
    from salesdesign.tables.sql import sql as query

    pack = pack_at(rules)
    wanted = Wanted(keep=(NAME, *(keep or ())), weights=weights_of(weights or (), pack))
    deliver(query(pack, dialect, table=table, columns=columns, wanted=wanted) + "\n", output)
