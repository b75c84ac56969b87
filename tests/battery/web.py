"""Pairs of pages, Markdown files and texts, one for each way to fail; the twins differ in one thing.

`PAIRS`: class -> file name, observation that the bad twin gives, bad twin, good twin. `TRAPS`: sound files that look
unsound. All names are invented.
"""

NAME = "Jane Quillfeather"
RELEASE = "Interview of [REDACTED] on the pier.\n"


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html>\n<html lang=en><head><title>Pier</title>{head}</head>\n<body>\n"
        f"<p>The witness met the harbour master.</p>\n{body}\n</body></html>\n"
    )


def hidden(attributes: str) -> str:
    return page(f"<p {attributes}>{NAME}</p>")


def classed(rule: str) -> str:
    return page(f'<p class="note" id="cover">{NAME}</p>', f"<style>body{{color:#222}} {rule}</style>")


def redacted(body: str, head: str = "") -> str:
    return page(f"<p>Statement of ██████ to the master.</p>{body}", head)


SHOWN = page(f"<p>{NAME}</p>")
HTML = {
    "comment": ("source-comment", page(f"<!-- was {NAME} -->"), page("<!-- end of header -->")),
    "comment to the end": ("source-comment", page("") + f"<!-- {NAME}", page("")),
    "display none": ("style-hidden-text", hidden('style="display:none"'), hidden('style="display:block"')),
    "visibility hidden": (
        "style-hidden-text",
        hidden("style='visibility: hidden'"),
        hidden("style='visibility:visible'"),
    ),
    "opacity 0": ("style-hidden-text", hidden('style="opacity:0.0"'), hidden('style="opacity:0.8"')),
    "size 0": ("style-hidden-text", hidden('style="font-size:0"'), hidden('style="font-size:0.8em"')),
    "tiny size": ("style-hidden-text", hidden('style="font-size:1px"'), hidden('style="font-size:11px"')),
    "hidden attribute": ("style-hidden-text", hidden("hidden"), hidden('title=""')),
    "transparent": ("style-hidden-text", hidden('style="color:transparent"'), hidden('style="color:teal"')),
    "hidden by a class": (
        "style-hidden-text",
        classed(".note{display:none}"),
        classed(".other{display:none}"),
    ),
    "hidden by an id": (
        "style-hidden-text",
        classed("#cover{visibility:hidden}"),
        classed("#lid{visibility:hidden}"),
    ),
    "hidden by tag and class": (
        "style-hidden-text",
        classed("p.note{display:none}"),
        classed("td.note{display:none}"),
    ),
    "hidden on the screen only": (
        "style-hidden-text",
        classed("@media screen{.note{display:none}}"),
        classed("@media print{.note{display:none}}"),
    ),
    "black on inherited black": (
        "same-colour-text",
        page(f'<div style="background:#000"><p style="color:black">{NAME}</p></div>'),
        page(f'<div style="background:#000"><p style="color:white">{NAME}</p></div>'),
    ),
    "black bar by class": (
        "same-colour-text",
        classed(".note{background-color:rgb(0,0,0);color:#000000}"),
        classed(".note{background-color:rgb(0,0,0);color:#fff}"),
    ),
    "white on white": ("white-text", hidden('style="color:#fff"'), hidden('style="color:#777"')),
    "font element": (
        "white-text",
        page(f'<font color="white">{NAME}</font>'),
        page(f'<font color="navy">{NAME}</font>'),
    ),
    "off screen": (
        "off-screen-text",
        hidden('style="position:absolute;left:-9999px"'),
        hidden('style="position:absolute;left:40px"'),
    ),
    "indented away": (
        "off-screen-text",
        hidden('style="text-indent:-999em"'),
        hidden('style="text-indent:-2em"'),
    ),
    "clipped": (
        "off-screen-text",
        hidden('style="position:absolute;clip:rect(0,0,0,0)"'),
        hidden('style="position:absolute;clip:auto"'),
    ),
    "box of no height": (
        "off-screen-text",
        hidden('style="height:0;overflow:hidden"'),
        hidden('style="height:9em;overflow:hidden"'),
    ),
    "title at a redaction": (
        "attribute-words",
        redacted(f'<span title="{NAME}">██████</span>'),
        redacted('<span title="witness">██████</span>'),
    ),
    "data at a redaction": (
        "attribute-words",
        redacted(f'<span data-original="{NAME}">██████</span>'),
        redacted('<span data-original="17">██████</span>'),
    ),
    "alternative text in a release": (
        "attribute-words",
        redacted(f'<img src=a.png alt="Portrait of {NAME}">'),
        redacted('<img src=a.png alt="A portrait">'),
    ),
    "hidden input": (
        "hidden-input",
        page(f'<form><input type=hidden name=who value="{NAME}"></form>'),
        page('<form><input type=hidden name=csrf_token value="a81f0c99e2"></form>'),
    ),
    "author": (
        "page-metadata",
        page("", f'<meta name="author" content="{NAME}">'),
        page("", '<meta name="description" content="Notes On Quiet Harbours">'),
    ),
    "description of a release": (
        "page-metadata",
        redacted("", f'<meta name="description" content="Statement of {NAME}">'),
        redacted("", '<meta name="description" content="A statement">'),
    ),
    "mail link": (
        "link-target",
        page('<a href="mailto:jane.quillfeather@example.org">write</a>'),
        page('<a href="mailto:desk@example.org">desk@example.org</a>'),
    ),
    "file link": (
        "link-target",
        page('<a href="file:///C:/Users/quillfeather/x.htm">more</a>'),
        page('<a href="https://example.org/x.htm">more</a>'),
    ),
    "script in a release": (
        "script",
        redacted(f'<script type="application/json">{{"name": "{NAME}"}}</script>'),
        redacted('<script type="application/json">{"name": "witness"}</script>'),
    ),
}

FRONT = "---\ntitle: Pier\n{}\n---\n\nThe pier and its witness.\n"
MARKDOWN = {
    "comment": (
        "source-comment",
        f"# Pier\n\n<!-- was {NAME} -->\n",
        "# Pier\n\n<!-- markdownlint-disable MD013 -->\n",
    ),
    "mail link": ("link-target", "[write](mailto:quillfeather@example.org)\n", "<desk@example.org>\n"),
    "file link": ("link-target", r"[more](C:\Users\quillfeather\a.md)" + "\n", "[more](docs/a.md)\n"),
    "definition": (
        "link-target",
        "See [it].\n\n[it]: file:///home/quillfeather/a.md\n",
        "See [it].\n\n[it]: https://a.example\n",
    ),
    "web link at a redaction": (
        "link-target",
        "Met [████](https://example.org/people/quillfeather).\n",
        "Met [them](https://example.org/people/quillfeather).\n",
    ),
    "definition used at a redaction": (
        "link-target",
        "Met [REDACTED][1].\n\n[1]: https://example.org/people/quillfeather\n",
        "Met [REDACTED].\n\nSee [them][1].\n\n[1]: https://example.org/people/quillfeather\n",
    ),
    "title of a link in a release": (
        "attribute-words",
        RELEASE + f'[her](https://example.org "{NAME}")\n',
        RELEASE + '[her](https://example.org "the witness")\n',
    ),
    "attribute of raw HTML in a release": (
        "attribute-words",
        f'Met <span title="{NAME}">████</span>.\n',
        'Met <span title="">████</span>.\n',
    ),
    "alternative text in a release": (
        "alternative-text",
        RELEASE + f"![Portrait of {NAME}](a.png)\n",
        RELEASE + "![A portrait](a.png)\n",
    ),
    "author in front matter": (
        "page-metadata",
        FRONT.format(f"author: {NAME}"),
        FRONT.format("layout: post"),
    ),
    "front matter of a release": (
        "page-metadata",
        FRONT.format(f"subject: {NAME}") + RELEASE,
        FRONT.format("subject: witness") + RELEASE,
    ),
    "strike-through": ("struck-through-text", f"Met ~~{NAME}~~ there.\n", f"Met `~~{NAME}~~` there.\n"),
    "raw HTML that a style hides": (
        "style-hidden-text",
        f'Met <span style="display:none">{NAME}</span> there.\n',
        f'Met <span style="display:inline">{NAME}</span> there.\n',
    ),
}

TEXT = {
    "space of no width": ("zero-width-characters", "The wit\u200bness spoke.\n", "The witness spoke.\n"),
    "mark of order inside": (
        "zero-width-characters",
        "The wit\ufeffness spoke.\n",
        "\ufeffThe witness spoke.\n",
    ),
    "joiner between letters": (
        "zero-width-characters",
        "The wit\u200dness spoke.\n",
        "A family \U0001f469\u200d\U0001f467 spoke.\n",
    ),
    "direction mark": (
        "zero-width-characters",
        "The wit\u200eness.\n",
        "The word \u05e9\u05dc\u05d5\u05dd\u200e, said.\n",
    ),
    "selectors in a row": ("zero-width-characters", "Yes ❤\ufe0f\ufe01\ufe0f\ufe03\n", "Yes ❤\ufe0f\n"),
    "tag characters": (
        "tag-characters",
        "Hello" + "".join(chr(0xE0000 + ord(char)) for char in NAME) + "\n",
        "Flag \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\n",
    ),
    "override": (
        "bidirectional-override",
        "Paid \u202e0001\u202c crowns.\n",
        "Paid \u20681000\u2069 crowns.\n",
    ),
    "turned isolate": (
        "bidirectional-override",
        "Paid \u20671000\u2069 crowns.\n",
        "Said \u2067\u05e9\u05dc\u05d5\u05dd\u2069 there.\n",
    ),
    "blocks letter for letter": (
        "block-length",
        "Agent ████ ████████ met ███.\n",
        "Agent █████ met █████.\n",
    ),
    "squares letter for letter": (
        "block-length",
        "The man ■■■■■ met ■■■■■■■■ there.\n",
        "The man ■■■■ met ■■■■ there.\n",
    ),
    "rows of X letter for letter": (
        "block-length",
        "Agent XXXX met XXXXXXXX there.\n",
        "Agent XXXXXXXX met XXXXXXXX there.\n",
    ),
    "underscores letter for letter": (
        "block-length",
        "Agent ____ _______ ___ met him.\n",
        "Name: ____________ Date: ______\n",
    ),
    "dots letter for letter": (
        "block-length",
        "Agent ..... ....... .... met him.\n",
        "Harbours ............ ...... ....... 17\n",
    ),
    "first letter left": ("partly-covered-text", "Agent Q███████ spoke.\n", "Agent ████████ spoke.\n"),
    "first digits left": (
        "partly-covered-text",
        "His number is 123-45-XXXX.\n",
        "His number is XXX-XX-1234.\n",
    ),
}

PAIRS: dict[str, tuple[str, str, str, str]] = {
    **{f"HTML: {key}": ("page.html", *value) for key, value in HTML.items()},
    **{f"Markdown: {key}": ("note.md", *value) for key, value in MARKDOWN.items()},
    **{f"text: {key}": ("note.txt", *value) for key, value in TEXT.items()},
}

README = """\
# Mooring

<!-- toc -->
<!-- prettier-ignore-start -->

[![Build Status](https://ci.example/mooring/badge.svg)](https://ci.example/mooring)
![Logo of Mooring](docs/logo.png "Mooring")

A tool for harbour masters. See the [guide](docs/guide.md), [Knots And Ropes](https://example.org/knots) or [below](#use).
Write to [desk@example.org](mailto:desk@example.org).

<p align="center"><img src="a.png" alt="Screen Shot Of Two Boats" width="400"></p>

<details><summary>More</summary>All of it.</details>

## Use

```html
<p style="display:none">Jane Quillfeather</p> <!-- Jane Quillfeather -->
```

| a | b |
|---|---|
| ~5 | x_y |

[home]: https://example.org/ "Home"
"""
ORDINARY_PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Mooring</title>
<!--[if lt IE 9]><script src="html5shiv.js"></script><![endif]-->
<!-- Google Tag Manager -->
<meta name="description" content="Knots And Ropes For Harbour Masters">
<meta property="og:site_name" content="Mooring Weekly"><meta name="viewport" content="width=device-width">
<style>
/* layout */
body { color: #333; background: #fff url(a.png) }
.hero { background: #123; color: #fff } .sr-only { position: absolute; clip: rect(0,0,0,0); width: 1px }
@media print { nav { display: none } }
.icons { font-size: 0 } .icons span { font-size: 14px } a:hover { color: white } .tip .inner { display: none }
</style>
<script>window.dataLayer = []; gtag('config', 'UA-1');  var who = "Harbour Master Weekly";</script>
<script type="application/ld+json">{"@type": "Person", "name": "Jane Quillfeather"}</script>
</head><body>
<!-- header --><a class="sr-only" href="#main">Skip to content</a>
<div class=hero><h1>Mooring &amp; knots</h1></div>
<p class=icons><span>Rope</span><span>Hook</span>
<p>See <a href="https://example.org/people/anders-holm" title="Anders Holm">him</a>.
<ul><li>one<li>two</ul>
<img src=a.png alt="Two Boats At Anchor"><br/>
<form><input type="hidden" name="__VIEWSTATE" value="dDwtMTA3/harbour+x"><input placeholder="Your Name"></form>
<p style="display:none">Mooring knots</p>
<svg><path d="M0 0"/></svg>
<noscript><img src="pixel.gif" alt=""></noscript>
<!-- /header --></body></html>
"""
TRAPS: dict[str, tuple[str, str]] = {
    "an ordinary README": ("README.md", README),
    "an ordinary page": ("index.html", ORDINARY_PAGE),
    "a page whose paragraph ends a hidden one": (
        "a.html",
        page('<p style="display:none">the harbour<p>Jane Quillfeather'),
    ),
    "visible in an unseen box": (
        "a.html",
        page('<div style="visibility:hidden"><p style="visibility:visible">Jane</p></div>'),
    ),
    "REDACTED under a black bar": (
        "a.html",
        page('<span style="background:#000;color:#000">REDACTED</span>'),
    ),
    "words shown elsewhere": ("a.html", page('<p style="display:none">The witness met the master</p>')),
    "front matter of a blog": (
        "post.md",
        FRONT.format("date: 2024-03-01\ntags: [knots, ropes]\nlayout: post"),
    ),
    "Persian with joiners": ("a.txt", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n"),
    "Hindi with joiners": ("a.txt", "\u0915\u094d\u200d\u0937\n"),
    "Thai with spaces of no width": ("a.txt", "\u0e2a\u0e27\u0e31\u200b\u0e2a\u0e14\u0e35\n"),
    "accents and quotation marks": ("a.txt", "Café “quoted” — done…\n"),
    "progress bars": ("a.txt", "██████████░░░░ 70%\n████░░░░░░░░ 30%\n"),
    "a chart": ("a.txt", "North harbour ████████ 12\nSouth harbour ████ 6\nWest harbour ██ 3\n"),
    "a banner of blocks": ("a.txt", "██╗  ██╗\n██║  ██║\n███████║\n██╔══██║\n"),
    "blocks for whole lines": ("a.txt", "The man said\n" + "█" * 70 + "\n" + "█" * 31 + "\nand left.\n"),
    "Roman numbers": ("a.txt", "Article XXX and World War XX, resolution XXXI.\n"),
    "a telephone": ("a.txt", "Call (XXX) XXX-XXXX or XXX-XXXXXX now.\n"),
    "rows of one length in a telegram": ("a.txt", "1. (C) XXXXXXXXXXXX told us that XXXXXXXXXXXX left.\n"),
    "a form": ("a.txt", "Name: ____________ Age: ___\nSigned ________________\n"),
    "contents": ("a.txt", "1. Ropes .......... .... ....... 12\n2. Knots ........................ 14\n"),
    "one block with a plural": ("a.txt", "The █████s met the █████s.\n"),
}
