"""What YAML allows and no file of ours needs: collected while a document is read, so that all is said at once."""

from collections.abc import Sequence

from salesdesign.errors import BadInput, Problem
from salesdesign.yamltree.events import Event, Mark
from salesdesign.yamltree.nodes import Node, Scalar

MOST = 200
"""Problems that are told at a time."""


class Faults:
    """The problems of one file."""

    __slots__ = ("file", "problems")

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def refuse(self) -> None:
        """Nothing, where nothing is wrong.

        Raises:
            BadInput: something is.
        """
        if self.problems:
            raise BadInput(self.problems)

    def decorated(self, event: Event) -> None:
        """Notes an anchor, or a tag, before a value."""
        if event.anchor:
            self._note(event.start_mark, f"'&{event.anchor}' names a value for reuse.", "Remove it; write values out.")
        else:
            self._note(event.start_mark, "A tag ('!') stands before the value.", "Remove it, or quote the text.")

    def alias(self, event: Event) -> Scalar:
        """Notes a value that is given by reference; what stands in for it."""
        self._note(event.start_mark, f"'*{event.anchor}' repeats a value by reference.", "Write the value out.")
        return Scalar(text="", plain=True, line=event.start_mark.line + 1, column=event.start_mark.column + 1)

    def keys(self, keys: Sequence[Node]) -> None:
        """Notes the keys of a mapping that are given twice, are no words, or merge another mapping into it."""
        first: dict[str, Scalar] = {}
        for key in keys:
            if type(key) is not Scalar:
                self._note_at(key, "A list or a mapping stands where a key is due.", "Use a word as the key.")
            elif key.text == "<<" and key.plain:
                self._note_at(key, "'<<' merges another mapping into this one.", "Write its keys out.")
            elif first.setdefault(key.text, key) is not key:
                wrong = f"'{key.text}' is given twice, first in line {first[key.text].line}."
                self._note_at(key, wrong, "Keep one of the two.")

    def too_deep(self, event: Event, levels: int) -> BadInput:
        """What to raise where values are nested too deep to read on."""
        self._note(event.start_mark, f"Values are nested deeper than {levels} levels.", "Check the brackets here.")
        return BadInput(self.problems)

    def too_many(self, events: int) -> BadInput:
        """What to raise where a document does not end."""
        wrong = f"The document has more than {events:,} values."
        return BadInput([*self.problems, Problem(file=self.file, wrong=wrong, mend="Split it into several files.")])

    def _note(self, mark: Mark, wrong: str, mend: str) -> None:
        self._add(Problem(file=self.file, line=mark.line + 1, column=mark.column + 1, wrong=wrong, mend=mend))

    def _note_at(self, node: Node, wrong: str, mend: str) -> None:
        self._add(Problem(file=self.file, line=node.line, column=node.column, wrong=wrong, mend=mend))

    def _add(self, problem: Problem) -> None:
        """Notes a problem; of very many, the first are enough to begin with."""
        if len(self.problems) < MOST:
            self.problems.append(problem)
        elif len(self.problems) == MOST:
            wrong = f"There are more than {MOST} problems."
            self.problems.append(Problem(file=self.file, wrong=wrong, mend="Mend these first."))
