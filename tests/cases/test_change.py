"""What a change of the rules moves."""

from pathlib import Path

from salesdesign.cases.change import Edits, Move, edits, moves
from salesdesign.engine.compile import compile_pack
from salesdesign.facts.read import read_company
from salesdesign.pack.read import read_pack
from tests.pack.packs import SMALL, Change, changed

FACTS = b"company: {name: Old Town}\nstaff: {people: 6}\nreaders: {patience: 1}\nloans: {per_day: 600}\n"
TURNED = Change("decisions/desk/queue.yaml", "{desks_by_task: 2, one_desk: -1.5}", "{desks_by_task: -3, one_desk: 1}")


def test_edits_name_what_was_added_removed_and_changed(tmp_path: Path) -> None:
    renamed = Change("decisions/desk/people.yaml", "load-of-the-day", "load-of-a-day")
    assert edits(read_pack(SMALL), changed(renamed, tmp_path)) == Edits(
        added=("load-of-a-day",), removed=("load-of-the-day",), changed=()
    )


def test_a_weight_and_a_condition_are_changes_and_a_reason_is_none(tmp_path: Path) -> None:
    heavier = changed(Change("decisions/desk/queue.yaml", "weight: 3", "weight: 2"), tmp_path / "a")
    worded = changed(Change("decisions/desk/queue.yaml", "Your readers do not wait.", "They go."), tmp_path / "b")
    old = read_pack(SMALL)
    assert (edits(old, heavier).changed, edits(old, worded).changed) == (("desk.queue",), ())


def test_a_company_that_is_advised_otherwise_is_told_with_what_moved_it(tmp_path: Path) -> None:
    old, new = compile_pack(read_pack(SMALL)), compile_pack(changed(TURNED, tmp_path))
    company = read_company(FACTS, "f", old.pack.catalogue, {})
    (move,) = moves({"old": company, "new": company}, old, new)
    assert move == Move(
        company="Old Town",
        decision="desk",
        before=("desks_by_task",),
        after=("one_desk",),
        rules=(("readers-leave", 22.5),),
    )
    assert str(move) == "Old Town: desk: desks_by_task -> one_desk (readers-leave +22.5)"


def test_a_change_that_moves_nothing_is_silent(tmp_path: Path) -> None:
    old = compile_pack(read_pack(SMALL))
    new = compile_pack(changed(Change("decisions/desk/queue.yaml", "weight: 3", "weight: 4"), tmp_path))
    company = read_company(FACTS, "f", old.pack.catalogue, {})
    assert moves({"old": company, "new": company}, old, new) == ()
