"""How wide a line of Times New Roman is, so that a rule can be drawn as long as its text or a half of it.

The decree measures rules by their text (Nghị định 30/2020/NĐ-CP, annex I, II.1.c and II.2); no font file is at hand when
a document is written, so the advance widths of the face, in thousandths of its size, stand here. Marks above and below a
Vietnamese letter do not widen it; the horned letters are a little wider.
"""

from __future__ import annotations

import unicodedata

_REGULAR = {
    250: " .,",
    278: "ijlt/:;",
    333: "fr()-I",
    389: "sJ",
    444: "acez“”",
    500: "0123456789bdghknopquvxyđ–",
    556: "FPS",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "m",
    889: "M",
    944: "W",
}
_BOLD = {
    250: " .,",
    278: "il/",
    333: "fjt()-:;",
    389: "sI",
    444: "cerz",
    500: "0123456789agovxyJ–“”",
    556: "bdhknpquSđ",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQ",
    833: "m",
    944: "M",
    1000: "W",
}
_HORN = "\u031b"
_HORN_WIDTH = 40
_UNKNOWN_WIDTH = 600


def _by_letter(by_width: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in by_width.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


def text_width_points(text: str, *, size: float, bold: bool = False) -> float:
    """Width of one line in points for a size in points; letters outside the table count as an average capital."""
    widths = _WIDTHS[bold]
    thousandths = 0
    for character in unicodedata.normalize("NFD", text):
        if character == _HORN:
            thousandths += _HORN_WIDTH
        elif not unicodedata.combining(character):
            thousandths += widths.get(character, _UNKNOWN_WIDTH)
    return thousandths * size / 1000
