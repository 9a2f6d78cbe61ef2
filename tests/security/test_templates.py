"""A stranger's templates may say anything on their page, and do nothing else."""

import resource
import signal
from pathlib import Path

import pytest

from salesdesign.reporting import bounds
from tests.security.strangers import call, company, strange_pack

ATTACKS = {
    "a file of the machine": "{% include '/etc/passwd' %}",
    "a file above its folder": "{% include '../secret.txt' %}",
    "a file above, spelt otherwise": "{% include 'html/../../secret.txt' %}",
    "a file behind a link": "{% include 'link.txt' %}",
    "a file of Windows": r"{% include '..\\secret.txt' %}",
    "a class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a class by a filter": "{{ ''|attr('__class__') }}",
    "the globals of a function": "{{ report.__init__.__globals__ }}",
    "a format string": "{{ '{0.__class__.__mro__}'.format(report) }}",
    "a long loop": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "a loop without end": "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "a range without end": "{% for a in range(10 ** 12) %}x{% endfor %}",
    "a page without end": "{% for a in range(99999) %}{% for b in range(999) %}xxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
    "a large text": "{{ 'x' * 10 ** 11 }}",
    "a text that doubles": "{% set x = 'x' * 1000 %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
    "a wide text": "{{ 'x'.center(10 ** 12) }}",
    "a large number": "{{ (9 ** (9 ** 9)) is odd }}",
    "a number that grows": "{% for a in range(999) %}{% set b = namespace(x=9) %}{% for c in range(99) %}{% set b.x = b.x * b.x %}{% endfor %}{% endfor %}",
    "a number of many decimals": "{{ (1 / 0) | round(10 ** 9) }}",
    "division by nothing": "{{ 1 / 0 }}",
    "an unknown name": "{{ nothing_of_the_kind }}",
    "a syntax error": "{% for %}",
    "deep nesting": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "bytes that are no text": "\udcff",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with facts, a pack, templates, and a secret beside them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bounds, "SECONDS", 1)
    strange_pack(tmp_path / "plain", ["Plain words"])
    (tmp_path / "facts.yaml").write_text(company("Acme"))
    (tmp_path / "secret.txt").write_text("root:x:0:0:the secret")
    for kind in ("html", "md"):
        (tmp_path / "house" / kind).mkdir(parents=True)
    (tmp_path / "house/link.txt").symlink_to(tmp_path / "secret.txt")
    return tmp_path


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("kind", ["html", "md"])
def test_a_template_cannot_leave_its_sandbox(here: Path, kind: str, text: str) -> None:
    (here / f"house/{kind}/report.{kind}.j2").write_bytes(text.encode("utf-8", "surrogateescape"))
    limit, handler = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF)
    ended = call("recommend", "facts.yaml", "--format", kind, "--rules", "plain", "--templates", "house")
    assert (ended.code, "Traceback" in ended.said) == (2, False)
    assert ended.said.startswith(f"templates/{kind}/report.{kind}.j2")
    assert "root:" not in ended.printed
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF)) == (limit, handler)


@pytest.mark.parametrize(
    "name", ["a file of the machine", "a file behind a link", "a class", "a long loop", "a large text"]
)
@pytest.mark.parametrize("page", ["index", "portfolio", "report"])
def test_a_template_of_a_batch_neither(here: Path, page: str, name: str) -> None:
    (here / f"house/html/{page}.html.j2").write_text(ATTACKS[name])
    ended = call("batch", "facts.yaml", "-o", "out", "--jobs", "1", "--rules", "plain", "--templates", "house")
    assert (ended.code, "Traceback" in ended.said) == (2, False)
    assert "root:" not in "".join(file.read_text() for file in (here / "out").rglob("*.html"))
