"""The hand-over sheet says what the bundle is: name, digest, and how many records of each kind it carries."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from benchmarks.material import make_material, record
from export.documents.handover_documents import write_handover_sheets
from export.exchange.sealing import seal
from storage.journal.entries import Answer
from storage.recording import Recorder


def test_the_sheet_counts_activities_and_answers_apart(tmp_path: Path) -> None:
    material = make_material(tmp_path)
    with material.station("office") as office:
        record(office, 3, seed=1)
        Recorder(office.ledger, office.catalogue).answer([Answer(period="2020S1", item="II.1.b-3", state="yes")])
        done = seal(office, tmp_path / "stick")
        (sheet,) = write_handover_sheets(office.ledger, office.catalogue, done, tmp_path / "sheets")
    text = "\n".join(paragraph.text for paragraph in Document(str(sheet)).paragraphs)
    assert "3 hoạt động" in text
    assert "1 chỉ tiêu đã trả lời" in text
    assert done.bundles[0].file.path.name in text
    assert done.bundles[0].file.sha256.hex()[:4] in text
    code = done.bundles[0].spoken
    assert f"{code[:4]}   {code[4:8]}   {code[8:]}" in text
