<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AuditTab</name>
    <message numerus="yes">
        <source>%n bundle(s) laid out, read back and compared, in {folder}.</source>
        <translation>
            <numerusform>%n bundle laid out, read back and compared, in {folder}.</numerusform>
            <numerusform>%n bundles laid out, read back and compared, in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) could not be laid out in all.</source>
        <translation>
            <numerusform>%n bundle could not be laid out in all.</numerusform>
            <numerusform>%n bundles could not be laid out in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s), {size} as they came.</source>
        <translation>
            <numerusform>%n bundle, {size} as they came.</numerusform>
            <numerusform>%n bundles, {size} as they came.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message numerus="yes">
        <source>The last backup on this PC is %n day(s) old.</source>
        <translation>
            <numerusform>The last backup on this PC is %n day old.</numerusform>
            <numerusform>The last backup on this PC is %n days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleList</name>
    <message numerus="yes">
        <source>%n bundle(s) chosen.</source>
        <translation>
            <numerusform>%n bundle chosen.</numerusform>
            <numerusform>%n bundles chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundlesTab</name>
    <message numerus="yes">
        <source>%n copy(ies) written and compared byte by byte, in {folder}.</source>
        <translation>
            <numerusform>%n copyy written and compared byte by byte, in {folder}.</numerusform>
            <numerusform>%n copy(ies) written and compared byte by byte, in {folder}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellStory</name>
    <message numerus="yes">
        <source>%n entry(ies) of this office have not come yet; an earlier bundle is missing.</source>
        <translation>
            <numerusform>%n entry of this office has not come yet; an earlier bundle is missing.</numerusform>
            <numerusform>%n entries of this office have not come yet; an earlier bundle is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the last day on time</source>
        <translation>
            <numerusform>%n day after the last day on time</numerusform>
            <numerusform>%n days after the last day on time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message numerus="yes">
        <source>%n key(s) of this office are in force. Ended keys count up to what has arrived here; both may stay when the office works on two PCs.</source>
        <translation>
            <numerusform>%n key of this office is in force. An ended key counts up to what has arrived here; both may stay when the office works on two PCs.</numerusform>
            <numerusform>%n keys of this office are in force. Ended keys count up to what has arrived here; both may stay when the office works on two PCs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistTab</name>
    <message numerus="yes">
        <source>%n text(s) carry a stamp of secrecy. Remove them before anything is closed or sealed.</source>
        <translation>
            <numerusform>%n text carries a stamp of secrecy. Remove it before anything is closed or sealed.</numerusform>
            <numerusform>%n texts carry a stamp of secrecy. Remove them before anything is closed or sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to look at. Press Enter or click to go there; you decide what has to be mended.</source>
        <translation>
            <numerusform>%n point to look at. Press Enter or click to go there; you decide what has to be mended.</numerusform>
            <numerusform>%n points to look at. Press Enter or click to go there; you decide what has to be mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message numerus="yes">
        <source>%n point(s) of the checklist are still open. They do not stop closing.</source>
        <translation>
            <numerusform>%n point of the checklist is still open. It does not stop closing.</numerusform>
            <numerusform>%n points of the checklist are still open. They do not stop closing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%n file(s) written, read back and compared: they are the same.</source>
        <translation>
            <numerusform>%n file written, read back and compared: it is the same.</numerusform>
            <numerusform>%n files written, read back and compared: they are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpHead</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment request(s)</source>
        <translation>
            <numerusform>%n enrolment request</numerusform>
            <numerusform>%n enrolment requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in quarantine</source>
        <translation>
            <numerusform>%n file in quarantine</numerusform>
            <numerusform>%n files in quarantine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message numerus="yes">
        <source>%n office(s)</source>
        <translation>
            <numerusform>%n office</numerusform>
            <numerusform>%n offices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBundlesPage</name>
    <message numerus="yes">
        <source>Keys were admitted since: %n waiting file(s) may be taken in now.</source>
        <translation>
            <numerusform>Keys were admitted since: %n waiting file may be taken in now.</numerusform>
            <numerusform>Keys were admitted since: %n waiting files may be taken in now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportStates</name>
    <message numerus="yes">
        <source>%n activity(ies) made or amended</source>
        <translation>
            <numerusform>%n activity made or amended</numerusform>
            <numerusform>%n activities made or amended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%n withdrawn</numerusform>
            <numerusform>%n withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were put among those that wait.</source>
        <translation>
            <numerusform>%n file was put among those that wait.</numerusform>
            <numerusform>%n files were put among those that wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) will be put among those that wait.</source>
        <translation>
            <numerusform>%n other file will be put among those that wait.</numerusform>
            <numerusform>%n other files will be put among those that wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment request(s) wait on the enrolment page.</source>
        <translation>
            <numerusform>%n enrolment request waits on the enrolment page.</numerusform>
            <numerusform>%n enrolment requests wait on the enrolment page.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enrolment request(s) will wait on the enrolment page.</source>
        <translation>
            <numerusform>%n enrolment request will wait on the enrolment page.</numerusform>
            <numerusform>%n enrolment requests will wait on the enrolment page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysLostDialog</name>
    <message numerus="yes">
        <source>%n stick(s) with root keys must sign.</source>
        <translation>
            <numerusform>%n stick with root keys must sign.</numerusform>
            <numerusform>%n sticks with root keys must sign.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KitTab</name>
    <message numerus="yes">
        <source>The offices do not know of %n change(s) yet: issue a kit.</source>
        <translation>
            <numerusform>The offices do not know of %n change yet: issue a kit.</numerusform>
            <numerusform>The offices do not know of %n changes yet: issue a kit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerTab</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListStep</name>
    <message numerus="yes">
        <source>&amp;Import %n bundle(s)</source>
        <translation>
            <numerusform>&amp;Import %n bundle</numerusform>
            <numerusform>&amp;Import %n bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep %n file(s) waiting</source>
        <translation>
            <numerusform>&amp;Keep %n file waiting</numerusform>
            <numerusform>&amp;Keep %n files waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficesTab</name>
    <message numerus="yes">
        <source>%n office(s) shown</source>
        <translation>
            <numerusform>%n office shown</numerusform>
            <numerusform>%n offices shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodHead</name>
    <message numerus="yes">
        <source>%n day(s) left, last day {date}</source>
        <translation>
            <numerusform>%n day left, last day {date}</numerusform>
            <numerusform>%n days left, last day {date}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message numerus="yes">
        <source>%n entry(ies) not yet confirmed by the centre.</source>
        <translation>
            <numerusform>%n entry not yet confirmed by the centre.</numerusform>
            <numerusform>%n entries not yet confirmed by the centre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre lacks %n entry(ies); the next bundle brings them by itself.</source>
        <translation>
            <numerusform>The centre lacks %n entry; the next bundle brings it by itself.</numerusform>
            <numerusform>The centre lacks %n entries; the next bundle brings them by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre lacks %n attachment(s); the next bundle brings them by itself.</source>
        <translation>
            <numerusform>The centre lacks %n attachment; the next bundle brings it by itself.</numerusform>
            <numerusform>The centre lacks %n attachments; the next bundle brings them by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) do not count, because the key of that time was ended.</source>
        <translation>
            <numerusform>%n entry does not count, because the key of that time was ended.</numerusform>
            <numerusform>%n entries do not count, because the key of that time was ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies) exist in several versions at the centre, which decides between them.</source>
        <translation>
            <numerusform>%n activity exists in several versions at the centre, which decides between them.</numerusform>
            <numerusform>%n activities exist in several versions at the centre, which decides between them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptsTab</name>
    <message numerus="yes">
        <source>%n receipt(s) written and read back, in {folder}.</source>
        <translation>
            <numerusform>%n receipt written and read back, in {folder}.</numerusform>
            <numerusform>%n receipts written and read back, in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n office(s) have no receipt of what the centre holds now.</source>
        <translation>
            <numerusform>%n office has no receipt of what the centre holds now.</numerusform>
            <numerusform>%n offices have no receipt of what the centre holds now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message numerus="yes">
        <source>%n remark(s) of the centre to be answered</source>
        <translation>
            <numerusform>%n remark of the centre to be answered</numerusform>
            <numerusform>%n remarks of the centre to be answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderDialog</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write %n letter(s)</source>
        <translation>
            <numerusform>&amp;Write %n letter</numerusform>
            <numerusform>&amp;Write %n letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message numerus="yes">
        <source>%n stick(s) with root keys must sign.</source>
        <translation>
            <numerusform>%n stick with a root key must sign.</numerusform>
            <numerusform>%n sticks with root keys must sign.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n empty stick(s).</source>
        <translation>
            <numerusform>Add %n empty stick.</numerusform>
            <numerusform>Add %n empty sticks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
    <message numerus="yes">
        <source>Frozen {moment}; since then %n figure(s) have changed.</source>
        <translation>
            <numerusform>Frozen {moment}; since then %n figure has changed.</numerusform>
            <numerusform>Frozen {moment}; since then %n figures have changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsPane</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsTab</name>
    <message numerus="yes">
        <source>%n request(s) taken.</source>
        <translation>
            <numerusform>%n request taken.</numerusform>
            <numerusform>%n requests taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) of this office have waited for it.</source>
        <translation>
            <numerusform>%n bundle of this office has waited for it.</numerusform>
            <numerusform>%n bundles of this office have waited for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more file(s) that are no requests</source>
        <translation>
            <numerusform>… and %n more file that is no request</numerusform>
            <numerusform>… and %n more files that are no requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n remark(s) go with it.</source>
        <translation>
            <numerusform>%n remark go with it.</numerusform>
            <numerusform>%n remarks go with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignTab</name>
    <message numerus="yes">
        <source>%n point(s) of the checklist still ask for a look.</source>
        <translation>
            <numerusform>%n point of the checklist still asks for a look.</numerusform>
            <numerusform>%n points of the checklist still ask for a look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SticksDialog</name>
    <message numerus="yes">
        <source>A kit needs %n stick(s)</source>
        <translation>
            <numerusform>A kit needs %n stick</numerusform>
            <numerusform>A kit needs %n sticks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskPane</name>
    <message numerus="yes">
        <source>%n activity(ies) recorded in this period.</source>
        <translation>
            <numerusform>%n activity recorded in this period.</numerusform>
            <numerusform>%n activities recorded in this period.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextsTab</name>
    <message numerus="yes">
        <source>%n office(s) wrote here</source>
        <translation>
            <numerusform>%n office wrote here</numerusform>
            <numerusform>%n offices wrote here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustTab</name>
    <message numerus="yes">
        <source>%n key(s) were renewed.</source>
        <translation>
            <numerusform>%n key was renewed.</numerusform>
            <numerusform>%n keys were renewed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys do not expire, but these are %n day(s) old: renew them.</source>
        <translation>
            <numerusform>Keys do not expire, but these are %n day old: renew them.</numerusform>
            <numerusform>Keys do not expire, but these are %n days old: renew them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingTab</name>
    <message numerus="yes">
        <source>%n file(s) will not be tried again. The reason goes into the journal of the centre; the files are kept aside.</source>
        <translation>
            <numerusform>%n file will not be tried again. The reason goes into the journal of the centre; the file is kept aside.</numerusform>
            <numerusform>%n files will not be tried again. The reason goes into the journal of the centre; the files are kept aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) chosen.</source>
        <translation>
            <numerusform>%n file chosen.</numerusform>
            <numerusform>%n files chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mail_url</name>
    <message numerus="yes">
        <source>%n file(s) of the program are attached, each in a message of its own. Telephone code: {code}</source>
        <translation>
            <numerusform>%n file of the program is attached. Telephone code: {code}</numerusform>
            <numerusform>%n files of the program are attached, each in a message of its own. Telephone code: {code}</numerusform>
        </translation>
    </message>
</context>
</TS>
