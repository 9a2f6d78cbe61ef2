"""Comparisons: which values may be compared, and how."""

from datetime import date

from salesdesign.conditions.problems import did_you_mean
from salesdesign.conditions.terms import UNREAD, Reading, Sort, Term
from salesdesign.model.expression import AllOf, AnyOf, Compare, Comparison, Expression, Literal

_EQUALITY = frozenset({Comparison.EQUAL, Comparison.UNEQUAL})
_MEMBERSHIP = frozenset({Comparison.IN, Comparison.NOT_IN})
_ORDERED = frozenset({Sort.NUMBER, Sort.DATE, Sort.MONTH})
_EQUATED = _ORDERED | {Sort.TEXT, Sort.YES_NO, Sort.CHOICE}


def comparison(reading: Reading, how: Comparison, left: Term, right: Term) -> Expression:
    """One comparison of two pieces; problems are noted."""
    if Sort.UNCLEAR in (left.sort, right.sort):
        return UNREAD
    if how not in _MEMBERSHIP:
        return _compared(reading, how, left, right)
    if right.sort == Sort.CHOICES:
        return _in_fact(reading, how, left, right)
    if right.sort == Sort.WRITTEN_LIST:
        return _in_list(reading, how, left, right)
    equals = Comparison.EQUAL if how == Comparison.IN else Comparison.UNEQUAL
    reading.refuse(right, f"{right.written} is no list.", f"Write {equals} for one value, or [A, B] for several.")
    return UNREAD


def is_value_of(reading: Reading, word: Term, other: Term) -> bool:
    """Whether a word can be a value of what stands on the other side; a wrong one is noted."""
    text = _text(word)
    match other.sort:
        case Sort.CHOICE | Sort.CHOICES if text not in other.choices:
            mend = did_you_mean(text, other.choices, f"It has {', '.join(other.choices)}.")
            reading.refuse(word, f"{text} is no choice of {other.written}.", mend)
            return False
        case Sort.DATE | Sort.MONTH if not _is_date(text, other.sort):
            form = "YYYY-MM-DD" if other.sort == Sort.DATE else "YYYY-MM"
            reading.refuse(word, f"{word.written} is not {other.sort}.", f'Write it as "{form}", in quotes.')
            return False
        case Sort.TEXT if not word.quoted:
            reading.refuse(word, f"{text} is no fact.", f'If the text is meant, put it in quotes: "{text}".')
            return False
        case Sort.CHOICE | Sort.CHOICES | Sort.DATE | Sort.MONTH | Sort.TEXT:
            return True
        case _:
            _refuse_word(reading, word, other)
            return False


def _compared(reading: Reading, how: Comparison, left: Term, right: Term) -> Expression:
    if Sort.WORD in (left.sort, right.sort):
        word, other = (left, right) if left.sort == Sort.WORD else (right, left)
        fits = _may_equal(reading, how, other) and is_value_of(reading, word, other)
    else:
        fits = _may_equal(reading, how, left) and _same_sort(reading, left, right)
    return Compare(how, left.expression, right.expression) if fits else UNREAD


def _may_equal(reading: Reading, how: Comparison, term: Term) -> bool:
    if term.sort in (Sort.CHOICES, Sort.ENTRIES, Sort.WRITTEN_LIST):
        reading.refuse(term, f"{term.written} is {term.sort} and has no single value.", _LIST_MENDS[term.sort])
        return False
    if how not in _EQUALITY and term.sort in _EQUATED - _ORDERED:
        reading.refuse(term, f"{term.written} is {term.sort}, which has no order.", "Use ==, != or in.")
        return False
    return True


_LIST_MENDS = {
    Sort.CHOICES: "Ask for one of its choices, as in CHOICE in FACT, or count(FACT).",
    Sort.ENTRIES: "Count it: count(FACT).",
    Sort.WRITTEN_LIST: "Write FACT in [A, B].",
}


def _same_sort(reading: Reading, left: Term, right: Term) -> bool:
    if left.sort == right.sort:
        return True
    wrong = f"{left.written} is {left.sort} and {right.written} {right.sort}: they cannot be compared."
    reading.refuse(right, wrong, f"Compare {left.written} with {left.sort}.")
    return False


def _in_fact(reading: Reading, how: Comparison, left: Term, right: Term) -> Expression:
    fits = is_value_of(reading, left, right) if left.sort == Sort.WORD else reading.is_sort(left, Sort.CHOICE)
    return Compare(how, left.expression, right.expression) if fits else UNREAD


def _in_list(reading: Reading, how: Comparison, left: Term, right: Term) -> Expression:
    if left.sort not in _EQUATED:
        reading.refuse(left, f"{left.written} is {left.sort}, not a fact with one value.", "Write FACT in [A, B].")
        return UNREAD
    fitting = [_is_item(reading, item, left) for item in right.items]
    if not all(fitting):
        return UNREAD
    if left.sort in (Sort.NUMBER, Sort.YES_NO):
        return _one_by_one(how, left, right.items)
    return Compare(how, left.expression, Literal(tuple(map(_text, right.items))))


def _is_item(reading: Reading, item: Term, left: Term) -> bool:
    if item.sort == Sort.WORD:
        return is_value_of(reading, item, left)
    return item.sort != Sort.UNCLEAR and _same_sort(reading, left, item)


def _one_by_one(how: Comparison, left: Term, items: tuple[Term, ...]) -> Expression:
    each = Comparison.EQUAL if how == Comparison.IN else Comparison.UNEQUAL
    parts = tuple(Compare(each, left.expression, item.expression) for item in items)
    if len(parts) == 1:
        return parts[0]
    return AnyOf(parts) if how == Comparison.IN else AllOf(parts)


def _refuse_word(reading: Reading, word: Term, other: Term) -> None:
    if other.sort == Sort.WORD:
        reading.refuse(word, "Two words are compared, and neither is a fact.", "Name a fact on one side.")
    elif other.sort == Sort.YES_NO:
        reading.refuse(word, f"{other.written} is true or false, and {word.written} is neither.", "Write yes or no.")
    elif word.quoted:
        wrong = f"{other.written} is {other.sort} and {word.written} a text: they cannot be compared."
        reading.refuse(word, wrong, "A number stands without quotes.")
    else:
        mend = did_you_mean(word.written, reading.scope.types, "Facts are listed in the catalogue.")
        reading.refuse(word, f"{word.written} is no fact that there is.", mend)


def _is_date(text: str, sort: Sort) -> bool:
    whole = text if sort == Sort.DATE else f"{text}-01"
    try:
        return date.fromisoformat(whole).isoformat() == whole
    except ValueError:
        return False


def _text(word: Term) -> str:
    return str(word.expression.value) if isinstance(word.expression, Literal) else word.written
