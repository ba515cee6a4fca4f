"""Between a programme, dates or a register as plain values and rows by sheet; neither cells nor rules are known here.

What is nested in a document (a schedule, the indicators of a task, the parts of a section) lies flat in the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = dict[str, Any]
Rows = dict[str, list[Row]]
_REPEATED = ("recipients", "notes")
_HEAD = ("code", "version", "title", "issuer", "number", "date", "boundary")
_DIRECT = ("legal_bases", "groups", "count_fields", "activity_types", "source_issues")
_SCHEDULE = "schedule."


def programme_rows(raw: Mapping[str, Any]) -> Rows:
    """A programme's rows in the order of the document."""
    head = [{"field": name, "value": str(raw[name])} for name in _HEAD]
    head += [{"field": name, "value": text} for name in _REPEATED for text in raw[name]]
    rows: Rows = {"head": head}
    rows |= {name: [dict(item) for item in raw[name]] for name in _DIRECT}
    rows["statements"] = [{"part": part, **item} for part in ("objectives", "requirements") for item in raw[part]]
    rows["duties"] = [_flat_duty(duty) for duty in raw["duties"]]
    rows["tasks"] = [{name: value for name, value in task.items() if name != "indicators"} for task in raw["tasks"]]
    rows["indicators"] = [dict(indicator) for task in raw["tasks"] for indicator in task["indicators"]]
    rows["outline"] = list(_flat_sections(raw["outline"], ""))
    return rows


def programme_of(rows: Rows) -> Row:
    """The programme of rows that were read; indicators of unknown tasks and parts of unknown sections are left out."""
    head: Row = {"format": 1, **dict.fromkeys(_HEAD, ""), **{name: [] for name in _REPEATED}}
    for row in rows.get("head", []):
        if row["field"] in _REPEATED:
            head[row["field"]].append(row.get("value", ""))
        else:
            head[row["field"]] = row.get("value", "")
    head["version"] = _number(head["version"])
    raw = head | {name: [form_of(name, row) for row in rows.get(name, [])] for name in _DIRECT}
    for part in ("objectives", "requirements"):
        raw[part] = [_without(row, "part") for row in rows.get("statements", []) if row.get("part") == part]
    raw["duties"] = [_nested_duty(row) for row in rows.get("duties", [])]
    raw["tasks"] = [row | {"indicators": _indicators_of(row, rows)} for row in rows.get("tasks", [])]
    raw["outline"] = _nested_sections(rows.get("outline", []), "")
    return raw


def dates_rows(raw: Mapping[str, Any]) -> Rows:
    """The rows of what the centre has set beside the programme."""
    cutoffs, deadlines = raw.get("cutoffs", {}), raw.get("deadlines", {})
    codes = sorted(cutoffs.keys() | deadlines.keys())
    days = [{"day": day, "name": name, "worked": False} for day, name in raw.get("holidays", {}).items()]
    days += [{"day": day, "name": "", "worked": True} for day in raw.get("working_days", [])]
    return {
        "periods": [{"period": code, "cutoff": cutoffs.get(code), "deadline": deadlines.get(code)} for code in codes],
        "days": days,
        "exemptions": [dict(zip(("office", "period", "reason"), line, strict=False)) for line in raw.get("exemptions", [])],
    }


def dates_of(rows: Rows) -> Row:
    """The dates of rows that were read."""
    periods, days = rows.get("periods", []), rows.get("days", [])
    return {
        "cutoffs": {row["period"]: row["cutoff"] for row in periods if row.get("cutoff")},
        "deadlines": {row["period"]: row["deadline"] for row in periods if row.get("deadline")},
        "holidays": {row["day"]: row.get("name", "") for row in days if not row.get("worked")},
        "working_days": [row["day"] for row in days if row.get("worked")],
        "exemptions": [_exemption(row) for row in rows.get("exemptions", [])],
    }


def offices_rows(raw: Mapping[str, Any]) -> Rows:
    """A register's rows."""
    return {
        "types": [dict(kind) for kind in raw["types"]],
        "offices": [dict(office) for office in raw["offices"]],
        "successions": [dict(line) for line in raw["successions"]],
        "notes": [{"text": note} for note in raw["notes"]],
    }


def offices_of(rows: Rows, *, version: int) -> Row:
    """The register of rows that were read; a workbook does not say which version it is."""
    return {
        "format": 1,
        "version": version,
        "types": rows.get("types", []),
        "offices": rows.get("offices", []),
        "successions": [{"confidence": "SOURCE", **row} for row in rows.get("successions", [])],
        "notes": [row["text"] for row in rows.get("notes", [])],
    }


def form_of(sheet: str, row: Row) -> Row:
    """One row as the structure that it fills, without what is nested in it."""
    if sheet == "duties":
        return _nested_duty(row)
    if sheet == "successions":
        return {"confidence": "SOURCE", **row}
    if sheet == "legal_bases":
        return {"date": "", **row}
    return _without(row, *{"statements": ("part",), "outline": ("parent",)}.get(sheet, ()))


def _flat_duty(duty: Mapping[str, Any]) -> Row:
    flat = _without(duty, "schedule")
    for name, value in (duty.get("schedule") or {}).items():
        flat[_SCHEDULE + name] = value == -1 if name == "data_from_year_offset" else value
    return flat


def _nested_duty(row: Row) -> Row:
    """Without any date the duty has no schedule: the plan states none."""
    duty = {name: value for name, value in row.items() if not name.startswith(_SCHEDULE)}
    schedule = {name.removeprefix(_SCHEDULE): value for name, value in row.items() if name.startswith(_SCHEDULE)}
    from_year_before = schedule.pop("data_from_year_offset", False)
    schedule = {name: value for name, value in schedule.items() if value not in ("", None)}
    if schedule:
        duty["schedule"] = {"period_suffix": "", **schedule, "data_from_year_offset": -1 if from_year_before else 0}
    return duty


def _indicators_of(task: Row, rows: Rows) -> list[Row]:
    code = task.get("code")
    return [row for row in rows.get("indicators", []) if row.get("id", "").rpartition("-")[0] == code]


def _flat_sections(sections: Sequence[Mapping[str, Any]], parent: str) -> Iterable[Row]:
    for section in sections:
        yield {**_without(section, "parts"), "parent": parent}
        yield from _flat_sections(section["parts"], section["code"])


def _nested_sections(rows: Sequence[Row], parent: str, above: tuple[str, ...] = ()) -> list[Row]:
    return [
        {**_without(row, "parent"), "parts": _nested_sections(rows, row["code"], (*above, row["code"]))}
        for row in rows
        if row.get("parent", "") == parent and row.get("code") and row["code"] not in above
    ]


def _exemption(row: Row) -> list[str]:
    line = [row["office"], row.get("period", "")]
    return [*line, row["reason"]] if row.get("reason") else line


def _without(item: Mapping[str, Any], *names: str) -> Row:
    return {name: value for name, value in item.items() if name not in names}


def _number(text: object) -> object:
    return int(text) if isinstance(text, str) and text.isdecimal() and text.isascii() and len(text) < 10 else text
