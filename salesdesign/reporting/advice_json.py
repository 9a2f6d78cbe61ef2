"""An advice as JSON: sorted keys, the same bytes for the same advice."""

import msgspec

from salesdesign.characters import json_text
from salesdesign.model.advice import Advice


def advice_json(advice: Advice) -> str:
    """The advice as a JSON document, indented by two, ending in a line feed."""
    packed = msgspec.json.encode(advice, order="sorted")
    packed = packed.replace(b'"from_":', b'"from":')  # a word of Python; in a text, the quotes would be escaped
    return json_text(msgspec.json.format(packed, indent=2).decode()) + "\n"
