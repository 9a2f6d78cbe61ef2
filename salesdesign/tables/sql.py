"""A pack as one query, for companies that stay where they are: in somebody else's warehouse."""

from collections.abc import Collection, Iterable

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect

from salesdesign.errors import BadUsage
from salesdesign.facts.numbers import LARGEST
from salesdesign.facts.problems import shown
from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.model.pack import Pack
from salesdesign.tables.clauses import COMMA, TYPES, clause, named
from salesdesign.tables.columns import Column, Kind
from salesdesign.tables.derive import kind_of
from salesdesign.tables.kernel import WRONG, Wanted
from salesdesign.tables.load import instead
from salesdesign.tables.outline import Outline, outlined


def sql(
    pack: Pack,
    dialect: str,
    *,
    table: str = "companies",
    columns: Collection[str] | None = None,
    wanted: Wanted | None = None,
) -> str:
    """One query over a table with a column for each fact: what is kept, the results, and whether a row is wrong.

    A list of choices is a text with commas. Without `columns`, the table has every fact that the pack reads; with it,
    those only, and all others are unknown. Where the dialect knows no dots in a name, they are two underscores.

    A row is wrong for the same reasons as in a table that is read, but for three: blanks around a choice are passed
    over, numbers beyond all that is calculated with are unknown, and codes of currencies are not looked at.

    Raises:
        BadUsage: there is no such dialect, or no such fact.
    """
    asked = wanted or Wanted()
    _check(dialect)
    _check_facts([name for name in columns or () if name not in asked.keep], pack.catalogue)
    outline, given = _outline(pack, columns, asked)
    kept = [
        name
        for name in dict.fromkeys(asked.keep)
        if columns is None or name in columns or name not in pack.catalogue.facts
    ]
    query = _query(outline, pack.catalogue, table, list(dict.fromkeys([*kept, *given])), given)
    shown = [*map(named, kept), *(_alias(column, name) for name, column in outline.results.items())]
    query.select(*shown, _alias(outline.wrong, WRONG), copy=False)
    return _fitted(query, dialect).sql(dialect=dialect, pretty=True)


def _check(dialect: str) -> None:
    if not dialect or dialect not in Dialect.classes or dialect in _WITHOUT_TRUTHS:
        known = ", ".join(sorted(name for name in Dialect.classes if name and name not in _WITHOUT_TRUTHS))
        raise BadUsage(
            f"--dialect {dialect}: there is no such dialect, or it has no column of true and false. There are: {known}."
        )


def _check_facts(names: Collection[str], catalogue: Catalogue) -> None:
    """Refuses what is no fact: under another name it would be unknown for every company."""
    strange = [name for name in names if name not in catalogue.facts]
    if strange:
        told = (f"--column {shown(name)}: There is no such fact. {instead(name, catalogue)}" for name in strange)
        raise BadUsage(" ".join(told))


_WITHOUT_TRUTHS = frozenset({"tsql", "fabric", "oracle"})


def _outline(pack: Pack, columns: Collection[str] | None, wanted: Wanted) -> tuple[Outline, tuple[str, ...]]:
    """The columns of a pack, and the facts that they read."""
    listed = (name for name, fact in pack.catalogue.facts.items() if fact.type not in _NOT_IN_SQL)
    given = [name for name in listed if columns is None or name in columns]
    outline = outlined(pack, given, wanted.weights, wanted.detail)
    read = outline.steps.program(outline.results.values()).inputs
    required = [name for name in given if (columns or pack.catalogue.facts[name].required) and name not in read]
    used = (*required, *read)
    return outlined(pack, used, wanted.weights, wanted.detail), used


_NOT_IN_SQL = frozenset({FactType.RECORDS, FactType.NUMBERS})


def _query(
    outline: Outline, catalogue: Catalogue, table: str, columns: Iterable[str], given: Collection[str]
) -> exp.Select:
    """One step below the other, each a named query over the one before."""
    loaded = [_loaded(name, catalogue) if name in given else named(name) for name in columns]
    query = exp.select()
    _put(
        query, step := "facts", exp.select(*(loaded or [exp.Star()]), copy=False).from_(exp.to_table(table), copy=False)
    )
    layers = outline.steps.program([*outline.results.values(), outline.wrong]).layers
    for number, layer in enumerate(layers, start=1):
        added = (_alias(column, name) for name, column in layer.items())
        below = exp.select("*", *added, copy=False).from_(step, copy=False)
        _put(query, step := f"step_{number}", below)
    return query.from_(step, copy=False)


def _put(query: exp.Select, name: str, step: exp.Select) -> None:
    """A step put before a query; it is worked out once, or engines that write it out where it is used never end."""
    query.with_(name, as_=step, materialized=True, copy=False)


def _alias(column: Column, name: str) -> exp.Expr:
    return exp.alias_(clause(column), exp.to_identifier(name, quoted=True))


def _loaded(name: str, catalogue: Catalogue) -> exp.Expr:
    """A fact of its type; null where nothing is said, and where a number is none."""
    kind = kind_of(catalogue.facts[name])
    cell: exp.Expr = exp.cast(named(name), TYPES[kind])
    if kind is Kind.NUMBER:
        cell = exp.Case(ifs=[exp.If(this=_is_number(cell), true=cell.copy())])
    elif kind is Kind.TEXT:
        cell = exp.Nullif(this=exp.Trim(this=cell), expression=exp.Literal.string(""))
    elif kind is Kind.TEXTS:
        cell = _between_commas(cell)
    return exp.alias_(cell, exp.to_identifier(name, quoted=True))


def _is_number(cell: exp.Expr) -> exp.Between:
    """Whether it lies within all that is calculated with: engines put what is no number above all of them."""
    return exp.Between(
        this=cell.copy(), low=exp.Neg(this=exp.Literal.number(LARGEST)), high=exp.Literal.number(LARGEST)
    )


def _between_commas(cell: exp.Expr) -> exp.Case:
    comma, nothing = exp.Literal.string(COMMA), exp.Literal.string("")
    items = exp.func("REPLACE", cell, exp.Literal.string(" "), nothing)
    surrounded = exp.DPipe(this=exp.DPipe(this=comma, expression=items), expression=comma.copy())
    return exp.Case(
        ifs=[exp.If(this=exp.EQ(this=items.copy(), expression=nothing.copy()), true=comma.copy())], default=surrounded
    )


def _fitted(query: exp.Select, dialect: str) -> exp.Select:
    """The query with the hints and names that the dialect takes."""
    if dialect not in _INLINING:
        for step in query.find_all(exp.CTE):
            step.set("materialized", None)
    if dialect == "bigquery":
        for identifier in query.find_all(exp.Identifier):
            identifier.set("this", identifier.name.replace(".", "__").replace("-", "_"))
    return query


_INLINING = frozenset({"postgres", "sqlite"})
"""Dialects of engines that write a step out wherever it is used, unless they are told not to."""
