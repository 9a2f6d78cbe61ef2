"""Writes the pages that follow from the program: facts, commands, the JSON of an advice, what the tutorial prints."""

import ast
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from salesdesign.advise import advise, probed
from salesdesign.cli.app import Commands, app
from salesdesign.engine.compile import compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.catalogue import Catalogue, Fact, FactType
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.reporting.build import build
from salesdesign.reporting.render import render
from salesdesign.reporting.schema import advice_schema
from salesdesign.resources import rules_folder

FOLDER = Path(__file__).parent
MODEL = FOLDER.parent / "salesdesign" / "model"
TUTORIAL = "tutorial/first-advice.md"
GIVEN = re.compile(r"<!-- facts -->\n```yaml\n(.*?)```", re.DOTALL)
PRINTED = re.compile(r"(<!-- made by docs/pages\.py -->\n```text\n).*?(```)", re.DOTALL)
MADE = "\n`make docs` writes this page.\n"
WIDTH = 80

CODES = """
## How a command ends

| code | when |
| --- | --- |
| 0 | done, and all is well |
| 1 | done, and a policy or gate is not met: `check`, `batch --fail-on`, `rules lint`, `rules test`, `report --check` |
| 2 | bad usage, or facts, rules or templates that cannot be followed |
| 3 | the machine failed: the disk, a permission, another program |
| 4 | a defect of ours, with how to report it |
| 130 | interrupted |

Where several hold, the worst wins. Results go to standard output, everything else to standard error; `-` reads standard
input; `NO_COLOR` is honoured; nothing is asked where standard input is no terminal; nothing half-written stays behind.
"""


def pages() -> Mapping[str, str]:
    """The pages by their path in the folder."""
    pack = read_pack(rules_folder())
    return {
        "reference/facts.md": facts_page(pack.catalogue),
        "reference/commands.md": commands_page(),
        "reference/advice.md": advice_page(advice_schema()),
        TUTORIAL: tutorial(pack, (FOLDER / TUTORIAL).read_text(encoding="utf-8")),
    }


def facts_page(catalogue: Catalogue) -> str:
    """Every fact, by section, with the question that asks for it and what its values mean."""
    sections: dict[str, list[Fact]] = {}
    for fact in catalogue.facts.values():
        sections.setdefault(fact.name.partition(".")[0], []).append(fact)
    told = "".join(f"\n## {name}\n{''.join(map(_fact, found))}" for name, found in sections.items())
    derived = "".join(f"- `{fact.name}`: {fact.title.lower()}\n" for fact in catalogue.derived.values())
    opening = (
        "# Facts\n\nA facts file is a YAML mapping of sections. Every fact is optional except "
        "`company.name`; one that is absent or null is unknown. Money is in `company.currency`, shares run from 0 "
        "to 1, scales from 1 to 5.\n"
    )
    follow = "\n## What follows from them\n\nStated values go before these:\n\n"
    return f"{opening}{told}{follow}{derived}{MADE}"


def _fact(fact: Fact) -> str:
    told = " ".join(filter(None, (_escaped(fact.question), _escaped(fact.help))))
    choices = "".join(f"- `{choice.id}`: {_escaped(choice.text)}\n" for choice in fact.choices)
    fields = "".join(f"- `{field.name}` ({_kind(field)}): {_escaped(field.question)}\n" for field in fact.fields)
    listed = choices or fields
    return f"\n### `{fact.name}`\n\n*{_kind(fact)}.* {told}\n{f'{chr(10)}{listed}' if listed else ''}"


def _kind(fact: Fact) -> str:
    named = {FactType.YES_NO: "yes or no", FactType.CHOICES: "a list of choices", FactType.NUMBERS: "a list of numbers"}
    parts = [named.get(fact.type, fact.type.value), fact.unit]
    if fact.low is not None or fact.high is not None:
        parts.append(_bounds(fact.low, fact.high))
    return ", ".join(filter(None, ("required" if fact.required else "", *parts)))


def _bounds(low: float | None, high: float | None) -> str:
    if low is None:
        return f"at most {high:g}"
    return f"{low:g} or more" if high is None else f"{low:g} to {high:g}"


def commands_page() -> str:
    """What each command says of itself."""
    told = "".join(f"\n## {' '.join(path)}\n\n```text\n{_help(path)}\n```\n" for path in _paths())
    return f"# Commands\n\nEvery command says the same under `--help`.\n{told}{CODES}{MADE}"


def _paths() -> Iterable[tuple[str, ...]]:
    for name in Commands.helps:
        yield (name,)
        if name == "rules":
            yield from (
                ("rules", part) for part in re.findall(r"(?m)^  (\w+)  ", _help(("rules",)).partition("Commands:")[2])
            )


def _help(path: tuple[str, ...]) -> str:
    done = CliRunner().invoke(app, [*path, "--help"], prog_name="salesdesign", env={"COLUMNS": str(WIDTH)})
    return done.output.strip()


def advice_page(schema: Mapping[str, Any]) -> str:
    """Every field of an advice as JSON."""
    kinds = {"Advice": schema, **schema["$defs"]}
    told = "".join(_record(name, kind) for name, kind in kinds.items())
    opening = (
        "# The JSON of an advice\n\n`salesdesign recommend acme.yaml --format json` writes one document, sorted, and "
        "the same bytes for the same facts, rules and seed. `salesdesign schema advice` prints the JSON "
        "Schema that this page is made from.\n"
    )
    return f"{opening}{told}{MADE}"


def _record(name: str, kind: Mapping[str, Any]) -> str:
    meanings = _meanings().get(name, {})
    rows = "".join(
        f"| `{field}` | {_type(found)} | {_escaped(meanings.get(field, ''))} |\n"
        for field, found in kind["properties"].items()
    )
    head = "| field | type | meaning |\n| --- | --- | --- |\n"
    return f"\n## {name}\n\n{_escaped(kind.get('description', ''))}\n\n{head}{rows}"


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    """What stands below each field of the model, by class and field."""
    found: dict[str, dict[str, str]] = {}
    for file in sorted(MODEL.glob("*.py")):
        kinds = (node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef))
        found |= {kind.name: dict(_documented(kind)) for kind in kinds}
    return found


def _documented(kind: ast.ClassDef) -> Iterable[tuple[str, str]]:
    for field, below in pairwise(kind.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name.rstrip("_"), text


def _type(found: Mapping[str, Any]) -> str:
    if "$ref" in found:
        name = found["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in found:
        return " or ".join(dict.fromkeys(_type(part) for part in found["anyOf"]))
    if "enum" in found:
        return ", ".join(f"`{value}`" for value in found["enum"])
    if found.get("type") == "array":
        return f"list of {_type(found['items'])}" if "items" in found else "list"
    values = found.get("additionalProperties")
    return f"by name: {_type(values)}" if isinstance(values, dict) else str(found.get("type", "any"))


def tutorial(pack: Pack, text: str) -> str:
    """The tutorial with what the program prints for the facts that it gives."""
    given = GIVEN.search(text)
    assert given is not None  # noqa: S101  the page says so
    machine = compile_pack(pack)
    company = read_company(given[1].encode(), "acme.yaml", pack.catalogue)
    advice = probed(advise(company, pack, machine=machine), company, machine)
    printed = _shortened(render(build(advice, pack), "terminal").splitlines())
    return PRINTED.sub(lambda found: f"{found[1]}{printed}{found[2]}", text)


def _shortened(lines: Iterable[str], most: int = 40) -> str:
    kept = list(lines)
    cut = next((index for index in range(most, 0, -1) if not kept[index]), most)
    return "\n".join([*kept[:cut], "", "...", ""])


def _escaped(text: str) -> str:
    return re.sub(r"([|<>*_\[\]])", r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    for path, page in pages().items():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_text(page, encoding="utf-8", newline="\n")
