"""The style sheet of reports on runs: light and dark, screen and paper, in the colours of the HTML report."""

from typing import Final

from validator.reporters.html_style import DARK, LIGHT, variables

STYLE: Final = f"""
:root{{{variables(LIGHT)}}}
@media (prefers-color-scheme:dark){{:root{{{variables(DARK)}}}}}
@media print{{:root{{{variables(LIGHT)}}}}}
body{{max-width:64rem;margin:1rem auto;padding:0 1rem;background:var(--page);color:var(--text);
font:1rem/1.45 system-ui,sans-serif}}
h1{{font-size:1.6rem;margin:.5rem 0}}
h2{{font-size:1.2rem;margin:1.4rem 0 .3rem;border-top:2px solid var(--line);padding-top:.6rem}}
p,ul{{margin:.3rem 0}}
p,li,td,h2{{overflow-wrap:anywhere}}
.scroll{{overflow-x:auto}}
table{{border-collapse:collapse;margin:.5rem 0;font-size:.92rem}}
th,td{{border:1px solid var(--line);padding:.2rem .5rem;text-align:left;vertical-align:top}}
.number{{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}}
.incomplete{{border:3px solid var(--error);padding:.5rem .8rem;font-weight:bold;color:var(--error)}}
svg{{display:block;width:100%;height:auto;margin:.6rem 0;font:14px system-ui,sans-serif;fill:var(--text)}}
svg text{{dominant-baseline:middle}}
svg line{{stroke:var(--line);stroke-width:.5}}
.end{{text-anchor:end}}
.middle{{text-anchor:middle}}
rect.error,.key.error{{fill:var(--error)}}
rect.warning,.key.warning{{fill:var(--warning)}}
rect.info,.key.info{{fill:var(--info)}}
rect.documents{{fill:var(--line)}}
rect{{stroke:var(--page);stroke-width:.5}}
.legend svg{{display:inline;width:.8rem;height:.8rem;margin:0 .3rem 0 1rem}}
@media print{{body{{margin:0;padding:0;max-width:none;font-size:10pt}}tr,svg{{break-inside:avoid}}
h2{{break-after:avoid}}thead{{display:table-header-group}}.scroll{{overflow:visible}}
rect{{print-color-adjust:exact}}}}
"""
