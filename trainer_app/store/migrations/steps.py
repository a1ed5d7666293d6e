"""The ordered steps from one version of the tables to the next.

Each is a small function over an open connection, in one transaction with its record. A step that was
released is never changed: it must not import a live model, so it holds its SQL as it was then. The
projected tables are not made here: they follow from the journal and are made anew by `upgrade`.
"""

from collections.abc import Callable

type Run = Callable[[str], object]


def create_tables(run: Run) -> None:
    """Version 1: the journal, the registers' heads, and what belongs to this laptop only."""
    for sql in (*_JOURNAL_TABLES, *_LOCAL_TABLES):
        run(sql)


_JOURNAL_TABLES = (
    # id = replica << 40 | number: no index over a hash or a random key on the journal. `tail` is the line
    # without its first 44 bytes, which the replica's name gives again; a line that begins in any other
    # way is kept whole.
    "CREATE TABLE journal (id INTEGER PRIMARY KEY, import INTEGER, tail BLOB NOT NULL)",
    "CREATE VIEW entry AS SELECT id, import, CASE WHEN substr(tail, 1, 1) = x'7b' THEN tail "
    'ELSE CAST(\'{"r":"\' || (SELECT name FROM replica WHERE replica.id = journal.id >> 40) || '
    '\'","n":\' || CAST(tail AS TEXT) AS BLOB) END AS line FROM journal',
    "CREATE TRIGGER entry_delete INSTEAD OF DELETE ON entry BEGIN DELETE FROM journal WHERE id = OLD.id; END",
    "CREATE TABLE replica (id INTEGER PRIMARY KEY, name TEXT NOT NULL, branch INTEGER NOT NULL, "
    "own INTEGER NOT NULL DEFAULT 0, UNIQUE (name, branch))",
    "CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    # `head` is the entry that is the only head of all that it set; NULL where `head` the table says more.
    "CREATE TABLE registry (id INTEGER PRIMARY KEY, key BLOB NOT NULL, kind INTEGER NOT NULL, head INTEGER)",
    # By 32 bits of the key: a third of the size of an index over whole keys.
    "CREATE TABLE lookup (short INTEGER NOT NULL, object INTEGER NOT NULL, "
    "PRIMARY KEY (short, object)) WITHOUT ROWID",
    # The newest of it, moved over by the hundred thousand: in a large one each import would touch
    # every page.
    "CREATE TABLE recent (short INTEGER NOT NULL, object INTEGER NOT NULL, "
    "PRIMARY KEY (short, object)) WITHOUT ROWID",
    "CREATE VIEW object AS SELECT id, key, "
    "(SELECT name FROM kind WHERE kind.id = registry.kind) AS entity FROM registry",
    # `fields` is NULL when the entry is the head of every field that it set.
    "CREATE TABLE head (object INTEGER NOT NULL, entry INTEGER NOT NULL, fields TEXT, "
    "PRIMARY KEY (object, entry)) WITHOUT ROWID",
    "CREATE TABLE awaited (object INTEGER NOT NULL, field TEXT NOT NULL, hash BLOB NOT NULL, "
    "PRIMARY KEY (object, field, hash)) WITHOUT ROWID",
    "CREATE TABLE contradiction (object INTEGER NOT NULL, field TEXT NOT NULL, "
    "PRIMARY KEY (object, field)) WITHOUT ROWID",
)

_LOCAL_TABLES = (
    "CREATE TABLE step (id INTEGER PRIMARY KEY, label TEXT NOT NULL, at INTEGER NOT NULL, "
    "kind TEXT NOT NULL, inverts INTEGER, undone INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE step_entry (step INTEGER NOT NULL, entry INTEGER NOT NULL, "
    "before TEXT NOT NULL, PRIMARY KEY (step, entry)) WITHOUT ROWID",
    "CREATE TABLE arrival (id INTEGER PRIMARY KEY, bundle TEXT NOT NULL, file TEXT NOT NULL, "
    "replica TEXT NOT NULL, at INTEGER NOT NULL, first INTEGER, last INTEGER, "
    "entries INTEGER NOT NULL, conflicts INTEGER NOT NULL, result TEXT NOT NULL, "
    "archived TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE departure (id INTEGER PRIMARY KEY, bundle TEXT NOT NULL, file TEXT NOT NULL, "
    "kind TEXT NOT NULL, target TEXT NOT NULL, at INTEGER NOT NULL, first INTEGER NOT NULL, "
    "last INTEGER NOT NULL, entries INTEGER NOT NULL, size INTEGER NOT NULL)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)


def create_blobs(run: Run) -> None:
    """Version 2: the content of attachments, by its SHA-256; never changed, so it has no history."""
    run("CREATE TABLE blob (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL)")


def create_blob_sources(run: Run) -> None:
    """Version 3: which imports brought a blob, so that it leaves with the last of them; 0: attached here.

    And which files took a blob along, so that each can say whether the office holds all of it.
    """
    run(
        "CREATE TABLE blob_source (sha256 TEXT NOT NULL, arrival INTEGER NOT NULL, "
        "PRIMARY KEY (sha256, arrival)) WITHOUT ROWID"
    )
    run("INSERT INTO blob_source (sha256, arrival) SELECT sha256, 0 FROM blob")
    run(
        "CREATE TABLE departure_blob (bundle TEXT NOT NULL, sha256 TEXT NOT NULL, "
        "PRIMARY KEY (bundle, sha256)) WITHOUT ROWID"
    )


def create_feedback_drafts(run: Run) -> None:
    """Version 4: anonymous papers before they enter the journal, by random ids and without any order or time.

    Without rowids the rows lie in the order of their ids, which says nothing of who came first.
    """
    run(
        "CREATE TABLE feedback_draft (id BLOB PRIMARY KEY, course TEXT NOT NULL, form TEXT NOT NULL, "
        "occasion TEXT NOT NULL, day TEXT NOT NULL, language TEXT NOT NULL, number INTEGER, "
        "answers TEXT NOT NULL, second TEXT NOT NULL, finished INTEGER NOT NULL) WITHOUT ROWID"
    )


def create_exchange_notes(run: Run) -> None:
    """Version 5: what the archive and the exchange need to know beside the journal.

    `undoing`: which import was taken back, and which was the newest one then, so that the archive can be
    gone through in the very same order. `loss`: own entries that another computer replaced by another value,
    by their places in the journal, until the person has seen it.
    """
    run("CREATE TABLE undoing (arrival INTEGER PRIMARY KEY, after INTEGER NOT NULL)")
    run("INSERT INTO undoing (arrival, after) SELECT id, id FROM arrival WHERE result = 'undone'")
    run(
        "CREATE TABLE loss (own INTEGER NOT NULL, by INTEGER NOT NULL, field TEXT NOT NULL, "
        "at INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (own, by, field)) WITHOUT ROWID"
    )


def create_dropped(run: Run) -> None:
    """Version 6: places of lines that this laptop let go of, since the office holds them."""
    run("CREATE TABLE dropped (id INTEGER PRIMARY KEY)")


def create_authority(run: Run) -> None:
    """Version 7: whose entries count, and who signed what came.

    `belongs`: what a row belongs to. `proposal`: entries that do not count, with their rows.
    """
    run(
        "CREATE TABLE belongs (object INTEGER NOT NULL, home INTEGER NOT NULL, "
        "PRIMARY KEY (object, home)) WITHOUT ROWID"
    )
    run("CREATE TABLE proposal (entry INTEGER PRIMARY KEY, object INTEGER NOT NULL) WITHOUT ROWID")
    run("CREATE INDEX proposal_object ON proposal (object)")
    run("ALTER TABLE arrival ADD COLUMN signer TEXT NOT NULL DEFAULT ''")
    run("ALTER TABLE arrival ADD COLUMN carried TEXT NOT NULL DEFAULT ''")


def create_undone(run: Run) -> None:
    """Version 8: the ids of entries and contents that went with an import which was taken back."""
    run("CREATE TABLE undone (id BLOB PRIMARY KEY, arrival INTEGER NOT NULL) WITHOUT ROWID")


def create_waits(run: Run) -> None:
    """Version 9: proposals by who asks for what and when, so that no list has to read all of them.

    `waits`: the rows that say whether a proposal counts; 0 stands for any. All follows from the journal: what
    is remembered of the shape of the tables goes, so that they are made anew.
    """
    run("DROP TABLE proposal")
    run(
        "CREATE TABLE proposal (entry INTEGER PRIMARY KEY, object INTEGER NOT NULL, hash TEXT NOT NULL, "
        "author TEXT NOT NULL, sort TEXT NOT NULL, wall INTEGER NOT NULL, counter INTEGER NOT NULL) "
        "WITHOUT ROWID"
    )
    run("CREATE INDEX proposal_object ON proposal (object)")
    run("CREATE INDEX proposal_hash ON proposal (hash)")
    run("CREATE INDEX proposal_author ON proposal (author, wall, counter)")
    run(
        "CREATE TABLE waits (object INTEGER NOT NULL, entry INTEGER NOT NULL, "
        "PRIMARY KEY (object, entry)) WITHOUT ROWID"
    )
    run("CREATE INDEX waits_entry ON waits (entry)")
    run("DELETE FROM setting WHERE name = 'projection'")


STEPS: tuple[Callable[[Run], None], ...] = (
    create_tables,
    create_blobs,
    create_blob_sources,
    create_feedback_drafts,
    create_exchange_notes,
    create_dropped,
    create_authority,
    create_undone,
    create_waits,
)
"""Step i leads from version i to version i + 1."""
