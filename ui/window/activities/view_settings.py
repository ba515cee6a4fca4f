"""What a person chose for the list and what is kept between starts: columns, their widths, the filters and the order.

Kept as one JSON text a list, so that a list of another program version is simply begun anew. Words searched for are not kept.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QSettings

from storage.activity_list import Order
from ui.window.activities.columns import COLUMNS, HIDDEN_AT_FIRST, Column

_KEY = "activities/view"


class ColumnSetting(msgspec.Struct, frozen=True):
    """One column at its place; ``width`` in pixels, 0 for the usual one."""

    column: Column
    shown: bool
    width: int = 0


class ListSettings(msgspec.Struct, frozen=True):
    """The choices for the list of activities. ``columns`` are in the order in which they stand, all of them."""

    columns: tuple[ColumnSetting, ...]
    order: Order = Order.NEWEST
    task: str = ""
    type: str = ""
    period: str = ""
    state: str = ""


def standard_settings() -> ListSettings:
    """How the list looks the first time."""
    return ListSettings(tuple(ColumnSetting(column, column not in HIDDEN_AT_FIRST) for column in COLUMNS))


def load_settings(settings: QSettings) -> ListSettings:
    """The choices kept last; the standard ones when there are none, or none that fit this version."""
    try:
        kept = msgspec.json.decode(str(settings.value(_KEY, "")), type=ListSettings)
    except msgspec.DecodeError:
        return standard_settings()
    complete = {setting.column for setting in kept.columns} == set(COLUMNS) and len(kept.columns) == len(COLUMNS)
    shows_something = any(setting.shown for setting in kept.columns)
    return kept if complete and shows_something else standard_settings()


def keep_settings(settings: QSettings, chosen: ListSettings) -> None:
    """Keeps the choices."""
    settings.setValue(_KEY, msgspec.json.encode(chosen).decode())
