"""What changes for whom, job by job."""

from collections.abc import Iterable

from salesdesign.model.pack import Option, Role
from salesdesign.reporting.blocks import Block, Phrase, Point, Points, Prose
from salesdesign.reporting.phrasing import lowered, sentence, sentences, the_option, those
from salesdesign.reporting.sections.jobs import held_today, jobs_of, jobs_today, proposed, role, role_name, working
from salesdesign.reporting.sections.pay import pay_of, pay_words
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, counted, list_of


def changes(view: View) -> tuple[Block, ...]:
    """For each job whether it is new, stays or ends; empty without a choice."""
    option = proposed(view)
    if option is None:
        return ()
    if view.main.verdict == "keep":
        return (Prose(phrases=(Phrase(text=_nothing_moves(view, option)),)),)
    points = (*_new(view, option), *_staying(view, option), *_ending(view, option))
    return (*_start(view), *([Points(items=points)] if points else []))


def _nothing_moves(view: View, option: Option) -> str:
    stays = f"{capitalised(the_option(view, option))} stays; what changes is what is done inside it."
    return f"{_all(view)} {stays}"


def _all(view: View) -> str:
    count, voice = view.people, view.pack.voice
    if not count:
        return "Nobody changes jobs."
    words = {1: f"The one {voice.person} keeps the job.", 2: f"Both {voice.people} keep their jobs."}
    return words.get(int(count), f"All {those(view, count)} keep their jobs.")


def _start(view: View) -> Iterable[Block]:
    if not jobs_today(view):
        text = "Nobody said which jobs there are today, so every job below is described as it should be."
        yield Prose(phrases=(Phrase(text=text),))


def _new(view: View, option: Option) -> Iterable[Point]:
    before = jobs_today(view)
    for name in working(view, jobs_of(view, option)):
        job = role(view, name)
        if job and name not in before:
            told = (*(["New."] if before else []), _hire(view, job) or sentences(job.duties[:1]))
            yield Point(label=capitalised(job.plural), text=" ".join(told))


def _staying(view: View, option: Option) -> Iterable[Point]:
    before = jobs_today(view)
    takers = _takers(view, option)
    for name in working(view, jobs_of(view, option)):
        job = role(view, name)
        if job and name in before:
            yield Point(
                label=_label(view, name), text=_stays(job, takers, option.team), more=_pay_change(view, job, option)
            )


def _ending(view: View, option: Option) -> Iterable[Point]:
    for name in working(view, jobs_today(view)):
        job = role(view, name)
        if job and name not in option.roles:
            yield Point(label=_label(view, name), text=_ends(view, option))


def _label(view: View, name: str) -> str:
    count = held_today(view).get(name)
    noun = capitalised(role_name(view, name, count))
    return f"{noun} ({counted(count, 'person', 'people')})" if count else noun


def _ends(view: View, option: Option) -> str:
    takers = [role_name(view, name, 2) for name in working(view, jobs_of(view, option))]
    if len(takers) == 1:
        return f"This job ends. Its work goes to {takers[0]}."
    return f"{capitalised(the_option(view, option))} has no such job. Each person moves to one of the others."


def _stays(job: Role, takers: str, team: str) -> str:
    work = lowered(sentences(job.duties[:1]))
    if takers:
        return f"From now on only this: {work} What {takers} do is no longer theirs."
    return f"{f'Work in a {team} from now on' if team else 'Stay with their work'}: {work}"


def _takers(view: View, option: Option) -> str:
    before = jobs_today(view)
    return (
        list_of(role_name(view, name, 2) for name in working(view, jobs_of(view, option)) if name not in before)
        if before
        else ""
    )


def _hire(view: View, job: Role) -> str:
    return f"Whom to look for: {lowered(sentence(view.fill(job.hire)))}" if job.hire else ""


def _pay_change(view: View, job: Role, option: Option) -> str:
    before = view.today
    old = pay_of(job, before.id) if before else None
    new = pay_of(job, option.id)
    if new is None or (old and (old.fixed, old.team, old.measured_on) == (new.fixed, new.team, new.measured_on)):
        return ""
    return f"Pay follows: {pay_words(new)}."
