"""An outcome as JUnit XML: a suite a facts file, a case a rule. It holds no times, so it is the same in every run."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from salesdesign.characters import visible
from salesdesign.policy.outcome import Checked, Finding, Outcome, Standing, Unmade
from salesdesign.policy.severity import Severity

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(outcome: Outcome) -> str:
    """The document. A case fails exactly where the gate does."""
    suites = [_suite(file) for file in outcome.files]
    if not any(file.failure or file.made for file in outcome.files):
        suites.append(_nothing(outcome))
    top = Element("testsuites", name="salesdesign check")
    top.extend(suites)
    for count in ("tests", "failures", "errors"):
        top.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(top, encoding="unicode") + "\n"


def _suite(file: Checked) -> Element:
    suite = Element("testsuite", name=_xml(file.file))
    if file.failure:
        text = "\n".join(map(str, file.failure.problems))
        SubElement(_case(suite, file, "facts"), "error", message="The facts cannot be checked.").text = _xml(text)
    for rule in file.passed:
        _case(suite, file, rule)
    for rule in dict.fromkeys(finding.rule for finding in file.findings):
        _judged(_case(suite, file, rule), [finding for finding in file.findings if finding.rule == rule])
    for unmade in file.unmade:
        _unmade(_case(suite, file, unmade.rule), unmade)
    _count(suite)
    return suite


def _judged(case: Element, findings: list[Finding]) -> None:
    new = [finding for finding in findings if finding.standing is Standing.NEW]
    text = _xml("\n".join(f"{finding.file}:{finding.line}: {finding.text}" for finding in new))
    if not new:
        reason = "; ".join(f"{finding.standing}: {finding.reason}" for finding in findings)
        SubElement(case, "skipped", message=_xml(reason))
    elif new[0].severity is Severity.ERROR:
        SubElement(case, "failure", message=_xml(new[0].found), type=new[0].rule).text = text
    else:
        SubElement(case, "system-out").text = f"warning: {text}"


def _unmade(case: Element, unmade: Unmade) -> None:
    message = _xml(f"not checked: {unmade.because}")
    if unmade.severity is Severity.ERROR and unmade.standing is Standing.NEW:
        SubElement(case, "failure", message=message, type=unmade.rule)
    else:
        SubElement(case, "skipped", message=message)


def _nothing(outcome: Outcome) -> Element:
    suite = Element("testsuite", name="salesdesign")
    case = SubElement(suite, "testcase", name="something is checked", classname="salesdesign")
    SubElement(case, "failure", message=_xml(outcome.verdict), type="nothing-checked")
    _count(suite)
    return suite


def _case(suite: Element, file: Checked, name: str) -> Element:
    return SubElement(suite, "testcase", name=name, classname=_xml(file.file))


def _count(suite: Element) -> None:
    suite.set("tests", str(len(suite.findall("testcase"))))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(len(suite.findall(f"testcase/{tag}"))))


def _xml(text: str) -> str:
    """The text in its lines, without characters that no XML may hold or that act unseen."""
    return _NO_XML.sub("\ufffd", "\n".join(map(visible, text.split("\n"))))
