"""What the wizard works with, the same from the first question to the last."""

from collections.abc import Mapping

from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.pack import Pack
from salesdesign.records import dataclass
from salesdesign.wizard.questions import Question, questions_of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Desk:
    """A rule pack, compiled, with every question that follows from it. Compared by identity: looks are kept by it."""

    pack: Pack
    machine: Machine
    questions: Mapping[str, Question]

    @property
    def catalogue(self) -> Catalogue:
        """The facts that there are."""
        return self.pack.catalogue


def desk_of(pack: Pack) -> Desk:
    """The desk for a pack."""
    return Desk(pack=pack, machine=compile_pack(pack), questions=questions_of(pack.catalogue))
