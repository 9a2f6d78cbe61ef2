"""Cases from a file or a folder of files; a file holds one or a list of them."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from salesdesign.cases.case import Case, Expected, Hybrid, Passage
from salesdesign.cases.pattern import Pattern, PatternError, read_pattern
from salesdesign.errors import BadInput, MachineFailed, Problem
from salesdesign.model.ranking import Outcome
from salesdesign.pack.fields import Form, Read, Shape, many, record, table
from salesdesign.pack.ids import Ids
from salesdesign.pack.page import Misread, Page
from salesdesign.pack.shapes import CITED, SNAKE, TEXT, TEXTS, member, scalar
from salesdesign.resources import leads_out
from salesdesign.yamltree import ListNode, MapNode, Node, Scalar, parse

MAX_FILES = 5_000
MAX_DEPTH = 5
MAX_FILE_BYTES = 1_000_000
MAX_PATTERNS = 20
MAX_CASES = 10_000
"""Of one run; a thousand take about half a second."""

_FIXED = ("excluded", "rules", "gates", "ranks", "segments", "text", "hybrid", "mix")
_NOT, _INCLUDES = "_not", "_includes"


def read_cases(place: Traversable) -> tuple[Case, ...]:
    """All cases of a file, or of the files in a folder and the folders in it, by name of file.

    Raises:
        BadInput: a file has problems; all problems of all files.
        MachineFailed: a file cannot be read.
    """
    problems: list[Problem] = []
    ids = Ids("case")
    read: list[Case] = []
    for file, data in _contents(place):
        read += _cases(file, data, ids, problems)
        if len(read) > MAX_CASES:
            wrong, mend = f"There are more than {MAX_CASES:,} cases here.", "Name one of the files or folders."
            raise BadInput([Problem(file=str(place), wrong=wrong, mend=mend)])
    if problems:
        raise BadInput(tuple(dict.fromkeys(problems)))
    return tuple(read)


def _cases(file: str, data: bytes, ids: Ids, problems: list[Problem]) -> tuple[Case, ...]:
    if not data.strip():
        return ()  # the shell makes the file before `rules coverage > tests/more.yaml` begins
    try:
        tree = parse(data, file)
    except BadInput as error:
        problems.extend(error.problems)
        return ()
    nodes = tree.items if isinstance(tree, ListNode) else (tree,)
    page, read = Page(file, data, problems), _case(ids)
    found = (read(node, page) for node in nodes)
    return tuple(case for case in found if case is not None)


def _case(ids: Ids) -> Read[Case]:
    def build(form: Form) -> Case:
        return Case(
            id=form.required("id", ids.fresh(CITED)),
            name=form.required("name", TEXT),
            facts=form.required("facts", _FACTS),
            expected=form.required("expect", Shape(record(_expected), Expected())),
            source=form.optional("source", TEXT),
            strength=form.optional("strength", TEXT),
            file=form.page.file,
            line=form.node.line,
        )

    return record(build)


def _expected(form: Form) -> Expected:
    keys = [entry.key.text for entry in form.node.entries if entry.key.text not in _FIXED]
    if not form.node.entries:
        form.page.reject(form.node, "The case expects nothing.", "Say what must come out.")
    avoided = [key for key in keys if key.endswith(_NOT)]
    included = [key for key in keys if key.endswith(_INCLUDES)]
    plain = [key for key in keys if not key.endswith((_NOT, _INCLUDES))]
    return Expected(
        chosen={key: form.required(key, _IDS) for key in plain},
        avoided={key.removesuffix(_NOT): form.required(key, _IDS) for key in avoided},
        included={key.removesuffix(_INCLUDES): form.required(key, _IDS) for key in included},
        excluded=form.optional("excluded", table(SNAKE.read, _IDS.read)),
        rules=form.optional("rules", table(CITED.read, member(Outcome, "outcome", Outcome.UNKNOWN).read)),
        gates=form.optional("gates", table(CITED.read, member(Passage, "state of a gate", Passage.OPEN).read)),
        ranks=form.optional("ranks", table(SNAKE.read, _IDS.read)),
        segments=form.optional("segments", table(TEXT.read, table(SNAKE.read, _IDS.read).read)),
        text=form.optional("text", _PATTERNS),
        hybrid=form.maybe("hybrid", member(Hybrid, "kind of hybrid", Hybrid.OK)),
        mix=form.optional("mix", table(TEXT.read, SNAKE.read)),
    )


def _patterns(node: Node, page: Page) -> tuple[Pattern, ...] | None:
    if isinstance(node, ListNode) and len(node.items) > MAX_PATTERNS:
        page.reject(node, f"There are more than {MAX_PATTERNS} patterns.", "Make a second case of it.")
        return None
    return many(_PATTERN.read).read(node, page)


def _pattern(node: Scalar) -> Pattern:
    try:
        return read_pattern(node.text)
    except PatternError as error:
        raise Misread(error.wrong, error.mend) from error


def _facts(node: Node, page: Page) -> Node | None:
    if not isinstance(node, MapNode):
        page.reject(node, "Facts are a mapping of sections.", "Write them as in a file of facts.")
    return node


_IDS = TEXTS
_PATTERN = scalar("a pattern", _pattern, read_pattern(""))
_PATTERNS: Shape[tuple[Pattern, ...]] = Shape(_patterns, ())
_FACTS: Shape[Node] = Shape(_facts, MapNode((), 1, 1))


def _contents(place: Traversable) -> Iterator[tuple[str, bytes]]:
    """The name and bytes of each file, sorted by name."""
    try:
        for count, file in enumerate(sorted(_files(place, MAX_DEPTH), key=str)):
            if count >= MAX_FILES:
                wrong = f"There are more than {MAX_FILES} files of cases here."
                raise BadInput([Problem(file=str(place), wrong=wrong)])
            with file.open("rb") as stream:
                data = stream.read(MAX_FILE_BYTES + 1)
            if leads_out(file, place) or len(data) > MAX_FILE_BYTES:
                wrong = f"This is a link that leads out of {place}, or has more than {MAX_FILE_BYTES:,} bytes."
                raise BadInput([Problem(file=str(file), wrong=wrong, mend="Copy the file in, or divide it.")])
            yield str(file), data
    except FileNotFoundError as error:
        wrong, mend = "There is no such file or folder.", "Name a case file, or a folder of them."
        raise BadInput([Problem(file=str(place), wrong=wrong, mend=mend)]) from error
    except OSError as error:
        raise MachineFailed(f"{place}: the cases cannot be read: {error.strerror or error}.") from error


def _files(place: Traversable, depth: int) -> Iterator[Traversable]:
    if not place.is_dir():
        yield place
        return
    for entry in place.iterdir():
        if entry.is_dir() and depth > 1 and not leads_out(entry, place):
            yield from _files(entry, depth - 1)
        elif entry.name.endswith(".yaml") and entry.is_file():
            yield entry
