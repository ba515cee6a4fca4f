<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>It does not protect against harmful software on a PC whose keys are open.</source>
        <translation>Phần mềm không chống được mã độc trên máy đang mở khóa.</translation>
    </message>
    <message>
        <source>It does not know whether what is typed is true.</source>
        <translation>Phần mềm không biết nội dung đã nhập đúng hay sai sự thật.</translation>
    </message>
    <message>
        <source>Its seal shows that a report is whole and from this office. It is not the legal digital signature.</source>
        <translation>Dấu của phần mềm cho biết báo cáo còn nguyên vẹn và do đơn vị này lập; đó không phải chữ ký số theo quy định.</translation>
    </message>
    <message>
        <source>No state secret belongs in it: a stamp of secrecy found in a text stops the sealing.</source>
        <translation>Không ghi bí mật nhà nước vào sổ: có dấu chỉ độ mật trong nội dung thì không đóng gói được.</translation>
    </message>
    <message>
        <source>It records the office's own work. It must not be used to list or watch people, accounts or posts.</source>
        <translation>Sổ chỉ ghi việc của chính đơn vị; không dùng để lập danh sách hay theo dõi người dân, tài khoản, bài đăng.</translation>
    </message>
    <message>
        <source>When PIN and recovery code are both lost, this PC is enrolled again with the centre.</source>
        <translation>Nếu mất cả mã PIN và mã khôi phục, phải đăng ký lại máy này với trung tâm tổng hợp.</translation>
    </message>
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
    <name>CentrePage</name>
    <message>
        <source>The centre is set up from the command line</source>
        <translation>Trung tâm được thiết lập bằng dòng lệnh</translation>
    </message>
    <message>
        <source>The centre's windows are not finished. All of its work can be done from the command line:</source>
        <translation>Cửa sổ của trung tâm tổng hợp chưa làm xong. Mọi việc của trung tâm đều làm được bằng dòng lệnh:</translation>
    </message>
    <message>
        <source>Go back to choose something else, or close.</source>
        <translation>Quay lại để chọn cách dùng khác, hoặc đóng.</translation>
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
        <translation>&amp;Lập dữ liệu xem thử</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Thư mục: {folder}</translation>
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
    <message>
        <source>{count} of 24 digits</source>
        <translation>{count} trong 24 chữ số</translation>
    </message>
</context>
<context>
    <name>FirstStartWizard</name>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Bước {number} trên {count}</translation>
    </message>
    <message>
        <source>Sổ Hoạt Động: first start</source>
        <translation>Sổ Hoạt Động: khởi động lần đầu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Trước</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Sau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>&amp;Set up</source>
        <translation>Thiết &amp;lập</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Bắt đầu</translation>
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
    <name>HomePage</name>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Không có việc nào đang chờ.</translation>
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
        <source>What will be recorded</source>
        <translation>Nội dung sẽ ghi</translation>
    </message>
    <message>
        <source>Rows to be recorded</source>
        <translation>Các dòng sẽ ghi</translation>
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
        <source>No row can be recorded. Read the reasons, mend the workbook, choose it again.</source>
        <translation>Không dòng nào ghi được. Xem lý do, sửa bảng tính rồi chọn lại.</translation>
    </message>
    <message>
        <source>Headings across merged cells left aside: {count}.</source>
        <translation>Bỏ qua {count} dòng tiêu đề ở các ô gộp.</translation>
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
    <name>ImportWizard</name>
    <message>
        <source>Import activities from Excel</source>
        <translation>Nhập hoạt động từ Excel</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Locked. The PIN is asked for at the next sealing or opening.</source>
        <translation>Đã khóa. Lần đóng gói hoặc mở tệp sau sẽ hỏi mã PIN.</translation>
    </message>
    <message>
        <source>Work is still going on</source>
        <translation>Đang thực hiện dở</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and close the program? Nothing is left half done.</source>
        <translation>Một việc đang chạy. Dừng việc đó và đóng phần mềm? Không có gì bị bỏ dở nửa chừng.</translation>
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
</context>
<context>
    <name>NewKeysDialog</name>
    <message>
        <source>New keys for this PC</source>
        <translation>Khóa mới cho máy này</translation>
    </message>
    <message>
        <source>&amp;Save the request…</source>
        <translation>&amp;Ghi tệp đăng ký…</translation>
    </message>
    <message>
        <source>The recovery code is &amp;written down</source>
        <translation>Đã &amp;ghi mã khôi phục ra giấy</translation>
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
        <translation>Mã &amp;PIN:</translation>
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
    <name>ReasonDialog</name>
    <message>
        <source>Rea&amp;son:</source>
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
    <name>ReportFiles</name>
    <message>
        <source>Save the report</source>
        <translation>Kết xuất báo cáo</translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
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
        <source>Sổ Hoạt Động: recovery code of this PC</source>
        <translation>Sổ Hoạt Động: mã khôi phục của máy này</translation>
    </message>
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
    <name>SettingsPage</name>
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
        <source>PIN and recovery code</source>
        <translation>Mã PIN và mã khôi phục</translation>
    </message>
    <message>
        <source>Folders and support</source>
        <translation>Thư mục và hỗ trợ</translation>
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
    <name>ToldList</name>
    <message>
        <source>Files that were opened</source>
        <translation>Các tệp đã mở</translation>
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
