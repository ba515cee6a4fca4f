"""A Vietnamese typist with UniKey's Telex: letters arrive as keys, and each tone or mark as Backspaces and the letters anew.

That is how the common input methods of Windows work, and what breaks fields that complete inline, change their own text while
it is being typed, or take Backspace for something else.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_MARKS = {"aa": "â", "aw": "ă", "ee": "ê", "oo": "ô", "ow": "ơ", "uw": "ư", "dd": "đ"}
_VOWELS = "aăâeêioôơuưy"


def compose(keys: str) -> str:
    """What the keys of one word have become so far: ``hooij`` is ``hội``."""
    letters, tone = "", ""
    for key in keys:
        low = key.lower()
        if low in _TONES and any(letter.lower() in _VOWELS for letter in letters):
            tone = _TONES[low]
        elif letters and (mark := _MARKS.get(letters[-1].lower() + low)):
            letters = letters[:-1] + (mark.upper() if letters[-1].isupper() else mark)
        else:
            letters += key
    return _with_tone(letters, tone)


def _with_tone(letters: str, tone: str) -> str:
    """The tone in its old place: on the marked vowel, else on the last but one of an open syllable, else on the last."""
    places = [place for place, letter in enumerate(letters) if letter.lower() in _VOWELS]
    if not tone or not places:
        return letters
    if len(places) > 1 and letters[places[0] - 1 : places[0] + 1].lower() in ("qu", "gi"):
        places = places[1:]
    marked = [place for place in places if letters[place].lower() in "ăâêôơư"]
    closed = places[-1] != len(letters) - 1
    place = marked[-1] if marked else places[-1] if closed or len(places) == 1 else places[-2]
    return letters[:place] + unicodedata.normalize("NFC", letters[place] + tone) + letters[place + 1 :]


def type_telex(field: QWidget, keys: str) -> None:
    """Types words given as Telex keys, such as ``hooij nghij``."""
    word = shown = ""
    for key in keys:
        if key == " ":
            press_letter(field, " ")
            word = shown = ""
            continue
        word += key
        wanted = compose(word)
        same = next((place for place, pair in enumerate(zip(shown, wanted, strict=False)) if pair[0] != pair[1]), None)
        same = min(len(shown), len(wanted)) if same is None else same
        for _ in shown[same:]:
            press_letter(field, "\b")
        for letter in wanted[same:]:
            press_letter(field, letter)
        shown = wanted


def press_letter(field: QWidget, letter: str) -> None:
    """One letter as an input method sends it; ``\b`` is Backspace."""
    key = Qt.Key.Key_Backspace if letter == "\b" else Qt.Key(0)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
