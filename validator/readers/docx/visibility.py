"""Whether a run of text can be seen on its ground, and what hides it if not."""

import msgspec

from validator.readers.contrast import BLACK, WHITE, same
from validator.readers.docx.colours import AUTO, automatic
from validator.readers.docx.styles import Look

_TINY_SIZE = 4  # half points: two points are a fly's foot, and no printer's legal line is so small
_TINY_WIDTH = 10  # percent of the letters' own width


class Ground(msgspec.Struct, frozen=True, gc=False):
    """What text stands on: a colour, None when it cannot be told, and whether it is a shading or the paper."""

    colour: int | None = WHITE
    shaded: bool = False


def fate_of(look: Look, ground: Ground) -> str | None:
    """The name of what hides a run, None when it is shown."""
    if look.hidden:
        return "hidden-text"
    if look.clear:
        return "transparent-text"
    if (look.size or 99) <= _TINY_SIZE or (look.width or 99) <= _TINY_WIDTH:
        return "tiny-text"
    colour = AUTO if look.colour is None else look.colour
    if look.highlight is not None and look.highlight != AUTO:
        # Word does not turn automatic text white on a highlight, as it does on a shading.
        drawn = BLACK if colour == AUTO else colour
        return "highlighted-text" if same(drawn, look.highlight) else None
    behind = look.fill if look.fill is not None else ground.colour
    if behind is None or not same(automatic(behind) if colour == AUTO else colour, behind):
        return None
    return "shaded-text" if look.fill is not None or ground.shaded else "white-text"
