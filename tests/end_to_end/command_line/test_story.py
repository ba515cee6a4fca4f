"""The office's day and the centre's day through the command line, in real processes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.end_to_end.command_line.stations import PIN, Pc, activity, write_lines


def test_the_whole_job(tmp_path: Path) -> None:
    folder = tmp_path / "thư mục có dấu"
    folder.mkdir()
    centre, office = Pc(folder, "trung tâm"), Pc(folder, "đơn vị")

    made = centre.process("setup", "--role", "centre").answer
    assert made["pin"] == "set"
    assert len(made["fingerprint"]) == 24
    kit = centre.process("kit", "--to", folder / "kit.shd").answer
    assert Path(kit["file"]).is_absolute()
    joined = office.process(
        "setup", "--role", "office", "--kit", "kit.shd", "--office", "UBND-DH", "--fingerprint", made["fingerprint"]
    ).answer
    request = office.process("enrol", "--to", folder / "enrol.shd").answer
    assert request["voice"] == joined["voice"]
    assert centre.process("approve", folder / "enrol.shd", "--voice", joined["voice"]).exit == 0

    (folder / "scan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    lines = [activity(title=f"Hội nghị {number}", attachments=["scan.pdf"]) for number in range(3)]
    recorded = office.process("record", write_lines(folder / "lines.jsonl", lines)).answer
    assert (recorded["recorded"], recorded["refused"], recorded["findings"]) == (3, [], [])
    closed = office.process("close", "--period", "2020S1")
    assert (closed.exit, closed.answer["records"]) == (1, 3)
    sealed = office.process("seal", "--to", folder / "usb").answer
    assert sealed["periods"] == ["2020S1"]
    assert len(sealed["spoken"]) == 12

    imported = centre.process("import", folder / "usb")
    assert imported.exit == 0, imported.output
    assert imported.answer["files"][0]["code"] == "BUNDLE_IMPORTED"
    again = centre.process("import", folder / "usb")
    assert (again.exit, again.answer["files"][0]["code"], again.answer["new"]) == (0, "BUNDLE_KNOWN", 0)

    receipts = centre.process("receipts", "--to", folder / "receipts").answer
    received = office.process("receive", receipts["files"][0]["path"])
    assert (received.exit, received.answer["files"][0]["code"]) == (0, "RECEIPT_ACCEPTED")
    nothing = office.process("seal", "--to", folder / "usb2")
    assert (nothing.exit, nothing.answer["code"]) == (3, "NOTHING_TO_SEAL")
    sound = centre.process("fsck").answer
    assert sound["problems"] == []
    assert len(sound["digest"]) == 64
    assert centre.process("fsck", "--rebuild").answer["digest"] == sound["digest"]
    for profile in (centre.folder, office.folder):
        log = (profile / "so-hoat-dong.log").read_text(encoding="utf-8")
        assert "command" in log
        assert not {PIN, "Hội nghị", joined["voice"], made["recovery_code"]} & set(log.split())
        assert "Hội nghị" not in log
    assert json.dumps(sound)
