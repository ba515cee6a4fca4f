"""Files are encrypted to each reader, agree with a second implementation, and fail with a reason and on request."""

from __future__ import annotations

import errno
import io
import secrets
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from export.bundle.age_file import decrypt_stream, encrypt_stream, new_identity, recipient_of
from export.bundle.age_recipient import recipient_public_key
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.progress import Progress, Stage, silent
from tests.unit.export.bundle import plain_age
from tests.unit.export.bundle.bundle_material import FailingDisk

SECRET, RECIPIENT = new_identity()
OTHER_SECRET, OTHER_RECIPIENT = new_identity()
PLAIN = "Kết quả tuyên truyền 6 tháng đầu năm\n".encode() * 20
LARGE = secrets.token_bytes(1_000_000)


def encrypted(plain: bytes, *recipients: str) -> bytes:
    target = io.BytesIO()
    written = encrypt_stream(io.BytesIO(plain), target, recipients or (RECIPIENT,))
    assert written == len(target.getvalue())
    return target.getvalue()


def decrypted(data: bytes, *identities: str, cap: int = 10**9) -> bytes:
    target = io.BytesIO()
    written = decrypt_stream(io.BytesIO(data), target, identities or (SECRET,), cap)
    assert written == len(target.getvalue())
    return target.getvalue()


def refusal(data: bytes, *identities: str, cap: int = 10**9) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        decrypted(data, *identities, cap=cap)
    return caught.value


def test_identities_are_new_each_time_and_tell_their_recipient() -> None:
    assert new_identity() != new_identity()
    assert SECRET.startswith("AGE-SECRET-KEY-1")
    assert recipient_of(SECRET) == RECIPIENT
    for broken in ("", RECIPIENT, SECRET[:-1], SECRET + "\n"):
        with pytest.raises(LedgerError) as caught:
            recipient_of(broken)
        assert caught.value.code is Code.KEY_STORE_DAMAGED
        assert not broken or broken not in str(caught.value)


def test_every_recipient_reads_it_and_nobody_else() -> None:
    data = encrypted(PLAIN, RECIPIENT, OTHER_RECIPIENT)
    assert decrypted(data, SECRET) == decrypted(data, OTHER_SECRET) == PLAIN
    assert decrypted(data, new_identity()[0], OTHER_SECRET) == PLAIN
    assert PLAIN[:10] not in data
    assert RECIPIENT.encode() not in data
    assert refusal(data, new_identity()[0]).code is Code.BUNDLE_WRONG_RECIPIENT
    assert refusal(encrypted(PLAIN, RECIPIENT), OTHER_SECRET).code is Code.BUNDLE_WRONG_RECIPIENT
    with pytest.raises(LedgerError) as caught:
        decrypt_stream(io.BytesIO(data), io.BytesIO(), [], 10**6)
    assert caught.value.code is Code.BUNDLE_WRONG_RECIPIENT


_CHUNK = plain_age.CHUNK


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.integers(0, 300), st.sampled_from([_CHUNK - 1, _CHUNK, _CHUNK + 1, 2 * _CHUNK, 3 * _CHUNK - 1])))
def test_a_second_implementation_reads_and_writes_the_same_files(size: int) -> None:
    plain = LARGE[:size]
    secret = X25519PrivateKey.generate()
    recipient = plain_age.bech32("age", secret.public_key().public_bytes_raw())
    identity = plain_age.bech32("age-secret-key-", secret.private_bytes_raw()).upper()
    assert recipient_of(identity) == recipient
    assert plain_age.decrypt(encrypted(plain, OTHER_RECIPIENT, recipient), secret) == plain
    publics = [recipient_public_key(OTHER_RECIPIENT), secret.public_key().public_bytes_raw()]
    assert decrypted(plain_age.encrypt(plain, publics), identity) == plain


def test_the_header_of_every_file_that_is_written_is_one_that_is_read() -> None:
    # The library adds a meaningless stanza of random form to each file.
    for _ in range(400):
        assert decrypted(encrypted(b"")) == b""


def test_a_file_is_read_from_its_beginning_wherever_the_stream_stands() -> None:
    source, target = io.BytesIO(PLAIN), io.BytesIO()
    source.seek(10)
    encrypt_stream(source, target, [RECIPIENT])
    plain = io.BytesIO()
    decrypt_stream(target, plain, [SECRET], 10**6)  # the target stands at its end
    assert plain.getvalue() == PLAIN


def test_no_more_comes_out_than_the_cap() -> None:
    data = encrypted(LARGE)
    assert decrypted(data, cap=len(LARGE)) == LARGE
    for cap in (0, 1, len(LARGE) - 1):
        target = io.BytesIO()
        with pytest.raises(LedgerError) as caught:
            decrypt_stream(io.BytesIO(data), target, [SECRET], cap)
        assert (caught.value.code, caught.value.parameters) == (Code.BUNDLE_TOO_LARGE, {"limit": cap})
        assert len(target.getvalue()) <= cap


def test_progress_tells_the_bytes_of_the_source() -> None:
    seen: list[Progress] = []
    target = io.BytesIO()
    encrypt_stream(io.BytesIO(LARGE), target, [RECIPIENT], seen.append)
    assert seen[0] == Progress(Stage.WRITING, 0, len(LARGE))
    assert seen[-1] == Progress(Stage.WRITING, len(LARGE), len(LARGE))
    assert 3 < len(seen) < 20
    seen.clear()
    decrypt_stream(target, io.BytesIO(), [SECRET], 10**7, seen.append)
    size = len(target.getvalue())
    assert (seen[0], seen[-1]) == (Progress(Stage.READING, 0, size), Progress(Stage.READING, size, size))
    assert [step.done for step in seen] == sorted({step.done for step in seen})


@pytest.mark.parametrize("when", [0, 1, 3])
@pytest.mark.parametrize("kind", [OperationCancelled, KeyboardInterrupt, ZeroDivisionError])
def test_what_the_reporter_raises_comes_through_as_it_is(when: int, kind: type[BaseException]) -> None:
    signal = kind("stop")

    def job(encrypting: bool) -> None:
        calls = 0

        def report(_: Progress) -> None:
            nonlocal calls
            calls += 1
            if calls > when:
                raise signal

        if encrypting:
            encrypt_stream(io.BytesIO(LARGE), io.BytesIO(), [RECIPIENT], report)
        else:
            decrypt_stream(io.BytesIO(data), io.BytesIO(), [SECRET], 10**7, report)

    data = encrypted(LARGE)
    for encrypting in (True, False):
        with pytest.raises(kind) as caught:
            job(encrypting)
        assert caught.value is signal


@pytest.mark.parametrize(
    ("number", "writing", "reading"),
    [(errno.ENOSPC, Code.DISK_FULL, Code.FILE_UNREADABLE), (errno.EIO, Code.FOLDER_UNWRITABLE, Code.FILE_UNREADABLE)],
)
def test_failing_media_are_not_called_damage(number: int, writing: Code, reading: Code) -> None:
    data = encrypted(LARGE)
    full = FailingDisk(room=300_000, number=number)
    jobs: list[tuple[Callable[[], int], Code]] = [
        (lambda: encrypt_stream(io.BytesIO(LARGE), full, [RECIPIENT]), writing),
        (lambda: decrypt_stream(io.BytesIO(data), FailingDisk(room=300_000, number=number), [SECRET], 10**7), writing),
        (lambda: encrypt_stream(FailingDisk(LARGE, room=300_000, number=number), io.BytesIO(), [RECIPIENT]), reading),
        (lambda: decrypt_stream(FailingDisk(data, room=300_000, number=number), io.BytesIO(), [SECRET], 10**7), reading),
        (lambda: decrypt_stream(FailingDisk(data, room=10, number=number), io.BytesIO(), [SECRET], 10**7), reading),
    ]
    for job, code in jobs:
        with pytest.raises(LedgerError) as caught:
            job()
        assert caught.value.code is code


def test_unusable_recipients_are_refused_before_anything_is_written() -> None:
    target = io.BytesIO()
    for recipient in ("", "age1", RECIPIENT.upper(), RECIPIENT + "\n", SECRET, plain_age.bech32("age", bytes(32))):
        with pytest.raises(LedgerError) as caught:
            encrypt_stream(io.BytesIO(PLAIN), target, [RECIPIENT, recipient])
        assert caught.value.code is Code.KEY_WEAK
    for recipients in ([], [RECIPIENT, RECIPIENT], [new_identity()[1] for _ in range(17)]):
        with pytest.raises(ValueError, match="different recipients"):
            encrypt_stream(io.BytesIO(PLAIN), target, recipients, silent)
    assert target.getvalue() == b""
