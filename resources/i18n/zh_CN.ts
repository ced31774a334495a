<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Button</name>
    <message>
        <source>{text} ({keys})</source>
        <translation>{text}（{keys}）</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>F6 shows the numbers</source>
        <translation>按 F6 看数字</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>accounts of this centre</source>
        <translation>本中心的账户</translation>
    </message>
    <message>
        <source>open an account; its password comes from SHIZHU_NEW_PASSWORD</source>
        <translation>新建账户；密码取自环境变量 SHIZHU_NEW_PASSWORD</translation>
    </message>
    <message>
        <source>list the accounts</source>
        <translation>列出账户</translation>
    </message>
    <message>
        <source>give an account another role</source>
        <translation>更改账户的角色</translation>
    </message>
    <message>
        <source>close an account; what its owner wrote stays</source>
        <translation>停用账户；本人录入的记录保留</translation>
    </message>
    <message>
        <source>{name} has an account as {role}.</source>
        <translation>已为{name}建立账户，角色：{role}。</translation>
    </message>
    <message>
        <source>{name} is {role} from now on.</source>
        <translation>{name}的角色已改为{role}。</translation>
    </message>
    <message>
        <source>{name} cannot sign in any more.</source>
        <translation>{name}不能再登录。</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>who wrote what, when and why</source>
        <translation>谁在何时因何改了什么</translation>
    </message>
    <message>
        <source>show the change log, the newest first</source>
        <translation>查看变更记录，最新的在前</translation>
    </message>
    <message>
        <source>only what this person wrote</source>
        <translation>只看这个人录入的</translation>
    </message>
    <message>
        <source>record one scan of the canteen</source>
        <translation>登记一次食堂刷卡</translation>
    </message>
    <message>
        <source>Unknown card: eat first, it is recorded later.</source>
        <translation>卡号不认识：先就餐，后补录。</translation>
    </message>
    <message>
        <source>Several people fit; please scan the card or type more: {names}</source>
        <translation>符合的不止一人，请刷卡或多输几个字：{names}</translation>
    </message>
    <message>
        <source>{name} has had this meal already; not counted again.</source>
        <translation>{name}这一餐已登记过，不重复计数。</translation>
    </message>
    <message>
        <source>{name} recorded: price {price}, subsidy {subsidy}, to pay {paid}.</source>
        <translation>{name}已登记：餐费 {price} 元，补贴 {subsidy} 元，应付 {paid} 元。</translation>
    </message>
    <message>
        <source>make the data folder of a new centre</source>
        <translation>为新中心建立数据文件夹</translation>
    </message>
    <message>
        <source>second place for backups</source>
        <translation>第二备份位置</translation>
    </message>
    <message>
        <source>open an account for the director, with the password of SHIZHU_PASSWORD</source>
        <translation>为主任建立账户，密码取自环境变量 SHIZHU_PASSWORD</translation>
    </message>
    <message>
        <source>{centre} is ready in {folder}.</source>
        <translation>{centre}已建好，数据在 {folder}。</translation>
    </message>
    <message>
        <source>month close</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>whether a month is open or closed</source>
        <translation>这个月是否已月结</translation>
    </message>
    <message>
        <source>what is unfinished in a month</source>
        <translation>这个月还有什么没做完</translation>
    </message>
    <message>
        <source>freeze a month; its records stand from then on</source>
        <translation>月结：此后这个月的记录不再改动</translation>
    </message>
    <message>
        <source>why the month is closed although something is unfinished</source>
        <translation>还有未完成事项时月结的说明</translation>
    </message>
    <message>
        <source>{month}: {state}</source>
        <translation>{month}：{state}</translation>
    </message>
    <message>
        <source>{month}: nothing is unfinished.</source>
        <translation>{month}：没有未完成的事项。</translation>
    </message>
    <message>
        <source>{month} is closed; report mark {mark}.</source>
        <translation>{month} 已月结，报表校验码 {mark}。</translation>
    </message>
    <message>
        <source>must be put right or explained</source>
        <translation>须改正或说明</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>仅供了解</translation>
    </message>
    <message>
        <source>{finding} ({mark})</source>
        <translation>{finding}（{mark}）</translation>
    </message>
    <message>
        <source>print bed labels or resident cards</source>
        <translation>打印床位标签或老年人服务卡</translation>
    </message>
    <message>
        <source>layout of the label sheet</source>
        <translation>标签纸的版式</translation>
    </message>
    <message>
        <source>first free label of a used sheet</source>
        <translation>用过的标签纸上第一个空格</translation>
    </message>
    <message>
        <source>by how much this printer has to be shifted</source>
        <translation>打印机的偏移</translation>
    </message>
    <message>
        <source>{count} codes on {pages} pages: {file}</source>
        <translation>{count} 个码，{pages} 页：{file}</translation>
    </message>
    <message>
        <source>no such layout; there are {names}</source>
        <translation>没有这种版式；可用的有 {names}</translation>
    </message>
    <message>
        <source>{text} is no offset; write it as 0.5,-1</source>
        <translation>“{text}”不是偏移；请写成 0.5,-1</translation>
    </message>
    <message>
        <source>Somebody has to sign in: add --user NAME and give the password in SHIZHU_PASSWORD.</source>
        <translation>需要先登录：请加上 --user 姓名，密码放在环境变量 SHIZHU_PASSWORD 里。</translation>
    </message>
    <message>
        <source>every figure of a month</source>
        <translation>一个月的全部数字</translation>
    </message>
    <message>
        <source>who must be visited in a month, and who was</source>
        <translation>一个月的应访名单和探访情况</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>已访</translation>
    </message>
    <message>
        <source>Not visited yet</source>
        <translation>未访</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>免访</translation>
    </message>
    <message>
        <source>Counted from next month</source>
        <translation>新增（下月起计）</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title}：{count} 人</translation>
    </message>
    <message>
        <source>Visit rate {rate} %, {required} required</source>
        <translation>月探访率 {rate}%，应访 {required} 人</translation>
    </message>
    <message>
        <source>The desk of a care centre. Without a command the window opens.</source>
        <translation>养老服务中心的工作台。不写命令则打开窗口。</translation>
    </message>
    <message>
        <source>{text} is not a month; write it as 2026-10</source>
        <translation>“{text}”不是月份；请写成 2026-10</translation>
    </message>
    <message>
        <source>{text} is not a time; write it as 2026-10-08 11:42</source>
        <translation>“{text}”不是时间；请写成 2026-10-08 11:42</translation>
    </message>
    <message>
        <source>options of every command</source>
        <translation>每个命令都有的选项</translation>
    </message>
    <message>
        <source>data folder (or SHIZHU_DATA)</source>
        <translation>数据文件夹（或环境变量 SHIZHU_DATA）</translation>
    </message>
    <message>
        <source>print one JSON object and nothing else</source>
        <translation>只输出一个 JSON 对象</translation>
    </message>
    <message>
        <source>who works; the password comes from SHIZHU_PASSWORD or is asked for</source>
        <translation>谁在操作；密码取自 SHIZHU_PASSWORD，或当场询问</translation>
    </message>
    <message>
        <source>find residents by name, part of it, pinyin, initials, ID tail, phone or code</source>
        <translation>按姓名（可只写一部分）、拼音、拼音首字母、身份证尾号、电话或卡号查找老年人</translation>
    </message>
    <message>
        <source>write a month&apos;s printable reports</source>
        <translation>生成一个月的报表</translation>
    </message>
    <message>
        <source>folder for the PDF files</source>
        <translation>PDF 存放的文件夹</translation>
    </message>
    <message>
        <source>folder for the workbooks</source>
        <translation>Excel 工作簿存放的文件夹</translation>
    </message>
    <message>
        <source>say where to write: --pdf DIR, --xlsx DIR or both</source>
        <translation>请写明存放位置：--pdf 文件夹、--xlsx 文件夹，或两者都写</translation>
    </message>
    <message>
        <source>{title}: the fonts lack {characters}; please write them in by hand.</source>
        <translation>{title}：字体里没有 {characters}，请手写补上。</translation>
    </message>
    <message>
        <source>Password of {name}: </source>
        <translation>{name}的密码：</translation>
    </message>
    <message>
        <source>make, list, prove and restore backups</source>
        <translation>备份：立即备份、列出、核验、恢复</translation>
    </message>
    <message>
        <source>make a backup in both places</source>
        <translation>在两个位置各做一份备份</translation>
    </message>
    <message>
        <source>list the backups, the newest first</source>
        <translation>列出备份，最新的在前</translation>
    </message>
    <message>
        <source>prove that backups are whole; without FILE all of them</source>
        <translation>核验备份是否完整；不写文件名则核验全部</translation>
    </message>
    <message>
        <source>put a backup in the place of the data, which is kept</source>
        <translation>用备份替换现有数据；现有数据另存，不删除</translation>
    </message>
    <message>
        <source>accept a backup whose .sha256 file got lost</source>
        <translation>接受丢失了 .sha256 文件的备份</translation>
    </message>
    <message>
        <source>Restored the backup of {at}. The next export has to be a full one.</source>
        <translation>已恢复 {at} 的备份。下一次上报必须是全量上报。</translation>
    </message>
    <message>
        <source>What stood there before lies in {file}.</source>
        <translation>原来的数据放在 {file}。</translation>
    </message>
    <message>
        <source>{file} is whole.</source>
        <translation>{file} 完整。</translation>
    </message>
    <message>
        <source>make a demo centre in a fresh folder and do the whole main job on it</source>
        <translation>在新文件夹里做一个演示中心，并完成全部主要工作</translation>
    </message>
    <message>
        <source>month of the reports; else the last full month</source>
        <translation>报表的月份；不写则为上一个整月</translation>
    </message>
    <message>
        <source>{centre}, {month}: done in {seconds} s.</source>
        <translation>{centre} {month}：全部完成，用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Closed months: {months}</source>
        <translation>已月结：{months}</translation>
    </message>
    <message>
        <source>To open the window on it: shizhu --data {folder}</source>
        <translation>打开窗口：shizhu --data {folder}</translation>
    </message>
    <message>
        <source>data of the demo centre</source>
        <translation>演示中心的数据</translation>
    </message>
    <message>
        <source>{count} workbooks, {rows} rows taken in, {refused} refused, {to_verify} to verify</source>
        <translation>{count} 个工作簿，导入 {rows} 行，拒绝 {refused} 行，待核 {to_verify} 行</translation>
    </message>
    <message>
        <source>all figures of {month}</source>
        <translation>{month} 的全部数字</translation>
    </message>
    <message>
        <source>{count} reports as PDF ({pages} pages), {books} as workbooks</source>
        <translation>{count} 张报表 PDF（共 {pages} 页），{books} 个 Excel 工作簿</translation>
    </message>
    <message>
        <source>{beds} bed labels, {people} resident cards</source>
        <translation>{beds} 张床位标签，{people} 张老年人服务卡</translation>
    </message>
    <message>
        <source>a backup, {size} KB</source>
        <translation>一份备份，{size} KB</translation>
    </message>
    <message>
        <source>the file for the district office, verified</source>
        <translation>上报文件，已核验</translation>
    </message>
    <message>
        <source>check data, clock, backups, fonts, printers and versions</source>
        <translation>检查数据、时钟、备份、字体、打印机和版本</translation>
    </message>
    <message>
        <source>take in the rows of a workbook</source>
        <translation>导入工作簿</translation>
    </message>
    <message>
        <source>say what a column holds, where its heading does not</source>
        <translation>列名认不出时，指明这一列是什么</translation>
    </message>
    <message>
        <source>month of dates that name none</source>
        <translation>日期没写月份时所属的月份</translation>
    </message>
    <message>
        <source>give the same answer and write nothing</source>
        <translation>只给结果，不写入</translation>
    </message>
    <message>
        <source>take one import back whole</source>
        <translation>撤回一次导入</translation>
    </message>
    <message>
        <source>Import {number} is taken back: {count} records are void.</source>
        <translation>第 {number} 次导入已撤回，{count} 条记录作废。</translation>
    </message>
    <message>
        <source>{file}: {imported} of {rows} rows taken in, {to_verify} to verify, {refused} refused ({duplicates} twice).</source>
        <translation>{file}：共 {rows} 行，导入 {imported} 行，其中待核 {to_verify} 行；拒绝 {refused} 行（其中重复 {duplicates} 行）。</translation>
    </message>
    <message>
        <source>To take it back: shizhu undo {number}</source>
        <translation>撤回这次导入：shizhu undo {number}</translation>
    </message>
    <message>
        <source>Row {row}: {text}</source>
        <translation>第 {row} 行：{text}</translation>
    </message>
    <message>
        <source>{text} is no pair; write it as 列名=field</source>
        <translation>“{text}”格式不对；请写成 列名=字段</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Report without personal data</source>
        <translation>错误报告（不含个人信息）</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>The program made a mistake (no. {number}). What was saved is safe. Please copy the report and send it to whoever looks after the program, then go on working.</source>
        <translation>程序出错了（编号 {number}）。已保存的内容都在。请复制报告发给维护人员，然后可以继续工作。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>such as 1008 or 10.8</source>
        <translation>如 1008 或 10.8</translation>
    </message>
    <message>
        <source>F4 today</source>
        <translation>F4 今天</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>such as 19440305</source>
        <translation>如 19440305</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Daily backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Choose a line to see more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldErrors</name>
    <message>
        <source>Please check this field.</source>
        <translation>请核对这一项。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>This is no date. Type 1008, 10.8 or 2026-10-08.</source>
        <translation>不是日期。可以输入 1008、10.8 或 2026-10-08。</translation>
    </message>
    <message>
        <source>This date is still to come. Please check it.</source>
        <translation>日期还没有到。请核对。</translation>
    </message>
    <message>
        <source>This is no time of day. Type 930 or 9:30.</source>
        <translation>不是时间。可以输入 930 或 9:30。</translation>
    </message>
    <message>
        <source>Please type a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>Please type an amount such as 12 or 12.50.</source>
        <translation>请输入金额，如 12 或 12.50。</translation>
    </message>
    <message>
        <source>This number cannot be right. Allowed: {hint}</source>
        <translation>数字不对。允许：{hint}</translation>
    </message>
    <message>
        <source>This is too long. Characters allowed: {hint}</source>
        <translation>太长了。最多字数：{hint}</translation>
    </message>
    <message>
        <source>This is too short. Characters needed: {hint}</source>
        <translation>太短了。至少字数：{hint}</translation>
    </message>
    <message>
        <source>Please type exactly six digits.</source>
        <translation>请输入六位数字。</translation>
    </message>
    <message>
        <source>This is not in the list. Please choose one of its words.</source>
        <translation>不在可选范围内。请从列表中选。</translation>
    </message>
    <message>
        <source>This is no phone number. Please check the digits.</source>
        <translation>不是电话号码。请核对数字。</translation>
    </message>
    <message>
        <source>The two do not match. Please type it again.</source>
        <translation>两次输入不一样。请重新输入。</translation>
    </message>
    <message>
        <source>This folder cannot be used. Choose another one.</source>
        <translation>这个文件夹不能用。请换一个。</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>结束早于开始。请核对。</translation>
    </message>
    <message>
        <source>The last digit does not fit the others. Perhaps meant: {hint}</source>
        <translation>校验位不对。是不是：{hint}</translation>
    </message>
    <message>
        <source>An ID number has 18 characters, an old one 15.</source>
        <translation>身份证号应为 18 位，老号 15 位。</translation>
    </message>
    <message>
        <source>The birth date inside this number does not exist.</source>
        <translation>号码里的出生日期不存在。</translation>
    </message>
    <message>
        <source>The ID number says the other sex. Please check both.</source>
        <translation>与身份证号里的性别不一致。请核对。</translation>
    </message>
    <message>
        <source>The ID number says another birth date. Perhaps meant: {hint}</source>
        <translation>与身份证号里的出生日期不一致。是不是：{hint}</translation>
    </message>
    <message>
        <source>A spreadsheet cut this number&apos;s last digits. Type it from the card.</source>
        <translation>号码末几位被表格软件截掉了。请照证件重新输入。</translation>
    </message>
    <message>
        <source>The ID number is missing.</source>
        <translation>没有身份证号。</translation>
    </message>
    <message>
        <source>An old number of 15 digits; it is read as 18 digits.</source>
        <translation>15 位老号，按 18 位读。</translation>
    </message>
    <message>
        <source>The number was rewritten without blanks.</source>
        <translation>号码已去掉空格。</translation>
    </message>
    <message>
        <source>Somebody is on record with this number. {hint}</source>
        <translation>这个号码已有档案。{hint}</translation>
    </message>
    <message>
        <source>Somebody similar is on record. {hint}</source>
        <translation>有相似的档案。{hint}</translation>
    </message>
    <message>
        <source>Nobody of this name or number is on record.</source>
        <translation>档案里没有这个人。</translation>
    </message>
    <message>
        <source>Several people bear this name. Please choose one.</source>
        <translation>有几个人同名。请选定一位。</translation>
    </message>
    <message>
        <source>This is recorded already.</source>
        <translation>已经登记过。</translation>
    </message>
    <message>
        <source>The same row stands above.</source>
        <translation>与上面一行重复。</translation>
    </message>
    <message>
        <source>This lies after the day of death. Please check the date.</source>
        <translation>日期在去世之后。请核对。</translation>
    </message>
    <message>
        <source>This person was not on register that day.</source>
        <translation>这一天不在册。</translation>
    </message>
    <message>
        <source>This overlaps with another record. Please check the dates.</source>
        <translation>与另一条记录重叠。请核对日期。</translation>
    </message>
    <message>
        <source>That month is closed. Use a correction (更正单).</source>
        <translation>该月已月结。请用更正单。</translation>
    </message>
    <message>
        <source>At least one block must say something new.</source>
        <translation>至少一项要填新情况。</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>请写明原因。</translation>
    </message>
    <message>
        <source>This bed is not free. Choose another one.</source>
        <translation>这张床位不空。请换一张。</translation>
    </message>
    <message>
        <source>This is not a whole code. Scan it again.</source>
        <translation>编码不完整。请重新扫码。</translation>
    </message>
    <message>
        <source>No card or label of this centre bears this code.</source>
        <translation>本中心没有这个编码的卡或标签。</translation>
    </message>
    <message>
        <source>The month is not over yet; it is closed after its last day.</source>
        <translation>这个月还没有过完，月底以后才能月结。</translation>
    </message>
</context>
<context>
    <name>FileReasons</name>
    <message>
        <source>the file is damaged. Open it in Excel or WPS and save it anew.</source>
        <translation>文件损坏。请用 Excel 或 WPS 打开后另存。</translation>
    </message>
    <message>
        <source>there are no rows in it.</source>
        <translation>里面没有内容。</translation>
    </message>
    <message>
        <source>it is too large. Delete empty rows and columns at its ends.</source>
        <translation>太大了。请删掉末尾的空行空列。</translation>
    </message>
    <message>
        <source>it needs too much memory. Copy the rows to a new workbook.</source>
        <translation>占用内存太多。请把内容复制到新表格里。</translation>
    </message>
    <message>
        <source>reading took too long. Copy the rows to a new workbook.</source>
        <translation>读取时间太长。请把内容复制到新表格里。</translation>
    </message>
    <message>
        <source>it has a password. Save it without one.</source>
        <translation>有密码。请去掉密码后另存。</translation>
    </message>
    <message>
        <source>it is no workbook (xlsx, xls, et, ods).</source>
        <translation>不是表格文件（xlsx、xls、et、ods）。</translation>
    </message>
    <message>
        <source>it has no such sheet.</source>
        <translation>没有这张工作表。</translation>
    </message>
    <message>
        <source>no line with column titles was found.</source>
        <translation>没有找到标题行。</translation>
    </message>
    <message>
        <source>it is no backup of this program.</source>
        <translation>不是本程序的备份。</translation>
    </message>
    <message>
        <source>it is no PDF.</source>
        <translation>不是 PDF。</translation>
    </message>
    <message>
        <source>its content is not what it should be.</source>
        <translation>内容不符。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {word}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Your centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who leads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder holds no centre. Choose the folder in which shizhu.db lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up Shizhu Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. You can change all of it later in 系统.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an existing data folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 530114</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six digits, printed in every code. The district office assigns it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 呈贡区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Director&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, nobody has to sign in on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second place, best on a stick or another disk. Each day and at each end a copy is put there. May stay empty for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>{label} *</source>
        <translation>{label} *</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>保存并下一条</translation>
    </message>
    <message>
        <source>What was typed is not saved yet.</source>
        <translation>填写的内容还没有保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Something typed here earlier was not saved.</source>
        <translation>上次在这里填写的内容没有保存。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>找回来</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>meal</source>
        <translation>就餐</translation>
    </message>
    <message>
        <source>bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>入住</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>excusal</source>
        <translation>免访</translation>
    </message>
    <message>
        <source>help service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>The database has faults: {first}</source>
        <translation>数据库有错误：{first}</translation>
    </message>
    <message>
        <source>The database is whole.</source>
        <translation>数据库完好。</translation>
    </message>
    <message>
        <source>{count} records refer to something that is not there.</source>
        <translation>有 {count} 条记录指向不存在的内容。</translation>
    </message>
    <message>
        <source>All records refer to what is there.</source>
        <translation>所有记录的关联都正确。</translation>
    </message>
    <message>
        <source>Journal {mode}, synchronous {level}.</source>
        <translation>日志方式 {mode}，同步级别 {level}。</translation>
    </message>
    <message>
        <source>Schema {name}.</source>
        <translation>数据结构 {name}。</translation>
    </message>
    <message>
        <source>The clock is not behind the last record.</source>
        <translation>时钟不落后于最后一条记录。</translation>
    </message>
    <message>
        <source>{count} backups; the newest, of {taken}, is whole.</source>
        <translation>共有 {count} 份备份；最新一份（{taken}）完好。</translation>
    </message>
    <message>
        <source>{free} MB are free on the disk.</source>
        <translation>磁盘剩余 {free} MB。</translation>
    </message>
    <message>
        <source>Fonts are missing: {names}</source>
        <translation>缺少字体：{names}</translation>
    </message>
    <message>
        <source>The fonts for the screen and for paper are there.</source>
        <translation>屏幕和打印用的字体齐全。</translation>
    </message>
    <message>
        <source>SQLite {version}.</source>
        <translation>SQLite {version}。</translation>
    </message>
    <message>
        <source>One writer at a time keeps clear of its WAL reset bug.</source>
        <translation>程序同一时刻只有一个写入者，避开了该版本的 WAL 重置缺陷。</translation>
    </message>
    <message>
        <source>Python {version} on {system}.</source>
        <translation>Python {version}，系统 {system}。</translation>
    </message>
    <message>
        <source>PySide6 is not installed, so there is no window; commands work.</source>
        <translation>没有安装 PySide6，因此不能打开窗口；命令仍可使用。</translation>
    </message>
    <message>
        <source>PySide6 {version}.</source>
        <translation>PySide6 {version}。</translation>
    </message>
    <message>
        <source>Shizhu Desk {version}.</source>
        <translation>十助台账 {version}。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Taking in rows</source>
        <translation>正在导入各行</translation>
    </message>
    <message>
        <source>This row cannot be taken in as it is: {value}</source>
        <translation>此行无法按现状导入：{value}</translation>
    </message>
    <message>
        <source>Characters {position} and {next} are probably swapped: {was} should be {becomes}.</source>
        <translation>第{position}位和第{next}位可能颠倒了：{was}应为{becomes}。</translation>
    </message>
    <message>
        <source>Character {position} is probably wrong: {was} should be {becomes}.</source>
        <translation>第{position}位可能有误：{was}应为{becomes}。</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded the ID number; its last digits are lost. Type it from the card.</source>
        <translation>表格软件已把身份证号的末几位改掉，无法恢复。请对照证件补录。</translation>
    </message>
    <message>
        <source>The ID number {value} has a wrong digit. Compare it with the card.</source>
        <translation>身份证号 {value} 有一位不对。请对照证件核实。</translation>
    </message>
    <message>
        <source>The ID number {value} has too few or too many digits.</source>
        <translation>身份证号 {value} 位数不对。</translation>
    </message>
    <message>
        <source>The ID number {value} holds a birth date that does not exist.</source>
        <translation>身份证号 {value} 中的出生日期不存在。</translation>
    </message>
    <message>
        <source>There is no ID number. Type it from the card.</source>
        <translation>没有身份证号。请对照证件补录。</translation>
    </message>
    <message>
        <source>The sex does not agree with the ID number {value}.</source>
        <translation>性别与身份证号 {value} 不一致。</translation>
    </message>
    <message>
        <source>The birth date does not agree with the ID number {value}.</source>
        <translation>出生日期与身份证号 {value} 不一致。</translation>
    </message>
    <message>
        <source>The old ID number of 15 digits was completed to {value}.</source>
        <translation>15位旧身份证号已补全为 {value}。</translation>
    </message>
    <message>
        <source>The ID number was written in an unusual way and is kept as {value}.</source>
        <translation>身份证号书写不规范，已整理为 {value}。</translation>
    </message>
    <message>
        <source>The same person stands in row {value} already.</source>
        <translation>同一人在第{value}行已经出现。</translation>
    </message>
    <message>
        <source>This person is on record already: {value}.</source>
        <translation>此人已登记：{value}。</translation>
    </message>
    <message>
        <source>This may be somebody who is on record already: {value}.</source>
        <translation>可能与已登记的人重复：{value}。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少姓名。</translation>
    </message>
    <message>
        <source>The birth date is missing and no ID number tells it.</source>
        <translation>缺少出生日期，也无法从身份证号得出。</translation>
    </message>
    <message>
        <source>The date of the change of register state is missing.</source>
        <translation>缺少在册状态的变动日期。</translation>
    </message>
    <message>
        <source>Nobody on record bears this number or name: {value}.</source>
        <translation>没有登记过此号码或姓名的老年人：{value}。</translation>
    </message>
    <message>
        <source>Several people bear the name {value}. Add the ID number.</source>
        <translation>有多人姓名为{value}。请补充身份证号。</translation>
    </message>
    <message>
        <source>Found by name; the ID number {value} is not the one on record.</source>
        <translation>按姓名找到；身份证号 {value} 与登记的不同。</translation>
    </message>
    <message>
        <source>Found by ID number; the name on record is {value}.</source>
        <translation>按身份证号找到；登记的姓名是{value}。</translation>
    </message>
    <message>
        <source>The person was not on register on {value}.</source>
        <translation>{value} 此人不在册。</translation>
    </message>
    <message>
        <source>There is no such bed: {value}.</source>
        <translation>没有这张床位：{value}。</translation>
    </message>
    <message>
        <source>This is not a date: {value}.</source>
        <translation>不是日期：{value}。</translation>
    </message>
    <message>
        <source>The date is still to come: {value}.</source>
        <translation>日期尚未到来：{value}。</translation>
    </message>
    <message>
        <source>This is not a time of day: {value}.</source>
        <translation>不是时间：{value}。</translation>
    </message>
    <message>
        <source>The date lies after the day of death: {value}.</source>
        <translation>日期在去世之后：{value}。</translation>
    </message>
    <message>
        <source>The end lies before the beginning: {value}.</source>
        <translation>结束早于开始：{value}。</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>缺少日期。</translation>
    </message>
    <message>
        <source>The month {value} is closed. A correction is the way in.</source>
        <translation>{value} 已月结，请通过更正单办理。</translation>
    </message>
    <message>
        <source>This word is not known: {value}.</source>
        <translation>无法识别：{value}。</translation>
    </message>
    <message>
        <source>This is not an amount: {value}.</source>
        <translation>不是金额：{value}。</translation>
    </message>
    <message>
        <source>This is not a number that fits here: {value}.</source>
        <translation>数字不合要求：{value}。</translation>
    </message>
    <message>
        <source>This text is too long: {value}.</source>
        <translation>文字太长：{value}。</translation>
    </message>
    <message>
        <source>A needed field is empty: {value}.</source>
        <translation>缺少必填内容：{value}。</translation>
    </message>
    <message>
        <source>The number of the bed is missing.</source>
        <translation>缺少床号。</translation>
    </message>
    <message>
        <source>The number of the room is missing.</source>
        <translation>缺少房间号。</translation>
    </message>
    <message>
        <source>The kind of the bed is missing: nursing or ordinary.</source>
        <translation>缺少床位类型：护理型或普通型。</translation>
    </message>
    <message>
        <source>The type of the service is missing.</source>
        <translation>缺少服务项目。</translation>
    </message>
    <message>
        <source>This is recorded already: {value}.</source>
        <translation>已经登记过：{value}。</translation>
    </message>
    <message>
        <source>The stay overlaps another one of this bed or person: {value}.</source>
        <translation>与该床位或该人的另一次入住重叠：{value}。</translation>
    </message>
    <message>
        <source>All blocks say no change; a visit needs at least one fresh fact.</source>
        <translation>各项都是“无变化”；一次探访至少要有一项新情况。</translation>
    </message>
    <message>
        <source>The sheet {value} was not read. Import it by naming it.</source>
        <translation>工作表“{value}”没有读取。需要时请指定该表再导入。</translation>
    </message>
    <message>
        <source>The same facts stand in row {value}; both were taken in.</source>
        <translation>与第{value}行内容相同；两行都已导入。</translation>
    </message>
    <message>
        <source>The outcome of the visit is missing.</source>
        <translation>缺少探访结果。</translation>
    </message>
    <message>
        <source>Which meal it was is missing.</source>
        <translation>缺少餐次。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Shizhu Desk</source>
        <translation>十助台账</translation>
    </message>
    <message>
        <source>A form is not saved yet. What was typed is kept as a draft.</source>
        <translation>有一张表单还没有保存。填写的内容会留作草稿。</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>“{title}” is still running. Closing cancels it; nothing of it remains.</source>
        <translation>“{title}”还没有完成。关闭窗口会取消它，不留下任何结果。</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>取消并关闭</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The program made a mistake. What was saved is safe; please try again.</source>
        <translation>程序出错了。已保存的内容都在，请再试一次。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消，没有任何改动。</translation>
    </message>
    <message>
        <source>Some fields cannot be saved as they are. Please correct them.</source>
        <translation>有几项内容不能保存。请改正。</translation>
    </message>
    <message>
        <source>Not saved: {count} fields need correcting. {first}</source>
        <translation>没有保存：有 {count} 项需要改正。{first}</translation>
    </message>
    <message>
        <source>No such record: {kind} {key}. Please search again.</source>
        <translation>没有这条记录：{kind} {key}。请重新查找。</translation>
    </message>
    <message>
        <source>This needs somebody to sign in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>The role {role} may not do this. Please ask the director.</source>
        <translation>“{role}”没有这项权限。请找主任办理。</translation>
    </message>
    <message>
        <source>{month} is closed, so its records stand. Use a correction (更正单) to change them.</source>
        <translation>{month} 已月结，记录不能直接改。请用更正单更正。</translation>
    </message>
    <message>
        <source>Already recorded: {what}, {when}. Nothing was added.</source>
        <translation>已经登记过：{what}，{when}。没有重复登记。</translation>
    </message>
    <message>
        <source>Already recorded: {what}. Nothing was added.</source>
        <translation>已经登记过：{what}。没有重复登记。</translation>
    </message>
    <message>
        <source>Somebody has this bed in that time. Choose another bed or other dates.</source>
        <translation>这张床位在这段时间有人住。请换一张床位或改日期。</translation>
    </message>
    <message>
        <source>This person has another bed in that time. End that stay first.</source>
        <translation>这位老人在这段时间住另一张床位。请先办理那张床位的退住。</translation>
    </message>
    <message>
        <source>Another leave covers some of these days. Please check the dates.</source>
        <translation>这几天已有请假记录。请核对日期。</translation>
    </message>
    <message>
        <source>These dates overlap with another record. Please check the dates.</source>
        <translation>日期与另一条记录重叠。请核对日期。</translation>
    </message>
    <message>
        <source>{name} is on record with this ID number. Open that record instead.</source>
        <translation>这个身份证号已登记为{name}。请打开那条档案。</translation>
    </message>
    <message>
        <source>This needs a reason in words. Please write why.</source>
        <translation>需要写明原因。请填写原因后再试。</translation>
    </message>
    <message>
        <source>No card or label of this centre bears the code {code}. Find the person by name.</source>
        <translation>本中心没有编码为 {code} 的卡或标签。请按姓名查找。</translation>
    </message>
    <message>
        <source>{code} is not a whole code. Please scan again or type all 17 digits.</source>
        <translation>{code} 不是完整的编码。请重新扫码，或输入全部 17 位数字。</translation>
    </message>
    <message>
        <source>Name and password do not match. Please type the password again.</source>
        <translation>姓名和密码对不上。请重新输入密码。</translation>
    </message>
    <message>
        <source>The folder {folder} holds a centre already. Choose an empty folder.</source>
        <translation>文件夹 {folder} 里已有一个中心的数据。请选一个空文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} holds no centre yet. Set one up first.</source>
        <translation>文件夹 {folder} 里还没有中心的数据。请先建立。</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}</source>
        <translation>{file} 读不出来：{reason}</translation>
    </message>
    <message>
        <source>{file} lacks the columns {fields}. Name the columns by hand and try again.</source>
        <translation>{file} 缺少这些列：{fields}。请手工指定列后再试。</translation>
    </message>
    <message>
        <source>Import {number} cannot be taken back: {reason}</source>
        <translation>第 {number} 次导入不能撤回：{reason}</translation>
    </message>
    <message>
        <source>The font lacks the characters {characters}, so nothing was printed. {where}</source>
        <translation>字体里没有这些字：{characters}，所以没有打印。{where}</translation>
    </message>
    <message>
        <source>{file} is refused: {reason}</source>
        <translation>{file} 不予接收：{reason}</translation>
    </message>
    <message>
        <source>There is nothing to do here: no {what} was chosen.</source>
        <translation>没有可办的内容：没有选择{what}。</translation>
    </message>
    <message>
        <source>{file} is open in another program, mostly Excel or WPS. Close it there and try again.</source>
        <translation>{file} 正被其他程序打开（多半是 Excel 或 WPS）。请关闭后再试。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Choose another one.</source>
        <translation>文件夹 {folder} 不能写入。请换一个文件夹。</translation>
    </message>
    <message>
        <source>{file} is not there any more. Is the stick or the network drive connected?</source>
        <translation>找不到 {file}。请看 U 盘或网络盘是否连接。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full, so nothing was written. Make room and try again.</source>
        <translation>{folder} 所在的磁盘满了，没有写入。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The data is busy with other work. Please wait a moment and try again.</source>
        <translation>数据正忙。请稍等片刻再试。</translation>
    </message>
    <message>
        <source>The data file {file} is damaged. Do not type any more; restore the newest backup under 系统.</source>
        <translation>数据文件 {file} 损坏了。请先不要录入，到“系统”里用最近的备份恢复。</translation>
    </message>
    <message>
        <source>The data was written by a newer version of the program. Install that version; nothing was changed.</source>
        <translation>数据是较新版本的程序写的。请安装新版本；这里没有改动任何数据。</translation>
    </message>
    <message>
        <source>The backup {file} is not whole. Use another backup; this one is kept as it is.</source>
        <translation>备份 {file} 不完整。请用另一份备份；这一份原样保留。</translation>
    </message>
    <message>
        <source>There is no backup yet. Make one under 系统 today.</source>
        <translation>还没有备份。请今天在“系统”里做一次备份。</translation>
    </message>
    <message>
        <source>The last backup is {days} days old. Make one under 系统 today.</source>
        <translation>最近一次备份是 {days} 天前的。请今天在“系统”里做一次备份。</translation>
    </message>
    <message>
        <source>The second backup folder {folder} cannot be reached. Plug in the stick, or choose another folder.</source>
        <translation>第二备份位置 {folder} 打不开。请插上 U 盘，或另选一个文件夹。</translation>
    </message>
    <message>
        <source>{hours} hours {minutes} minutes</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{days} days {hours} hours</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <source>The clock is {amount} behind the last record of {last}. Set date and time before you record.</source>
        <translation>电脑时钟比最后一条记录（{last}）慢了 {amount}。请先校准日期和时间，再录入。</translation>
    </message>
    <message>
        <source>Only {free} MB are left on the disk with {folder}. Please make room soon.</source>
        <translation>{folder} 所在磁盘只剩 {free} MB。请尽快清理出空间。</translation>
    </message>
    <message>
        <source>The computer reported trouble with {file}: {detail}. Nothing was lost; try again.</source>
        <translation>电脑报告 {file} 有问题：{detail}。没有丢失数据，请再试一次。</translation>
    </message>
    <message>
        <source>The folder {folder} holds other things; nothing was changed there. Choose an empty folder.</source>
        <translation>文件夹 {folder} 里有别的东西，没有改动它。请选一个空文件夹。</translation>
    </message>
</context>
<context>
    <name>MonthPicker</name>
    <message>
        <source>{year}-{month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month before (Ctrl+PgUp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month after (Ctrl+PgDn)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Save as</source>
        <translation type="unfinished">另存为</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Perform</name>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>PersonChoice</name>
    <message>
        <source>{age} years</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>name, initials, ID tail, phone or scan</source>
        <translation>姓名、拼音首字母、证号后四位、电话或扫码</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>No printer is set up on this computer. Save the PDF and print it elsewhere.</source>
        <translation>这台电脑没有装打印机。请另存为 PDF，拿到别处打印。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Previous page (PgUp)</source>
        <translation>上一页（PgUp）</translation>
    </message>
    <message>
        <source>Next page (PgDn)</source>
        <translation>下一页（PgDn）</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The fonts lack {characters}; please write them in by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Please decide</source>
        <translation>请确认</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shizhu Desk</source>
        <translation>十助台账</translation>
    </message>
    <message>
        <source>Alt+1…9 switch   F1 help</source>
        <translation>Alt+1…9 切换  F1 帮助</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>↑↓ choose   Enter open   Esc search</source>
        <translation>↑↓ 选择   Enter 打开   Esc 回到搜索</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 条</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for something else or clear the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook (xlsx)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages: preview, print, PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} · {state} · figures of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished">打印</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report as a workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All five as PDF and workbooks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files lie in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month has no record for this table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Risks</name>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A risk found on a visit stands here until it is closed with a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close with a result (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canteen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>counts from next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last seen {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at another tab or month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a visit (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the excuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is excused from this month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SmallForm</name>
    <message>
        <source>Go back</source>
        <translation type="unfinished">返回</translation>
    </message>
</context>
<context>
    <name>StationFacts</name>
    <message>
        <source>{name} ({role})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>当前用户</translation>
    </message>
    <message>
        <source>State of the month</source>
        <translation>月结状态</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>上次备份</translation>
    </message>
    <message>
        <source>State of the sync file</source>
        <translation>上报状态</translation>
    </message>
</context>
<context>
    <name>SyncReasons</name>
    <message>
        <source>it is no sync file (上报文件).</source>
        <translation>不是上报文件。</translation>
    </message>
    <message>
        <source>it was changed after it was written. Export it again.</source>
        <translation>写出后被改动过。请重新导出。</translation>
    </message>
    <message>
        <source>a part of it is missing. Copy it again, or export it again.</source>
        <translation>缺少一部分。请重新复制或重新导出。</translation>
    </message>
    <message>
        <source>its parts are not in order. Export it again.</source>
        <translation>各部分顺序不对。请重新导出。</translation>
    </message>
    <message>
        <source>it was written by a newer version of the program.</source>
        <translation>是较新版本的程序写的。</translation>
    </message>
    <message>
        <source>the file before it was not received. Hand that one in first.</source>
        <translation>前一份还没有收到。请先交前一份。</translation>
    </message>
    <message>
        <source>the counts do not match the rows. Export it again.</source>
        <translation>合计与明细不符。请重新导出。</translation>
    </message>
    <message>
        <source>it belongs to another centre.</source>
        <translation>是别的中心的。</translation>
    </message>
    <message>
        <source>it is not what was written. Export it again.</source>
        <translation>与写出时不一致。请重新导出。</translation>
    </message>
</context>
<context>
    <name>ToastLine</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The data could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoReasons</name>
    <message>
        <source>{count} of its rows were changed since.</source>
        <translation>其中 {count} 行后来改过。</translation>
    </message>
    <message>
        <source>{count} of its rows are used by later records.</source>
        <translation>其中 {count} 行已被后来的记录使用。</translation>
    </message>
    <message>
        <source>its month is closed.</source>
        <translation>该月已月结。</translation>
    </message>
    <message>
        <source>it was taken back before.</source>
        <translation>已经撤回过。</translation>
    </message>
    <message>
        <source>later records rest on it.</source>
        <translation>后来的记录以它为依据。</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>Resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 930</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found (keys 1 to 4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty when there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit recorded: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitTabs</name>
    <message>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of this room</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Welfare visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, initials, ID tail, phone or scan</source>
        <translation type="unfinished">姓名、拼音首字母、证号后四位、电话或扫码</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visit in this month yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+N, or choose somebody from the roster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another visit to this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void the visit to {name} of {day}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit voided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
</TS>
