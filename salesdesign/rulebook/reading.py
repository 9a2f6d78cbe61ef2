"""Texts of a pack as a reader of the rule book sees them: facts by their titles, wordings side by side."""

from salesdesign.model.catalogue import Catalogue
from salesdesign.wording.language.parse import parse_text
from salesdesign.wording.language.tree import Chosen, Combined, Filtered, Looked, Named, Part, Phrase, Print, Written
from salesdesign.wording.numbers import number


def read_aloud(text: str, catalogue: Catalogue) -> str:
    """A text with ‹Sellers› where a fact is filled in, and a / b where one of two wordings is taken."""
    if "{" not in text:
        return text
    return " ".join("".join(_part(part, catalogue) for part in parse_text(text).parts).split())


def _part(part: Part, catalogue: Catalogue) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Print):
        return _phrase(part.phrase, catalogue)
    return _either([_parts(parts, catalogue) for _, parts in part.branches])


def _parts(parts: tuple[Part, ...], catalogue: Catalogue) -> str:
    return "".join(_part(part, catalogue) for part in parts)


def _phrase(phrase: Phrase, catalogue: Catalogue) -> str:
    match phrase:
        case Written(value):
            return value if isinstance(value, str) else number(value)
        case Named(name):
            return f"‹{_title(name, catalogue)}›"
        case Filtered(name, value, (*_, noun)) if name == "people":
            return f"{_phrase(value, catalogue)} {_plural(phrase.arguments, str(noun))}"
        case Filtered(_, value, _):
            return _phrase(value, catalogue)
        case Combined(sign, left, right):
            return (" " * (sign != "~")).join(
                [_phrase(left, catalogue), *([sign] if sign != "~" else []), _phrase(right, catalogue)]
            )
        case _:
            return _either([_phrase(wording, catalogue) for wording in _wordings(phrase)])


def _wordings(phrase: Phrase) -> tuple[Phrase, ...]:
    """What may stand there, of a choice or a table."""
    match phrase:
        case Chosen(value, _, otherwise):
            return (value,) if otherwise is None else (value, otherwise)
        case Looked(table, _):
            return tuple(table.values())
        case _:
            return ()


def _plural(arguments: tuple[float | str, ...], last: str) -> str:
    return last if len(arguments) > 1 else f"{last}s"


def _either(wordings: list[str]) -> str:
    return " / ".join(wording.strip() for wording in wordings if wording.strip()).join(("[", "]"))


def _title(name: str, catalogue: Catalogue) -> str:
    fact = catalogue.facts.get(name) or catalogue.derived.get(name)
    return fact.title if fact else name.removeprefix("decided.").replace("_", " ")
