"""The four functions of conditions, and what each takes."""

from collections.abc import Callable

from salesdesign.conditions.compare import is_value_of
from salesdesign.conditions.terms import Reading, Sort, Term
from salesdesign.model.expression import Call, FactOf, Function

_LISTS = frozenset({Sort.CHOICES, Sort.ENTRIES})


def call(reading: Reading, function: Function, whole: Term, arguments: tuple[Term, ...]) -> Term:
    """A call of a known function with its arguments; problems are noted."""
    if any(argument.sort == Sort.UNCLEAR for argument in arguments):
        return whole
    return _READ[function](reading, whole, arguments)


def _known(reading: Reading, whole: Term, arguments: tuple[Term, ...]) -> Term:
    if len(arguments) != 1 or not isinstance(arguments[0].expression, FactOf):
        reading.refuse(whole, "known() takes one fact.", "Write known(FACT).")
        return whole
    return _made(whole, Function.KNOWN, arguments, Sort.YES_NO)


def _count(reading: Reading, whole: Term, arguments: tuple[Term, ...]) -> Term:
    if len(arguments) != 1 or arguments[0].sort not in _LISTS:
        reading.refuse(whole, "count() takes one fact that is a list.", "Write count(FACT).")
        return whole
    return _made(whole, Function.COUNT, arguments, Sort.NUMBER)


def _total(reading: Reading, whole: Term, arguments: tuple[Term, ...]) -> Term:
    if not arguments:
        reading.refuse(whole, "total() takes numbers.", "Write total(FACT, FACT).")
        return whole
    fitting = [reading.is_sort(argument, Sort.NUMBER) for argument in arguments]
    return _made(whole, Function.TOTAL, arguments, Sort.NUMBER) if all(fitting) else whole


def _first(reading: Reading, whole: Term, arguments: tuple[Term, ...]) -> Term:
    model = next((argument for argument in arguments if argument.sort != Sort.WORD), None)
    if model is None or len(arguments) < 2 or model.sort in (Sort.ENTRIES, Sort.WRITTEN_LIST):
        reading.refuse(whole, "first() takes two or more values, facts among them.", "Write first(FACT, FACT).")
        return whole
    fitting = [_is_like(reading, argument, model) for argument in arguments]
    choices = dict.fromkeys(choice for argument in arguments for choice in argument.choices)
    made = _made(whole, Function.FIRST, arguments, model.sort)
    return made._replace(choices=tuple(choices)) if all(fitting) else whole


def _is_like(reading: Reading, argument: Term, model: Term) -> bool:
    if argument.sort == Sort.WORD:
        return is_value_of(reading, argument, model)
    return reading.is_sort(argument, model.sort)


def _made(whole: Term, function: Function, arguments: tuple[Term, ...], sort: Sort) -> Term:
    return whole._replace(sort=sort, expression=Call(function, tuple(argument.expression for argument in arguments)))


_READ: dict[Function, Callable[[Reading, Term, tuple[Term, ...]], Term]] = {
    Function.KNOWN: _known,
    Function.FIRST: _first,
    Function.TOTAL: _total,
    Function.COUNT: _count,
}
