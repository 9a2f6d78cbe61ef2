"""Where each stated fact is written."""

from collections.abc import Iterator, Mapping

from salesdesign.facts.problems import SET
from salesdesign.model.company import Place
from salesdesign.yamltree import Node


class Places(Mapping[str, Place]):
    """Places by fact, made when they are asked for: a batch of companies asks for none."""

    __slots__ = ("_file", "_nodes")

    def __init__(self, file: str, nodes: Mapping[str, Node]) -> None:
        self._file = file
        self._nodes = nodes

    def __getitem__(self, name: str) -> Place:
        node = self._nodes[name]
        return Place(self._file if node.line else SET, node.line, node.column)

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)
