"""The 32 checks of the official form (Nghị định 30/2020/NĐ-CP, annex I), each on the bytes of a written file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from export.documents.word_report import render_word
from tests.unit.export.documents.font_metrics import TrueType
from tests.unit.export.documents.nd30_checker import MM_PER_TWIP, W, WordFile, view
from tests.unit.export.documents.samples import PROPERTIES, full_report, letter

FONTS = Path(__file__).parents[4] / "ui" / "resources" / "fonts"
BODY_SIZE = (13.0, 14.0)
CHECKS = (
    *(
        "p1",
        "p2",
        "p3",
        "p4",
        "p5",
        "p6",
        "p7",
        "e1a",
        "e1b",
        "e2a",
        "e2b",
        "e3",
        "e3b",
        "e4",
        "e5a",
        "e5b",
        "e5c",
        "e6a",
        "e6b",
    ),
    *("e6c", "e6d", "e6e", "e7", "e7d", "e8", "e8b", "e9a", "e9b", "a1", "a2", "a3", "a4"),
)


@pytest.fixture(scope="module")
def report() -> WordFile:
    return WordFile(render_word(full_report(), PROPERTIES))


@pytest.fixture(scope="module")
def one_letter() -> WordFile:
    return WordFile(render_word(letter(), PROPERTIES))


@pytest.fixture(scope="module")
def many_letter() -> WordFile:
    return WordFile(render_word(letter("Ủy ban nhân dân huyện Đăk Hà", "Ủy ban nhân dân huyện Đăk Tô"), PROPERTIES))


@pytest.fixture(scope="module")
def bold_font() -> TrueType:
    return TrueType(FONTS / "LiberationSerif-Bold.ttf")


def margins(section: object) -> dict[str, float]:
    found = section.find(f"{W}pgMar")  # type: ignore[attr-defined]
    return {name: int(found.get(f"{W}{name}")) * MM_PER_TWIP for name in ("top", "bottom", "left", "right")}


def rule_points(file: WordFile, below: str, width: int | None = None) -> float:
    """Length of the rule below a line, in points."""
    rule = file.after(file.find(below))
    assert rule.has_rule_above
    available = file.column_width(below) if width is None else width
    return (available - rule.left - rule.right) / 20


def test_every_check_has_its_test() -> None:
    assert len(CHECKS) == 32
    assert {f"test_{check}" for check in CHECKS} <= set(globals())


def test_p1(report: WordFile) -> None:
    for section in report.sections():
        size = section.find(f"{W}pgSz")
        sides = sorted(int(size.get(f"{W}{name}")) * MM_PER_TWIP for name in ("w", "h"))  # type: ignore[union-attr]
        assert sides == pytest.approx([210, 297], abs=0.1)


def test_p2(report: WordFile) -> None:
    """Portrait; landscape only in the annex that asks for it."""
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in report.sections()]  # type: ignore[union-attr]
    assert turned == [None, "landscape", None]


def test_p3(report: WordFile) -> None:
    for section in report.sections():
        assert 20 <= margins(section)["top"] <= 25
        assert 20 <= margins(section)["bottom"] <= 25


def test_p4(report: WordFile) -> None:
    assert all(30 <= margins(section)["left"] <= 35 for section in report.sections())


def test_p5(report: WordFile) -> None:
    assert all(15 <= margins(section)["right"] <= 20 for section in report.sections())


def test_p6(report: WordFile, one_letter: WordFile) -> None:
    for file in (report, one_letter):
        fonts = [element for part in file.xml_parts() for element in part.iter(f"{W}rFonts")]
        assert len(fonts) > 30
        for element in fonts:
            assert {name: element.get(f"{W}{name}") for name in ("ascii", "hAnsi", "eastAsia", "cs")} == dict.fromkeys(
                ("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"
            )
            assert not [name for name in element.attrib if name.lower().endswith("theme")]
        runs = [run for part in file.xml_parts() for run in part.iter(f"{W}r")]
        assert all(run.find(f"{W}rPr/{W}rFonts") is not None for run in runs)
        colours = {element.get(f"{W}val") for part in file.xml_parts() for element in part.iter(f"{W}color")}
        assert colours == {"000000"}
        languages = {element.get(f"{W}val") for part in file.xml_parts() for element in part.iter(f"{W}lang")}
        assert languages == {"vi-VN"}


def test_p7(report: WordFile) -> None:
    for section in report.sections():
        assert section.find(f"{W}titlePg") is not None
        number = section.find(f"{W}pgNumType")
        assert number is not None
        assert (number.get(f"{W}fmt"), number.get(f"{W}start")) == ("decimal", "1")
        header = report.part(section, kind="headerReference", place="default")
        (paragraph,) = report.paragraphs(header)
        assert "".join(element.text or "" for element in header.iter(f"{W}instrText")).strip() == "PAGE"
        assert paragraph.align == "center"
        assert all(13 <= run.size <= 14 and not run.bold and not run.italic for run in paragraph.runs)
        first = report.part(section, kind="headerReference", place="first")
        assert not list(first.iter(f"{W}instrText"))


def test_e1a(report: WordFile) -> None:
    name = report.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert name.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert name.all(size=(12, 13), bold=True, italic=False)
    assert report.cell_of("CỘNG HÒA") == (0, 0, 1)


def test_e1b(report: WordFile, bold_font: TrueType) -> None:
    motto = report.find("Độc lập")
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert motto.all(size=BODY_SIZE, bold=True, italic=False)
    assert motto.align == "center"
    assert (motto.line, motto.before, report.find("CỘNG HÒA").line) == (240, 0, 240)
    size = motto.runs[0].size
    assert rule_points(report, "Độc lập") == pytest.approx(bold_font.width(motto.text, size), rel=0.02)


def test_e2a(report: WordFile) -> None:
    parent = report.find("ỦY BAN NHÂN DÂN TỈNH KON TUM")
    assert parent.all(size=(12, 13), bold=False, italic=False)
    assert report.cell_of("ỦY BAN NHÂN DÂN TỈNH") == (0, 0, 0)


def test_e2b(report: WordFile, bold_font: TrueType) -> None:
    agency = report.find("ỦY BAN NHÂN DÂN HUYỆN ĐĂK HÀ")
    assert agency.all(size=(12, 13), bold=True, italic=False)
    assert agency.align == "center"
    assert agency.line == 240
    line = min(bold_font.width(agency.text, agency.runs[0].size), report.column_width("ỦY BAN NHÂN DÂN HUYỆN") / 20)
    assert 1 / 3 <= rule_points(report, "ỦY BAN NHÂN DÂN HUYỆN") / line <= 1 / 2


def test_e3(report: WordFile) -> None:
    number = report.find("Số:")
    assert re.fullmatch(r"Số: [0-9]{2,}/BC-[^\s/]+", number.text)
    assert number.text == "Số: 05/BC-UBND"
    assert number.all(size=(13, 13), bold=False, italic=False)
    assert number.align == "center"
    assert report.cell_of("Số:") == (0, 1, 0)


def test_e3b(one_letter: WordFile) -> None:
    assert one_letter.find("Số:").text == "Số: 12/STTTT-TTBC"


def test_e4(report: WordFile, one_letter: WordFile) -> None:
    date = report.find("Đăk Hà, ngày")
    assert date.text == "Đăk Hà, ngày 05 tháng 01 năm 2020"
    assert one_letter.find("Kon Tum, ngày").text == "Kon Tum, ngày 22 tháng 6 năm 2020"
    assert date.all(size=BODY_SIZE, bold=False, italic=True)
    assert date.align == "center"
    assert report.cell_of("Đăk Hà, ngày") == (0, 1, 1)


def test_e5a(report: WordFile) -> None:
    title = report.find("BÁO CÁO")
    assert title.text == "BÁO CÁO"
    assert title.all(size=BODY_SIZE, bold=True, italic=False)
    assert title.align == "center"


def test_e5b(report: WordFile, bold_font: TrueType) -> None:
    first, last = report.find("Kết quả thực hiện Kế hoạch"), report.find("06 tháng đầu năm 2020")
    assert all(line.all(size=BODY_SIZE, bold=True, italic=False) and line.align == "center" for line in (first, last))
    section = report.sections()[0]
    width = int(section.find(f"{W}pgSz").get(f"{W}w"))  # type: ignore[union-attr,arg-type]
    text_width = width - round((margins(section)["left"] + margins(section)["right"]) / MM_PER_TWIP)
    share = rule_points(report, "06 tháng đầu năm", text_width) / bold_font.width(last.text, last.runs[0].size)
    assert 1 / 3 <= share <= 1 / 2


def test_e5c(one_letter: WordFile) -> None:
    subject = one_letter.find("V/v")
    assert subject.text == "V/v đôn đốc gửi báo cáo 06 tháng đầu năm 2020"
    assert subject.all(size=(12, 13), bold=False, italic=False)
    assert (subject.align, subject.before) == ("center", 120)
    assert one_letter.cell_of("V/v") == one_letter.cell_of("Số:")
    assert not [paragraph for paragraph in one_letter.paragraphs() if paragraph.text in {"BÁO CÁO", "CÔNG VĂN"}]


def test_e6a(report: WordFile) -> None:
    law, decree = report.find("Luật Tổ chức"), report.find("Nghị định số 09")
    assert law.text.endswith("địa phương;")
    assert decree.text.endswith("năm 2019.")
    assert all(basis.all(size=BODY_SIZE, bold=False, italic=True) for basis in (law, decree))


def test_e6b(report: WordFile) -> None:
    texts = [
        paragraph for paragraph in report.text_paragraphs() if paragraph.text.startswith(("Thực hiện", "Đoạn", "Trên đây"))
    ]
    assert len(texts) == 4
    for paragraph in texts:
        assert paragraph.all(size=BODY_SIZE, bold=False, italic=False)
        assert paragraph.align == "both"
        assert paragraph.first_line * MM_PER_TWIP == pytest.approx(12.7, abs=0.1)
        assert paragraph.before >= 120
        assert paragraph.line_rule == "auto"
        assert 240 <= paragraph.line <= 360


def test_e6c(report: WordFile) -> None:
    part = report.find("Phần I")
    title = report.after(part)
    assert (part.text, title.text) == ("Phần I", "KẾT QUẢ")
    for line in (part, title):
        assert line.all(size=BODY_SIZE, bold=True, italic=False)
        assert line.align == "center"


def test_e6d(report: WordFile) -> None:
    for start, text in (("I. ", "I. CÔNG TÁC CHỈ ĐẠO"), ("II. ", "II. KẾT QUẢ THỰC HIỆN"), ("1. ", "1. Quán triệt")):
        heading = report.find(start)
        assert heading.text == text
        assert heading.all(size=BODY_SIZE, bold=True, italic=False)
    points = [paragraph for paragraph in report.text_paragraphs() if "Nội dung điểm" in paragraph.text]
    assert [paragraph.text[:2] for paragraph in points] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]
    assert all(paragraph.all(size=BODY_SIZE, bold=False, italic=False) for paragraph in points)


def test_e6e(report: WordFile, one_letter: WordFile) -> None:
    for file in (report, one_letter):
        ended = [paragraph.text for paragraph in file.paragraphs() if paragraph.text.endswith("./.")]
        assert len(ended) == 1
    assert report.find("Trên đây").text == "Trên đây là báo cáo kết quả thực hiện./."


def test_e7(report: WordFile, one_letter: WordFile) -> None:
    for file, lines, name in (
        (report, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Mẫu"),
        (one_letter, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Thị Mẫu"),
    ):
        for text in (*lines, name):
            shown = file.find(text)
            assert shown.text == text
            assert shown.all(size=BODY_SIZE, bold=True, italic=False)
            assert shown.align == "center"


def no_pictures(file: WordFile) -> bool:
    media = [name for name in file.names if "media" in name or name.endswith((".png", ".jpeg", ".jpg", ".emf"))]
    drawn = [element for part in file.xml_parts() for element in part.iter() if element.tag.endswith(("drawing", "pict"))]
    return not media and not drawn


def test_e7d(report: WordFile) -> None:
    """The program makes no image of a signature; room for it is left between post and name."""
    assert no_pictures(report)
    table, row, column = report.cell_of("CHỦ TỊCH")
    cell = report.body.findall(f"{W}tbl")[table].findall(f"{W}tr")[row].findall(f"{W}tc")[column]
    texts = [view(element).text for element in cell.iter(f"{W}p")]
    room = texts[texts.index("CHỦ TỊCH") + 1 : texts.index("Nguyễn Văn Mẫu")]
    assert len(room) >= 3
    assert not any(room)


def test_e8(one_letter: WordFile) -> None:
    """No image of a seal either."""
    assert no_pictures(one_letter)


def test_e8b(report: WordFile, one_letter: WordFile) -> None:
    header = report.part(report.sections()[0], kind="headerReference", place="first")
    (stamp,) = report.paragraphs(header)
    assert stamp.text == "05/BC-UBND; 05/01/2020; 09:05:07 +07:00"
    assert stamp.align == "right"
    assert stamp.all(size=(10, 10), bold=False, italic=False)
    blank = one_letter.part(one_letter.sections()[0], kind="headerReference", place="first")
    assert not "".join(paragraph.text for paragraph in one_letter.paragraphs(blank))


def test_e9a(report: WordFile, many_letter: WordFile) -> None:
    single = report.find("Kính gửi")
    assert single.text == "Kính gửi: Sở Thông tin và Truyền thông"
    assert single.all(size=BODY_SIZE, bold=False, italic=False)
    head = many_letter.find("Kính gửi")
    assert head.text == "Kính gửi:"
    lines = [many_letter.find("- Ủy ban nhân dân huyện Đăk Hà"), many_letter.find("- Ủy ban nhân dân huyện Đăk Tô")]
    assert [line.text[-1] for line in lines] == [";", "."]
    below_colon = head.left + 20 * TrueType(FONTS / "LiberationSerif-Regular.ttf").width("Kính gửi", head.runs[0].size)
    assert all(line.left - line.hanging == pytest.approx(below_colon, abs=40) for line in lines)


def test_e9b(report: WordFile) -> None:
    head = report.find("Nơi nhận:")
    assert head.all(size=(12, 12), bold=True, italic=True)
    assert (head.align, head.left, head.first_line) == ("left", 0, 0)
    assert report.cell_of("Nơi nhận:")[:2] == report.cell_of("TM. ")[:2]
    lines = [report.find(start) for start in ("- Như trên", "- Thường trực", "- Lãnh đạo", "- Lưu")]
    assert [line.text for line in lines] == ["- Như trên;", "- Thường trực Huyện ủy;", "- Lãnh đạo huyện;", "- Lưu: VT, VHTT."]
    assert all(line.all(size=(11, 11), bold=False, italic=False) for line in lines)
    assert report.after(head).text == "- Như trên;"


def test_a1(report: WordFile) -> None:
    for numeral, title in (("Phụ lục I", "DANH MỤC HOẠT ĐỘNG"), ("Phụ lục II", "THUYẾT MINH")):
        head = next(paragraph for paragraph in report.paragraphs() if paragraph.text == numeral)
        assert head.all(size=(14, 14), bold=True, italic=False)
        assert head.align == "center"
        below = report.after(head)
        assert below.text == title
        assert below.all(size=BODY_SIZE, bold=True, italic=False)
        reference = report.after(below)
        assert reference.text == ("(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 01 năm 2020 của Ủy ban nhân dân huyện Đăk Hà)")
        assert reference.all(size=BODY_SIZE, bold=False, italic=True)
    starts = [section.find(f"{W}pgNumType").get(f"{W}start") for section in report.sections()]  # type: ignore[union-attr]
    assert starts == ["1", "1", "1"]


def test_a2(report: WordFile, one_letter: WordFile) -> None:
    stamp = report.find("THƯỢNG KHẨN")
    assert stamp.all(size=BODY_SIZE, bold=True, italic=False)
    (table,) = [
        inner
        for inner in report.body.findall(f"{W}tbl")[0].iter(f"{W}tbl")
        if inner.find(f"{W}tblPr/{W}tblBorders") is not None
    ]
    width = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) * MM_PER_TWIP  # type: ignore[union-attr,arg-type]
    height = table.find(f"{W}tr/{W}trPr/{W}trHeight")
    assert height is not None
    assert height.get(f"{W}hRule") == "exact"
    assert (width, int(str(height.get(f"{W}val"))) * MM_PER_TWIP) == pytest.approx((40, 8), abs=0.1)
    assert not [paragraph for paragraph in one_letter.paragraphs() if "KHẨN" in paragraph.text]


def test_a3(report: WordFile) -> None:
    mark = report.find("NVM.05")
    assert mark.all(size=(11, 11), bold=False, italic=False)


def test_a4(report: WordFile) -> None:
    footer = report.part(report.sections()[0], kind="footerReference", place="first")
    (address,) = report.paragraphs(footer)
    assert address.text.startswith("Số 1, đường Hùng Vương")
    assert address.has_rule_above
    assert (address.left, address.right) == (0, 0)
    assert address.all(size=(11, 12), bold=False, italic=False)
    other = report.part(report.sections()[1], kind="footerReference", place="first")
    assert not report.paragraphs(other)[0].text
