"""One byte string for one content: an Office file rewritten with fixed times, and large sheets streamed into it.

Word and Excel files are ZIP archives; the libraries that build them stamp every member with the clock of the PC. Here the
members are copied in their order with one fixed time, and a member may be rewritten on the way. Nothing from outside is
read here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)

APPLICATION_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>So Hoat Dong</Application></Properties>"
)
"""What the file says about the program that wrote it, in place of the libraries' templates."""

MemberRewriter = Callable[[bytes], Iterator[bytes]]
"""Takes a member as the library wrote it and yields what shall stand in its place."""


def rewrite_package(data: bytes, target: BinaryIO, *, rewriters: Mapping[str, MemberRewriter] | None = None) -> None:
    """Copy the archive ``data`` to ``target`` with fixed times; ``rewriters`` by the name of a member."""
    chosen = rewriters or {}
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as copy,
    ):
        for member in source.infolist():
            information = zipfile.ZipInfo(member.filename, _FIXED_TIME)
            information.compress_type = zipfile.ZIP_DEFLATED
            information.create_system = 0
            content = source.read(member)
            rewriter = chosen.get(member.filename)
            with copy.open(information, "w", force_zip64=False) as stream:
                for piece in rewriter(content) if rewriter else (content,):
                    stream.write(piece)


def fixed_package(data: bytes, *, rewriters: Mapping[str, MemberRewriter] | None = None) -> bytes:
    """The archive ``data`` with fixed times."""
    target = io.BytesIO()
    rewrite_package(data, target, rewriters=rewriters)
    return target.getvalue()
