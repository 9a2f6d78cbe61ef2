"""The wizard driven in a real pseudo-terminal, keys included."""

import re
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.wizard.reading import FactsFile, read_text
from tests.wizard.terminal import DOWN, LEFT, UP, Terminal

CATALOGUE = read_pack(rules_folder()).catalogue
ISLANDS = Path("examples/stalled-islands.yaml").read_text(encoding="utf-8")


def saved(folder: Path, name: str = "acme.yaml") -> FactsFile:
    return read_text((folder / name).read_text(encoding="utf-8"), CATALOGUE)


def begun(folder: Path, *arguments: str, size: tuple[int, int] = (24, 80)) -> Terminal:
    """The wizard at its third question."""
    terminal = Terminal(folder, *arguments, size=size)
    terminal.see("What is the company called?").enter("Acme")
    terminal.see("close deals?").enter("total 8")
    return terminal.see("How is selling organised")


def test_arrows_choose_and_the_scoreboard_follows(tmp_path: Path) -> None:
    terminal = begun(tmp_path).enter("3")
    terminal.see("The last time a seller left", "Assembly line").type(DOWN + DOWN).see("> 2 They noticed")
    terminal.type(UP).see("> 1 Nobody noticed").enter()
    terminal.see("Who sells it again and again?")
    assert saved(tmp_path).company.facts["customers.relationship"] == 1
    terminal.hang_up()


def test_several_are_marked_with_the_space_bar(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("company: {name: A}\n")
    terminal = Terminal(tmp_path, "--resume", "a.yaml").see("close deals?").enter("change what hurts")
    terminal.see("What hurts today?").type(f"{DOWN} {DOWN} ").see("[x] Teams in sales").enter().see("close deals?")
    assert saved(tmp_path, "a.yaml").company.facts["current.symptoms"] == ("handoff_complaints", "silos")
    terminal.hang_up()


def test_what_is_typed_is_understood_while_it_is_typed(tmp_path: Path) -> None:
    terminal = begun(tmp_path).enter("3")
    terminal.see("The last time").enter("3").see("Who sells").enter("3").see("middling deal").enter(
        "change sales budget"
    )
    terminal.see("How much may").type("1.2m a").see("Type an amount").type("\x7f\x7f").see("= $1.2 million a year")
    terminal.hang_up()


def test_the_left_arrow_goes_back_and_enter_keeps_the_answer(tmp_path: Path) -> None:
    terminal = begun(tmp_path).enter("3")
    terminal.see("The last time").type(LEFT).see("How is selling", "> 3 Each", "Enter: island").enter().see(
        "The last time"
    )
    assert saved(tmp_path).company.facts["current.structure"] == "island"
    terminal.hang_up()


def test_a_wrong_answer_gets_one_line_and_the_same_question(tmp_path: Path) -> None:
    terminal = begun(tmp_path).enter("change founders").see("How many founders").enter("a few")
    terminal.see("Type a whole number, such as 1; about, ~ and 3-5 are fine.", "How many founders")
    terminal.hang_up()


def test_an_interrupt_loses_nothing_and_another_day_goes_on(tmp_path: Path) -> None:
    terminal = begun(tmp_path).type("\x03")
    assert terminal.see("Go on with: salesdesign wizard --resume acme.yaml").end() == 130
    again = Terminal(tmp_path, "--resume", "acme.yaml").see("How is selling organised").type("\x03")
    assert again.end() == 130


def test_a_window_that_is_closed_loses_nothing(tmp_path: Path) -> None:
    begun(tmp_path).hang_up()
    assert saved(tmp_path).company.facts["headcount.sellers"] == 8


def test_the_end_of_input_saves_and_says_how_to_go_on(tmp_path: Path) -> None:
    terminal = begun(tmp_path).type("\x04")
    assert terminal.see("--resume acme.yaml").end() == 0


def test_a_wider_terminal_puts_the_scoreboard_beside_the_question(tmp_path: Path) -> None:
    terminal = begun(tmp_path).enter("3").see("The last time a seller left", "review help done quit")
    assert not any("The last time" in line and "Assembly line" in line for line in terminal.shown.splitlines())
    terminal.resize(30, 130).see_beside("The last time", "Assembly line").type("x").see("> x")
    terminal.hang_up()


@pytest.mark.parametrize("size", [(24, 80), (12, 60), (50, 200)])
def test_sixteen_choices_fit_any_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "a.yaml").write_text("company: {name: A}\n")
    terminal = Terminal(tmp_path, "--resume", "a.yaml", size=size).see(">").enter("change what hurts")
    terminal.see("What hurts today?").type(UP).see("Customers leave soon after signing")
    terminal.hang_up()


def test_the_end_is_the_advice_the_report_and_three_commands(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ISLANDS)
    terminal = Terminal(tmp_path, "--resume", "a.yaml", size=(200, 90))
    terminal.see("Stop asking?").enter().see("buy in different ways").enter().see("Go on with").enter()
    terminal.see("should move its 10 sellers", "a.html", "Next:", "wizard --resume a.yaml")
    assert terminal.end() == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!")


def test_the_plain_front_draws_nothing(tmp_path: Path) -> None:
    terminal = begun(tmp_path, "--plain").enter("3").see("In front: ").enter("quit")
    assert terminal.end() == 0
    assert "\x1b" not in terminal.raw


@pytest.mark.parametrize("also", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_a_simple_terminal_and_a_screen_reader_get_the_plain_front(tmp_path: Path, also: dict[str, str]) -> None:
    terminal = Terminal(tmp_path, also=also).see("What is the company called?").enter("Acme").see("close deals?")
    terminal.type("\x03")
    assert terminal.end() == 130
    assert "\x1b[" not in terminal.raw


def test_without_colour_the_cursor_is_still_seen(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("company: {name: A}\n")
    terminal = Terminal(tmp_path, "--resume", "a.yaml", also={"NO_COLOR": "1"}).see("close deals?")
    terminal.enter("change pace").see("How often does something new").type(DOWN).see("> 1 Once a year")
    assert not re.search(r"\x1b\[[0-9;]*\b(3|9)[0-7]m", terminal.raw)
    terminal.hang_up()


def test_the_plan_is_in_the_report_once_its_round_was_gone_through(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ISLANDS)
    terminal = Terminal(tmp_path, "--resume", "a.yaml", size=(200, 90)).see("Stop asking?").enter()
    terminal.see("buy in different ways").enter().see("Go on with").enter("yes")
    terminal.see("How much new business", "4 more questions", "Enter: what follows").enter()
    terminal.see("one closer book", "usual $800,000").enter("done")
    terminal.see("One moment", "recommend a.yaml -o a.md", "plan a.yaml -o a.xlsx", "wizard --resume a.yaml")
    assert terminal.end() == 0


def test_a_guess_answers_a_scale(tmp_path: Path) -> None:
    terminal = begun(tmp_path).enter("3").see("The last time a seller left").type("~3").see("= 3, some asked")
    terminal.type("\x7f\x7f3-5").see("= 4, most asked").enter().see("Who sells it again")
    assert saved(tmp_path).company.facts["customers.relationship"] == 4
    terminal.hang_up()


@pytest.mark.parametrize("size", [(24, 80), (40, 120)])
def test_no_key_is_cut_off(tmp_path: Path, size: tuple[int, int]) -> None:
    terminal = begun(tmp_path, size=size).see("left back").type("x").see("> x")
    assert "change review help done quit" in " ".join(terminal.shown.split())
    terminal.hang_up()


def test_a_hang_up_ends_the_program_and_leaves_the_file_whole(tmp_path: Path) -> None:
    terminal = begun(tmp_path).enter("3").see("The last time")
    terminal.hang_up()
    assert saved(tmp_path).company.facts["current.structure"] == "island"
    assert [path.name for path in tmp_path.iterdir()] == ["acme.yaml"]
