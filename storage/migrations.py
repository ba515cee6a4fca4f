"""The ledger's schema, one migration a step: literal SQL only, appended to and never edited once released.

``tests/golden/migration_names.txt`` holds the names in order. Truth is in ``feed``, ``claim``, ``node`` and ``blob``; the
tables under "Projections" can be thrown away and made again from them (``fsck --rebuild``); the tables under "This PC"
describe what this PC did with files and are neither truth nor projection.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("ledger")

_TRUTH = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    feed BLOB NOT NULL UNIQUE CHECK (length(feed) = 16),
    office TEXT NOT NULL,
    public BLOB NOT NULL CHECK (length(public) = 32),
    own INTEGER NOT NULL DEFAULT 0,
    last_good INTEGER,
    fork_at INTEGER
) STRICT;

-- What a signed manifest said of a whole feed: evidence of entries not sent yet, and of forks.
CREATE TABLE claim (
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    seq INTEGER NOT NULL,
    head BLOB NOT NULL,
    PRIMARY KEY (feed_id, seq, head)
) STRICT, WITHOUT ROWID;

-- Ends of chains that a key in force has signed since the feed's own key was revoked: all that leads to them counts.
CREATE TABLE countersigned (
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    link BLOB NOT NULL,
    PRIMARY KEY (feed_id, link)
) STRICT, WITHOUT ROWID;

-- state: 0 waits for an earlier entry, 1 linked to the feed's start, 2 above a revoked key's last good entry.
CREATE TABLE node (
    feed_id INTEGER NOT NULL REFERENCES feed (id),
    seq INTEGER NOT NULL,
    link BLOB NOT NULL,
    prev BLOB NOT NULL,
    state INTEGER NOT NULL,
    uid BLOB,
    line BLOB,
    digest BLOB,
    import_id INTEGER,
    PRIMARY KEY (feed_id, seq, link)
) STRICT, WITHOUT ROWID;
CREATE INDEX node_uid ON node (uid) WHERE uid IS NOT NULL;
CREATE INDEX node_import ON node (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE blob (sha256 BLOB PRIMARY KEY, data BLOB NOT NULL) STRICT;
"""

_PROJECTIONS = """
CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL,
    office TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('final', 'withdrawn')),
    heads INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    link BLOB NOT NULL,
    task TEXT NOT NULL,
    type TEXT NOT NULL,
    date TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    document TEXT NOT NULL,
    note TEXT NOT NULL,
    "values" TEXT NOT NULL,
    files TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX activity_uid ON activity (uid, office);
CREATE INDEX activity_office ON activity (office, date);
CREATE INDEX activity_date ON activity (date);
CREATE INDEX activity_conflict ON activity (office) WHERE heads > 1;
CREATE INDEX activity_with_files ON activity (office) WHERE files <> '[]';

-- What is searched: the tokenizer folds case and marks, composed or not, but leaves đ alone and takes ʼ for a letter.
CREATE VIEW activity_shadow (id, text) AS
    SELECT id, replace(replace(replace(title || char(10) || place || char(10) || document || char(10) || note,
        'đ', 'd'), 'Đ', 'D'), 'ʼ', char(39))
    FROM activity;
CREATE VIRTUAL TABLE activity_search USING fts5 (
    text, content = 'activity_shadow', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- Withdrawn records of which nothing is shown: kept in mind so that content, when it comes, is not taken for new.
CREATE TABLE unresolved (uid BLOB NOT NULL, office TEXT NOT NULL, PRIMARY KEY (uid, office)) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
    uid BLOB NOT NULL,
    office TEXT NOT NULL,
    period TEXT NOT NULL,
    item TEXT NOT NULL,
    heads INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    link BLOB NOT NULL,
    state TEXT NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (office, period, item, uid)
) STRICT, WITHOUT ROWID;

-- One row a closing or reopening; the one with the highest (rev, link) holds.
CREATE TABLE closing (
    office TEXT NOT NULL,
    period TEXT NOT NULL,
    rev INTEGER NOT NULL,
    link BLOB NOT NULL,
    feed_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('close', 'reopen')),
    at TEXT NOT NULL,
    n INTEGER NOT NULL,
    root BLOB NOT NULL,
    report TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (office, period, rev, link)
) STRICT, WITHOUT ROWID;

CREATE TABLE admission (
    public BLOB NOT NULL,
    office TEXT NOT NULL,
    age TEXT NOT NULL,
    at TEXT NOT NULL,
    revoked TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (public, office)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
    office TEXT NOT NULL,
    period TEXT NOT NULL,
    rev INTEGER NOT NULL,
    root BLOB NOT NULL,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    remarks TEXT NOT NULL,
    PRIMARY KEY (office, period, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE consolidation (
    period TEXT NOT NULL,
    seq INTEGER NOT NULL,
    digest BLOB NOT NULL,
    at TEXT NOT NULL,
    figures TEXT NOT NULL,
    PRIMARY KEY (period, seq)
) STRICT, WITHOUT ROWID;
"""

_THIS_PC = """
CREATE TABLE draft (name TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    payload BLOB NOT NULL,
    bundle TEXT NOT NULL,
    office TEXT NOT NULL,
    file TEXT NOT NULL,
    at TEXT NOT NULL,
    code TEXT NOT NULL,
    new INTEGER NOT NULL,
    known INTEGER NOT NULL,
    last_receipt INTEGER NOT NULL,
    kit INTEGER NOT NULL,
    undone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX import_payload ON import (payload);

-- When the centre first received a closing: the date that decides on time or late. Kept when an import is undone.
CREATE TABLE arrival (
    office TEXT NOT NULL,
    period TEXT NOT NULL,
    root BLOB NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (office, period, root)
) STRICT, WITHOUT ROWID;

-- Receipts written by a centre (own = 1) or received by an office (own = 0).
CREATE TABLE receipt (
    office TEXT NOT NULL,
    no INTEGER NOT NULL,
    own INTEGER NOT NULL,
    payload BLOB NOT NULL,
    envelope BLOB NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (office, no, own)
) STRICT, WITHOUT ROWID;

CREATE TABLE acknowledged (feed_id INTEGER PRIMARY KEY REFERENCES feed (id), seq INTEGER NOT NULL, head BLOB NOT NULL) STRICT;

CREATE TABLE kit (no INTEGER PRIMARY KEY, payload BLOB NOT NULL, at TEXT NOT NULL, members TEXT NOT NULL) STRICT;

CREATE TABLE custody (
    payload BLOB NOT NULL,
    file TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('written', 'handed_over', 'receipted')),
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    spoken TEXT NOT NULL,
    ranges TEXT NOT NULL,
    PRIMARY KEY (payload, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
    sha256 BLOB PRIMARY KEY,
    file TEXT NOT NULL,
    at TEXT NOT NULL,
    code TEXT NOT NULL,
    office TEXT NOT NULL
) STRICT;
"""

_SUMMARIES = """
-- The first days between which activities are summed up; '' begins before all of them and stands once summaries are kept.
CREATE TABLE slice (first_day TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO slice SELECT '' WHERE NOT EXISTS (SELECT 1 FROM activity);

-- content: task -> type -> [activities, {count field: [activities that fill it in, sum]}] of an office's activities that hold.
CREATE TABLE summary (
    slice TEXT NOT NULL,
    office TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (slice, office)
) STRICT, WITHOUT ROWID;

-- Of each feed: the position of its last entry that counts, and how many are missing before the last one that is here.
CREATE TABLE standing (
    feed_id INTEGER PRIMARY KEY REFERENCES feed (id),
    entries INTEGER NOT NULL,
    missing INTEGER NOT NULL
) STRICT;
INSERT INTO standing
    SELECT n.feed_id, n.last, max(n.seen - n.gapless, 0)
        - (SELECT count(DISTINCT m.seq) FROM node m WHERE m.feed_id = n.feed_id AND m.seq > n.gapless)
    FROM (
        SELECT feed_id, coalesce(max(seq) FILTER (WHERE state = 1), 0) AS last,
            coalesce(max(seq) FILTER (WHERE state > 0), 0) AS gapless, max(seq) AS seen
        FROM node GROUP BY feed_id
    ) n;

-- Figures of a period by group, kept while the programme, the register and the dates are those of its basis (a digest);
-- part: what one office adds to its group. Offices that changed since stand in stale.
CREATE TABLE figured_period (period TEXT PRIMARY KEY, basis BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE figured_office (
    period TEXT NOT NULL,
    office TEXT NOT NULL,
    grp TEXT NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (period, office)
) STRICT, WITHOUT ROWID;
CREATE TABLE figured_group (
    period TEXT NOT NULL,
    grp TEXT NOT NULL,
    total TEXT NOT NULL,
    PRIMARY KEY (period, grp)
) STRICT, WITHOUT ROWID;
CREATE TABLE stale (office TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- What the centre's lists ask for with thousands of offices.
CREATE INDEX activity_listed ON activity (date, task, type, state, office);
CREATE INDEX answer_period ON answer (period);
CREATE INDEX closing_period ON closing (period, office, rev, link, op, root);
CREATE INDEX closing_feed ON closing (feed_id);
CREATE INDEX arrival_period ON arrival (period, office, at);
CREATE INDEX review_period ON review (period, office, seq, rev, root, state);
CREATE INDEX feed_office ON feed (office);
CREATE INDEX feed_own ON feed (own) WHERE own = 1;
"""


@migrations(name="0001_create_ledger")
def _create_ledger(db: Database) -> None:
    for script in (_TRUTH, _PROJECTIONS, _THIS_PC):
        _execute(db, script)


@migrations(name="0002_keep_summaries")
def _keep_summaries(db: Database) -> None:
    _execute(db, _SUMMARIES)


def _execute(db: Database, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)
