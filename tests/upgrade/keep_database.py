"""Makes the small database that a release leaves behind for ever: ``python -m tests.upgrade.keep_database``.

Run once at each release, before its tag; the files are checked in and never made again. What they hold is told in the JSON file
beside each, so that the test of a later version knows what must still be there.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from storage.backup import back_up
from storage.catalogue import Catalogue
from storage.closing import close_period, reopen_period
from storage.ledger import Ledger
from storage.outline import read_outline
from storage.recording import ActivityInput
from storage.version import VERSION
from tests.unit.storage.ledger_examples import HALF_YEAR, Pc, meeting, put, record, recorder

FOLDER = Path(__file__).resolve().parent
COUNTED = ("feed", "claim", "node", "blob", "activity", "answer", "closing", "draft", "import", "arrival", "acknowledged")
OUTLINE = '{"sections": {"UU_DIEM": "Tốt"}, "answers": {"II.1.a-3": "không phát sinh", "II.1.a-4": 0}}'


def fill(ledger: Ledger, attachment: Path) -> None:
    """Something of everything that an office's ledger may hold."""
    attachment.write_bytes(b"%PDF-1.7 plan")
    first, second, _ = record(
        ledger,
        meeting(title="Đào tạo tại Đăk Hà", attachments=[str(attachment)]),
        meeting(title="Hội nghị sơ kết", date="2020-04-01"),
        meeting(title="TUYỆT MẬT", date="2020-05-01"),
    )
    record(ledger, ActivityInput(uid=first, note="đã bổ sung"))
    recorder(ledger).withdraw(second, "ghi nhầm")
    ledger.append(put("ab" * 16, title="Một"))
    ledger.append(put("ab" * 16, title="Hai"))
    stamped = ledger.db.execute("SELECT lower(hex(uid)) FROM activity WHERE title = 'TUYỆT MẬT'").fetchone()[0]
    record(ledger, ActivityInput(uid=stamped, title="Hội nghị"))
    close_period(ledger, Catalogue(ledger), HALF_YEAR, read_outline(OUTLINE.encode()))
    reopen_period(ledger, Catalogue(ledger), HALF_YEAR, "bổ sung")
    feed = ledger.journal.own_feed()
    with ledger.write():
        ledger.db.execute("INSERT INTO draft VALUES ('d1', '2020-03-05', '{}')")
        ledger.db.execute("INSERT INTO acknowledged VALUES (?, 2, ?)", [feed.id, ledger.journal.link_at(feed, 2)])
        ledger.journal.claim(feed, 2, ledger.journal.link_at(feed, 2) or b"")


def told(ledger: Ledger) -> dict[str, object]:
    """What a later version must still find."""
    counts = {table: ledger.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}  # noqa: S608
    feed = ledger.journal.own_feed()
    seq, head = ledger.journal.head(feed)
    shown = ledger.db.execute("SELECT state, heads, rev, title, note FROM activity ORDER BY date, title").fetchall()
    answers = ledger.db.execute("SELECT item, state, number, text FROM answer ORDER BY item").fetchall()
    return {
        "counts": counts,
        "feed": feed.feed.hex(),
        "length": seq,
        "head": head.hex(),
        "activities": [list(row) for row in shown],
        "answers": [list(row) for row in answers],
    }


def keep(folder: Path = FOLDER) -> Path:
    """Writes ``ledger-<version>.db`` and its JSON. A file that is there is never replaced (``FILE_EXISTS``)."""
    with tempfile.TemporaryDirectory() as scratch, Pc(Path(scratch)).create() as ledger:
        fill(ledger, Path(scratch) / "plan.pdf")
        made = back_up(ledger, folder / f"ledger-{VERSION}.db").path
        made.with_suffix(".json").write_text(json.dumps(told(ledger), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return made


if __name__ == "__main__":
    keep()
