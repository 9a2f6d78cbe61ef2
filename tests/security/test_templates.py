"""A stranger's templates may say anything on their page, and do nothing else."""

from pathlib import Path

import pytest

from salesdesign.reporting import allowance
from salesdesign.reporting.counting import Counting
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
    "a text that fills": "{{ ' '.ljust(10 ** 12) }}",
    "a text that is formatted": "{{ '{:>1000000000}'.format(1) }}",
    "a text that is formatted by a sign": "{{ '%1000000000d' % 1 }}",
    "a text that is formatted by a filter": "{{ '%1000000000d' | format(1) }}",
    "a text that is put between": "{% set x = 'x' * 2 %}{{ (range(99999) | join('x')) | replace('', range(99999) | join('x')) }}",
    "a text that is joined": "{{ range(99999) | join(range(99999) | join) }}",
    "a text that is indented": "{{ 'x' | indent(10 ** 12) }}",
    "bytes of a number": "{{ (1).to_bytes(10 ** 10, 'big') }}",
    "lists of lists": "{% set n = namespace(a=[1], b=[1]) %}{% for i in range(99) %}{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}{% endfor %}{{ n.a == n.b }}",
    "mappings of mappings": "{% set n = namespace(a={}) %}{% for i in range(99) %}{% set n.a = dict(a=n.a, b=n.a) %}{% endfor %}{{ n.a }}",
    "arguments of arguments": "{% macro m(d) %}{% if d %}{{ m(d - 1, varargs, varargs) }}{% endif %}{% endmacro %}{{ m(99, 1) }}",
    "lists that are added": "{% set n = namespace(a=[1]) %}{% for i in range(99) %}{% set n.a = n.a + n.a %}{% endfor %}{{ n.a | length }}",
    "a sum of lists": "{{ [[1], [2]] | sum(start=[]) }}",
    "slices": "{% for a in range(99999) %}{% set b = range(99999)[1:] | list %}{% endfor %}",
    "a condition of a loop": "{% for a in range(99999) %}{% for b in range(99999) if b < 0 %}{% endfor %}{% endfor %}",
    "a loop in itself": "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "a file in itself": "{% set n = namespace(d=0) %}{% include 'twice.txt' %}",
    "a list that grows": "{% set a = [1] %}{% for i in range(99) %}{% set b = a.extend(a) %}{% endfor %}",
    "many names": "{{ lipsum(n=10 ** 9) }}",
    "an unknown name": "{{ nothing_of_the_kind }}",
    "a syntax error": "{% for %}",
    "deep nesting": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "bytes that are no text": "\udcff",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with facts, a pack, templates, and a secret beside them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(allowance, "VALUES", 1_000_000)
    monkeypatch.setattr(allowance, "STEPS", 1_000_000)
    strange_pack(tmp_path / "plain", ["Plain words"])
    (tmp_path / "facts.yaml").write_text(company("Acme"))
    (tmp_path / "secret.txt").write_text("root:x:0:0:the secret")
    (tmp_path / "house").mkdir()
    (tmp_path / "house/twice.txt").write_text("{% include 'twice.txt' %}{% include 'twice.txt' %}")
    for kind in ("html", "md"):
        (tmp_path / "house" / kind).mkdir(parents=True)
    (tmp_path / "house/link.txt").symlink_to(tmp_path / "secret.txt")
    return tmp_path


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("kind", ["html", "md"])
def test_a_template_cannot_leave_its_sandbox(here: Path, kind: str, text: str) -> None:
    (here / f"house/{kind}/report.{kind}.j2").write_bytes(text.encode("utf-8", "surrogateescape"))
    ended = call("recommend", "facts.yaml", "--format", kind, "--rules", "plain", "--templates", "house")
    assert (ended.code, "Traceback" in ended.said) == (2, False)
    assert ended.said.startswith(f"templates/{kind}/report.{kind}.j2")
    assert "root:" not in ended.printed


@pytest.mark.parametrize(
    "name", ["a file of the machine", "a file behind a link", "a class", "a long loop", "a large text"]
)
@pytest.mark.parametrize("page", ["index", "portfolio", "report"])
def test_a_template_of_a_batch_neither(here: Path, page: str, name: str) -> None:
    (here / f"house/html/{page}.html.j2").write_text(ATTACKS[name])
    ended = call("batch", "facts.yaml", "-o", "out", "--jobs", "1", "--rules", "plain", "--templates", "house")
    assert (ended.code, "Traceback" in ended.said) == (2, False)
    assert "root:" not in "".join(file.read_text() for file in (here / "out").rglob("*.html"))


@pytest.mark.parametrize("kind", ["html", "md"])
def test_our_templates_say_the_same_when_they_are_counted(here: Path, kind: str) -> None:
    (here / "empty").mkdir()
    ours = call("recommend", "facts.yaml", "--format", kind, "--rules", "plain")
    counted = call("recommend", "facts.yaml", "--format", kind, "--rules", "plain", "--templates", "empty")
    assert (counted.code, counted.printed) == (ours.code, ours.printed)


USES = {
    "{{ [3, 1, 2] | sort | join(', ') }}": "1, 2, 3",
    "{{ ['a', 'b'] | map('upper') | list | length }}": "2",
    "{{ 'a-b' | replace('-', '+') }}": "a+b",
    "{{ '%.2f' | format(1.5) }}": "1.50",
    "{{ 'a' ~ (1 + 2) }}": "a3",
    "{{ [1, 2, 3][1:] | sum }}": "5",
    "{{ range(5) | select('odd') | list | tojson }}": "[1, 3]",
    "{{ 'Large Account'.lower().split(' ')[0] }}": "large",
    "{% for a, b in {'x': 1} | dictsort %}{{ a }}{{ b }}{% endfor %}": "x1",
    "{% for x in [1, 2, 3] if x > 1 %}{{ loop.index }}{{ x }}{% else %}none{% endfor %}": "1223",
    "{% macro m(x) %}<{{ x }}{{ caller() }}>{% endmacro %}{% call m(1) %}in{% endcall %}": "<1in>",
    "{% set n = namespace(t=0) %}{% for x in range(4) %}{% set n.t = n.t + x %}{% endfor %}{{ n.t }}": "6",
    "{% filter upper %}a{{ 'b' }}{% endfilter %}": "AB",
    "{% set x %}a{{ 1 }}{% endset %}{{ x }}": "a1",
    "{% for n in [[1, [[2, []]]]] recursive %}{{ n[0] }}{{ loop(n[1]) }}{% endfor %}": "12",
    "{{ 7 // 2 }} {{ 7 % 4 }} {{ 2 ** 5 }} {{ 10 / 4 }} {{ 2 * 3.5 }}": "3 3 32 2.5 7.0",
    "{{ (1, 2) == (1, 2) }}": "True",
}
"""What templates do, and what comes out."""


@pytest.mark.parametrize("text", USES)
def test_what_templates_do_comes_out_as_always(text: str) -> None:
    assert Counting(finalize=str).from_string(text).render() == USES[text]
