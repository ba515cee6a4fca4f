"""What the text check finds, what it leaves alone, and where it points."""

from __future__ import annotations

import json
import timeit
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import storage
from storage.domain.codes import Code
from storage.domain.text_check import Finding, blocks_sealing, check_text, needs_check

PROGRAMME_TEXTS = (
    "THỰC HIỆN KẾ HOẠCH SỐ 102-KH/TU, NGÀY 10-7-2019 CỦA BAN THƯỜNG VỤ TỈNH ỦY THỰC HIỆN NGHỊ QUYẾT SỐ 35-NQ/TW, NGÀY "
    "22-10-2018 CỦA BỘ CHÍNH TRỊ “VỀ TĂNG CƯỜNG BẢO VỆ NỀN TẢNG TƯ TƯỞNG CỦA ĐẢNG”",
    "Tăng cường công tác giáo dục, tuyên truyền chủ nghĩa Mác-Lênin, tư tưởng Hồ Chí Minh, cương lĩnh chính trị",
    "Kế hoạch số 14-KH/TW, ngày 25-3-2019 của Ban Bí thư Trung ương Đảng về thực hiện Nghị quyết số 35-NQ/TW",
    "theo tinh thần Nghị định 09/2017/NĐ-CP ngày 09 tháng 02 năm 2017 của Chính phủ, bảo vệ bí mật của Đảng và Nhà nước",
    "phát tán những đơn, thư giấu tên, mạo tên, thư có tên nhưng nội dung xấu (qua Internet, mạng xã hội…)",
    "nâng cao chất lượng hoạt động diễn đàn “Ngọc Linh Xanh” trên mạng xã hội; phát huy vai trò của đội ngũ báo cáo viên, "
    "tuyên truyền viên của tỉnh.",
    "Quyết định số 1425/QĐ-UBND ngày 20 tháng 12 năm 2018 “về phê duyệt Quy hoạch ngành báo chí, xuất bản, in và phát hành "
    "xuất bản phẩm đến năm 2025, tầm nhìn đến năm 2030”",
    "Chỉ thị số 14/CT-TTg ngày 07 tháng 6 năm 2019 của Thủ tướng Chính phủ về việc tăng cường bảo đảm an toàn, an ninh mạng",
    "nâng cao chất lượng giảng dạy bộ môn Chính trị, giáo dục công dân…., trọng tâm là công tác giáo dục",
    "Đề nghị Uỷ ban Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị- xã hội: Chủ trì, phối hợp với các sở, ban, ngành",
    "Đề nghị Liên hiệp các Hội khoa học và Kỹ thuật, Hội Văn học - Nghệ thuật tỉnh: Tăng cường đổi mới, động viên trí thức",
    "Định kỳ 06 tháng (trước 20/6), hàng năm (trước 10/12), báo cáo kết quả về Sở Thông tin và Truyền thông để tổng hợp",
    "Nơi nhận:\n- Bộ Thông tin và Truyền thông (b/c);\n- Chủ tịch, các PCT UBND tỉnh;\n- Báo Kon Tum, Đài PT-TH tỉnh;\n"
    "- Lưu: VT, KGVX3.",
    "Số quy chế, nội quy bảo vệ bí mật nhà nước được ban hành hoặc sửa đổi",
)

FOUND = {
    Code.TEXT_PHONE: (
        "0905 123 456",
        "0905.123.456",
        "+84 905 123 456",
        "(+84) 905 123 456",
        "+84(0)905123456",
        "0084 905 123 456",
        "84905123456",
        "02603 862 123",
        "0260.3862123",
        "(0260) 3 862 123",
        "0260-3.862.123",
        "0603862123",
        "09 05 12 34 56",
        "0905\u00a0123\u00a0456",
        "０９０５ １２３ ４５６",
    ),
    Code.TEXT_IDENTITY_NUMBER: (
        "233123456",
        "062085001234",
        "062 085 001 234",
        "0620 8500 1234",
        "233 123 456",
        "012.345.678",
    ),
    Code.TEXT_EMAIL: ("a.b@gmail.com", "van-thu+1@ubnd.kontum.gov.vn"),
    Code.TEXT_PROFILE_LINK: (
        "https://www.facebook.com/abc.def",
        "facebook.com/profile.php?id=1",
        "m.facebook.com/abc",
        "zalo.me/0905123456",
        "t.me/abc",
        "youtube.com/@kenh",
        "tiktok.com/@ten",
        "fb.com/abc",
        "X.com/abc",
    ),
    Code.TEXT_HANDLE: ("@ten_toi", "@tên", "@a1"),
    Code.TEXT_PERSON_NAME: (
        "ông Nguyễn Văn A",
        "Bà Trần Thị B",
        "đồng chí Lê Văn C",
        "đ/c Hùng",
        "Đ/c. Phạm Văn D",
        "anh Ba",
        "chị H’Nhung",
        "cô giáo Lan",
        "thầy Minh",
        "bác sĩ Hùng",
        "nhà báo Trần Đăng",
        "phóng viên Lê Na",
        "blogger Sao Mai",
        "luật sư N.V.A",
        "ÔNG NGUYỄN VĂN A",
        "Ông: Nguyễn Văn A",
        "đối tượng Nguyễn Văn A",
        "em Trần Văn B",
        "giám đốc Nguyễn Văn C",
        "Chủ tịch UBND tỉnh Lê Văn D",
        "già làng A Biu",
        "Bà Triệu Thị Sen",
    ),
    Code.TEXT_SECRECY_STAMP: (
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "Độ mật: Mật",
        "độ mật: tuyệt mật",
        "TUYET MAT",
        "TOI MAT",
        "M Ậ T",
    ),
}

LEFT_ALONE = (
    # documents, dates, amounts, counts
    "12/KH-UBND",
    "102-KH/TU",
    "1425/QĐ-UBND",
    "10-7-2019",
    "ngày 05.03.2019 - 07.03.2019",
    "05-03-2019 08 giờ",
    "từ 03-2019 - 06-2020",
    "2020-03-05",
    "giai đoạn 2019 2020 2021 2022",
    "năm học 2019-2020, 2021-2025",
    "các tổ 03 04 05 06 07",
    "1.200.000.000 đồng",
    "120000000 đồng",
    "120 000 000 đồng",
    "kinh phí 123456789",
    "1 200 000 lượt",
    "0,905123456",
    "QCVN 102:2016/BTTTT",
    "000.00.00.H49",
    "MST 0301234567",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
    # addresses of offices and things that only look like handles
    "họp lúc 7h @ hội trường",
    "https://kontum.gov.vn/tin/abc",
    "facebook.com",
    "trang Facebook của Sở",
    "youtube.com/watch?v=abc",
    "netflix.com/abc",
    # forms of address without a person
    "ông bà",
    "Ông bà cha mẹ",
    "bà con Nhân dân",
    "Chị em phụ nữ",
    "thầy cô Trường THPT Kon Tum",
    "các đồng chí Ủy viên Ban Thường vụ",
    "đồng chí Bí thư Tỉnh ủy",
    "đồng chí Phó Giám đốc Sở",
    "phóng viên Báo Kon Tum",
    "Hội Nhà báo Kon Tum",
    "Ngày Nhà giáo Việt Nam",
    "Liên đoàn Luật sư Việt Nam",
    "bác sĩ Bệnh viện Đa khoa",
    "Giám đốc Sở Thông tin và Truyền thông",
    "Bí thư Đoàn Thanh niên",
    "ÔNG BÀ CHÁU GƯƠNG MẪU",
    "Bà mẹ Việt Nam anh hùng",
    # places, languages, historic figures
    "Bà Rịa - Vũng Tàu",
    "đường Ông Ích Khiêm",
    "phố Bà Triệu",
    "quận Hai Bà Trưng",
    "Chủ tịch UBND phường Lê Lợi",
    "đảo Cô Tô",
    "huyện Anh Sơn",
    "Hoàng Anh Gia Lai",
    "tiếng Anh B1",
    "TIẾNG ANH TRONG TRƯỜNG HỌC",
    "Chủ tịch Hồ Chí Minh",
    "Bác Hồ",
    # words with "mật" that are no stamp
    "bảo mật",
    "tài liệu mật",
    "bí mật nhà nước",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "BẢO MẬT THÔNG TIN",
    "MẬT ONG",
    "mật ong",
    "MẬT ĐỘ DÂN SỐ",
    "độ mật: Thường",
    "MẶT TRẬN",
    "MẤT AN TOÀN",
)

CASES = [(code, text) for code, texts in FOUND.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_found_alone_and_in_a_sentence(code: Code, text: str) -> None:
    assert check_text(text) == (Finding(0, len(text), code),)
    sentence = f"Nội dung: {text}, đã nêu."
    (finding,) = check_text(sentence)
    assert finding.code is code
    assert sentence[finding.start : finding.end] == text


@pytest.mark.parametrize(("code", "text"), CASES)
def test_offsets_point_into_decomposed_text_too(code: Code, text: str) -> None:
    decomposed = unicodedata.normalize("NFD", f"Phần một\n– ế {text} ế")
    (finding,) = check_text(decomposed)
    assert finding.code is code
    assert unicodedata.normalize("NFC", decomposed[finding.start : finding.end]) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert check_text(text) == ()
    assert check_text(f"Nội dung: {text}; các việc khác.") == ()
    assert check_text(unicodedata.normalize("NFD", text)) == ()


@pytest.mark.parametrize("text", PROGRAMME_TEXTS)
def test_the_first_programme_gives_no_finding(text: str) -> None:
    assert check_text(text) == ()
    assert check_text(unicodedata.normalize("NFD", text)) == ()


def texts_in(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts_in(value)


@pytest.mark.parametrize("name", ["programme.json", "offices.json"])
def test_nothing_in_the_built_in_data_is_found(name: str) -> None:
    content = (Path(storage.__file__).parent / "builtin" / name).read_text(encoding="utf-8")
    texts = list(texts_in(json.loads(content)))
    assert len(texts) > 100
    assert [(text, check_text(text)) for text in texts if check_text(text)] == []


def test_nothing_in_the_plan_as_issued_is_found() -> None:
    plan = (Path(storage.__file__).parent / "builtin" / "plan.txt").read_text(encoding="utf-8")
    assert "Nơi nhận" in plan
    assert check_text(plan) == check_text(unicodedata.normalize("NFD", plan)) == ()


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Mật", "Mật"),
        ("[MẬT]", "MẬT"),
        ("(Tối mật)", "Tối mật"),
        ("Số 12\n  Tuyệt mật  \nNội dung", "Tuyệt mật"),
        ("Công văn MẬT số 12", "MẬT"),
        ("TÀI LIỆU MẬT", "MẬT"),
        ("[MAT]", "MAT"),
    ],
)
def test_stamps_by_where_they_stand(text: str, marked: str) -> None:
    (finding,) = check_text(text)
    assert finding.code is Code.TEXT_SECRECY_STAMP
    assert text[finding.start : finding.end] == marked


def test_invisible_characters_hide_nothing() -> None:
    text = "M\u00adẬ\u200bT và 0905\u200b123\u2060456 của ông\u00a0 Nguyễn\u200c Văn A"
    assert [finding.code for finding in check_text(text)] == [
        Code.TEXT_SECRECY_STAMP,
        Code.TEXT_PHONE,
        Code.TEXT_PERSON_NAME,
    ]


def test_several_findings_come_in_order_and_apart() -> None:
    text = "0905 123 456/0914 123 456, a@b.vn, youtube.com/@kenh, @ten, ông Lê A, bà Lê B"
    findings = check_text(text)
    assert [text[finding.start : finding.end] for finding in findings] == [
        "0905 123 456",
        "0914 123 456",
        "a@b.vn",
        "youtube.com/@kenh",
        "@ten",
        "ông Lê A",
        "bà Lê B",
    ]


def test_only_the_stamp_blocks_sealing() -> None:
    assert [code for code in Code if blocks_sealing(code)] == [Code.TEXT_SECRECY_STAMP]


def test_a_finding_holds_no_text() -> None:
    (finding,) = check_text("gọi 0905 123 456")
    assert repr(finding) == "Finding(start=4, end=16, code=<Code.TEXT_PHONE: 'TEXT_PHONE'>)"


@pytest.mark.parametrize(("code", "text"), CASES)
def test_the_prefilter_lets_every_case_through(code: Code, text: str) -> None:
    line = f'{{"task":"II.1.a","note":"dòng một\\n{text}\\nxong"}}\n'
    assert needs_check(text)
    assert needs_check(line.encode())
    assert needs_check(unicodedata.normalize("NFD", line).encode()) or text.isascii()


@pytest.mark.parametrize("content", [b"\xff\xfe", b'{"a":"\\u0040ten"}', b'{"a":"facebook.com\\/abc"}'])
def test_bytes_that_could_hide_something_need_a_check(content: bytes) -> None:
    assert needs_check(content)


def test_most_clean_text_needs_no_check() -> None:
    line = (
        '{"uid":"01J8ZQ4Y5N7W2K3M4P5R6S7T8V","task":"II.1.a","date":"2020-03-05","title":"Hội nghị quán triệt Nghị quyết số '
        '35-NQ/TW","place":"Hội trường UBND huyện Đăk Hà","values":{"luot_nguoi":120},"note":"dòng một\\nđóng \\"ngoặc\\"",'
        '"link":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","at":"2020-03-05T08:00:00Z"}\n'
    )
    assert not needs_check(line.encode() * 3)
    assert sum(map(needs_check, PROGRAMME_TEXTS)) <= 5


def test_clean_text_costs_a_few_microseconds() -> None:
    """The floor is 3 µs; the assertion leaves room for a busy machine."""
    title = "Hội nghị tập huấn nghiệp vụ phát ngôn báo chí tại Đăk Hà 2020"
    assert min(timeit.repeat(lambda: check_text(title), number=500, repeat=7)) / 500 < 20e-6


@pytest.mark.parametrize("piece", ["ông ", "Ông A ", "a.", "0", "0 ", "@", "a@", "[", "MẬT ", "9.", "x-", "\u0301", "N.", "@_"])
def test_hostile_repetition_stays_fast(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert min(timeit.repeat(lambda: check_text(text), number=1, repeat=2)) < 2.0
