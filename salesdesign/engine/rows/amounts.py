"""The source of how much of each option is called for."""

from salesdesign.conditions.branches import indented
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import source_of
from salesdesign.model.pack import Option, Pack


def options_with_amounts(pack: Pack) -> tuple[tuple[str, Option], ...]:
    """The options that come in amounts, each after the id of its decision, in the order of the pack."""
    return tuple((decision.id, option) for decision in pack.decisions for option in decision.options if option.amounts)


def amounts_source(pack: Pack) -> str:
    """The source of the function `amounts` of facts: how many people each such option calls for, or None."""
    names = Locals()
    people = [_people(option, names) for _, option in options_with_amounts(pack)]
    found = "".join(f"{source}, " for source in people)
    return (
        "\n".join(["def amounts(facts):", *indented(["get = facts.get", *names.loads(), f"return ({found})"])]) + "\n"
    )


def _people(option: Option, names: Locals) -> str:
    """The number of the first amount whose condition holds, in tenths."""
    chain = "None"
    for amount in reversed(option.amounts):
        value = names.value()
        number = f"({value} := {source_of(amount.people, names)}) is not None"
        chain = f"(round({value}, 1) if {source_of(amount.when, names)} is True and {number} else {chain})"
    return chain
