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


def variables(colours: dict[str, str]) -> str:
    """The colours as a style sheet takes them."""
    return "".join(f"--{name}:{value};" for name, value in colours.items())


# Below this width a row becomes a block: four columns side by side would leave a few letters a line.
_NARROW: Final = "45rem"

STYLE: Final = f"""
:root{{{variables(LIGHT)}}}
@media (prefers-color-scheme:dark){{:root{{{variables(DARK)}}}}}
@media print{{:root{{{variables(LIGHT)}}}}}
body{{display:flex;flex-direction:column;max-width:80rem;margin:1rem auto;padding:0 1rem;
background:var(--page);color:var(--text);font:1rem/1.45 system-ui,sans-serif}}
header{{order:-2}}
#counts{{order:-1;padding-bottom:.7rem}}
#counts td{{text-align:right}}
header p:not(:focus-within){{position:absolute;left:-99rem}}
h1{{font-size:1.6rem;margin:.5rem 0}}
h2{{font-size:1.2rem;margin:.7rem 0 .3rem}}
h3{{font-size:1rem;margin:.5rem 0 0}}
p,ul{{margin:.3rem 0}}
a{{color:var(--link)}}
table{{border-collapse:collapse;margin:.5rem 0}}
main table{{table-layout:fixed;width:100%}}
main th:nth-child(1){{width:11%}}
main th:nth-child(2){{width:15%}}
main th:nth-child(4){{width:24%}}
th,td{{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}}
td p,td ul{{margin:0 0 .3rem}}
td ul{{padding-left:1.1rem}}
p,td,h2,li{{overflow-wrap:anywhere}}
pre{{margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.9em}}
mark{{background:none;color:inherit;font-weight:bold;text-decoration:underline 2px;text-underline-offset:.2em}}
.severity{{font-weight:bold}}
.error :is(.severity,mark){{color:var(--error)}}
.warning :is(.severity,mark){{color:var(--warning)}}
.info :is(.severity,mark){{color:var(--info)}}
main section{{border-top:2px solid var(--line);padding-bottom:.5rem}}
@media screen and (max-width:{_NARROW}){{
main :is(table,tbody,tr,td){{display:block}}
main thead{{position:absolute;left:-99rem}}
main tr{{border:1px solid var(--line);margin-bottom:.5rem;padding:.3rem 0}}
main td{{border:0;padding:.1rem .5rem}}}}
@media print{{body{{margin:0;padding:0;max-width:none;font-size:10pt}}tr{{break-inside:avoid}}
h2,h3,h2+p{{break-after:avoid}}thead{{display:table-header-group}}}}
"""
