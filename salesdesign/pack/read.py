"""A whole pack from its folder: every file of it, or every problem of every file at once."""

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable

from salesdesign.errors import BadInput, Problem
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.pack import Contradiction, Decision, Library, Option, Pack
from salesdesign.model.voice import NEUTRAL
from salesdesign.pack import outline
from salesdesign.pack.asked import MOST_IN_ALL, asked_in_all
from salesdesign.pack.catalogue import EMPTY, read_catalogue
from salesdesign.pack.collector import collector_paused
from salesdesign.pack.criteria import criterion
from salesdesign.pack.decisions import decision
from salesdesign.pack.evidence import Evidence, contradiction
from salesdesign.pack.extend import with_base
from salesdesign.pack.fields import Read, T, many, table
from salesdesign.pack.folder import Folder, open_folder
from salesdesign.pack.ids import Ids, Known
from salesdesign.pack.library import advised, hazard, stage
from salesdesign.pack.options import option
from salesdesign.pack.outline import Outline, read_outline
from salesdesign.pack.people import department, role
from salesdesign.pack.scope import catalogue_scope, decided_names
from salesdesign.pack.shapes import TEXT
from salesdesign.pack.voice import voice

MOST_RULES = 3_000
"""Rules and gates of one pack."""


def read_pack(folder: Traversable) -> Pack:
    """The pack that a folder holds.

    Raises:
        BadInput: there is no such folder, or its files have problems: all of them, each with its place.
        MachineFailed: a file cannot be read.
    """
    with collector_paused():
        return _pack(with_base(open_folder(folder)))


def _pack(files: Folder) -> Pack:
    outlined = read_outline(files)
    catalogue = _catalogue(files, outlined)
    known = _known(files, outlined, catalogue)
    pack = Pack(
        name=outlined.head.name,
        version=outlined.head.version,
        digest=files.digest,
        main=outlined.head.main,
        stages=outlined.head.stages,
        catalogue=catalogue,
        decisions=_decisions(files, outlined, known),
        sources=outlined.evidence.sources,
        claims=outlined.evidence.claims,
        contradictions=_contradictions(files, outlined.evidence, known),
        benchmarks=outlined.benchmarks,
        library=_library(files, outlined, known),
        accepted=tuple(dict.fromkeys(files.accepted)),
        extends=files.extends,
        organises=outlined.head.organises,
        voice=files.read(outline.TEXTS, voice(outlined.head.decisions, known), NEUTRAL),
    )
    count = len(known.rule_ids.places)
    if count > MOST_RULES:
        files.reject(outline.HEAD, f"This pack has {count} rules and gates.", f"A pack has {MOST_RULES:,} at most.")
    if (asked := asked_in_all(pack)) > MOST_IN_ALL:
        wrong = f"Its conditions ask for {asked:,} facts, derived ones written out."
        files.reject(outline.HEAD, wrong, f"Those of a pack ask for {MOST_IN_ALL:,} at most.")
    if files.problems:
        raise BadInput(tuple(dict.fromkeys(_told(problem, files.taken) for problem in files.problems)))
    return pack


def _told(problem: Problem, taken: frozenset[str]) -> Problem:
    """A problem that follows from what an extension removes, with the mend that helps there."""
    named = taken.intersection(problem.wrong.replace("'", " ").replace(",", " ").split())
    if not named or problem.file.endswith(f"/{outline.HEAD}"):
        return problem
    return replace(problem, mend=f"pack.yaml removes {', '.join(sorted(named))}: remove this as well, or keep it.")


def _catalogue(files: Folder, outlined: Outline) -> Catalogue:
    files.need(outline.FACTS)
    tree = files.trees.get(outline.FACTS)
    if tree is None:
        return EMPTY
    return read_catalogue(tree, files.page(outline.FACTS), outlined.benchmarks, outlined.beside)


def _known(files: Folder, outlined: Outline, catalogue: Catalogue) -> Known:
    return Known(
        scope=catalogue_scope(catalogue.facts.values(), catalogue.derived.values(), outlined.beside),
        claims=outlined.evidence.claims,
        roles=outline.ids_in(files, outline.ROLES, "role"),
        departments=outline.ids_in(files, outline.DEPARTMENTS, "department"),
        rule_ids=Ids("rule"),
    )


def _decisions(files: Folder, outlined: Outline, known: Known) -> tuple[Decision, ...]:
    """All decisions; each may ask only about those that are taken before it."""
    options = _options(files, outlined, known)
    names = outlined.head.decisions
    decisions = [
        _decision(files, name, replace(known, later=decided_names(names[place:])), options)
        for place, name in enumerate(names)
    ]
    return tuple(found for found in decisions if found is not None)


def _decision(files: Folder, name: str, known: Known, options: Mapping[str, Option]) -> Decision | None:
    head = outline.decision_file(name)
    files.need(head)
    taken = files.read(head, decision(name, known, options), None)
    listed = outline.options_of(files, name)
    read = criterion(Ids("criterion"), listed, known)
    criteria = [files.read(file, read, None) for file in files.under(f"{outline.DECISIONS}{name}/") if file != head]
    return taken and replace(taken, criteria=tuple(found for found in criteria if found is not None))


def _options(files: Folder, outlined: Outline, known: Known) -> Mapping[str, Option]:
    names = outline.option_files(files)
    read = {name: files.read(file, option(name, known), None) for name, file in names.items()}
    listed = {name for options in outlined.options.values() for name in options}
    for name in sorted(set(names) - listed) if listed else ():
        files.reject(names[name], f"No decision has the option {name}.", "List it in a decision, or remove the file.")
    return {name: found for name, found in read.items() if found is not None}


def _contradictions(files: Folder, evidence: Evidence, known: Known) -> tuple[Contradiction, ...]:
    read, page = contradiction(Ids("contradiction"), known), files.page(outline.EVIDENCE)
    found = [read(node, page) for node in evidence.contradictions]
    return tuple(item for item in found if item is not None)


def _library(files: Folder, outlined: Outline, known: Known) -> Library:
    main = outlined.options.get(outlined.head.main, ())
    phases = outlined.options.get(outlined.head.stages, ())
    return Library(
        roles={item.id: item for item in _list(files, outline.ROLES, role(Ids("role"), main, known))},
        departments=_list(files, outline.DEPARTMENTS, department(Ids("department"), known)),
        practices=_list(files, outline.PRACTICES, advised(Ids("practice"), known)),
        risks=_list(files, outline.RISKS, hazard(Ids("risk"), known)),
        stages={item.phase: item for item in _list(files, outline.ROADMAP, stage(Ids("stage"), phases, known))},
        glossary=files.read(outline.GLOSSARY, table(TEXT.read, TEXT.read).read, {}),
        homeless=outlined.evidence.homeless,
    )


def _list(files: Folder, name: str, read: Read[T]) -> tuple[T, ...]:
    return files.read(name, many(read).read, ())
