"""Writes ``THIRD_PARTY_LICENCES.md``: what the product ships beside its own code, and under which licence.

Packages come from the runtime lock, their licences from the metadata of the installed packages, so the list cannot drift:
``python3 dev.py lock`` renews it and a test compares. Must not be imported by the product.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LISTING = ROOT / "THIRD_PARTY_LICENCES.md"

# What the metadata of a package leaves open; read from the licence text that the package brings.
STATED_BY_HAND = {
    "click-default-group": "Public domain",
    "colorama": "BSD-3-Clause",
    "pyrage": "MIT",
    "segno": "BSD-3-Clause",
}
# Required by a package's own metadata, but not part of the frozen folder.
NOT_SHIPPED = frozenset({"pip"})

PREAMBLE = """\
# Third-party licences

Sổ Hoạt Động itself is licensed under Apache-2.0 (`LICENSE`). The folder that is installed also holds what is listed here.
Qt and PySide6 are used under the LGPL version 3: they lie beside the program as separate dynamic libraries and may be
replaced by other builds of them; the texts of LGPL and GPL stand in `packaging/licences/`. Every package's own licence text
is in the folder `licences` of the installed program.

This list is written by `packaging/licences/list_licences.py` (`python3 dev.py lock`).
"""
OTHER_PARTS = """\
## Other parts

| Part | Licence |
| --- | --- |
| Python (interpreter and standard library) | PSF-2.0 |
| OpenSSL (with Python and cryptography) | Apache-2.0 |
| SQLite (with Python) | Public domain |
| zlib, bzip2, liblzma, libffi, expat (with Python) | Zlib, bzip2-1.0.6, 0BSD, MIT, MIT |
| libxml2, libxslt (with lxml) | MIT |
| calamine, quick-xml, zip and other Rust crates (with python-calamine) | MIT, Apache-2.0, Zlib, BSD-3-Clause, Unicode-3.0 |
| FreeType, HarfBuzz, ICU (with Qt) | FTL, MIT, Unicode-3.0 |
| libjpeg-turbo, libpng, PCRE2 (with Qt) | IJG and BSD-3-Clause, libpng-2.0, BSD-3-Clause |
| PyInstaller's start program | GPL-2.0-or-later with the exception for bundled programs |
| Be Vietnam Pro (font) | OFL-1.1 (`ui/resources/fonts/OFL-BeVietnamPro.txt`) |
| Liberation Serif 2 (font) | OFL-1.1 (`ui/resources/fonts/OFL-LiberationSerif.txt`) |
"""


def locked_packages(lock: str) -> list[tuple[str, str]]:
    """Name and version of every package of a lock file's text, those of other platforms included."""
    return re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, re.MULTILINE)


def licence_of(name: str) -> str:
    """The licence's SPDX expression or usual name. Raises ``LookupError`` when nothing states it."""
    if name in STATED_BY_HAND:
        return STATED_BY_HAND[name]
    metadata = importlib.metadata.metadata(name)
    for field in ("License-Expression", "License"):
        text = str(metadata[field]) if field in metadata else ""
        if text and "\n" not in text:
            return text
    raise LookupError(f"{name}: no licence in its metadata; read its licence text and add it to STATED_BY_HAND")


def listing(lock: str) -> str:
    rows = [
        f"| {name} | {version} | {licence_of(name)} |" for name, version in locked_packages(lock) if name not in NOT_SHIPPED
    ]
    table = ["## Python packages", "", "| Package | Version | Licence |", "| --- | --- | --- |", *rows]
    return "\n".join([PREAMBLE, *table, "", OTHER_PARTS])


def main() -> int:
    lock = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    LISTING.write_text(listing(lock), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
