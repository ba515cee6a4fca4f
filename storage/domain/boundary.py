"""What no programme may introduce: fields that name, list, profile, count or track persons, accounts, posts, views, letters.

The ledger counts an office's own work. A centre may write its own programme, so the rule is enforced here on every code, label
and unit that would become a field, column or heading, not left to the good sense of whoever edits the data. The verbatim text
of a task is not checked: it is quoted, and nothing is measured by it.

How a text is read: folded (no marks, lower case), everything that is neither a letter nor a digit becomes a space, so that
``so_luot_xem``, "Số lượt xem" and "SO LUOT XEM" are one. A refused term must match whole words; the terms in ``RUN_TOGETHER``
also match inside a word, for codes such as ``sotaikhoan``. Letters that are not Latin are refused, they only serve to disguise.

Attendance stays possible as a number of attendances ("lượt người", "lượt học viên"), never as a number of persons.
Sources: the product rules 1, 2 and 4; Law 91/2025/QH15 and Decree 356/2025/NĐ-CP, articles 3 and 4 (basic and sensitive data).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold


def _terms(text: str) -> tuple[str, ...]:
    return tuple(" ".join(term.split()) for term in text.split(","))


PERSON_KINDS = frozenset(
    _terms(
        """
        account, accounts, address, bai_dang, ca_nhan, cccd, citizen_id, cmnd, comment, device, don_thu, email, face,
        fingerprint, full_name, handle, ho_ten, id_card, id_number, identity, identity_number, ip, ip_address, letter,
        letters, location, luot_xem, name, nguoi, passport, people, person, persons, phone, phone_number, photo, post,
        posts, profile, signature_image, so_dien_thoai, tai_khoan, telephone, user, user_account, username, view, views
        """
    )
)
"""Kinds of field that no programme may ask for, whatever the field is called."""

REFUSED_TERMS: dict[str, tuple[str, ...]] = {
    "names and lists of persons": _terms(
        """
        ho ten, ho va ten, ten nguoi, ten ca nhan, ten can bo, ten cong chuc, ten dang vien, ten cong dan, ten tac gia,
        bi danh, danh sach, ly lich, ho so ca nhan, ca nhan, doi tuong, nguoi vi pham, nguoi lien quan, tac gia, full name,
        names, name of person, person, persons, people, individual, individuals, suspect, suspects, author, authors,
        citizen, citizens, list of
        """
    ),
    "numbers that identify a person": _terms(
        """
        so cccd, cccd, cmnd, can cuoc, chung minh, ho chieu, so dinh danh, ma dinh danh, ngay sinh, nam sinh, que quan,
        dia chi, dien thoai, email, e mail, thu dien tu, bien so xe, identity number, id number, id card, passport, phone,
        telephone, date of birth, address, ip
        """
    ),
    "numbers of persons (attendances are allowed)": _terms(
        """
        so nguoi, so ca nhan, so can bo, so cong chuc, so vien chuc, so dang vien, so cong dan, so hoc sinh, so sinh vien,
        so giao vien, so nha bao, so phong vien, nguoi bi, luot nguoi bi, bi phat hien, bi xu ly, bi ky luat, bi nhac nho,
        bi phe binh, bi khoa
        """
    ),
    "detecting and handling": _terms(
        """
        phat hien, xu ly can bo, xu ly dang vien, xu ly nguoi, xu ly ky luat, suy thoai, lech lac, tu dien bien,
        tu chuyen hoa, phan dong, detected, detection, disciplined, deviant, surveillance, monitored, monitoring
        """
    ),
    "accounts and social networks": _terms(
        """
        tai khoan, facebook, zalo, tiktok, youtube, telegram, twitter, instagram, fanpage, nick, nickname, trang ca nhan,
        nhom kin, account, accounts, profile, profiles, username, follower, followers, handle, handles
        """
    ),
    "posts, views, comments": _terms(
        """
        bai dang, bai viet, binh luan, luot xem, luot thich, luot chia se, luot tuong tac, luot theo doi, luot truy cap,
        nguoi theo doi, tuong tac, duong link, lien ket bai, phan bac, go bo, post, posts, view, views, likes, shares,
        comment, comments, rebuttal, rebuttals, reach
        """
    ),
    "letters and opinions": _terms(
        """
        don thu, don to cao, thu giau ten, thu mao ten, thu nac danh, nac danh, to cao, khieu nai, nguoi gui, nguoi viet,
        du luan, letter, letters, complaint, complaints, denunciation, denunciations, opinions, informant, informants,
        petition, petitions
        """
    ),
}
"""By what they would turn the ledger into; folded."""

RUN_TOGETHER = _terms(
    """
    hoten, taikhoan, facebook, tiktok, cccd, cmnd, luotxem, binhluan, baidang, baiviet, danhsach, canhan, dienthoai, donthu,
    phathien, songuoi, socanbo, doituong, fullname, username, personname, personid, useraccount, accountid, accountname,
    profileid
    """
)
"""Also refused inside a longer word."""

PERMITTED_PHRASES = (
    "loi van khong neu ten ca nhan",
    "loi van chung khong neu ca nhan",
    "khong neu ca nhan tai khoan bai viet",
    "no names of persons",
    "no individuals",
    "no persons accounts or posts",
    "function not person",
    "tin bai dang tren kenh chinh thuc cua co quan",
    "guidance reminder letters",
    "reminder guidance letter",
    "people s committee",
    "people s council",
)
"""Whole phrases that hold a refused word and say the opposite, or name a public body or a document that an office issues."""

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where ``soLuotXem`` is read as three words too."""


def reading(text: str) -> str:
    """``text`` as the rule reads it: folded words with single spaces."""
    return _NOT_ALPHANUMERIC.sub(" ", fold(text)).strip()


def refused_terms(text: str) -> tuple[str, ...]:
    """The terms by which ``text`` is refused; empty when it may stand."""
    readings = dict.fromkeys((reading(text), reading(_CAPITAL_WITHIN.sub(" ", text))))
    found = [term for words in readings for term in _terms_in(words)]
    found.extend(_foreign_letters(text))
    return tuple(dict.fromkeys(found))


def require_no_person(*, field: str, text: str) -> None:
    """Raises SCHEMA_PERSON_FIELD(field, term) for a text that would make a field about persons; ``field`` says where it is."""
    terms = refused_terms(text)
    if terms:
        raise LedgerError(Code.SCHEMA_PERSON_FIELD, detail=", ".join(terms), field=field, term=terms[0])


def require_no_person_kinds(raw: object, path: str = "$") -> None:
    """Looks through a raw document for a field kind such as "person" or "account". Raises SCHEMA_PERSON_FIELD(field, term)."""
    if isinstance(raw, list):
        for position, item in enumerate(raw):
            require_no_person_kinds(item, f"{path}[{position}]")
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if isinstance(value, str) and key in {"kind", "type", "field_kind", "data_type"}:
                _require_kind(value, f"{path}.{key}")
            require_no_person_kinds(value, f"{path}.{key}")


def _require_kind(kind: str, path: str) -> None:
    read = reading(kind)
    if read.replace(" ", "_") in PERSON_KINDS:
        raise LedgerError(Code.SCHEMA_PERSON_FIELD, detail=f"kind {kind}", field=path, term=read)


def _terms_in(words: str) -> Iterator[str]:
    padded = f" {words} "
    for phrase in PERMITTED_PHRASES:
        padded = padded.replace(f" {phrase} ", " | ")
    for terms in REFUSED_TERMS.values():
        yield from (term for term in terms if f" {term} " in padded)
    yield from (term for term in RUN_TOGETHER if any(term in word for word in padded.split()))


def _foreign_letters(text: str) -> Iterator[str]:
    for character in text:
        if character.isalpha() and not unicodedata.name(character, "").startswith("LATIN "):
            yield f"U+{ord(character):04X}"
