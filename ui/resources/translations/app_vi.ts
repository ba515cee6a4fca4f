<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About the program</source>
        <translation>Giới thiệu phần mềm</translation>
    </message>
    <message>
        <source>&amp;What it does not protect against</source>
        <translation>&amp;Những gì phần mềm không bảo vệ được</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Giấy phép</translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Undone right away</source>
        <translation>Vừa được hoàn tác</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>ActivityColumns</name>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation>Loại hoạt động</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên hoạt động</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Number and symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>{unit}: {number}</source>
        <translation>{number} {unit}</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Có hai bản</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
</context>
<context>
    <name>ActivityEditor</name>
    <message>
        <source>This activity is not recorded yet.</source>
        <translation>Hoạt động này chưa được ghi.</translation>
    </message>
    <message>
        <source>Keep what was typed as a draft, or discard it?</source>
        <translation>Giữ nội dung đã nhập làm bản nháp hay bỏ đi?</translation>
    </message>
    <message>
        <source>&amp;Keep as draft</source>
        <translation>Giữ bản &amp;nháp</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>&amp;Go on editing</source>
        <translation>&amp;Sửa tiếp</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>Hoạt động mới</translation>
    </message>
    <message>
        <source>Edit activity</source>
        <translation>Sửa hoạt động</translation>
    </message>
    <message>
        <source>Withdrawn; saving brings it back.</source>
        <translation>Đã rút; ghi lại thì hoạt động được tính trở lại.</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Đã giữ bản nháp</translation>
    </message>
    <message>
        <source>There are two versions; saving keeps this one.</source>
        <translation>Có hai bản; ghi thì giữ bản này.</translation>
    </message>
    <message>
        <source>Unfinished draft of {date}</source>
        <translation>Bản nháp ngày {date}</translation>
    </message>
    <message>
        <source>Recorded: {title}</source>
        <translation>Đã ghi: {title}</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Choose a task first; its figures appear here.</source>
        <translation>Chọn nhiệm vụ trước; các ô số liệu hiện ở đây.</translation>
    </message>
    <message>
        <source>Tas&amp;k</source>
        <translation>Nhiệm &amp;vụ</translation>
    </message>
    <message>
        <source>Activit&amp;y type</source>
        <translation>&amp;Loại hoạt động</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tên hoạt động</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Địa đ&amp;iểm</translation>
    </message>
    <message>
        <source>Number and symbol of the d&amp;ocument</source>
        <translation>&amp;Số, ký hiệu văn bản</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>G&amp;hi chú</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
</context>
<context>
    <name>ActivityTable</name>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message>
        <source>{shown} of {count} acts. The log tells what was done and when, not by whom.</source>
        <translation>{shown} trong {count} việc. Nhật ký ghi việc gì, lúc nào; không ghi ai làm.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>E&amp;xport to Excel…</source>
        <translation>Kết &amp;xuất ra Excel…</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Mọi việc</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Nhật ký thao tác</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>Tì&amp;m kiếm:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Loại việc:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>Từ &amp;ngày:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>đến ngà&amp;y:</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>The words travel with the next bundle. Corrections count once the period is closed and sent again.</source>
        <translation>Lời gửi đi cùng gói báo cáo sau. Nội dung sửa có giá trị khi kỳ được chốt và gửi lại.</translation>
    </message>
    <message>
        <source>Answer a remark</source>
        <translation>Trả lời ý kiến</translation>
    </message>
    <message>
        <source>&amp;Words to the centre, if needed:</source>
        <translation>&amp;Lời gửi trung tâm, nếu cần:</translation>
    </message>
    <message>
        <source>&amp;It is done</source>
        <translation>Đã &amp;xử lý</translation>
    </message>
    <message>
        <source>Words to the centre</source>
        <translation>Lời gửi trung tâm</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>Enter a whole number, 0 or more.</source>
        <translation>Nhập số nguyên, từ 0 trở lên.</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Không phát sinh</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
</context>
<context>
    <name>AppointmentLetterPage</name>
    <message>
        <source>Send the digits on paper</source>
        <translation>Gửi dãy số trên giấy</translation>
    </message>
    <message>
        <source>Every office types these 24 digits at its first start and so knows that the kit is yours. Send the letter another way than the kit; it holds no secret.</source>
        <translation>Đơn vị gõ 24 chữ số này khi mở lần đầu để biết gói cấu hình đúng của trung tâm. Gửi giấy theo đường khác với gói; giấy không có gì bí mật.</translation>
    </message>
    <message>
        <source>Digits of the letter</source>
        <translation>Dãy số trên giấy</translation>
    </message>
    <message>
        <source>&amp;Print the letter…</source>
        <translation>&amp;In giấy…</translation>
    </message>
    <message>
        <source>&amp;Write it for Word…</source>
        <translation>&amp;Ghi ra Word…</translation>
    </message>
    <message>
        <source>Where to write the letter</source>
        <translation>Nơi ghi giấy</translation>
    </message>
    <message>
        <source>✓ Written: {file}</source>
        <translation>✓ Đã ghi: {file}</translation>
    </message>
</context>
<context>
    <name>ArchiveFilters</name>
    <message>
        <source>Office, file name, beginning of a SHA-256</source>
        <translation>Đơn vị, tên tệp, phần đầu mã SHA-256</translation>
    </message>
    <message>
        <source>120 or 100-200</source>
        <translation>120 hoặc 100-200</translation>
    </message>
    <message>
        <source>Bundles that brought these positions of an office's journal</source>
        <translation>Các gói đã mang đến những vị trí này trong chuỗi ghi chép của đơn vị</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>Nhận từ ngày</translation>
    </message>
    <message>
        <source>Received until</source>
        <translation>Nhận đến ngày</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Mọi báo cáo</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>Tì&amp;m kiếm:</translation>
    </message>
    <message>
        <source>&amp;Report:</source>
        <translation>&amp;Báo cáo:</translation>
    </message>
    <message>
        <source>Stat&amp;e:</source>
        <translation>T&amp;rạng thái:</translation>
    </message>
    <message>
        <source>P&amp;ositions:</source>
        <translation>&amp;Vị trí:</translation>
    </message>
    <message>
        <source>Received &amp;from:</source>
        <translation>Nhậ&amp;n từ ngày:</translation>
    </message>
    <message>
        <source>unt&amp;il:</source>
        <translation>đến ngà&amp;y:</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>&amp;Bundles</source>
        <translation>&amp;Gói gốc</translation>
    </message>
    <message>
        <source>&amp;Ledger check</source>
        <translation>&amp;Kiểm tra sổ</translation>
    </message>
    <message>
        <source>&amp;Auditor's folder</source>
        <translation>&amp;Thư mục kiểm toán</translation>
    </message>
    <message>
        <source>Activity lo&amp;g</source>
        <translation>N&amp;hật ký thao tác</translation>
    </message>
    <message>
        <source>Archive and proof</source>
        <translation>Lưu trữ và chứng cứ</translation>
    </message>
</context>
<context>
    <name>ArchiveWords</name>
    <message>
        <source>Verified when it was imported; it can be verified again at any time.</source>
        <translation>Đã kiểm tra khi nhập; có thể kiểm tra lại bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>no. {number} of {moment}</source>
        <translation>số {number} lúc {moment}</translation>
    </message>
    <message>
        <source>{activities} activities made or amended, {withdrawn} withdrawn, {answers} answers</source>
        <translation>{activities} hoạt động mới hoặc được sửa, {withdrawn} rút, {answers} câu trả lời</translation>
    </message>
    <message>
        <source>Its import was taken back on {moment}; the original is kept.</source>
        <translation>Lần nhập gói này đã được hoàn tác lúc {moment}; bản gốc vẫn được giữ.</translation>
    </message>
    <message>
        <source>All its records had come in other bundles before. Open the details to see whose it is.</source>
        <translation>Mọi ghi chép của gói đã có từ các gói khác. Mở chi tiết để xem gói của đơn vị nào.</translation>
    </message>
    <message>
        <source>{new} new, {known} known before</source>
        <translation>{new} mới, {known} đã có</translation>
    </message>
    <message>
        <source>in force since {moment}</source>
        <translation>có hiệu lực từ {moment}</translation>
    </message>
    <message>
        <source>Original missing</source>
        <translation>Mất bản gốc</translation>
    </message>
    <message>
        <source>Not in order</source>
        <translation>Có vấn đề</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>Đã hoàn tác nhập</translation>
    </message>
    <message>
        <source>Verified again</source>
        <translation>Đã kiểm tra lại</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Đang lưu</translation>
    </message>
    <message>
        <source>Kept, brought nothing new</source>
        <translation>Đang lưu, không có gì mới</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Reports that rest on it</source>
        <translation>Báo cáo dựa vào gói</translation>
    </message>
    <message>
        <source>Positions in the office's journal</source>
        <translation>Vị trí trong chuỗi ghi chép của đơn vị</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Ghi chép</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Bundle SHA-256</source>
        <translation>Mã gói (SHA-256)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>{key}, ended on {moment}</source>
        <translation>{key}, bị thu hồi lúc {moment}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Đã mang đến</translation>
    </message>
    <message>
        <source>Counted in the report of</source>
        <translation>Được tính trong báo cáo</translation>
    </message>
    <message>
        <source>Confirmed by receipt</source>
        <translation>Được xác nhận bằng giấy báo nhận</translation>
    </message>
    <message>
        <source>Consolidated</source>
        <translation>Đã tổng hợp</translation>
    </message>
    <message>
        <source>The ledger's file</source>
        <translation>Tệp sổ</translation>
    </message>
    <message>
        <source>Chains of records, one a PC of an office</source>
        <translation>Chuỗi ghi chép của từng máy, từng đơn vị</translation>
    </message>
    <message>
        <source>Lists and totals, made anew and compared</source>
        <translation>Danh sách và số tổng, lập lại để so sánh</translation>
    </message>
    <message>
        <source>Receipts issued: what they confirm is still held</source>
        <translation>Giấy báo nhận đã phát hành: ghi chép được xác nhận vẫn còn</translation>
    </message>
    <message>
        <source>Frozen figures of consolidated periods</source>
        <translation>Số liệu đã chốt của các kỳ đã tổng hợp</translation>
    </message>
    <message>
        <source>Originals of all imports are kept</source>
        <translation>Gói gốc của mọi lần nhập còn trong kho</translation>
    </message>
    <message>
        <source>The backup: all its records are here</source>
        <translation>Bản sao lưu: mọi ghi chép đều có trong sổ</translation>
    </message>
    <message>
        <source>Bundle imported</source>
        <translation>Nhập gói</translation>
    </message>
    <message>
        <source>File put aside</source>
        <translation>Cất tệp không nhận</translation>
    </message>
    <message>
        <source>Report accepted</source>
        <translation>Tiếp nhận báo cáo</translation>
    </message>
    <message>
        <source>Report returned</source>
        <translation>Trả lại báo cáo</translation>
    </message>
    <message>
        <source>Review taken back</source>
        <translation>Rút lại kết quả xem xét</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>Quyết định về mâu thuẫn</translation>
    </message>
    <message>
        <source>Figures frozen</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>Receipt issued</source>
        <translation>Phát hành giấy báo nhận</translation>
    </message>
    <message>
        <source>Kit issued</source>
        <translation>Phát hành gói cấu hình</translation>
    </message>
    <message>
        <source>Plan put in force</source>
        <translation>Đưa kế hoạch vào dùng</translation>
    </message>
    <message>
        <source>Key admitted</source>
        <translation>Chấp nhận khóa</translation>
    </message>
    <message>
        <source>Key ended</source>
        <translation>Thu hồi khóa</translation>
    </message>
    <message>
        <source>Centre's keys renewed</source>
        <translation>Thay khóa của trung tâm</translation>
    </message>
    <message>
        <source>Own text or record</source>
        <translation>Ghi chép của trung tâm</translation>
    </message>
    <message>
        <source>Ledger begun or continued</source>
        <translation>Mở sổ hoặc nối tiếp sổ</translation>
    </message>
    <message>
        <source>Content erased by order</source>
        <translation>Xóa nội dung theo quyết định</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>File SHA-256</source>
        <translation>Mã tệp (SHA-256)</translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation>Ký bằng khóa</translation>
    </message>
    <message>
        <source>Sealed, by the office's clock</source>
        <translation>Đóng gói, theo đồng hồ của đơn vị</translation>
    </message>
    <message>
        <source>Its records count in the ledger</source>
        <translation>Ghi chép có trong sổ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>nowhere: its import was taken back on {moment}</source>
        <translation>không ở đâu: lần nhập đã được hoàn tác lúc {moment}</translation>
    </message>
    <message>
        <source>{file}: {count} records</source>
        <translation>{file}: {count} ghi chép</translation>
    </message>
    <message>
        <source>{count} figures</source>
        <translation>{count} số liệu</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Số {number}</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Quyết định {number}</translation>
    </message>
    <message>
        <source>{count} remarks</source>
        <translation>{count} nhận xét</translation>
    </message>
    <message>
        <source>Program {version}</source>
        <translation>Phần mềm {version}</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Việc cần làm</translation>
    </message>
</context>
<context>
    <name>AttachmentBox</name>
    <message>
        <source>Documents and pictures</source>
        <translation>Văn bản và hình ảnh</translation>
    </message>
    <message>
        <source>Attach&amp;ments</source>
        <translation>Tệ&amp;p đính kèm</translation>
    </message>
    <message>
        <source>Drop PDF, PNG, JPEG, Word or Excel files here</source>
        <translation>Thả tệp PDF, PNG, JPEG, Word hoặc Excel vào đây</translation>
    </message>
    <message>
        <source>Attac&amp;h…</source>
        <translation>Đính &amp;kèm…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Xóa tệp</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Đính kèm tệp</translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message>
        <source>Bundles that will be laid out</source>
        <translation>Các gói sẽ được ghi ra</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) laid out, read back and compared, in {folder}.</source>
        <translation>
            <numerusform>Đã ghi %n gói, đọc lại và đối chiếu, trong {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each bundle gets a folder of its own: the signed manifest, the signature, the office's public key, the contents, check sums, and HOWTO.txt with the steps for openssl, sha256sum and unzip. The contents are readable there: hand the folder only to those who may read the reports.</source>
        <translation>Mỗi gói được ghi thành một thư mục riêng: bản kê có chữ ký, chữ ký, khóa công khai của đơn vị, nội dung, mã kiểm tra và tệp HOWTO.txt hướng dẫn kiểm tra bằng openssl, sha256sum và unzip. Nội dung ở đó đọc được: chỉ giao thư mục cho người được phép xem báo cáo.</translation>
    </message>
    <message>
        <source>Also &amp;imports that were undone</source>
        <translation>Cả lần nhập đã h&amp;oàn tác</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Mọi báo cáo</translation>
    </message>
    <message>
        <source>All offices</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) could not be laid out in all.</source>
        <translation>
            <numerusform>Tất cả có %n gói không ghi ra được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where to make the auditor's folder</source>
        <translation>Nơi ghi thư mục kiểm toán</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s), {size} as they came.</source>
        <translation>
            <numerusform>%n gói, {size} theo tệp gốc.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the &amp;folder…</source>
        <translation>&amp;Chọn thư mục…</translation>
    </message>
    <message>
        <source>Op&amp;en the folder</source>
        <translation>&amp;Mở thư mục</translation>
    </message>
    <message>
        <source>&amp;Write the auditor's folder</source>
        <translation>Gh&amp;i thư mục kiểm toán</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation>Chưa chọn thư mục</translation>
    </message>
    <message>
        <source>&amp;Report:</source>
        <translation>&amp;Báo cáo:</translation>
    </message>
    <message>
        <source>&amp;Office:</source>
        <translation>Đơn &amp;vị:</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backed up, read back and checked: {file}, {size}.</source>
        <translation>Đã sao lưu, đọc lại và kiểm tra: {file}, {size}.</translation>
    </message>
    <message>
        <source>Back up &amp;now on this PC</source>
        <translation>&amp;Sao lưu ngay trên máy này</translation>
    </message>
    <message>
        <source>Back up to a s&amp;tick or folder…</source>
        <translation>Sao lưu ra &amp;USB hoặc thư mục…</translation>
    </message>
    <message>
        <source>Restore from a &amp;file…</source>
        <translation>Phục hồi từ &amp;tệp…</translation>
    </message>
    <message>
        <source>&amp;Restore the chosen copy…</source>
        <translation>&amp;Phục hồi bản đã chọn…</translation>
    </message>
    <message>
        <source>Copies on this PC</source>
        <translation>Các bản trên máy này</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Ngày lập</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Chưa có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>The last backup on this PC is of today.</source>
        <translation>Bản sao lưu gần nhất trên máy này là của hôm nay.</translation>
    </message>
    <message numerus="yes">
        <source>The last backup on this PC is %n day(s) old.</source>
        <translation>
            <numerusform>Bản sao lưu gần nhất trên máy này đã %n ngày.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} (a ledger that was replaced)</source>
        <translation>{file} (sổ đã được thay)</translation>
    </message>
</context>
<context>
    <name>BundleList</name>
    <message>
        <source>Original bundles</source>
        <translation>Các gói gốc</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>About the chosen bundle</source>
        <translation>Về gói đang chọn</translation>
    </message>
    <message>
        <source>No bundle to show. Bundles come here when they are imported, and stay for good.</source>
        <translation>Không có gói nào để hiện. Gói vào đây khi được nhập và được giữ mãi.</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) chosen.</source>
        <translation>
            <numerusform>Đang chọn %n gói.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundlesTab</name>
    <message numerus="yes">
        <source>%n copy(ies) written and compared byte by byte, in {folder}.</source>
        <translation>
            <numerusform>Đã ghi %n bản sao và đối chiếu từng byte, trong {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} verified: {good} in order, {wrong} not. Choose one to see what to do.</source>
        <translation>Đã kiểm tra {done} gói: {good} gói nguyên vẹn, {wrong} gói có vấn đề. Chọn từng gói để xem việc cần làm.</translation>
    </message>
    <message>
        <source>{done} verified: all are what the offices sent.</source>
        <translation>Đã kiểm tra {done} gói: tất cả đúng như đơn vị đã gửi.</translation>
    </message>
    <message>
        <source>Stopped before the other {count}.</source>
        <translation>Đã dừng, còn {count} gói chưa kiểm tra.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>{shown} of {count} original bundles.</source>
        <translation>{shown} trong {count} gói gốc.</translation>
    </message>
    <message>
        <source>Save the res&amp;ult…</source>
        <translation>Lư&amp;u kết quả…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Chi tiết…</translation>
    </message>
    <message>
        <source>Save a cop&amp;y…</source>
        <translation>Lưu bản &amp;sao…</translation>
    </message>
    <message>
        <source>Verify all sho&amp;wn</source>
        <translation>Kiểm tr&amp;a cả danh sách</translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation>Kiểm tra &amp;lại</translation>
    </message>
    <message>
        <source>Bundle (*.shd)</source>
        <translation>Gói báo cáo (*.shd)</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Đang thực hiện…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>(about {minutes} min left)</source>
        <translation>(còn khoảng {minutes} phút)</translation>
    </message>
    <message>
        <source>(about {seconds} s left)</source>
        <translation>(còn khoảng {seconds} giây)</translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>Stick or folder for the backup</source>
        <translation>USB hoặc thư mục để sao lưu</translation>
    </message>
    <message>
        <source>Backup to be restored</source>
        <translation>Bản sao lưu cần phục hồi</translation>
    </message>
    <message>
        <source>Save the enrolment request</source>
        <translation>Ghi tệp đăng ký</translation>
    </message>
    <message>
        <source>Back-up and care</source>
        <translation>Sao lưu, an toàn</translation>
    </message>
</context>
<context>
    <name>CellPanel</name>
    <message>
        <source>What stands behind this report</source>
        <translation>Căn cứ của báo cáo này</translation>
    </message>
    <message>
        <source>Re&amp;view this report</source>
        <translation>&amp;Duyệt báo cáo này</translation>
    </message>
    <message>
        <source>&amp;Import bundles</source>
        <translation>Nhập &amp;gói</translation>
    </message>
    <message>
        <source>Write a re&amp;minder</source>
        <translation>&amp;Viết công văn đôn đốc</translation>
    </message>
    <message>
        <source>No report is chosen</source>
        <translation>Chưa chọn báo cáo nào</translation>
    </message>
    <message>
        <source>Move to a place of the table with the arrow keys or the mouse.</source>
        <translation>Di chuyển trong bảng bằng phím mũi tên hoặc chuột.</translation>
    </message>
</context>
<context>
    <name>CellStory</name>
    <message>
        <source>Owed</source>
        <translation>Nghĩa vụ báo cáo</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Giấy báo nhận</translation>
    </message>
    <message>
        <source>{office} sent a report of this period on {day}, before it was carried on.</source>
        <translation>{office} đã gửi báo cáo của kỳ này ngày {day}, trước khi được kế thừa.</translation>
    </message>
    <message>
        <source>report no. {number}, {moment}</source>
        <translation>báo cáo số {number}, {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of this office have not come yet; an earlier bundle is missing.</source>
        <translation>
            <numerusform>Còn %n bản ghi của đơn vị này chưa đến; thiếu một gói trước đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>This office's history has split in two; both are kept, and a person decides.</source>
        <translation>Lịch sử của đơn vị này đã tách làm hai; cả hai đều được giữ, do người quyết định.</translation>
    </message>
    <message>
        <source>it says nothing about this report yet</source>
        <translation>chưa nói gì về báo cáo này</translation>
    </message>
    <message>
        <source>No: no duty of the plan is laid on this office for this period.</source>
        <translation>Không: kế hoạch không giao đơn vị này báo cáo trong kỳ này.</translation>
    </message>
    <message>
        <source>No: the office did not exist on the last day on time.</source>
        <translation>Không: đơn vị không tồn tại vào ngày cuối của thời hạn.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Thời hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the last day on time</source>
        <translation>
            <numerusform>Chậm %n ngày so với ngày cuối của thời hạn</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chốt kỳ</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>{file}, imported {moment}</source>
        <translation>{file}, nhập lúc {moment}</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>Đã rút lại quyết định</translation>
    </message>
    <message>
        <source>no. {number} of {moment}</source>
        <translation>số {number} ngày {moment}</translation>
    </message>
    <message>
        <source>it is older than the newest report</source>
        <translation>cũ hơn báo cáo mới nhất</translation>
    </message>
    <message>
        <source>No: the centre has exempted this office from this report.</source>
        <translation>Không: trung tâm đã miễn báo cáo này cho đơn vị.</translation>
    </message>
    <message>
        <source>No: the plan only requests this body's report. It has no deadline and is never late.</source>
        <translation>Không: kế hoạch chỉ đề nghị cơ quan này báo cáo. Không có thời hạn và không bao giờ bị coi là chậm.</translation>
    </message>
    <message>
        <source>Carries on</source>
        <translation>Kế thừa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>report no. {number}, {moment} by the office's clock</source>
        <translation>báo cáo số {number}, {moment} theo đồng hồ của đơn vị</translation>
    </message>
    <message>
        <source>Reorganised</source>
        <translation>Sắp xếp lại</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>{duty}, laid on this office by the plan</source>
        <translation>{duty}, do kế hoạch giao cho đơn vị này</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>từ {first} đến {last}</translation>
    </message>
    <message>
        <source>before {due}; the last day on time is {last}</source>
        <translation>trước {due}; ngày cuối của thời hạn là {last}</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>None has been issued to this office.</source>
        <translation>Chưa cấp giấy nào cho đơn vị này.</translation>
    </message>
    <message>
        <source>it says: {state}</source>
        <translation>nội dung: {state}</translation>
    </message>
    <message>
        <source>the duty of {offices}</source>
        <translation>nghĩa vụ của {offices}</translation>
    </message>
    <message>
        <source>Nothing needs to be sent: this ledger is the centre's own.</source>
        <translation>Không cần gửi gì: đây là sổ của chính trung tâm.</translation>
    </message>
    <message>
        <source>This office is not enrolled yet; its bundles can be taken only afterwards.</source>
        <translation>Đơn vị này chưa được duyệt đăng ký; sau đó mới nhận được gói.</translation>
    </message>
    <message>
        <source>carried on by {offices}</source>
        <translation>do {offices} kế thừa</translation>
    </message>
    <message>
        <source>A report came on {day}; its import was undone.</source>
        <translation>Một báo cáo đã đến ngày {day}; việc nhập đã được hoàn tác.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Chưa có gì</translation>
    </message>
</context>
<context>
    <name>CentreNamePage</name>
    <message>
        <source>Which office is the centre?</source>
        <translation>Đơn vị nào là trung tâm?</translation>
    </message>
    <message>
        <source>Offices see this name and telephone number in the kit. Only a switchboard, nobody's own.</source>
        <translation>Các đơn vị thấy tên và số điện thoại này trong gói cấu hình. Chỉ ghi số của cơ quan, không ghi số của cá nhân.</translation>
    </message>
    <message>
        <source>O&amp;ffice of the list:</source>
        <translation>Đơn &amp;vị trong danh sách:</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Tê&amp;n:</translation>
    </message>
    <message>
        <source>&amp;Telephone:</source>
        <translation>Đ&amp;iện thoại:</translation>
    </message>
    <message>
        <source>Or&amp;ganisation mark:</source>
        <translation>&amp;Ký hiệu tổ chức:</translation>
    </message>
    <message>
        <source>The mark stands in every file, so that files of another centre are recognised: small letters and digits, with dots between, for example vn.shd.tckt.</source>
        <translation>Ký hiệu có trong mọi tệp để nhận ra tệp của trung tâm khác: chữ thường và chữ số, cách nhau bằng dấu chấm, ví dụ vn.shd.tckt.</translation>
    </message>
</context>
<context>
    <name>CentreOfficesPage</name>
    <message>
        <source>Which offices report?</source>
        <translation>Những đơn vị nào báo cáo?</translation>
    </message>
    <message>
        <source>The built-in list holds the offices of the plan and what became of them since. The list from a workbook must fit the plan that was chosen.</source>
        <translation>Danh sách có sẵn gồm các đơn vị của kế hoạch và thay đổi về sau. Danh sách từ bảng tính phải khớp với kế hoạch đã chọn.</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>có sẵn</translation>
    </message>
    <message>
        <source>B&amp;uilt-in offices</source>
        <translation>Danh sách có &amp;sẵn</translation>
    </message>
    <message>
        <source>&amp;Write the built-in offices to Excel…</source>
        <translation>&amp;Ghi danh sách có sẵn ra Excel…</translation>
    </message>
    <message>
        <source>No offices yet</source>
        <translation>Chưa có đơn vị</translation>
    </message>
    <message>
        <source>Offices that exist today: {count}</source>
        <translation>Đơn vị hiện có: {count}</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>Nguồn: {source}.</translation>
    </message>
</context>
<context>
    <name>CentreProgrammePage</name>
    <message>
        <source>Which plan do the offices report on?</source>
        <translation>Các đơn vị báo cáo theo kế hoạch nào?</translation>
    </message>
    <message>
        <source>Take the plan that comes with the program, or one that you have written in a workbook. To begin from the built-in one, write it to Excel, change it there and open it here.</source>
        <translation>Dùng kế hoạch có sẵn trong chương trình, hoặc kế hoạch đã viết trong bảng tính. Muốn sửa từ bản có sẵn thì ghi ra Excel, sửa tại đó rồi mở ở đây.</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>có sẵn</translation>
    </message>
    <message>
        <source>B&amp;uilt-in plan</source>
        <translation>Kế hoạch có &amp;sẵn</translation>
    </message>
    <message>
        <source>&amp;Write the built-in plan to Excel…</source>
        <translation>&amp;Ghi kế hoạch có sẵn ra Excel…</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>Chưa có kế hoạch</translation>
    </message>
    <message>
        <source>Tasks: {tasks}. Indicators: {indicators}. Source: {source}.</source>
        <translation>Nhiệm vụ: {tasks}. Chỉ tiêu: {indicators}. Nguồn: {source}.</translation>
    </message>
</context>
<context>
    <name>CentreRecoveryPage</name>
    <message>
        <source>Keep the recovery code on paper</source>
        <translation>Giữ mã khôi phục trên giấy</translation>
    </message>
    <message>
        <source>The centre's keys are made. This code replaces a forgotten PIN and is not shown again. Keep it apart from this PC and from the sticks.</source>
        <translation>Đã tạo khóa của trung tâm. Mã này thay cho mã PIN khi quên và không hiện lại. Giữ riêng, không để cùng máy này hay các USB.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Chép</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>The code is on paper and &amp;kept safe</source>
        <translation>Đã ghi mã ra giấy và cất &amp;kỹ</translation>
    </message>
</context>
<context>
    <name>CentreSetupWizard</name>
    <message>
        <source>Sổ Hoạt Động: setting up the centre</source>
        <translation>Sổ Hoạt Động: thiết lập trung tâm</translation>
    </message>
    <message>
        <source>{file} was not taken: mend the lines listed and open it again.</source>
        <translation>Chưa lấy được {file}: sửa các dòng dưới đây rồi mở lại.</translation>
    </message>
    <message>
        <source>&amp;Set up</source>
        <translation>&amp;Thiết lập</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Tiế&amp;p tục</translation>
    </message>
    <message>
        <source>B&amp;egin</source>
        <translation>&amp;Bắt đầu</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>Choose a plan first.</source>
        <translation>Hãy chọn kế hoạch trước.</translation>
    </message>
    <message>
        <source>Choose the list of offices first.</source>
        <translation>Hãy chọn danh sách đơn vị trước.</translation>
    </message>
    <message>
        <source>Choose the office, and give it a name.</source>
        <translation>Hãy chọn đơn vị và ghi tên.</translation>
    </message>
    <message>
        <source>A telephone number has digits, spaces, brackets, + and - only.</source>
        <translation>Số điện thoại chỉ gồm chữ số, dấu cách, ngoặc, + và -.</translation>
    </message>
    <message>
        <source>The organisation mark has small letters and digits, with at least one dot between.</source>
        <translation>Ký hiệu tổ chức gồm chữ thường và chữ số, có ít nhất một dấu chấm ở giữa.</translation>
    </message>
    <message>
        <source>The PIN needs at least 6 digits or letters.</source>
        <translation>Mã PIN phải có ít nhất 6 chữ số hoặc chữ cái.</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Type them again.</source>
        <translation>Hai mã PIN không giống nhau. Nhập lại cả hai.</translation>
    </message>
    <message>
        <source>Keep the recovery code on paper first, and tick that you have.</source>
        <translation>Hãy ghi mã khôi phục ra giấy trước, rồi đánh dấu là đã ghi.</translation>
    </message>
</context>
<context>
    <name>ChangePinDialog</name>
    <message>
        <source>Change the PIN</source>
        <translation>Đổi mã PIN</translation>
    </message>
    <message>
        <source>I know the &amp;old PIN</source>
        <translation>Có mã PIN &amp;cũ</translation>
    </message>
    <message>
        <source>I have the printed &amp;recovery code</source>
        <translation>Có mã &amp;khôi phục đã in</translation>
    </message>
    <message>
        <source>&amp;New PIN:</source>
        <translation>Mã PIN &amp;mới:</translation>
    </message>
    <message>
        <source>New PIN a&amp;gain:</source>
        <translation>&amp;Nhập lại mã PIN mới:</translation>
    </message>
    <message>
        <source>At least 6 digits or letters.</source>
        <translation>Ít nhất 6 chữ số hoặc chữ cái.</translation>
    </message>
    <message>
        <source>Recovery &amp;code:</source>
        <translation>Mã khôi &amp;phục:</translation>
    </message>
    <message>
        <source>Old &amp;PIN:</source>
        <translation>Mã &amp;PIN cũ:</translation>
    </message>
    <message>
        <source>The two new PINs are not the same. Type them again.</source>
        <translation>Hai mã PIN mới không giống nhau. Nhập lại cả hai.</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Reads the whole ledger and compares every record with its chain.</source>
        <translation>Đọc toàn bộ sổ và đối chiếu từng ghi chép với chuỗi của nó.</translation>
    </message>
    <message>
        <source>&amp;Check the ledger</source>
        <translation>&amp;Kiểm tra sổ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>The ledger is sound: every record fits its chain.</source>
        <translation>Sổ toàn vẹn: mọi ghi chép khớp với chuỗi.</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Made on {moment} by the office's clock; key {key}</source>
        <translation>Lập lúc {moment} theo đồng hồ của đơn vị; khóa {key}</translation>
    </message>
    <message>
        <source>1  Call the office on the number of the register of offices:</source>
        <translation>1  Gọi cho đơn vị theo số trong danh bạ đơn vị:</translation>
    </message>
    <message>
        <source>The register has no number of this office. Take it from an official list, never from a letter or file that came with the request, and enter it in the register.</source>
        <translation>Danh bạ chưa có số của đơn vị này. Lấy số từ danh sách chính thức, không lấy từ thư hay tệp gửi kèm đăng ký, rồi ghi vào danh bạ.</translation>
    </message>
    <message>
        <source>&amp;Begin the check…</source>
        <translation>&amp;Bắt đầu đối chiếu…</translation>
    </message>
    <message>
        <source>Digits that the office reads</source>
        <translation>Dãy số đơn vị đọc</translation>
    </message>
    <message>
        <source>2  The office reads 24 &amp;digits; type them here:</source>
        <translation>2  Đơn vị đọc 24 chữ &amp;số; gõ vào đây:</translation>
    </message>
    <message>
        <source>This is a ne&amp;w PC: the earlier key ends</source>
        <translation>Đây &amp;là máy mới: khóa trước đó chấm dứt</translation>
    </message>
    <message>
        <source>&amp;Note (optional):</source>
        <translation>&amp;Ghi chú (không bắt buộc):</translation>
    </message>
    <message>
        <source>Re&amp;fuse…</source>
        <translation>&amp;Từ chối…</translation>
    </message>
    <message>
        <source>&amp;Approve the key</source>
        <translation>&amp;Duyệt khóa</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of this office are in force. Ended keys count up to what has arrived here; both may stay when the office works on two PCs.</source>
        <translation>
            <numerusform>%n khóa của đơn vị này đang có hiệu lực. Khóa đã chấm dứt có giá trị đến những gì đã về đây; có thể giữ cả hai nếu đơn vị dùng hai máy.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ All digits are the same: this is the key of the PC that you are calling.</source>
        <translation>✓ Mọi chữ số đều khớp: đây là khóa của máy đang gọi.</translation>
    </message>
    <message>
        <source>{groups}. Have it read again, digit by digit; if it still differs, refuse.</source>
        <translation>{groups}. Đề nghị đọc lại từng chữ số; nếu vẫn khác thì từ chối.</translation>
    </message>
</context>
<context>
    <name>ChecklistTab</name>
    <message>
        <source>Points to look at</source>
        <translation>Điểm cần xem lại</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) carry a stamp of secrecy. Remove them before anything is closed or sealed.</source>
        <translation>
            <numerusform>%n nội dung có dấu chỉ độ mật. Phải bỏ trước khi chốt kỳ hoặc đóng gói.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to look at. Press Enter or click to go there; you decide what has to be mended.</source>
        <translation>
            <numerusform>%n điểm cần xem lại. Nhấn Enter hoặc bấm chuột để đến nơi đó; đơn vị quyết định điểm nào phải sửa.</numerusform>
        </translation>
    </message>
    <message>
        <source>This period is closed, and nothing asks for a look.</source>
        <translation>Kỳ này đã chốt, không có điểm nào cần xem lại.</translation>
    </message>
    <message>
        <source>Nothing asks for a look: the period can be closed.</source>
        <translation>Không có điểm nào cần xem lại: chốt kỳ được.</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Bundles of a split report may come in any order and any number of times. Enrolment requests among the files are taken to the enrolment page.</source>
        <translation>Các gói của một báo cáo chia nhỏ có thể đến theo thứ tự bất kỳ và nhiều lần. Đăng ký lẫn trong các tệp được đưa sang trang Đăng ký.</translation>
    </message>
    <message>
        <source>Choose &amp;files…</source>
        <translation>Chọn &amp;tệp…</translation>
    </message>
    <message>
        <source>Choose a f&amp;older…</source>
        <translation>Chọn thư &amp;mục…</translation>
    </message>
    <message>
        <source>Sticks that are plugged in</source>
        <translation>USB đang cắm</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Tìm lạ&amp;i</translation>
    </message>
    <message>
        <source>&amp;Check this stick</source>
        <translation>&amp;Kiểm tra USB này</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>Thả tệp hoặc thư mục vào đây</translation>
    </message>
    <message>
        <source>Bundles of the offices</source>
        <translation>Gói của các đơn vị</translation>
    </message>
    <message>
        <source>Folder with bundles</source>
        <translation>Thư mục chứa các gói</translation>
    </message>
    <message>
        <source>Which bundles have come?</source>
        <translation>Những gói nào đã đến?</translation>
    </message>
    <message>
        <source>Choose files or a folder, or drop them anywhere on this page: hundreds at once if need be. Everything is checked first; nothing is written before you have seen what will change.</source>
        <translation>Chọn tệp hoặc thư mục, hoặc thả vào bất cứ đâu trên trang này: hàng trăm tệp cùng lúc cũng được. Mọi thứ được kiểm tra trước; chưa ghi gì khi chưa xem trước những thay đổi.</translation>
    </message>
    <message>
        <source>USB stick:</source>
        <translation>USB:</translation>
    </message>
    <message>
        <source>No stick is plugged in</source>
        <translation>Chưa cắm USB</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>{name} ({place})</source>
        <translation>{name} ({place})</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Closing freezes figures and text. What is recorded for this period later is shown to the centre as a change. The period can be opened again with a reason.</source>
        <translation>Chốt kỳ là cố định số liệu và lời văn. Những gì ghi thêm cho kỳ này về sau được báo với trung tâm là thay đổi. Có thể mở lại kỳ, kèm lý do.</translation>
    </message>
    <message>
        <source>Approve and close</source>
        <translation>Duyệt và chốt kỳ</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of the checklist are still open. They do not stop closing.</source>
        <translation>
            <numerusform>Còn %n điểm kiểm tra chưa xử lý. Vẫn chốt kỳ được.</numerusform>
        </translation>
    </message>
    <message>
        <source>The &amp;head of the office has read the report and approves it.</source>
        <translation>&amp;Lãnh đạo đơn vị đã đọc và duyệt báo cáo.</translation>
    </message>
    <message>
        <source>&amp;Close the period</source>
        <translation>&amp;Chốt kỳ</translation>
    </message>
    <message>
        <source>No name and no title are given; their room on the paper stays empty.</source>
        <translation>Chưa nhập họ tên và chức vụ; chỗ ký trên giấy để trống.</translation>
    </message>
    <message>
        <source>Printed under the report: {signer}</source>
        <translation>In cuối báo cáo: {signer}</translation>
    </message>
</context>
<context>
    <name>CodeOfKeysDialog</name>
    <message>
        <source>Recovery code of the new keys</source>
        <translation>Mã khôi phục của khóa mới</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>&amp;Print the code…</source>
        <translation>&amp;In mã…</translation>
    </message>
    <message>
        <source>The recovery code is &amp;written down</source>
        <translation>Đã ghi &amp;mã khôi phục ra giấy</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Xong</translation>
    </message>
</context>
<context>
    <name>CodesField</name>
    <message>
        <source>Choose from the list: {name}</source>
        <translation>Chọn từ danh sách: {name}</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Withdrawn because</source>
        <translation>Rút lại vì</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Số {number}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>{field} (differs)</source>
        <translation>{field} (khác)</translation>
    </message>
</context>
<context>
    <name>ConsolidatePage</name>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Fig&amp;ures</source>
        <translation>&amp;Số liệu</translation>
    </message>
    <message>
        <source>Te&amp;xts</source>
        <translation>&amp;Nội dung</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Báo cáo</translation>
    </message>
    <message>
        <source>Se&amp;veral periods</source>
        <translation>N&amp;hiều kỳ</translation>
    </message>
    <message>
        <source>Per&amp;iod:</source>
        <translation>&amp;Kỳ:</translation>
    </message>
    <message>
        <source>Save the consolidated report</source>
        <translation>Lưu báo cáo tổng hợp</translation>
    </message>
    <message>
        <source>Freeze the figures</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>The figures of this period are written down as they are now. Imports that they rest on can no longer be taken back; later changes are listed beside them.</source>
        <translation>Số liệu của kỳ này được ghi lại như hiện có. Các lần nhập mà số liệu dựa vào không hoàn tác được nữa; thay đổi về sau được liệt kê bên cạnh.</translation>
    </message>
    <message>
        <source>Consolidate</source>
        <translation>Tổng hợp</translation>
    </message>
</context>
<context>
    <name>CustodyTable</name>
    <message>
        <source>Sealed bundles</source>
        <translation>Gói báo cáo đã đóng</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Đóng gói lúc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Telephone code</source>
        <translation>Mã đọc qua điện thoại</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
</context>
<context>
    <name>DatesPane</name>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>Đặ&amp;t</translation>
    </message>
    <message>
        <source>As the &amp;plan says</source>
        <translation>Theo &amp;kế hoạch</translation>
    </message>
    <message>
        <source>* set by the centre for this period alone.</source>
        <translation>* do trung tâm đặt riêng cho kỳ này.</translation>
    </message>
    <message>
        <source>The dates are those of the plan.</source>
        <translation>Các ngày theo đúng kế hoạch.</translation>
    </message>
    <message>
        <source>Periods due in</source>
        <translation>Kỳ có thời hạn trong năm</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Figures from</source>
        <translation>Số liệu từ</translation>
    </message>
    <message>
        <source>Figures until</source>
        <translation>Số liệu đến</translation>
    </message>
    <message>
        <source>Last day on time</source>
        <translation>Ngày cuối đúng hạn</translation>
    </message>
    <message>
        <source>Figures unti&amp;l (cut-off)</source>
        <translation>Số liệu đế&amp;n (ngày chốt)</translation>
    </message>
    <message>
        <source>Due &amp;before</source>
        <translation>T&amp;rước ngày</translation>
    </message>
    <message>
        <source>These dates can be set.</source>
        <translation>Đặt được các ngày này.</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>This is no day; every day is shown.</source>
        <translation>Đây không phải là một ngày; đang hiện mọi ngày.</translation>
    </message>
</context>
<context>
    <name>DaysPane</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>&amp;Worked instead of another day</source>
        <translation>&amp;Làm bù cho ngày khác</translation>
    </message>
    <message>
        <source>Add the da&amp;y</source>
        <translation>Thêm n&amp;gày</translation>
    </message>
    <message>
        <source>&amp;Remove the day</source>
        <translation>Xó&amp;a ngày</translation>
    </message>
    <message>
        <source>Holidays and days worked instead</source>
        <translation>Ngày nghỉ và ngày làm bù</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>làm bù</translation>
    </message>
    <message>
        <source>Enter a day such as 05/02/2027.</source>
        <translation>Nhập ngày dạng 05/02/2027.</translation>
    </message>
</context>
<context>
    <name>DemonstrationPage</name>
    <message>
        <source>A look around</source>
        <translation>Xem thử</translation>
    </message>
    <message>
        <source>Six offices with made-up activities, their signed reports, the centre's receipts and the compiled report. It takes about a minute; then the first office opens.</source>
        <translation>Sáu đơn vị với hoạt động được đặt ra, gói báo cáo đã ký, giấy báo nhận của trung tâm và báo cáo tổng hợp. Mất khoảng một phút, sau đó mở sổ của đơn vị thứ nhất.</translation>
    </message>
    <message>
        <source>&amp;Make the demonstration</source>
        <translation>Lập dữ liệu xe&amp;m thử</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Thư mục: {folder}</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>report bundle</source>
        <translation>gói báo cáo</translation>
    </message>
    <message>
        <source>enrolment request</source>
        <translation>đăng ký</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>giấy báo nhận</translation>
    </message>
    <message>
        <source>kit</source>
        <translation>gói cấu hình</translation>
    </message>
    <message>
        <source>recovery bundle</source>
        <translation>gói phục hồi</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>Về tệp này</translation>
    </message>
    <message>
        <source>What follows is only what the file says; nobody can vouch for it.</source>
        <translation>Dưới đây chỉ là những gì tệp tự nói; không ai bảo đảm được.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Note of the office</source>
        <translation>Ghi chú của đơn vị</translation>
    </message>
    <message>
        <source>Sealed, by the clock of the office's PC</source>
        <translation>Đóng gói lúc, theo đồng hồ máy của đơn vị</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Mã hóa</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation>Ký bằng khóa</translation>
    </message>
    <message>
        <source>Digest of what is signed</source>
        <translation>Mã băm của phần được ký</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>{part} of {count}</source>
        <translation>{part}/{count}</translation>
    </message>
</context>
<context>
    <name>DigitGroups</name>
    <message>
        <source>Groups that differ: {groups}</source>
        <translation>Các nhóm khác nhau: {groups}</translation>
    </message>
    <message>
        <source>{count} of 24 digits</source>
        <translation>{count}/24 chữ số</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>From a &amp;file…</source>
        <translation>Từ &amp;tệp…</translation>
    </message>
    <message>
        <source>Mistakes in the workbook</source>
        <translation>Lỗi trong bảng tính</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>The file can be copied or sent from its folder as it is; do not rename or pack it.</source>
        <translation>Chép hoặc gửi tệp từ thư mục đó, giữ nguyên; không đổi tên, không nén.</translation>
    </message>
    <message>
        <source>Code for the telephone</source>
        <translation>Mã đọc qua điện thoại</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written, read back and compared: they are the same.</source>
        <translation>
            <numerusform>Đã ghi %n tệp, đọc lại và so sánh: giống hệt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick can be removed now. If the system offers “Safely remove”, use it first.</source>
        <translation>Rút USB ra được. Nếu máy có mục “Rút thiết bị an toàn” thì dùng trước.</translation>
    </message>
    <message>
        <source>Attach each file to a message of its own. The files may arrive in any order.</source>
        <translation>Đính kèm mỗi tệp vào một thư riêng. Các tệp đến theo thứ tự nào cũng được.</translation>
    </message>
    <message>
        <source>Hand-over &amp;sheet…</source>
        <translation>P&amp;hiếu bàn giao…</translation>
    </message>
    <message>
        <source>&amp;Print the sheet…</source>
        <translation>&amp;In phiếu…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>Mở thư mụ&amp;c</translation>
    </message>
    <message>
        <source>Open the &amp;mail program</source>
        <translation>Mở chương trình &amp;thư</translation>
    </message>
    <message>
        <source>It is &amp;handed over</source>
        <translation>Đã &amp;bàn giao</translation>
    </message>
    <message>
        <source>&amp;Back to the start</source>
        <translation>Về đầ&amp;u</translation>
    </message>
    <message>
        <source>Code to read to the centre over the telephone:</source>
        <translation>Mã để đọc cho trung tâm qua điện thoại:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n tệp nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Continue the dra&amp;ft</source>
        <translation>Viết tiếp bản nháp &amp;dở</translation>
    </message>
    <message>
        <source>Discard draf&amp;t</source>
        <translation>Bỏ bản nháp nà&amp;y</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>chưa có tên</translation>
    </message>
    <message>
        <source>Unfinished draft: {title}</source>
        <translation>Bản nháp dở: {title}</translation>
    </message>
    <message>
        <source>further drafts: {count}</source>
        <translation>bản nháp khác: {count}</translation>
    </message>
</context>
<context>
    <name>EditorButtons</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Ghi</translation>
    </message>
    <message>
        <source>Save and &amp;add another</source>
        <translation>Ghi &amp;&amp; thê&amp;m</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>Nhân &amp;bản</translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation>Lị&amp;ch sử…</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>&amp;Rút…</translation>
    </message>
    <message>
        <source>&amp;Cancel edits</source>
        <translation>H&amp;oãn</translation>
    </message>
</context>
<context>
    <name>EnrolmentPage</name>
    <message>
        <source>Reques&amp;ts</source>
        <translation>&amp;Yêu cầu đăng ký</translation>
    </message>
    <message>
        <source>Offices and ke&amp;ys</source>
        <translation>Đơn &amp;vị và khóa</translation>
    </message>
    <message>
        <source>&amp;Kit</source>
        <translation>Gói cấu &amp;hình</translation>
    </message>
    <message>
        <source>Keys of the &amp;centre</source>
        <translation>&amp;Khóa của trung tâm</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Đăng ký</translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message>
        <source>nothing to report</source>
        <translation>không phát sinh</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>chưa trả lời</translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n hoạt động</numerusform>
        </translation>
    </message>
    <message>
        <source>stated by the office</source>
        <translation>do đơn vị nêu</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Indicators by group</source>
        <translation>Chỉ tiêu theo nhóm</translation>
    </message>
    <message>
        <source>Offices behind the figure</source>
        <translation>Các đơn vị của số liệu</translation>
    </message>
    <message>
        <source>Activities of the office</source>
        <translation>Hoạt động của đơn vị</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Mọi nhiệm vụ</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng số</translation>
    </message>
    <message>
        <source>{indicator}, {group}: {count} offices.</source>
        <translation>{indicator}, {group}: {count} đơn vị.</translation>
    </message>
    <message>
        <source>&amp;Task:</source>
        <translation>Nhiệm &amp;vụ:</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Không phát sinh</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>The plan has this figure as one total; there is no breakdown by office.</source>
        <translation>Kế hoạch chỉ có tổng số của chỉ tiêu này, không chia theo đơn vị.</translation>
    </message>
    <message>
        <source>all offices</source>
        <translation>mọi đơn vị</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search, with or without accents</source>
        <translation>Tìm kiếm, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Search activities</source>
        <translation>Tìm kiếm hoạt động</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation>Loại hoạt động</translation>
    </message>
    <message>
        <source>Reporting period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation>&amp;Bỏ lọc</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Mọi nhiệm vụ</translation>
    </message>
    <message>
        <source>All activity types</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>Mọi kỳ báo cáo</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Mọi tình trạng</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
</context>
<context>
    <name>FingerprintPage</name>
    <message>
        <source>Compare with the printed letter</source>
        <translation>Đối chiếu với giấy giới thiệu</translation>
    </message>
    <message>
        <source>The centre's letter on paper shows 24 digits in groups of four. Type them here; the program compares them with the kit.</source>
        <translation>Giấy giới thiệu của trung tâm có in 24 chữ số, mỗi nhóm bốn chữ số. Nhập vào đây; phần mềm so với gói cấu hình.</translation>
    </message>
    <message>
        <source>Digits of the letter</source>
        <translation>Dãy số trên giấy</translation>
    </message>
    <message>
        <source>&amp;Digits of the letter:</source>
        <translation>&amp;Dãy số trên giấy:</translation>
    </message>
    <message>
        <source>I have &amp;no letter at hand</source>
        <translation>Chưa &amp;có giấy giới thiệu</translation>
    </message>
    <message>
        <source>Then nobody has checked yet that this kit is really the centre's. You can record at once, but read your number to the centre over the telephone before you hand over anything.</source>
        <translation>Khi đó chưa ai kiểm tra gói cấu hình này có đúng của trung tâm không. Có thể ghi hoạt động ngay, nhưng phải đọc dãy số của đơn vị cho trung tâm qua điện thoại trước khi bàn giao.</translation>
    </message>
    <message>
        <source>✓ The digits are the same: this kit is the centre's.</source>
        <translation>✓ Dãy số khớp: gói cấu hình này đúng của trung tâm.</translation>
    </message>
</context>
<context>
    <name>FirstKitPage</name>
    <message>
        <source>Write the first kit</source>
        <translation>Ghi gói cấu hình đầu tiên</translation>
    </message>
    <message>
        <source>Every office starts from this file. It holds the plan and the list of offices, and no secret.</source>
        <translation>Mọi đơn vị bắt đầu từ tệp này. Tệp có kế hoạch và danh sách đơn vị, không có gì bí mật.</translation>
    </message>
    <message>
        <source>Leave the sticks with the root key plugged in: they sign the kit.</source>
        <translation>Cứ để cắm các USB có khóa gốc: chúng ký gói cấu hình.</translation>
    </message>
    <message>
        <source>&amp;Write to a stick or folder…</source>
        <translation>&amp;Ghi ra USB hoặc thư mục…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Mở thư mục</translation>
    </message>
    <message>
        <source>Where to write the kit</source>
        <translation>Nơi ghi gói cấu hình</translation>
    </message>
    <message>
        <source>What lies where</source>
        <translation>Cái gì ở đâu</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Việc tiếp theo</translation>
    </message>
    <message>
        <source>1. Lock the sticks away, each in another place.
2. Give every office the kit and, another way, the letter.
3. Take in the requests of the offices under Enrolment and compare their numbers over the telephone.</source>
        <translation>1. Cất các USB vào két, mỗi chiếc một nơi.
2. Gửi gói cấu hình cho mọi đơn vị, và gửi giấy theo đường khác.
3. Nhận đăng ký của đơn vị ở trang Đăng ký và đối chiếu dãy số qua điện thoại.</translation>
    </message>
    <message>
        <source>Root key: with the working keys, on this PC</source>
        <translation>Khóa gốc: cùng các khóa làm việc, trên máy này</translation>
    </message>
    <message>
        <source>Ledger and working keys: {folder}</source>
        <translation>Sổ và khóa làm việc: {folder}</translation>
    </message>
    <message>
        <source>Root key: {file}</source>
        <translation>Khóa gốc: {file}</translation>
    </message>
    <message>
        <source>✓ Kit {number} was written, read back and compared: {file}</source>
        <translation>✓ Gói cấu hình {number} đã được ghi, đọc lại và so sánh: {file}</translation>
    </message>
</context>
<context>
    <name>FirstStartWizard</name>
    <message>
        <source>Sổ Hoạt Động: first start</source>
        <translation>Sổ Hoạt Động: khởi động lần đầu</translation>
    </message>
    <message>
        <source>&amp;Set up</source>
        <translation>T&amp;hiết lập</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>Tiế&amp;p tục</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Bắt đầu</translation>
    </message>
    <message>
        <source>Keep the recovery code on paper first, and tick that you have.</source>
        <translation>Hãy ghi mã khôi phục ra giấy trước, rồi đánh dấu là đã ghi.</translation>
    </message>
    <message>
        <source>Choose the kit file first.</source>
        <translation>Chọn tệp gói cấu hình trước.</translation>
    </message>
    <message>
        <source>Type the 24 digits of the letter, or tick that you have none.</source>
        <translation>Nhập 24 chữ số trên giấy, hoặc đánh dấu là chưa có giấy.</translation>
    </message>
    <message>
        <source>Choose your office in the list.</source>
        <translation>Chọn đơn vị trong danh sách.</translation>
    </message>
    <message>
        <source>The PIN needs at least 6 digits or letters.</source>
        <translation>Mã PIN phải có ít nhất 6 chữ số hoặc chữ cái.</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Type them again.</source>
        <translation>Hai mã PIN không giống nhau. Nhập lại cả hai.</translation>
    </message>
</context>
<context>
    <name>FollowUpFiles</name>
    <message>
        <source>As of {day}; {organisation}</source>
        <translation>Tính đến {day}; {organisation}</translation>
    </message>
    <message>
        <source>Save the follow-up</source>
        <translation>Lưu bảng theo dõi</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>The printer did not take the table. Is it switched on? A PDF file can be saved instead.</source>
        <translation>Máy in chưa nhận bảng. Máy in đã bật chưa? Có thể lưu thành tệp PDF.</translation>
    </message>
    <message>
        <source>offices as organised when they reported</source>
        <translation>đơn vị theo tổ chức lúc báo cáo</translation>
    </message>
    <message>
        <source>offices as organised now</source>
        <translation>đơn vị theo tổ chức hiện nay</translation>
    </message>
    <message>
        <source>Follow-up of reports</source>
        <translation>Theo dõi báo cáo</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Trang {page}/{pages}</translation>
    </message>
    <message>
        <source>–: no report is owed. What the plan only requests is never overdue.</source>
        <translation>–: không phải báo cáo. Báo cáo do kế hoạch đề nghị không bao giờ quá hạn.</translation>
    </message>
</context>
<context>
    <name>FollowUpFilters</name>
    <message>
        <source>Find an office, with or without accents</source>
        <translation>Tìm đơn vị, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Find an office</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Group of offices</source>
        <translation>Nhóm đơn vị</translation>
    </message>
    <message>
        <source>First period shown</source>
        <translation>Kỳ đầu được hiện</translation>
    </message>
    <message>
        <source>Last period shown</source>
        <translation>Kỳ cuối được hiện</translation>
    </message>
    <message>
        <source>By which organisation of offices</source>
        <translation>Theo tổ chức nào của đơn vị</translation>
    </message>
    <message>
        <source>As reported then</source>
        <translation>Theo lúc báo cáo</translation>
    </message>
    <message>
        <source>As organised now</source>
        <translation>Theo hiện nay</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Mọi nhóm</translation>
    </message>
</context>
<context>
    <name>FollowUpHead</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>Còn %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment request(s)</source>
        <translation>
            <numerusform>%n đăng ký đang chờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in quarantine</source>
        <translation>
            <numerusform>%n tệp đang cách ly</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Phải nộp</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Trễ hạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Chưa đến hạn</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Next deadline: {period}, before {day}.</source>
        <translation>Thời hạn tới: {period}, trước {day}.</translation>
    </message>
</context>
<context>
    <name>FollowUpModel</name>
    <message>
        <source>Parts of this office's entries are missing, or its history has split.</source>
        <translation>Thiếu một phần bản ghi của đơn vị này, hoặc lịch sử đã tách nhánh.</translation>
    </message>
    <message>
        <source>Received of owed, in this group</source>
        <translation>Đã nhận trên số phải nộp, trong nhóm này</translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message>
        <source>Period of the figures</source>
        <translation>Kỳ của số liệu</translation>
    </message>
    <message>
        <source>&amp;Reminder letters…</source>
        <translation>Công văn đôn đố&amp;c…</translation>
    </message>
    <message>
        <source>&amp;Save as Excel or PDF…</source>
        <translation>&amp;Lưu ra Excel hoặc PDF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>Offices and periods</source>
        <translation>Đơn vị và kỳ</translation>
    </message>
    <message>
        <source>Completeness and timeliness</source>
        <translation>Mức đầy đủ và đúng hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n office(s)</source>
        <translation>
            <numerusform>%n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Theo dõi</translation>
    </message>
</context>
<context>
    <name>ForksTab</name>
    <message>
        <source>Nothing is to be decided here. A question comes up after an import when an office has recorded on two PCs or on from an old backup: a record in several versions, or one activity that was probably recorded twice. You then see the versions side by side and choose; nothing is deleted.</source>
        <translation>Ở đây không có gì cần quyết định. Câu hỏi xuất hiện sau khi nhập gói, khi một đơn vị đã ghi trên hai máy hoặc ghi tiếp từ bản sao lưu cũ: một bản ghi có nhiều phiên bản, hoặc một hoạt động có lẽ đã ghi hai lần. Khi đó các phiên bản được đặt cạnh nhau để chọn; không có gì bị xóa.</translation>
    </message>
    <message>
        <source>Twice recorded?</source>
        <translation>Ghi hai lần?</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>&amp;Keep this one</source>
        <translation>&amp;Giữ bản này</translation>
    </message>
    <message>
        <source>&amp;Two activities</source>
        <translation>&amp;Hai hoạt động</translation>
    </message>
    <message>
        <source>Take the last decision &amp;back</source>
        <translation>&amp;Bỏ quyết định vừa rồi</translation>
    </message>
    <message>
        <source>&amp;Office:</source>
        <translation>Đơn &amp;vị:</translation>
    </message>
    <message>
        <source>Whi&amp;ch one:</source>
        <translation>Bản &amp;nào:</translation>
    </message>
    <message>
        <source>Several versions</source>
        <translation>Nhiều bản</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Nhiều câu trả lời</translation>
    </message>
    <message>
        <source>What is to be decided</source>
        <translation>Việc cần quyết định</translation>
    </message>
    <message>
        <source>Field by field</source>
        <translation>Từng trường</translation>
    </message>
    <message>
        <source>No office has several histories or records in two versions.</source>
        <translation>Không đơn vị nào có nhiều lịch sử hoặc bản ghi hai phiên bản.</translation>
    </message>
    <message>
        <source>&amp;Several activities</source>
        <translation>Nhiề&amp;u hoạt động</translation>
    </message>
    <message>
        <source>Nothing is to be decided here.</source>
        <translation>Ở đây không có gì cần quyết định.</translation>
    </message>
    <message>
        <source>Probably one activity, recorded twice: {reasons}.</source>
        <translation>Có lẽ là một hoạt động được ghi hai lần: {reasons}.</translation>
    </message>
    <message>
        <source>The histories answer one question of {period} differently. All answers stay in the history.</source>
        <translation>Các lịch sử trả lời khác nhau cho một câu hỏi của kỳ {period}. Mọi câu trả lời vẫn còn trong lịch sử.</translation>
    </message>
    <message>
        <source>No. {number}, history {name}</source>
        <translation>Số {number}, lịch sử {name}</translation>
    </message>
    <message>
        <source>One record in several versions. All of them stay in its history.</source>
        <translation>Một bản ghi có nhiều phiên bản. Tất cả vẫn ở trong lịch sử.</translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Names that the formula may use</source>
        <translation>Tên dùng được trong công thức</translation>
    </message>
    <message>
        <source>Not among the fields of the chosen activity types: {names}</source>
        <translation>Không có trong các trường của loại hoạt động đã chọn: {names}</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>chưa có số liệu</translation>
    </message>
    <message>
        <source>For example, with {given}: {result}</source>
        <translation>Ví dụ, với {given}: {result}</translation>
    </message>
    <message>
        <source>Without a formula the office states the figure itself.</source>
        <translation>Không có công thức thì đơn vị tự nêu số liệu.</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Mark as handed o&amp;ver</source>
        <translation>Đánh &amp;dấu đã bàn giao</translation>
    </message>
    <message>
        <source>Show the f&amp;ile</source>
        <translation>Xem tệ&amp;p</translation>
    </message>
    <message>
        <source>1  Where to</source>
        <translation>1  Nơi ghi</translation>
    </message>
    <message>
        <source>2  Write and compare</source>
        <translation>2  Ghi và so sánh</translation>
    </message>
    <message>
        <source>3  Hand over</source>
        <translation>3  Bàn giao</translation>
    </message>
    <message>
        <source>Folder for the bundle</source>
        <translation>Thư mục để ghi gói báo cáo</translation>
    </message>
    <message>
        <source>Save the hand-over sheet</source>
        <translation>Ghi phiếu bàn giao</translation>
    </message>
    <message>
        <source>Sealed bundles</source>
        <translation>Gói báo cáo đã đóng</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
</context>
<context>
    <name>HeirsTable</name>
    <message>
        <source>Offices that carry on the work</source>
        <translation>Đơn vị kế thừa công việc</translation>
    </message>
    <message>
        <source>Add an o&amp;ffice</source>
        <translation>Thêm đơn &amp;vị</translation>
    </message>
    <message>
        <source>D&amp;rop the office</source>
        <translation>Bỏ đơn vị &amp;này</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name (Vietnamese)</source>
        <translation>Tên (tiếng Việt)</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>Tên (tiếng Anh)</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Đã sửa</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>Lịch sử thay đổi</translation>
    </message>
    <message>
        <source>When and what</source>
        <translation>Lúc nào, việc gì</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation>Loại hoạt động</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên hoạt động</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Number and symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Imports so far</source>
        <translation>Các lần nhập đến nay</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Nhập lúc</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>&amp;Undo this import…</source>
        <translation>Hoàn tác lần nhậ&amp;p này…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Chi tiết…</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Tìm:</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Hoàn tác lần nhập</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>An import can be taken back until a receipt or a consolidation rests on it.</source>
        <translation>Có thể hoàn tác một lần nhập khi chưa có giấy báo nhận hay báo cáo tổng hợp dựa vào đó.</translation>
    </message>
    <message>
        <source>Taken back on {moment}; the original is kept and can be imported again.</source>
        <translation>Đã hoàn tác lúc {moment}; bản gốc được giữ và nhập lại được.</translation>
    </message>
    <message>
        <source>This import can be taken back: no receipt and no consolidation rests on it.</source>
        <translation>Hoàn tác được lần nhập này: chưa có giấy báo nhận và báo cáo tổng hợp nào dựa vào.</translation>
    </message>
    <message>
        <source>What this import of {office} brought ({count} records) ceases to count. The original stays in the archive and can be imported again; when it first arrived is kept.</source>
        <translation>Những gì lần nhập này của {office} mang đến ({count} bản ghi) sẽ không được tính nữa. Bản gốc vẫn ở kho lưu và nhập lại được; ngày đến lần đầu được giữ.</translation>
    </message>
    <message>
        <source>Taken back. {outcome}</source>
        <translation>Đã hoàn tác. {outcome}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>No task of the plan concerns this office in this period, and no report is expected from it. There is nothing to record. If that is wrong, ask the centre for a new kit and open it under “Hear back”.</source>
        <translation>Không có nhiệm vụ nào của kế hoạch liên quan đến đơn vị trong kỳ này và đơn vị không phải báo cáo. Không cần ghi gì. Nếu chưa đúng, đề nghị trung tâm gửi gói cấu hình mới rồi mở ở trang “Nhận phản hồi”.</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Không có việc nào đang chờ.</translation>
    </message>
    <message>
        <source>No task of the plan concerns this office in this period. A report is expected all the same: close the period to answer its questions.</source>
        <translation>Không có nhiệm vụ nào của kế hoạch liên quan đến đơn vị trong kỳ này. Đơn vị vẫn phải báo cáo: chốt kỳ để trả lời các câu hỏi.</translation>
    </message>
    <message>
        <source>&amp;New activity</source>
        <translation>&amp;Thêm hoạt động</translation>
    </message>
    <message>
        <source>&amp;Close the period</source>
        <translation>&amp;Chốt kỳ</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>&amp;Bàn giao</translation>
    </message>
    <message>
        <source>&amp;Back up</source>
        <translation>&amp;Sao lưu</translation>
    </message>
    <message>
        <source>Tasks of this period</source>
        <translation>Nhiệm vụ của kỳ này</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Last day: {date}</source>
        <translation>Ngày cuối: {date}</translation>
    </message>
    <message>
        <source>Closed on this PC</source>
        <translation>Đã chốt trên máy này</translation>
    </message>
    <message>
        <source>Not closed yet</source>
        <translation>Chưa chốt</translation>
    </message>
    <message>
        <source>None sealed yet</source>
        <translation>Chưa đóng gói lần nào</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Chưa có</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>Not closed: {name}</source>
        <translation>Chưa chốt: {name}</translation>
    </message>
    <message>
        <source>Remark of the centre: {name}</source>
        <translation>Ý kiến của trung tâm: {name}</translation>
    </message>
    <message>
        <source>The centre has not received everything</source>
        <translation>Trung tâm chưa nhận đủ</translation>
    </message>
    <message>
        <source>Two versions of: {name}</source>
        <translation>Có hai bản: {name}</translation>
    </message>
    <message>
        <source>Draft: {name}</source>
        <translation>Bản nháp: {name}</translation>
    </message>
    <message>
        <source>Not handed over yet: {name}</source>
        <translation>Chưa bàn giao: {name}</translation>
    </message>
    <message>
        <source>Make a backup on a stick</source>
        <translation>Sao lưu ra USB</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Số ngày còn lại</translation>
    </message>
    <message>
        <source>Last report bundle</source>
        <translation>Gói báo cáo gần nhất</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Sao lưu gần nhất</translation>
    </message>
    <message>
        <source>The centre: {state}</source>
        <translation>Trung tâm: {state}</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} ngày trước</translation>
    </message>
    <message>
        <source>✓ answered</source>
        <translation>✓ đã trả lời</translation>
    </message>
    <message>
        <source>○ empty</source>
        <translation>○ chưa có</translation>
    </message>
    <message>
        <source>– coordinating</source>
        <translation>– phối hợp</translation>
    </message>
    <message>
        <source>, drafts: {count}</source>
        <translation>, bản nháp: {count}</translation>
    </message>
    <message>
        <source>✓ recorded: {count}</source>
        <translation>✓ đã ghi: {count}</translation>
    </message>
</context>
<context>
    <name>ImportBundlesPage</name>
    <message numerus="yes">
        <source>Keys were admitted since: %n waiting file(s) may be taken in now.</source>
        <translation>
            <numerusform>Đã duyệt thêm khóa: có thể nhận %n tệp đang chờ.</numerusform>
        </translation>
    </message>
    <message>
        <source>I&amp;mport</source>
        <translation>&amp;Nhập</translation>
    </message>
    <message>
        <source>&amp;Receipts</source>
        <translation>&amp;Giấy báo nhận</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Lịch sử</translation>
    </message>
    <message>
        <source>Try them &amp;now</source>
        <translation>Thử lại nga&amp;y</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập gói</translation>
    </message>
    <message>
        <source>&amp;Waiting files: {count}</source>
        <translation>Tệp đang c&amp;hờ: {count}</translation>
    </message>
</context>
<context>
    <name>ImportColumnsPage</name>
    <message>
        <source>(not read)</source>
        <translation>(không đọc)</translation>
    </message>
    <message>
        <source>Columns of the workbook</source>
        <translation>Các cột của bảng tính</translation>
    </message>
    <message>
        <source>Columns that were recognised</source>
        <translation>Các cột đã nhận ra</translation>
    </message>
    <message>
        <source>Choose a field for these columns</source>
        <translation>Chọn ô tương ứng cho các cột sau</translation>
    </message>
    <message>
        <source>(choose a field)</source>
        <translation>(chọn ô tương ứng)</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Title in the workbook</source>
        <translation>Tiêu đề trong bảng tính</translation>
    </message>
    <message>
        <source>Field of the ledger</source>
        <translation>Ô trong sổ</translation>
    </message>
    <message>
        <source>{file}, sheet “{sheet}”, titles in row {row}</source>
        <translation>{file}, trang tính “{sheet}”, tiêu đề ở dòng {row}</translation>
    </message>
</context>
<context>
    <name>ImportFilePage</name>
    <message>
        <source>Choose the workbook</source>
        <translation>Chọn bảng tính</translation>
    </message>
    <message>
        <source>Nothing is recorded before you have seen every row and confirmed.</source>
        <translation>Không dòng nào được ghi vào sổ trước khi xem lại và xác nhận.</translation>
    </message>
    <message>
        <source>No workbook yet. You can also drop it here.</source>
        <translation>Chưa chọn bảng tính. Có thể kéo thả tệp vào đây.</translation>
    </message>
    <message>
        <source>C&amp;hoose the workbook…</source>
        <translation>C&amp;họn bảng tính…</translation>
    </message>
    <message>
        <source>&amp;Save the empty template…</source>
        <translation>&amp;Lưu tệp mẫu…</translation>
    </message>
    <message>
        <source>Save the empty template</source>
        <translation>Lưu tệp mẫu</translation>
    </message>
    <message>
        <source>activities-template.xlsx</source>
        <translation>mau-hoat-dong.xlsx</translation>
    </message>
    <message>
        <source>No workbook at hand? Save the empty template and fill it in Excel.</source>
        <translation>Chưa có bảng tính? Lưu tệp mẫu rồi điền trong Excel.</translation>
    </message>
</context>
<context>
    <name>ImportOldTextPage</name>
    <message>
        <source>Old Vietnamese fonts</source>
        <translation>Phông chữ cũ</translation>
    </message>
    <message>
        <source>These columns seem to be typed in an old font (TCVN3, VNI). Compare, and tick what is to be converted.</source>
        <translation>Các cột sau có vẻ được gõ bằng phông chữ cũ (TCVN3, VNI). Đối chiếu rồi đánh dấu cột cần chuyển mã.</translation>
    </message>
    <message>
        <source>Convert “{title}” from {encoding}</source>
        <translation>Chuyển mã cột “{title}” từ {encoding}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước khi chuyển</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau khi chuyển</translation>
    </message>
</context>
<context>
    <name>ImportPreviewPage</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>{count} rows are probably recorded already: task, type, date, content and figures are the same. What is to be done with them?</source>
        <translation>{count} dòng có lẽ đã được ghi: trùng nhiệm vụ, loại, ngày, nội dung và số liệu. Xử lý các dòng này thế nào?</translation>
    </message>
    <message>
        <source>What will be recorded</source>
        <translation>Nội dung sẽ ghi</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại hoạt động</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung hoạt động</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Rows to be recorded</source>
        <translation>Các dòng sẽ ghi</translation>
    </message>
    <message>
        <source>Rows recorded already</source>
        <translation>Dòng đã được ghi</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Các dòng không nhận</translation>
    </message>
    <message>
        <source>Text check</source>
        <translation>Kiểm tra nội dung</translation>
    </message>
    <message>
        <source>&amp;Leave these rows out</source>
        <translation>&amp;Bỏ các dòng này</translation>
    </message>
    <message>
        <source>They are other acti&amp;vities: record them again</source>
        <translation>Đó là &amp;hoạt động khác: ghi thêm</translation>
    </message>
    <message>
        <source>No row can be recorded. Read the reasons, mend the workbook, choose it again.</source>
        <translation>Không dòng nào ghi được. Xem lý do, sửa bảng tính rồi chọn lại.</translation>
    </message>
    <message>
        <source>Headings across merged cells left aside: {count}.</source>
        <translation>Bỏ qua {count} dòng tiêu đề ở các ô gộp.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Ô</translation>
    </message>
    <message>
        <source>To be re&amp;corded: {count}</source>
        <translation>&amp;Sẽ ghi: {count}</translation>
    </message>
    <message>
        <source>Re&amp;fused: {count}</source>
        <translation>&amp;Không nhận: {count}</translation>
    </message>
    <message>
        <source>&amp;Text check: {count}</source>
        <translation>Kiểm tra &amp;nội dung: {count}</translation>
    </message>
    <message>
        <source>Recorded &amp;already: {count}</source>
        <translation>Đã ghi từ t&amp;rước: {count}</translation>
    </message>
    <message>
        <source>{good} rows will be recorded, {refused} are refused. You can get the refused rows back as Excel afterwards.</source>
        <translation>Sẽ ghi {good} dòng, không nhận {refused} dòng. Sau khi ghi, có thể lưu các dòng không nhận ra tệp Excel.</translation>
    </message>
    <message>
        <source>All {good} rows will be recorded.</source>
        <translation>Sẽ ghi tất cả {good} dòng.</translation>
    </message>
    <message>
        <source>The first {count} rows are shown.</source>
        <translation>Chỉ hiện {count} dòng đầu.</translation>
    </message>
</context>
<context>
    <name>ImportResultPage</name>
    <message>
        <source>– Left out, because recorded already: {count}</source>
        <translation>– Bỏ qua vì đã ghi từ trước: {count}</translation>
    </message>
    <message>
        <source>! Rows refused: {count}. Mend them in Excel and import that workbook.</source>
        <translation>! Số dòng không nhận: {count}. Sửa các dòng đó trong Excel rồi nhập lại tệp đã sửa.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>&amp;Save the refused rows as Excel…</source>
        <translation>&amp;Lưu các dòng không nhận ra Excel…</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>Lưu các dòng không nhận</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>khong-nhan</translation>
    </message>
    <message>
        <source>✓ Activities recorded: {count}</source>
        <translation>✓ Số hoạt động đã ghi: {count}</translation>
    </message>
</context>
<context>
    <name>ImportStates</name>
    <message>
        <source>They bring {count} new records: {parts}.</source>
        <translation>Mang đến {count} bản ghi mới: {parts}.</translation>
    </message>
    <message>
        <source>records only</source>
        <translation>chỉ có bản ghi</translation>
    </message>
    <message>
        <source>They bring no new record.</source>
        <translation>Không mang đến bản ghi mới nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies) made or amended</source>
        <translation>
            <numerusform>%n hoạt động được ghi hoặc sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n báo cáo</numerusform>
        </translation>
    </message>
    <message>
        <source>Records: {new} new, {known} known before</source>
        <translation>Bản ghi: {new} mới, {known} đã biết</translation>
    </message>
    <message>
        <source>Part {part} of {count}; in this list: {here}</source>
        <translation>Phần {part}/{count}; có trong danh sách: {here}</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>With remarks</source>
        <translation>Có lưu ý</translation>
    </message>
    <message>
        <source>Earlier part missing</source>
        <translation>Thiếu phần trước</translation>
    </message>
    <message>
        <source>Two histories</source>
        <translation>Hai lịch sử</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Đã có từ trước</translation>
    </message>
    <message>
        <source>Waiting for enrolment</source>
        <translation>Chờ duyệt đăng ký</translation>
    </message>
    <message>
        <source>Enrolment request</source>
        <translation>Yêu cầu đăng ký</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%n hoạt động rút lại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n câu trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>Among the new: {activities} activities, {withdrawn} withdrawn, {answers} answers</source>
        <translation>Trong số mới: {activities} hoạt động, {withdrawn} rút lại, {answers} câu trả lời</translation>
    </message>
    <message>
        <source>{office} (says the file)</source>
        <translation>{office} (theo tệp)</translation>
    </message>
    <message>
        <source>{part} of {count}</source>
        <translation>{part}/{count}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were put among those that wait.</source>
        <translation>
            <numerusform>Đã để %n tệp vào danh sách chờ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) will be put among those that wait.</source>
        <translation>
            <numerusform>Sẽ để %n tệp khác vào danh sách chờ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment request(s) wait on the enrolment page.</source>
        <translation>
            <numerusform>%n đăng ký đang chờ ở trang Đăng ký.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment request(s) will wait on the enrolment page.</source>
        <translation>
            <numerusform>%n đăng ký sẽ chờ ở trang Đăng ký.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Mã: {code}</translation>
    </message>
    <message>
        <source>File: {file}</source>
        <translation>Tệp: {file}</translation>
    </message>
    <message>
        <source>Office: {office}</source>
        <translation>Đơn vị: {office}</translation>
    </message>
    <message>
        <source>Reports: {periods}</source>
        <translation>Báo cáo: {periods}</translation>
    </message>
    <message>
        <source>Positions in the office's journal: {ranges}</source>
        <translation>Vị trí trong nhật ký của đơn vị: {ranges}</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Việc cần làm</translation>
    </message>
</context>
<context>
    <name>ImportTab</name>
    <message>
        <source>1  Choose</source>
        <translation>1  Chọn</translation>
    </message>
    <message>
        <source>2  Check</source>
        <translation>2  Kiểm tra</translation>
    </message>
    <message>
        <source>3  Look</source>
        <translation>3  Xem trước</translation>
    </message>
    <message>
        <source>4  Import</source>
        <translation>4  Nhập</translation>
    </message>
    <message>
        <source>5  Result</source>
        <translation>5  Kết quả</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import activities from Excel</source>
        <translation>Nhập hoạt động từ Excel</translation>
    </message>
    <message>
        <source>Not part of the ledger: {columns}. Choose a field for each, or take the column out of the workbook.</source>
        <translation>Cột không có trong sổ: {columns}. Chọn ô tương ứng cho từng cột, hoặc xóa cột đó khỏi bảng tính.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Ghi</translation>
    </message>
    <message>
        <source>Fi&amp;nish</source>
        <translation>&amp;Hoàn tất</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Choose a workbook first.</source>
        <translation>Hãy chọn bảng tính trước.</translation>
    </message>
    <message>
        <source>Two columns have the same field. Choose another one for one of them.</source>
        <translation>Hai cột cùng chọn một ô. Hãy chọn ô khác cho một trong hai cột.</translation>
    </message>
    <message>
        <source>✓ Saved: {file}</source>
        <translation>✓ Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Decide first about the rows that are probably recorded already.</source>
        <translation>Hãy quyết định trước về các dòng có lẽ đã được ghi.</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Put in force</source>
        <translation>Đưa vào áp dụng</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Khác biệt</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Tác động</translation>
    </message>
    <message>
        <source>I have &amp;looked at what happens to recorded data</source>
        <translation>Đã &amp;xem tác động đến dữ liệu đã ghi</translation>
    </message>
    <message>
        <source>Another &amp;folder…</source>
        <translation>&amp;Thư mục khác…</translation>
    </message>
    <message>
        <source>&amp;Put in force and issue the kit</source>
        <translation>Áp &amp;dụng và phát hành gói cấu hình</translation>
    </message>
    <message>
        <source>Offices work by it once they have opened the kit. Nothing that was recorded is erased.</source>
        <translation>Đơn vị làm theo sau khi mở gói cấu hình. Không xóa gì đã ghi.</translation>
    </message>
    <message>
        <source>Folder or stick for the kit</source>
        <translation>Thư mục hoặc USB để ghi gói cấu hình</translation>
    </message>
    <message>
        <source>&amp;Why (kept with the history)</source>
        <translation>&amp;Lý do (lưu cùng lịch sử)</translation>
    </message>
    <message>
        <source>No recorded data and no expected report is touched.</source>
        <translation>Không đụng đến dữ liệu đã ghi và nghĩa vụ báo cáo nào.</translation>
    </message>
    <message>
        <source>Kit {no} is written to:</source>
        <translation>Gói cấu hình {no} được ghi vào:</translation>
    </message>
    <message>
        <source>Differences from what is in force: {count}</source>
        <translation>Khác với bản đang áp dụng: {count}</translation>
    </message>
</context>
<context>
    <name>ItemModel</name>
    <message>
        <source>something is wrong</source>
        <translation>có chỗ chưa đúng</translation>
    </message>
</context>
<context>
    <name>ItemsPane</name>
    <message>
        <source>Nothing chosen.</source>
        <translation>Chưa chọn gì.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Move up in the order</source>
        <translation>Đưa lên trước</translation>
    </message>
    <message>
        <source>Move down in the order</source>
        <translation>Đưa xuống sau</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Make new &amp;keys…</source>
        <translation>Tạo khóa &amp;mới…</translation>
    </message>
    <message>
        <source>Keys of this PC</source>
        <translation>Khóa của máy này</translation>
    </message>
    <message>
        <source>The keys are here. Backups hold no keys: a new PC gets new ones.</source>
        <translation>Khóa đang ở máy này. Bản sao lưu không chứa khóa: máy mới phải tạo khóa mới.</translation>
    </message>
    <message>
        <source>This PC has no keys, perhaps because it is new. Make new ones.</source>
        <translation>Máy này chưa có khóa, có thể vì là máy mới. Tạo khóa mới.</translation>
    </message>
</context>
<context>
    <name>KeysLostDialog</name>
    <message>
        <source>The sticks sign new keys for this PC and open the bundles that were sealed before. Afterwards issue a kit: it tells the offices.</source>
        <translation>Các USB ký khóa mới cho máy này và mở các gói đã đóng trước đây. Sau đó phát hành gói cấu hình để báo cho các đơn vị.</translation>
    </message>
    <message>
        <source>Make the keys of the centre again</source>
        <translation>Tạo lại khóa của trung tâm</translation>
    </message>
    <message>
        <source>Sticks with root keys that sign</source>
        <translation>USB có khóa gốc để ký</translation>
    </message>
    <message>
        <source>&amp;Add a stick…</source>
        <translation>Thêm &amp;USB…</translation>
    </message>
    <message>
        <source>&amp;Reason, told to all offices:</source>
        <translation>&amp;Lý do, báo cho mọi đơn vị:</translation>
    </message>
    <message>
        <source>The old PC may be in foreign &amp;hands: receipts on the way no longer count</source>
        <translation>Máy cũ có thể đã rơi vào tay người khác: các giấy báo nhận đang gửi đi &amp;không còn giá trị</translation>
    </message>
    <message>
        <source>Newest kit</source>
        <translation>Gói cấu hình mới nhất</translation>
    </message>
    <message>
        <source>only if keys were renewed after the backup</source>
        <translation>chỉ khi khóa đã được thay sau bản sao lưu</translation>
    </message>
    <message>
        <source>Choose a &amp;kit…</source>
        <translation>&amp;Chọn gói…</translation>
    </message>
    <message>
        <source>&amp;Make keys</source>
        <translation>&amp;Tạo khóa</translation>
    </message>
    <message>
        <source>Newest kit:</source>
        <translation>Gói cấu hình mới nhất:</translation>
    </message>
    <message numerus="yes">
        <source>%n stick(s) with root keys must sign.</source>
        <translation>
            <numerusform>Cần %n USB có khóa gốc để ký.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>Hai mã PIN không giống nhau.</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>Ghi lý do.</translation>
    </message>
    <message>
        <source>&amp;PIN of the sticks:</source>
        <translation>Mã &amp;PIN của các USB:</translation>
    </message>
    <message>
        <source>&amp;New PIN of this PC:</source>
        <translation>Mã PIN &amp;mới của máy này:</translation>
    </message>
    <message>
        <source>New PIN a&amp;gain:</source>
        <translation>&amp;Nhập lại mã PIN mới:</translation>
    </message>
    <message>
        <source>The new PIN needs at least {count} characters.</source>
        <translation>Mã PIN mới cần ít nhất {count} ký tự.</translation>
    </message>
</context>
<context>
    <name>KitPage</name>
    <message>
        <source>Open the kit file</source>
        <translation>Mở gói cấu hình</translation>
    </message>
    <message>
        <source>The centre gave it to you on a stick or by e-mail; its name begins with shd-kit. It holds the plan and the list of offices.</source>
        <translation>Trung tâm gửi tệp này qua USB hoặc thư điện tử; tên tệp bắt đầu bằng shd-kit. Trong đó có kế hoạch và danh sách đơn vị.</translation>
    </message>
    <message>
        <source>No file yet. You can also drop it here.</source>
        <translation>Chưa có tệp. Có thể kéo thả tệp vào đây.</translation>
    </message>
    <message>
        <source>C&amp;hoose the file…</source>
        <translation>&amp;Chọn tệp…</translation>
    </message>
    <message>
        <source>{file}
It says it comes from: {centre}. Offices in it: {count}.</source>
        <translation>{file}
Theo tệp này, nơi lập là: {centre}. Số đơn vị: {count}.</translation>
    </message>
</context>
<context>
    <name>KitTab</name>
    <message>
        <source>the plan's particulars</source>
        <translation>thông tin chung của kế hoạch</translation>
    </message>
    <message>
        <source>task</source>
        <translation>nhiệm vụ</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>chỉ tiêu</translation>
    </message>
    <message>
        <source>activity type</source>
        <translation>loại hoạt động</translation>
    </message>
    <message>
        <source>figure to record</source>
        <translation>số liệu cần ghi</translation>
    </message>
    <message>
        <source>section of the report</source>
        <translation>phần của báo cáo</translation>
    </message>
    <message>
        <source>reporting duty</source>
        <translation>nghĩa vụ báo cáo</translation>
    </message>
    <message>
        <source>group of offices</source>
        <translation>nhóm đơn vị</translation>
    </message>
    <message>
        <source>legal basis</source>
        <translation>căn cứ pháp lý</translation>
    </message>
    <message>
        <source>type of office</source>
        <translation>loại đơn vị</translation>
    </message>
    <message>
        <source>office</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>reorganisation</source>
        <translation>sắp xếp lại</translation>
    </message>
    <message>
        <source>cut-off of</source>
        <translation>ngày chốt số liệu của</translation>
    </message>
    <message>
        <source>deadline of</source>
        <translation>thời hạn của</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>ngày nghỉ</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>ngày làm bù</translation>
    </message>
    <message>
        <source>exemption of</source>
        <translation>miễn báo cáo của</translation>
    </message>
    <message>
        <source>New: {part} {code}</source>
        <translation>Mới: {part} {code}</translation>
    </message>
    <message>
        <source>Changed: {part} {code}</source>
        <translation>Thay đổi: {part} {code}</translation>
    </message>
    <message>
        <source>Another order, from {part} {code} on</source>
        <translation>Đổi thứ tự từ {part} {code}</translation>
    </message>
    <message>
        <source>Gone: {part} {code}</source>
        <translation>Bỏ: {part} {code}</translation>
    </message>
    <message>
        <source>It holds the plan with {tasks} tasks, the register with {offices} offices, the dates, and the centre's list of keys (version {trust}).</source>
        <translation>Gói gồm kế hoạch với {tasks} nhiệm vụ, danh bạ {offices} đơn vị, các ngày tháng và danh sách khóa của trung tâm (bản {trust}).</translation>
    </message>
    <message>
        <source>kit {no}</source>
        <translation>gói cấu hình {no}</translation>
    </message>
    <message>
        <source>Kit {no} was written and compared: {file}. Give it to all offices, with receipts or alone.</source>
        <translation>Đã ghi và so sánh gói cấu hình {no}: {file}. Gửi cho mọi đơn vị, kèm giấy báo nhận hoặc riêng.</translation>
    </message>
    <message>
        <source>&amp;Issue the kit…</source>
        <translation>&amp;Phát hành gói cấu hình…</translation>
    </message>
    <message>
        <source>&amp;Write the same kit again…</source>
        <translation>&amp;Ghi lại gói này…</translation>
    </message>
    <message>
        <source>What has changed since the last kit</source>
        <translation>Thay đổi từ gói cấu hình trước</translation>
    </message>
    <message>
        <source>Kits in use</source>
        <translation>Gói cấu hình đang dùng</translation>
    </message>
    <message>
        <source>Show these o&amp;ffices</source>
        <translation>&amp;Xem các đơn vị này</translation>
    </message>
    <message>
        <source>not known: no bundle yet</source>
        <translation>chưa biết: chưa có gói báo cáo nào</translation>
    </message>
    <message>
        <source>Changed: the centre's list of keys, version {old} → {new}</source>
        <translation>Thay đổi: danh sách khóa của trung tâm, bản {old} → {new}</translation>
    </message>
    <message numerus="yes">
        <source>The offices do not know of %n change(s) yet: issue a kit.</source>
        <translation>
            <numerusform>Các đơn vị chưa biết %n thay đổi: hãy phát hành gói cấu hình.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stick or folder for the kit</source>
        <translation>USB hoặc thư mục để ghi gói cấu hình</translation>
    </message>
    <message>
        <source>Kit</source>
        <translation>Gói cấu hình</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Who works by which kit</source>
        <translation>Đơn vị nào dùng gói nào</translation>
    </message>
    <message>
        <source>As the newest imported bundle of each office says.</source>
        <translation>Theo gói báo cáo mới nhất đã nhập của từng đơn vị.</translation>
    </message>
    <message>
        <source>No kit has been issued yet.</source>
        <translation>Chưa phát hành gói cấu hình nào.</translation>
    </message>
    <message>
        <source>&amp;Issue kit {no}…</source>
        <translation>&amp;Phát hành gói cấu hình {no}…</translation>
    </message>
    <message>
        <source>kit {no} (the newest)</source>
        <translation>gói cấu hình {no} (mới nhất)</translation>
    </message>
    <message>
        <source>Offices are set up with a kit: issue the first one.</source>
        <translation>Đơn vị được thiết lập bằng gói cấu hình: hãy phát hành gói đầu tiên.</translation>
    </message>
    <message>
        <source>What has changed since is not known: this PC has no copy of that kit.</source>
        <translation>Không rõ đã thay đổi gì: máy này không có bản sao của gói đó.</translation>
    </message>
    <message>
        <source>Nothing has changed since: no new kit is needed.</source>
        <translation>Chưa có thay đổi nào: không cần gói mới.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Kit {no} of {moment}</source>
        <translation>Gói cấu hình {no}, {moment}</translation>
    </message>
</context>
<context>
    <name>LedgerTab</name>
    <message>
        <source>Digest of what the ledger shows: {digest}</source>
        <translation>Mã nội dung sổ: {digest}</translation>
    </message>
    <message>
        <source>Write it down beside the date: two ledgers that show the same have the same digest, on any PC.</source>
        <translation>Nên ghi mã này lại cùng ngày kiểm tra: hai sổ có cùng nội dung thì có cùng mã, trên bất kỳ máy nào.</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Không có sai lệch</translation>
    </message>
    <message>
        <source>Checks the ledger's file, every chain of records, lists and totals, each receipt that was issued, and that the originals are kept. With a backup of an earlier day it also checks that nothing of that day is gone.</source>
        <translation>Kiểm tra tệp sổ, mọi chuỗi ghi chép, danh sách và số tổng, từng giấy báo nhận đã phát hành và việc lưu giữ các gói gốc. Nếu so với bản sao lưu của một ngày trước thì còn kiểm tra xem có mất gì từ ngày đó.</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>Nội dung kiểm tra</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả chi tiết</translation>
    </message>
    <message>
        <source>The ledger has not been checked since this page was opened.</source>
        <translation>Sổ chưa được kiểm tra từ khi mở trang này.</translation>
    </message>
    <message>
        <source>Compare with a backup</source>
        <translation>So với bản sao lưu</translation>
    </message>
    <message>
        <source>Checked on {moment}: {count} finding(s) among {entries} records.</source>
        <translation>Đã kiểm tra lúc {moment}: có {count} điểm cần xử lý trong {entries} ghi chép.</translation>
    </message>
    <message>
        <source>Checked on {moment}: {entries} records, nothing differs.</source>
        <translation>Đã kiểm tra lúc {moment}: {entries} ghi chép, không có sai lệch.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n điểm cần xử lý</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Check the whole ledger</source>
        <translation>Kiể&amp;m tra cả sổ</translation>
    </message>
    <message>
        <source>C&amp;ompare with a backup…</source>
        <translation>&amp;So với bản sao lưu…</translation>
    </message>
    <message>
        <source>Make the lists ane&amp;w</source>
        <translation>&amp;Lập lại danh sách</translation>
    </message>
    <message>
        <source>Save the res&amp;ult…</source>
        <translation>Lư&amp;u kết quả…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>Parts of the check</source>
        <translation>Các phần của việc kiểm tra</translation>
    </message>
    <message>
        <source>Backup of a ledger (*.db)</source>
        <translation>Bản sao lưu sổ (*.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>left open</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>Si&amp;gner</source>
        <translation>&amp;Người ký</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>Drafting &amp;unit</source>
        <translation>Đơn vị &amp;soạn thảo</translation>
    </message>
    <message>
        <source>Pla&amp;ce</source>
        <translation>Nơi b&amp;an hành</translation>
    </message>
    <message>
        <source>&amp;Date of the letters</source>
        <translation>Ngà&amp;y của công văn</translation>
    </message>
    <message>
        <source>Answer b&amp;efore</source>
        <translation>T&amp;rả lời trước ngày</translation>
    </message>
    <message>
        <source>First num&amp;ber</source>
        <translation>Số đầ&amp;u tiên</translation>
    </message>
    <message>
        <source>{text} is no number of a letter.</source>
        <translation>{text} không phải là số công văn.</translation>
    </message>
    <message>
        <source>{text} is no day; write it as 25/06/2020.</source>
        <translation>{text} không phải là ngày; viết dạng 25/06/2020.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Bỏ ra</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Choose at most {count} activities to withdraw at once.</source>
        <translation>Mỗi lần chọn tối đa {count} hoạt động để rút.</translation>
    </message>
    <message>
        <source>&amp;New activity</source>
        <translation>&amp;Thêm mới</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Nhân bản</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>&amp;Rút…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Lịch sử…</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Cột</translation>
    </message>
    <message>
        <source>&amp;Import from Excel…</source>
        <translation>Nhập từ &amp;Excel…</translation>
    </message>
    <message>
        <source>Activities: {count}</source>
        <translation>Hoạt động: {count}</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>More than {count} activities fit; those recorded last are shown.</source>
        <translation>Có hơn {count} hoạt động phù hợp; hiện những hoạt động ghi sau cùng.</translation>
    </message>
    <message>
        <source>Rows copied: {count}</source>
        <translation>Số dòng đã chép: {count}</translation>
    </message>
</context>
<context>
    <name>ListStep</name>
    <message>
        <source>Files and their states</source>
        <translation>Các tệp và trạng thái</translation>
    </message>
    <message>
        <source>About the chosen file</source>
        <translation>Về tệp đang chọn</translation>
    </message>
    <message>
        <source>Every file is checked; nothing is written yet.</source>
        <translation>Đang kiểm tra từng tệp; chưa ghi gì.</translation>
    </message>
    <message>
        <source>Stopped after {count} files; what was imported until then stays.</source>
        <translation>Đã dừng sau {count} tệp; những gì đã nhập đến lúc đó vẫn giữ.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n bundle(s)</source>
        <translation>
            <numerusform>Nhậ&amp;p %n gói</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep %n file(s) waiting</source>
        <translation>
            <numerusform>Để %n &amp;tệp chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>State to be shown</source>
        <translation>Trạng thái cần xem</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Xem:</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>Leave &amp;out</source>
        <translation>&amp;Bỏ ra</translation>
    </message>
    <message>
        <source>Sa&amp;ve the record…</source>
        <translation>Lư&amp;u biên bản…</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>&amp;In biên bản…</translation>
    </message>
    <message>
        <source>Make recei&amp;pts…</source>
        <translation>&amp;Viết giấy báo nhận…</translation>
    </message>
    <message>
        <source>&amp;New import</source>
        <translation>Nhập lần &amp;mới</translation>
    </message>
    <message>
        <source>{count} of {all} files were taken, from {offices} offices.</source>
        <translation>Đã nhận {count}/{all} tệp, của {offices} đơn vị.</translation>
    </message>
    <message>
        <source>Take in &amp;again</source>
        <translation>Nhận &amp;vào lại</translation>
    </message>
    <message>
        <source>All files: {count}</source>
        <translation>Mọi tệp: {count}</translation>
    </message>
    <message>
        <source>None of these files can be imported now. Choose one to read why.</source>
        <translation>Không tệp nào nhập được lúc này. Chọn từng tệp để biết lý do.</translation>
    </message>
    <message>
        <source>Each bundle is imported whole or not at all. What is in stays in when you stop.</source>
        <translation>Mỗi gói được nhập trọn vẹn hoặc không nhập. Dừng lại thì những gói đã nhập vẫn giữ.</translation>
    </message>
    <message>
        <source>&amp;Enrolment requests: {count}</source>
        <translation>Đăng &amp;ký: {count}</translation>
    </message>
    <message>
        <source>{count} of {all} files can be imported, from {offices} offices.</source>
        <translation>Nhập được {count}/{all} tệp, của {offices} đơn vị.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Work is still going on</source>
        <translation>Đang thực hiện dở</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and close the program? Nothing is left half done.</source>
        <translation>Một việc đang chạy. Dừng việc đó và đóng phần mềm? Không có gì bị bỏ dở nửa chừng.</translation>
    </message>
    <message>
        <source>Locked. The PIN is asked for at the next sealing or opening.</source>
        <translation>Đã khóa. Lần đóng gói hoặc mở tệp sau sẽ hỏi mã PIN.</translation>
    </message>
    <message>
        <source>This ledger belongs to {office}. Please close the program and open it again.</source>
        <translation>Sổ này là của {office}. Hãy đóng chương trình rồi mở lại.</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>User guide</source>
        <translation>Hướng dẫn sử dụng</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Mục lục</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Quay &amp;lại</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Reports of all offices by period</source>
        <translation>Báo cáo của mọi đơn vị theo kỳ</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Đóng thông báo</translation>
    </message>
</context>
<context>
    <name>MistakeTeller</name>
    <message>
        <source>&amp;Copy the folder's name</source>
        <translation>&amp;Chép tên thư mục</translation>
    </message>
    <message>
        <source>What was saved is safe. The log lies in:</source>
        <translation>Những gì đã ghi vẫn an toàn. Nhật ký lỗi nằm tại:</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Trợ giúp (F1)</translation>
    </message>
    <message>
        <source>Lock the keys</source>
        <translation>Khóa lại</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Trang đầu</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Close a period</source>
        <translation>Chốt kỳ</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>Hear back</source>
        <translation>Nhận phản hồi</translation>
    </message>
    <message>
        <source>Back-up and care</source>
        <translation>Sao lưu, an toàn</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập gói</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Đăng ký</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Consolidate</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Plan and offices</source>
        <translation>Kế hoạch, đơn vị</translation>
    </message>
    <message>
        <source>Archive and proof</source>
        <translation>Lưu trữ và chứng cứ</translation>
    </message>
</context>
<context>
    <name>NewKeysDialog</name>
    <message>
        <source>New keys for this PC</source>
        <translation>Khóa mới cho máy này</translation>
    </message>
    <message>
        <source>&amp;Print the code…</source>
        <translation>&amp;In mã…</translation>
    </message>
    <message>
        <source>&amp;Save the request…</source>
        <translation>&amp;Ghi tệp đăng ký…</translation>
    </message>
    <message>
        <source>The recovery code is &amp;written down</source>
        <translation>Đã ghi &amp;mã khôi phục ra giấy</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>1  Write down the recovery code</source>
        <translation>1  Ghi mã khôi phục ra giấy</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>It is shown only now. Keep it on paper in a safe place.</source>
        <translation>Mã chỉ hiện lần này. Giữ trên giấy ở nơi an toàn.</translation>
    </message>
    <message>
        <source>2  Send the enrolment request to the centre</source>
        <translation>2  Gửi tệp đăng ký cho trung tâm</translation>
    </message>
    <message>
        <source>3  Read these digits to the centre</source>
        <translation>3  Đọc dãy số này cho trung tâm</translation>
    </message>
    <message>
        <source>Digits for the telephone</source>
        <translation>Dãy số đọc qua điện thoại</translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>The centre has to approve the new keys over the telephone, as at the first start. Recording can go on meanwhile.</source>
        <translation>Trung tâm phải duyệt khóa mới qua điện thoại như lần khởi động đầu. Trong lúc chờ vẫn ghi hoạt động được.</translation>
    </message>
    <message>
        <source>New keys for this PC</source>
        <translation>Khóa mới cho máy này</translation>
    </message>
    <message>
        <source>New &amp;PIN:</source>
        <translation>Mã &amp;PIN mới:</translation>
    </message>
    <message>
        <source>PIN &amp;again:</source>
        <translation>&amp;Nhập lại mã PIN:</translation>
    </message>
    <message>
        <source>&amp;Make new keys</source>
        <translation>&amp;Tạo khóa mới</translation>
    </message>
    <message>
        <source>Type the same PIN twice.</source>
        <translation>Nhập cùng một mã PIN hai lần.</translation>
    </message>
    <message>
        <source>The two are the same.</source>
        <translation>Hai mã giống nhau.</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Ít nhất {count} ký tự.</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>&amp;Understood</source>
        <translation>Đã &amp;rõ</translation>
    </message>
</context>
<context>
    <name>ObligationsTab</name>
    <message>
        <source>requested, never overdue</source>
        <translation>được đề nghị, không bao giờ quá hạn</translation>
    </message>
    <message>
        <source>owes the report</source>
        <translation>phải báo cáo</translation>
    </message>
    <message>
        <source>owes nothing</source>
        <translation>không phải báo cáo</translation>
    </message>
    <message>
        <source>Who owes which report follows from the groups named by each report and from the offices' own dates.</source>
        <translation>Ai phải nộp báo cáo nào tùy theo nhóm nêu ở từng báo cáo và thời gian tồn tại của đơn vị.</translation>
    </message>
    <message>
        <source>{owed} owe the report, {requested} are asked for it, {exempt} are exempt.</source>
        <translation>{owed} đơn vị phải báo cáo, {requested} được đề nghị, {exempt} được miễn.</translation>
    </message>
    <message>
        <source>exempt from every report</source>
        <translation>được miễn mọi báo cáo</translation>
    </message>
    <message>
        <source>exempt</source>
        <translation>được miễn</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Search by office or by what it owes</source>
        <translation>Tìm theo đơn vị hoặc nghĩa vụ</translation>
    </message>
    <message>
        <source>Search the offices</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Reports owed</source>
        <translation>Báo cáo phải nộp</translation>
    </message>
    <message>
        <source>In ever&amp;y period</source>
        <translation>&amp;Mọi kỳ</translation>
    </message>
    <message>
        <source>Exemp&amp;t this office</source>
        <translation>Miễ&amp;n cho đơn vị này</translation>
    </message>
    <message>
        <source>&amp;End the exemption</source>
        <translation>Hết m&amp;iễn</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>&amp;Reason for an exemption</source>
        <translation>Lý &amp;do miễn</translation>
    </message>
    <message>
        <source>follows {offices}</source>
        <translation>kế thừa {offices}</translation>
    </message>
</context>
<context>
    <name>OfficeModel</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>Trực thuộc</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Exists</source>
        <translation>Tồn tại</translation>
    </message>
    <message>
        <source>{begins} to {ends}</source>
        <translation>{begins} đến {ends}</translation>
    </message>
    <message>
        <source>from {begins}</source>
        <translation>từ {begins}</translation>
    </message>
    <message>
        <source>until {ends}</source>
        <translation>đến {ends}</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Which office is this?</source>
        <translation>Đây là đơn vị nào?</translation>
    </message>
    <message>
        <source>A few letters are enough, with or without accents</source>
        <translation>Chỉ cần vài chữ, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Tìm kiếm:</translation>
    </message>
    <message>
        <source>{office} (until {day})</source>
        <translation>{office} (đến {day})</translation>
    </message>
</context>
<context>
    <name>OfficesTab</name>
    <message>
        <source>enrolled</source>
        <translation>đã đăng ký</translation>
    </message>
    <message>
        <source>waiting for the check</source>
        <translation>chờ đối chiếu</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <translation>chưa đăng ký</translation>
    </message>
    <message>
        <source>key ended</source>
        <translation>khóa đã chấm dứt</translation>
    </message>
    <message>
        <source>succeeded by a later key</source>
        <translation>đã có khóa sau thay thế</translation>
    </message>
    <message>
        <source>key {key} admitted</source>
        <translation>duyệt khóa {key}</translation>
    </message>
    <message>
        <source>key {key} ended</source>
        <translation>chấm dứt khóa {key}</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>từ chối đăng ký</translation>
    </message>
    <message>
        <source>note on key {key}</source>
        <translation>ghi chú về khóa {key}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>chưa biết</translation>
    </message>
    <message>
        <source>Written and compared in {folder}: {files}. The office opens them under “Hear back”.</source>
        <translation>Đã ghi và so sánh trong {folder}: {files}. Đơn vị mở các tệp này ở trang “Nhận phản hồi”.</translation>
    </message>
    <message>
        <source>A few letters, with or without accents</source>
        <translation>Vài chữ, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Kit in use</source>
        <translation>Gói cấu hình đang dùng</translation>
    </message>
    <message>
        <source>Offices and their keys</source>
        <translation>Đơn vị và khóa</translation>
    </message>
    <message>
        <source>&amp;Send its entries back…</source>
        <translation>&amp;Gửi trả bản ghi…</translation>
    </message>
    <message>
        <source>For the new PC of an office: all that arrived here, and a receipt, into a folder or stick.</source>
        <translation>Cho máy mới của đơn vị: mọi thứ đã về đây và một giấy báo nhận, ghi vào thư mục hoặc USB.</translation>
    </message>
    <message>
        <source>&amp;End the key…</source>
        <translation>&amp;Chấm dứt khóa…</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Tìm:</translation>
    </message>
    <message>
        <source>Kit not known</source>
        <translation>Chưa biết gói cấu hình</translation>
    </message>
    <message numerus="yes">
        <source>%n office(s) shown</source>
        <translation>
            <numerusform>Hiện %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>The key is ended. A receipt tells the office how far its entries count.</source>
        <translation>Khóa đã chấm dứt. Giấy báo nhận cho đơn vị biết bản ghi có giá trị đến đâu.</translation>
    </message>
    <message>
        <source>Stick or folder for the office</source>
        <translation>USB hoặc thư mục cho đơn vị</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>End a key</source>
        <translation>Chấm dứt khóa</translation>
    </message>
    <message>
        <source>From now on bundles signed with this key are refused, except for what has arrived here without a gap. The office has to enrol a new key. This cannot be taken back.</source>
        <translation>Từ nay gói ký bằng khóa này bị từ chối, trừ những gì đã về đây liền mạch. Đơn vị phải đăng ký khóa mới. Không hoàn tác được.</translation>
    </message>
    <message>
        <source>&amp;End the key</source>
        <translation>&amp;Chấm dứt khóa</translation>
    </message>
    <message>
        <source>All kits</source>
        <translation>Mọi gói cấu hình</translation>
    </message>
    <message>
        <source>Kit {no}</source>
        <translation>Gói cấu hình {no}</translation>
    </message>
    <message>
        <source>{no} (older)</source>
        <translation>{no} (cũ hơn)</translation>
    </message>
    <message>
        <source>&amp;Create…</source>
        <translation>Tạ&amp;o mới…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Đổi &amp;tên…</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Nhập…</translation>
    </message>
    <message>
        <source>&amp;Split…</source>
        <translation>Ch&amp;ia tách…</translation>
    </message>
    <message>
        <source>Mo&amp;ve…</source>
        <translation>Ch&amp;uyển…</translation>
    </message>
    <message>
        <source>&amp;Groups…</source>
        <translation>Nhó&amp;m…</translation>
    </message>
    <message>
        <source>C&amp;lose…</source>
        <translation>&amp;Giải thể…</translation>
    </message>
    <message>
        <source>C&amp;orrect…</source>
        <translation>Đính &amp;chính…</translation>
    </message>
    <message>
        <source>Ta&amp;ke back…</source>
        <translation>Hủ&amp;y bỏ…</translation>
    </message>
    <message>
        <source>Search by name, code or type</source>
        <translation>Tìm theo tên, mã hoặc loại</translation>
    </message>
    <message>
        <source>Search the offices</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Closed ones &amp;too</source>
        <translation>Cả đơn &amp;vị đã giải thể</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>No office chosen.</source>
        <translation>Chưa chọn đơn vị.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Mã: {code}</translation>
    </message>
    <message>
        <source>Exists: {when}</source>
        <translation>Tồn tại: {when}</translation>
    </message>
    <message>
        <source>Under: {parent}</source>
        <translation>Trực thuộc: {parent}</translation>
    </message>
    <message>
        <source>Groups: {groups}</source>
        <translation>Nhóm: {groups}</translation>
    </message>
    <message>
        <source>Switchboard: {phone}</source>
        <translation>Điện thoại cơ quan: {phone}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Nguồn: {source}</translation>
    </message>
</context>
<context>
    <name>OriginalDialog</name>
    <message>
        <source>About this bundle</source>
        <translation>Về gói này</translation>
    </message>
    <message>
        <source>In this ledger</source>
        <translation>Trong sổ này</translation>
    </message>
    <message>
        <source>What the bundle says</source>
        <translation>Gói tự khai</translation>
    </message>
</context>
<context>
    <name>PaperFiles</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Sổ tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Ghi ra tệp</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Văn bản Word (*.docx)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Văn bản PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PaperPrinter</name>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>The printer did not take the page. Is it switched on? A PDF file can be chosen instead.</source>
        <translation>Máy in chưa nhận trang in. Máy in đã bật chưa? Có thể chọn tệp PDF.</translation>
    </message>
</context>
<context>
    <name>PeriodHead</name>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Peri&amp;od:</source>
        <translation>&amp;Kỳ:</translation>
    </message>
    <message>
        <source>{period} is not closed yet: open it</source>
        <translation>{period} chưa chốt: mở kỳ đó</translation>
    </message>
    <message>
        <source>Close a period</source>
        <translation>Chốt kỳ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Returned by the centre</source>
        <translation>Bị trung tâm trả lại</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left, last day {date}</source>
        <translation>
            <numerusform>Còn %n ngày, ngày cuối {date}</numerusform>
        </translation>
    </message>
    <message>
        <source>Last day was {date}</source>
        <translation>Ngày cuối là {date}</translation>
    </message>
</context>
<context>
    <name>PeriodPage</name>
    <message>
        <source>&amp;1  Checklist</source>
        <translation>&amp;1  Kiểm tra</translation>
    </message>
    <message>
        <source>&amp;2  Report</source>
        <translation>&amp;2  Báo cáo</translation>
    </message>
    <message>
        <source>&amp;3  Sign and close</source>
        <translation>&amp;3  Ký và chốt</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Choose</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>&amp;PIN:</source>
        <translation>Mã &amp;PIN:</translation>
    </message>
    <message>
        <source>Enter the PIN of this PC</source>
        <translation>Nhập mã PIN của máy này</translation>
    </message>
    <message>
        <source>It is needed to seal reports and to open what the centre sends. The keys stay open until you lock them.</source>
        <translation>Cần mã PIN để đóng gói báo cáo và mở tệp trung tâm gửi. Khóa vẫn mở cho đến khi chọn Khóa lại.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Choose a PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>At least 6 digits or letters. It is asked for when a report is sealed or an answer of the centre is opened, not for recording.</source>
        <translation>Ít nhất 6 chữ số hoặc chữ cái. Chỉ hỏi khi đóng gói báo cáo hoặc mở tệp trung tâm gửi; ghi hoạt động thì không hỏi.</translation>
    </message>
    <message>
        <source>&amp;PIN:</source>
        <translation>Mã P&amp;IN:</translation>
    </message>
    <message>
        <source>PIN a&amp;gain:</source>
        <translation>&amp;Nhập lại mã PIN:</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>{period} is not closed: its records can be sent now, its report only after closing.</source>
        <translation>{period} chưa chốt: có thể gửi hoạt động ngay, báo cáo chỉ gửi sau khi chốt.</translation>
    </message>
    <message>
        <source>Go to the &amp;period</source>
        <translation>Đến trang chốt &amp;kỳ</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) not yet confirmed by the centre.</source>
        <translation>
            <numerusform>%n ghi chép trung tâm chưa báo nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} ({place}), {free} free</source>
        <translation>{name} ({place}), còn trống {free}</translation>
    </message>
    <message>
        <source>Sticks that are plugged in</source>
        <translation>USB đang cắm</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Tì&amp;m lại</translation>
    </message>
    <message>
        <source>Largest size of a part</source>
        <translation>Dung lượng lớn nhất mỗi phần</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation>Chưa chọn thư mục</translation>
    </message>
    <message>
        <source>&amp;Choose the folder…</source>
        <translation>&amp;Chọn thư mục…</translation>
    </message>
    <message>
        <source>&amp;Note to the centre:</source>
        <translation>&amp;Ghi chú gửi trung tâm:</translation>
    </message>
    <message>
        <source>Send everything &amp;again</source>
        <translation>Gử&amp;i lại tất cả</translation>
    </message>
    <message>
        <source>Also what the centre has confirmed; only when the centre asks for it.</source>
        <translation>Kể cả phần trung tâm đã báo nhận; chỉ khi trung tâm yêu cầu.</translation>
    </message>
    <message>
        <source>&amp;Seal and write</source>
        <translation>Đó&amp;ng gói và ghi</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Nơi ghi</translation>
    </message>
    <message>
        <source>No stick is plugged in</source>
        <translation>Chưa cắm USB</translation>
    </message>
    <message>
        <source>&amp;USB stick</source>
        <translation>&amp;USB</translation>
    </message>
    <message>
        <source>By &amp;e-mail, in parts</source>
        <translation>Gửi &amp;thư, chia phần</translation>
    </message>
    <message>
        <source>In a &amp;folder, as one file</source>
        <translation>&amp;Vào thư mục, một tệp</translation>
    </message>
    <message>
        <source>Closed reports among them: {periods}.</source>
        <translation>Trong đó có báo cáo đã chốt: {periods}.</translation>
    </message>
    <message>
        <source>{drive}, write-protected</source>
        <translation>{drive}, chống ghi</translation>
    </message>
    <message>
        <source>parts of at most {size} MB</source>
        <translation>mỗi phần tối đa {size} MB</translation>
    </message>
</context>
<context>
    <name>PlanHead</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Drop the draft…</source>
        <translation>&amp;Bỏ bản nháp…</translation>
    </message>
    <message>
        <source>E&amp;xcel</source>
        <translation>E&amp;xcel</translation>
    </message>
    <message>
        <source>&amp;Issue…</source>
        <translation>&amp;Phát hành…</translation>
    </message>
    <message>
        <source>Plan and offices</source>
        <translation>Kế hoạch, đơn vị</translation>
    </message>
    <message>
        <source>Programme from a workbook…</source>
        <translation>Kế hoạch từ bảng tính…</translation>
    </message>
    <message>
        <source>Offices from a workbook…</source>
        <translation>Đơn vị từ bảng tính…</translation>
    </message>
    <message>
        <source>Programme to a workbook…</source>
        <translation>Kế hoạch ra bảng tính…</translation>
    </message>
    <message>
        <source>Offices to a workbook…</source>
        <translation>Đơn vị ra bảng tính…</translation>
    </message>
    <message>
        <source>As in force</source>
        <translation>Như đang áp dụng</translation>
    </message>
    <message>
        <source>● draft, begun from an older plan</source>
        <translation>● bản nháp, bắt đầu từ kế hoạch cũ hơn</translation>
    </message>
    <message>
        <source>⚠ Mistakes: {count}</source>
        <translation>⚠ Lỗi: {count}</translation>
    </message>
    <message>
        <source>● draft, not in force</source>
        <translation>● bản nháp, chưa áp dụng</translation>
    </message>
    <message>
        <source>● draft, differences: {count}</source>
        <translation>● bản nháp, khác biệt: {count}</translation>
    </message>
</context>
<context>
    <name>PlanSentences</name>
    <message>
        <source>A computed count has a sum, a ratio one division, and what the office states has no formula.</source>
        <translation>Số đếm tính toán dùng phép cộng, tỷ lệ dùng một phép chia, số liệu do đơn vị nêu thì không có công thức.</translation>
    </message>
    <message>
        <source>This kind of answer cannot come from this source.</source>
        <translation>Kiểu trả lời này không thể có từ nguồn này.</translation>
    </message>
    <message>
        <source>The identifier is the task's code, a hyphen and a number.</source>
        <translation>Mã gồm mã nhiệm vụ, dấu gạch nối và một số.</translation>
    </message>
    <message>
        <source>A computed indicator names activity types that have the fields of its formula.</source>
        <translation>Chỉ tiêu tính toán phải nêu loại hoạt động có các trường trong công thức.</translation>
    </message>
    <message>
        <source>Main fields are among the count fields.</source>
        <translation>Các trường chính phải nằm trong các trường số đếm.</translation>
    </message>
    <message>
        <source>A group by office type names the type; one by tag does not.</source>
        <translation>Nhóm theo loại đơn vị thì nêu loại; nhóm theo nhãn thì không.</translation>
    </message>
    <message>
        <source>A heading has parts below it; other sections have none.</source>
        <translation>Đề mục có các phần bên dưới; phần khác thì không.</translation>
    </message>
    <message>
        <source>The figures end before the report is due.</source>
        <translation>Số liệu kết thúc trước thời hạn báo cáo.</translation>
    </message>
    <message>
        <source>The figures begin before they end.</source>
        <translation>Số liệu bắt đầu trước khi kết thúc.</translation>
    </message>
    <message>
        <source>The name of the period holds {year}.</source>
        <translation>Tên kỳ phải chứa {year}.</translation>
    </message>
    <message>
        <source>Two reports may not have the same period.</source>
        <translation>Hai báo cáo không được trùng kỳ.</translation>
    </message>
    <message>
        <source>This code stands in the list twice.</source>
        <translation>Mã này có hai lần trong danh sách.</translation>
    </message>
    <message>
        <source>{part} {code}: {count} recorded entries would no longer be asked for</source>
        <translation>{part} {code}: {count} bản ghi đã có sẽ không còn được hỏi</translation>
    </message>
    <message>
        <source>{day}: {sources} moved</source>
        <translation>{day}: chuyển {sources}</translation>
    </message>
    <message>
        <source>{count} recorded activities of {office} stay as reported, {first} to {last}</source>
        <translation>{count} hoạt động đã ghi của {office} giữ nguyên như đã báo cáo, từ {first} đến {last}</translation>
    </message>
    <message>
        <source>Reports of {office} that are not accepted yet: {periods}</source>
        <translation>Báo cáo của {office} chưa được tiếp nhận: {periods}</translation>
    </message>
    <message>
        <source>{office} is enrolled; each office that follows it enrols anew with a key of its own</source>
        <translation>{office} đã đăng ký; mỗi đơn vị kế thừa đăng ký lại bằng khóa riêng</translation>
    </message>
    <message>
        <source>{period}: newly expected from {offices}</source>
        <translation>{period}: thêm nghĩa vụ báo cáo của {offices}</translation>
    </message>
    <message>
        <source>{period}: no longer expected from {offices}</source>
        <translation>{period}: không còn nghĩa vụ báo cáo của {offices}</translation>
    </message>
    <message>
        <source>{period}: reports already here from {offices} are kept, but are no longer expected</source>
        <translation>{period}: báo cáo đã về của {offices} được giữ nhưng không còn là nghĩa vụ</translation>
    </message>
    <message>
        <source>{day}: {sources} → {targets}</source>
        <translation>{day}: {sources} → {targets}</translation>
    </message>
    <message>
        <source>{day}: {sources} closed</source>
        <translation>{day}: giải thể {sources}</translation>
    </message>
    <message>
        <source>{office}: its work, duties and tasks pass to {heirs}</source>
        <translation>{office}: công việc, nghĩa vụ và nhiệm vụ chuyển cho {heirs}</translation>
    </message>
    <message>
        <source>{office} ends without an heir: nobody reports in its place</source>
        <translation>{office} chấm dứt, không có đơn vị kế thừa: không ai báo cáo thay</translation>
    </message>
    <message>
        <source>{period}: figures from {after} instead of {before}</source>
        <translation>{period}: số liệu từ {after} thay cho {before}</translation>
    </message>
    <message>
        <source>{period}: figures until {after} instead of {before}</source>
        <translation>{period}: số liệu đến {after} thay cho {before}</translation>
    </message>
    <message>
        <source>{period}: due before {after} instead of {before}</source>
        <translation>{period}: thời hạn trước {after} thay cho {before}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} và {count} nữa</translation>
    </message>
    <message>
        <source>{office} goes on under its code</source>
        <translation>{office} tiếp tục với mã cũ</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>&amp;Copy the list</source>
        <translation>&amp;Chép danh sách</translation>
    </message>
</context>
<context>
    <name>ProgrammePage</name>
    <message>
        <source>Mistakes of the draft</source>
        <translation>Lỗi của bản nháp</translation>
    </message>
    <message>
        <source>The draft is kept as it is. It can be put in force when none is left; Enter goes to one.</source>
        <translation>Bản nháp được giữ nguyên. Hết lỗi thì áp dụng được; nhấn Enter để đến chỗ lỗi.</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Các phần của kế hoạch</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Forget everything that differs from the plan in force?</source>
        <translation>Bỏ mọi khác biệt so với kế hoạch đang áp dụng?</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Activity types</source>
        <translation>Loại hoạt động</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Đề cương</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Obligations</source>
        <translation>Nghĩa vụ</translation>
    </message>
    <message>
        <source>Dates of the year</source>
        <translation>Ngày trong năm</translation>
    </message>
    <message>
        <source>Reports that the plan asks for</source>
        <translation>Báo cáo kế hoạch yêu cầu</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Đang bắt đầu…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>{stage}: {done} of {total}</source>
        <translation>{stage}: {done}/{total}</translation>
    </message>
    <message>
        <source>{text}, about {minutes} min left</source>
        <translation>{text}, còn khoảng {minutes} phút</translation>
    </message>
    <message>
        <source>{text}, about {seconds} s left</source>
        <translation>{text}, còn khoảng {seconds} giây</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Lý do:</translation>
    </message>
    <message>
        <source>Reopen the period</source>
        <translation>Mở lại kỳ</translation>
    </message>
    <message>
        <source>The reason is kept with the history and the centre sees it. Close the period again afterwards.</source>
        <translation>Lý do được giữ trong lịch sử và trung tâm thấy được. Sau đó phải chốt lại kỳ.</translation>
    </message>
    <message>
        <source>&amp;Reopen</source>
        <translation>&amp;Mở lại</translation>
    </message>
    <message>
        <source>Rea&amp;son:</source>
        <translation>&amp;Lý do:</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Receipt {number} of {moment}</source>
        <translation>Giấy báo nhận số {number}, {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n ý kiến</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre lacks %n entry(ies); the next bundle brings them by itself.</source>
        <translation>
            <numerusform>Trung tâm còn thiếu %n ghi chép; gói báo cáo sau tự gửi kèm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre lacks %n attachment(s); the next bundle brings them by itself.</source>
        <translation>
            <numerusform>Trung tâm còn thiếu %n tệp đính kèm; gói báo cáo sau tự gửi kèm.</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre has two histories of this office, after a restore or on a copied PC. The centre decides.</source>
        <translation>Trung tâm có hai chuỗi ghi chép của đơn vị này, do phục hồi hoặc do chép máy. Trung tâm sẽ quyết định.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) do not count, because the key of that time was ended.</source>
        <translation>
            <numerusform>%n ghi chép không được tính vì khóa lúc đó đã bị thu hồi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies) exist in several versions at the centre, which decides between them.</source>
        <translation>
            <numerusform>%n hoạt động có nhiều bản tại trung tâm; trung tâm sẽ quyết định.</numerusform>
        </translation>
    </message>
    <message>
        <source>No receipt has come from the centre yet.</source>
        <translation>Chưa có giấy báo nhận nào của trung tâm.</translation>
    </message>
    <message>
        <source>arrived on {date}</source>
        <translation>nhận ngày {date}</translation>
    </message>
</context>
<context>
    <name>ReceiptChoices</name>
    <message>
        <source>Choose the f&amp;older…</source>
        <translation>Chọn &amp;thư mục…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Tì&amp;m lại</translation>
    </message>
    <message>
        <source>Wr&amp;ite receipts</source>
        <translation>Ghi giấy &amp;báo nhận</translation>
    </message>
    <message>
        <source>Op&amp;en the folder</source>
        <translation>Mở thư mụ&amp;c</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>Vào thư mục</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>Ch&amp;o:</translation>
    </message>
    <message>
        <source>Where &amp;to:</source>
        <translation>Nơi gh&amp;i:</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation>Chưa chọn thư mục</translation>
    </message>
    <message>
        <source>Folder for the receipts</source>
        <translation>Thư mục ghi giấy báo nhận</translation>
    </message>
    <message>
        <source>Stick {name} ({place}), {free} free</source>
        <translation>USB {name} ({place}), còn trống {free}</translation>
    </message>
    <message>
        <source>Offices of this import: {count}</source>
        <translation>Các đơn vị của lần nhập này: {count}</translation>
    </message>
    <message>
        <source>Receipt missing or out of date: {count}</source>
        <translation>Chưa có giấy hoặc giấy đã cũ: {count}</translation>
    </message>
    <message>
        <source>All enrolled offices: {count}</source>
        <translation>Mọi đơn vị đã đăng ký: {count}</translation>
    </message>
</context>
<context>
    <name>ReceiptsTab</name>
    <message>
        <source>Offices and their receipts</source>
        <translation>Đơn vị và giấy báo nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) written and read back, in {folder}.</source>
        <translation>
            <numerusform>Đã ghi và đọc lại %n giấy báo nhận, trong {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Newest receipt</source>
        <translation>Giấy mới nhất</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>File written now</source>
        <translation>Tệp vừa ghi</translation>
    </message>
    <message>
        <source>No. {number}, {moment}</source>
        <translation>Số {number}, {moment}</translation>
    </message>
    <message>
        <source>Stopped; the receipts written until then are good.</source>
        <translation>Đã dừng; các giấy đã ghi đến lúc đó vẫn dùng được.</translation>
    </message>
    <message numerus="yes">
        <source>%n office(s) have no receipt of what the centre holds now.</source>
        <translation>
            <numerusform>%n đơn vị chưa có giấy báo nhận về những gì trung tâm đang giữ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every office's newest receipt says what the centre holds.</source>
        <translation>Giấy mới nhất của mọi đơn vị đúng với những gì trung tâm đang giữ.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>Changed since it was written</source>
        <translation>Đã thay đổi từ khi ghi</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>Chưa ghi</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>Receipts, kits and recovery bundles: choose them, or drop them on this page. Old ones do no harm.</source>
        <translation>Giấy báo nhận, gói cấu hình, gói khôi phục: chọn tệp hoặc thả vào trang này. Tệp cũ không gây hại gì.</translation>
    </message>
    <message>
        <source>&amp;Open files of the centre…</source>
        <translation>&amp;Mở tệp của trung tâm…</translation>
    </message>
    <message>
        <source>Files of the centre</source>
        <translation>Tệp của trung tâm</translation>
    </message>
    <message>
        <source>Hear back</source>
        <translation>Nhận phản hồi</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>New recovery code</source>
        <translation>Mã khôi phục mới</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>The old code opens nothing any more once the new one is made.</source>
        <translation>Có mã mới thì mã cũ không dùng được nữa.</translation>
    </message>
    <message>
        <source>&amp;PIN:</source>
        <translation>Mã &amp;PIN:</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>Remarks of the centre</source>
        <translation>Ý kiến của trung tâm</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>Đế&amp;n nơi cần sửa</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>T&amp;rả lời…</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>đã trả lời</translation>
    </message>
    <message>
        <source>to be answered</source>
        <translation>chờ trả lời</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) of the centre to be answered</source>
        <translation>
            <numerusform>%n ý kiến của trung tâm chờ trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>Every remark of the centre is answered</source>
        <translation>Mọi ý kiến của trung tâm đã được trả lời</translation>
    </message>
</context>
<context>
    <name>RemarksBox</name>
    <message>
        <source>Remark</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Remark for the office</source>
        <translation>Ý kiến gửi đơn vị</translation>
    </message>
    <message>
        <source>Add re&amp;mark</source>
        <translation>Thê&amp;m ý kiến</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>Sử&amp;a</translation>
    </message>
    <message>
        <source>Take o&amp;ff</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>Remarks of this decision</source>
        <translation>Ý kiến của quyết định này</translation>
    </message>
    <message>
        <source>Remark on the whole report</source>
        <translation>Ý kiến về cả báo cáo</translation>
    </message>
    <message>
        <source>Remark on: {place}</source>
        <translation>Ý kiến về: {place}</translation>
    </message>
</context>
<context>
    <name>ReminderDialog</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>Đã ghi %n tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder letters</source>
        <translation>Công văn đôn đốc</translation>
    </message>
    <message>
        <source>Offices whose report is overdue</source>
        <translation>Đơn vị có báo cáo quá hạn</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>Chọn &amp;tất cả</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Bỏ chọn tất cả</translation>
    </message>
    <message>
        <source>The letter to the chosen office</source>
        <translation>Công văn gửi đơn vị đang chọn</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>Chọn thư &amp;mục…</translation>
    </message>
    <message>
        <source>Also as &amp;PDF</source>
        <translation>Thêm bản &amp;PDF</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>Mở thư mụ&amp;c</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write %n letter(s)</source>
        <translation>
            <numerusform>&amp;Viết %n công văn</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang viết…</translation>
    </message>
    <message>
        <source>Stopped. Letters already written stay in the folder.</source>
        <translation>Đã dừng. Các công văn đã viết vẫn ở trong thư mục.</translation>
    </message>
    <message>
        <source>Folder for the letters</source>
        <translation>Thư mục ghi công văn</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>Overdue: {period}</source>
        <translation>Quá hạn: {period}</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Công văn</translation>
    </message>
    <message>
        <source>Nobody's report of this period is overdue.</source>
        <translation>Không đơn vị nào quá hạn báo cáo kỳ này.</translation>
    </message>
</context>
<context>
    <name>ReminderModel</name>
    <message>
        <source>{office} (nobody carries on its work)</source>
        <translation>{office} (không có đơn vị kế thừa)</translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message>
        <source>New keys are made and a new kit is written at once. Give that kit to all offices: until then they know the old keys.</source>
        <translation>Khóa mới được tạo và gói cấu hình mới được ghi ngay. Gửi gói đó cho mọi đơn vị: trước khi mở, các đơn vị chỉ biết khóa cũ.</translation>
    </message>
    <message>
        <source>Renew keys of the centre</source>
        <translation>Thay khóa của trung tâm</translation>
    </message>
    <message>
        <source>The old receipt key may be in foreign &amp;hands: receipts on the way no longer count</source>
        <translation>Khóa báo nhận cũ có thể đã lộ: các giấy báo nhận đang gửi đi &amp;không còn giá trị</translation>
    </message>
    <message>
        <source>&amp;Reason, told to all offices:</source>
        <translation>&amp;Lý do, báo cho mọi đơn vị:</translation>
    </message>
    <message>
        <source>Sticks with root keys that sign</source>
        <translation>USB có khóa gốc để ký</translation>
    </message>
    <message>
        <source>Add a &amp;signing stick…</source>
        <translation>Thêm USB để &amp;ký…</translation>
    </message>
    <message>
        <source>Empty sticks for the new root and kit keys</source>
        <translation>USB trống cho khóa gốc và khóa cấu hình mới</translation>
    </message>
    <message>
        <source>Add an e&amp;mpty stick…</source>
        <translation>Thêm USB &amp;trống…</translation>
    </message>
    <message>
        <source>Where the new kit is written</source>
        <translation>Nơi ghi gói cấu hình mới</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Chọn…</translation>
    </message>
    <message>
        <source>Re&amp;new</source>
        <translation>Th&amp;ay khóa</translation>
    </message>
    <message>
        <source>&amp;Given up:</source>
        <translation>&amp;Bỏ đi:</translation>
    </message>
    <message>
        <source>&amp;PIN of the sticks:</source>
        <translation>Mã &amp;PIN của các USB:</translation>
    </message>
    <message>
        <source>New kit:</source>
        <translation>Gói cấu hình mới:</translation>
    </message>
    <message>
        <source>all sticks, new ones for each</source>
        <translation>mọi USB, mỗi USB thay bằng USB mới</translation>
    </message>
    <message>
        <source>Stick or folder for the kit</source>
        <translation>USB hoặc thư mục để ghi gói cấu hình</translation>
    </message>
    <message>
        <source>Choose which keys are renewed.</source>
        <translation>Chọn khóa cần thay.</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>Ghi lý do.</translation>
    </message>
    <message numerus="yes">
        <source>%n stick(s) with root keys must sign.</source>
        <translation>
            <numerusform>Cần %n USB có khóa gốc để ký.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose where the new kit is written.</source>
        <translation>Chọn nơi ghi gói cấu hình mới.</translation>
    </message>
    <message>
        <source>R&amp;eceipt key</source>
        <translation>Khóa báo &amp;nhận</translation>
    </message>
    <message>
        <source>&amp;Kit key</source>
        <translation>Khóa cấu &amp;hình</translation>
    </message>
    <message>
        <source>R&amp;oot key</source>
        <translation>Khóa &amp;gốc</translation>
    </message>
    <message numerus="yes">
        <source>Add %n empty stick(s).</source>
        <translation>
            <numerusform>Thêm %n USB trống.</numerusform>
        </translation>
    </message>
    <message>
        <source>stick {no}; the others stay</source>
        <translation>USB {no}; các USB khác giữ nguyên</translation>
    </message>
</context>
<context>
    <name>ReorganiseDialog</name>
    <message>
        <source>A new office</source>
        <translation>Đơn vị mới</translation>
    </message>
    <message>
        <source>Another name for {office}</source>
        <translation>Đổi tên {office}</translation>
    </message>
    <message>
        <source>Merge offices</source>
        <translation>Nhập đơn vị</translation>
    </message>
    <message>
        <source>Split {office}</source>
        <translation>Tách {office}</translation>
    </message>
    <message>
        <source>Move {office} under another parent</source>
        <translation>Chuyển {office} sang cấp trên khác</translation>
    </message>
    <message>
        <source>Other groups or type for {office}</source>
        <translation>Đổi nhóm hoặc loại của {office}</translation>
    </message>
    <message>
        <source>Close {office}</source>
        <translation>Giải thể {office}</translation>
    </message>
    <message>
        <source>Correct what is written about {office}</source>
        <translation>Đính chính thông tin về {office}</translation>
    </message>
    <message>
        <source>Take back a reorganisation of {office}</source>
        <translation>Hủy bỏ việc sắp xếp {office}</translation>
    </message>
    <message>
        <source>Reorganise offices</source>
        <translation>Sắp xếp đơn vị</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>Tác động</translation>
    </message>
    <message>
        <source>&amp;Add to the draft</source>
        <translation>Đưa vào &amp;bản nháp</translation>
    </message>
    <message>
        <source>Name the office itself among them if it goes on.</source>
        <translation>Nêu cả chính đơn vị này nếu còn tiếp tục.</translation>
    </message>
    <message>
        <source>This can be done.</source>
        <translation>Làm được.</translation>
    </message>
    <message>
        <source>into a &amp;new office</source>
        <translation>thành đơn vị &amp;mới</translation>
    </message>
    <message>
        <source>into one that &amp;exists:</source>
        <translation>vào đơn vị &amp;hiện có:</translation>
    </message>
    <message>
        <source>The office that takes the others in</source>
        <translation>Đơn vị nhận các đơn vị khác</translation>
    </message>
    <message>
        <source>Enter from which day and by which document.</source>
        <translation>Nhập từ ngày nào và theo văn bản nào.</translation>
    </message>
    <message>
        <source>From the &amp;day</source>
        <translation>Từ ngà&amp;y</translation>
    </message>
    <message>
        <source>&amp;Legal basis</source>
        <translation>&amp;Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>&amp;Part of the work, in words</source>
        <translation>&amp;Phần công việc, bằng lời</translation>
    </message>
    <message>
        <source>&amp;Which one</source>
        <translation>Việc &amp;nào</translation>
    </message>
    <message>
        <source>&amp;Offices that merge</source>
        <translation>Các đơn vị nhập &amp;lại</translation>
    </message>
    <message>
        <source>Nothing beyond the register itself changes.</source>
        <translation>Ngoài danh bạ không có gì thay đổi.</translation>
    </message>
    <message>
        <source>&amp;New parent</source>
        <translation>Cấp &amp;trên mới</translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>Save the report</source>
        <translation>Kết xuất báo cáo</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>{state}. Submission {number}. {agreement}</source>
        <translation>{state}. Lần nộp {number}. {agreement}</translation>
    </message>
    <message>
        <source>All figures agree with the activities.</source>
        <translation>Mọi số liệu khớp với các hoạt động.</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>Số liệu của báo cáo</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Activities of the report</source>
        <translation>Hoạt động của báo cáo</translation>
    </message>
    <message>
        <source>History of the report</source>
        <translation>Lịch sử của báo cáo</translation>
    </message>
    <message>
        <source>Fi&amp;ndings: {count}</source>
        <translation>&amp;Lưu ý: {count}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã báo cáo</translation>
    </message>
    <message>
        <source>Recomputed</source>
        <translation>Tính lại</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Đối chiếu</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>Closed (submission {number})</source>
        <translation>Chốt kỳ (lần nộp {number})</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Tiếp nhận</translation>
    </message>
    <message>
        <source>&amp;Return with remarks</source>
        <translation>T&amp;rả lại kèm ý kiến</translation>
    </message>
    <message>
        <source>Take the &amp;decision back</source>
        <translation>Rút lại &amp;quyết định</translation>
    </message>
    <message>
        <source>The report waits for review again; possible until a receipt has told the office.</source>
        <translation>Báo cáo lại chờ duyệt; chỉ làm được khi giấy báo nhận chưa báo quyết định cho đơn vị.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation>Loại hoạt động</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Before: {before}. A year ago: {year_ago}.</source>
        <translation>Kỳ trước: {before}. Năm trước: {year_ago}.</translation>
    </message>
    <message>
        <source>Reopened (submission {number}): {why}</source>
        <translation>Mở lại (lần nộp {number}): {why}</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>Đã rút lại quyết định</translation>
    </message>
    <message>
        <source>Fi&amp;gures</source>
        <translation>&amp;Số liệu</translation>
    </message>
    <message>
        <source>Te&amp;xts</source>
        <translation>Nội &amp;dung</translation>
    </message>
    <message>
        <source>Fi&amp;ndings</source>
        <translation>&amp;Lưu ý</translation>
    </message>
    <message>
        <source>Acti&amp;vities</source>
        <translation>Hoạt độn&amp;g</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>Lịc&amp;h sử</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Figures that differ from the activities: {count}.</source>
        <translation>Có {count} số liệu khác với các hoạt động.</translation>
    </message>
    <message>
        <source>{state} (submission {number})</source>
        <translation>{state} (lần nộp {number})</translation>
    </message>
    <message>
        <source>Before, and a year ago: {before}.</source>
        <translation>Kỳ trước, cũng là năm trước: {before}.</translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
    <message>
        <source>{received} of {owed} reports owed have been received.</source>
        <translation>Đã nhận {received}/{owed} báo cáo phải nộp.</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>&amp;Freeze these figures…</source>
        <translation>&amp;Chốt số liệu…</translation>
    </message>
    <message>
        <source>Figures that have changed</source>
        <translation>Số liệu đã thay đổi</translation>
    </message>
    <message>
        <source>Si&amp;gner</source>
        <translation>N&amp;gười ký</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Chức &amp;vụ</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>Số h&amp;iệu</translation>
    </message>
    <message>
        <source>Pl&amp;ace</source>
        <translation>Nơi b&amp;an hành</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Ngà&amp;y</translation>
    </message>
    <message>
        <source>Write the date as day/month/year, such as 25/06/2020.</source>
        <translation>Viết ngày dạng ngày/tháng/năm, chẳng hạn 25/06/2020.</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>The figures have not been frozen. Freeze them when the report goes to be signed.</source>
        <translation>Chưa chốt số liệu. Hãy chốt khi trình ký báo cáo.</translation>
    </message>
    <message numerus="yes">
        <source>Frozen {moment}; since then %n figure(s) have changed.</source>
        <translation>
            <numerusform>Chốt lúc {moment}; từ đó có %n số liệu thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Frozen {moment}; today's figures are the same. Digest {digest}.</source>
        <translation>Chốt lúc {moment}; số liệu hiện nay không đổi. Mã băm {digest}.</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Where the report stands</source>
        <translation>Tình trạng báo cáo</translation>
    </message>
    <message>
        <source>&amp;Word…</source>
        <translation>&amp;Word…</translation>
    </message>
    <message>
        <source>&amp;Excel…</source>
        <translation>&amp;Excel…</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>&amp;PDF…</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>có thể để trống</translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation>Các phần của báo cáo</translation>
    </message>
    <message>
        <source>Pre&amp;vious part</source>
        <translation>Phần t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Next part</source>
        <translation>Phần &amp;sau</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Ghi</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Lời văn của báo cáo</translation>
    </message>
    <message>
        <source>Figures by task</source>
        <translation>Số liệu theo nhiệm vụ</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>đã đủ</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>còn thiếu</translation>
    </message>
    <message>
        <source>A number cannot be read; it is not saved.</source>
        <translation>Có số không đọc được; số đó chưa được ghi.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa ghi</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Đã ghi tất cả</translation>
    </message>
</context>
<context>
    <name>ReportsPane</name>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Sho&amp;w:</source>
        <translation>&amp;Xem:</translation>
    </message>
    <message>
        <source>Search office or period</source>
        <translation>Tìm đơn vị hoặc kỳ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận ngày</translation>
    </message>
    <message>
        <source>No report is like that</source>
        <translation>Không có báo cáo nào như vậy</translation>
    </message>
    <message>
        <source>Choose All at the left, under Show, and empty the search to see every report.</source>
        <translation>Chọn Tất cả ở ô Xem bên trái và xóa ô tìm kiếm để thấy mọi báo cáo.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n báo cáo</numerusform>
        </translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>With a conflict or fork</source>
        <translation>Có xung đột hoặc tách nhánh</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Choose a report</source>
        <translation>Chọn một báo cáo</translation>
    </message>
    <message>
        <source>No report has come yet</source>
        <translation>Chưa có báo cáo nào</translation>
    </message>
    <message>
        <source>A report stands here once the bundle with it has been imported: open the page Import and take in what the offices have sent. It is then checked against the activities, and you accept it or return it with remarks.</source>
        <translation>Báo cáo xuất hiện tại đây sau khi nhập gói có báo cáo đó: mở trang Nhập gói và nhập những gói các đơn vị đã gửi. Báo cáo được đối chiếu với các hoạt động, sau đó tiếp nhận hoặc trả lại kèm ý kiến.</translation>
    </message>
    <message>
        <source>No report waits for review</source>
        <translation>Không có báo cáo nào chờ duyệt</translation>
    </message>
    <message>
        <source>New reports come here from the page Import. Those already decided are at the left, under Show: choose Accepted, Returned or All.</source>
        <translation>Báo cáo mới đến đây từ trang Nhập gói. Muốn xem lại báo cáo đã duyệt, chọn Đã tiếp nhận, Bị trả lại hoặc Tất cả ở ô Xem bên trái.</translation>
    </message>
    <message>
        <source>{state}; conflict</source>
        <translation>{state}; xung đột</translation>
    </message>
</context>
<context>
    <name>RequestsTab</name>
    <message>
        <source>Replaced by the key of a new PC</source>
        <translation>Được thay bằng khóa của máy mới</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Came on</source>
        <translation>Đến lúc</translation>
    </message>
    <message>
        <source>Requests that wait</source>
        <translation>Đăng ký đang chờ</translation>
    </message>
    <message>
        <source>&amp;Open requests…</source>
        <translation>&amp;Mở tệp đăng ký…</translation>
    </message>
    <message>
        <source>From a stick or fo&amp;lder…</source>
        <translation>Từ &amp;USB hoặc thư mục…</translation>
    </message>
    <message>
        <source>&amp;Import the waiting bundles</source>
        <translation>&amp;Nhập các gói đang chờ</translation>
    </message>
    <message>
        <source>&amp;Send its entries back…</source>
        <translation>Gửi trả bản gh&amp;i…</translation>
    </message>
    <message>
        <source>No request waits. Open the files that offices send, or drop files and folders on this page.</source>
        <translation>Không có đăng ký nào đang chờ. Mở các tệp đơn vị gửi đến, hoặc thả tệp và thư mục vào trang này.</translation>
    </message>
    <message>
        <source>Enrolment requests</source>
        <translation>Yêu cầu đăng ký</translation>
    </message>
    <message>
        <source>Stick or folder with requests</source>
        <translation>USB hoặc thư mục có tệp đăng ký</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken.</source>
        <translation>
            <numerusform>Đã nhận %n đăng ký.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) of this office have waited for it.</source>
        <translation>
            <numerusform>%n gói của đơn vị này đã chờ việc đăng ký.</numerusform>
        </translation>
    </message>
    <message>
        <source>The request was refused.</source>
        <translation>Đã từ chối đăng ký.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more file(s) that are no requests</source>
        <translation>
            <numerusform>… và %n tệp khác không phải đăng ký</numerusform>
        </translation>
    </message>
    <message>
        <source>The key of the office {office} is admitted.</source>
        <translation>Đã duyệt khóa của đơn vị {office}.</translation>
    </message>
    <message>
        <source>Refuse the request</source>
        <translation>Từ chối đăng ký</translation>
    </message>
    <message>
        <source>The key is not admitted; the file is kept aside and the reason stays in the journal. Tell the office over the telephone.</source>
        <translation>Khóa không được duyệt; tệp được cất riêng và lý do ghi vào nhật ký. Hãy báo cho đơn vị qua điện thoại.</translation>
    </message>
    <message>
        <source>Re&amp;fuse</source>
        <translation>&amp;Từ chối</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>The ledger on this PC is replaced by this copy. What was recorded after the copy was made is missing afterwards; what the centre has received, it can send back. The replaced ledger is kept among the backups.</source>
        <translation>Sổ trên máy này được thay bằng bản sao lưu. Những gì ghi sau lúc lập bản đó sẽ không còn; phần trung tâm đã nhận thì trung tâm gửi lại được. Sổ bị thay vẫn được giữ trong danh sách bản sao lưu.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Phục hồi dữ liệu</translation>
    </message>
    <message>
        <source>I want to &amp;replace the ledger</source>
        <translation>Đồng ý th&amp;ay sổ</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>&amp;Phục hồi</translation>
    </message>
    <message>
        <source>Made on {moment}</source>
        <translation>Lập lúc {moment}</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>The office is ready</source>
        <translation>Đơn vị đã sẵn sàng</translation>
    </message>
    <message>
        <source>You can record at once. Three things remain, in this order:</source>
        <translation>Có thể ghi hoạt động ngay. Còn ba việc, theo thứ tự:</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Chép</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>The code is on paper and &amp;kept safe</source>
        <translation>Đã ghi mã ra giấy và cất &amp;an toàn</translation>
    </message>
    <message>
        <source>A small file for the centre and a sheet to be signed. Settings can write them again later.</source>
        <translation>Một tệp nhỏ gửi trung tâm và một phiếu để ký. Có thể ghi lại sau trong trang Thiết lập.</translation>
    </message>
    <message>
        <source>&amp;Write to a stick or folder…</source>
        <translation>&amp;Ghi ra USB hoặc thư mục…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Mở thư mục</translation>
    </message>
    <message>
        <source>P&amp;rint the sheet…</source>
        <translation>In p&amp;hiếu…</translation>
    </message>
    <message>
        <source>Number for the telephone</source>
        <translation>Dãy số đọc qua điện thoại</translation>
    </message>
    <message>
        <source>Where to write the request</source>
        <translation>Nơi ghi tệp đăng ký</translation>
    </message>
    <message>
        <source>1. Keep the recovery code on paper</source>
        <translation>1. Giữ mã khôi phục trên giấy</translation>
    </message>
    <message>
        <source>It replaces a forgotten PIN and is not shown again.</source>
        <translation>Mã này thay cho mã PIN khi quên và không hiện lại.</translation>
    </message>
    <message>
        <source>2. Write the enrolment request</source>
        <translation>2. Ghi tệp đăng ký</translation>
    </message>
    <message>
        <source>3. Read this number to the centre over the telephone</source>
        <translation>3. Đọc dãy số này cho trung tâm qua điện thoại</translation>
    </message>
    <message>
        <source>✓ Written: {file} and {sheet}. Print the sheet and give both to the centre.</source>
        <translation>✓ Đã ghi: {file} và {sheet}. In phiếu và gửi cả hai cho trung tâm.</translation>
    </message>
    <message>
        <source>Sổ Hoạt Động: recovery code of this PC</source>
        <translation>Sổ Hoạt Động: mã khôi phục của máy này</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Conf&amp;licts and forks: {count}</source>
        <translation>Xung đột, tá&amp;ch nhánh: {count}</translation>
    </message>
    <message>
        <source>Accept the report of {office} for {period}?</source>
        <translation>Tiếp nhận báo cáo {period} của {office}?</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) go with it.</source>
        <translation>
            <numerusform>Kèm %n ý kiến.</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;ports</source>
        <translation>Báo cá&amp;o</translation>
    </message>
    <message>
        <source>Conf&amp;licts and forks</source>
        <translation>Xung đột, tá&amp;ch nhánh</translation>
    </message>
    <message>
        <source>Decided. The office learns it by its next receipt; until that is written you can decide again.</source>
        <translation>Đã quyết định. Đơn vị biết qua giấy báo nhận kế tiếp; trước khi viết giấy đó có thể quyết định lại.</translation>
    </message>
    <message>
        <source>Go to rece&amp;ipts</source>
        <translation>Đến giấ&amp;y báo nhận</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Return the report of {office} for {period}?</source>
        <translation>Trả lại báo cáo {period} của {office}?</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Tiếp nhận</translation>
    </message>
    <message>
        <source>&amp;Return</source>
        <translation>T&amp;rả lại</translation>
    </message>
    <message>
        <source>Another answer to the same question was chosen.</source>
        <translation>Đã chọn một câu trả lời khác cho cùng câu hỏi này.</translation>
    </message>
    <message>
        <source>The same activity is recorded in another history of this office.</source>
        <translation>Hoạt động này đã được ghi ở lịch sử khác của đơn vị.</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>No answer</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>History {name} of {count}: goes its own way from entry {first} on, {since} to {until}, {entries} entries.</source>
        <translation>Lịch sử {name}/{count}: tách riêng từ bản ghi {first}, {since} đến {until}, {entries} bản ghi.</translation>
    </message>
    <message>
        <source>History {name} of {count}: {since} to {until}, {entries} entries.</source>
        <translation>Lịch sử {name}/{count}: {since} đến {until}, {entries} bản ghi.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation>Loại hoạt động</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Number and symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Không phát sinh</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>same date</source>
        <translation>cùng ngày</translation>
    </message>
    <message>
        <source>dates close together</source>
        <translation>ngày gần nhau</translation>
    </message>
    <message>
        <source>same title</source>
        <translation>cùng nội dung</translation>
    </message>
    <message>
        <source>similar titles</source>
        <translation>nội dung gần giống</translation>
    </message>
    <message>
        <source>same figures</source>
        <translation>cùng số liệu</translation>
    </message>
    <message>
        <source>same document</source>
        <translation>cùng văn bản</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>cùng địa điểm</translation>
    </message>
    <message>
        <source>but other figures</source>
        <translation>nhưng số liệu khác</translation>
    </message>
    <message>
        <source>but other documents</source>
        <translation>nhưng văn bản khác</translation>
    </message>
    <message>
        <source>but other places</source>
        <translation>nhưng địa điểm khác</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>What will this PC be used for?</source>
        <translation>Máy này dùng để làm gì?</translation>
    </message>
    <message>
        <source>Everything stays on this PC. Nothing is sent anywhere by itself.</source>
        <translation>Mọi dữ liệu nằm trên máy này. Phần mềm không tự gửi đi đâu.</translation>
    </message>
    <message>
        <source>Restore from a &amp;backup…</source>
        <translation>Phục hồi từ &amp;bản sao lưu…</translation>
    </message>
    <message>
        <source>This PC replaces one that is dead: its ledger is made from a backup.</source>
        <translation>Máy này thay cho một máy đã hỏng: sổ được lập lại từ bản sao lưu.</translation>
    </message>
    <message>
        <source>Backup to be restored</source>
        <translation>Bản sao lưu cần phục hồi</translation>
    </message>
    <message>
        <source>A reporting &amp;office</source>
        <translation>Đơn &amp;vị báo cáo</translation>
    </message>
    <message>
        <source>Record activities and hand over the report. You need the kit file from the centre.</source>
        <translation>Ghi hoạt động và bàn giao báo cáo. Cần có tệp gói cấu hình của trung tâm.</translation>
    </message>
    <message>
        <source>The compiling &amp;centre</source>
        <translation>T&amp;rung tâm tổng hợp</translation>
    </message>
    <message>
        <source>Take in the reports of all offices and compile them.</source>
        <translation>Tiếp nhận báo cáo của mọi đơn vị và tổng hợp.</translation>
    </message>
    <message>
        <source>Only a &amp;look around</source>
        <translation>&amp;Chỉ xem thử</translation>
    </message>
    <message>
        <source>A demonstration with made-up activities, apart from any real data.</source>
        <translation>Dữ liệu được đặt ra, tách riêng khỏi dữ liệu thật.</translation>
    </message>
</context>
<context>
    <name>RootSticksPage</name>
    <message>
        <source>Where is the root key kept?</source>
        <translation>Khóa gốc được giữ ở đâu?</translation>
    </message>
    <message>
        <source>It signs kits, and later new keys. On sticks in a safe it cannot be stolen with this PC. Each stick is written, read back and compared.</source>
        <translation>Khóa gốc ký gói cấu hình và về sau ký khóa mới. Để trên USB cất trong két thì không bị mất cùng máy này. Mỗi USB được ghi, đọc lại và so sánh.</translation>
    </message>
    <message>
        <source>Whoever takes this PC and knows the PIN then holds the root key too, and if the disk dies, every office has to be admitted again.</source>
        <translation>Ai lấy máy này và biết mã PIN thì có luôn khóa gốc; nếu ổ đĩa hỏng, phải duyệt lại mọi đơn vị.</translation>
    </message>
    <message>
        <source>I &amp;know this and want it so</source>
        <translation>Đã biết và &amp;vẫn muốn như vậy</translation>
    </message>
    <message>
        <source>On &amp;one stick</source>
        <translation>Trên &amp;một USB</translation>
    </message>
    <message>
        <source>On t&amp;hree sticks, of which two are enough</source>
        <translation>Trên &amp;ba USB, chỉ cần hai</translation>
    </message>
    <message>
        <source>On this &amp;PC (not advised)</source>
        <translation>Trên má&amp;y này (không nên)</translation>
    </message>
    <message>
        <source>Two of the sticks are the same folder. Choose another one.</source>
        <translation>Hai USB là cùng một thư mục. Hãy chọn USB khác.</translation>
    </message>
    <message>
        <source>A chosen folder is not on a removable drive. Choose a stick, or tick that you want it so.</source>
        <translation>Có thư mục không nằm trên USB. Hãy chọn USB, hoặc đánh dấu là vẫn muốn như vậy.</translation>
    </message>
    <message>
        <source>Tick that you know the risk, or choose sticks.</source>
        <translation>Đánh dấu là đã biết rủi ro, hoặc chọn USB.</translation>
    </message>
    <message>
        <source>Plug in stick {number} and choose it.</source>
        <translation>Cắm USB {number} rồi chọn.</translation>
    </message>
</context>
<context>
    <name>SectionsTab</name>
    <message>
        <source>Section</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>A short mark of the program's own user, such as initials. It stands beside what is recorded from now on, travels with it, and goes nowhere else. May stay empty.</source>
        <translation>Ký hiệu ngắn của người dùng chương trình, chẳng hạn chữ viết tắt. Ký hiệu đi kèm những gì được ghi từ nay, gửi cùng bản ghi và không đi đâu khác. Có thể để trống.</translation>
    </message>
    <message>
        <source>The PIN opens the keys of this PC. If it is forgotten, the recovery code on paper replaces it.</source>
        <translation>Mã PIN mở khóa của máy này. Khi quên, dùng mã khôi phục đã ghi trên giấy.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Ngôn ngữ:</translation>
    </message>
    <message>
        <source>L&amp;ook:</source>
        <translation>&amp;Giao diện:</translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation>&amp;Cỡ chữ:</translation>
    </message>
    <message>
        <source>Largest &amp;e-mail part:</source>
        <translation>Phần &amp;thư lớn nhất:</translation>
    </message>
    <message>
        <source>&amp;Mark:</source>
        <translation>Ký h&amp;iệu:</translation>
    </message>
    <message>
        <source>Change the &amp;PIN…</source>
        <translation>Đổi mã &amp;PIN…</translation>
    </message>
    <message>
        <source>New &amp;recovery code…</source>
        <translation>Mã &amp;khôi phục mới…</translation>
    </message>
    <message>
        <source>&amp;Write the enrolment request…</source>
        <translation>G&amp;hi tệp đăng ký…</translation>
    </message>
    <message>
        <source>Open the &amp;data folder</source>
        <translation>Mở thư mục &amp;dữ liệu</translation>
    </message>
    <message>
        <source>&amp;Save a file for support…</source>
        <translation>Tệp cho người hỗ t&amp;rợ…</translation>
    </message>
    <message>
        <source>The log and the versions; nothing that was typed, no keys.</source>
        <translation>Chỉ gồm nhật ký lỗi và phiên bản; không có nội dung đã nhập, không có khóa.</translation>
    </message>
    <message>
        <source>&amp;About the program…</source>
        <translation>Giới thiệ&amp;u phần mềm…</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>Ngôn ngữ thay đổi khi mở lại phần mềm.</translation>
    </message>
    <message>
        <source>Where to write the request</source>
        <translation>Nơi ghi tệp đăng ký</translation>
    </message>
    <message>
        <source>Save a file for support</source>
        <translation>Ghi tệp cho người hỗ trợ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Ngôn ngữ và giao diện</translation>
    </message>
    <message>
        <source>Who works at this PC</source>
        <translation>Người làm việc tại máy này</translation>
    </message>
    <message>
        <source>PIN and recovery code</source>
        <translation>Mã PIN và mã khôi phục</translation>
    </message>
    <message>
        <source>Folders and support</source>
        <translation>Thư mục và hỗ trợ</translation>
    </message>
</context>
<context>
    <name>ShareChart</name>
    <message>
        <source>Completeness</source>
        <translation>Mức đầy đủ</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>Mức đúng hạn</translation>
    </message>
    <message>
        <source>{label}: {received} of {owed} received ({complete} %), {timely_count} of them on time ({timely} % of all owed)</source>
        <translation>{label}: đã nhận {received}/{owed} ({complete} %), trong đó {timely_count} đúng hạn ({timely} % số phải nộp)</translation>
    </message>
    <message>
        <source>{label}: no report is owed</source>
        <translation>{label}: không phải báo cáo</translation>
    </message>
    <message>
        <source>{text}; still open</source>
        <translation>{text}; chưa đến hạn</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Không có gì để hiện</translation>
    </message>
</context>
<context>
    <name>SharesPane</name>
    <message>
        <source>Shares are of reports owed. What the plan only requests is not counted. Hollow markers: not due yet.</source>
        <translation>Tỷ lệ tính trên số báo cáo phải nộp. Báo cáo do kế hoạch đề nghị không tính. Điểm rỗng: chưa đến hạn.</translation>
    </message>
    <message>
        <source>Group of offices</source>
        <translation>Nhóm đơn vị</translation>
    </message>
    <message>
        <source>Completeness and timeliness over time</source>
        <translation>Mức đầy đủ và đúng hạn theo thời gian</translation>
    </message>
    <message>
        <source>Completeness and timeliness by group</source>
        <translation>Mức đầy đủ và đúng hạn theo nhóm</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>All offices</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message>
        <source>Over time:</source>
        <translation>Theo thời gian:</translation>
    </message>
    <message>
        <source>The same figures as a table</source>
        <translation>Cùng số liệu dạng bảng</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Phải nộp</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>By group: {period}</source>
        <translation>Theo nhóm: {period}</translation>
    </message>
</context>
<context>
    <name>SignTab</name>
    <message>
        <source>What stays empty leaves its room on the paper. Lines of the title are parted by semicolons.</source>
        <translation>Ô nào để trống thì trên giấy chừa chỗ. Các dòng chức vụ cách nhau bằng dấu chấm phẩy.</translation>
    </message>
    <message>
        <source>Write the date as day/month/year, such as 15/06/2020.</source>
        <translation>Nhập ngày theo dạng ngày/tháng/năm, ví dụ 15/06/2020.</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Xem trước báo cáo</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>nn/tt/nnnn</translation>
    </message>
    <message>
        <source>Name of the &amp;head:</source>
        <translation>Họ tên lãn&amp;h đạo:</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Chức vụ:</translation>
    </message>
    <message>
        <source>&amp;Number:</source>
        <translation>&amp;Số:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>Đị&amp;a danh:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Ngày:</translation>
    </message>
    <message>
        <source>&amp;Approve and close…</source>
        <translation>&amp;Duyệt và chốt kỳ…</translation>
    </message>
    <message>
        <source>&amp;Reopen the period…</source>
        <translation>&amp;Mở lại kỳ…</translation>
    </message>
    <message>
        <source>Show the preview again</source>
        <translation>Xem trước lại</translation>
    </message>
    <message>
        <source>&amp;Word…</source>
        <translation>&amp;Word…</translation>
    </message>
    <message>
        <source>&amp;Excel…</source>
        <translation>&amp;Excel…</translation>
    </message>
    <message>
        <source>PD&amp;F…</source>
        <translation>PD&amp;F…</translation>
    </message>
    <message>
        <source>This period is closed. The report below is the one that was approved.</source>
        <translation>Kỳ này đã chốt. Dưới đây là báo cáo đã được duyệt.</translation>
    </message>
    <message>
        <source>The centre has returned this report. Correct it, then close it again.</source>
        <translation>Trung tâm đã trả lại báo cáo này. Sửa rồi chốt lại kỳ.</translation>
    </message>
    <message>
        <source>Signature block</source>
        <translation>Phần ký</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of the checklist still ask for a look.</source>
        <translation>
            <numerusform>Còn %n điểm kiểm tra cần xem lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>The checklist is empty.</source>
        <translation>Không có điểm nào cần xem lại.</translation>
    </message>
</context>
<context>
    <name>SpanDetail</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>How firm</source>
        <translation>Mức độ đầy đủ</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Against last year</source>
        <translation>So cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>In per cent</source>
        <translation>Tỷ lệ (%)</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Có số liệu</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Không phát sinh</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Chưa có</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>The indicator by period</source>
        <translation>Chỉ tiêu theo kỳ</translation>
    </message>
    <message>
        <source>The indicator by group</source>
        <translation>Chỉ tiêu theo nhóm đơn vị</translation>
    </message>
    <message>
        <source>The indicator by office</source>
        <translation>Chỉ tiêu theo đơn vị</translation>
    </message>
    <message>
        <source>Activities of the office</source>
        <translation>Hoạt động của đơn vị</translation>
    </message>
    <message>
        <source>What to know about the figures</source>
        <translation>Những điểm cần lưu ý về số liệu</translation>
    </message>
    <message>
        <source>Press Enter on an office's figure to see the activities behind it.</source>
        <translation>Nhấn Enter ở số liệu của đơn vị để xem các hoạt động đã được tính.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>No activity stands behind this figure: the office stated it itself.</source>
        <translation>Không có hoạt động nào sau số liệu này: đơn vị tự nêu.</translation>
    </message>
    <message>
        <source>The plan has this figure as one total; there is no breakdown by office.</source>
        <translation>Kế hoạch chỉ có một tổng số cho chỉ tiêu này, không chia theo đơn vị.</translation>
    </message>
    <message>
        <source>Choose the figure of one period.</source>
        <translation>Hãy chọn số liệu của một kỳ.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Theo nhóm</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Theo đơn vị</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Whole span</source>
        <translation>Cả giai đoạn</translation>
    </message>
</context>
<context>
    <name>SpanHead</name>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Giai đoạn</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Kỳ đầu</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Kỳ cuối</translation>
    </message>
    <message>
        <source>By which organisation of offices</source>
        <translation>Theo tổ chức nào của các đơn vị</translation>
    </message>
    <message>
        <source>As reported then</source>
        <translation>Như khi báo cáo</translation>
    </message>
    <message>
        <source>As organised now</source>
        <translation>Theo tổ chức hiện nay</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Interim review, to the last deadline</source>
        <translation>Sơ kết, đến hạn gần nhất</translation>
    </message>
    <message>
        <source>Final review, the whole plan</source>
        <translation>Tổng kết, toàn bộ Kế hoạch</translation>
    </message>
    <message>
        <source>Signed as the tab Report says</source>
        <translation>Ký theo thông tin ở thẻ Báo cáo</translation>
    </message>
    <message>
        <source>&amp;Span:</source>
        <translation>&amp;Giai đoạn:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Từ:</translation>
    </message>
    <message>
        <source>T&amp;o:</source>
        <translation>Đến &amp;kỳ:</translation>
    </message>
    <message>
        <source>Off&amp;ices:</source>
        <translation>Đơn &amp;vị:</translation>
    </message>
    <message>
        <source>&amp;Task:</source>
        <translation>Nhiệ&amp;m vụ:</translation>
    </message>
    <message>
        <source>&amp;Word…</source>
        <translation>&amp;Word…</translation>
    </message>
    <message>
        <source>&amp;Excel…</source>
        <translation>&amp;Excel…</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>&amp;PDF…</translation>
    </message>
    <message>
        <source>Chosen periods</source>
        <translation>Các kỳ tự chọn</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Tất cả nhiệm vụ</translation>
    </message>
</context>
<context>
    <name>SpanPresenter</name>
    <message>
        <source>Save the report of several periods</source>
        <translation>Lưu báo cáo nhiều kỳ</translation>
    </message>
</context>
<context>
    <name>SpanTab</name>
    <message>
        <source>Indicators by period</source>
        <translation>Chỉ tiêu theo kỳ</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>How it is taken</source>
        <translation>Cách tính</translation>
    </message>
    <message>
        <source>Whole span</source>
        <translation>Cả giai đoạn</translation>
    </message>
</context>
<context>
    <name>StepWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>Quay &amp;lại</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Work is still going on</source>
        <translation>Công việc đang chạy</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and close this window? Nothing is left half done.</source>
        <translation>Một việc đang chạy. Dừng và đóng cửa sổ này? Không có gì bị bỏ dở.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Bước {number}/{count}</translation>
    </message>
    <message>
        <source>This cannot be stopped now. Please wait until it is finished.</source>
        <translation>Lúc này không dừng được. Xin chờ đến khi xong.</translation>
    </message>
</context>
<context>
    <name>StickList</name>
    <message>
        <source>Remove</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>Remove the chosen stick</source>
        <translation>Bỏ USB đang chọn</translation>
    </message>
    <message>
        <source>A stick</source>
        <translation>Một USB</translation>
    </message>
</context>
<context>
    <name>StickRow</name>
    <message>
        <source>No folder yet</source>
        <translation>Chưa chọn</translation>
    </message>
    <message>
        <source>Choose stick &amp;{number}…</source>
        <translation>Chọn USB &amp;{number}…</translation>
    </message>
    <message>
        <source>{folder} (not a removable drive)</source>
        <translation>{folder} (không phải USB)</translation>
    </message>
</context>
<context>
    <name>SticksDialog</name>
    <message>
        <source>PIN of the sticks</source>
        <translation>Mã PIN của các USB</translation>
    </message>
    <message>
        <source>Sticks that sign</source>
        <translation>USB để ký</translation>
    </message>
    <message>
        <source>Sticks with kit keys</source>
        <translation>USB có khóa cấu hình</translation>
    </message>
    <message>
        <source>&amp;Add a stick…</source>
        <translation>Thêm &amp;USB…</translation>
    </message>
    <message>
        <source>&amp;PIN of the sticks:</source>
        <translation>Mã &amp;PIN của các USB:</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message numerus="yes">
        <source>A kit needs %n stick(s)</source>
        <translation>
            <numerusform>Gói cấu hình cần %n USB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskChooser</name>
    <message>
        <source>Type a few letters of the task, with or without accents</source>
        <translation>Gõ vài chữ của nhiệm vụ, có dấu hoặc không dấu</translation>
    </message>
    <message>
        <source>Matching tasks</source>
        <translation>Nhiệm vụ phù hợp</translation>
    </message>
</context>
<context>
    <name>TaskPane</name>
    <message numerus="yes">
        <source>%n activity(ies) recorded in this period.</source>
        <translation>
            <numerusform>Đã ghi %n hoạt động trong kỳ này.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to report for this &amp;task</source>
        <translation>Nhiệm vụ này không &amp;phát sinh</translation>
    </message>
    <message>
        <source>Answers every question below that has no answer yet.</source>
        <translation>Trả lời mọi mục dưới đây chưa có câu trả lời.</translation>
    </message>
    <message>
        <source>{figure}, counted from the activities</source>
        <translation>{figure}, tính từ các hoạt động</translation>
    </message>
    <message>
        <source>{question}, if there is an answer</source>
        <translation>{question}, nếu có</translation>
    </message>
</context>
<context>
    <name>TextCheckMarks</name>
    <message>
        <source>Further places: {count}</source>
        <translation>Chỗ khác: {count}</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>The text is too long: at most {limit} characters.</source>
        <translation>Nội dung quá dài: tối đa {limit} ký tự.</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>This section is required. If there was nothing, write that nothing took place.</source>
        <translation>Phần này bắt buộc. Nếu không có việc gì, ghi là không phát sinh.</translation>
    </message>
    <message>
        <source>This section may stay empty.</source>
        <translation>Phần này có thể để trống.</translation>
    </message>
</context>
<context>
    <name>TextsTab</name>
    <message>
        <source>No office wrote anything here.</source>
        <translation>Chưa đơn vị nào viết nội dung này.</translation>
    </message>
    <message>
        <source>A section left empty says how many offices wrote, and refers to the annex.</source>
        <translation>Phần để trống sẽ nêu số đơn vị đã viết và dẫn đến phụ lục.</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>Các phần của báo cáo</translation>
    </message>
    <message>
        <source>Search what offices wrote</source>
        <translation>Tìm trong nội dung của đơn vị</translation>
    </message>
    <message>
        <source>What offices wrote</source>
        <translation>Nội dung của các đơn vị</translation>
    </message>
    <message>
        <source>&amp;Take over what is marked</source>
        <translation>&amp;Lấy phần đã chọn</translation>
    </message>
    <message>
        <source>&amp;Save this text</source>
        <translation>&amp;Ghi nội dung này</translation>
    </message>
    <message numerus="yes">
        <source>%n office(s) wrote here</source>
        <translation>
            <numerusform>%n đơn vị đã viết</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre's own text</source>
        <translation>Nội dung của trung tâm</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Các phần</translation>
    </message>
</context>
<context>
    <name>ToldList</name>
    <message>
        <source>Files that were opened</source>
        <translation>Các tệp đã mở</translation>
    </message>
</context>
<context>
    <name>TrustTab</name>
    <message>
        <source>Root key</source>
        <translation>Khóa gốc</translation>
    </message>
    <message>
        <source>signs the list of all keys; everything rests on it</source>
        <translation>ký danh sách mọi khóa; tất cả dựa vào khóa này</translation>
    </message>
    <message>
        <source>Kit key</source>
        <translation>Khóa cấu hình</translation>
    </message>
    <message>
        <source>signs kits for the offices</source>
        <translation>ký gói cấu hình cho các đơn vị</translation>
    </message>
    <message>
        <source>Receipt key</source>
        <translation>Khóa báo nhận</translation>
    </message>
    <message>
        <source>signs receipts and what is sent back</source>
        <translation>ký giấy báo nhận và những gì gửi trả</translation>
    </message>
    <message>
        <source>List of keys, version {no}, since {moment}</source>
        <translation>Danh sách khóa, bản {no}, từ {moment}</translation>
    </message>
    <message>
        <source>Kit {no} tells the offices: {file}. Until an office opens it, it knows the old keys only.</source>
        <translation>Gói cấu hình {no} báo cho các đơn vị: {file}. Đơn vị chưa mở gói này thì chỉ biết khóa cũ.</translation>
    </message>
    <message>
        <source>The keys are on this PC again, list of keys version {no}. Issue a kit now: it tells the offices.</source>
        <translation>Máy này đã có lại khóa, danh sách khóa bản {no}. Phát hành gói cấu hình ngay để báo cho các đơn vị.</translation>
    </message>
    <message>
        <source>Digits of the printed letter</source>
        <translation>Dãy số trên giấy gửi đơn vị</translation>
    </message>
    <message>
        <source>&amp;Renew keys…</source>
        <translation>&amp;Thay khóa…</translation>
    </message>
    <message>
        <source>&amp;Make keys again with the sticks…</source>
        <translation>Tạo &amp;lại khóa bằng các USB…</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) were renewed.</source>
        <translation>
            <numerusform>Đã thay %n khóa.</numerusform>
        </translation>
    </message>
    <message>
        <source>New sticks: {files}. Number them and keep them apart; destroy the old ones.</source>
        <translation>USB mới: {files}. Đánh số và cất riêng từng chiếc; hủy các USB cũ.</translation>
    </message>
    <message>
        <source>Digits of the printed letter for new offices:</source>
        <translation>Dãy số trên giấy cho đơn vị mới:</translation>
    </message>
    <message>
        <source>They stay the same for the whole life of this centre, whatever keys are renewed.</source>
        <translation>Dãy số này giữ nguyên suốt thời gian của trung tâm, dù thay khóa nào.</translation>
    </message>
    <message>
        <source>not on this PC</source>
        <translation>không có trên máy này</translation>
    </message>
    <message>
        <source>on sticks</source>
        <translation>trên USB</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>trên máy này</translation>
    </message>
    <message numerus="yes">
        <source>Keys do not expire, but these are %n day(s) old: renew them.</source>
        <translation>
            <numerusform>Khóa không tự hết hạn, nhưng các khóa này đã dùng %n ngày: hãy thay.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys do not expire by themselves. Renew them once a year, and at once when a stick or this PC is lost.</source>
        <translation>Khóa không tự hết hạn. Thay mỗi năm một lần, và thay ngay khi mất USB hoặc mất máy này.</translation>
    </message>
    <message>
        <source>{needed} of {count} must sign</source>
        <translation>cần {needed}/{count} khóa ký</translation>
    </message>
</context>
<context>
    <name>WaitingTab</name>
    <message>
        <source>Waiting files</source>
        <translation>Tệp đang chờ</translation>
    </message>
    <message>
        <source>Nothing of these files counts. Each is a copy of what came; it is tried again from here, the stick is not needed.</source>
        <translation>Nội dung các tệp này chưa được tính. Mỗi tệp là bản sao của tệp đã đến; thử lại ngay tại đây, không cần USB.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Đến lúc</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Lý do chờ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Thử lại</translation>
    </message>
    <message>
        <source>Try &amp;all again</source>
        <translation>Thử lại tất &amp;cả</translation>
    </message>
    <message>
        <source>Take &amp;off the list…</source>
        <translation>&amp;Bỏ khỏi danh sách…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>Ch&amp;i tiết…</translation>
    </message>
    <message>
        <source>A key of this office was admitted since: try again.</source>
        <translation>Khóa của đơn vị này đã được duyệt sau đó: hãy thử lại.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will not be tried again. The reason goes into the journal of the centre; the files are kept aside.</source>
        <translation>
            <numerusform>%n tệp sẽ không được thử lại. Lý do ghi vào nhật ký của trung tâm; các tệp được cất riêng.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take off</source>
        <translation>&amp;Bỏ ra</translation>
    </message>
    <message>
        <source>No file waits.</source>
        <translation>Không có tệp nào đang chờ.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) chosen.</source>
        <translation>
            <numerusform>Đã chọn %n tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>{office} (says the file)</source>
        <translation>{office} (theo tệp)</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw</source>
        <translation>Rút hoạt động</translation>
    </message>
    <message>
        <source>It no longer counts, but stays in the history.</source>
        <translation>Hoạt động không còn được tính, nhưng vẫn giữ trong lịch sử.</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Rút</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>Activities to withdraw: {count}</source>
        <translation>Số hoạt động sẽ rút: {count}</translation>
    </message>
</context>
<context>
    <name>Workbooks</name>
    <message>
        <source>Mistakes in the workbook</source>
        <translation>Lỗi trong bảng tính</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Correct these places, save the workbook and choose it again.</source>
        <translation>Chưa lấy gì từ bảng tính. Sửa các chỗ này, lưu bảng tính rồi chọn lại.</translation>
    </message>
    <message>
        <source>Workbook of offices</source>
        <translation>Bảng tính đơn vị</translation>
    </message>
    <message>
        <source>Workbook of the programme</source>
        <translation>Bảng tính kế hoạch</translation>
    </message>
    <message>
        <source>Save the workbook</source>
        <translation>Lưu bảng tính</translation>
    </message>
</context>
<context>
    <name>WritingStep</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Dừn&amp;g</translation>
    </message>
    <message>
        <source>Sealing, writing and comparing</source>
        <translation>Đóng gói, ghi và so sánh</translation>
    </message>
    <message>
        <source>Please leave the stick plugged in until this page says that it is done.</source>
        <translation>Để nguyên USB cho đến khi trang này báo xong.</translation>
    </message>
    <message>
        <source>{stage}, about {minutes} min left</source>
        <translation>{stage}, còn khoảng {minutes} phút</translation>
    </message>
    <message>
        <source>{stage}, about {seconds} s left</source>
        <translation>{stage}, còn khoảng {seconds} giây</translation>
    </message>
</context>
<context>
    <name>mail_url</name>
    <message numerus="yes">
        <source>%n file(s) of the program are attached, each in a message of its own. Telephone code: {code}</source>
        <translation>
            <numerusform>Có %n tệp của phần mềm, mỗi tệp đính kèm một thư riêng. Mã đọc qua điện thoại: {code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Report bundle of {office}</source>
        <translation>Gói báo cáo của {office}</translation>
    </message>
</context>
</TS>
