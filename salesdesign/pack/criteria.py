"""Criteria and their rules, one file a criterion."""

from collections.abc import Mapping

from salesdesign.model.pack import HEAVIEST, LIGHTEST, Criterion, Points, Rule, is_weight
from salesdesign.pack.expressions import condition
from salesdesign.pack.fields import Form, Read, many, record
from salesdesign.pack.ids import Ids, Known
from salesdesign.pack.page import did_you_mean
from salesdesign.pack.points import can_go_over, points_by_option
from salesdesign.pack.shapes import KEBAB, NUMBER, SNAKE, TEXT, one_of
from salesdesign.pack.texts import template

MOST_RULES = 100
"""In one criterion; a reader loses the thread far earlier."""


def criterion(ids: Ids, options: tuple[str, ...], known: Known) -> Read[Criterion]:
    """Reads a criterion of a decision that has these options."""

    def build(form: Form) -> Criterion:
        weight = form.required("weight", NUMBER)
        if weight < 0:
            form.reject("weight", "A weight is never below 0.", "Turn the points round instead.")
        elif not is_weight(weight):
            form.reject("weight", f"{weight:g} is out of proportion.", f"Write 0, or {LIGHTEST:g} to {HEAVIEST}.")
        rules = form.required("rules", many(_rule(options, known)))
        if len(rules) > MOST_RULES:
            form.reject("rules", f"These are {len(rules)} rules.", f"A criterion has {MOST_RULES} at most: divide it.")
        return Criterion(
            id=form.required("criterion", ids.fresh(SNAKE)),
            name=form.required("name", TEXT),
            weight=weight,
            rules=rules,
            why=form.optional("why", TEXT),
            file=form.page.file,
        )

    return record(build, named_by="criterion")


def _rule(options: tuple[str, ...], known: Known) -> Read[Rule]:
    questions = condition(known.scope, known.later)
    claims = many(one_of(known.claims, "claim").read)
    text = template(known.facts)

    def build(form: Form) -> Rule:
        over = _over(form, known)
        return Rule(
            id=form.required("id", known.rule_ids.fresh(KEBAB)),
            when=form.maybe("when", questions),
            over=over or None,
            unless=form.maybe("unless", questions),
            asks=form.text("when") or over,
            exception=form.text("unless"),
            points=_points(form, options, over, known),
            because=form.required("because", text),
            evidence=form.required("evidence", claims),
            file=form.page.file,
            line=form.node.line,
        )

    return record(build)


def _over(form: Form, known: Known) -> str:
    """The fact that a rule goes over; empty where it asks a question."""
    over = form.optional("over", TEXT)
    if form.has("when") == form.has("over"):
        form.reject("over", "A rule has either `when` or `over`.", "Ask a question, or go over one fact.")
    elif over and over not in known.facts:
        form.reject("over", f"{over} is no fact.", did_you_mean(over, known.facts))
    elif over and not can_go_over(over, known.scope):
        wrong = f"{over} is of type {known.scope.types[over]}."
        form.reject("over", wrong, "A rule goes over a number, money, a share, a scale or a choice.")
    return over


def _points(form: Form, options: tuple[str, ...], over: str, known: Known) -> Mapping[str, Points]:
    """The points of a rule; not looked into where the fact that they go over is no such fact."""
    if over and not can_go_over(over, known.scope):
        form.has("points")
        return {}
    before = len(form.page.problems)
    points = form.required("points", points_by_option(options, over, known.scope))
    if not points and len(form.page.problems) == before:
        form.reject("points", "The rule speaks about no option.", "Give points to one at least.")
    return points
