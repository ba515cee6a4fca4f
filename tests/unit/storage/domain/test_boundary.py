"""No field about persons gets into a programme, however it is called; what counts an office's work does."""

from __future__ import annotations

import pytest

from storage.builtin import builtin_programme
from storage.domain.boundary import PERMITTED_PHRASES, REFUSED_TERMS, reading, refused_terms, require_no_person
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

HOSTILE = [
    "ho_ten",
    "Họ và tên",
    "HỌ TÊN NGƯỜI DỰ",
    "hoTen",
    "ten_can_bo",
    "Danh sách người tham gia",
    "Danh sách cán bộ được nhắc nhở",
    "so_cccd",
    "Số CMND/CCCD",
    "Căn cước công dân",
    "Ngày sinh",
    "Số điện thoại liên hệ",
    "sodienthoai",
    "E-mail",
    "so_tai_khoan",
    "sotaikhoan",
    "Số tài khoản mạng xã hội được rà soát",
    "Trang Facebook",
    "Tên Zalo",
    "TikTok",
    "Số bài đăng bị gỡ",
    "so_bai_dang",
    "Bài viết xấu, độc",
    "so_luot_xem",
    "soLuotXem",
    "Lượt chia sẻ",
    "Số bình luận phản bác",
    "Số tin, bài phản bác",
    "Số đơn, thư nặc danh",
    "Đơn thư tố cáo",
    "Số cán bộ bị phát hiện",
    "Phát hiện tư tưởng lệch lạc",
    "Số người bị xử lý",
    "Số lượt người bị nhắc nhở",
    "Số đảng viên suy thoái",
    "Xử lý kỷ luật",
    "Xử lý tổ chức, cá nhân vi phạm",
    "Đối tượng theo dõi",
    "Số nhà báo làm việc",
    "Tác giả bài báo",
    "Báo cáo dư luận",
    "full_name",
    "Names of participants",
    "Persons detected",
    "Accounts blocked",
    "Posts removed",
    "views",
    "Comments",
    "Letters received",
    "Informants",
    "Đánh giá (không nêu tên cá nhân) kèm danh sách",
    "họ\u00a0tên",
    "h\u1ecd  t\u00ean",
    "ДАНН",
    "hо_ten",  # the second letter is Cyrillic
]

HARMLESS = [
    "Số lượt người dự",
    "luot_nguoi_tham_gia",
    "Số lượt học viên",
    "Số hội nghị cán bộ, công chức",
    "Số hội nghị, hội thảo",
    "Số tin, bài đã đăng",
    "Số cuộc kiểm tra",
    "Số máy tính được cài đặt phần mềm bảo vệ",
    "Số trường hợp tác với cơ quan",
    "Reviews and interviews",
    "Share of systems",
    "Outreach plans",
    "Số văn bản theo dõi, đôn đốc",
    "Kỷ luật phát ngôn",
    "Đánh giá kết quả (lời văn, không nêu tên cá nhân)",
    "People's Committee documents",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_refused_with_the_name_of_the_field(text: str) -> None:
    with pytest.raises(LedgerError) as caught:
        require_no_person(field="count_fields.x", text=text)
    assert caught.value.code is Code.SCHEMA_PERSON_FIELD
    assert caught.value.parameters["field"] == "count_fields.x"
    assert caught.value.parameters["term"]


@pytest.mark.parametrize("text", HARMLESS)
def test_an_offices_own_work_may_be_counted(text: str) -> None:
    assert refused_terms(text) == ()


def test_the_built_in_programme_passes_as_a_whole() -> None:
    programme = builtin_programme()  # parsing applies the rule to every code, label and unit
    assert not any(refused_terms(field.label_vi) for field in programme.count_fields)


def test_every_refused_term_is_reachable() -> None:
    """A term that is written otherwise than texts are read would never match and protect nobody."""
    terms = [term for terms in REFUSED_TERMS.values() for term in terms]
    assert len(terms) == len(set(terms))
    for term in terms:
        assert reading(term) == term
        assert term in refused_terms(f"Số {term} trong kỳ")


def test_permitted_phrases_permit_only_themselves() -> None:
    for phrase in PERMITTED_PHRASES:
        assert reading(phrase) == phrase
        assert refused_terms(phrase) == ()
        assert refused_terms(f"{phrase} ho ten") == ("ho ten",)
