"""The words that a newcomer may not know: those of the glossary that occur in the report."""

import re
from collections.abc import Iterable

from salesdesign.reporting.blocks import Block, Definition, Definitions, Details
from salesdesign.reporting.view import View


def glossary(view: View, texts: Iterable[str]) -> tuple[Block, ...]:
    """The glossary's words that occur in the given texts; empty where none does."""
    said = "\n".join(texts).lower()
    items = tuple(
        Definition(term=term, text=meaning)
        for term, meaning in sorted(view.pack.library.glossary.items(), key=lambda pair: pair[0].lower())
        if re.search(rf"\b{re.escape(term.lower())}s?\b", said)
    )
    return (Details(summary="Words used here", blocks=(Definitions(items=items),)),) if items else ()
