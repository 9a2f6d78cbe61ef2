"""The sheet of rates: what one person of a role costs in a month, from pay, load, tools and travel."""

from collections.abc import Mapping, Sequence

from salesdesign.model.plan import CostLine, Plan
from salesdesign.records import dataclass
from salesdesign.workbook.clock import Key
from salesdesign.workbook.inputs import Inputs
from salesdesign.workbook.paper import Book, Sheet
from salesdesign.workbook.people_months import keys_of

CLOSE = 1e-9
COLUMNS = ("base", "variable", "load", "tools", "travel", "hiring", "commission")
HEADS = (
    "Base pay a month",
    "Variable pay a month",
    "On top of pay a month",
    "Tools a month",
    "Travel a month",
    "Recruiting a hire",
    "Commission on each unit booked",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Where a rate stands, and what it is."""

    cells: Mapping[tuple[str, str, str], str]
    values: Mapping[tuple[str, str, str], float]
    """By segment, role and part."""


def write_rates(book: Book, plan: Plan, inputs: Inputs) -> Rates:
    """The sheet, written; where its rates stand comes back."""
    sheet = book.sheet("Rates", (22, 22, *(16 for _ in COLUMNS)), freeze=(3, 2))
    sheet.line(["Rates"], "title")
    sheet.line([f"What one person costs, in {plan.currency}; from the inputs where they say it"], "faint")
    sheet.head(("Segment", "Role"), HEADS)
    cells: dict[tuple[str, str, str], str] = {}
    values: dict[tuple[str, str, str], float] = {}
    for key in keys_of(plan):
        sheet.put(0, key[0] or "Whole company")
        sheet.put(1, key[1].replace("_", " "))
        for place, (part, value) in enumerate(_rates(plan, key, inputs).items(), 2):
            cells[(*key, part)], values[(*key, part)] = sheet.at(sheet.row, place), value
            _write(sheet, place, value, _formulas(key, part, inputs))
        sheet.row += 1
    return Rates(cells=cells, values=values)


def _write(sheet: Sheet, column: int, value: float, tried: Sequence[tuple[str, float]]) -> None:
    """The first formula that gives the plan's own rate; else the rate."""
    for formula, comes_to in tried:
        if abs(comes_to - value) <= CLOSE * max(1.0, abs(value)):
            sheet.compute(column, formula, value)
            return
    sheet.put(column, value, "input")


def _rates(plan: Plan, key: Key, inputs: Inputs) -> dict[str, float]:
    """The rates that the plan's own costs show."""
    lines = {line.part: line for line in plan.workings.costs if (line.segment, line.role) == key}
    months = [row for row in plan.months if (row.segment, row.role) == key]
    present = [row.start + row.hires + row.moved_in - row.moved_out for row in months]
    booked = next((line.expected for line in plan.workings.sales if (line.segment, line.role) == key), ())
    found = {part: _each(lines.get(part), present) for part in ("base", "variable", "tools", "travel")}
    found["hiring"] = _each(lines.get("hiring"), [row.hires for row in months])
    found["commission"] = _each(lines.get("commission"), booked)
    charge = inputs.values.get("employer_charge", 0.0)
    commission = lines["commission"].by_month if "commission" in lines else (0.0,) * len(months)
    load = lines["load"].by_month if "load" in lines else (0.0,) * len(months)
    on_base = tuple(whole - charge * part for whole, part in zip(load, commission, strict=True))
    found["load"] = next((cost / people for cost, people in zip(on_base, present, strict=True) if people), 0.0)
    return {part: found[part] for part in COLUMNS}


def _each(line: CostLine | None, counts: Sequence[float]) -> float:
    if line is None:
        return 0.0
    return next((cost / count for cost, count in zip(line.by_month, counts, strict=True) if count), 0.0)


def _formulas(key: Key, part: str, inputs: Inputs) -> list[tuple[str, float]]:
    """Ways in which a rate may follow from the inputs, with what each comes to."""
    role, quota = key[1], f"quota.{key[0]}" if key[0] else "quota"
    pay, fixed = f"pay.{role}", f"fixed_share.{role}"
    tries: dict[str, list[tuple[str, tuple[str, ...]]]] = {
        "base": [("{0}*{1}/12", (pay, fixed))],
        "variable": [("{0}*(1-{1})/12", (pay, fixed))],
        "load": [
            ("{0}*{1}/12*({2}-1)", (pay, fixed, "load")),
            ("{0}*{1}/12*({2}-1)+{0}*(1-{1})/12*{3}", (pay, fixed, "load", "employer_charge")),
        ],
        "tools": [("{0}/12", ("tools",))],
        "travel": [("{0}/12", ("travel",))],
        "hiring": [("{0}", ("recruiting",))],
        "commission": [("{0}*(1-{1})/{2}", (pay, fixed, quota))],
    }
    return [
        (form.format(*(inputs.cells[name] for name in names)), _comes_to(form, [inputs.values[name] for name in names]))
        for form, names in tries[part]
        if inputs.knows(*names)
    ]


def _comes_to(form: str, values: Sequence[float]) -> float:
    """What a formula of the inputs comes to; each has one of these five shapes."""
    pay, fixed, third, charge = (*values, 0.0, 0.0, 0.0)[:4]
    match form:
        case "{0}*{1}/12":
            return pay * fixed / 12
        case "{0}*(1-{1})/12":
            return pay * (1 - fixed) / 12
        case "{0}*{1}/12*({2}-1)":
            return pay * fixed / 12 * (third - 1)
        case "{0}*{1}/12*({2}-1)+{0}*(1-{1})/12*{3}":
            return pay * fixed / 12 * (third - 1) + pay * (1 - fixed) / 12 * charge
        case "{0}*(1-{1})/{2}":
            return pay * (1 - fixed) / third if third else 0.0
        case "{0}/12":
            return pay / 12
        case _:
            return pay
