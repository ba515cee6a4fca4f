"""Windows' own protection of small secrets for one user account (DPAPI), reached by ctypes.

What is protected here can be opened only by the same Windows account on the same PC, and only with the same entropy (which the
key store derives from the PIN). An administrator's reset of a local password destroys that ability: the key store therefore
always keeps a recovery slot beside it. No file is read or written here.

Source: Microsoft, "CryptProtectData" and "CryptUnprotectData" (dpapi.h).
"""

from __future__ import annotations

import sys
from typing import Protocol

from storage.domain.codes import Code
from storage.domain.errors import LedgerError


class DataProtection(Protocol):
    """A service of the operating system that ties a secret to the user's account."""

    def protect(self, data: bytes, entropy: bytes) -> bytes:
        """An opaque form of ``data`` that only this account can open, with the same ``entropy``."""

    def unprotect(self, data: bytes, entropy: bytes) -> bytes | None:
        """The secret again, or None when data and entropy do not belong together.

        Raises ``LedgerError`` KEY_STORE_FOREIGN when the account cannot open it with any entropy.
        """


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _NO_WINDOW = 0x1  # CRYPTPROTECT_UI_FORBIDDEN
    _MISMATCH = frozenset({13, -2146893819})  # ERROR_INVALID_DATA, NTE_BAD_DATA

    class _Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.c_void_p))

    class WindowsProtection:
        """``DataProtection`` by DPAPI with the scope "current user"."""

        def __init__(self) -> None:
            crypt32 = ctypes.WinDLL("crypt32", use_last_error=True)
            kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
            blob = ctypes.POINTER(_Blob)
            self._protect = crypt32.CryptProtectData
            self._unprotect = crypt32.CryptUnprotectData
            for function in (self._protect, self._unprotect):
                function.argtypes = [blob, ctypes.c_void_p, blob, ctypes.c_void_p, ctypes.c_void_p, wintypes.DWORD, blob]
                function.restype = wintypes.BOOL
            self._free = kernel32.LocalFree
            self._free.argtypes = [ctypes.c_void_p]
            self._free.restype = ctypes.c_void_p

        def protect(self, data: bytes, entropy: bytes) -> bytes:
            """See ``DataProtection``. Raises KEY_STORE_FOREIGN when Windows refuses, for instance without a loaded profile."""
            result = self._call(self._protect, data, entropy)
            if isinstance(result, int):
                raise LedgerError(Code.KEY_STORE_FOREIGN, detail=f"CryptProtectData: error {result}")
            return result

        def unprotect(self, data: bytes, entropy: bytes) -> bytes | None:
            """See ``DataProtection``."""
            result = self._call(self._unprotect, data, entropy)
            if isinstance(result, bytes):
                return result
            if result in _MISMATCH:
                return None
            raise LedgerError(Code.KEY_STORE_FOREIGN, detail=f"CryptUnprotectData: error {result}")

        def _call(self, function: ctypes._NamedFuncPointer, data: bytes, entropy: bytes) -> bytes | int:
            """The output bytes, or the error number. The input buffers stay referenced until the call is over."""
            data_buffer, entropy_buffer = ctypes.create_string_buffer(data), ctypes.create_string_buffer(entropy)
            data_blob = _Blob(len(data), ctypes.cast(data_buffer, ctypes.c_void_p))
            entropy_blob = _Blob(len(entropy), ctypes.cast(entropy_buffer, ctypes.c_void_p))
            output = _Blob()
            done = function(
                ctypes.byref(data_blob), None, ctypes.byref(entropy_blob), None, None, _NO_WINDOW, ctypes.byref(output)
            )
            if not done:
                return ctypes.get_last_error()
            try:
                return ctypes.string_at(output.data, output.size)
            finally:
                ctypes.memset(output.data, 0, output.size)
                self._free(output.data)

    def system_protection() -> DataProtection | None:
        """The protection that this operating system offers; None where there is none (the PIN slot is used then)."""
        return WindowsProtection()

else:

    def system_protection() -> DataProtection | None:
        """The protection that this operating system offers; None where there is none (the PIN slot is used then)."""
        return None
