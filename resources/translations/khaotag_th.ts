<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th_TH">
<context>
    <name>khaotag</name>
    <message>
        <source>1 to 9 takes a version. N and P go to the next and the previous.</source>
        <translation>1–9 เลือกฉบับ · N และ P ไปข้อถัดไปและก่อนหน้า</translation>
    </message>
    <message>
        <source>95 % between {low} and {high}</source>
        <translation>ช่วงเชื่อมั่น 95 % ระหว่าง {low} ถึง {high}</translation>
    </message>
    <message>
        <source>A chain needs at least two entities.</source>
        <translation>สายอ้างถึงต้องมีอย่างน้อยสองหน่วย</translation>
    </message>
    <message>
        <source>A chain that was made later depends on this step, so it cannot be taken back alone.</source>
        <translation>สายโยงที่ทำทีหลังต้องใช้ขั้นตอนนี้ จึงเลิกทำเฉพาะขั้นนี้ไม่ได้</translation>
    </message>
    <message>
        <source>A click or Space gives an article to somebody or takes it back; layers stay. Ctrl+Z takes a step back.</source>
        <translation>คลิกหรือกด Space เพื่อมอบหมายหรือเรียกบทความคืน ชั้นงานยังอยู่เหมือนเดิม กด Ctrl+Z เพื่อเลิกทำ</translation>
    </message>
    <message>
        <source>A faint line under each word</source>
        <translation>เส้นจางใต้แต่ละคำ</translation>
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
        <source>A line has more than {limit} bytes, which is the limit.</source>
        <translation>มีบรรทัดที่ยาวเกิน {limit} ไบต์ซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>A mapping is written THEIRS=OURS, not “{pair}”.</source>
        <translation>การจับคู่เขียนเป็น ของเขา=ของเรา (THEIRS=OURS) ไม่ใช่ “{pair}”</translation>
    </message>
    <message>
        <source>A mark needs at least one vote, not {votes}.</source>
        <translation>ป้ายต้องได้อย่างน้อยหนึ่งเสียง ไม่ใช่ {votes}</translation>
    </message>
    <message>
        <source>A new name is given as OLD=NEW, not “{pair}”.</source>
        <translation>ชื่อใหม่เขียนเป็น ชื่อเดิม=ชื่อใหม่ (OLD=NEW) ไม่ใช่ “{pair}”</translation>
    </message>
    <message>
        <source>A new type</source>
        <translation>ป้ายใหม่</translation>
    </message>
    <message>
        <source>A note needs a text.</source>
        <translation>บันทึกต้องมีข้อความ</translation>
    </message>
    <message>
        <source>A note or a question, then Enter</source>
        <translation>เขียนบันทึกหรือคำถาม แล้วกด Enter</translation>
    </message>
    <message>
        <source>A part of the file holds more than {limit} values in one column.</source>
        <translation>ส่วนหนึ่งของไฟล์มีค่ามากกว่า {limit} ค่าในคอลัมน์เดียว</translation>
    </message>
    <message>
        <source>A part of the file unpacks to {size} bytes; the limits are {limit} bytes and {ratio} times its size.</source>
        <translation>ส่วนหนึ่งของไฟล์ขยายออกเป็น {size} ไบต์ ขีดจำกัดคือ {limit} ไบต์ และ {ratio} เท่าของขนาดเดิม</translation>
    </message>
    <message>
        <source>A recipe's name has 1 to {limit} characters.</source>
        <translation>ชื่อการตั้งค่ามีได้ 1 ถึง {limit} ตัวอักษร</translation>
    </message>
    <message>
        <source>A relation has no edges of its own. Change the entities that it joins.</source>
        <translation>ความสัมพันธ์ไม่มีขอบเขตของตัวเอง ให้แก้หน่วยที่มันเชื่อม</translation>
    </message>
    <message>
        <source>A relation names the entity {index}; there are {count}.</source>
        <translation>ความสัมพันธ์อ้างถึงหน่วยที่ {index} แต่มีอยู่ {count} หน่วย</translation>
    </message>
    <message>
        <source>A relation needs two different entities.</source>
        <translation>ความสัมพันธ์ต้องมีสองหน่วยที่ต่างกัน</translation>
    </message>
    <message>
        <source>A relation that was made later depends on this step, so it cannot be taken back alone.</source>
        <translation>ความสัมพันธ์ที่ทำทีหลังต้องใช้ขั้นตอนนี้ จึงเลิกทำเฉพาะขั้นนี้ไม่ได้</translation>
    </message>
    <message>
        <source>A reviewer decides disputes, reopens what others have finished, and says who reviews.</source>
        <translation>ผู้ตรวจทานตัดสินข้อขัดกัน เปิดงานที่คนอื่นทำเสร็จแล้วให้แก้ต่อ และกำหนดว่าใครเป็นผู้ตรวจทาน</translation>
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
        <source>A span of words {first} to {after} is none; there are {count}.</source>
        <translation>ช่วงคำ {first} ถึง {after} ใช้ไม่ได้ มีอยู่ {count} คำ</translation>
    </message>
    <message>
        <source>A split by time follows the dates: it can be neither stratified nor folded.</source>
        <translation>การแบ่งตามเวลาเรียงตามวันที่ จึงคงสัดส่วนป้ายหรือแบ่งไขว้พร้อมกันไม่ได้</translation>
    </message>
    <message>
        <source>A split is three shares such as 80/10/10.</source>
        <translation>การแบ่งชุดเขียนเป็นสามส่วน เช่น 80/10/10</translation>
    </message>
    <message>
        <source>A suggestion has keys that this program does not know.</source>
        <translation>ข้อเสนอแนะมีคีย์ที่โปรแกรมนี้ไม่รู้จัก</translation>
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
        <source>A word, a name, any string</source>
        <translation>คำ ชื่อ หรือข้อความใดก็ได้</translation>
    </message>
    <message>
        <source>About Khaotag</source>
        <translation>เกี่ยวกับข่าวแท็ก</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>รับ</translation>
    </message>
    <message>
        <source>Accept all on screen</source>
        <translation>รับทั้งหมดบนหน้าจอ</translation>
    </message>
    <message>
        <source>Accept every suggestion on screen</source>
        <translation>รับข้อเสนอทั้งหมดบนหน้าจอ</translation>
    </message>
    <message>
        <source>Accept the suggestion and go on</source>
        <translation>รับข้อเสนอแล้วไปต่อ</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>เพิ่มคน</translation>
    </message>
    <message>
        <source>Add a person …</source>
        <translation>เพิ่มคน …</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>เพิ่มความสัมพันธ์</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>เพิ่มคุณลักษณะ</translation>
    </message>
    <message>
        <source>Add the selection to the entity you came from</source>
        <translation>เพิ่มช่วงที่เลือกเข้าหน่วยที่เพิ่งจากมา</translation>
    </message>
    <message>
        <source>Add {n} types that the schema lacks</source>
        <translation>เพิ่มป้ายที่สคีมายังไม่มี {n} ป้าย</translation>
    </message>
    <message>
        <source>Added to “{name}” · Ctrl+Z undoes it</source>
        <translation>เพิ่มเข้า “{name}” แล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Agreement by pair</source>
        <translation>ความเห็นพ้องรายคู่</translation>
    </message>
    <message>
        <source>Agreement needs at least two annotators.</source>
        <translation>การวัดความเห็นพ้องต้องมีผู้ติดป้ายอย่างน้อยสองคน</translation>
    </message>
    <message>
        <source>Agreement needs two people who have finished the same article.</source>
        <translation>วัดความเห็นพ้องได้เมื่อมีสองคนทำบทความเดียวกันเสร็จ</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>นามแฝง</translation>
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
        <source>All of it is here already. Merging it again changes nothing.</source>
        <translation>มีทุกอย่างอยู่แล้ว รวมอีกครั้งก็ไม่มีอะไรเปลี่ยน</translation>
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
        <source>An annotation that was skipped in Label Studio is not taken over.</source>
        <translation>ไม่นำชุดป้ายที่ถูกข้ามไว้ใน Label Studio เข้ามา</translation>
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
        <source>An entity of several fragments has no one string to look for.</source>
        <translation>หน่วยที่มีหลายท่อนไม่มีข้อความเดียวให้ค้นหา</translation>
    </message>
    <message>
        <source>An entity that it joins cannot be written.</source>
        <translation>หน่วยที่ผูกอยู่เขียนลงรูปแบบนี้ไม่ได้</translation>
    </message>
    <message>
        <source>An entity that it joins is left out.</source>
        <translation>หน่วยที่เชื่อมอยู่ไม่ได้ส่งออก</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>ติดป้าย</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>ผู้ติดป้าย</translation>
    </message>
    <message>
        <source>Another entity has the same label and words; this format cannot tell them apart.</source>
        <translation>มีอีกหน่วยที่ป้ายและข้อความเดียวกัน รูปแบบนี้แยกออกจากกันไม่ได้</translation>
    </message>
    <message>
        <source>Another person’s layer of this article can be looked at.</source>
        <translation>ดูชั้นงานของคนอื่นในบทความนี้ได้</translation>
    </message>
    <message>
        <source>Another relation</source>
        <translation>เปลี่ยนเป็นความสัมพันธ์อื่น</translation>
    </message>
    <message>
        <source>Any tone</source>
        <translation>ไม่สนวรรณยุกต์</translation>
    </message>
    <message>
        <source>Apache License 2.0. Fonts: IBM Plex Sans Thai and Sarabun, SIL Open Font License.</source>
        <translation>สัญญาอนุญาต Apache 2.0 ฟอนต์ IBM Plex Sans Thai และ Sarabun ใช้สัญญาอนุญาต SIL Open Font License</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>เก็บเข้ากรุ</translation>
    </message>
    <message>
        <source>Archive or remove</source>
        <translation>เก็บเข้ากรุหรือลบ</translation>
    </message>
    <message>
        <source>Archived {n}</source>
        <translation>เก็บเข้ากรุ {n}</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>บทความ</translation>
    </message>
    <message>
        <source>Article label: {name}</source>
        <translation>ป้ายบทความ: {name}</translation>
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
        <source>Articles most in dispute</source>
        <translation>บทความที่เห็นต่างมากที่สุด</translation>
    </message>
    <message>
        <source>Articles without the chosen layer are not written</source>
        <translation>บทความที่ไม่มีชั้นงานที่เลือกจะไม่ถูกส่งออก</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>คืนค่าเริ่มต้น</translation>
    </message>
    <message>
        <source>As in {name}</source>
        <translation>แปลงเป็นป้ายของ {name}</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>ใช้ป้ายเดิม</translation>
    </message>
    <message>
        <source>As “{label}” this entity cannot keep its relation “{relation}”. Remove the relation first.</source>
        <translation>ถ้าเปลี่ยนเป็น “{label}” หน่วยนี้จะคงความสัมพันธ์ “{relation}” ไว้ไม่ได้ ลบความสัมพันธ์นั้นก่อน</translation>
    </message>
    <message>
        <source>Assigned to me: {n}</source>
        <translation>มอบหมายให้ฉัน: {n}</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>มอบหมาย</translation>
    </message>
    <message>
        <source>At most, {name}</source>
        <translation>ไม่เกิน, {name}</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>คุณลักษณะ</translation>
    </message>
    <message>
        <source>Attribute {n}</source>
        <translation>คุณลักษณะ {n}</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>คุณลักษณะ</translation>
    </message>
    <message>
        <source>Borders of units moved so as not to cut an entity</source>
        <translation>ขอบที่ย้ายเพื่อไม่ให้ตัดกลางหน่วย</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>ขอบเขต</translation>
    </message>
    <message>
        <source>By content</source>
        <translation>ดูจากเนื้อหา</translation>
    </message>
    <message>
        <source>By date: the newest are the test</source>
        <translation>ตามวันที่: ข่าวใหม่สุดเป็นชุดทดสอบ</translation>
    </message>
    <message>
        <source>By lot</source>
        <translation>สุ่ม</translation>
    </message>
    <message>
        <source>By source: one source, one part</source>
        <translation>ตามแหล่งข่าว: แหล่งเดียวอยู่ชุดเดียว</translation>
    </message>
    <message>
        <source>Called right, and remembered</source>
        <translation>จำไว้แล้วว่าถูก</translation>
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
        <source>Cannot be chosen</source>
        <translation>เลือกไม่ได้</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>สายอ้างอิง</translation>
    </message>
    <message>
        <source>Chain “{id}”: {reason}</source>
        <translation>สายอ้างอิง “{id}”: {reason}</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>สายอ้างถึง</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>เปลี่ยนปุ่ม</translation>
    </message>
    <message>
        <source>Change the keys …</source>
        <translation>เปลี่ยนปุ่มลัด …</translation>
    </message>
    <message>
        <source>Change the schema</source>
        <translation>แก้โครงร่างป้าย</translation>
    </message>
    <message>
        <source>Change them too</source>
        <translation>แก้ไขด้วย</translation>
    </message>
    <message>
        <source>Change {number} cannot be taken back, or was already.</source>
        <translation>การแก้ไขที่ {number} เลิกทำไม่ได้ หรือเลิกทำไปแล้ว</translation>
    </message>
    <message>
        <source>Change {number} is no step of assigning.</source>
        <translation>รายการเปลี่ยนแปลงที่ {number} ไม่ใช่การมอบหมายงาน</translation>
    </message>
    <message>
        <source>Character by character</source>
        <translation>ทีละตัวอักษร</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>ตัวเลือก</translation>
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
        <source>Choose another relation by its name</source>
        <translation>เลือกความสัมพันธ์อื่นจากชื่อ</translation>
    </message>
    <message>
        <source>Choose at least {n} people.</source>
        <translation>เลือกอย่างน้อย {n} คน</translation>
    </message>
    <message>
        <source>Choose either a split or folds, not both.</source>
        <translation>เลือกได้อย่างเดียว คือแบ่งชุดหรือแบ่งไขว้</translation>
    </message>
    <message>
        <source>Choose the label</source>
        <translation>เลือกป้าย</translation>
    </message>
    <message>
        <source>Choose the relation</source>
        <translation>เลือกความสัมพันธ์</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>เลือก …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>Close the guideline</source>
        <translation>ปิดแนวทาง</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>สี</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>คำสั่ง</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>คำในบริบท</translation>
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
        <source>Conflict {n}</source>
        <translation>ขัดกัน {n}</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>ข้อขัดกัน</translation>
    </message>
    <message>
        <source>Conflicts · {title}</source>
        <translation>ข้อขัดกัน · {title}</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>ตารางป้ายที่สับสนกัน</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>ความสม่ำเสมอ</translation>
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
        <source>Coreference chains</source>
        <translation>สายอ้างถึง</translation>
    </message>
    <message>
        <source>Counting what this format cannot hold …</source>
        <translation>กำลังนับสิ่งที่รูปแบบนี้เก็บไม่ได้ …</translation>
    </message>
    <message>
        <source>Ctrl+L on an entity joins it to another that names the same: name, short name, pronoun.</source>
        <translation>กด Ctrl+L บนหน่วยเพื่อโยงกับหน่วยที่หมายถึงสิ่งเดียวกัน เช่น ชื่อเต็ม ชื่อย่อ สรรพนาม</translation>
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
        <source>Dashboard</source>
        <translation>ภาพรวมโครงการ</translation>
    </message>
    <message>
        <source>Dataset card ({file})</source>
        <translation>ใบกำกับชุดข้อมูล ({file})</translation>
    </message>
    <message>
        <source>Date without a year</source>
        <translation>วันที่ไม่มีปี</translation>
    </message>
    <message>
        <source>Days without a beginning</source>
        <translation>ไม่ได้เริ่มมาแล้วกี่วัน</translation>
    </message>
    <message>
        <source>Deal articles out</source>
        <translation>แจกบทความ</translation>
    </message>
    <message>
        <source>Deal idle articles anew</source>
        <translation>แจกบทความที่ค้างใหม่</translation>
    </message>
    <message>
        <source>Deal idle ones anew …</source>
        <translation>แจกงานที่ค้างใหม่ …</translation>
    </message>
    <message>
        <source>Deal out</source>
        <translation>แจก</translation>
    </message>
    <message>
        <source>Deal out by rule …</source>
        <translation>แจกตามกฎ …</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>ปลายทาง</translation>
    </message>
    <message>
        <source>Disagreement by label</source>
        <translation>ความเห็นต่างตามป้าย</translation>
    </message>
    <message>
        <source>Dismiss all proposed exclusions of the article</source>
        <translation>ปัดตกช่วงนอกข่าวที่เสนอทั้งหมดของบทความ</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>ข้อขัดกัน</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>ยุบสาย</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>ทำซ้ำ: {what}</translation>
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
        <source>Each article can be given to 1 to {count} of these people, not to {wanted}.</source>
        <translation>บทความหนึ่งมอบให้คนในรายชื่อนี้ได้ 1 ถึง {count} คน ไม่ใช่ {wanted} คน</translation>
    </message>
    <message>
        <source>Edge case</source>
        <translation>กรณีก้ำกึ่ง</translation>
    </message>
    <message>
        <source>Edges differ by a space or a quote</source>
        <translation>ขอบต่างกันแค่ช่องว่างหรือเครื่องหมายคำพูด</translation>
    </message>
    <message>
        <source>Edit attributes and note</source>
        <translation>แก้คุณลักษณะและบันทึก</translation>
    </message>
    <message>
        <source>Edit the boundary</source>
        <translation>แก้ขอบเขต</translation>
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
        <source>Enter marks the framed places, Esc leaves.</source>
        <translation>Enter ติดป้ายที่ตีกรอบไว้ Esc ออก</translation>
    </message>
    <message>
        <source>Enter opens that article first; there F mends it.</source>
        <translation>กด Enter เปิดบทความนั้นก่อน แล้วจึงกด F เพื่อแก้</translation>
    </message>
    <message>
        <source>Enter opens the article where it was changed.</source>
        <translation>กด Enter เพื่อเปิดบทความตรงจุดที่แก้</translation>
    </message>
    <message>
        <source>Enter opens the review</source>
        <translation>Enter เปิดหน้าตรวจ</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>หน่วย</translation>
    </message>
    <message>
        <source>Entities by label</source>
        <translation>จำนวนหน่วยตามป้าย</translation>
    </message>
    <message>
        <source>Entity and {count} relations removed · Ctrl+Z undoes it</source>
        <translation>ลบหน่วยและ {count} ความสัมพันธ์ · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Entity by entity</source>
        <translation>ทีละหน่วย</translation>
    </message>
    <message>
        <source>Entity removed · Ctrl+Z undoes it</source>
        <translation>ลบหน่วยแล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Entity {number}: {reason}</source>
        <translation>หน่วยที่ {number}: {reason}</translation>
    </message>
    <message>
        <source>Entity “{id}”: {reason}</source>
        <translation>หน่วย “{id}”: {reason}</translation>
    </message>
    <message>
        <source>Every kind of step</source>
        <translation>การแก้ไขทุกชนิด</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>ทุกคน</translation>
    </message>
    <message>
        <source>Everybody keeps what they have; whoever has the fewest is dealt to next.</source>
        <translation>งานที่แต่ละคนมีอยู่แล้วคงเดิม คนที่มีน้อยที่สุดจะได้รับก่อน</translation>
    </message>
    <message>
        <source>Everything has the same label, so that chance alone explains the agreement.</source>
        <translation>ทุกอย่างมีป้ายเดียวกันหมด ความเห็นพ้องจึงอาจเกิดจากความบังเอิญล้วน ๆ</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>บันทึกครบแล้ว</translation>
    </message>
    <message>
        <source>Exclusions or repaired tokens were changed here and there. Those that were here stay; the others are kept beside them until somebody chooses.</source>
        <translation>ส่วนที่ตัดออกหรือคำที่แก้ไว้ถูกเปลี่ยนทั้งสองฝั่ง จึงคงของที่นี่ไว้ และเก็บอีกชุดไว้ข้างกันจนกว่าจะมีคนเลือก</translation>
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
        <source>F makes it “{surface}”</source>
        <translation>กด F ให้เป็น “{surface}”</translation>
    </message>
    <message>
        <source>F1 entities, exact</source>
        <translation>F1 หน่วย ตรงเป๊ะ</translation>
    </message>
    <message>
        <source>F1 entities, overlapping</source>
        <translation>F1 หน่วย ซ้อนเหลื่อม</translation>
    </message>
    <message>
        <source>F1 of relations</source>
        <translation>F1 ความสัมพันธ์</translation>
    </message>
    <message>
        <source>F1 relations</source>
        <translation>F1 ความสัมพันธ์</translation>
    </message>
    <message>
        <source>F1, exact</source>
        <translation>F1 ตรงเป๊ะ</translation>
    </message>
    <message>
        <source>F1, label only</source>
        <translation>F1 เฉพาะป้าย</translation>
    </message>
    <message>
        <source>F1, overlapping</source>
        <translation>F1 ซ้อนเหลื่อม</translation>
    </message>
    <message>
        <source>Fewer than {n} examples: {labels}. That is too few to keep some for testing.</source>
        <translation>มีไม่ถึง {n} ตัวอย่าง: {labels} ยังแบ่งไปเป็นชุดทดสอบไม่ได้</translation>
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
        <source>Find a command</source>
        <translation>ค้นหาคำสั่ง</translation>
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
        <source>Find a legal end</source>
        <translation>ค้นหาปลายทางที่อนุญาต</translation>
    </message>
    <message>
        <source>Find a legal end by its text</source>
        <translation>ค้นหาปลายทางจากข้อความ</translation>
    </message>
    <message>
        <source>Find a relation</source>
        <translation>ค้นหาความสัมพันธ์</translation>
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
        <source>Finding out what would change …</source>
        <translation>กำลังดูว่าอะไรจะเปลี่ยนบ้าง …</translation>
    </message>
    <message>
        <source>Finding words …</source>
        <translation>กำลังตัดคำ …</translation>
    </message>
    <message>
        <source>Finds the string whatever its tone marks.</source>
        <translation>ค้นเจอไม่ว่าจะมีวรรณยุกต์ใด</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>เสร็จ</translation>
    </message>
    <message>
        <source>Finished articles</source>
        <translation>บทความที่เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Finished layers over time</source>
        <translation>ชั้นงานที่เสร็จตามเวลา</translation>
    </message>
    <message>
        <source>Focus a mark, or point at a label below the article.</source>
        <translation>เลือกหน่วยก่อน หรือชี้ที่ป้ายใต้บทความ</translation>
    </message>
    <message>
        <source>Focus an entity first: Tab, or a click on its label</source>
        <translation>เลือกหน่วยก่อน: กด Tab หรือคลิกที่ป้าย</translation>
    </message>
    <message>
        <source>Focus the entity first, then select what belongs to it elsewhere.</source>
        <translation>เลือกหน่วยก่อน แล้วจึงเลือกข้อความอีกช่วงที่เป็นของหน่วยนั้น</translation>
    </message>
    <message>
        <source>Focus the entity here</source>
        <translation>เลือกหน่วยที่ตำแหน่งนี้</translation>
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
        <source>Folds</source>
        <translation>แบ่งไขว้</translation>
    </message>
    <message>
        <source>Folds can be 2 or more, up to the number of articles ({count}).</source>
        <translation>จำนวนส่วนต้องตั้งแต่ 2 ขึ้นไป และไม่เกินจำนวนบทความ ({count})</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>รูปแบบ</translation>
    </message>
    <message>
        <source>Fragment by fragment</source>
        <translation>ทีละช่วงของหน่วย</translation>
    </message>
    <message>
        <source>Fragment {number} of {count}: {surface}</source>
        <translation>ช่วงที่ {number} จาก {count}: {surface}</translation>
    </message>
    <message>
        <source>Frame every same string, to mark them all</source>
        <translation>ตีกรอบข้อความเดียวกันทุกแห่งเพื่อติดป้ายพร้อมกัน</translation>
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
        <source>From legal end to legal end, also off screen</source>
        <translation>ไปทีละปลายทางที่อนุญาต รวมที่อยู่นอกจอ</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ทำต่อ</translation>
    </message>
    <message>
        <source>Go to a suggestion first: N</source>
        <translation>ไปที่ข้อเสนอก่อน: กด N</translation>
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
        <source>Go to the relation's other end</source>
        <translation>ไปยังอีกปลายของความสัมพันธ์</translation>
    </message>
    <message>
        <source>Go to the relation's other end, or focus the entity here</source>
        <translation>ไปปลายอีกด้านของความสัมพันธ์ หรือเลือกหน่วยตรงนี้</translation>
    </message>
    <message>
        <source>Go to the team: people, assignment, merges</source>
        <translation>ไปที่ทีมงาน: คน การมอบหมาย การรวมงาน</translation>
    </message>
    <message>
        <source>Go to the word with that letter</source>
        <translation>ไปยังคำที่มีอักษรนั้น</translation>
    </message>
    <message>
        <source>Gold (adjudicated)</source>
        <translation>ชั้นทอง (ตัดสินแล้ว)</translation>
    </message>
    <message>
        <source>Gold, else the finished one</source>
        <translation>ชั้นทอง ถ้าไม่มีใช้ชั้นที่เสร็จแล้ว</translation>
    </message>
    <message>
        <source>Gold, else the only one, else all</source>
        <translation>ชั้นทอง ถ้าไม่มีใช้ชั้นเดียวที่มี หรือทุกชั้น</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>กลุ่ม</translation>
    </message>
    <message>
        <source>Grow the entity's start by a character</source>
        <translation>ขยายขอบต้นของหน่วยหนึ่งตัวอักษร</translation>
    </message>
    <message>
        <source>Grow to the likely whole name</source>
        <translation>ขยายให้ครบทั้งชื่อ</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>แนวทาง</translation>
    </message>
    <message>
        <source>Guideline is silent</source>
        <translation>คู่มือไม่พูดถึง</translation>
    </message>
    <message>
        <source>Guideline, English</source>
        <translation>แนวทาง (อังกฤษ)</translation>
    </message>
    <message>
        <source>Guideline, Thai</source>
        <translation>แนวทาง (ไทย)</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>ซ่อนชื่อ</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ความต่างสีสูง</translation>
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
        <source>Id</source>
        <translation>รหัส</translation>
    </message>
    <message>
        <source>Id, in capital Latin letters, such as OWNED_BY</source>
        <translation>รหัส ตัวพิมพ์ใหญ่ เช่น OWNED_BY</translation>
    </message>
    <message>
        <source>Id, in capital Latin letters, such as SPECIES</source>
        <translation>รหัส ตัวพิมพ์ใหญ่ เช่น SPECIES</translation>
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
        <source>Imports, merges, schema</source>
        <translation>นำเข้า รวมงาน ชุดป้าย</translation>
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
        <source>In the queue</source>
        <translation>ในคิว</translation>
    </message>
    <message>
        <source>In this file the last character belongs to a mention: {count} ends were read as inclusive.</source>
        <translation>ไฟล์นี้นับอักขระสุดท้ายรวมในคำอ้างถึง จึงอ่านจุดจบ {count} จุดแบบรวมตัวสุดท้าย</translation>
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
        <source>It cannot be told whether the last character belongs to a mention; the ends were read as exclusive.</source>
        <translation>บอกไม่ได้ว่านับอักขระสุดท้ายรวมในคำอ้างถึงหรือไม่ จึงอ่านจุดจบแบบไม่รวมตัวสุดท้าย</translation>
    </message>
    <message>
        <source>It cannot be told whether this file counts code points, UTF-16 units or graphemes; it was read as {unit}. Look at an article with emoji before you go on.</source>
        <translation>บอกไม่ได้ว่าไฟล์นี้นับตำแหน่งเป็นโค้ดพอยต์ หน่วย UTF-16 หรือกราฟีม จึงอ่านเป็น{unit} โปรดตรวจดูบทความที่มีอีโมจิก่อนทำต่อ</translation>
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
        <source>It is a step like any other: undo takes it back.</source>
        <translation>ขั้นตอนนี้เลิกทำได้เหมือนขั้นตอนอื่น</translation>
    </message>
    <message>
        <source>It is discontinuous.</source>
        <translation>เป็นหน่วยที่ไม่ต่อเนื่อง</translation>
    </message>
    <message>
        <source>It is in no chain; this format holds the members of chains alone.</source>
        <translation>ไม่อยู่ในสายอ้างถึงใด รูปแบบนี้เก็บเฉพาะสมาชิกของสายอ้างถึง</translation>
    </message>
    <message>
        <source>It is in no pair.</source>
        <translation>ไม่ได้อยู่ในคู่ใด</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>ถูกแล้ว</translation>
    </message>
    <message>
        <source>It joins entities of two paragraphs; this format holds relations within one.</source>
        <translation>เชื่อมหน่วยจากสองย่อหน้า รูปแบบนี้เก็บได้เฉพาะความสัมพันธ์ในย่อหน้าเดียวกัน</translation>
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
        <source>It stands nowhere. “Any tone” finds it whatever its tone marks.</source>
        <translation>ไม่พบในบทความใด ลองเลือก “ไม่สนวรรณยุกต์”</translation>
    </message>
    <message>
        <source>It touches another {label} before it; IO tags cannot keep them apart.</source>
        <translation>ติดกับ {label} อีกหน่วยที่อยู่ก่อนหน้า แท็กแบบ IO แยกออกจากกันไม่ได้</translation>
    </message>
    <message>
        <source>Its entities lie in two units.</source>
        <translation>หน่วยของความสัมพันธ์นี้อยู่คนละท่อนของบทความ</translation>
    </message>
    <message>
        <source>Its text holds “[{name}]”, which would be read as a tag; it was left out.</source>
        <translation>ในข้อความมี “[{name}]” ซึ่งจะถูกอ่านเป็นแท็ก จึงไม่ได้ส่งออกบทความนี้</translation>
    </message>
    <message>
        <source>Join the entity to another that names the same</source>
        <translation>โยงกับหน่วยอื่นที่หมายถึงสิ่งเดียวกัน</translation>
    </message>
    <message>
        <source>Join the entity with that letter</source>
        <translation>ผูกกับหน่วยที่มีอักษรนั้น</translation>
    </message>
    <message>
        <source>Joined to one chain · Ctrl+Z undoes it</source>
        <translation>โยงเข้าสายเดียวกันแล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>เชื่อม</translation>
    </message>
    <message>
        <source>Jump</source>
        <translation>กระโดด</translation>
    </message>
    <message>
        <source>Jump to any visible word</source>
        <translation>กระโดดไปคำใดก็ได้ที่เห็น</translation>
    </message>
    <message>
        <source>Keep several</source>
        <translation>เก็บหลายฉบับ</translation>
    </message>
    <message>
        <source>Keep the share of each label in each part</source>
        <translation>คงสัดส่วนป้ายในทุกชุด</translation>
    </message>
    <message>
        <source>Keep what is here  K</source>
        <translation>คงของที่นี่ไว้  K</translation>
    </message>
    <message>
        <source>Kept beside</source>
        <translation>เก็บไว้ข้างกัน</translation>
    </message>
    <message>
        <source>Kept beside ({n})</source>
        <translation>เก็บไว้ข้างกัน ({n})</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>ปุ่ม</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>ปุ่มลัด</translation>
    </message>
    <message>
        <source>Keys are known by their place on the keyboard, whatever layout is on. The schema's label keys stay.</source>
        <translation>ปุ่มนับตามตำแหน่งบนแป้น ไม่ว่าเปิดแป้นภาษาใด ปุ่มของป้ายเป็นไปตามชุดป้าย</translation>
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
        <source>Kind of step</source>
        <translation>ชนิดของการแก้ไข</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ป้าย</translation>
    </message>
    <message>
        <source>Label Studio holds texts and numbers as attributes of entities, none of relations; not these: {names}.</source>
        <translation>Label Studio เก็บคุณสมบัติของหน่วยได้เฉพาะข้อความกับตัวเลข และไม่เก็บคุณสมบัติของความสัมพันธ์ จึงไม่มีรายการเหล่านี้: {names}</translation>
    </message>
    <message>
        <source>Label map</source>
        <translation>การแปลงป้าย</translation>
    </message>
    <message>
        <source>Label the word or selection</source>
        <translation>ติดป้ายคำหรือช่วงที่เลือก</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ป้าย</translation>
    </message>
    <message>
        <source>Labels of the schema</source>
        <translation>ป้ายในชุดป้าย</translation>
    </message>
    <message>
        <source>Labels {n}</source>
        <translation>ป้าย {n}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ภาษา</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>ตัวอักษรใหญ่ขึ้น</translation>
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
        <source>Layers</source>
        <translation>ชั้นงาน</translation>
    </message>
    <message>
        <source>Leave a note or a question</source>
        <translation>เขียนบันทึกหรือคำถาม</translation>
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
        <source>Leave them as they are</source>
        <translation>คงไว้อย่างเดิม</translation>
    </message>
    <message>
        <source>Left context</source>
        <translation>บริบทซ้าย</translation>
    </message>
    <message>
        <source>Legal ends</source>
        <translation>ปลายทางที่อนุญาต</translation>
    </message>
    <message>
        <source>Less space between the lines</source>
        <translation>ลดระยะบรรทัด</translation>
    </message>
    <message>
        <source>Letters on the chip {ratio} : 1</source>
        <translation>ตัวอักษรบนชิป {ratio} : 1</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>สว่าง</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>ธีมสว่าง</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>ทีละบรรทัด</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>ระยะบรรทัด</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>ลิงก์</translation>
    </message>
    <message>
        <source>List notes and questions</source>
        <translation>ดูบันทึกและคำถาม</translation>
    </message>
    <message>
        <source>List the chains</source>
        <translation>ดูสายอ้างถึง</translation>
    </message>
    <message>
        <source>List the suggestions</source>
        <translation>ดูรายการข้อเสนอ</translation>
    </message>
    <message>
        <source>List what is inconsistent</source>
        <translation>ดูจุดที่ติดป้ายไม่ตรงกัน</translation>
    </message>
    <message>
        <source>Look at another person’s layer of the article …</source>
        <translation>ดูชั้นงานของคนอื่นในบทความนี้ …</translation>
    </message>
    <message>
        <source>Look at the sample project</source>
        <translation>ดูโครงการตัวอย่าง</translation>
    </message>
    <message>
        <source>Look for a string in all articles</source>
        <translation>ค้นหาข้อความในทุกบทความ</translation>
    </message>
    <message>
        <source>Looking into the files …</source>
        <translation>กำลังดูว่าไฟล์มีอะไร …</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>กำลังค้นหา …</translation>
    </message>
    <message>
        <source>Looks like leftovers of a web page: {n}. What is confirmed is not exported.</source>
        <translation>มี {n} ช่วงที่ดูเป็นเศษจากหน้าเว็บ ช่วงที่ยืนยันแล้วจะไม่ถูกส่งออก</translation>
    </message>
    <message>
        <source>Make a reviewer</source>
        <translation>ให้เป็นผู้ตรวจทาน</translation>
    </message>
    <message>
        <source>Make an annotator</source>
        <translation>ให้เป็นผู้ติดป้าย</translation>
    </message>
    <message>
        <source>Make it so</source>
        <translation>ทำตามนี้</translation>
    </message>
    <message>
        <source>Make or open a project first, then drop articles.</source>
        <translation>สร้างหรือเปิดโครงการก่อน แล้วค่อยลากบทความมาวาง</translation>
    </message>
    <message>
        <source>Make the article as it was after this</source>
        <translation>ย้อนบทความกลับไปเป็นดังหลังขั้นตอนนี้</translation>
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
        <source>Mark as</source>
        <translation>ติดป้าย</translation>
    </message>
    <message>
        <source>Mark in focus, or the article</source>
        <translation>หน่วยที่เลือก หรือบทความ</translation>
    </message>
    <message>
        <source>Mark what is framed</source>
        <translation>ติดป้ายที่ตีกรอบไว้</translation>
    </message>
    <message>
        <source>Mark {n} places</source>
        <translation>ติดป้าย {n} แห่ง</translation>
    </message>
    <message>
        <source>Marked elsewhere, not here</source>
        <translation>ที่อื่นติดป้าย แต่ตรงนี้ไม่ได้ติดป้าย</translation>
    </message>
    <message>
        <source>Marked or not</source>
        <translation>ติดป้ายหรือไม่ก็ได้</translation>
    </message>
    <message>
        <source>Marked {n}</source>
        <translation>ติดแล้ว {n}</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>เป็นได้</translation>
    </message>
    <message>
        <source>May be discontinuous</source>
        <translation>ไม่ต่อเนื่องได้</translation>
    </message>
    <message>
        <source>May cross</source>
        <translation>ไขว้กันได้</translation>
    </message>
    <message>
        <source>May nest</source>
        <translation>ซ้อนได้</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>ค่าที่วัด</translation>
    </message>
    <message>
        <source>Members of the chain “{id}” share their words with other entities.</source>
        <translation>สมาชิกของสายอ้างถึง “{id}” ใช้คำชุดเดียวกับหน่วยอื่น</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>แก้</translation>
    </message>
    <message>
        <source>Mend all of this kind</source>
        <translation>แก้ทุกจุดแบบนี้</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>รวม</translation>
    </message>
    <message>
        <source>Merge a bundle …</source>
        <translation>รวมแฟ้มรวมงาน …</translation>
    </message>
    <message>
        <source>Merge into another …</source>
        <translation>รวมกับป้ายอื่น …</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>รวมป้าย</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>รวมงานจาก “{name}”</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>รวมงาน …</translation>
    </message>
    <message>
        <source>Merged. {n} differences are reported; the team page settles what was kept beside.</source>
        <translation>รวมงานแล้ว มีข้อแตกต่าง {n} รายการ เลือกสิ่งที่เก็บไว้ข้างกันได้ที่หน้าทีมงาน</translation>
    </message>
    <message>
        <source>Merged: {added} new layers, {updated} newer ones.</source>
        <translation>รวมงานแล้ว: ชั้นงานใหม่ {added} ชั้น ชั้นที่ใหม่กว่าเดิม {updated} ชั้น</translation>
    </message>
    <message>
        <source>Merging …</source>
        <translation>กำลังรวมงาน …</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ขาดหาย</translation>
    </message>
    <message>
        <source>More space between the lines</source>
        <translation>เพิ่มระยะบรรทัด</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>เลื่อน</translation>
    </message>
    <message>
        <source>Move the end by a character</source>
        <translation>เลื่อนท้ายทีละตัวอักษร</translation>
    </message>
    <message>
        <source>Move the end by a word</source>
        <translation>เลื่อนท้ายทีละคำ</translation>
    </message>
    <message>
        <source>Move the start by a character</source>
        <translation>เลื่อนต้นทีละตัวอักษร</translation>
    </message>
    <message>
        <source>Move the start by a word</source>
        <translation>เลื่อนต้นทีละคำ</translation>
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
        <source>Name of the attribute</source>
        <translation>ชื่อคุณลักษณะ</translation>
    </message>
    <message>
        <source>Name the file or folder to write to.</source>
        <translation>ระบุไฟล์หรือโฟลเดอร์ปลายทาง</translation>
    </message>
    <message>
        <source>Name the format with --format, or a recipe with --recipe.</source>
        <translation>ระบุรูปแบบด้วย --format หรือการตั้งค่าที่บันทึกไว้ด้วย --recipe</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>ชื่อ (อังกฤษ)</translation>
    </message>
    <message>
        <source>Name, Thai</source>
        <translation>ชื่อ (ไทย)</translation>
    </message>
    <message>
        <source>Names may change, the id stays.</source>
        <translation>เปลี่ยนชื่อได้ รหัสคงเดิม</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>คอลัมน์แคบลง</translation>
    </message>
    <message>
        <source>Near-duplicate news stay in one part</source>
        <translation>ข่าวซ้ำหรือใกล้ซ้ำอยู่ชุดเดียวกัน</translation>
    </message>
    <message>
        <source>Neither of them marked any of these.</source>
        <translation>ทั้งสองคนไม่ได้ติดป้ายชนิดนี้เลย</translation>
    </message>
    <message>
        <source>Nested</source>
        <translation>หน่วยซ้อน</translation>
    </message>
    <message>
        <source>New articles: {articles}. New layers: {added}, newer ones: {updated}; {unchanged} stay as they are.</source>
        <translation>บทความใหม่ {articles} ชั้นงานใหม่ {added} ชั้นที่ใหม่กว่าเดิม {updated} คงเดิม {unchanged}</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>ป้ายใหม่</translation>
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
        <source>New relation</source>
        <translation>ความสัมพันธ์ใหม่</translation>
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
        <source>Next character</source>
        <translation>ตัวอักษรถัดไป</translation>
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
        <source>Next member of the chain</source>
        <translation>สมาชิกถัดไปของสายอ้างถึง</translation>
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
        <source>Next same string</source>
        <translation>ข้อความเดียวกันแห่งถัดไป</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>ข้อเสนอถัดไป</translation>
    </message>
    <message>
        <source>Next theme: light, dark, high contrast</source>
        <translation>สลับธีม: สว่าง มืด ความต่างสีสูง</translation>
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
        <source>No article is in dispute.</source>
        <translation>ไม่มีบทความที่เห็นต่างกัน</translation>
    </message>
    <message>
        <source>No article was found for the bundle.</source>
        <translation>ไม่พบบทความที่จะใส่ในแฟ้มรวมงาน</translation>
    </message>
    <message>
        <source>No article was found in the page. Save its text as a .txt file and import that.</source>
        <translation>ไม่พบบทความในหน้าเว็บ ให้บันทึกข้อความเป็นไฟล์ .txt แล้วนำเข้าไฟล์นั้น</translation>
    </message>
    <message>
        <source>No article was found to assign.</source>
        <translation>ไม่พบบทความที่จะมอบหมาย</translation>
    </message>
    <message>
        <source>No articles yet. Ctrl+I imports some, or drop files here.</source>
        <translation>ยังไม่มีบทความ กด Ctrl+I เพื่อนำเข้า หรือลากไฟล์มาวางที่นี่</translation>
    </message>
    <message>
        <source>No column of it holds tags such as O or B_PER.</source>
        <translation>ไม่มีคอลัมน์ใดที่มีแท็กอย่าง O หรือ B_PER</translation>
    </message>
    <message>
        <source>No conflict is behind this number.</source>
        <translation>ตัวเลขนี้ไม่มีข้อขัดกัน</translation>
    </message>
    <message>
        <source>No entities</source>
        <translation>ไม่มีหน่วย</translation>
    </message>
    <message>
        <source>No entity has this letter. Esc leaves.</source>
        <translation>ไม่มีหน่วยที่ใช้อักษรนี้ กด Esc เพื่อออก</translation>
    </message>
    <message>
        <source>No entity of the chain “{id}” can be written.</source>
        <translation>เขียนหน่วยใดในสายอ้างถึง “{id}” ไม่ได้เลย</translation>
    </message>
    <message>
        <source>No entity of this article may be joined to it.</source>
        <translation>ไม่มีหน่วยใดในบทความนี้ที่โยงกับหน่วยนี้ได้</translation>
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
        <source>No legal end has this letter. Esc leaves.</source>
        <translation>ไม่มีปลายทางที่อนุญาตใช้อักษรนี้ กด Esc เพื่อออก</translation>
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
        <source>No span ends with the token {token}, which a relation names.</source>
        <translation>ไม่มีหน่วยที่จบด้วยคำที่ {token} ซึ่งความสัมพันธ์อ้างถึง</translation>
    </message>
    <message>
        <source>No step of assigning was made here that could be taken back.</source>
        <translation>ยังไม่มีการมอบหมายในหน้านี้ให้เลิกทำ</translation>
    </message>
    <message>
        <source>No word has these letters. Esc leaves.</source>
        <translation>ไม่มีคำที่ใช้อักษรนี้ กด Esc เพื่อออก</translation>
    </message>
    <message>
        <source>Nobody disagrees about a label.</source>
        <translation>ไม่มีป้ายใดที่เห็นต่างกัน</translation>
    </message>
    <message>
        <source>Nobody has begun yet. Give articles to people on the team page.</source>
        <translation>ยังไม่มีใครเริ่มทำ มอบหมายบทความได้ที่หน้าทีมงาน</translation>
    </message>
    <message>
        <source>Nobody has set a status yet, so there is no day to show.</source>
        <translation>ยังไม่มีใครตั้งสถานะ จึงยังไม่มีวันให้แสดง</translation>
    </message>
    <message>
        <source>Nobody has tagged an article of this project yet.</source>
        <translation>ยังไม่มีใครติดป้ายบทความในโครงการนี้</translation>
    </message>
    <message>
        <source>Nobody named “{name}” has a layer. There are: {known}.</source>
        <translation>ไม่มีชั้นงานของคนชื่อ “{name}” ที่มีอยู่คือ {known}</translation>
    </message>
    <message>
        <source>None is right</source>
        <translation>ไม่มีฉบับใดถูก</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>ยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>Not everything was changed</source>
        <translation>แก้ไขได้ไม่ครบ</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>ไม่ติดป้าย</translation>
    </message>
    <message>
        <source>Not marked {n}</source>
        <translation>ยังไม่ติดป้าย {n}</translation>
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
        <source>Not yet</source>
        <translation>ยังก่อน</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Notes and questions</source>
        <translation>บันทึกและคำถาม</translation>
    </message>
    <message>
        <source>Nothing becomes illegal.</source>
        <translation>ไม่มีสิ่งใดผิดกติกา</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>ไม่พบ</translation>
    </message>
    <message>
        <source>Nothing is done differently here and there.</source>
        <translation>ไม่พบจุดที่ติดป้ายไม่ตรงกัน</translation>
    </message>
    <message>
        <source>Nothing is kept beside: every merge so far could be decided.</source>
        <translation>ไม่มีอะไรเก็บไว้ข้างกัน: การรวมงานทุกครั้งที่ผ่านมาไม่มีข้อขัดกันค้างอยู่</translation>
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
        <source>Nothing to review here yet: an article needs marks of at least two people, or one who has finished it.</source>
        <translation>ยังไม่มีอะไรให้ตรวจ: บทความต้องมีป้ายของอย่างน้อยสองคน หรือหนึ่งคนที่ทำเสร็จแล้ว</translation>
    </message>
    <message>
        <source>Nothing was rejected here.</source>
        <translation>ยังไม่ได้ปฏิเสธข้อเสนอใดในบทความนี้</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>ตอนนี้เป็น</translation>
    </message>
    <message>
        <source>Number of folds</source>
        <translation>จำนวนส่วน</translation>
    </message>
    <message>
        <source>Of {n} entities, the target's own tokenizer leaves whole</source>
        <translation>จาก {n} หน่วย ตัวตัดคำของปลายทางเองเก็บไว้ได้ครบ</translation>
    </message>
    <message>
        <source>Off screen: {above} above, {below} below. Tab goes there, Space finds one by its text.</source>
        <translation>นอกจอ: ด้านบน {above} ด้านล่าง {below} กด Tab เพื่อไป หรือ Space เพื่อค้นจากข้อความ</translation>
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
        <source>On the article</source>
        <translation>เรื่องบทความนี้</translation>
    </message>
    <message>
        <source>On the relation in focus</source>
        <translation>เรื่องความสัมพันธ์ที่เลือก</translation>
    </message>
    <message>
        <source>On “{surface}”</source>
        <translation>เรื่อง “{surface}”</translation>
    </message>
    <message>
        <source>One level back</source>
        <translation>ถอยหนึ่งขั้น</translation>
    </message>
    <message>
        <source>One more label for the same stretch</source>
        <translation>เพิ่มอีกป้ายในช่วงเดียวกัน</translation>
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
        <source>One part</source>
        <translation>ชุดเดียว</translation>
    </message>
    <message>
        <source>One record is</source>
        <translation>หนึ่งระเบียนคือ</translation>
    </message>
    <message>
        <source>Only a reviewer of the project can say who reviews it.</source>
        <translation>ผู้ตรวจทานของโครงการเท่านั้นที่กำหนดได้ว่าใครเป็นผู้ตรวจทาน</translation>
    </message>
    <message>
        <source>Only articles with {conditions}</source>
        <translation>เฉพาะบทความที่ {conditions}</translation>
    </message>
    <message>
        <source>Only the article</source>
        <translation>แสดงเฉพาะบทความ</translation>
    </message>
    <message>
        <source>Only the article is shown. Esc or F11 brings everything back.</source>
        <translation>แสดงเฉพาะบทความอยู่ กด Esc หรือ F11 เพื่อแสดงทุกอย่างตามเดิม</translation>
    </message>
    <message>
        <source>Only the label in hand</source>
        <translation>เน้นเฉพาะป้ายที่ใช้อยู่</translation>
    </message>
    <message>
        <source>Only where it is marked as</source>
        <translation>เฉพาะที่ติดป้ายว่า</translation>
    </message>
    <message>
        <source>Only {annotator} or a reviewer can reopen this finished layer; {by} is neither.</source>
        <translation>ชั้นงานที่เสร็จแล้วนี้ {annotator} หรือผู้ตรวจทานเท่านั้นที่เปิดใหม่ได้ ส่วน {by} ไม่ใช่ทั้งสองอย่าง</translation>
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
        <source>Open the article  O</source>
        <translation>เปิดบทความ  O</translation>
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
        <source>Page by page</source>
        <translation>ทีละหน้า</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>หน้าต่าง ๆ</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>ย่อหน้า</translation>
    </message>
    <message>
        <source>Paragraph {n} · offset {place}</source>
        <translation>ย่อหน้า {n} · ตำแหน่ง {place}</translation>
    </message>
    <message>
        <source>Parquet files need the extra “parquet”: pip install 'khaotag[parquet]'.</source>
        <translation>ไฟล์ Parquet ต้องใช้ส่วนเสริม “parquet”: pip install 'khaotag[parquet]'</translation>
    </message>
    <message>
        <source>People</source>
        <translation>คน</translation>
    </message>
    <message>
        <source>People for each article</source>
        <translation>จำนวนคนต่อบทความ</translation>
    </message>
    <message>
        <source>Permanent id</source>
        <translation>รหัสถาวร</translation>
    </message>
    <message>
        <source>Phrase by phrase</source>
        <translation>ทีละวลี</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>จุด</translation>
    </message>
    <message>
        <source>Press A first: it frames every same string.</source>
        <translation>กด A ก่อน เพื่อตีกรอบข้อความเดียวกันทุกแห่ง</translation>
    </message>
    <message>
        <source>Press the key of a label first.</source>
        <translation>กดปุ่มของป้ายก่อน</translation>
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
        <source>Previous character</source>
        <translation>ตัวอักษรก่อนหน้า</translation>
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
        <source>Previous member of the chain</source>
        <translation>สมาชิกก่อนหน้าของสายอ้างถึง</translation>
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
        <source>Previous same string</source>
        <translation>ข้อความเดียวกันแห่งก่อนหน้า</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>ข้อเสนอก่อนหน้า</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>คำก่อนหน้า</translation>
    </message>
    <message>
        <source>Progress by person</source>
        <translation>ความคืบหน้ารายคน</translation>
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
        <source>Reading</source>
        <translation>การอ่าน</translation>
    </message>
    <message>
        <source>Reading font</source>
        <translation>ฟอนต์อ่านข่าว</translation>
    </message>
    <message>
        <source>Reading font: {name}</source>
        <translation>แบบอักษรสำหรับอ่าน: {name}</translation>
    </message>
    <message>
        <source>Reason or note for this decision</source>
        <translation>เหตุผลหรือหมายเหตุของการตัดสินนี้</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>การตั้งค่าที่บันทึกไว้</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>ทำซ้ำ</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>ปฏิเสธ</translation>
    </message>
    <message>
        <source>Reject the suggestion, which is remembered</source>
        <translation>ปฏิเสธข้อเสนอและจำไว้</translation>
    </message>
    <message>
        <source>Rejected, and remembered · Shift+X takes it back</source>
        <translation>ปฏิเสธและจำไว้แล้ว · Shift+X ยกเลิก</translation>
    </message>
    <message>
        <source>Relabel the entity</source>
        <translation>เปลี่ยนป้ายของหน่วย</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>สร้างความสัมพันธ์</translation>
    </message>
    <message>
        <source>Relate the entity here to another</source>
        <translation>ผูกหน่วยตรงนี้กับอีกหน่วย</translation>
    </message>
    <message>
        <source>Relate the entity to another</source>
        <translation>ผูกหน่วยนี้กับอีกหน่วย</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>ความสัมพันธ์</translation>
    </message>
    <message>
        <source>Relation by relation</source>
        <translation>ทีละความสัมพันธ์</translation>
    </message>
    <message>
        <source>Relation examples</source>
        <translation>ตัวอย่างความสัมพันธ์</translation>
    </message>
    <message>
        <source>Relation removed · Ctrl+Z undoes it</source>
        <translation>ลบความสัมพันธ์แล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Relation {number}: {reason}</source>
        <translation>ความสัมพันธ์ที่ {number}: {reason}</translation>
    </message>
    <message>
        <source>Relation “{id}”: {reason}</source>
        <translation>ความสัมพันธ์ “{id}”: {reason}</translation>
    </message>
    <message>
        <source>Relations and chains</source>
        <translation>ความสัมพันธ์และสายอ้างอิง</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ลบ</translation>
    </message>
    <message>
        <source>Remove the attribute; values that marks have are kept</source>
        <translation>ลบคุณลักษณะ ค่าที่ติดไว้แล้วยังคงอยู่</translation>
    </message>
    <message>
        <source>Remove the entity</source>
        <translation>ลบหน่วย</translation>
    </message>
    <message>
        <source>Remove the entity with its relations</source>
        <translation>ลบหน่วยพร้อมความสัมพันธ์</translation>
    </message>
    <message>
        <source>Remove the entity with its relations, or the relation</source>
        <translation>ลบหน่วยพร้อมความสัมพันธ์ หรือลบความสัมพันธ์</translation>
    </message>
    <message>
        <source>Remove the fragment in hand, or the last</source>
        <translation>ลบช่วงที่ถืออยู่ หรือช่วงสุดท้าย</translation>
    </message>
    <message>
        <source>Remove the marks</source>
        <translation>ถอดป้าย</translation>
    </message>
    <message>
        <source>Remove the relation</source>
        <translation>ลบความสัมพันธ์</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>เปลี่ยนชื่อ</translation>
    </message>
    <message>
        <source>Rename …  F2</source>
        <translation>เปลี่ยนชื่อ …  F2</translation>
    </message>
    <message>
        <source>Reopens a person's layer with a note</source>
        <translation>เปิดชั้นงานของผู้ติดป้ายอีกครั้งพร้อมหมายเหตุ</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>คืนค่าเดิม</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>คืนค่าเดิมทั้งหมด</translation>
    </message>
    <message>
        <source>Resolve or reopen</source>
        <translation>ตอบแล้ว/เปิดใหม่</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>ตรวจและตัดสิน</translation>
    </message>
    <message>
        <source>Review what others marked</source>
        <translation>ตรวจงานของผู้อื่น</translation>
    </message>
    <message>
        <source>Reviewed, next  Ctrl+↵</source>
        <translation>ตรวจแล้ว ไปต่อ  Ctrl+↵</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>ผู้ตรวจทาน</translation>
    </message>
    <message>
        <source>Right context</source>
        <translation>บริบทขวา</translation>
    </message>
    <message>
        <source>Right examples</source>
        <translation>ตัวอย่างถูก</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>บทบาท</translation>
    </message>
    <message>
        <source>Rows are heads, columns are tails. Space or a click changes a cell.</source>
        <translation>แถว = หัว คอลัมน์ = ปลาย · Space หรือคลิกเพื่อเปลี่ยน</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>กติกา</translation>
    </message>
    <message>
        <source>SQLite reports: {line}</source>
        <translation>SQLite แจ้งว่า: {line}</translation>
    </message>
    <message>
        <source>Same strings</source>
        <translation>ข้อความเดียวกัน</translation>
    </message>
    <message>
        <source>Same words, different labels</source>
        <translation>คำเดียวกัน ป้ายต่างกัน</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>ตัวอย่าง</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>บันทึก</translation>
    </message>
    <message>
        <source>Save as a recipe</source>
        <translation>บันทึกการตั้งค่า</translation>
    </message>
    <message>
        <source>Save as a recipe …</source>
        <translation>บันทึกการตั้งค่า …</translation>
    </message>
    <message>
        <source>Save as {kind} …</source>
        <translation>บันทึกเป็น {kind} …</translation>
    </message>
    <message>
        <source>Save the table …</source>
        <translation>บันทึกตาราง …</translation>
    </message>
    <message>
        <source>Save “{title}” as a picture</source>
        <translation>บันทึก “{title}” เป็นภาพ</translation>
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
        <source>Say what is to be looked at again.</source>
        <translation>บอกสิ่งที่ต้องดูอีกครั้ง</translation>
    </message>
    <message>
        <source>Say what to look for: a string, or a label with --label.</source>
        <translation>ระบุสิ่งที่จะค้นหา: ข้อความ หรือป้ายด้วย --label</translation>
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
        <source>Scroll; the pinned end stays</source>
        <translation>เลื่อนหน้า ต้นทางยังหมุดอยู่</translation>
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
        <source>See how far everybody is, and agrees</source>
        <translation>ดูความคืบหน้าและความเห็นพ้องของทุกคน</translation>
    </message>
    <message>
        <source>See the effects</source>
        <translation>ดูผลก่อนเปลี่ยน</translation>
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
        <source>Select by character</source>
        <translation>เลือกทีละตัวอักษร</translation>
    </message>
    <message>
        <source>Select by line</source>
        <translation>เลือกทีละบรรทัด</translation>
    </message>
    <message>
        <source>Select by phrase</source>
        <translation>เลือกทีละวลี</translation>
    </message>
    <message>
        <source>Select by word</source>
        <translation>เลือกทีละคำ</translation>
    </message>
    <message>
        <source>Select the likely whole name</source>
        <translation>เลือกทั้งชื่อ</translation>
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
        <source>Select to the line's start or end</source>
        <translation>เลือกถึงต้นหรือท้ายบรรทัด</translation>
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
        <source>Send a copy of my work …</source>
        <translation>ส่งสำเนางานของฉัน …</translation>
    </message>
    <message>
        <source>Send all …</source>
        <translation>ส่งทั้งหมด …</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>ส่งกลับ</translation>
    </message>
    <message>
        <source>Send back …</source>
        <translation>ส่งกลับ …</translation>
    </message>
    <message>
        <source>Send my work …</source>
        <translation>ส่งงานของฉัน …</translation>
    </message>
    <message>
        <source>Send the whole project …</source>
        <translation>ส่งทั้งโครงการ …</translation>
    </message>
    <message>
        <source>Sent back with the note.</source>
        <translation>ส่งกลับพร้อมหมายเหตุแล้ว</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>ประโยค</translation>
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
        <source>Short name, English</source>
        <translation>ชื่อสั้น (อังกฤษ)</translation>
    </message>
    <message>
        <source>Short name, Thai</source>
        <translation>ชื่อสั้น (ไทย)</translation>
    </message>
    <message>
        <source>Show all labels (Esc)</source>
        <translation>แสดงทุกป้าย (Esc)</translation>
    </message>
    <message>
        <source>Show conflicts</source>
        <translation>ดูที่ขัดกัน</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>แสดงชื่อ</translation>
    </message>
    <message>
        <source>Show only: {name}</source>
        <translation>เน้นเฉพาะ: {name}</translation>
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
        <source>Show or hide the lines under words</source>
        <translation>แสดงหรือซ่อนเส้นใต้คำ</translation>
    </message>
    <message>
        <source>Show the keys that work now</source>
        <translation>แสดงปุ่มที่ใช้ได้ตอนนี้</translation>
    </message>
    <message>
        <source>Show the mark in focus at the right</source>
        <translation>แสดงหน่วยที่เลือกทางขวา</translation>
    </message>
    <message>
        <source>Show the marks of all labels</source>
        <translation>แสดงหน่วยของทุกป้าย</translation>
    </message>
    <message>
        <source>Shown bright: {names}</source>
        <translation>เน้นเฉพาะ: {names}</translation>
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
        <source>Slip</source>
        <translation>พลาดมือ</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>ตัวอักษรเล็กลง</translation>
    </message>
    <message>
        <source>So it is right</source>
        <translation>ตัวอย่างที่ถูก</translation>
    </message>
    <message>
        <source>So it is wrong</source>
        <translation>ตัวอย่างที่ผิด</translation>
    </message>
    <message>
        <source>Somebody else is called “{name}” already.</source>
        <translation>มีคนอื่นชื่อ “{name}” อยู่แล้ว</translation>
    </message>
    <message>
        <source>Somebody else is called “{name}” here. The one of the bundle is called “{given}” from now on.</source>
        <translation>ในโครงการนี้มีคนอื่นชื่อ “{name}” อยู่แล้ว จึงเรียกคนในแฟ้มรวมงานว่า “{given}” ตั้งแต่นี้ไป</translation>
    </message>
    <message>
        <source>Something failed inside Khaotag: {reason}</source>
        <translation>เกิดข้อผิดพลาดภายในข่าวแท็ก: {reason}</translation>
    </message>
    <message>
        <source>Something that is no record stands here; the rest of the file was not read.</source>
        <translation>ตรงนี้มีสิ่งที่ไม่ใช่ระเบียน ส่วนที่เหลือของไฟล์ไม่ได้อ่าน</translation>
    </message>
    <message>
        <source>Something was imported or merged since then, so the article cannot be made as it was.</source>
        <translation>หลังจากนั้นมีการนำเข้าหรือรวมงาน จึงคืนบทความเป็นอย่างเดิมไม่ได้</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>เรียงตาม</translation>
    </message>
    <message>
        <source>Source (pinned)</source>
        <translation>ต้นทาง (หมุดไว้)</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>แหล่งที่มา</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>การแบ่งชุด</translation>
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
        <source>Start or end of the article</source>
        <translation>ต้นหรือท้ายบทความ</translation>
    </message>
    <message>
        <source>Start or end of the line</source>
        <translation>ต้นหรือท้ายบรรทัด</translation>
    </message>
    <message>
        <source>Status, words, exclusions</source>
        <translation>สถานะ คำ ส่วนที่ตัดออก</translation>
    </message>
    <message>
        <source>Steps back</source>
        <translation>การเลิกทำ</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>ข้อเสนอ</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>สองทาง</translation>
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
        <source>Take all {n} agreed  A</source>
        <translation>รับที่ตรงกันทั้งหมด {n}  A</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>ลบทิ้ง</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>นำออก</translation>
    </message>
    <message>
        <source>Take the end in the frame</source>
        <translation>เลือกปลายทางที่อยู่ในกรอบ</translation>
    </message>
    <message>
        <source>Take the end with that letter</source>
        <translation>เลือกปลายทางที่มีอักษรนั้น</translation>
    </message>
    <message>
        <source>Take the entity out of its chain</source>
        <translation>นำหน่วยออกจากสายอ้างถึง</translation>
    </message>
    <message>
        <source>Take the first relation</source>
        <translation>ใช้ความสัมพันธ์แรก</translation>
    </message>
    <message>
        <source>Take the last rejection back</source>
        <translation>ยกเลิกการปฏิเสธครั้งล่าสุด</translation>
    </message>
    <message>
        <source>Take the next fragment in hand</source>
        <translation>ถือช่วงถัดไปของหน่วย</translation>
    </message>
    <message>
        <source>Take the previous fragment in hand</source>
        <translation>ถือช่วงก่อนหน้าของหน่วย</translation>
    </message>
    <message>
        <source>Take the relation used last</source>
        <translation>ใช้ความสัมพันธ์ล่าสุด</translation>
    </message>
    <message>
        <source>Take theirs  T</source>
        <translation>ใช้ของอีกฝั่ง  T</translation>
    </message>
    <message>
        <source>Take this step back</source>
        <translation>เลิกทำขั้นตอนนี้</translation>
    </message>
    <message>
        <source>Taken back in {n} articles.</source>
        <translation>เลิกทำแล้วใน {n} บทความ</translation>
    </message>
    <message>
        <source>Taken out of its chain · Ctrl+Z undoes it</source>
        <translation>นำออกจากสายอ้างถึงแล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>Teach the selection to the dictionary</source>
        <translation>สอนส่วนที่เลือกให้พจนานุกรม</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>ทีมงาน</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>ข้อความ</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>ตัวอักษรขนาดปกติ</translation>
    </message>
    <message>
        <source>Text is unclear</source>
        <translation>ข้อความกำกวม</translation>
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
        <source>That was the last article of the queue.</source>
        <translation>นี่คือบทความสุดท้ายในคิว</translation>
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
        <source>The Parquet file is damaged from here on: {reason}</source>
        <translation>ไฟล์ Parquet เสียหายตั้งแต่ตรงนี้ไป: {reason}</translation>
    </message>
    <message>
        <source>The XML has a DOCTYPE, which could declare entities without end; such files are refused.</source>
        <translation>XML มี DOCTYPE ซึ่งอาจประกาศเอนทิตีที่ขยายไม่รู้จบ จึงไม่รับไฟล์แบบนี้</translation>
    </message>
    <message>
        <source>The XML is broken at line {line}, column {column}: {reason}.</source>
        <translation>XML เสียที่บรรทัด {line} คอลัมน์ {column}: {reason}</translation>
    </message>
    <message>
        <source>The XML is in an encoding that is not known here. Save it as UTF-8.</source>
        <translation>XML ใช้รหัสอักขระที่โปรแกรมไม่รู้จัก โปรดบันทึกเป็น UTF-8</translation>
    </message>
    <message>
        <source>The XML is nested deeper than {limit} levels, which is the limit.</source>
        <translation>XML ซ้อนลึกเกิน {limit} ชั้นซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The answer is “{answer}”: {count} spans and relations of it are not taken over.</source>
        <translation>คำตอบคือ “{answer}” จึงไม่นำหน่วยและความสัมพันธ์ {count} รายการเข้ามา</translation>
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
        <source>The article is as it was. Undo takes that back.</source>
        <translation>บทความกลับเป็นดังเดิมแล้ว กดเลิกทำเพื่อคืนค่า</translation>
    </message>
    <message>
        <source>The article is still as it was after this.</source>
        <translation>บทความยังเป็นดังหลังขั้นตอนนี้อยู่แล้ว</translation>
    </message>
    <message>
        <source>The article view has a fault: {error}</source>
        <translation>ส่วนแสดงบทความขัดข้อง: {error}</translation>
    </message>
    <message>
        <source>The articles are dealt out. Ctrl+Z takes it back.</source>
        <translation>แจกบทความแล้ว กด Ctrl+Z เพื่อเลิกทำ</translation>
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
        <source>The bundle does not say who “{name}” is.</source>
        <translation>แฟ้มรวมงานไม่ได้บอกว่า “{name}” คือใคร</translation>
    </message>
    <message>
        <source>The bundle holds the text of {article} twice.</source>
        <translation>แฟ้มรวมงานมีข้อความของ {article} ซ้ำสองครั้ง</translation>
    </message>
    <message>
        <source>The bundle would hold more than {limit} bytes, which is the limit. Make several smaller ones, by --annotator or --query.</source>
        <translation>แฟ้มรวมงานจะมีขนาดเกิน {limit} ไบต์ซึ่งเป็นขีดจำกัด ให้แบ่งเป็นหลายแฟ้มด้วย --annotator หรือ --query</translation>
    </message>
    <message>
        <source>The bundle “{path}” is refused: {reason} Ask for it again.</source>
        <translation>ไม่รับแฟ้มรวมงาน “{path}”: {reason} ให้ขอแฟ้มใหม่อีกครั้ง</translation>
    </message>
    <message>
        <source>The bundle “{path}” was made by a newer Khaotag. Update this one.</source>
        <translation>แฟ้มรวมงาน “{path}” สร้างด้วย Khaotag รุ่นใหม่กว่า ให้ปรับรุ่นโปรแกรมนี้ก่อน</translation>
    </message>
    <message>
        <source>The chain “{id}” has fewer than two entities.</source>
        <translation>สายอ้างถึง “{id}” มีไม่ถึงสองหน่วย</translation>
    </message>
    <message>
        <source>The class {number} has no name; there are {count}.</source>
        <translation>คลาส {number} ไม่มีชื่อ มีชื่ออยู่ {count} ชื่อ</translation>
    </message>
    <message>
        <source>The confidence lies between 0 and 1, and is not {confidence}.</source>
        <translation>ค่าความมั่นใจต้องอยู่ระหว่าง 0 ถึง 1 ไม่ใช่ {confidence}</translation>
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
        <source>The document is damaged.</source>
        <translation>เอกสารเสียหาย</translation>
    </message>
    <message>
        <source>The encoding “{encoding}” is unknown. Try utf-8, utf-16 or cp874.</source>
        <translation>ไม่รู้จักรหัสอักษร “{encoding}” ลอง utf-8, utf-16 หรือ cp874</translation>
    </message>
    <message>
        <source>The entity has no second fragment. Del removes it whole.</source>
        <translation>หน่วยนี้มีช่วงเดียว กด Del เพื่อลบทั้งหน่วย</translation>
    </message>
    <message>
        <source>The entity has one fragment only.</source>
        <translation>หน่วยนี้มีช่วงเดียว</translation>
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
        <source>The file ends in the middle of this record; the part that is there was left out.</source>
        <translation>ไฟล์จบกลางระเบียนนี้ จึงไม่ได้นำส่วนที่มีอยู่เข้ามา</translation>
    </message>
    <message>
        <source>The file ends with change {last}, but {seen} was acknowledged: its newest changes are missing. Look for a backup.</source>
        <translation>ไฟล์จบที่การเปลี่ยนแปลง {last} แต่เคยยืนยันถึง {seen} แล้ว: การเปลี่ยนแปลงล่าสุดหายไป หาสำเนาสำรอง</translation>
    </message>
    <message>
        <source>The file has more than {limit} feature structures, which is the limit.</source>
        <translation>ไฟล์มีโครงสร้างลักษณะเกิน {limit} รายการซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The file has more than {limit} references, which is the limit.</source>
        <translation>ไฟล์มีการอ้างอิงเกิน {limit} รายการซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The file has {size} bytes; the limit is {limit}.</source>
        <translation>ไฟล์มี {size} ไบต์ ขีดจำกัดคือ {limit}</translation>
    </message>
    <message>
        <source>The file is cut off or damaged.</source>
        <translation>ไฟล์ขาดหายหรือเสียหาย</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ไฟล์ว่าง</translation>
    </message>
    <message>
        <source>The file is in {scheme}, but {count} of its tags are not, “{tag}” first; each was read as it stands.</source>
        <translation>ไฟล์ใช้รูปแบบ {scheme} แต่มีแท็ก {count} ตัวที่ไม่เป็นไปตามนั้น ตัวแรกคือ “{tag}” ทุกตัวถูกอ่านตามที่เขียนไว้</translation>
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
        <source>The file unpacks to more than {limit} bytes, which is the limit.</source>
        <translation>ไฟล์ขยายออกเกิน {limit} ไบต์ ซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The first row names no column of texts; one must be called {names}. It has: {found}.</source>
        <translation>แถวแรกไม่มีคอลัมน์ข้อความ ต้องมีคอลัมน์ชื่อ {names} แต่พบ: {found}</translation>
    </message>
    <message>
        <source>The first {n} are listed.</source>
        <translation>แสดง {n} จุดแรก</translation>
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
        <source>The fragments of “{id}” no longer fit; it is read in one piece.</source>
        <translation>ช่วงย่อยของ “{id}” ไม่ตรงกับขอบเขตแล้ว จึงอ่านเป็นช่วงเดียว</translation>
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
        <source>The gold layer is decided in the review.</source>
        <translation>ชั้นทองตัดสินกันในหน้าตรวจ</translation>
    </message>
    <message>
        <source>The gold layer is filled by adjudication, not edited under its own name.</source>
        <translation>ชั้นทองได้มาจากการตัดสิน แก้ในชื่อนี้โดยตรงไม่ได้</translation>
    </message>
    <message>
        <source>The guideline of the label in hand</source>
        <translation>แนวทางของป้ายที่ใช้อยู่</translation>
    </message>
    <message>
        <source>The history keeps no rows of this step, so it cannot be taken back.</source>
        <translation>ประวัติไม่ได้เก็บรายละเอียดของขั้นตอนนี้ไว้ จึงเลิกทำไม่ได้</translation>
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
        <source>The label map has no label for {label}.</source>
        <translation>การแปลงป้ายไม่มีป้ายสำหรับ {label}</translation>
    </message>
    <message>
        <source>The label of the chain “{id}” has no place in this format.</source>
        <translation>รูปแบบนี้ไม่มีที่เก็บป้ายของสายอ้างถึง “{id}”</translation>
    </message>
    <message>
        <source>The language is said as --lang th or --lang en.</source>
        <translation>ระบุภาษาเป็น --lang th หรือ --lang en</translation>
    </message>
    <message>
        <source>The last export</source>
        <translation>การส่งออกครั้งล่าสุด</translation>
    </message>
    <message>
        <source>The last rejection is taken back.</source>
        <translation>ยกเลิกการปฏิเสธครั้งล่าสุดแล้ว</translation>
    </message>
    <message>
        <source>The layer has the status “{status}” already.</source>
        <translation>ชั้นงานมีสถานะ “{status}” อยู่แล้ว</translation>
    </message>
    <message>
        <source>The layer is opened again, so it can be changed.</source>
        <translation>ชั้นงานจะถูกเปิดอีกครั้งและแก้ไขได้</translation>
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
        <source>The layer of {annotator} was changed here and there. The one that was here stays; the other is kept beside it until somebody chooses.</source>
        <translation>ชั้นงานของ {annotator} ถูกเปลี่ยนทั้งสองฝั่ง จึงคงของที่นี่ไว้ และเก็บอีกชุดไว้ข้างกันจนกว่าจะมีคนเลือก</translation>
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
        <source>The notes of {annotator} have no ids of their own.</source>
        <translation>บันทึกของ {annotator} ไม่มีรหัสของตัวเอง</translation>
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
        <source>The old label is archived. It is one step and can be taken back.</source>
        <translation>ป้ายเดิมจะถูกเก็บเข้ากรุ เป็นขั้นตอนเดียวและเลิกทำได้</translation>
    </message>
    <message>
        <source>The other project has types that this one does not know. What are they?</source>
        <translation>อีกโครงการมีป้ายที่โครงการนี้ไม่รู้จัก ป้ายเหล่านั้นคืออะไร</translation>
    </message>
    <message>
        <source>The page has {count} tags; the limit is {limit}.</source>
        <translation>หน้าเว็บมี {count} แท็ก ขีดจำกัดคือ {limit}</translation>
    </message>
    <message>
        <source>The picture is a PNG file: “{path}” needs the ending .png.</source>
        <translation>ภาพเป็นไฟล์ PNG “{path}” ต้องลงท้ายด้วย .png</translation>
    </message>
    <message>
        <source>The project knows nobody called “{name}”.</source>
        <translation>โครงการนี้ไม่รู้จักใครชื่อ “{name}”</translation>
    </message>
    <message>
        <source>The quotas leave too few people for this article.</source>
        <translation>โควตาที่กำหนดทำให้บทความนี้มีคนรับไม่พอ</translation>
    </message>
    <message>
        <source>The range {start} to {end} has no label.</source>
        <translation>ช่วง {start} ถึง {end} ไม่มีป้าย</translation>
    </message>
    <message>
        <source>The range {start} to {end} is empty.</source>
        <translation>ช่วง {start} ถึง {end} ว่าง</translation>
    </message>
    <message>
        <source>The reason can be {reasons}, not “{reason}”.</source>
        <translation>เหตุผลเป็นได้เพียง {reasons} ไม่ใช่ “{reason}”</translation>
    </message>
    <message>
        <source>The recipe is kept in the project; on the command line it is --recipe with its name.</source>
        <translation>การตั้งค่าเก็บไว้ในโครงการ ใช้จากบรรทัดคำสั่งได้ด้วย --recipe ตามด้วยชื่อ</translation>
    </message>
    <message>
        <source>The record has more than {limit} bytes, which is the limit.</source>
        <translation>ระเบียนยาวเกิน {limit} ไบต์ซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>The relation layer {name} does not name what it joins (BT_…).</source>
        <translation>เลเยอร์ความสัมพันธ์ {name} ไม่ได้ระบุว่าเชื่อมสิ่งใด (BT_…)</translation>
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
        <source>The row belongs to no article: one of the kind “article” comes first.</source>
        <translation>แถวนี้ไม่อยู่ในบทความใด ต้องมีแถวชนิด “article” มาก่อน</translation>
    </message>
    <message>
        <source>The row cannot be read: {reason}.</source>
        <translation>อ่านแถวไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>The row has no word that follows in its sentence: {line}</source>
        <translation>ไม่พบคำของแถวนี้ในลำดับถัดไปของประโยค: {line}</translation>
    </message>
    <message>
        <source>The row has {count} columns of annotations, but the header names {wanted}.</source>
        <translation>แถวมีคอลัมน์เครื่องหมาย {count} คอลัมน์ แต่ส่วนหัวระบุไว้ {wanted}</translation>
    </message>
    <message>
        <source>The row has {count} columns, the header {expected}.</source>
        <translation>แถวมี {count} คอลัมน์ แต่หัวตารางมี {expected}</translation>
    </message>
    <message>
        <source>The row is of the article “{id}”, whose own row does not come before it.</source>
        <translation>แถวนี้เป็นของบทความ “{id}” แต่แถวของบทความนั้นไม่ได้อยู่ก่อนหน้า</translation>
    </message>
    <message>
        <source>The rule can be {rules}, not “{name}”.</source>
        <translation>กฎเป็นได้เพียง {rules} ไม่ใช่ “{name}”</translation>
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
        <source>The schema has no guideline for this label yet.</source>
        <translation>ชุดป้ายยังไม่มีแนวทางสำหรับป้ายนี้</translation>
    </message>
    <message>
        <source>The schema has no label “{label}”.</source>
        <translation>สคีมาไม่มีป้าย “{label}”</translation>
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
        <source>The schema has no type “{label}” to map another one to.</source>
        <translation>ชุดป้ายไม่มีชนิด “{label}” ให้จับคู่กับชนิดอื่น</translation>
    </message>
    <message>
        <source>The schema is in use · Ctrl+Z takes it back</source>
        <translation>เริ่มใช้โครงร่างแล้ว · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>The schema lacks the key {key}.</source>
        <translation>ชุดป้ายขาดคีย์ {key}</translation>
    </message>
    <message>
        <source>The schema was changed again since then, so this step cannot be taken back alone.</source>
        <translation>หลังจากนั้นโครงร่างถูกแก้อีก จึงเลิกทำเฉพาะขั้นนี้ไม่ได้</translation>
    </message>
    <message>
        <source>The sentence begins at {begin}, but the one before ends at {at}.</source>
        <translation>ประโยคเริ่มที่ {begin} แต่ประโยคก่อนหน้าจบที่ {at}</translation>
    </message>
    <message>
        <source>The span ends at word {at}, but there are {count}.</source>
        <translation>ช่วงจบที่คำที่ {at} แต่มีเพียง {count} คำ</translation>
    </message>
    <message>
        <source>The spans were changed since they were written here; what else was kept of them is left out.</source>
        <translation>ช่วงถูกแก้ไขหลังจากส่งออกไปจากที่นี่ ข้อมูลอื่นที่เก็บไว้กับช่วงจึงไม่ได้นำเข้า</translation>
    </message>
    <message>
        <source>The status can be todo, in_progress or done, not “{status}”.</source>
        <translation>สถานะเป็นได้แค่ todo, in_progress หรือ done ไม่ใช่ “{status}”</translation>
    </message>
    <message>
        <source>The step is taken back.</source>
        <translation>เลิกทำขั้นตอนนั้นแล้ว</translation>
    </message>
    <message>
        <source>The tag {tag} is a number, and the file does not say what it stands for.</source>
        <translation>แท็ก {tag} เป็นตัวเลข และไฟล์ไม่ได้บอกว่าหมายถึงอะไร</translation>
    </message>
    <message>
        <source>The task counts {unit}, not code points; its ranges were converted.</source>
        <translation>งานนี้นับตำแหน่งเป็น{unit} ไม่ใช่โค้ดพอยต์ แปลงช่วงให้แล้ว</translation>
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
        <source>The text is not in the file, but elsewhere: {place}.</source>
        <translation>ข้อความไม่ได้อยู่ในไฟล์นี้ แต่อยู่ที่อื่น: {place}</translation>
    </message>
    <message>
        <source>The text of {article} is not as Khaotag keeps texts.</source>
        <translation>ข้อความของ {article} ไม่อยู่ในรูปที่ Khaotag เก็บ</translation>
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
        <source>The token {index} is not there; the record has {count}.</source>
        <translation>ไม่มีคำที่ {index} ระเบียนนี้มี {count} คำ</translation>
    </message>
    <message>
        <source>The token “{word}” is not what the text has from {start} to {end}.</source>
        <translation>คำ “{word}” ไม่ตรงกับข้อความช่วง {start} ถึง {end}</translation>
    </message>
    <message>
        <source>The tokens are not those of the text.</source>
        <translation>คำที่ให้มาไม่ใช่คำของข้อความ</translation>
    </message>
    <message>
        <source>The tokens overlap or are out of order at {at}.</source>
        <translation>คำทับกันหรือไม่เรียงลำดับที่ {at}</translation>
    </message>
    <message>
        <source>The tokens {first} and {last} are reversed.</source>
        <translation>คำที่ {first} กับ {last} สลับลำดับกัน</translation>
    </message>
    <message>
        <source>The type system beside the file cannot be read, so it is read without it. {reason}</source>
        <translation>อ่านไฟล์ระบบชนิด (type system) ที่อยู่ข้างไฟล์นี้ไม่ได้ จึงอ่านโดยไม่ใช้ {reason}</translation>
    </message>
    <message>
        <source>The type {name} descends from itself, or from too many others.</source>
        <translation>ชนิด {name} สืบทอดจากตัวเอง หรือสืบทอดต่อกันหลายชั้นเกินไป</translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation>ทั้งโครงการ</translation>
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
        <source>There are fewer than two entities to compare.</source>
        <translation>มีหน่วยให้เทียบไม่ถึงสองหน่วย</translation>
    </message>
    <message>
        <source>There are no suggestions in this article.</source>
        <translation>บทความนี้ไม่มีข้อเสนอ</translation>
    </message>
    <message>
        <source>There are no suggestions on screen.</source>
        <translation>ไม่มีข้อเสนอบนหน้าจอ</translation>
    </message>
    <message>
        <source>There are no words in it, under “tokens”.</source>
        <translation>ไม่มีคำอยู่ใน “tokens”</translation>
    </message>
    <message>
        <source>There are no words in it, under “{key}”.</source>
        <translation>ไม่มีคำอยู่ใน “{key}”</translation>
    </message>
    <message>
        <source>There are no words where it begins or ends.</source>
        <translation>จุดเริ่มหรือจุดจบของหน่วยนี้ไม่มีคำอยู่</translation>
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
        <source>There is no article “{id}”.</source>
        <translation>ไม่มีบทความ “{id}”</translation>
    </message>
    <message>
        <source>There is no bundle “{path}”.</source>
        <translation>ไม่มีแฟ้มรวมงาน “{path}”</translation>
    </message>
    <message>
        <source>There is no display, so the window was drawn into {picture}.</source>
        <translation>ไม่มีจอภาพ จึงวาดหน้าต่างลงใน {picture}</translation>
    </message>
    <message>
        <source>There is no engine “{name}”. There are: {known}.</source>
        <translation>ไม่มีตัวเสนอชื่อ “{name}” ที่มีคือ {known}</translation>
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
        <source>There is no label map “{name}”. There are: {known}; or name a .toml or .json file, or write FROM=TO.</source>
        <translation>ไม่มีการแปลงป้ายชื่อ “{name}” ที่มีคือ {known} หรือระบุไฟล์ .toml หรือ .json หรือเขียนเป็น FROM=TO</translation>
    </message>
    <message>
        <source>There is no layer of “{name}”. There are: {known}.</source>
        <translation>ไม่มีชั้นงานของ “{name}” ที่มีคือ: {known}</translation>
    </message>
    <message>
        <source>There is no note “{id}” in this layer.</source>
        <translation>ชั้นงานนี้ไม่มีบันทึก “{id}”</translation>
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
        <source>There is no recipe “{name}”. There are: {known}.</source>
        <translation>ไม่มีการตั้งค่าที่บันทึกไว้ชื่อ “{name}” ที่มีคือ {known}</translation>
    </message>
    <message>
        <source>There is no schema “{name}”. There are: {known}; or name a .toml or .json file.</source>
        <translation>ไม่มีชุดป้าย “{name}” ที่มีคือ: {known} หรือระบุไฟล์ .toml หรือ .json</translation>
    </message>
    <message>
        <source>There is no such step yet.</source>
        <translation>ยังไม่มีการแก้ไขแบบนี้</translation>
    </message>
    <message>
        <source>There is no text in it, only {count} annotations.</source>
        <translation>ไม่มีข้อความในไฟล์ มีเพียงเครื่องหมาย {count} รายการ</translation>
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
        <source>There is no wider name here.</source>
        <translation>ไม่พบชื่อที่ยาวกว่านี้ตรงนี้</translation>
    </message>
    <message>
        <source>There is no word here to look for.</source>
        <translation>ตรงนี้ไม่มีคำให้ค้นหา</translation>
    </message>
    <message>
        <source>There is no word here to mark.</source>
        <translation>ตรงนี้ไม่มีคำให้ติดป้าย</translation>
    </message>
    <message>
        <source>There is nobody else to give the articles of {name} to.</source>
        <translation>ไม่มีคนอื่นที่จะรับบทความของ {name}</translation>
    </message>
    <message>
        <source>There is nothing here that a key can mend.</source>
        <translation>ไม่มีรายการใดที่แก้ได้ด้วยปุ่มเดียว</translation>
    </message>
    <message>
        <source>There is nothing to mark.</source>
        <translation>ไม่มีอะไรให้ติดป้าย</translation>
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
        <source>There was nothing left to mark.</source>
        <translation>ไม่เหลือที่ให้ติดป้ายแล้ว</translation>
    </message>
    <message>
        <source>These two entities have the relation “{label}” already.</source>
        <translation>สองหน่วยนี้มีความสัมพันธ์ “{label}” อยู่แล้ว</translation>
    </message>
    <message>
        <source>These two name the same thing already.</source>
        <translation>สองหน่วยนี้อยู่ในสายอ้างถึงเดียวกันอยู่แล้ว</translation>
    </message>
    <message>
        <source>They have finished no article in common.</source>
        <translation>ไม่มีบทความที่ทั้งสองคนทำเสร็จร่วมกัน</translation>
    </message>
    <message>
        <source>They have marked nothing in an article that both have finished.</source>
        <translation>ทั้งสองคนไม่ได้ติดป้ายอะไรในบทความที่ทำเสร็จทั้งคู่</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>บทความนี้</translation>
    </message>
    <message>
        <source>This article is finished and was left as it is.</source>
        <translation>บทความนี้เสร็จแล้ว จึงคงไว้อย่างเดิม</translation>
    </message>
    <message>
        <source>This article is finished. {key} reopens it.</source>
        <translation>บทความนี้เสร็จแล้ว กด {key} เพื่อเปิดแก้ต่อ</translation>
    </message>
    <message>
        <source>This entity is in no chain.</source>
        <translation>หน่วยนี้ไม่ได้อยู่ในสายอ้างถึงใด</translation>
    </message>
    <message>
        <source>This entity is in no chain. Ctrl+L joins it to another.</source>
        <translation>หน่วยนี้ไม่ได้อยู่ในสายอ้างถึงใด กด Ctrl+L เพื่อโยงกับหน่วยอื่น</translation>
    </message>
    <message>
        <source>This export writes several files, so name a folder instead of “{path}”.</source>
        <translation>การส่งออกนี้เขียนหลายไฟล์ ระบุโฟลเดอร์แทน “{path}”</translation>
    </message>
    <message>
        <source>This file counts {unit}, not code points; {count} ranges were converted.</source>
        <translation>ไฟล์นี้นับตำแหน่งเป็น{unit} ไม่ใช่โค้ดพอยต์ แปลงแล้ว {count} ช่วง</translation>
    </message>
    <message>
        <source>This file needs the extra “{extra}”: pip install 'khaotag[{extra}]'.</source>
        <translation>ไฟล์นี้ต้องใช้ส่วนเสริม “{extra}”: pip install 'khaotag[{extra}]'</translation>
    </message>
    <message>
        <source>This format does not say where marks come from; {count} have an origin, score or votes.</source>
        <translation>รูปแบบนี้ไม่เก็บที่มาของเครื่องหมาย มี {count} รายการที่มีที่มา คะแนน หรือเสียงสนับสนุน</translation>
    </message>
    <message>
        <source>This format holds attributes that are texts with plain names, not those of “{id}”: {names}.</source>
        <translation>รูปแบบนี้เก็บคุณลักษณะที่เป็นข้อความและมีชื่อธรรมดาได้เท่านั้น จึงเก็บคุณลักษณะเหล่านี้ของ “{id}” ไม่ได้: {names}</translation>
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
        <source>This format holds no scores and votes; {count} marks have some.</source>
        <translation>รูปแบบนี้เก็บคะแนนและผลโหวตไม่ได้ มีอยู่ {count} รายการ</translation>
    </message>
    <message>
        <source>This format holds one layer. Choose one with --layer: {known}.</source>
        <translation>รูปแบบนี้เก็บได้ชั้นเดียว เลือกด้วย --layer: {known}</translation>
    </message>
    <message>
        <source>This format reads an underscore alone as a space; there are {count}.</source>
        <translation>รูปแบบนี้อ่านเครื่องหมาย _ ที่อยู่เดี่ยว ๆ เป็นช่องว่าง มีอยู่ {count} ตัว</translation>
    </message>
    <message>
        <source>This is a binary file, not text.</source>
        <translation>นี่เป็นไฟล์ไบนารี ไม่ใช่ข้อความ</translation>
    </message>
    <message>
        <source>This is how the layer of {name} would change:</source>
        <translation>ชั้นงานของ {name} จะเปลี่ยนดังนี้:</translation>
    </message>
    <message>
        <source>This is no feature structure with a type.</source>
        <translation>รายการนี้ไม่ใช่โครงสร้างลักษณะที่มีชนิด</translation>
    </message>
    <message>
        <source>This is no file of spaCy's DocBin.</source>
        <translation>ไฟล์นี้ไม่ใช่ DocBin ของ spaCy</translation>
    </message>
    <message>
        <source>This is no row with a token and its offsets: {line}</source>
        <translation>บรรทัดนี้ไม่ใช่แถวที่มีคำและตำแหน่งของคำ: {line}</translation>
    </message>
    <message>
        <source>This is not the JSON of a CAS: its feature structures are no list, or its views no object.</source>
        <translation>ไฟล์นี้ไม่ใช่ JSON ของ CAS: โครงสร้างลักษณะไม่เป็นรายการ หรือมุมมองไม่เป็นออบเจกต์</translation>
    </message>
    <message>
        <source>This is the layer of {name}: only they or a reviewer can change it.</source>
        <translation>นี่คือชั้นงานของ {name}: เจ้าของหรือผู้ตรวจทานเท่านั้นที่แก้ได้</translation>
    </message>
    <message>
        <source>This kind of line is unknown: {line}</source>
        <translation>ไม่รู้จักบรรทัดชนิดนี้: {line}</translation>
    </message>
    <message>
        <source>This layer is by {name}. Only they or a reviewer can make it as it was.</source>
        <translation>ชั้นงานนี้เป็นของ {name} มีเพียงเจ้าของหรือผู้ตรวจที่ย้อนกลับได้</translation>
    </message>
    <message>
        <source>This place has no version {number}.</source>
        <translation>จุดนี้ไม่มีตัวเลือกที่ {number}</translation>
    </message>
    <message>
        <source>This place is not decided yet.</source>
        <translation>จุดนี้ยังไม่ได้ตัดสิน</translation>
    </message>
    <message>
        <source>This project has no articles yet. Press Ctrl+I to import some, or drop files here.</source>
        <translation>โครงการนี้ยังไม่มีบทความ กด Ctrl+I เพื่อนำเข้า หรือลากไฟล์มาวางที่นี่</translation>
    </message>
    <message>
        <source>This step changed several places of the project. Take it back in all of them?</source>
        <translation>ขั้นตอนนี้แก้หลายแห่งในโครงการ เลิกทำทั้งหมดหรือไม่</translation>
    </message>
    <message>
        <source>This step is by {name}. Only they or a reviewer can take it back.</source>
        <translation>ขั้นตอนนี้เป็นของ {name} เฉพาะเจ้าตัวหรือผู้ตรวจเท่านั้นที่เลิกทำได้</translation>
    </message>
    <message>
        <source>This step is by {name}. Take it back?</source>
        <translation>ขั้นตอนนี้เป็นของ {name} เลิกทำหรือไม่</translation>
    </message>
    <message>
        <source>This step was taken back.</source>
        <translation>ขั้นตอนนี้ถูกเลิกทำแล้ว</translation>
    </message>
    <message>
        <source>This version of WebAnno TSV does not name its columns: “{line}”.</source>
        <translation>WebAnno TSV รุ่นนี้ไม่ได้ระบุชื่อคอลัมน์: “{line}”</translation>
    </message>
    <message>
        <source>This version of {article} has been settled already.</source>
        <translation>มีคนเลือกรุ่นนี้ของ {article} ไปแล้ว</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>พาดหัว</translation>
    </message>
    <message>
        <source>Title inside or outside the name</source>
        <translation>คำนำหน้าอยู่ในหรือนอกชื่อ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>ไปยัง</translation>
    </message>
    <message>
        <source>To look at, not to change</source>
        <translation>ดูได้อย่างเดียว แก้ไม่ได้</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>ให้ใคร</translation>
    </message>
    <message>
        <source>Train, dev, test</source>
        <translation>ฝึก พัฒนา ทดสอบ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ลองใหม่</translation>
    </message>
    <message>
        <source>Turn it round</source>
        <translation>สลับทิศ</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>สลับทิศ</translation>
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
        <source>Two people of the bundle have one name here. Rename the one who is here first.</source>
        <translation>คนสองคนในแฟ้มรวมงานมีชื่อเดียวกันในโครงการนี้ ให้เปลี่ยนชื่อคนที่อยู่ในโครงการก่อน</translation>
    </message>
    <message>
        <source>Two people would be called “{name}”. Rename one of them first.</source>
        <translation>จะมีสองคนชื่อ “{name}” ให้เปลี่ยนชื่อคนหนึ่งก่อน</translation>
    </message>
    <message>
        <source>Two projects changed these apart from each other. What is here stays until you choose.</source>
        <translation>รายการเหล่านี้ถูกแก้แยกกันในสองโครงการ ของที่นี่คงไว้จนกว่าคุณจะเลือก</translation>
    </message>
    <message>
        <source>Type the letter of what names the same</source>
        <translation>พิมพ์อักษรของหน่วยที่หมายถึงสิ่งเดียวกัน</translation>
    </message>
    <message>
        <source>Type what to look for, or choose a label to see all that is marked so.</source>
        <translation>พิมพ์สิ่งที่จะค้นหา หรือเลือกป้ายเพื่อดูทุกแห่งที่ติดป้ายนั้น</translation>
    </message>
    <message>
        <source>UIMA CAS files need the extra “cas”: pip install 'khaotag[cas]'.</source>
        <translation>ไฟล์ UIMA CAS ต้องใช้ส่วนเสริม “cas”: pip install 'khaotag[cas]'</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>หน่วย UTF-16</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>เส้นใต้</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>เลิกทำ</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>เลิกทำ: {what}</translation>
    </message>
    <message>
        <source>Unrelated pairs</source>
        <translation>คู่ที่ไม่สัมพันธ์</translation>
    </message>
    <message>
        <source>Updating “{path}” would lose rows of {tables}; nothing was changed.</source>
        <translation>ถ้าปรับรุ่น “{path}” จะเสียแถวใน {tables} จึงไม่ได้เปลี่ยนอะไร</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>นำกลับมาใช้</translation>
    </message>
    <message>
        <source>Use the last label again</source>
        <translation>ใช้ป้ายล่าสุดซ้ำ</translation>
    </message>
    <message>
        <source>Use this schema</source>
        <translation>ใช้โครงร่างนี้</translation>
    </message>
    <message>
        <source>Values, with commas between them</source>
        <translation>ค่า คั่นด้วยจุลภาค</translation>
    </message>
    <message>
        <source>Web pages need the extra “html”: pip install 'khaotag[html]'.</source>
        <translation>หน้าเว็บต้องใช้ส่วนเสริม “html”: pip install 'khaotag[html]'</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ทำอะไร</translation>
    </message>
    <message>
        <source>What is reported</source>
        <translation>สิ่งที่รายงาน</translation>
    </message>
    <message>
        <source>What is to be looked at again</source>
        <translation>สิ่งที่ต้องดูอีกครั้ง</translation>
    </message>
    <message>
        <source>What relations may join</source>
        <translation>ความสัมพันธ์เชื่อมอะไรกับอะไรได้</translation>
    </message>
    <message>
        <source>What somebody has not begun for so long goes to another of these people.</source>
        <translation>บทความที่ค้างไว้ไม่ได้เริ่มนานเท่านี้จะย้ายไปให้คนอื่นในรายชื่อนี้</translation>
    </message>
    <message>
        <source>What the next reader should know</source>
        <translation>สิ่งที่คนอ่านต่อควรรู้</translation>
    </message>
    <message>
        <source>What this schema changes</source>
        <translation>โครงร่างนี้เปลี่ยนอะไรบ้าง</translation>
    </message>
    <message>
        <source>What this step joins was taken away in the meantime, so the step cannot be kept.</source>
        <translation>สิ่งที่ขั้นตอนนี้เชื่อมไว้ถูกนำออกไปในระหว่างนั้น จึงบันทึกขั้นตอนนี้ไม่ได้</translation>
    </message>
    <message>
        <source>What this step removes was joined to something in the meantime, so it cannot be kept.</source>
        <translation>สิ่งที่ขั้นตอนนี้ลบถูกเชื่อมกับสิ่งอื่นไปแล้วในระหว่างนั้น จึงบันทึกขั้นตอนนี้ไม่ได้</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>สิ่งที่ค้นหา</translation>
    </message>
    <message>
        <source>What you change here is recorded as yours.</source>
        <translation>สิ่งที่คุณแก้ที่นี่จะบันทึกว่าเป็นฝีมือคุณ</translation>
    </message>
    <message>
        <source>What you mark is looked for elsewhere and proposed here.</source>
        <translation>สิ่งที่คุณติดป้ายจะถูกค้นหาที่อื่นแล้วเสนอไว้ที่นี่</translation>
    </message>
    <message>
        <source>What “{label}” is</source>
        <translation>“{label}” คือป้ายใด</translation>
    </message>
    <message>
        <source>When</source>
        <translation>เมื่อ</translation>
    </message>
    <message>
        <source>Which types it joins</source>
        <translation>เชื่อมป้ายใดกับป้ายใด</translation>
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
        <source>Whole project</source>
        <translation>ทั้งโครงการ</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>ทั้งคำ</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>ป้ายของใคร</translation>
    </message>
    <message>
        <source>Whose layer</source>
        <translation>ชั้นงานของใคร</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>คอลัมน์กว้างขึ้น</translation>
    </message>
    <message>
        <source>Widest column</source>
        <translation>ความกว้างคอลัมน์สูงสุด</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>หน้าต่าง</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>คำ</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>ทีละคำ</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>คำ</translation>
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
        <source>Wrong examples</source>
        <translation>ตัวอย่างผิด</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ใช่</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>ใช่หรือไม่</translation>
    </message>
    <message>
        <source>Your marks are kept in a layer of this name.</source>
        <translation>ป้ายของคุณจะเก็บในชั้นงานชื่อนี้</translation>
    </message>
    <message>
        <source>[first, last, first, last, label]</source>
        <translation>[คำแรก, คำสุดท้าย, คำแรก, คำสุดท้าย, ป้าย]</translation>
    </message>
    <message>
        <source>[first, last, label]</source>
        <translation>[คำแรก, คำสุดท้าย, ป้าย]</translation>
    </message>
    <message>
        <source>[first, last]</source>
        <translation>[คำแรก, คำสุดท้าย]</translation>
    </message>
    <message>
        <source>[head, tail, label]</source>
        <translation>[ต้นทาง, ปลายทาง, ป้าย]</translation>
    </message>
    <message>
        <source>[start, end, label]</source>
        <translation>[เริ่ม, จบ, ป้าย]</translation>
    </message>
    <message>
        <source>[{name}] holds nothing; it was left out.</source>
        <translation>[{name}] ไม่มีข้อความอยู่ข้างใน จึงตัดออก</translation>
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
        <source>a change</source>
        <translation>รายการเปลี่ยนแปลง</translation>
    </message>
    <message>
        <source>a hash</source>
        <translation>ค่าแฮช</translation>
    </message>
    <message>
        <source>a line has more than {limit} bytes, which is the limit.</source>
        <translation>มีบรรทัดที่ยาวเกิน {limit} ไบต์ซึ่งเป็นขีดจำกัด</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>รายการ</translation>
    </message>
    <message>
        <source>a list of lists</source>
        <translation>รายการของรายการ</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>รายการของออบเจ็กต์</translation>
    </message>
    <message>
        <source>a list of pairs of offsets</source>
        <translation>รายการของคู่ตำแหน่ง</translation>
    </message>
    <message>
        <source>a name and a uuid</source>
        <translation>ชื่อกับ uuid</translation>
    </message>
    <message>
        <source>a name and two numbers</source>
        <translation>ชื่อหนึ่งชื่อกับตัวเลขสองตัว</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>ตัวเลข</translation>
    </message>
    <message>
        <source>a pair of texts</source>
        <translation>ข้อความสองภาษา</translation>
    </message>
    <message>
        <source>a pair of whole numbers</source>
        <translation>คู่ของจำนวนเต็ม</translation>
    </message>
    <message>
        <source>a pair of whole numbers for each token</source>
        <translation>คู่จำนวนเต็มสำหรับทุกคำ</translation>
    </message>
    <message>
        <source>a pair that it may not join</source>
        <translation>คู่ที่เชื่อมกันไม่ได้</translation>
    </message>
    <message>
        <source>a person's name</source>
        <translation>ชื่อบุคคล</translation>
    </message>
    <message>
        <source>a relation has two arguments.</source>
        <translation>ความสัมพันธ์มีสองปลาย</translation>
    </message>
    <message>
        <source>a relation type that is not there</source>
        <translation>ความสัมพันธ์ที่ไม่มีในโครงร่าง</translation>
    </message>
    <message>
        <source>a short text</source>
        <translation>ข้อความสั้น</translation>
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
        <source>a word</source>
        <translation>คำ</translation>
    </message>
    <message>
        <source>accept, reject or ignore</source>
        <translation>accept, reject หรือ ignore</translation>
    </message>
    <message>
        <source>accepted what all agree on</source>
        <translation>รับสิ่งที่ทุกคนเห็นตรงกัน</translation>
    </message>
    <message>
        <source>add</source>
        <translation>เพิ่ม</translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>ตัดสินครบแล้ว</translation>
    </message>
    <message>
        <source>all pairs together</source>
        <translation>ทุกคู่รวมกัน</translation>
    </message>
    <message>
        <source>allow or not</source>
        <translation>เปิด/ปิด</translation>
    </message>
    <message>
        <source>an entity type that is not there</source>
        <translation>ป้ายที่ไม่มีในโครงร่าง</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ออบเจกต์ JSON</translation>
    </message>
    <message>
        <source>an offset in the text</source>
        <translation>ตำแหน่งในข้อความ</translation>
    </message>
    <message>
        <source>another one has the same id.</source>
        <translation>มีอีกรายการที่ใช้รหัสเดียวกัน</translation>
    </message>
    <message>
        <source>article, layer, entity or relation</source>
        <translation>article, layer, entity หรือ relation</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>มอบหมายแล้ว</translation>
    </message>
    <message>
        <source>assigned articles</source>
        <translation>มอบหมายบทความ</translation>
    </message>
    <message>
        <source>at least {counts}</source>
        <translation>อย่างน้อย {counts}</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>ไม่เกิน</translation>
    </message>
    <message>
        <source>back</source>
        <translation>ถอยกลับ</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>ขอบเขต</translation>
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
        <source>chains alone</source>
        <translation>เฉพาะสายอ้างถึง</translation>
    </message>
    <message>
        <source>changed a chain</source>
        <translation>แก้สายอ้างถึง</translation>
    </message>
    <message>
        <source>changed a decision</source>
        <translation>แก้คำตัดสิน</translation>
    </message>
    <message>
        <source>changed a label</source>
        <translation>เปลี่ยนป้าย</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>เปลี่ยนไปหลังตัดสิน</translation>
    </message>
    <message>
        <source>changed something else</source>
        <translation>การแก้ไขอื่น</translation>
    </message>
    <message>
        <source>changed the relation “{one}” to “{other}”</source>
        <translation>เปลี่ยนความสัมพันธ์ “{one}” เป็น “{other}”</translation>
    </message>
    <message>
        <source>changed the schema</source>
        <translation>เปลี่ยนชุดป้าย</translation>
    </message>
    <message>
        <source>changed words or exclusions</source>
        <translation>แก้การแบ่งคำหรือส่วนที่ไม่ใช่ข่าว</translation>
    </message>
    <message>
        <source>changed {count} entities</source>
        <translation>แก้ {count} หน่วย</translation>
    </message>
    <message>
        <source>changed, not in use yet</source>
        <translation>แก้ไขแล้ว ยังไม่ใช้</translation>
    </message>
    <message>
        <source>close</source>
        <translation>ปิด</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>โค้ดพอยต์</translation>
    </message>
    <message>
        <source>comparing {done} of {total} articles …</source>
        <translation>กำลังเทียบ {done} จาก {total} บทความ …</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>ขัดกัน</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>แก้แล้ว</translation>
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
        <source>decided</source>
        <translation>ตัดสินแล้ว</translation>
    </message>
    <message>
        <source>decided on a dispute</source>
        <translation>ตัดสินข้อขัดแย้ง</translation>
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
        <source>directed</source>
        <translation>มีทิศ</translation>
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
        <source>entities and relations</source>
        <translation>หน่วยและความสัมพันธ์</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ตัดออก</translation>
    </message>
    <message>
        <source>filled the gold layer by a rule</source>
        <translation>เติมชั้นทองตามกฎ</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>เสร็จแล้ว</translation>
    </message>
    <message>
        <source>finished · in progress · not begun</source>
        <translation>เสร็จ · ทำอยู่ · ยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>forgot the word “{words}”</source>
        <translation>นำคำ “{words}” ออกจากพจนานุกรม</translation>
    </message>
    <message>
        <source>from</source>
        <translation>จาก</translation>
    </message>
    <message>
        <source>from {origin}</source>
        <translation>จาก {origin}</translation>
    </message>
    <message>
        <source>from {source}</source>
        <translation>จาก {source}</translation>
    </message>
    <message>
        <source>gave a decision its reason</source>
        <translation>ให้เหตุผลการตัดสิน</translation>
    </message>
    <message>
        <source>gave marks the label that theirs was merged into</source>
        <translation>เปลี่ยนป้ายตามการรวมป้าย</translation>
    </message>
    <message>
        <source>graphemes</source>
        <translation>ตัวอักษรที่ตาเห็น (กราฟีม)</translation>
    </message>
    <message>
        <source>hard to read</source>
        <translation>อ่านยาก</translation>
    </message>
    <message>
        <source>holds everything</source>
        <translation>ครบทุกอย่าง</translation>
    </message>
    <message>
        <source>imported {count} articles</source>
        <translation>นำเข้า {count} บทความ</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>ทำอยู่</translation>
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
        <source>it holds files that no bundle holds.</source>
        <translation>มีไฟล์ที่แฟ้มรวมงานไม่มี</translation>
    </message>
    <message>
        <source>it is cut short, or was changed since it was made.</source>
        <translation>แฟ้มขาดไปหรือถูกแก้ไขหลังจากสร้าง</translation>
    </message>
    <message>
        <source>it is not laid out as a bundle is.</source>
        <translation>โครงสร้างไม่เป็นแบบแฟ้มรวมงาน</translation>
    </message>
    <message>
        <source>it joins types that it may not join</source>
        <translation>เชื่อมชนิดที่เชื่อมกันไม่ได้</translation>
    </message>
    <message>
        <source>it points at nothing.</source>
        <translation>ไม่ได้ชี้ไปที่รายการใด</translation>
    </message>
    <message>
        <source>it unpacks to more than {limit} bytes.</source>
        <translation>เมื่อคลายแล้วมีขนาดเกิน {limit} ไบต์</translation>
    </message>
    <message>
        <source>it unpacks to more than {limit} times its size.</source>
        <translation>เมื่อคลายแล้วใหญ่เกิน {limit} เท่าของขนาดเดิม</translation>
    </message>
    <message>
        <source>its articles are not what its manifest says.</source>
        <translation>บทความในแฟ้มไม่ตรงกับที่ระบุไว้ในบัญชีแฟ้ม</translation>
    </message>
    <message>
        <source>its links go in a circle.</source>
        <translation>ลิงก์ในสายอ้างถึงวนกลับมาที่เดิม</translation>
    </message>
    <message>
        <source>its relation type is not in the schema</source>
        <translation>โครงร่างป้ายไม่มีชนิดความสัมพันธ์นี้</translation>
    </message>
    <message>
        <source>its size cannot be right.</source>
        <translation>ขนาดแฟ้มไม่ถูกต้อง</translation>
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
        <source>kept a version beside</source>
        <translation>เก็บอีกฉบับไว้ข้างกัน</translation>
    </message>
    <message>
        <source>kept the version that is here</source>
        <translation>ใช้ฉบับที่มีอยู่ที่นี่</translation>
    </message>
    <message>
        <source>label</source>
        <translation>ป้าย</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>ออก</translation>
    </message>
    <message>
        <source>left, right or bi</source>
        <translation>left, right หรือ bi</translation>
    </message>
    <message>
        <source>lies outside the text</source>
        <translation>อยู่นอกข้อความ</translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>บรรทัดที่ {line}: {reason}</translation>
    </message>
    <message>
        <source>made a stretch one word</source>
        <translation>รวมข้อความเป็นคำเดียว</translation>
    </message>
    <message>
        <source>made the article as it was</source>
        <translation>ย้อนบทความกลับเป็นดังเดิม</translation>
    </message>
    <message>
        <source>made the relation “{relation}”</source>
        <translation>สร้างความสัมพันธ์ “{relation}”</translation>
    </message>
    <message>
        <source>mark them</source>
        <translation>ติดป้ายทั้งหมด</translation>
    </message>
    <message>
        <source>marked an entity</source>
        <translation>ติดป้ายหน่วย</translation>
    </message>
    <message>
        <source>marked many places</source>
        <translation>ติดป้ายหลายแห่งพร้อมกัน</translation>
    </message>
    <message>
        <source>marked {count} entities</source>
        <translation>ติดป้าย {count} หน่วย</translation>
    </message>
    <message>
        <source>marked “{surface}” as {label}</source>
        <translation>ติดป้าย “{surface}” เป็น {label}</translation>
    </message>
    <message>
        <source>may not be discontinuous</source>
        <translation>ไม่ต่อเนื่องไม่ได้</translation>
    </message>
    <message>
        <source>measured at {time}</source>
        <translation>คำนวณล่าสุด {time}</translation>
    </message>
    <message>
        <source>measuring …</source>
        <translation>กำลังคำนวณ …</translation>
    </message>
    <message>
        <source>mended inconsistencies</source>
        <translation>แก้จุดที่ติดป้ายไม่ตรงกัน</translation>
    </message>
    <message>
        <source>merged “{source}” with {count} articles</source>
        <translation>รวม “{source}” จำนวน {count} บทความ</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ขาดหาย</translation>
    </message>
    <message>
        <source>mostly: {kind}</source>
        <translation>ส่วนใหญ่: {kind}</translation>
    </message>
    <message>
        <source>moved an edge</source>
        <translation>ขยับขอบ</translation>
    </message>
    <message>
        <source>moved the edges of “{surface}”</source>
        <translation>ปรับขอบของ “{surface}”</translation>
    </message>
    <message>
        <source>names an entity that is not there</source>
        <translation>อ้างถึงหน่วยที่ไม่มีอยู่</translation>
    </message>
    <message>
        <source>needs the extra “{extra}”</source>
        <translation>ต้องมีส่วนเสริม “{extra}”</translation>
    </message>
    <message>
        <source>nested in</source>
        <translation>ซ้อนใน</translation>
    </message>
    <message>
        <source>next end</source>
        <translation>ปลายทางถัดไป</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ไม่จำกัด</translation>
    </message>
    <message>
        <source>no mark</source>
        <translation>ไม่มีป้าย</translation>
    </message>
    <message>
        <source>no year here or behind it</source>
        <translation>ไม่มีปีทั้งในและหลังหน่วยนี้</translation>
    </message>
    <message>
        <source>none is right</source>
        <translation>ไม่มีฉบับใดถูก</translation>
    </message>
    <message>
        <source>none on screen, Tab goes to the next</source>
        <translation>ไม่มีบนจอ กด Tab ไปยังปลายทางถัดไป</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>ยังไม่ได้มอบหมาย</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>ยังไม่เริ่ม</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>ยังไม่ติดป้าย</translation>
    </message>
    <message>
        <source>nothing here can be joined to it</source>
        <translation>ไม่มีอะไรในบทความนี้ที่เชื่อมได้</translation>
    </message>
    <message>
        <source>of all articles</source>
        <translation>ของทุกบทความ</translation>
    </message>
    <message>
        <source>of their queue</source>
        <translation>ของคิวตัวเอง</translation>
    </message>
    <message>
        <source>only here {here} · only there {there}</source>
        <translation>มีเฉพาะที่นี่ {here} · มีเฉพาะอีกฝั่ง {there}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ค้างอยู่</translation>
    </message>
    <message>
        <source>pairs of entities</source>
        <translation>คู่ของหน่วย</translation>
    </message>
    <message>
        <source>press a key …</source>
        <translation>กดปุ่ม …</translation>
    </message>
    <message>
        <source>press its number</source>
        <translation>กดเลขของความสัมพันธ์</translation>
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
        <source>purged articles</source>
        <translation>ลบบทความถาวร</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ไม่รับ</translation>
    </message>
    <message>
        <source>rejected once</source>
        <translation>ปฏิเสธ 1 ครั้ง</translation>
    </message>
    <message>
        <source>rejected twice</source>
        <translation>ปฏิเสธ 2 ครั้ง</translation>
    </message>
    <message>
        <source>rejected {count} times</source>
        <translation>ปฏิเสธ {count} ครั้ง</translation>
    </message>
    <message>
        <source>relabelled “{surface}” from {one} to {other}</source>
        <translation>เปลี่ยนป้ายของ “{surface}” จาก {one} เป็น {other}</translation>
    </message>
    <message>
        <source>related two entities</source>
        <translation>ผูกสองหน่วย</translation>
    </message>
    <message>
        <source>related “{first}” to “{second}” as {relation}</source>
        <translation>โยง “{first}” กับ “{second}” เป็น {relation}</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>ความสัมพันธ์</translation>
    </message>
    <message>
        <source>removed a mark</source>
        <translation>ลบป้าย</translation>
    </message>
    <message>
        <source>removed a note</source>
        <translation>ลบบันทึก</translation>
    </message>
    <message>
        <source>removed a relation</source>
        <translation>ลบความสัมพันธ์</translation>
    </message>
    <message>
        <source>removed the relation {relation} from “{first}” to “{second}”</source>
        <translation>ลบความสัมพันธ์ {relation} จาก “{first}” ถึง “{second}”</translation>
    </message>
    <message>
        <source>removed the relation “{relation}”</source>
        <translation>ลบความสัมพันธ์ “{relation}”</translation>
    </message>
    <message>
        <source>removed {count} articles</source>
        <translation>ย้าย {count} บทความลงถังขยะ</translation>
    </message>
    <message>
        <source>removed {count} entities</source>
        <translation>ลบ {count} หน่วย</translation>
    </message>
    <message>
        <source>removed “{surface}” ({label})</source>
        <translation>ลบ “{surface}” ({label})</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>ตอบแล้ว</translation>
    </message>
    <message>
        <source>rows {a} · columns {b}</source>
        <translation>แถว {a} · คอลัมน์ {b}</translation>
    </message>
    <message>
        <source>said who reviews</source>
        <translation>กำหนดผู้ตรวจ</translation>
    </message>
    <message>
        <source>sara am in two parts</source>
        <translation>สระอำแยกเป็นสองส่วน</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>เลื่อน</translation>
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
        <source>set attributes of the relation “{relation}”</source>
        <translation>ตั้งคุณลักษณะของความสัมพันธ์ “{relation}”</translation>
    </message>
    <message>
        <source>set attributes of “{surface}”</source>
        <translation>ตั้งคุณลักษณะของ “{surface}”</translation>
    </message>
    <message>
        <source>set the status</source>
        <translation>ตั้งสถานะ</translation>
    </message>
    <message>
        <source>set the status: {status}</source>
        <translation>ตั้งสถานะ: {status}</translation>
    </message>
    <message>
        <source>several kept</source>
        <translation>เก็บหลายฉบับ</translation>
    </message>
    <message>
        <source>small: n</source>
        <translation>เล็ก: n</translation>
    </message>
    <message>
        <source>spaCy files need the extra “spacy”: pip install 'khaotag[spacy]'.</source>
        <translation>ไฟล์ของ spaCy ต้องใช้ส่วนเสริม “spacy”: pip install 'khaotag[spacy]'</translation>
    </message>
    <message>
        <source>split a word</source>
        <translation>แยกคำ</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>สองทาง</translation>
    </message>
    <message>
        <source>taken, several, edited or none</source>
        <translation>taken, several, edited หรือ none</translation>
    </message>
    <message>
        <source>taught a word</source>
        <translation>สอนคำใหม่</translation>
    </message>
    <message>
        <source>taught the word “{words}”</source>
        <translation>สอนคำ “{words}”</translation>
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
        <source>the article’s words and exclusions</source>
        <translation>คำและช่วงที่ตัดออกของบทความ</translation>
    </message>
    <message>
        <source>the entity “{id}” is not there.</source>
        <translation>ไม่มีหน่วย “{id}”</translation>
    </message>
    <message>
        <source>the feature structure “{id}” is not there.</source>
        <translation>ไม่มีโครงสร้างลักษณะ “{id}”</translation>
    </message>
    <message>
        <source>the first {n} are listed</source>
        <translation>แสดง {n} แห่งแรก</translation>
    </message>
    <message>
        <source>the trigger “{id}” is not there.</source>
        <translation>ไม่มีตัวกระตุ้น “{id}”</translation>
    </message>
    <message>
        <source>three texts</source>
        <translation>ข้อความสามรายการ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>ไปยัง</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>วันนี้ {time}</translation>
    </message>
    <message>
        <source>todo, in_progress or done</source>
        <translation>todo, in_progress หรือ done</translation>
    </message>
    <message>
        <source>took the version of the bundle</source>
        <translation>ใช้ฉบับจากชุดงานที่รวมเข้ามา</translation>
    </message>
    <message>
        <source>turn round</source>
        <translation>สลับทิศ</translation>
    </message>
    <message>
        <source>turned a relation round</source>
        <translation>สลับทิศความสัมพันธ์</translation>
    </message>
    <message>
        <source>turned the relation “{relation}” round</source>
        <translation>สลับทิศความสัมพันธ์ “{relation}”</translation>
    </message>
    <message>
        <source>type the letter of the other end</source>
        <translation>พิมพ์อักษรของปลายทาง</translation>
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
        <source>what a suggestion has there</source>
        <translation>ค่าที่ข้อเสนอแนะควรมีตรงนั้น</translation>
    </message>
    <message>
        <source>withdrew a decision</source>
        <translation>ถอนการตัดสิน</translation>
    </message>
    <message>
        <source>within</source>
        <translation>ซ้อนใน</translation>
    </message>
    <message>
        <source>words, nested entities</source>
        <translation>โทเคน หน่วยซ้อนกันได้</translation>
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
        <source>wrote a note on “{surface}”</source>
        <translation>เขียนบันทึกที่ “{surface}”</translation>
    </message>
    <message>
        <source>wrote the note “{words}”</source>
        <translation>เขียนบันทึก “{words}”</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>เมื่อวาน</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>เมื่อวาน {time}</translation>
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
        <source>{annotator} has finished this layer, so its marks are locked. Reopen it first: set its status to in progress.</source>
        <translation>{annotator} ทำชั้นงานนี้เสร็จแล้ว ป้ายจึงถูกล็อกไว้ ให้เปิดใหม่ก่อนโดยเปลี่ยนสถานะเป็น “กำลังทำ”</translation>
    </message>
    <message>
        <source>{articles} articles, {entities} entities and {relations} relations were written to {out}.</source>
        <translation>เขียน {articles} บทความ {entities} หน่วย และ {relations} ความสัมพันธ์ ลงใน {out} แล้ว</translation>
    </message>
    <message>
        <source>{articles} articles, {entities} entities, {relations} relations</source>
        <translation>{articles} บทความ {entities} หน่วย {relations} ความสัมพันธ์</translation>
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
        <source>{conflicts} conflict with other marks and are not ticked for you · {marked} are marked already</source>
        <translation>{conflicts} แห่งขัดกับป้ายเดิม ไม่ถูกเลือกให้ · {marked} แห่งติดป้ายแล้ว</translation>
    </message>
    <message>
        <source>{count} conflicts, left alone</source>
        <translation>ขัดกัน {count} (ไม่แตะ)</translation>
    </message>
    <message>
        <source>{count} excluded</source>
        <translation>ไม่ใช่เนื้อข่าว {count}</translation>
    </message>
    <message>
        <source>{count} inside longer words, left alone</source>
        <translation>อยู่ในคำยาวกว่า {count} (ไม่แตะ)</translation>
    </message>
    <message>
        <source>{count} marked already</source>
        <translation>ติดป้ายแล้ว {count}</translation>
    </message>
    <message>
        <source>{count} marked · Ctrl+Z undoes it</source>
        <translation>ติดป้ายแล้ว {count} แห่ง · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>{count} mended · Ctrl+Z undoes it</source>
        <translation>แก้แล้ว {count} จุด · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>{count} predictions of machines are suggestions and were not taken over.</source>
        <translation>คำทำนายของเครื่อง {count} ชุดเป็นเพียงคำเสนอ จึงไม่ได้นำเข้ามา</translation>
    </message>
    <message>
        <source>{count} relations join no spans that are there, or have no label; they were left out.</source>
        <translation>ความสัมพันธ์ {count} รายการเชื่อมช่วงข้อความที่ไม่มีอยู่ หรือไม่มีป้าย จึงถูกตัดออก</translation>
    </message>
    <message>
        <source>{count} results of the type “{kind}” are not on the text and were left out.</source>
        <translation>ผลลัพธ์ประเภท “{kind}” {count} รายการไม่ได้อยู่บนข้อความ จึงไม่ได้นำเข้ามา</translation>
    </message>
    <message>
        <source>{count} sentences have events, which are not read.</source>
        <translation>มี {count} ประโยคที่มีเหตุการณ์ ซึ่งโปรแกรมไม่ได้อ่าน</translation>
    </message>
    <message>
        <source>{count} spans that relations or clusters name are no entities of the file; added as {label}.</source>
        <translation>มี {count} ช่วงที่ความสัมพันธ์หรือกลุ่มอ้างถึงแต่ไม่เป็นหน่วยในไฟล์ จึงเพิ่มเป็น {label}</translation>
    </message>
    <message>
        <source>{count} suggestions</source>
        <translation>ข้อเสนอ {count}</translation>
    </message>
    <message>
        <source>{count} suggestions accepted · Ctrl+Z undoes it</source>
        <translation>รับข้อเสนอแล้ว {count} รายการ · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>{count} to mark</source>
        <translation>จะติดป้าย {count}</translation>
    </message>
    <message>
        <source>{count} × {name}. The text is kept as it came.</source>
        <translation>{name} {count} ตัว ข้อความคงไว้ตามต้นฉบับ</translation>
    </message>
    <message>
        <source>{day}: {n} layers finished so far</source>
        <translation>{day}: เสร็จแล้วรวม {n} ชั้นงาน</translation>
    </message>
    <message>
        <source>{done} of {total} read</source>
        <translation>อ่านแล้ว {done} จาก {total}</translation>
    </message>
    <message>
        <source>{here} of {n} in the queue</source>
        <translation>บทความ {here}/{n} ในคิวตรวจ</translation>
    </message>
    <message>
        <source>{hits} places in {articles} articles · the first after {ms} ms</source>
        <translation>{hits} แห่งใน {articles} บทความ · พบแห่งแรกใน {ms} มิลลิวินาที</translation>
    </message>
    <message>
        <source>{hits} places in {articles} articles …</source>
        <translation>{hits} แห่งใน {articles} บทความ …</translation>
    </message>
    <message>
        <source>{id} lies in the bin here. Import its text again to have it back, then merge once more.</source>
        <translation>{id} อยู่ในถังขยะของโครงการนี้ ให้นำเข้าข้อความเดิมเพื่อเรียกคืน แล้วรวมงานอีกครั้ง</translation>
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
        <source>{key} always means the same, so that one finds the way out.</source>
        <translation>{key} มีความหมายเดียวเสมอ เพื่อให้หาทางออกเจอ</translation>
    </message>
    <message>
        <source>{key} is taken: {title}.</source>
        <translation>{key} ใช้แล้วกับ: {title}</translation>
    </message>
    <message>
        <source>{key} is the key of the label “{label}”.</source>
        <translation>{key} เป็นปุ่มของป้าย “{label}”</translation>
    </message>
    <message>
        <source>{label} here, {other} {count}×</source>
        <translation>ตรงนี้เป็น{label} ที่อื่นเป็น{other} {count} แห่ง</translation>
    </message>
    <message>
        <source>{label} here, {other} {count}× · F makes it {other}</source>
        <translation>ตรงนี้เป็น{label} ที่อื่นเป็น{other} {count} แห่ง · กด F ให้เป็น{other}</translation>
    </message>
    <message>
        <source>{label} {count}× elsewhere · F marks it</source>
        <translation>ที่อื่นเป็น{label} {count} แห่ง · กด F เพื่อติดป้าย</translation>
    </message>
    <message>
        <source>{label}: Shift+arrows move the end, Ctrl+Shift+arrows the start, Alt by character; a label's key relabels, Enter decides, Esc leaves.</source>
        <translation>{label}: Shift+ลูกศรเลื่อนปลาย Ctrl+Shift+ลูกศรเลื่อนต้น Alt ทีละอักขระ ปุ่มป้ายเปลี่ยนป้าย Enter ตัดสิน Esc ออก</translation>
    </message>
    <message>
        <source>{label}: {n} entities. Enter lists what people disagree about.</source>
        <translation>{label}: {n} หน่วย กด Enter เพื่อดูจุดที่เห็นต่างกัน</translation>
    </message>
    <message>
        <source>{member} has more than {limit} bytes.</source>
        <translation>{member} มีขนาดเกิน {limit} ไบต์</translation>
    </message>
    <message>
        <source>{member} is not what its manifest says.</source>
        <translation>{member} ไม่ตรงกับที่ระบุไว้ในบัญชีแฟ้ม</translation>
    </message>
    <message>
        <source>{names}: the schema has no relation between {kind} and these.</source>
        <translation>{names}: ชุดป้ายไม่มีความสัมพันธ์ระหว่าง {kind} กับป้ายเหล่านี้</translation>
    </message>
    <message>
        <source>{name} (archived)</source>
        <translation>{name} (เก็บเข้ากรุ)</translation>
    </message>
    <message>
        <source>{name} · {count} members</source>
        <translation>{name} · {count} หน่วย</translation>
    </message>
    <message>
        <source>{name} · {n} open notes</source>
        <translation>{name} · หมายเหตุค้าง {n}</translation>
    </message>
    <message>
        <source>{name}: {done} finished, {open} in progress, {todo} not begun, of {total}</source>
        <translation>{name}: เสร็จ {done} ทำอยู่ {open} ยังไม่เริ่ม {todo} จากทั้งหมด {total}</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} บทความ</translation>
    </message>
    <message>
        <source>{n} articles went to too few people.</source>
        <translation>มี {n} บทความที่ได้คนไม่ครบ</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} ตัวอักษร</translation>
    </message>
    <message>
        <source>{n} conflicts. Enter opens the article in the review.</source>
        <translation>ข้อขัดกัน {n} จุด กด Enter เพื่อเปิดบทความในหน้าตรวจ</translation>
    </message>
    <message>
        <source>{n} differences are reported below; what is here stays.</source>
        <translation>มีข้อแตกต่าง {n} รายการตามด้านล่าง ของที่นี่คงไว้</translation>
    </message>
    <message>
        <source>{n} disputes are still open.</source>
        <translation>ยังเหลือข้อขัดกัน {n} จุด</translation>
    </message>
    <message>
        <source>{n} entities</source>
        <translation>{n} หน่วย</translation>
    </message>
    <message>
        <source>{n} entities · gold, else finished layers</source>
        <translation>{n} หน่วย · ชั้นทอง ถ้าไม่มีใช้ชั้นที่เสร็จ</translation>
    </message>
    <message>
        <source>{n} fragments</source>
        <translation>{n} ช่วงย่อย</translation>
    </message>
    <message>
        <source>{n} groups found</source>
        <translation>พบ {n} กลุ่ม</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>ใช้แล้ว {n}</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>เหลือ {n}</translation>
    </message>
    <message>
        <source>{n} marks become {into} instead of {label}.</source>
        <translation>ป้าย {label} {n} แห่งจะเป็น {into}</translation>
    </message>
    <message>
        <source>{n} marks of {label} become:</source>
        <translation>{label} {n} แห่งจะเป็น:</translation>
    </message>
    <message>
        <source>{n} marks would no longer fit the rules. They are kept and listed.</source>
        <translation>จะมี {n} แห่งผิดกติกา ทั้งหมดยังคงอยู่และถูกแสดงรายการ</translation>
    </message>
    <message>
        <source>{n} of these articles are finished. Change them too? They stay finished.</source>
        <translation>ในนี้มี {n} บทความที่เสร็จแล้ว จะแก้ไขด้วยหรือไม่ บทความจะยังเป็นเสร็จแล้วเหมือนเดิม</translation>
    </message>
    <message>
        <source>{n} of {all} labels</source>
        <translation>{n} จาก {all} ป้าย</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} คน</translation>
    </message>
    <message>
        <source>{n} places changed in {articles} articles · Ctrl+Z takes it back</source>
        <translation>แก้ไข {n} แห่งใน {articles} บทความ · Ctrl+Z เลิกทำ</translation>
    </message>
    <message>
        <source>{n} places ticked</source>
        <translation>เลือก {n} แห่ง</translation>
    </message>
    <message>
        <source>{n} places were changed; {left} articles were left as they are.</source>
        <translation>แก้ไขแล้ว {n} แห่ง มี {left} บทความที่คงไว้อย่างเดิม</translation>
    </message>
    <message>
        <source>{n} problems, the first: {why}</source>
        <translation>พบปัญหา {n} รายการ รายการแรก: {why}</translation>
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
        <source>{tag} at character {at} closes what was not opened; it was left out, the text kept.</source>
        <translation>{tag} ที่อักขระ {at} ปิดสิ่งที่ไม่ได้เปิดไว้ จึงตัดแท็กออกและเก็บข้อความไว้</translation>
    </message>
    <message>
        <source>{tag} at character {at} is never closed; it was left out, the text kept.</source>
        <translation>{tag} ที่อักขระ {at} ไม่มีแท็กปิด จึงตัดแท็กออกและเก็บข้อความไว้</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>{what} (taken back)</source>
        <translation>{what} (เลิกทำแล้ว)</translation>
    </message>
    <message>
        <source>{what}, in {count} places of the project</source>
        <translation>{what} {count} แห่งในโครงการ</translation>
    </message>
    <message>
        <source>{what}: {count} entities</source>
        <translation>{what}: {count} หน่วย</translation>
    </message>
    <message>
        <source>α of words</source>
        <translation>α ระดับคำ</translation>
    </message>
    <message>
        <source>κ of words</source>
        <translation>κ ของคำ</translation>
    </message>
    <message>
        <source>“{annotator}” has several annotations; one became the layer “{layer}”.</source>
        <translation>“{annotator}” ติดป้ายงานเดียวกันไว้หลายชุด ชุดหนึ่งจึงเป็นชั้นงาน “{layer}”</translation>
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
        <source>“{cell}” does not say which link of which chain it is.</source>
        <translation>“{cell}” ไม่ได้บอกว่าเป็นลิงก์ใดของสายอ้างถึงใด</translation>
    </message>
    <message>
        <source>“{feature}” of {layer} refers to what is no annotation; that is left out.</source>
        <translation>“{feature}” ของ {layer} อ้างถึงสิ่งที่ไม่ใช่เครื่องหมาย จึงไม่ได้นำเข้าส่วนนั้น</translation>
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
        <source>“{id}” is there already. Choose another id.</source>
        <translation>มี “{id}” อยู่แล้ว เลือกรหัสอื่น</translation>
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
        <source>“{key}” has not one tag for each word.</source>
        <translation>“{key}” ไม่ได้มีหนึ่งแท็กต่อหนึ่งคำ</translation>
    </message>
    <message>
        <source>“{key}” is not a list of words.</source>
        <translation>“{key}” ไม่ใช่รายการคำ</translation>
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
        <source>“{key}” seems to hold marks, in a form that no format here has; it was kept as metadata.</source>
        <translation>“{key}” ดูเหมือนจะเก็บเครื่องหมายกำกับไว้ แต่ในรูปแบบที่โปรแกรมนี้ไม่รู้จัก จึงเก็บไว้เป็นข้อมูลประกอบของบทความ</translation>
    </message>
    <message>
        <source>“{label}” cannot be merged into “{into}”.</source>
        <translation>รวม “{label}” เข้ากับ “{into}” ไม่ได้</translation>
    </message>
    <message>
        <source>“{label}” cannot be written as a tag.</source>
        <translation>เขียน “{label}” เป็นแท็กไม่ได้</translation>
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
        <source>“{label}” is defined otherwise there; the present definition is kept.</source>
        <translation>อีกฝ่ายนิยาม “{label}” ต่างออกไป จึงคงนิยามเดิมไว้</translation>
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
        <source>“{map}” is no label map: write FROM=TO, such as PARTY=ORGANIZATION.</source>
        <translation>“{map}” ไม่ใช่การแปลงป้าย ให้เขียนเป็น FROM=TO เช่น PARTY=ORGANIZATION</translation>
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
        <source>“{path}” cannot be written: {reason}</source>
        <translation>เขียน “{path}” ไม่ได้: {reason}</translation>
    </message>
    <message>
        <source>“{path}” holds tables that are not Khaotag's: {names}.</source>
        <translation>“{path}” มีตารางที่ไม่ใช่ของข่าวแท็ก: {names}</translation>
    </message>
    <message>
        <source>“{path}” holds {articles} articles with {layers} layers. Send the file; its reader merges it.</source>
        <translation>“{path}” มี {articles} บทความ {layers} ชั้นงาน ส่งแฟ้มนี้ให้ผู้รับนำไปรวมงานได้เลย</translation>
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
        <source>“{path}” is a folder. Name a file for the bundle.</source>
        <translation>“{path}” เป็นโฟลเดอร์ ให้ระบุชื่อแฟ้มรวมงาน</translation>
    </message>
    <message>
        <source>“{path}” is a project or another database. Choose another name.</source>
        <translation>“{path}” เป็นโครงการหรือฐานข้อมูลอื่น เลือกชื่ออื่น</translation>
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
        <source>“{path}” is no bundle.</source>
        <translation>“{path}” ไม่ใช่แฟ้มรวมงาน</translation>
    </message>
    <message>
        <source>“{path}” is no label map: it has to hold lines such as PARTY = "ORGANIZATION".</source>
        <translation>“{path}” ไม่ใช่ไฟล์แปลงป้าย ต้องมีบรรทัดอย่าง PARTY = "ORGANIZATION"</translation>
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
        <source>“{path}” is written.</source>
        <translation>เขียน “{path}” แล้ว</translation>
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
        <source>“{path}” was read back differently from how it was written.</source>
        <translation>เมื่ออ่าน “{path}” กลับมา เนื้อหาไม่ตรงกับที่เขียนไป</translation>
    </message>
    <message>
        <source>“{path}”: {reason}.</source>
        <translation>“{path}”: {reason}</translation>
    </message>
    <message>
        <source>“{place}” is no place such as 1-2 or 1-2[3].</source>
        <translation>“{place}” ไม่ใช่ตำแหน่งในรูปแบบเช่น 1-2 หรือ 1-2[3]</translation>
    </message>
    <message>
        <source>“{string}” as {label}</source>
        <translation>“{string}” เป็น{label}</translation>
    </message>
    <message>
        <source>“{string}” stands here {count}× · a label's key chooses the label</source>
        <translation>“{string}” มี {count} แห่ง · กดปุ่มของป้ายเพื่อเลือกป้าย</translation>
    </message>
    <message>
        <source>“{tag}” is no tag such as O or B-PERSON.</source>
        <translation>“{tag}” ไม่ใช่แท็กอย่าง O หรือ B-PERSON</translation>
    </message>
    <message>
        <source>“{tag}” is no tag such as O or B_PER; it was read as {read}.</source>
        <translation>“{tag}” ไม่ใช่แท็กอย่าง O หรือ B_PER จึงอ่านเป็น {read}</translation>
    </message>
    <message>
        <source>“{text}” is no condition: write KEY=VALUE.</source>
        <translation>“{text}” ไม่ใช่เงื่อนไข ให้เขียนเป็น KEY=VALUE</translation>
    </message>
    <message>
        <source>“{url}” is not a database URL.</source>
        <translation>“{url}” ไม่ใช่ URL ของฐานข้อมูล</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… และอีก {count} รายการ</translation>
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
