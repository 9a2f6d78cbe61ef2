"""The variables of generated Python."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Locals:
    """The local variables of one generated function: one for each fact, and one for each value that is used twice."""

    facts: dict[str, str] = field(default_factory=dict)
    values: int = 0

    def fact(self, name: str) -> str:
        """The variable that holds a fact."""
        return self.facts.setdefault(name, f"f{len(self.facts)}")

    def value(self) -> str:
        """A new variable."""
        self.values += 1
        return f"v{self.values}"

    def loads(self) -> list[str]:
        """The statements that fill the variables of facts; `get` looks a fact up."""
        return [f"{variable} = get({name!r})" for name, variable in self.facts.items()]
