"""Names of companies, markets and places, and texts of packs, in what is more than a page: workbook, slides, PDF, comparisons, CI."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from tests.browser.tools import output, program
from tests.security.carriers import CARRIERS, REFUSED_IN_FACTS, REFUSED_IN_PACKS
from tests.security.strangers import ACTING, Ended, call, strange_pack
from tests.security.test_injection import EVERY, elements, kinds, legible, links, said, tags, words_of

ROOT = Path(__file__).resolve().parents[2]
NAMES = [text for name, text in CARRIERS.items() if name not in REFUSED_IN_FACTS]
TEXTS = [text for name, text in CARRIERS.items() if name not in REFUSED_IN_PACKS]
CALM = ["Plain words", "Plain market", "Other market", "Third market", "Plain place", "Other place", "Third place"]
"""A company, its three markets and its three places."""

BOOKS = ("recommend {} -o {}.pptx", "plan {} -o {}.xlsx")
PAGES = ("recommend {} --format html", "whatif {} --vary headcount.sellers=20..24 --format html")
DOCUMENTS = ("recommend {} --format md", "compare calm.yaml {} --format md", "check {} --format md")
LINES = (
    "plan {}",
    "compare calm.yaml {}",
    "check {} --format text",
    "check {} --format github",
    "explain {}",
)
DATA = (
    "compare calm.yaml {} --format json",
    "plan {} --format json",
    "check {} --format sarif",
    "check {} --format junit",
)
TABLES = ("plan {} --table people --format csv", "plan {} --table territories --format csv", "whatif {} --vary headcount.sellers=20..24 --format csv")  # fmt: skip


OTHERS = 1 if EVERY == 1 else 14
"""Each turn lays seven carriers; with `make prove` every carrier comes into every place."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a company whose names are calm."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "calm.yaml").write_text(company(CALM))
    return tmp_path


def company(names: Sequence[str]) -> str:
    """A company with three markets and three places, all named."""
    facts = yaml.load((ROOT / "examples/three-markets.yaml").read_text(), yaml.CSafeLoader)
    facts["company"]["name"] = names[0]
    for segment, name in zip(facts["segments"], names[1:4], strict=True):
        segment["name"] = name
    facts["territories"] = [
        {"name": name, "sellers": 1 + number, "accounts": 100, "potential": 1_000_000}
        for number, name in enumerate(names[4:])
    ]
    facts["company"]["as_of"], facts["plan"]["start"] = "2026-10-12", "2027-01"
    return yaml.safe_dump(facts, allow_unicode=False, sort_keys=False, width=10**9)


def named(turn: int) -> list[str]:
    """Seven names that are told apart, each a carrier."""
    return [f"{said(NAMES[(turn + place) % len(NAMES)])} {place or ''}".strip() for place in range(len(CALM))]


@pytest.mark.parametrize("turn", range(0, len(NAMES), OTHERS))
def test_names_have_no_effect_in_a_workbook_and_on_slides(here: Path, turn: int) -> None:
    names = named(turn)
    (here / "strange.yaml").write_text(company(names))
    for line in BOOKS:
        for which in ("calm", "strange"):
            assert call(*line.format(f"{which}.yaml", which).split()).code == 0
    held("xlsx", names)
    assert [name for name in names if not legible(name, words("strange.xlsx"))] == []
    held("pptx", names)
    assert legible(names[0], words("strange.pptx"))


@pytest.mark.parametrize("turn", range(0, len(NAMES), OTHERS))
def test_names_of_markets_and_places_have_no_effect_in_any_output(here: Path, turn: int) -> None:
    names = named(turn)
    (here / "strange.yaml").write_text(company(names))
    if not _CALM:
        _CALM.update(shown("calm.yaml"))
    calm, strange = _CALM, shown("strange.yaml")
    assert [line for line, text in strange.items() if ACTING.search(text)] == []
    assert [tags(strange[line]) for line in PAGES] == [tags(calm[line]) for line in PAGES]
    assert {scheme for line in PAGES for scheme in links(strange[line])} <= {"", "https", "http"}
    assert [
        line
        for line in DOCUMENTS
        if kinds(strange[line]) - kinds(calm[line]) - {"text_special", "paragraph_open", "paragraph_close"}
    ] == []
    assert [
        line
        for line in LINES
        if re.search(r"^\s*::|##\[", re.sub(r"(?m)^::(error|warning|notice) .*$", "", strange[line]), re.MULTILINE)
    ] == []
    assert [
        cell
        for line in TABLES
        for row in csv.reader(strange[line].splitlines())
        for cell in row
        if re.match(r"\s*[=+@]|\s*-(?![\d.])", cell)
    ] == []
    assert json.loads(strange[DATA[1]])
    assert ElementTree.fromstring(strange[DATA[3]]).tag == "testsuites"
    page = words_of(strange[PAGES[0]])
    assert [name for name in names[:4] if not legible(name, page)] == []


_CALM: dict[str, str] = {}


def shown(file: str) -> Mapping[str, str]:
    """What every command prints about a company."""
    lines = (*PAGES, *DOCUMENTS, *LINES, *DATA, *TABLES)
    return {line: call(*line.format(file).split()).printed for line in lines}


def test_pages_of_a_batch_have_the_same_elements_whoever_is_in_it(here: Path) -> None:
    for folder, names in (("calm", ["Plain words"] * len(NAMES)), ("strange", NAMES)):
        (here / folder).mkdir()
        for number, name in enumerate(names):
            facts = {"company": {"name": name}, "headcount": {"sellers": 12}, "current": {"structure": "pod"}}
            (here / folder / f"c{number:02}.yaml").write_text(yaml.safe_dump(facts, allow_unicode=False))
        assert call("batch", folder, "-o", f"{folder}-out", "--jobs", "1", "--format", "none").code == 0
    for page in ("index.html", "portfolio.html"):
        calm, strange = ((here / f"{folder}-out" / page).read_text(encoding="utf-8") for folder in ("calm", "strange"))
        assert ACTING.search(strange) is None
        assert tags(strange) == tags(calm)
        assert len(elements(strange)) == len(elements(calm))
        assert links(strange) <= {"", "https", "http"}


@pytest.mark.parametrize("turn", range(0, len(TEXTS), 2 * OTHERS))
def test_texts_of_a_pack_have_no_effect_in_a_workbook_and_on_slides(here: Path, turn: int) -> None:
    strange_pack(here / "pack", [*TEXTS[turn:], *TEXTS[:turn]], ROOT / "rules")
    strange_pack(here / "plain", ["Plain words"], ROOT / "rules")
    for line in BOOKS:
        assert call(*line.format("calm.yaml", "calm").split(), "--rules", "plain").code == 0
        assert call(*line.format("calm.yaml", "strange").split(), "--rules", "pack").code == 0
    held("xlsx", TEXTS)
    held("pptx", TEXTS)


@pytest.mark.parametrize("turn", range(0, len(TEXTS), 4 * OTHERS))
def test_texts_of_a_pack_have_no_effect_in_pages_of_a_batch(here: Path, turn: int) -> None:
    strange_pack(here / "strange", [*TEXTS[turn:], *TEXTS[:turn]], ROOT / "rules")
    strange_pack(here / "plain", ["Plain words"], ROOT / "rules")
    for pack in ("plain", "strange"):
        line = f"batch calm.yaml -o {pack}-out --jobs 1 --format none --rules {pack}"
        assert call(*line.split()).code == 0
    for page in ("index.html", "portfolio.html"):
        plain, strange = ((here / f"{pack}-out" / page).read_text(encoding="utf-8") for pack in ("plain", "strange"))
        assert ACTING.search(strange) is None
        assert tags(strange) <= tags(plain)
        assert links(strange) <= {"", "https", "http"}


RULES = ("budget-broken", "confidence-low", "fact-unknown", "facts-old", "phase-over", "span-broken")


@pytest.mark.parametrize("turn", range(0, len(NAMES), 6 if OTHERS == 1 else 12))
def test_reasons_of_a_policy_have_no_effect_in_any_output_of_check(here: Path, turn: int) -> None:
    facts = "company: {name: Acme}\nheadcount: {sellers: 12}\ncurrent: {structure: island}\n"
    (here / "facts.yaml").write_text(facts)
    told = {}
    for reasons in (["Plain words"] * 6, [NAMES[(turn + place) % len(NAMES)] for place in range(6)]):
        entries = zip(RULES, reasons, strict=True)
        policy = "".join(
            f"[[suppress]]\nrule = {rule!r}\nreason = {json.dumps(why, ensure_ascii=False)}\n" for rule, why in entries
        )
        (here / "salesdesign.toml").write_text(policy.replace("\x7f", ""), encoding="utf-8")
        told[reasons[0]] = {form: call("check", "facts.yaml", "--format", form) for form in FORMS}
    calm, strange = told.values()
    assert {ended.code for ended in strange.values()} == {0}, [ended.said for ended in strange.values()]
    assert [form for form, ended in strange.items() if ACTING.search(ended.printed + ended.said)] == []
    assert kinds(strange["md"].printed) - kinds(calm["md"].printed) == set()
    assert commands(strange) == commands(calm)
    assert ElementTree.fromstring(strange["junit"].printed).tag == "testsuites"
    assert json.loads(strange["sarif"].printed)


FORMS = ("text", "md", "github", "json", "sarif", "junit")


def commands(told: Mapping[str, Ended]) -> list[str]:
    """What the runner of a CI would obey."""
    lines = (told["github"].printed + told["text"].printed).splitlines()
    return [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("name", ["HTML", "script", "a Markdown link", "a bare link", "bidirectional", "CSS"])
def test_a_name_has_no_effect_in_a_pdf(here: Path, name: str) -> None:
    program("chromium"), program("pdftotext")
    pdf = here / "strange.pdf"
    (here / "strange.yaml").write_text(f"company: {{name: {json.dumps(CARRIERS[name])}}}\nheadcount: {{sellers: 12}}\n")
    assert call("recommend", "strange.yaml", "-o", "strange.pdf").code == 0
    assert legible(said(CARRIERS[name]), output("pdftotext", str(pdf), "-"))
    without_effect(pdf)


@pytest.mark.xdist_group("chromium")
def test_texts_of_a_pack_have_no_effect_in_a_pdf(here: Path) -> None:
    program("chromium"), program("pdftotext")
    strange_pack(here / "strange", TEXTS, ROOT / "rules")
    assert call("recommend", "calm.yaml", "-o", "strange.pdf", "--rules", "strange").code == 0
    without_effect(here / "strange.pdf")


def without_effect(pdf: Path) -> None:
    """Fails where a PDF runs a program, or leads to where a stranger wants."""
    assert output("pdfinfo", "-js", str(pdf)).strip() == ""
    addresses = [line.split()[-1] for line in output("pdfinfo", "-url", str(pdf)).splitlines()[1:]]
    assert [address for address in addresses if "evil" in address or not address.startswith(("http", "Dest"))] == []


def held(kind: str, carried: Sequence[str]) -> None:
    """Fails where a strange book has parts, elements, links or formulas that the calm one has not."""
    calm, strange = dict(parts(Path(f"calm.{kind}").read_bytes())), dict(parts(Path(f"strange.{kind}").read_bytes()))
    assert strange.keys() == calm.keys()
    assert [part for part in strange if part.endswith(".rels") and strange[part] != calm[part]] == []
    assert [part for part, text in strange.items() if ACTING.search(text.replace("\r\n", "\n"))] == []
    assert [part for part in strange if ours(part) and shapes(strange[part]) - shapes(calm[part])] == []
    formulas = [formula for text in strange.values() for formula in re.findall(r"<f>([^<]*)", text)]
    assert [formula for formula in formulas if any(text[:12] in formula for text in carried)] == []
    known = " ".join(calm.values())
    assert [
        word for formula in formulas for word in re.findall(r"[A-Z]+(?=\()", formula) if f"{word}(" not in known
    ] == []
    assert not [part for part in strange if ".xlsx/" in part and "<f>" in strange[part]]


def parts(data: bytes, within: str = "") -> Iterator[tuple[str, str]]:
    """Every part of a book as a text, those of the books in it too."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith(".xlsx"):
                yield from parts(book.read(name), f"{within}{name}/")
            elif name.endswith((".xml", ".rels")):
                yield f"{within}{name}", book.read(name).decode()


def ours(part: str) -> bool:
    """Whether a part holds what we write; the others belong to the library's empty book."""
    return part.endswith(".xml") and "theme" not in part


def shapes(part: str) -> set[str]:
    """Which elements a part has."""
    return {element.tag for element in ElementTree.fromstring(part).iter()}


def words(file: str) -> str:
    """All texts of a book, as a program that opens it reads them."""
    found = (
        " ".join(ElementTree.fromstring(text).itertext()) for part, text in parts(Path(file).read_bytes()) if ours(part)
    )
    return " ".join(found).replace("_x005F_", "_")
