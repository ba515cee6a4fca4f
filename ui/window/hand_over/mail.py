"""The message with which a bundle goes by e-mail: only what may stand in an open letter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl, QUrlQuery

from ui.window.hand_over.work_steps import in_groups

translate = QCoreApplication.translate


def mail_url(office: str, spoken: str, parts: int) -> QUrl:
    """A message to be addressed and given its attachment by hand; nothing of the report stands in it."""
    query = QUrlQuery()
    query.addQueryItem("subject", translate("mail_url", "Report bundle of {office}").format(office=office))
    body = translate(
        "mail_url",
        "%n file(s) of the program are attached, each in a message of its own. Telephone code: {code}",
        "",
        parts,
    )
    query.addQueryItem("body", body.format(code=in_groups(spoken)))
    url = QUrl("mailto:")
    url.setQuery(query)
    return url
