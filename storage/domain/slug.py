"""Names for files and folders made from names of offices and periods.

The result is safe on every file system in use (FAT32, exFAT, NTFS, ext4): short, ASCII, never a reserved device name. Two
different names may give one slug; whoever writes files must add the identifier that tells them apart.
"""

from __future__ import annotations

import re
from typing import Final

from storage.domain.folding import fold

DEFAULT_LENGTH: Final = 48

_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "clock"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
_OUTSIDE = re.compile(r"[^a-z0-9]+")


def slug(text: str, *, max_length: int = DEFAULT_LENGTH, fallback: str = "khong-ten") -> str:
    """``slug("UBND huyện Đăk Hà") == "ubnd-huyen-dak-ha"``: small letters, digits and single hyphens, at most ``max_length``.

    A name without a usable character becomes ``fallback``; a Windows device name gets a trailing ``-x``. Cut at a hyphen
    when there is one in the second half. ``max_length`` must be at least 8. Idempotent for one ``max_length``.

    Raises:
        ValueError: ``max_length`` is too small to hold anything (a mistake of the caller).
    """
    if max_length < 8:
        raise ValueError("max_length must be at least 8")
    name = _shortened(_OUTSIDE.sub("-", fold(text)).strip("-"), max_length)
    if not name:
        return fallback
    return f"{name}-x" if name in _RESERVED else name


def _shortened(name: str, max_length: int) -> str:
    if len(name) <= max_length:
        return name
    cut = name[: max_length + 1].rfind("-")
    return name[: cut if cut > max_length // 2 else max_length].strip("-")
