"""The machine of the conversation, without any terminal."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.facts.read import read_company
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.wizard.desk import Desk, desk_of
from salesdesign.wizard.outlook import look
from salesdesign.wizard.prompt import prompt_of
from salesdesign.wizard.reply import reply
from salesdesign.wizard.scoreboard import effect, meaning, scoreboard_of
from salesdesign.wizard.state import State
from salesdesign.wizard.trust import Trust, is_firm
from salesdesign.wizard.turn import Ending
from tests.wizard.talk import MUSTS, talk


def test_the_first_questions_are_those_that_every_company_needs(desk: Desk) -> None:
    asked = [talk(desk, *MUSTS[:count]).asked for count in range(len(MUSTS))]
    assert asked == [
        "company.name",
        "headcount.sellers",
        "current.structure",
        "customers.relationship",
        "process.repeatability",
        "deal.value",
    ]


def test_after_them_what_is_most_worth_knowing_is_asked(desk: Desk) -> None:
    after = talk(desk, *MUSTS)
    assert after.asked == next(iter(after.outlook.trust.worth))


def test_enter_and_do_not_know_decline_a_fact_for_good(desk: Desk) -> None:
    after = talk(desk, "Acme", "total 8", "", "don't know")
    assert after.asked == "process.repeatability"
    assert after.outlook.file.declined == {"current.structure", "customers.relationship"}


def test_what_was_declined_is_not_asked_again_on_another_day(desk: Desk) -> None:
    assert talk(desk, text=talk(desk, "Acme", "dk", "dk", "dk").text).asked == "headcount.sellers/3"
    assert talk(desk, text=talk(desk, "Acme", "total 8", "").text).asked == "customers.relationship"


def test_an_empty_fact_of_a_starter_file_is_asked(desk: Desk) -> None:
    assert talk(desk, text="company:\n  name: A\nheadcount:\n  sellers:\n").asked == "headcount.sellers"


def test_people_are_counted_by_job_and_summed(desk: Desk) -> None:
    after = talk(desk, "Acme", "6", "2", "", "1", "", "")
    assert after.facts["headcount.sellers"] == 9
    assert after.asked == "current.structure"


def test_jobs_can_be_told_on_one_line(desk: Desk) -> None:
    assert talk(desk, "Acme", "6 2 0 1 0 0").facts["headcount.sellers"] == 9


def test_the_sum_alone_will_do(desk: Desk) -> None:
    assert talk(desk, "Acme", "about 10 in all").facts["headcount.sellers"] == 10


def test_where_a_job_is_not_known_the_sum_is_asked(desk: Desk) -> None:
    before = talk(desk, "Acme", "6", "dk", "", "", "", "")
    assert before.asked == "headcount.sellers/6"
    assert talk(desk, text=before.text).asked == "headcount.sellers/6"


def test_jobs_that_are_changed_change_the_sum(desk: Desk) -> None:
    after = talk(desk, "Acme", "6 2 0 1 0 0", "change sellers", "9", "", "", "", "", "")
    assert after.facts["headcount.sellers"] == 12


def test_the_last_share_is_what_is_left(desk: Desk) -> None:
    after = talk(desk, "Acme", "change customers by size", "50", "30%")
    assert [after.facts[f"customers.mix.{size}"] for size in ("smb", "mid_market", "enterprise")] == [0.5, 0.3, 0.2]


def test_shares_can_be_told_on_one_line(desk: Desk) -> None:
    assert talk(desk, "Acme", "change mix", "50/30/20").facts["customers.mix.enterprise"] == 0.2


def test_shares_of_more_than_all_are_refused_with_what_is_left(desk: Desk) -> None:
    after = talk(desk, "Acme", "change mix", "70", "40")
    assert after.said == ("Together that makes 110%: at most 30% is left here.",)
    assert after.asked == "customers.mix/1"


def test_shares_can_be_changed_one_after_the_other(desk: Desk) -> None:
    after = talk(desk, "Acme", "change mix", "50 30", "change mix", "90", "10")
    assert after.facts["customers.mix.enterprise"] == 0.0


def test_the_first_amount_may_name_the_currency_and_its_rate_is_asked_next(desk: Desk) -> None:
    after = talk(desk, *MUSTS[:5], "350k €")
    assert (after.facts["company.currency"], after.asked) == ("EUR", "company.usd_per_unit")


def test_another_currency_later_is_refused(desk: Desk) -> None:
    after = talk(desk, *MUSTS, "change sales budget", "20k €")
    assert after.said == ("Your other amounts are in USD: type this one in USD, or change currency first.",)


def test_what_contradicts_another_answer_is_refused_in_one_line(desk: Desk) -> None:
    after = talk(desk, "Acme", "total 8", "change founders", "0", "change structure today", "founder led")
    (line,) = after.said
    assert line == (
        "Selling is led by founders, and no founder sells. Give headcount.founders_selling as it is today, or another "
        "structure."
    )


def test_back_asks_the_question_before_and_enter_keeps_its_answer(desk: Desk) -> None:
    back = talk(desk, "Acme", "total 8", "island", "back")
    assert back.asked == "current.structure"
    kept = talk(desk, "Acme", "total 8", "island", "back", "")
    assert (kept.facts["current.structure"], kept.asked) == ("island", "customers.relationship")


def test_back_goes_on_going_back(desk: Desk) -> None:
    assert talk(desk, "Acme", "total 8", "3", "3", "back", "back", "back").asked == "headcount.sellers"


def test_before_the_first_question_there_is_none(desk: Desk) -> None:
    assert talk(desk, "back").said == ("This is the first question of this sitting. Earlier answers: review.",)


def test_an_answer_is_changed_by_its_name_or_its_number(desk: Desk) -> None:
    assert talk(desk, "Acme", "total 8", "3", "change founders").asked == "headcount.founders_selling"
    assert talk(desk, "Acme", "total 8", "3", "change 1").asked == "company.name"
    assert talk(desk, "Acme", "change nonsense zzz").said[0].startswith("Nothing here is called")


def test_review_lists_what_was_answered(desk: Desk) -> None:
    assert talk(desk, "Acme", "total 8", "", "review").said == (
        "  1  Company          Acme",
        "  2  Sellers          8 people",
        "  3  Structure today  not known",
    )


def test_a_company_may_be_called_like_a_command(desk: Desk) -> None:
    assert talk(desk, '"Back"').facts["company.name"] == "Back"


def test_the_name_is_needed(desk: Desk) -> None:
    assert talk(desk, "").said == ("The file needs it. Any name will do.",)


def test_done_and_quit_end_the_conversation(desk: Desk) -> None:
    assert talk(desk, "Acme", "done").ending is Ending.ADVICE
    assert talk(desk, "Acme", "quit").ending is Ending.SAVED


ISLANDS = Path("examples/stalled-islands.yaml").read_text(encoding="utf-8")
"""A facts file that lacks little."""


def test_stopping_is_offered_as_soon_as_the_answer_stands(desk: Desk) -> None:
    offer = talk(desk, text=ISLANDS)
    assert offer.asked == "offer.stop"
    assert "holds in" in (offer.outlook.question.text if offer.outlook.question else "")
    assert talk(desk, "no", text=ISLANDS).asked in desk.questions
    assert talk(desk, "", text=ISLANDS).asked == "offer.segments"


def test_what_a_gate_waits_for_is_asked_while_nothing_can_be_recommended(desk: Desk) -> None:
    text = "company: {name: A}\nheadcount: {sellers: 0}\ncurrent: {structure: self_serve}\n"
    after = talk(desk, "dk", "dk", "dk", text=text)
    assert after.outlook.trust.waiting >= {"company.self_serve_share"}
    answered = talk(desk, "dk", "dk", "dk", "100%", text=text)
    assert (after.asked, answered.asked) == ("company.self_serve_share", "offer.stop")


def test_a_choice_that_most_draws_turn_does_not_stand_however_little_each_question_moves(desk: Desk) -> None:
    trust = Trust(stands=0.0, leads=False, worth={}, moves={"deal.value": 0.0}, waiting=frozenset())
    assert not is_firm(trust, ("island",), ["deal.value"])
    assert is_firm(replace(trust, leads=True, stands=0.6), ("island",), ["deal.value"])
    assert not is_firm(replace(trust, leads=True, stands=0.6, moves={"deal.value": 0.03}), ("island",), ["deal.value"])


def test_markets_are_told_row_by_row_and_rows_can_be_taken_back(desk: Desk) -> None:
    rows = ("yes", "y", "Large, 40%, 120k, 150", "Small; 50; 1,200", "Other")
    segments = talk(desk, *rows, "back", "", text=ISLANDS).outlook.file.company.segments
    assert [(segment.name, segment.share, dict(segment.facts)) for segment in segments] == [
        ("Large", 0.4, {"deal.value": 120_000, "deal.cycle_days": 150}),
        ("Small", 0.5, {"deal.value": 1_200}),
    ]


def test_a_row_that_cannot_be_is_refused(desk: Desk) -> None:
    after = talk(desk, "yes", "y", "Large, 40%", "Small, 90%", text=ISLANDS)
    assert after.said == ("The shares of the segments sum to 1.3. Together they are at most 1.",)


def test_the_plan_is_offered_and_enter_takes_the_usual_figure(desk: Desk) -> None:
    assert talk(desk, "yes", "no", text=ISLANDS).asked == "offer.plan"
    plan = talk(desk, "yes", "no", "yes", "", text=ISLANDS)
    assert (plan.asked, plan.outlook.file.declined) == ("plan.quota", frozenset({"plan.target"}))


def test_keys_that_are_not_ours_stay_and_are_named(desk: Desk) -> None:
    text = "company:\n  name: A\n  mood: fine # ours\nnotes: [x]\n"
    after = talk(desk, "total 5", text=text)
    assert after.outlook.file.foreign == ("company.mood", "notes")
    assert all(line in after.text for line in text.splitlines())


def test_what_an_answer_did_is_told(desk: Desk) -> None:
    before, after = talk(desk, "Acme").outlook, talk(desk, "Acme", "6 0 0 0 0 0").outlook
    assert effect(before, after).endswith("now in front: Island")
    assert meaning(before, after).startswith("That means: One seller finds, qualifies, closes and keeps the customer")
    assert (effect(after, after), meaning(after, after)) == ("", "")


def test_what_is_kept_though_another_scores_higher_says_why(desk: Desk) -> None:
    board = scoreboard_of(talk(desk, "Acme", "total 9", "island").outlook)
    assert board.leader == "Island"
    assert board.stands.startswith("kept, for nothing else leads by enough to pay for a change; holds in ")


def test_until_somebody_leads_the_bars_are_explained_and_no_number_is_made_up(desk: Desk) -> None:
    board = scoreboard_of(talk(desk).outlook)
    assert (board.left, board.legend != "") == ("most companies need about a dozen questions", True)


def test_each_question_says_why_it_is_asked(desk: Desk) -> None:
    assert prompt_of(talk(desk, *MUSTS[:2]).outlook).why == "Asked because the advice says whether to keep it."
    rate = prompt_of(talk(desk, *MUSTS[:5], "20k €").outlook).why
    assert rate == "Asked because your amounts are in EUR, and what we hold them against is in US dollars."
    assert prompt_of(talk(desk, *MUSTS[:3]).outlook).why.startswith("Asked because it speaks to customer relationship")


def test_help_says_what_the_options_are(desk: Desk) -> None:
    said = talk(desk, "Acme", "help").said
    assert any(line.startswith("Pod: Small teams") for line in said)


def test_the_rest_of_a_row_is_what_the_others_leave(desk: Desk) -> None:
    segments = talk(desk, "yes", "y", "Large, 40%", "Small, rest", text=ISLANDS).outlook.file.company.segments
    assert [segment.share for segment in segments] == [0.4, 0.6]


def test_the_plans_round_counts_its_own_questions(desk: Desk) -> None:
    before = scoreboard_of(talk(desk, "yes", "no", "yes", text=ISLANDS).outlook)
    after = scoreboard_of(talk(desk, "yes", "no", "yes", "", text=ISLANDS).outlook)
    assert int(before.left.split()[0]) - int(after.left.split()[0]) == 1


WORDS = (
    "",
    "1",
    "2",
    "3",
    "8",
    "20",
    "0",
    "-5",
    "50%",
    "1.2m",
    "350k €",
    "dk",
    "yes",
    "no",
    "none",
    "1 3",
    "Large, 40%",
)
STEERING = ("back", "review", "?", "change 2", "change mix", "change sellers", "total 9", "50 30 20", "6 2 0 1")
LINES = st.sampled_from([*WORDS, *STEERING]) | st.text(max_size=12)
DESK = desk_of(read_pack(rules_folder()))


@settings(max_examples=25)
@given(st.lists(LINES, max_size=14))
def test_no_line_breaks_the_conversation_and_the_file_can_always_be_read(lines: list[str]) -> None:
    state = State(text="")
    for line in ["Acme", *lines]:
        state = reply(look(state, DESK), line).state
    assert read_company(state.text.encode(), "facts", DESK.catalogue).name


@settings(max_examples=10, deadline=None)
@given(st.lists(LINES, max_size=8))
def test_another_day_asks_what_this_one_would_have_asked(lines: list[str]) -> None:
    state = talk(DESK, "Acme", *lines).outlook.state
    here = look(State(text=state.text, offers=state.offers), DESK)
    again = look(State(text=state.text, offers=state.offers, trail=state.trail), DESK)
    assert here.spot == again.spot


def test_the_usual_figure_that_enter_took_is_said(desk: Desk) -> None:
    plan = talk(desk, "yes", "no", "yes", "", "", text=ISLANDS)
    assert plan.said == ("Quota: the usual $800,000 per closer and year; QOTE-05, SaaS median, 2024",)
