"""Old Vietnamese encodings in a workbook: which columns seem to be written in one, with a preview.

Fonts of the cells speak first (.VnTime, VNI-Times), then the share of well-formed syllables. Nothing is converted here or
behind anybody's back: the caller shows the preview and reads the workbook again with the encodings that were agreed to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from storage.domain.legacy_encoding import Confidence, Encoding, convert, detect, from_font_name

MAX_SAMPLES = 400
PREVIEW_ROWS = 5


@dataclass(frozen=True, slots=True)
class LegacyColumn:
    """A column that seems to be in an old encoding. ``preview`` holds pairs of text before and after conversion."""

    key: str
    title: str
    encoding: Encoding
    sure: bool
    preview: tuple[tuple[str, str], ...]


class ColumnSamples:
    """Texts and fonts of one column, as many as are needed for a judgement."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._fonts: Counter[Encoding] = Counter()

    @property
    def full(self) -> bool:
        """Whether more samples would change nothing."""
        return len(self.texts) >= MAX_SAMPLES

    def add(self, text: str, font: str) -> None:
        """Keep a text, and the name of its font if that is known."""
        self.texts.append(text)
        encoding = from_font_name(font) if font else None
        if encoding is not None:
            self._fonts[encoding] += 1

    def judged(self, *, key: str, title: str) -> LegacyColumn | None:
        """What the column is in, or None when conversion would change nothing."""
        encoding, sure = self._encoding()
        if encoding is Encoding.UNICODE:
            return None
        preview = _preview(self.texts, encoding)
        return LegacyColumn(key, title, encoding, sure, preview) if preview else None

    def _encoding(self) -> tuple[Encoding, bool]:
        if self._fonts:
            encoding, count = self._fonts.most_common(1)[0]
            if 2 * count > len(self.texts):
                return encoding, count == len(self.texts)
        detection = detect(self.texts)
        return detection.encoding, detection.confidence is Confidence.SURE


def _preview(texts: Sequence[str], encoding: Encoding) -> tuple[tuple[str, str], ...]:
    pairs = []
    for before in dict.fromkeys(texts):
        after = convert(before, encoding)
        if after != before:
            pairs.append((before, after))
        if len(pairs) == PREVIEW_ROWS:
            break
    return tuple(pairs)
