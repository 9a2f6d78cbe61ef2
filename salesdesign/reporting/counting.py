"""The sandbox for a stranger's templates: every step is counted, and all that is made on the way."""

from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

from salesdesign.reporting.allowance import Allowance
from salesdesign.reporting.allowed import BOUNDED, HARMLESS, TEXT_METHODS
from salesdesign.reporting.sandbox import Sandbox

SOURCE = 500_000
"""Characters of a template; the largest of ours has a twentieth of it."""
_CALL = 20
"""Steps that the counting itself is worth."""
_MADE = (nodes.Call, nodes.Concat, nodes.Add, nodes.Dict, nodes.Filter, nodes.List)


class Counting(Sandbox):
    """A sandbox in which a template has an allowance; what could take all of it at one stroke is not there."""

    def __init__(self, **given: Any) -> None:  # Any: whatever Jinja takes
        super().__init__(**given)
        self.allowance = Allowance()
        self.finalize = _Placed(self)
        self.filters = {name: kept for name, kept in self.filters.items() if name in HARMLESS or name not in FILTERS}
        self.filters |= {**BOUNDED, "kept": self.allowance.keep}
        self.globals = {"range": self.globals["range"], "dict": dict, "namespace": _Names}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # Any: as Jinja has it
        """Whether a template may ask for it: of a text what makes it no longer, of a number nothing."""
        if isinstance(obj, str):
            return attr in TEXT_METHODS
        return not isinstance(obj, int | float | bytes) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:  # Any: as Jinja has it
        """Nothing: no text formats itself."""

    # Any: the rest is handed on as Jinja has it
    def _generate(self, source: nodes.Template, name: str | None, *given: Any, **named: Any) -> str:
        return super()._generate(_Counted(name).visit(source), name, *given, **named)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > SOURCE:
            raise TemplateSyntaxError(f"It has more than {SOURCE:,} characters", 1, name, filename)
        return super()._parse(source, name, filename)


class _Names(Namespace):
    """Names that a template sets; printed, it would show all that they hold."""

    def __repr__(self) -> str:
        return "<namespace>"


class _Counted(NodeTransformer):
    """Puts a step at the beginning of all that may come again, and a count behind all that makes something."""

    def __init__(self, name: str | None) -> None:
        self._name = name

    def generic_visit(self, node: nodes.Node, *given: Any, **named: Any) -> nodes.Node:  # Any: as Jinja has it
        """The same with counts in it."""
        super().generic_visit(node, *given, **named)
        if isinstance(node, nodes.Template | nodes.Block | nodes.Macro | nodes.CallBlock | nodes.For):
            node.body.insert(0, nodes.ExprStmt(_step(node.body), lineno=node.lineno))
        if isinstance(node, nodes.For) and node.test is not None:
            node.test = nodes.And(_step([node.test]), node.test, lineno=node.lineno)
        return _kept(node) if _makes(node) else node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802  the name that Jinja looks for
        """A block that is given to a macro: the call itself stays one."""
        call = node.call
        found = self.generic_visit(node)
        node.call = call
        return found

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802  the name that Jinja looks for
        """A name; those that hold all arguments at once are not there."""
        if node.name in ("varargs", "kwargs"):
            raise TemplateSyntaxError(f"{node.name} is not known here", node.lineno, self._name)
        return node


class _Placed:
    """What is done with a value that is placed, each counted by its length."""

    def __init__(self, environment: Counting) -> None:
        self._before, self._step = environment.finalize, environment.allowance.step

    def __call__(self, value: object) -> object:
        placed = self._before(value) if self._before else value
        self._step(len(placed) if isinstance(placed, str) else 1)
        return placed


def _makes(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Tuple):
        return node.ctx == "load"
    return isinstance(node, _MADE) or (isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice))


def _kept(node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, "kept", [], [], None, None, lineno=node.lineno)


def _step(body: list[nodes.Node]) -> nodes.Call:
    """A call that counts what a body does once, without the bodies in it."""
    weight = sum(_weight(node) for node in body) + _CALL
    step = nodes.Getattr(nodes.EnvironmentAttribute("allowance"), "step", "load")
    return nodes.Call(step, [nodes.Const(weight)], [], None, None)


def _weight(node: nodes.Node) -> int:
    own = len(node.data) // 16 if isinstance(node, nodes.TemplateData) else 0
    return 1 + own + sum(map(_weight, node.iter_child_nodes()))
