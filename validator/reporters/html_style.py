"""The style sheet of the HTML report: light and dark, screen and paper. Severity is also a word in every row."""

from typing import Final

# Contrast of every pair is at least 4.5 to 1 (https://www.w3.org/TR/WCAG22/#contrast-minimum); a test computes it.
LIGHT: Final = {
    "page": "#ffffff",
    "text": "#1a1a1a",
    "line": "#767676",
    "link": "#0b4f9e",
    "error": "#a00000",
    "warning": "#7a4a00",
    "info": "#0b4f9e",
}
DARK: Final = {
    "page": "#161616",
    "text": "#eeeeee",
    "line": "#8a8a8a",
    "link": "#8cbcff",
    "error": "#ff8a8a",
    "warning": "#ffc266",
    "info": "#8cbcff",
}


def _variables(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


STYLE: Final = f"""
:root{{{_variables(LIGHT)}}}
@media (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}
@media print{{:root{{{_variables(LIGHT)}}}}}
body{{display:flex;flex-direction:column;margin:1.5rem;background:var(--page);color:var(--text);
font:1rem/1.45 system-ui,sans-serif}}
header{{order:-2}}
#counts{{order:-1}}
a{{color:var(--link)}}
table{{border-collapse:collapse;margin:.5rem 0}}
th,td{{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}}
td p,td ul{{margin:0 0 .3rem}}
td ul{{padding-left:1.1rem}}
td,h2,li{{overflow-wrap:anywhere}}
pre{{margin:.3rem 0;white-space:pre-wrap;font-size:.9rem}}
.severity{{font-weight:bold;white-space:nowrap}}
.error .severity{{color:var(--error)}}
.warning .severity{{color:var(--warning)}}
.info .severity{{color:var(--info)}}
main section{{border-top:2px solid var(--line)}}
@media print{{body{{margin:0;font-size:10pt}}tr{{break-inside:avoid}}h2,h3{{break-after:avoid}}
thead{{display:table-header-group}}}}
"""
