"""Columns as trees of SQL, for any dialect."""

from collections.abc import Callable, Iterable, Sequence

from sqlglot import exp

from salesdesign.model.expression import Comparison, Operator
from salesdesign.tables.columns import (
    Calculated,
    Case,
    Column,
    Compared,
    Constant,
    Every,
    First,
    Held,
    Holds,
    IsWhole,
    Joined,
    Kind,
    Known,
    Largest,
    Length,
    Magnitude,
    Named,
    OneOf,
    Opposite,
    Picked,
    Rounded,
    Smallest,
    Some,
    Strays,
    Summed,
    Unknown,
)
from salesdesign.tables.rounding import FRACTIONS_END

TYPES = {
    Kind.NUMBER: "DOUBLE",
    Kind.WHOLE: "DOUBLE",
    Kind.TEXT: "TEXT",
    Kind.TRUTH: "BOOLEAN",
    Kind.TEXTS: "TEXT",
}
COMMA = ","
"""Before, between and after the items of a list: `,a,b,`; the empty list is one comma."""


def clause(column: Column) -> exp.Expr:
    """The SQL of a column."""
    return _FORMS[type(column)](column)


def named(name: str) -> exp.Column:
    """A column by its name, in quotes: it may have dots."""
    return exp.column(exp.to_identifier(name, quoted=True))


def literal(value: bool | int | float | str) -> exp.Expr:  # noqa: FBT001 - any value, truths among them
    """A written value."""
    if isinstance(value, bool):
        return exp.Boolean(this=value)
    if isinstance(value, str):
        return exp.Literal.string(value)
    if value < 0:
        return exp.Paren(this=exp.Neg(this=literal(-value)))
    if isinstance(value, int):
        return exp.Literal.number(value)
    text = repr(value)
    # With an exponent it is a float: without one, most dialects read an exact decimal.
    return exp.Literal.number(text if "e" in text else f"{text}e0")


def _inner(column: Column) -> exp.Expr:
    """A column that stands in another expression, in brackets where it needs them."""
    inner = clause(column)
    return exp.Paren(this=inner) if isinstance(inner, exp.Binary | exp.Not | exp.In) else inner


def _chain(join: type[exp.Binary], parts: Iterable[exp.Expr]) -> exp.Expr:
    chain, *others = parts
    for part in others:
        chain = join(this=chain, expression=part)
    return chain


def _compared(column: Compared) -> exp.Expr:
    return _COMPARISONS[column.comparison](this=_inner(column.left), expression=_inner(column.right))


def _calculated(column: Calculated) -> exp.Expr:
    right = _inner(column.right)
    if column.operator is Operator.DIVIDE and not isinstance(column.right, Constant):
        right = exp.Nullif(this=right, expression=literal(0))
    return _OPERATORS[column.operator](this=_inner(column.left), expression=right)


def _known(column: Known) -> exp.Expr:
    return exp.Not(this=exp.Is(this=_inner(column.part), expression=exp.Null()))


def _first(column: First) -> exp.Expr:
    first, *others = map(clause, column.parts)
    return exp.Coalesce(this=first, expressions=others)


def _case(column: Case) -> exp.Expr:
    branches = [(clause(test), clause(value)) for test, value in column.branches]
    return _choice(branches, clause(column.otherwise))


def _choice(branches: Sequence[tuple[exp.Expr, exp.Expr]], otherwise: exp.Expr) -> exp.Case:
    return exp.Case(ifs=[exp.If(this=test, true=value) for test, value in branches], default=otherwise)


def _held(column: Held) -> exp.Expr:
    low, high = literal(column.low), literal(column.high)
    below = exp.LT(this=_inner(column.part), expression=low)
    above = exp.GT(this=_inner(column.part), expression=high)
    return _choice([(below, low.copy()), (above, high.copy())], clause(column.part))


def _rounded(column: Rounded) -> exp.Expr:
    raised = exp.Add(this=_inner(column.part), expression=literal(FRACTIONS_END))
    return exp.Sub(this=exp.Paren(this=raised), expression=literal(FRACTIONS_END))


def _extreme(which: type[exp.Func], parts: Sequence[Column]) -> exp.Expr:
    first, *others = map(clause, parts)
    return which(this=first, expressions=others, ignore_nulls=True)  # none is null: no dialect has to guard against it


def _holds(column: Holds) -> exp.Expr:
    found = exp.StrPosition(this=clause(column.items), substr=_between_commas(column.item))
    return exp.GT(this=found, expression=literal(0))


def _between_commas(item: Column) -> exp.Expr:
    if isinstance(item, Constant):
        return literal(f"{COMMA}{item.value}{COMMA}")
    return _chain(exp.DPipe, (literal(COMMA), clause(item), literal(COMMA)))


def _length(column: Length) -> exp.Expr:
    """How many commas there are, less one."""
    without = exp.func("REPLACE", clause(column.items), literal(COMMA), literal(""))
    commas = exp.Sub(this=exp.Length(this=clause(column.items)), expression=exp.Length(this=without))
    return exp.Paren(this=exp.Sub(this=commas, expression=literal(1)))


def _strays(column: Strays) -> exp.Expr:
    found = [_flag(Holds(column.items, Constant(value))) for value in column.values]
    return exp.NEQ(this=clause(Length(column.items)), expression=exp.Paren(this=_chain(exp.Add, found)))


def _flag(truth: Column) -> exp.Expr:
    return _choice([(clause(truth), literal(1))], literal(0))


def _joined(column: Joined) -> exp.Expr:
    """Every text with a comma before it, without the first comma."""
    texts = [exp.DPipe(this=literal(COMMA), expression=clause(part)) for part in column.parts]
    told = [exp.Coalesce(this=text, expressions=[literal("")]) for text in texts]
    return exp.Substring(this=_chain(exp.DPipe, told), start=exp.Literal.number(2))


def _picked(column: Picked) -> exp.Expr:
    raise TypeError(f"a list of {len(column.flags)} flags is asked for its items, and never shown")


_OPERATORS: dict[Operator, type[exp.Binary]] = {
    Operator.ADD: exp.Add,
    Operator.SUBTRACT: exp.Sub,
    Operator.MULTIPLY: exp.Mul,
    Operator.DIVIDE: exp.Div,
}
_COMPARISONS: dict[Comparison, type[exp.Binary]] = {
    Comparison.EQUAL: exp.EQ,
    Comparison.UNEQUAL: exp.NEQ,
    Comparison.BELOW: exp.LT,
    Comparison.AT_MOST: exp.LTE,
    Comparison.ABOVE: exp.GT,
    Comparison.AT_LEAST: exp.GTE,
}
_FORMS: dict[type[Column], Callable[..., exp.Expr]] = {  # ...: each takes its own kind of column
    Constant: lambda column: literal(column.value),
    Unknown: lambda column: exp.cast(exp.Null(), TYPES[column.kind]),
    Named: lambda column: named(column.name),
    Calculated: _calculated,
    Summed: lambda column: _chain(exp.Add, map(_inner, column.parts)),
    Compared: _compared,
    OneOf: lambda column: exp.In(this=_inner(column.part), expressions=[literal(value) for value in column.values]),
    Every: lambda column: _chain(exp.And, map(_inner, column.parts)),
    Some: lambda column: _chain(exp.Or, map(_inner, column.parts)),
    Opposite: lambda column: exp.Not(this=_inner(column.part)),
    Known: _known,
    First: _first,
    Case: _case,
    Holds: _holds,
    Length: _length,
    Strays: _strays,
    Picked: _picked,
    Largest: lambda column: _extreme(exp.Greatest, column.parts),
    Smallest: lambda column: _extreme(exp.Least, column.parts),
    Held: _held,
    Rounded: _rounded,
    IsWhole: lambda column: exp.EQ(this=exp.cast(clause(column.part), "BIGINT"), expression=_inner(column.part)),
    Magnitude: lambda column: exp.Abs(this=clause(column.part)),
    Joined: _joined,
}
