"""The words that a newcomer may not know: those of the glossary that occur in the report."""

import re
from collections.abc import Iterable, Mapping

from salesdesign.reporting.blocks import Block, Definition, Definitions, Details
from salesdesign.reporting.view import View


def words_in(view: View, texts: Iterable[str]) -> Mapping[str, str]:
    """The glossary's words that occur in the given texts, with their meanings."""
    said = "\n".join(texts).lower()
    known = sorted(view.pack.library.glossary.items(), key=lambda pair: pair[0].lower())
    return {term: meaning for term, meaning in known if re.search(rf"\b{re.escape(term.lower())}s?\b", said)}


def glossary(words: Mapping[str, str]) -> tuple[Block, ...]:
    """The words explained, folded away; empty where there are none."""
    items = tuple(Definition(term=term, text=meaning) for term, meaning in words.items())
    return (Details(summary="Words used here", blocks=(Definitions(items=items),)),) if items else ()
