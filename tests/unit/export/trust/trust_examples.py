"""What the tests of trust documents share: fixed keys and documents of one centre."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from export.bundle.envelope import PayloadKind, seal_envelope
from export.trust.signing_keys import SigningKey
from export.trust.trust_chain import build_trust
from export.trust.trust_payload import Revocation, RoleKeys

ORG = "vn.shd.kontum"
ONLINE = "age14fuqg0qf98t32h57a9g0qyy26tgh3fs05zd6e5m3aeagu85j5dlsayphgr"
RECOVERY = "age1f5j038fvs7x9cw83kvtjw9kppncfe9wjh4l5tlrn56hdyacfzf4qqype0k"
TRUST_TYPE = PayloadKind.TRUST.payload_type


def key(number: int) -> SigningKey:
    return SigningKey(bytes([number]) * 32)


STICKS = (key(1), key(2), key(3))
NEW_STICK = key(4)
KIT_KEYS = (key(11), key(12), key(13))
RECEIPT_KEY = key(21)


def holders(keys: Sequence[SigningKey], threshold: int = 0) -> RoleKeys:
    return RoleKeys(publics=[each.public for each in keys], threshold=threshold)


def document(
    *,
    previous: bytes = b"",
    root: Sequence[SigningKey] = STICKS,
    threshold: int = 0,
    receipt: SigningKey = RECEIPT_KEY,
    revoked: Sequence[Revocation] = (),
    org: str = ORG,
    online: str = ONLINE,
) -> bytes:
    return build_trust(
        org=org,
        previous=previous,
        root=holders(root, threshold),
        kit=holders(KIT_KEYS),
        receipt=holders([receipt]),
        age_online=online,
        age_recovery=RECOVERY,
        revoked=revoked,
    )


def sealed(payload: bytes, *signers: SigningKey) -> bytes:
    """Signed whatever it says: hostile documents are signed too."""
    return seal_envelope(payload, TRUST_TYPE, signers)


def altered(payload: bytes, **changes: Any) -> bytes:
    """The same document with other fields, written as our own writer would."""
    return rewritten(json.loads(payload) | changes)


def rewritten(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
