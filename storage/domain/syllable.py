"""Whether a word is spelled as a Vietnamese syllable can be: the yardstick for judging a conversion of old text.

Orthography only (onset, rhyme, tone), no dictionary: a well-formed syllable need not be a word. Letters of foreign and of
local minority names fail on purpose; callers look at shares, never at single words.
"""

from __future__ import annotations

import unicodedata
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_RHYMES: Final = frozenset(
    _words(
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu "
        "o oc oi om on ong oong op ot oa oac oach oai oan oang oanh oao oat oay oe oen oeo oet oăc oăm oăn oăng oăt "
        "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt "
        "uê uêch uênh uy uya uych uynh uyt uyu uyên uyêt uân uâng uât uây uơ uơn "
        "ư ưc ưi ưm ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu"
    )
)
_AFTER_QU: Final = frozenset(
    _words(
        "a ac ach ai an ang anh ao at au ay ăc ăn ăng ăt âc ân âng ât ây e en eo et ê êch ên ênh êt êu i in it ôc ơ "
        "y ych yên yêt ynh yt"
    )
)
_AFTER_GI: Final = frozenset(rhyme for rhyme in _RHYMES if rhyme[0] not in "iy")
_ONSETS: Final = _words("ngh ch gh kh ng nh ph th tr b c d đ g h k l m n p r s t v x")
_FRONT: Final = frozenset("ieêy")
_FRONT_ONLY: Final = frozenset({"k", "gh", "ngh"})
_NEVER_FRONT: Final = frozenset({"c", "g", "ng"})
_STOPPED: Final = ("c", "ch", "p", "t")
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TONES_BEFORE_STOP: Final = frozenset("\u0301\u0323")


def is_syllable(word: str) -> bool:
    """Whether ``word`` (any case, composed or not) obeys Vietnamese spelling: one onset, one known rhyme, at most one tone."""
    decomposed = unicodedata.normalize("NFD", word).lower()
    tones = [character for character in decomposed if character in _TONES]
    plain = unicodedata.normalize("NFC", "".join(character for character in decomposed if character not in _TONES))
    if len(tones) > 1 or not _is_toneless_syllable(plain):
        return False
    return not plain.endswith(_STOPPED) or (len(tones) == 1 and tones[0] in _TONES_BEFORE_STOP)


def _is_toneless_syllable(plain: str) -> bool:
    if plain in _RHYMES:
        return True
    if plain.startswith("qu"):
        return plain[2:] in _AFTER_QU
    if plain.startswith("gi") and plain[2:] in _AFTER_GI:
        return True
    if plain.startswith("gi"):
        return plain[1:] in _RHYMES
    for onset in _ONSETS:
        if plain.startswith(onset):
            rhyme = plain[len(onset) :]
            return rhyme in _RHYMES and _agree(onset, rhyme)
    return False


def _agree(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in _FRONT
    return not (onset in _FRONT_ONLY and not front) and not (onset in _NEVER_FRONT and front)
