"""The two families of error that a person may meet; everything else is a bug.

``LedgerError`` is expected: the environment or the input is at fault, and the code says which sentence and which next step
to show. ``OperationCancelled`` is silent. No other exception may reach a person as text.
"""

from __future__ import annotations

from collections.abc import Mapping

from storage.domain.codes import Code

Parameter = str | int


class LedgerError(Exception):
    """An expected failure with a stable code.

    ``parameters`` fill the placeholders of the code's sentence in the message tables; they hold figures, names of fields and
    names of files, never free text that a clerk typed. ``detail`` is technical text for the log alone.
    """

    def __init__(self, code: Code, *, detail: str = "", **parameters: Parameter) -> None:
        super().__init__(f"{code}: {detail or dict(parameters)}")
        self.code = code
        self.detail = detail
        self.parameters: Mapping[str, Parameter] = parameters


class OperationCancelled(Exception):
    """The person stopped a job; raised by the job's progress reporter and caught by whoever started the job."""
