"""The small table of markets: a row a line, each in the file as soon as it is typed."""

import re
from dataclasses import replace

from salesdesign.errors import BadInput
from salesdesign.facts.segments import SHARE
from salesdesign.facts.typed import typed as as_yaml
from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact
from salesdesign.wizard.document import append_item
from salesdesign.wizard.names import SEGMENTS
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.reading import read_text
from salesdesign.wizard.shown import shown
from salesdesign.wizard.spans import Uneditable
from salesdesign.wizard.turn import Turn, answered, puzzled
from salesdesign.wizard.understanding import Puzzled, understand
from salesdesign.wording.numbers import share

_ABOVE = "Markets that sell differently: each with its share of the target and what is different there."

_REST = ("rest", "the rest", "what is left", "remainder")
"""A share that is not given is what the others leave."""


def take_row(outlook: Outlook, typed: str) -> Turn:
    """The turn after a row; Enter alone ends the table."""
    question = outlook.question
    assert question is not None  # noqa: S101  the table is asked for
    if not typed or typed == "-":
        return answered(outlook, replace(outlook.state, offers={**outlook.state.offers, SEGMENTS: True}))
    cells = [cell.strip() for cell in re.split(r";|\t" if ";" in typed or "\t" in typed else r",(?!\d{3}\b)", typed)]
    if len(cells) > len(question.facts):
        titles = "; ".join(column.title.lower() for column in question.facts)
        return puzzled(outlook, f"A row is: {titles}. Put semicolons between them.")
    values = {
        column.name: _cell(column, cell, outlook.currency) for column, cell in zip(question.facts, cells, strict=False)
    }
    wrong = next((value for value in values.values() if isinstance(value, Puzzled)), None)
    if wrong:
        return puzzled(outlook, wrong.line)
    return _add(outlook, {name: value for name, value in values.items() if not isinstance(value, Puzzled)})


def rows_shown(outlook: Outlook) -> tuple[str, ...]:
    """The table as it stands, and how much of the target is left."""
    segments, question = outlook.file.company.segments, outlook.question
    if not segments or question is None:
        return ()
    cells = [["Market", "Share", *(column.title for column in question.facts[2:])]]
    for segment in segments:
        facts = (shown(column, segment.facts.get(column.name), outlook.currency) for column in question.facts[2:])
        cells.append([segment.name, share(segment.share), *("" if fact == "not known" else fact for fact in facts)])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)
    return tuple(lines)


def _cell(column: Fact, text: str, currency: str) -> Stated | Puzzled:
    if not text or text in ("-", "?") or (column is SHARE and text.lower() in _REST):
        return None
    found = understand(column, text, currency)
    return Puzzled(f"{column.title}: {found.line}") if isinstance(found, Puzzled) else found.value


def _add(outlook: Outlook, values: dict[str, Stated]) -> Turn:
    lines = _item(outlook, values)
    try:
        text = append_item(outlook.state.text, SEGMENTS, lines, _ABOVE)
        read_text(text, outlook.desk.catalogue)
    except BadInput as error:
        return puzzled(outlook, f"{error.problems[0].wrong} {error.problems[0].mend}")
    except Uneditable:
        return puzzled(outlook, "The file's list of segments cannot be added to here: do it in an editor.")
    state = replace(outlook.state, text=text, rows=(*outlook.state.rows, outlook.state.text))
    return Turn(state=state)


def _item(outlook: Outlook, values: dict[str, Stated]) -> list[str]:
    """A row as an item of YAML, its facts nested in their sections."""
    own = {fact.name: fact for fact in (outlook.question.facts if outlook.question else ())}
    lines, section = [], ""
    for name, value in values.items():
        if value is None:
            continue
        before, _, last = name.rpartition(".")
        lines += [f"{before}:"] if before and before != section else []
        section = before
        lines.append(f"{'  ' if before else ''}{last}: {as_yaml(own[name], value)}")
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]
