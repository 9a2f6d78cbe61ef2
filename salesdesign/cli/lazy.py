"""Commands that are imported when they are called: `--help` lists them all, and needs none of them."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

if TYPE_CHECKING:  # Typer brings a Click of its own, and no public name for it
    from typer._click.core import Command, Context


class LazyGroup(TyperGroup):
    """A group whose commands are imported when they are called."""

    helps: ClassVar[Mapping[str, str]] = {}
    """By command, what it does: the first line of its own help, to which a test holds it; in the order of the list.

    The module `salesdesign.cli.COMMAND` has a function of that name and `EXAMPLES`, or an `app` of several commands.
    """

    def __init__(self, **given: Any) -> None:  # Any: whatever Typer gives a group
        standing_in = {name: TyperCommand(name, help=text) for name, text in self.helps.items()}
        super().__init__(**{**given, "commands": standing_in})

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """The command that was called, imported now, with its name and arguments."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, imported(name) if name is not None and command is not None else None, rest


def imported(name: str) -> "Command":
    """The command of that name, or the group of them."""
    module = import_module(f"salesdesign.cli.{name}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        app.command(name, epilog=module.EXAMPLES)(getattr(module, name))
    return get_command(app)
