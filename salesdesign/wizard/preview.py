"""How an answer is understood while it is still being typed."""

from salesdesign.wizard.commands import command_in
from salesdesign.wizard.outlook import Outlook
from salesdesign.wizard.parts import several_in, total_in
from salesdesign.wizard.questions import Kind
from salesdesign.wizard.reply import is_unknown
from salesdesign.wizard.shown import shown
from salesdesign.wizard.understanding import Puzzled, understand


def preview(outlook: Outlook, typed: str) -> str:
    """The value that a line means, as it would be said back; empty for a command, and for what is not clear yet."""
    fact, question, text = outlook.fact, outlook.question, " ".join(typed.split())
    if fact is None or question is None or not text or command_in(text):
        return ""
    if is_unknown(text):
        return "not known"
    if question.kind is Kind.COUNTS and total_in(question, text):
        fact, text = question.facts[-1], total_in(question, text)
    if len(several_in(question, text)) > 1 and question.kind in (Kind.COUNTS, Kind.SHARES):
        return ""
    read = understand(fact, text, outlook.currency)
    return "" if isinstance(read, Puzzled) else shown(fact, read.value, read.currency or outlook.currency)
