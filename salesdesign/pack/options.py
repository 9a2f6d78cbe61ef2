"""Options: what each is, its pros and cons, how much of it is called for."""

from salesdesign.model.catalogue import FactType
from salesdesign.model.pack import Amount, Option, Remark
from salesdesign.pack.expressions import calculation, condition
from salesdesign.pack.fields import Form, Read, many, record
from salesdesign.pack.ids import Ids, Known
from salesdesign.pack.shapes import KEBAB, TEXT, one_of
from salesdesign.pack.texts import template


def option(name: str, known: Known) -> Read[Option]:
    """Reads the file of the option of that name."""
    claims = many(one_of(known.claims, "claim").read)
    remarks = Ids("remark")

    def build(form: Form) -> Option:
        return Option(
            id=form.required("option", one_of((name,), "name of this file")),
            name=form.required("name", TEXT),
            summary=form.required("summary", TEXT),
            plural=form.optional("plural", TEXT),
            called=form.optional("called", TEXT),
            team=form.optional("team", TEXT),
            pros=form.optional("pros", many(_remark(remarks, known))),
            cons=form.optional("cons", many(_remark(remarks, known))),
            jobs_note=form.optional("jobs_note", template(known.facts)),
            wins_when=form.optional("wins_when", TEXT),
            roles=form.optional("roles", many(one_of(known.roles, "role").read)),
            amounts=form.optional("amounts", many(_amount(known))),
            evidence=form.optional("evidence", claims),
            file=form.page.file,
        )

    return record(build, named_by="option")


def _remark(ids: Ids, known: Known) -> Read[Remark]:
    text = template(known.facts)
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)

    def build(form: Form) -> Remark:
        return Remark(
            id=form.required("id", ids.fresh(KEBAB)),
            text=form.required("text", text),
            when=form.maybe("when", question),
            mitigation=form.optional("mitigation", text),
            evidence=form.required("evidence", claims),
            file=form.page.file,
            line=form.node.line,
        )

    return record(build)


def _amount(known: Known) -> Read[Amount]:
    claims = many(one_of(known.claims, "claim").read)
    question = condition(known.scope, known.later)
    text = template(known.facts)

    def build(form: Form) -> Amount:
        return Amount(
            when=form.required("when", question),
            people=form.required("people", calculation(known.scope, FactType.NUMBER, known.later)),
            held_by=form.required("held_by", TEXT),
            because=form.required("because", text),
            evidence=form.optional("evidence", claims),
        )

    return record(build)
