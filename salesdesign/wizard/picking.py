"""Choices picked with arrow keys: where the cursor is, what is marked, and the line that this would be if typed."""

from dataclasses import replace

from salesdesign.records import dataclass
from salesdesign.wizard.prompt import Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Picker:
    """A list of choices under the cursor keys."""

    count: int
    several: bool
    cursor: int | None = None
    """None until an arrow key is pressed: then Enter still means that the answer is not known."""
    marked: frozenset[int] = frozenset()

    def moved(self, steps: int) -> "Picker":
        """The cursor some steps further down, round the ends."""
        if not self.count:
            return self
        start = (-1 if steps > 0 else self.count) if self.cursor is None else self.cursor
        return replace(self, cursor=(start + steps) % self.count)

    def toggled(self) -> "Picker":
        """The choice under the cursor marked, or no longer marked."""
        if not self.several or self.cursor is None:
            return self
        return replace(self, marked=self.marked ^ {self.cursor})

    @property
    def line(self) -> str:
        """What Enter would give: the numbers that were picked; empty where nothing was."""
        if self.several and self.marked:
            return " ".join(str(number + 1) for number in sorted(self.marked))
        return "" if self.cursor is None else str(self.cursor + 1)


def picker_of(prompt: Prompt) -> Picker:
    """The picker of a prompt, on what is stated already."""
    taken = [number for number, choice in enumerate(prompt.choices) if choice.id in prompt.taken]
    return Picker(
        count=len(prompt.choices),
        several=prompt.several,
        cursor=taken[0] if taken else None,
        marked=frozenset(taken) if prompt.several else frozenset(),
    )
