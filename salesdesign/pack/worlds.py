"""The world of a pack: what a company's facts may be, with decisions among them."""

from salesdesign.conditions.solve.world import World, world_of
from salesdesign.model.catalogue import FactType
from salesdesign.model.pack import Choose, Pack
from salesdesign.pack.scope import DECIDED, SEGMENT_STRUCTURES, SEGMENTS

_KINDS = {Choose.ONE: FactType.CHOICE, Choose.SEVERAL: FactType.CHOICES}


def world_of_pack(pack: Pack) -> World:
    """What a company's facts may be; a decision may come to any of its options, whatever the facts are."""
    decided = {
        f"{DECIDED}.{decision.id}": (_KINDS[decision.choose], tuple(option.id for option in decision.options))
        for decision in pack.decisions
    }
    beside: dict[str, tuple[FactType, tuple[str, ...]]] = {
        SEGMENT_STRUCTURES: (FactType.COUNT, ()),
        SEGMENTS: (FactType.RECORDS, ()),
    }
    return world_of(pack.catalogue, {**decided, **beside})
