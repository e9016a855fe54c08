<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>khaotag</name>
    <message>
        <source>A chain needs at least two entities.</source>
        <translation>สายอ้างถึงต้องมีอย่างน้อยสองหน่วย</translation>
    </message>
    <message>
        <source>A file a level</source>
        <translation>แยกไฟล์</translation>
    </message>
    <message>
        <source>A label is for an entity; a relation is in focus.</source>
        <translation>ป้ายใช้กับหน่วย แต่ตอนนี้เลือกความสัมพันธ์อยู่</translation>
    </message>
    <message>
        <source>A note needs a text.</source>
        <translation>บันทึกต้องมีข้อความ</translation>
    </message>
    <message>
        <source>A relation needs two different entities.</source>
        <translation>ความสัมพันธ์ต้องมีสองหน่วยที่ต่างกัน</translation>
    </message>
    <message>
        <source>A row of {table} names a row of {parent} that is not there.</source>
        <translation>แถวใน {table} อ้างถึงแถวใน {parent} ที่ไม่มีอยู่</translation>
    </message>
    <message>
        <source>A server project needs the extra “server”: pip install 'khaotag[server]'.</source>
        <translation>โครงการบนเซิร์ฟเวอร์ต้องใช้ส่วนเสริม “server”: pip install 'khaotag[server]'</translation>
    </message>
    <message>
        <source>A size is WIDTHxHEIGHT in pixels, such as 1440x900, from 320x240 to 8000x8000.</source>
        <translation>ระบุขนาดเป็นกว้างxสูง หน่วยพิกเซล เช่น 1440x900 ตั้งแต่ 320x240 ถึง 8000x8000</translation>
    </message>
    <message>
        <source>A split is three shares such as 80/10/10.</source>
        <translation>การแบ่งชุดเขียนเป็นสามส่วน เช่น 80/10/10</translation>
    </message>
    <message>
        <source>A token cannot reach across a line end or an excluded stretch.</source>
        <translation>คำจะคร่อมท้ายบรรทัดหรือช่วงที่ตัดออกไม่ได้</translation>
    </message>
    <message>
        <source>A word of the dictionary is a stretch of one line, and not empty.</source>
        <translation>คำในพจนานุกรมต้องอยู่ในบรรทัดเดียวและไม่ว่าง</translation>
    </message>
    <message>
        <source>About Khaotag</source>
        <translation>เกี่ยวกับข่าวแท็ก</translation>
    </message>
    <message>
        <source>All</source>
        <translation>ทั้งหมด</translation>
    </message>
    <message>
        <source>All are news</source>
        <translation>เป็นเนื้อข่าวทั้งหมด</translation>
    </message>
    <message>
        <source>All labels ({n})</source>
        <translation>ทุกป้าย ({n})</translation>
    </message>
    <message>
        <source>All or nothing: any problem takes everything back</source>
        <translation>ทั้งหมดหรือไม่เอาเลย: พบปัญหาใดก็ย้อนกลับทั้งหมด</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>ทั้งหมด {n}</translation>
    </message>
    <message>
        <source>An edge of {what}, {start} to {end}, cut a character in two; widened to {wide_start} to {wide_end}.</source>
        <translation>ขอบของ {what} ที่ {start} ถึง {end} ตัดกลางตัวอักษร จึงขยายเป็น {wide_start} ถึง {wide_end}</translation>
    </message>
    <message>
        <source>An entity needs a range.</source>
        <translation>หน่วยต้องมีช่วงข้อความ</translation>
    </message>
    <message>
        <source>An entity that it joins cannot be written.</source>
        <translation>หน่วยที่ผูกอยู่เขียนลงรูปแบบนี้ไม่ได้</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>ติดป้าย</translation>
    </message>
    <message>
        <source>Apache License 2.0. Fonts: IBM Plex Sans Thai and Sarabun, SIL Open Font License.</source>
        <translation>สัญญาอนุญาต Apache 2.0 ฟอนต์ IBM Plex Sans Thai และ Sarabun ใช้สัญญาอนุญาต SIL Open Font License</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>บทความ</translation>
    </message>
    <message>
        <source>Article labels</source>
        <translation>ป้ายของบทความ</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>บทความ</translation>
    </message>
    <message>
        <source>Articles without the chosen layer are not written</source>
        <translation>บทความที่ไม่มีชั้นงานที่เลือกจะไม่ถูกส่งออก</translation>
    </message>
    <message>
        <source>As “{label}” this entity cannot keep its relation “{relation}”. Remove the relation first.</source>
        <translation>ถ้าเปลี่ยนเป็น “{label}” หน่วยนี้จะคงความสัมพันธ์ “{relation}” ไว้ไม่ได้ ลบความสัมพันธ์นั้นก่อน</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>คุณลักษณะ</translation>
    </message>
    <message>
        <source>By content</source>
        <translation>ดูจากเนื้อหา</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ยกเลิก</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>ยกเลิกแล้ว</translation>
    </message>
    <message>
        <source>Chain “{id}”: {reason}</source>
        <translation>สายอ้างอิง “{id}”: {reason}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>ครั้งที่</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>เลือกโฟลเดอร์</translation>
    </message>
    <message>
        <source>Choose an article on the left, or press Alt+PgDown.</source>
        <translation>เลือกบทความทางซ้าย หรือกด Alt+PgDown</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>ยืนยันทั้งหมด</translation>
    </message>
    <message>
        <source>Confirm all proposed exclusions of the article</source>
        <translation>ยืนยันช่วงนอกข่าวที่เสนอทั้งหมดของบทความ</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>คัดลอกรายละเอียด</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>คัดลอกรายละเอียด</translation>
    </message>
    <message>
        <source>Copy the original text</source>
        <translation>คัดลอกข้อความต้นฉบับ</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>คัดลอกรายงาน</translation>
    </message>
    <message>
        <source>Counting what this format cannot hold …</source>
        <translation>กำลังนับสิ่งที่รูปแบบนี้เก็บไม่ได้ …</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>มืด</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>ธีมมืด</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>ปลายทาง</translation>
    </message>
    <message>
        <source>Dismiss all proposed exclusions of the article</source>
        <translation>ปัดตกช่วงนอกข่าวที่เสนอทั้งหมดของบทความ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Done ones only</source>
        <translation>เฉพาะที่เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Done, next</source>
        <translation>เสร็จ ไปต่อ</translation>
    </message>
    <message>
        <source>Done, next article</source>
        <translation>เสร็จแล้ว ไปบทความถัดไป</translation>
    </message>
    <message>
        <source>Drop files or folders here. They stay where they are.</source>
        <translation>ลากไฟล์หรือโฟลเดอร์มาวางที่นี่ ต้นฉบับจะอยู่ที่เดิม</translation>
    </message>
    <message>
        <source>Empty lines and tabs in the note of “{id}” are left out.</source>
        <translation>บรรทัดว่างและแท็บในบันทึกของ “{id}” ถูกตัดออก</translation>
    </message>
    <message>
        <source>End of the article</source>
        <translation>ท้ายบทความ</translation>
    </message>
    <message>
        <source>End of the line</source>
        <translation>ท้ายบรรทัด</translation>
    </message>
    <message>
        <source>Enter opens the article. Ctrl+Z there takes your last step back.</source>
        <translation>กด Enter เพื่อเปิดบทความ แล้วกด Ctrl+Z เพื่อย้อนขั้นล่าสุดของคุณ</translation>
    </message>
    <message>
        <source>Entity and {count} relations removed · Ctrl+Z undoes it</source>
        <translation>ลบหน่วยและ {count} ความสัมพันธ์ · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Entity removed · Ctrl+Z undoes it</source>
        <translation>ลบหน่วยแล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Entity “{id}”: {reason}</source>
        <translation>หน่วย “{id}”: {reason}</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>บันทึกครบแล้ว</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ส่งออก</translation>
    </message>
    <message>
        <source>Export a dataset</source>
        <translation>ส่งออกชุดข้อมูล</translation>
    </message>
    <message>
        <source>Export a dataset …</source>
        <translation>ส่งออกชุดข้อมูล …</translation>
    </message>
    <message>
        <source>Export {n} articles</source>
        <translation>ส่งออก {n} บทความ</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>ส่งออกแล้ว</translation>
    </message>
    <message>
        <source>Extend by a phrase, or shrink the entity's start</source>
        <translation>ขยายทีละวลี หรือหดขอบต้นของหน่วย</translation>
    </message>
    <message>
        <source>Extend left by a phrase, or grow the entity's start</source>
        <translation>ขยายไปทางซ้ายทีละวลี หรือขยายขอบต้นของหน่วย</translation>
    </message>
    <message>
        <source>Extend left, or shrink the entity's end by a word</source>
        <translation>ขยายไปทางซ้าย หรือหดขอบท้ายของหน่วยหนึ่งคำ</translation>
    </message>
    <message>
        <source>Extend the selection a line down</source>
        <translation>ขยายส่วนที่เลือกลงหนึ่งบรรทัด</translation>
    </message>
    <message>
        <source>Extend the selection a line up</source>
        <translation>ขยายส่วนที่เลือกขึ้นหนึ่งบรรทัด</translation>
    </message>
    <message>
        <source>Extend the selection or the entity's end by a word</source>
        <translation>ขยายส่วนที่เลือกหรือขอบท้ายของหน่วยหนึ่งคำ</translation>
    </message>
    <message>
        <source>Extend the selection to the line's end</source>
        <translation>ขยายส่วนที่เลือกถึงท้ายบรรทัด</translation>
    </message>
    <message>
        <source>Extend the selection to the line's start</source>
        <translation>ขยายส่วนที่เลือกถึงต้นบรรทัด</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ไฟล์</translation>
    </message>
    <message>
        <source>Files …</source>
        <translation>ไฟล์ …</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>ค้นหาป้าย</translation>
    </message>
    <message>
        <source>Find a label by its name</source>
        <translation>ค้นหาป้ายจากชื่อ</translation>
    </message>
    <message>
        <source>Find an article or a command</source>
        <translation>ค้นหาบทความหรือคำสั่ง</translation>
    </message>
    <message>
        <source>Find or command</source>
        <translation>ค้นหาหรือสั่งงาน</translation>
    </message>
    <message>
        <source>Finding words …</source>
        <translation>กำลังตัดคำ …</translation>
    </message>
    <message>
        <source>Focus an entity first: Tab, or a click on its label</source>
        <translation>เลือกหน่วยก่อน: กด Tab หรือคลิกที่ป้าย</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>โฟลเดอร์หรือไฟล์</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>โฟลเดอร์ …</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>รูปแบบ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>จาก</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>จากไฟล์ …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ทำต่อ</translation>
    </message>
    <message>
        <source>Go to the article</source>
        <translation>ไปที่บทความ</translation>
    </message>
    <message>
        <source>Go to the history</source>
        <translation>ไปที่ประวัติ</translation>
    </message>
    <message>
        <source>Go to the relation's other end, or focus the entity here</source>
        <translation>ไปปลายอีกด้านของความสัมพันธ์ หรือเลือกหน่วยตรงนี้</translation>
    </message>
    <message>
        <source>Gold (adjudicated)</source>
        <translation>ชั้นทอง (ตัดสินแล้ว)</translation>
    </message>
    <message>
        <source>Gold, else the only one, else all</source>
        <translation>ชั้นทอง ถ้าไม่มีใช้ชั้นเดียวที่มี หรือทุกชั้น</translation>
    </message>
    <message>
        <source>Grow the entity's start by a character</source>
        <translation>ขยายขอบต้นของหน่วยหนึ่งตัวอักษร</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>แนวทาง</translation>
    </message>
    <message>
        <source>History</source>
        <translation>ประวัติ</translation>
    </message>
    <message>
        <source>I know what is lost</source>
        <translation>รับทราบรายการที่หายไป</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>นำเข้า</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>นำเข้าบทความ</translation>
    </message>
    <message>
        <source>Import articles …</source>
        <translation>นำเข้าบทความ …</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>กำลังทำ</translation>
    </message>
    <message>
        <source>In progress only</source>
        <translation>เฉพาะที่กำลังทำ</translation>
    </message>
    <message>
        <source>Incoming relations</source>
        <translation>ความสัมพันธ์เข้า</translation>
    </message>
    <message>
        <source>Innermost</source>
        <translation>ในสุด</translation>
    </message>
    <message>
        <source>It crosses the end of a paragraph.</source>
        <translation>คร่อมท้ายย่อหน้า</translation>
    </message>
    <message>
        <source>It holds line ends alone.</source>
        <translation>มีแต่การขึ้นบรรทัดใหม่</translation>
    </message>
    <message>
        <source>It is discontinuous.</source>
        <translation>เป็นหน่วยที่ไม่ต่อเนื่อง</translation>
    </message>
    <message>
        <source>It lies in an excluded stretch.</source>
        <translation>อยู่ในช่วงที่ตัดออก</translation>
    </message>
    <message>
        <source>It overlaps “{other}”, which has the tag.</source>
        <translation>ซ้อนทับกับ “{other}” ซึ่งได้แท็กไปแล้ว</translation>
    </message>
    <message>
        <source>It touches another {label} before it; IO tags cannot keep them apart.</source>
        <translation>ติดกับ {label} อีกหน่วยที่อยู่ก่อนหน้า แท็กแบบ IO แยกออกจากกันไม่ได้</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>เชื่อม</translation>
    </message>
    <message>
        <source>Jump to any visible word</source>
        <translation>กระโดดไปคำใดก็ได้ที่เห็น</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>ปุ่มลัด</translation>
    </message>
    <message>
        <source>Keys that work now</source>
        <translation>ปุ่มที่ใช้ได้ตอนนี้</translation>
    </message>
    <message>
        <source>Khaotag JSON Lines</source>
        <translation>JSONL ข่าวแท็ก</translation>
    </message>
    <message>
        <source>Khaotag projects</source>
        <translation>โครงการข่าวแท็ก</translation>
    </message>
    <message>
        <source>Khaotag {version}: a desktop app in which people tag Thai news.</source>
        <translation>ข่าวแท็ก {version}: โปรแกรมสำหรับติดป้ายข่าวไทย</translation>
    </message>
    <message>
        <source>Label the selection, relabel the entity</source>
        <translation>ติดป้ายส่วนที่เลือก หรือเปลี่ยนป้ายของหน่วย</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ป้าย</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
    <message>
        <source>Last opened: {name}</source>
        <translation>เปิดล่าสุด: {name}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>ไว้ทีหลัง</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>ชั้นงาน</translation>
    </message>
    <message>
        <source>Layer of {name}</source>
        <translation>ชั้นงานของ {name}</translation>
    </message>
    <message>
        <source>Leave the article view</source>
        <translation>ออกจากบทความ</translation>
    </message>
    <message>
        <source>Leave the article view backwards</source>
        <translation>ออกจากบทความย้อนทาง</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>สว่าง</translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation>สลับธีมสว่างหรือมืด</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>ธีมสว่าง</translation>
    </message>
    <message>
        <source>Look at the sample project</source>
        <translation>ดูโครงการตัวอย่าง</translation>
    </message>
    <message>
        <source>Looks like leftovers of a web page: {n}. What is confirmed is not exported.</source>
        <translation>มี {n} ช่วงที่ดูเป็นเศษจากหน้าเว็บ ช่วงที่ยืนยันแล้วจะไม่ถูกส่งออก</translation>
    </message>
    <message>
        <source>Make or open a project first, then drop articles.</source>
        <translation>สร้างหรือเปิดโครงการก่อน แล้วค่อยลากบทความมาวาง</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>สร้างโครงการ</translation>
    </message>
    <message>
        <source>Make the selection one word</source>
        <translation>ทำส่วนที่เลือกให้เป็นคำเดียว</translation>
    </message>
    <message>
        <source>Making the sample project …</source>
        <translation>กำลังสร้างโครงการตัวอย่าง …</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>ติดป้าย</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>เลื่อน</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>ชื่อ</translation>
    </message>
    <message>
        <source>Name a project, or list the bundled schemas with --list.</source>
        <translation>ระบุโครงการ หรือดูรายชื่อชุดป้ายที่มีมาให้ด้วย --list</translation>
    </message>
    <message>
        <source>Name the file or folder to write to.</source>
        <translation>ระบุไฟล์หรือโฟลเดอร์ปลายทาง</translation>
    </message>
    <message>
        <source>Nested</source>
        <translation>หน่วยซ้อน</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>โครงการใหม่</translation>
    </message>
    <message>
        <source>New project …</source>
        <translation>โครงการใหม่ …</translation>
    </message>
    <message>
        <source>News after all: dismiss the exclusion</source>
        <translation>เป็นเนื้อข่าว: ยกเลิกการตัดออก</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>บทความถัดไป</translation>
    </message>
    <message>
        <source>Next entity</source>
        <translation>หน่วยถัดไป</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>บรรทัดถัดไป</translation>
    </message>
    <message>
        <source>Next phrase</source>
        <translation>วลีถัดไป</translation>
    </message>
    <message>
        <source>Next relation of the entity</source>
        <translation>ความสัมพันธ์ถัดไปของหน่วย</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>คำถัดไป</translation>
    </message>
    <message>
        <source>No</source>
        <translation>ไม่ใช่</translation>
    </message>
    <message>
        <source>No article fits. Esc clears the search.</source>
        <translation>ไม่พบบทความ กด Esc เพื่อล้างการค้นหา</translation>
    </message>
    <message>
        <source>No articles yet. Ctrl+I imports some, or drop files here.</source>
        <translation>ยังไม่มีบทความ กด Ctrl+I เพื่อนำเข้า หรือลากไฟล์มาวางที่นี่</translation>
    </message>
    <message>
        <source>No entities</source>
        <translation>ไม่มีหน่วย</translation>
    </message>
    <message>
        <source>No format is known for this file. Name it with --format.</source>
        <translation>ไม่รู้จักรูปแบบของไฟล์นี้ ระบุด้วย --format</translation>
    </message>
    <message>
        <source>No label was used yet.</source>
        <translation>ยังไม่เคยใช้ป้ายใด</translation>
    </message>
    <message>
        <source>No permission for “{path}”.</source>
        <translation>ไม่มีสิทธิ์ใช้ “{path}”</translation>
    </message>
    <message>
        <source>No sentence of it can be read.</source>
        <translation>อ่านไม่ได้เลยสักประโยค</translation>
    </message>
    <message>
        <source>No word has these letters. Esc leaves.</source>
        <translation>ไม่มีคำที่ใช้อักษรนี้ กด Esc เพื่อออก</translation>
    </message>
    <message>
        <source>Nobody has tagged an article of this project yet.</source>
        <translation>ยังไม่มีใครติดป้ายบทความในโครงการนี้</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>ยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>Not news · not exported</source>
        <translation>ไม่ใช่เนื้อข่าว · ไม่ส่งออก</translation>
    </message>
    <message>
        <source>Not news: confirm or mark as excluded</source>
        <translation>ไม่ใช่เนื้อข่าว: ยืนยันหรือตัดออก</translation>
    </message>
    <message>
        <source>Not news?</source>
        <translation>ไม่ใช่เนื้อข่าว?</translation>
    </message>
    <message>
        <source>Not saved; the step was taken back.</source>
        <translation>บันทึกไม่ได้ ย้อนขั้นนี้กลับแล้ว</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>ไม่พบ</translation>
    </message>
    <message>
        <source>Nothing is proposed for exclusion in this article.</source>
        <translation>บทความนี้ไม่มีช่วงที่เสนอให้ตัดออก</translation>
    </message>
    <message>
        <source>Nothing of the text is left outside what is excluded.</source>
        <translation>นอกช่วงที่ตัดออกแล้วไม่เหลือข้อความเลย</translation>
    </message>
    <message>
        <source>Offset {at} is not inside a token.</source>
        <translation>ตำแหน่ง {at} ไม่ได้อยู่กลางคำ</translation>
    </message>
    <message>
        <source>Offset {at} lies inside a character that cannot be cut.</source>
        <translation>ตำแหน่ง {at} อยู่กลางตัวอักษรที่แยกไม่ได้</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>ถอยหนึ่งขั้น</translation>
    </message>
    <message>
        <source>One page down</source>
        <translation>ลงหนึ่งหน้า</translation>
    </message>
    <message>
        <source>One page up</source>
        <translation>ขึ้นหนึ่งหน้า</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>เปิดโครงการ</translation>
    </message>
    <message>
        <source>Open a project …</source>
        <translation>เปิดโครงการ …</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>เปิดโครงการตัวอย่าง</translation>
    </message>
    <message>
        <source>Or drop a project, articles or a folder of them on this window.</source>
        <translation>หรือลากโครงการ บทความ หรือโฟลเดอร์มาวางบนหน้าต่างนี้</translation>
    </message>
    <message>
        <source>Outermost</source>
        <translation>นอกสุด</translation>
    </message>
    <message>
        <source>Outgoing relations</source>
        <translation>ความสัมพันธ์ออก</translation>
    </message>
    <message>
        <source>Paragraph {n} · offset {place}</source>
        <translation>ย่อหน้า {n} · ตำแหน่ง {place}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>ตัวอย่างผลลัพธ์</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>บทความก่อนหน้า</translation>
    </message>
    <message>
        <source>Previous entity</source>
        <translation>หน่วยก่อนหน้า</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>บรรทัดก่อนหน้า</translation>
    </message>
    <message>
        <source>Previous phrase</source>
        <translation>วลีก่อนหน้า</translation>
    </message>
    <message>
        <source>Previous relation of the entity</source>
        <translation>ความสัมพันธ์ก่อนหน้าของหน่วย</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>คำก่อนหน้า</translation>
    </message>
    <message>
        <source>Progress {done}/{total}</source>
        <translation>คืบหน้า {done}/{total}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>ออกจากโปรแกรม</translation>
    </message>
    <message>
        <source>Reading font</source>
        <translation>ฟอนต์อ่านข่าว</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>ทำซ้ำ</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>สร้างความสัมพันธ์</translation>
    </message>
    <message>
        <source>Relate the entity to another</source>
        <translation>ผูกหน่วยนี้กับอีกหน่วย</translation>
    </message>
    <message>
        <source>Relate: no legal end is on screen · PgUp PgDn scroll · Shift+Space turns it round · Esc back</source>
        <translation>ผูก: ไม่มีปลายทางที่อนุญาตบนจอ · PgUp PgDn เลื่อนหน้า · Shift+Space สลับทิศ · Esc ถอย</translation>
    </message>
    <message>
        <source>Relate: press the relation's number · Esc back</source>
        <translation>ผูก: กดเลขของความสัมพันธ์ · Esc ถอย</translation>
    </message>
    <message>
        <source>Relate: type the letter of where it comes from · Shift+Space turns it round · Esc back</source>
        <translation>ผูก: พิมพ์อักษรของต้นทาง · Shift+Space สลับทิศ · Esc ถอย</translation>
    </message>
    <message>
        <source>Relate: type the letter of where it leads · Shift+Space turns it round · Esc back</source>
        <translation>ผูก: พิมพ์อักษรของปลายทาง · Shift+Space สลับทิศ · Esc ถอย</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>ความสัมพันธ์</translation>
    </message>
    <message>
        <source>Relation removed · Ctrl+Z undoes it</source>
        <translation>ลบความสัมพันธ์แล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Relation “{id}”: {reason}</source>
        <translation>ความสัมพันธ์ “{id}”: {reason}</translation>
    </message>
    <message>
        <source>Remove the entity</source>
        <translation>ลบหน่วย</translation>
    </message>
    <message>
        <source>Remove the entity with its relations, or the relation</source>
        <translation>ลบหน่วยพร้อมความสัมพันธ์ หรือลบความสัมพันธ์</translation>
    </message>
    <message>
        <source>Remove the relation</source>
        <translation>ลบความสัมพันธ์</translation>
    </message>
    <message>
        <source>SQLite reports: {line}</source>
        <translation>SQLite แจ้งว่า: {line}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>บันทึกแล้ว {time}</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>กำลังบันทึก …</translation>
    </message>
    <message>
        <source>Say who you are …</source>
        <translation>บอกว่าคุณคือใคร …</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>ชุดป้าย</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>ชุดป้าย</translation>
    </message>
    <message>
        <source>Search the titles</source>
        <translation>ค้นชื่อบทความ</translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation>ค้นในชื่อบทความ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>เมล็ดสุ่ม</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>เลือก</translation>
    </message>
    <message>
        <source>Select the paragraph</source>
        <translation>เลือกทั้งย่อหน้า</translation>
    </message>
    <message>
        <source>Select the word to teach first; with Alt the selection goes by character.</source>
        <translation>เลือกคำที่จะสอนก่อน กด Alt ค้างเพื่อเลือกทีละตัวอักษร</translation>
    </message>
    <message>
        <source>Select what is not news first.</source>
        <translation>เลือกส่วนที่ไม่ใช่เนื้อข่าวก่อน</translation>
    </message>
    <message>
        <source>Select what is one word first; with Alt the selection goes by character.</source>
        <translation>เลือกส่วนที่เป็นคำเดียวก่อน กด Alt ค้างเพื่อเลือกทีละตัวอักษร</translation>
    </message>
    <message>
        <source>Select words and press a label's key. Tab goes to the next entity.</source>
        <translation>เลือกคำแล้วกดปุ่มของป้าย กด Tab ไปหน่วยถัดไป</translation>
    </message>
    <message>
        <source>Selected: {surface}</source>
        <translation>เลือก: {surface}</translation>
    </message>
    <message>
        <source>Set the article done</source>
        <translation>ตั้งบทความเป็นเสร็จแล้ว</translation>
    </message>
    <message>
        <source>Set the article in progress</source>
        <translation>ตั้งบทความเป็นกำลังทำ</translation>
    </message>
    <message>
        <source>Set the article to do</source>
        <translation>ตั้งบทความเป็นยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>การตั้งค่า</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>การตั้งค่า …</translation>
    </message>
    <message>
        <source>Show or hide the article list</source>
        <translation>แสดงหรือซ่อนรายการบทความ</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>แสดงหรือซ่อนแผงรายละเอียด</translation>
    </message>
    <message>
        <source>Show the keys that work now</source>
        <translation>แสดงปุ่มที่ใช้ได้ตอนนี้</translation>
    </message>
    <message>
        <source>Shrink the entity's start by a character</source>
        <translation>หดขอบต้นของหน่วยหนึ่งตัวอักษร</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>ขนาด</translation>
    </message>
    <message>
        <source>Something failed inside Khaotag: {reason}</source>
        <translation>เกิดข้อผิดพลาดภายในข่าวแท็ก: {reason}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>แหล่งที่มา</translation>
    </message>
    <message>
        <source>Split into train, dev and test</source>
        <translation>แบ่งเป็นชุดฝึก พัฒนา และทดสอบ</translation>
    </message>
    <message>
        <source>Start of the article</source>
        <translation>ต้นบทความ</translation>
    </message>
    <message>
        <source>Start of the line</source>
        <translation>ต้นบรรทัด</translation>
    </message>
    <message>
        <source>Tag names and relations in Thai news. A project is one file on this machine.</source>
        <translation>ติดป้ายชื่อและความสัมพันธ์ในข่าวไทย โครงการหนึ่งคือไฟล์หนึ่งบนเครื่องนี้</translation>
    </message>
    <message>
        <source>Tag scheme</source>
        <translation>รหัสแท็ก</translation>
    </message>
    <message>
        <source>Teach the selection to the dictionary</source>
        <translation>สอนส่วนที่เลือกให้พจนานุกรม</translation>
    </message>
    <message>
        <source>Thai news.khaotag</source>
        <translation>ข่าวไทย.khaotag</translation>
    </message>
    <message>
        <source>Thai or English</source>
        <translation>สลับไทยหรืออังกฤษ</translation>
    </message>
    <message>
        <source>That changes nothing.</source>
        <translation>ไม่มีอะไรเปลี่ยน</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>ทำไม่สำเร็จ</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>นี่คือฉัน</translation>
    </message>
    <message>
        <source>That was the last article that was not done.</source>
        <translation>นั่นคือบทความสุดท้ายที่ยังไม่เสร็จ</translation>
    </message>
    <message>
        <source>The JSON is nested deeper than {limit} levels, which is the limit.</source>
        <translation>JSON ซ้อนลึกเกิน {limit} ชั้นซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The article has more than {limit} characters, which is the limit.</source>
        <translation>บทความยาวเกิน {limit} ตัวอักษรซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The article has {count} entities; the limit is {limit}.</source>
        <translation>บทความมี {count} หน่วย ขีดจำกัดคือ {limit}</translation>
    </message>
    <message>
        <source>The article view has a fault: {error}</source>
        <translation>ส่วนแสดงบทความขัดข้อง: {error}</translation>
    </message>
    <message>
        <source>The attribute “{name}” can be {choices}, not “{value}”.</source>
        <translation>คุณลักษณะ “{name}” เป็นได้แค่ {choices} ไม่ใช่ “{value}”</translation>
    </message>
    <message>
        <source>The attribute “{name}” is a text.</source>
        <translation>คุณลักษณะ “{name}” ต้องเป็นข้อความ</translation>
    </message>
    <message>
        <source>The attribute “{name}” is true or false.</source>
        <translation>คุณลักษณะ “{name}” ต้องเป็นจริงหรือเท็จ</translation>
    </message>
    <message>
        <source>The chain “{id}” has fewer than two entities.</source>
        <translation>สายอ้างถึง “{id}” มีไม่ถึงสองหน่วย</translation>
    </message>
    <message>
        <source>The counts of article number {number} are wrong.</source>
        <translation>จำนวนที่นับไว้ของบทความที่ {number} ไม่ถูกต้อง</translation>
    </message>
    <message>
        <source>The database of “{path}” reports: {reason}</source>
        <translation>ฐานข้อมูลของ “{path}” แจ้งว่า: {reason}</translation>
    </message>
    <message>
        <source>The disk of “{path}” is full. Nothing acknowledged was lost.</source>
        <translation>ดิสก์ของ “{path}” เต็ม สิ่งที่ยืนยันว่าบันทึกแล้วไม่หาย</translation>
    </message>
    <message>
        <source>The encoding “{encoding}” is unknown. Try utf-8, utf-16 or cp874.</source>
        <translation>ไม่รู้จักรหัสอักษร “{encoding}” ลอง utf-8, utf-16 หรือ cp874</translation>
    </message>
    <message>
        <source>The entity type “{label}” is archived.</source>
        <translation>ประเภทหน่วย “{label}” ถูกเก็บเข้ากรุแล้ว</translation>
    </message>
    <message>
        <source>The entity “{id}” has these edges already.</source>
        <translation>หน่วย “{id}” มีขอบเท่านี้อยู่แล้ว</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>อ่านไฟล์ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>The file ends with change {last}, but {seen} was acknowledged: its newest changes are missing. Look for a backup.</source>
        <translation>ไฟล์จบที่การเปลี่ยนแปลง {last} แต่เคยยืนยันถึง {seen} แล้ว: การเปลี่ยนแปลงล่าสุดหายไป หาสำเนาสำรอง</translation>
    </message>
    <message>
        <source>The file has {size} bytes; the limit is {limit}.</source>
        <translation>ไฟล์มี {size} ไบต์ ขีดจำกัดคือ {limit}</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ไฟล์ว่าง</translation>
    </message>
    <message>
        <source>The file is not valid {encoding} from here on.</source>
        <translation>ตั้งแต่ตรงนี้ไปไฟล์ไม่ใช่ {encoding} ที่ถูกต้อง</translation>
    </message>
    <message>
        <source>The file is not valid {encoding}.</source>
        <translation>ไฟล์ไม่ใช่ {encoding} ที่ถูกต้อง</translation>
    </message>
    <message>
        <source>The file is not valid {encoding}. Name another one with --encoding.</source>
        <translation>ไฟล์ไม่ใช่ {encoding} ที่ถูกต้อง ระบุรหัสอื่นด้วย --encoding</translation>
    </message>
    <message>
        <source>The first row names no column of texts; one must be called {names}. It has: {found}.</source>
        <translation>แถวแรกไม่มีคอลัมน์ข้อความ ต้องมีคอลัมน์ชื่อ {names} แต่พบ: {found}</translation>
    </message>
    <message>
        <source>The folder cannot be read: {reason}.</source>
        <translation>อ่านโฟลเดอร์นี้ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>The format “{name}” cannot be read. These can: {names}.</source>
        <translation>อ่านรูปแบบ “{name}” ไม่ได้ ที่อ่านได้คือ: {names}</translation>
    </message>
    <message>
        <source>The format “{name}” cannot be written. These can: {names}.</source>
        <translation>เขียนรูปแบบ “{name}” ไม่ได้ ที่เขียนได้คือ: {names}</translation>
    </message>
    <message>
        <source>The fragments [{start}, {end}) and the one before overlap.</source>
        <translation>ช่วงย่อย [{start}, {end}) ทับกับช่วงก่อนหน้า</translation>
    </message>
    <message>
        <source>The fragments overlap or are out of order.</source>
        <translation>ช่วงย่อยทับกันหรือไม่เรียงลำดับ</translation>
    </message>
    <message>
        <source>The fragments overlap.</source>
        <translation>ช่วงย่อยทับกัน</translation>
    </message>
    <message>
        <source>The gold layer is filled by adjudication, not edited under its own name.</source>
        <translation>ชั้นทองได้มาจากการตัดสิน แก้ในชื่อนี้โดยตรงไม่ได้</translation>
    </message>
    <message>
        <source>The id {wanted} belongs to another text; this one is called {given}.</source>
        <translation>รหัส {wanted} เป็นของข้อความอื่น ข้อความนี้ใช้รหัส {given}</translation>
    </message>
    <message>
        <source>The id “{id}” is taken in this layer.</source>
        <translation>รหัส “{id}” ถูกใช้แล้วในชั้นงานนี้</translation>
    </message>
    <message>
        <source>The language is said as --lang th or --lang en.</source>
        <translation>ระบุภาษาเป็น --lang th หรือ --lang en</translation>
    </message>
    <message>
        <source>The layer has the status “{status}” already.</source>
        <translation>ชั้นงานมีสถานะ “{status}” อยู่แล้ว</translation>
    </message>
    <message>
        <source>The layer of {annotator} has no mark “{id}”.</source>
        <translation>ชั้นงานของ {annotator} ไม่มีป้าย “{id}”</translation>
    </message>
    <message>
        <source>The layer of {annotator} has no relation “{id}”.</source>
        <translation>ชั้นงานของ {annotator} ไม่มีความสัมพันธ์ “{id}”</translation>
    </message>
    <message>
        <source>The layer of {annotator} in {article} is not what was committed: its rows were damaged or lost.</source>
        <translation>ชั้นงานของ {annotator} ใน {article} ไม่ตรงกับที่บันทึกไว้: มีแถวเสียหายหรือสูญหาย</translation>
    </message>
    <message>
        <source>The line has more than {limit} bytes, which is the limit.</source>
        <translation>บรรทัดยาวเกิน {limit} ไบต์ซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The line has not {count} columns but {found}: {line}</source>
        <translation>บรรทัดควรมี {count} คอลัมน์ แต่มี {found}: {line}</translation>
    </message>
    <message>
        <source>The line holds half a surrogate pair; it is damaged (character {at}).</source>
        <translation>บรรทัดมีคู่รหัสแทนแค่ครึ่งเดียว ข้อมูลเสียหาย (อักขระที่ {at})</translation>
    </message>
    <message>
        <source>The line is JSON, but not an object.</source>
        <translation>บรรทัดเป็น JSON แต่ไม่ใช่ออบเจกต์</translation>
    </message>
    <message>
        <source>The line is not JSON: {reason}.</source>
        <translation>บรรทัดไม่ใช่ JSON: {reason}</translation>
    </message>
    <message>
        <source>The line is not a JSON object.</source>
        <translation>บรรทัดไม่ใช่ออบเจกต์ JSON</translation>
    </message>
    <message>
        <source>The line is not valid JSON (character {at}): {reason}.</source>
        <translation>บรรทัดเป็น JSON ที่ไม่ถูกต้อง (อักขระที่ {at}): {reason}</translation>
    </message>
    <message>
        <source>The line is not valid UTF-8. Name its encoding with --encoding.</source>
        <translation>บรรทัดไม่ใช่ UTF-8 ที่ถูกต้อง ระบุรหัสอักษรด้วย --encoding</translation>
    </message>
    <message>
        <source>The line is of version {version} of the format; this program reads version {known}.</source>
        <translation>บรรทัดนี้เป็นรูปแบบรุ่น {version} แต่โปรแกรมนี้อ่านรุ่น {known}</translation>
    </message>
    <message>
        <source>The name “gold” is kept for the adjudicated layer. Choose another one.</source>
        <translation>ชื่อ “gold” สงวนไว้ให้ชั้นที่ตัดสินแล้ว เลือกชื่ออื่น</translation>
    </message>
    <message>
        <source>The offset {at} is negative.</source>
        <translation>ตำแหน่ง {at} ติดลบ</translation>
    </message>
    <message>
        <source>The offset {at} is past the end of the text ({length} code points).</source>
        <translation>ตำแหน่ง {at} เลยท้ายข้อความ ({length} โค้ดพอยต์)</translation>
    </message>
    <message>
        <source>The offsets {start} and {end} are reversed.</source>
        <translation>ตำแหน่ง {start} กับ {end} สลับกัน</translation>
    </message>
    <message>
        <source>The picture is a PNG file: “{path}” needs the ending .png.</source>
        <translation>ภาพเป็นไฟล์ PNG “{path}” ต้องลงท้ายด้วย .png</translation>
    </message>
    <message>
        <source>The range {start} to {end} is empty.</source>
        <translation>ช่วง {start} ถึง {end} ว่าง</translation>
    </message>
    <message>
        <source>The relation type “{label}” is archived.</source>
        <translation>ประเภทความสัมพันธ์ “{label}” ถูกเก็บเข้ากรุแล้ว</translation>
    </message>
    <message>
        <source>The relation {id} of {annotator}: “{label}” may not lead from {head} to {tail}. It is kept, and listed by “khaotag check”.</source>
        <translation>ความสัมพันธ์ {id} ของ {annotator}: “{label}” โยงจาก {head} ไป {tail} ไม่ได้ เก็บไว้ให้และแสดงใน “khaotag check”</translation>
    </message>
    <message>
        <source>The relation “{relation}” joins “{label}”, which is no entity type.</source>
        <translation>ความสัมพันธ์ “{relation}” เชื่อม “{label}” ซึ่งไม่ใช่ประเภทหน่วย</translation>
    </message>
    <message>
        <source>The row cannot be read: {reason}.</source>
        <translation>อ่านแถวไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>The row has {count} columns, the header {expected}.</source>
        <translation>แถวมี {count} คอลัมน์ แต่หัวตารางมี {expected}</translation>
    </message>
    <message>
        <source>The same by a character</source>
        <translation>เช่นเดียวกันทีละตัวอักษร</translation>
    </message>
    <message>
        <source>The same stretch is marked as “{label}” already.</source>
        <translation>ช่วงเดียวกันนี้ติดป้าย “{label}” อยู่แล้ว</translation>
    </message>
    <message>
        <source>The same to the left by a character</source>
        <translation>เช่นเดียวกันไปทางซ้ายทีละตัวอักษร</translation>
    </message>
    <message>
        <source>The schema cannot be read: {reason}.</source>
        <translation>อ่านชุดป้ายไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>The schema had no type {labels}; it was added.</source>
        <translation>ชุดป้ายไม่มีประเภท {labels} จึงเพิ่มให้แล้ว</translation>
    </message>
    <message>
        <source>The schema has no article label “{label}”.</source>
        <translation>ชุดป้ายไม่มีป้ายบทความ “{label}”</translation>
    </message>
    <message>
        <source>The schema has no entity type “{label}”.</source>
        <translation>ชุดป้ายไม่มีประเภทหน่วย “{label}”</translation>
    </message>
    <message>
        <source>The schema has no entity types.</source>
        <translation>ชุดป้ายไม่มีประเภทหน่วย</translation>
    </message>
    <message>
        <source>The schema has no relation type “{label}”.</source>
        <translation>ชุดป้ายไม่มีประเภทความสัมพันธ์ “{label}”</translation>
    </message>
    <message>
        <source>The schema has no type {labels}.</source>
        <translation>ชุดป้ายไม่มีประเภท {labels}</translation>
    </message>
    <message>
        <source>The schema lacks the key {key}.</source>
        <translation>ชุดป้ายขาดคีย์ {key}</translation>
    </message>
    <message>
        <source>The status can be todo, in_progress or done, not “{status}”.</source>
        <translation>สถานะเป็นได้แค่ todo, in_progress หรือ done ไม่ใช่ “{status}”</translation>
    </message>
    <message>
        <source>The text has {length} code points; the limit is {limit}.</source>
        <translation>ข้อความมี {length} โค้ดพอยต์ ขีดจำกัดคือ {limit}</translation>
    </message>
    <message>
        <source>The text holds half a surrogate pair (U+{code}) at {at}; it is damaged.</source>
        <translation>ข้อความมีคู่รหัสแทนแค่ครึ่งเดียว (U+{code}) ที่ {at} ข้อมูลเสียหาย</translation>
    </message>
    <message>
        <source>The text is neither UTF-8, UTF-16 with a BOM nor Thai Windows-874. Name its encoding with --encoding.</source>
        <translation>ข้อความไม่ใช่ UTF-8, UTF-16 ที่มี BOM หรือ Windows-874 ระบุรหัสอักษรด้วย --encoding</translation>
    </message>
    <message>
        <source>The text of {article} is not what was imported.</source>
        <translation>ข้อความของ {article} ไม่ตรงกับตอนนำเข้า</translation>
    </message>
    <message>
        <source>The text of {article} is not what was imported. Run: khaotag check</source>
        <translation>ข้อความของ {article} ไม่ตรงกับที่นำเข้า ลองสั่ง khaotag check</translation>
    </message>
    <message>
        <source>The tokens overlap or are out of order at {at}.</source>
        <translation>คำทับกันหรือไม่เรียงลำดับที่ {at}</translation>
    </message>
    <message>
        <source>The window closes as soon as everything is saved.</source>
        <translation>หน้าต่างจะปิดทันทีที่บันทึกครบ</translation>
    </message>
    <message>
        <source>The {label} “{surface}” cut a character in two; it was widened to “{wide}”.</source>
        <translation>{label} “{surface}” ตัดกลางตัวอักษร จึงขยายเป็น “{wide}”</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>ธีม</translation>
    </message>
    <message>
        <source>There are no words where it lies.</source>
        <translation>ตรงที่หน่วยอยู่ไม่มีคำ</translation>
    </message>
    <message>
        <source>There is no article “{id}” in this project.</source>
        <translation>โครงการนี้ไม่มีบทความ “{id}”</translation>
    </message>
    <message>
        <source>There is no display, so the window was drawn into {picture}.</source>
        <translation>ไม่มีจอภาพ จึงวาดหน้าต่างลงใน {picture}</translation>
    </message>
    <message>
        <source>There is no file or folder “{path}”.</source>
        <translation>ไม่มีไฟล์หรือโฟลเดอร์ “{path}”</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>ไม่มีโฟลเดอร์ “{path}”</translation>
    </message>
    <message>
        <source>There is no gesture “{verb}”. There are: {known}.</source>
        <translation>ไม่มีคำสั่ง “{verb}” ที่มีคือ: {known}</translation>
    </message>
    <message>
        <source>There is no layer of “{name}”. There are: {known}.</source>
        <translation>ไม่มีชั้นงานของ “{name}” ที่มีคือ: {known}</translation>
    </message>
    <message>
        <source>There is no project at “{url}”. Make one with: khaotag new URL</source>
        <translation>ไม่มีโครงการที่ “{url}” สร้างด้วย: khaotag new URL</translation>
    </message>
    <message>
        <source>There is no project “{path}”. Make one with: khaotag new {path}</source>
        <translation>ไม่มีโครงการ “{path}” สร้างด้วย: khaotag new {path}</translation>
    </message>
    <message>
        <source>There is no schema “{name}”. There are: {known}; or name a .toml or .json file.</source>
        <translation>ไม่มีชุดป้าย “{name}” ที่มีคือ: {known} หรือระบุไฟล์ .toml หรือ .json</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>ไม่มีข้อความอยู่ในนั้น</translation>
    </message>
    <message>
        <source>There is no text in it: none of the fields {names} holds one.</source>
        <translation>ไม่มีข้อความอยู่ในนั้น: ไม่มีช่องใดใน {names} ที่เก็บข้อความ</translation>
    </message>
    <message>
        <source>There is no text: “{name}” must lie beside it.</source>
        <translation>ไม่มีข้อความ: ต้องมี “{name}” อยู่ข้างกัน</translation>
    </message>
    <message>
        <source>There is no view “{view}”. There are: {views}.</source>
        <translation>ไม่มีหน้า “{view}” ที่มีคือ: {views}</translation>
    </message>
    <message>
        <source>There is no word here to mark.</source>
        <translation>ตรงนี้ไม่มีคำให้ติดป้าย</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>ไม่มีอะไรให้ทำซ้ำ</translation>
    </message>
    <message>
        <source>There is nothing to undo or redo in this article.</source>
        <translation>บทความนี้ไม่มีอะไรให้เลิกทำหรือทำซ้ำ</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>ไม่มีอะไรให้เลิกทำ</translation>
    </message>
    <message>
        <source>These two entities have the relation “{label}” already.</source>
        <translation>สองหน่วยนี้มีความสัมพันธ์ “{label}” อยู่แล้ว</translation>
    </message>
    <message>
        <source>This export writes several files, so name a folder instead of “{path}”.</source>
        <translation>การส่งออกนี้เขียนหลายไฟล์ ระบุโฟลเดอร์แทน “{path}”</translation>
    </message>
    <message>
        <source>This format does not say where marks come from; {count} have an origin, score or votes.</source>
        <translation>รูปแบบนี้ไม่เก็บที่มาของเครื่องหมาย มี {count} รายการที่มีที่มา คะแนน หรือเสียงสนับสนุน</translation>
    </message>
    <message>
        <source>This format holds no attributes; {count} marks have some.</source>
        <translation>รูปแบบนี้ไม่เก็บคุณลักษณะ มี {count} รายการที่มีคุณลักษณะ</translation>
    </message>
    <message>
        <source>This format holds no chains; there are {count}.</source>
        <translation>รูปแบบนี้ไม่เก็บสายอ้างอิง มีอยู่ {count} สาย</translation>
    </message>
    <message>
        <source>This format holds no labels of articles; there are {count}.</source>
        <translation>รูปแบบนี้ไม่เก็บป้ายของบทความ มีอยู่ {count} ป้าย</translation>
    </message>
    <message>
        <source>This format holds no notes; there are {count}.</source>
        <translation>รูปแบบนี้ไม่เก็บบันทึก มีอยู่ {count} รายการ</translation>
    </message>
    <message>
        <source>This format holds no relations.</source>
        <translation>รูปแบบนี้ไม่มีที่เก็บความสัมพันธ์</translation>
    </message>
    <message>
        <source>This format holds one layer. Choose one with --layer: {known}.</source>
        <translation>รูปแบบนี้เก็บได้ชั้นเดียว เลือกด้วย --layer: {known}</translation>
    </message>
    <message>
        <source>This is a binary file, not text.</source>
        <translation>นี่เป็นไฟล์ไบนารี ไม่ใช่ข้อความ</translation>
    </message>
    <message>
        <source>This kind of line is unknown: {line}</source>
        <translation>ไม่รู้จักบรรทัดชนิดนี้: {line}</translation>
    </message>
    <message>
        <source>This project has no articles yet. Press Ctrl+I to import some, or drop files here.</source>
        <translation>โครงการนี้ยังไม่มีบทความ กด Ctrl+I เพื่อนำเข้า หรือลากไฟล์มาวางที่นี่</translation>
    </message>
    <message>
        <source>To</source>
        <translation>ไปยัง</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>ยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองใหม่</translation>
    </message>
    <message>
        <source>Turn the relation round</source>
        <translation>สลับทิศความสัมพันธ์</translation>
    </message>
    <message>
        <source>Two layers belong to the same annotator “{annotator}”.</source>
        <translation>มีสองชั้นงานของผู้ติดป้าย “{annotator}” คนเดียวกัน</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>เลิกทำ</translation>
    </message>
    <message>
        <source>Updating “{path}” would lose rows of {tables}; nothing was changed.</source>
        <translation>ถ้าปรับรุ่น “{path}” จะเสียแถวใน {tables} จึงไม่ได้เปลี่ยนอะไร</translation>
    </message>
    <message>
        <source>Use the last label again</source>
        <translation>ใช้ป้ายล่าสุดซ้ำ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ทำอะไร</translation>
    </message>
    <message>
        <source>What the next reader should know</source>
        <translation>สิ่งที่คนอ่านต่อควรรู้</translation>
    </message>
    <message>
        <source>When</source>
        <translation>เมื่อ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>ใคร</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>คุณคือใคร?</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>หน้าต่าง</translation>
    </message>
    <message>
        <source>Words cut at the edge of an entity; the entity stays whole</source>
        <translation>คำที่ถูกตัดตรงขอบหน่วย ตัวหน่วยยังครบ</translation>
    </message>
    <message>
        <source>Written files are read back and compared before they get their names.</source>
        <translation>เขียนเสร็จแล้วจะอ่านกลับมาเทียบก่อนตั้งชื่อไฟล์จริง</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ใช่</translation>
    </message>
    <message>
        <source>Your marks are kept in a layer of this name.</source>
        <translation>ป้ายของคุณจะเก็บในชั้นงานชื่อนี้</translation>
    </message>
    <message>
        <source>[{start}, {end}) is empty or reversed.</source>
        <translation>[{start}, {end}) ว่างหรือสลับกัน</translation>
    </message>
    <message>
        <source>[{start}, {end}) is not a run of two or more tokens.</source>
        <translation>[{start}, {end}) ไม่ใช่คำต่อเนื่องตั้งแต่สองคำขึ้นไป</translation>
    </message>
    <message>
        <source>[{start}, {end}) reaches past the text, which has {length} code points.</source>
        <translation>[{start}, {end}) เลยท้ายข้อความซึ่งมี {length} โค้ดพอยต์</translation>
    </message>
    <message>
        <source>a chain has at least two members.</source>
        <translation>สายอ้างถึงมีอย่างน้อยสองสมาชิก</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>a list of pairs of offsets</source>
        <translation>รายการของคู่ตำแหน่ง</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <source>a pair of whole numbers</source>
        <translation>คู่ของจำนวนเต็ม</translation>
    </message>
    <message>
        <source>a relation has two arguments.</source>
        <translation>ความสัมพันธ์มีสองปลาย</translation>
    </message>
    <message>
        <source>a table of entities</source>
        <translation>ตารางหน่วย</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>จำนวนเต็ม</translation>
    </message>
    <message>
        <source>add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ออบเจกต์ JSON</translation>
    </message>
    <message>
        <source>another one has the same id.</source>
        <translation>มีอีกรายการที่ใช้รหัสเดียวกัน</translation>
    </message>
    <message>
        <source>brat cannot tell the line ends at its edges or between its fragments from others.</source>
        <translation>brat แยกการขึ้นบรรทัดที่ขอบหรือระหว่างช่วงย่อยออกจากที่อื่นไม่ได้</translation>
    </message>
    <message>
        <source>brat holds attributes that are a line of text or a flag, not these of “{id}”: {names}.</source>
        <translation>brat เก็บคุณลักษณะได้แค่ข้อความบรรทัดเดียวหรือค่าใช่/ไม่ใช่ เก็บของ “{id}” เหล่านี้ไม่ได้: {names}</translation>
    </message>
    <message>
        <source>by their place, also under a Thai layout</source>
        <translation>ตำแหน่งปุ่มจริง ใช้ได้แม้เปิดแป้นไทย</translation>
    </message>
    <message>
        <source>changed a chain</source>
        <translation>แก้สายอ้างถึง</translation>
    </message>
    <message>
        <source>changed a label</source>
        <translation>เปลี่ยนป้าย</translation>
    </message>
    <message>
        <source>changed the schema</source>
        <translation>เปลี่ยนชุดป้าย</translation>
    </message>
    <message>
        <source>close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>cuts a character</source>
        <translation>ตัดกลางตัวอักษร</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>ชุดข้อมูล</translation>
    </message>
    <message>
        <source>decided on an exclusion</source>
        <translation>ตัดสินช่วงนอกข่าว</translation>
    </message>
    <message>
        <source>did a step again</source>
        <translation>ทำซ้ำ</translation>
    </message>
    <message>
        <source>direction marks</source>
        <translation>เครื่องหมายกำกับทิศทาง</translation>
    </message>
    <message>
        <source>dissolved a chain</source>
        <translation>ยุบสายอ้างถึง</translation>
    </message>
    <message>
        <source>doubled เ in place of แ</source>
        <translation>เ สองตัวแทน แ</translation>
    </message>
    <message>
        <source>from {origin}</source>
        <translation>จาก {origin}</translation>
    </message>
    <message>
        <source>holds everything</source>
        <translation>ครบทุกอย่าง</translation>
    </message>
    <message>
        <source>imported files</source>
        <translation>นำเข้าไฟล์</translation>
    </message>
    <message>
        <source>in {n} articles</source>
        <translation>ใน {n} บทความ</translation>
    </message>
    <message>
        <source>it has no label.</source>
        <translation>ไม่มีป้าย</translation>
    </message>
    <message>
        <source>it joins types that it may not join</source>
        <translation>เชื่อมชนิดที่เชื่อมกันไม่ได้</translation>
    </message>
    <message>
        <source>its relation type is not in the schema</source>
        <translation>โครงร่างป้ายไม่มีชนิดความสัมพันธ์นี้</translation>
    </message>
    <message>
        <source>its text is “{surface}”, but the article has “{expected}” there.</source>
        <translation>ข้อความคือ “{surface}” แต่ในบทความตรงนั้นคือ “{expected}”</translation>
    </message>
    <message>
        <source>its trigger {id} is a “{label}”, not a “{kind}”.</source>
        <translation>ตัวกระตุ้น {id} เป็น “{label}” ไม่ใช่ “{kind}”</translation>
    </message>
    <message>
        <source>its type is not in the schema</source>
        <translation>โครงร่างป้ายไม่มีชนิดนี้</translation>
    </message>
    <message>
        <source>its type may not be discontinuous</source>
        <translation>ชนิดนี้ไม่ให้ไม่ต่อเนื่อง</translation>
    </message>
    <message>
        <source>joined words</source>
        <translation>รวมคำ</translation>
    </message>
    <message>
        <source>lies outside the text</source>
        <translation>อยู่นอกข้อความ</translation>
    </message>
    <message>
        <source>marked an entity</source>
        <translation>ติดป้ายหน่วย</translation>
    </message>
    <message>
        <source>moved an edge</source>
        <translation>ขยับขอบ</translation>
    </message>
    <message>
        <source>names an entity that is not there</source>
        <translation>อ้างถึงหน่วยที่ไม่มีอยู่</translation>
    </message>
    <message>
        <source>nested in</source>
        <translation>ซ้อนใน</translation>
    </message>
    <message>
        <source>private-use letters</source>
        <translation>อักษรเขตใช้ส่วนตัว</translation>
    </message>
    <message>
        <source>proposed, confirmed or dismissed</source>
        <translation>proposed, confirmed หรือ dismissed</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <source>related two entities</source>
        <translation>ผูกสองหน่วย</translation>
    </message>
    <message>
        <source>removed a mark</source>
        <translation>ลบป้าย</translation>
    </message>
    <message>
        <source>removed a relation</source>
        <translation>ลบความสัมพันธ์</translation>
    </message>
    <message>
        <source>sara am in two parts</source>
        <translation>สระอำแยกเป็นสองส่วน</translation>
    </message>
    <message>
        <source>set article labels</source>
        <translation>ตั้งป้ายบทความ</translation>
    </message>
    <message>
        <source>set attributes</source>
        <translation>ตั้งคุณลักษณะ</translation>
    </message>
    <message>
        <source>set the status</source>
        <translation>ตั้งสถานะ</translation>
    </message>
    <message>
        <source>split a word</source>
        <translation>แยกคำ</translation>
    </message>
    <message>
        <source>taught a word</source>
        <translation>สอนคำใหม่</translation>
    </message>
    <message>
        <source>text and entities</source>
        <translation>ข้อความและหน่วย</translation>
    </message>
    <message>
        <source>text and stand-off marks</source>
        <translation>ข้อความและป้ายแยกไฟล์</translation>
    </message>
    <message>
        <source>the entity “{id}” is not there.</source>
        <translation>ไม่มีหน่วย “{id}”</translation>
    </message>
    <message>
        <source>the trigger “{id}” is not there.</source>
        <translation>ไม่มีตัวกระตุ้น “{id}”</translation>
    </message>
    <message>
        <source>todo, in_progress or done</source>
        <translation>todo, in_progress หรือ done</translation>
    </message>
    <message>
        <source>turned a relation round</source>
        <translation>สลับทิศความสัมพันธ์</translation>
    </message>
    <message>
        <source>undid a step</source>
        <translation>เลิกทำ</translation>
    </message>
    <message>
        <source>unreadable characters</source>
        <translation>อักขระที่อ่านไม่ออก</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>คำเตือน</translation>
    </message>
    <message>
        <source>words, one label each</source>
        <translation>โทเคน ป้ายเดียว</translation>
    </message>
    <message>
        <source>wrote a note</source>
        <translation>เขียนบันทึก</translation>
    </message>
    <message>
        <source>zero-width spaces</source>
        <translation>ช่องว่างกว้างศูนย์</translation>
    </message>
    <message>
        <source>{annotator} has another mark under the id “{id}”; it is left out.</source>
        <translation>{annotator} มีป้ายอื่นในรหัส “{id}” อยู่แล้ว จึงไม่รับรายการนี้</translation>
    </message>
    <message>
        <source>{articles} articles, {entities} entities and {relations} relations were written to {out}.</source>
        <translation>เขียน {articles} บทความ {entities} หน่วย และ {relations} ความสัมพันธ์ ลงใน {out} แล้ว</translation>
    </message>
    <message>
        <source>{article}, {annotator}: “{id}” does not fit the schema ({what}).</source>
        <translation>{article}, {annotator}: “{id}” ไม่เข้ากับชุดป้าย ({what})</translation>
    </message>
    <message>
        <source>{article}, {annotator}: “{id}” {what}.</source>
        <translation>{article}, {annotator}: “{id}” {what}</translation>
    </message>
    <message>
        <source>{count} × {name}. The text is kept as it came.</source>
        <translation>{name} {count} ตัว ข้อความคงไว้ตามต้นฉบับ</translation>
    </message>
    <message>
        <source>{done} of {total} read</source>
        <translation>อ่านแล้ว {done} จาก {total}</translation>
    </message>
    <message>
        <source>{id} was in the bin and is back.</source>
        <translation>{id} เคยอยู่ในถังขยะ นำกลับมาแล้ว</translation>
    </message>
    <message>
        <source>{id}: {reason}</source>
        <translation>{id}: {reason}</translation>
    </message>
    <message>
        <source>{imported} new articles, {duplicates} that were there already, {entities} entities, {relations} relations; {rejected} records rejected, {warnings} warnings.</source>
        <translation>บทความใหม่ {imported} มีอยู่แล้ว {duplicates} หน่วย {entities} ความสัมพันธ์ {relations} ไม่รับ {rejected} รายการ คำเตือน {warnings}</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} ตัวอักษร</translation>
    </message>
    <message>
        <source>{n} entities</source>
        <translation>{n} หน่วย</translation>
    </message>
    <message>
        <source>{n} fragments</source>
        <translation>{n} ช่วงย่อย</translation>
    </message>
    <message>
        <source>{n} of {all} labels</source>
        <translation>{n} จาก {all} ป้าย</translation>
    </message>
    <message>
        <source>{n} relations</source>
        <translation>{n} สัมพันธ์</translation>
    </message>
    <message>
        <source>{n} tokens · {name}</source>
        <translation>โทเคน {n} · {name}</translation>
    </message>
    <message>
        <source>{n} types</source>
        <translation>{n} ประเภท</translation>
    </message>
    <message>
        <source>{surface}, {label}, {number} of {count}</source>
        <translation>{surface}, {label}, {number} จาก {count}</translation>
    </message>
    <message>
        <source>{what} (takes back change {number})</source>
        <translation>{what} (ย้อนการเปลี่ยนแปลง {number})</translation>
    </message>
    <message>
        <source>“{article}” was read back differently from how it was written. {reason}</source>
        <translation>อ่าน “{article}” กลับมาแล้วไม่ตรงกับที่เขียน {reason}</translation>
    </message>
    <message>
        <source>“{body}” is not a label with its offsets.</source>
        <translation>“{body}” ไม่ใช่ป้ายพร้อมตำแหน่ง</translation>
    </message>
    <message>
        <source>“{id}” goes with a mark that is left out.</source>
        <translation>“{id}” ผูกอยู่กับเครื่องหมายที่ถูกตัดออก จึงไม่ได้นำเข้า</translation>
    </message>
    <message>
        <source>“{id}” has already the value “{value}” for {name}.</source>
        <translation>“{id}” มีค่า “{value}” สำหรับ {name} อยู่แล้ว</translation>
    </message>
    <message>
        <source>“{id}” has the label “{label}” already.</source>
        <translation>“{id}” มีป้าย “{label}” อยู่แล้ว</translation>
    </message>
    <message>
        <source>“{id}” stands twice under {kind}.</source>
        <translation>“{id}” อยู่ใน {kind} สองครั้ง</translation>
    </message>
    <message>
        <source>“{id}” was changed in the meantime, so this step cannot be applied.</source>
        <translation>“{id}” ถูกเปลี่ยนไปแล้วระหว่างนั้น จึงทำขั้นนี้ไม่ได้</translation>
    </message>
    <message>
        <source>“{key}” is {value}, but the fragments say {at}.</source>
        <translation>“{key}” คือ {value} แต่ช่วงย่อยบอกว่า {at}</translation>
    </message>
    <message>
        <source>“{key}” is {value}, not {expected}.</source>
        <translation>“{key}” คือ {value} ไม่ใช่ {expected}</translation>
    </message>
    <message>
        <source>“{key}” of {annotator}'s layer differs from what is there; the present value is kept.</source>
        <translation>“{key}” ในชั้นงานของ {annotator} ต่างจากที่มีอยู่ จึงคงค่าเดิมไว้</translation>
    </message>
    <message>
        <source>“{key}” of {id} differs from what is there; the present value is kept.</source>
        <translation>“{key}” ของ {id} ต่างจากที่มีอยู่ คงค่าเดิมไว้</translation>
    </message>
    <message>
        <source>“{label}” claims the key “{key}”, which is a command.</source>
        <translation>“{label}” ขอใช้ปุ่ม “{key}” ซึ่งเป็นปุ่มคำสั่ง</translation>
    </message>
    <message>
        <source>“{label}” has the pattern “{pattern}”; it can be solid, dash, dot or dash-dot.</source>
        <translation>“{label}” มีลายเส้น “{pattern}” ซึ่งเป็นได้แค่ solid, dash, dot หรือ dash-dot</translation>
    </message>
    <message>
        <source>“{label}” may not be discontinuous.</source>
        <translation>“{label}” เป็นหน่วยไม่ต่อเนื่องไม่ได้</translation>
    </message>
    <message>
        <source>“{label}” may not lead from {head} to {tail}.</source>
        <translation>“{label}” โยงจาก {head} ไป {tail} ไม่ได้</translation>
    </message>
    <message>
        <source>“{line}” is no reference such as “Reference T1 Wikipedia:534366”.</source>
        <translation>“{line}” ไม่ใช่การอ้างอิงแบบ “Reference T1 Wikipedia:534366”</translation>
    </message>
    <message>
        <source>“{name}” cannot be a person's name: use 1 to 64 characters without / \ : at its ends or inside.</source>
        <translation>“{name}” ใช้เป็นชื่อคนไม่ได้: ใช้ 1 ถึง 64 ตัวอักษร ไม่มี / \ : และไม่มีช่องว่างหัวท้าย</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” claim the same key “{key}”.</source>
        <translation>“{one}” กับ “{other}” ขอใช้ปุ่ม “{key}” เดียวกัน</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” may not cross.</source>
        <translation>“{one}” กับ “{other}” คร่อมกันไม่ได้</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” may not nest.</source>
        <translation>“{one}” กับ “{other}” ซ้อนกันไม่ได้</translation>
    </message>
    <message>
        <source>“{path}” cannot be opened for writing. Check the folder's permissions.</source>
        <translation>เปิด “{path}” เพื่อเขียนไม่ได้ ตรวจสิทธิ์ของโฟลเดอร์</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}.</source>
        <translation>อ่าน “{path}” ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>“{path}” cannot be written.</source>
        <translation>เขียน “{path}” ไม่ได้</translation>
    </message>
    <message>
        <source>“{path}” holds tables that are not Khaotag's: {names}.</source>
        <translation>“{path}” มีตารางที่ไม่ใช่ของข่าวแท็ก: {names}</translation>
    </message>
    <message>
        <source>“{path}” is a database of another program, not a Khaotag project.</source>
        <translation>“{path}” เป็นฐานข้อมูลของโปรแกรมอื่น ไม่ใช่โครงการข่าวแท็ก</translation>
    </message>
    <message>
        <source>“{path}” is a file. Name another folder for the export.</source>
        <translation>“{path}” เป็นไฟล์ ระบุโฟลเดอร์อื่นสำหรับการส่งออก</translation>
    </message>
    <message>
        <source>“{path}” is a folder, not a project.</source>
        <translation>“{path}” เป็นโฟลเดอร์ ไม่ใช่โครงการ</translation>
    </message>
    <message>
        <source>“{path}” is damaged or is not a Khaotag project.</source>
        <translation>“{path}” เสียหายหรือไม่ใช่โครงการข่าวแท็ก</translation>
    </message>
    <message>
        <source>“{path}” is locked by another program. Nothing was lost; try again.</source>
        <translation>“{path}” ถูกโปรแกรมอื่นล็อกไว้ ไม่มีอะไรหาย ลองใหม่อีกครั้ง</translation>
    </message>
    <message>
        <source>“{path}” is not a Khaotag project.</source>
        <translation>“{path}” ไม่ใช่โครงการข่าวแท็ก</translation>
    </message>
    <message>
        <source>“{path}” is open in another Khaotag ({holder}). Close it there, or wait, and try again.</source>
        <translation>“{path}” เปิดอยู่ในข่าวแท็กอีกหน้าต่าง ({holder}) ปิดที่นั่นหรือรอ แล้วลองใหม่</translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Choose another name.</source>
        <translation>“{path}” คือไฟล์โครงการเอง เลือกชื่ออื่น</translation>
    </message>
    <message>
        <source>“{path}” is there already. Choose another name.</source>
        <translation>มี “{path}” อยู่แล้ว เลือกชื่ออื่น</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Khaotag (format {version}; this one knows {known}). Update Khaotag.</source>
        <translation>“{path}” สร้างด้วยข่าวแท็กรุ่นใหม่กว่า (รูปแบบ {version} รุ่นนี้รู้จักถึง {known}) ปรับรุ่นข่าวแท็ก</translation>
    </message>
    <message>
        <source>“{path}” was opened for reading only.</source>
        <translation>“{path}” เปิดไว้อ่านอย่างเดียว</translation>
    </message>
    <message>
        <source>“{path}”: {reason}.</source>
        <translation>“{path}”: {reason}</translation>
    </message>
    <message>
        <source>“{tag}” is no tag such as O or B-PERSON.</source>
        <translation>“{tag}” ไม่ใช่แท็กอย่าง O หรือ B-PERSON</translation>
    </message>
    <message>
        <source>“{url}” is not a database URL.</source>
        <translation>“{url}” ไม่ใช่ URL ของฐานข้อมูล</translation>
    </message>
    <message>
        <source>⚠ What this format cannot hold</source>
        <translation>⚠ สิ่งที่รูปแบบนี้เก็บไม่ได้</translation>
    </message>
    <message>
        <source>✓ This format holds everything that is there</source>
        <translation>✓ รูปแบบนี้เก็บได้ครบทุกอย่างที่มี</translation>
    </message>
</context>
</TS>
