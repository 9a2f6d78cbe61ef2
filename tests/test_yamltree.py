"""Reading YAML: positions, bounds, and one clear line for everything that is no tree."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesdesign.errors import BadInput, MachineFailed, Problem
from salesdesign.yamltree import Entry, ListNode, MapNode, Scalar, events, parse, parse_documents


def said(data: bytes) -> list[str]:
    """What is said of a file named f.yaml."""
    with pytest.raises(BadInput) as caught:
        parse(data, "f.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_every_value_knows_its_place() -> None:
    found = parse(b"a: 1\nb:\n  - x\n  - 'y'\n", "f.yaml")
    assert found == MapNode(
        (
            Entry(Scalar("a", True, 1, 1), Scalar("1", True, 1, 4)),
            Entry(Scalar("b", True, 2, 1), ListNode((Scalar("x", True, 3, 5), Scalar("y", False, 4, 5)), 3, 3)),
        ),
        1,
        1,
    )


def test_scalars_stay_text() -> None:
    found = parse(b"[NO, 12:30, 010, 1_000, ~, '']", "f.yaml")
    assert isinstance(found, ListNode)
    assert [item.text for item in found.items if isinstance(item, Scalar)] == ["NO", "12:30", "010", "1_000", "~", ""]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: 1\n", b"a: 1\r\n", b"---\na: 1\n...\n", b"%YAML 1.1\n---\na: 1"])
def test_a_byte_order_mark_line_ends_and_document_marks_are_fine(data: bytes) -> None:
    found = parse(data, "f.yaml")
    assert isinstance(found, MapNode)
    assert [(entry.key.text, entry.value[0]) for entry in found.entries] == [("a", "1")]


def test_an_empty_document_is_an_empty_value() -> None:
    assert parse(b"---\n", "f.yaml") == Scalar("", True, 2, 1)


def test_documents_come_one_by_one() -> None:
    assert [node[0] for node in parse_documents(b"--- a\n--- b\n", "f.yaml")] == ["a", "b"]


def test_documents_before_a_broken_one_are_read() -> None:
    documents = parse_documents(b"--- a\n--- [1\n", "f.yaml")
    assert next(documents) == Scalar("a", True, 1, 5)
    with pytest.raises(BadInput, match="not closed"):
        next(documents)


BAD = {
    b"": "f.yaml: The file is empty. Write 'key: value' lines into it.",
    b"# only a comment\n": "f.yaml: The file is empty. Write 'key: value' lines into it.",
    b"a: 1\n---\nb: 2\n": "f.yaml:3:1: A second document starts here. Keep one document in the file, and remove the line '---'.",
    b"a:\n\tb: 1\n": "f.yaml:2:1: A tab is used to indent. Indent with spaces.",
    b"a: x\n\tb: 1\n": "f.yaml:2:1: A tab is used to indent. Indent with spaces.",
    b"a: |\n\tb\n": "f.yaml:2:1: A tab is used to indent. Indent with spaces.",
    b"\xff\xfea\0:\0": "f.yaml: The file is saved as UTF-16. Save it as UTF-8.",
    b"\xfe\xff\0a\0:": "f.yaml: The file is saved as UTF-16. Save it as UTF-8.",
    "a: 1".encode("utf-16-le"): "f.yaml: The file is saved as UTF-16. Save it as UTF-8.",
    b"a: 1\nb: caf\xe9\n": "f.yaml:2:7: The byte 0xe9 is not UTF-8 (is the file saved as Latin-1?). Save it as UTF-8.",
    b"a: 1\nb: x\x07\n": "f.yaml:2:5: The control character U+0007 is no text. Remove it.",
    b"a: 1\nb: 2\na: 3\n": "f.yaml:3:1: 'a' is given twice, first in line 1. Keep one of the two.",
    b"a: &x 1\n": "f.yaml:1:4: '&x' names a value for reuse. Remove it; write values out.",
    b"a: *x\n": "f.yaml:1:4: '*x' repeats a value by reference. Write the value out.",
    b"a: !!str 1\n": "f.yaml:1:4: A tag ('!') stands before the value. Remove it, or quote the text.",
    b"a: !thing {b: 1}\n": "f.yaml:1:4: A tag ('!') stands before the value. Remove it, or quote the text.",
    b"<<: {b: 1}\n": "f.yaml:1:1: '<<' merges another mapping into this one. Write its keys out.",
    b"? [a]\n: 1\n": "f.yaml:1:3: A list or a mapping stands where a key is due. Use a word as the key.",
    b"a: b: c\n": "f.yaml:1:5: A colon stands where no key can be. Put a text with a colon in quotes, and indent the keys of one level alike.",
    b"a: 'x\n": "f.yaml:1:4: The quote that opens here is never closed. Close it.",
    b"a: [1, 2\nb: 3\n": "f.yaml:1:4: The list that opens here is not closed. Put commas between items and ']' behind the last.",
    b"a: {b: 1\n": "f.yaml:1:4: The mapping that opens here is not closed. Put commas between entries and '}' behind the last.",
    b"a: 1\n- b\n": "f.yaml:2:1: The line does not fit the lines above it. Indent keys of one level alike, write 'key: value', and leave nothing behind a closing quote.",
    b"- a\nb: 1\n": "f.yaml:2:1: The line does not belong to the list above it. Start each item with '- ', or indent the line as its key.",
    b"a: @x\n": "f.yaml:1:4: A value cannot start with this character. Put the text in quotes.",
    b"a: ]\n": "f.yaml:1:4: A value is missing here. Write it, or remove the bracket or comma.",
    b"a: - b\n": "f.yaml:1:4: A list item starts behind a key. Start the list on a line of its own.",
    b'a: "\\q"\n': "f.yaml:1:5: A backslash in double quotes starts no known escape. Use single quotes, or write the backslash twice.",
    b"a: |x\n y\n": "f.yaml:1:5: Text follows '|' or '>' on the same line. Start the text on the next line, or put it in quotes.",
    b"a: 1\n...\nb: 2\n": "f.yaml:3:1: The document has ended above this line. Remove the line '...', or put all keys on one level.",
    b"%YAML 3.0\n---\na: 1\n": "f.yaml:1:1: The file asks for another version of YAML. Remove the %YAML line.",
    b"[" * 100_000: "f.yaml:1:31: Values are nested deeper than 30 levels. Check the brackets here.",
    b"- " * 100_000: "f.yaml:1:61: Values are nested deeper than 30 levels. Check the brackets here.",
    b"#"
    * 100_000_000: "f.yaml: The file has 100.0 MB, and no more than 10 MB are read. Split it, or check that it is the file you meant.",
    b"[" + b"a," * 300_000 + b"]": "f.yaml: The document has more than 200,000 values. Split it into several files.",
}


@pytest.mark.parametrize(("data", "message"), BAD.items(), ids=[repr(data[:20]) for data in BAD])
def test_what_is_no_tree_is_refused_in_one_clear_line(data: bytes, message: str) -> None:
    assert said(data) == [message]


def test_everything_is_said_at_once() -> None:
    assert said(b"a: &x 1\na: *x\nb: !t 2\nc: [1\n") == [
        "f.yaml:1:4: '&x' names a value for reuse. Remove it; write values out.",
        "f.yaml:2:4: '*x' repeats a value by reference. Write the value out.",
        "f.yaml:3:4: A tag ('!') stands before the value. Remove it, or quote the text.",
        "f.yaml:4:4: The list that opens here is not closed. Put commas between items and ']' behind the last.",
    ]


def test_references_that_would_explode_are_refused() -> None:
    lines = ["a: &a [x, x]"] + [f"{name}: &{name} [*{last}, *{last}]" for last, name in pairwise("abcdefghi")]
    assert len(said("\n".join(lines).encode())) == 9 + 16


def test_nothing_is_read_slowly_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "cyaml", None)
    with pytest.raises(MachineFailed, match="PyYAML lacks its C parser"):
        parse(b"a: 1", "f.yaml")


@given(
    st.one_of(st.binary(), st.text().map(str.encode), st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#<~ \t\n").map(str.encode))
)
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xff")
@example("a: \ufeff".encode())
@example(b"\x85\xff")
def test_any_bytes_are_a_tree_or_bad_input(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        parse(data, "f.yaml")
    except BadInput as error:
        problems = error.problems
    assert all(problem.wrong.endswith(".") and problem.mend.endswith(".") for problem in problems)
