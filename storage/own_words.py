"""What a centre writes itself, told apart from what its own office hands over as an office.

The office that compiles the reports may owe one too. It then keeps its records on a PC of its own, under the same code, and
they arrive by bundles like any other's. A record is the centre's own when no entry about it has arrived.
"""

from __future__ import annotations

from storage.ledger import Ledger, Role

_ARRIVED = "EXISTS (SELECT 1 FROM node n JOIN feed f ON f.id = n.feed_id WHERE n.uid = answer.uid AND f.own = 0)"


def own_words(ledger: Ledger, period: str) -> dict[str, str]:
    """Section or question → the text that the centre wrote itself, the one with the highest (revision, link); pure."""
    if ledger.role is not Role.CENTRE:
        return {}
    rows = ledger.db.execute(
        f"SELECT item, text FROM answer WHERE office = ? AND period = ? AND state = 'text' AND NOT {_ARRIVED}"  # noqa: S608
        " ORDER BY rev, link",
        [ledger.office, period],
    ).fetchall()
    return dict(rows)


def of_the_writer(ledger: Ledger, *, arrived: bool) -> str:
    """A condition on the rows of ``answer``: the centre's own records, or those that arrived; none where nobody compiles.

    ``arrived`` leaves the rows of all other offices in, so that it can stand in any query.
    """
    if ledger.role is not Role.CENTRE:
        return ""
    office = ledger.office.replace("'", "''")
    return f"AND (office <> '{office}' OR {_ARRIVED})" if arrived else f"AND NOT {_ARRIVED}"
