"""YAML as a tree in which every value knows its place; nothing in a file can run, explode or be twisted."""

from salesdesign.yamltree.nodes import Entry, ListNode, MapNode, Node, Scalar
from salesdesign.yamltree.parse import parse, parse_documents

__all__ = ["Entry", "ListNode", "MapNode", "Node", "Scalar", "parse", "parse_documents"]
