"""The fact catalogue, read from facts.yaml."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from salesdesign.conditions.scope import Scope
from salesdesign.model.catalogue import Band, Catalogue, Consistency, Derived, Fact, FactType
from salesdesign.model.expression import Expression, Literal, facts_in
from salesdesign.pack.asked import MOST_IN_ONE, written_out
from salesdesign.pack.expressions import calculation, condition
from salesdesign.pack.facts import FACT_TYPE, fact
from salesdesign.pack.fields import UNREAD, Form, Read, Shape, many, record, table
from salesdesign.pack.ids import Ids
from salesdesign.pack.page import Page
from salesdesign.pack.scope import BENCHMARK, DECIDED, catalogue_scope, with_choices
from salesdesign.pack.shapes import DOTTED, KEBAB, NUMBER, SNAKE, TEXT, one_of
from salesdesign.pack.texts import template
from salesdesign.yamltree import Node

EMPTY = Catalogue(sections={}, facts={}, derived={})

MOST_FACTS = 1_000
"""Of one pack, and as many that are derived."""

MOST_BANDS = 50

_LATER: Shape[Expression] = Shape(lambda node, page: None, Literal(None))


def read_catalogue(node: Node, page: Page, benchmarks: Collection[str], beside: Scope) -> Catalogue:
    """All facts that a pack defines; `beside` holds what is no fact of the file: decisions and figures.

    Problems are noted on the page.
    """
    return record(lambda form: _catalogue(form, benchmarks, beside))(node, page) or EMPTY


def _catalogue(form: Form, benchmarks: Collection[str], beside: Scope) -> Catalogue:
    sections = form.required("sections", table(SNAKE.read, TEXT.read))
    facts = {item.name: item for item in form.required("facts", many(fact(Ids("fact"), benchmarks)))}
    form.at_most(MOST_FACTS, "facts", facts)
    followers = form.optional("derived", UNREAD)
    form.at_most(MOST_FACTS, "derived", followers)
    derived, scope = _followers(followers[:MOST_FACTS], form.page, facts, beside)
    catalogue = Catalogue(
        sections=sections,
        facts=facts,
        derived=derived,
        consistency=form.optional("consistency", many(_consistency(Ids("consistency"), scope))),
        segments=form.optional("segments", TEXT, EMPTY.segments),
        proxies=form.optional("proxies", table(TEXT.read, _signs(scope))),
    )
    _check_names(form, catalogue)
    return catalogue


def _signs(scope: Scope) -> Read[frozenset[str]]:
    """Reads the signs of one thing: facts, and items of lists as `item in fact`."""
    known = set(scope.types) | {f"{item} in {name}" for name, items in scope.choices.items() for item in items}
    names = many(one_of(known, "fact, or item of one as `item in fact`").read)

    def read(node: Node, page: Page) -> frozenset[str] | None:
        found = names.read(node, page) or ()
        return frozenset(": ".join(reversed(sign.split(" in "))) for sign in found)

    return read


def _followers(
    nodes: tuple[Node, ...], page: Page, facts: Mapping[str, Fact], beside: Scope
) -> tuple[Mapping[str, Derived], Scope]:
    """The derived facts, and everything that a condition may name once they are there.

    They may name each other, so the names and types of all are read before the value of any; what a choice can be
    follows from its value.
    """
    silent = Page(page.file, page.data, [])
    drafts = [_derived(Ids("derived fact"), None)(node, silent) for node in nodes]
    scope = catalogue_scope(facts.values(), filter(None, drafts), beside)
    ids, derived = Ids("derived fact"), {}
    for node in nodes:
        found = _derived(ids, scope)(node, page)
        if found is not None:
            derived[found.name] = found
            scope = with_choices(scope, found)
    return derived, scope


def _derived(ids: Ids, scope: Scope | None) -> Read[Derived]:
    """Reads a derived fact; without a scope its value is left blank."""

    def build(form: Form) -> Derived:
        kind = form.required("type", FACT_TYPE)
        bands = form.optional("bands", many(_BAND))
        form.at_most(MOST_BANDS, "bands", bands)
        derived = Derived(
            name=form.required("name", ids.fresh(DOTTED)),
            type=kind,
            title=form.required("title", TEXT),
            value=form.required("value", calculation(scope, FactType.NUMBER if bands else kind) if scope else _LATER),
            unit=form.optional("unit", TEXT),
            bands=bands,
            warning=form.optional("warning", template(scope.types) if scope else TEXT),
            help=form.optional("help", TEXT),
            line=form.node.line,
        )
        _check_derived(form, derived)
        return derived

    return record(build, named_by="name")


def _check_derived(form: Form, derived: Derived) -> None:
    if any(low.start >= high.start for low, high in pairwise(derived.bands)):
        form.reject("bands", "The bands do not rise.", "Write the lowest first, each above the one before.")
    if derived.bands and derived.type is not FactType.CHOICE:
        form.reject("type", "A fact with bands is a choice.", "Write `type: choice`.")
    if derived.name in facts_in(derived.value):
        form.reject("value", f"{derived.name} is calculated from itself.", "Calculate it from other facts.")


def _band(form: Form) -> Band:
    return Band(
        id=form.required("id", SNAKE),
        start=form.optional("from", NUMBER, float("-inf")),
        text=form.required("text", TEXT),
    )


_BAND = record(_band)


def _consistency(ids: Ids, scope: Scope) -> Read[Consistency]:
    def build(form: Form) -> Consistency:
        return Consistency(
            id=form.required("id", ids.fresh(KEBAB)),
            never=form.required("never", condition(scope)),
            at=form.required("at", one_of(scope.types, "fact")),
            wrong=form.required("wrong", template(scope.types)),
            mend=form.optional("mend", template(scope.types)),
        )

    return record(build)


def _check_names(form: Form, catalogue: Catalogue) -> None:
    """Notes names that cannot be told apart or lead nowhere, and derived facts that read what comes after them."""
    lines = _lines(catalogue.facts) | _lines(catalogue.derived)
    for name, line in lines.items():
        section, dot, _ = name.partition(".")
        if section in (DECIDED, BENCHMARK):
            _reject(form, line, name, f"The section {section} belongs to the pack itself.", "Name it otherwise.")
        elif dot and section not in catalogue.sections:
            _reject(form, line, name, f"There is no section {section}.", "Add it to `sections`.")
        for parent in _parents(name):
            if parent in lines:
                _reject(form, line, name, f"{parent} is a fact and cannot hold others.", "Rename one of the two.")
    _check_order(form, catalogue)


def _check_order(form: Form, catalogue: Catalogue) -> None:
    ahead, asked = set(catalogue.derived), written_out(catalogue)
    for name, derived in catalogue.derived.items():
        for read in sorted(ahead.intersection(facts_in(derived.value)) - {name}):
            wrong = f"It reads {read}, which is derived further down."
            _reject(form, derived.line, name, wrong, f"Move {read} above it.")
        ahead.discard(name)
        if asked[name] > MOST_IN_ONE:
            wrong = f"Written out, it is calculated from more than {MOST_IN_ONE:,} facts."
            _reject(form, derived.line, name, wrong, "Calculate it in fewer steps.")
            return


def _lines(facts: Mapping[str, Fact] | Mapping[str, Derived]) -> dict[str, int]:
    return {name: fact.line for name, fact in facts.items()}


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _reject(form: Form, line: int, name: str, wrong: str, mend: str) -> None:
    node = form.node._replace(line=line, column=1)
    form.page.about(name, node).reject(node, wrong, mend)
