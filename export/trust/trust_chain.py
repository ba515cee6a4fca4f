"""The chain of a centre's trust documents: from the first one, known by its digits on paper, to the newest.

Version n + 1 must carry the root signatures that version n asks for AND those that it asks for itself; numbers follow each
other without a hole; each names the digest of the one before. An office three years behind walks all steps. Nothing here looks
at a clock: there is no expiry, only numbers that grow. Files, kits and the registry of offices are not known here.

Source of the rules: The Update Framework, specification 1.0, section 5.3 (root rotation), without its expiry.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from export.bundle.envelope import Envelope, PayloadKind, Signer, parse_envelope, require_kind, seal_envelope, verify_envelope
from export.trust.trust_payload import Revocation, RoleKeys, RoleName, TrustPayload, build_payload, parse_payload
from export.trust.voice_number import centre_fingerprint, confirm
from storage.domain.codes import Code
from storage.domain.errors import LedgerError


@dataclass(frozen=True, slots=True)
class TrustStep:
    """One verified version: the envelope as it came, its payload's exact bytes and what they say."""

    envelope: bytes
    payload: bytes
    content: TrustPayload

    @property
    def digest(self) -> str:
        """SHA-256 of the payload in hexadecimal; the next version names it as ``prev``."""
        return hashlib.sha256(self.payload).hexdigest()


class TrustChain:
    """Verified versions 1 to n. Unchangeable: ``extend`` gives a new chain."""

    __slots__ = ("_steps",)

    def __init__(self, steps: tuple[TrustStep, ...]) -> None:
        """For ``load`` and ``extend`` alone: nothing is verified here."""
        self._steps = steps

    @classmethod
    def load(
        cls,
        envelopes: Sequence[bytes],
        *,
        expected_root_fingerprint: str = "",
        trusted_first_payload_digest: str = "",
        known_version: int = 0,
    ) -> TrustChain:
        """Verify a whole chain, version 1 first.

        ``expected_root_fingerprint``: the 24 digits of the printed letter. ``trusted_first_payload_digest``: hexadecimal
        SHA-256 remembered since. With neither, the chain proves only that it belongs together: good for showing ``fingerprint``
        to the person who holds the letter, and for nothing else before that. ``known_version``: the highest version that this
        installation has ever seen.

        Raises ``LedgerError``: TRUST_CHAIN_BROKEN, TRUST_THRESHOLD (``role``, ``needed``, ``found``), TRUST_DUPLICATE_KEY
        (``key``), KEY_WEAK (``key``), FINGERPRINT_WRONG (``groups``), VOICE_FORMAT (``digits``, ``expected``),
        TRUST_ROLLED_BACK (``version``, ``known``), BUNDLE_TOO_NEW, BUNDLE_WRONG_KIND (``found``, ``expected``).
        """
        if not envelopes:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail="no trust document")
        first = _read(envelopes[0])
        if first.content.version != 1:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"starts at version {first.content.version}")
        if expected_root_fingerprint:
            confirm(expected_root_fingerprint, centre_fingerprint(first.payload), code=Code.FINGERPRINT_WRONG)
        if trusted_first_payload_digest and not hmac.compare_digest(trusted_first_payload_digest, first.digest):
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail="version 1 is that of another centre")
        _check_signatures(first, first.content)
        chain = cls((first,))
        for envelope in envelopes[1:]:
            chain = chain._advanced(_read(envelope))
        if chain.version < known_version:
            raise _rolled_back(chain.version, known_version)
        return chain

    def extend(self, envelopes: Sequence[bytes]) -> TrustChain:
        """The chain with the versions that a kit brings, ascending; those already known must be the same documents.

        Raises as ``load``; TRUST_ROLLED_BACK when the newest of the kit is older than the newest known.
        """
        chain, highest, last = self, 0, None
        for data in envelopes:
            step = _read(data)
            version = step.content.version
            if last is not None and version != last + 1:
                raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"version {version} after {last}")
            last, highest = version, max(highest, version)
            if version <= chain.version:
                chain._check_same(step)
            else:
                chain = chain._advanced(step)
        if envelopes and highest < self.version:
            raise _rolled_back(highest, self.version)
        return chain

    @property
    def newest(self) -> TrustPayload:
        """The version in force."""
        return self._steps[-1].content

    @property
    def version(self) -> int:
        """The number of the newest version."""
        return self.newest.version

    @property
    def envelopes(self) -> tuple[bytes, ...]:
        """All envelopes from version 1 on, as they travel in every kit."""
        return tuple(step.envelope for step in self._steps)

    @property
    def first_payload_digest(self) -> str:
        """What an installation remembers once the letter has been compared: SHA-256 of version 1, in hexadecimal."""
        return self._steps[0].digest

    @property
    def fingerprint(self) -> str:
        """The 24 digits for the printed letter; the same for the whole life of the centre."""
        return centre_fingerprint(self._steps[0].payload)

    def payload(self, version: int) -> bytes:
        """The exact payload bytes of a version. Raises ``LedgerError`` TRUST_CHAIN_BROKEN for one that the chain has not."""
        return self._step(version).payload

    def role_keys(self, role: RoleName, *, version: int | None = None) -> dict[str, bytes]:
        """Key identifier → 32 public bytes of a role, in the newest or in an older version."""
        return self._content(version).role_keys(role)

    def keys_ever(self, role: RoleName) -> dict[str, bytes]:
        """Key identifier → 32 public bytes of all keys that held a role in any version: what older files were signed with."""
        return {keyid: public for step in self._steps for keyid, public in step.content.role_keys(role).items()}

    def recipients_ever(self) -> frozenset[str]:
        """The age recipients of all versions: what bundles may have been encrypted to."""
        return frozenset(
            recipient for step in self._steps for recipient in (step.content.age.online, step.content.age.recovery)
        )

    def is_revoked(self, keyid: str, feed: str, seq: int) -> bool:
        """Whether a key is no longer good for entry ``seq`` of ``feed`` (``RECEIPT_FEED`` for receipts), by the newest version.

        A key listed several times is good only where every listing allows it.
        """
        listings = [revocation for revocation in self.newest.revoked if revocation.keyid == keyid]
        return any(seq > revocation.feeds.get(feed, -1) for revocation in listings)

    def verify_role(self, envelope: Envelope, role: RoleName, *, version: int | None = None) -> tuple[str, ...]:
        """The distinct keys of ``role`` that signed, at least as many as its threshold; newest version unless told otherwise.

        An older version is for what was signed while it was in force (its signer may be revoked since: ask ``is_revoked``).
        Raises ``LedgerError`` BUNDLE_UNKNOWN_KEY (``key``), BUNDLE_SIGNATURE_INVALID, TRUST_THRESHOLD (``role``, ``needed``,
        ``found``).
        """
        content = self._content(version)
        signers = verify_envelope(envelope, content.role_keys(role))
        _check_threshold(signers, content, role)
        return signers

    def _content(self, version: int | None) -> TrustPayload:
        return self.newest if version is None else self._step(version).content

    def _step(self, version: int) -> TrustStep:
        if not 1 <= version <= self.version:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"no version {version} among {self.version}")
        return self._steps[version - 1]

    def _advanced(self, step: TrustStep) -> TrustChain:
        last = self._steps[-1]
        if step.content.version != self.version + 1:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"version {step.content.version} after {self.version}")
        if step.content.prev != last.digest:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"version {step.content.version} follows another history")
        if step.content.org != last.content.org:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"{step.content.org} follows {last.content.org}")
        _check_signatures(step, last.content)
        _check_signatures(step, step.content)
        return TrustChain((*self._steps, step))

    def _check_same(self, step: TrustStep) -> None:
        if step.payload != self._step(step.content.version).payload:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=f"another version {step.content.version} is known")

    def __repr__(self) -> str:
        return f"TrustChain(org={self.newest.org!r}, version={self.version})"


def build_trust(
    *,
    org: str,
    previous: bytes = b"",
    root: RoleKeys,
    kit: RoleKeys,
    receipt: RoleKeys,
    age_online: str,
    age_recovery: str,
    revoked: Sequence[Revocation] = (),
) -> bytes:
    """The payload of the next version after ``previous`` (the payload before it; empty for version 1), still unsigned.

    ``revoked`` is the whole list, old revocations included. Raises as ``trust_payload.parse_payload``.
    """
    version = parse_payload(previous).version + 1 if previous else 1
    return build_payload(
        org=org,
        version=version,
        prev=hashlib.sha256(previous).hexdigest() if previous else "",
        root=root,
        kit=kit,
        receipt=receipt,
        age_online=age_online,
        age_recovery=age_recovery,
        revoked=revoked,
    )


def seal_trust(payload: bytes, signers: Sequence[Signer]) -> bytes:
    """The envelope of a trust document. Whether the signatures suffice shows when a chain takes it."""
    parse_payload(payload)
    return seal_envelope(payload, PayloadKind.TRUST.payload_type, signers)


def _read(data: bytes) -> TrustStep:
    try:
        envelope = parse_envelope(data)
    except LedgerError as error:
        if error.code in {Code.BUNDLE_MANIFEST, Code.BUNDLE_NOT_OURS, Code.BUNDLE_TOO_LARGE}:
            raise LedgerError(Code.TRUST_CHAIN_BROKEN, detail=error.detail) from error
        raise
    require_kind(envelope, PayloadKind.TRUST)
    return TrustStep(envelope=data, payload=envelope.payload, content=parse_payload(envelope.payload))


def _check_signatures(step: TrustStep, authority: TrustPayload) -> None:
    """The root keys of ``authority`` must have signed ``step``, as many as its threshold says."""
    try:
        signers = verify_envelope(parse_envelope(step.envelope), authority.role_keys(RoleName.ROOT))
    except LedgerError as error:
        if error.code not in {Code.BUNDLE_UNKNOWN_KEY, Code.BUNDLE_SIGNATURE_INVALID}:
            raise
        signers = ()
    _check_threshold(signers, authority, RoleName.ROOT)


def _check_threshold(signers: tuple[str, ...], authority: TrustPayload, role: RoleName) -> None:
    needed = authority.role(role).threshold
    if len(signers) < needed:
        detail = f"version {authority.version}"
        raise LedgerError(Code.TRUST_THRESHOLD, detail=detail, role=str(role), needed=needed, found=len(signers))


def _rolled_back(version: int, known: int) -> LedgerError:
    return LedgerError(Code.TRUST_ROLLED_BACK, version=version, known=known)
