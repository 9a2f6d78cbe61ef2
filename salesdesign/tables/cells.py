"""The cells of a table as facts: Polars expressions that read each type of fact, and null where they cannot."""

from collections.abc import Callable

import polars as pl

from salesdesign.facts.words import LONGEST
from salesdesign.model.catalogue import NUMERIC, Fact, FactType

_AROUND = ' "'
_YES, _NO = ["yes", "true", "on"], ["no", "false", "off"]
_NUMBER = r"^[-+]?(?:(?:0|[1-9][0-9]{0,2}(?:_[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$"
_DATE, _MONTH = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", r"^[0-9]{4}-(?:0[1-9]|1[0-2])$"
_CONTROL = r"[\x00-\x1f\x7f-\x9f\x{feff}\x{fffe}\x{ffff}]"

_Reader = Callable[[pl.Expr], pl.Expr]


def reader_of(fact: Fact, kind: pl.DataType) -> _Reader | None:
    """What makes facts of cells of this kind; None where no such cell can be one."""
    return _READERS.get(fact.type, {}).get(_sort(kind))


def may_fail(fact: Fact, kind: pl.DataType) -> bool:
    """Whether a cell of this kind can say something that its reader cannot read."""
    return _sort(kind) == "text" and fact.type not in (FactType.CHOICE, FactType.CHOICES)


def stated(cell: pl.Expr, kind: pl.DataType) -> pl.Expr:
    """Whether a cell says anything; a number that is none says nothing."""
    if _sort(kind) == "text":
        return cell.is_not_null() & (_stripped(cell) != "")
    return cell.is_not_null() & cell.is_not_nan() if kind.is_float() else cell.is_not_null()


def _sort(kind: pl.DataType) -> str:
    """What cells of this kind hold, in our own few words."""
    if isinstance(kind, pl.List | pl.Array):
        return f"{_sort(kind.inner)}s" if not isinstance(kind.inner, pl.Null) else "texts"  # type: ignore[arg-type]  # the inner kind of data is a kind, not a class
    if kind.is_numeric():
        return "number"
    names = {pl.Boolean: "truth", pl.Date: "day", pl.Datetime: "day"}
    return names.get(type(kind), "text" if kind in (pl.String, pl.Categorical, pl.Enum) else str(kind))


def _same(cell: pl.Expr) -> pl.Expr:
    return cell


def _measured(cell: pl.Expr) -> pl.Expr:
    return cell.cast(pl.Float64).fill_nan(None)


def _as_text(cell: pl.Expr) -> pl.Expr:
    return cell.cast(pl.String)


def _stripped(cell: pl.Expr) -> pl.Expr:
    return cell.cast(pl.String).str.strip_chars()


def _word(cell: pl.Expr) -> pl.Expr:
    """A text without blanks around it; null where nothing is left."""
    word = _stripped(cell)
    return pl.when(word != "").then(word)


def _chosen(cell: pl.Expr) -> pl.Expr:
    """A choice as it is written; blanks around it would cost more than all else that is done to it."""
    word = cell.cast(pl.String)
    return pl.when(word != "").then(word)


def _number(cell: pl.Expr) -> pl.Expr:
    text = _word(cell)
    return pl.when(text.str.contains(_NUMBER)).then(text.str.replace_all("_", "", literal=True)).cast(pl.Float64)


def _yes_or_no(cell: pl.Expr) -> pl.Expr:
    word = _word(cell).str.to_lowercase()
    return pl.when(word.is_in(_YES)).then(True).when(word.is_in(_NO)).then(False)


def _one_line(cell: pl.Expr) -> pl.Expr:
    """A text without blanks that nobody sees; null where it is refused."""
    text = _word(cell).str.replace_all(r"\s+", " ")
    return pl.when((text.str.len_chars() <= LONGEST) & ~text.str.contains(_CONTROL)).then(text)


def _split(cell: pl.Expr) -> pl.Expr:
    """The items between commas or semicolons, with or without brackets around them."""
    inner = _word(cell).str.strip_chars("[] ")
    items = (
        inner.str.replace_all(";", ",", literal=True).str.split(",").list.eval(pl.element().str.strip_chars(_AROUND))
    )
    return pl.when(inner == "").then(pl.lit([], dtype=pl.List(pl.String))).otherwise(items)


def _numbers(cell: pl.Expr) -> pl.Expr:
    return _split(cell).list.eval(_number(pl.element()))


def _measures(cell: pl.Expr) -> pl.Expr:
    """A list of numbers; null where one of them is none."""
    numbers = cell.cast(pl.List(pl.Float64)).list.eval(pl.element().fill_nan(None))
    return pl.when(numbers.list.drop_nulls().list.len() == numbers.list.len()).then(numbers)


def _day_of(form: str) -> _Reader:
    return lambda cell: cell.dt.strftime(form)


def _checked(pattern: str, day: _Reader) -> _Reader:
    def read(cell: pl.Expr) -> pl.Expr:
        text = _word(cell)
        exists = day(text).str.to_date("%Y-%m-%d", strict=False).is_not_null()
        return pl.when(text.str.contains(pattern) & exists).then(text)

    return read


_MEASURED: dict[str, _Reader] = {"number": _measured, "text": _number}
_READERS: dict[FactType, dict[str, _Reader]] = {
    **dict.fromkeys(NUMERIC, _MEASURED),
    FactType.TEXT: {"text": _one_line, "number": _as_text},
    FactType.YES_NO: {"truth": _same, "text": _yes_or_no},
    FactType.DATE: {"day": _day_of("%Y-%m-%d"), "text": _checked(_DATE, _same)},
    FactType.MONTH: {"day": _day_of("%Y-%m"), "text": _checked(_MONTH, lambda month: month + "-01")},
    FactType.CHOICE: {"text": _chosen, "number": _as_text},
    FactType.CHOICES: {"texts": _same, "text": _split},
    FactType.NUMBERS: {"numbers": _measures, "text": lambda cell: _measures(_numbers(cell))},
}
