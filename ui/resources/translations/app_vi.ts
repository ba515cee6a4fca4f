<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What it does not protect against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not protect against harmful software on a PC whose keys are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not know whether what is typed is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its seal shows that a report is whole and from this office. It is not the legal digital signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No state secret belongs in it: a stamp of secrecy found in a text stops the sealing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It records the office&apos;s own work. It must not be used to list or watch people, accounts or posts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When PIN and recovery code are both lost, this PC is enrolled again with the centre.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityColumns</name>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number and symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityEditor</name>
    <message>
        <source>Recorded: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This activity is not recorded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what was typed as a draft, or discard it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep as draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished draft of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Tas&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activit&amp;y type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number and symbol of the d&amp;ocument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task first; its figures appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityTable</name>
    <message>
        <source>Activities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Words to the centre, if needed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;It is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words travel with the next bundle. Corrections count once the period is closed and sent again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>Enter a whole number, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentBox</name>
    <message>
        <source>Attach&amp;ments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop PDF, PNG, JPEG, Word or Excel files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attac&amp;h…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents and pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Back up &amp;now on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to a s&amp;tick or folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore the chosen copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} (a ledger that was replaced)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up, read back and checked: {file}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup on this PC is of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup on this PC is %n day(s) old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(about {seconds} s left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(about {minutes} min left)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>Back-up and care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stick or folder for the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup to be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the enrolment request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CentrePage</name>
    <message>
        <source>The centre is set up from the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre&apos;s windows are not finished. All of its work can be done from the command line:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to choose something else, or close.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangePinDialog</name>
    <message>
        <source>Change the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know the &amp;old PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have the printed &amp;recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New PIN:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN a&amp;gain:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 6 digits or letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery &amp;code:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old &amp;PIN:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two new PINs are not the same. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Reads the whole ledger and compares every record with its chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger is sound: every record fits its chain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistTab</name>
    <message>
        <source>Points to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n text(s) carry a stamp of secrecy. Remove them before anything is closed or sealed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n point(s) to look at. Press Enter or click to go there; you decide what has to be mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This period is closed, and nothing asks for a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing asks for a look: the period can be closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Approve and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing freezes figures and text. What is recorded for this period later is shown to the centre as a change. The period can be opened again with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;head of the office has read the report and approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed under the report: {signer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name and no title are given; their room on the paper stays empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustodyTable</name>
    <message>
        <source>Sealed bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemonstrationPage</name>
    <message>
        <source>A look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six offices with made-up activities, their signed reports, the centre&apos;s receipts and the compiled report. It takes about a minute; then the first office opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make the demonstration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Code for the telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code to read to the centre over the telephone:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n file(s) written, read back and compared: they are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stick can be removed now. If the system offers “Safely remove”, use it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach each file to a message of its own. The files may arrive in any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can be copied or sent from its folder as it is; do not rename or pack it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-over &amp;sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is &amp;handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Continue the dra&amp;ft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard draf&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished draft: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further drafts: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorButtons</name>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and &amp;add another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search, with or without accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporting period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All activity types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FingerprintPage</name>
    <message>
        <source>Compare with the printed letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre&apos;s letter on paper shows 24 digits in groups of four. Type them here; the program compares them with the kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Digits of the letter:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have &amp;no letter at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then nobody has checked yet that this kit is really the centre&apos;s. You can record at once, but read your number to the centre over the telephone before you hand over anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of 24 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The digits are the same: this kit is the centre&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStartWizard</name>
    <message>
        <source>Sổ Hoạt Động: first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the kit file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the 24 digits of the letter, or tick that you have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your office in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN needs at least 6 digits or letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two PINs are not the same. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Mark as handed o&amp;ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the f&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Write and compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the hand-over sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When and what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number and symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Tasks of this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not closed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None sealed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ recorded: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– coordinating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, drafts: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not closed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark of the centre: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre has not received everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions of: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not handed over yet: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup on a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last report bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Make new &amp;keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are here. Backups hold no keys: a new PC gets new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no keys, perhaps because it is new. Make new ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KitPage</name>
    <message>
        <source>Open the kit file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre gave it to you on a stick or by e-mail; its name begins with shd-kit. It holds the plan and the list of offices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet. You can also drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}
It says it comes from: {centre}. Offices in it: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Activities: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {count} activities fit; those recorded last are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows copied: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at most {count} activities to withdraw at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Locked. The PIN is asked for at the next sealing or opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is still going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is still running. Stop it and close the program? Nothing is left half done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MistakeTeller</name>
    <message>
        <source>What was saved is safe. The log lies in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the folder&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-up and care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewKeysDialog</name>
    <message>
        <source>New keys for this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Write down the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown only now. Keep it on paper in a safe place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Send the enrolment request to the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Read these digits to the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits for the telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code is &amp;written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>New keys for this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;PIN:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN &amp;again:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make new keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre has to approve the new keys over the telephone, as at the first start. Recording can go on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the same PIN twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>&amp;Understood</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Which office is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few letters are enough, with or without accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{office} (until {day})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodHead</name>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peri&amp;od:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period} is not closed yet: open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day was {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodPage</name>
    <message>
        <source>&amp;1  Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;2  Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;3  Sign and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is kept with the history and the centre sees it. Close the period again afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reopen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;PIN:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the PIN of this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is needed to seal reports and to open what the centre sends. The keys stay open until you lock them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Choose a PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 6 digits or letters. It is asked for when a report is sealed or an answer of the centre is opened, not for recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;PIN:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN a&amp;gain:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>Go to the &amp;period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed reports among them: {periods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period} is not closed: its records can be sent now, its report only after closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({place}), {free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{drive}, write-protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stick is plugged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;USB stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;e-mail, in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a &amp;folder, as one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticks that are plugged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size of a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts of at most {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note to the centre:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send everything &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also what the centre has confirmed; only when the centre asks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seal and write</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Rea&amp;son:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>No receipt has come from the centre yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number} of {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre has two histories of this office, after a restore or on a copied PC. The centre decides.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>&amp;Open files of the centre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts, kits and recovery bundles: choose them, or drop them on this page. Old ones do no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the centre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>New recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old code opens nothing any more once the new one is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;PIN:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>Remarks of the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n remark(s) of the centre to be answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every remark of the centre is answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
    <message>
        <source>Parts of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number cannot be read; it is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures by task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger on this PC is replaced by this copy. What was recorded after the copy was made is missing afterwards; what the centre has received, it can send back. The replaced ledger is kept among the backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I want to &amp;replace the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>The office is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can record at once. Three things remain, in this order:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Written: {file} and {sheet}. Print the sheet and give both to the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Keep the recovery code on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replaces a forgotten PIN and is not shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is on paper and &amp;kept safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Write the enrolment request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small file for the centre and a sheet to be signed. Settings can write them again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write to a stick or folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Read this number to the centre over the telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number for the telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ Hoạt Động: recovery code of this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to write the request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>What will this PC be used for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this PC. Nothing is sent anywhere by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reporting &amp;office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record activities and hand over the report. You need the kit file from the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compiling &amp;centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in the reports of all offices and compile them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a &amp;look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demonstration with made-up activities, apart from any real data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ook:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest &amp;e-mail part:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN and recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN opens the keys of this PC. If it is forgotten, the recovery code on paper replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the &amp;PIN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;recovery code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write the enrolment request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save a file for support…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log and the versions; nothing that was typed, no keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About the program…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to write the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a file for support</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignTab</name>
    <message>
        <source>Write the date as day/month/year, such as 15/06/2020.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This period is closed. The report below is the one that was approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the &amp;head:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Number:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays empty leaves its room on the paper. Lines of the title are parted by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve and close…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reopen the period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the preview again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PD&amp;F…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskChooser</name>
    <message>
        <source>Type a few letters of the task, with or without accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskPane</name>
    <message>
        <source>Nothing to report for this &amp;task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers every question below that has no answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question}, if there is an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure}, counted from the activities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextCheckMarks</name>
    <message>
        <source>Further places: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>The text is too long: at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>This section is required. If there was nothing, write that nothing took place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This section may stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToldList</name>
    <message>
        <source>Files that were opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer counts, but stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities to withdraw: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingStep</name>
    <message>
        <source>Sealing, writing and comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please leave the stick plugged in until this page says that it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, about {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}, about {seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mail_url</name>
    <message>
        <source>Report bundle of {office}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n file(s) of the program are attached, each in a message of its own. Telephone code: {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
