"""The outline of a pack: what its files are called, and what is read first because the rest refers to it."""

from collections.abc import Mapping

from salesdesign.conditions.scope import Scope
from salesdesign.errors import BadInput
from salesdesign.model.pack import Benchmark, Choose
from salesdesign.pack.evidence import EVIDENCE as READ_EVIDENCE
from salesdesign.pack.evidence import Evidence, benchmark
from salesdesign.pack.fields import Form, Read, many, record
from salesdesign.pack.folder import Folder
from salesdesign.pack.ids import Ids
from salesdesign.pack.page import did_you_mean
from salesdesign.pack.scope import decided_facts, figures_of, joined
from salesdesign.pack.shapes import SNAKE, TEXT, one_of
from salesdesign.records import dataclass
from salesdesign.yamltree import ListNode, MapNode, Node, Scalar

HEAD, FACTS, EVIDENCE = "pack.yaml", "facts.yaml", "evidence.yaml"
DECISIONS, OPTIONS = "decisions/", "options/"
BENCHMARKS, ROLES, DEPARTMENTS = "plan/benchmarks.yaml", "plan/roles.yaml", "plan/departments.yaml"
PRACTICES, RISKS = "plan/practices.yaml", "plan/risks.yaml"
ROADMAP, GLOSSARY = "plan/roadmap.yaml", "plan/glossary.yaml"
TEXTS = "texts.yaml"
FILES = (HEAD, FACTS, EVIDENCE, TEXTS, BENCHMARKS, ROLES, DEPARTMENTS, PRACTICES, RISKS, ROADMAP, GLOSSARY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What pack.yaml says."""

    name: str = ""
    version: str = ""
    main: str = ""
    stages: str = ""
    decisions: tuple[str, ...] = ()
    organises: str = "the work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What the rest of a pack refers to."""

    head: Head
    evidence: Evidence
    benchmarks: Mapping[str, Benchmark]
    options: Mapping[str, tuple[str, ...]]
    """The option ids of each decision."""
    beside: Scope
    """What conditions may name beside the catalogue: decisions and the figures of benchmarks."""


def read_outline(files: Folder) -> Outline:
    """The outline; problems are noted in the folder.

    Raises:
        BadInput: no decision is named, so that nothing else can be judged.
    """
    for name in (HEAD, EVIDENCE):
        files.need(name)
    head = files.read(HEAD, _HEAD, Head())
    if not head.decisions:
        raise BadInput(files.problems)
    found: tuple[Benchmark, ...] = files.read(BENCHMARKS, many(benchmark(Ids("benchmark"))).read, ())
    options = {name: options_of(files, name) for name in head.decisions}
    figures = Scope(types={}, choices={}, figures=figures_of(found))
    _refuse_strangers(files, head)
    return Outline(
        head=head,
        evidence=files.read(EVIDENCE, READ_EVIDENCE, Evidence()),
        benchmarks={item.id: item for item in found},
        options=options,
        beside=joined(
            decided_facts({name: _choose(files, name) for name in head.decisions}, _named(files, options)), figures
        ),
    )


def _named(files: Folder, options: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The options that conditions may name: those that there are, and those that an extended pack had."""
    return {name: (*listed, *files.gone.get(name, ())) for name, listed in options.items()}


def decision_file(name: str) -> str:
    """The file with the question, options and gates of a decision."""
    return f"{DECISIONS}{name}/decision.yaml"


def option_files(files: Folder) -> Mapping[str, str]:
    """Each option that has a file, and the file."""
    return {name.removeprefix(OPTIONS).removesuffix(".yaml"): name for name in files.under(OPTIONS)}


def options_of(files: Folder, decision: str) -> tuple[str, ...]:
    """The option ids of a decision, at first look; whether they are right is told when it is read."""
    return _texts(_peek(files.trees.get(decision_file(decision)), "options"))


def ids_in(files: Folder, name: str, key: str) -> tuple[str, ...]:
    """The ids under a key of each entry of a file, at first look."""
    tree = files.trees.get(name)
    items = tree.items if isinstance(tree, ListNode) else ()
    return tuple(value.text for item in items if isinstance(value := _peek(item, key), Scalar))


def _head(form: Form) -> Head:
    decisions = form.required("decisions", many(SNAKE.read))
    if not decisions:
        form.reject("decisions", "The pack decides nothing.", "List one decision at least.")
    named = one_of(decisions, "decision of this pack") if decisions else SNAKE
    if len(set(decisions)) < len(decisions):
        form.reject("decisions", "A decision is listed twice.", "List each once.")
    return Head(
        name=form.required("name", TEXT),
        version=form.required("version", TEXT),
        main=form.required("main", named),
        stages=form.optional("stages", named),
        decisions=decisions,
        organises=form.optional("organises", TEXT, "the work"),
    )


_HEAD: Read[Head] = record(_head, named_by="name")


def _refuse_strangers(files: Folder, head: Head) -> None:
    """Notes files that are no part of a pack: one that is mistyped would else be missed in silence."""
    unlisted = set()
    for name in files.data:
        match name.removesuffix(".yaml").split("/") if name.endswith(".yaml") else []:
            case ["options", _]:
                pass
            case ["decisions", decision, _]:
                unlisted.add(decision)
            case _ if name not in FILES:
                files.reject(name, "No file of a pack is called so.", did_you_mean(name, FILES))
    for decision in sorted(unlisted.difference(head.decisions)):
        wrong, mend = "pack.yaml does not list this decision.", "List it, or remove the folder."
        files.reject(f"{DECISIONS}{decision}", wrong, mend)


def _choose(files: Folder, decision: str) -> Choose:
    choose = _peek(files.trees.get(decision_file(decision)), "choose")
    return Choose.SEVERAL if isinstance(choose, Scalar) and choose.text == Choose.SEVERAL else Choose.ONE


def _peek(tree: Node | None, key: str) -> Node | None:
    entries = tree.entries if isinstance(tree, MapNode) else ()
    return next((entry.value for entry in entries if entry.key.text == key), None)


def texts_of(tree: Node | None, key: str) -> tuple[str, ...]:
    """The texts in the list under a key, at first look."""
    return _texts(_peek(tree, key))


def text_of(tree: Node | None, key: str) -> str:
    """The text under a key, at first look."""
    value = _peek(tree, key)
    return value.text if isinstance(value, Scalar) else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    items = node.items if isinstance(node, ListNode) else ()
    return tuple(item.text for item in items if isinstance(item, Scalar))
