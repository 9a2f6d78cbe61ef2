"""What in the advice is a benchmark or our judgement, and not the company's own figure."""

import re
from collections.abc import Iterable

from salesdesign.model.pack import Benchmark, Criterion
from salesdesign.reporting.blocks import Block, Cell, Column, Details, Phrase, Point, Points, Prose, Table
from salesdesign.reporting.phrasing import bare, exact, readable, sentence, spoke, title_of
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import number

JUDGEMENT = (
    "The weights of the criteria and the points of a rule are our judgement; the reasons behind them have sources."
)
BENCHMARK = re.compile(r"benchmark\.(\w+)")


def ours(view: View) -> tuple[Block, ...]:
    """Changes on the command line, defaults, our weights and limits, and the benchmarks that spoke."""
    points = (*_changed(view), *_defaults(view))
    listed = (Points(items=points),) if points else ()
    return (*listed, Prose(phrases=tuple(_judgement(view))), *_weights(view), *_benchmarks(view))


def criterion_name(view: View, name: str) -> str:
    """A criterion of any decision as the report names it."""
    criteria = [part for decision in view.pack.decisions for part in decision.criteria]
    return next((part.name for part in criteria if part.id == name), name)


def _changed(view: View) -> Iterable[Point]:
    for name, value in view.advice.changes.facts.items():
        yield Point(label=f"{title_of(view, name)} set to {value}", text="Beside the facts file, for this advice only.")
    for name, weight in view.advice.changes.weights.items():
        text = "Changed for this advice only."
        yield Point(label=f"{criterion_name(view, name)} weighs {exact(weight)}", text=text)


def _defaults(view: View) -> Iterable[Point]:
    for doubt in view.advice.warnings:
        if doubt.text and doubt.code.startswith("default:"):
            yield Point(label="Assumed", text=sentence(readable(view, doubt.text)))


def _judgement(view: View) -> Iterable[Phrase]:
    yield Phrase(text=JUDGEMENT)
    lead = view.question.inertia
    if lead:
        yield Phrase(text=f"So is the lead of {bare(lead)} that another option needs before we call for a change.")


def _weights(view: View) -> Iterable[Block]:
    columns = (Column(title="Criterion"), Column(title="Weight", numeric=True), Column(title="Why"))
    heard = {part.id for option in view.main.options for part in option.criteria if spoke(part)}
    rows = tuple(_weight(view, part) for part in view.question.criteria if part.id in heard)
    if rows:
        yield Details(
            summary="The weights of the criteria that spoke",
            blocks=(Table(caption="Weights of the criteria", columns=columns, rows=rows),),
        )


def _weight(view: View, part: Criterion) -> tuple[Cell, ...]:
    weight = view.advice.changes.weights.get(part.id, part.weight)
    return (Cell(text=part.name), Cell(text=exact(weight)), Cell(text=part.why))


def _benchmarks(view: View) -> Iterable[Block]:
    found = _asked(view)
    if not found:
        return
    columns = (
        Column(title="Figure"),
        Column(title="Value", numeric=True),
        Column(title="From"),
        Column(title="Confidence"),
    )
    rows = tuple(_benchmark(figure) for figure in found)
    yield Details(
        summary="Benchmarks in the rules that spoke", blocks=(Table(caption="Benchmarks", columns=columns, rows=rows),)
    )


def _asked(view: View) -> tuple[Benchmark, ...]:
    met = {
        rule.id
        for decision in view.advice.decisions.values()
        for option in decision.options
        for part in option.criteria
        for rule in part.rules
        if rule.outcome == "met"
    }
    rules = [rule for decision in view.pack.decisions for part in decision.criteria for rule in part.rules]
    names = {name for rule in rules if rule.id in met for name in BENCHMARK.findall(rule.asks)}
    return tuple(figure for key, figure in view.pack.benchmarks.items() if key.replace("-", "_") in names)


def _benchmark(figure: Benchmark) -> tuple[Cell, ...]:
    value = number(figure.typical) if isinstance(figure.typical, (int, float)) else ""
    year = f", {figure.year}" if figure.year else ""
    return (
        Cell(text=f"{figure.metric} ({figure.segment})" if figure.segment else figure.metric),
        Cell(text=f"{value} {figure.unit}".strip()),
        Cell(text=f"{figure.source_title}{year}"),
        Cell(text=figure.confidence),
    )
