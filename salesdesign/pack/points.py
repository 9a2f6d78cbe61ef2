"""The points of a rule: one number an option, a line over a number, or steps over a choice."""

from collections.abc import Mapping

from salesdesign.conditions.scope import Scope
from salesdesign.model.catalogue import NUMERIC, FactType
from salesdesign.model.pack import Line, Points, Steps
from salesdesign.pack.fields import Read, Shape, table
from salesdesign.pack.page import Misread, Page, did_you_mean
from salesdesign.pack.scope import BENCHMARK
from salesdesign.pack.shapes import POINTS, number_of, one_of, scalar
from salesdesign.yamltree import Node, Scalar


def points_by_option(options: tuple[str, ...], over: str, scope: Scope) -> Shape[Mapping[str, Points]]:
    """Points for each option, written as the fact that the rule goes over asks for; `over` is empty for a `when`."""
    return table(one_of(options, "option of this decision").read, _points(over, scope))


def can_go_over(fact: str, scope: Scope) -> bool:
    """Whether a line or steps can be drawn over a fact."""
    return _is_numeric(fact, scope) or scope.types.get(fact) is FactType.CHOICE


def _points(over: str, scope: Scope) -> Read[Points]:
    if not over:
        return POINTS.read
    return _line(scope) if _is_numeric(over, scope) else _steps(scope.choices.get(over, ()))


def _is_numeric(fact: str, scope: Scope) -> bool:
    return scope.types.get(fact) in NUMERIC


def _steps(choices: tuple[str, ...]) -> Read[Points]:
    shape = table(one_of(choices, "choice of this fact").read, POINTS.read)

    def read(node: Node, page: Page) -> Points | None:
        steps = shape.read(node, page)
        return None if steps is None else Steps(steps=steps)

    return read


def _line(scope: Scope) -> Read[Points]:
    """A line; its places are sorted, as the figure of a benchmark may stand anywhere among them."""
    shape = table(_place(scope).read, POINTS.read)

    def read(node: Node, page: Page) -> Points | None:
        before = len(page.problems)
        places = sorted((shape.read(node, page) or {}).items())
        if len(places) < 2 and len(page.problems) == before:
            page.reject(node, "A line needs two places at least.", "Write {4: -2, 12: 2}.")
        return Line(places=tuple(places))

    return read


def _place(scope: Scope) -> Shape[float]:
    def read(node: Scalar) -> float:
        if not node.text.startswith(f"{BENCHMARK}."):
            return number_of(node)
        if node.text not in scope.figures:
            raise Misread(f"{node.text} is no benchmark with one figure.", did_you_mean(node.text, scope.figures))
        return scope.figures[node.text]

    return scalar("a place on the line", read, 0.0)
