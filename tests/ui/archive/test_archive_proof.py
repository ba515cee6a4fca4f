"""What the page of the archive proves: the whole ledger, the auditor's folder, the activity log."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from export.exchange.audit import compare_audit
from storage.backup import back_up
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.ui.archive.conftest import Kept
from tests.ui.archive.page_steps import damage, rows, run
from tests.ui.conftest import settle
from tests.ui.printing.pdf_reader import pdf_pages
from ui.printing.printer import DocumentPrinter
from ui.window.pages.archive import ArchivePage

# The ledger


def test_a_sound_ledger_is_told_sound(qtbot: QtBot, page: ArchivePage) -> None:
    page.tabs.setCurrentWidget(page.ledger)
    page.ledger.go.click()
    settle(qtbot, page.workplace)
    result = page.ledger.result
    assert result is not None
    assert result.findings == ()
    assert page.ledger.model.rowCount() == 6
    assert result.content in page.ledger.details.toPlainText()
    assert page.ledger.rebuild.isHidden()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE node SET line = CAST(replace(line, 'nh', 'hn') AS BLOB) WHERE import_id = 1", Code.LEDGER_CHAIN_BROKEN),
        ("UPDATE activity SET title = 'khác' WHERE id = 1", Code.LEDGER_TABLES_DIFFER),
        ("UPDATE node SET link = zeroblob(32) WHERE import_id = 1 AND seq = 4", Code.LEDGER_RECEIPT_DIFFERS),
        ("UPDATE consolidation SET figures = '{}'", Code.LEDGER_DAMAGED),
    ],
)
def test_what_was_changed_is_found(qtbot: QtBot, page: ArchivePage, statement: str, code: Code) -> None:
    run(qtbot, page, lambda station: station.ledger.db.execute(statement))
    page.ledger.start()
    settle(qtbot, page.workplace)
    assert page.ledger.result is not None
    codes = {finding.code for finding in page.ledger.result.findings}
    assert code in codes
    assert f"[{code}]" in page.ledger.details.toPlainText()


def test_a_missing_receipt_and_a_missing_original_are_found(
    qtbot: QtBot, page: ArchivePage, kept: Kept, tmp_path: Path
) -> None:
    from export.exchange.receipts import issue_receipts

    run(qtbot, page, lambda station: issue_receipts(station, tmp_path / "ra", ["UBND-DH"]))
    run(qtbot, page, lambda station: station.ledger.db.execute("DELETE FROM receipt WHERE no = 1"))
    (kept.centre.archive / f"{rows(page)[3].original.payload}.shd").unlink()
    page.ledger.start()
    settle(qtbot, page.workplace)
    assert page.ledger.result is not None
    codes = [finding.code for finding in page.ledger.result.findings]
    assert codes == [Code.LEDGER_RECEIPT_GONE, Code.ORIGINAL_MISSING]


def test_lists_are_made_anew(qtbot: QtBot, page: ArchivePage) -> None:
    page.tabs.setCurrentWidget(page.ledger)
    run(qtbot, page, lambda station: station.ledger.db.execute("UPDATE activity SET title = 'khác' WHERE id = 1"))
    page.ledger.start()
    settle(qtbot, page.workplace)
    assert page.ledger.rebuild.isVisible()
    page.ledger.rebuild.click()
    settle(qtbot, page.workplace)
    assert page.ledger.result is not None
    assert page.ledger.result.findings == ()
    assert page.ledger.rebuild.isHidden()


def test_checking_changes_nothing(qtbot: QtBot, page: ArchivePage) -> None:
    found: list[object] = []

    def dump(station: object) -> None:
        found.append(list(station.ledger.db.conn.iterdump()))  # type: ignore[attr-defined]

    run(qtbot, page, dump)
    page.ledger.start()
    settle(qtbot, page.workplace)
    run(qtbot, page, dump)
    assert found[0] == found[1]


def test_a_backup_is_a_witness(qtbot: QtBot, page: ArchivePage, tmp_path: Path) -> None:
    from export.exchange.undo import undo_import

    run(qtbot, page, lambda station: back_up(station.ledger, tmp_path / "sao lưu.db"))
    page.ledger.check(tmp_path / "sao lưu.db")
    settle(qtbot, page.workplace)
    assert page.ledger.result is not None
    assert page.ledger.result.findings == ()
    assert page.ledger.model.rowCount() == 7
    run(qtbot, page, lambda station: undo_import(station.ledger, station.catalogue, 3))
    page.ledger.check(tmp_path / "sao lưu.db")
    settle(qtbot, page.workplace)
    (finding,) = page.ledger.result.findings
    assert finding.code is Code.LEDGER_BACKUP_DIFFERS
    assert finding.parameters == {"office": "UBND-DH", "count": 1}


def test_what_is_no_backup_of_this_centre_is_refused(qtbot: QtBot, page: ArchivePage, kept: Kept, tmp_path: Path) -> None:
    told: list[object] = []
    page.said.connect(told.append)
    (tmp_path / "x.db").write_bytes(b"x" * 4096)
    page.ledger.check(tmp_path / "x.db")
    settle(qtbot, page.workplace)
    page.ledger.check(kept.root / "a" / "ledger.db")
    settle(qtbot, page.workplace)
    assert [error.code for error in told if isinstance(error, LedgerError)] == [Code.LEDGER_FOREIGN, Code.BACKUP_OF_ANOTHER]


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_the_record_of_a_check_is_written(
    qtbot: QtBot, page: ArchivePage, opened: list[QUrl], tmp_path: Path, suffix: str
) -> None:
    page.ledger.start()
    settle(qtbot, page.workplace)
    paper, target = page.ledger.paper, tmp_path / f"biên bản{suffix}"
    assert paper is not None
    page.ledger.files.write(paper, target)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    settle(qtbot, page.workplace)
    if suffix == ".docx":
        text = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
        assert "không có sai lệch" in text
    elif suffix == ".xlsx":
        assert len(list(load_workbook(target).worksheets[0].iter_rows(values_only=True))) == 1 + 6
    else:
        assert target.read_bytes().startswith(b"%PDF")


def test_the_record_of_a_check_is_printed(qtbot: QtBot, page: ArchivePage, tmp_path: Path) -> None:
    page.ledger.start()
    settle(qtbot, page.workplace)
    told: list[object] = []
    page.said.connect(told.append)
    page.tabs.setCurrentWidget(page.ledger)
    page.ledger.paper_button.click()
    qtbot.waitUntil(lambda: page.findChild(DocumentPrinter) is not None, timeout=20_000)
    dialog = page.findChild(DocumentPrinter)
    assert isinstance(dialog, DocumentPrinter)
    target = tmp_path / "biên bản.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(target))
    dialog.accepted.emit(dialog.printer())
    assert told == [Code.OK]
    assert "BIÊNBẢN" in "".join(pdf_pages(target.read_bytes())[0].text.split())
    dialog.reject()
    settle(qtbot, page.workplace)


# The auditor's folder


def test_the_auditors_folder_is_written_and_compared(
    qtbot: QtBot, page: ArchivePage, kept: Kept, opened: list[QUrl], tmp_path: Path
) -> None:
    audit = page.audit
    page.tabs.setCurrentWidget(audit)
    assert not audit.go.isEnabled()
    assert len(audit.chosen) == 3
    audit.undone.click()
    assert len(audit.chosen) == 4
    audit.office.setCurrentIndex(audit.office.findData("UBND-DH"))
    assert len(audit.chosen) == 3
    audit.period.setCurrentIndex(1)
    assert [row.original.file for row in audit.chosen] == [kept.sent[0].name]
    audit.choose_folder(str(tmp_path / "giao"))
    assert audit.go.isEnabled()
    audit.go.click()
    settle(qtbot, page.workplace)
    (collection,) = (tmp_path / "giao").iterdir()
    (folder,) = (path for path in collection.iterdir() if path.is_dir())
    assert folder.name.startswith("UBND-DH-")
    assert compare_audit(folder) == 7
    assert "UBND-DH" in (collection / "MUC-LUC.txt").read_text(encoding="utf-8-sig")
    audit.open_folder.click()
    assert [Path(url.toLocalFile()) for url in opened] == [collection]
    (folder / "pae.bin").write_bytes((folder / "pae.bin").read_bytes()[:-1] + b"x")
    with pytest.raises(LedgerError) as refused:
        compare_audit(folder)
    assert refused.value.code is Code.READ_BACK_DIFFERS


def test_a_damaged_original_stops_no_other(qtbot: QtBot, page: ArchivePage, kept: Kept, tmp_path: Path) -> None:
    damage(kept, rows(page)[3])
    page.audit.choose_folder(str(tmp_path))
    page.audit.start()
    settle(qtbot, page.workplace)
    (collection,) = tmp_path.glob("kiem-toan-*")
    assert len([path for path in collection.iterdir() if path.is_dir()]) == 2
    assert page.workplace.words.sentence(Code.BUNDLE_DAMAGED) in page.audit.summary.text()


# The activity log


def test_the_log_tells_what_was_done(qtbot: QtBot, page: ArchivePage) -> None:
    page.tabs.setCurrentWidget(page.acts)
    settle(qtbot, page.workplace)
    kinds = {row.act.kind.value for row in page.acts.shown}
    assert kinds == {
        *("imported", "undone", "put_aside", "accepted", "consolidated", "receipt", "kit"),
        *("key_admitted", "key_ended", "opened"),
    }
    ended = next(row for row in page.acts.shown if row.act.kind.value == "key_ended")
    assert ended.act.office == "UBND-NH"
    assert ended.act.text == "Máy của đơn vị bị mất"
    aside = next(row for row in page.acts.shown if row.act.kind.value == "put_aside")
    assert aside.act.text == "Đơn vị đã gửi lại"
    moments = [row.act.at for row in page.acts.shown]
    assert moments == sorted(moments, reverse=True)


def test_the_log_names_no_user(qtbot: QtBot, page: ArchivePage) -> None:
    from storage.journal.entries import Noted

    run(qtbot, page, lambda station: station.ledger.append(Noted(text="Ghi chú", at=station.ledger.now(), by="NTH")))
    page.refresh()
    page.tabs.setCurrentWidget(page.acts)
    settle(qtbot, page.workplace)
    model = page.acts.model
    cells = [model.index(row, column).data() for row in range(model.rowCount()) for column in range(model.columnCount())]
    assert "Ghi chú" in cells
    assert not any("NTH" in cell for cell in cells)


def test_the_log_is_narrowed_and_exported(qtbot: QtBot, page: ArchivePage, opened: list[QUrl], tmp_path: Path) -> None:
    page.tabs.setCurrentWidget(page.acts)
    settle(qtbot, page.workplace)
    acts = page.acts
    acts.kind.setCurrentIndex(acts.kind.findData("imported"))
    assert len(acts.shown) == 4
    acts.search.setText("ngoc hoi")
    assert len(acts.shown) == 1
    acts.files.write(acts.paper, tmp_path / "nhật ký.xlsx")
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    lines = list(load_workbook(tmp_path / "nhật ký.xlsx").worksheets[0].iter_rows(values_only=True))
    assert len(lines) == 2
    assert lines[1][1] == "Nhập gói"
    acts.search.clear()
    qtbot.keyClicks(acts.since, "2/6/2020")
    qtbot.keyClick(acts.since, Qt.Key.Key_Return)
    assert list(acts.shown) == []
    assert not acts.excel.isEnabled()
