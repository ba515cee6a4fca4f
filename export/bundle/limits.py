"""How large the parts of a bundle may be, in bytes unless said otherwise; the reason for each stands beside it.

Readers enforce these before they allocate or inflate anything. A writer that meets one raises ``BUNDLE_TOO_LARGE``: the answer
is a series of bundles, never a higher limit, because every copy of the program must accept what any other one makes.
"""

from __future__ import annotations

KIBIBYTE = 1024
MEBIBYTE = 1024 * KIBIBYTE

MAX_MEMBERS = 20_000
"""Members of one container: its directory then stays below 3 MiB and is read at once."""

MAX_CONTAINER = 4 * 1024 * MEBIBYTE - 1
"""A whole container, and all its members unpacked: what ZIP can say without its 64-bit extension."""

MAX_DEFLATE_RATIO = 1032
"""No DEFLATE stream unpacks further (258 bytes from two bits); what claims more is a lie."""

DEFLATE_SLACK = 64
"""Added to the ratio so that the shortest streams are within it."""

MAX_ENVELOPE = 4 * MEBIBYTE
"""An envelope, that is, the manifest with its signatures. Holds about 15,000 members' lines."""

MAX_SIGNATURES = 16

MAX_AGE_HEADER = 64 * KIBIBYTE
"""The part of an encrypted file before its payload; with one recipient it takes about 250 bytes."""

MAX_AGE_STANZAS = 64
"""Every stanza may cost one scalar multiplication for each identity that is tried."""

MAX_RECIPIENTS = 16

BLOCK = 256 * KIBIBYTE
"""The unit in which content is read, hashed and packed: large enough to spare calls, small enough to cancel at once."""
