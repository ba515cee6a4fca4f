<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
