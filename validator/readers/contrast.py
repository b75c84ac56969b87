"""Whether text in one colour can be told from a ground in another. Colours are numbers, 0xRRGGBB."""

from typing import Final

BLACK: Final = 0x000000
WHITE: Final = 0xFFFFFF

# WCAG 2.2 asks for 4.5 to 1; light grey on white (D9D9D9) has 1.4 and can still be read with an effort.
_LEAST_CONTRAST: Final = 1.3
_NEAR: Final = 64  # steps of one channel; yellow on white has little contrast, but nobody overlooks it
_DIM: Final = 0.05  # luminance of the screen itself, as in WCAG


def luminance(colour: int) -> float:
    """Relative luminance after WCAG 2.2, 0.0 for black to 1.0 for white."""
    red, green, blue = (_linear((colour >> shift & 255) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def same(text: int, ground: int) -> bool:
    """Whether text in a colour cannot be read on a ground."""
    if text == ground:
        return True
    if max(abs((text >> shift & 255) - (ground >> shift & 255)) for shift in (16, 8, 0)) > _NEAR:
        return False
    lower, upper = sorted((luminance(text), luminance(ground)))
    return (upper + _DIM) / (lower + _DIM) < _LEAST_CONTRAST


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
