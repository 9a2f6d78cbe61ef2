"""The texts of a pack: whether they can be filled, with facts that there are and that fit."""

from collections.abc import Mapping

from salesdesign.model.catalogue import FactType
from salesdesign.pack.fields import Shape
from salesdesign.pack.fitting import misfits
from salesdesign.pack.page import Page, did_you_mean
from salesdesign.pack.shapes import TEXT
from salesdesign.wording.language.parse import parse_text
from salesdesign.wording.language.problems import TextError
from salesdesign.wording.language.tree import Text
from salesdesign.yamltree import Node


def template(facts: Mapping[str, FactType]) -> Shape[str]:
    """A text that may be filled with these facts."""

    def read(node: Node, page: Page) -> str | None:
        text = TEXT.read(node, page)
        if text is not None and "{" in text:
            try:
                _check(parse_text(text), facts, node, page)
            except TextError as error:
                page.reject(node, error.wrong, error.mend, error.offset)
        return text

    return Shape(read, "")


def _check(text: Text, facts: Mapping[str, FactType], node: Node, page: Page) -> None:
    strangers = [fact for fact in text.facts if fact.name not in facts]
    for fact in strangers:
        mend = f"If a choice is meant, write '{fact.name}' in quotes."
        if "." in fact.name:
            mend = did_you_mean(fact.name, facts)
        page.reject(node, f"The text names {fact.name}, which is no fact.", mend, fact.offset)
    if not strangers:
        for fact, wrong, mend in misfits(text, facts):
            page.reject(node, wrong, mend, fact.offset)
