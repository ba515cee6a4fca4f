"""What every workbook of the program shares: its properties, the same bytes for the same content, its way to a file."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import UTC
from typing import BinaryIO

from openpyxl import Workbook

from export.documents.package_file import APPLICATION_PROPERTIES, MemberRewriter, rewrite_package
from export.documents.report_model import FileProperties

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def save_workbook(
    workbook: Workbook,
    target: BinaryIO,
    properties: FileProperties,
    *,
    rewriters: Mapping[str, MemberRewriter] | None = None,
) -> None:
    """Write ``workbook`` to ``target``, open for writing bytes; nothing in it tells the PC, its user or its clock."""
    moment = properties.created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.properties.title = properties.title
    workbook.properties.creator = workbook.properties.lastModifiedBy = properties.author
    workbook.properties.created = moment
    laid_out = io.BytesIO()
    workbook.save(laid_out)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    chosen: dict[str, MemberRewriter] = dict(rewriters or {})
    # the library stamps the file with the clock of the PC while saving
    chosen["docProps/core.xml"] = lambda core: iter((_MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", core),))
    chosen["docProps/app.xml"] = lambda _: iter((APPLICATION_PROPERTIES,))
    rewrite_package(laid_out.getvalue(), target, rewriters=chosen)
