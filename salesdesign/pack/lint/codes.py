"""The codes of lint: what each looks for, why that is doubtful, and what to do about it."""

from collections.abc import Callable, Iterator, Mapping

from salesdesign.pack.finding import Finding
from salesdesign.pack.lint import conditions, evidence, points, texts
from salesdesign.pack.lint.subject import Subject
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One code."""

    find: Callable[[Subject], Iterator[Finding]]
    explained: str
    """Why it is doubtful and what helps, in a few sentences."""


CHECKS: Mapping[str, Check] = {
    "never-met": Check(
        find=conditions.never_met,
        explained="""\
No company can answer yes: the condition contradicts itself, the range in facts.yaml, or what facts can never be
together. It was decided exactly, over every value that the catalogue allows. Most often a limit lies outside the
range, two limits exclude each other, or `and` stands where `or` is meant.""",
    ),
    "always-met": Check(
        find=conditions.always_met,
        explained="""\
Every company that knows its facts answers yes, so the question asks nothing. Most often a limit lies at the end of the
range, or `or` stands where `and` is meant. To ask whether a fact is known at all, write known(fact).""",
    ),
    "and-not": Check(
        find=conditions.and_not,
        explained="""\
`a and not b` is unknown while b is, and b is unknown for nearly every company: the rule falls silent where it should
speak. An exception belongs under `unless`; the rule then counts until the exception is known to hold.""",
    ),
    "same-condition": Check(
        find=conditions.same_condition,
        explained="""\
Two rules of a decision ask the same, perhaps in other words. One reason then counts twice, and a change of one forgets
the other. Make one rule of the two.""",
    ),
    "counted-twice": Check(
        find=conditions.counted_twice,
        explained="""\
Two rules in different criteria read the same facts, perhaps through derived ones that stand for them, and speak in the
same direction about the same option. Within a criterion points are held at three; over two criteria they add up, so
that one thing counts twice. Keep one, or move both into one criterion.""",
    ),
    "several-thresholds": Check(
        find=points.several_thresholds,
        explained="""\
Several rules of a criterion each set a limit on one fact. Limits that exclude each other must not be summed, and each
is a cliff: one person more turns the advice. One rule that goes `over:` the fact draws a line instead.""",
    ),
    "points-beyond-bound": Check(
        find=points.points_beyond_bound,
        explained="""\
Rules that a company can meet together give an option more than three points. A criterion is held at three, so what
exceeds them is lost, and the rules are worth less than they say. Lower some, or split the criterion. Where several
signs of one thing are meant to fill it, accept the doubt with that reason.""",
    ),
    "bound-out-of-reach": Check(
        find=points.bound_out_of_reach,
        explained="""\
Whatever a company is like, the criterion never gives any option three points, so its weight counts in part only: a
weight of 3 with 2 points at most is one of 2. Raise the points and lower the weight, or accept the doubt with the
reason.""",
    ),
    "points-cancel": Check(
        find=points.points_cancel,
        explained="""\
The rule gives no points, or the same to every option of a decision that chooses one: it moves none before another. Give
points to those only that it speaks for.""",
    ),
    "option-unspoken": Check(
        find=points.option_unspoken,
        explained="""\
No rule of the decision speaks for the option, so that it is only ever chosen when all others are worse than silence. An
option without a reason for it is not one. Write the rule that speaks for it, or leave it away.""",
    ),
    "curve-outside-range": Check(
        find=points.curve_outside_range,
        explained="""\
A line has points at a value that the fact can never have, by its range in facts.yaml. Part of the line is never
reached, or the range is wrong.""",
    ),
    "evidence-missing": Check(
        find=evidence.evidence_missing,
        explained="""\
A rule or gate cites no claim, so nobody can ask on what it rests. Cite one. Where it is your judgement, add a claim to
evidence.yaml that says so and whose it is.""",
    ),
    "evidence-unused": Check(
        find=evidence.evidence_unused,
        explained="""\
A claim stands in evidence.yaml and nothing cites it: knowledge that was collected and forgotten. Cite it where it
belongs, or list it under `homeless` with the reason.""",
    ),
    "homeless-used": Check(
        find=evidence.homeless_used,
        explained="""\
A claim is listed under `homeless`, as one that nothing uses, and yet something cites it. One of the two is out of
date.""",
    ),
    "against-its-claim": Check(
        find=evidence.against_its_claim,
        explained="""\
A claim whose topic ends with `pro` or `con` speaks for or against its option. Here a rule, gate, pro or con that says
the opposite cites it. Cite a claim that says what the rule says.""",
    ),
    "text-names-unread-fact": Check(
        find=texts.text_names_unread_fact,
        explained="""\
A reason prints a fact that its condition does not ask about: for a company that did not state it, the reader is told
"unknown". Ask for it in the condition, or print it only `if` it is there.""",
    ),
}
"""Every check, by the code of what it finds."""

UNUSED, ENDED = "accepted-in-vain", "not-looked-for"
OTHERS: Mapping[str, str] = {
    UNUSED: """\
A doubt is accepted, with a reason, and nothing raises it any more. Remove the line, so that the next doubt is seen.""",
    ENDED: """\
What can hold together is tried out, which grows faster than a pack. It is tried in so many steps and no more, the same
on every machine, and here they did not suffice: of these codes what was found is told, and there may be more. Rules of
one criterion about the same facts take most; a line over a fact takes the place of many limits.""",
}
"""Codes that no check raises."""
