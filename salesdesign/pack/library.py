"""Practices, risks and the stages of growth."""

from salesdesign.model.pack import Advised, Hazard, Stage, Trigger
from salesdesign.pack.expressions import condition
from salesdesign.pack.fields import Form, Read, many, record
from salesdesign.pack.ids import Ids, Known
from salesdesign.pack.shapes import KEBAB, TEXT, WHOLE, one_of
from salesdesign.pack.texts import template

_PRIORITIES = range(1, 4)


def advised(ids: Ids, known: Known) -> Read[Advised]:
    """Reads a practice or an action."""
    text = template(known.facts)
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)

    def build(form: Form) -> Advised:
        item = Advised(
            id=form.required("id", ids.fresh(KEBAB)),
            topic=form.optional("topic", TEXT),
            when=form.maybe("when", question),
            priority=form.required("priority", WHOLE),
            title=form.required("title", text),
            text=form.required("text", text),
            because=form.required("because", text),
            owner=form.optional("owner", text),
            measure=form.optional("measure", text),
            stop=form.optional("stop", text),
            evidence=form.required("evidence", claims),
            file=form.page.file,
            line=form.node.line,
        )
        if item.priority not in _PRIORITIES:
            form.reject("priority", f"{item.priority} is no priority.", "Write 1, 2 or 3; 1 comes first.")
        return item

    return record(build)


def hazard(ids: Ids, known: Known) -> Read[Hazard]:
    """Reads a risk."""
    text = template(known.facts)
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)

    def build(form: Form) -> Hazard:
        return Hazard(
            id=form.required("id", ids.fresh(KEBAB)),
            when=form.maybe("when", question),
            text=form.required("text", text),
            mitigation=form.required("mitigation", text),
            evidence=form.required("evidence", claims),
            file=form.page.file,
            line=form.node.line,
        )

    return record(build)


def stage(ids: Ids, phases: tuple[str, ...], known: Known) -> Read[Stage]:
    """Reads a stage of growth: an option of the decision on stages."""
    actions, triggers = Ids("action"), Ids("trigger")
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)
    text = template(known.facts)

    def build(form: Form) -> Stage:
        return Stage(
            phase=form.required("phase", ids.fresh(one_of(phases, "stage of growth"))),
            triggers=form.optional("triggers", many(_trigger(triggers, known))),
            actions=form.optional("actions", many(advised(actions, known))),
            last_when=form.maybe("last_when", question),
            last_because=form.optional("last_because", text),
            evidence=form.optional("evidence", claims),
        )

    return record(build, named_by="phase")


def _trigger(ids: Ids, known: Known) -> Read[Trigger]:
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)
    text = template(known.facts)

    def build(form: Form) -> Trigger:
        return Trigger(
            id=form.required("id", ids.fresh(KEBAB)),
            when=form.required("when", question),
            text=form.required("text", text),
            evidence=form.required("evidence", claims),
            file=form.page.file,
            line=form.node.line,
        )

    return record(build)
