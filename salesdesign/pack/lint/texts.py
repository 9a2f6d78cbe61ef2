"""Reasons that name facts which the rule does not ask about."""

from collections.abc import Iterator

from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Pack
from salesdesign.pack.cited import Entry, entries
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.subject import Subject
from salesdesign.wording.language.parse import parse_text


def text_names_unread_fact(subject: Subject) -> Iterator[Finding]:
    """Texts that print a fact which may be unknown where they are shown."""
    for entry in entries(subject.pack):
        if not entry.asks and not entry.over:
            continue
        unread = sorted(_named(entry) - _read(entry, subject.pack))
        if unread:
            wrong = f"{entry.place} names {', '.join(unread)} in its text and does not ask for it: it may be unknown."
            mend = "Ask for it with known(...), or say `{{ ... if it }}`."
            code = "text-names-unread-fact"
            yield Finding(code=code, file=entry.file, line=entry.line, about=entry.id, wrong=wrong, mend=mend)


def _named(entry: Entry) -> set[str]:
    """The facts that the texts of an entry print without asking whether they are known."""
    texts = [parse_text(text) for text in entry.texts]
    return {fact.name for text in texts for fact in text.facts} - {name for text in texts for name in text.tested}


def _read(entry: Entry, pack: Pack) -> set[str]:
    """The facts that an entry asks for, and those that these are derived from."""
    read: set[str] = set()
    ahead = [entry.over, *(name for expression in (*entry.asks, *entry.unless) for name in facts_in(expression))]
    while ahead:
        name = ahead.pop()
        if name not in read:
            read.add(name)
            derived = pack.catalogue.derived.get(name)
            ahead.extend(facts_in(derived.value) if derived else ())
    return read
