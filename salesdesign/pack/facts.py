"""Stated facts as facts.yaml defines them, one by one."""

import math
from collections.abc import Collection, Mapping

from salesdesign.model.catalogue import NUMERIC, Choice, Fact, FactType, Priority
from salesdesign.pack.fields import Form, Read, Shape, many, record, table
from salesdesign.pack.ids import Ids
from salesdesign.pack.page import Page, is_null, kind_of
from salesdesign.pack.shapes import DOTTED, NUMBER, SNAKE, TEXT, YES_NO, member, one_of
from salesdesign.yamltree import ListNode, MapNode, Node

_CHOOSING = (FactType.CHOICE, FactType.CHOICES, FactType.SCALE)
_SCALE_STEPS = ("1", "2", "3", "4", "5")
MOST_CHOICES = 200

_SHARE, _SCALE = (0.0, 1.0), (1.0, 5.0)

FACT_TYPE = member(FactType, "type of fact", FactType.TEXT)
_PRIORITY = member(Priority, "priority", Priority.COULD)


def fact(ids: Ids, benchmarks: Collection[str]) -> Read[Fact]:
    """Reads the definition of a stated fact."""

    def build(form: Form) -> Fact:
        kind = form.required("type", FACT_TYPE)
        low, high = form.optional("range", _RANGE, _bounds(kind))
        defined = Fact(
            name=form.required("name", ids.fresh(DOTTED)),
            type=kind,
            title=form.required("title", TEXT),
            question=form.optional("question", TEXT),
            help=form.optional("help", TEXT),
            unit=form.optional("unit", TEXT),
            low=low,
            high=high,
            typical=_typical(form),
            step=form.maybe("step", NUMBER),
            choices=form.optional("choices", _CHOICES),
            priority=form.optional("priority", _PRIORITY),
            scales=form.optional("scales", YES_NO),
            required=form.optional("required", YES_NO),
            example=form.optional("example", _EXAMPLE),
            whole=form.optional("whole", DOTTED),
            benchmark=form.optional("benchmark", one_of(benchmarks, "benchmark")),
            fields=form.optional("fields", many(_FIELD)),
            line=form.node.line,
        )
        form.at_most(MOST_CHOICES, "choices", defined.choices)
        _check(form, defined)
        return defined

    return record(build, named_by="name")


def _field(form: Form) -> Fact:
    """One field of a record."""
    kind = form.required("type", FACT_TYPE)
    name = form.required("name", SNAKE)
    low, high = form.optional("range", _RANGE, _bounds(kind))
    return Fact(
        name=name,
        type=kind,
        title=form.optional("title", TEXT, name.replace("_", " ")),
        question=form.optional("question", TEXT),
        help=form.optional("help", TEXT),
        unit=form.optional("unit", TEXT),
        low=low,
        high=high,
        required=form.optional("required", YES_NO),
        example=form.optional("example", _EXAMPLE),
        line=form.node.line,
    )


_FIELD = record(_field, named_by="name")


def _bounds(kind: FactType) -> tuple[float | None, float | None]:
    return {FactType.SHARE: _SHARE, FactType.SCALE: _SCALE}.get(kind, (None, None))


def _check(form: Form, defined: Fact) -> None:
    """Notes what does not fit together in a definition."""
    low = -math.inf if defined.low is None else defined.low
    high = math.inf if defined.high is None else defined.high
    if low > high:
        form.reject("range", "The range ends before it begins.", "Write the lower end first.")
    if defined.typical and not low <= defined.typical[0] <= defined.typical[1] <= high:
        form.reject("typical", "The typical range leaves the range, or ends before it begins.")
    if defined.type in _CHOOSING and not defined.choices:
        form.reject("choices", f"A fact of type {defined.type} needs choices.", "Add `choices:`.")
    if defined.type is FactType.SCALE and tuple(choice.id for choice in defined.choices) != _SCALE_STEPS:
        form.reject("choices", "A scale words each of its steps 1 to 5.", "Say for each what a company does.")
    if defined.type is FactType.RECORDS and not defined.fields:
        form.reject("fields", "A fact of type records needs fields.", "Add `fields:`.")
    if defined.whole and defined.type is not FactType.SHARE:
        form.reject("whole", "Only a share is a part of a whole.", "Make it a share, or leave `whole` away.")
    if (defined.typical or defined.step) and defined.type not in NUMERIC:
        form.reject("typical", f"A fact of type {defined.type} has no typical range and no step.", "Leave them away.")


def _typical(form: Form) -> tuple[float, float] | None:
    low, high = form.optional("typical", _RANGE)
    return None if low is None or high is None else (low, high)


def _read_range(node: Node, page: Page) -> tuple[float | None, float | None] | None:
    if not isinstance(node, ListNode) or len(node.items) != 2:
        page.reject(node, f"{kind_of(node)} stands where a range is due.", "Write [low, high]; null is without end.")
        return None
    low, high = (None if is_null(end) else NUMBER.read(end, page) for end in node.items)
    return low, high


def _read_choices(node: Node, page: Page) -> tuple[Choice, ...] | None:
    """Either a list of ids, which then speak for themselves, or a mapping of id to meaning."""
    if isinstance(node, MapNode):
        worded: Mapping[str, str] = table(_CHOICE_ID.read, TEXT.read).read(node, page) or {}
        return tuple(Choice(id=name, text=text) for name, text in worded.items())
    names = many(_CHOICE_ID.read).read(node, page)
    return None if names is None else tuple(Choice(id=name, text=name.replace("_", " ")) for name in names)


def _read_example(node: Node, page: Page) -> str | None:
    """An example as it would be typed, also where it is a list."""
    if isinstance(node, ListNode):
        return f"[{', '.join(many(TEXT.read).read(node, page) or ())}]"
    return TEXT.read(node, page)


_RANGE: Shape[tuple[float | None, float | None]] = Shape(_read_range, (None, None))
_CHOICES: Shape[tuple[Choice, ...]] = Shape(_read_choices, ())
_EXAMPLE: Shape[str] = Shape(_read_example, "")
_CHOICE_ID = TEXT
