"""Roles and departments: who does what, whom they hand to, how they are paid."""

from salesdesign.model.pack import Department, Pay, Place, Role
from salesdesign.pack.fields import Form, Read, many, record
from salesdesign.pack.ids import Ids, Known
from salesdesign.pack.shapes import NUMBER, SNAKE, TEXT, TEXTS, member, one_of
from salesdesign.pack.texts import template

_ROUNDING = 0.001
_PLACE = member(Place, "place in the organisation", Place.MANAGES)


def role(ids: Ids, options: tuple[str, ...], known: Known) -> Read[Role]:
    """Reads a role; it is paid by the options of the main decision."""
    claims = many(one_of(known.claims, "claim").read)

    def build(form: Form) -> Role:
        return Role(
            id=form.required("role", ids.fresh(SNAKE)),
            name=form.required("name", TEXT),
            plural=form.required("plural", TEXT),
            department=form.required("department", one_of(known.departments, "department")),
            duties=form.required("duties", TEXTS),
            measures=form.required("measures", TEXTS),
            hands_to=form.optional("hands_to", many(one_of(known.roles, "role").read)),
            hands_over=form.optional("hands_over", TEXT),
            hire=form.optional("hire", TEXT),
            place=form.maybe("place", _PLACE),
            pay=form.optional("pay", many(_pay(options, known))),
            evidence=form.optional("evidence", claims),
        )

    return record(build, named_by="role")


def department(ids: Ids, known: Known) -> Read[Department]:
    """Reads a department."""
    claims = many(one_of(known.claims, "claim").read)

    def build(form: Form) -> Department:
        return Department(
            id=form.required("department", ids.fresh(SNAKE)),
            name=form.required("name", TEXT),
            does=form.required("does", TEXTS),
            leaves=form.optional("leaves", TEXTS),
            evidence=form.optional("evidence", claims),
        )

    return record(build, named_by="department")


def _pay(options: tuple[str, ...], known: Known) -> Read[Pay]:
    claims = many(one_of(known.claims, "claim").read)
    text = template(known.facts)

    def build(form: Form) -> Pay:
        pay = Pay(
            option=form.optional("option", one_of(options, "option of the main decision")),
            fixed=form.required("fixed", NUMBER),
            variable=form.required("variable", NUMBER),
            team=form.optional("team", NUMBER),
            measured_on=form.required("measured_on", TEXT),
            because=form.required("because", text),
            evidence=form.optional("evidence", claims),
        )
        if min(pay.fixed, pay.variable) < 0 or abs(pay.fixed + pay.variable - 1) > _ROUNDING:
            form.reject("fixed", "The fixed and the variable share do not sum to 1.", "Write shares, as 0.5 and 0.5.")
        if not 0 <= pay.team <= 1:
            form.reject("team", "The team's part is a share of the variable part, 0 to 1.")
        return pay

    return record(build, named_by="option")
