"""Decisions: the question, the options, the gates and limits."""

from collections.abc import Mapping

from salesdesign.model.catalogue import FactType
from salesdesign.model.pack import Choose, Decision, Gate, GateKind, Limit, Option
from salesdesign.pack.expressions import condition
from salesdesign.pack.fields import Form, Read, many, record
from salesdesign.pack.ids import Known
from salesdesign.pack.page import did_you_mean
from salesdesign.pack.shapes import KEBAB, NUMBER, SNAKE, TEXT, WHOLE, YES_NO, member, one_of
from salesdesign.pack.texts import template

_SCALE = 18.0

MOST_OPTIONS = 50
MOST_GATES = 100
"""Of one decision; what is compared with each other, and what has to hold at once, grows faster than they do."""

CHOOSE = member(Choose, "way to choose", Choose.ONE)


def decision(name: str, known: Known, options: Mapping[str, Option]) -> Read[Decision]:
    """Reads decision.yaml in the folder of that name; its criteria are read apart."""

    def build(form: Form) -> Decision:
        listed = form.required("options", many(SNAKE.read))
        _check_options(form, listed, options)
        gates = form.optional("gates", many(_gate(listed, known)))
        form.at_most(MOST_OPTIONS, "options", listed)
        form.at_most(MOST_GATES, "gates", gates)
        return Decision(
            id=form.required("decision", one_of((name,), "name of this folder")),
            name=form.required("name", TEXT),
            question=form.required("question", TEXT),
            choose=form.required("choose", CHOOSE),
            options=tuple(options[option] for option in listed if option in options),
            criteria=(),
            gates=gates,
            limits=form.optional("limits", many(_limit(known))),
            scale=_scale(form),
            threshold=form.optional("threshold", NUMBER),
            inertia=form.optional("inertia", NUMBER),
            current=_current(form, known),
            settled=form.maybe("settled", condition(known.scope, known.later)),
            too_soon=form.optional("too_soon", template(known.facts)),
            per_segment=form.optional("per_segment", YES_NO),
        )

    return record(build, named_by="decision")


def _check_options(form: Form, listed: tuple[str, ...], options: Mapping[str, Option]) -> None:
    if len(set(listed)) < len(listed):
        form.reject("options", "An option is listed twice.", "List each once.")
    for option in sorted(set(listed).difference(options)):
        mend = did_you_mean(option, options, f"Write options/{option}.yaml.")
        form.reject("options", f"The option {option} has no file that can be read.", mend)


def _scale(form: Form) -> float:
    scale = form.optional("scale", NUMBER, _SCALE)
    if scale <= 0:
        form.reject("scale", "The scale is a net above 0.", "18 suits most decisions.")
    return scale


def _current(form: Form, known: Known) -> str:
    current = form.optional("current", one_of(known.scope.types, "fact"))
    if current and known.scope.types[current] not in (FactType.CHOICE, FactType.CHOICES):
        form.reject("current", f"{current} names no options.", "Name a fact that is a choice or a list of choices.")
    return current


def _gate(options: tuple[str, ...], known: Known) -> Read[Gate]:
    closed = many(one_of(options, "option of this decision").read)
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)
    text = template(known.facts)

    def build(form: Form) -> Gate:
        kind = GateKind.REQUIRES if form.has("requires") else GateKind.EXCLUDES
        if form.has("requires") and form.has("excludes"):
            form.reject("requires", "A gate has either `excludes` or `requires`.", "Make two gates of it.")
        return Gate(
            id=form.required("id", known.rule_ids.fresh(KEBAB)),
            kind=kind,
            options=form.required(kind, closed),
            when=form.required("when", question),
            asks=form.text("when"),
            because=form.required("because", text),
            evidence=form.required("evidence", claims),
            file=form.page.file,
            line=form.node.line,
        )

    return record(build)


def _limit(known: Known) -> Read[Limit]:
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)
    text = template(known.facts)

    def build(form: Form) -> Limit:
        return Limit(
            when=form.required("when", question),
            at_most=form.required("at_most", WHOLE),
            because=form.required("because", text),
            evidence=form.optional("evidence", claims),
        )

    return record(build)
