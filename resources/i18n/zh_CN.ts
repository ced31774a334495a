<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Works without a network. Nothing leaves this computer unless somebody exports it.</source>
        <translation>不联网工作。除非有人导出，数据不离开本机。</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>所用组件</translation>
    </message>
    <message>
        <source>The parts below, each under its own licence.</source>
        <translation>见下列组件，各按其许可使用。</translation>
    </message>
    <message>
        <source>Parts of this program</source>
        <translation>本程序的组件</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可原文</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Agreed</name>
    <message>
        <source>What was agreed</source>
        <translation>约定</translation>
    </message>
    <message>
        <source>agree on something for certain weekdays</source>
        <translation>约定固定星期几的服务或送餐</translation>
    </message>
    <message>
        <source>put right or end what was agreed</source>
        <translation>修改或结束约定</translation>
    </message>
    <message>
        <source>rest for some days</source>
        <translation>暂停几天</translation>
    </message>
    <message>
        <source>put a holiday on record</source>
        <translation>登记节假日</translation>
    </message>
    <message>
        <source>a stop or a holiday stands no more</source>
        <translation>撤回一条暂停或节假日</translation>
    </message>
    <message>
        <source>void what was agreed by mistake</source>
        <translation>作废录错的约定</translation>
    </message>
    <message>
        <source>Agree… (Ctrl+N)</source>
        <translation>约定… (Ctrl+N)</translation>
    </message>
    <message>
        <source>Change… (F2)</source>
        <translation>修改… (F2)</translation>
    </message>
    <message>
        <source>Rest… (F8)</source>
        <translation>暂停… (F8)</translation>
    </message>
    <message>
        <source>Holiday… (F7)</source>
        <translation>节假日… (F7)</translation>
    </message>
    <message>
        <source>Stop or holiday back… (F4)</source>
        <translation>撤回暂停、节假日… (F4)</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废… (F12)</translation>
    </message>
    <message>
        <source>No stop and no holiday is to come.</source>
        <translation>今后没有暂停，也没有节假日。</translation>
    </message>
    <message>
        <source>Choose among what was agreed first.</source>
        <translation>请先在约定中选一项。</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
</context>
<context>
    <name>Allowances</name>
    <message>
        <source>Allowance</source>
        <translation>津贴补贴</translation>
    </message>
    <message>
        <source>What</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>From when on</source>
        <translation>起始（停止）日期</translation>
    </message>
    <message>
        <source>As the office calls it, such as 80岁档.</source>
        <translation>按民政部门的叫法，如80岁档。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>停止原因</translation>
    </message>
    <message>
        <source>Allowances of {name}</source>
        <translation>{name}的津贴补贴</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>The allowance of {name} is on record</source>
        <translation>{name}的津贴补贴已登记</translation>
    </message>
</context>
<context>
    <name>Argparse</name>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示本说明后退出</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s：错误：%(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>缺少参数：%s</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>须给出其中一个参数：%s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>不认识的参数：%s</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>没有 %(value)r 这个选择（可选：%(choices)s）</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>%(value)r 不是有效的 %(type)s</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>选项 %(option)s 不明确，可能是 %(matches)s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>不能与参数 %s 同用</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>此处不带值：%r</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>须给出一个值</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>至多给出一个值</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>至少给出一个值</translation>
    </message>
    <message>
        <source>expected %s argument</source>
        <translation>须给出 %s 个值</translation>
    </message>
    <message>
        <source>expected %s arguments</source>
        <translation>须给出 %s 个值</translation>
    </message>
</context>
<context>
    <name>AsOf</name>
    <message>
        <source>Register as of a day</source>
        <translation>截至某日的名册</translation>
    </message>
    <message>
        <source>Workbook (xlsx)…</source>
        <translation>导出表格（xlsx）…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Type a day and press Enter</source>
        <translation>输入日期后按回车</translation>
    </message>
    <message>
        <source>States, categories and grades are shown as of that day.</source>
        <translation>在册状态、类别和能力等级按当日有效者显示。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>A day that is not in the future, such as 1008 or 2026-09-30.</source>
        <translation>请输入今天或以前的日期，如 1008 或 2026-09-30。</translation>
    </message>
    <message>
        <source>Looking the register up</source>
        <translation>正在查询名册</translation>
    </message>
    <message>
        <source>Register as of {day}</source>
        <translation>截至{day}名册</translation>
    </message>
    <message>
        <source>Age that day</source>
        <translation>当日年龄</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>状态起始</translation>
    </message>
    <message>
        <source>As of {day} · names and phones as they are known now</source>
        <translation>截至 {day} · 姓名、电话为现有登记</translation>
    </message>
    <message>
        <source>Building, room</source>
        <translation>楼栋房号</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>Pages of the assessment</source>
        <translation>评估各部分</translation>
    </message>
    <message>
        <source>Items, a digit each</source>
        <translation>评估项目，每项一个数字</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>two people, or an agency with its report</source>
        <translation>两人共同评估，或填第三方机构和报告编号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>评估原因</translation>
    </message>
    <message>
        <source>Assessor</source>
        <translation>评估人员</translation>
    </message>
    <message>
        <source>Second assessor</source>
        <translation>第二评估人员</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>评估机构</translation>
    </message>
    <message>
        <source>Report no.</source>
        <translation>报告编号</translation>
    </message>
    <message>
        <source>codes of ICD-10, such as F00 I10</source>
        <translation>填 ICD-10 编码，如 F00 I10</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>疾病诊断</translation>
    </message>
    <message>
        <source>Ability assessment: {name}</source>
        <translation>能力评估：{name}</translation>
    </message>
    <message>
        <source>save the assessment and its grade</source>
        <translation>保存评估和等级</translation>
    </message>
    <message>
        <source>the next page of items</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>the page of items before</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>the next item without points</source>
        <translation>下一个没填的项目</translation>
    </message>
    <message>
        <source>the points of the item; the next one follows</source>
        <translation>填该项得分，自动到下一项</translation>
    </message>
    <message>
        <source>{name} is assessed</source>
        <translation>{name}的评估已保存</translation>
    </message>
    <message>
        <source>{count} of {all} items have points</source>
        <translation>已填 {count} 项，共 {all} 项</translation>
    </message>
    <message>
        <source>What was typed here earlier and not saved is back.</source>
        <translation>上次在这里录入还没有保存的内容已找回。</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>Ability assessments of {name}</source>
        <translation>{name}的能力评估</translation>
    </message>
    <message>
        <source>Two assessments, item by item</source>
        <translation>两次评估逐项对照</translation>
    </message>
    <message>
        <source>assess the person: 26 items, a digit each</source>
        <translation>新评估：26 项，每项一个数字</translation>
    </message>
    <message>
        <source>the report of the assessment at the right</source>
        <translation>右侧这次评估的报告</translation>
    </message>
    <message>
        <source>the empty form, to be filled by hand</source>
        <translation>空白评估表，手工填写</translation>
    </message>
    <message>
        <source>make the assessment at the right void</source>
        <translation>作废右侧这次评估</translation>
    </message>
    <message>
        <source>{count} on record</source>
        <translation>共 {count} 次</translation>
    </message>
    <message>
        <source>None with points is on record; Ctrl+N assesses.</source>
        <translation>还没有带得分的评估，按 Ctrl+N 新评估。</translation>
    </message>
    <message>
        <source>{day}: {sentence} (holds until {last})</source>
        <translation>{day}：{sentence}（有效期至 {last}）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>No assessment is chosen.</source>
        <translation>没有选中评估。</translation>
    </message>
    <message>
        <source>Make the assessment of {name} of {day} void, with its grade?</source>
        <translation>作废{name} {day} 的评估和它的等级？</translation>
    </message>
    <message>
        <source>Make it void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The assessment of {name} is void</source>
        <translation>{name}的评估已作废</translation>
    </message>
    <message>
        <source>Ability assessment</source>
        <translation>能力评估</translation>
    </message>
    <message>
        <source>Writing the assessment</source>
        <translation>正在生成评估表</translation>
    </message>
    <message>
        <source>Assess (Ctrl+N)</source>
        <translation>新评估（Ctrl+N）</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前一次</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>这一次</translation>
    </message>
    <message>
        <source>Report (Ctrl+P)</source>
        <translation>评估报告（Ctrl+P）</translation>
    </message>
    <message>
        <source>Empty form (F10)</source>
        <translation>空白表（F10）</translation>
    </message>
    <message>
        <source>Make void (F12)</source>
        <translation>作废（F12）</translation>
    </message>
    <message>
        <source>【Total】</source>
        <translation>【总分】</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>近30天风险事件</translation>
    </message>
    <message>
        <source>In coma: complete disability</source>
        <translation>昏迷：直接评为完全失能</translation>
    </message>
    <message>
        <source>every result of the person as a workbook</source>
        <translation>这位老人的全部结果存成工作簿</translation>
    </message>
    <message>
        <source>take in an agency&apos;s list of results</source>
        <translation>导入机构的评估结果</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>Workbook (Ctrl+E)</source>
        <translation>存成工作簿（Ctrl+E）</translation>
    </message>
    <message>
        <source>Take in (Ctrl+I)</source>
        <translation>导入结果（Ctrl+I）</translation>
    </message>
    <message>
        <source>no points are needed then</source>
        <translation>评为昏迷时，可不填得分</translation>
    </message>
    <message>
        <source>what the grade so far would make of a month</source>
        <translation>按现在的等级，看当月会怎样变</translation>
    </message>
    <message>
        <source>another grade or day of leaving: what if</source>
        <translation>假设另一个等级或离院日期</translation>
    </message>
    <message>
        <source>What if… (Shift+F8)</source>
        <translation>假设…（Shift+F8）</translation>
    </message>
    <message>
        <source>every result in a row, these two item by item, on paper</source>
        <translation>打印历次评估：每次一行，左右两次逐项对照</translation>
    </message>
    <message>
        <source>Writing the history</source>
        <translation>正在写历次评估记录</translation>
    </message>
    <message>
        <source>Assessments of one person</source>
        <translation>个人历次评估</translation>
    </message>
    <message>
        <source>History (Ctrl+Shift+P)</source>
        <translation>历次 (Ctrl+Shift+P)</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>An activity of many</source>
        <translation>活动签到</translation>
    </message>
    <message>
        <source>Scan, or type a name or ID tail and press Enter</source>
        <translation>扫码，或输入姓名、证件号末几位，按 Enter</translation>
    </message>
    <message>
        <source>Scan line</source>
        <translation>扫码栏</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>到场的人</translation>
    </message>
    <message>
        <source>the activity is said: begin to scan</source>
        <translation>活动填好了，开始扫码</translation>
    </message>
    <message>
        <source>another activity</source>
        <translation>换一个活动</translation>
    </message>
    <message>
        <source>take the last scan back</source>
        <translation>撤销上一次扫码</translation>
    </message>
    <message>
        <source>say whose the first unknown card is</source>
        <translation>认领第一张不认识的卡：是谁的</translation>
    </message>
    <message>
        <source>the first unknown card was nobody&apos;s</source>
        <translation>第一张不认识的卡不作数</translation>
    </message>
    <message>
        <source>and Enter: choose among people of one name</source>
        <translation>加 Enter：同名的人中选一位</translation>
    </message>
    <message>
        <source>Scan the first card</source>
        <translation>请扫第一张卡</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <source>Card {code}, scanned at {time}: {activity}</source>
        <translation>{time} 扫的卡 {code}：{activity}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Whose is it</source>
        <translation>是谁的</translation>
    </message>
    <message>
        <source>Taken off the list: card {code}</source>
        <translation>已从名单去掉：卡 {code}</translation>
    </message>
    <message>
        <source>Scan the next card</source>
        <translation>请扫下一张卡</translation>
    </message>
    <message>
        <source>Another activity (F3)</source>
        <translation>换一个活动（F3）</translation>
    </message>
    <message>
        <source>What it is; Enter after the last field begins to scan</source>
        <translation>活动内容（填完最后一项按 Enter 开始扫码）</translation>
    </message>
    <message>
        <source>Begin to scan (Ctrl+S)</source>
        <translation>开始扫码（Ctrl+S）</translation>
    </message>
    <message>
        <source>Take the last back (F6)</source>
        <translation>撤销上一位（F6）</translation>
    </message>
    <message>
        <source>Whose card is it… (F8)</source>
        <translation>这张卡是谁的…（F8）</translation>
    </message>
    <message>
        <source>Nobody&apos;s card (Shift+F8)</source>
        <translation>这张卡不作数（Shift+F8）</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>Each scan makes one line.</source>
        <translation>每扫一张卡，登记一位。</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} unknown cards wait: {cards}</source>
        <translation>待认领的卡 {count} 张：{cards}</translation>
    </message>
    <message>
        <source>Recorded: {name}</source>
        <translation>已登记：{name}</translation>
    </message>
    <message>
        <source>{name} was scanned before; nothing is added.</source>
        <translation>{name} 已经扫过，不重复登记。</translation>
    </message>
    <message>
        <source>Unknown card: it waits, F8 says whose it is. Scan on.</source>
        <translation>不认识的卡，先记下；请接着扫，过后按 F8 认领。</translation>
    </message>
    <message>
        <source>Recorded for {name}</source>
        <translation>已登记：{name}</translation>
    </message>
    <message>
        <source>Empty: by the price list, of each person by age and category.</source>
        <translation>不填的按价目表，按每人年龄和类别计。</translation>
    </message>
    <message>
        <source>{name} did not come to an activity: the service is {state}.</source>
        <translation>{name} 不在活动的到场名单里：这项服务的状态是“{state}”。</translation>
    </message>
    <message>
        <source>Making the attendance list</source>
        <translation>正在生成活动签到表</translation>
    </message>
    <message>
        <source>{name} did not come: the service is void</source>
        <translation>{name} 没有到场：作废这一位的服务</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Taken off: {name}</source>
        <translation>已去掉：{name}</translation>
    </message>
    <message>
        <source>All {count} services of this activity become void: {activity}</source>
        <translation>这个活动的 {count} 条服务全部作废：{activity}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The activity is void: {count} services</source>
        <translation>活动已作废：{count} 条服务</translation>
    </message>
    <message>
        <source>take the person off whose row was scanned</source>
        <translation>去掉刚扫到（选中）的这一位</translation>
    </message>
    <message>
        <source>make the whole activity void</source>
        <translation>作废整个活动</translation>
    </message>
    <message>
        <source>the attendance list, to be signed</source>
        <translation>打印活动签到表，供签名</translation>
    </message>
    <message>
        <source>Scan a row of the list, or choose somebody below.</source>
        <translation>请先扫签到表上的一行，或在下面选中一位。</translation>
    </message>
    <message>
        <source>Nobody is on record for this activity.</source>
        <translation>这个活动还没有人登记。</translation>
    </message>
    <message>
        <source>Take off (F7)</source>
        <translation>去掉（F7）</translation>
    </message>
    <message>
        <source>List (Ctrl+P)</source>
        <translation>签到表（Ctrl+P）</translation>
    </message>
    <message>
        <source>Void all (F12)</source>
        <translation>整个作废（F12）</translation>
    </message>
    <message>
        <source>{name}: F7 takes them off</source>
        <translation>{name}：按 F7 去掉</translation>
    </message>
    <message>
        <source>{name} came to another activity: {activity}. F3, then scan the row again.</source>
        <translation>{name} 在另一个活动：{activity}。按 F3，再扫这一行。</translation>
    </message>
    <message>
        <source>This row was taken off before: its service is void.</source>
        <translation>这一行已经去掉：这项服务已作废。</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter take off   Esc back to the scan line</source>
        <translation>↑↓ 选择   Enter 去掉   Esc 回到扫码栏</translation>
    </message>
</context>
<context>
    <name>Balances</name>
    <message>
        <source>Paid from the balance; {left} left.</source>
        <translation>已从预存扣款，余额 {left}。</translation>
    </message>
    <message>
        <source>Balance {left}: not enough, to be paid in cash.</source>
        <translation>预存余额 {left} 不够，请收现金。</translation>
    </message>
    <message>
        <source>Money for meals to come</source>
        <translation>预存充值</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>{name}: {amount} taken, the balance is {left}</source>
        <translation>{name}：充值 {amount} 元，余额 {left} 元</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>预存退款</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>{name}: {amount} given back, the balance is {left}</source>
        <translation>{name}：退款 {amount} 元，余额 {left} 元</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Empty: not below nothing.</source>
        <translation>不填：不能透支。</translation>
    </message>
    <message>
        <source>May go below nothing (yuan)</source>
        <translation>可透支（元）</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>How far the balance may go below nothing</source>
        <translation>透支限额</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>The limit is set</source>
        <translation>限额已设定</translation>
    </message>
    <message>
        <source>Take back by a counter-entry: {name}, {kind} {amount}</source>
        <translation>冲正：{name}，{kind} {amount} 元</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>The entry is taken back; both stand in the list</source>
        <translation>已冲正，两笔都留在流水里</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Cash for the office; in your till are {held}</source>
        <translation>上交现金；您手里有 {held} 元</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>上交</translation>
    </message>
    <message>
        <source>{amount} handed over</source>
        <translation>已上交 {amount} 元</translation>
    </message>
    <message>
        <source>Making the receipt</source>
        <translation>正在做收据</translation>
    </message>
    <message>
        <source>Making the sheet of the day</source>
        <translation>正在做收银日报表</translation>
    </message>
    <message>
        <source>Money left for meals</source>
        <translation>预存</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>预存余额</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>take money for meals to come</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>give money back to the chosen person</source>
        <translation>给选中的人退款</translation>
    </message>
    <message>
        <source>take the chosen entry back by a counter-entry</source>
        <translation>冲正选中的流水</translation>
    </message>
    <message>
        <source>the receipt of the chosen entry</source>
        <translation>选中流水的收据</translation>
    </message>
    <message>
        <source>how far the balance may go below nothing</source>
        <translation>透支限额（主任）</translation>
    </message>
    <message>
        <source>the tills of a day, to be printed</source>
        <translation>某日收银日报表</translation>
    </message>
    <message>
        <source>cash from the own till for the office</source>
        <translation>上交现金</translation>
    </message>
    <message>
        <source>from the people to the entries</source>
        <translation>从名单到流水</translation>
    </message>
    <message>
        <source>{count} people, {sum} yuan in all</source>
        <translation>{count} 人，共 {sum} 元</translation>
    </message>
    <message>
        <source>Choose a top-up or a refund first: these have receipts.</source>
        <translation>请先选一笔充值或退款，这两种才有收据。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The tills of a day</source>
        <translation>收银日报表</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Top up (Ctrl+N)</source>
        <translation>充值（Ctrl+N）</translation>
    </message>
    <message>
        <source>Refund… (F2)</source>
        <translation>退款…（F2）</translation>
    </message>
    <message>
        <source>Take the entry back… (F8)</source>
        <translation>冲正…（F8）</translation>
    </message>
    <message>
        <source>Receipt (Ctrl+P)</source>
        <translation>收据（Ctrl+P）</translation>
    </message>
    <message>
        <source>Limit… (F4)</source>
        <translation>限额…（F4）</translation>
    </message>
    <message>
        <source>Tills of a day… (F6)</source>
        <translation>收银日报…（F6）</translation>
    </message>
    <message>
        <source>Hand over… (F7)</source>
        <translation>上交…（F7）</translation>
    </message>
    <message>
        <source>Ctrl+N takes money; meals are paid from it at the scan.</source>
        <translation>按 Ctrl+N 充值；扫码时自动扣餐费。</translation>
    </message>
    <message>
        <source>Nobody has left money yet</source>
        <translation>还没有人预存</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter entries   Ctrl+N top up   F2 refund   Esc back</source>
        <translation>↑↓ 选择   回车 看流水   Ctrl+N 充值   F2 退款   Esc 返回</translation>
    </message>
    <message>
        <source>↑↓ choose   Ctrl+P receipt   F8 take back   Esc people</source>
        <translation>↑↓ 选择   Ctrl+P 收据   F8 冲正   Esc 回名单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>最近一笔</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>{kind} (taken back)</source>
        <translation>{kind}（已冲正）</translation>
    </message>
    <message>
        <source>find somebody by name, ID number or card</source>
        <translation>按姓名、证件号、卡号找人</translation>
    </message>
    <message>
        <source>None of those who left money</source>
        <translation>预存的人里没有</translation>
    </message>
    <message>
        <source>{yuan} yuan were taken out of balances.</source>
        <translation>从预存扣款 {yuan} 元。</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>临时就餐</translation>
    </message>
    <message>
        <source>Still to be paid in cash: {names}</source>
        <translation>还要收现金：{names}</translation>
    </message>
</context>
<context>
    <name>BatchesField</name>
    <message>
        <source>Part of a name, a batch number or a supplier; or scan</source>
        <translation>品名、批号或供应商的一部分，也可以扫码</translation>
    </message>
    <message>
        <source>Enter takes the batch; or empty the line.</source>
        <translation>按回车选用这一批，或者清空这一行。</translation>
    </message>
    <message>
        <source>No batch here is called “{typed}”.</source>
        <translation>当日库存里没有“{typed}”。</translation>
    </message>
    <message>
        <source>Enter: {name}</source>
        <translation>回车：{name}</translation>
    </message>
    <message>
        <source>In the store: {names}</source>
        <translation>在库：{names}</translation>
    </message>
</context>
<context>
    <name>BedFacts</name>
    <message>
        <source>empty: since before any record</source>
        <translation>空着：建台账以前就是这样</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>What bed {bed} is from a day on</source>
        <translation>床位 {bed} 从某天起是什么</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It holds from that day on; the days before stay as they were</source>
        <translation>从那天起生效，以前的日子不变</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>保险公司</translation>
    </message>
    <message>
        <source>Insurer&apos;s code of the bed</source>
        <translation>保险公司床位编码</translation>
    </message>
    <message>
        <source>Insurance of {bed}</source>
        <translation>{bed} 的保险</translation>
    </message>
    <message>
        <source>The insurance is on record</source>
        <translation>保险已登记</translation>
    </message>
    <message>
        <source>empty while nobody knows it</source>
        <translation>还不知道就空着</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Bed {bed} is out of service</source>
        <translation>床位 {bed} 停用</translation>
    </message>
    <message>
        <source>The days are on record; nobody is admitted on them</source>
        <translation>停用已登记，这些天不办入住</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>of somebody who is not on record yet</source>
        <translation>还没有建档的人</translation>
    </message>
    <message>
        <source>Or a name</source>
        <translation>或姓名</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Bed {bed} is kept for somebody</source>
        <translation>床位 {bed} 预留</translation>
    </message>
    <message>
        <source>The bed is kept; nobody else is admitted in that time</source>
        <translation>床位已预留，这段时间不办别人入住</translation>
    </message>
    <message>
        <source>Bed {bed} is kept for {name} no longer, from today on?</source>
        <translation>床位 {bed} 从今天起不再为{name}预留？</translation>
    </message>
    <message>
        <source>End the reservation</source>
        <translation>取消预留</translation>
    </message>
    <message>
        <source>Bed {bed} is free again</source>
        <translation>床位 {bed} 又空出来了</translation>
    </message>
    <message>
        <source>Void this record of bed {bed}: {kind}?</source>
        <translation>作废床位 {bed} 的这条记录：{kind}？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void</source>
        <translation>已作废</translation>
    </message>
</context>
<context>
    <name>BedFile</name>
    <message>
        <source>Nothing is on record yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>put the chosen record right</source>
        <translation>更正选中的记录</translation>
    </message>
    <message>
        <source>void the chosen record</source>
        <translation>作废选中的记录</translation>
    </message>
    <message>
        <source>open the person of the chosen record</source>
        <translation>打开选中记录里的老年人</translation>
    </message>
    <message>
        <source>A stay is ended by F8 of the beds, or voided here (F12) and recorded anew.</source>
        <translation>入住在床位表里按 F8 办离院；登记错了，在这里按 F12 作废，再重新登记。</translation>
    </message>
    <message>
        <source>Choose a line first.</source>
        <translation>请先选一行。</translation>
    </message>
    <message>
        <source>File of bed {bed}</source>
        <translation>床位档案：{bed}</translation>
    </message>
    <message>
        <source>What it is from a day on… (F6)</source>
        <translation>类型、方式、类别…（F6）</translation>
    </message>
    <message>
        <source>Insurance… (F7)</source>
        <translation>保险…（F7）</translation>
    </message>
    <message>
        <source>Out of service… (F8)</source>
        <translation>停用…（F8）</translation>
    </message>
    <message>
        <source>Keep for somebody… (F9)</source>
        <translation>预留…（F9）</translation>
    </message>
    <message>
        <source>Beds of the person (F4)</source>
        <translation>这位老人的床位（F4）</translation>
    </message>
    <message>
        <source>Put right… (F2)</source>
        <translation>更正…（F2）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter put right   Esc back</source>
        <translation>↑↓ 选择&#x3000;Enter 更正&#x3000;Esc 返回</translation>
    </message>
    <message>
        <source>what the bed is from a day on: kind, mode, class</source>
        <translation>从某天起的类型、服务方式、类别</translation>
    </message>
    <message>
        <source>the days of its insurance</source>
        <translation>保险起止日期</translation>
    </message>
    <message>
        <source>days on which it is out of service</source>
        <translation>停用的日期</translation>
    </message>
    <message>
        <source>keep it for somebody</source>
        <translation>预留给某人</translation>
    </message>
    <message>
        <source>all beds of the person of the chosen record</source>
        <translation>选中记录里那位老人住过的床位</translation>
    </message>
    <message>
        <source>Beds of {name}</source>
        <translation>{name}的床位</translation>
    </message>
    <message>
        <source>Open the person (Ctrl+G)</source>
        <translation>打开老年人（Ctrl+G）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>another day of leaving, another grade: what if</source>
        <translation>假设另一个离院日期或等级</translation>
    </message>
    <message>
        <source>What if… (Shift+F8)</source>
        <translation>假设…（Shift+F8）</translation>
    </message>
    <message>
        <source>The chosen record names nobody.</source>
        <translation>选中的这一条没有老人。</translation>
    </message>
</context>
<context>
    <name>BedForm</name>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>such as Building 1</source>
        <translation>如 1号楼</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Bed number</source>
        <translation>床号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>服务方式</translation>
    </message>
    <message>
        <source>Outside code</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>综合责任险</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>From</source>
        <translation>入住日期</translation>
    </message>
    <message>
        <source>Leaves on</source>
        <translation>离院日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>empty while still away</source>
        <translation>还没有回来就空着</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>the insurer&apos;s or another platform&apos;s number</source>
        <translation>保险或其他平台的编号</translation>
    </message>
    <message>
        <source>the day before they are back</source>
        <translation>回来的前一天</translation>
    </message>
    <message>
        <source>Last day away</source>
        <translation>最后一天（请假）</translation>
    </message>
    <message>
        <source>In service from</source>
        <translation>启用日期</translation>
    </message>
    <message>
        <source>the first day without it; for a time only, edit it and tick “out of service”</source>
        <translation>从这天起不再有这张床；只是暂停使用的，请在编辑中勾选“停用”</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>撤床日期</translation>
    </message>
    <message>
        <source>empty: it was there before any record</source>
        <translation>不填：建台账以前就有</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>回家</translation>
    </message>
    <message>
        <source>to a hospital</source>
        <translation>转院</translation>
    </message>
    <message>
        <source>to another institution</source>
        <translation>转其他机构</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Change holds from</source>
        <translation>变更自何日起</translation>
    </message>
    <message>
        <source>of kind, mode and class; empty puts right what stands</source>
        <translation>指类型、服务方式、类别；空着是更正现在这一条</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>入住期限</translation>
    </message>
    <message>
        <source>if it is known</source>
        <translation>知道就填</translation>
    </message>
    <message>
        <source>Why away</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>BedPlan</name>
    <message>
        <source>Plan of the rooms</source>
        <translation>房间平面</translation>
    </message>
</context>
<context>
    <name>Beds</name>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>入住老人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>入住日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>服务方式</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>New bed</source>
        <translation>新增床位</translation>
    </message>
    <message>
        <source>No bed on record yet</source>
        <translation>还没有床位</translation>
    </message>
    <message>
        <source>Press Ctrl+N for the first one, or import the list of beds.</source>
        <translation>按 Ctrl+N 新增，或导入床位表。</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>{all} beds · {taken} taken · {free} free</source>
        <translation>共 {all} 张床 · 在住 {taken} · 空闲 {free}</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>打开老人档案</translation>
    </message>
    <message>
        <source>Edit (Enter)</source>
        <translation>修改（Enter）</translation>
    </message>
    <message>
        <source>Outside code</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Admit somebody</source>
        <translation>办理入住</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>入住</translation>
    </message>
    <message>
        <source>{name} leaves bed {bed}</source>
        <translation>{name}离开 {bed} 床</translation>
    </message>
    <message>
        <source>Discharge</source>
        <translation>离院</translation>
    </message>
    <message>
        <source>{name} is away from bed {bed}</source>
        <translation>{name}请假，保留 {bed} 床</translation>
    </message>
    <message>
        <source>Record the leave</source>
        <translation>登记请假</translation>
    </message>
    <message>
        <source>Void the stay…</source>
        <translation>作废入住…</translation>
    </message>
    <message>
        <source>{name} is back in bed {bed}</source>
        <translation>{name}回到床位 {bed}</translation>
    </message>
    <message>
        <source>End the leave</source>
        <translation>销假</translation>
    </message>
    <message>
        <source>Why is the stay of {name} in bed {bed} void?</source>
        <translation>{name}在床位 {bed} 的入住记录为什么作废？</translation>
    </message>
    <message>
        <source>Void the stay</source>
        <translation>作废入住</translation>
    </message>
    <message>
        <source>Close the bed…</source>
        <translation>撤床…</translation>
    </message>
    <message>
        <source>Take the close back…</source>
        <translation>撤销撤床…</translation>
    </message>
    <message>
        <source>In service from</source>
        <translation>启用日期</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>撤床日期</translation>
    </message>
    <message>
        <source>Bed {bed} is taken out of the house</source>
        <translation>撤掉床位 {bed}</translation>
    </message>
    <message>
        <source>Close the bed</source>
        <translation>撤床</translation>
    </message>
    <message>
        <source>The bed is there again, as if it had never been closed</source>
        <translation>床位已恢复，视为从未撤过</translation>
    </message>
    <message>
        <source>Why was bed {bed} closed by mistake?</source>
        <translation>床位 {bed} 为什么是误撤？</translation>
    </message>
    <message>
        <source>Take the close back</source>
        <translation>撤销撤床</translation>
    </message>
    <message>
        <source>on leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>{name} is admitted: {bed}</source>
        <translation>{name} 已入住 {bed}</translation>
    </message>
    <message>
        <source>{name} is discharged; bed {bed} is free</source>
        <translation>{name} 已离院，{bed} 空出</translation>
    </message>
    <message>
        <source>Leave of {name} recorded; bed {bed} is kept</source>
        <translation>{name} 请假已登记，{bed} 保留</translation>
    </message>
    <message>
        <source>The leave of {name} has ended</source>
        <translation>{name} 已销假</translation>
    </message>
    <message>
        <source>Leaves from bed {bed}: put one right</source>
        <translation>{bed} 的请假：更正</translation>
    </message>
    <message>
        <source>Put the leave right</source>
        <translation>更正请假</translation>
    </message>
    <message>
        <source>The leave of {name} is put right</source>
        <translation>{name} 的请假已更正</translation>
    </message>
    <message>
        <source>Leaves from bed {bed}: void one</source>
        <translation>{bed} 的请假：作废</translation>
    </message>
    <message>
        <source>Void the leave</source>
        <translation>作废请假</translation>
    </message>
    <message>
        <source>The leave of {name} is void</source>
        <translation>{name} 的请假已作废</translation>
    </message>
    <message>
        <source>Stay of {name} voided; bed {bed} is free</source>
        <translation>{name} 的入住已作废，{bed} 空出</translation>
    </message>
    <message>
        <source>Bed {bed} is closed</source>
        <translation>{bed} 已撤床</translation>
    </message>
    <message>
        <source>Admit somebody… (F3)</source>
        <translation>入住…（F3）</translation>
    </message>
    <message>
        <source>Leave… (F6)</source>
        <translation>请假…（F6）</translation>
    </message>
    <message>
        <source>Back from leave… (F6)</source>
        <translation>销假…（F6）</translation>
    </message>
    <message>
        <source>Move to another bed… (F7)</source>
        <translation>换床…（F7）</translation>
    </message>
    <message>
        <source>Discharge… (F8)</source>
        <translation>离院…（F8）</translation>
    </message>
    <message>
        <source>{name} moves out of bed {bed} into another one</source>
        <translation>{name} 从 {bed} 换到另一张床</translation>
    </message>
    <message>
        <source>{name} has moved: {bed}</source>
        <translation>{name} 已换床：{bed}</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>换床</translation>
    </message>
    <message>
        <source>bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Labels… (F10)</source>
        <translation>标签…（F10）</translation>
    </message>
    <message>
        <source>Day care (Ctrl+D)</source>
        <translation>日托（Ctrl+D）</translation>
    </message>
    <message>
        <source>Replace the code…</source>
        <translation>换新码…</translation>
    </message>
    <message>
        <source>all {count} beds listed</source>
        <translation>列出的全部 {count} 张床位</translation>
    </message>
    <message>
        <source>{floor}: {count} beds</source>
        <translation>{floor}：{count} 张床位</translation>
    </message>
    <message>
        <source>without a floor</source>
        <translation>没填楼层的</translation>
    </message>
    <message>
        <source>only {bed}</source>
        <translation>只打 {bed}</translation>
    </message>
    <message>
        <source>the {count} selected beds</source>
        <translation>选中的 {count} 张床位</translation>
    </message>
    <message>
        <source>At home (Ctrl+H)</source>
        <translation>居家（Ctrl+H）</translation>
    </message>
    <message>
        <source>{month}: nights present {before} → {after}; operating subsidy {was} → {becomes} yuan</source>
        <translation>{month}：在住 {before} → {after} 天；运营补贴 {was} → {becomes} 元</translation>
    </message>
    <message>
        <source>Contract…</source>
        <translation>协议…</translation>
    </message>
    <message>
        <source>Picture of the contract…</source>
        <translation>协议照片…</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Queue (Ctrl+T)</source>
        <translation>轮候（Ctrl+T）</translation>
    </message>
    <message>
        <source>{name}, answer until {day}</source>
        <translation>{name}，{day} 前答复</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>预留给</translation>
    </message>
    <message>
        <source>{name}, place {position}</source>
        <translation>{name}，第 {position} 位</translation>
    </message>
    <message>
        <source>Next in line</source>
        <translation>轮到</translation>
    </message>
    <message>
        <source>floor {floor}</source>
        <translation>{floor}楼</translation>
    </message>
    <message>
        <source>Drawing the rooms</source>
        <translation>正在画床位图</translation>
    </message>
    <message>
        <source>Rooms (F4)</source>
        <translation>床位图（F4）</translation>
    </message>
    <message>
        <source>Keep for somebody… (F9)</source>
        <translation>预留…（F9）</translation>
    </message>
    <message>
        <source>End the reservation… (F9)</source>
        <translation>取消预留…（F9）</translation>
    </message>
    <message>
        <source>File of the bed (F2)</source>
        <translation>床位档案（F2）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>printed {day}</source>
        <translation>{day} 打印</translation>
    </message>
    <message>
        <source>the code was replaced, printed {day} before</source>
        <translation>换了新码，旧码 {day} 打印过</translation>
    </message>
    <message>
        <source>never printed</source>
        <translation>没有打印过</translation>
    </message>
    <message>
        <source>the {count} beds without a printed label</source>
        <translation>没有打印过标签的 {count} 张床</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>假设…</translation>
    </message>
    <message>
        <source>Fees (Ctrl+M)</source>
        <translation>住养收费（Ctrl+M）</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保险</translation>
    </message>
    <message>
        <source>Contracts (Ctrl+R)</source>
        <translation>协议（Ctrl+R）</translation>
    </message>
</context>
<context>
    <name>BedsKeys</name>
    <message>
        <source>admit somebody into the bed</source>
        <translation>入住</translation>
    </message>
    <message>
        <source>a leave, or back from it</source>
        <translation>请假，或销假</translation>
    </message>
    <message>
        <source>move to another bed</source>
        <translation>换床</translation>
    </message>
    <message>
        <source>discharge</source>
        <translation>离院</translation>
    </message>
    <message>
        <source>print labels</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>day care: who comes and leaves, by scan</source>
        <translation>日托：扫码签到、签退</translation>
    </message>
    <message>
        <source>care beds at home: contract, plan, review</source>
        <translation>家庭照护床位：签约、计划、复评</translation>
    </message>
    <message>
        <source>who waits for a bed, and who comes next</source>
        <translation>床位轮候：谁在等、轮到谁</translation>
    </message>
    <message>
        <source>keep the bed for somebody, or no longer</source>
        <translation>预留，或取消预留</translation>
    </message>
    <message>
        <source>the bed&apos;s file: history, insurance, what it is when</source>
        <translation>床位档案：沿革、保险、从哪天起是什么</translation>
    </message>
    <message>
        <source>the rooms as a picture, or the list</source>
        <translation>床位图，或列表</translation>
    </message>
    <message>
        <source>in the picture: arrow keys go from bed to bed, Enter edits</source>
        <translation>床位图里：方向键逐床移动，Enter 编辑</translation>
    </message>
    <message>
        <source>the rooms as a picture on paper</source>
        <translation>打印床位图</translation>
    </message>
    <message>
        <source>beds without a printed label or an insurance</source>
        <translation>没有标签、没有投保的床位</translation>
    </message>
    <message>
        <source>fees of stays: charges, payments, deposits</source>
        <translation>住养收费：计费、收退费、押金</translation>
    </message>
    <message>
        <source>contracts: none, expired, ending soon</source>
        <translation>协议：没有的、已到期的、快到期的</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Orders at a glance</source>
        <translation>服务单看板</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>服务单</translation>
    </message>
    <message>
        <source>by state, by worker, by day in turn</source>
        <translation>轮换：按状态、按人员、按日期</translation>
    </message>
    <message>
        <source>cancel the chosen order</source>
        <translation>取消选中的服务单</translation>
    </message>
    <message>
        <source>from the groups to the orders, from there to the record</source>
        <translation>从分组到服务单，再到这条记录</translation>
    </message>
    <message>
        <source>Cancel… (F12)</source>
        <translation>取消…（F12）</translation>
    </message>
    <message>
        <source>No order is open</source>
        <translation>没有未办结的服务单</translation>
    </message>
    <message>
        <source>No order here</source>
        <translation>这里没有服务单</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter orders   F2 another axis   Esc back</source>
        <translation>↑↓ 选择   Enter 看服务单   F2 换一种分法   Esc 返回</translation>
    </message>
    <message>
        <source>↑↓ choose   F6 dispatch   F7 done   F8 follow up   Esc groups</source>
        <translation>↑↓ 选择   F6 派单   F7 完成   F8 回访   Esc 回到分组</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>By worker</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>All that is open</source>
        <translation>全部未办结</translation>
    </message>
    <message>
        <source>Waiting too long</source>
        <translation>拖延</translation>
    </message>
    <message>
        <source>Nobody sent yet</source>
        <translation>还没有派人</translation>
    </message>
    <message>
        <source>To be asked how it pleased</source>
        <translation>要回访</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>拖延</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>已等</translation>
    </message>
    <message>
        <source>Somebody was sent</source>
        <translation>已派单</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>{text} ({keys})</source>
        <translation>{text}（{keys}）</translation>
    </message>
</context>
<context>
    <name>Canteen</name>
    <message>
        <source>Monthly report</source>
        <translation>就餐月报</translation>
    </message>
    <message>
        <source>Record a meal</source>
        <translation>补登一餐</translation>
    </message>
    <message>
        <source>Start scanning (F9)</source>
        <translation>开始扫码 (F9)</translation>
    </message>
    <message>
        <source>price {price}   subsidy {subsidy}   paid {paid} yuan</source>
        <translation>餐费 {price}   补贴 {subsidy}   实付 {paid} 元</translation>
    </message>
    <message>
        <source>Open the resident</source>
        <translation>打开老年人</translation>
    </message>
    <message>
        <source>Take this meal back</source>
        <translation>撤销这一餐</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>餐费</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>such as 1130</source>
        <translation>如 1130</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐次</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A guest is counted</source>
        <translation>已登记一位临时就餐</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Canteen</source>
        <translation>幸福食堂</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>No meal in this month yet</source>
        <translation>本月还没有就餐记录</translation>
    </message>
    <message>
        <source>Press F9 and scan the first card.</source>
        <translation>按 F9 开始扫第一张卡。</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>临时就餐</translation>
    </message>
    <message>
        <source>a guest, at full price</source>
        <translation>临时就餐（全价）</translation>
    </message>
    <message>
        <source>Recorded: {name} {meal} {mode}</source>
        <translation>已登记：{name} {meal} {mode}</translation>
    </message>
    <message>
        <source>no price set</source>
        <translation>还没有定餐价</translation>
    </message>
    <message>
        <source>Guest (with {name})</source>
        <translation>临时（随 {name}）</translation>
    </message>
    <message>
        <source>A meal of many…</source>
        <translation>聚餐…</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>聚餐名称</translation>
    </message>
    <message>
        <source>A meal of many</source>
        <translation>聚餐</translation>
    </message>
    <message>
        <source>Start scanning</source>
        <translation>开始扫码</translation>
    </message>
    <message>
        <source>How it pleased…</source>
        <translation>就餐评价…</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>How did the meal please {name}?</source>
        <translation>{name}对这一餐评几分？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{name}: rated {score}</source>
        <translation>{name}：评{score}分</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>月矩阵</translation>
    </message>
    <message>
        <source>Scan meals</source>
        <translation>就餐扫码</translation>
    </message>
    <message>
        <source>Scans to record later</source>
        <translation>待补录的刷卡</translation>
    </message>
</context>
<context>
    <name>CanteenKeys</name>
    <message>
        <source>dine in, takeaway, delivered, while scanning</source>
        <translation>扫码时切换堂食、打包、送餐</translation>
    </message>
    <message>
        <source>take the last scan back</source>
        <translation>撤销上一位</translation>
    </message>
    <message>
        <source>count a guest</source>
        <translation>登记临时就餐</translation>
    </message>
    <message>
        <source>choose among people of one name</source>
        <translation>同名时按数字选择</translation>
    </message>
    <message>
        <source>the next meal of the day</source>
        <translation>切换到当天的下一餐</translation>
    </message>
    <message>
        <source>lock the screen; cards go on being recorded, nobody is shown</source>
        <translation>锁屏；照常刷卡登记，不显示姓名</translation>
    </message>
    <message>
        <source>scan again, and then leave</source>
        <translation>重新刷卡；再按一次退出</translation>
    </message>
    <message>
        <source>say who the unknown cards were</source>
        <translation>认出未识别的卡是谁</translation>
    </message>
    <message>
        <source>count one who came along</source>
        <translation>加一位同来的人</translation>
    </message>
    <message>
        <source>money left for meals: top-ups, refunds, receipts</source>
        <translation>预存：充值、退款、收据</translation>
    </message>
    <message>
        <source>settle the month, to be signed</source>
        <translation>本月结算表</translation>
    </message>
    <message>
        <source>meals brought to the door: lists, stops, agreements</source>
        <translation>送餐：单子、各户结果、约定</translation>
    </message>
    <message>
        <source>a meal of many: the occasion is said once, then one scans</source>
        <translation>聚餐：先说一次是什么事，再逐个扫码</translation>
    </message>
    <message>
        <source>how the meal pleased whoever is shown, while scanning</source>
        <translation>扫码时给画面上的人记评价，1至5分</translation>
    </message>
    <message>
        <source>the food ledger: sheets of the day, purchases, menu, samples, trace</source>
        <translation>食品台账：当日台账、进货、菜单、留样、追溯</translation>
    </message>
    <message>
        <source>the month matrix and the day sheet, typed in</source>
        <translation>月矩阵和日登记表，在格子里直接打</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Change log</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>name or reason</source>
        <translation>姓名或原因</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Did</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合的记录</translation>
    </message>
    <message>
        <source>Clear the search or the day.</source>
        <translation>请清空搜索或日期。</translation>
    </message>
    <message>
        <source>Prove the log</source>
        <translation>核验日志</translation>
    </message>
    <message>
        <source>Proving the change log</source>
        <translation>正在核验操作日志</translation>
    </message>
    <message>
        <source>{writes} writes, every record, {months} closed months and the database&apos;s own guards fit together.</source>
        <translation>核验了 {writes} 条日志、全部记录、{months} 个已结月份和数据库自身的防护，全部相符。</translation>
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
        <translation>{month}已月结，报表校验码 {mark}。</translation>
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
        <translation>{month}的全部数字</translation>
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
        <source>{text} is no pair; write it as HEADING=field</source>
        <translation>“{text}”格式不对；请写成 列名=字段</translation>
    </message>
    <message>
        <source>{count} writes on record</source>
        <translation>共有 {count} 条变更记录</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>共 {count} 人</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>write the file for the district office</source>
        <translation>生成上报文件</translation>
    </message>
    <message>
        <source>everything on record, not one month</source>
        <translation>全量，不只一个月</translation>
    </message>
    <message>
        <source>prove a sync file byte by byte</source>
        <translation>逐字节核验上报文件</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>{file} is whole: {centre}, {period}, file no. {sequence}, {rows} records.</source>
        <translation>{file} 完整：{centre}，{period}，第 {sequence} 号文件，{rows} 条记录。</translation>
    </message>
    <message>
        <source>print bed labels, resident cards or a route sheet</source>
        <translation>打印床位标签、老年人服务卡或探访路线单</translation>
    </message>
    <message>
        <source>which sheet; several times for several sheets</source>
        <translation>读取哪个工作表；多个表可重复使用</translation>
    </message>
    <message>
        <source>the row of the headings; 0 for none, with --map A=name</source>
        <translation>表头所在行；没有表头写 0，并用 --map A=name 指定各列</translation>
    </message>
    <message>
        <source>let rows about residents on record change them, instead of refusing them</source>
        <translation>已登记的老年人按表中内容更新，不作为重复拒绝</translation>
    </message>
    <message>
        <source>with --update: keep flags that a row does not name, or end them</source>
        <translation>与 --update 同用：表中未列出的类别保留（union）或停止（replace）</translation>
    </message>
    <message>
        <source>write what became of every row</source>
        <translation>把每一行的处理结论写成表格</translation>
    </message>
    <message>
        <source>{file} is ready to be filled in.</source>
        <translation>{file} 已生成，可以发放填写。</translation>
    </message>
    <message>
        <source>{updated} residents on record were changed.</source>
        <translation>更新了 {updated} 名已登记的老年人。</translation>
    </message>
    <message>
        <source>The columns were read as they were named by hand before.</source>
        <translation>各列按上次手工指定的对应关系读取。</translation>
    </message>
    <message>
        <source>day of the walk; today</source>
        <translation>走访日期；默认今天</translation>
    </message>
    <message>
        <source>only the people of this visitor</source>
        <translation>只打印这位探访人负责的人</translation>
    </message>
    <message>
        <source>only this community</source>
        <translation>只打印这个社区</translation>
    </message>
    <message>
        <source>{text} is no date; write it as 2026-10-08</source>
        <translation>{text} 不是日期；请写成 2026-10-08</translation>
    </message>
    <message>
        <source>give an account another password; it comes from SHIZHU_NEW_PASSWORD</source>
        <translation>给账号设密码；密码取自 SHIZHU_NEW_PASSWORD</translation>
    </message>
    <message>
        <source>{name} signs in with the new password from now on.</source>
        <translation>{name}今后用新密码登录。</translation>
    </message>
    <message>
        <source>prove that no write was changed, put in or taken out</source>
        <translation>核验操作日志：没有一条被改动、插入或删去</translation>
    </message>
    <message>
        <source>Epoch {epoch}, station {station}: {count} writes fit together.</source>
        <translation>时段 {epoch}，工位 {station}：{count} 条记录前后相符。</translation>
    </message>
    <message>
        <source>which role may do what</source>
        <translation>各岗位能做哪些操作</translation>
    </message>
    <message>
        <source>Closed by an earlier version: its reports were frozen later, from the records of then.</source>
        <translation>由旧版月结：各报表按补冻当日的记录补冻。</translation>
    </message>
    <message>
        <source>&quot;HEADING=field&quot;</source>
        <translation>&quot;列名=field&quot;</translation>
    </message>
    <message>
        <source>It looks like {kind}; was it to be read so? shizhu import {code} FILE</source>
        <translation>它像是“{kind}”，要按那一类读吗？shizhu import {code} 文件</translation>
    </message>
    <message>
        <source>{text} is no offset; a printer is off by {most} mm at most</source>
        <translation>{text} 不是偏移量；打印机最多偏 {most} 毫米</translation>
    </message>
    <message>
        <source>accept a backup of another centre</source>
        <translation>接受其他中心的备份</translation>
    </message>
    <message>
        <source>with --update: the day from which another address or enrolment holds (today)</source>
        <translation>与 --update 同用：住址、签约等变更自何日起算（默认今天）</translation>
    </message>
    <message>
        <source>of a visit: whether its open risks and orders stay or become void with it</source>
        <translation>探访：尚未办结的风险和订单是保留还是一并作废</translation>
    </message>
    <message>
        <source>the grades of a person; which of one day holds</source>
        <translation>一个人的能力等级；同一天的以哪个为准</translation>
    </message>
    <message>
        <source>a person; for hold the UID of a grade</source>
        <translation>一位老年人；hold 时为能力等级的 UID</translation>
    </message>
    <message>
        <source>withdraw a confirmed excuse from the roster</source>
        <translation>撤回应访名单上已确认的免访</translation>
    </message>
    <message>
        <source>{uid} is void.</source>
        <translation>{uid} 已作废。</translation>
    </message>
    <message>
        <source>{uid} holds.</source>
        <translation>以 {uid} 为准。</translation>
    </message>
    <message>
        <source>The excuse is withdrawn.</source>
        <translation>免访已撤回。</translation>
    </message>
    <message>
        <source>people who work here, their posts and certificates</source>
        <translation>工作人员、岗位和证件</translation>
    </message>
    <message>
        <source>{name} is on record.</source>
        <translation>已登记 {name}。</translation>
    </message>
    <message>
        <source>{name}: {certificate} is on record.</source>
        <translation>{name}：{certificate}已登记。</translation>
    </message>
    <message>
        <source>take somebody up with a first post</source>
        <translation>登记人员和第一个岗位</translation>
    </message>
    <message>
        <source>list who works here</source>
        <translation>列出工作人员</translation>
    </message>
    <message>
        <source>those who left</source>
        <translation>已离岗的</translation>
    </message>
    <message>
        <source>those with a certificate to renew</source>
        <translation>有证件要续的</translation>
    </message>
    <message>
        <source>put a certificate of somebody on record</source>
        <translation>登记某人的证件</translation>
    </message>
    <message>
        <source>what another certificate is called</source>
        <translation>其他证件的名称</translation>
    </message>
    <message>
        <source>one of {words}</source>
        <translation>可填：{words}</translation>
    </message>
    <message>
        <source>what a closed month would say differently today</source>
        <translation>已月结的月份按现有档案重算会有哪些不同</translation>
    </message>
    <message>
        <source>{month}: nothing is told differently.</source>
        <translation>{month}：没有不同。</translation>
    </message>
    <message>
        <source>put a closed month right (更正单)</source>
        <translation>用更正单更正已月结的月份</translation>
    </message>
    <message>
        <source>open a correction of a closed month</source>
        <translation>为已月结的月份开一张更正单</translation>
    </message>
    <message>
        <source>the corrections of a month, or all</source>
        <translation>某月或全部更正单</translation>
    </message>
    <message>
        <source>add acts from a file (JSON)</source>
        <translation>从文件（JSON）加入更正事项</translation>
    </message>
    <message>
        <source>its acts, and what they come to</source>
        <translation>更正事项，以及数字会怎样变</translation>
    </message>
    <message>
        <source>approve it as a second person (--user), or in writing</source>
        <translation>由第二人批准（--user），或凭书面批准</translation>
    </message>
    <message>
        <source>say no, with the reason</source>
        <translation>不批准，写明原因</translation>
    </message>
    <message>
        <source>give it up, with the reason</source>
        <translation>撤回，写明原因</translation>
    </message>
    <message>
        <source>who signed at the district office</source>
        <translation>区民政局签字人</translation>
    </message>
    <message>
        <source>the number of that paper</source>
        <translation>该文件的文号</translation>
    </message>
    <message>
        <source>Correction {id} of {month} is open.</source>
        <translation>{month}的更正单 {id} 已开。</translation>
    </message>
    <message>
        <source>The correction holds {count} acts.</source>
        <translation>更正单里有 {count} 项。</translation>
    </message>
    <message>
        <source>{month} has version {version} now; report mark {mark}.</source>
        <translation>{month}现为第 {version} 版，报表标记 {mark}。</translation>
    </message>
    <message>
        <source>by this correction</source>
        <translation>本更正单</translation>
    </message>
    <message>
        <source>by facts learned late</source>
        <translation>事后得知</translation>
    </message>
    <message>
        <source>communities, people who work, payers, suppliers: names with days, merging, other texts</source>
        <translation>社区、人员、付费方、供应商名单：名称和起始日、合并、其他写法</translation>
    </message>
    <message>
        <source>print the entries of a list</source>
        <translation>列出名单条目</translation>
    </message>
    <message>
        <source>print the texts of records that the list does not have</source>
        <translation>列出名单外的文字</translation>
    </message>
    <message>
        <source>add entries; without --from they have always had their names</source>
        <translation>添加条目；不写 --from 表示一直叫这个名称</translation>
    </message>
    <message>
        <source>another name; without --from the old one was a slip</source>
        <translation>改名；不写 --from 表示原来写错了</translation>
    </message>
    <message>
        <source>merge an entry into another one</source>
        <translation>把一条并入另一条</translation>
    </message>
    <message>
        <source>offer an entry no more; --back offers it again</source>
        <translation>停用条目；--back 恢复</translation>
    </message>
    <message>
        <source>a text stands for an entry; --drop asks about it again</source>
        <translation>一种写法归入条目；--drop 重新待确认</translation>
    </message>
    <message>
        <source>left out: it stays as it is typed</source>
        <translation>不写：照原样留下</translation>
    </message>
    <message>
        <source>retired {day}</source>
        <translation>{day} 停用</translation>
    </message>
    <message>
        <source>perhaps {name}</source>
        <translation>可能是 {name}</translation>
    </message>
    <message>
        <source>of a closed month: by today&apos;s rows, not as it was closed</source>
        <translation>已月结的月份：按现有记录重算，不用月结时的数字</translation>
    </message>
    <message>
        <source>the records of a month, each with its uid</source>
        <translation>某月的记录，各带标识</translation>
    </message>
    <message>
        <source>card code, ID number or name</source>
        <translation>服务卡编码、身份证号或姓名</translation>
    </message>
    <message>
        <source>make one record void, with the reason</source>
        <translation>作废一条记录，写明原因</translation>
    </message>
    <message>
        <source>the people and records that make one figure</source>
        <translation>某个数字由哪些人、哪些记录得来</translation>
    </message>
    <message>
        <source>as it was closed</source>
        <translation>按月结时</translation>
    </message>
    <message>
        <source>by today&apos;s records</source>
        <translation>按现有记录</translation>
    </message>
    <message>
        <source>typed in settings</source>
        <translation>在设置中填写</translation>
    </message>
    <message>
        <source>people whose grade proposes the category 失能 or 半失能</source>
        <translation>按能力等级建议登记“失能”“半失能”的人</translation>
    </message>
    <message>
        <source>No command takes back “{act}”: {why} shizhu undo --list tells what else was done.</source>
        <translation>“{act}”不能用命令撤销：{why}其他做过的事见 shizhu undo --list。</translation>
    </message>
    <message>
        <source>take back the last act, or one import whole; asked again, the act before</source>
        <translation>撤销最近做的一件事，或整批撤销一次导入；再来一次撤销更早的一件</translation>
    </message>
    <message>
        <source>only tell the last ten acts</source>
        <translation>只列出最近十件事</translation>
    </message>
    <message>
        <source>one of the last ten instead of the last</source>
        <translation>撤销最近十件中的这一件</translation>
    </message>
    <message>
        <source>There is nothing that can be taken back.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>indicators of the plans, and the figures typed for them</source>
        <translation>各规划的指标，以及为指标填报的数</translation>
    </message>
    <message>
        <source>print the indicators that hold in a month</source>
        <translation>列出某月有效的指标</translation>
    </message>
    <message>
        <source>say what is wrong with a file of indicators, line by line</source>
        <translation>逐行检查指标文件</translation>
    </message>
    <message>
        <source>take in a file of indicators, all or none</source>
        <translation>载入指标文件，要么全部，要么一条不载</translation>
    </message>
    <message>
        <source>print the typed figures</source>
        <translation>列出填报数</translation>
    </message>
    <message>
        <source>put a typed figure on record</source>
        <translation>录入一个填报数</translation>
    </message>
    <message>
        <source>make a typed figure void</source>
        <translation>作废一个填报数</translation>
    </message>
    <message>
        <source>{count} indicators, {errors} errors</source>
        <translation>指标 {count} 条，错误 {errors} 处</translation>
    </message>
    <message>
        <source>{added} new, {changed} changed, {unchanged} as they were</source>
        <translation>新增 {added}，更改 {changed}，未变 {unchanged}</translation>
    </message>
    <message>
        <source>The figure is void.</source>
        <translation>该填报数已作废。</translation>
    </message>
    <message>
        <source>line {line}, {field}: {sentence}</source>
        <translation>第 {line} 行，{field}：{sentence}</translation>
    </message>
    <message>
        <source>folder for the CSV files</source>
        <translation>CSV 文件的文件夹</translation>
    </message>
    <message>
        <source>folder for all reports as one PDF</source>
        <translation>全部报表合成一个 PDF 的文件夹</translation>
    </message>
    <message>
        <source>say where to write: --pdf DIR, --xlsx DIR, --csv DIR or --book DIR</source>
        <translation>请说明写到哪里：--pdf DIR、--xlsx DIR、--csv DIR 或 --book DIR</translation>
    </message>
    <message>
        <source>--book holds all reports: shizhu report all --book DIR</source>
        <translation>--book 装的是全部报表：shizhu report all --book DIR</translation>
    </message>
    <message>
        <source>write a blank workbook to hand out, or fill one of the centre&apos;s own with a month</source>
        <translation>写出空白表格，或把某个月的数字填进自有表格</translation>
    </message>
    <message>
        <source>month to fill in; of a blank meal sheet the month of its days</source>
        <translation>填哪个月；空白就餐表则为表中日期所在的月份</translation>
    </message>
    <message>
        <source>where the filled workbook is written</source>
        <translation>填好的表格写到哪里</translation>
    </message>
    <message>
        <source>name the workbook: FILE.xlsx</source>
        <translation>请写明表格文件：FILE.xlsx</translation>
    </message>
    <message>
        <source>say which month: --month YYYY-MM</source>
        <translation>请写明月份：--month YYYY-MM</translation>
    </message>
    <message>
        <source>say where to write: --out FILE.xlsx</source>
        <translation>请写明写到哪里：--out FILE.xlsx</translation>
    </message>
    <message>
        <source>Every name of {file} is known.</source>
        <translation>{file} 里的名称都认识。</translation>
    </message>
    <message>
        <source>The closed month says {value}.</source>
        <translation>月结时为 {value}。</translation>
    </message>
    <message>
        <source>its sheet as PDF</source>
        <translation>输出更正单（PDF）</translation>
    </message>
    <message>
        <source>say why something unfinished of a month may stand</source>
        <translation>说明某项未办结的事为什么可以这样</translation>
    </message>
    <message>
        <source>what a meal costs, what is subsidised, from a day on</source>
        <translation>餐价与补贴：从某日起执行</translation>
    </message>
    <message>
        <source>prices and subsidies</source>
        <translation>列出餐价与补贴</translation>
    </message>
    <message>
        <source>what somebody would pay, and why</source>
        <translation>试算某人应付多少，为什么</translation>
    </message>
    <message>
        <source>a price or subsidy holds up to a day and no longer</source>
        <translation>餐价或补贴到某日为止</translation>
    </message>
    <message>
        <source>a price or subsidy was recorded by mistake</source>
        <translation>作废录错的餐价或补贴</translation>
    </message>
    <message>
        <source>price the meals of a month that have no price yet</source>
        <translation>给某月还没有餐价的餐补上餐价</translation>
    </message>
    <message>
        <source>It holds up to {day}.</source>
        <translation>执行到 {day} 为止。</translation>
    </message>
    <message>
        <source>It is void; meals keep what they cost.</source>
        <translation>已作废；已登记的餐费不变。</translation>
    </message>
    <message>
        <source>{count} meals priced: price {price}, subsidy {subsidy}; {left} still without a price.</source>
        <translation>已补餐价 {count} 份：餐费 {price}，补贴 {subsidy}；仍无餐价 {left} 份。</translation>
    </message>
    <message>
        <source>a price from a day on</source>
        <translation>从某日起的餐价</translation>
    </message>
    <message>
        <source>a subsidy from a day on: an amount or a share</source>
        <translation>从某日起的补贴：金额或比例</translation>
    </message>
    <message>
        <source>added to others; else the highest counts</source>
        <translation>与其他补贴叠加；不选则取最高</translation>
    </message>
    <message>
        <source>every subsidy that begins before it ends</source>
        <translation>代替在它之前开始的全部补贴</translation>
    </message>
    <message>
        <source>tell what it would do to the meals of this month, and save nothing</source>
        <translation>只试算对本月的影响，不保存</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>临时就餐</translation>
    </message>
    <message>
        <source>{name}: {count} meals, subsidy {was} → {subsidy}, to pay {before} → {after}</source>
        <translation>{name}：{count} 份，补贴 {was} → {subsidy}，应付 {before} → {after}</translation>
    </message>
    <message>
        <source>every figure of the twelve months up to this one</source>
        <translation>截至本月十二个月的各项数字</translation>
    </message>
    <message>
        <source>beside those of another month</source>
        <translation>与另一个月对比</translation>
    </message>
    <message>
        <source>Taken back: {what} ({at})</source>
        <translation>已撤销：{what}（{at}）</translation>
    </message>
    <message>
        <source>that version of a closed month; without: the one that holds</source>
        <translation>已月结月份的某一版；不写则为现行版本</translation>
    </message>
    <message>
        <source>--explain, --trend, --compare: one at a time; the last two without --live</source>
        <translation>--explain、--trend、--compare 每次只用一个；后两个不与 --live 同用</translation>
    </message>
    <message>
        <source>take the words back; TEXT is why</source>
        <translation>收回说明；TEXT 写明原因</translation>
    </message>
    <message>
        <source>an allowance of a person: received or stopped</source>
        <translation>登记一个人享受或停止某项津贴补贴</translation>
    </message>
    <message>
        <source>The allowance is on record.</source>
        <translation>津贴补贴已登记。</translation>
    </message>
    <message>
        <source>money left here for meals: entries, receipts, tills</source>
        <translation>就餐预存：流水、收据、收银</translation>
    </message>
    <message>
        <source>print everybody&apos;s balance</source>
        <translation>列出所有人的余额</translation>
    </message>
    <message>
        <source>print somebody&apos;s entries, the last first</source>
        <translation>列出某人的流水，最近的在前</translation>
    </message>
    <message>
        <source>take money for meals to come</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>give money back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>say how far below nothing a balance may go</source>
        <translation>设透支限额</translation>
    </message>
    <message>
        <source>take an entry back by a counter-entry</source>
        <translation>冲正一笔流水</translation>
    </message>
    <message>
        <source>money leaves the own till for the office</source>
        <translation>上交现金</translation>
    </message>
    <message>
        <source>print a receipt</source>
        <translation>打印收据</translation>
    </message>
    <message>
        <source>the tills of a day</source>
        <translation>某日收银</translation>
    </message>
    <message>
        <source>The limit is on record.</source>
        <translation>透支限额已记录。</translation>
    </message>
    <message>
        <source>Handed over.</source>
        <translation>已上交。</translation>
    </message>
    <message>
        <source>Receipt {number}: {file}</source>
        <translation>收据 {number}：{file}</translation>
    </message>
    <message>
        <source>{name}: opening {opening}, taken {taken}, given back {refunded}, left {closing}</source>
        <translation>{name}：开始 {opening}，收入 {taken}，退 {refunded}，结存 {closing}</translation>
    </message>
    <message>
        <source>With company: {count}, at full price.</source>
        <translation>同来 {count} 位，全价。</translation>
    </message>
    <message>
        <source>settle the canteen&apos;s month by person, subsidy and payer</source>
        <translation>结算某月就餐：分人、分补贴、分付费方</translation>
    </message>
    <message>
        <source>a file that ends in pdf or xlsx</source>
        <translation>以 pdf 或 xlsx 结尾的文件</translation>
    </message>
    <message>
        <source>meals brought to the door</source>
        <translation>送餐</translation>
    </message>
    <message>
        <source>make the list of a day and meal, and print it</source>
        <translation>生成某天某餐的送餐单并打印</translation>
    </message>
    <message>
        <source>who brings the meals</source>
        <translation>送餐人</translation>
    </message>
    <message>
        <source>the stops of a day, who is left out and why</source>
        <translation>某天的送餐各户，谁不送及原因</translation>
    </message>
    <message>
        <source>print a list again</source>
        <translation>重新打印送餐单</translation>
    </message>
    <message>
        <source>record what became of a stop</source>
        <translation>登记一户的送餐结果</translation>
    </message>
    <message>
        <source>the code of the row, or the person&apos;s card</source>
        <translation>行码，或老人的卡</translation>
    </message>
    <message>
        <source>when it was delivered</source>
        <translation>送到的时间</translation>
    </message>
    <message>
        <source>agree on meals that are brought on certain weekdays</source>
        <translation>约定每周哪几天送餐</translation>
    </message>
    <message>
        <source>1 Monday to 7 Sunday; every day</source>
        <translation>1 周一至 7 周日；不写为每天</translation>
    </message>
    <message>
        <source>what to mind with the meals</source>
        <translation>饮食提示</translation>
    </message>
    <message>
        <source>print what was agreed</source>
        <translation>列出送餐约定</translation>
    </message>
    <message>
        <source>the last day of what was agreed</source>
        <translation>约定的最后一天</translation>
    </message>
    <message>
        <source>it was agreed by mistake</source>
        <translation>约定录错，作废</translation>
    </message>
    <message>
        <source>a day on which nothing is brought</source>
        <translation>节假日，当天不送</translation>
    </message>
    <message>
        <source>meals are brought all the same</source>
        <translation>当天照常送</translation>
    </message>
    <message>
        <source>Agreed: {id}</source>
        <translation>已约定：{id}</translation>
    </message>
    <message>
        <source>The last day is on record.</source>
        <translation>最后一天已登记。</translation>
    </message>
    <message>
        <source>It is void.</source>
        <translation>已作废。</translation>
    </message>
    <message>
        <source>The stop is on record.</source>
        <translation>停送已登记。</translation>
    </message>
    <message>
        <source>The holiday is on record.</source>
        <translation>节假日已登记。</translation>
    </message>
    <message>
        <source>{people} people, {meals} meals, subsidy {subsidy}, paid {paid}</source>
        <translation>{people} 人，{meals} 人次，补贴 {subsidy}，实付 {paid}</translation>
    </message>
    <message>
        <source>print prices and subsidies as a notice for the wall</source>
        <translation>打印餐价与补贴公示（张贴用）</translation>
    </message>
    <message>
        <source>Notice of {day}: {file}</source>
        <translation>{day} 的餐价与补贴公示：{file}</translation>
    </message>
    <message>
        <source>a help service, from the order to how it pleased</source>
        <translation>十助服务，从下单到回访</translation>
    </message>
    <message>
        <source>orders that are open, or the services of a month</source>
        <translation>没有办结的服务单，或一个月的服务</translation>
    </message>
    <message>
        <source>only what waits too long</source>
        <translation>只要拖延的</translation>
    </message>
    <message>
        <source>whose people are to be asked (回访)</source>
        <translation>要回访的</translation>
    </message>
    <message>
        <source>take an order</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>who goes: dispatched at once</source>
        <translation>谁去：同时派单</translation>
    </message>
    <message>
        <source>say who goes</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>it was done: today, as planned, unless it is said</source>
        <translation>已服务：不写就是今天、按计划的时间</translation>
    </message>
    <message>
        <source>how it pleased</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>it will not be done</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>past midnight too</source>
        <translation>可以过半夜</translation>
    </message>
    <message>
        <source>how a meal pleased somebody, 1 to 5</source>
        <translation>某人对一餐的评价，1至5分</translation>
    </message>
    <message>
        <source>today without it</source>
        <translation>不写为今天</translation>
    </message>
    <message>
        <source>the last one without it</source>
        <translation>不写为当天最后一餐</translation>
    </message>
    <message>
        <source>Rated {score}.</source>
        <translation>已评{score}分。</translation>
    </message>
    <message>
        <source>when lunch and dinner begin; with times, from a day on</source>
        <translation>餐次时间：午餐、晚餐几点开始；写了时间就从某天起改</translation>
    </message>
    <message>
        <source>from {day}: lunch {lunch}, dinner {dinner}</source>
        <translation>{day} 起：午餐 {lunch}，晚餐 {dinner}</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开始时</translation>
    </message>
    <message>
        <source>the food ledger</source>
        <translation>食品台账</translation>
    </message>
    <message>
        <source>print the menu of a week for the wall</source>
        <translation>打印一周菜谱，贴在墙上</translation>
    </message>
    <message>
        <source>any day of the week</source>
        <translation>那一周的任何一天</translation>
    </message>
    <message>
        <source>Menu from {first} to {last}: {file}</source>
        <translation>{first} 至 {last} 的菜谱：{file}</translation>
    </message>
    <message>
        <source>somebody complains or has something to say</source>
        <translation>登记一条投诉或意见</translation>
    </message>
    <message>
        <source>who said it; nobody without it</source>
        <translation>谁提的；不写就是没有具名</translation>
    </message>
    <message>
        <source>print what was said and what was answered</source>
        <translation>列出投诉、意见和答复</translation>
    </message>
    <message>
        <source>only what waits for an answer</source>
        <translation>只列还没有答复的</translation>
    </message>
    <message>
        <source>what was answered to a complaint</source>
        <translation>登记答复</translation>
    </message>
    <message>
        <source>who took care of it</source>
        <translation>谁处理的</translation>
    </message>
    <message>
        <source>nobody said it</source>
        <translation>作废：没有这回事</translation>
    </message>
    <message>
        <source>Complaint {id} is on record.</source>
        <translation>第 {id} 条意见已登记。</translation>
    </message>
    <message>
        <source>Complaint {id} is answered.</source>
        <translation>第 {id} 条意见已答复。</translation>
    </message>
    <message>
        <source>Complaint {id} is void.</source>
        <translation>第 {id} 条意见已作废。</translation>
    </message>
    <message>
        <source>who may have eaten of a batch, with phones</source>
        <translation>谁可能吃过某个批次，带电话</translation>
    </message>
    <message>
        <source>part of its name, batch number or supplier</source>
        <translation>食材名称、批号或供应商的一部分</translation>
    </message>
    <message>
        <source>print the kitchen&apos;s sheets of a month, to be signed</source>
        <translation>打印一个月的后厨每日记录，签字用</translation>
    </message>
    <message>
        <source>{persons} people and {guests} guests may have eaten of it.</source>
        <translation>可能吃过的有 {persons} 人，另有临时就餐 {guests} 人次。</translation>
    </message>
    <message>
        <source>Sheets of {month}: {file}</source>
        <translation>{month} 后厨每日记录：{file}</translation>
    </message>
    <message>
        <source>trainings, and who took part</source>
        <translation>培训和参加的人</translation>
    </message>
    <message>
        <source>put a training on record</source>
        <translation>登记一次培训</translation>
    </message>
    <message>
        <source>the day of it, today otherwise</source>
        <translation>日期，不写就是今天</translation>
    </message>
    <message>
        <source>somebody who works here</source>
        <translation>本中心人员</translation>
    </message>
    <message>
        <source>a resident by card, number or name; NAME is who came for the family</source>
        <translation>老年人（卡号、证件号或姓名）；=姓名 是来参加的家属</translation>
    </message>
    <message>
        <source>list the trainings, the last day first</source>
        <translation>列出培训，新的在前</translation>
    </message>
    <message>
        <source>{hours} hours, {count} took part</source>
        <translation>{hours} 小时，{count} 人参加</translation>
    </message>
    <message>
        <source>the hours of a volunteer: in, out, what is left</source>
        <translation>志愿者的时间银行：存入、支取、余额</translation>
    </message>
    <message>
        <source>hours that were served</source>
        <translation>存入：服务了几小时</translation>
    </message>
    <message>
        <source>hours served in return</source>
        <translation>支取：换得几小时服务</translation>
    </message>
    <message>
        <source>take an entry back</source>
        <translation>冲正一笔</translation>
    </message>
    <message>
        <source>who was helped, of the register</source>
        <translation>服务对象（在册老年人）</translation>
    </message>
    <message>
        <source>who was helped, else</source>
        <translation>服务对象（名册以外，写姓名或关系）</translation>
    </message>
    <message>
        <source>write the certificate</source>
        <translation>生成志愿服务时间证明</translation>
    </message>
    <message>
        <source>{name}: in {served}, out {taken}, left {balance} hours</source>
        <translation>{name}：存入 {served}，支取 {taken}，余 {balance} 小时</translation>
    </message>
    <message>
        <source>sheets of the canteen, and what people say of it</source>
        <translation>食堂的登记表、月矩阵，以及评价和意见</translation>
    </message>
    <message>
        <source>who ate on which day of a month</source>
        <translation>当月谁在哪天就餐（月矩阵）</translation>
    </message>
    <message>
        <source>the meals of a day, to be signed</source>
        <translation>一天的就餐登记表，供签字</translation>
    </message>
    <message>
        <source>say what somebody had on a day, as a cell of the matrix does</source>
        <translation>登记某人某天的就餐，与矩阵中填一格相同</translation>
    </message>
    <message>
        <source>such as √ 送 晚 √晚, &quot;&quot; for nothing</source>
        <translation>如 √ 送 晚 √晚，&quot;&quot; 表示没有就餐</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已登记。</translation>
    </message>
    <message>
        <source>It stands so already.</source>
        <translation>已经是这样，没有改动。</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>a day is no holiday after all</source>
        <translation>这一天不是节假日</translation>
    </message>
    <message>
        <source>how many meals the days to come ask for, and the holidays</source>
        <translation>今后几天按约定各要送多少份，哪天放假</translation>
    </message>
    <message>
        <source>a batch was bought</source>
        <translation>登记进货</translation>
    </message>
    <message>
        <source>of one unit</source>
        <translation>每单位</translation>
    </message>
    <message>
        <source>the day without it</source>
        <translation>不填为进货日期</translation>
    </message>
    <message>
        <source>who accepted it</source>
        <translation>验收人</translation>
    </message>
    <message>
        <source>print the batches on record, the newest first</source>
        <translation>打印进货批次，新的在前</translation>
    </message>
    <message>
        <source>only what is in the store today</source>
        <translation>只列今天在库的</translation>
    </message>
    <message>
        <source>nothing is left of a batch</source>
        <translation>批次已用完（或报废、退货）</translation>
    </message>
    <message>
        <source>a dish of a day, planned or served</source>
        <translation>某天的菜品（计划或已供应）</translation>
    </message>
    <message>
        <source>of which batches a dish was made: these and no others</source>
        <translation>菜品用了哪些批次（以此为准）</translation>
    </message>
    <message>
        <source>the menu of seven days anew from another day on</source>
        <translation>把七天的菜谱复制到另一天起</translation>
    </message>
    <message>
        <source>print the dishes of a day</source>
        <translation>打印某天的菜品</translation>
    </message>
    <message>
        <source>a sample of a dish was taken</source>
        <translation>登记留样</translation>
    </message>
    <message>
        <source>as the rule asks without it</source>
        <translation>不填按规定克数</translation>
    </message>
    <message>
        <source>a sample was thrown away</source>
        <translation>留样已销毁</translation>
    </message>
    <message>
        <source>print the samples that are kept, and which are due</source>
        <translation>打印在存留样和到期的</translation>
    </message>
    <message>
        <source>a line of the kitchen&apos;s sheets</source>
        <translation>登记晨检、清洁消毒或冷藏温度</translation>
    </message>
    <message>
        <source>the cook, the place or the store</source>
        <translation>厨师、部位或冰箱</translation>
    </message>
    <message>
        <source>what was not in order</source>
        <translation>不合格情况</translation>
    </message>
    <message>
        <source>what was done about it</source>
        <translation>处理措施</translation>
    </message>
    <message>
        <source>what the days of a month lack</source>
        <translation>当月各供餐日缺什么</translation>
    </message>
    <message>
        <source>Batch {id} is on record.</source>
        <translation>已登记批次 {id}。</translation>
    </message>
    <message>
        <source>No food licence of {supplier} holds.</source>
        <translation>{supplier} 没有在有效期内的食品经营许可证。</translation>
    </message>
    <message>
        <source>Nothing is left of batch {id}.</source>
        <translation>批次 {id} 已用完。</translation>
    </message>
    <message>
        <source>Dish {id} is on record.</source>
        <translation>已登记菜品 {id}。</translation>
    </message>
    <message>
        <source>{count} dishes copied.</source>
        <translation>已复制 {count} 道菜。</translation>
    </message>
    <message>
        <source>Sample {id} is on record.</source>
        <translation>已登记留样 {id}。</translation>
    </message>
    <message>
        <source>Sample {id} is thrown away.</source>
        <translation>留样 {id} 已销毁。</translation>
    </message>
    <message>
        <source>{id}  {name}  until {until}</source>
        <translation>{id}  {name}  保留到 {until}</translation>
    </message>
    <message>
        <source>Line {id} is on record.</source>
        <translation>已登记第 {id} 行。</translation>
    </message>
    <message>
        <source>who ate of a batch, and of which batches somebody ate</source>
        <translation>谁吃了某批次、某人吃了哪些批次</translation>
    </message>
    <message>
        <source>the list on paper; it is logged</source>
        <translation>打印名单（留记录）</translation>
    </message>
    <message>
        <source>of which batches somebody may have eaten in a month</source>
        <translation>某人当月可能吃了哪些批次</translation>
    </message>
    <message>
        <source>print the open orders of a day, a list for each worker</source>
        <translation>打印某日未办结的订单，每位服务人员一份</translation>
    </message>
    <message>
        <source>only this worker&apos;s</source>
        <translation>只打印这位服务人员的</translation>
    </message>
    <message>
        <source>only where nobody was sent</source>
        <translation>只打印还没派人的</translation>
    </message>
    <message>
        <source>the day; today</source>
        <translation>日期；默认今天</translation>
    </message>
    <message>
        <source>print the sheet of an order (服务单)</source>
        <translation>打印一张服务单</translation>
    </message>
    <message>
        <source>or the code of its paper</source>
        <translation>也可写纸单上的编码</translation>
    </message>
    <message>
        <source>how it pleased, said along with it</source>
        <translation>当场说的满意度</translation>
    </message>
    <message>
        <source>let it rest for some days, such as in hospital</source>
        <translation>暂停几天，如住院</translation>
    </message>
    <message>
        <source>a stop stands no more; its id is in the list</source>
        <translation>暂停作废；编号见清单</translation>
    </message>
    <message>
        <source>help services agreed for certain weekdays</source>
        <translation>约定在固定星期几的十助服务</translation>
    </message>
    <message>
        <source>the orders that are still to be made, and what is left out</source>
        <translation>还要生成的服务单，以及不生成的原因</translation>
    </message>
    <message>
        <source>make the orders of some days, each once</source>
        <translation>生成几天的服务单，每天一次</translation>
    </message>
    <message>
        <source>a week unless said</source>
        <translation>不写就是一周</translation>
    </message>
    <message>
        <source>bring the open orders in line with what is agreed now</source>
        <translation>使未完成的服务单与现在的约定一致</translation>
    </message>
    <message>
        <source>agree on a help service for certain weekdays</source>
        <translation>约定固定星期几的服务</translation>
    </message>
    <message>
        <source>{count} orders are made</source>
        <translation>已生成 {count} 单</translation>
    </message>
    <message>
        <source>{cancelled} orders are cancelled, {changed} changed</source>
        <translation>取消 {cancelled} 单，修改 {changed} 单</translation>
    </message>
    <message>
        <source>what the ten helps are and cost, from a day on</source>
        <translation>十助服务项目与价目（按日期）</translation>
    </message>
    <message>
        <source>definitions and the price list</source>
        <translation>项目定义与价目表</translation>
    </message>
    <message>
        <source>what a type or an item is, from a day on</source>
        <translation>从某日起，某类型或项目是什么</translation>
    </message>
    <message>
        <source>fee and subsidy from a day on</source>
        <translation>从某日起的收费和补贴</translation>
    </message>
    <message>
        <source>an item is offered, or a fee holds, up to a day and no longer</source>
        <translation>项目或价目到某日为止</translation>
    </message>
    <message>
        <source>of a fee</source>
        <translation>价目的编号</translation>
    </message>
    <message>
        <source>a definition or a fee was recorded by mistake</source>
        <translation>项目定义或价目录错，作废</translation>
    </message>
    <message>
        <source>what is proposed for somebody, and why</source>
        <translation>某人应收多少、为什么</translation>
    </message>
    <message>
        <source>print items and price list as a notice for the wall</source>
        <translation>打印服务项目与价目公示</translation>
    </message>
    <message>
        <source>It is void; services keep what they cost.</source>
        <translation>已作废；已记录的服务收费不变。</translation>
    </message>
    <message>
        <source>The price list has nothing for this.</source>
        <translation>价目表里没有适用的价目。</translation>
    </message>
    <message>
        <source>an item of the type, as on the menu</source>
        <translation>类型下的项目，如服务菜单所列</translation>
    </message>
    <message>
        <source>hours of help that are granted, and payers&apos; budgets</source>
        <translation>服务包和付费方预算</translation>
    </message>
    <message>
        <source>grant somebody hours of help a month</source>
        <translation>给某人每月若干小时服务</translation>
    </message>
    <message>
        <source>granted up to a day and no longer</source>
        <translation>给到某天为止</translation>
    </message>
    <message>
        <source>it was granted by mistake</source>
        <translation>录错，作废</translation>
    </message>
    <message>
        <source>packages and budgets of a month, and what is left of them</source>
        <translation>一个月的服务包和预算用了多少、剩多少</translation>
    </message>
    <message>
        <source>what a payer has for each month from a day on</source>
        <translation>付费方从某天起每月的预算</translation>
    </message>
    <message>
        <source>a budget was recorded by mistake</source>
        <translation>预算录错，作废</translation>
    </message>
    <message>
        <source>Granted: {id}</source>
        <translation>已登记：{id}</translation>
    </message>
    <message>
        <source>{id}  {name}  granted {granted}  used {used}  left {left}</source>
        <translation>{id}  {name}  给予 {granted}  已用 {used}  剩余 {left}</translation>
    </message>
    <message>
        <source>The budget is on record: {id}</source>
        <translation>预算已登记：{id}</translation>
    </message>
    <message>
        <source>print who came to an activity (活动签到表)</source>
        <translation>打印到场的人（活动签到表）</translation>
    </message>
    <message>
        <source>as it was recorded</source>
        <translation>登记时的开始时间</translation>
    </message>
    <message>
        <source>of a carer&apos;s certificate</source>
        <translation>护理员证的等级</translation>
    </message>
    <message>
        <source>who comes to the day care and leaves it</source>
        <translation>日托签到签退</translation>
    </message>
    <message>
        <source>what the day care does with one scan: in, then out</source>
        <translation>扫一次签到，再扫一次签退</translation>
    </message>
    <message>
        <source>record somebody&apos;s time</source>
        <translation>登记一次日托</translation>
    </message>
    <message>
        <source>put somebody&apos;s time right</source>
        <translation>更正一次日托登记</translation>
    </message>
    <message>
        <source>they were not there</source>
        <translation>作废：没有来</translation>
    </message>
    <message>
        <source>who was there on a day</source>
        <translation>某一天的日托出勤</translation>
    </message>
    <message>
        <source>who was there on which day of a month</source>
        <translation>日托月度出勤表</translation>
    </message>
    <message>
        <source>Several people bear this name: {names}</source>
        <translation>有几位同名：{names}</translation>
    </message>
    <message>
        <source>{name} came at {at}</source>
        <translation>{name} {at} 到</translation>
    </message>
    <message>
        <source>{name} left at {at}</source>
        <translation>{name} {at} 离开</translation>
    </message>
    <message>
        <source>{name} came at {at} already; nothing is added</source>
        <translation>{name} {at} 刚签到，没有重复登记</translation>
    </message>
    <message>
        <source>{name} left at {at} already; nothing is added</source>
        <translation>{name} {at} 刚签退，没有重复登记</translation>
    </message>
    <message>
        <source>what of the type, by its name</source>
        <translation>该类型下的项目名称</translation>
    </message>
    <message>
        <source>what the price list says of each day unless said</source>
        <translation>不写则按当天的价目</translation>
    </message>
    <message>
        <source>what is remembered of this printer holds, unless something else is said</source>
        <translation>没有另外说明的，按这台打印机记住的办</translation>
    </message>
    <message>
        <source>only the beds of this floor, as 1号楼/3 or 3; may be given again</source>
        <translation>只打这一层的床位，如 1号楼/3 或 3；可以写几次</translation>
    </message>
    <message>
        <source>Measure it, then: {command}</source>
        <translation>量好以后：{command}</translation>
    </message>
    <message>
        <source>printers of labels: how they are off, what is in them</source>
        <translation>打标签的打印机：偏多少、装的什么纸</translation>
    </message>
    <message>
        <source>the printers that are remembered</source>
        <translation>记住的打印机</translation>
    </message>
    <message>
        <source>put down by hand how a printer is off and what is in it</source>
        <translation>手工记下打印机偏多少、装的什么纸</translation>
    </message>
    <message>
        <source>the stretches A,B,C,D of a test page in mm, as printed</source>
        <translation>测试页上量出的 A,B,C,D 四段（毫米）</translation>
    </message>
    <message>
        <source>put a printer right by what was measured</source>
        <translation>按量出的数校正打印机</translation>
    </message>
    <message>
        <source>--start-cell and --sheet-layout belong together</source>
        <translation>--start-cell 和 --sheet-layout 要一起写</translation>
    </message>
    <message>
        <source>write the four stretches as 20.4,169.5,19.0,256.8</source>
        <translation>四段写成 20.4,169.5,19.0,256.8</translation>
    </message>
    <message>
        <source>who waits for a bed, and beds that are offered</source>
        <translation>床位轮候，通知入住</translation>
    </message>
    <message>
        <source>let somebody wait for a bed</source>
        <translation>登记轮候申请</translation>
    </message>
    <message>
        <source>somebody waits no more</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>nobody applied: it was recorded by mistake</source>
        <translation>没有申请过，录错了</translation>
    </message>
    <message>
        <source>who waits on a day, in which order and why</source>
        <translation>某天的轮候名单、顺序和原因</translation>
    </message>
    <message>
        <source>why one stands before the other</source>
        <translation>两人谁在前、为什么</translation>
    </message>
    <message>
        <source>what moved since a day, and why</source>
        <translation>从某天起谁的位次变了、为什么</translation>
    </message>
    <message>
        <source>beds that are free, and who comes next for each</source>
        <translation>空床，各轮到谁</translation>
    </message>
    <message>
        <source>offer a bed to who waits</source>
        <translation>通知轮候的人入住</translation>
    </message>
    <message>
        <source>why out of turn</source>
        <translation>不按顺序的原因</translation>
    </message>
    <message>
        <source>the person takes the bed</source>
        <translation>本人接受</translation>
    </message>
    <message>
        <source>the person does not take the bed, and keeps the place</source>
        <translation>本人放弃，位次保留</translation>
    </message>
    <message>
        <source>the centre needs the bed otherwise</source>
        <translation>中心收回通知</translation>
    </message>
    <message>
        <source>the bed was never offered</source>
        <translation>没有通知过，录错了</translation>
    </message>
    <message>
        <source>On the waiting list: {id}, place {position}</source>
        <translation>已登记轮候：编号 {id}，第 {position} 位</translation>
    </message>
    <message>
        <source>It is withdrawn.</source>
        <translation>已撤回。</translation>
    </message>
    <message>
        <source>{position}  {name}  {class}  {grade_words}  applied {applied}  id {id}: {why}</source>
        <translation>{position}  {name}  {class}  {grade_words}  {applied} 申请  编号 {id}：{why}</translation>
    </message>
    <message>
        <source>{bed}  next: {name}  id {id}</source>
        <translation>{bed}  轮到：{name}  编号 {id}</translation>
    </message>
    <message>
        <source>{bed}  nobody waits for it</source>
        <translation>{bed}  没有人轮候</translation>
    </message>
    <message>
        <source>It is accepted: the bed is kept until the admission.</source>
        <translation>已接受，床位保留到入住。</translation>
    </message>
    <message>
        <source>It is refused: the place on the list stays.</source>
        <translation>已放弃，位次保留。</translation>
    </message>
    <message>
        <source>The offer is taken back.</source>
        <translation>通知已收回。</translation>
    </message>
    <message>
        <source>offer {id}: {bed} to {name}, until {until}: {state}</source>
        <translation>通知 {id}：{bed} 给 {name}，{until} 前答复：{state}</translation>
    </message>
    <message>
        <source>what a printed code is of; another one for what was lost</source>
        <translation>印出去的码是谁的；丢了的换新码</translation>
    </message>
    <message>
        <source>what a code is of, and whether it was replaced</source>
        <translation>码是谁的，有没有换过</translation>
    </message>
    <message>
        <source>another code; the old one still finds its bed or person</source>
        <translation>换新码；旧码仍能找到床位或本人</translation>
    </message>
    <message>
        <source>The new code is {code}. Please print it.</source>
        <translation>新码是 {code}，请打印。</translation>
    </message>
    <message>
        <source>beds and what holds of them from a day on</source>
        <translation>床位，和从某天起的情况</translation>
    </message>
    <message>
        <source>the house on a day: every bed with its state</source>
        <translation>某一天的床位：每张床的状态</translation>
    </message>
    <message>
        <source>a new bed</source>
        <translation>新床位</translation>
    </message>
    <message>
        <source>the first day on which a bed is no longer there</source>
        <translation>撤床，写从哪天起没有这张床</translation>
    </message>
    <message>
        <source>another kind, mode or class of a bed from a day on</source>
        <translation>从某天起换类型、服务方式或类别</translation>
    </message>
    <message>
        <source>the days on which beds are insured</source>
        <translation>床位保险的起止日期</translation>
    </message>
    <message>
        <source>days on which a bed is out of service</source>
        <translation>停用的日期</translation>
    </message>
    <message>
        <source>keep a bed for somebody</source>
        <translation>给某人预留床位</translation>
    </message>
    <message>
        <source>somebody on record, or a name that is not</source>
        <translation>在册老人，或不在册的姓名</translation>
    </message>
    <message>
        <source>everything that is on record of a bed</source>
        <translation>一张床位的全部记录</translation>
    </message>
    <message>
        <source>the beds, leaves and reservations of a person</source>
        <translation>一位老人的床位、请假、预留</translation>
    </message>
    <message>
        <source>make one of these records void, with the reason</source>
        <translation>作废其中一条，写原因</translation>
    </message>
    <message>
        <source>its label, uid or place, such as 304-2</source>
        <translation>床位的标签码、uid 或位置，如 304-2</translation>
    </message>
    <message>
        <source>The bed is on record: {uid}</source>
        <translation>已登记床位：{uid}</translation>
    </message>
    <message>
        <source>The bed is closed: {uid}</source>
        <translation>已撤床：{uid}</translation>
    </message>
    <message>
        <source>It holds from that day on: {uid}</source>
        <translation>从那天起生效：{uid}</translation>
    </message>
    <message>
        <source>Insured: {count} beds</source>
        <translation>已登记保险：{count} 张</translation>
    </message>
    <message>
        <source>Out of service in these days: {uid}</source>
        <translation>已登记停用：{uid}</translation>
    </message>
    <message>
        <source>The bed is kept: {uid}</source>
        <translation>已预留：{uid}</translation>
    </message>
    <message>
        <source>ability assessments (GB/T 42195): record, list, due</source>
        <translation>能力评估（GB/T 42195）：登记、查看、到期</translation>
    </message>
    <message>
        <source>the assessment to record</source>
        <translation>要登记的评估</translation>
    </message>
    <message>
        <source>who has to be assessed anew</source>
        <translation>哪些人须重新评估</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>用到{day}</translation>
    </message>
    <message>
        <source>a grade without answers</source>
        <translation>只有等级，没有评估明细</translation>
    </message>
    <message>
        <source>services of volunteers whose hours are in no time bank, and booking them</source>
        <translation>还没有存入时间银行的志愿服务，以及存入</translation>
    </message>
    <message>
        <source>book: all of them in one act</source>
        <translation>book：一次全部存入</translation>
    </message>
    <message>
        <source>of this month alone</source>
        <translation>只看这个月</translation>
    </message>
    <message>
        <source>{count} services booked, {hours} hours; {left} not booked</source>
        <translation>存入 {count} 项服务，{hours} 小时；未存入 {left} 项</translation>
    </message>
    <message>
        <source>care beds at home, and the plan against what was done</source>
        <translation>家庭照护床位：签约、服务计划与完成情况</translation>
    </message>
    <message>
        <source>care beds at home, and what of them is to be seen to</source>
        <translation>家庭照护床位一览，以及待处理的</translation>
    </message>
    <message>
        <source>only those somebody has to see to</source>
        <translation>只列待处理的</translation>
    </message>
    <message>
        <source>the plans of a week against what was done</source>
        <translation>一周的计划与完成情况</translation>
    </message>
    <message>
        <source>a day of the week, today otherwise</source>
        <translation>这一周的任意一天，不写为今天</translation>
    </message>
    <message>
        <source>somebody was assessed for care at home</source>
        <translation>登记评估</translation>
    </message>
    <message>
        <source>the contract was signed</source>
        <translation>登记签约</translation>
    </message>
    <message>
        <source>the day of the first review</source>
        <translation>首次复评日期</translation>
    </message>
    <message>
        <source>nothing came of the assessment</source>
        <translation>未签约</translation>
    </message>
    <message>
        <source>it is none any more from a day on</source>
        <translation>从某天起结束</translation>
    </message>
    <message>
        <source>it was recorded by mistake</source>
        <translation>登记错了，作废</translation>
    </message>
    <message>
        <source>a kind of help so many times a week</source>
        <translation>计划：一类服务每周几次</translation>
    </message>
    <message>
        <source>a line of a plan holds up to a day</source>
        <translation>一条计划到某天为止</translation>
    </message>
    <message>
        <source>a line was planned by mistake</source>
        <translation>计划录错了，作废</translation>
    </message>
    <message>
        <source>how the care at home goes</source>
        <translation>登记复评</translation>
    </message>
    <message>
        <source>the day of the next review</source>
        <translation>下次复评日期</translation>
    </message>
    <message>
        <source>{name}  {type}  {done} of {times}</source>
        <translation>{name}  {type}  完成 {done}，计划 {times}</translation>
    </message>
    <message>
        <source>It is on record: {id}</source>
        <translation>已登记：{id}</translation>
    </message>
    <message>
        <source>stays in beds: admit, move, leave, return, discharge</source>
        <translation>入住：办理入住、换床、请假、销假、离院</translation>
    </message>
    <message>
        <source>who lies where on a day, or the stays of somebody</source>
        <translation>某天谁住哪张床，或某位老人的入住记录</translation>
    </message>
    <message>
        <source>somebody moves into a bed</source>
        <translation>入住一张床位</translation>
    </message>
    <message>
        <source>the day of leaving, if it is known</source>
        <translation>离院日期，知道就填</translation>
    </message>
    <message>
        <source>a short stay (短期托养)</source>
        <translation>短期托养</translation>
    </message>
    <message>
        <source>into another bed from a day on, in one act</source>
        <translation>从某天起换到另一张床，一次办完</translation>
    </message>
    <message>
        <source>away from a bed that is kept; both days inclusive</source>
        <translation>请假，保留床位；首日和末日都算</translation>
    </message>
    <message>
        <source>back from a leave; its last day was yesterday unless said</source>
        <translation>销假；不写末日就是昨天</translation>
    </message>
    <message>
        <source>the bed is free from a day on</source>
        <translation>从某天起床位空出</translation>
    </message>
    <message>
        <source>contracts of stays: who signed, from when to when</source>
        <translation>入住协议：谁签的，从哪天到哪天</translation>
    </message>
    <message>
        <source>put a contract on record</source>
        <translation>登记一份协议</translation>
    </message>
    <message>
        <source>an emergency contact of the resident</source>
        <translation>老人的一位紧急联系人</translation>
    </message>
    <message>
        <source>the contracts of somebody, the newest first</source>
        <translation>某位老人的协议，新的在前</translation>
    </message>
    <message>
        <source>who lies in a bed without a contract that holds</source>
        <translation>在住却没有有效协议的人</translation>
    </message>
    <message>
        <source>a contract that was recorded by mistake</source>
        <translation>作废录错的协议</translation>
    </message>
    <message>
        <source>The leave is on record; the bed is kept.</source>
        <translation>请假已登记，床位保留。</translation>
    </message>
    <message>
        <source>The contract is void.</source>
        <translation>协议已作废。</translation>
    </message>
    <message>
        <source>&quot;NAME=ANSWER&quot;</source>
        <translation>&quot;姓名=回答&quot;</translation>
    </message>
    <message>
        <source>services: who a name is: NAME of the list, new or new:ROLE, nothing for no worker</source>
        <translation>服务：这个姓名是谁：名单里的姓名、new（或 new:岗位），留空是不填服务人员</translation>
    </message>
    <message>
        <source>Worker “{text}” ({rows} rows, from row {row}) is answered.</source>
        <translation>服务人员“{text}”（{rows} 行，从第 {row} 行起）已按回答办理。</translation>
    </message>
    <message>
        <source>Worker “{text}” ({rows} rows, from row {row}) may be {likely}: --worker {text}=NAME</source>
        <translation>服务人员“{text}”（{rows} 行，从第 {row} 行起）可能是{likely}：--worker {text}=姓名</translation>
    </message>
    <message>
        <source>Worker “{text}” ({rows} rows, from row {row}) is not in the list; perhaps {likely}. --worker {text}=NAME, {text}=new, or {text}= for none</source>
        <translation>服务人员“{text}”（{rows} 行，从第 {row} 行起）不在名单里，也许是{likely}。--worker {text}=姓名、{text}=new，或 {text}=（不填）</translation>
    </message>
    <message>
        <source>Worker “{text}” ({rows} rows, from row {row}) is not in the list. --worker {text}=NAME, {text}=new, or {text}= for none</source>
        <translation>服务人员“{text}”（{rows} 行，从第 {row} 行起）不在名单里。--worker {text}=姓名、{text}=new，或 {text}=（不填）</translation>
    </message>
    <message>
        <source>a month&apos;s bed-days and subsidy if somebody left, or had a grade</source>
        <translation>假如某人离院或换了等级，一个月的床日和补贴会是多少</translation>
    </message>
    <message>
        <source>subsidy {own}, of all {subsidy}; bed-days {occupied}, away {away}</source>
        <translation>本人补贴 {own} 元，合计 {subsidy} 元；占用床日 {occupied}，请假床日 {away}</translation>
    </message>
    <message>
        <source>the same as a picture on paper</source>
        <translation>同样内容画成图，打印用</translation>
    </message>
    <message>
        <source>the newest assessment as forms A, B and C; empty forms where there is none</source>
        <translation>最近一次评估的表A、表B、表C；没有评估时为空白表</translation>
    </message>
    <message>
        <source>No second place is chosen: a stick or another disk protects from a dead disk.</source>
        <translation>还没有选第二存放处：硬盘坏了，要靠 U 盘或另一块硬盘上的备份。</translation>
    </message>
    <message>
        <source>every result, of WHO or of all, as a workbook that import assessments reads back</source>
        <translation>全部评估结果（或 WHO 一人的）存成工作簿，import assessments 能读回</translation>
    </message>
    <message>
        <source>beds without a printed label, or not insured on a day</source>
        <translation>没有打印过标签、某一天没有保险的床位</translation>
    </message>
    <message>
        <source>beds that bear their label from before it was noted</source>
        <translation>早已贴好标签的床位</translation>
    </message>
    <message>
        <source>Labelled: {count} beds</source>
        <translation>已有标签：{count} 张床</translation>
    </message>
    <message>
        <source>only beds or residents whose label or card was never printed</source>
        <translation>只打没有打印过标签的床位、没有打印过卡的老人</translation>
    </message>
    <message>
        <source>{count} photographs and scans in {folder} are whole.</source>
        <translation>{folder} 里的 {count} 个照片和扫描件都完好。</translation>
    </message>
    <message>
        <source>take fees of stays with this program from a month on</source>
        <translation>从某月起用本软件收住养费用</translation>
    </message>
    <message>
        <source>take no more of them from a month on</source>
        <translation>从某月起不再用本软件收</translation>
    </message>
    <message>
        <source>what a day of leave costs, in per cent, from a month on</source>
        <translation>从某月起请假一天按百分之几收</translation>
    </message>
    <message>
        <source>the day of leave it begins with</source>
        <translation>从连续请假第几天起</translation>
    </message>
    <message>
        <source>what a stay costs, and since when</source>
        <translation>住养收费标准和起始日</translation>
    </message>
    <message>
        <source>a rate holds up to a day and no longer</source>
        <translation>收费标准执行到某日为止</translation>
    </message>
    <message>
        <source>a rate was recorded by mistake</source>
        <translation>收费标准录错作废</translation>
    </message>
    <message>
        <source>a part of a stay costs so much from a day on</source>
        <translation>某项费用从某日起的标准</translation>
    </message>
    <message>
        <source>as agreed with one resident</source>
        <translation>与某位老人的协议价</translation>
    </message>
    <message>
        <source>It is on record.</source>
        <translation>已登记。</translation>
    </message>
    <message>
        <source>The rate is void; what was charged by it stays charged.</source>
        <translation>标准已作废；已按它计的费不变。</translation>
    </message>
    <message>
        <source>fees of stays: rates, months, payments, deposits</source>
        <translation>住养收费：标准、按月计费、收退费、押金</translation>
    </message>
    <message>
        <source>where everybody stands who stays here or has an entry</source>
        <translation>在住或有账目的每个人的结存</translation>
    </message>
    <message>
        <source>only who owes</source>
        <translation>只列欠费的</translation>
    </message>
    <message>
        <source>only who left and is not settled</source>
        <translation>只列已离院未结清的</translation>
    </message>
    <message>
        <source>somebody&apos;s charges with their lines, and the entries</source>
        <translation>某人的计费明细和账目</translation>
    </message>
    <message>
        <source>what a month comes to and was charged; nothing is written</source>
        <translation>某月应收和已计费多少；不写入</translation>
    </message>
    <message>
        <source>charge a month, once, to everybody or to somebody</source>
        <translation>给全部或某人计一个月的费，只计一次</translation>
    </message>
    <message>
        <source>book what a charged month comes to otherwise by now</source>
        <translation>已计费的月份现在不同，记补差</translation>
    </message>
    <message>
        <source>charge something besides bed, care and meals</source>
        <translation>计床位、护理、伙食以外的费用</translation>
    </message>
    <message>
        <source>take money for fees</source>
        <translation>收住养费用</translation>
    </message>
    <message>
        <source>give back what was paid ahead</source>
        <translation>退预交的费用</translation>
    </message>
    <message>
        <source>take a deposit</source>
        <translation>收押金</translation>
    </message>
    <message>
        <source>give the deposit back</source>
        <translation>退押金</translation>
    </message>
    <message>
        <source>pay fees that are owed out of the deposit</source>
        <translation>用押金抵扣所欠费用</translation>
    </message>
    <message>
        <source>{month}: {people} people charged, {amount} yuan</source>
        <translation>{month}：已计费{people}人，共{amount}元</translation>
    </message>
    <message>
        <source>It is taken back; the balance is {balance}.</source>
        <translation>已冲正，余额{balance}。</translation>
    </message>
    <message>
        <source>{name}  {bed}  balance {balance}  deposit {deposit}</source>
        <translation>{name}  {bed}  余额{balance}  押金{deposit}</translation>
    </message>
    <message>
        <source>owes since {day}</source>
        <translation>自{day}起欠费</translation>
    </message>
    <message>
        <source>wrong passwords: {count}</source>
        <translation>输错密码 {count} 次</translation>
    </message>
    <message>
        <source>a person&apos;s right, and what a lost computer held</source>
        <translation>个人信息权利和丢失设备情况</translation>
    </message>
    <message>
        <source>a copy of everything about one person, PDF, JSON and files</source>
        <translation>一个人全部记录的副本（PDF、JSON 和文件）</translation>
    </message>
    <message>
        <source>who left longer ago than records are kept</source>
        <translation>离册满保存年限的人</translation>
    </message>
    <message>
        <source>instead of the number that is kept</source>
        <translation>代替保存的年数</translation>
    </message>
    <message>
        <source>keep another number</source>
        <translation>改为保存另一个年数</translation>
    </message>
    <message>
        <source>delete the data of somebody who left, with a certificate</source>
        <translation>删除离册者的信息并出具证明</translation>
    </message>
    <message>
        <source>the certificates of all deletions</source>
        <translation>全部删除证明</translation>
    </message>
    <message>
        <source>what was on a lost computer or stick, by count and kind</source>
        <translation>丢失的电脑或 U 盘上有什么（数量和种类）</translation>
    </message>
    <message>
        <source>Everything about {name} is in {folder}.</source>
        <translation>{name} 的全部记录在 {folder}。</translation>
    </message>
    <message>
        <source>Deleted. The certificate is {file}.</source>
        <translation>已删除，证明在 {file}。</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>a bed is kept for nobody any more, from today on</source>
        <translation>从今天起取消床位的预留</translation>
    </message>
    <message>
        <source>The bed is kept for nobody any more: {uid}</source>
        <translation>床位已取消预留：{uid}</translation>
    </message>
    <message>
        <source>who is away on a day, or the leaves of somebody or a bed</source>
        <translation>某日在请假的老人，或某位老人、某张床的请假记录</translation>
    </message>
    <message>
        <source>put the days, the kind or the words of a leave right</source>
        <translation>更正一次请假的日期、类别或说明</translation>
    </message>
    <message>
        <source>the last day away; empty: still away</source>
        <translation>请假的最后一天；留空为尚未返回</translation>
    </message>
    <message>
        <source>somebody takes consent back</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>who came: the person, a guardian</source>
        <translation>提出人：本人或监护人</translation>
    </message>
    <message>
        <source>consent is given anew</source>
        <translation>重新同意</translation>
    </message>
    <message>
        <source>what consent is withdrawn; void one</source>
        <translation>撤回同意的清单；作废一条</translation>
    </message>
    <message>
        <source>the paper of one person again</source>
        <translation>重新打印某人的撤回同意确认书</translation>
    </message>
    <message>
        <source>Withdrawn: {what}</source>
        <translation>已撤回：{what}</translation>
    </message>
    <message>
        <source>Given anew: {what}</source>
        <translation>已重新同意：{what}</translation>
    </message>
    <message>
        <source>--pdf needs --who</source>
        <translation>--pdf 需要同时指定 --who</translation>
    </message>
    <message>
        <source>encryption of the data on this computer</source>
        <translation>本机数据的加密</translation>
    </message>
    <message>
        <source>whether the data are encrypted</source>
        <translation>数据是否已加密</translation>
    </message>
    <message>
        <source>encrypt the data; a director with a password does it</source>
        <translation>加密数据；由设有密码的主任操作</translation>
    </message>
    <message>
        <source>take the encryption away</source>
        <translation>解除加密</translation>
    </message>
    <message>
        <source>another recovery sheet; the one of before opens nothing any more</source>
        <translation>另出一张恢复单；原来的那张随即作废</translation>
    </message>
    <message>
        <source>open the data by the recovery sheet in SHIZHU_RECOVERY; with --user set a new password</source>
        <translation>用 SHIZHU_RECOVERY 里的恢复单打开数据；加 --user 时设新密码</translation>
    </message>
    <message>
        <source>who opens the data with a password</source>
        <translation>谁的密码能打开数据</translation>
    </message>
    <message>
        <source>copies of encrypted data that still lie in clear</source>
        <translation>已加密的数据还有哪些副本没有加密</translation>
    </message>
    <message>
        <source>write them anew, encrypted</source>
        <translation>把它们重新写成加密的</translation>
    </message>
    <message>
        <source>The data are encrypted: {count} rows, each of them compared.</source>
        <translation>数据已加密：共 {count} 行，各表行数已核对。</translation>
    </message>
    <message>
        <source>The data are not encrypted any more: {count} rows, each of them compared.</source>
        <translation>数据已解除加密：共 {count} 行，各表行数已核对。</translation>
    </message>
    <message>
        <source>The recovery sheet of before opens nothing any more: destroy it.</source>
        <translation>原来的恢复单已经作废，请销毁。</translation>
    </message>
    <message>
        <source>The recovery sheet opens these data. Add --user NAME to set a new password.</source>
        <translation>这张恢复单能打开这份数据。要设新密码，请加 --user 姓名。</translation>
    </message>
    <message>
        <source>New password of {name}: </source>
        <translation>{name} 的新密码：</translation>
    </message>
    <message>
        <source>Nothing that the program knows of lies in clear.</source>
        <translation>程序知道的副本都已加密。</translation>
    </message>
    <message>
        <source>the digits of the sheet as a text too</source>
        <translation>把恢复单上的数字另存为文本</translation>
    </message>
    <message>
        <source>Print {file}, then type its 24 groups from the paper, or scan its code: </source>
        <translation>请打印“{file}”，再照着纸输入 24 组数字，或扫纸上的码：</translation>
    </message>
    <message>
        <source>The 24 groups of the recovery sheet: </source>
        <translation>恢复单上的 24 组数字：</translation>
    </message>
    <message>
        <source>Print {file}, lock the paper away from this computer, and delete the file.</source>
        <translation>请打印“{file}”，把纸锁在别处，不与电脑放在一起，然后删除这个文件。</translation>
    </message>
    <message>
        <source>The data are not encrypted.</source>
        <translation>数据没有加密。</translation>
    </message>
    <message>
        <source>The data are encrypted.</source>
        <translation>数据已加密。</translation>
    </message>
    <message>
        <source>Passwords that open them: {names}</source>
        <translation>密码能打开数据的人：{names}</translation>
    </message>
    <message>
        <source>Recovery sheet of {day}.</source>
        <translation>恢复单制作于 {day}。</translation>
    </message>
    <message>
        <source>Some files are still being encrypted: the next start finishes it.</source>
        <translation>有些文件还没有加密完，下次打开程序时接着做完。</translation>
    </message>
    <message>
        <source>No key yet, by signing in once while the program is open: {names}</source>
        <translation>还没有密钥（在程序打开时登录一次即有）：{names}</translation>
    </message>
    <message>
        <source>say how far a role may do an act</source>
        <translation>设置某岗位能否做某件事</translation>
    </message>
    <message>
        <source>what each role may do, on paper</source>
        <translation>打印岗位权限表</translation>
    </message>
    <message>
        <source>print somebody&apos;s statement: charges, payments, deposit</source>
        <translation>打印某人的缴费对账单：计费、收退、押金</translation>
    </message>
    <message>
        <source>Statement of {name}: {pdf}</source>
        <translation>{name}的对账单：{pdf}</translation>
    </message>
    <message>
        <source>the contract goes on to a later day</source>
        <translation>续签：协议延到更晚的一天</translation>
    </message>
    <message>
        <source>put one right; what is not given stays</source>
        <translation>更正一条；没有写的照旧</translation>
    </message>
    <message>
        <source>put a contract right; what is not given stays</source>
        <translation>更正一份协议；没有写的照旧</translation>
    </message>
    <message>
        <source>no contract, expired, or ending soon: stays and care beds at home</source>
        <translation>没有协议、已到期或快到期的：入住和家庭照护床位</translation>
    </message>
    <message>
        <source>those that hold too</source>
        <translation>有效的也列出</translation>
    </message>
    <message>
        <source>keep the picture of a contract, or write it to a file</source>
        <translation>存一张协议照片，或把存的照片写到文件</translation>
    </message>
    <message>
        <source>the plan of one and its month, also on paper</source>
        <translation>一户的服务计划和一个月的记录，也可出纸质表</translation>
    </message>
    <message>
        <source>{name}: {done} of {planned} planned services done</source>
        <translation>{name}：计划 {planned} 次，完成 {done} 次</translation>
    </message>
    <message>
        <source>what labels can be printed on; sheets of the centre&apos;s own</source>
        <translation>标签可以打在什么纸上；本中心自己的标签纸</translation>
    </message>
    <message>
        <source>the sheets, retired ones too</source>
        <translation>列出标签纸，停用的也列出</translation>
    </message>
    <message>
        <source>a sheet of the centre&apos;s own, in millimetres</source>
        <translation>加一种本中心自己的标签纸，单位毫米</translation>
    </message>
    <message>
        <source>put right what a sheet of the centre&apos;s own measures</source>
        <translation>更正本中心标签纸的尺寸</translation>
    </message>
    <message>
        <source>call it otherwise</source>
        <translation>改名称</translation>
    </message>
    <message>
        <source>offer a sheet of the centre&apos;s own no more</source>
        <translation>停用本中心的一种标签纸</translation>
    </message>
    <message>
        <source>offer a retired sheet again</source>
        <translation>恢复停用的标签纸</translation>
    </message>
    <message>
        <source>two numbers, across and down, in mm; the grid in labels</source>
        <translation>两个数：横、竖，单位毫米；grid 是列数和行数</translation>
    </message>
    <message>
        <source>kept free inside each label</source>
        <translation>每张标签内的留白</translation>
    </message>
    <message>
        <source>lines to cut along</source>
        <translation>打印裁剪线</translation>
    </message>
    <message>
        <source>{text} is no pair; write it as 70,37</source>
        <translation>{text} 不是两个数，请写成 70,37</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>only residents who came with an old card that day and have no new one printed since</source>
        <translation>只打那天拿旧卡来、之后还没印新卡的人</translation>
    </message>
    <message>
        <source>who came with an old card on a day, and whether a new one is printed</source>
        <translation>某一天谁拿旧卡来，新卡印了没有</translation>
    </message>
    <message>
        <source>printed since</source>
        <translation>之后已印</translation>
    </message>
    <message>
        <source>to print</source>
        <translation>待印</translation>
    </message>
    <message>
        <source>restore the newest backup of each place, or FILE, on trial, and compare it</source>
        <translation>试恢复每个位置最新的备份（或 FILE），并与现有数据核对</translation>
    </message>
    <message>
        <source>ask for a rehearsal on the home page after so many days without one</source>
        <translation>多少天没有试恢复，就在首页提醒</translation>
    </message>
    <message>
        <source>{file}: {rows} records in {tables} tables, {files} scans and photographs, as they stand here.</source>
        <translation>{file}：{tables} 个表共 {rows} 条记录、{files} 个扫描件和照片，与现有数据相符。</translation>
    </message>
    <message>
        <source>hold the log against what this sync file of the centre says of it</source>
        <translation>与本中心的这份上报文件中写明的日志对照</translation>
    </message>
    <message>
        <source>every result in a row, the last two item by item</source>
        <translation>每次结果一行，最近两次逐项对照</translation>
    </message>
    <message>
        <source>show whole ID numbers; asks for --reason, and is in the log itself</source>
        <translation>显示完整证件号码；须写 --reason 事由，本身也记入日志</translation>
    </message>
    <message>
        <source>the district office: files of its centres taken in</source>
        <translation>区里收报：收下各中心的上报文件</translation>
    </message>
    <message>
        <source>make the folder of a district, with keys that nobody had before</source>
        <translation>新建区里的收报文件夹，并生成新的密钥</translation>
    </message>
    <message>
        <source>ID numbers as they are, or pseudonyms made with the district&apos;s key</source>
        <translation>证件号照原样要，还是只要用区里密钥算出的代号</translation>
    </message>
    <message>
        <source>write the key file that the centres are given</source>
        <translation>写出发给各中心的密钥文件</translation>
    </message>
    <message>
        <source>take the key file of a centre, or register one by its number</source>
        <translation>登记一个中心：用它的密钥文件，或只按编号</translation>
    </message>
    <message>
        <source>the number of a centre without a key, whose files come open</source>
        <translation>还没有密钥、交不加密文件的中心的编号</translation>
    </message>
    <message>
        <source>take in the files of centres, and those in folders</source>
        <translation>收下各中心的文件，或文件夹里的全部文件</translation>
    </message>
    <message>
        <source>how each centre stands in a month</source>
        <translation>各中心某月的上报情况</translation>
    </message>
    <message>
        <source>make what figures read anew from the accepted files</source>
        <translation>用已收下的文件重建统计用的数据</translation>
    </message>
    <message>
        <source>The folder of {name} is made. Whoever has it opens every file: keep it safe, and a copy.</source>
        <translation>“{name}”的收报文件夹已建好。谁拿到它就能打开所有文件：请妥善保管，并另存一份拷贝。</translation>
    </message>
    <message>
        <source>Give {file} to every centre, and compare this number by telephone:</source>
        <translation>请把 {file} 发给每个中心，并打电话核对这组数字：</translation>
    </message>
    <message>
        <source>give the key file of the centre, or --open NUMBER --name NAME</source>
        <translation>请给出中心的密钥文件，或用 --open 编号 --name 名称</translation>
    </message>
    <message>
        <source>{name} ({number}) is registered. Its files come open: nothing proves who wrote them.</source>
        <translation>“{name}”（{number}）已按编号登记。它的文件不加密，也不能证明是谁写的。</translation>
    </message>
    <message>
        <source>{name} ({number}) is enrolled: from now on only files that it signed are taken.</source>
        <translation>“{name}”（{number}）已登记密钥：以后只收它签名的文件。</translation>
    </message>
    <message>
        <source>{accepted} files taken, {unchanged} known already, {refused} refused.</source>
        <translation>收下 {accepted} 份，已有 {unchanged} 份，没有收下 {refused} 份。</translation>
    </message>
    <message>
        <source>{district}, {month}: {received} of {count} centres handed in.</source>
        <translation>{district}，{month}：{count} 个中心已收到 {received} 个。</translation>
    </message>
    <message>
        <source>Made anew from {count} accepted files.</source>
        <translation>已用收下的 {count} 份文件重建。</translation>
    </message>
    <message>
        <source>To be compared by telephone: {digits}</source>
        <translation>请打电话核对：{digits}</translation>
    </message>
    <message>
        <source>every figure of a month, of each centre and of all</source>
        <translation>一个月的全部指标数：各中心的和合计的</translation>
    </message>
    <message>
        <source>who is in several centres in a month</source>
        <translation>某月同时在几家中心的人</translation>
    </message>
    <message>
        <source>what counts; all of them say the same</source>
        <translation>用什么统计；各种结果一致</translation>
    </message>
    <message>
        <source>the database that counts, which is first brought to what the folder holds</source>
        <translation>统计用的数据库；统计前先与文件夹里的数据对齐</translation>
    </message>
    <message>
        <source>{district}, {month}: {count} people are in several centres.</source>
        <translation>{district}，{month}：{count} 人同时在几家中心。</translation>
    </message>
    <message>
        <source>{district}, {month}: the sums are of {closed} closed centres of {count}.</source>
        <translation>{district}，{month}：合计为 {count} 家中心中已月结的 {closed} 家。</translation>
    </message>
    <message>
        <source>read the district&apos;s key, write the centre&apos;s</source>
        <translation>登记区民政局的密钥，写出本中心的密钥</translation>
    </message>
    <message>
        <source>take this district&apos;s key instead of the one that stands</source>
        <translation>用这个区民政局密钥替换已登记的</translation>
    </message>
    <message>
        <source>Enrolled with {name} ({code}); ID numbers in files: {numbers}.</source>
        <translation>已登记：{name}（{code}）；上报文件里的证件号码：{numbers}。</translation>
    </message>
    <message>
        <source>Compare by telephone, four digits at a time:</source>
        <translation>请通电话核对，四位一组：</translation>
    </message>
    <message>
        <source>  the district&apos;s key  {digits}</source>
        <translation>  区民政局密钥  {digits}</translation>
    </message>
    <message>
        <source>  this centre&apos;s key   {digits}</source>
        <translation>  本中心密钥    {digits}</translation>
    </message>
    <message>
        <source>Give the district {key}, with {page}.</source>
        <translation>把 {key} 连同 {page} 交给区民政局。</translation>
    </message>
    <message>
        <source>Print {sheet}, lock the paper away from this computer, and delete the file.</source>
        <translation>打印 {sheet}，把纸锁在别处，然后删除这个文件。</translation>
    </message>
    <message>
        <source>the secret that opens a sealed file (AGE-SECRET-KEY-…), for the district</source>
        <translation>打开加密文件的私钥（AGE-SECRET-KEY-…），区里用</translation>
    </message>
    <message>
        <source>{file} is byte for byte the sealed file no. {sequence} of {period} that this centre wrote. What is in it was proved before it was sealed; only the district opens it.</source>
        <translation>{file} 与本中心出的第 {sequence} 号文件（{period}）逐字节相同。内容在封装以前已核对；只有区民政局能打开。</translation>
    </message>
    <message>
        <source>It is not sealed, because this centre is enrolled with no district: hand it over in person.</source>
        <translation>本中心还没有登记区民政局密钥，文件没有加密封装：请当面交到对方手里。</translation>
    </message>
    <message>
        <source>It is signed by this centre and sealed: only {name} opens it.</source>
        <translation>已由本中心签名并加密封装：只有{name}能打开。</translation>
    </message>
    <message>
        <source>the district&apos;s report of a month as PDF and workbook</source>
        <translation>一个月的区级汇总月报（PDF 和工作簿）</translation>
    </message>
    <message>
        <source>say where to write: --pdf DIR or --xlsx DIR</source>
        <translation>请指明写到哪里：--pdf 文件夹 或 --xlsx 文件夹</translation>
    </message>
    <message>
        <source>several stations of one centre exchange their files</source>
        <translation>同一中心的几个工位互换文件</translation>
    </message>
    <message>
        <source>give a second station its number and a copy of everything</source>
        <translation>给新工位编号，并给一份全部数据</translation>
    </message>
    <message>
        <source>write what another station lacks</source>
        <translation>写出别的工位还没有的记录</translation>
    </message>
    <message>
        <source>make the data folder of a new station from what was given</source>
        <translation>用 1 号工位给的文件建立新工位的数据文件夹</translation>
    </message>
    <message>
        <source>take in what another station wrote</source>
        <translation>收进别的工位写的文件</translation>
    </message>
    <message>
        <source>take in both lives of a station that was restored twice from the same past</source>
        <translation>同一工位从同一份旧数据恢复过两次时，两边都收</translation>
    </message>
    <message>
        <source>what two stations said of one thing</source>
        <translation>两个工位说法不一的地方</translation>
    </message>
    <message>
        <source>let one side of a clash hold</source>
        <translation>决定冲突以哪一边为准</translation>
    </message>
    <message>
        <source>Station {number} begins with {file}.</source>
        <translation>{number} 号工位用 {file} 开始。</translation>
    </message>
    <message>
        <source>The file is not encrypted and holds every ID number: hand it over yourself, then delete it.</source>
        <translation>这个文件没有加密，里面有全部身份证号：请亲手交过去，用完删除。</translation>
    </message>
    <message>
        <source>{folder} is station {number} now.</source>
        <translation>{folder} 现在是 {number} 号工位。</translation>
    </message>
    <message>
        <source>{file}: {count} rows of the log, encrypted for the stations of this centre.</source>
        <translation>{file}：{count} 条日志，已加密，只有本中心的工位打得开。</translation>
    </message>
    <message>
        <source>{count} rows of the log taken in.</source>
        <translation>收进 {count} 条日志。</translation>
    </message>
    <message>
        <source>{month} is closed and counts otherwise now: a correction is open.</source>
        <translation>{month} 已月结，收进的记录会改变数字：已开更正单。</translation>
    </message>
    <message>
        <source>No two stations contradict one another.</source>
        <translation>各工位没有冲突。</translation>
    </message>
    <message>
        <source>Decided.</source>
        <translation>已决定。</translation>
    </message>
    <message>
        <source>{record} {uid}, {field}: here {ours}, elsewhere {theirs}; {holds} holds.</source>
        <translation>{record} {uid} 的{field}：本机 {ours}，对方 {theirs}；现在按{holds}算。</translation>
    </message>
    <message>
        <source>the one from here</source>
        <translation>本机的</translation>
    </message>
    <message>
        <source>the one from elsewhere</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>write the receipts for the accepted files</source>
        <translation>为已收下的文件写回执</translation>
    </message>
    <message>
        <source>{count} receipts written to {folder}: give them back to the centres.</source>
        <translation>已写出 {count} 张回执，在 {folder}，请交还各中心。</translation>
    </message>
    <message>
        <source>read in a receipt of the district office</source>
        <translation>读入区里的回执</translation>
    </message>
    <message>
        <source>This file is not known here: it is of before a restored backup. The receipt is kept.</source>
        <translation>本机不认得这份文件：它是恢复备份之前导出的。回执已存下。</translation>
    </message>
    <message>
        <source>{count} people are on record in other centres too.</source>
        <translation>有 {count} 人在别的中心也有登记。</translation>
    </message>
    <message>
        <source>{district} received file no. {sequence} ({period}) on {moment}.</source>
        <translation>{district}已于 {moment} 接收第 {sequence} 号文件（{period}）。</translation>
    </message>
    <message>
        <source>each closed month that was put right or changed since its file</source>
        <translation>导出以后更正过、改过内容的每个已月结月份</translation>
    </message>
    <message>
        <source>Changed since their file, so export them again (--changed): {months}</source>
        <translation>导出以后有改动，须重新导出（--changed）：{months}</translation>
    </message>
    <message>
        <source>No closed month was changed since its file.</source>
        <translation>已月结的月份在导出以后都没有改动。</translation>
    </message>
    <message>
        <source>recorded twice</source>
        <translation>两边都登记</translation>
    </message>
    <message>
        <source>balance below its limit</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>{count} records cannot be right; please mend them and export again:</source>
        <translation>有 {count} 条记录不对，请改正后重新导出：</translation>
    </message>
    <message>
        <source>a simulated district instead: twelve centres, three months, files of every kind</source>
        <translation>改为做一个模拟的区：十二个中心、三个月、各种各样的文件</translation>
    </message>
    <message>
        <source>of a simulated district: ID numbers as they are, or pseudonyms</source>
        <translation>模拟的区要完整证件号，还是替代号</translation>
    </message>
    <message>
        <source>{name}: {count} centres handed in {files} files for {first} to {last}.</source>
        <translation>{name}：{count} 个中心交来 {first} 至 {last} 的 {files} 个文件。</translation>
    </message>
    <message>
        <source>{count} receipts were read in by the centres; {refused} records in them are to be mended.</source>
        <translation>各中心读入回执 {count} 张，其中待更正的记录 {refused} 条。</translation>
    </message>
    <message>
        <source>For the figures: shizhu district figures {folder} --month {month}</source>
        <translation>看指标：shizhu district figures {folder} --month {month}</translation>
    </message>
    <message>
        <source>the district&apos;s folder</source>
        <translation>区文件夹</translation>
    </message>
    <message>
        <source>the data folders of the centres, each for shizhu --data</source>
        <translation>各中心的数据文件夹，可用 shizhu --data 打开</translation>
    </message>
    <message>
        <source>the files that they handed in</source>
        <translation>各中心交来的文件</translation>
    </message>
    <message>
        <source>the district&apos;s reports, by the day of the sitting</source>
        <translation>区级月报，按汇总日期分放</translation>
    </message>
    <message>
        <source>the receipts that went back</source>
        <translation>发回的回执</translation>
    </message>
    <message>
        <source>--district opens a window and goes with no command</source>
        <translation>--district 打开窗口，不能与命令同用</translation>
    </message>
    <message>
        <source>open the window of a district&apos;s folder instead of a centre&apos;s; without a command</source>
        <translation>打开区级文件夹的窗口，而不是中心的；不带命令</translation>
    </message>
    <message>
        <source>take the new key of a centre that lost its computer; compare it by telephone first</source>
        <translation>换成电脑丢失的中心的新密钥；先通电话核对</translation>
    </message>
    <message>
        <source>give a centre its newest full file back, for an empty computer</source>
        <translation>把中心最近一份全量文件还给它，用于一台空的电脑</translation>
    </message>
    <message>
        <source>{file} brings {name} back as it was on {at}. Only its recovery sheet opens it: “shizhu restore-from” on an empty computer. No passphrase takes the place of the sheet.</source>
        <translation>{file} 可以把{name}恢复到 {at} 时的样子。只有该中心的恢复单能打开：在空的电脑上用“shizhu restore-from”。口令代替不了恢复单。</translation>
    </message>
    <message>
        <source>Handed in since, and not in it: {periods}. The centre types again what is missing.</source>
        <translation>此后上报、不在其中的：{periods}。缺少的由中心补录。</translation>
    </message>
    <message>
        <source>bring the centre back from the district&apos;s file, into an empty data folder</source>
        <translation>用区里归还的文件恢复中心，恢复到空的数据文件夹</translation>
    </message>
    <message>
        <source>{name} is back as it was on {at}: {rows} rows in {tables} tables, counted and whole; {months} closed months are those of the papers.</source>
        <translation>{name}已恢复到 {at} 时的样子：{tables} 张表共 {rows} 条，逐表核对无误；已月结的 {months} 个月与纸质报表一致。</translation>
    </message>
    <message>
        <source>{name} signs in with the new password; everybody else gets one from {name}.</source>
        <translation>{name}用新密码登录；其他人的密码由{name}重新设置。</translation>
    </message>
    <message>
        <source>The keys of before are gone: enrol with the district again (“shizhu enrol”), let it take the new key (“district enrol --instead”), then export everything.</source>
        <translation>以前的密钥已经没有了：请重新登记区民政局的密钥（“shizhu enrol”），请区里换成新密钥（“district enrol --instead”），再做一次全量导出。</translation>
    </message>
    <message>
        <source>the practice centre alone: whatever it shows or writes is marked as practice</source>
        <translation>只做演示中心：窗口和打印出来的都标“演示”</translation>
    </message>
    <message>
        <source>--practice makes one centre: give --out</source>
        <translation>--practice 只做一个中心，请给 --out</translation>
    </message>
    <message>
        <source>{centre} is ready. To open the window on it: shizhu --data {folder}</source>
        <translation>{centre} 已备好。打开窗口：shizhu --data {folder}</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>a resident&apos;s card</source>
        <translation>服务卡</translation>
    </message>
    <message>
        <source>the label of a bed</source>
        <translation>床位标签</translation>
    </message>
    <message>
        <source>a row of a route sheet</source>
        <translation>路线单上的行码</translation>
    </message>
    <message>
        <source>the code of a service order</source>
        <translation>服务单的编码</translation>
    </message>
    <message>
        <source>the code of a printed report</source>
        <translation>打印报表的编码</translation>
    </message>
    <message>
        <source>the code of a ledger row</source>
        <translation>台账行的编码</translation>
    </message>
    <message>
        <source>the card of {of}</source>
        <translation> {of} 的服务卡</translation>
    </message>
    <message>
        <source>the label of bed {of}</source>
        <translation> {of} 的床位标签</translation>
    </message>
    <message>
        <source>a row of a route sheet, for {of}</source>
        <translation>路线单上 {of} 的行码</translation>
    </message>
    <message>
        <source>the code of a service order for {of}</source>
        <translation> {of} 的服务单编码</translation>
    </message>
    <message>
        <source>the code of the printed report {of}</source>
        <translation> {of} 打印报表的编码</translation>
    </message>
    <message>
        <source>This is an old code: replaced on {day} by {code}. Please take the old card or label away.</source>
        <translation>这是旧码，{day} 已换成 {code}。请收回旧的卡或标签。</translation>
    </message>
    <message>
        <source>The service paper for {of} is an old one (new code since {day}): it works.</source>
        <translation>{of} 的服务单是旧的（{day} 换过新码），照常能用。</translation>
    </message>
    <message>
        <source>old card, can be printed anew</source>
        <translation>旧卡，可重印</translation>
    </message>
    <message>
        <source>{of} has an old card (new code since {day}): it works, print anew.</source>
        <translation>{of} 拿的是旧卡（{day} 换过新码），照常能用，可以重印。</translation>
    </message>
    <message>
        <source>Bed {of} has an old label (new code since {day}): it works, print anew.</source>
        <translation>床位 {of} 上是旧标签（{day} 换过新码），照常能用，可以重印。</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Columns</source>
        <translation>显示列</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>名册显示哪些列</translation>
    </message>
    <message>
        <source>Space ticks, Ctrl+↑ and Ctrl+↓ move. The name always stands first.</source>
        <translation>空格勾选，Ctrl+↑ 和 Ctrl+↓ 移动次序。姓名总在最前。</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>按此显示</translation>
    </message>
    <message>
        <source>tick the column</source>
        <translation>勾选这一列</translation>
    </message>
    <message>
        <source>move the column</source>
        <translation>移动这一列</translation>
    </message>
    <message>
        <source>show what is ticked</source>
        <translation>显示勾选的列</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to, do</source>
        <translation>去哪里、做什么</translation>
    </message>
    <message>
        <source>page, act or person: words, pinyin, initials, a code</source>
        <translation>页面、要做的事、人：汉字、拼音、首字母、编码</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter go   Esc back</source>
        <translation>↑↓ 选择&#x3000;Enter 前往&#x3000;Esc 返回</translation>
    </message>
    <message>
        <source>choose a line</source>
        <translation>选一行</translation>
    </message>
    <message>
        <source>go there, or do it</source>
        <translation>去那里，或办这件事</translation>
    </message>
    <message>
        <source>What has the code {code}</source>
        <translation>编码 {code} 是什么</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>the keys of this page, and the manual</source>
        <translation>本页的按键和手册</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>现在不能用。</translation>
    </message>
</context>
<context>
    <name>Complaints</name>
    <message>
        <source>Complaints</source>
        <translation>投诉与意见</translation>
    </message>
    <message>
        <source>somebody complains or has something to say</source>
        <translation>登记一条投诉或意见</translation>
    </message>
    <message>
        <source>what was answered to the chosen one</source>
        <translation>登记选中那条的答复</translation>
    </message>
    <message>
        <source>put the chosen one right</source>
        <translation>更正选中的那条</translation>
    </message>
    <message>
        <source>void the chosen one: nobody said it</source>
        <translation>作废选中的那条：没有这回事</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Who took care of it</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The answer is on record</source>
        <translation>答复已登记</translation>
    </message>
    <message>
        <source>Void it? {words}</source>
        <translation>作废这一条？{words}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The complaint is void</source>
        <translation>这条意见已作废</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Empty: nobody on record, or nobody knows who.</source>
        <translation>不填：不在册的人，或没有具名。</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>A complaint, or something to say</source>
        <translation>投诉或意见</translation>
    </message>
    <message>
        <source>It is on record</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Choose a complaint first.</source>
        <translation>请先选一条意见。</translation>
    </message>
    <message>
        <source>New complaint… (Ctrl+N)</source>
        <translation>登记意见…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Answer… (Enter)</source>
        <translation>答复…（Enter）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>更正…（F2）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>Ctrl+N puts on record what somebody says of the canteen.</source>
        <translation>Ctrl+N 登记对食堂的投诉或意见。</translation>
    </message>
    <message>
        <source>No complaint so far</source>
        <translation>还没有投诉和意见</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter answer   Ctrl+N new   F2 edit   Esc back</source>
        <translation>↑↓ 选择   Enter 答复   Ctrl+N 登记   F2 更正   Esc 返回</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>answered {day}</source>
        <translation>{day} 已答复</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Withdraws</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The person, a guardian or an agent, as on the paper.</source>
        <translation>本人、监护人或代理人，与纸质材料一致。</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Paper no.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{name} withdraws consent</source>
        <translation>{name} 撤回同意</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Consent of {name} is withdrawn</source>
        <translation>已登记 {name} 撤回同意</translation>
    </message>
    <message>
        <source>Tick what is withdrawn to see what ends with it.</source>
        <translation>勾选撤回的事项，这里会说明随之终止的内容。</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>{name} gives consent anew</source>
        <translation>{name} 重新同意</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Consent of {name} is given anew</source>
        <translation>已登记 {name} 重新同意</translation>
    </message>
    <message>
        <source>Withdrawal of consent</source>
        <translation>撤回同意确认书</translation>
    </message>
    <message>
        <source>Writing the paper</source>
        <translation>正在制作</translation>
    </message>
    <message>
        <source>Everything that is on record about {name} as PDF, JSON and files, the ID number whole. That it was given is logged.</source>
        <translation>{name} 的全部记录（PDF、JSON 和文件），证件号码完整。提供副本会记入操作日志。</translation>
    </message>
    <message>
        <source>Given for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Copy of everything about {name}</source>
        <translation>{name} 的个人信息副本</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Folder for the copy</source>
        <translation>副本存放的文件夹</translation>
    </message>
    <message>
        <source>The copy is in {folder}</source>
        <translation>副本已存入 {folder}</translation>
    </message>
    <message>
        <source>Writing the copy</source>
        <translation>正在制作副本</translation>
    </message>
    <message>
        <source>Nothing on record ends with it; nothing of it is recorded from now on.</source>
        <translation>没有随之终止的记录；今后不再登记此项。</translation>
    </message>
    <message>
        <source>Ends with it:</source>
        <translation>随之终止：</translation>
    </message>
    <message>
        <source>emptied: {fields}</source>
        <translation>清空：{fields}</translation>
    </message>
    <message>
        <source>Visits by duty, the register and the books go on by law.</source>
        <translation>每月探访、在册登记和收费账依法照常。</translation>
    </message>
</context>
<context>
    <name>Contracts</name>
    <message>
        <source>Contracts</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>to be seen to</source>
        <translation>待办的</translation>
    </message>
    <message>
        <source>everybody who is here or cared for at home today</source>
        <translation>今天在住和居家照护的所有人</translation>
    </message>
    <message>
        <source>every contract of a stay on record</source>
        <translation>登记过的全部入住协议</translation>
    </message>
    <message>
        <source>put the contract right</source>
        <translation>更正协议</translation>
    </message>
    <message>
        <source>a contract: the first, or the next one</source>
        <translation>签协议：第一份，或续下一份</translation>
    </message>
    <message>
        <source>the picture of the contract</source>
        <translation>协议照片</translation>
    </message>
    <message>
        <source>another picture; the one before is kept</source>
        <translation>换一张协议照片（原来的留着）</translation>
    </message>
    <message>
        <source>void the contract, recorded by mistake</source>
        <translation>作废登记错的协议</translation>
    </message>
    <message>
        <source>open the person</source>
        <translation>打开这位老人</translation>
    </message>
    <message>
        <source>the list on paper</source>
        <translation>打印名单</translation>
    </message>
    <message>
        <source>Every contract holds.</source>
        <translation>协议都有效。</translation>
    </message>
    <message>
        <source>Shown: {shown}. Seen to from {days} days before the end (system, rules).</source>
        <translation>显示：{shown}。到期前 {days} 天开始提醒（系统 → 统计口径）。</translation>
    </message>
    <message>
        <source>Contracts: {shown}</source>
        <translation>协议：{shown}</translation>
    </message>
    <message>
        <source>Choose somebody in the list first.</source>
        <translation>请先在名单里选一位。</translation>
    </message>
    <message>
        <source>That is done where the care beds at home are (Esc, Ctrl+H).</source>
        <translation>家庭照护床位请到它的名单里办（按 Esc，再按 Ctrl+H）。</translation>
    </message>
    <message>
        <source>There is no contract yet: F3 records it.</source>
        <translation>还没有协议：按 F3 登记。</translation>
    </message>
    <message>
        <source>First or next contract… (F3)</source>
        <translation>签协议、续签…（F3）</translation>
    </message>
    <message>
        <source>Put right… (F2)</source>
        <translation>更正…（F2）</translation>
    </message>
    <message>
        <source>Picture… (F6)</source>
        <translation>照片…（F6）</translation>
    </message>
    <message>
        <source>Another picture… (F7)</source>
        <translation>换照片…（F7）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>To be seen to, all (F4)</source>
        <translation>待办、全部（F4）</translation>
    </message>
    <message>
        <source>Print the list (Ctrl+P)</source>
        <translation>打印名单（Ctrl+P）</translation>
    </message>
    <message>
        <source>F4 shows those that hold too.</source>
        <translation>按 F4 也显示有效的。</translation>
    </message>
    <message>
        <source>No contract is to be seen to</source>
        <translation>没有要办的协议</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter put right   F3 next   Esc back</source>
        <translation>↑↓ 选择   Enter 更正   F3 续签   Esc 返回</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>哪一种</translation>
    </message>
    <message>
        <source>Bed, community</source>
        <translation>床位、社区</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>还有几天</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签约人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>without a picture of the paper</source>
        <translation>没有协议照片的</translation>
    </message>
    <message>
        <source>the next list: everybody, without a picture, all on record</source>
        <translation>换一种名单：所有人、没有照片的、登记过的全部</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
</context>
<context>
    <name>CorrectionKeys</name>
    <message>
        <source>put in what is to be put right, in its room</source>
        <translation>到该月的记录里列入要更正的事项</translation>
    </message>
    <message>
        <source>take up what was learned since the close</source>
        <translation>列入月结后得知的变化</translation>
    </message>
    <message>
        <source>take the act out again</source>
        <translation>移出选中的事项</translation>
    </message>
    <message>
        <source>approve: a second person, with the own password</source>
        <translation>批准：第二人输入自己的密码</translation>
    </message>
    <message>
        <source>approved by the district office in writing</source>
        <translation>区民政局已书面批准</translation>
    </message>
    <message>
        <source>do not approve</source>
        <translation>不予批准</translation>
    </message>
    <message>
        <source>withdraw the correction</source>
        <translation>撤回更正单</translation>
    </message>
    <message>
        <source>print the sheet</source>
        <translation>打印更正单</translation>
    </message>
    <message>
        <source>open a correction of a closed month</source>
        <translation>对已月结的月份开更正单</translation>
    </message>
    <message>
        <source>open the correction: its acts, what they come to, the answer</source>
        <translation>打开更正单：事项、数字变化、批准</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>A closed month is put right by a correction</source>
        <translation>已月结的月份，用更正单更正</translation>
    </message>
    <message>
        <source>Open the correction</source>
        <translation>开更正单</translation>
    </message>
    <message>
        <source>The correction is open. Put in what is to be put right.</source>
        <translation>更正单已开，请列入要更正的事项。</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Approval by a second person, who did not open it</source>
        <translation>由第二人批准（不能是提出人）</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approved: the month has its next version</source>
        <translation>已批准，该月已成为新的一版</translation>
    </message>
    <message>
        <source>Who signed at the district office</source>
        <translation>区民政局签字人</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Approval by the district office in writing</source>
        <translation>区民政局书面批准</translation>
    </message>
    <message>
        <source>Why is the correction not approved?</source>
        <translation>为什么不予批准？</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>不予批准</translation>
    </message>
    <message>
        <source>Not approved; the correction stays on record</source>
        <translation>未批准，更正单留存</translation>
    </message>
    <message>
        <source>Why is the correction withdrawn?</source>
        <translation>为什么撤回？</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdrawn; the correction stays on record</source>
        <translation>已撤回，更正单留存</translation>
    </message>
    <message>
        <source>What is put right</source>
        <translation>更正事项</translation>
    </message>
    <message>
        <source>Visits of the month</source>
        <translation>该月的探访</translation>
    </message>
    <message>
        <source>Services of the month</source>
        <translation>该月的服务</translation>
    </message>
    <message>
        <source>Meals of the month</source>
        <translation>该月的用餐</translation>
    </message>
    <message>
        <source>Beds and stays</source>
        <translation>床位与入住</translation>
    </message>
    <message>
        <source>Facts learned since the close are taken up</source>
        <translation>已列入月结后得知的变化</translation>
    </message>
    <message>
        <source>Taken out of the correction</source>
        <translation>已移出更正单</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正单</translation>
    </message>
    <message>
        <source>Writing the sheet</source>
        <translation>正在生成更正单</translation>
    </message>
    <message>
        <source>Put in… (Ctrl+N)</source>
        <translation>列入…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Learned since (F5)</source>
        <translation>列入事后得知（F5）</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>In writing (F7)</source>
        <translation>书面批准（F7）</translation>
    </message>
    <message>
        <source>Do not approve (F3)</source>
        <translation>不予批准（F3）</translation>
    </message>
    <message>
        <source>Withdraw (F4)</source>
        <translation>撤回（F4）</translation>
    </message>
    <message>
        <source>Approve (F6)</source>
        <translation>批准（F6）</translation>
    </message>
    <message>
        <source>Nothing is put in yet</source>
        <translation>还没有列入事项</translation>
    </message>
    <message>
        <source>Change, add or void the month&apos;s records in their rooms (Ctrl+N): what the closed month refuses comes here by Enter.</source>
        <translation>按 Ctrl+N 到该月的记录里照常补登、更正、作废；提示“已月结”时按 Enter，就列到这里。</translation>
    </message>
    <message>
        <source>F8 take out</source>
        <translation>F8 移出</translation>
    </message>
    <message>
        <source>Correction of {month}, no. {number}</source>
        <translation>{month}更正单 第{number}号</translation>
    </message>
    <message>
        <source>What it comes to is being counted…</source>
        <translation>正在计算数字变化…</translation>
    </message>
    <message>
        <source>Nothing is told differently</source>
        <translation>数字没有变化</translation>
    </message>
    <message>
        <source>Opened by {name}, {at}</source>
        <translation>提出：{name} {at}</translation>
    </message>
    <message>
        <source>Answered by {name}, {at}</source>
        <translation>答复：{name} {at}</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Corrections of closed months</source>
        <translation>更正单</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正单</translation>
    </message>
    <message>
        <source>No month was put right yet</source>
        <translation>还没有更正过月份</translation>
    </message>
    <message>
        <source>Ctrl+N opens a correction; so does a record that a closed month refuses.</source>
        <translation>按 Ctrl+N 开更正单；改已月结月份的记录时也会问。</translation>
    </message>
    <message>
        <source>New correction</source>
        <translation>开更正单</translation>
    </message>
    <message>
        <source>There is no closed month without an open correction.</source>
        <translation>没有可以开更正单的月份：都未月结，或者已有一张待审批的更正单。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>提出时间</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更正前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更正后</translation>
    </message>
    <message>
        <source>People</source>
        <translation>涉及人员</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>数字变化</translation>
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
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>DayCare</name>
    <message>
        <source>A time in day care</source>
        <translation>登记一次日托</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The time is on record</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>The time of {name}</source>
        <translation>{name} 的日托时间</translation>
    </message>
    <message>
        <source>The time is put right</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Void the time of {name}, {came}?</source>
        <translation>作废 {name} {came} 的一次日托？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Attendance of {month}</source>
        <translation>{month}日托出勤表</translation>
    </message>
    <message>
        <source>Pages (PDF)</source>
        <translation>页面（PDF）</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>工作簿（xlsx）</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写出：{file}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到时</translation>
    </message>
    <message>
        <source>such as 0830</source>
        <translation>如 0830</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离时</translation>
    </message>
    <message>
        <source>such as 1600</source>
        <translation>如 1600</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Day care</source>
        <translation>日托</translation>
    </message>
    <message>
        <source>Scan, or type a name or ID tail and press Enter</source>
        <translation>扫卡，或输入姓名、身份证尾号后回车</translation>
    </message>
    <message>
        <source>Scan line</source>
        <translation>扫码框</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>出勤名单</translation>
    </message>
    <message>
        <source>Scan once: in. Scan again: out.</source>
        <translation>扫一次签到，再扫一次签退。</translation>
    </message>
    <message>
        <source>record a time by hand</source>
        <translation>手工登记一次</translation>
    </message>
    <message>
        <source>put the chosen time right</source>
        <translation>更正选中的一次</translation>
    </message>
    <message>
        <source>void the chosen time</source>
        <translation>作废选中的一次</translation>
    </message>
    <message>
        <source>take the last scan back</source>
        <translation>撤回上一次扫码</translation>
    </message>
    <message>
        <source>the oldest time that nobody signed out</source>
        <translation>最早一次没有签退的</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>the day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>back to the scan line, and to today</source>
        <translation>回到扫码框和今天</translation>
    </message>
    <message>
        <source>the sheet of the month</source>
        <translation>月度出勤表</translation>
    </message>
    <message>
        <source>and Enter: choose among people of one name</source>
        <translation>再回车：在同名的人里选</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤回：{name}</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤回的。</translation>
    </message>
    <message>
        <source>Everybody of earlier days was signed out.</source>
        <translation>以前各天都已签退。</translation>
    </message>
    <message>
        <source>Scan the next card</source>
        <translation>请扫下一张卡</translation>
    </message>
    <message>
        <source>Choose a time in the list first: ↓ goes there.</source>
        <translation>先在名单里选一次：按 ↓ 进入名单。</translation>
    </message>
    <message>
        <source>{there} there now · {people} people in the day · {places} places</source>
        <translation>在场 {there} 人 · 当天 {people} 人 · 日托位 {places} 个</translation>
    </message>
    <message>
        <source>More people are there than there are places.</source>
        <translation>在场人数超过日托位。</translation>
    </message>
    <message>
        <source>{count} times of earlier days that nobody signed out: F8 goes to the oldest.</source>
        <translation>以前有 {count} 次没有签退：F8 转到最早的一次。</translation>
    </message>
    <message>
        <source>By hand… (Ctrl+N)</source>
        <translation>手工登记…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Take the last back (F6)</source>
        <translation>撤回上一次（F6）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>更正…（F2）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>Not signed out (F8)</source>
        <translation>没有签退（F8）</translation>
    </message>
    <message>
        <source>Day before (F3)</source>
        <translation>前一天（F3）</translation>
    </message>
    <message>
        <source>Day after (F4)</source>
        <translation>后一天（F4）</translation>
    </message>
    <message>
        <source>Sheet of the month… (Ctrl+P)</source>
        <translation>月度出勤表…（Ctrl+P）</translation>
    </message>
    <message>
        <source>Each scan lets somebody in, the next one out.</source>
        <translation>扫一次签到，下一次签退。</translation>
    </message>
    <message>
        <source>Nobody on this day</source>
        <translation>这一天没有人</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter edit   Esc scan line</source>
        <translation>↑↓ 选择   Enter 更正   Esc 扫码框</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>not signed out</source>
        <translation>没有签退</translation>
    </message>
    <message>
        <source>there</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>In: {name}, {at}</source>
        <translation>{name} 到，{at}</translation>
    </message>
    <message>
        <source>Out: {name}, {at}</source>
        <translation>{name} 离开，{at}</translation>
    </message>
    <message>
        <source>{name} came at {at} a moment ago; nothing is added.</source>
        <translation>{name} {at} 刚签到，没有重复登记。</translation>
    </message>
    <message>
        <source>{name} left at {at} a moment ago; nothing is added.</source>
        <translation>{name} {at} 刚签退，没有重复登记。</translation>
    </message>
    <message>
        <source>{name} left at {at}: when did they come?</source>
        <translation>{name} {at} 离开：几点来的？</translation>
    </message>
    <message>
        <source>{name} came and left</source>
        <translation>{name} 的到、离时已登记</translation>
    </message>
    <message>
        <source>the last scan was a leaving: when they came</source>
        <translation>刚才那次其实是离开：补几点来的</translation>
    </message>
    <message>
        <source>The last scan let nobody in: F2 puts a time right.</source>
        <translation>刚才没有登记“到”：更正请按 F2。</translation>
    </message>
    <message>
        <source>It was a leaving… (F5)</source>
        <translation>其实是离开…（F5）</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>{day}: {count} meals</source>
        <translation>{day} 共 {count} 人次</translation>
    </message>
    <message>
        <source>{word} {count}</source>
        <translation>{word} {count}</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>Guest +1 (F7)</source>
        <translation>临时 +1（F7）</translation>
    </message>
    <message>
        <source>Delivery (F11)</source>
        <translation>送餐（F11）</translation>
    </message>
    <message>
        <source>Prepaid (F10)</source>
        <translation>预存（F10）</translation>
    </message>
    <message>
        <source>Settle (Ctrl+Shift+P)</source>
        <translation>结算（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Waiting: {count} (F8)</source>
        <translation>待补录 {count}（F8）</translation>
    </message>
    <message>
        <source>Food ledger (Ctrl+T)</source>
        <translation>食品台账（Ctrl+T）</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>There is nothing that can be taken back.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Taking back the import</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做过的事</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What was done since signing in, the newest first</source>
        <translation>登录以来做过的事，最近的在最上面</translation>
    </message>
    <message>
        <source>choose an act</source>
        <translation>选一项操作</translation>
    </message>
    <message>
        <source>take the chosen act back</source>
        <translation>撤销选中的操作</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>Delivered meals</source>
        <translation>送餐</translation>
    </message>
    <message>
        <source>Scan a row or a card, or type a number or a name of the list</source>
        <translation>扫行码或卡，或打单上的序号、姓名</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>送餐各户</translation>
    </message>
    <message>
        <source>make the list of the day and meal, and print it</source>
        <translation>生成当天这一餐的单子并打印</translation>
    </message>
    <message>
        <source>print the list of the chosen stop again</source>
        <translation>再打印所选这一户的单子</translation>
    </message>
    <message>
        <source>take the last stop back</source>
        <translation>撤销上一户</translation>
    </message>
    <message>
        <source>what became of the stop: 1, 2 or 3, with words after a blank</source>
        <translation>这一户的结果：1、2 或 3，空格后写字</translation>
    </message>
    <message>
        <source>{day}: {back} of {count} stops are back, {waiting} on no list yet</source>
        <translation>{day}：{count} 户中 {back} 户已有结果，还有 {waiting} 户没有上单</translation>
    </message>
    <message>
        <source>Left out: {names}</source>
        <translation>不送：{names}</translation>
    </message>
    <message>
        <source>Not understood: 1, 2 or 3, then a blank and words.</source>
        <translation>没看懂：1、2 或 3，空格后写字。</translation>
    </message>
    <message>
        <source>No such stop: scan its code, or type its number.</source>
        <translation>没有这一户：请扫码，或打序号。</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>{name}: {outcome}</source>
        <translation>{name}：{outcome}</translation>
    </message>
    <message>
        <source>{name}: {outcome}. A risk of today stands on the due board.</source>
        <translation>{name}：{outcome}。风险已上今天的待访板。</translation>
    </message>
    <message>
        <source>Print again (Ctrl+P)</source>
        <translation>再打印 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Take the last back (F6)</source>
        <translation>撤销上一户 (F6)</translation>
    </message>
    <message>
        <source>No list of this day and meal yet</source>
        <translation>当天这一餐还没有单子</translation>
    </message>
    <message>
        <source>Ctrl+N agrees on meals for somebody.</source>
        <translation>按 Ctrl+N 约定给谁送餐。</translation>
    </message>
    <message>
        <source>Nothing is agreed yet</source>
        <translation>还没有约定</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>住处</translation>
    </message>
    <message>
        <source>State</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐次</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>周几</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>not back yet</source>
        <translation>未回</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>None ticked: every day.</source>
        <translation>都不勾为每天。</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>周几</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>What to mind</source>
        <translation>饮食提示</translation>
    </message>
    <message>
        <source>Meals brought to the door</source>
        <translation>送餐约定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It is agreed</source>
        <translation>已约定</translation>
    </message>
    <message>
        <source>Empty: until further notice.</source>
        <translation>不填：直到另行通知。</translation>
    </message>
    <message>
        <source>Why, such as in hospital</source>
        <translation>原因，如住院</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停送</translation>
    </message>
    <message>
        <source>The stop is on record</source>
        <translation>停送已登记</translation>
    </message>
    <message>
        <source>Void what was agreed with {name}?</source>
        <translation>作废 {name} 的送餐约定？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>The holiday is on record</source>
        <translation>节假日已登记</translation>
    </message>
    <message>
        <source>Who brings them</source>
        <translation>送餐人</translation>
    </message>
    <message>
        <source>The list of those who have none yet</source>
        <translation>生成送餐单（还没有上单的人）</translation>
    </message>
    <message>
        <source>Make and preview</source>
        <translation>生成并预览</translation>
    </message>
    <message>
        <source>Making the delivery list</source>
        <translation>正在生成送餐单</translation>
    </message>
    <message>
        <source>There is no list of this day and meal yet (F3).</source>
        <translation>当天这一餐还没有单子（F3）。</translation>
    </message>
    <message>
        <source>Make the list… (F3)</source>
        <translation>生成单子… (F3)</translation>
    </message>
    <message>
        <source>F3 makes the list of those whom what was agreed asks for.</source>
        <translation>按 F3，由约定生成单子。</translation>
    </message>
    <message>
        <source>To come, by what was agreed: {days}</source>
        <translation>今后七天按约定的份数：{days}</translation>
    </message>
    <message>
        <source>Stop: {name}, {days}, {why}</source>
        <translation>停送：{name}，{days}，{why}</translation>
    </message>
    <message>
        <source>Holiday: {day} {words}</source>
        <translation>节假日：{day} {words}</translation>
    </message>
    <message>
        <source>Which stop or holiday</source>
        <translation>哪一条</translation>
    </message>
    <message>
        <source>A stop or a holiday stands no more</source>
        <translation>撤回一条停送或节假日</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>另行通知</translation>
    </message>
    <message>
        <source>Rest for some days: {name}</source>
        <translation>暂停几天：{name}</translation>
    </message>
    <message>
        <source>It is void; lists and orders that were made stay</source>
        <translation>已作废；已生成的单子不变</translation>
    </message>
    <message>
        <source>It is void; what was agreed is done again</source>
        <translation>已作废，照原约定进行</translation>
    </message>
    <message>
        <source>no meal is brought, no service is done</source>
        <translation>这天不送餐，也不做定期服务</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Daily backup</source>
        <translation>每日备份</translation>
    </message>
    <message>
        <source>Keeping the reports of closed months</source>
        <translation>正在补冻已月结月份的报表</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Choose a line to see more.</source>
        <translation>选择一行查看详情。</translation>
    </message>
    <message>
        <source>{text} ({keys})</source>
        <translation>{text}（{keys}）</translation>
    </message>
</context>
<context>
    <name>Dishes</name>
    <message>
        <source>Several with a comma between; Enter takes the one that is offered.</source>
        <translation>几道菜之间打逗号；回车选用提示的那一道。</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐次</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dishes of {day}</source>
        <translation>{day} 的菜单</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>On the menu: {names}</source>
        <translation>已列入菜单：{names}</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>菜品</translation>
    </message>
    <message>
        <source>Empty: it comes with the meal.</source>
        <translation>不填：不单独定价。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>过敏原</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{name} is put right</source>
        <translation>{name} 已改正</translation>
    </message>
    <message>
        <source>Void {name} of {day}; its batches and its sample go with it</source>
        <translation>作废 {day} 的 {name}；它的食材批次和留样一并作废</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>{name} is void</source>
        <translation>{name} 已作废</translation>
    </message>
    <message>
        <source>From the week of</source>
        <translation>从哪一周</translation>
    </message>
    <message>
        <source>Into the week of</source>
        <translation>复制到哪一周</translation>
    </message>
    <message>
        <source>Copy the menu of a week; dishes that stand there already stay</source>
        <translation>复制一周的菜单；已有的菜不动</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The menu is copied</source>
        <translation>菜单已复制</translation>
    </message>
    <message>
        <source>dishes of a meal, several at once</source>
        <translation>登记一餐的菜，可以一次几道</translation>
    </message>
    <message>
        <source>of which batches the dish was made</source>
        <translation>这道菜用了哪几批食材</translation>
    </message>
    <message>
        <source>name, price, allergens of the dish</source>
        <translation>改菜名、价格、过敏原</translation>
    </message>
    <message>
        <source>a sample of the dish</source>
        <translation>登记这道菜的留样</translation>
    </message>
    <message>
        <source>copy the menu of another week</source>
        <translation>复制另一周的菜单</translation>
    </message>
    <message>
        <source>void a dish that was not served</source>
        <translation>作废没有做的菜</translation>
    </message>
    <message>
        <source>The week from {first} to {last}: {count} dishes</source>
        <translation>{first} 至 {last} 这一周：{count} 道菜</translation>
    </message>
    <message>
        <source>This dish is still to be cooked: its batches are named on the day.</source>
        <translation>这道菜还没有做：食材批次当天登记。</translation>
    </message>
    <message>
        <source>This dish has its sample already, or is still to be cooked.</source>
        <translation>这道菜已有留样，或者还没有做。</translation>
    </message>
    <message>
        <source>Choose a dish first.</source>
        <translation>请先选一道菜。</translation>
    </message>
    <message>
        <source>New dishes… (Ctrl+N)</source>
        <translation>登记菜品…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Batches… (Enter)</source>
        <translation>食材批次…（Enter）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>修改…（F2）</translation>
    </message>
    <message>
        <source>Sample… (F7)</source>
        <translation>留样…（F7）</translation>
    </message>
    <message>
        <source>Copy a week… (F3)</source>
        <translation>复制一周…（F3）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>Ctrl+N writes dishes down, F3 copies the menu of last week.</source>
        <translation>Ctrl+N 登记菜品，F3 复制上一周的菜单。</translation>
    </message>
    <message>
        <source>No dish in this week yet</source>
        <translation>这一周还没有菜</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter batches   F2 edit   F3 copy a week   Esc back</source>
        <translation>↑↓ 选择   回车 食材批次   F2 修改   F3 复制一周   Esc 返回</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>食材批次</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>留样</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已留样</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>the menu of the week for the wall, A3 or A4</source>
        <translation>打印上墙的一周菜谱（A3、A4）</translation>
    </message>
    <message>
        <source>For the wall… (Ctrl+P)</source>
        <translation>上墙菜谱…（Ctrl+P）</translation>
    </message>
    <message>
        <source>Names of the dishes</source>
        <translation>菜名</translation>
    </message>
</context>
<context>
    <name>DistrictAcross</name>
    <message>
        <source>Counted twice</source>
        <translation>重复统计</translation>
    </message>
    <message>
        <source>People in several centres</source>
        <translation>同时在几家中心的人</translation>
    </message>
    <message>
        <source>Tab the people</source>
        <translation>Tab 到人员</translation>
    </message>
    <message>
        <source>↑↓ choose   Esc the sums</source>
        <translation>↑↓ 选择   Esc 回汇总</translation>
    </message>
    <message>
        <source>Nobody is named here. The mark is the masked ID number or the beginning of the pseudonym; the centres named look for the record by its own number.</source>
        <translation>这里不显示姓名。标识是遮盖的证件号码或比对码的开头；由所列中心按各自的登记编号核对。</translation>
    </message>
    <message>
        <source>No closed month to count people in</source>
        <translation>没有已月结的中心可统计</translation>
    </message>
    <message>
        <source>Nobody is in several centres</source>
        <translation>没有同时在几家中心的人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Sum of the centres</source>
        <translation>各中心之和</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>去重后人数</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记状态</translation>
    </message>
</context>
<context>
    <name>DistrictCentre</name>
    <message>
        <source>Files that stand</source>
        <translation>现行文件</translation>
    </message>
    <message>
        <source>Records that cannot be right</source>
        <translation>有误的记录</translation>
    </message>
    <message>
        <source>Figures of the month (Enter)</source>
        <translation>本月指标数 (Enter)</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter figures   Tab refused records   Esc back</source>
        <translation>↑↓ 选择   Enter 指标数   Tab 有误的记录   Esc 返回</translation>
    </message>
    <message>
        <source>Esc back to the files</source>
        <translation>Esc 回到文件</translation>
    </message>
    <message>
        <source>the figures of the chosen month</source>
        <translation>所选月份的指标数</translation>
    </message>
    <message>
        <source>Nothing came from this centre yet</source>
        <translation>还没有收到这家中心的文件</translation>
    </message>
    <message>
        <source>No record of this file is refused</source>
        <translation>这个文件没有有误的记录</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>记录编号</translation>
    </message>
</context>
<context>
    <name>DistrictCentres</name>
    <message>
        <source>Take in a folder…</source>
        <translation>收文件夹…</translation>
    </message>
    <message>
        <source>Take in files…</source>
        <translation>收文件…</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter open</source>
        <translation>↑↓ 选择   Enter 打开</translation>
    </message>
    <message>
        <source>take in files of the centres</source>
        <translation>收各中心的文件</translation>
    </message>
    <message>
        <source>take in a folder of files, such as a stick</source>
        <translation>收一个文件夹里的全部文件，比如 U 盘</translation>
    </message>
    <message>
        <source>the files and figures of the chosen centre</source>
        <translation>所选中心的文件和指标数</translation>
    </message>
    <message>
        <source>Choose files of centres</source>
        <translation>选择各中心的文件</translation>
    </message>
    <message>
        <source>Files of centres (*.shizhu)</source>
        <translation>中心的上报文件 (*.shizhu)</translation>
    </message>
    <message>
        <source>Choose a folder with files of centres</source>
        <translation>选择放着上报文件的文件夹</translation>
    </message>
    <message>
        <source>No centre is enrolled yet</source>
        <translation>还没有登记的中心</translation>
    </message>
    <message>
        <source>Give the centres this district&apos;s key file, and read in theirs under System.</source>
        <translation>先把本区的密钥文件交给各中心，再到“系统”里读入各中心交回的密钥文件。</translation>
    </message>
    <message>
        <source>Who was in time and all figures are not known here: {why}</source>
        <translation>是否按时以及各项指标数暂时无法得知：{why}</translation>
    </message>
    <message>
        <source>No file of a centre ({ending}) was found there.</source>
        <translation>那里没有找到上报文件（{ending}）。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Taking in</source>
        <translation>正在收文件</translation>
    </message>
</context>
<context>
    <name>DistrictFigures</name>
    <message>
        <source>a word of the figure&apos;s name</source>
        <translation>指标数名称中的字</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>↑↓ choose   Ctrl+F search   Esc back</source>
        <translation>↑↓ 选择   Ctrl+F 查找   Esc 返回</translation>
    </message>
    <message>
        <source>No figures</source>
        <translation>没有指标数</translation>
    </message>
    <message>
        <source>Figures come from closed months alone; this one is not closed.</source>
        <translation>指标数只来自已月结的月份；这个月还没有月结。</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>全部指标数</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter by centre</source>
        <translation>↑↓ 选择   Enter 看各中心</translation>
    </message>
    <message>
        <source>every figure of the month, of all closed centres together</source>
        <translation>本月全部指标数，已月结中心合计</translation>
    </message>
    <message>
        <source>what each centre came to</source>
        <translation>各中心的完成情况</translation>
    </message>
    <message>
        <source>No indicators</source>
        <translation>没有指标</translation>
    </message>
    <message>
        <source>Figures come from closed months alone, and no centre has closed this one.</source>
        <translation>指标只来自已月结的月份；这个月还没有中心月结。</translation>
    </message>
    <message>
        <source>All figures, {month}</source>
        <translation>{month}全部指标数</translation>
    </message>
    <message>
        <source>Centre number</source>
        <translation>中心编号</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>↑↓ choose   Esc back</source>
        <translation>↑↓ 选择   Esc 返回</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Came to</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>是否达标</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>有数的中心</translation>
    </message>
    <message>
        <source>Met by</source>
        <translation>达标的中心</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>暂无数据来源</translation>
    </message>
    <message>
        <source>numbers lacking</source>
        <translation>缺数</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>无目标值</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>by centre</source>
        <translation>按中心</translation>
    </message>
    <message>
        <source>of nothing</source>
        <translation>分母为0</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>请核对</translation>
    </message>
</context>
<context>
    <name>DistrictFiles</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>File no.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Came as</source>
        <translation>原文件名</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部数据</translation>
    </message>
</context>
<context>
    <name>DistrictIntake</name>
    <message>
        <source>What came in</source>
        <translation>收文件的结果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>↑↓ choose   Esc back</source>
        <translation>↑↓ 选择   Esc 返回</translation>
    </message>
    <message>
        <source>{accepted} files taken, {unchanged} known already, {refused} refused.</source>
        <translation>收下 {accepted} 个，已收过 {unchanged} 个，拒收 {refused} 个。</translation>
    </message>
    <message>
        <source>It was cancelled: what was taken before stands.</source>
        <translation>已取消：之前收下的有效。</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>已收过</translation>
    </message>
    <message>
        <source>{path}: {centre} {name}, {period}, file no. {sequence}, {rows} records.</source>
        <translation>{path}：{centre} {name}，{period}，第 {sequence} 号文件，{rows} 条记录。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>DistrictOffice</name>
    <message>
        <source>Own key file…</source>
        <translation>本区密钥文件…</translation>
    </message>
    <message>
        <source>Enrol…</source>
        <translation>登记中心…</translation>
    </message>
    <message>
        <source>This district</source>
        <translation>本区</translation>
    </message>
    <message>
        <source>Without a key… (Ctrl+R)</source>
        <translation>没有密钥的… (Ctrl+R)</translation>
    </message>
    <message>
        <source>Store anew (Ctrl+D)</source>
        <translation>重做统计库 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Centres on the list</source>
        <translation>名单上的中心</translation>
    </message>
    <message>
        <source>↑↓ choose</source>
        <translation>↑↓ 选择</translation>
    </message>
    <message>
        <source>No centre is on the list yet</source>
        <translation>名单上还没有中心</translation>
    </message>
    <message>
        <source>Read in the key file that a centre gave back (Ctrl+N).</source>
        <translation>请读入中心交回的密钥文件（Ctrl+N）。</translation>
    </message>
    <message>
        <source>read in the key file of a centre</source>
        <translation>读入中心的密钥文件</translation>
    </message>
    <message>
        <source>write the key file that the centres are given</source>
        <translation>写出给各中心的密钥文件</translation>
    </message>
    <message>
        <source>register a centre whose files come open</source>
        <translation>登记一家交明文文件的中心</translation>
    </message>
    <message>
        <source>make the store of the figures anew</source>
        <translation>由收下的文件重做统计库</translation>
    </message>
    <message>
        <source>Choose the key file of a centre</source>
        <translation>选择中心的密钥文件</translation>
    </message>
    <message>
        <source>Key files (*.key)</source>
        <translation>密钥文件 (*.key)</translation>
    </message>
    <message>
        <source>{name} ({number}) is enrolled: from now on only files that it signed are taken.</source>
        <translation>{name}（{number}）已登记：从现在起只收它签名的文件。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Its files come open: nothing proves who wrote them.</source>
        <translation>它交的是明文文件：不能证明是谁写的。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Made anew.</source>
        <translation>已重做。</translation>
    </message>
    <message>
        <source>Making the figures&apos; store anew</source>
        <translation>正在重做统计库</translation>
    </message>
    <message>
        <source>Choose where the key file goes, such as a stick</source>
        <translation>选择密钥文件写到哪里，比如 U 盘</translation>
    </message>
    <message>
        <source>Give {file} to every centre, and compare this number by telephone: {digits}</source>
        <translation>请把 {file} 交给每家中心，并在电话里核对这组数字：{digits}</translation>
    </message>
    <message>
        <source>{name} ({number}) is registered.</source>
        <translation>{name}（{number}）已登记。</translation>
    </message>
    <message>
        <source>{name}, number {number}: {digits}. Compare this number by telephone with the one on the centre&apos;s printed page before it is enrolled.</source>
        <translation>{name}，编号 {number}：{digits}。登记前请在电话里与中心打印页上的数字核对。</translation>
    </message>
    <message>
        <source>The number is the same: enrol</source>
        <translation>数字一致，登记</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>as pseudonyms</source>
        <translation>比对码</translation>
    </message>
    <message>
        <source>To be compared by telephone</source>
        <translation>电话核对用的数字</translation>
    </message>
    <message>
        <source>ID numbers come</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Files come</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Number of the key</source>
        <translation>密钥数字</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>密封</translation>
    </message>
    <message>
        <source>open</source>
        <translation>明文</translation>
    </message>
</context>
<context>
    <name>DistrictPapers</name>
    <message>
        <source>Workbook…</source>
        <translation>电子表格…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Tables of the report</source>
        <translation>报表的各张表</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter read</source>
        <translation>↑↓ 选择   Enter 阅读</translation>
    </message>
    <message>
        <source>write the report as PDF</source>
        <translation>把报表写成 PDF</translation>
    </message>
    <message>
        <source>write the report as a workbook</source>
        <translation>把报表写成电子表格</translation>
    </message>
    <message>
        <source>into the chosen table</source>
        <translation>进入所选的表</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写报表</translation>
    </message>
    <message>
        <source>Choose the folder for the report</source>
        <translation>选择报表写到哪个文件夹</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写出：{file}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
</context>
<context>
    <name>DistrictReceipts</name>
    <message>
        <source>Of the chosen centre…</source>
        <translation>所选中心的…</translation>
    </message>
    <message>
        <source>Write all receipts…</source>
        <translation>写全部回执…</translation>
    </message>
    <message>
        <source>Files that stand</source>
        <translation>现行文件</translation>
    </message>
    <message>
        <source>↑↓ choose</source>
        <translation>↑↓ 选择</translation>
    </message>
    <message>
        <source>No file of a centre was taken in yet</source>
        <translation>还没有收下任何中心的文件</translation>
    </message>
    <message>
        <source>Files are taken in under Centres, or dropped onto the window.</source>
        <translation>在“各中心”里收文件，或者把文件拖到窗口上。</translation>
    </message>
    <message>
        <source>write the receipts of all centres</source>
        <translation>写全部中心的回执</translation>
    </message>
    <message>
        <source>write the receipts of the chosen centre</source>
        <translation>写所选中心的回执</translation>
    </message>
    <message>
        <source>Choose a file of the centre first.</source>
        <translation>请先选中那家中心的一个文件。</translation>
    </message>
    <message>
        <source>{count} receipts written to {folder}: give them back to the centres.</source>
        <translation>{count} 份回执已写到 {folder}：请交还各中心。</translation>
    </message>
    <message>
        <source>Writing receipts</source>
        <translation>正在写回执</translation>
    </message>
    <message>
        <source>Choose the folder for the receipts, such as a stick</source>
        <translation>选择回执写到哪个文件夹，比如 U 盘</translation>
    </message>
</context>
<context>
    <name>DistrictRoom</name>
    <message>
        <source>Once the district&apos;s key file is read in, the centre signs its files and seals them: only the district opens them. Compare both rows of digits by telephone, four at a time.</source>
        <translation>读入区民政局的密钥文件以后，上报文件由本中心签名并加密封装，只有区民政局能打开。请通电话核对下面两行数字，四位一组。</translation>
    </message>
    <message>
        <source>District office</source>
        <translation>上报区民政局</translation>
    </message>
    <message>
        <source>Recovery sheet…</source>
        <translation>区级备份恢复单…</translation>
    </message>
    <message>
        <source>Page of the keys…</source>
        <translation>密钥登记表…</translation>
    </message>
    <message>
        <source>Key file for the district…</source>
        <translation>给区里的密钥文件…</translation>
    </message>
    <message>
        <source>Read in the district&apos;s key…</source>
        <translation>读入区民政局密钥…</translation>
    </message>
    <message>
        <source>This centre is enrolled with no district.</source>
        <translation>本中心还没有登记区民政局密钥。</translation>
    </message>
    <message>
        <source>Files are not sealed; they are handed over in person.</source>
        <translation>上报文件没有加密封装，请当面交接。</translation>
    </message>
    <message>
        <source>{name} ({code}), since {day}</source>
        <translation>{name}（{code}），{day} 登记</translation>
    </message>
    <message>
        <source>The district&apos;s key: {digits}</source>
        <translation>区民政局密钥：{digits}</translation>
    </message>
    <message>
        <source>This centre&apos;s key: {digits}</source>
        <translation>本中心密钥：{digits}</translation>
    </message>
    <message>
        <source>ID numbers in files: {numbers}</source>
        <translation>上报文件里的证件号码：{numbers}</translation>
    </message>
    <message>
        <source>The key is kept. Compare the digits by telephone, give the district the key file and the page, and lock the recovery sheet away.</source>
        <translation>密钥已登记。请通电话核对数字，把密钥文件和登记表交给区里，恢复单锁进保险柜。</translation>
    </message>
    <message>
        <source>{file} is written. It holds nobody&apos;s data and opens nothing.</source>
        <translation>{file} 已写好：里面没有任何人的资料，也打不开任何文件。</translation>
    </message>
    <message>
        <source>Making the page</source>
        <translation>正在制作登记表</translation>
    </message>
    <message>
        <source>Print it now (Ctrl+P) and lock it away: the file goes when this is closed.</source>
        <translation>现在打印（Ctrl+P），锁进保险柜；关掉后文件即删除。</translation>
    </message>
    <message>
        <source>Making the recovery sheet</source>
        <translation>正在制作恢复单</translation>
    </message>
    <message>
        <source>This centre is enrolled with {name} ({code}). From now on files are sealed for {other} ({other_code}), by key {digits}; the one of before cannot open them.</source>
        <translation>本中心已登记{name}（{code}）。换成新的以后，上报文件封给{other}（{other_code}），密钥 {digits}；原来的打不开新文件。</translation>
    </message>
    <message>
        <source>Take the new key</source>
        <translation>换成新密钥</translation>
    </message>
    <message>
        <source>Choose the district&apos;s key file</source>
        <translation>选择区民政局的密钥文件</translation>
    </message>
    <message>
        <source>Key files (*.key)</source>
        <translation>密钥文件 (*.key)</translation>
    </message>
    <message>
        <source>Choose where the key file goes, such as a stick</source>
        <translation>选择密钥文件存到哪里，如 U 盘</translation>
    </message>
</context>
<context>
    <name>DistrictRooms</name>
    <message>
        <source>Across centres</source>
        <translation>跨中心</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>各中心</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>回执</translation>
    </message>
</context>
<context>
    <name>DistrictStates</name>
    <message>
        <source>{state}, late</source>
        <translation>{state}·逾期</translation>
    </message>
    <message>
        <source>{closed} of {count} closed   {draft} drafts   {missing} missing   {late} late</source>
        <translation>{count} 家中心：已月结 {closed}   草稿 {draft}   未收到 {missing}   逾期 {late}</translation>
    </message>
</context>
<context>
    <name>DistrictWindow</name>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>报送情况</translation>
    </message>
    <message>
        <source>open the chosen line</source>
        <translation>打开所选的行</translation>
    </message>
    <message>
        <source>“{title}” is still running. Closing cancels it; what is done so far stands.</source>
        <translation>“{title}”还在进行。关闭会取消它；已完成的部分有效。</translation>
    </message>
    <message>
        <source>{month}: {received} of {count} centres handed in</source>
        <translation>{month}：{count} 家中心已报 {received} 家</translation>
    </message>
</context>
<context>
    <name>Drift</name>
    <message>
        <source>{month}: told differently today</source>
        <translation>{month}：今天与月结时不同之处</translation>
    </message>
    <message>
        <source>What was learned since the close does not change the paper. Where the district has to know, open a correction that takes it up.</source>
        <translation>月结后才得知的情况不改变已出的报表。需要报区民政局知道的，开更正单列入。</translation>
    </message>
    <message>
        <source>Open a correction (Ctrl+N)</source>
        <translation>开更正单（Ctrl+N）</translation>
    </message>
    <message>
        <source>open a correction that takes it up</source>
        <translation>开更正单，列入这些变化</translation>
    </message>
</context>
<context>
    <name>DueBoard</name>
    <message>
        <source>Visits this month</source>
        <translation>本月探访</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>On the roster</source>
        <translation>应访</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>实访</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>免访</translation>
    </message>
    <message>
        <source>Not visited</source>
        <translation>未访</translation>
    </message>
    <message>
        <source>of these tried in vain</source>
        <translation>其中尝试未遇</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>to the door</source>
        <translation>改上门</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>{day} late</source>
        <translation>{day} 逾期</translation>
    </message>
    <message>
        <source>monthly visit</source>
        <translation>每月探访</translation>
    </message>
    <message>
        <source>visit by risk tier</source>
        <translation>按风险层级探访</translation>
    </message>
    <message>
        <source>{crisis}: within 24 hours</source>
        <translation>{crisis}：24 小时内探访</translation>
    </message>
    <message>
        <source>open risk: {what}</source>
        <translation>风险：{what}</translation>
    </message>
    <message>
        <source>{tier} ({why})</source>
        <translation>{tier}（{why}）</translation>
    </message>
    <message>
        <source>{count} times, last on {day}</source>
        <translation>{count} 次，最近 {day}</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>open risk, {level}</source>
        <translation>未关闭风险 {level}</translation>
    </message>
    <message>
        <source>{count} blocks at risk</source>
        <translation>{count} 项有风险</translation>
    </message>
    <message>
        <source>{count} blocks of concern</source>
        <translation>{count} 项需关注</translation>
    </message>
    <message>
        <source>An empty name takes the visitor off.</source>
        <translation>留空表示取消指定。</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>探访人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>{count} people have {name} as their visitor</source>
        <translation>已指定 {name} 探访 {count} 人</translation>
    </message>
    <message>
        <source>{count} people have no visitor any more</source>
        <translation>已取消 {count} 人的探访人</translation>
    </message>
    <message>
        <source>Who visits these {count} people?</source>
        <translation>这 {count} 人由谁探访</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>{name} is to be visited within 24 hours</source>
        <translation>{name} 须在 24 小时内探访</translation>
    </message>
    <message>
        <source>Crisis of {name}: a visit is due within 24 hours</source>
        <translation>{name} 的突发事件：24 小时内须探访</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>For whom (what is empty does not narrow)</source>
        <translation>探访对象（不选即不限）</translation>
    </message>
    <message>
        <source>only those on this month&apos;s roster</source>
        <translation>只限本月应访名单</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Risk tier</source>
        <translation>风险层级</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Age from</source>
        <translation>年龄满</translation>
    </message>
    <message>
        <source>Extra round of visits</source>
        <translation>专项探访</translation>
    </message>
    <message>
        <source>Start the round</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>{count} people: {names}</source>
        <translation>共 {count} 人：{names}</translation>
    </message>
    <message>
        <source>Nobody is in this group.</source>
        <translation>没有符合的人。</translation>
    </message>
    <message>
        <source>Round started: {name}, {count} people</source>
        <translation>专项探访已开始：{name}，{count} 人</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>专项探访</translation>
    </message>
    <message>
        <source>The round is called off; its visits stay.</source>
        <translation>专项探访已取消，已做的探访保留。</translation>
    </message>
    <message>
        <source>Call a round off</source>
        <translation>取消专项探访</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>取消专项</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>上次见到</translation>
    </message>
    <message>
        <source>Nobody stands in this section</source>
        <translation>这一栏没有人</translation>
    </message>
    <message>
        <source>The arrow keys ← → lead to the other sections.</source>
        <translation>按 ← → 键看其他栏。</translation>
    </message>
    <message>
        <source>← → section   ↑↓ person   Enter visit   P ring   A visitor   C crisis   Esc search</source>
        <translation>← → 换栏&#x3000;↑↓ 换人&#x3000;Enter 登记&#x3000;P 电话&#x3000;A 指定&#x3000;C 事件&#x3000;Esc 搜索</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Route sheet (R)</source>
        <translation>路线单（R）</translation>
    </message>
    <message>
        <source>Phone round (P)</source>
        <translation>电话探访（P）</translation>
    </message>
    <message>
        <source>Crisis… (C)</source>
        <translation>突发事件…（C）</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>已尝试</translation>
    </message>
    <message>
        <source>Assign a visitor… (A)</source>
        <translation>指定探访人…（A）</translation>
    </message>
    <message>
        <source>Blank form for the selected person</source>
        <translation>打印所选老人的空白探访表</translation>
    </message>
    <message>
        <source>Start an extra round…</source>
        <translation>开始专项探访…</translation>
    </message>
    <message>
        <source>Call a round off…</source>
        <translation>取消专项探访…</translation>
    </message>
    <message>
        <source>{name}: {done} of {count}, until {day}</source>
        <translation>{name}：已访 {done} / {count}，{day} 截止</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各栏</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>More… (F10)</source>
        <translation>更多…（F10）</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Perhaps on record twice</source>
        <translation>可能重复的档案</translation>
    </message>
    <message>
        <source>Looking through the register…</source>
        <translation>正在比对全部档案…</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>正在查重</translation>
    </message>
    <message>
        <source>The two records are one</source>
        <translation>两份档案已合并</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{one} and {other} are two people</source>
        <translation>{one} 与 {other} 不是同一人</translation>
    </message>
    <message>
        <source>Keep it so</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Undo the merge of {other} into {keep}?</source>
        <translation>撤销把 {other} 并入 {keep} 的合并？</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Parts of this list</source>
        <translation>本页各部分</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Merges</source>
        <translation>合并记录</translation>
    </message>
    <message>
        <source>Nobody seems to be on record twice</source>
        <translation>没有发现重复的档案</translation>
    </message>
    <message>
        <source>F5 looks again.</source>
        <translation>按 F5 重新查找。</translation>
    </message>
    <message>
        <source>Nothing was merged yet</source>
        <translation>还没有合并过</translation>
    </message>
    <message>
        <source>Merges can be undone from here.</source>
        <translation>合并过的档案可在这里撤销。</translation>
    </message>
    <message>
        <source>{count} pairs to look at</source>
        <translation>{count} 组待核对</translation>
    </message>
    <message>
        <source>Kept: they are two people</source>
        <translation>已记下：不是同一人</translation>
    </message>
    <message>
        <source>Both records are back</source>
        <translation>两份档案都已恢复</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Encryption</name>
    <message>
        <source>backup of before</source>
        <translation>加密前的备份</translation>
    </message>
    <message>
        <source>data set aside</source>
        <translation>另存的旧数据</translation>
    </message>
    <message>
        <source>photograph or scan</source>
        <translation>照片或扫描件</translation>
    </message>
    <message>
        <source>file for the district</source>
        <translation>上报文件</translation>
    </message>
    <message>
        <source>Sticks in a drawer and files that were sent are not known to the program: collect them and make new backups on them. Nobody can promise that a disk forgets what was written over, an SSD least of all.</source>
        <translation>抽屉里的 U 盘、发出去的文件，程序不知道：请收回来，用新备份替换。写过的硬盘能不能彻底抹掉，谁也不能保证，固态硬盘尤其如此。</translation>
    </message>
</context>
<context>
    <name>EncryptionRoom</name>
    <message>
        <source>Encrypted, whoever takes this computer or a backup away can read nothing without a password of somebody here or the recovery sheet. Work goes on as before.</source>
        <translation>加密以后，拿走这台电脑或备份的人，没有这里某个人的密码或恢复单，什么也读不到。日常操作照旧。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Take it away…</source>
        <translation>解除加密…</translation>
    </message>
    <message>
        <source>New recovery sheet…</source>
        <translation>重新出恢复单…</translation>
    </message>
    <message>
        <source>Encrypt older copies</source>
        <translation>加密以前的副本</translation>
    </message>
    <message>
        <source>Encrypt the data of this computer…</source>
        <translation>加密本机数据…</translation>
    </message>
    <message>
        <source>The data are encrypted.</source>
        <translation>数据已加密。</translation>
    </message>
    <message>
        <source>The data are not encrypted.</source>
        <translation>数据没有加密。</translation>
    </message>
    <message>
        <source>Opened by the password of {names}, or by the recovery sheet of {day}.</source>
        <translation>能打开的：{names} 的密码，或 {day} 的恢复单。</translation>
    </message>
    <message>
        <source>Your own password, then a recovery sheet is printed and typed back before anything happens.</source>
        <translation>先输入自己的密码；接着打印恢复单，照单输入一遍，才开始加密。</translation>
    </message>
    <message>
        <source>Make the recovery sheet</source>
        <translation>出恢复单</translation>
    </message>
    <message>
        <source>Taking the encryption away</source>
        <translation>正在解除加密</translation>
    </message>
    <message>
        <source>Whoever takes this computer away can read everything then.</source>
        <translation>解除以后，拿走这台电脑的人什么都能看到。</translation>
    </message>
    <message>
        <source>Take the encryption away</source>
        <translation>解除加密</translation>
    </message>
    <message>
        <source>The recovery sheet of before opens nothing any more: destroy it.</source>
        <translation>原来的恢复单已经作废，请销毁。</translation>
    </message>
    <message>
        <source>Encrypting older copies</source>
        <translation>正在加密以前的副本</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>自己的密码</translation>
    </message>
    <message>
        <source>Making the recovery sheet</source>
        <translation>正在出恢复单</translation>
    </message>
    <message>
        <source>Type the groups from the printed sheet, or scan its code: it has to be legible.</source>
        <translation>照着打印出来的恢复单输入数字，或扫单上的码：要确认读得出来。</translation>
    </message>
    <message>
        <source>It is legible: go on</source>
        <translation>读得出来，继续</translation>
    </message>
    <message>
        <source>Encrypting the data</source>
        <translation>正在加密数据</translation>
    </message>
    <message>
        <source>Encrypting photographs and scans</source>
        <translation>正在加密照片和扫描件</translation>
    </message>
    <message>
        <source>The data are encrypted. Lock the sheet away from this computer; see to the copies below.</source>
        <translation>数据已加密。请把恢复单锁在别处，不与电脑放在一起；下面列出的副本也请处理。</translation>
    </message>
    <message>
        <source>The data are not encrypted any more.</source>
        <translation>数据已解除加密。</translation>
    </message>
    <message>
        <source>{count} × {what}, such as {files}</source>
        <translation>{what} {count} 份，如 {files}</translation>
    </message>
    <message>
        <source>Still in clear:</source>
        <translation>还没有加密的：</translation>
    </message>
    <message>
        <source>Nothing that the program knows of lies in clear.</source>
        <translation>程序知道的副本都已加密。</translation>
    </message>
    <message>
        <source>It takes a printer, a quarter of an hour and a safe place for one sheet of paper. A backup is made first; it can be cancelled, and everything stays as it is until the last step.</source>
        <translation>需要一台打印机、一刻钟时间，和一个安全的地方放一张纸。程序先备份；中途可以取消，到最后一步以前一切照旧。</translation>
    </message>
    <message>
        <source>Print it now (Ctrl+P), then close this: the file goes, and the groups are asked from the paper.</source>
        <translation>现在就打印（Ctrl+P），再关闭预览：文件随即删除，接着要照着纸输入。</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>late records of another station</source>
        <translation>别的工位迟到的记录</translation>
    </message>
</context>
<context>
    <name>Explained</name>
    <message>
        <source>Nobody and nothing</source>
        <translation>没有人，也没有记录</translation>
    </message>
    <message>
        <source>The number is made of no record.</source>
        <translation>这个数字没有对应的记录。</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>打开老年人</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>{month}: {figure}</source>
        <translation>{month}：{figure}</translation>
    </message>
    <message>
        <source>above the line</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>below the line</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>as the month was closed</source>
        <translation>按月结时</translation>
    </message>
    <message>
        <source>by today&apos;s records</source>
        <translation>按现有记录</translation>
    </message>
    <message>
        <source>typed in settings</source>
        <translation>在设置中填写</translation>
    </message>
    <message>
        <source>the closed month says {value}</source>
        <translation>月结时为 {value}</translation>
    </message>
    <message>
        <source>{people} people, {rows} records</source>
        <translation>{people} 人，{rows} 条记录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>New help service for the person</source>
        <translation>为此人登记服务（下单）</translation>
    </message>
    <message>
        <source>New order (Ctrl+N)</source>
        <translation>下单（Ctrl+N）</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter open   F8 person   Ctrl+N order   Esc back</source>
        <translation>↑↓ 选择&#x3000;Enter 打开&#x3000;F8 打开老人&#x3000;Ctrl+N 下单&#x3000;Esc 返回</translation>
    </message>
</context>
<context>
    <name>FeeRates</name>
    <message>
        <source>What a stay costs, from a day on</source>
        <translation>从某日起的住养收费标准</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved; it holds from {day} on</source>
        <translation>已保存，从{day}起执行</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>It ends: {what}</source>
        <translation>执行到某日为止：{what}</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>It holds up to {day}</source>
        <translation>执行到{day}</translation>
    </message>
    <message>
        <source>Void: {what}</source>
        <translation>作废：{what}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void; what was charged by it stays charged</source>
        <translation>已作废；已计的费用不变</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>A month or a day</source>
        <translation>按月或按天</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Only for some (empty: for everybody); one of these at most</source>
        <translation>只适用于（不填为全部；以下至多填一项）</translation>
    </message>
    <message>
        <source>Class of bed</source>
        <translation>床位类别</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>老人</translation>
    </message>
    <message>
        <source>Limits (empty: none)</source>
        <translation>限制（不填为不限）</translation>
    </message>
    <message>
        <source>Kind of stay</source>
        <translation>入住类型</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Rates of stays</source>
        <translation>住养收费标准</translation>
    </message>
    <message>
        <source>The narrower rate goes first: of a person, then of a bed, a room, a class or a grade, then for everybody. What was charged stays as it was charged.</source>
        <translation>标准越具体越优先：先按本人的，再按床位、房间、类别或等级的，最后是全部适用的。已计的费用不变。</translation>
    </message>
    <message>
        <source>another rate</source>
        <translation>新增一条标准</translation>
    </message>
    <message>
        <source>as the chosen one from a day on, changed</source>
        <translation>照所选的改，从某日起执行</translation>
    </message>
    <message>
        <source>end the chosen one</source>
        <translation>所选标准执行到某日为止</translation>
    </message>
    <message>
        <source>void the chosen one</source>
        <translation>所选标准录错，作废</translation>
    </message>
    <message>
        <source>No rate is chosen.</source>
        <translation>请先选一条标准。</translation>
    </message>
    <message>
        <source>Another rate… (Ctrl+N)</source>
        <translation>新增标准…（Ctrl+N）</translation>
    </message>
    <message>
        <source>No rate is set yet</source>
        <translation>还没有收费标准</translation>
    </message>
    <message>
        <source>Ctrl+N sets what bed, care and meals cost from a day on.</source>
        <translation>按 Ctrl+N 设定床位费、护理费、伙食费从哪天起收多少。</translation>
    </message>
    <message>
        <source>Change… (F2)</source>
        <translation>改…（F2）</translation>
    </message>
    <message>
        <source>End… (F4)</source>
        <translation>截止…（F4）</translation>
    </message>
    <message>
        <source>Void… (F8)</source>
        <translation>作废…（F8）</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter change   F4 end   Esc back</source>
        <translation>↑↓ 选择   Enter 改   F4 截止   Esc 返回</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>Fees</name>
    <message>
        <source>paid ahead {amount} yuan</source>
        <translation>预交{amount}元</translation>
    </message>
    <message>
        <source>owes {amount} yuan</source>
        <translation>欠费{amount}元</translation>
    </message>
    <message>
        <source>deposit {amount} yuan</source>
        <translation>押金{amount}元</translation>
    </message>
    <message>
        <source>{name}: {fees}, {deposit}</source>
        <translation>{name}：{fees}，{deposit}</translation>
    </message>
    <message>
        <source>Money for the fees of a stay</source>
        <translation>收住养费用</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>{name}: {amount} yuan taken</source>
        <translation>{name}：已收{amount}元</translation>
    </message>
    <message>
        <source>Fees paid ahead are given back</source>
        <translation>退还预交的住养费用</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>{name}: {amount} yuan given back</source>
        <translation>{name}：已退{amount}元</translation>
    </message>
    <message>
        <source>A deposit is taken</source>
        <translation>收押金</translation>
    </message>
    <message>
        <source>Take the deposit</source>
        <translation>收押金</translation>
    </message>
    <message>
        <source>{name}: deposit of {amount} yuan taken</source>
        <translation>{name}：已收押金{amount}元</translation>
    </message>
    <message>
        <source>The deposit is given back</source>
        <translation>退押金</translation>
    </message>
    <message>
        <source>Give the deposit back</source>
        <translation>退押金</translation>
    </message>
    <message>
        <source>{name}: deposit of {amount} yuan given back</source>
        <translation>{name}：已退押金{amount}元</translation>
    </message>
    <message>
        <source>Fees that are owed are paid out of the deposit</source>
        <translation>用押金抵扣所欠费用</translation>
    </message>
    <message>
        <source>Pay from the deposit</source>
        <translation>抵扣</translation>
    </message>
    <message>
        <source>{name}: {amount} yuan of fees paid out of the deposit</source>
        <translation>{name}：已用押金抵扣{amount}元</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>老人</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>{name}: {amount} yuan charged</source>
        <translation>{name}：已计{amount}元</translation>
    </message>
    <message>
        <source>Charge something besides bed, care and meals</source>
        <translation>计其他费用（床位、护理、伙食之外）</translation>
    </message>
    <message>
        <source>Charge it</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Take back by a counter-entry: {name}, {kind} {amount}</source>
        <translation>冲正：{name}，{kind} {amount}</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>The entry is taken back; both stand in the list</source>
        <translation>已冲正；两笔都留在明细里</translation>
    </message>
    <message>
        <source>Charge {month} to {people} people, {amount} yuan in all?</source>
        <translation>{month}计费：{people} 人，共{amount}元。确定计费吗？</translation>
    </message>
    <message>
        <source>Charge {month} to {name}, {amount} yuan?</source>
        <translation>{month}计费：{name}，{amount}元。确定计费吗？</translation>
    </message>
    <message>
        <source>{month} is charged</source>
        <translation>{month}已计费</translation>
    </message>
    <message>
        <source>{name}, {month}: charged {charged}, comes to {whole} yuan; book {difference}</source>
        <translation>{name} {month}：已计{charged}元，现应为{whole}元，补差{difference}元</translation>
    </message>
    <message>
        <source>Book the difference</source>
        <translation>补差</translation>
    </message>
    <message>
        <source>The difference is booked</source>
        <translation>差额已入账</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Charges of a month</source>
        <translation>按月计费</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>费用明细</translation>
    </message>
    <message>
        <source>charge the month to everybody whom it was not charged yet</source>
        <translation>给本月还没计费的人计费</translation>
    </message>
    <message>
        <source>charge the month to the chosen person alone</source>
        <translation>只给所选的人计费</translation>
    </message>
    <message>
        <source>book what the month comes to otherwise by now</source>
        <translation>所选的人补差</translation>
    </message>
    <message>
        <source>from the people to the lines</source>
        <translation>从名单到费用明细</translation>
    </message>
    <message>
        <source>the month before</source>
        <translation>上一个月</translation>
    </message>
    <message>
        <source>the month after</source>
        <translation>下一个月</translation>
    </message>
    <message>
        <source>Nobody is left to be charged this month.</source>
        <translation>本月没有待计费的人。</translation>
    </message>
    <message>
        <source>The month is not to be charged to this person.</source>
        <translation>所选的人本月不用计费。</translation>
    </message>
    <message>
        <source>What was charged is what the month comes to.</source>
        <translation>所选的人没有差额。</translation>
    </message>
    <message>
        <source>Nobody is chosen.</source>
        <translation>请先选一位老人。</translation>
    </message>
    <message>
        <source>Nobody stayed in this month whom it costs something</source>
        <translation>这个月没有要计费的入住老人</translation>
    </message>
    <message>
        <source>Rates are set from the list of fees (Ctrl+R); Ctrl+PgUp shows the month before.</source>
        <translation>收费标准在住养收费里按 Ctrl+R 设定；按 Ctrl+PgUp 看上一个月。</translation>
    </message>
    <message>
        <source>Fees of stays are off in this month</source>
        <translation>这个月没有启用住养收费</translation>
    </message>
    <message>
        <source>The director turns them on: System › Rules › Fees of stays. Then rates are set.</source>
        <translation>请主任在“系统 › 统计口径 › 住养收费”中启用，再设定收费标准。</translation>
    </message>
    <message>
        <source>Charge… (F7)</source>
        <translation>计费…（F7）</translation>
    </message>
    <message>
        <source>This person alone… (F6)</source>
        <translation>只计此人…（F6）</translation>
    </message>
    <message>
        <source>Book the difference… (F2)</source>
        <translation>补差…（F2）</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>没有费用</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter lines   F7 charge   Esc back</source>
        <translation>↑↓ 选择   Enter 明细   F7 计费   Esc 返回</translation>
    </message>
    <message>
        <source>to charge: {people} people, {amount} yuan</source>
        <translation>待计费 {people} 人，{amount}元</translation>
    </message>
    <message>
        <source>charged: {people} people, {amount} yuan</source>
        <translation>已计费 {people} 人，{amount}元</translation>
    </message>
    <message>
        <source>without a rate: {people} people</source>
        <translation>缺收费标准 {people} 人</translation>
    </message>
    <message>
        <source>differing by now: {people} people</source>
        <translation>有差额 {people} 人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Comes to</source>
        <translation>应计</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>已计费</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>{first} – {last}: {nights}</source>
        <translation>{first} 至 {last}，{nights}天</translation>
    </message>
    <message>
        <source>Fees of stays</source>
        <translation>住养收费</translation>
    </message>
    <message>
        <source>Who stays</source>
        <translation>入住老人</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>账目明细</translation>
    </message>
    <message>
        <source>take money for fees</source>
        <translation>收住养费用</translation>
    </message>
    <message>
        <source>give back what the chosen person paid ahead</source>
        <translation>退所选的人预交的费用</translation>
    </message>
    <message>
        <source>take a deposit</source>
        <translation>收押金</translation>
    </message>
    <message>
        <source>give the deposit back</source>
        <translation>退押金</translation>
    </message>
    <message>
        <source>pay what is owed out of the deposit</source>
        <translation>用押金抵扣所欠费用</translation>
    </message>
    <message>
        <source>the charges of a month: who and how much, then charge</source>
        <translation>按月计费：先看谁、多少钱，再计费</translation>
    </message>
    <message>
        <source>take the chosen entry back by a counter-entry</source>
        <translation>冲正所选的一笔</translation>
    </message>
    <message>
        <source>charge something besides bed, care and meals</source>
        <translation>计其他费用（床位、护理、伙食之外）</translation>
    </message>
    <message>
        <source>everybody, who owes, or who left and is to be settled with</source>
        <translation>全部、欠费的、离院待结清的，轮换</translation>
    </message>
    <message>
        <source>rates: what bed, care and meals cost</source>
        <translation>收费标准：床位费、护理费、伙食费</translation>
    </message>
    <message>
        <source>the receipt of the chosen entry</source>
        <translation>所选一笔的收据</translation>
    </message>
    <message>
        <source>from the people to the entries, from a charge to its month</source>
        <translation>从名单到账目明细，从计费到那个月</translation>
    </message>
    <message>
        <source>find somebody by name, ID number or card</source>
        <translation>按姓名、身份证号或卡找人</translation>
    </message>
    <message>
        <source>Choose money taken or given back first: these have receipts.</source>
        <translation>请先选一笔收款或退款：只有这些有收据。</translation>
    </message>
    <message>
        <source>{count} people · owed {owed} yuan · paid ahead {ahead} · deposits {deposits}</source>
        <translation>{count} 人 · 欠费{owed}元 · 预交{ahead}元 · 押金{deposits}元</translation>
    </message>
    <message>
        <source>Nobody stays here or has an entry</source>
        <translation>没有入住的老人，也没有账目</translation>
    </message>
    <message>
        <source>Fees of stays are not taken with this program yet</source>
        <translation>还没有启用住养收费</translation>
    </message>
    <message>
        <source>None of those listed here</source>
        <translation>没有符合的人</translation>
    </message>
    <message>
        <source>F11 lists everybody, who owes, or who is to be settled with.</source>
        <translation>按 F11 换看：全部、欠费的、离院待结清的。</translation>
    </message>
    <message>
        <source>Fees of stays are off. The director turns them on: System › Rules.</source>
        <translation>住养收费未启用。请主任在“系统 › 统计口径”中启用。</translation>
    </message>
    <message>
        <source>Payment… (Ctrl+N)</source>
        <translation>收费…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Charge a month… (F7)</source>
        <translation>按月计费…（F7）</translation>
    </message>
    <message>
        <source>Refund… (F2)</source>
        <translation>退费…（F2）</translation>
    </message>
    <message>
        <source>Deposit… (F3)</source>
        <translation>收押金…（F3）</translation>
    </message>
    <message>
        <source>Deposit back… (F4)</source>
        <translation>退押金…（F4）</translation>
    </message>
    <message>
        <source>From the deposit… (F6)</source>
        <translation>押金抵扣…（F6）</translation>
    </message>
    <message>
        <source>Other charge… (F10)</source>
        <translation>其他费用…（F10）</translation>
    </message>
    <message>
        <source>Take the entry back… (F8)</source>
        <translation>冲正…（F8）</translation>
    </message>
    <message>
        <source>Receipt (Ctrl+P)</source>
        <translation>收据（Ctrl+P）</translation>
    </message>
    <message>
        <source>Rates (Ctrl+R)</source>
        <translation>收费标准（Ctrl+R）</translation>
    </message>
    <message>
        <source>Who is listed (F11)</source>
        <translation>换看名单（F11）</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter entries   Ctrl+N payment   F7 charge   Esc back</source>
        <translation>↑↓ 选择   Enter 明细   Ctrl+N 收费   F7 计费   Esc 返回</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter open   F8 take back   Esc people</source>
        <translation>↑↓ 选择   Enter 打开   F8 冲正   Esc 名单</translation>
    </message>
    <message>
        <source>everybody who stays or has an entry</source>
        <translation>入住的和有账目的</translation>
    </message>
    <message>
        <source>who owes</source>
        <translation>欠费的</translation>
    </message>
    <message>
        <source>who left and is to be settled with</source>
        <translation>离院待结清的</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已交</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠费</translation>
    </message>
    <message>
        <source>Owed since</source>
        <translation>欠费自</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>押金</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离院</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>{kind} (deposit)</source>
        <translation>{kind}（押金）</translation>
    </message>
    <message>
        <source>{kind} (taken back)</source>
        <translation>{kind}（已冲正）</translation>
    </message>
    <message>
        <source>Making the statement</source>
        <translation>正在生成对账单</translation>
    </message>
    <message>
        <source>the statement of the chosen person</source>
        <translation>所选的人的缴费对账单</translation>
    </message>
    <message>
        <source>Statement (Ctrl+Shift+P)</source>
        <translation>对账单（Ctrl+Shift+P）</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Entry</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>FieldErrors</name>
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
        <source>The two do not match. Please type it again.</source>
        <translation>两次输入不一样。请重新输入。</translation>
    </message>
    <message>
        <source>This folder cannot be used. Choose another one.</source>
        <translation>这个文件夹不能用。请换一个。</translation>
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
        <source>A spreadsheet cut this number&apos;s last digits. Type it from the card.</source>
        <translation>号码末几位被表格软件截掉了。请照证件重新输入。</translation>
    </message>
    <message>
        <source>An old number of 15 digits; it is read as 18 digits.</source>
        <translation>15 位老号，按 18 位读。</translation>
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
        <source>This is recorded already.</source>
        <translation>已经登记过。</translation>
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
        <source>That month is closed. Use a correction.</source>
        <translation>该月已月结。请用更正单。</translation>
    </message>
    <message>
        <source>At least one block must say something new.</source>
        <translation>至少一项要填新情况。</translation>
    </message>
    <message>
        <source>This is no phone number. Type digits only; notes go into the remarks.</source>
        <translation>这不是电话号码，请只填数字；说明文字请写在备注里。</translation>
    </message>
    <message>
        <source>Somebody lies in this bed today. Move or discharge them first.</source>
        <translation>今天还有人住在这张床上，请先换床或办理离院。</translation>
    </message>
    <message>
        <source>Somebody lies in this bed on {hint}. Move or discharge them first, or type another day.</source>
        <translation>{hint} 有人住在这张床上。请先换床或办理离院，或改填日期。</translation>
    </message>
    <message>
        <source>This bed is not in service on {hint}. Choose another bed or another day.</source>
        <translation>这张床 {hint} 不在用。请换一张床或改日期。</translation>
    </message>
    <message>
        <source>The last digit does not fit the others. Compare every digit with the card.</source>
        <translation>校验位不对。请对照证件逐位核对。</translation>
    </message>
    <message>
        <source>The ID number says another birth date. Compare both with the card.</source>
        <translation>身份证号里的出生日期与填写的不一致。请对照证件核对。</translation>
    </message>
    <message>
        <source>The number was written in an unusual way; it is kept like this.</source>
        <translation>号码书写不规范，已整理。</translation>
    </message>
    <message>
        <source>The same person stands in row {hint} already.</source>
        <translation>同一人在第{hint}行已经出现。</translation>
    </message>
    <message>
        <source>This number belongs to {hint} on record, another name. Compare it with the card.</source>
        <translation>这个号码已登记在{hint}名下，姓名不符。请对照证件核实。</translation>
    </message>
    <message>
        <source>Several people bear this name. Add the ID number, or choose one.</source>
        <translation>有几个人同名。请补充身份证号，或选定一位。</translation>
    </message>
    <message>
        <source>Found by name; the ID number {hint} is not the one on record.</source>
        <translation>按姓名找到；身份证号 {hint} 与登记的不同。</translation>
    </message>
    <message>
        <source>Found by ID number; the name on record is {hint}.</source>
        <translation>按身份证号找到；登记的姓名是{hint}。</translation>
    </message>
    <message>
        <source>There is no such bed.</source>
        <translation>没有这张床位。</translation>
    </message>
    <message>
        <source>The register state cannot follow the one on record.</source>
        <translation>在册状态与已登记的状态前后不符。</translation>
    </message>
    <message>
        <source>The sheet {hint} was not read. Import it by naming it.</source>
        <translation>工作表“{hint}”没有读取。需要时请指定该表再导入。</translation>
    </message>
    <message>
        <source>The same facts stand in row {hint}; both were taken in.</source>
        <translation>与第{hint}行内容相同；两行都已导入。</translation>
    </message>
    <message>
        <source>This row cannot be taken in as it is.</source>
        <translation>此行无法按现状导入。</translation>
    </message>
    <message>
        <source>There is no ID number. Type it from the card.</source>
        <translation>没有身份证号。请对照证件补录。</translation>
    </message>
    <message>
        <source>The birth date is missing and no ID number tells it.</source>
        <translation>缺少出生日期，也无法从身份证号得出。</translation>
    </message>
    <message>
        <source>{value}: {words}</source>
        <translation>{value}：{words}</translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation>缺少{field}。</translation>
    </message>
    <message>
        <source>Perhaps meant: {hint}</source>
        <translation>是不是：{hint}</translation>
    </message>
    <message>
        <source>What cannot be settled is kept to be verified.</source>
        <translation>暂时核不清的，勾选“待核”先保存。</translation>
    </message>
    <message>
        <source>The column “{hint}” was not read: its heading is none of the known ones.</source>
        <translation>“{hint}”这一列没有读入：不认识这个列名。</translation>
    </message>
    <message>
        <source>The line “{hint}” was read as speaking of the rows below.</source>
        <translation>“{hint}”这一行按下面各行的共同说明读入。</translation>
    </message>
    <message>
        <source>The line “{hint}” was not read.</source>
        <translation>“{hint}”这一行没有读入。</translation>
    </message>
    <message>
        <source>“{hint}” stands here, and nothing above it.</source>
        <translation>这里写着“{hint}”，上面却没有内容。</translation>
    </message>
    <message>
        <source>A formula has failed in cell {hint}; the cell was left out.</source>
        <translation>{hint} 的公式出错，这一格没有读入。</translation>
    </message>
    <message>
        <source>A character is broken in cell {hint}. Compare it with the original.</source>
        <translation>{hint} 里有一个字不完整。请对照原件核实。</translation>
    </message>
    <message>
        <source>A letter in this number looks like a digit. Compare it with the card.</source>
        <translation>号码里有字母像数字。请对照证件核实。</translation>
    </message>
    <message>
        <source>Several ID numbers stand in one field. Keep the one on the card.</source>
        <translation>一格里有几个身份证号。请只留证件上的那个。</translation>
    </message>
    <message>
        <source>The ID number is masked, and nobody on record fits it. Type the whole number.</source>
        <translation>身份证号被遮住了，档案里也没有对得上的人。请填写完整号码。</translation>
    </message>
    <message>
        <source>Several names stand in one field. Give each person a row.</source>
        <translation>一格里有几个姓名。请每人写一行。</translation>
    </message>
    <message>
        <source>This is no plain name; it was read as {hint}.</source>
        <translation>姓名栏里还有别的字，姓名按“{hint}”读入。</translation>
    </message>
    <message>
        <source>“{hint}” may say that the person died or moved away. Record that if it is so.</source>
        <translation>“{hint}”可能是说这位老人已去世或迁出。如果属实，请登记状态变更。</translation>
    </message>
    <message>
        <source>The phone was read as {hint}; what else stood there was put into the remarks.</source>
        <translation>电话按 {hint} 读入，原来写的其余内容记入备注。</translation>
    </message>
    <message>
        <source>“{hint}” is no phone number; it was put into the remarks.</source>
        <translation>“{hint}”不是电话号码，已记入备注。</translation>
    </message>
    <message>
        <source>Born on {hint}: that is young for this register. Is the century right?</source>
        <translation>出生日期 {hint}：在这本名册里太年轻了。年份写对了吗？</translation>
    </message>
    <message>
        <source>A spreadsheet took another century; the birth date of the ID number was kept: {hint}.</source>
        <translation>表格软件把年份换成了另一个世纪；已按身份证号取出生日期 {hint}。</translation>
    </message>
    <message>
        <source>“{hint}” may be hours or minutes; it was left out. Write 2 h or 90 min.</source>
        <translation>“{hint}”分不清是小时还是分钟，没有读入。请写成 2小时 或 90分钟。</translation>
    </message>
    <message>
        <source>Not all six blocks are answered: {hint}.</source>
        <translation>六项内容没有填全，缺：{hint}。</translation>
    </message>
    <message>
        <source>Answer this block too; 4 says that nothing changed.</source>
        <translation>这一项还没有填；没有变化按 4。</translation>
    </message>
    <message>
        <source>Say in a few words what it is.</source>
        <translation>请写几个字说明。</translation>
    </message>
    <message>
        <source>A block says risk: write the risk that is opened, or why none is.</source>
        <translation>有一项是风险：请写明要登记的风险，或者写明为什么不登记。</translation>
    </message>
    <message>
        <source>Somebody else has just changed this to: {hint}. Save again to keep what you typed.</source>
        <translation>别人刚把这一项改成：{hint}。要以您填的为准，请再保存一次。</translation>
    </message>
    <message>
        <source>The end lies before the start. It began on {hint}.</source>
        <translation>结束早于开始。开始于 {hint}。</translation>
    </message>
    <message>
        <source>A leave begins on or after the admission. It was on {hint}.</source>
        <translation>请假不能早于入住。入住日是 {hint}。</translation>
    </message>
    <message>
        <source>“{hint}” hardly is a name. Compare it with the card.</source>
        <translation>“{hint}”不像姓名。请对照证件核实。</translation>
    </message>
    <message>
        <source>Beginning and end do not make the duration {hint}; they were taken.</source>
        <translation>服务时长“{hint}”与起止时间对不上；已按起止时间读入。</translation>
    </message>
    <message>
        <source>Somebody of this name and birth date is on record. Tick it if it is another person: {hint}</source>
        <translation>姓名和出生日期相同的人已在册。不是同一人请勾选：{hint}</translation>
    </message>
    <message>
        <source>Choose who ate, or tick that it was a guest.</source>
        <translation>请选择是哪位老人，临时就餐请勾选“临时就餐”。</translation>
    </message>
    <message>
        <source>A later change is on record. Take its day ({hint}), or one after it.</source>
        <translation>此后还有一条变更记录，请填该日（{hint}）或更晚的日期。</translation>
    </message>
    <message>
        <source>The state changed on {hint}. Nobody joins after that; take a day up to it.</source>
        <translation>{hint} 已有在册状态变动，入册日期不能晚于该日。</translation>
    </message>
    <message>
        <source>This list has that name already, for “{hint}”. Merge the two, or type another name.</source>
        <translation>名单里“{hint}”已有这个名称。请把两条合并，或换一个名称。</translation>
    </message>
    <message>
        <source>This is what it is called already. Type the new name.</source>
        <translation>现在就叫这个名称。请输入新名称。</translation>
    </message>
    <message>
        <source>This is the bed of now. Choose another one.</source>
        <translation>这就是现在的床位，请另选一张。</translation>
    </message>
    <message>
        <source>The date {hint} was not used: nothing in this row is recorded as changed on that day.</source>
        <translation>日期 {hint} 没有用上：这一行里没有从那天起变更的内容。</translation>
    </message>
    <message>
        <source>A spreadsheet made a date of this cell ({hint}); it was not read. Type it as text.</source>
        <translation>这一格被表格软件变成了日期（{hint}），没有读入。请把这一格改成文本重新填写。</translation>
    </message>
    <message>
        <source>“{hint}” may mean several beds. Give each bed a row of its own.</source>
        <translation>“{hint}”可能是几张床。请每张床写一行。</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>现在的密码不对。</translation>
    </message>
    <message>
        <source>There is no such folder. It can be made now, or choose another one.</source>
        <translation>没有这个文件夹。可以现在新建，或另选一个。</translation>
    </message>
    <message>
        <source>A service goes one way only: make this one void and enter it anew if it was not done.</source>
        <translation>服务状态只能往前走：如果其实没有做，请作废这一条，重新登记。</translation>
    </message>
    <message>
        <source>The file cannot be read from here on. Is a quotation mark missing?</source>
        <translation>文件从这里起读不懂。是不是少了引号？</translation>
    </message>
    <message>
        <source>This has to be a text between quotation marks.</source>
        <translation>这里要用引号括起来的文字。</translation>
    </message>
    <message>
        <source>Type an amount or a share, not both.</source>
        <translation>金额和比例只填一项。</translation>
    </message>
    <message>
        <source>This service is not done yet. Record it as done first.</source>
        <translation>这项服务还没有做完，请先登记完成。</translation>
    </message>
    <message>
        <source>“{hint}” would have no column left. Show at least one.</source>
        <translation>“{hint}”一列也没有了，请至少留一列。</translation>
    </message>
    <message>
        <source>An order is cancelled with a reason, by an act of its own. Save it first, then cancel it.</source>
        <translation>取消服务单要写原因，请先保存，再用“取消服务…”。</translation>
    </message>
    <message>
        <source>This batch was not in the store then ({hint}).</source>
        <translation>这一批次当时不在库（{hint}）。</translation>
    </message>
    <message>
        <source>A dish keeps its day and meal: void it and add it on the other day.</source>
        <translation>菜品的日期和餐次不能改：请作废后在另一天重新录入。</translation>
    </message>
    <message>
        <source>It has to be kept until {hint}.</source>
        <translation>要保留到 {hint}。</translation>
    </message>
    <message>
        <source>Was no volunteer on that day. Give the post of a volunteer first, or check the day.</source>
        <translation>这一天不是志愿者。请先登记志愿者岗位，或核对日期。</translation>
    </message>
    <message>
        <source>Type a number with at most {hint} decimals.</source>
        <translation>请输入数字，最多 {hint} 位小数。</translation>
    </message>
    <message>
        <source>The subsidy is above the fee, as it may be where the government pays; of own money check it. Taken in.</source>
        <translation>补贴高于收费。政府购买可以高于收费，自费的请核对。已按原样导入。</translation>
    </message>
    <message>
        <source>This row is hidden or filtered out in the workbook and was read all the same; rows like it: {hint}.</source>
        <translation>这一行在工作簿里隐藏着或被筛选掉了，也读入了；这样的行共 {hint} 行。</translation>
    </message>
    <message>
        <source>“{hint}” may mean called off or still to be done. Say which; it never comes in as done.</source>
        <translation>“{hint}”分不清是取消了还是还没有做，请写明（如“取消”或“待服务”）。不会当作已完成。</translation>
    </message>
    <message>
        <source>Comes in as a cancelled order and never counts as done. Why it was cancelled: {hint}.</source>
        <translation>按已取消的服务单收进来，不算完成。取消原因：{hint}。</translation>
    </message>
    <message>
        <source>No bed stands on this floor. There are: {hint}</source>
        <translation>没有这一层的床位。现有：{hint}</translation>
    </message>
    <message>
        <source>“{hint}” was left out: this service is counted by times. Nothing was converted.</source>
        <translation>“{hint}”没有收：这个项目按次计。没有换算。</translation>
    </message>
    <message>
        <source>“{hint}” was left out: this service is counted by hours. Nothing was converted.</source>
        <translation>“{hint}”没有收：这个项目按小时计。没有换算。</translation>
    </message>
    <message>
        <source>“{hint}” was left out: this service is counted by pieces. Nothing was converted.</source>
        <translation>“{hint}”没有收：这个项目按件计。没有换算。</translation>
    </message>
    <message>
        <source>“{hint}” is no amount that one service can have; it was left out. Write 2 times, 3 pieces or 1.5 h.</source>
        <translation>“{hint}”不是一次服务能有的数量，没有收。请写 2次、3件 或 1.5小时。</translation>
    </message>
    <message>
        <source>This person has had such a bed since {hint}.</source>
        <translation>此人自 {hint} 起已在这样的床位。</translation>
    </message>
    <message>
        <source>This is not the kind of bed that was applied for.</source>
        <translation>与申请的床位类型不符。</translation>
    </message>
    <message>
        <source>{hint} comes first for this bed. Say why it is offered otherwise.</source>
        <translation>这张床轮到 {hint}。请写明不按顺序的原因。</translation>
    </message>
    <message>
        <source>This person did not wait for a bed that day.</source>
        <translation>此人当天不在轮候。</translation>
    </message>
    <message>
        <source>The offer was good until {hint}. Offer the bed anew.</source>
        <translation>通知在 {hint} 已到期，请重新通知。</translation>
    </message>
    <message>
        <source>What the bed was at first has no day and stays on record. Put right what it was instead.</source>
        <translation>床位最初是什么，没有日期，一直保留；填错了就更正它。</translation>
    </message>
    <message>
        <source>This bed is kept for {hint}. Choose another bed, or end the reservation first.</source>
        <translation>这张床位预留给{hint}。请换一张，或先取消预留。</translation>
    </message>
    <message>
        <source>Two different people have to assess. Type the second one.</source>
        <translation>须由两名不同的评估员评估，请填写另一名。</translation>
    </message>
    <message>
        <source>The service does not say who did it.</source>
        <translation>服务没有写是谁做的。</translation>
    </message>
    <message>
        <source>Not on the list of people who work here. Add them under People, or say whom this text stands for.</source>
        <translation>不在工作人员名单上。先在“系统 → 人员”添加，或在“系统 → 名单”把这个写法归到本人。</translation>
    </message>
    <message>
        <source>The service does not say from when to when.</source>
        <translation>服务没有写几点到几点。</translation>
    </message>
    <message>
        <source>Overlaps with another service of the same person, and an hour counts once. Check the times.</source>
        <translation>与同一个人的另一项服务时间重叠，同一个小时只记一次。请核对时间。</translation>
    </message>
    <message>
        <source>Please type millimetres, such as 20.4.</source>
        <translation>请填毫米数，如 20.4。</translation>
    </message>
    <message>
        <source>A leave lies within the stay, whose last night is {hint}.</source>
        <translation>请假要在入住期间以内，在住的最后一晚是 {hint}。</translation>
    </message>
    <message>
        <source>This is none of the emergency contacts of the resident. Add the contact to their form first.</source>
        <translation>这不是这位老人的紧急联系人。请先在老人的表单里添上这位联系人。</translation>
    </message>
    <message>
        <source>“{hint}” is not in the list of people. Say who that is; unanswered it comes in as it is written.</source>
        <translation>“{hint}”不在人员名单里。请回答是谁；不回答就照写的收进来。</translation>
    </message>
    <message>
        <source>Several people are called so. Say who it was: {hint}.</source>
        <translation>同名的不止一人，请说明是哪一位：{hint}。</translation>
    </message>
    <message>
        <source>This lies before the day of birth. Please check the date.</source>
        <translation>早于出生日期，请核对日期。</translation>
    </message>
    <message>
        <source>Found by name alone, but born on {hint} on record: perhaps somebody else. Add the ID number.</source>
        <translation>只按姓名找到，档案里的出生日期是 {hint}，可能不是同一个人。请补上身份证号。</translation>
    </message>
    <message>
        <source>Points are missing for: {hint}. All 26 are needed, or none beside a total or a grade.</source>
        <translation>缺得分：{hint}。26 项要么都有，要么都没有、只写总分或等级。</translation>
    </message>
    <message>
        <source>This cannot be the points of an item or area: {hint}.</source>
        <translation>不是得分：{hint}。</translation>
    </message>
    <message>
        <source>This is not scored by GB/T 42195-2022, whose 26 items make 90 points: {hint}. Nothing was converted.</source>
        <translation>不是按 GB/T 42195-2022（26 项共 90 分）打的分：{hint}。不换算。</translation>
    </message>
    <message>
        <source>A sum is not what the points make: {hint}. Compare both with the paper.</source>
        <translation>小计或总分与得分不符：{hint}。请对照纸质报告。</translation>
    </message>
    <message>
        <source>The grade does not follow from the rest: {hint}. Is a point, an event, a disease or the coma missing?</source>
        <translation>等级与得分不符：{hint}。是否漏了某项得分、近30天事件、疾病诊断或昏迷？</translation>
    </message>
    <message>
        <source>“{hint}” may be more than one of the five grades. Type the one that was found.</source>
        <translation>“{hint}”不能确定是五个等级中的哪一个，请改成评定的等级。</translation>
    </message>
    <message>
        <source>Neither points nor a grade stands here.</source>
        <translation>没有得分，也没有等级。</translation>
    </message>
    <message>
        <source>Another result of that day is on record: {hint}. Say in the person&apos;s file which of them holds.</source>
        <translation>同一天已有另一个结果：{hint}。请在档案里选以哪个为准。</translation>
    </message>
    <message>
        <source>How often it happened is not said and was read as once: {hint}.</source>
        <translation>没有写次数，按 1 次：{hint}。</translation>
    </message>
    <message>
        <source>Without its code of ICD-10 it was read as {hint}.</source>
        <translation>没有写 ICD-10 编码，按 {hint}。</translation>
    </message>
    <message>
        <source>“{hint}” is no code of ICD-10 and changes no grade; it was left out.</source>
        <translation>“{hint}”不是 ICD-10 编码，也不影响等级，没有收进来。</translation>
    </message>
    <message>
        <source>A rate is for one resident, bed, room, class or grade, or for everybody.</source>
        <translation>一个标准只能针对一位老人、一张床、一个房间、一种性质或一个等级，或对所有人。</translation>
    </message>
    <message>
        <source>Bed, room and class are of the bed fee, the grade is of the care fee.</source>
        <translation>床位、房间和性质只用于床位费，能力等级只用于护理费。</translation>
    </message>
    <message>
        <source>Blanks alone are no password.</source>
        <translation>密码不能全是空格。</translation>
    </message>
    <message>
        <source>One character again and again is no password.</source>
        <translation>密码不能是同一个字符重复。</translation>
    </message>
    <message>
        <source>The own name is no password. Choose another one.</source>
        <translation>不能用自己的姓名（含拼音）作密码，请换一个。</translation>
    </message>
    <message>
        <source>With margin and gaps the labels run off the paper ({hint} mm). Make one of them smaller.</source>
        <translation>连边距和间距算上，标签排到纸外了（{hint} 毫米），请改小其中一项。</translation>
    </message>
    <message>
        <source>A code that scanners read has no room. With this padding the label needs {hint} mm.</source>
        <translation>放不下扫得出来的码：按现在的留白，至少要 {hint} 毫米。</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Register state</source>
        <translation>在册状态</translation>
    </message>
    <message>
        <source>Capability grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>to be verified</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Number as written</source>
        <translation>原写号码</translation>
    </message>
    <message>
        <source>Number check</source>
        <translation>号码核对</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Native area</source>
        <translation>籍贯地区</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Household registration</source>
        <translation>户籍地</translation>
    </message>
    <message>
        <source>Kind of household</source>
        <translation>户口性质</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Lives</source>
        <translation>居住情况</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>状态起始日</translation>
    </message>
    <message>
        <source>Kind of disability</source>
        <translation>残疾类别</translation>
    </message>
    <message>
        <source>Level of disability</source>
        <translation>残疾等级</translation>
    </message>
    <message>
        <source>Chronic diseases</source>
        <translation>慢性病</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏史</translation>
    </message>
    <message>
        <source>Health record</source>
        <translation>健康档案</translation>
    </message>
    <message>
        <source>Health record number</source>
        <translation>健康档案号</translation>
    </message>
    <message>
        <source>Family doctor signed</source>
        <translation>家庭医生签约</translation>
    </message>
    <message>
        <source>Family doctor</source>
        <translation>家庭医生</translation>
    </message>
    <message>
        <source>Medical insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Long-term care insurance</source>
        <translation>长护险</translation>
    </message>
    <message>
        <source>Accident insurance</source>
        <translation>意外险</translation>
    </message>
    <message>
        <source>Old-age allowance</source>
        <translation>高龄津贴</translation>
    </message>
    <message>
        <source>Care allowance</source>
        <translation>护理补贴</translation>
    </message>
    <message>
        <source>Service allowance</source>
        <translation>养老服务补贴</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>同意书日期</translation>
    </message>
    <message>
        <source>Consent signed by</source>
        <translation>同意书签署人</translation>
    </message>
    <message>
        <source>Number of the consent paper</source>
        <translation>同意书编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>评估日期</translation>
    </message>
    <message>
        <source>Assessor</source>
        <translation>评估人</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>更换时间</translation>
    </message>
    <message>
        <source>Why void</source>
        <translation>作废原因</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>探访日期</translation>
    </message>
    <message>
        <source>Way of visiting</source>
        <translation>探访方式</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>探访结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>关闭日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Day of the service</source>
        <translation>服务日期</translation>
    </message>
    <message>
        <source>Kind of service</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付费方式</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Why cancelled</source>
        <translation>取消原因</translation>
    </message>
    <message>
        <source>Day of the meal</source>
        <translation>就餐日期</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐次</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>餐价</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>起用日期</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Kind of bed</source>
        <translation>床位类型</translation>
    </message>
    <message>
        <source>Bed number</source>
        <translation>床号</translation>
    </message>
    <message>
        <source>Kind of care</source>
        <translation>托养方式</translation>
    </message>
    <message>
        <source>First day of the stay</source>
        <translation>入住日期</translation>
    </message>
    <message>
        <source>Second backup place</source>
        <translation>第二备份位置</translation>
    </message>
    <message>
        <source>Full export due</source>
        <translation>需做一次完整上报</translation>
    </message>
    <message>
        <source>Change holds from</source>
        <translation>变更自何日起</translation>
    </message>
    <message>
        <source>Enrolled in</source>
        <translation>参加项目</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>是否参加</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名或编号</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Offered no more from</source>
        <translation>停用自</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Capability grade of that day</source>
        <translation>同一天的能力等级</translation>
    </message>
    <message>
        <source>Categories with their days</source>
        <translation>特殊困难类别及起止</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>the front desk</source>
        <translation>前台办理</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Locks after minutes</source>
        <translation>几分钟不用自动锁屏</translation>
    </message>
    <message>
        <source>a photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>see Rules of counting</source>
        <translation>见“统计口径”</translation>
    </message>
    <message>
        <source>residents</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>beds and stays</source>
        <translation>床位与入住</translation>
    </message>
    <message>
        <source>help services</source>
        <translation>十助服务</translation>
    </message>
    <message>
        <source>meals</source>
        <translation>就餐</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么码</translation>
    </message>
    <message>
        <source>What was taken in</source>
        <translation>导入内容</translation>
    </message>
    <message>
        <source>Value of the rule</source>
        <translation>口径取值</translation>
    </message>
    <message>
        <source>Kind of crisis</source>
        <translation>突发情况</translation>
    </message>
    <message>
        <source>Kind of round</source>
        <translation>专项探访类型</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>停发原因</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>每多少</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>填报数</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Policy document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>Note beneath the tables</source>
        <translation>表后附注</translation>
    </message>
    <message>
        <source>Boxes to sign</source>
        <translation>签章栏</translation>
    </message>
    <message>
        <source>Columns shown</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Age from</source>
        <translation>起始年龄</translation>
    </message>
    <message>
        <source>Age up to</source>
        <translation>截止年龄</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Share in per cent</source>
        <translation>补贴比例（%）</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>At most a month</source>
        <translation>每月上限</translation>
    </message>
    <message>
        <source>For a price from</source>
        <translation>最低餐价</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>与其他补贴</translation>
    </message>
    <message>
        <source>Instead of all before</source>
        <translation>代替以前全部补贴</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Account of the balance</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Day of the entry</source>
        <translation>记账日期</translation>
    </message>
    <message>
        <source>Through the till</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>May go below nothing</source>
        <translation>可透支</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>饮食禁忌</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>约定事项</translation>
    </message>
    <message>
        <source>Nothing is done on it</source>
        <translation>当天停办</translation>
    </message>
    <message>
        <source>What the list is for</source>
        <translation>单子用途</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>随程序原样</translation>
    </message>
    <message>
        <source>Asked how it pleased</source>
        <translation>回访方式</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>回访情况</translation>
    </message>
    <message>
        <source>Order taken by</source>
        <translation>接单人</translation>
    </message>
    <message>
        <source>Dispatched by</source>
        <translation>派单人</translation>
    </message>
    <message>
        <source>Followed up by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>进货日期</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>生产日期</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>保质期至</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>验收人</translation>
    </message>
    <message>
        <source>Nothing left since</source>
        <translation>用完日期</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Served on</source>
        <translation>供餐日期</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>过敏原</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>菜品</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>留样日期</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>留样时间</translation>
    </message>
    <message>
        <source>Grams</source>
        <translation>克数</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>留样人</translation>
    </message>
    <message>
        <source>Thrown away on</source>
        <translation>销毁日期</translation>
    </message>
    <message>
        <source>Thrown away at</source>
        <translation>销毁时间</translation>
    </message>
    <message>
        <source>Thrown away by</source>
        <translation>销毁人</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>Certificate of the batch</source>
        <translation>合格证明</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Picture of the certificate</source>
        <translation>合格证明照片</translation>
    </message>
    <message>
        <source>What was bought</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Whom or what it is about</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Day of the sheet</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>Kept where</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Day of the complaint</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Kind of training</source>
        <translation>培训类别</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Day of the training</source>
        <translation>培训日期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时长（小时）</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>授课人</translation>
    </message>
    <message>
        <source>Of the family</source>
        <translation>家属</translation>
    </message>
    <message>
        <source>Day of the help</source>
        <translation>服务日期</translation>
    </message>
    <message>
        <source>Who was helped</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Up to age</source>
        <translation>年龄至</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What the service is</source>
        <translation>内容说明</translation>
    </message>
    <message>
        <source>Hours a month</source>
        <translation>每月小时</translation>
    </message>
    <message>
        <source>Budget of a month</source>
        <translation>每月预算</translation>
    </message>
    <message>
        <source>Level of the certificate</source>
        <translation>证书等级</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>到时</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>离时</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Kind of bed wanted</source>
        <translation>想要的床位</translation>
    </message>
    <message>
        <source>Place wanted</source>
        <translation>照护方式</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>撤回日期</translation>
    </message>
    <message>
        <source>Why it was withdrawn</source>
        <translation>撤回原因</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>轮候申请</translation>
    </message>
    <message>
        <source>Offered on</source>
        <translation>通知日期</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Why out of turn</source>
        <translation>不按顺序的原因</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>放弃原因</translation>
    </message>
    <message>
        <source>Class of the bed</source>
        <translation>床位类别</translation>
    </message>
    <message>
        <source>Insurer&apos;s code of the bed</source>
        <translation>保险公司床位编码</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>保险公司</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>预留给</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Risk events of 30 days</source>
        <translation>近30天风险事件</translation>
    </message>
    <message>
        <source>Diagnoses (ICD-10)</source>
        <translation>疾病诊断（ICD-10）</translation>
    </message>
    <message>
        <source>In coma</source>
        <translation>昏迷</translation>
    </message>
    <message>
        <source>Assessors</source>
        <translation>评估员</translation>
    </message>
    <message>
        <source>Second assessor</source>
        <translation>第二评估员</translation>
    </message>
    <message>
        <source>Assessing agency</source>
        <translation>评估机构</translation>
    </message>
    <message>
        <source>Number of the report</source>
        <translation>报告编号</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>Contract no.</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签约人</translation>
    </message>
    <message>
        <source>Contract until</source>
        <translation>合同到期</translation>
    </message>
    <message>
        <source>Next review by</source>
        <translation>下次复评</translation>
    </message>
    <message>
        <source>Times a week</source>
        <translation>每周次数</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>复评日期</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>复评人</translation>
    </message>
    <message>
        <source>Care bed at home</source>
        <translation>家庭照护床位</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Outcome of the review</source>
        <translation>复评结果</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>入住期限</translation>
    </message>
    <message>
        <source>Kind of leave</source>
        <translation>请假类型</translation>
    </message>
    <message>
        <source>Number of the contract</source>
        <translation>协议编号</translation>
    </message>
    <message>
        <source>Signed as</source>
        <translation>签订人身份</translation>
    </message>
    <message>
        <source>Picture of the contract</source>
        <translation>协议照片</translation>
    </message>
    <message>
        <source>Part of the fees</source>
        <translation>费用项目</translation>
    </message>
    <message>
        <source>A month or a day</source>
        <translation>按月或按天</translation>
    </message>
    <message>
        <source>Kind of stay</source>
        <translation>入住类型</translation>
    </message>
    <message>
        <source>Charge of the month</source>
        <translation>当月第几次计费</translation>
    </message>
    <message>
        <source>The month comes to</source>
        <translation>当月应收</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Recovery sheet of</source>
        <translation>恢复单日期</translation>
    </message>
    <message>
        <source>Consent withdrawn to</source>
        <translation>撤回的同意事项</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Number of the withdrawal paper</source>
        <translation>撤回书编号</translation>
    </message>
    <message>
        <source>Given anew on</source>
        <translation>重新同意日期</translation>
    </message>
    <message>
        <source>Labels on</source>
        <translation>打在</translation>
    </message>
    <message>
        <source>Width of the paper (mm)</source>
        <translation>纸宽（毫米）</translation>
    </message>
    <message>
        <source>Height of the paper (mm)</source>
        <translation>纸高（毫米）</translation>
    </message>
    <message>
        <source>Width of a label (mm)</source>
        <translation>标签宽（毫米）</translation>
    </message>
    <message>
        <source>Height of a label (mm)</source>
        <translation>标签高（毫米）</translation>
    </message>
    <message>
        <source>Left of the first label (mm)</source>
        <translation>左边距（毫米）</translation>
    </message>
    <message>
        <source>Above the first label (mm)</source>
        <translation>上边距（毫米）</translation>
    </message>
    <message>
        <source>Gap between columns (mm)</source>
        <translation>左右间距（毫米）</translation>
    </message>
    <message>
        <source>Gap between rows (mm)</source>
        <translation>上下间距（毫米）</translation>
    </message>
    <message>
        <source>Kept free inside (mm)</source>
        <translation>标签内留白（毫米）</translation>
    </message>
    <message>
        <source>Columns of labels</source>
        <translation>每行几张</translation>
    </message>
    <message>
        <source>Rows of labels</source>
        <translation>共几行</translation>
    </message>
    <message>
        <source>Lines to cut along</source>
        <translation>裁剪线</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>Records shown</source>
        <translation>查看的记录数</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张或文件</translation>
    </message>
    <message>
        <source>Names of people in it</source>
        <translation>含姓名（人）</translation>
    </message>
    <message>
        <source>Whole ID numbers in it</source>
        <translation>含完整证号（个）</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>District office</source>
        <translation>区民政局</translation>
    </message>
    <message>
        <source>Code of the district</source>
        <translation>区代码</translation>
    </message>
    <message>
        <source>ID numbers in files</source>
        <translation>上报文件里的证件号码</translation>
    </message>
    <message>
        <source>Key that files are sealed to</source>
        <translation>封装上报文件的公钥</translation>
    </message>
    <message>
        <source>Key that signs receipts</source>
        <translation>签回执的公钥</translation>
    </message>
    <message>
        <source>Key of the pseudonyms</source>
        <translation>代号密钥</translation>
    </message>
    <message>
        <source>Secret that signs files</source>
        <translation>签名私钥</translation>
    </message>
    <message>
        <source>Key that signs files</source>
        <translation>签名公钥</translation>
    </message>
    <message>
        <source>Secret of the recovery sheet</source>
        <translation>恢复单私钥</translation>
    </message>
    <message>
        <source>Key of the recovery sheet</source>
        <translation>恢复单公钥</translation>
    </message>
    <message>
        <source>Digest of the file</source>
        <translation>文件的摘要</translation>
    </message>
    <message>
        <source>No. of the file</source>
        <translation>文件序号</translation>
    </message>
    <message>
        <source>Received by the district</source>
        <translation>区里接收时间</translation>
    </message>
    <message>
        <source>The receipt, word for word</source>
        <translation>回执原文</translation>
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
        <source>it has no such sheet.</source>
        <translation>没有这张工作表。</translation>
    </message>
    <message>
        <source>no line with column titles was found.</source>
        <translation>没有找到标题行。</translation>
    </message>
    <message>
        <source>it is no PDF.</source>
        <translation>不是 PDF。</translation>
    </message>
    <message>
        <source>it is no JPG, PNG or PDF.</source>
        <translation>它不是 JPG、PNG 或 PDF 文件。</translation>
    </message>
    <message>
        <source>it is larger than 20 MB. Scan it in a lower resolution.</source>
        <translation>它超过 20 MB，请用较低的分辨率重新扫描。</translation>
    </message>
    <message>
        <source>it is no workbook (xlsx, xls, et, ods, csv). Open it in Excel or WPS and save it as xlsx.</source>
        <translation>不是表格文件（xlsx、xls、et、ods、csv）。请用 Excel 或 WPS 打开，另存为 xlsx。</translation>
    </message>
    <message>
        <source>it is a saved web page. Open it in Excel or WPS and save it as xlsx.</source>
        <translation>这是保存下来的网页。请用 Excel 或 WPS 打开，另存为 xlsx。</translation>
    </message>
    <message>
        <source>it is a text document. Copy its table into a new workbook and save that as xlsx.</source>
        <translation>这是文字文档。请把里面的表格复制到新的工作簿，存为 xlsx。</translation>
    </message>
    <message>
        <source>it is a PDF. Ask for the workbook from which it was made, or type the rows in.</source>
        <translation>这是 PDF。请索要原来的表格文件，或逐行录入。</translation>
    </message>
    <message>
        <source>it is a picture. Ask for the workbook from which it was made, or type the rows in.</source>
        <translation>这是图片。请索要原来的表格文件，或逐行录入。</translation>
    </message>
    <message>
        <source>a row has more than 300 columns. Copy the columns that are needed to a new workbook.</source>
        <translation>有一行超过 300 列。请把需要的列复制到新的工作簿。</translation>
    </message>
    <message>
        <source>one cell holds more than 32 767 characters. Shorten it.</source>
        <translation>有一格超过 32767 个字。请删短。</translation>
    </message>
    <message>
        <source>the column names stand below one another, each person in a column or on a form. Turn it in Excel or WPS (copy, then paste special with “transpose”) or type one row for each person, and save it as xlsx.</source>
        <translation>列名是竖着排的，一人一列或一人一张表。请在 Excel 或 WPS 里转置（复制后选择性粘贴、勾“转置”），或改成一人一行，另存为 xlsx。</translation>
    </message>
    <message>
        <source>it is no .xlsx. Save it in Excel or WPS as .xlsx.</source>
        <translation>不是 .xlsx 文件。请用 Excel 或 WPS 另存为 .xlsx。</translation>
    </message>
    <message>
        <source>it holds macros. Save it as .xlsx, which has none.</source>
        <translation>文件带宏。请另存为不带宏的 .xlsx。</translation>
    </message>
    <message>
        <source>it takes values from other files. Break the links (Data, Edit Links) and save it anew.</source>
        <translation>文件引用了别的文件。请先断开链接（数据 → 编辑链接）再保存。</translation>
    </message>
    <message>
        <source>it holds drawn shapes, text boxes or buttons, which would be lost. Put the words into cells.</source>
        <translation>文件里有图形、文本框或按钮，填表时会丢失。请把文字写进单元格。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{title}: {word}</source>
        <translation>{title}：{word}</translation>
    </message>
</context>
<context>
    <name>FinalActs</name>
    <message>
        <source>this act</source>
        <translation>这件事</translation>
    </message>
    <message>
        <source>it left nothing to take back.</source>
        <translation>没有留下可撤销的内容。</translation>
    </message>
    <message>
        <source>new account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>month close</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>centre made</source>
        <translation>建立中心</translation>
    </message>
    <message>
        <source>photograph removed</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>account opened or closed</source>
        <translation>启用或停用账号</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>password set</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>role changed</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>whole ID number shown</source>
        <translation>查看完整证件号码</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>accounts are changed under System.</source>
        <translation>账号请在“系统”里修改。</translation>
    </message>
    <message>
        <source>a password is given anew under System.</source>
        <translation>密码请在“系统”里重新设置。</translation>
    </message>
    <message>
        <source>a backup changes no record.</source>
        <translation>备份没有改动任何记录。</translation>
    </message>
    <message>
        <source>a closed month stands as it was closed.</source>
        <translation>已月结的月份保持不变。</translation>
    </message>
    <message>
        <source>the file is written and may have left the house.</source>
        <translation>文件已经写出，可能已经交出去。</translation>
    </message>
    <message>
        <source>everything else stands on it.</source>
        <translation>其他记录都以它为准。</translation>
    </message>
    <message>
        <source>the file is gone. Take the photograph again.</source>
        <translation>照片文件已删除，请重新拍照。</translation>
    </message>
    <message>
        <source>restore the data that was set aside instead.</source>
        <translation>请改为恢复当时另存的数据。</translation>
    </message>
    <message>
        <source>change it back where it was chosen.</source>
        <translation>请在原处改回。</translation>
    </message>
    <message>
        <source>that it was seen stays on record.</source>
        <translation>查看记录要保留。</translation>
    </message>
    <message>
        <source>that somebody came in stays on record.</source>
        <translation>登录记录要保留。</translation>
    </message>
    <message>
        <source>answer to a correction</source>
        <translation>更正单的批复</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>更正单</translation>
    </message>
    <message>
        <source>what was approved is put right by a new correction.</source>
        <translation>已批准的，另开更正单更正。</translation>
    </message>
    <message>
        <source>take the act out of the correction, or withdraw it.</source>
        <translation>请从更正单里去掉这一项，或撤回更正单。</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>the encryption is taken away under System.</source>
        <translation>在“系统”中可解除加密。</translation>
    </message>
    <message>
        <source>deletion of personal data</source>
        <translation>删除个人信息</translation>
    </message>
    <message>
        <source>copy of everything about one person</source>
        <translation>个人信息副本</translation>
    </message>
    <message>
        <source>incident sheet</source>
        <translation>安全事件情况表</translation>
    </message>
    <message>
        <source>nobody knows any more what stood there.</source>
        <translation>原来的内容已无人知道。</translation>
    </message>
    <message>
        <source>it is written and may have left the house.</source>
        <translation>已经制作，可能已交出。</translation>
    </message>
    <message>
        <source>that something was lost stays on record.</source>
        <translation>丢失的记录要留存。</translation>
    </message>
    <message>
        <source>withdrawal of consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>what rested on it is gone. If it is given anew, record that under the resident.</source>
        <translation>依赖该同意的内容已清除；重新同意时请在老年人档案中登记。</translation>
    </message>
    <message>
        <source>second place for backups</source>
        <translation>第二备份位置</translation>
    </message>
    <message>
        <source>full export</source>
        <translation>全量导出</translation>
    </message>
    <message>
        <source>what a role may do</source>
        <translation>岗位权限</translation>
    </message>
    <message>
        <source>choose another place under System.</source>
        <translation>可在“系统”里另选位置。</translation>
    </message>
    <message>
        <source>say it anew under System.</source>
        <translation>可在“系统”里重新设置。</translation>
    </message>
    <message>
        <source>whole ID numbers of the log shown</source>
        <translation>查看日志中的完整证号</translation>
    </message>
    <message>
        <source>enrolment with the district</source>
        <translation>登记区民政局密钥</translation>
    </message>
    <message>
        <source>enrol with the right district under System.</source>
        <translation>请在“系统”里重新登记正确的区民政局密钥。</translation>
    </message>
    <message>
        <source>decision between two stations</source>
        <translation>冲突的决定</translation>
    </message>
    <message>
        <source>exchange with another station</source>
        <translation>与别的工位互换</translation>
    </message>
    <message>
        <source>number of a station given</source>
        <translation>增加工位</translation>
    </message>
    <message>
        <source>write into the record what holds instead.</source>
        <translation>要改，直接在记录里改成该有的内容。</translation>
    </message>
    <message>
        <source>what another station wrote stands in its log, too.</source>
        <translation>别的工位写的，它自己的日志里也有。</translation>
    </message>
    <message>
        <source>the station may have begun with it already.</source>
        <translation>新工位可能已经用它开始了。</translation>
    </message>
    <message>
        <source>receipt of the district</source>
        <translation>区里的回执</translation>
    </message>
    <message>
        <source>the district has the file, whatever is taken back here.</source>
        <translation>区里已经收到文件，这里撤销也改变不了。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Your centre</source>
        <translation>您的中心</translation>
    </message>
    <message>
        <source>Who leads it</source>
        <translation>谁负责</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>备份放在哪里</translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation>选择数据文件夹</translation>
    </message>
    <message>
        <source>This folder holds no centre. Choose the folder in which shizhu.db lies.</source>
        <translation>这个文件夹里没有中心数据。请选择 shizhu.db 所在的文件夹。</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Open an existing data folder…</source>
        <translation>打开已有的数据文件夹…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Name of the centre</source>
        <translation>中心名称</translation>
    </message>
    <message>
        <source>such as 530114</source>
        <translation>如 530114</translation>
    </message>
    <message>
        <source>Centre number</source>
        <translation>中心编号</translation>
    </message>
    <message>
        <source>Six digits, printed in every code. The district office assigns it.</source>
        <translation>六位数字，会印在每个二维码里，由区民政局分配。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>执行规划</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>such as Chenggong District</source>
        <translation>如 呈贡区</translation>
    </message>
    <message>
        <source>Director&apos;s name</source>
        <translation>主任姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>A second place, best on a stick or another disk. Each day and at each end a copy is put there. May stay empty for now.</source>
        <translation>另存一份备份的地方，最好是U盘或另一块硬盘。每天和每次退出时各存一份。现在可以先留空。</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>At least {count} characters. Left empty, nobody has to sign in on this computer.</source>
        <translation>至少 {count} 个字符。留空则本机不需要登录。</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Name, plan and district can be changed later under System; the number cannot, because every printed code carries it.</source>
        <translation>所有资料只在这台电脑里。名称、执行规划和区县以后可在“系统”里修改；编号印在每张卡和标签里，建好后不能改。</translation>
    </message>
    <message>
        <source>The password can be changed later, and more people added, under System, Accounts.</source>
        <translation>密码以后可在“系统 → 人员账号”里修改，也在那里给同事建账号。</translation>
    </message>
    <message>
        <source>It can be chosen or changed later under System, Backups.</source>
        <translation>以后可在“系统 → 备份”里选择或更换。</translation>
    </message>
    <message>
        <source>The centre is not made yet. What was typed is lost when the program ends.</source>
        <translation>中心还没有建好。现在退出，填写的内容会丢失。</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The folder for backups does not exist yet.</source>
        <translation>存放备份的文件夹还不存在。</translation>
    </message>
    <message>
        <source>Make this folder</source>
        <translation>建这个文件夹</translation>
    </message>
    <message>
        <source>First set-up</source>
        <translation>首次设置</translation>
    </message>
    <message>
        <source>the next step; at the last one make the centre</source>
        <translation>下一步；最后一步建立中心</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Record the first person</source>
        <translation>登记第一位老人</translation>
    </message>
    <message>
        <source>Take in the register</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Make accounts</source>
        <translation>建账号</translation>
    </message>
    <message>
        <source>Choose a second backup place</source>
        <translation>选第二个备份处</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>{step}: done</source>
        <translation>{step}：已完成</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>还有 {count} 步</translation>
    </message>
    <message>
        <source>Set meal prices and subsidies</source>
        <translation>定餐价和补贴</translation>
    </message>
    <message>
        <source>Scan the first meal</source>
        <translation>刷第一餐</translation>
    </message>
    <message>
        <source>Encrypt the data of this computer</source>
        <translation>加密本机数据</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>FoodLedger</name>
    <message>
        <source>Food ledger</source>
        <translation>食品台账</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>进货</translation>
    </message>
    <message>
        <source>Dishes</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>留样</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>追溯</translation>
    </message>
    <message>
        <source>Parts of the food ledger</source>
        <translation>食品台账的各部分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>the next part of the ledger; with Shift the one before</source>
        <translation>下一部分；加 Shift 是上一部分</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>the day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉与意见</translation>
    </message>
</context>
<context>
    <name>FoodPapers</name>
    <message>
        <source>The kitchen&apos;s sheets of {month}</source>
        <translation>{month}后厨每日记录</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>The menu of a week for the wall</source>
        <translation>上墙的一周菜谱</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Making the list of the trace</source>
        <translation>正在制作追溯名单</translation>
    </message>
    <message>
        <source>Making the menu</source>
        <translation>正在制作一周菜谱</translation>
    </message>
</context>
<context>
    <name>FoodSheets</name>
    <message>
        <source>One more (+)</source>
        <translation>再加一行（+）</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{sheet} of {day}</source>
        <translation>{day} {sheet}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{sheet} is on record</source>
        <translation>{sheet}已登记</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>The line is put right</source>
        <translation>这一行已改正</translation>
    </message>
    <message>
        <source>Void: {sheet} of {about}</source>
        <translation>作废：{about} 的{sheet}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The line is void</source>
        <translation>这一行已作废</translation>
    </message>
    <message>
        <source>Grams of each</source>
        <translation>每份克数</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>留样人</translation>
    </message>
    <message>
        <source>Kept where</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>Samples of {meal}: {dishes}</source>
        <translation>{meal}留样：{dishes}</translation>
    </message>
    <message>
        <source>{count} samples are on record</source>
        <translation>已登记留样 {count} 份</translation>
    </message>
    <message>
        <source>Nothing was in the store that day: write down the purchase first.</source>
        <translation>那天库存里没有食材，请先登记进货。</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>食材批次</translation>
    </message>
    <message>
        <source>Of which batches was {dish} made ({day})?</source>
        <translation>{dish}（{day}）用了哪几批食材？</translation>
    </message>
    <message>
        <source>{dish}: {count} batches</source>
        <translation>{dish}：{count} 批食材</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What was cleaned</source>
        <translation>清洁消毒对象</translation>
    </message>
    <message>
        <source>Which store</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>such as 4, or 12 DOOR OPEN</source>
        <translation>如 4，或 12 门没关严</translation>
    </message>
    <message>
        <source>empty: in order</source>
        <translation>不填：正常</translation>
    </message>
    <message>
        <source>Empty: fit to cook. Else what was found; a temperature may stand before it.</source>
        <translation>不填：健康，可以上岗。否则写情况，前面可以写体温。</translation>
    </message>
    <message>
        <source>Empty: clean and disinfected. Else what was found.</source>
        <translation>不填：已清洁消毒。否则写情况。</translation>
    </message>
    <message>
        <source>The degrees that were read; words behind a blank where they were not in order.</source>
        <translation>写读到的度数；不正常的，空格后写情况。</translation>
    </message>
    <message>
        <source>tableware</source>
        <translation>餐具</translation>
    </message>
    <message>
        <source>worktops and stoves</source>
        <translation>操作台、灶台</translation>
    </message>
    <message>
        <source>floor and dining room</source>
        <translation>地面、餐厅</translation>
    </message>
    <message>
        <source>refrigerator</source>
        <translation>冷藏柜</translation>
    </message>
    <message>
        <source>freezer</source>
        <translation>冷冻柜</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>没有登记</translation>
    </message>
    <message>
        <source>Health certificates: {cooks}.</source>
        <translation>健康证：{cooks}。</translation>
    </message>
</context>
<context>
    <name>FoodToday</name>
    <message>
        <source>Still to be done</source>
        <translation>还缺什么</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>do what is missing: everything is proposed, Ctrl+S saves it</source>
        <translation>办理所缺的一项：内容已按上次填好，Ctrl+S 保存</translation>
    </message>
    <message>
        <source>from what is missing to what was written down, and back</source>
        <translation>在“还缺什么”和“已登记”之间来回</translation>
    </message>
    <message>
        <source>put the chosen line of a sheet right</source>
        <translation>改正选中的一行台账</translation>
    </message>
    <message>
        <source>void the chosen line of a sheet</source>
        <translation>作废选中的一行台账</translation>
    </message>
    <message>
        <source>Choose a line that was written down first (F6).</source>
        <translation>请先在“已登记”里选一行（F6）。</translation>
    </message>
    <message>
        <source>Do it… (Enter)</source>
        <translation>办理…（Enter）</translation>
    </message>
    <message>
        <source>Edit the line… (F2)</source>
        <translation>修改这一行…（F2）</translation>
    </message>
    <message>
        <source>Void the line… (F12)</source>
        <translation>作废这一行…（F12）</translation>
    </message>
    <message>
        <source>Nothing is missing of this day</source>
        <translation>这一天不缺什么</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter do it   F6 what was written   Esc back</source>
        <translation>↑↓ 选择   回车 办理   F6 已登记   Esc 返回</translation>
    </message>
    <message>
        <source>No sheet of this day yet</source>
        <translation>这一天还没有台账</translation>
    </message>
    <message>
        <source>Enter, F2 edit   F12 void   F6, Esc what is missing</source>
        <translation>回车、F2 修改   F12 作废   F6、Esc 还缺什么</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>所缺</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>哪一餐、哪几道菜</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Whom or what</source>
        <translation>人员、对象</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Done about it</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>By</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>the sheets of the month on paper</source>
        <translation>打印本月的后厨记录</translation>
    </message>
    <message>
        <source>Print the month (Ctrl+P)</source>
        <translation>打印本月（Ctrl+P）</translation>
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
    <name>FormMistakes</name>
    <message>
        <source>{cell}: no figure or list is called {name}.</source>
        <translation>{cell}：没有叫“{name}”的数字或名单。</translation>
    </message>
    <message>
        <source>{cell}: {name} is a column of a list; begin the row with the list.</source>
        <translation>{cell}：“{name}”是名单的一列，请先在这一行写上名单。</translation>
    </message>
    <message>
        <source>{cell}: the row has a second list {name}.</source>
        <translation>{cell}：这一行有第二个名单“{name}”。</translation>
    </message>
    <message>
        <source>{cell}: the brackets of {name} do not close.</source>
        <translation>{cell}：“{name}”的花括号不成对。</translation>
    </message>
    <message>
        <source>{cell}: {name} stands in a formula. Give it a cell of its own, and name that cell.</source>
        <translation>{cell}：“{name}”写在公式里。请单独写一格，公式引用那一格。</translation>
    </message>
    <message>
        <source>{cell}: the row of {name} is merged with another row and cannot repeat.</source>
        <translation>{cell}：“{name}”所在的行与别的行合并了，不能重复。</translation>
    </message>
    <message>
        <source>Is {name} meant?</source>
        <translation>是不是“{name}”？</translation>
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
</context>
<context>
    <name>GradedWords</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{points} points, {grade}</source>
        <translation>{points} 分 {grade}</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>already the worst level</source>
        <translation>已是最重一级</translation>
    </message>
    <message>
        <source>one level worse</source>
        <translation>上调一级</translation>
    </message>
    <message>
        <source>{what} × {count}</source>
        <translation>{what}{count}次</translation>
    </message>
    <message>
        <source>in 30 days {events}</source>
        <translation>近30天{events}</translation>
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
    <message>
        <source>{count} closed months are as they were frozen.</source>
        <translation>{count} 个已月结月份与冻结时一致。</translation>
    </message>
    <message>
        <source>The database&apos;s own guards are those of a new store.</source>
        <translation>数据库自带的保护完好。</translation>
    </message>
    <message>
        <source>{count} pictures of certificates are missing or damaged: restore a backup.</source>
        <translation>{count} 张证件照片丢失或损坏，请从备份恢复。</translation>
    </message>
    <message>
        <source>The pictures of certificates are there.</source>
        <translation>证件照片齐全。</translation>
    </message>
    <message>
        <source>Told differently today than at the close: {moved}. See whether a correction is due.</source>
        <translation>今天与月结时不同之处：{moved}。请看是否要开更正单。</translation>
    </message>
    <message>
        <source>The last {count} closed months would say the same today.</source>
        <translation>最近 {count} 个已月结的月份，今天与月结时相同。</translation>
    </message>
    <message>
        <source>All photographs, scans and own forms are whole.</source>
        <translation>照片、扫描件和自己的表都完好。</translation>
    </message>
    <message>
        <source>Nothing has to be encrypted.</source>
        <translation>没有需要加密的副本。</translation>
    </message>
    <message>
        <source>{count} copies of before the encryption lie in clear, such as {file}: replace them under System.</source>
        <translation>还有 {count} 份加密前的副本没有加密，如“{file}”：请在“系统—加密”里替换。</translation>
    </message>
    <message>
        <source>No copy that the program knows of lies in clear.</source>
        <translation>程序知道的副本都已加密。</translation>
    </message>
    <message>
        <source>The data are not encrypted.</source>
        <translation>数据没有加密。</translation>
    </message>
    <message>
        <source>This installation cannot encrypt: sqlcipher3 is missing.</source>
        <translation>本机安装的程序不能加密：缺少 sqlcipher3。</translation>
    </message>
    <message>
        <source>Some files beside the data are not encrypted yet: sign in once.</source>
        <translation>数据旁边还有文件没有加密完：请登录一次。</translation>
    </message>
    <message>
        <source>The data are encrypted; {names} open them, or the recovery sheet of {day}.</source>
        <translation>数据已加密；能打开的有：{names}，或 {day} 的恢复单。</translation>
    </message>
    <message>
        <source>{count} writes of the change log fit together, and every record says what they say.</source>
        <translation>操作日志共 {count} 条，条条相符，每条记录也与日志一致。</translation>
    </message>
    <message>
        <source>Beside them lie {count} files that no record in force names.</source>
        <translation>旁边另有 {count} 个文件没有有效的记录提到。</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Start scanning (F9)</source>
        <translation>开始扫码就餐 (F9)</translation>
    </message>
    <message>
        <source>Visits this month</source>
        <translation>本月探访</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Meals by day</source>
        <translation>每日就餐人次</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有待处理的事。</translation>
    </message>
    <message>
        <source>Everybody on the roster was visited.</source>
        <translation>应访老人都已探访。</translation>
    </message>
    <message>
        <source>Nothing comes up this month.</source>
        <translation>本月没有提醒。</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Still to visit</source>
        <translation>待探访</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月提醒</translation>
    </message>
    <message>
        <source>{month}/{day} {weekday}</source>
        <translation>{month}月{day}日 {weekday}</translation>
    </message>
    <message>
        <source>{greeting}, {name}. {count} people are still to be visited this month.</source>
        <translation>{greeting}，{name}。本月还有 {count} 位老人待探访。</translation>
    </message>
    <message>
        <source>Not met {count}</source>
        <translation>未遇 {count} 人</translation>
    </message>
    <message>
        <source>Not yet {count}</source>
        <translation>未访 {count} 人</translation>
    </message>
    <message>
        <source>Excused {count}</source>
        <translation>免访 {count} 人</translation>
    </message>
    <message>
        <source>Late joiners {count}</source>
        <translation>新增 {count} 人</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>实访</translation>
    </message>
    <message>
        <source>{mode} {count}</source>
        <translation>{mode} {count}</translation>
    </message>
    <message>
        <source>Today {modes} · month {total}</source>
        <translation>今日 {modes} · 本月 {total}</translation>
    </message>
    <message>
        <source>{name}, {day}, {state}</source>
        <translation>{name}，{day} {state}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Tried {count}</source>
        <translation>已试 {count} 次</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应访</translation>
    </message>
    <message>
        <source>{count} unknown cards wait to be recorded</source>
        <translation>{count} 条未识别扫码待补录</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>{count} ID numbers are to be verified</source>
        <translation>{count} 人身份证号待核</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Turns {age}</source>
        <translation>满{age}岁</translation>
    </message>
    <message>
        <source>{name} on {day}, allowance</source>
        <translation>{name} {day}（高龄津贴）</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>其余 {count} 项</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>上午好</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>下午好</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>晚上好</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>{count} people reach 80, 90 or 100 this month</source>
        <translation>本月 {count} 人满 80、90、100 岁</translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation>高龄津贴</translation>
    </message>
    <message>
        <source>Nobody has to be visited this month; the register decides who.</source>
        <translation>本月没有应访老年人；应访名单由老年人档案自动得出。</translation>
    </message>
    <message>
        <source>Open the due board</source>
        <translation>打开待访看板</translation>
    </message>
    <message>
        <source>{count} visits are overdue</source>
        <translation>{count} 人探访逾期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>{count} visits look odd: put right or explain</source>
        <translation>本月探访有 {count} 条可疑记录，请更正或说明</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>{count} certificates are to be renewed</source>
        <translation>{count} 个证件要续</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>{count} times two grades of one day: {name} …</source>
        <translation>{count} 处同一天有两个能力等级：{name} …</translation>
    </message>
    <message>
        <source>Two results</source>
        <translation>两个结果</translation>
    </message>
    <message>
        <source>The first steps are put away</source>
        <translation>“开始使用”已收起</translation>
    </message>
    <message>
        <source>{count} meals were recorded without a price</source>
        <translation>本月 {count} 餐还没有定餐价</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>未定价</translation>
    </message>
    <message>
        <source>{count} people have a grade that proposes a category: {name} …</source>
        <translation>{count} 人的能力等级建议登记失能或半失能，还没有登记：{name} …</translation>
    </message>
    <message>
        <source>{count} food samples may be thrown away</source>
        <translation>{count} 份留样已满时限，可以处理</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>留样</translation>
    </message>
    <message>
        <source>{count} batches of food have expired: {name} …</source>
        <translation>{count} 批食材已过期：{name}…</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>{licence}, and {count} more licences of suppliers</source>
        <translation>{licence}，另有 {count} 张供应商证照</translation>
    </message>
    <message>
        <source>{count} complaints about the canteen wait for an answer</source>
        <translation>{count} 条对食堂的意见等待答复</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉与意见</translation>
    </message>
    <message>
        <source>{count} orders of standing services are to be made: {name} …</source>
        <translation>定期服务有 {count} 单待生成：{name}…</translation>
    </message>
    <message>
        <source>To be made</source>
        <translation>待生成</translation>
    </message>
    <message>
        <source>{count} times in day care that nobody signed out</source>
        <translation>日托有 {count} 次没有签退</translation>
    </message>
    <message>
        <source>Day care</source>
        <translation>日托</translation>
    </message>
    <message>
        <source>{count} people are to be assessed anew: {name} …</source>
        <translation>{count} 人须重新评估能力：{name}…</translation>
    </message>
    <message>
        <source>{count} care beds at home are behind the plan of last week</source>
        <translation>家庭照护床位有 {count} 户上周没有完成计划</translation>
    </message>
    <message>
        <source>{count} care beds at home are to be reviewed</source>
        <translation>家庭照护床位有 {count} 户该复评</translation>
    </message>
    <message>
        <source>{count} care beds at home of people off the register are to be ended</source>
        <translation>家庭照护床位有 {count} 户已不在册，应结束</translation>
    </message>
    <message>
        <source>Care at home</source>
        <translation>家庭照护</translation>
    </message>
    <message>
        <source>{count} free beds are waited for: {bed}, next {name}</source>
        <translation>{count} 张空床有人轮候：{bed}，轮到 {name}</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>轮候</translation>
    </message>
    <message>
        <source>{count} beds have no printed label</source>
        <translation>{count} 张床没有打印过标签</translation>
    </message>
    <message>
        <source>{count} beds are insured no longer</source>
        <translation>{count} 张床的保险已过期</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Contracts to be seen to: {counts}</source>
        <translation>协议待办：{counts}</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>No backup was restored on trial for {days} days</source>
        <translation>已有 {days} 天没有试恢复过备份</translation>
    </message>
    <message>
        <source>{month}: fees of stays are not charged yet to {count} people</source>
        <translation>{month}的住养费用还有 {count} 人没有计费</translation>
    </message>
    <message>
        <source>{count} people owe fees of before this month</source>
        <translation>有 {count} 人欠本月以前的住养费用</translation>
    </message>
    <message>
        <source>{count} people left and are to be settled with</source>
        <translation>有 {count} 人已离院、费用和押金没有结清</translation>
    </message>
    <message>
        <source>Fees of stays</source>
        <translation>住养收费</translation>
    </message>
</context>
<context>
    <name>HomeBeds</name>
    <message>
        <source>Assessed on</source>
        <translation>评估日期</translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation>评估人</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Somebody was assessed for care at home</source>
        <translation>登记家庭照护床位评估</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The assessment is on record; F6 signs</source>
        <translation>评估已登记，F6 签约</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>First review by</source>
        <translation>首次复评</translation>
    </message>
    <message>
        <source>The contract of {name}</source>
        <translation>{name} 签约</translation>
    </message>
    <message>
        <source>It is signed; F6 plans a kind of help</source>
        <translation>已签约，F6 订计划</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Times a week</source>
        <translation>每周次数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Empty: until further notice.</source>
        <translation>不填：一直有效。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>A line of the plan of {name}</source>
        <translation>{name} 的服务计划</translation>
    </message>
    <message>
        <source>It is planned</source>
        <translation>计划已登记</translation>
    </message>
    <message>
        <source>Until when is {help} planned?</source>
        <translation>{help}计划到哪一天？</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>The line ends then</source>
        <translation>这条计划到那天为止</translation>
    </message>
    <message>
        <source>Void the line {help}?</source>
        <translation>作废{help}这条计划？</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>复评日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>复评人</translation>
    </message>
    <message>
        <source>Next review by</source>
        <translation>下次复评</translation>
    </message>
    <message>
        <source>Review of {name}</source>
        <translation>{name} 复评</translation>
    </message>
    <message>
        <source>The review is on record</source>
        <translation>复评已登记</translation>
    </message>
    <message>
        <source>{name} does not sign?</source>
        <translation>{name} 不签约？</translation>
    </message>
    <message>
        <source>The care of {name} at home ends?</source>
        <translation>结束 {name} 的家庭照护？</translation>
    </message>
    <message>
        <source>It is on record</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>The care of {name} at home</source>
        <translation>{name} 的家庭照护</translation>
    </message>
    <message>
        <source>It is put right</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Void the care bed of {name}, with its plan and reviews?</source>
        <translation>作废 {name} 的家庭照护床位，连同计划和复评？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Contract no.</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签约人</translation>
    </message>
    <message>
        <source>Contract until</source>
        <translation>合同到期</translation>
    </message>
    <message>
        <source>Care beds at home</source>
        <translation>家庭照护床位</translation>
    </message>
    <message>
        <source>Plan of the week</source>
        <translation>本周计划</translation>
    </message>
    <message>
        <source>somebody was assessed for care at home</source>
        <translation>登记评估</translation>
    </message>
    <message>
        <source>the next step: sign, then plan a kind of help</source>
        <translation>下一步：签约，再订服务计划</translation>
    </message>
    <message>
        <source>the chosen line of the plan ends</source>
        <translation>选中的计划到哪天为止</translation>
    </message>
    <message>
        <source>a review, and the day of the next</source>
        <translation>复评，并定下次日期</translation>
    </message>
    <message>
        <source>only those somebody has to see to, or all</source>
        <translation>只看待处理的，或看全部</translation>
    </message>
    <message>
        <source>the chosen one ends, or was not signed</source>
        <translation>结束，或未签约</translation>
    </message>
    <message>
        <source>put the chosen one right</source>
        <translation>更正选中的</translation>
    </message>
    <message>
        <source>void the chosen one</source>
        <translation>作废选中的</translation>
    </message>
    <message>
        <source>void the chosen line of the plan</source>
        <translation>作废选中的计划</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>the week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>the list on paper</source>
        <translation>打印名单</translation>
    </message>
    <message>
        <source>{held} contracts hold · {to_do} to be seen to</source>
        <translation>在签 {held} 户 · 待处理 {to_do} 户</translation>
    </message>
    <message>
        <source> (only these are shown: F9)</source>
        <translation>（只列待处理的：F9）</translation>
    </message>
    <message>
        <source>The chosen one is not at this step.</source>
        <translation>选中的这一户不在这一步。</translation>
    </message>
    <message>
        <source>Choose somebody in the list first.</source>
        <translation>先在名单里选一户。</translation>
    </message>
    <message>
        <source>Choose a line of the plan first: Enter goes there.</source>
        <translation>先选一条计划：回车进入计划。</translation>
    </message>
    <message>
        <source>Week {first} – {last}</source>
        <translation>{first} 至 {last} 这一周</translation>
    </message>
    <message>
        <source>Assessed… (Ctrl+N)</source>
        <translation>登记评估…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Sign or plan… (F6)</source>
        <translation>签约或订计划…（F6）</translation>
    </message>
    <message>
        <source>Review… (F8)</source>
        <translation>复评…（F8）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>更正…（F2）</translation>
    </message>
    <message>
        <source>End… (F10)</source>
        <translation>结束…（F10）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>Line ends… (F7)</source>
        <translation>计划到期…（F7）</translation>
    </message>
    <message>
        <source>Void the line… (Shift+F12)</source>
        <translation>作废计划…（Shift+F12）</translation>
    </message>
    <message>
        <source>To be seen to (F9)</source>
        <translation>待处理（F9）</translation>
    </message>
    <message>
        <source>Week before (F3)</source>
        <translation>上一周（F3）</translation>
    </message>
    <message>
        <source>Week after (F4)</source>
        <translation>下一周（F4）</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Ctrl+N records that somebody was assessed.</source>
        <translation>Ctrl+N 登记一次评估。</translation>
    </message>
    <message>
        <source>No care bed at home</source>
        <translation>没有家庭照护床位</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>还没有计划</translation>
    </message>
    <message>
        <source>F6 signs, then plans.</source>
        <translation>F6 先签约，再订计划。</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter plan   Esc back</source>
        <translation>↑↓ 选择   Enter 计划   Esc 返回</translation>
    </message>
    <message>
        <source>F7 ends   Esc list</source>
        <translation>F7 到期   Esc 名单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签约</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>下次复评</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>{count} behind</source>
        <translation>欠 {count} 次</translation>
    </message>
    <message>
        <source>review</source>
        <translation>该复评</translation>
    </message>
    <message>
        <source>off the register</source>
        <translation>不在册</translation>
    </message>
    <message>
        <source>Empty: as it was.</source>
        <translation>留空：照原来的。</translation>
    </message>
    <message>
        <source>The contract of {name} goes on</source>
        <translation>{name} 的协议续签</translation>
    </message>
    <message>
        <source>The contract goes on</source>
        <translation>协议已续签</translation>
    </message>
    <message>
        <source>The picture of the contract is kept</source>
        <translation>协议照片已存好</translation>
    </message>
    <message>
        <source>Plan and month of {name}</source>
        <translation>{name} 的服务计划与月度记录</translation>
    </message>
    <message>
        <source>the picture of the contract</source>
        <translation>协议照片</translation>
    </message>
    <message>
        <source>another picture; the one before is kept</source>
        <translation>换一张协议照片（原来的留着）</translation>
    </message>
    <message>
        <source>the contract goes on to a later day</source>
        <translation>续签：协议延到更晚的一天</translation>
    </message>
    <message>
        <source>plan and month of the chosen one on paper</source>
        <translation>打印选中这一户的服务计划与月度记录</translation>
    </message>
    <message>
        <source>There is no contract yet: F6 signs it.</source>
        <translation>还没有签约：按 F6 签约。</translation>
    </message>
    <message>
        <source>Renew… (Shift+F6)</source>
        <translation>续签…（Shift+F6）</translation>
    </message>
    <message>
        <source>Picture of the contract… (Ctrl+F3)</source>
        <translation>协议照片…（Ctrl+F3）</translation>
    </message>
    <message>
        <source>Plan and month on paper (Ctrl+Shift+P)</source>
        <translation>打印计划与月度记录（Ctrl+Shift+P）</translation>
    </message>
</context>
<context>
    <name>Honesty</name>
    <message>
        <source>{name} typed {count} visits in {minutes} minutes from {at} on.</source>
        <translation>{name} 自 {at} 起 {minutes} 分钟内录入了 {count} 次探访。</translation>
    </message>
    <message>
        <source>The same words stand with {count} people: “{words}”.</source>
        <translation>{count} 个人的探访写了同样的文字：“{words}”。</translation>
    </message>
    <message>
        <source>{names}: reached on {day}, but dead since {since}.</source>
        <translation>{names}：{day} 记为见到本人，但已于 {since} 去世。</translation>
    </message>
    <message>
        <source>{names}: seen at home on {day}, but in hospital that day.</source>
        <translation>{names}：{day} 记为上门见到，但当天在住院。</translation>
    </message>
    <message>
        <source>{names}: reached on {day}, but not on register that day.</source>
        <translation>{names}：{day} 记为见到本人，但当天不在册。</translation>
    </message>
    <message>
        <source>{names}: a call on {day} says that the person was seen.</source>
        <translation>{names}：{day} 是电话探访，却写着见到了本人。</translation>
    </message>
    <message>
        <source>100 % only by {count} of {total} people typed from {from} on.</source>
        <translation>{from} 以后才补录了 {total} 人中的 {count} 人，探访率因此到 100%。</translation>
    </message>
    <message>
        <source>Attach the signed route sheet, or say where these visits come from.</source>
        <translation>请附上签过字的路线单照片，或说明这些探访从何而来。</translation>
    </message>
    <message>
        <source>Put in each visit what was really seen there.</source>
        <translation>请把每次探访实际看到的情况写进去。</translation>
    </message>
    <message>
        <source>Correct the date of death or the day of the visit, or void the visit.</source>
        <translation>请更正去世日期或探访日期，或将这次探访作废。</translation>
    </message>
    <message>
        <source>Correct the leave or the visit: was it a visit in hospital?</source>
        <translation>请更正请假记录或这次探访：是到医院看望的吗？</translation>
    </message>
    <message>
        <source>Correct the register or the day of the visit, or void the visit.</source>
        <translation>请更正在册状态或探访日期，或将这次探访作废。</translation>
    </message>
    <message>
        <source>Was it a door visit? Correct the method, or say that they spoke.</source>
        <translation>是上门探访吗？请更正探访方式，或改为通话到本人。</translation>
    </message>
    <message>
        <source>Correct the time or the visitor of one of the two.</source>
        <translation>请更正其中一次的时间或探访人。</translation>
    </message>
    <message>
        <source>Attach the signed sheets, or say why they were typed so late.</source>
        <translation>请附上签过字的单子，或说明为什么这么晚才录入。</translation>
    </message>
    <message>
        <source>{visitor} was in two places on {day}: {one} and {other} ({names}).</source>
        <translation>{visitor} {day} 同时在两处：{one} 与 {other}（{names}）。</translation>
    </message>
    <message>
        <source>{visitor}: {count} visits on {day} say no time of day.</source>
        <translation>{visitor} 在 {day} 有 {count} 次探访没有填时间。</translation>
    </message>
    <message>
        <source>Fill in the times, or attach the signed route sheet.</source>
        <translation>补填时间，或附上签字的路线单。</translation>
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
        <source>Characters {position} and {next} are probably swapped: {was} should be {becomes}.</source>
        <translation>第{position}位和第{next}位可能颠倒了：{was}应为{becomes}。</translation>
    </message>
    <message>
        <source>Character {position} is probably wrong: {was} should be {becomes}.</source>
        <translation>第{position}位可能有误：{was}应为{becomes}。</translation>
    </message>
    <message>
        <source>Making them searchable</source>
        <translation>正在建立查找索引</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>正在撤回导入</translation>
    </message>
    <message>
        <source>{count} others would fit too.</source>
        <translation>另有 {count} 种改法也对得上。</translation>
    </message>
</context>
<context>
    <name>ImportKeys</name>
    <message>
        <source>the next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>choose a file, in the first step</source>
        <translation>选择文件（第一步）</translation>
    </message>
    <message>
        <source>check the rows again</source>
        <translation>重新核对各行</translation>
    </message>
    <message>
        <source>take the ID number that was probably meant</source>
        <translation>采用推测的证件号码</translation>
    </message>
    <message>
        <source>read lines copied from a spreadsheet, in the first step</source>
        <translation>第一步：读从表格复制的几行</translation>
    </message>
    <message>
        <source>an unknown worker is somebody of the list</source>
        <translation>名单外的服务人员：是名单里的某人</translation>
    </message>
    <message>
        <source>an unknown worker is somebody new, who is registered</source>
        <translation>名单外的服务人员：登记为新人员</translation>
    </message>
    <message>
        <source>services of an unknown worker come in without one</source>
        <translation>名单外的服务人员：这些服务不填服务人员</translation>
    </message>
    <message>
        <source>the next unknown worker</source>
        <translation>下一个名单外的服务人员</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Listing the rows</source>
        <translation>正在整理各行</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Brings up to date</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Number rewritten</source>
        <translation>号码已整理</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>可导入</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>by its heading</source>
        <translation>按表头</translation>
    </message>
    <message>
        <source>in place of another</source>
        <translation>代用列</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>手工指定</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>记住的对照</translation>
    </message>
    <message>
        <source>a day of the month</source>
        <translation>当月某日</translation>
    </message>
    <message>
        <source>1 File</source>
        <translation>1 选文件</translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation>2 对列</translation>
    </message>
    <message>
        <source>3 Check</source>
        <translation>3 核对</translation>
    </message>
    <message>
        <source>4 Done</source>
        <translation>4 完成</translation>
    </message>
    <message>
        <source>Bring residents on record up to date</source>
        <translation>更新已登记的老年人</translation>
    </message>
    <message>
        <source>keep their categories</source>
        <translation>类别只增不减</translation>
    </message>
    <message>
        <source>end those not named</source>
        <translation>类别以表为准</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>表中各行</translation>
    </message>
    <message>
        <source>Verdicts as a workbook…</source>
        <translation>核对结果存为表格…</translation>
    </message>
    <message>
        <source>Categories of residents on record</source>
        <translation>已登记老年人的类别</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter put right   Esc back</source>
        <translation>↑↓ 选择   Enter 改这一行   Esc 返回</translation>
    </message>
    <message>
        <source>No such rows</source>
        <translation>没有这样的行</translation>
    </message>
    <message>
        <source>Choose another verdict above.</source>
        <translation>请在上面选择其他结论。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{verdict} {count}</source>
        <translation>{verdict} {count}</translation>
    </message>
    <message>
        <source>Changed since the check; check again with F5.</source>
        <translation>有改动，请重新核对（F5）。</translation>
    </message>
    <message>
        <source>{count} put right by hand</source>
        <translation>已改{count}处</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>Changes: {fields}</source>
        <translation>更新：{fields}</translation>
    </message>
    <message>
        <source>Do not use it</source>
        <translation>恢复自动识别</translation>
    </message>
    <message>
        <source>Columns of the sheet</source>
        <translation>表格各列</translation>
    </message>
    <message>
        <source>Remember this for the same headings</source>
        <translation>记住：以后遇到同样的表头照此读取</translation>
    </message>
    <message>
        <source>Headings in</source>
        <translation>表头在</translation>
    </message>
    <message>
        <source>is read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter say what it is   Esc back</source>
        <translation>↑↓ 选择   Enter 指定   Esc 返回</translation>
    </message>
    <message>
        <source>The sheet is empty</source>
        <translation>工作表是空的</translation>
    </message>
    <message>
        <source>Choose another sheet.</source>
        <translation>请选择其他工作表。</translation>
    </message>
    <message>
        <source>There is no such field. Choose one from the list.</source>
        <translation>没有这个项目，请从列表中选择。</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>选中一列</translation>
    </message>
    <message>
        <source>Column {letter} {heading}</source>
        <translation>{letter}列 {heading}</translation>
    </message>
    <message>
        <source>Sheets to read</source>
        <translation>要导入的工作表</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>the line that is found</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>no line</source>
        <translation>没有表头</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第{number}行</translation>
    </message>
    <message>
        <source>Read as it was chosen by hand for these headings before.</source>
        <translation>已按本中心上次对同样表头的指定读取。</translation>
    </message>
    <message>
        <source>Some columns were chosen by hand.</source>
        <translation>部分列由手工指定。</translation>
    </message>
    <message>
        <source>Every column that the program knows is read by its heading.</source>
        <translation>能识别的列已按表头对好。</translation>
    </message>
    <message>
        <source>No headings were found: say for each column what it holds.</source>
        <translation>没有找到表头，请逐列指定内容。</translation>
    </message>
    <message>
        <source>{count} more columns are the days of the month</source>
        <translation>另有{count}列是当月各日。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>识别方式</translation>
    </message>
    <message>
        <source>First cells</source>
        <translation>前几格</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>Take in another file</source>
        <translation>再导入一个文件</translation>
    </message>
    <message>
        <source>{file} is taken in</source>
        <translation>{file} 已导入</translation>
    </message>
    <message>
        <source>The import of {file} is taken back</source>
        <translation>{file} 的导入已撤销</translation>
    </message>
    <message>
        <source>Rows in the sheets</source>
        <translation>表中数据行</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>of these to verify</source>
        <translation>其中待核</translation>
    </message>
    <message>
        <source>of these with a number rewritten</source>
        <translation>其中号码已整理</translation>
    </message>
    <message>
        <source>brought up to date</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>with nothing new</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>not taken in for another reason</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>Titles, totals and blank lines skipped</source>
        <translation>跳过的标题、合计和空行</translation>
    </message>
    <message>
        <source>beds recorded</source>
        <translation>登记床位</translation>
    </message>
    <message>
        <source>stays recorded</source>
        <translation>登记入住</translation>
    </message>
    <message>
        <source>meals recorded</source>
        <translation>登记就餐</translation>
    </message>
    <message>
        <source>Its rows are voided; nothing else was touched.</source>
        <translation>导入的记录已作废，其他内容没有改动。</translation>
    </message>
    <message>
        <source>It can be taken back here, or later under System, Imports, as long as nothing of it was used.</source>
        <translation>可以在这里撤销，也可以以后在“系统·导入记录”中撤销，前提是导入的内容还没有被使用。</translation>
    </message>
    <message>
        <source>Rows that were not taken in: save the verdicts, put them right and take the file in again.</source>
        <translation>没有导入的行：可把核对结果存为表格，改好后再次导入。</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>导入内容</translation>
    </message>
    <message>
        <source>Choose a file… (Ctrl+O)</source>
        <translation>选择文件…（Ctrl+O）</translation>
    </message>
    <message>
        <source>Blank workbook…</source>
        <translation>空白模板…</translation>
    </message>
    <message>
        <source>The sheet does not say its month; take this one:</source>
        <translation>表中没有写月份，按此月份导入：</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>尚未选择文件</translation>
    </message>
    <message>
        <source>Neither a title nor the name of the sheet tells the month.</source>
        <translation>标题和工作表名称里都没有月份，请勾选并选定。</translation>
    </message>
    <message>
        <source>What is taken in</source>
        <translation>导入什么</translation>
    </message>
    <message>
        <source>Choose a workbook or drop it here: xlsx, xls, et, ods, or a text table (csv). Titles, totals and blank lines are skipped; nothing is written before you have looked at every row.</source>
        <translation>选择表格文件，或把文件拖到这里：xlsx、xls、et、ods 或文本表格（csv）。标题、合计和空行会跳过；核对之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>No headings were found. Say in the next step what the columns hold.</source>
        <translation>没有找到表头。请在下一步指定各列的内容。</translation>
    </message>
    <message>
        <source>Sheet {sheet}: headings in line {line}, {count} rows below</source>
        <translation>工作表“{sheet}”：表头在第{line}行，下有{count}行</translation>
    </message>
    <message>
        <source>Not ticked though alike: {sheets}</source>
        <translation>还有表头相近、没有勾选的工作表：{sheets}</translation>
    </message>
    <message>
        <source>Take a workbook in</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Choose a workbook</source>
        <translation>选择表格文件</translation>
    </message>
    <message>
        <source>Workbooks and tables (*.xlsx *.xlsm *.xls *.et *.ods *.csv *.txt);;All files (*)</source>
        <translation>表格文件 (*.xlsx *.xlsm *.xls *.et *.ods *.csv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>Taking the rows in</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>The import is taken back</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>Taking back the import</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>{count} cells and people were put right by hand and are not taken in yet.</source>
        <translation>有{count}处改动还没有导入。</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>No column holds {fields}. Choose the column below and say what it is read as.</source>
        <translation>没有找到“{fields}”这一列。请在下面选中对应的列，指定读作什么。</translation>
    </message>
    <message>
        <source>{act} (Ctrl+Enter)</source>
        <translation>{act}（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>First choose a file.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Choose the month first.</source>
        <translation>请先选定月份。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Checking writes nothing.</source>
        <translation>核对不会写入任何内容。</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>开始核对</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>Take {count} rows in</source>
        <translation>导入{count}行</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将要更新的内容</translation>
    </message>
    <message>
        <source>Put right (Enter)</source>
        <translation>改好（回车）</translation>
    </message>
    <message>
        <source>As in the sheet</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>就是此人，更新档案</translation>
    </message>
    <message>
        <source>It is somebody new</source>
        <translation>是另一个人</translation>
    </message>
    <message>
        <source>Choose a row to see why.</source>
        <translation>选中一行，查看原因。</translation>
    </message>
    <message>
        <source>Line {line} {who}</source>
        <translation>第{line}行 {who}</translation>
    </message>
    <message>
        <source>Nothing to say against this row.</source>
        <translation>此行没有问题。</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>Put a cell right</source>
        <translation>改这一行</translation>
    </message>
    <message>
        <source>Cell to put right</source>
        <translation>要改的单元格</translation>
    </message>
    <message>
        <source>What it should say</source>
        <translation>改成</translation>
    </message>
    <message>
        <source>Blank {kind}.xlsx</source>
        <translation>{kind}导入模板.xlsx</translation>
    </message>
    <message>
        <source>{file} is saved; hand it out, and take it in here when it is filled in</source>
        <translation>{file} 已保存，可以分发填写，填好后在这里导入</translation>
    </message>
    <message>
        <source>Writing the blank workbook</source>
        <translation>正在生成空白模板</translation>
    </message>
    <message>
        <source>Verdicts {file}.xlsx</source>
        <translation>{file} 核对结果.xlsx</translation>
    </message>
    <message>
        <source>{file} is saved</source>
        <translation>{file} 已保存</translation>
    </message>
    <message>
        <source>Writing the verdicts</source>
        <translation>正在生成核对结果</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>First lines of the sheet</source>
        <translation>表格前几行</translation>
    </message>
    <message>
        <source>by a heading with a word before it</source>
        <translation>列名前多一个词</translation>
    </message>
    <message>
        <source>one more contact</source>
        <translation>又一位联系人</translation>
    </message>
    <message>
        <source>This looks like {kind}, not {wanted}.</source>
        <translation>这像是“{kind}”，不是“{wanted}”。</translation>
    </message>
    <message>
        <source>Read it as {kind}</source>
        <translation>改按“{kind}”读</translation>
    </message>
    <message>
        <source>Take the number that was probably meant ({key})</source>
        <translation>采用推测的证件号码（{key}）</translation>
    </message>
    <message>
        <source>Changes hold from (empty: today)</source>
        <translation>变更自何日起（不填即今天）</translation>
    </message>
    <message>
        <source>Nothing was copied that is a table. Select the lines with their headings in the spreadsheet first.</source>
        <translation>没有复制到表格。请先在 Excel 或 WPS 里连表头一起选中几行，复制，再按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Reading the copied lines</source>
        <translation>正在读复制的内容</translation>
    </message>
    <message>
        <source>Communities that the list does not have: {texts}</source>
        <translation>名单里没有的社区：{texts}</translation>
    </message>
    <message>
        <source>Answer {count} communities…</source>
        <translation>确认 {count} 个社区…</translation>
    </message>
    <message>
        <source>{count} people have a capability grade that proposes a category not on record: the home page leads to them.</source>
        <translation>{count} 人的能力等级建议登记失能或半失能，还没有登记：首页可逐个打开。</translation>
    </message>
    <message>
        <source>Nothing is written yet. {count} rows come in as cancelled orders.</source>
        <translation>尚未写入任何内容。其中 {count} 行按已取消的服务单收进来。</translation>
    </message>
    <message>
        <source>People who work that the list does not have: {texts}</source>
        <translation>名单里没有的人员：{texts}</translation>
    </message>
    <message>
        <source>Answer {count} names…</source>
        <translation>确认 {count} 个人员…</translation>
    </message>
    <message>
        <source>Somebody of the list… (F6)</source>
        <translation>是名单里的… (F6)</translation>
    </message>
    <message>
        <source>Somebody new… (F7)</source>
        <translation>登记为新人员… (F7)</translation>
    </message>
    <message>
        <source>Without a worker (F11)</source>
        <translation>不填服务人员 (F11)</translation>
    </message>
    <message>
        <source>Next name (F2)</source>
        <translation>下一个名字 (F2)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>“{text}” in the column of workers is</source>
        <translation>服务人员“{text}”是</translation>
    </message>
    <message>
        <source>So it is</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>“{text}” is somebody new</source>
        <translation>“{text}”是新人员</translation>
    </message>
    <message>
        <source>Not answered yet: these rows stay out.</source>
        <translation>还没有回答：这几行先不导入。</translation>
    </message>
    <message>
        <source>Not answered yet: they come in with the name as it is written.</source>
        <translation>还没有回答：姓名照写的收进来，以后可在“名单外的文字”里办。</translation>
    </message>
    <message>
        <source>Answered: they come in without a worker.</source>
        <translation>已回答：这些服务不填服务人员。</translation>
    </message>
    <message>
        <source>Answered: somebody new, {role}; registered with the import.</source>
        <translation>已回答：新人员，{role}；导入时一并登记。</translation>
    </message>
    <message>
        <source>Answered: it is {name}.</source>
        <translation>已回答：就是{name}。</translation>
    </message>
    <message>
        <source>{at}/{count}  Which “{text}” was it: {likely}? {rows} rows, from line {row} on</source>
        <translation>{at}/{count}&#x3000;“{text}”同名的不止一人（{likely}），是哪一位？{rows} 行，从第 {row} 行起</translation>
    </message>
    <message>
        <source>{at}/{count}  Worker “{text}” is not in the list; perhaps {likely}? {rows} rows, from line {row} on</source>
        <translation>{at}/{count}&#x3000;服务人员“{text}”不在名单里，是不是{likely}？{rows} 行，从第 {row} 行起</translation>
    </message>
    <message>
        <source>{at}/{count}  Worker “{text}” is not in the list. {rows} rows, from line {row} on</source>
        <translation>{at}/{count}&#x3000;服务人员“{text}”不在名单里，是谁？{rows} 行，从第 {row} 行起</translation>
    </message>
    <message>
        <source>{count} people have two results of one day: say in their files which of them holds.</source>
        <translation>{count} 位老人同一天有两个结果：请在他们的档案里选以哪个为准。</translation>
    </message>
    <message>
        <source>What is said of the row</source>
        <translation>这一行的说明</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>residents</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>beds and stays</source>
        <translation>床位和入住</translation>
    </message>
    <message>
        <source>help services</source>
        <translation>十助服务</translation>
    </message>
    <message>
        <source>canteen meals</source>
        <translation>就餐</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>An import can be taken back whole as long as nothing of it was changed or used.</source>
        <translation>导入的内容没有被修改或使用时，可以整批撤销。</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>还没有导入过</translation>
    </message>
    <message>
        <source>Workbooks are taken in from the page that they belong to.</source>
        <translation>在老年人等页面按“导入”读入表格。</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤销导入…</translation>
    </message>
    <message>
        <source>Take back {what} of {file}? Its rows are voided, nothing else is touched.</source>
        <translation>撤销 {file} 导入的{what}？这批记录作废，其他不受影响。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>The import is taken back</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>Taking back the import</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>people who work here</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>ability assessments</source>
        <translation>能力评估</translation>
    </message>
</context>
<context>
    <name>IntoCorrection</name>
    <message>
        <source>Into the correction (Enter)</source>
        <translation>列入更正单（Enter）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>{month} is closed: put it right by a correction</source>
        <translation>{month}已月结，用更正单更正</translation>
    </message>
    <message>
        <source>Into the correction</source>
        <translation>列入更正单</translation>
    </message>
    <message>
        <source>It waits in the correction of {month} for a second person (Reporting to the district, F6).</source>
        <translation>已列入{month}的更正单，等第二人批准（上报，F6）。</translation>
    </message>
</context>
<context>
    <name>KeptTyping</name>
    <message>
        <source>Something typed here earlier was not saved.</source>
        <translation>上次在这里填写的内容没有保存。</translation>
    </message>
    <message>
        <source>Bring it back (Ctrl+B)</source>
        <translation>找回来（Ctrl+B）</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不要了</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Without a password and without the recovery sheet nobody can open the data, whoever wrote this program included.</source>
        <translation>密码和恢复单都没有了，谁也打不开数据，本程序的作者也打不开。</translation>
    </message>
    <message>
        <source>Encrypted data</source>
        <translation>加密的数据</translation>
    </message>
    <message>
        <source>The data are encrypted</source>
        <translation>数据已加密</translation>
    </message>
    <message>
        <source>The backup {file} is encrypted</source>
        <translation>备份“{file}”已加密</translation>
    </message>
    <message>
        <source>Recovery sheet…</source>
        <translation>用恢复单…</translation>
    </message>
    <message>
        <source>They open with the password of any of these people.</source>
        <translation>用下面任何一个人的密码都能打开。</translation>
    </message>
    <message>
        <source>Nobody knows a password any more: take the recovery sheet.</source>
        <translation>所有人都忘了密码的，用恢复单打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>用恢复单打开</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>至少 {count} 个字符。</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Group {group} is not what stands on the sheet.</source>
        <translation>第 {group} 组与恢复单上的不符。</translation>
    </message>
    <message>
        <source>{count} of 24 groups are read.</source>
        <translation>已输入 {count} 组，共 24 组。</translation>
    </message>
    <message>
        <source>24 groups</source>
        <translation>24 组数字</translation>
    </message>
    <message>
        <source>Type the groups from the paper, or scan its code.</source>
        <translation>照着纸输入，或用扫码枪扫纸上的码。</translation>
    </message>
</context>
<context>
    <name>KeyFileReasons</name>
    <message>
        <source>it is no key file.</source>
        <translation>它不是密钥文件。</translation>
    </message>
    <message>
        <source>a centre takes the key file of its district, a district those of its centres.</source>
        <translation>用错了密钥文件：中心要用区民政局的，区民政局要用各中心的。</translation>
    </message>
    <message>
        <source>it was changed on its way. Ask for it again.</source>
        <translation>传递途中被改动过，请对方重新发一份。</translation>
    </message>
    <message>
        <source>it was written by a newer version of the program.</source>
        <translation>它是由更新版本的程序写的。</translation>
    </message>
    <message>
        <source>it is larger than any key file.</source>
        <translation>它比任何密钥文件都大。</translation>
    </message>
    <message>
        <source>a value in it cannot be. Ask for it again.</source>
        <translation>里面有不可能的内容，请对方重新发一份。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>switch rooms</source>
        <translation>切换栏目</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>new record</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>open the chosen line; in a form, go on to the next field</source>
        <translation>打开选中的一行；在表单里到下一项</translation>
    </message>
    <message>
        <source>go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>save and start the next</source>
        <translation>保存并填下一条</translation>
    </message>
    <message>
        <source>today, in a date</source>
        <translation>日期填今天</translation>
    </message>
    <message>
        <source>the numbers of a picture</source>
        <translation>看图表的数字</translation>
    </message>
    <message>
        <source>scan meals</source>
        <translation>扫码就餐</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>the next part of the room; with Shift the one before</source>
        <translation>下一个分页；加 Shift 为上一个</translation>
    </message>
    <message>
        <source>take back what was just done; in a field, what was typed</source>
        <translation>撤销刚做的事；在填写处，撤销刚输入的字</translation>
    </message>
    <message>
        <source>the last ten acts, to take one of them back</source>
        <translation>最近做的十件事，可选一件撤销</translation>
    </message>
    <message>
        <source>copy the chosen lines; with Shift under their heads, with Alt one cell</source>
        <translation>复制选中的行；加 Shift 连列名，加 Alt 只复制一格</translation>
    </message>
    <message>
        <source>the menu of a line or a card, as the menu key</source>
        <translation>打开一行或一张卡片的菜单，与菜单键相同</translation>
    </message>
    <message>
        <source>take in a workbook for the list of the room</source>
        <translation>导入这一类表格（名册、服务、食堂、床位、探访）</translation>
    </message>
    <message>
        <source>back to where one was sent from, as by the list of a month close</source>
        <translation>回到转来的地方，如月结检查</translation>
    </message>
    <message>
        <source>in a form, bring back what was typed earlier and not saved</source>
        <translation>在表单里，找回上次没有保存的内容</translation>
    </message>
    <message>
        <source>lock the screen; only the own password opens it</source>
        <translation>锁屏，用自己的密码打开</translation>
    </message>
    <message>
        <source>another person signs in</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>the month before and the month after, where one is chosen</source>
        <translation>上一个月、下一个月（有月份可选的地方）</translation>
    </message>
    <message>
        <source>go on to the next field; behind the last one, press the coloured button</source>
        <translation>到下一项；最后一项之后按带颜色的按钮</translation>
    </message>
    <message>
        <source>the next field or button; with Shift the one before</source>
        <translation>下一项或下一个按钮；加 Shift 往回</translation>
    </message>
    <message>
        <source>press the button, or tick the box, that has the keyboard</source>
        <translation>按下光标所在的按钮，或勾选</translation>
    </message>
    <message>
        <source>take back what was typed in a field</source>
        <translation>撤销在一项里输入的字</translation>
    </message>
    <message>
        <source>export: the list of the room, a month&apos;s reports or file</source>
        <translation>导出：这一栏的列表，某月的报表或上报文件</translation>
    </message>
    <message>
        <source>the monthly report of the room; in a preview, print</source>
        <translation>这一栏的月报；在预览里是打印</translation>
    </message>
    <message>
        <source>urgent help that is not closed yet; Esc comes back to where one was</source>
        <translation>还没有办结的助急；在那里按 Esc 回到原来的地方</translation>
    </message>
    <message>
        <source>a page, an act or a person, found by typing</source>
        <translation>找页面、要做的事或人，打字就行</translation>
    </message>
    <message>
        <source>help: the keys here, what the manual says of it, and a search in it</source>
        <translation>帮助：这里的键、手册里讲这里的一节，还能在手册里找</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>search the manual: words or initials</source>
        <translation>在手册里找：词，或拼音首字母</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>在手册里找</translation>
    </message>
    <message>
        <source>Parts of the manual</source>
        <translation>手册目录</translation>
    </message>
    <message>
        <source>All of the manual (F2)</source>
        <translation>手册目录（F2）</translation>
    </message>
    <message>
        <source>The manual is in Chinese.</source>
        <translation>手册是中文的。</translation>
    </message>
    <message>
        <source>Keys for the wall (Ctrl+P)</source>
        <translation>按键墙贴（Ctrl+P）</translation>
    </message>
    <message>
        <source>Making the wall card</source>
        <translation>正在制作按键墙贴</translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message>
        <source>Labels to print: {count}, on {sheets} sheets of {cells}.</source>
        <translation>打印 {count} 张标签，用纸 {sheets} 张（每张 {cells} 格）。</translation>
    </message>
    <message>
        <source>Labels to print: {count}, each a page of its own ({wide}×{high} mm).</source>
        <translation>要打 {count} 张，一页一张（{wide}×{high} mm）。</translation>
    </message>
    <message>
        <source>Then label {free} of the last one is free.</source>
        <translation>打完后最后一张纸从第 {free} 格起空着。</translation>
    </message>
</context>
<context>
    <name>LabelSheets</name>
    <message>
        <source>What bed labels and cards can be printed on. For other paper take a sheet like it and put its measures right: they stand on the package.</source>
        <translation>床位标签和服务卡可以打在这些纸上。买了别的纸，选一种相近的，照着改尺寸（包装上印着）。</translation>
    </message>
    <message>
        <source>Label sheets</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>a sheet of your own</source>
        <translation>加一种自己的标签纸</translation>
    </message>
    <message>
        <source>a sheet of your own that is like the chosen one</source>
        <translation>照选中的加一种自己的标签纸</translation>
    </message>
    <message>
        <source>put the chosen sheet of your own right</source>
        <translation>更正选中的自己的标签纸</translation>
    </message>
    <message>
        <source>offer the chosen sheet of your own no more, or again</source>
        <translation>停用选中的自己的标签纸，或恢复</translation>
    </message>
    <message>
        <source>print a test page of the chosen sheet</source>
        <translation>打印选中标签纸的测试页</translation>
    </message>
    <message>
        <source>“{name}” is retired</source>
        <translation>“{name}”已停用</translation>
    </message>
    <message>
        <source>“{name}” is offered again</source>
        <translation>“{name}”已恢复</translation>
    </message>
    <message>
        <source>Print it on plain paper and lay it over a label sheet: the crosses are the labels&apos; corners.</source>
        <translation>先打在普通纸上，叠在标签纸上对着光看：小十字应落在标签的角上。</translation>
    </message>
    <message>
        <source>New… (Ctrl+N)</source>
        <translation>新增…（Ctrl+N）</translation>
    </message>
    <message>
        <source>New like this… (F7)</source>
        <translation>照这种新增…（F7）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>更正…（F2）</translation>
    </message>
    <message>
        <source>Retire (F8)</source>
        <translation>停用（F8）</translation>
    </message>
    <message>
        <source>Test page (Ctrl+T)</source>
        <translation>测试页（Ctrl+T）</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>列×行</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>retired on {day}</source>
        <translation>{day} 停用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Labels on</source>
        <translation>打在</translation>
    </message>
    <message>
        <source>Label, width (mm)</source>
        <translation>标签宽（毫米）</translation>
    </message>
    <message>
        <source>Label, height (mm)</source>
        <translation>标签高（毫米）</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>每行几张</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>共几行</translation>
    </message>
    <message>
        <source>Left margin (mm)</source>
        <translation>左边距（毫米）</translation>
    </message>
    <message>
        <source>Top margin (mm)</source>
        <translation>上边距（毫米）</translation>
    </message>
    <message>
        <source>Gap between columns (mm)</source>
        <translation>左右间距（毫米）</translation>
    </message>
    <message>
        <source>Gap between rows (mm)</source>
        <translation>上下间距（毫米）</translation>
    </message>
    <message>
        <source>Paper, width (mm)</source>
        <translation>纸宽（毫米）</translation>
    </message>
    <message>
        <source>Paper, height (mm)</source>
        <translation>纸高（毫米）</translation>
    </message>
    <message>
        <source>Kept free inside (mm)</source>
        <translation>标签内留白（毫米）</translation>
    </message>
    <message>
        <source>a thin line around each, to cut along</source>
        <translation>每张周围印细线，便于裁剪</translation>
    </message>
    <message>
        <source>{count} labels of {wide}×{high} mm, the code {code} mm wide</source>
        <translation>每张纸 {count} 个标签，每个 {wide}×{high} 毫米，码宽 {code} 毫米</translation>
    </message>
    <message>
        <source>A label sheet of your own</source>
        <translation>自己的标签纸</translation>
    </message>
    <message>
        <source>Keep the sheet</source>
        <translation>保存标签纸</translation>
    </message>
    <message>
        <source>Kept: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>choose the first free label, on the picture of the sheet</source>
        <translation>在图上选第一个空格</translation>
    </message>
    <message>
        <source>print a test page to measure the printer by</source>
        <translation>打测试页，用来量打印机偏多少</translation>
    </message>
    <message>
        <source>type in what was measured</source>
        <translation>填量出的数</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>打哪些</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Label sheet</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>1 for a fresh sheet; on a used one the first free label, row by row.</source>
        <translation>新纸填 1；用过的纸填第一个空格，从左到右逐行数。</translation>
    </message>
    <message>
        <source>First label</source>
        <translation>从第几格开始</translation>
    </message>
    <message>
        <source>what the printer prints too far left; minus for too far right</source>
        <translation>打印机偏左多少填多少；偏右填负数</translation>
    </message>
    <message>
        <source>Right by (mm)</source>
        <translation>右移（毫米）</translation>
    </message>
    <message>
        <source>Down by (mm)</source>
        <translation>下移（毫米）</translation>
    </message>
    <message>
        <source>a file (PDF), printed elsewhere</source>
        <translation>存成文件（PDF），到别处打印</translation>
    </message>
    <message>
        <source>Print bed labels</source>
        <translation>打印床位标签</translation>
    </message>
    <message>
        <source>Print resident cards</source>
        <translation>打印服务卡</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Test page (Ctrl+T)</source>
        <translation>测试页（Ctrl+T）</translation>
    </message>
    <message>
        <source>Measured… (Ctrl+M)</source>
        <translation>填量出的数…（Ctrl+M）</translation>
    </message>
    <message>
        <source>This printer is stretched as well: {wide} % across, {high} % down.</source>
        <translation>这台打印机另有缩放校正：横向 {wide}%，纵向 {high}%。</translation>
    </message>
    <message>
        <source>Bed labels</source>
        <translation>床位标签</translation>
    </message>
    <message>
        <source>Resident cards</source>
        <translation>老年人服务卡</translation>
    </message>
    <message>
        <source>{sheet}: {counted}</source>
        <translation>{sheet}：{counted}</translation>
    </message>
    <message>
        <source>Drawing labels</source>
        <translation>正在画标签</translation>
    </message>
    <message>
        <source>Test page of the printer</source>
        <translation>打印机测试页</translation>
    </message>
    <message>
        <source>Print it, measure it, then F10 again and Ctrl+M: type in what was measured.</source>
        <translation>打印出来，用直尺量，再按 F10、Ctrl+M 填进量出的数。</translation>
    </message>
    <message>
        <source>Laid for {meant}, printed on {other}: nothing is remembered of it.</source>
        <translation>是按 {meant} 排的，却打在了 {other} 上：没有记录用到第几格。</translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>Labels and insurance</source>
        <translation>标签与保险</translation>
    </message>
    <message>
        <source>label or insurance missing</source>
        <translation>缺标签或缺保险的都列出</translation>
    </message>
    <message>
        <source>only without a label</source>
        <translation>只看没有标签的</translation>
    </message>
    <message>
        <source>only not insured</source>
        <translation>只看没有投保的</translation>
    </message>
    <message>
        <source>Beds that lack something</source>
        <translation>缺标签或缺保险的床位</translation>
    </message>
    <message>
        <source>print the missing labels</source>
        <translation>打印缺的标签</translation>
    </message>
    <message>
        <source>the marked beds bear their label already</source>
        <translation>选中的床已有标签（不重打）</translation>
    </message>
    <message>
        <source>insure the marked beds</source>
        <translation>给选中的床登记保险</translation>
    </message>
    <message>
        <source>both, only labels, only insurance</source>
        <translation>都看、只看缺标签、只看缺保险</translation>
    </message>
    <message>
        <source>insured on which day</source>
        <translation>看哪一天的保险</translation>
    </message>
    <message>
        <source>the list on paper</source>
        <translation>打印这份名单</translation>
    </message>
    <message>
        <source>Every bed has its label.</source>
        <translation>每张床都有标签。</translation>
    </message>
    <message>
        <source>{count} beds bear their label</source>
        <translation>{count} 张床已有标签</translation>
    </message>
    <message>
        <source>{count} beds</source>
        <translation>{count} 张床</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Insured on which day?</source>
        <translation>看哪一天的保险？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Beds without a label or an insurance</source>
        <translation>缺标签或缺保险的床位</translation>
    </message>
    <message>
        <source>Mark beds in the list first (Ctrl+A marks all).</source>
        <translation>请先在名单里选中床位（Ctrl+A 全选）。</translation>
    </message>
    <message>
        <source>Print labels… (F10)</source>
        <translation>打印标签…（F10）</translation>
    </message>
    <message>
        <source>Label is there (F8)</source>
        <translation>已有标签（F8）</translation>
    </message>
    <message>
        <source>Insure… (F6)</source>
        <translation>登记保险…（F6）</translation>
    </message>
    <message>
        <source>Labels, insurance (F4)</source>
        <translation>标签/保险（F4）</translation>
    </message>
    <message>
        <source>Day… (F3)</source>
        <translation>日期…（F3）</translation>
    </message>
    <message>
        <source>Print the list (Ctrl+P)</source>
        <translation>打印名单（Ctrl+P）</translation>
    </message>
    <message>
        <source>No bed lacks anything</source>
        <translation>没有缺标签、缺保险的床位</translation>
    </message>
    <message>
        <source>↑↓ choose   Ctrl+A all   Enter insure   Esc back</source>
        <translation>↑↓ 选择   Ctrl+A 全选   Enter 登记保险   Esc 返回</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保险</translation>
    </message>
    <message>
        <source>Insured until</source>
        <translation>保险到期</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老人</translation>
    </message>
    <message>
        <source>{labels} without a label · {uninsured} not insured</source>
        <translation>{labels} 张没有标签 · {uninsured} 张没有保险</translation>
    </message>
    <message>
        <source>Shown: {shown}; insured on {day}.</source>
        <translation>{shown}；保险看 {day} 这一天。</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>How the reports look from now on. Months that are closed keep the look that they had.</source>
        <translation>报表从现在起的样子。已月结的月份保持原来的版式。</translation>
    </message>
    <message>
        <source>Report layouts</source>
        <translation>报表版式</translation>
    </message>
    <message>
        <source>save the layout</source>
        <translation>保存版式</translation>
    </message>
    <message>
        <source>the column further to the left</source>
        <translation>这一列往左</translation>
    </message>
    <message>
        <source>the column further to the right</source>
        <translation>这一列往右</translation>
    </message>
    <message>
        <source>the look that the program ships</source>
        <translation>恢复程序自带的版式</translation>
    </message>
    <message>
        <source>The layout of “{report}” is kept</source>
        <translation>“{report}”的版式已保存</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>小表</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>in their order, with 、 between them; at most five</source>
        <translation>按顺序写，用“、”隔开，最多五个</translation>
    </message>
    <message>
        <source>Boxes to sign</source>
        <translation>签章栏</translation>
    </message>
    <message>
        <source>Note beneath the tables</source>
        <translation>表后附注</translation>
    </message>
    <message>
        <source>Columns shown</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Columns of a table: space shows or hides, Ctrl+Up and Ctrl+Down move</source>
        <translation>小表的列：空格显示或隐藏，Ctrl+上下箭头移动</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>As shipped (F8)</source>
        <translation>恢复自带版式（F8）</translation>
    </message>
    <message>
        <source>the page larger, smaller</source>
        <translation>页面放大、缩小</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Nobody is chosen.</source>
        <translation>请先选一位老人。</translation>
    </message>
    <message>
        <source>Choose the entry first (Enter).</source>
        <translation>请先选一笔流水（回车）。</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>没有流水</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Open the line</source>
        <translation>打开这一行</translation>
    </message>
    <message>
        <source>Copy this cell</source>
        <translation>复制这一格</translation>
    </message>
    <message>
        <source>Copy the marked lines</source>
        <translation>复制选中的行</translation>
    </message>
    <message>
        <source>Copy them with the heads</source>
        <translation>连列名一起复制</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Locked</source>
        <translation>已锁屏</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>换人登录…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Locked by {name}</source>
        <translation>已锁屏：{name}</translation>
    </message>
    <message>
        <source>What was being typed is still there. Scans are not recorded while it is locked.</source>
        <translation>正在填写的内容都还在。锁屏时扫码不会记录。</translation>
    </message>
    <message>
        <source>Not recorded: the window is locked. Open it, then scan again.</source>
        <translation>没有记录：现在是锁屏。请先打开，再扫一次。</translation>
    </message>
    <message>
        <source>Work is running; it would be cancelled. Please wait until it is done.</source>
        <translation>有工作正在进行，换人会中断它。请等它完成。</translation>
    </message>
    <message>
        <source>Meals go on being recorded: scan on. Nobody is shown.</source>
        <translation>就餐照常登记，请继续刷卡。屏幕上不显示任何人。</translation>
    </message>
    <message>
        <source>open with the own password</source>
        <translation>用自己的密码打开</translation>
    </message>
    <message>
        <source>does nothing: only the password opens it</source>
        <translation>不起作用：只有密码能打开</translation>
    </message>
    <message>
        <source>What was typed in an open box could not be written down. Press it again to go on all the same.</source>
        <translation>打开的小窗里填的内容没能写到硬盘上，换人就会丢失。仍要换人请再按一次。</translation>
    </message>
</context>
<context>
    <name>LogFields</name>
    <message>
        <source>{field} {new}</source>
        <translation>{field} {new}</translation>
    </message>
    <message>
        <source>{field} {old} → {new}</source>
        <translation>{field} {old} → {new}</translation>
    </message>
</context>
<context>
    <name>LogReasons</name>
    <message>
        <source>its row was changed.</source>
        <translation>这一行被改过。</translation>
    </message>
    <message>
        <source>what it says was changed.</source>
        <translation>记录的内容被改过。</translation>
    </message>
    <message>
        <source>writes before it are gone.</source>
        <translation>它前面的记录不见了。</translation>
    </message>
    <message>
        <source>the write before it is another one.</source>
        <translation>它前面的记录被换过。</translation>
    </message>
    <message>
        <source>it points to another record than the one that it names.</source>
        <translation>它指向的不是所写的那条数据。</translation>
    </message>
    <message>
        <source>it and what came after it are gone.</source>
        <translation>这一条及其后的记录不见了。</translation>
    </message>
    <message>
        <source>the beginning of its epoch is gone or was changed.</source>
        <translation>这一时段的起点不见了或被改过。</translation>
    </message>
    <message>
        <source>a record names it, and it is not in the log.</source>
        <translation>有数据写明由它产生，日志里却没有它。</translation>
    </message>
    <message>
        <source>its record says something else now; another program changed it.</source>
        <translation>它所写的记录现在的内容不一样了，是别的程序改的。</translation>
    </message>
    <message>
        <source>it is another write than the one that a closed month froze.</source>
        <translation>它与月结时封存的那一条不是同一条。</translation>
    </message>
    <message>
        <source>it is another write than the one that a file handed in names.</source>
        <translation>它与已上报文件中写明的那一条不是同一条。</translation>
    </message>
    <message>
        <source> ({kind})</source>
        <translation>（{kind}）</translation>
    </message>
    <message>
        <source> ({kind}, record no. {row})</source>
        <translation>（{kind}第 {row} 号）</translation>
    </message>
</context>
<context>
    <name>Lunch</name>
    <message>
        <source>Canteen scanning</source>
        <translation>扫码就餐</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Scan a card</source>
        <translation>请刷卡</translation>
    </message>
    <message>
        <source>or type a name or the end of an ID number and press Enter</source>
        <translation>也可输入姓名或证号后四位，按 Enter</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤销的登记。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>临时就餐</translation>
    </message>
    <message>
        <source>Full price, no subsidy</source>
        <translation>全价，不享受补贴</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>没有登记</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>To record later</source>
        <translation>待补录</translation>
    </message>
    <message>
        <source>This meal was recorded before; it is not counted again.</source>
        <translation>这一餐已经登记过，不再计数。</translation>
    </message>
    <message>
        <source>Was here already</source>
        <translation>已经就餐</translation>
    </message>
    <message>
        <source>Please eat first; the desk records it later.</source>
        <translation>请先就餐，稍后由前台补录。</translation>
    </message>
    <message>
        <source>Unknown card</source>
        <translation>未识别的卡</translation>
    </message>
    <message>
        <source>Noted, to record later</source>
        <translation>已记下，待补录</translation>
    </message>
    <message>
        <source>to pay {paid} yuan</source>
        <translation>实付 {paid} 元</translation>
    </message>
    <message>
        <source> (subsidy {amount})</source>
        <translation>（补贴 {amount}）</translation>
    </message>
    <message>
        <source>Press the number; Esc to scan again</source>
        <translation>按数字选择，Esc 重新扫码</translation>
    </message>
    <message>
        <source>Who is it</source>
        <translation>是哪一位</translation>
    </message>
    <message>
        <source>Scan, or type a name or ID tail</source>
        <translation>扫码，或输入姓名、证号后四位</translation>
    </message>
    <message>
        <source>Scan line</source>
        <translation>扫码行</translation>
    </message>
    <message>
        <source>{meal} meal · {mode}</source>
        <translation>{meal}餐 · {mode}</translation>
    </message>
    <message>
        <source>Before: {names}</source>
        <translation>上一位：{names}</translation>
    </message>
    <message>
        <source>The last scan recorded nothing; F6 again takes back the one before.</source>
        <translation>刚才这一次没有登记；再按 F6 撤销再前一次。</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>{count} more: type the whole name or more digits.</source>
        <translation>还有 {count} 位：请打全姓名或多打几位数字。</translation>
    </message>
    <message>
        <source>{state}: no subsidy</source>
        <translation>{state}：不享受补贴</translation>
    </message>
    <message>
        <source>no price is set yet; it is listed to be priced</source>
        <translation>还没有定餐价，已列入待定价</translation>
    </message>
    <message>
        <source>Allergies: {what}</source>
        <translation>过敏：{what}</translation>
    </message>
    <message>
        <source>{age} years ({band})</source>
        <translation>{age} 岁（{band}）</translation>
    </message>
    <message>
        <source>Served first: {groups}</source>
        <translation>优先服务：{groups}</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Diet: {what}</source>
        <translation>饮食：{what}</translation>
    </message>
    <message>
        <source>Scan the card of whom they came with first, then press F8.</source>
        <translation>请先扫老人本人的卡，再按 F8 登记同来的人。</translation>
    </message>
    <message>
        <source>{name}&apos;s companion</source>
        <translation>{name} 同来的人</translation>
    </message>
    <message>
        <source>{name} + {count}</source>
        <translation>{name} + {count}</translation>
    </message>
    <message>
        <source>With company: {count}, at full price</source>
        <translation>同来 {count} 位，全价，没有补贴</translation>
    </message>
    <message>
        <source>{mode} · {occasion}: {count}</source>
        <translation>{mode} · {occasion} {count} 人</translation>
    </message>
    <message>
        <source>F1: the keys</source>
        <translation>F1 看按键</translation>
    </message>
    <message>
        <source>Rated {score} of {most}</source>
        <translation>已评{score}分（满分{most}分）</translation>
    </message>
    <message>
        <source>Scan the card of who says how it pleased first, then press Ctrl and 1 to 5.</source>
        <translation>请先扫评价人的卡，再按 Ctrl+1 至 Ctrl+5。</translation>
    </message>
    <message>
        <source>F2 eat in   F3 take away   F4 delivered   F5 meal   F6 undo last   F7 guest   F8 companion   Ctrl+1–5 rating   F1 keys   Esc leave</source>
        <translation>F2 堂食   F3 打包   F4 送餐   F5 换餐次   F6 撤销上一位   F7 临时就餐   F8 同来的人   Ctrl+1–5 评价   F1 全部按键   Esc 退出</translation>
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
    <message>
        <source>Go back (Alt+←)</source>
        <translation>返回 (Alt+←)</translation>
    </message>
    <message>
        <source>Without a password nothing can be locked: set one under System.</source>
        <translation>没有密码不能锁屏。请先在“系统 → 人员账号”里设密码。</translation>
    </message>
    <message>
        <source>Nobody has a password yet: accounts are made under System.</source>
        <translation>还没有人设密码，不用换人登录。账号在“系统 → 人员账号”里建。</translation>
    </message>
    <message>
        <source>Nobody waits for urgent help.</source>
        <translation>没有人在等助急。</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>A: paper&apos;s left edge to the first line</source>
        <translation>A 纸的左边到左竖线</translation>
    </message>
    <message>
        <source>B: from there to the second line</source>
        <translation>B 左竖线到右竖线</translation>
    </message>
    <message>
        <source>C: paper&apos;s upper edge to the first line</source>
        <translation>C 纸的上边到上横线</translation>
    </message>
    <message>
        <source>D: from there to the second line</source>
        <translation>D 上横线到下横线</translation>
    </message>
    <message>
        <source>What is measured on page 1 of the test page, in millimetres</source>
        <translation>测试页第 1 页上量出的毫米数</translation>
    </message>
    <message>
        <source>Put the printer right</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>The printer is put right. Print the test page again to see it.</source>
        <translation>已校正。可再打一张测试页看看。</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>Fields that differ</source>
        <translation>不一致的项目</translation>
    </message>
    <message>
        <source>has one</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Count the visits of one day as one</source>
        <translation>同一天的探访合为一次</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Two people (F7)</source>
        <translation>不是同一人 (F7)</translation>
    </message>
    <message>
        <source>Merge (Ctrl+S)</source>
        <translation>合并 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Keep {keep} · {other} is merged into it</source>
        <translation>保留 {keep} · 并入 {other}</translation>
    </message>
    <message>
        <source>What follows to the kept record: {rows}</source>
        <translation>随之转入保留的档案：{rows}</translation>
    </message>
    <message>
        <source>nothing but the card</source>
        <translation>只有服务卡</translation>
    </message>
    <message>
        <source>Stays that overlap ({days}): put one right in the beds room first.</source>
        <translation>入住日期重叠（{days}）：请先在床位中改正。</translation>
    </message>
    <message>
        <source>The same meal twice ({days}): one of them becomes void.</source>
        <translation>同一餐登记了两次（{days}）：其中一次作废。</translation>
    </message>
    <message>
        <source>Visits on one day ({days}): both stay, unless you tick below.</source>
        <translation>同一天都有探访（{days}）：不勾选则都保留。</translation>
    </message>
    <message>
        <source>The same twice in closed months ({days}): there it stays with the other record.</source>
        <translation>已月结月份里重复的记录（{days}）：留在另一份档案下，不动。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Why: {why}. ← → choose which one holds.</source>
        <translation>依据：{why}。按 ← → 选择以哪份为准。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Swap (F6)</source>
        <translation>换成保留另一份 (F6)</translation>
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
        <source>{month} is closed, so its records stand. Use a correction to change them.</source>
        <translation>{month}已月结，记录不能直接改。请用更正单更正。</translation>
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
        <source>The data was written by a newer version of the program. Install that version; nothing was changed.</source>
        <translation>数据是较新版本的程序写的。请安装新版本；这里没有改动任何数据。</translation>
    </message>
    <message>
        <source>The backup {file} is not whole. Use another backup; this one is kept as it is.</source>
        <translation>备份 {file} 不完整。请用另一份备份；这一份原样保留。</translation>
    </message>
    <message>
        <source>There is no backup yet. Make one under System today.</source>
        <translation>还没有备份。请今天在“系统”里做一次备份。</translation>
    </message>
    <message>
        <source>The last backup is {days} days old. Make one under System today.</source>
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
        <source>The computer reported trouble with {file}: {detail}. Nothing was lost; try again.</source>
        <translation>电脑报告 {file} 有问题：{detail}。没有丢失数据，请再试一次。</translation>
    </message>
    <message>
        <source>The folder {folder} holds other things; nothing was changed there. Choose an empty folder.</source>
        <translation>文件夹 {folder} 里有别的东西，没有改动它。请选一个空文件夹。</translation>
    </message>
    <message>
        <source>The data was restored from a backup. Make a full export once, then the monthly ones go on.</source>
        <translation>数据是从备份恢复的。请先做一次全量导出，之后照常按月导出。</translation>
    </message>
    <message>
        <source>This is the only director. Make somebody else director first.</source>
        <translation>这是唯一的主任。请先让另一位同事成为主任。</translation>
    </message>
    <message>
        <source>The person of this card is recorded as deceased. Please ask the front desk.</source>
        <translation>此卡的老人已登记去世，请到前台核对。</translation>
    </message>
    <message>
        <source>The data file {file} is damaged. Do not type any more: press “Restore from a backup…” and take the newest one; in the window the button stands under System, Backups.</source>
        <translation>数据文件 {file} 已损坏。请不要再录入：点“从备份恢复…”，选最近的备份；在窗口里，这个按钮在 系统→备份。</translation>
    </message>
    <message>
        <source>Nobody could sign in as director then. Give the director a password first, under System, Accounts.</source>
        <translation>这样就没有主任能登录了。请先在 系统→人员账号 给主任设密码。</translation>
    </message>
    <message>
        <source>Import {import_id} cannot be taken back: {reason}</source>
        <translation>第 {import_id} 次导入不能撤回：{reason}</translation>
    </message>
    <message>
        <source>{name} cannot be voided: records refer to this person. Void them or merge. {counts}</source>
        <translation>{name}不能作废：还有记录属于此人。请先作废这些记录，或改用合并。{counts}</translation>
    </message>
    <message>
        <source>The state cannot be changed like this. Please check it.</source>
        <translation>状态不能这样变更，请核对。</translation>
    </message>
    <message>
        <source>This person&apos;s state is {state} already. Nothing was changed.</source>
        <translation>此人的状态已是{state}，未作改动。</translation>
    </message>
    <message>
        <source>The state {state} is on record from a later day on. Take it back, or change the date.</source>
        <translation>已登记从更晚的日期起为{state}。请先撤回那一条，或更改日期。</translation>
    </message>
    <message>
        <source>This is the person&apos;s first state; there is nothing before it.</source>
        <translation>这是此人的第一条状态，之前没有可恢复的状态。</translation>
    </message>
    <message>
        <source>There is no register state {state}. Choose one of the list.</source>
        <translation>没有“{state}”这种在册状态，请从列表中选择。</translation>
    </message>
    <message>
        <source>These two records cannot be merged like this.</source>
        <translation>这两条记录不能这样合并。</translation>
    </message>
    <message>
        <source>Both are the same record. Choose the other one of the two.</source>
        <translation>两边是同一条记录，请选择另一条。</translation>
    </message>
    <message>
        <source>The two have beds at the same time. End or correct one of the stays, then merge.</source>
        <translation>两条记录在同一时间都有床位。请先结束或更正其中一段入住，再合并。</translation>
    </message>
    <message>
        <source>Merge {merge_id} cannot be undone: {reason}</source>
        <translation>第 {merge_id} 号合并不能撤销：{reason}</translation>
    </message>
    <message>
        <source>Only {free_mb} MB are left on the disk with {folder}. Please make room soon.</source>
        <translation>{folder} 所在磁盘只剩 {free_mb} MB。请尽快清理出空间。</translation>
    </message>
    <message>
        <source>The frozen figures of {month} were changed after the close: their hash is another than the one on the printed reports. Print and export nothing of it; restore a backup in which they are whole.</source>
        <translation>{month}月结后冻结的数字被改过，与月报上印的校验码不符。请勿打印或上报该月，改用数字完好的备份恢复。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile: {kind}. Nothing was saved. Please open it again.</source>
        <translation>这条{kind}记录刚才已被别人改过，本次没有保存。请重新打开再改。</translation>
    </message>
    <message>
        <source>Nobody disables the own account. Another director can do it under 系统, Accounts.</source>
        <translation>不能停用自己的账号。可以请另一位主任在“系统 → 账号”里办理。</translation>
    </message>
    <message>
        <source>Not taken back: {what} was recorded for this {kind} since. Take that back first.</source>
        <translation>没有撤销：这条{kind}后来又登记了{what}。请先撤销后登记的。</translation>
    </message>
    <message>
        <source>{file} lacks the columns {fields}. It looks like {looks_like}: read it so.</source>
        <translation>{file} 缺少这些列：{fields}。它像是“{looks_like}”，请按那一类导入。</translation>
    </message>
    <message>
        <source>No key takes back “{act}”: {why} Ctrl+Shift+Z lists what else was done and can be taken back.</source>
        <translation>“{act}”不能用按键撤销：{why}其他做过的事按 Ctrl+Shift+Z 查看和撤销。</translation>
    </message>
    <message>
        <source>The clock is {days} days ahead of the last record of {last}. If that is wrong, set it before you record.</source>
        <translation>电脑时间比最后一条记录（{last}）晚了 {days} 天。如果不对，请先改好时间再录入。</translation>
    </message>
    <message>
        <source>Beside {file} its .sha256 file is missing, so nothing proves the backup. Put both into one folder, or restore it by “shizhu backup restore --without-hash”.</source>
        <translation>{file} 旁边缺少 .sha256 文件，无法证明备份完整。请把两个文件放在同一文件夹，或用“shizhu backup restore --without-hash”恢复。</translation>
    </message>
    <message>
        <source>{file} is a backup of the centre {theirs}; here is the centre {ours}. Choose a backup of this centre, or restore it by “shizhu backup restore --other-centre”.</source>
        <translation>{file} 是中心 {theirs} 的备份，这里是中心 {ours}。请选本中心的备份；确实要换，用“shizhu backup restore --other-centre”恢复。</translation>
    </message>
    <message>
        <source>{month} is not over yet; it can be closed after its last day.</source>
        <translation>{month}还没有过完，月底以后才能月结。</translation>
    </message>
    <message>
        <source>This is {code}. There is nothing to open for it.</source>
        <translation>这是{code}，没有可打开的内容。</translation>
    </message>
    <message>
        <source>This is {code}. Please scan a row of the route sheet.</source>
        <translation>这是{code}，请扫路线单上的行码。</translation>
    </message>
    <message>
        <source>This is {code}. Please scan the person&apos;s own card.</source>
        <translation>这是{code}，请扫本人的服务卡。</translation>
    </message>
    <message>
        <source>This visit opened {risks} risks and {orders} orders that are still open. Say whether they stay or become void with it.</source>
        <translation>这次探访登记的 {risks} 个风险、{orders} 个订单还没办结。请说明是保留还是一并作废。</translation>
    </message>
    <message>
        <source>{month} is open. Change its records directly.</source>
        <translation>{month}尚未月结，请直接修改记录。</translation>
    </message>
    <message>
        <source>This correction cannot be approved like this.</source>
        <translation>这张更正单不能这样批准。</translation>
    </message>
    <message>
        <source>A second person has to approve it: somebody else who signs in, or the district office in writing.</source>
        <translation>须由第二人批准：请另一位同事登录批准，或凭区民政局的书面批准。</translation>
    </message>
    <message>
        <source>It holds no act yet. Add what is to be put right.</source>
        <translation>更正单里还没有事项，请先加入要更正的内容。</translation>
    </message>
    <message>
        <source>An approval in writing needs who signed it and the number of the paper.</source>
        <translation>书面批准须写明签字人和文号。</translation>
    </message>
    <message>
        <source>Several wrong passwords. Please wait {seconds} seconds, then try again.</source>
        <translation>密码连续几次不对，请等 {seconds} 秒再试。</translation>
    </message>
    <message>
        <source>There is nothing there that can be taken back. “shizhu undo --list” tells your last ten acts.</source>
        <translation>没有可撤销的操作。用 shizhu undo --list 查看最近十件事。</translation>
    </message>
    <message>
        <source>{file} cannot be filled, nothing was written. Please mend: {cells}</source>
        <translation>{file} 填不了，没有写出任何文件。请改正：{cells}</translation>
    </message>
    <message>
        <source>There is no figure {name}. The figures are: {names}.</source>
        <translation>没有“{name}”这个数字。可用的有：{names}。</translation>
    </message>
    <message>
        <source>Words are not enough here: {finding}. Please see to it first.</source>
        <translation>{finding}。只写说明不行，请先办理。</translation>
    </message>
    <message>
        <source>{month} cannot be closed yet: {finding}.</source>
        <translation>{month}还不能月结：{finding}。</translation>
    </message>
    <message>
        <source>Not done: the balance is {balance} yuan, and {wanted} yuan would be taken. Top up first, or let the director set a limit for this person.</source>
        <translation>没有办理：余额 {balance} 元，要扣 {wanted} 元。请先充值，或由主任为此人设透支限额。</translation>
    </message>
    <message>
        <source>The data folder {folder} is on a network drive, where the data may be damaged: copy it to this computer&apos;s own disk and open it there.</source>
        <translation>数据文件夹 {folder} 在网络盘上，数据容易损坏：请复制到本机硬盘上再打开。</translation>
    </message>
    <message>
        <source>This entry is taken back already; its counter-entry stands in the list.</source>
        <translation>这笔已经冲正，冲正流水就在列表里。</translation>
    </message>
    <message>
        <source>This row ({name}) stands on another kind of list: visits are recorded in the room of visits, meals that were brought in the canteen.</source>
        <translation>这一行（{name}）是另一种单子上的：探访请到“月探访”录入，送餐请到“幸福食堂”的送餐录入。</translation>
    </message>
    <message>
        <source>No price or subsidy holds on {day} or later. Set one, then print the notice.</source>
        <translation>{day} 及以后都没有餐价和补贴。先定好一条，再打印公示。</translation>
    </message>
    <message>
        <source>Not done: this meal is void and its money was given back. If it was eaten, record it again.</source>
        <translation>未办理：这一餐已作废，钱已退回。确实就餐的，请重新登记这一餐。</translation>
    </message>
    <message>
        <source>Not done: dishes name {name} ({dishes}). Take it out of them first, then void the batch.</source>
        <translation>没有作废：有 {dishes} 道菜用了{name}。请先从菜品中取下，再作废这一批次。</translation>
    </message>
    <message>
        <source>No batch is called “{text}”. Type part of its name, batch number or supplier.</source>
        <translation>没有名为“{text}”的批次。请输入品名、批号或供应商的一部分。</translation>
    </message>
    <message>
        <source>Nothing to copy from {day} on: no dish that is not there yet.</source>
        <translation>从 {day} 起没有可复制的菜品：没有计划，或都已在目标周。</translation>
    </message>
    <message>
        <source>No dish is planned from {first} to {last}. Enter the menu of that week first, or copy another one.</source>
        <translation>{first} 至 {last} 还没有安排菜品。请先填那一周的菜谱，或从别的周复制。</translation>
    </message>
    <message>
        <source>Not done: {balance} hours are left in the time bank, and {wanted} would be taken. Enter first what was served, or take fewer.</source>
        <translation>没有办理：时间银行余 {balance} 小时，要支取 {wanted} 小时。请先存入服务时长，或少支取一些。</translation>
    </message>
    <message>
        <source>There was no such table yet when {month} was closed, and a closed month is not counted anew. A correction of the month keeps one.</source>
        <translation>{month} 月结时尚无此表，已月结的月份不重新统计。做一次更正后的新版里会有。</translation>
    </message>
    <message>
        <source>This is {code}. Please scan a row of a day list or a service sheet.</source>
        <translation>这是{code}，请扫服务日程单的行码或服务单的码。</translation>
    </message>
    <message>
        <source>Nothing was saved: {count} rows have something to put right.</source>
        <translation>没有保存：{count} 行要改。</translation>
    </message>
    <message>
        <source>This person was in day care at that time of that day already. Please check the times.</source>
        <translation>这位老人那天那段时间已有日托登记，请核对到离时间。</translation>
    </message>
    <message>
        <source>The bed is out of service on some of these days already.</source>
        <translation>这些日子里有几天这张床位已经登记停用。</translation>
    </message>
    <message>
        <source>The bed is kept for somebody on some of these days.</source>
        <translation>这些日子里有几天这张床位已经预留给别人。</translation>
    </message>
    <message>
        <source>The items of the assessment add up to {total} points instead of {wanted}. Please install it anew.</source>
        <translation>能力评估指标满分合计为 {total} 分，应为 {wanted} 分。请重新安装本程序。</translation>
    </message>
    <message>
        <source>Not done: the hours of this service are in the time bank of {name}, where {balance} are left, and {wanted} would be taken back. First take back there what went out (System, Time bank, F8).</source>
        <translation>没有办：这项服务的时长已存入{name}的时间银行，那里只余 {balance} 小时，要收回 {wanted} 小时。请先在那里冲正支取的那一笔（系统 → 时间银行，F8）。</translation>
    </message>
    <message>
        <source>Not done: these are hours of a service. As long as it says so, they come in again from the list of services not yet booked (System, Time bank, F4).</source>
        <translation>没有办：这是一项服务的时长。只要服务还在，就从“待存入的服务”里重新存入（系统 → 时间银行，F4）。</translation>
    </message>
    <message>
        <source>This kind of help is planned in these days already. End that line of the plan first.</source>
        <translation>这类服务在这些日子已有计划，请先结束那一条计划。</translation>
    </message>
    <message>
        <source>{file} is encrypted. It opens with the password of somebody who has the key, or with the recovery sheet.</source>
        <translation>“{file}”已加密。请用有密钥的人的密码打开，或用恢复单打开。</translation>
    </message>
    <message>
        <source>This user of the computer may not read {file}. Let whoever made it give the right, or copy it to another folder.</source>
        <translation>这台电脑的当前用户无权读取 {file}。请让存放它的人给权限，或把它复制到别的文件夹。</translation>
    </message>
    <message>
        <source>{count} photographs or scans are missing or damaged, such as {first}. Plug in the stick with the backups and make one: what is whole there comes back.</source>
        <translation>有 {count} 个照片或扫描件丢失或损坏，例如 {first}。插上存有备份的 U 盘，再按“立即备份”：那里完好的会补回来。</translation>
    </message>
    <message>
        <source>The data are encrypted, and this installation lacks the part that opens them (sqlcipher3). Install the program anew; the data stay as they are.</source>
        <translation>数据已加密，而本机安装的程序缺少打开它的部件（sqlcipher3）。请重新安装程序；数据原样保留。</translation>
    </message>
    <message>
        <source>{file} was changed by another program: {names}. Use another backup; this one is kept as it is.</source>
        <translation>{file} 被别的程序改动过：{names}。请换一份备份；这一份原样保留。</translation>
    </message>
    <message>
        <source>Fees of stays are off. The director turns them on among the rules of counting (System).</source>
        <translation>住养收费未启用。请主任在“系统”的口径中启用。</translation>
    </message>
    <message>
        <source>Nothing to charge for {month}: it is charged already, or nobody stayed then.</source>
        <translation>{month}没有可计的费：已经计过，或当月无人在住。</translation>
    </message>
    <message>
        <source>{month} was charged what it comes to, or not at all. No difference to book.</source>
        <translation>{month}已按应收计费，或尚未计费，没有差额。</translation>
    </message>
    <message>
        <source>Not charged: no rate fits {names}. Set the rate, then charge the month.</source>
        <translation>未计费：以下没有适用的收费标准：{names}。请先定标准再计费。</translation>
    </message>
    <message>
        <source>{month} is too far ahead: the next month at most is charged beforehand.</source>
        <translation>{month}太早：最多提前计下一个月的费。</translation>
    </message>
    <message>
        <source>Not done: the deposit is {balance} yuan, and {wanted} yuan would be taken.</source>
        <translation>未办理：押金余额{balance}元，要支出{wanted}元。</translation>
    </message>
    <message>
        <source>Not done: the balance of the fees is {balance} yuan, and {wanted} yuan would be given back.</source>
        <translation>未办理：费用余额{balance}元，要退{wanted}元。</translation>
    </message>
    <message>
        <source>Not done: {owed} yuan are owed, and {wanted} yuan would be paid.</source>
        <translation>未办理：尚欠{owed}元，要抵扣{wanted}元。</translation>
    </message>
    <message>
        <source>This entry takes another one back. Enter anew what is right.</source>
        <translation>这一笔是冲正。请重新登记正确的。</translation>
    </message>
    <message>
        <source>The account of {name} was changed by another program, so nobody signs in with it. The director sets its password anew; then its role is again what the program wrote.</source>
        <translation>{name} 的账号被别的程序改动过，不能用来登录。请主任重设密码，岗位随之恢复为本程序记录的。</translation>
    </message>
    <message>
        <source>Another program changed the accounts in this data, and no director can sign in. Nobody is let in without a password; restore the newest backup in which they are whole.</source>
        <translation>数据里的账号被别的程序改动过，没有主任能登录。没有密码谁也进不来；请恢复账号完好的最近一份备份。</translation>
    </message>
    <message>
        <source>The data are encrypted already.</source>
        <translation>数据已经加密。</translation>
    </message>
    <message>
        <source>The data are not encrypted.</source>
        <translation>数据没有加密。</translation>
    </message>
    <message>
        <source>Encrypted data open with a password. Give yourself one under System, Accounts first.</source>
        <translation>加密后的数据凭密码打开。请先在“系统—账号”给自己设一个密码。</translation>
    </message>
    <message>
        <source>Group {group} is not what stands on the sheet. Look at its four digits again.</source>
        <translation>第 {group} 组与恢复单上的不符。请再核对这四位数字。</translation>
    </message>
    <message>
        <source>A recovery sheet has 24 groups of four digits; {count} digits are typed.</source>
        <translation>恢复单有 24 组、每组四位数字；现在输入了 {count} 位。</translation>
    </message>
    <message>
        <source>These groups do not belong to one sheet. Compare them with the paper.</source>
        <translation>这些数字不是同一张恢复单上的。请与纸上逐组核对。</translation>
    </message>
    <message>
        <source>This recovery sheet does not open these data: it is of another centre, or a newer sheet took its place.</source>
        <translation>这张恢复单打不开这份数据：它属于别的中心，或已被新的恢复单取代。</translation>
    </message>
    <message>
        <source>{file}, which holds the keys of the encrypted data, is damaged. Put the one that lies beside the newest backup in its place, under this name.</source>
        <translation>存放加密数据密钥的“{file}”已损坏。请把最新备份旁的那一个密钥文件改成这个名称放到原处。</translation>
    </message>
    <message>
        <source>These data are deleted already.</source>
        <translation>这些信息已经删除。</translation>
    </message>
    <message>
        <source>This person is on the register. Record that they left first; then the data can be deleted.</source>
        <translation>此人在册。请先登记离册，再删除。</translation>
    </message>
    <message>
        <source>A stay goes on. Discharge the person first.</source>
        <translation>还在入住，请先办理退住。</translation>
    </message>
    <message>
        <source>A care bed at home goes on. End it first.</source>
        <translation>家庭照护床位还在服务，请先结束。</translation>
    </message>
    <message>
        <source>A service is ordered. Record it or cancel it first.</source>
        <translation>还有未完成的服务单，请先登记或取消。</translation>
    </message>
    <message>
        <source>Money is left here. Pay it back first.</source>
        <translation>账上还有余额，请先退清。</translation>
    </message>
    <message>
        <source>A month in which this person was served is not closed yet. Close it first.</source>
        <translation>此人有服务的月份还没有结账，请先结账。</translation>
    </message>
    <message>
        <source>Not recorded: consent was withdrawn. If it is given anew, record that first (resident, Menu).</source>
        <translation>未登记：本人已撤回同意。如重新同意，请先在老年人档案的“更多”中登记。</translation>
    </message>
    <message>
        <source>Not recorded: consent to health data and assessments was withdrawn.</source>
        <translation>未登记：本人已撤回处理健康信息和能力评估的同意。</translation>
    </message>
    <message>
        <source>Not recorded: consent to emergency contacts was withdrawn.</source>
        <translation>未登记：本人已撤回登记紧急联系人的同意。</translation>
    </message>
    <message>
        <source>Not kept: consent to a photograph was withdrawn.</source>
        <translation>未保存：本人已撤回保存照片的同意。</translation>
    </message>
    <message>
        <source>This consent was withdrawn already.</source>
        <translation>该同意此前已撤回。</translation>
    </message>
    <message>
        <source>A stay goes on by its contract. Discharge the person first.</source>
        <translation>入住合同仍在履行，请先办理退住。</translation>
    </message>
    <message>
        <source>A care bed at home goes on by its contract. End it first.</source>
        <translation>家庭照护床位合同仍在履行，请先终止。</translation>
    </message>
    <message>
        <source>No consent of this person is withdrawn.</source>
        <translation>此人没有撤回的同意。</translation>
    </message>
    <message>
        <source>“{act}” cannot be set like this for {role}.</source>
        <translation>“{act}”不能这样设给{role}。</translation>
    </message>
    <message>
        <source>The director keeps every right: nobody else could give one back. “{act}” stays as it is.</source>
        <translation>主任的权限不能减少，否则没有人能再设回来。“{act}”没有改动。</translation>
    </message>
    <message>
        <source>“{act}” is never given to {role}: it opens or carries away the whole centre&apos;s data or books.</source>
        <translation>“{act}”不能给{role}：它关系到全中心的数据或账目。</translation>
    </message>
    <message>
        <source>“{act}” is everybody&apos;s, of {role} too.</source>
        <translation>“{act}”人人都可以，{role}也一样。</translation>
    </message>
    <message>
        <source>{role} looks and writes nothing, so “{act}” cannot be given. Choose another role for the account.</source>
        <translation>{role}只查看不登记，不能给“{act}”。需要登记的，请给账号换个岗位。</translation>
    </message>
    <message>
        <source>“{act}” has no own rows. Say yes or no.</source>
        <translation>“{act}”不分本人和别人，请选可以或不可以。</translation>
    </message>
    <message>
        <source>“{act}” is for {who} only; you are {role}. Please ask one of them.</source>
        <translation>“{act}”只能由{who}办理，您的岗位是{role}，请找他们办理。</translation>
    </message>
    <message>
        <source>Somebody else recorded this: the role {role} may “{act}” only with what is recorded by or assigned to you. Please ask {who}.</source>
        <translation>这条记录是别人登记的：{role}只能对本人登记或分派给本人的记录“{act}”，请找{who}办理。</translation>
    </message>
    <message>
        <source>The change log does not fit at write no. {counter} of station {station} in epoch {epoch}{where}: {detail} Keep the data folder as it is, and compare it with a backup and the printed month reports.</source>
        <translation>操作日志对不上：工位 {station}、时段 {epoch} 的第 {counter} 号记录{where}，{detail}请原样保留数据文件夹，并与备份和已打印的月报核对。</translation>
    </message>
    <message>
        <source>The database&apos;s own guards were changed: {names}. Restore an older backup in which they stand.</source>
        <translation>数据库自身的防护被改动：{names}。请恢复一份防护完好的较早备份。</translation>
    </message>
    <message>
        <source>{file} is whole, but not a backup of the data that are open: its last write is not in their change log. They were restored or replaced since. Make a backup now.</source>
        <translation>{file} 本身完好，但不是现在这份数据的备份：它的最后一条写入不在现有的操作日志里，之后数据被恢复或替换过。请立即备份。</translation>
    </message>
    <message>
        <source>{file} was restored on trial and differs from what stood here when it was made: {kind}, {there} records instead of {here}. Prove the change log, and make a backup now.</source>
        <translation>{file} 试恢复后与备份时的数据不同：{kind}有 {there} 条，应有 {here} 条。请核验操作日志，并立即备份。</translation>
    </message>
    <message>
        <source>{file} was restored on trial, and its frozen {month} is not the one that stands here. Compare both with the printed reports, and make a backup now.</source>
        <translation>{file} 试恢复后，{month} 的月结封存与现有的不同。请把两者与盖章的月报核对，并立即备份。</translation>
    </message>
    <message>
        <source>{count} of the last writes are dated after now, up to {last}: the clock was ahead when they were made. See in the change log which records these are, and put their days right.</source>
        <translation>最近的记录里有 {count} 条的时间在现在之后，最晚到 {last}：登记时电脑时间走快了。请在操作日志里查出是哪些记录，并改正日期。</translation>
    </message>
    <message>
        <source>Encrypting, or taking it away, was cut short before it took effect: the data are as they were. Begin it again under System, Encryption.</source>
        <translation>上次加密（或解除加密）在生效以前中断了：数据还是原来的样子。请在“系统—加密”里重新开始。</translation>
    </message>
    <message>
        <source>Encrypting was cut short after the data themselves: the files that were left are encrypted now ({count}).</source>
        <translation>上次加密在数据本身加密以后中断了：剩下的 {count} 个文件现在已加密。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: records can be looked at, nothing can be recorded. Take the write protection off, then start the program again.</source>
        <translation>文件夹 {folder} 不能写入：现在只能查看，不能登记。请先解除写保护，再重新打开本程序。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full: records can be looked at, nothing can be recorded. Make room, then start the program again.</source>
        <translation>{folder} 所在的磁盘满了：现在只能查看，不能登记。请先腾出空间，再重新打开本程序。</translation>
    </message>
    <message>
        <source>The key file {file} is not taken: {reason}</source>
        <translation>密钥文件 {file} 没有采用：{reason}</translation>
    </message>
    <message>
        <source>The folder {folder} is no district&apos;s folder. Make one with “shizhu district init” first.</source>
        <translation>文件夹 {folder} 不是区里的收报文件夹。请先用“shizhu district init”新建一个。</translation>
    </message>
    <message>
        <source>The folder {folder} is a district&apos;s already. Choose an empty folder.</source>
        <translation>文件夹 {folder} 已经是区里的收报文件夹了。请另选一个空文件夹。</translation>
    </message>
    <message>
        <source>{file} in the district&apos;s folder is damaged; nothing was changed. Take the folder from its last copy, or ask whoever looks after this computer.</source>
        <translation>收报文件夹里的 {file} 已损坏，没有改动任何东西。请用最近一份拷贝恢复这个文件夹，或找管电脑的人。</translation>
    </message>
    <message>
        <source>Not taken: the name has 1 to 100 characters, the number six digits. Please correct it.</source>
        <translation>没有登记：名称要有 1 到 100 个字，编号是六位数字。请改正。</translation>
    </message>
    <message>
        <source>The number {number} is that of {name}, which is enrolled with another key. Two centres never share a number: ask {other} which number it has, and by telephone whose key this is.</source>
        <translation>编号 {number} 是“{name}”的，它已用另一把密钥登记。两个中心不能共用一个编号：请问清“{other}”的编号，并打电话核对这是谁的密钥。</translation>
    </message>
    <message>
        <source>No centre of this district has the number {number}. “shizhu district status” lists them.</source>
        <translation>本区没有编号为 {number} 的中心。用“shizhu district status”可以列出各中心。</translation>
    </message>
    <message>
        <source>{file} is not taken.</source>
        <translation>{file} 没有收下。</translation>
    </message>
    <message>
        <source>{file} is of the centre {number}, which is not on this district&apos;s list: it is not taken. Enrol the centre first if it belongs here.</source>
        <translation>{file} 是中心 {number} 的，不在本区名单里，没有收下。如果它属于本区，请先登记这个中心。</translation>
    </message>
    <message>
        <source>{file} is older than what the centre {number} handed in for {period} since (file no. {known}): it is not taken. Nothing needs to be done.</source>
        <translation>{file} 比中心 {number} 后来交的 {period} 文件（第 {known} 号）旧，没有收下。不用处理。</translation>
    </message>
    <message>
        <source>{file} bears the same number as another file of the centre {number} for {period} and says something else: one of the two is not the centre&apos;s. Ask the centre to export {period} again.</source>
        <translation>{file} 与中心 {number} 的另一份 {period} 文件编号相同、内容不同，其中一份不是中心写的。请让中心重新导出 {period}。</translation>
    </message>
    <message>
        <source>{file} says that it is of the centre {number}, which signs its files, and is not signed: it is not taken. Ask the centre whether it wrote it.</source>
        <translation>{file} 自称是中心 {number} 的，但该中心的文件都有签名，这份没有，所以没有收下。请问中心是不是它写的。</translation>
    </message>
    <message>
        <source>{engine} is not installed here. Install the packages of the district office, then try again.</source>
        <translation>本机没有安装 {engine}。请先安装区级统计组件，再试一次。</translation>
    </message>
    <message>
        <source>{engine} could not count: {detail}. Nothing was changed. If the store is damaged, “shizhu district rebuild” makes it anew.</source>
        <translation>{engine} 未能统计：{detail}。没有改动任何数据。如统计库损坏，可用“shizhu district rebuild”重建。</translation>
    </message>
    <message>
        <source>Where PostgreSQL is was not said. Name it with --store postgresql://… and try again.</source>
        <translation>没有指明 PostgreSQL 的地址。请用 --store postgresql://… 写明后再试。</translation>
    </message>
    <message>
        <source>This centre is enrolled with {name} (code {code}), by another key. If files are to go to the new one from now on, say so (--instead; in the window confirm it). Nothing was changed.</source>
        <translation>本中心已登记的是{name}（代码 {code}），密钥也不同。确实要从现在起报给新的，请明确说明（命令加 --instead，窗口里确认）。现在什么都没有改。</translation>
    </message>
    <message>
        <source>This centre is enrolled with no district yet. Read in the district&apos;s key file first: System, District, or “shizhu enrol”.</source>
        <translation>本中心还没有登记区民政局密钥。请先读入区民政局的密钥文件：系统 → 上报区民政局，或命令 shizhu enrol。</translation>
    </message>
    <message>
        <source>Only station 1 writes this here: {what}. Do it there and exchange the files afterwards.</source>
        <translation>{what}只在 1 号工位登记。请到 1 号工位去做，做完再互换文件。</translation>
    </message>
    <message>
        <source>This centre has one station. Give a second one its number first: exchange give --to DIR.</source>
        <translation>本中心只有一个工位。先给第二个工位编号：exchange give --to 文件夹。</translation>
    </message>
    <message>
        <source>Stations get their number from station 1. Do this there.</source>
        <translation>工位号由 1 号工位给出，请到 1 号工位去做。</translation>
    </message>
    <message>
        <source>This centre has ten stations; there is no number for another one.</source>
        <translation>本中心已有十个工位，没有号码可给了。</translation>
    </message>
    <message>
        <source>The data are encrypted, and encrypted data cannot be shared with a second station yet.</source>
        <translation>数据已加密，加密的数据暂时不能分给第二个工位。</translation>
    </message>
    <message>
        <source>This centre has several stations, and what was deleted here would stand at the others. It cannot be done yet.</source>
        <translation>本中心有几个工位，在这里清除了，别的工位上还在，所以暂时不能清除。</translation>
    </message>
    <message>
        <source>{file} is not the file of a new station, or it was changed. Let station 1 give another one.</source>
        <translation>{file} 不是新工位的文件，或者被改动过。请 1 号工位重新给一份。</translation>
    </message>
    <message>
        <source>{file} is no exchange file of this centre, or it was changed. Nothing was taken in. Fetch it once more.</source>
        <translation>{file} 不是本中心工位的互换文件，或者被改动过；什么也没有收进来。请重新拷一份。</translation>
    </message>
    <message>
        <source>{file} was written by another version of the program. Bring both stations to the same version first.</source>
        <translation>{file} 是另一个版本的程序写的。请先把两个工位升级到同一版本。</translation>
    </message>
    <message>
        <source>{file} begins after what is known here of station {station}. Take this station&apos;s own file there first, then fetch another one.</source>
        <translation>{file} 之前还缺 {station} 号工位的记录。请先把本机的互换文件交给对方，再拷一份新的来。</translation>
    </message>
    <message>
        <source>{file} says something else of write {counter} of station {station} than stands here: a data folder was copied, or a log was changed. Nothing was taken in.</source>
        <translation>{file} 里 {station} 号工位第 {counter} 条记录与本机的不一样：有人复制了数据文件夹，或者改动了日志。什么也没有收进来。</translation>
    </message>
    <message>
        <source>Station {station} was restored twice from the same past ({first} and {second}): both went on. Find out which folder is in use. With --accept-fork both are taken in.</source>
        <translation>{station} 号工位从同一份旧数据恢复过两次（{first} 和 {second}），两边都在用。请先弄清哪个文件夹是真的；加 --accept-fork 则两边都收。</translation>
    </message>
    <message>
        <source>{file} was not taken in: a record of the kind {what} does not fit with what stands here.</source>
        <translation>{file} 没有收进来：有一条{what}与本机的记录对不上。</translation>
    </message>
    <message>
        <source>There is no open clash of this record and field. Nothing was changed.</source>
        <translation>这条记录的这一项没有待决定的冲突，什么也没有改。</translation>
    </message>
    <message>
        <source>{file} is signed by the centre {number}, whose key is not on the list: it is not taken. Enrol the centre with its key file first.</source>
        <translation>{file} 有中心 {number} 的签名，但名单上没有它的密钥，没有收下。请先用它的密钥文件登记这个中心。</translation>
    </message>
    <message>
        <source>{file} of the centre {number} has ID numbers otherwise than this district wants them: it is not taken. Let the centre enrol with this district&apos;s key file and export again.</source>
        <translation>{file}（中心 {number}）里的证件号不是本区要的样子，没有收下。请让中心用本区的密钥文件登记后重新导出。</translation>
    </message>
    <message>
        <source>{file} is no receipt of a district. Choose the file that ends with .shizhu-receipt.</source>
        <translation>{file} 不是区里的回执。请选以 .shizhu-receipt 结尾的文件。</translation>
    </message>
    <message>
        <source>{file} was changed or cut on its way, so it counts for nothing. Ask the district for it again.</source>
        <translation>{file} 在路上被改动或截断了，不能算数。请向区里再要一份。</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of the program. Bring this one up to date first.</source>
        <translation>{file} 是用更新版本的程序写的。请先升级本程序。</translation>
    </message>
    <message>
        <source>{file} is larger than any receipt. Ask the district for it again.</source>
        <translation>{file} 比任何回执都大。请向区里再要一份。</translation>
    </message>
    <message>
        <source>A value in the receipt {file} cannot be. Ask the district for it again.</source>
        <translation>回执 {file} 里有不可能的内容。请向区里再要一份。</translation>
    </message>
    <message>
        <source>{file} is of another district than the one that this centre is enrolled with. Ask whose it is, and enrol with the new district if files go there by now.</source>
        <translation>{file} 不是本中心所登记的那个区的。请问清是哪里的；如果现在报给新的区，请先登记新区的密钥。</translation>
    </message>
    <message>
        <source>{file} was not signed by the district that this centre is enrolled with: it counts for nothing. Call the district before you trust it.</source>
        <translation>{file} 不是本中心所登记的区签名的，不能算数。相信它之前，请先给区里打电话。</translation>
    </message>
    <message>
        <source>{file} is for another centre. Ask the district for the receipt of this one.</source>
        <translation>{file} 是给别的中心的。请向区里要本中心的回执。</translation>
    </message>
    <message>
        <source>This computer was restored, and the other stations may have newer records of it. Let station {stations} take in a file of here, then take theirs in. A station that is gone is given anew.</source>
        <translation>这台电脑恢复过备份，其他工位可能有它更新的记录。先让 {stations} 号工位收进本机的文件，再收进它们新写的文件。再也回不来的工位，请重新增加。</translation>
    </message>
    <message>
        <source>Parts of this program are missing ({part}). Install it again; the data are not touched by that.</source>
        <translation>程序的部分文件不见了（{part}）。请重新安装本程序，资料不受影响。</translation>
    </message>
    <message>
        <source>The backup {name} is whole, but not in the change log yet. Make room on the disk; the next backup or start puts it in.</source>
        <translation>备份 {name} 完好，但还没有记入操作日志。请腾出磁盘空间；下次备份或启动时会补记。</translation>
    </message>
    <message>
        <source>No passwords came back with the centre. Say which director goes on and with which new password: {names}. Nothing was changed.</source>
        <translation>密码没有随中心一起恢复。请指明由哪位主任继续、用什么新密码：{names}。什么也没有改动。</translation>
    </message>
    <message>
        <source>There is nothing to give back to {name} ({number}): it handed in no full file. The months it handed in are kept, and no centre is brought back from them.</source>
        <translation>没有可以还给{name}（{number}）的：它没有上报过全量文件。上报的各月照常保存，但不能用来恢复中心。</translation>
    </message>
    <message>
        <source>There is nothing to give back to {name} ({number}): its full file was written before it was enrolled, and has nothing that its recovery sheet opens.</source>
        <translation>没有可以还给{name}（{number}）的：它的全量文件是登记密钥以前写的，里面没有恢复单能打开的部分。</translation>
    </message>
</context>
<context>
    <name>MonthClose</name>
    <message>
        <source>why it may be closed all the same</source>
        <translation>说明为什么仍然可以月结</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>{month} is closed; its figures stand.</source>
        <translation>{month}已月结，数字已固定。</translation>
    </message>
    <message>
        <source>Close {month}</source>
        <translation>{month}月结</translation>
    </message>
    <message>
        <source>Records and figures of the month stand from then on; later changes need a correction.</source>
        <translation>月结后本月的记录和数字不再变动，以后要改须填更正单。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>没有未完成的事项。</translation>
    </message>
    <message>
        <source>People to visit</source>
        <translation>应访人数</translation>
    </message>
    <message>
        <source>People visited</source>
        <translation>实访人数</translation>
    </message>
    <message>
        <source>Visit rate of the month (%)</source>
        <translation>月探访率（%）</translation>
    </message>
    <message>
        <source>Services given</source>
        <translation>十助服务人次</translation>
    </message>
    <message>
        <source>Meals served</source>
        <translation>就餐人次</translation>
    </message>
    <message>
        <source>Occupancy (%)</source>
        <translation>入住率（%）</translation>
    </message>
    <message>
        <source>On register at month end</source>
        <translation>月末在册</translation>
    </message>
    <message>
        <source>Enter or a click opens the place; Alt+← comes back.</source>
        <translation>按 Enter 或单击打开所在处，Alt+← 回到月结。</translation>
    </message>
    <message>
        <source>Closing {month}: {finding}</source>
        <translation>{month}月结：{finding}</translation>
    </message>
    <message>
        <source>Close the month (Ctrl+S)</source>
        <translation>月结（Ctrl+S）</translation>
    </message>
    <message>
        <source>close the month</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>open where the chosen finding is put right</source>
        <translation>打开选中问题的处理处</translation>
    </message>
    <message>
        <source>bring back the explanation that was typed earlier</source>
        <translation>找回上次写的情况说明</translation>
    </message>
</context>
<context>
    <name>MonthPicker</name>
    <message>
        <source>Month before (Ctrl+PgUp)</source>
        <translation>上个月 (Ctrl+PgUp)</translation>
    </message>
    <message>
        <source>Month after (Ctrl+PgDn)</source>
        <translation>下个月 (Ctrl+PgDn)</translation>
    </message>
</context>
<context>
    <name>Months</name>
    <message>
        <source>{year}-{month}</source>
        <translation>{year}年{month}月</translation>
    </message>
</context>
<context>
    <name>NamedLists</name>
    <message>
        <source>No form uses this list yet: a service has one of four kinds of payer. Names can be kept here already.</source>
        <translation>目前还没有登记用到这个名单：服务登记里只选四种付费方式之一。可以先把名称登记好。</translation>
    </message>
    <message>
        <source>No form uses this list yet. Names can be kept here already.</source>
        <translation>目前还没有登记用到这个名单。可以先把名称登记好。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Also written</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>录入的文字</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Probably</source>
        <translation>可能是</translation>
    </message>
    <message>
        <source>always</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>{name} (until {day})</source>
        <translation>{name}（至{day}）</translation>
    </message>
    <message>
        <source>{name} (from {day})</source>
        <translation>{name}（{day}起）</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>用到{day}</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>stays as typed</source>
        <translation>照原样留下</translation>
    </message>
    <message>
        <source>to be answered</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>from the entries to the texts in no list, and back</source>
        <translation>名单条目与名单外的文字之间切换</translation>
    </message>
    <message>
        <source>new entry</source>
        <translation>新条目</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>merge the entry into another</source>
        <translation>并入另一条</translation>
    </message>
    <message>
        <source>offer the entry no more, or again</source>
        <translation>停用或恢复</translation>
    </message>
    <message>
        <source>the text stands for the entry beside it</source>
        <translation>并入右边可能的那一条</translation>
    </message>
    <message>
        <source>the text becomes an entry</source>
        <translation>成为新条目</translation>
    </message>
    <message>
        <source>the text stays as it is typed</source>
        <translation>照原样留下</translation>
    </message>
    <message>
        <source>New entry: {list}</source>
        <translation>新条目：{list}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>{name} is in the list</source>
        <translation>{name} 已在名单里</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>自何日起</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>{old} is called {new}</source>
        <translation>{old} 改名为 {new}</translation>
    </message>
    <message>
        <source>Merge {name} into another entry</source>
        <translation>把 {name} 并入另一条</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>{name} stands for {into} now</source>
        <translation>{name} 已并入 {into}</translation>
    </message>
    <message>
        <source>{name} is offered no more</source>
        <translation>{name} 已停用</translation>
    </message>
    <message>
        <source>{name} is offered again</source>
        <translation>{name} 已恢复</translation>
    </message>
    <message>
        <source>A text that does not stand for {name}</source>
        <translation>不归 {name} 的写法</translation>
    </message>
    <message>
        <source>Take the text away</source>
        <translation>去掉写法</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>“{text}” will be asked about again</source>
        <translation>“{text}”会重新待确认</translation>
    </message>
    <message>
        <source>{texts} stands for {names}</source>
        <translation>{texts} 已并入 {names}</translation>
    </message>
    <message>
        <source>{texts} is in the list</source>
        <translation>{texts} 已在名单里</translation>
    </message>
    <message>
        <source>{texts} stays as typed</source>
        <translation>{texts} 照原样留下</translation>
    </message>
    <message>
        <source>“{text}” stands for</source>
        <translation>“{text}”归入</translation>
    </message>
    <message>
        <source>So it is</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>{texts} is answered</source>
        <translation>{texts} 已归入</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>哪个名单</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>名单条目</translation>
    </message>
    <message>
        <source>Which part of the list</source>
        <translation>名单的哪一部分</translation>
    </message>
    <message>
        <source>Enter, F2 another name   F7 merge   F8 retire   F6 texts in no list</source>
        <translation>回车、F2 改名   F7 并入   F8 停用   F6 名单外的文字</translation>
    </message>
    <message>
        <source>Texts in no list</source>
        <translation>名单外的文字</translation>
    </message>
    <message>
        <source>1 stands for it   2 new entry   3 leave   Enter another   F6 entries</source>
        <translation>1 并入   2 新条目   3 留下   回车 归入别的   F6 名单条目</translation>
    </message>
    <message>
        <source>Take a text away…</source>
        <translation>去掉写法…</translation>
    </message>
    <message>
        <source>Merge… (F7)</source>
        <translation>并入…（F7）</translation>
    </message>
    <message>
        <source>Retire (F8)</source>
        <translation>停用（F8）</translation>
    </message>
    <message>
        <source>Rename… (F2)</source>
        <translation>改名…（F2）</translation>
    </message>
    <message>
        <source>New entry… (Ctrl+N)</source>
        <translation>新条目…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Stands for… (Enter)</source>
        <translation>归入别的…（回车）</translation>
    </message>
    <message>
        <source>Leave it (3)</source>
        <translation>留下（3）</translation>
    </message>
    <message>
        <source>New entry (2)</source>
        <translation>新条目（2）</translation>
    </message>
    <message>
        <source>Stands for it (1)</source>
        <translation>并入（1）</translation>
    </message>
    <message>
        <source>This list has no entry yet</source>
        <translation>名单里还没有条目</translation>
    </message>
    <message>
        <source>Ctrl+N adds one. Until then every text stays as it is typed.</source>
        <translation>按 Ctrl+N 添加。在此之前一切照录入的文字。</translation>
    </message>
    <message>
        <source>Every text is in the list</source>
        <translation>没有名单外的文字</translation>
    </message>
    <message>
        <source>Nothing to answer.</source>
        <translation>没有待确认的。</translation>
    </message>
    <message>
        <source>Offer again (F8)</source>
        <translation>恢复（F8）</translation>
    </message>
    <message>
        <source>Empty: since before any record.</source>
        <translation>不填：从一开始就叫这个名称。</translation>
    </message>
    <message>
        <source>Records keep what was typed; tables, filters and forms take the name from here.</source>
        <translation>档案保留录入的文字；统计表、筛选和选项用这里的名称。</translation>
    </message>
    <message>
        <source>Another name for {name}. Without a day it was written wrongly; the old spelling still stands for it.</source>
        <translation>{name} 改名。不填自何日起，表示原来写错了；旧写法仍归这一条。</translation>
    </message>
    <message>
        <source>Who works here: names and their history. Posts and certificates stand under People.</source>
        <translation>工作人员的姓名和曾用名。岗位、证件在“人员”里。</translation>
    </message>
    <message>
        <source>F6 shows the texts in use: Ctrl+A and 2 make all of them entries at once.</source>
        <translation>按 F6 看现有的文字：Ctrl+A 再按 2，一次都成为条目。</translation>
    </message>
</context>
<context>
    <name>NewCode</name>
    <message>
        <source>Replace {what}? The old code is still read, with a word that it is an old one. To print the same code again, just print it.</source>
        <translation>{what}换成新码？旧码以后仍扫得出来，会提示是旧码。只是再打一张同样的码，直接打印就行，不用换。</translation>
    </message>
    <message>
        <source>{what} has another code. Please print it now.</source>
        <translation>{what}已换新码，请现在打印。</translation>
    </message>
    <message>
        <source>Replace the code</source>
        <translation>换新码</translation>
    </message>
</context>
<context>
    <name>NewText</name>
    <message>
        <source>New in {list}: “{text}”. The list does not have it.</source>
        <translation>新{list} {text}：名单里没有。</translation>
    </message>
    <message>
        <source>“{text}” stands for {name}</source>
        <translation>{text} 已并入 {name}</translation>
    </message>
    <message>
        <source>“{text}” stands for</source>
        <translation>“{text}”归入</translation>
    </message>
    <message>
        <source>So it is</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Entry of the list</source>
        <translation>名单条目</translation>
    </message>
    <message>
        <source>“{text}” is answered</source>
        <translation>{text} 已归入</translation>
    </message>
    <message>
        <source>“{text}” stays as it is typed</source>
        <translation>{text} 照原样留下</translation>
    </message>
    <message>
        <source>Stands for…</source>
        <translation>并入别的…</translation>
    </message>
    <message>
        <source>Leave it ({key})</source>
        <translation>留下（{key}）</translation>
    </message>
    <message>
        <source>Stands for {name} ({key})</source>
        <translation>并入 {name}（{key}）</translation>
    </message>
    <message>
        <source>a new name stands for one of its list, once it was saved</source>
        <translation>保存后：新名字归到名单里的一个</translation>
    </message>
    <message>
        <source>a new name stays as it is typed, once it was saved</source>
        <translation>保存后：新名字照原样留下</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Price list since {since}, {what}: fee {fee}, subsidy {subsidy} per {unit}</source>
        <translation>价目表（{since}起）{what}：每{unit}收费{fee}元、补贴{subsidy}元</translation>
    </message>
    <message>
        <source>{line}, for {whom}</source>
        <translation>{line}，适用{whom}</translation>
    </message>
    <message>
        <source>{line}; it is reckoned once start and end are said.</source>
        <translation>{line}；填了开始和结束时间即算出金额。</translation>
    </message>
    <message>
        <source>{line}.</source>
        <translation>{line}。</translation>
    </message>
    <message>
        <source>{line}; {count} × {unit}: fee {fee}, subsidy {subsidy}.</source>
        <translation>{line}；{count} × {unit}：收费{fee}元、补贴{subsidy}元。</translation>
    </message>
    <message>
        <source>keys 1 to 9 and 0, or initials</source>
        <translation>按 1–9 和 0，或拼音首字母</translation>
    </message>
    <message>
        <source>Empty: the whole type.</source>
        <translation>不填：整个类型。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>内容说明</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>执行日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Empty: as the item is counted.</source>
        <translation>不填：按项目的计量单位。</translation>
    </message>
    <message>
        <source>Fee in yuan</source>
        <translation>收费（元）</translation>
    </message>
    <message>
        <source>Subsidy in yuan</source>
        <translation>补贴（元）</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>计价单位</translation>
    </message>
    <message>
        <source>Only for some (empty: for everybody)</source>
        <translation>只适用部分人（不填：全部人员）</translation>
    </message>
    <message>
        <source>From age</source>
        <translation>年龄从</translation>
    </message>
    <message>
        <source>Up to age</source>
        <translation>年龄到</translation>
    </message>
    <message>
        <source>Of several one is enough; age and category are both asked.</source>
        <translation>勾几类的符合一类即可；年龄和类别都填的须同时符合。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What one of the ten helps, or an item of it, is from a day on</source>
        <translation>从某天起，十助的某个类型或项目是什么</translation>
    </message>
    <message>
        <source>What a service costs from a day on</source>
        <translation>从某天起，服务收多少、补多少</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>It ends: {what}</source>
        <translation>到期：{what}</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>It holds up to {day}</source>
        <translation>执行到{day}</translation>
    </message>
    <message>
        <source>Void: {what}</source>
        <translation>作废：{what}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void; services keep what they cost</source>
        <translation>已作废；已记录的服务收费不变</translation>
    </message>
    <message>
        <source>Saved; it holds from {day} on</source>
        <translation>已保存，从{day}起执行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The last day; empty: no end.</source>
        <translation>最后一天；不填：没有截止。</translation>
    </message>
    <message>
        <source>What the ten helps are, which items belong to each, and what they cost. Nothing is overwritten: another word or fee holds from a day on, and services on record keep their item and what they cost.</source>
        <translation>十助各是什么、有哪些项目、收多少钱。改动不覆盖原来的：从某天起按新的执行，已记录的服务项目和收费不变。</translation>
    </message>
    <message>
        <source>Ten helps and fees</source>
        <translation>十助与价目</translation>
    </message>
    <message>
        <source>from the definitions to the price list, and back</source>
        <translation>在项目和价目之间切换</translation>
    </message>
    <message>
        <source>another item, or line of the price list</source>
        <translation>新定一个项目，或一条价目</translation>
    </message>
    <message>
        <source>change the chosen one from a day on</source>
        <translation>选中的从某天起改</translation>
    </message>
    <message>
        <source>end the chosen one</source>
        <translation>选中的到某天为止</translation>
    </message>
    <message>
        <source>void the chosen one</source>
        <translation>作废选中的</translation>
    </message>
    <message>
        <source>the notice for the wall: items and fees of today</source>
        <translation>打印今天的项目与价目公示</translation>
    </message>
    <message>
        <source>Writing the notice</source>
        <translation>正在写公示</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>价目</translation>
    </message>
    <message>
        <source>Items or price list</source>
        <translation>项目或价目</translation>
    </message>
    <message>
        <source>Ctrl+N sets the first one.</source>
        <translation>按 Ctrl+N 定第一条。</translation>
    </message>
    <message>
        <source>No fee is set yet</source>
        <translation>还没有定价目</translation>
    </message>
    <message>
        <source>New item… (Ctrl+N)</source>
        <translation>新项目…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Change… (F2)</source>
        <translation>修改…（F2）</translation>
    </message>
    <message>
        <source>End… (F4)</source>
        <translation>到期…（F4）</translation>
    </message>
    <message>
        <source>Void… (F8)</source>
        <translation>作废…（F8）</translation>
    </message>
    <message>
        <source>Notice… (Ctrl+P)</source>
        <translation>公示…（Ctrl+P）</translation>
    </message>
    <message>
        <source>New fee… (Ctrl+N)</source>
        <translation>新价目…（Ctrl+N）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>执行日期</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用人员</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>This is a file of another station: choose it here with F5.</source>
        <translation>这是另一个工位的文件：请在这里按 F5 选它。</translation>
    </message>
    <message>
        <source>This cannot be read: Excel and WPS workbooks, text tables (csv), sync files and receipts may be dropped here, one at a time.</source>
        <translation>这个读不了：可以拖到这里的是 Excel、WPS 表格、文本表（csv）、上报文件和回执，一次一个。</translation>
    </message>
    <message>
        <source>Something is still being done: drop the file once that is over.</source>
        <translation>还有事情没有办完，办完后再拖进来。</translation>
    </message>
</context>
<context>
    <name>OrderPaper</name>
    <message>
        <source>print the service sheet of the chosen order</source>
        <translation>打印所选订单的服务单</translation>
    </message>
    <message>
        <source>Everybody, a list each ({count})</source>
        <translation>全部，每人一份（{count} 单）</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name}（{count} 单）</translation>
    </message>
    <message>
        <source>nobody sent yet</source>
        <translation>还没派人</translation>
    </message>
    <message>
        <source>Whose list</source>
        <translation>谁的日程单</translation>
    </message>
    <message>
        <source>The day list of {day}</source>
        <translation>{day} 的服务日程单</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Making the service sheet</source>
        <translation>正在制作服务单</translation>
    </message>
    <message>
        <source>Making the day list</source>
        <translation>正在制作服务日程单</translation>
    </message>
    <message>
        <source>Day lists: print, bring back</source>
        <translation>服务日程单：打印与收回</translation>
    </message>
    <message>
        <source>Scan a row, or type a name or the last digits of its code</source>
        <translation>扫行码，或输入姓名、行码末四位</translation>
    </message>
    <message>
        <source>Scan line</source>
        <translation>扫码框</translation>
    </message>
    <message>
        <source>What was printed of the day</source>
        <translation>当日已打印的订单</translation>
    </message>
    <message>
        <source>Scan a row</source>
        <translation>请扫行码</translation>
    </message>
    <message>
        <source>take the last one back</source>
        <translation>撤回上一条</translation>
    </message>
    <message>
        <source>after a scan: done as planned</source>
        <translation>扫码后：按计划完成</translation>
    </message>
    <message>
        <source>and Enter: the score, done as planned</source>
        <translation>再回车：满意度，按计划完成</translation>
    </message>
    <message>
        <source>and Enter: from when until when, with a blank and the score</source>
        <translation>再回车：起止时间；空格后可加满意度</translation>
    </message>
    <message>
        <source>nobody at home; 9, a blank and words: cancelled, and why</source>
        <translation>0 没人在家；9 加空格和原因：取消</translation>
    </message>
    <message>
        <source>{day}: {back} of {count} are back</source>
        <translation>{day}：{count} 单中已收回 {back} 单</translation>
    </message>
    <message>
        <source>Still out: {names}</source>
        <translation>还没收回：{names}</translation>
    </message>
    <message>
        <source>No order is open for {day}.</source>
        <translation>{day} 没有未办结的订单。</translation>
    </message>
    <message>
        <source>Scan or choose an order first.</source>
        <translation>请先扫码或选中一单。</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤回：{name}</translation>
    </message>
    <message>
        <source>{count} orders are meant: type more, scan the row, or choose below.</source>
        <translation>有 {count} 单符合：请多输几个字、扫行码，或在下面选。</translation>
    </message>
    <message>
        <source>No such order was printed for this day: scan its code.</source>
        <translation>当日没有打印过这样的订单：请扫行码。</translation>
    </message>
    <message>
        <source>{name}: {type} is on record already: {state}.</source>
        <translation>{name} 的{type}已经录过：{state}。</translation>
    </message>
    <message>
        <source>{name} was not recorded: nothing was typed.</source>
        <translation>{name} 没有录入：扫码后没有按键。</translation>
    </message>
    <message>
        <source>Enter: as planned   1–5: score</source>
        <translation>回车：按计划完成   1–5：满意度</translation>
    </message>
    <message>
        <source>What the paper says goes into the same line.</source>
        <translation>纸上写的内容，也在这个框里输入。</translation>
    </message>
    <message>
        <source>Print the day list… (F3)</source>
        <translation>打印日程单… (F3)</translation>
    </message>
    <message>
        <source>After a scan: Enter done as planned; 1–5 the score; 0930-1015 the times; 0 nobody at home; 9, a blank and why it was cancelled.</source>
        <translation>扫码后：回车 按计划完成；1–5 满意度；0930-1015 起止时间；0 没人在家；9 加空格写取消原因。</translation>
    </message>
    <message>
        <source>Day of the lists</source>
        <translation>日程单日期</translation>
    </message>
    <message>
        <source>Done on another day</source>
        <translation>改在别的日期完成</translation>
    </message>
    <message>
        <source>Service sheet (Ctrl+Shift+P)</source>
        <translation>打印服务单 (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Take the last back (F6)</source>
        <translation>撤回上一条 (F6)</translation>
    </message>
    <message>
        <source>Nothing was printed of this day yet</source>
        <translation>当日还没有打印过日程单</translation>
    </message>
    <message>
        <source>F3 prints the open orders of the day, a list for each worker.</source>
        <translation>按 F3 打印当日未办结的订单，每位服务人员一份。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Cancelled: {what}, {why}</source>
        <translation>已取消：{what}，{why}</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>满意度 {score}</translation>
    </message>
    <message>
        <source>Done: {what}, {facts}</source>
        <translation>已完成：{what}，{facts}</translation>
    </message>
    <message>
        <source>print the day list of one worker or of each</source>
        <translation>打印服务日程单：一人的，或每人一份</translation>
    </message>
    <message>
        <source>Not understood: 1–5, times such as 0930-1015, 0, or 9 and a reason.</source>
        <translation>看不懂：请按 1–5、时间（如 0930-1015）、0，或 9 加原因。</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter take this one   Esc back to the scan line</source>
        <translation>↑↓ 选择   Enter 录入这一单   Esc 回到扫码框</translation>
    </message>
    <message>
        <source>Somebody else went</source>
        <translation>换了谁去</translation>
    </message>
    <message>
        <source>Still out of earlier days: {days}</source>
        <translation>以前各天还没收回：{days}</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>{who} is with {name} at that time: {type}, {day} {time}</source>
        <translation>{who}同一时间还有{name}的{type}（{day} {time}）</translation>
    </message>
    <message>
        <source>{who} has {type} at that time: {day} {time}</source>
        <translation>{who}同一时间还有{type}（{day} {time}）</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>the subsidy is above the fee, as it may be where the government pays; of own money look at it</source>
        <translation>补贴高于收费（政府购买可以高于收费，自费的请核对）</translation>
    </message>
    <message>
        <source>the package of {who} is used up this month</source>
        <translation>{who}本月的服务包已用完</translation>
    </message>
    <message>
        <source>“{who}” is not offered any more on {day}</source>
        <translation>{day} 已不再提供“{who}”</translation>
    </message>
    <message>
        <source>{who} has a delivered meal of {day} in the canteen: if it is the same one, this counts it twice</source>
        <translation>{who} {day} 在食堂已有一份送餐；如果是同一餐，这里会重复计数</translation>
    </message>
</context>
<context>
    <name>OwnForms</name>
    <message>
        <source>An .xlsx of your own with names of figures in its cells, such as {{visits.required}}, is filled with a month and keeps its look.</source>
        <translation>自己的 .xlsx 表格，格子里写上数字的名称（如 {{visits.required}}），就按月填好，版面不变。</translation>
    </message>
    <message>
        <source>Own forms</source>
        <translation>自有表格</translation>
    </message>
    <message>
        <source>a new form from a file</source>
        <translation>添加表格</translation>
    </message>
    <message>
        <source>another name for the form</source>
        <translation>表格改名</translation>
    </message>
    <message>
        <source>another file for the form</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>offer the form no more, or again</source>
        <translation>停用或恢复表格</translation>
    </message>
    <message>
        <source>fill the form with the month</source>
        <translation>按所选月份填表</translation>
    </message>
    <message>
        <source>check the names in the form</source>
        <translation>检查表格里的名称</translation>
    </message>
    <message>
        <source>save all names as a workbook to copy from</source>
        <translation>把全部名称存成 Excel 供抄用</translation>
    </message>
    <message>
        <source>Name of the form</source>
        <translation>表格名称</translation>
    </message>
    <message>
        <source>Keep {file} as a form of the centre</source>
        <translation>把 {file} 存为本中心的表格</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The form is kept</source>
        <translation>表格已保存</translation>
    </message>
    <message>
        <source>“{name}” has another file</source>
        <translation>“{name}”已换文件</translation>
    </message>
    <message>
        <source>Another name for “{name}”</source>
        <translation>给“{name}”改名</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>The form is renamed</source>
        <translation>表格已改名</translation>
    </message>
    <message>
        <source>“{name}” is retired</source>
        <translation>“{name}”已停用</translation>
    </message>
    <message>
        <source>“{name}” is offered again</source>
        <translation>“{name}”已恢复</translation>
    </message>
    <message>
        <source>Checking the form</source>
        <translation>正在检查表格</translation>
    </message>
    <message>
        <source>Save the filled form</source>
        <translation>保存填好的表格</translation>
    </message>
    <message>
        <source>Filling the form</source>
        <translation>正在填表</translation>
    </message>
    <message>
        <source>names of figures {month}.xlsx</source>
        <translation>可用名称-{month}.xlsx</translation>
    </message>
    <message>
        <source>Save the names</source>
        <translation>保存名称表</translation>
    </message>
    <message>
        <source>The names lie in {file}.</source>
        <translation>名称已存到 {file}。</translation>
    </message>
    <message>
        <source>Saving the names</source>
        <translation>正在保存名称</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No form is kept yet</source>
        <translation>还没有表格</translation>
    </message>
    <message>
        <source>Ctrl+N keeps an .xlsx; F3 saves the names that its cells may hold.</source>
        <translation>按 Ctrl+N 添加一个 .xlsx；按 F3 保存格子里可以写的全部名称。</translation>
    </message>
    <message>
        <source>Cells that cannot be filled</source>
        <translation>填不了的格子</translation>
    </message>
    <message>
        <source>Fill… (Ctrl+E)</source>
        <translation>填表…（Ctrl+E）</translation>
    </message>
    <message>
        <source>Check (F6)</source>
        <translation>检查（F6）</translation>
    </message>
    <message>
        <source>Names… (F3)</source>
        <translation>名称表…（F3）</translation>
    </message>
    <message>
        <source>New… (Ctrl+N)</source>
        <translation>添加…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Rename… (F2)</source>
        <translation>改名…（F2）</translation>
    </message>
    <message>
        <source>Other file… (F7)</source>
        <translation>换文件…（F7）</translation>
    </message>
    <message>
        <source>Retire (F8)</source>
        <translation>停用/恢复（F8）</translation>
    </message>
    <message>
        <source>{count} cells of “{name}” cannot be filled; nothing was written.</source>
        <translation>“{name}”有 {count} 处填不了，没有写出文件。</translation>
    </message>
    <message>
        <source>The filled form lies in {file}.</source>
        <translation>填好的表格在 {file}。</translation>
    </message>
    <message>
        <source>Every name in “{name}” is known.</source>
        <translation>“{name}”里的名称都认识。</translation>
    </message>
    <message>
        <source>Choose the workbook of the form</source>
        <translation>选择表格文件</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>retired on {day}</source>
        <translation>{day} 停用</translation>
    </message>
</context>
<context>
    <name>Packages</name>
    <message>
        <source>Packages and budgets</source>
        <translation>服务包与预算</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>服务包</translation>
    </message>
    <message>
        <source>Services in the package</source>
        <translation>算在包内的服务</translation>
    </message>
    <message>
        <source>grant somebody hours of help</source>
        <translation>给某人每月若干小时服务</translation>
    </message>
    <message>
        <source>put right or end the chosen package</source>
        <translation>修改或结束选中的服务包</translation>
    </message>
    <message>
        <source>void a package that was granted by mistake</source>
        <translation>作废录错的服务包</translation>
    </message>
    <message>
        <source>what a payer has for each month</source>
        <translation>付费方每月的预算</translation>
    </message>
    <message>
        <source>the month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>the month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>{month}: {count} packages, {over} used beyond what is granted</source>
        <translation>{month}：{count} 个服务包，{over} 个已超出</translation>
    </message>
    <message>
        <source>Void the package of {name}?</source>
        <translation>作废{name}的服务包？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void; its services stay</source>
        <translation>已作废；服务记录不变</translation>
    </message>
    <message>
        <source>Yuan a month</source>
        <translation>每月（元）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Budget of a payer</source>
        <translation>付费方的预算</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The budget is on record</source>
        <translation>预算已登记</translation>
    </message>
    <message>
        <source>Choose a package first.</source>
        <translation>请先选一个服务包。</translation>
    </message>
    <message>
        <source>Grant… (Ctrl+N)</source>
        <translation>给予… (Ctrl+N)</translation>
    </message>
    <message>
        <source>Change… (F2)</source>
        <translation>修改… (F2)</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废… (F12)</translation>
    </message>
    <message>
        <source>Budget… (F7)</source>
        <translation>预算… (F7)</translation>
    </message>
    <message>
        <source>Month before (F3)</source>
        <translation>上个月 (F3)</translation>
    </message>
    <message>
        <source>Month after (F4)</source>
        <translation>下个月 (F4)</translation>
    </message>
    <message>
        <source>Ctrl+N grants somebody hours of help a month.</source>
        <translation>按 Ctrl+N 给某位老人每月若干小时。</translation>
    </message>
    <message>
        <source>No package in this month</source>
        <translation>这个月没有服务包</translation>
    </message>
    <message>
        <source>No service in it this month</source>
        <translation>这个月没有算在包内的服务</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter change   Esc back</source>
        <translation>↑↓ 选择   Enter 修改   Esc 返回</translation>
    </message>
    <message>
        <source>Empty: any of the ten.</source>
        <translation>不填：十助都算。</translation>
    </message>
    <message>
        <source>Hours a month</source>
        <translation>每月小时</translation>
    </message>
    <message>
        <source>Hours of help a month</source>
        <translation>每月若干小时的服务</translation>
    </message>
    <message>
        <source>It is granted</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>{payer}: {used} yuan used</source>
        <translation>{payer}：已用 {used} 元</translation>
    </message>
    <message>
        <source>{payer}: {used} of {budget} yuan used, {left} left</source>
        <translation>{payer}：预算 {budget} 元，已用 {used} 元，剩 {left} 元</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>This could not be read.</source>
        <translation>未能读取。</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Who walks</source>
        <translation>探访人</translation>
    </message>
    <message>
        <source>Day of the walk</source>
        <translation>探访日期</translation>
    </message>
    <message>
        <source>Route sheet for {count} people, in walking order</source>
        <translation>路线单：{count} 人，按行走顺序</translation>
    </message>
    <message>
        <source>Make and preview</source>
        <translation>生成并预览</translation>
    </message>
    <message>
        <source>Making the route sheet</source>
        <translation>正在生成路线单</translation>
    </message>
    <message>
        <source>Making the form</source>
        <translation>正在生成探访表</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>转介给</translation>
    </message>
    <message>
        <source>What is asked of them</source>
        <translation>请对方做什么</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>生成转介单</translation>
    </message>
    <message>
        <source>Making the note</source>
        <translation>正在生成转介单</translation>
    </message>
    <message>
        <source>Choose the photograph or scan</source>
        <translation>选择照片或扫描件</translation>
    </message>
    <message>
        <source>Kept: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Opening the scan</source>
        <translation>正在打开扫描件</translation>
    </message>
    <message>
        <source>Signed paper of {day}</source>
        <translation>{day} 的签字扫描件</translation>
    </message>
    <message>
        <source>Paper rows</source>
        <translation>录入路线单</translation>
    </message>
    <message>
        <source>Scan a row, or type its number on the open sheet</source>
        <translation>扫描行码，或键入序号</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Scan a row</source>
        <translation>请扫描行码</translation>
    </message>
    <message>
        <source>{name} was not recorded: no result was typed.</source>
        <translation>{name} 没有录入：没有按结果键。</translation>
    </message>
    <message>
        <source>Now the result, then Enter</source>
        <translation>请按结果键，再按 Enter</translation>
    </message>
    <message>
        <source>Not understood: 1 to 5, then up to six digits for the blocks.</source>
        <translation>看不懂：先按 1 到 5，再按六项的数字（最多六位）。</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>Finish (Esc)</source>
        <translation>完成（Esc）</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>探访日期</translation>
    </message>
    <message>
        <source>Take the last back (F6)</source>
        <translation>撤销上一行（F6）</translation>
    </message>
    <message>
        <source>No sheet is open yet</source>
        <translation>还没有打开路线单</translation>
    </message>
    <message>
        <source>Scanning a row opens its sheet.</source>
        <translation>扫描任一行码即打开该单。</translation>
    </message>
    <message>
        <source>Sheet of {day}, {visitor}: {done} of {count} rows recorded</source>
        <translation>{day} 路线单，{visitor}：已录 {done} / {count} 行</translation>
    </message>
    <message>
        <source>Scan a row first, or type its number on the open sheet.</source>
        <translation>请先扫描行码，或键入序号。</translation>
    </message>
    <message>
        <source>Recorded: {name}, {outcome}</source>
        <translation>已录：{name}，{outcome}</translation>
    </message>
    <message>
        <source>The result of the row goes into the same line.</source>
        <translation>结果也在这一行里键入。</translation>
    </message>
    <message>
        <source>{count} recorded, last: {names}</source>
        <translation>已录 {count} 行，最近：{names}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未录</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>已录</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已录完</translation>
    </message>
    <message>
        <source>partly recorded</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>not back yet</source>
        <translation>未回收</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已录</translation>
    </message>
    <message>
        <source>visitor, or a name on the sheet</source>
        <translation>探访人或单上的姓名</translation>
    </message>
    <message>
        <source>No route sheet in this month</source>
        <translation>本月没有路线单</translation>
    </message>
    <message>
        <source>Choose people on the due board and press R.</source>
        <translation>在待访看板选好人，按 R 键生成。</translation>
    </message>
    <message>
        <source>Record paper rows</source>
        <translation>录入路线单</translation>
    </message>
    <message>
        <source>Record its rows (Enter)</source>
        <translation>录入（Enter）</translation>
    </message>
    <message>
        <source>Preview and print</source>
        <translation>预览打印</translation>
    </message>
    <message>
        <source>Attach the signed scan…</source>
        <translation>附上签字扫描件…</translation>
    </message>
    <message>
        <source>Show the scan</source>
        <translation>查看扫描件</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Signed scans</source>
        <translation>签字扫描件</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>The sheet is void; its visits stay.</source>
        <translation>路线单已作废，已录的探访保留。</translation>
    </message>
    <message>
        <source>Void the sheet of {day}?</source>
        <translation>作废 {day} 的路线单</translation>
    </message>
    <message>
        <source>After 1 the six blocks may follow ({states}; what is not typed is normal), then a blank and words; 2 and 3 need words, and 3 opens a risk of them.</source>
        <translation>1 之后可接六项（{states}；不输的算正常），再空一格写备注；2、3 要写几个字，3 按这几个字登记风险。</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已导出：{file}</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>正在生成清单</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>They complete every field for a worker or visitor. The director keeps the list.</source>
        <translation>服务人员、探访人各栏都从这里补全。名单由主任维护。</translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>look for somebody</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>{count} with a certificate to renew within 30 days</source>
        <translation>{count} 人有证件 30 天内要续</translation>
    </message>
    <message>
        <source>Name, pinyin, phone</source>
        <translation>姓名、拼音、电话</translation>
    </message>
    <message>
        <source>working here</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>with something to renew</source>
        <translation>有证件要续</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离岗</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合的人员</translation>
    </message>
    <message>
        <source>Ctrl+N takes somebody up.</source>
        <translation>按 Ctrl+N 登记人员。</translation>
    </message>
    <message>
        <source>New person… (Ctrl+N)</source>
        <translation>新人员… (Ctrl+N)</translation>
    </message>
    <message>
        <source>Director and front desk see this list</source>
        <translation>主任和前台可以看这份名单</translation>
    </message>
    <message>
        <source>Names are completed in every field all the same.</source>
        <translation>各栏仍会补全姓名。</translation>
    </message>
    <message>
        <source>The old spelling will still stand for this person.</source>
        <translation>旧写法仍然指这个人。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自何日起</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Fill this if the person is on the register too.</source>
        <translation>此人也是在册老年人时填写。</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Empty: no end.</source>
        <translation>不填：长期有效。</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Somebody who works here</source>
        <translation>登记工作人员</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>{name} is on record</source>
        <translation>已登记 {name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{name} is changed</source>
        <translation>{name} 的资料已改</translation>
    </message>
    <message>
        <source>Another post of {name}, beside those held</source>
        <translation>{name} 再兼一个岗位</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>The post of {name} is on record</source>
        <translation>已记下 {name} 的岗位</translation>
    </message>
    <message>
        <source>The post of now ends the day before.</source>
        <translation>现在的岗位到前一天为止。</translation>
    </message>
    <message>
        <source>{name}: another post from a day on</source>
        <translation>{name}：自某日起换岗</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>{name} has another post</source>
        <translation>{name} 已换岗</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>{name}: the last day of the post</source>
        <translation>{name}：岗位的最后一天</translation>
    </message>
    <message>
        <source>End the post</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>The post of {name} has a last day</source>
        <translation>已记下 {name} 的离岗日</translation>
    </message>
    <message>
        <source>A certificate of {name}</source>
        <translation>{name} 的证件</translation>
    </message>
    <message>
        <source>The certificate of {name} is on record</source>
        <translation>已记下 {name} 的证件</translation>
    </message>
    <message>
        <source>Renew: {certificate}</source>
        <translation>续证：{certificate}</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续证</translation>
    </message>
    <message>
        <source>The certificate of {name} is renewed</source>
        <translation>{name} 的证件已续</translation>
    </message>
    <message>
        <source>The certificate is changed</source>
        <translation>证件已改</translation>
    </message>
    <message>
        <source>Void: {certificate}</source>
        <translation>作废：{certificate}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The certificate is void</source>
        <translation>证件已作废</translation>
    </message>
    <message>
        <source>Empty: no account is this person&apos;s.</source>
        <translation>不填：此人没有账号。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>The account of {name}</source>
        <translation>{name} 的账号</translation>
    </message>
    <message>
        <source>The account of {name} is kept</source>
        <translation>已记下 {name} 的账号</translation>
    </message>
    <message>
        <source>{certificate}: {state}</source>
        <translation>{certificate} {state}</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>{count} valid</source>
        <translation>{count} 个有效</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>已续</translation>
    </message>
    <message>
        <source>held</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>begins later</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>回到名单</translation>
    </message>
    <message>
        <source>from certificates to posts, and back</source>
        <translation>证件与岗位之间切换</translation>
    </message>
    <message>
        <source>name, phone, note</source>
        <translation>改姓名、电话、备注</translation>
    </message>
    <message>
        <source>another certificate or post</source>
        <translation>添证件或岗位</translation>
    </message>
    <message>
        <source>renew the certificate, or another post from a day on</source>
        <translation>续证，或自某日起换岗</translation>
    </message>
    <message>
        <source>void the certificate, or end the post</source>
        <translation>作废证件，或离岗</translation>
    </message>
    <message>
        <source>the picture of the certificate</source>
        <translation>证件照片</translation>
    </message>
    <message>
        <source>Choose the picture of the certificate</source>
        <translation>选择证件照片</translation>
    </message>
    <message>
        <source>The picture is kept</source>
        <translation>照片已保存</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Certificates or posts</source>
        <translation>证件或岗位</translation>
    </message>
    <message>
        <source>No certificate is on record</source>
        <translation>还没有登记证件</translation>
    </message>
    <message>
        <source>Ctrl+N adds one.</source>
        <translation>按 Ctrl+N 添加。</translation>
    </message>
    <message>
        <source>Enter correct   F7 renew   F6 posts   Esc back</source>
        <translation>Enter 更正   F7 续证   F6 岗位   Esc 返回</translation>
    </message>
    <message>
        <source>No post is on record</source>
        <translation>还没有登记岗位</translation>
    </message>
    <message>
        <source>F7 another post   F8 last day   F6 certificates   Esc back</source>
        <translation>F7 换岗   F8 离岗   F6 证件   Esc 返回</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>修改… (F2)</translation>
    </message>
    <message>
        <source>Picture… (Ctrl+O)</source>
        <translation>照片… (Ctrl+O)</translation>
    </message>
    <message>
        <source>Another picture…</source>
        <translation>换照片…</translation>
    </message>
    <message>
        <source>account {name}</source>
        <translation>账号 {name}</translation>
    </message>
    <message>
        <source>on the register: {name}</source>
        <translation>在册：{name}</translation>
    </message>
    <message>
        <source>Add a post… (Ctrl+N)</source>
        <translation>添岗位… (Ctrl+N)</translation>
    </message>
    <message>
        <source>Add one… (Ctrl+N)</source>
        <translation>添证件… (Ctrl+N)</translation>
    </message>
    <message>
        <source>Another post… (F7)</source>
        <translation>换岗… (F7)</translation>
    </message>
    <message>
        <source>Renew… (F7)</source>
        <translation>续证… (F7)</translation>
    </message>
    <message>
        <source>Last day… (F8)</source>
        <translation>离岗… (F8)</translation>
    </message>
    <message>
        <source>Void… (F8)</source>
        <translation>作废… (F8)</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>ended {days} days ago</source>
        <translation>已过期 {days} 天</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>还有 {days} 天</translation>
    </message>
    <message>
        <source>Empty: before any record.</source>
        <translation>不填：有记录之前就是。</translation>
    </message>
    <message>
        <source>names of old records: whom they stand for</source>
        <translation>旧记录里的名字：指的是谁</translation>
    </message>
    <message>
        <source>Names of old records… (F6)</source>
        <translation>旧记录里的名字… (F6)</translation>
    </message>
    <message>
        <source>take in a staff list</source>
        <translation>导入人员表</translation>
    </message>
    <message>
        <source>Take in a list… (Ctrl+I)</source>
        <translation>导入人员表… (Ctrl+I)</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>PersonChoice</name>
    <message>
        <source>{age} years</source>
        <translation>{age}岁</translation>
    </message>
    <message>
        <source>{count} more: type the whole name or more digits.</source>
        <translation>还有 {count} 位：请输入全名或更多数字。</translation>
    </message>
    <message>
        <source>Who is it? The number and Enter.</source>
        <translation>是哪一位？输入序号，按 Enter。</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nobody is chosen yet: choose from the list, or empty the field.</source>
        <translation>还没有选定老年人：请从列表中选一位，或者清空。</translation>
    </message>
</context>
<context>
    <name>PhoneRound</name>
    <message>
        <source>The six blocks</source>
        <translation>六项情况</translation>
    </message>
    <message>
        <source>in words (space)</source>
        <translation>按空格键写说明</translation>
    </message>
    <message>
        <source>last: {state}</source>
        <translation>上次 {state}</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次探访</translation>
    </message>
    <message>
        <source>tried {tried}</source>
        <translation>已尝试 {tried}</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>没有登记</translation>
    </message>
    <message>
        <source>Open risks: {risks}</source>
        <translation>未关闭风险：{risks}</translation>
    </message>
    <message>
        <source>never visited yet</source>
        <translation>还没有探访过</translation>
    </message>
    <message>
        <source>Phone round</source>
        <translation>电话探访</translation>
    </message>
    <message>
        <source>Everybody who can be rung today was rung</source>
        <translation>今天能打的电话都打完了</translation>
    </message>
    <message>
        <source>Who was not reached waits until tomorrow or for a visit at the door.</source>
        <translation>没有打通的，明天再打或改为上门。</translation>
    </message>
    <message>
        <source>This call is not saved yet. Enter saves it, Esc once more leaves.</source>
        <translation>这次通话还没有保存。按 Enter 保存，再按一次 Esc 离开。</translation>
    </message>
    <message>
        <source>Pass over (F3)</source>
        <translation>跳过（F3）</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>离开（Esc）</translation>
    </message>
    <message>
        <source>Save and next (Enter)</source>
        <translation>保存，下一位（Enter）</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>回到看板</translation>
    </message>
    <message>
        <source>spoken to</source>
        <translation>通话到本人</translation>
    </message>
    <message>
        <source>1 normal  2 of concern  3 risk  4 no change  0 no change in the rest  space: words  Tab: more</source>
        <translation>1 正常&#x3000;2 需关注&#x3000;3 风险&#x3000;4 无变化&#x3000;0 其余无变化&#x3000;空格 写说明&#x3000;Tab 需求、备注、风险</translation>
    </message>
    <message>
        <source>{left} still to ring, {done} rung now</source>
        <translation>还有 {left} 人，本次已打 {done} 人</translation>
    </message>
    <message>
        <source>{name} was not reached again: now a visit at the door</source>
        <translation>{name} 又没有打通，已改为上门探访</translation>
    </message>
    <message>
        <source>{name} saved. Needs: {needs}</source>
        <translation>已保存：{name}。服务需求：{needs}</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>开服务单</translation>
    </message>
    <message>
        <source>{name} saved: {outcome}</source>
        <translation>已保存：{name}，{outcome}</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>Frame of the photograph</source>
        <translation>照片取景框</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Cut the photograph</source>
        <translation>裁剪照片</translation>
    </message>
    <message>
        <source>Arrows move the frame, + and − size it, Enter keeps it.</source>
        <translation>方向键移动取景框，+ 和 − 改变大小，回车保存。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose a photograph</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The photograph is kept</source>
        <translation>照片已保存</translation>
    </message>
    <message>
        <source>move the frame</source>
        <translation>移动取景框</translation>
    </message>
    <message>
        <source>make the frame larger or smaller</source>
        <translation>放大、缩小取景框</translation>
    </message>
    <message>
        <source>keep what the frame holds</source>
        <translation>保存框内的照片</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>失效日期</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>填报数</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>第{page}页</translation>
    </message>
    <message>
        <source>Nobody here knows it</source>
        <translation>暂无数据来源</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>not today</source>
        <translation>当前无效</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>not typed</source>
        <translation>未录入</translation>
    </message>
    <message>
        <source>Empty: nobody here knows it; the remark says who does.</source>
        <translation>留空＝中心不掌握，由备注写明谁掌握。</translation>
    </message>
    <message>
        <source>Empty: the number stands alone.</source>
        <translation>留空＝只看这个数，不作比率。</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Empty: the document sets none.</source>
        <translation>留空＝文件没有目标值。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Per how many</source>
        <translation>每多少</translation>
    </message>
    <message>
        <source>100 for percent.</source>
        <translation>百分比填100。</translation>
    </message>
    <message>
        <source>Where it is written</source>
        <translation>文件依据</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件文号、名称</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>From when on</source>
        <translation>从何时起</translation>
    </message>
    <message>
        <source>A month counts by what holds on its last day. Empty: since before any record.</source>
        <translation>各月按月末当日有效的版本计。留空＝自始有效。</translation>
    </message>
    <message>
        <source>The last day; empty: no end.</source>
        <translation>最后有效的一日；留空＝长期有效。</translation>
    </message>
    <message>
        <source>The day that the number is of; it holds until a later one.</source>
        <translation>该数的截止日期；有更新的数之前一直采用。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>“{name}” is changed</source>
        <translation>“{name}”已修改</translation>
    </message>
    <message>
        <source>Another indicator of the plan</source>
        <translation>新增一项指标</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>“{name}” is an indicator</source>
        <translation>指标“{name}”已添加</translation>
    </message>
    <message>
        <source>Void: {name}</source>
        <translation>作废：{name}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The version is void; the one before it holds again</source>
        <translation>该版本已作废，恢复采用之前的版本</translation>
    </message>
    <message>
        <source>A figure that no room can count</source>
        <translation>录入填报数（各模块无法统计的数）</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>The figure is on record</source>
        <translation>填报数已录入</translation>
    </message>
    <message>
        <source>The figure is void; the one before it holds again</source>
        <translation>该数已作废，恢复采用之前的数</translation>
    </message>
    <message>
        <source>What the plans ask for, counted each month. Nothing is overwritten: another version holds from a day on. What no room can count is typed with its day and source.</source>
        <translation>规划文件要求的指标，每月统计。不覆盖原有内容，修改从生效日期起另立版本。各模块无法统计的数，连同截止日期和来源录入。</translation>
    </message>
    <message>
        <source>from the indicators to the typed figures, and back</source>
        <translation>在指标与填报数之间切换</translation>
    </message>
    <message>
        <source>another indicator, or a figure</source>
        <translation>新增指标，或录入填报数</translation>
    </message>
    <message>
        <source>change the indicator, or type the figure anew</source>
        <translation>修改指标，或重新录入该数</translation>
    </message>
    <message>
        <source>void this version, or this figure</source>
        <translation>作废该版本或该数</translation>
    </message>
    <message>
        <source>take in a file of indicators</source>
        <translation>读入指标文件</translation>
    </message>
    <message>
        <source>Take in a file of indicators</source>
        <translation>读入指标文件</translation>
    </message>
    <message>
        <source>{count} indicators of the file are taken in</source>
        <translation>已读入文件中的{count}项指标</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Indicators or typed figures</source>
        <translation>指标或填报数</translation>
    </message>
    <message>
        <source>Take in a file… (Ctrl+I)</source>
        <translation>读入文件…（Ctrl+I）</translation>
    </message>
    <message>
        <source>Void… (F8)</source>
        <translation>作废…（F8）</translation>
    </message>
    <message>
        <source>Change… (F2)</source>
        <translation>修改…（F2）</translation>
    </message>
    <message>
        <source>New indicator… (Ctrl+N)</source>
        <translation>新增指标…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Type a figure… (Ctrl+N)</source>
        <translation>录入填报数…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Typed figures</source>
        <translation>填报数</translation>
    </message>
    <message>
        <source>Nothing was taken in. What is wrong with the file:</source>
        <translation>没有读入任何内容。文件中的问题：</translation>
    </message>
    <message>
        <source>line {line}, {field}: {sentence}</source>
        <translation>第{line}行，{field}：{sentence}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有{count}处</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Preparing the practice centre, about a minute</source>
        <translation>正在准备演示中心，约一分钟</translation>
    </message>
    <message>
        <source>Practice centre</source>
        <translation>演示中心</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Practice centre: nobody here is real, try everything.</source>
        <translation>演示中心：人和事都是编的，随便练，弄错了也不要紧。</translation>
    </message>
    <message>
        <source>A made-up centre to learn with: 580 people, months of visits, meals and services. It lies in a folder of its own, every page and every paper is marked, and no district office takes its file.</source>
        <translation>一个编出来的中心，给人练手用：580 位老人，几个月的探访、就餐和服务。它放在单独的文件夹里，与本中心的资料互不相干；每一页、每一张纸都标“演示”，区里也不收它的上报文件。</translation>
    </message>
    <message>
        <source>Begin anew… (F2)</source>
        <translation>重新开始…（F2）</translation>
    </message>
    <message>
        <source>Open the practice centre (F2)</source>
        <translation>打开演示中心（F2）</translation>
    </message>
    <message>
        <source>begin the practice centre anew</source>
        <translation>演示中心重新开始</translation>
    </message>
    <message>
        <source>open the practice centre</source>
        <translation>打开演示中心</translation>
    </message>
    <message>
        <source>Begin the practice centre anew? What was tried here is gone; the own data is not touched.</source>
        <translation>演示中心要重新开始吗？在这里练习过的都不再保留；本中心的资料不受影响。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The practice centre opens in a window of its own.</source>
        <translation>演示中心在另一个窗口里打开。</translation>
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
    <message>
        <source>the next page, the page before</source>
        <translation>下一页、上一页</translation>
    </message>
    <message>
        <source>the first page, the last page</source>
        <translation>第一页、最后一页</translation>
    </message>
    <message>
        <source>larger, smaller</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>All pages are at the printer.</source>
        <translation>全部页面已送到打印机。</translation>
    </message>
    <message>
        <source>Not everything was printed.</source>
        <translation>没有全部打印。</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>{low} and over</source>
        <translation>{low}周岁及以上</translation>
    </message>
    <message>
        <source>{high} and under</source>
        <translation>{high}周岁及以下</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}至{high}周岁</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{meal}</source>
        <translation>{meal}餐</translation>
    </message>
    <message>
        <source>{percent} % of the price</source>
        <translation>餐价的{percent}%</translation>
    </message>
    <message>
        <source>at most {yuan} a day</source>
        <translation>每日不超过{yuan}元</translation>
    </message>
    <message>
        <source>at most {yuan} a month</source>
        <translation>每月不超过{yuan}元</translation>
    </message>
    <message>
        <source>for a price of {yuan} or more</source>
        <translation>餐价满{yuan}元</translation>
    </message>
    <message>
        <source>on top of others</source>
        <translation>可与其他补贴叠加</translation>
    </message>
    <message>
        <source>{yuan} yuan</source>
        <translation>{yuan}元</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>已被代替</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age}岁</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>年龄不明</translation>
    </message>
    <message>
        <source>{who}: no price is set for {what} on this day.</source>
        <translation>{who}：这一天还没有定{what}的餐价。</translation>
    </message>
    <message>
        <source>{what} costs {yuan} yuan</source>
        <translation>{what}餐价{yuan}元</translation>
    </message>
    <message>
        <source>“{whom}” gives {yuan} yuan</source>
        <translation>按“{whom}”补贴{yuan}元</translation>
    </message>
    <message>
        <source>the cap of “{whom}” is reached</source>
        <translation>“{whom}”补贴已达上限</translation>
    </message>
    <message>
        <source> (price for {whom})</source>
        <translation>（{whom}价）</translation>
    </message>
    <message>
        <source>no subsidy applies</source>
        <translation>没有适用的补贴</translation>
    </message>
    <message>
        <source>{yuan} yuan to pay</source>
        <translation>应付{yuan}元</translation>
    </message>
    <message>
        <source>{who}: {facts}.</source>
        <translation>{who}：{facts}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{meal}, {mode},</source>
        <translation>{meal}{mode}</translation>
    </message>
    <message>
        <source>no longer on the register, so without a subsidy</source>
        <translation>已不在册，不享受补贴</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>Prices and subsidies</source>
        <translation>餐价与补贴</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐次</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>餐数</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>every meal</source>
        <translation>各餐</translation>
    </message>
    <message>
        <source>Price in yuan</source>
        <translation>餐价（元）</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Only for some (empty: for everybody, always)</source>
        <translation>只给一部分人（空着：所有人、每天）</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>就餐方式</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期几</translation>
    </message>
    <message>
        <source>An amount, or a share of the price.</source>
        <translation>填金额，或填餐价的百分之几。</translation>
    </message>
    <message>
        <source>Yuan a meal</source>
        <translation>每餐补贴（元）</translation>
    </message>
    <message>
        <source>Or percent of the price</source>
        <translation>或餐价的百分之几</translation>
    </message>
    <message>
        <source>For whom and what (empty: everybody, every meal)</source>
        <translation>给谁、哪一餐（空着：不限）</translation>
    </message>
    <message>
        <source>Limits (empty: none)</source>
        <translation>限制（空着：没有）</translation>
    </message>
    <message>
        <source>For a price of at least</source>
        <translation>餐价满（元）</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>每日最多（元）</translation>
    </message>
    <message>
        <source>At most a month</source>
        <translation>每月最多（元）</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>与其他补贴</translation>
    </message>
    <message>
        <source>every subsidy that begins before it ends with it</source>
        <translation>代替在它以前开始的所有补贴</translation>
    </message>
    <message>
        <source>Whom it touches</source>
        <translation>动到的人</translation>
    </message>
    <message>
        <source>Save it so</source>
        <translation>就这样保存</translation>
    </message>
    <message>
        <source>Or empty, and the age and categories below.</source>
        <translation>也可以空着，填下面的年龄和类别。</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Try out: what would somebody pay, and why?</source>
        <translation>试算：付多少，为什么？</translation>
    </message>
    <message>
        <source>Reckon</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>What a meal costs from a day on</source>
        <translation>从某天起的餐价</translation>
    </message>
    <message>
        <source>What somebody is subsidised from a day on</source>
        <translation>从某天起的补贴</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>It ends: {what}</source>
        <translation>到期：{what}</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>到这天为止</translation>
    </message>
    <message>
        <source>It holds up to {day}</source>
        <translation>执行到 {day}</translation>
    </message>
    <message>
        <source>Void: {what}</source>
        <translation>作废：{what}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void; meals keep what they cost</source>
        <translation>已作废；已登记的餐不变</translation>
    </message>
    <message>
        <source>{month}: {count} meals</source>
        <translation>{month}：{count} 餐</translation>
    </message>
    <message>
        <source>Meals recorded before there was a price get the price and subsidy of their day</source>
        <translation>定价以前登记的餐，按当天的餐价和补贴补上</translation>
    </message>
    <message>
        <source>Price them</source>
        <translation>补定餐价</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>{month}, {meals} meals from {first} on, {people} people: price {price}, subsidy {subsidy}, to pay {paid}.</source>
        <translation>{month}，{first} 起共 {meals} 餐，动到 {people} 人：餐费 {price} 元，补贴 {subsidy} 元，实付 {paid} 元。</translation>
    </message>
    <message>
        <source>Meals on record keep what they cost.</source>
        <translation>已登记的餐不变。</translation>
    </message>
    <message>
        <source>It begins later; this is as if it had begun with the month.</source>
        <translation>它以后才开始；这里按本月起就执行来算。</translation>
    </message>
    <message>
        <source>Saved; it holds from {day} on</source>
        <translation>已保存，从 {day} 起执行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>From age</source>
        <translation>年龄从</translation>
    </message>
    <message>
        <source>Up to age</source>
        <translation>年龄到</translation>
    </message>
    <message>
        <source>Of several one is enough; age and category are both asked.</source>
        <translation>有其中一类就算；年龄和类别都填的，都要符合。</translation>
    </message>
    <message>
        <source>The last day; empty: no end.</source>
        <translation>最后一天；空着就是没有期限。</translation>
    </message>
    <message>
        <source>What meals cost and who is subsidised. Nothing is overwritten: another price holds from a day on, and meals on record keep what they cost.</source>
        <translation>每餐多少钱、补贴谁。以前的不会改掉：新的从某天起执行，已登记的餐不变。</translation>
    </message>
    <message>
        <source>from the prices to the subsidies, and back</source>
        <translation>在餐价和补贴之间切换</translation>
    </message>
    <message>
        <source>another price, or subsidy</source>
        <translation>新定餐价或补贴</translation>
    </message>
    <message>
        <source>change the chosen one from a day on</source>
        <translation>从某天起改选中的一条</translation>
    </message>
    <message>
        <source>end the chosen one</source>
        <translation>选中的到某天为止</translation>
    </message>
    <message>
        <source>void the chosen one</source>
        <translation>作废选中的一条</translation>
    </message>
    <message>
        <source>price the meals that have no price yet</source>
        <translation>给没有餐价的餐补定餐价</translation>
    </message>
    <message>
        <source>try out what somebody would pay, and why</source>
        <translation>试算付多少、为什么</translation>
    </message>
    <message>
        <source>Every meal has its price.</source>
        <translation>每一餐都有餐价了。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>餐价</translation>
    </message>
    <message>
        <source>Subsidies</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Prices or subsidies</source>
        <translation>餐价或补贴</translation>
    </message>
    <message>
        <source>Ctrl+N sets the first one.</source>
        <translation>按 Ctrl+N 定第一条。</translation>
    </message>
    <message>
        <source>No price is set yet</source>
        <translation>还没有定餐价</translation>
    </message>
    <message>
        <source>Nobody is subsidised yet</source>
        <translation>还没有补贴</translation>
    </message>
    <message>
        <source>New price… (Ctrl+N)</source>
        <translation>新定餐价…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Change… (F2)</source>
        <translation>改…（F2）</translation>
    </message>
    <message>
        <source>End… (F4)</source>
        <translation>到期…（F4）</translation>
    </message>
    <message>
        <source>Void… (F8)</source>
        <translation>作废…（F8）</translation>
    </message>
    <message>
        <source>Try out… (F7)</source>
        <translation>试算…（F7）</translation>
    </message>
    <message>
        <source>Price late meals… (F3)</source>
        <translation>补定餐价…（F3）</translation>
    </message>
    <message>
        <source>New subsidy… (Ctrl+N)</source>
        <translation>新定补贴…（Ctrl+N）</translation>
    </message>
    <message>
        <source>the notice for the wall: prices and subsidies of today</source>
        <translation>张贴用的公示：今天的餐价和补贴</translation>
    </message>
    <message>
        <source>Writing the notice</source>
        <translation>正在写公示</translation>
    </message>
    <message>
        <source>Notice… (Ctrl+P)</source>
        <translation>公示…（Ctrl+P）</translation>
    </message>
    <message>
        <source>Meal times: {times}</source>
        <translation>餐次时间：{times}</translation>
    </message>
    <message>
        <source>when lunch and dinner begin, from a day on</source>
        <translation>餐次时间：从某天起午餐、晚餐几点开始</translation>
    </message>
    <message>
        <source>Meal times… (F11)</source>
        <translation>餐次时间…（F11）</translation>
    </message>
    <message>
        <source>First: Ctrl+N sets what a meal costs.</source>
        <translation>第一步：按 Ctrl+N 定餐价。</translation>
    </message>
    <message>
        <source>Next: F6 goes to the subsidies, Ctrl+N sets one. Without any, F9 starts scanning.</source>
        <translation>下一步：按 F6 到补贴，再按 Ctrl+N 定一条；没有补贴的，按 F9 直接开始扫码。</translation>
    </message>
    <message>
        <source>{count} meals are priced; {left} have no price of their day and stay on the list.</source>
        <translation>已补定 {count} 餐；{left} 餐当天没有餐价，仍在清单上。</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The fonts lack {characters}; please write them in by hand.</source>
        <translation>字库里没有 {characters}，请打印后手写补上。</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>正在生成报表</translation>
    </message>
    <message>
        <source>Exporting reports</source>
        <translation>正在导出报表</translation>
    </message>
    <message>
        <source>All reports of the month</source>
        <translation>本月全部报表</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Records are kept for some years after somebody left; then the director may delete them, with a certificate. Consent is withdrawn on the card of the resident (F10).</source>
        <translation>离册后记录保存若干年，期满后主任可以删除并出具证明。撤回同意在老年人档案的“更多”（F10）中登记。</translation>
    </message>
    <message>
        <source>Director and front desk see this list</source>
        <translation>主任和前台可以看此清单</translation>
    </message>
    <message>
        <source>Nobody left more than {years} years ago</source>
        <translation>没有离册满 {years} 年的人</translation>
    </message>
    <message>
        <source>a computer, a backup or a file is lost: the sheet</source>
        <translation>电脑、备份或文件丢失：填情况表</translation>
    </message>
    <message>
        <source>for how many years records are kept</source>
        <translation>记录保存年限</translation>
    </message>
    <message>
        <source>who left, who withdrew, deletions</source>
        <translation>离册、撤回同意、删除记录之间切换</translation>
    </message>
    <message>
        <source>delete the data of the chosen one</source>
        <translation>删除选中人的个人信息</translation>
    </message>
    <message>
        <source>the chosen certificate on paper</source>
        <translation>打印选中的删除证明</translation>
    </message>
    <message>
        <source>Delete the data of {name} for ever? Figures, books and closed months stay.</source>
        <translation>永久删除 {name} 的个人信息？统计、账目和已结月份保留。</translation>
    </message>
    <message>
        <source>Such as: time of keeping is over.</source>
        <translation>如：保存期满。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Deleted; the certificate follows</source>
        <translation>已删除，请打印证明</translation>
    </message>
    <message>
        <source>For how many years are records kept after somebody left?</source>
        <translation>离册后记录保存多少年？</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Records are kept for {years} years</source>
        <translation>记录保存 {years} 年</translation>
    </message>
    <message>
        <source>Empty: until now. Of a backup: the day on which it was made.</source>
        <translation>不填：截至现在。备份填制作当天。</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失的是</translation>
    </message>
    <message>
        <source>What was recorded until</source>
        <translation>登记截至</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Something with personal data is lost</source>
        <translation>含个人信息的物品丢失</translation>
    </message>
    <message>
        <source>Make the sheet</source>
        <translation>制作情况表</translation>
    </message>
    <message>
        <source>Left long ago</source>
        <translation>离册已久</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Nobody withdrew consent</source>
        <translation>没有人撤回同意</translation>
    </message>
    <message>
        <source>Deletions</source>
        <translation>删除记录</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>没有删除记录</translation>
    </message>
    <message>
        <source>Delete… (F8)</source>
        <translation>删除…（F8）</translation>
    </message>
    <message>
        <source>Years… (F4)</source>
        <translation>年限…（F4）</translation>
    </message>
    <message>
        <source>Something is lost… (F2)</source>
        <translation>丢失登记…（F2）</translation>
    </message>
    <message>
        <source>Certificate… (Ctrl+P)</source>
        <translation>删除证明…（Ctrl+P）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离册日期</translation>
    </message>
    <message>
        <source>Before it is deleted</source>
        <translation>删除前须办理</translation>
    </message>
    <message>
        <source>nothing stands in the way</source>
        <translation>可以删除</translation>
    </message>
    <message>
        <source>Withdrew</source>
        <translation>撤回事项</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Writing the paper</source>
        <translation>正在制作</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Writing the sync file</source>
        <translation>正在写上报文件</translation>
    </message>
    <message>
        <source>Proving the change log</source>
        <translation>正在核验操作日志</translation>
    </message>
    <message>
        <source>Encrypting the data</source>
        <translation>正在加密数据</translation>
    </message>
    <message>
        <source>Taking the encryption away</source>
        <translation>正在解除加密</translation>
    </message>
    <message>
        <source>Encrypting older copies</source>
        <translation>正在加密以前的副本</translation>
    </message>
    <message>
        <source>Rehearsing a restore</source>
        <translation>正在试恢复</translation>
    </message>
    <message>
        <source>Taking in the files</source>
        <translation>正在收下文件</translation>
    </message>
    <message>
        <source>Reading the accepted files</source>
        <translation>正在读已收下的文件</translation>
    </message>
    <message>
        <source>Writing the receipts</source>
        <translation>正在写回执</translation>
    </message>
    <message>
        <source>Simulating a district</source>
        <translation>正在模拟一个区</translation>
    </message>
    <message>
        <source>Bringing the centre back</source>
        <translation>正在恢复中心</translation>
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
    <name>Purchases</name>
    <message>
        <source>What</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>such as kg</source>
        <translation>如 公斤</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>保质期至</translation>
    </message>
    <message>
        <source>Empty: the day it came stands for it.</source>
        <translation>不填：用进货日期代替。</translation>
    </message>
    <message>
        <source>Batch number</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>生产日期</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>合格证明</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>验收人</translation>
    </message>
    <message>
        <source>Came on</source>
        <translation>进货日期</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No food licence of this supplier is on record (F7).</source>
        <translation>这家供应商没有登记食品经营许可证（F7）。</translation>
    </message>
    <message>
        <source>A batch of food</source>
        <translation>一批食材</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{name} is on record</source>
        <translation>{name} 已登记</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Nothing is left of {name}</source>
        <translation>{name} 已无库存</translation>
    </message>
    <message>
        <source>{name} is offered no more</source>
        <translation>{name} 不再提供选用</translation>
    </message>
    <message>
        <source>Void {name}</source>
        <translation>作废 {name}</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>{name} is void</source>
        <translation>{name} 已作废</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>证照</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>有效期起</translation>
    </message>
    <message>
        <source>A licence of {supplier}</source>
        <translation>{supplier} 的证照</translation>
    </message>
    <message>
        <source>The licence of {supplier} is on record</source>
        <translation>{supplier} 的证照已登记</translation>
    </message>
    <message>
        <source>no end known</source>
        <translation>保质期不详</translation>
    </message>
    <message>
        <source>expired {days} days ago</source>
        <translation>已过期 {days} 天</translation>
    </message>
    <message>
        <source>good until today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>good for {days} days</source>
        <translation>还有 {days} 天</translation>
    </message>
    <message>
        <source>Part of a name, a batch number or a supplier</source>
        <translation>品名、批号或供应商的一部分</translation>
    </message>
    <message>
        <source>Find a batch</source>
        <translation>查找食材</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>食材批次</translation>
    </message>
    <message>
        <source>a batch that came</source>
        <translation>登记一批进货</translation>
    </message>
    <message>
        <source>put the batch right</source>
        <translation>改正这一批</translation>
    </message>
    <message>
        <source>nothing is left of the batch: used up, thrown away, returned</source>
        <translation>这一批没有了：用完、报废、退货</translation>
    </message>
    <message>
        <source>a licence of the supplier of the batch</source>
        <translation>登记这批供应商的证照</translation>
    </message>
    <message>
        <source>the picture of the certificate</source>
        <translation>合格证明的照片</translation>
    </message>
    <message>
        <source>void a batch that was never bought</source>
        <translation>作废没有进过的货</translation>
    </message>
    <message>
        <source>find a batch</source>
        <translation>查找食材</translation>
    </message>
    <message>
        <source>Choose the picture of the certificate</source>
        <translation>选择合格证明的照片</translation>
    </message>
    <message>
        <source>The picture is kept</source>
        <translation>照片已保存</translation>
    </message>
    <message>
        <source>Choose a batch first.</source>
        <translation>请先选一批食材。</translation>
    </message>
    <message>
        <source>New batch… (Ctrl+N)</source>
        <translation>登记进货…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>修改…（F2）</translation>
    </message>
    <message>
        <source>Nothing left… (F8)</source>
        <translation>没有了…（F8）</translation>
    </message>
    <message>
        <source>Licence… (F7)</source>
        <translation>证照…（F7）</translation>
    </message>
    <message>
        <source>Picture… (Ctrl+O)</source>
        <translation>照片…（Ctrl+O）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>Ctrl+N writes down what came.</source>
        <translation>Ctrl+N 登记进货。</translation>
    </message>
    <message>
        <source>No batch is on record</source>
        <translation>还没有进货记录</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter edit   F8 nothing left   Esc back</source>
        <translation>↑↓ 选择   回车 修改   F8 没有了   Esc 返回</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>In dishes</source>
        <translation>用于菜品</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Typed in one go</source>
        <translation>集中录入</translation>
    </message>
    <message>
        <source>Same words</source>
        <translation>文字雷同</translation>
    </message>
    <message>
        <source>After death</source>
        <translation>去世后探访</translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation>住院期间</translation>
    </message>
    <message>
        <source>Off register</source>
        <translation>不在册</translation>
    </message>
    <message>
        <source>Seen by phone</source>
        <translation>电话“见到”</translation>
    </message>
    <message>
        <source>In two places</source>
        <translation>同时两处</translation>
    </message>
    <message>
        <source>Last evening</source>
        <translation>月末突击</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>a name or words</source>
        <translation>姓名或文字</translation>
    </message>
    <message>
        <source>Nothing looks made up in this month</source>
        <translation>本月没有可疑记录</translation>
    </message>
    <message>
        <source>The checks look anew whenever a visit is recorded.</source>
        <translation>每登记一次探访都会重新检查。</translation>
    </message>
    <message>
        <source>Open the visit (Enter)</source>
        <translation>打开探访记录（Enter）</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>说明…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>涉及老人</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>The explanation is kept</source>
        <translation>说明已保存</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存说明</translation>
    </message>
    <message>
        <source>No times of day</source>
        <translation>没有填时间</translation>
    </message>
</context>
<context>
    <name>QualityView</name>
    <message>
        <source>Quality of {month}</source>
        <translation>{month}质量检查</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Take the words back…</source>
        <translation>收回说明…</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>说明…</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter put right   F2 explain   Esc back</source>
        <translation>↑↓ 选择   回车 去办理   F2 说明   Esc 返回</translation>
    </message>
    <message>
        <source>Open the place where it is put right</source>
        <translation>打开办理的地方</translation>
    </message>
    <message>
        <source>Explain why it may stand</source>
        <translation>写明情况</translation>
    </message>
    <message>
        <source>Take the words back</source>
        <translation>收回说明</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Words are not enough here; Enter opens the place.</source>
        <translation>这一项只写说明不行；按回车打开办理的地方。</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The explanation is kept; it is printed on the report of the month</source>
        <translation>情况说明已保存，会印在本月报表上</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>The explanation was taken back</source>
        <translation>情况说明已收回</translation>
    </message>
    <message>
        <source>Quality of {month}: {finding}</source>
        <translation>{month}质量检查：{finding}</translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>没有未办结的事。</translation>
    </message>
    <message>
        <source>Nothing holds the close back.</source>
        <translation>没有影响月结的事。</translation>
    </message>
    <message>
        <source>{count} things hold the close back: put them right, or explain them.</source>
        <translation>有 {count} 项影响月结：请办理，或写明情况。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
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
    <name>Queue</name>
    <message>
        <source>Who was it</source>
        <translation>是哪一位</translation>
    </message>
    <message>
        <source>Record unknown cards later</source>
        <translation>补录未识别的扫码</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>No card waits.</source>
        <translation>没有待补录的扫码。</translation>
    </message>
    <message>
        <source>{number} of {count}: {day} {time} {meal} {mode}, scanned {code}</source>
        <translation>第 {number} 条，共 {count} 条：{day} {time} {meal}餐 {mode}，扫到 {code}</translation>
    </message>
    <message>
        <source>The scan is taken off this list and recorded for nobody; the log keeps it.</source>
        <translation>这条扫码将从待补录中去掉，不记为任何人的就餐；日志会留存。</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>去掉这条</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>Recorded for {name}</source>
        <translation>已登记：{name}</translation>
    </message>
    <message>
        <source>Skip this one (F3)</source>
        <translation>跳过这一条（F3）</translation>
    </message>
    <message>
        <source>It was no meal… (Shift+F8)</source>
        <translation>不是就餐，去掉…（Shift+F8）</translation>
    </message>
    <message>
        <source>leave this scan waiting; the next one</source>
        <translation>跳过这一条，看下一条</translation>
    </message>
    <message>
        <source>take this scan off the list: it was no meal</source>
        <translation>不是就餐，从列表去掉</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shizhu Desk</source>
        <translation>十助台账</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Alt+1…{last} switch   F1 help</source>
        <translation>Alt+1…{last} 切换   F1 帮助</translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>Receipt: {period}, file no. {sequence}</source>
        <translation>回执：{period}，第 {sequence} 号文件</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>需要改正</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter put right   Esc back</source>
        <translation>↑↓ 选择   Enter 去改   Esc 返回</translation>
    </message>
    <message>
        <source>Open the place where it is put right</source>
        <translation>打开可以改正的地方</translation>
    </message>
    <message>
        <source>This record is not here any more: it was made void or merged.</source>
        <translation>这条记录已不在这里：作废了，或合并了。</translation>
    </message>
    <message>
        <source>The district&apos;s receipt: {reason}</source>
        <translation>区里的回执：{reason}</translation>
    </message>
    <message>
        <source>This file is not known here: it was exported before a backup was restored. The receipt is kept all the same.</source>
        <translation>本机不认得这份文件：它是恢复备份之前导出的。回执照样存下了。</translation>
    </message>
    <message>
        <source>Put these right, then export the month again.</source>
        <translation>请把下面这些改正，再重新导出这个月。</translation>
    </message>
    <message>
        <source>{count} people of the file are on record in other centres too ({centres}).</source>
        <translation>文件里有 {count} 人在别的中心也有登记（{centres}）。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Where it is put right</source>
        <translation>在哪里改</translation>
    </message>
    <message>
        <source>Nothing is to be mended.</source>
        <translation>没有需要改正的。</translation>
    </message>
    <message>
        <source>{district} received it on {moment}. In order: {rows} records; to be mended: {refused}.</source>
        <translation>{district}已于 {moment} 接收。无误 {rows} 条，需要改正 {refused} 条。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>哪里不对</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Residents: the person&apos;s card</source>
        <translation>名册：本人资料</translation>
    </message>
    <message>
        <source>Monthly visits: the record</source>
        <translation>月探访：探访记录</translation>
    </message>
    <message>
        <source>Beds: the person&apos;s stays</source>
        <translation>床位：本人入住</translation>
    </message>
    <message>
        <source>Monthly visits: risks</source>
        <translation>月探访：风险</translation>
    </message>
    <message>
        <source>Help services: the record</source>
        <translation>助老服务：服务记录</translation>
    </message>
    <message>
        <source>Canteen: the meal</source>
        <translation>幸福食堂：用餐记录</translation>
    </message>
    <message>
        <source>ask the district</source>
        <translation>请问区里</translation>
    </message>
    <message>
        <source>record</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter open   Esc back</source>
        <translation>↑↓ 选择   Enter 打开   Esc 返回</translation>
    </message>
    <message>
        <source>↑↓ choose</source>
        <translation>↑↓ 选择</translation>
    </message>
    <message>
        <source>Enter open</source>
        <translation>Enter 打开</translation>
    </message>
    <message>
        <source>Esc search</source>
        <translation>Esc 回到搜索</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>noted</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>looked at the whole ID number</source>
        <translation>查看完整证件号</translation>
    </message>
    <message>
        <source>corrected the ID number</source>
        <translation>更正证件号</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>undid a merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>import taken back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>centre made</source>
        <translation>建立中心</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>被新值取代</translation>
    </message>
    <message>
        <source>the same ID number</source>
        <translation>证件号相同</translation>
    </message>
    <message>
        <source>the same name and birth date</source>
        <translation>姓名、出生日期相同</translation>
    </message>
    <message>
        <source>a name that sounds the same and the same birth date</source>
        <translation>姓名同音、出生日期相同</translation>
    </message>
    <message>
        <source>the same phone and a similar name</source>
        <translation>电话相同、姓名相近</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>number on another platform</source>
        <translation>其他平台编号</translation>
    </message>
    <message>
        <source>register state</source>
        <translation>在册状态</translation>
    </message>
    <message>
        <source>category</source>
        <translation>特殊困难类别</translation>
    </message>
    <message>
        <source>category ended</source>
        <translation>类别终止</translation>
    </message>
    <message>
        <source>capability grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>QR code replaced</source>
        <translation>换码</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>pair of residents</source>
        <translation>疑似重复的两人</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>探访人</translation>
    </message>
    <message>
        <source>need</source>
        <translation>服务需求</translation>
    </message>
    <message>
        <source>visitor assigned</source>
        <translation>探访人分配</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>risk closed</source>
        <translation>风险关闭</translation>
    </message>
    <message>
        <source>excusal</source>
        <translation>免访</translation>
    </message>
    <message>
        <source>crisis</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>extra round</source>
        <translation>专项探访</translation>
    </message>
    <message>
        <source>person of an extra round</source>
        <translation>专项探访对象</translation>
    </message>
    <message>
        <source>route sheet</source>
        <translation>路线单</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>finding explained</source>
        <translation>疑点说明</translation>
    </message>
    <message>
        <source>referral note</source>
        <translation>转介单</translation>
    </message>
    <message>
        <source>help service</source>
        <translation>十助服务</translation>
    </message>
    <message>
        <source>meal</source>
        <translation>就餐</translation>
    </message>
    <message>
        <source>queued scan</source>
        <translation>待补录扫码</translation>
    </message>
    <message>
        <source>meal price</source>
        <translation>餐价</translation>
    </message>
    <message>
        <source>subsidy</source>
        <translation>就餐补贴</translation>
    </message>
    <message>
        <source>bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>admission</source>
        <translation>入住</translation>
    </message>
    <message>
        <source>discharge</source>
        <translation>离院</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>bed out of service</source>
        <translation>床位停用</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>更正单</translation>
    </message>
    <message>
        <source>sync file</source>
        <translation>上报文件</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>upgraded</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>discharged before</source>
        <translation>此前已离院</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Beds and stays</source>
        <translation>床位与入住</translation>
    </message>
    <message>
        <source>Help services</source>
        <translation>十助服务</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>就餐</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>not the same person</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>dwelling</source>
        <translation>居住情况</translation>
    </message>
    <message>
        <source>enrolment</source>
        <translation>签约参保</translation>
    </message>
    <message>
        <source>entry of a list</source>
        <translation>名单条目</translation>
    </message>
    <message>
        <source>name in a list</source>
        <translation>名单里的名称</translation>
    </message>
    <message>
        <source>text that stands for an entry</source>
        <translation>名单写法</translation>
    </message>
    <message>
        <source>person who works here</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>another result of the day holds</source>
        <translation>同一天以另一个结果为准</translation>
    </message>
    <message>
        <source>act of a correction</source>
        <translation>更正事项</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>the day&apos;s first backup</source>
        <translation>当日首次备份</translation>
    </message>
    <message>
        <source>on closing the program</source>
        <translation>退出时</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>恢复以前</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入以前</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>合并以前</translation>
    </message>
    <message>
        <source>before a month close</source>
        <translation>月结以前</translation>
    </message>
    <message>
        <source>row of a route sheet</source>
        <translation>路线单的一行</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>back on the same day</source>
        <translation>当天恢复使用</translation>
    </message>
    <message>
        <source>taken out of the correction</source>
        <translation>从更正单去掉</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>own form</source>
        <translation>自有表格</translation>
    </message>
    <message>
        <source>report layout</source>
        <translation>报表版式</translation>
    </message>
    <message>
        <source>typed figure</source>
        <translation>填报数</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>entry of a balance</source>
        <translation>余额流水</translation>
    </message>
    <message>
        <source>credit limit</source>
        <translation>透支限额</translation>
    </message>
    <message>
        <source>standing arrangement</source>
        <translation>固定约定</translation>
    </message>
    <message>
        <source>stop of an arrangement</source>
        <translation>约定暂停</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>taken out of the dish</source>
        <translation>从菜品中取下</translation>
    </message>
    <message>
        <source>purchase of food</source>
        <translation>食材采购</translation>
    </message>
    <message>
        <source>dish</source>
        <translation>菜品</translation>
    </message>
    <message>
        <source>batch of a dish</source>
        <translation>菜品用的批次</translation>
    </message>
    <message>
        <source>food sample</source>
        <translation>留样</translation>
    </message>
    <message>
        <source>line of the kitchen&apos;s sheets</source>
        <translation>厨房台账行</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>投诉意见</translation>
    </message>
    <message>
        <source>training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>taking part in a training</source>
        <translation>参加培训</translation>
    </message>
    <message>
        <source>definition of a help service</source>
        <translation>十助项目定义</translation>
    </message>
    <message>
        <source>fee of a help service</source>
        <translation>十助价目</translation>
    </message>
    <message>
        <source>package of help services</source>
        <translation>服务包</translation>
    </message>
    <message>
        <source>budget of a payer</source>
        <translation>付费方预算</translation>
    </message>
    <message>
        <source>time in day care</source>
        <translation>日托出勤</translation>
    </message>
    <message>
        <source>application for a bed</source>
        <translation>轮候申请</translation>
    </message>
    <message>
        <source>offer of a bed</source>
        <translation>入住通知</translation>
    </message>
    <message>
        <source>no longer kept</source>
        <translation>不再预留</translation>
    </message>
    <message>
        <source>kind of a bed</source>
        <translation>床位类型</translation>
    </message>
    <message>
        <source>insurance of a bed</source>
        <translation>床位保险</translation>
    </message>
    <message>
        <source>bed kept for somebody</source>
        <translation>床位预留</translation>
    </message>
    <message>
        <source>ability assessment</source>
        <translation>能力评估</translation>
    </message>
    <message>
        <source>the service was changed</source>
        <translation>服务改动</translation>
    </message>
    <message>
        <source>ended before</source>
        <translation>在此之前已结束</translation>
    </message>
    <message>
        <source>care bed at home</source>
        <translation>家庭照护床位</translation>
    </message>
    <message>
        <source>line of a plan of care at home</source>
        <translation>家庭照护计划</translation>
    </message>
    <message>
        <source>review of care at home</source>
        <translation>家庭照护复评</translation>
    </message>
    <message>
        <source>contract of a stay</source>
        <translation>入住协议</translation>
    </message>
    <message>
        <source>before a correction</source>
        <translation>批准更正单前</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>能力评估</translation>
    </message>
    <message>
        <source>the label was there already</source>
        <translation>原有标签，已贴</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>rate of stays</source>
        <translation>住养收费标准</translation>
    </message>
    <message>
        <source>charge of a month of a stay</source>
        <translation>住养月度计费</translation>
    </message>
    <message>
        <source>took out of the log</source>
        <translation>从日志中抹去内容</translation>
    </message>
    <message>
        <source>change log</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>before encrypting</source>
        <translation>加密前</translation>
    </message>
    <message>
        <source>encryption of the data</source>
        <translation>数据加密</translation>
    </message>
    <message>
        <source>gave out a copy of everything</source>
        <translation>给出全部记录的副本</translation>
    </message>
    <message>
        <source>deleted the personal data</source>
        <translation>删除个人信息</translation>
    </message>
    <message>
        <source>file for the district</source>
        <translation>导出上报文件</translation>
    </message>
    <message>
        <source>the reports of a month that was closed before they were kept</source>
        <translation>补存以前已月结的报表</translation>
    </message>
    <message>
        <source>codes for the reports of a month that was closed before they had any</source>
        <translation>补编以前已月结报表的编码</translation>
    </message>
    <message>
        <source>version of a month</source>
        <translation>月结版本</translation>
    </message>
    <message>
        <source>code of a report</source>
        <translation>报表编码</translation>
    </message>
    <message>
        <source>withdrawal of consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>label sheet</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>scanned though it is replaced</source>
        <translation>扫了旧码</translation>
    </message>
    <message>
        <source>restored on trial</source>
        <translation>试恢复</translation>
    </message>
    <message>
        <source>wrote to a file</source>
        <translation>存成文件带出</translation>
    </message>
    <message>
        <source>paper or file that went out</source>
        <translation>带出的纸张、文件</translation>
    </message>
    <message>
        <source>enrolment with a district</source>
        <translation>区民政局密钥</translation>
    </message>
    <message>
        <source>keys of the centre</source>
        <translation>本中心密钥</translation>
    </message>
    <message>
        <source>took in from another station</source>
        <translation>收进别的工位的记录</translation>
    </message>
    <message>
        <source>decided between two stations</source>
        <translation>决定了两个工位的冲突</translation>
    </message>
    <message>
        <source>another station had recorded the same already</source>
        <translation>别的工位已先登记</translation>
    </message>
    <message>
        <source>exchange between stations</source>
        <translation>工位互换</translation>
    </message>
    <message>
        <source>receipt of the district</source>
        <translation>区里的回执</translation>
    </message>
    <message>
        <source>another receipt of this file came</source>
        <translation>这份文件又来了一张回执</translation>
    </message>
    <message>
        <source>found without a record in the log</source>
        <translation>补记（做好时没来得及记）</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合的记录</translation>
    </message>
    <message>
        <source>Search for something else or clear the filters.</source>
        <translation>换个词搜索，或清除筛选。</translation>
    </message>
    <message>
        <source>Workbook (xlsx)…</source>
        <translation>导出表格（xlsx）…</translation>
    </message>
    <message>
        <source>Pages: preview, print, PDF</source>
        <translation>预览、打印、存为 PDF</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>导入导出</translation>
    </message>
    <message>
        <source>Take in a workbook…</source>
        <translation>导入工作簿…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This record is not there any more: it was voided.</source>
        <translation>这条记录已作废，找不到了。</translation>
    </message>
</context>
<context>
    <name>RegisterLists</name>
    <message>
        <source>List</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>F4 today; “Came and left” is about the month of this day.</source>
        <translation>F4 今天；新增停止按此日所在的月份。</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Pages (PDF)</source>
        <translation>预览打印（PDF）</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>表格（xlsx）</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Lists of the register</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>正在生成名册</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>花名册</translation>
    </message>
    <message>
        <source>Came and left</source>
        <translation>新增停止</translation>
    </message>
    <message>
        <source>80, 90, 100 years</source>
        <translation>80/90/100岁</translation>
    </message>
    <message>
        <source>Community by category</source>
        <translation>社区×类别</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>{month} · {state} · figures of now</source>
        <translation>{month} · {state} · 按现有记录统计</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>This report as PDF…</source>
        <translation>本表导出 PDF…</translation>
    </message>
    <message>
        <source>This report as a workbook…</source>
        <translation>本表导出 Excel…</translation>
    </message>
    <message>
        <source>Choose a folder for the reports</source>
        <translation>选择报表存放的文件夹</translation>
    </message>
    <message>
        <source>{count} files lie in {folder}.</source>
        <translation>已写入 {count} 个文件：{folder}。</translation>
    </message>
    <message>
        <source>Nothing to list</source>
        <translation>没有可列的内容</translation>
    </message>
    <message>
        <source>The month has no record for this table.</source>
        <translation>本月没有这一项的记录。</translation>
    </message>
    <message>
        <source>{month} · {state} · version {number}, mark {mark}</source>
        <translation>{month} · {state} · 第 {number} 版，校验码 {mark}</translation>
    </message>
    <message>
        <source>{month} · reading…</source>
        <translation>{month} · 正在读取…</translation>
    </message>
    <message>
        <source>The figures of the month are being read…</source>
        <translation>正在读取这个月的数字…</translation>
    </message>
    <message>
        <source>This report as CSV…</source>
        <translation>本表存为 CSV…</translation>
    </message>
    <message>
        <source>All reports as CSV…</source>
        <translation>全部报表存为 CSV…</translation>
    </message>
    <message>
        <source>All reports as one PDF with contents…</source>
        <translation>全部报表合成一个 PDF（带目录）…</translation>
    </message>
    <message>
        <source>Print all reports…</source>
        <translation>打印全部报表…</translation>
    </message>
    <message>
        <source>Nothing is listed behind this line.</source>
        <translation>这一行没有可列出的名单。</translation>
    </message>
    <message>
        <source>Who and what makes this number (Enter)</source>
        <translation>由哪些人、哪些记录得来（回车）</translation>
    </message>
    <message>
        <source>Who and what makes this number</source>
        <translation>由哪些人、哪些记录得来</translation>
    </message>
    <message>
        <source>All reports as PDF and workbooks…</source>
        <translation>全部报表导出为 PDF 和 Excel…</translation>
    </message>
    <message>
        <source>Trends (F7)</source>
        <translation>走势与对比（F7）</translation>
    </message>
    <message>
        <source>Versions (F6)</source>
        <translation>版本（F6）</translation>
    </message>
    <message>
        <source>The scanned paper is the report of {month}, version {version}: it holds.</source>
        <translation>扫描的是{month}的报表第 {version} 版，是现行版本。</translation>
    </message>
    <message>
        <source>The scanned paper is the report of {month}, version {version}. It holds no more: version {latest} does.</source>
        <translation>扫描的是{month}的报表第 {version} 版，已不是现行版本：现行的是第 {latest} 版。</translation>
    </message>
    <message>
        <source>Open version {latest}</source>
        <translation>打开第 {latest} 版</translation>
    </message>
    <message>
        <source>Trends, and the month beside another</source>
        <translation>走势，与其他月份对比</translation>
    </message>
</context>
<context>
    <name>ReportsKeys</name>
    <message>
        <source>all months with their versions</source>
        <translation>各月报表的版本</translation>
    </message>
</context>
<context>
    <name>ResidentCard</name>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Native area</source>
        <translation>籍贯地区</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Numbers on other platforms</source>
        <translation>其他平台编号</translation>
    </message>
    <message>
        <source>replaced, still works</source>
        <translation>旧卡，仍可用</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Capability grades</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>Register states</source>
        <translation>在册状态</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Card codes</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>before any record</source>
        <translation>建档以前</translation>
    </message>
    <message>
        <source>{first} to {last}, ended</source>
        <translation>{first} 至 {last}，已结束</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>on leave today</source>
        <translation>今日请假</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>变更内容与原因</translation>
    </message>
    <message>
        <source>Change history</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>{field}: {value} taken out</source>
        <translation>{field}：去掉 {value}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Consent form</source>
        <translation>知情同意书</translation>
    </message>
    <message>
        <source>Writing the consent form</source>
        <translation>正在生成同意书</translation>
    </message>
    <message>
        <source>Change the state… (moved out, deceased, back)</source>
        <translation>变更状态…（迁出、去世、注销、恢复在册）</translation>
    </message>
    <message>
        <source>Put the ID number right…</source>
        <translation>更正证件号码…</translation>
    </message>
    <message>
        <source>Photograph…</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Service card…</source>
        <translation>打印服务卡…</translation>
    </message>
    <message>
        <source>Consent form with the whole ID number (logged)</source>
        <translation>知情同意书（完整证号，记入日志）</translation>
    </message>
    <message>
        <source>Make void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>More (F10)</source>
        <translation>更多 (F10)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人情况</translation>
    </message>
    <message>
        <source>Categories and states</source>
        <translation>类别与状态</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Show it (F3)</source>
        <translation>显示全号 (F3)</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>过往</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>Void: {reason}</source>
        <translation>作废：{reason}</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>This record was merged into another: open it.</source>
        <translation>此档案已并入另一份档案：点此打开。</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 前处理</translation>
    </message>
    <message>
        <source>Open risk</source>
        <translation>未闭环风险</translation>
    </message>
    <message>
        <source>Perhaps twice</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>{count} entries dated after the person left: {kinds}</source>
        <translation>离册之后还有 {count} 条记录：{kinds}</translation>
    </message>
    <message>
        <source>Hide it (F3)</source>
        <translation>隐去 (F3)</translation>
    </message>
    <message>
        <source>This month: visits {visits} (attempts {attempts}) · services {services} · meals {meals}</source>
        <translation>本月：探访 {visits} 次（未见到 {attempts} 次）· 服务 {services} 次 · 就餐 {meals} 餐</translation>
    </message>
    <message>
        <source>open orders {count}</source>
        <translation>未完成服务单 {count} 张</translation>
    </message>
    <message>
        <source>Capability grade: which holds, void…</source>
        <translation>能力等级：以哪个为准、作废…</translation>
    </message>
    <message>
        <source>Record the proposed category (F8)</source>
        <translation>登记建议的类别（F8）</translation>
    </message>
    <message>
        <source>Put the proposal away…</source>
        <translation>不登记，写明原因…</translation>
    </message>
    <message>
        <source>Two capability grades of one day: say which holds (Enter)</source>
        <translation>同一天有两个能力等级：按回车选以哪个为准</translation>
    </message>
    <message>
        <source>Two results</source>
        <translation>两个结果</translation>
    </message>
    <message>
        <source>Assessed as {grade}: record “{flag}”? F8 records it, Enter puts it away</source>
        <translation>评估为{grade}：登记“{flag}”吗？F8 登记，回车写原因不登记</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Record a visit (F6)</source>
        <translation>登记探访（F6）</translation>
    </message>
    <message>
        <source>Record a service (F7)</source>
        <translation>登记服务（F7）</translation>
    </message>
    <message>
        <source>Allowances: received, class, stopped… (F4)</source>
        <translation>津贴补贴：享受、调整、停止…（F4）</translation>
    </message>
    <message>
        <source>{yuan} yuan left for meals are to be given back</source>
        <translation>还有 {yuan} 元预存要退</translation>
    </message>
    <message>
        <source>{yuan} yuan for meals are still to be paid</source>
        <translation>还欠 {yuan} 元餐费</translation>
    </message>
    <message>
        <source>Money left</source>
        <translation>预存</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>服务包</translation>
    </message>
    <message>
        <source>{used} of {granted} hours used this month, {over} beyond</source>
        <translation>本月已用 {used} 小时（每月 {granted} 小时），超出 {over} 小时</translation>
    </message>
    <message>
        <source>{used} of {granted} hours used this month, {left} left</source>
        <translation>本月已用 {used} 小时（每月 {granted} 小时），还剩 {left} 小时</translation>
    </message>
    <message>
        <source>any help</source>
        <translation>不限类型</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>Week after week</source>
        <translation>定期安排</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Card lost: another code…</source>
        <translation>服务卡丢了，换新码…</translation>
    </message>
    <message>
        <source>Waits for a bed</source>
        <translation>轮候</translation>
    </message>
    <message>
        <source>place {position}, applied on {day}</source>
        <translation>第 {position} 位，{day} 申请</translation>
    </message>
    <message>
        <source>Ability assessments… (Ctrl+G)</source>
        <translation>能力评估…（Ctrl+G）</translation>
    </message>
    <message>
        <source>Since {day}: {what}. Enter records that it is given anew.</source>
        <translation>{day} 起：{what}。按 Enter 登记重新同意。</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Consent withdrawn…</source>
        <translation>撤回同意…</translation>
    </message>
    <message>
        <source>Consent given anew…</source>
        <translation>重新同意…</translation>
    </message>
    <message>
        <source>Paper of the withdrawal</source>
        <translation>撤回同意确认书</translation>
    </message>
    <message>
        <source>Copy of everything for the person…</source>
        <translation>个人信息副本…</translation>
    </message>
    <message>
        <source>Fees of the stay</source>
        <translation>住养费用</translation>
    </message>
</context>
<context>
    <name>ResidentForm</name>
    <message>
        <source>On record with this number: {name}</source>
        <translation>此号码已登记：{name}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Keep it to be verified, and check it later</source>
        <translation>先按“待核”保存，以后核对</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>详细地址</translation>
    </message>
    <message>
        <source>Lives</source>
        <translation>居住情况</translation>
    </message>
    <message>
        <source>Emergency contacts</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Special needs</source>
        <translation>特殊困难与能力</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>困难类别</translation>
    </message>
    <message>
        <source>Capability grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>评估日期</translation>
    </message>
    <message>
        <source>Assessor</source>
        <translation>评估人</translation>
    </message>
    <message>
        <source>More about the person</source>
        <translation>其他情况</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Household registration</source>
        <translation>户籍地</translation>
    </message>
    <message>
        <source>Kind of household</source>
        <translation>户口性质</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>残疾类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>残疾等级</translation>
    </message>
    <message>
        <source>Chronic diseases</source>
        <translation>慢性病</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Health record</source>
        <translation>健康档案</translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation>档案号</translation>
    </message>
    <message>
        <source>Family doctor</source>
        <translation>家庭医生</translation>
    </message>
    <message>
        <source>Doctor&apos;s name</source>
        <translation>医生姓名</translation>
    </message>
    <message>
        <source>Insurance and allowances</source>
        <translation>保险与津贴</translation>
    </message>
    <message>
        <source>Medical insurance</source>
        <translation>医疗保险</translation>
    </message>
    <message>
        <source>Care insurance</source>
        <translation>长护险</translation>
    </message>
    <message>
        <source>Accident insurance</source>
        <translation>意外险</translation>
    </message>
    <message>
        <source>Advanced-age allowance</source>
        <translation>高龄津贴</translation>
    </message>
    <message>
        <source>Care allowance</source>
        <translation>护理补贴</translation>
    </message>
    <message>
        <source>Service allowance</source>
        <translation>养老服务补贴</translation>
    </message>
    <message>
        <source>Consent and register</source>
        <translation>知情同意与在册</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>同意日期</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Paper no.</source>
        <translation>同意书编号</translation>
    </message>
    <message>
        <source>On register since</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>在册状态</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>状态日期</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Right: {sex}, born {born}</source>
        <translation>号码正确：{sex}，{born} 生</translation>
    </message>
    <message>
        <source>The check digit does not fit. Meant {number}? {key} takes it.</source>
        <translation>校验码不符。是否应为 {number}？按 {key} 采用。</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Add a contact (Space)</source>
        <translation>添加联系人（空格）</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Add a category (Space)</source>
        <translation>添加类别（空格）</translation>
    </message>
    <message>
        <source>Ends today. Taken away again, it counts as never having been.</source>
        <translation>到今天结束。再去掉一次，则视为从未有过。</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Add a number (Space)</source>
        <translation>添加编号（空格）</translation>
    </message>
    <message>
        <source>F10 on the card puts a wrong number right. {area}</source>
        <translation>号码有误请在档案页按 F10 更正。{area}</translation>
    </message>
    <message>
        <source>Numbers elsewhere</source>
        <translation>其他平台编号</translation>
    </message>
    <message>
        <source>Perhaps on record already: Tab leads there, Enter opens the card.</source>
        <translation>可能已有档案：按 Tab 选中，回车打开。</translation>
    </message>
    <message>
        <source>level 1</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>level 2</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>level 3</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>level 4</source>
        <translation>四级</translation>
    </message>
    <message>
        <source>not the same person, two people of this name and birth date</source>
        <translation>不是同一人（同名同日出生的另一位）</translation>
    </message>
    <message>
        <source>Change holds from</source>
        <translation>变更自何日起</translation>
    </message>
    <message>
        <source>The check digit does not fit. One of {numbers}? {key} takes the first.</source>
        <translation>校验位不符。是否为其中之一：{numbers}？按 {key} 取第一个。</translation>
    </message>
    <message>
        <source>{numbers} and {count} others</source>
        <translation>{numbers} 等（另有 {count} 个）</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>饮食禁忌</translation>
    </message>
</context>
<context>
    <name>ResidentGrades</name>
    <message>
        <source>It holds on its day</source>
        <translation>当天以它为准</translation>
    </message>
    <message>
        <source>It is void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>needed where it becomes void</source>
        <translation>作废时须写</translation>
    </message>
    <message>
        <source>Capability grades of {name}</source>
        <translation>{name}的能力等级</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>The grade of {name} is settled</source>
        <translation>{name}的能力等级已确定</translation>
    </message>
    <message>
        <source>{name}: “{flag}” is recorded</source>
        <translation>{name}：已登记“{flag}”</translation>
    </message>
    <message>
        <source>{name} is assessed as {grade}. Why is “{flag}” not recorded?</source>
        <translation>{name}评估为{grade}。为什么不登记“{flag}”？</translation>
    </message>
    <message>
        <source>Put the proposal away</source>
        <translation>不登记</translation>
    </message>
    <message>
        <source>The proposal for {name} is put away</source>
        <translation>{name}的建议已处理：不登记</translation>
    </message>
</context>
<context>
    <name>ResidentState</name>
    <message>
        <source>New state</source>
        <translation>新状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Change the state of {name} (now {state})</source>
        <translation>变更 {name} 的状态（现为{state}）</translation>
    </message>
    <message>
        <source>Change the state</source>
        <translation>变更状态</translation>
    </message>
    <message>
        <source>Choose the state and the day to see what follows.</source>
        <translation>选择状态和日期后，这里显示会有什么影响。</translation>
    </message>
    <message>
        <source>Nothing else follows from it.</source>
        <translation>没有其他影响。</translation>
    </message>
    <message>
        <source>What follows:</source>
        <translation>保存后：</translation>
    </message>
    <message>
        <source>{name}: {state} from {day}</source>
        <translation>{name}：{day} 起{state}</translation>
    </message>
    <message>
        <source>Right number</source>
        <translation>正确号码</translation>
    </message>
    <message>
        <source>Put the ID number of {name} right</source>
        <translation>更正 {name} 的证件号码</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>The number of {name} is put right</source>
        <translation>{name} 的证件号码已更正</translation>
    </message>
    <message>
        <source>Make the record of {name} void? Only a record made by mistake is void.</source>
        <translation>作废 {name} 的档案？只有录错的档案才作废。</translation>
    </message>
    <message>
        <source>Make it void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The record of {name} is void</source>
        <translation>{name} 的档案已作废</translation>
    </message>
    <message>
        <source>No more on the roster from {month}.</source>
        <translation>自{month}起不再列入应访名单。</translation>
    </message>
    <message>
        <source>On the roster again from {month}.</source>
        <translation>自{month}起重新列入应访名单。</translation>
    </message>
    <message>
        <source>Excused on the roster of {month}.</source>
        <translation>{month}应访名单中记为免访。</translation>
    </message>
    <message>
        <source>The stay in {bed} ends that day, the bed is free.</source>
        <translation>{bed} 的入住当日结束，床位空出。</translation>
    </message>
    <message>
        <source>{count} open orders are cancelled: {types}</source>
        <translation>取消 {count} 张未完成的服务单：{types}</translation>
    </message>
    <message>
        <source>{count} risks stay open: close them with their result.</source>
        <translation>{count} 项风险仍未闭环：请填写结果后关闭。</translation>
    </message>
    <message>
        <source>{name} has one person less to visit.</source>
        <translation>{name} 的探访对象减少一人。</translation>
    </message>
    <message>
        <source>{count} × {kind} dated after it ({first} – {last}): look at them.</source>
        <translation>此日之后还有{kind} {count} 条（{first} 至 {last}）：不改动，请核对。</translation>
    </message>
    <message>
        <source>{month} is closed and stays as it was counted.</source>
        <translation>{month}已月结，仍按当时统计的数不变。</translation>
    </message>
    <message>
        <source>The stay in {bed} ends on {day}, behind the closed months.</source>
        <translation>{bed}的入住记到{day}为止（已月结的月份不动）。</translation>
    </message>
    <message>
        <source>{count} × {kind} dated after it ({first}): look at it.</source>
        <translation>此日之后还有{kind} {count} 条（{first}），请核对。</translation>
    </message>
    <message>
        <source>take the number that was probably meant</source>
        <translation>采用可能正确的号码</translation>
    </message>
    <message>
        <source>The application for a bed ends that day: {modes}</source>
        <translation>床位轮候申请当天结束：{modes}</translation>
    </message>
    <message>
        <source>What do you need the whole ID number of {name} for? It is kept in the log.</source>
        <translation>查看{name}的完整证号，用途是什么？用途记入操作日志。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Residents</name>
    <message>
        <source>{count} on register</source>
        <translation>在册 {count} 人</translation>
    </message>
    <message>
        <source>{count} to verify</source>
        <translation>待核 {count} 人</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Open risk: {what}{due}</source>
        <translation>未关闭风险：{what}{due}</translation>
    </message>
    <message>
        <source>New resident</source>
        <translation>新增老年人</translation>
    </message>
    <message>
        <source>{name} is saved</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Visit this month</source>
        <translation>本月探访</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Nobody is on register yet</source>
        <translation>还没有在册老年人</translation>
    </message>
    <message>
        <source>Type the first one with Ctrl+N, or take a workbook in with Import.</source>
        <translation>按 Ctrl+N 登记第一位，或用“导入”把现有表格导进来。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Lives</source>
        <translation>居住情况</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近探访</translation>
    </message>
    <message>
        <source>visits {visits} · meals {meals} · services {services}</source>
        <translation>探访 {visits} · 就餐 {meals} · 服务 {services}</translation>
    </message>
    <message>
        <source>Resident cards…</source>
        <translation>服务卡…</translation>
    </message>
    <message>
        <source>Register form</source>
        <translation>在册老年人情况表</translation>
    </message>
    <message>
        <source>90 and over</source>
        <translation>90岁以上</translation>
    </message>
    <message>
        <source>{band} years</source>
        <translation>{band}岁</translation>
    </message>
    <message>
        <source>80 and over</source>
        <translation>80岁以上</translation>
    </message>
    <message>
        <source>Perhaps twice: {count}</source>
        <translation>可能重复 {count} 组</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>Open the card (Enter)</source>
        <translation>打开档案（回车）</translation>
    </message>
    <message>
        <source>Edit (F2)</source>
        <translation>编辑 (F2)</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>显示列…</translation>
    </message>
    <message>
        <source>Roll of the register…</source>
        <translation>在册花名册…</translation>
    </message>
    <message>
        <source>Who came, who left…</source>
        <translation>新增、停止名单…</translation>
    </message>
    <message>
        <source>80, 90, 100 years…</source>
        <translation>80、90、100 岁名单…</translation>
    </message>
    <message>
        <source>Communities by category…</source>
        <translation>社区×类别统计…</translation>
    </message>
    <message>
        <source>Register as of a past day…</source>
        <translation>截至某日的名册…</translation>
    </message>
    <message>
        <source>found by: {places}</source>
        <translation>数字出现在：{places}</translation>
    </message>
    <message>
        <source>Record a visit (F6)</source>
        <translation>登记探访（F6）</translation>
    </message>
    <message>
        <source>Record a service (F7)</source>
        <translation>登记服务（F7）</translation>
    </message>
    <message>
        <source>Import (Ctrl+I)</source>
        <translation>导入（Ctrl+I）</translation>
    </message>
    <message>
        <source>Lists (F10)</source>
        <translation>名册（F10）</translation>
    </message>
    <message>
        <source>all {count} people listed</source>
        <translation>列出的全部 {count} 人</translation>
    </message>
    <message>
        <source>the {count} selected people</source>
        <translation>选中的 {count} 人</translation>
    </message>
    <message>
        <source>the {count} listed without a printed card</source>
        <translation>列出的人中没有打印过卡的 {count} 位</translation>
    </message>
    <message>
        <source>the {count} who came with an old card today</source>
        <translation>今天拿旧卡来的 {count} 人</translation>
    </message>
</context>
<context>
    <name>ResidentsKeys</name>
    <message>
        <source>everything else that can be done with the person</source>
        <translation>对这位老人的其他操作</translation>
    </message>
    <message>
        <source>take the suggested ID number, in the form</source>
        <translation>在表单里采用建议的证号</translation>
    </message>
    <message>
        <source>people who may be recorded twice</source>
        <translation>可能重复的档案</translation>
    </message>
    <message>
        <source>copy lines with headings</source>
        <translation>连同表头复制</translation>
    </message>
    <message>
        <source>show the whole ID number for some seconds</source>
        <translation>显示完整身份证号几秒钟</translation>
    </message>
    <message>
        <source>from the timeline to the changes and back</source>
        <translation>在时间线与变更记录之间切换</translation>
    </message>
    <message>
        <source>make one of the two</source>
        <translation>把两人合并为一人</translation>
    </message>
    <message>
        <source>keep the other one of the two</source>
        <translation>改为保留另一人</translation>
    </message>
    <message>
        <source>they are two people</source>
        <translation>确认是两个人</translation>
    </message>
    <message>
        <source>open the card</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>from the pairs to what was merged and back</source>
        <translation>在疑似重复与已合并之间切换</translation>
    </message>
    <message>
        <source>edit the person</source>
        <translation>修改该老年人</translation>
    </message>
    <message>
        <source>lists and cards</source>
        <translation>名单与卡片</translation>
    </message>
    <message>
        <source>take in a workbook</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>record the category that the grade proposes</source>
        <translation>登记能力等级建议的类别</translation>
    </message>
    <message>
        <source>record a visit</source>
        <translation>登记探访</translation>
    </message>
    <message>
        <source>record a service</source>
        <translation>登记服务</translation>
    </message>
    <message>
        <source>which columns are shown</source>
        <translation>选显示哪些列</translation>
    </message>
    <message>
        <source>an allowance: received, its class, stopped</source>
        <translation>津贴补贴：享受、调整档次、停止</translation>
    </message>
    <message>
        <source>ability assessments, a new one</source>
        <translation>能力评估：对照、新评估</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>no</source>
        <translation>不可</translation>
    </message>
    <message>
        <source>own only</source>
        <translation>仅本人</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>change a person&apos;s record</source>
        <translation>登记和修改老人信息</translation>
    </message>
    <message>
        <source>change the state on the register</source>
        <translation>变更在册状态</translation>
    </message>
    <message>
        <source>take back a change of state</source>
        <translation>撤回在册状态变更</translation>
    </message>
    <message>
        <source>correct an ID number</source>
        <translation>更正身份证号</translation>
    </message>
    <message>
        <source>look at the whole ID number</source>
        <translation>查看完整身份证号</translation>
    </message>
    <message>
        <source>merge two records of one person</source>
        <translation>合并重复档案</translation>
    </message>
    <message>
        <source>undo a merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>note that two records are two people</source>
        <translation>标记两份档案不是同一人</translation>
    </message>
    <message>
        <source>ask again about two records</source>
        <translation>重新核对两份档案</translation>
    </message>
    <message>
        <source>void a person&apos;s record</source>
        <translation>作废老人档案</translation>
    </message>
    <message>
        <source>record a grade</source>
        <translation>登记能力等级</translation>
    </message>
    <message>
        <source>void a grade</source>
        <translation>作废能力等级</translation>
    </message>
    <message>
        <source>record an assessment</source>
        <translation>登记能力评估</translation>
    </message>
    <message>
        <source>print an assessment</source>
        <translation>打印评估表</translation>
    </message>
    <message>
        <source>keep a photograph</source>
        <translation>保存照片</translation>
    </message>
    <message>
        <source>remove a photograph</source>
        <translation>删除照片</translation>
    </message>
    <message>
        <source>replace a printed code</source>
        <translation>补发条码</translation>
    </message>
    <message>
        <source>print labels and cards</source>
        <translation>打印标签和卡片</translation>
    </message>
    <message>
        <source>take in a workbook</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>undo an import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>say whose name a text is</source>
        <translation>确认名称归属</translation>
    </message>
    <message>
        <source>record that consent is withdrawn</source>
        <translation>登记撤回同意</translation>
    </message>
    <message>
        <source>record that consent is given anew</source>
        <translation>登记重新同意</translation>
    </message>
    <message>
        <source>void a withdrawal of consent</source>
        <translation>作废撤回同意</translation>
    </message>
    <message>
        <source>record visits and calls</source>
        <translation>登记探访和电话问候</translation>
    </message>
    <message>
        <source>correct a visit</source>
        <translation>更正探访记录</translation>
    </message>
    <message>
        <source>void a visit</source>
        <translation>作废探访记录</translation>
    </message>
    <message>
        <source>open orders for the needs of a visit</source>
        <translation>按探访需求开工单</translation>
    </message>
    <message>
        <source>record a risk</source>
        <translation>登记风险隐患</translation>
    </message>
    <message>
        <source>close a risk</source>
        <translation>销号风险隐患</translation>
    </message>
    <message>
        <source>refer a risk</source>
        <translation>转介风险隐患</translation>
    </message>
    <message>
        <source>record a crisis</source>
        <translation>登记突发情况</translation>
    </message>
    <message>
        <source>void a crisis</source>
        <translation>作废突发情况</translation>
    </message>
    <message>
        <source>make route sheets and delivery lists</source>
        <translation>制作走访单和送餐单</translation>
    </message>
    <message>
        <source>void a route sheet</source>
        <translation>作废走访单</translation>
    </message>
    <message>
        <source>attach a scan</source>
        <translation>上传扫描件</translation>
    </message>
    <message>
        <source>void a scan</source>
        <translation>作废扫描件</translation>
    </message>
    <message>
        <source>assign people to visitors</source>
        <translation>分配探访员</translation>
    </message>
    <message>
        <source>explain a finding</source>
        <translation>说明疑点</translation>
    </message>
    <message>
        <source>confirm that a visit is not due</source>
        <translation>确认免访</translation>
    </message>
    <message>
        <source>start an extra round</source>
        <translation>开展专项走访</translation>
    </message>
    <message>
        <source>void an extra round</source>
        <translation>作废专项走访</translation>
    </message>
    <message>
        <source>record services and orders</source>
        <translation>登记服务和工单</translation>
    </message>
    <message>
        <source>dispatch, finish, rate or cancel an order</source>
        <translation>派单、完成、回访、取消工单</translation>
    </message>
    <message>
        <source>void a service</source>
        <translation>作废服务记录</translation>
    </message>
    <message>
        <source>print orders</source>
        <translation>打印工单</translation>
    </message>
    <message>
        <source>change standing orders</source>
        <translation>维护固定安排</translation>
    </message>
    <message>
        <source>set holidays</source>
        <translation>设置放假日</translation>
    </message>
    <message>
        <source>change service packages</source>
        <translation>维护服务包</translation>
    </message>
    <message>
        <source>change payers&apos; budgets</source>
        <translation>维护经费预算</translation>
    </message>
    <message>
        <source>define what is offered</source>
        <translation>维护服务项目</translation>
    </message>
    <message>
        <source>void what is offered</source>
        <translation>作废服务项目</translation>
    </message>
    <message>
        <source>keep care beds at home</source>
        <translation>维护家庭养老床位</translation>
    </message>
    <message>
        <source>record meals</source>
        <translation>登记用餐</translation>
    </message>
    <message>
        <source>void a meal</source>
        <translation>作废用餐</translation>
    </message>
    <message>
        <source>say who an open scan is</source>
        <translation>处理待认领扫码</translation>
    </message>
    <message>
        <source>dismiss an open scan</source>
        <translation>忽略待认领扫码</translation>
    </message>
    <message>
        <source>record opinions of meals</source>
        <translation>登记用餐评价</translation>
    </message>
    <message>
        <source>sign deliveries back</source>
        <translation>登记送餐签收</translation>
    </message>
    <message>
        <source>price meals without a price</source>
        <translation>补算用餐价格</translation>
    </message>
    <message>
        <source>take money for meals</source>
        <translation>餐费充值</translation>
    </message>
    <message>
        <source>give money for meals back</source>
        <translation>餐费退款</translation>
    </message>
    <message>
        <source>correct an entry of a ledger</source>
        <translation>更正台账记账</translation>
    </message>
    <message>
        <source>hand the cash over</source>
        <translation>现金交接</translation>
    </message>
    <message>
        <source>print receipts</source>
        <translation>打印收据</translation>
    </message>
    <message>
        <source>set a credit limit</source>
        <translation>设置透支额度</translation>
    </message>
    <message>
        <source>keep dishes and menus</source>
        <translation>维护菜品和菜单</translation>
    </message>
    <message>
        <source>keep samples and kitchen sheets</source>
        <translation>登记留样和厨房台账</translation>
    </message>
    <message>
        <source>record food bought</source>
        <translation>登记食材采购</translation>
    </message>
    <message>
        <source>record complaints</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>void rows of the food ledger</source>
        <translation>作废食品台账记录</translation>
    </message>
    <message>
        <source>trace food to people</source>
        <translation>食品追溯</translation>
    </message>
    <message>
        <source>admit somebody</source>
        <translation>办理入住</translation>
    </message>
    <message>
        <source>discharge somebody</source>
        <translation>办理退住</translation>
    </message>
    <message>
        <source>move somebody to another bed</source>
        <translation>调换床位</translation>
    </message>
    <message>
        <source>void a stay</source>
        <translation>作废入住</translation>
    </message>
    <message>
        <source>record a leave</source>
        <translation>登记请假外出</translation>
    </message>
    <message>
        <source>change a leave</source>
        <translation>修改请假</translation>
    </message>
    <message>
        <source>end a leave</source>
        <translation>登记返回</translation>
    </message>
    <message>
        <source>void a leave</source>
        <translation>作废请假</translation>
    </message>
    <message>
        <source>keep rooms and beds</source>
        <translation>维护房间和床位</translation>
    </message>
    <message>
        <source>take a bed out of service</source>
        <translation>停用床位</translation>
    </message>
    <message>
        <source>put a bed back into service</source>
        <translation>恢复床位</translation>
    </message>
    <message>
        <source>reserve a bed</source>
        <translation>预留床位</translation>
    </message>
    <message>
        <source>void a fact about a bed</source>
        <translation>作废床位情况</translation>
    </message>
    <message>
        <source>keep the waiting list</source>
        <translation>维护轮候名单</translation>
    </message>
    <message>
        <source>offer a bed</source>
        <translation>通知入住</translation>
    </message>
    <message>
        <source>record the answer to an offer</source>
        <translation>登记轮候答复</translation>
    </message>
    <message>
        <source>keep contracts</source>
        <translation>维护入住合同</translation>
    </message>
    <message>
        <source>charge fees of stays</source>
        <translation>计收入住费用</translation>
    </message>
    <message>
        <source>take money for stays</source>
        <translation>收入住费用</translation>
    </message>
    <message>
        <source>give money for stays back</source>
        <translation>退入住费用</translation>
    </message>
    <message>
        <source>record day care</source>
        <translation>登记日间照料</translation>
    </message>
    <message>
        <source>void day care</source>
        <translation>作废日间照料</translation>
    </message>
    <message>
        <source>close a month</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>open a correction of a month</source>
        <translation>发起月结更正</translation>
    </message>
    <message>
        <source>approve or refuse a correction</source>
        <translation>审批月结更正</translation>
    </message>
    <message>
        <source>type figures</source>
        <translation>填报数字</translation>
    </message>
    <message>
        <source>void a typed figure</source>
        <translation>作废填报数字</translation>
    </message>
    <message>
        <source>keep the plan&apos;s indicators</source>
        <translation>维护考核指标</translation>
    </message>
    <message>
        <source>export for the district</source>
        <translation>导出上报文件</translation>
    </message>
    <message>
        <source>export everything</source>
        <translation>全量导出</translation>
    </message>
    <message>
        <source>keep own forms</source>
        <translation>维护自定义表格</translation>
    </message>
    <message>
        <source>set the layout of reports</source>
        <translation>设置报表版式</translation>
    </message>
    <message>
        <source>read the records of staff</source>
        <translation>查看人员档案</translation>
    </message>
    <message>
        <source>keep the records of staff</source>
        <translation>维护人员档案</translation>
    </message>
    <message>
        <source>keep certificates</source>
        <translation>维护证件</translation>
    </message>
    <message>
        <source>void a certificate</source>
        <translation>作废证件</translation>
    </message>
    <message>
        <source>record trainings</source>
        <translation>登记培训</translation>
    </message>
    <message>
        <source>void a training</source>
        <translation>作废培训</translation>
    </message>
    <message>
        <source>enter hours of volunteers</source>
        <translation>登记志愿时长</translation>
    </message>
    <message>
        <source>add an account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>set the role of an account</source>
        <translation>设置账号岗位</translation>
    </message>
    <message>
        <source>open or close an account</source>
        <translation>启用停用账号</translation>
    </message>
    <message>
        <source>give somebody a password</source>
        <translation>设置他人密码</translation>
    </message>
    <message>
        <source>say whose an account is</source>
        <translation>关联账号与人员</translation>
    </message>
    <message>
        <source>say what a role may do</source>
        <translation>设置岗位权限</translation>
    </message>
    <message>
        <source>set rules of counting</source>
        <translation>设置计数规则</translation>
    </message>
    <message>
        <source>set prices</source>
        <translation>设置价格</translation>
    </message>
    <message>
        <source>void a price</source>
        <translation>作废价格</translation>
    </message>
    <message>
        <source>change settings of the centre</source>
        <translation>修改中心设置</translation>
    </message>
    <message>
        <source>change the name of the centre</source>
        <translation>修改中心信息</translation>
    </message>
    <message>
        <source>keep the lists of names</source>
        <translation>维护名称清单</translation>
    </message>
    <message>
        <source>merge two names</source>
        <translation>合并名称</translation>
    </message>
    <message>
        <source>back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>choose the second place for backups</source>
        <translation>设置第二备份位置</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>encrypt the data</source>
        <translation>数据加密</translation>
    </message>
    <message>
        <source>make a centre</source>
        <translation>新建中心</translation>
    </message>
    <message>
        <source>give out everything about one person</source>
        <translation>出具个人信息副本</translation>
    </message>
    <message>
        <source>delete personal data</source>
        <translation>删除个人信息</translation>
    </message>
    <message>
        <source>list whose data may be deleted</source>
        <translation>查看保存期满名单</translation>
    </message>
    <message>
        <source>make an incident sheet</source>
        <translation>出具信息泄露报告单</translation>
    </message>
    <message>
        <source>read and verify the log</source>
        <translation>查看和核验日志</translation>
    </message>
    <message>
        <source>take the own last acts back</source>
        <translation>撤销自己刚才的操作</translation>
    </message>
    <message>
        <source>keep how things are printed</source>
        <translation>记住打印选择</translation>
    </message>
    <message>
        <source>change the own password</source>
        <translation>修改自己的密码</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>Help services</source>
        <translation>助老服务</translation>
    </message>
    <message>
        <source>Canteen</source>
        <translation>食堂</translation>
    </message>
    <message>
        <source>Beds and day care</source>
        <translation>床位与日间照料</translation>
    </message>
    <message>
        <source>Months and reports</source>
        <translation>月结与报表</translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Centre and data</source>
        <translation>中心与数据</translation>
    </message>
    <message>
        <source>keep label sheets</source>
        <translation>维护标签纸</translation>
    </message>
    <message>
        <source>Rights of roles</source>
        <translation>岗位权限</translation>
    </message>
    <message>
        <source>Choose a line; the key of a role goes from no to own only, where an act has own records, to yes. It holds at once at every desk. * is not as usual. Some rights stay the director&apos;s, and the program says why.</source>
        <translation>选中一行，按岗位的键在“不可”“仅本人”（分得出本人记录的事才有）“可以”之间切换，各工位马上按新的执行。带 * 的与平常不同。有些权限只能归主任，程序会说明原因。</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>岗位权限</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>可以做的事</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>{role} ({keys})</source>
        <translation>{role}（{keys}）</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印权限表（Ctrl+P）</translation>
    </message>
    <message>
        <source>what {role} may do of the chosen line</source>
        <translation>选中的事{role}能不能做</translation>
    </message>
    <message>
        <source>the sheet of all rights</source>
        <translation>岗位权限表</translation>
    </message>
    <message>
        <source>{act} · {role}: {grant}</source>
        <translation>{act} · {role}：{grant}</translation>
    </message>
    <message>
        <source>Writing the sheet</source>
        <translation>正在生成权限表</translation>
    </message>
    <message>
        <source>look at whole ID numbers in the log</source>
        <translation>查看日志中的完整证号</translation>
    </message>
    <message>
        <source>print and save lists and reports with names</source>
        <translation>打印、导出带姓名的名单和报表</translation>
    </message>
    <message>
        <source>enrol with a district</source>
        <translation>登记区民政局密钥</translation>
    </message>
    <message>
        <source>give a second station</source>
        <translation>增加工位</translation>
    </message>
    <message>
        <source>exchange with another station</source>
        <translation>与别的工位互换</translation>
    </message>
    <message>
        <source>decide what two stations wrote</source>
        <translation>决定两个工位的冲突</translation>
    </message>
    <message>
        <source>read in receipts of the district</source>
        <translation>读入区里的回执</translation>
    </message>
</context>
<context>
    <name>Risks</name>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>No open risk</source>
        <translation>没有未关闭的风险</translation>
    </message>
    <message>
        <source>A risk found on a visit stands here until it is closed with a result.</source>
        <translation>探访发现的风险列在这里，直到写明结果并关闭。</translation>
    </message>
    <message>
        <source>Close with a result (Enter)</source>
        <translation>写结果并关闭（Enter）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>关闭日期</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}：{what}</translation>
    </message>
    <message>
        <source>New risk</source>
        <translation>登记风险</translation>
    </message>
    <message>
        <source>Hand it on: referral note…</source>
        <translation>转介单…</translation>
    </message>
    <message>
        <source>Print the last note again</source>
        <translation>重打上一张转介单</translation>
    </message>
    <message>
        <source>Handed on</source>
        <translation>转介</translation>
    </message>
    <message>
        <source>The risk stands until it is closed with a result.</source>
        <translation>风险已登记，写结果关闭前一直提示。</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Risk of {name} closed</source>
        <translation>{name} 的风险已关闭</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Monthly visits</source>
        <translation>月探访</translation>
    </message>
    <message>
        <source>Help services</source>
        <translation>十助服务</translation>
    </message>
    <message>
        <source>Canteen</source>
        <translation>幸福食堂</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Handing in</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>counts from next month</source>
        <translation>下月起应访</translation>
    </message>
    <message>
        <source>never seen yet</source>
        <translation>还没有见到过</translation>
    </message>
    <message>
        <source>last seen {day}</source>
        <translation>上次见到 {day}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系情况</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Nobody stands here</source>
        <translation>这里没有人</translation>
    </message>
    <message>
        <source>Look at another tab or month.</source>
        <translation>请看其他标签或月份。</translation>
    </message>
    <message>
        <source>Record a visit (Enter)</source>
        <translation>登记探访（Enter）</translation>
    </message>
    <message>
        <source>Confirm the excuse</source>
        <translation>确认免访</translation>
    </message>
    <message>
        <source>{name} is excused from this month</source>
        <translation>{name}本月免访已确认</translation>
    </message>
    <message>
        <source>new on the register</source>
        <translation>新入册</translation>
    </message>
    <message>
        <source>back on the register</source>
        <translation>重新入册</translation>
    </message>
    <message>
        <source>a flag began</source>
        <translation>新增类别</translation>
    </message>
    <message>
        <source>the flag ended</source>
        <translation>类别终止</translation>
    </message>
    <message>
        <source>joined late last month</source>
        <translation>上月截止日后新增</translation>
    </message>
    <message>
        <source>the rule changed</source>
        <translation>口径变化</translation>
    </message>
    <message>
        <source>came</source>
        <translation>新进</translation>
    </message>
    <message>
        <source>left</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Against last month: {came} came, {left} left, {stayed} stayed.</source>
        <translation>与上月相比：新进 {came} 人，退出 {left} 人，不变 {stayed} 人。</translation>
    </message>
    <message>
        <source>Unvisited</source>
        <translation>未访</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>已访</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>免访</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>应访</translation>
    </message>
    <message>
        <source>Withdraw the excuse</source>
        <translation>撤回免访</translation>
    </message>
    <message>
        <source>Withdraw the excuse of {name}?</source>
        <translation>撤回 {name} 的免访？</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The excuse of {name} is withdrawn</source>
        <translation>{name} 的免访已撤回</translation>
    </message>
</context>
<context>
    <name>RowsField</name>
    <message>
        <source>Take this one away</source>
        <translation>删除这一条</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Rules of counting</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>{day} 日</translation>
    </message>
    <message>
        <source>as {grade}</source>
        <translation>按{grade}</translation>
    </message>
    <message>
        <source>{grams} g for {hours} hours</source>
        <translation>{grams} 克，{hours} 小时</translation>
    </message>
    <message>
        <source>several limits</source>
        <translation>多项界限</translation>
    </message>
    <message>
        <source>always</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>Printed under each figure. A rule is never overwritten: it gets another value.</source>
        <translation>口径印在每个数字下面。规则不覆盖，只从某天起换成新值。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>起用日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止用日期</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>几日</translation>
    </message>
    <message>
        <source>The rule is changed</source>
        <translation>规则已修改</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>From when on</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>A month counts by the rules of its first day.</source>
        <translation>每月按当月1日的口径计算。</translation>
    </message>
    <message>
        <source>Values until now</source>
        <translation>历次取值</translation>
    </message>
    <message>
        <source>no subsidy</source>
        <translation>不补贴</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation>每两周</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Calls in a row</source>
        <translation>连续未接通次数</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>As which grade</source>
        <translation>按哪一档</translation>
    </message>
    <message>
        <source>Hours after a crisis</source>
        <translation>突发事件后（小时）</translation>
    </message>
    <message>
        <source>Grams</source>
        <translation>克数</translation>
    </message>
    <message>
        <source>Hours kept</source>
        <translation>留样小时</translation>
    </message>
    <message>
        <source>Open risks of level</source>
        <translation>未关闭风险等级</translation>
    </message>
    <message>
        <source>Blocks at risk, at least</source>
        <translation>风险项数不少于</translation>
    </message>
    <message>
        <source>Blocks of concern, at least</source>
        <translation>需关注项数不少于</translation>
    </message>
    <message>
        <source>Capability grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>Typed in one go: visits</source>
        <translation>集中录入：次数</translation>
    </message>
    <message>
        <source>Typed in one go: within minutes</source>
        <translation>集中录入：多少分钟内</translation>
    </message>
    <message>
        <source>Same words: people</source>
        <translation>文字雷同：人数</translation>
    </message>
    <message>
        <source>Same words: letters at least</source>
        <translation>文字雷同：至少字数</translation>
    </message>
    <message>
        <source>Two places: minutes between</source>
        <translation>同时两处：相隔分钟</translation>
    </message>
    <message>
        <source>Last evening: from hour</source>
        <translation>月末突击：几点以后</translation>
    </message>
    <message>
        <source>Last evening: per cent of people</source>
        <translation>月末突击：占实访的百分比</translation>
    </message>
    <message>
        <source>Last evening: people at least</source>
        <translation>月末突击：至少人数</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>{ordinary} {default}, {medium} {often}, {high} {most}, after a crisis {hours} hours</source>
        <translation>{ordinary} {default}，{medium} {often}，{high} {most}，突发事件后 {hours} 小时内</translation>
    </message>
    <message>
        <source>open risk {levels}</source>
        <translation>有{levels}风险未关闭</translation>
    </message>
    <message>
        <source>{count} blocks at risk</source>
        <translation>{count} 项有风险</translation>
    </message>
    <message>
        <source>{count} blocks of concern</source>
        <translation>{count} 项需关注</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Change this rule… (Enter)</source>
        <translation>更改所选口径…（Enter）</translation>
    </message>
    <message>
        <source>the grade of each night</source>
        <translation>每晚的等级（逐日）</translation>
    </message>
    <message>
        <source>the grade of the last night</source>
        <translation>当月最后一晚的等级</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>按哪个等级计</translation>
    </message>
    <message>
        <source>Lunch from</source>
        <translation>午餐自</translation>
    </message>
    <message>
        <source>Dinner from</source>
        <translation>晚餐自</translation>
    </message>
    <message>
        <source>lunch from {lunch}, dinner from {dinner}</source>
        <translation>{lunch} 起为午餐，{dinner} 起为晚餐</translation>
    </message>
    <message>
        <source>Lessons in a year</source>
        <translation>一年助学次数</translation>
    </message>
    <message>
        <source>“{flag}” from grade</source>
        <translation>哪些等级建议“{flag}”</translation>
    </message>
    <message>
        <source>Days until it is dispatched</source>
        <translation>下单几天没有派单</translation>
    </message>
    <message>
        <source>Days past the planned day</source>
        <translation>过了计划日几天</translation>
    </message>
    <message>
        <source>Urgent help: minutes</source>
        <translation>助急几分钟</translation>
    </message>
    <message>
        <source>All services of</source>
        <translation>全部回访的类型</translation>
    </message>
    <message>
        <source>Per cent of the others</source>
        <translation>其余抽取百分之几</translation>
    </message>
    <message>
        <source>not dispatched after {waiting} days, {past} days past its day; urgent help {urgent} minutes</source>
        <translation>{waiting} 天未派单，过计划日 {past} 天，助急 {urgent} 分钟</translation>
    </message>
    <message>
        <source>all of {always}, {percent} % of the others</source>
        <translation>{always}全部，其余 {percent}%</translation>
    </message>
    <message>
        <source>It holds from that day on.</source>
        <translation>从这一天起执行。</translation>
    </message>
    <message>
        <source>Types of the six</source>
        <translation>六助的类型</translation>
    </message>
    <message>
        <source>Days for an answer</source>
        <translation>答复天数</translation>
    </message>
    <message>
        <source>One of the economic categories</source>
        <translation>经济类别之一</translation>
    </message>
    <message>
        <source>And one of these</source>
        <translation>并且属于其中之一</translation>
    </message>
    <message>
        <source>Or the age of (0: none)</source>
        <translation>或年满（0 为不看年龄）</translation>
    </message>
    <message>
        <source>{days} days for an answer</source>
        <translation>{days} 天内答复</translation>
    </message>
    <message>
        <source>{age} and older</source>
        <translation>{age} 岁以上</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>Months</source>
        <translation>各月</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>off</source>
        <translation>不启用</translation>
    </message>
    <message>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Fees of stays</source>
        <translation>住养收费</translation>
    </message>
    <message>
        <source>From which day of leave in a row</source>
        <translation>从连续请假第几天起</translation>
    </message>
    <message>
        <source>{part}: per cent</source>
        <translation>{part}：百分之</translation>
    </message>
    <message>
        <source>from day {day} of leave</source>
        <translation>请假第{day}天起</translation>
    </message>
    <message>
        <source>Days before the end</source>
        <translation>到期前几天</translation>
    </message>
    <message>
        <source>{count} days before the end</source>
        <translation>到期前 {count} 天</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Samples</source>
        <translation>留样</translation>
    </message>
    <message>
        <source>throw away all that have stood long enough</source>
        <translation>处理掉所有已满时限的留样</translation>
    </message>
    <message>
        <source>throw the chosen one away</source>
        <translation>处理掉选中的一份</translation>
    </message>
    <message>
        <source>put the chosen one right</source>
        <translation>改正选中的一份</translation>
    </message>
    <message>
        <source>void a sample that was never taken</source>
        <translation>作废没有留过的样</translation>
    </message>
    <message>
        <source>No sample has stood long enough yet.</source>
        <translation>还没有到期的留样。</translation>
    </message>
    <message>
        <source>Grams</source>
        <translation>克数</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>留样时间</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>留样人</translation>
    </message>
    <message>
        <source>Kept where</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The sample is put right</source>
        <translation>留样已改正</translation>
    </message>
    <message>
        <source>Void the sample of {name}</source>
        <translation>作废 {name} 的留样</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The sample is void</source>
        <translation>留样已作废</translation>
    </message>
    <message>
        <source>Thrown away: {names}</source>
        <translation>已处理：{names}</translation>
    </message>
    <message>
        <source>Choose a sample first.</source>
        <translation>请先选一份留样。</translation>
    </message>
    <message>
        <source>Throw away what is due (F8)</source>
        <translation>处理到期的（F8）</translation>
    </message>
    <message>
        <source>Throw this one away (Enter)</source>
        <translation>处理这一份（Enter）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>修改…（F2）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>Enter on a line of the day&apos;s list takes samples.</source>
        <translation>在“今天”的“留样”一行按回车登记。</translation>
    </message>
    <message>
        <source>No sample is kept</source>
        <translation>没有在存的留样</translation>
    </message>
    <message>
        <source>↑↓ choose   F8 throw away what is due   F2 edit   Esc back</source>
        <translation>↑↓ 选择   F8 处理到期的   F2 修改   Esc 返回</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>留样</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐次</translation>
    </message>
    <message>
        <source>Dish</source>
        <translation>菜品</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>thrown away {day} {at} {by}</source>
        <translation>已处理 {day} {at} {by}</translation>
    </message>
    <message>
        <source>may be thrown away</source>
        <translation>可以处理</translation>
    </message>
    <message>
        <source>keep until {when}</source>
        <translation>留到 {when}</translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message>
        <source>Scan</source>
        <translation>扫码</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>{more}, name, initials, ID tail, phone or scan</source>
        <translation>{more}、姓名、拼音首字母、证号后四位、电话或扫码</translation>
    </message>
    <message>
        <source>name, initials, ID tail, phone or scan</source>
        <translation>姓名、拼音首字母、证号后四位、电话或扫码</translation>
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
    <name>SegmentField</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>keys 1 to 9 and 0, or initials</source>
        <translation>按 1–9、0 键或输拼音首字母</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>服务类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>such as 1015</source>
        <translation>如 1015</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Money and rating</source>
        <translation>费用与评价</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付费方式</translation>
    </message>
    <message>
        <source>Fee (yuan)</source>
        <translation>收费（元）</translation>
    </message>
    <message>
        <source>Subsidy (yuan)</source>
        <translation>补贴（元）</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量（件）</translation>
    </message>
    <message>
        <source>Empty: what the price list says of each day.</source>
        <translation>不填：按每次当天的价目</translation>
    </message>
    <message>
        <source>Empty: by the price list of each day. Now: {why}</source>
        <translation>不填：按每次当天的价目。现在：{why}</translation>
    </message>
</context>
<context>
    <name>ServiceSheet</name>
    <message>
        <source>Nobody on the register fits “{text}”.</source>
        <translation>在册的人里没有“{text}”。</translation>
    </message>
    <message>
        <source>Which one? {people}</source>
        <translation>哪一位？{people}</translation>
    </message>
    <message>
        <source>No date; type 1008 or 2026-10-08.</source>
        <translation>日期不对，如 1008 或 2026-10-08。</translation>
    </message>
    <message>
        <source>No type: 1 to 9 and 0, or its word.</source>
        <translation>没有这个类型：按 1–9、0，或写名称。</translation>
    </message>
    <message>
        <source>Nobody who works here, or several: type the whole name.</source>
        <translation>没有这位服务人员，或有几位：请写全名。</translation>
    </message>
    <message>
        <source>No time; type 0930-1015.</source>
        <translation>时间不对，如 0930-1015。</translation>
    </message>
    <message>
        <source>No payer: a digit, or its word.</source>
        <translation>没有这种付费方式：按数字，或写名称。</translation>
    </message>
    <message>
        <source>No amount; type 40 or 40.5.</source>
        <translation>金额不对，如 40 或 40.5。</translation>
    </message>
    <message>
        <source>Many services</source>
        <translation>批量登记</translation>
    </message>
    <message>
        <source>Services, row by row</source>
        <translation>逐行登记的服务</translation>
    </message>
    <message>
        <source>save all rows in one act, or none</source>
        <translation>全部一次保存，有错就都不保存</translation>
    </message>
    <message>
        <source>the cell as in the row above</source>
        <translation>这一格同上一行</translation>
    </message>
    <message>
        <source>the rows that were copied in Excel or WPS</source>
        <translation>粘贴从 Excel 或 WPS 复制的行</translation>
    </message>
    <message>
        <source>the row goes</source>
        <translation>删掉这一行</translation>
    </message>
    <message>
        <source>the next cell that is wrong</source>
        <translation>下一个写错的格子</translation>
    </message>
    <message>
        <source>on to the person, and from there to the next row</source>
        <translation>到老年人，再到下一行</translation>
    </message>
    <message>
        <source>the next cell: worker, time, payer, fee, subsidy, content</source>
        <translation>下一格：服务人员、时间、付费、收费、补贴、内容</translation>
    </message>
    <message>
        <source>the type; or which of several people</source>
        <translation>服务类型；或同音几位里的哪一位</translation>
    </message>
    <message>
        <source>No row is typed yet.</source>
        <translation>还没有录入。</translation>
    </message>
    <message>
        <source>{count} services are saved</source>
        <translation>已保存 {count} 条服务</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>没有复制任何内容。</translation>
    </message>
    <message>
        <source>{count} rows are pasted</source>
        <translation>已粘贴 {count} 行</translation>
    </message>
    <message>
        <source>No cell is wrong.</source>
        <translation>没有写错的格子。</translation>
    </message>
    <message>
        <source>Nothing is saved yet; to put right (F8): {rows}</source>
        <translation>还没有保存，要改的行（F8）：{rows}</translation>
    </message>
    <message>
        <source>{count} are saved; to look at: {doubts}</source>
        <translation>已保存 {count} 条；请核对：{doubts}</translation>
    </message>
    <message>
        <source>{count} rows typed, not saved yet</source>
        <translation>已录入 {count} 行，还没有保存</translation>
    </message>
    <message>
        <source>{count} rows that were typed here earlier and not saved are back.</source>
        <translation>上次在这里录入、没有保存的 {count} 行已带回。</translation>
    </message>
    <message>
        <source>Save all (Ctrl+S)</source>
        <translation>全部保存 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Type: {types}.  Payer: {payers}.  Person: initials, name, ID tail or card.</source>
        <translation>类型：{types}。付费：{payers}。老年人：拼音首字母、姓名、证号后四位或扫卡。</translation>
    </message>
    <message>
        <source>As above (Ctrl+D)</source>
        <translation>同上 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>粘贴 (Ctrl+V)</translation>
    </message>
    <message>
        <source>Remove the row (Ctrl+Del)</source>
        <translation>删行 (Ctrl+Del)</translation>
    </message>
    <message>
        <source>Next mistake (F8)</source>
        <translation>下一处错误 (F8)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Help services</source>
        <translation>十助服务</translation>
    </message>
    <message>
        <source>No service in this month yet</source>
        <translation>本月还没有服务</translation>
    </message>
    <message>
        <source>Press Ctrl+N when somebody asks for help, or to record what was done.</source>
        <translation>有人下单或要补记服务时，按 Ctrl+N。</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>{count} orders open</source>
        <translation>{count} 张服务单未完成</translation>
    </message>
    <message>
        <source>Edit (Enter)</source>
        <translation>修改（Enter）</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消服务…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>打开老人档案</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付费方式</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Who goes to {name} for {type}?</source>
        <translation>{name}的{type}派给谁？</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Why is {type} for {name} cancelled?</source>
        <translation>{name}的{type}为什么取消？</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>取消服务</translation>
    </message>
    <message>
        <source>Why is {type} for {name} void?</source>
        <translation>{name}的{type}为什么作废？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>{name}: {type} is saved</source>
        <translation>{name}：{type}已保存</translation>
    </message>
    <message>
        <source>{said}. Not noted: {fields}; Enter on the line adds it.</source>
        <translation>{said}。没有登记：{fields}；在这一行按 Enter 补上。</translation>
    </message>
    <message>
        <source>fees {fee}   subsidy {subsidy} yuan</source>
        <translation>收费 {fee}   补贴 {subsidy} 元</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Activity (F3)</source>
        <translation>活动签到（F3）</translation>
    </message>
    <message>
        <source>an activity of many: one scan a person</source>
        <translation>活动签到：扫一张卡登记一位</translation>
    </message>
    <message>
        <source>Dispatch… (F6)</source>
        <translation>派单…（F6）</translation>
    </message>
    <message>
        <source>Done today (F7)</source>
        <translation>今天完成（F7）</translation>
    </message>
    <message>
        <source>How it pleased… (F8)</source>
        <translation>回访…（F8）</translation>
    </message>
    <message>
        <source>dispatch the chosen order</source>
        <translation>给选中的单子派单</translation>
    </message>
    <message>
        <source>the chosen order was done today</source>
        <translation>选中的单子今天完成</translation>
    </message>
    <message>
        <source>how the chosen service pleased</source>
        <translation>选中的服务：回访满意度</translation>
    </message>
    <message>
        <source>How did {type} please {name}?</source>
        <translation>{name} 对这次{type}满意吗？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{type} for {name} is dispatched</source>
        <translation>{name} 的{type}已派单</translation>
    </message>
    <message>
        <source>{type} for {name}: recorded as done today</source>
        <translation>{name} 的{type}已记为今天完成</translation>
    </message>
    <message>
        <source>{type} for {name} is followed up</source>
        <translation>{name} 的{type}已回访</translation>
    </message>
    <message>
        <source>{type} for {name} is cancelled</source>
        <translation>{name} 的{type}已取消</translation>
    </message>
    <message>
        <source>{type} for {name} is void</source>
        <translation>{name} 的{type}已作废</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>When was {type} done for {name}?</source>
        <translation>{name} 的{type}什么时候做的？</translation>
    </message>
    <message>
        <source>{type} for {name} is done</source>
        <translation>{name} 的{type}已记为完成</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>回访方式</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>回访情况</translation>
    </message>
    <message>
        <source>when the chosen order was done</source>
        <translation>选中的服务单什么时候完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Why cancelled</source>
        <translation>取消原因</translation>
    </message>
    <message>
        <source>Followed up, {how}</source>
        <translation>回访（{how}）</translation>
    </message>
    <message>
        <source>waiting too long</source>
        <translation>拖延的</translation>
    </message>
    <message>
        <source>to be asked (follow-up)</source>
        <translation>要回访的</translation>
    </message>
    <message>
        <source>Board (F4)</source>
        <translation>看板（F4）</translation>
    </message>
    <message>
        <source>the board of open orders, by state, worker or day</source>
        <translation>没有办结的服务单看板：按状态、人员、日期</translation>
    </message>
    <message>
        <source>Done, and when… (F11)</source>
        <translation>完成时间…（F11）</translation>
    </message>
    <message>
        <source>day lists on paper: print them, bring them back</source>
        <translation>服务日程单：打印、收回录入</translation>
    </message>
    <message>
        <source>On paper (F10)</source>
        <translation>纸单 (F10)</translation>
    </message>
    <message>
        <source>Service sheet…</source>
        <translation>打印服务单…</translation>
    </message>
    <message>
        <source>subsidy above the fee</source>
        <translation>补贴高于收费的</translation>
    </message>
    <message>
        <source>services for certain weekdays, and their orders</source>
        <translation>固定星期几的服务和它们的单子</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>many services, typed row by row and saved at once</source>
        <translation>批量登记：逐行录入，一次保存</translation>
    </message>
    <message>
        <source>packages of help, and payers&apos; budgets</source>
        <translation>服务包与预算</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>登记服务</translation>
    </message>
    <message>
        <source>Sheet (Ctrl+M)</source>
        <translation>批量登记 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Grants (Ctrl+B)</source>
        <translation>服务包 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Weekly (Ctrl+T)</source>
        <translation>定期服务 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Paper (F10)</source>
        <translation>服务日程单 (F10)</translation>
    </message>
    <message>
        <source> Its {hours} hours in the time bank of {name} are taken back with it.</source>
        <translation>已存入{name}时间银行的 {hours} 小时会一并冲正。</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Pages (PDF)</source>
        <translation>打印（PDF）</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>工作簿（xlsx）</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Settle the meals of {month}</source>
        <translation>{month}就餐结算</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Settling the month</source>
        <translation>正在结算</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>SheetPicker</name>
    <message>
        <source>First label: {cell}</source>
        <translation>起始格：{cell}</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Pages (PDF)</source>
        <translation>打印页（PDF）</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Excel 表（xlsx）</translation>
    </message>
    <message>
        <source>As</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>Month matrix</source>
        <translation>月矩阵</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>日登记表</translation>
    </message>
    <message>
        <source>Day sheet and month matrix</source>
        <translation>日登记表和月矩阵</translation>
    </message>
    <message>
        <source>Meals of people and days</source>
        <translation>各人各日的就餐</translation>
    </message>
    <message>
        <source>from the month to the day, and back</source>
        <translation>在月矩阵和日登记表之间切换</translation>
    </message>
    <message>
        <source>a line for somebody who has none yet</source>
        <translation>给还没有行的人加一行</translation>
    </message>
    <message>
        <source>print the sheet shown, or write its workbook</source>
        <translation>打印当前的表，或写成 Excel</translation>
    </message>
    <message>
        <source>takes what was typed and goes on to the next person</source>
        <translation>确认所打的记号，到下一位</translation>
    </message>
    <message>
        <source>empties the cell; Ctrl+Z gives it back</source>
        <translation>清空这一格；Ctrl+Z 还原</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>餐费</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>{when}: {meals} meals of {people} people, {guests} guests in the month</source>
        <translation>{when}：{meals} 人次；本月 {people} 人，临时 {guests} 人次</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>老人</translation>
    </message>
    <message>
        <source>A line for somebody</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>{name}, {day}: {mark}</source>
        <translation>{name} {day}：{mark}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Print or workbook… (Ctrl+P)</source>
        <translation>打印或 Excel…（Ctrl+P）</translation>
    </message>
    <message>
        <source>Add a person… (Ctrl+N)</source>
        <translation>加一位…（Ctrl+N）</translation>
    </message>
    <message>
        <source>“{mark}” is no mark; the keys stand above the table.</source>
        <translation>“{mark}”不是记号；可用的键写在表的上方。</translation>
    </message>
    <message>
        <source>v is lunch eaten here, s delivered, d takeaway; z breakfast, w dinner; vw is both, ws dinner sent.</source>
        <translation>直接打字母：v＝√ 午餐堂食&#x3000;s＝送 午餐送餐&#x3000;d＝打 午餐打包&#x3000;z＝早餐&#x3000;w＝晚餐；连着打：vw＝√晚，sw＝送晚，ws＝晚餐送餐。也可以打汉字。</translation>
    </message>
    <message>
        <source>Month or day</source>
        <translation>按月或按日</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Please type the password again.</source>
        <translation>请再输入一次密码。</translation>
    </message>
</context>
<context>
    <name>Silent</name>
    <message>
        <source>The program does not answer</source>
        <translation>程序没有回应</translation>
    </message>
    <message>
        <source>Ask it again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>End it and open</source>
        <translation>结束它再打开</translation>
    </message>
    <message>
        <source>Open all the same</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>只查看</translation>
    </message>
    <message>
        <source>This centre is open in a window that does not answer (process {process}). If it is at long work, wait and ask it again. If it hangs, end it: what was saved is kept. Or only look, and change no record.</source>
        <translation>本中心已在另一个窗口打开，但它没有回应（进程号 {process}）。如果它正在做费时的工作，请等一等再问一次。如果它卡死了，可以结束它：已保存的都在。也可以只查看，不改动任何记录。</translation>
    </message>
    <message>
        <source>Something that does not answer holds the name by which a second start finds the window of this centre, and no window of it is known. If you see one, go on there. If not, open the centre all the same: the database keeps order between two windows.</source>
        <translation>有别的程序占着本中心窗口的联络名，没有回应，也没有找到本中心已打开的窗口。如果您看得见已打开的窗口，请在那里继续；没有的话可以仍然打开，两个窗口同时写由数据库保证有序。</translation>
    </message>
</context>
<context>
    <name>SmallForm</name>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>What was typed is not saved yet.</source>
        <translation>填写的内容还没有保存。</translation>
    </message>
    <message>
        <source>bring back what was typed here earlier and not saved</source>
        <translation>找回上次在这里填了没保存的内容</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Standing services</source>
        <translation>定期服务</translation>
    </message>
    <message>
        <source>To be made</source>
        <translation>待生成</translation>
    </message>
    <message>
        <source>make the orders of the days to come</source>
        <translation>生成今后几天的服务单</translation>
    </message>
    <message>
        <source>bring open orders in line with what is agreed now</source>
        <translation>使未完成的单与现在的约定一致</translation>
    </message>
    <message>
        <source>{count} agreed, {due} orders to be made until {day}</source>
        <translation>约定 {count} 项，到 {day} 待生成 {due} 单</translation>
    </message>
    <message>
        <source>The orders until {day} are made</source>
        <translation>到 {day} 的服务单已生成</translation>
    </message>
    <message>
        <source>{count} orders are made</source>
        <translation>已生成 {count} 单</translation>
    </message>
    <message>
        <source>The orders of {name} are in line</source>
        <translation>{name}的服务单已与约定一致</translation>
    </message>
    <message>
        <source>{cancelled} orders are cancelled, {changed} changed</source>
        <translation>取消 {cancelled} 单，修改 {changed} 单</translation>
    </message>
    <message>
        <source>Make the orders (F3)</source>
        <translation>生成服务单 (F3)</translation>
    </message>
    <message>
        <source>In line (F9)</source>
        <translation>与约定一致 (F9)</translation>
    </message>
    <message>
        <source>Orders until</source>
        <translation>生成到</translation>
    </message>
    <message>
        <source>Ctrl+N agrees on a service, such as bathing every Tuesday.</source>
        <translation>按 Ctrl+N 约定，例如每周二助浴。</translation>
    </message>
    <message>
        <source>Nothing is agreed yet</source>
        <translation>还没有约定</translation>
    </message>
    <message>
        <source>Every order of these days is made</source>
        <translation>这几天的服务单都已生成</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter change   F3 make orders   Esc back</source>
        <translation>↑↓ 选择   Enter 修改   F3 生成   Esc 返回</translation>
    </message>
    <message>
        <source>None ticked: every day.</source>
        <translation>都不选就是每天。</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Empty: until further notice.</source>
        <translation>不填：长期。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>A service for certain weekdays</source>
        <translation>固定星期几的服务</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It is agreed</source>
        <translation>已约定</translation>
    </message>
    <message>
        <source>{count} otherwise</source>
        <translation>{count} 单不符</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>未完成的单</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不生成</translation>
    </message>
    <message>
        <source>{made}; to look at ({count}):</source>
        <translation>{made}；请看一看（{count} 处）：</translation>
    </message>
    <message>
        <source>The others: board of orders (F4), by worker or by day.</source>
        <translation>其余的到看板（F4）按服务人员、按日期看。</translation>
    </message>
</context>
<context>
    <name>StationFacts</name>
    <message>
        <source>{name} ({role})</source>
        <translation>{name}（{role}）</translation>
    </message>
    <message>
        <source>Station {number}</source>
        <translation>工位 {number}</translation>
    </message>
    <message>
        <source>{month} {state}</source>
        <translation>{month} {state}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation>上次备份 {when}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Full export due</source>
        <translation>需要全量导出</translation>
    </message>
    <message>
        <source>No file for the district yet</source>
        <translation>尚无上报文件</translation>
    </message>
    <message>
        <source>{period} {state}</source>
        <translation>{period} {state}</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Stations</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>recorded twice</source>
        <translation>两边都登记</translation>
    </message>
    <message>
        <source>balance below its limit</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>from here</source>
        <translation>本机的</translation>
    </message>
    <message>
        <source>from the other</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Each computer of the centre is a station and records by itself; by stick they give each other what they have.</source>
        <translation>中心的每台电脑是一个工位，各记各的，用 U 盘互换文件。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>What</source>
        <translation>哪一项</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>At the other</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>现在按</translation>
    </message>
    <message>
        <source>What two stations said</source>
        <translation>两个工位说法不一的地方</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
    <message>
        <source>Take a file in…</source>
        <translation>收进文件…</translation>
    </message>
    <message>
        <source>Write a file…</source>
        <translation>写出文件…</translation>
    </message>
    <message>
        <source>Add a station…</source>
        <translation>增加工位…</translation>
    </message>
    <message>
        <source>take in a file of another station</source>
        <translation>收进别的工位的文件</translation>
    </message>
    <message>
        <source>write a file for the other stations</source>
        <translation>写出给别的工位的文件</translation>
    </message>
    <message>
        <source>What was taken in says nothing else than what stands here.</source>
        <translation>收进的记录与本机的没有说法不一的地方。</translation>
    </message>
    <message>
        <source>No clash</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>{whose} ate at two tills on one balance. Take money in, or take a meal back.</source>
        <translation>{whose}的余额在两个工位都扣了饭钱，不够了。请充值，或者冲回一餐。</translation>
    </message>
    <message>
        <source>{whose}: {what} is {ours} here and {theirs} at the other. Which one holds?</source>
        <translation>{whose}的{what}，本机是 {ours}，对方是 {theirs}，以哪一个为准？</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>Decided; the other stations learn it with the next file.</source>
        <translation>已决定；下一次互换文件时告诉别的工位</translation>
    </message>
    <message>
        <source>Taking the file in</source>
        <translation>正在收进文件</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写出文件</translation>
    </message>
    <message>
        <source>Taken in: {count} writes.</source>
        <translation>收进 {count} 条日志。</translation>
    </message>
    <message>
        <source>{count} to be decided.</source>
        <translation>{count} 处待决定。</translation>
    </message>
    <message>
        <source>{months} are closed and count otherwise now: a correction is open.</source>
        <translation>{months} 已月结，收进的记录会改变数字：已开更正单。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{file} is written and encrypted. Take it in at the other station.</source>
        <translation>{file} 已写好并加密。请到对方工位收进。</translation>
    </message>
    <message>
        <source>{file} is for station {number}. It is not encrypted and holds every ID number: hand it over yourself, then delete it.</source>
        <translation>{file} 是给 {number} 号工位的。文件没有加密，里面有全部身份证号：请亲手交过去，用完删除。</translation>
    </message>
    <message>
        <source>Choose the file of the other station</source>
        <translation>选择对方工位的文件</translation>
    </message>
    <message>
        <source>Choose the stick</source>
        <translation>选择 U 盘</translation>
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
    <name>StayContract</name>
    <message>
        <source>Contract of the stay of {name}</source>
        <translation>{name}的入住协议</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The contract of {name} is on record</source>
        <translation>{name}的入住协议已登记</translation>
    </message>
    <message>
        <source>Choose the picture of the contract</source>
        <translation>选择协议照片</translation>
    </message>
    <message>
        <source>The picture is kept</source>
        <translation>照片已保存</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>empty: the resident; others are put among the emergency contacts first</source>
        <translation>空着就是本人；别人签的，先添为紧急联系人</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Signed as</source>
        <translation>签订人身份</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>图片和扫描件</translation>
    </message>
    <message>
        <source>Void the contract of {name} ({days})?</source>
        <translation>作废 {name} 的协议（{days}）？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The contract of {name} is void</source>
        <translation>{name} 的协议已作废</translation>
    </message>
</context>
<context>
    <name>StayFees</name>
    <message>
        <source>without a grade</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>{part} {what} {first} – {last}: {nights} nights, {rate}</source>
        <translation>{part} {what} {first}至{last} {nights}晚，{rate}</translation>
    </message>
    <message>
        <source> (away, {kind}: {percent} %)</source>
        <translation>（请假，{kind}：按{percent}%）</translation>
    </message>
    <message>
        <source>Fees of the stay: {amount} yuan are owed</source>
        <translation>住养费用：尚欠{amount}元</translation>
    </message>
    <message>
        <source>Fees of the stay: {amount} yuan paid ahead are to be given back</source>
        <translation>住养费用：预交{amount}元应退</translation>
    </message>
    <message>
        <source>Fees of the stay: nothing is owed</source>
        <translation>住养费用：已结清</translation>
    </message>
    <message>
        <source>{amount} yuan are in it that are still to be charged</source>
        <translation>其中{amount}元还没有计费</translation>
    </message>
    <message>
        <source>{amount} yuan are in it that were charged too much and are to be booked back</source>
        <translation>其中多计的{amount}元待补差</translation>
    </message>
    <message>
        <source> ({words})</source>
        <translation>（{words}）</translation>
    </message>
    <message>
        <source>Deposit to be given back: {amount} yuan</source>
        <translation>押金{amount}元应退</translation>
    </message>
    <message>
        <source>Once the deposit has paid what is owed, {amount} yuan are to be given back</source>
        <translation>押金抵扣后应退{amount}元</translation>
    </message>
    <message>
        <source>Once the deposit has paid what it can, {amount} yuan are still owed</source>
        <translation>押金抵扣后尚欠{amount}元</translation>
    </message>
    <message>
        <source>Not counted for want of a rate: {months}</source>
        <translation>缺收费标准、没有算进去的月份：{months}</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>everything</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Exported at</source>
        <translation>导出时间</translation>
    </message>
    <message>
        <source>Reporting to the district</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在核验</translation>
    </message>
    <message>
        <source>Verify a file…</source>
        <translation>核验文件…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>Export the month</source>
        <translation>导出本月</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>各月</translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation>已导出的文件</translation>
    </message>
    <message>
        <source>No file written yet</source>
        <translation>还没有导出过文件</translation>
    </message>
    <message>
        <source>Choose a month and export it; the file goes to the district office.</source>
        <translation>选一个月份导出，把文件交给区民政局。</translation>
    </message>
    <message>
        <source>Check and close…</source>
        <translation>检查并月结…</translation>
    </message>
    <message>
        <source>Open the reports</source>
        <translation>看这个月的报表</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>The month is still running; it can be closed once it is over.</source>
        <translation>本月还没有过完，过完才能月结。</translation>
    </message>
    <message>
        <source>The director closes the month; after that its figures stand.</source>
        <translation>月结由主任办理，月结后数字不再变动。</translation>
    </message>
    <message>
        <source>Close the month before the file goes out, so that its figures stand.</source>
        <translation>请先月结再导出，数字才不会再变。</translation>
    </message>
    <message>
        <source>The month is closed. Export it and hand the file to the district office.</source>
        <translation>本月已月结，请导出并把文件交给区民政局。</translation>
    </message>
    <message>
        <source>{count} months are over and not closed</source>
        <translation>有 {count} 个月已过完但没有月结</translation>
    </message>
    <message>
        <source>Writing the sync file</source>
        <translation>正在写上报文件</translation>
    </message>
    <message>
        <source>{file} lies in {folder}: {rows} records, written and read back.</source>
        <translation>已写入 {folder}：{file}，{rows} 条记录，已读回核对。</translation>
    </message>
    <message>
        <source>The file is whole: {centre}, {period}, no. {sequence}, {rows} records, written {when}.</source>
        <translation>文件完好：{centre}，{period}，第 {sequence} 号，{rows} 条记录，{when} 写出。</translation>
    </message>
    <message>
        <source>Choose where the file goes, such as a stick</source>
        <translation>选择文件存放处，例如 U 盘</translation>
    </message>
    <message>
        <source>Choose a sync file</source>
        <translation>选择上报文件</translation>
    </message>
    <message>
        <source>Sync files (*.shizhu)</source>
        <translation>上报文件 (*.shizhu)</translation>
    </message>
    <message>
        <source>Closed by an earlier version; its reports were frozen later, and {count} figures differ from those of the close.</source>
        <translation>由旧版月结，报表为补冻；有 {count} 项数与月结时不同。</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>须重新导出</translation>
    </message>
    <message>
        <source>The file was written before the month was closed. Please export it again.</source>
        <translation>这个文件是月结以前导出的，请重新导出。</translation>
    </message>
    <message>
        <source>The file was written before the month was put right. Please export it again.</source>
        <translation>文件是在更正以前导出的，请重新导出。</translation>
    </message>
    <message>
        <source>Quality of the month</source>
        <translation>质量检查</translation>
    </message>
    <message>
        <source>Corrections (F6)</source>
        <translation>更正单（F6）</translation>
    </message>
    <message>
        <source>Told differently today (F8)</source>
        <translation>与月结时不同之处（F8）</translation>
    </message>
    <message>
        <source>{count} places would be told differently today than at the close (F8).</source>
        <translation>今天有 {count} 处与月结时不同（F8 查看）。</translation>
    </message>
    <message>
        <source>Quality of the month (F7)</source>
        <translation>质量检查（F7）</translation>
    </message>
    <message>
        <source>Records of this month were written after its file. Close the month once it is over, then export it again.</source>
        <translation>导出以后又录入了这个月的记录。月结以后请重新导出。</translation>
    </message>
    <message>
        <source>Byte for byte the sealed file no. {sequence} ({period}) that this centre wrote; only the district opens it.</source>
        <translation>与本中心出的第 {sequence} 号文件（{period}）逐字节相同；只有区民政局能打开。</translation>
    </message>
    <message>
        <source>Sealed: only {name} opens it. The stick may be taken out.</source>
        <translation>已加密封装，只有{name}能打开。可以拔出 U 盘。</translation>
    </message>
    <message>
        <source>It is not sealed: hand it over in person. The stick may be taken out.</source>
        <translation>没有加密封装，请当面交到对方手里。可以拔出 U 盘。</translation>
    </message>
    <message>
        <source>Records of this month were changed after its file. Please export it again.</source>
        <translation>这个月的记录在导出以后改过内容，请重新导出。</translation>
    </message>
    <message>
        <source>Read in a receipt…</source>
        <translation>读入回执…</translation>
    </message>
    <message>
        <source>Exported, not yet confirmed: read in the district&apos;s receipt (Ctrl+R).</source>
        <translation>已导出，还没有确认：请读入区里的回执（Ctrl+R）。</translation>
    </message>
    <message>
        <source>Choose a receipt of the district</source>
        <translation>选择区里的回执</translation>
    </message>
    <message>
        <source>Receipts (*.shizhu-receipt)</source>
        <translation>回执 (*.shizhu-receipt)</translation>
    </message>
    <message>
        <source>No receipt of this file has been read in yet (Ctrl+R).</source>
        <translation>这份文件还没有读入回执（Ctrl+R）。</translation>
    </message>
    <message>
        <source>The digits untick a month and tick it again.</source>
        <translation>按数字取消勾选某个月，再按一次重新勾选。</translation>
    </message>
    <message>
        <source>No closed month was changed since its file.</source>
        <translation>没有哪个已月结的月份在上报文件之后改过。</translation>
    </message>
    <message>
        <source>Changed since their file. Each month is written again, whole, as its own file.</source>
        <translation>这些月份在上报文件之后改过。勾选的月份各重新写成一个完整的文件。</translation>
    </message>
    <message>
        <source>Export again…</source>
        <translation>重新导出…</translation>
    </message>
    <message>
        <source>The other months were not written: {why}</source>
        <translation>其他月份没有写出：{why}</translation>
    </message>
    <message>
        <source>Export changed months again… (F4)</source>
        <translation>重新导出改过的月份…（F4）</translation>
    </message>
</context>
<context>
    <name>SyncKeys</name>
    <message>
        <source>corrections of closed months</source>
        <translation>已月结月份的更正单</translation>
    </message>
    <message>
        <source>what a closed month would say differently today</source>
        <translation>已月结的月份，今天与月结时不同之处</translation>
    </message>
    <message>
        <source>verify a file</source>
        <translation>核验文件</translation>
    </message>
    <message>
        <source>export everything</source>
        <translation>全量导出</translation>
    </message>
    <message>
        <source>read in a receipt of the district</source>
        <translation>读入区里的回执</translation>
    </message>
    <message>
        <source>export again the months that changed since their file</source>
        <translation>重新导出上报文件之后改过的月份</translation>
    </message>
</context>
<context>
    <name>SyncReasons</name>
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
        <source>the counts do not match the rows. Export it again.</source>
        <translation>合计与明细不符。请重新导出。</translation>
    </message>
    <message>
        <source>it is no sync file.</source>
        <translation>这不是上报文件。</translation>
    </message>
    <message>
        <source>it is larger than any sync file. Export it again.</source>
        <translation>它比任何上报文件都大。请重新导出。</translation>
    </message>
    <message>
        <source>a value in it cannot be; it was made by another program. Ask the centre for another file.</source>
        <translation>里面有不可能的内容，是别的程序做的。请中心重新导出。</translation>
    </message>
    <message>
        <source>a record in it is not of its month. Ask the centre for another file.</source>
        <translation>里面有不属于这个月的记录。请中心重新导出。</translation>
    </message>
    <message>
        <source>{part}, line {line}</source>
        <translation>{part} 第 {line} 行</translation>
    </message>
    <message>
        <source>it is not sealed, so no key opens it.</source>
        <translation>它没有加密封装，用不着密钥打开。</translation>
    </message>
    <message>
        <source>it is sealed for another key than this one. Whom it is for can open it.</source>
        <translation>它是用别的密钥封装的，这把密钥打不开；只有收件单位能打开。</translation>
    </message>
    <message>
        <source>its seal is broken: it was changed or cut after it was written. Copy it again, or export it again.</source>
        <translation>封装已损坏：写好以后被改动过或没有拷全。请重新拷贝，或重新上报。</translation>
    </message>
    <message>
        <source>it is not signed by the key of the centre that it names. Ask the centre for another file.</source>
        <translation>签名不是它写着的那个中心的密钥签的。请中心重新上报。</translation>
    </message>
    <message>
        <source>a record in it refers to one that is not there. Ask the centre for another file.</source>
        <translation>里面有记录指向文件里没有的记录。请中心重新上报。</translation>
    </message>
    <message>
        <source>it is sealed for the district office, which alone opens it.</source>
        <translation>它是给区民政局封装的，只有区民政局能打开。</translation>
    </message>
    <message>
        <source>it is sealed, and no file that this centre wrote. Whom it is for can open it.</source>
        <translation>它是加密封装的，又不是本中心出的文件；只有收件单位能打开。</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>signs in</source>
        <translation>可登录</translation>
    </message>
    <message>
        <source>no password</source>
        <translation>未设密码</translation>
    </message>
    <message>
        <source>Once somebody has a password, everybody signs in at the start.</source>
        <translation>只要有一人设了密码，每次启动都要登录。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>人员账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Role…</source>
        <translation>改岗位…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>新账号…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>{name} has an account</source>
        <translation>{name}的账号已建好</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新账号</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>岗位已改</translation>
    </message>
    <message>
        <source>The role of {name}</source>
        <translation>{name}的岗位</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Account disabled</source>
        <translation>账号已停用</translation>
    </message>
    <message>
        <source>Account opened again</source>
        <translation>账号已重新启用</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>at closing</source>
        <translation>退出时</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>升级之前</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>both places</source>
        <translation>两处</translation>
    </message>
    <message>
        <source>one place</source>
        <translation>一处</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>存放</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Make one now; it takes seconds.</source>
        <translation>现在备份一次，只要几秒钟。</translation>
    </message>
    <message>
        <source>Second place…</source>
        <translation>第二存放处…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>No second place is chosen: a stick or another disk protects from a dead disk.</source>
        <translation>还没有选第二个存放处。选 U 盘或另一块硬盘，硬盘坏了也不怕。</translation>
    </message>
    <message>
        <source>Second place: {folder}</source>
        <translation>第二存放处：{folder}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Verifying the backup</source>
        <translation>正在核验备份</translation>
    </message>
    <message>
        <source>Backups go to {folder} too.</source>
        <translation>以后的备份同时存到 {folder}。</translation>
    </message>
    <message>
        <source>Choose the second place for backups</source>
        <translation>选择备份的第二个存放处</translation>
    </message>
    <message>
        <source>Backed up and read back: {file}</source>
        <translation>已备份并读回核对：{file}</translation>
    </message>
    <message>
        <source>The backup of {taken} is whole.</source>
        <translation>{taken} 的备份完好。</translation>
    </message>
    <message>
        <source>Centre and station</source>
        <translation>中心与工位</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心名称</translation>
    </message>
    <message>
        <source>District</source>
        <translation>所属区县</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>考核方案</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Centre number</source>
        <translation>中心编号</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>当前人员</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Saved; new papers bear it.</source>
        <translation>已保存，今后打印的表按新的写。</translation>
    </message>
    <message>
        <source>These choices belong to this computer.</source>
        <translation>这些选择只对本机有效。</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>sound at each scan</source>
        <translation>扫码时有提示音</translation>
    </message>
    <message>
        <source>counts from the next start</source>
        <translation>下次启动时生效</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A sample: Wang Xiuying, 82, building 12, room 302.</source>
        <translation>示例：王秀英，82岁，前卫社区12栋302。</translation>
    </message>
    <message>
        <source>Looks at the data, the clock, the backups, the disk and the fonts.</source>
        <translation>检查数据、时钟、备份、磁盘和字库。</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>要处理</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各项设置</translation>
    </message>
    <message>
        <source>The backup of {taken} takes the place of the present data: what was recorded since is no longer shown. The present database is set aside in the data folder as a file whose name begins with “replaced”; it is not deleted. Then the window opens anew.</source>
        <translation>将用 {taken} 的备份替换现在的数据：此后录入的内容不再显示。现在的数据库会另存在数据文件夹里（文件名以 replaced 开头），不会删除。随后窗口重新打开。</translation>
    </message>
    <message>
        <source>Made every day and at closing; kept: 7 daily, 4 weekly, 12 monthly, those by hand 7 days.</source>
        <translation>每天和关闭程序时自动备份；保留 7 个日备份、4 个周备份、12 个月备份，手动备份保留 7 天。</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>恢复这个备份</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Set a password…</source>
        <translation>设密码…</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>{name} signs in with the new password from now on</source>
        <translation>{name}今后用新密码登录</translation>
    </message>
    <message>
        <source>The password of {name}</source>
        <translation>{name}的密码</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设密码</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入以前</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>合并档案以前</translation>
    </message>
    <message>
        <source>before closing a month</source>
        <translation>月结以前</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Person…</source>
        <translation>人员…</translation>
    </message>
    <message>
        <source>Empty: nobody of those who work here.</source>
        <translation>不填：不是工作人员。</translation>
    </message>
    <message>
        <source>Whose is the account {name}?</source>
        <translation>账号 {name} 是谁的？</translation>
    </message>
    <message>
        <source>The person of {name} is kept</source>
        <translation>已记下账号 {name} 的人员</translation>
    </message>
    <message>
        <source>My password… (F2)</source>
        <translation>修改我的密码…（F2）</translation>
    </message>
    <message>
        <source>Another person (Ctrl+Shift+L)</source>
        <translation>换人登录（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>锁屏（Ctrl+L）</translation>
    </message>
    <message>
        <source>Lock by itself…</source>
        <translation>自动锁屏…</translation>
    </message>
    <message>
        <source>new account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>my password</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>Your new password holds from now on</source>
        <translation>新密码从现在起有效</translation>
    </message>
    <message>
        <source>Where people sign in; 0: never. Typing is kept.</source>
        <translation>有人设了密码时才自动锁屏；0 为不锁。填写的内容不会丢。</translation>
    </message>
    <message>
        <source>Minutes without use</source>
        <translation>几分钟不用</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自动锁屏</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>“{file}” is a backup of another centre, with the number {other}; here is {ours}. Restored, this computer is that centre from then on.</source>
        <translation>“{file}”是另一个中心（编号 {other}）的备份；本机的中心是 {ours}。恢复以后，这台电脑就是那个中心。</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从文件恢复…</translation>
    </message>
    <message>
        <source>Restore the other centre&apos;s backup</source>
        <translation>恢复另一中心的备份</translation>
    </message>
    <message>
        <source>Select the backup first, with ↑ and ↓.</source>
        <translation>请先用 ↑ ↓ 选中一份备份。</translation>
    </message>
    <message>
        <source>Restore it…</source>
        <translation>恢复所选备份…</translation>
    </message>
    <message>
        <source>Verify it</source>
        <translation>核验所选</translation>
    </message>
    <message>
        <source>before a correction</source>
        <translation>批准更正单前</translation>
    </message>
    <message>
        <source>{count} wrong</source>
        <translation>输错 {count} 次</translation>
    </message>
    <message>
        <source>{name}: {count} wrong, last {at}</source>
        <translation>{name} {count} 次，最近 {at}</translation>
    </message>
    <message>
        <source>unknown names</source>
        <translation>没有的姓名</translation>
    </message>
    <message>
        <source>Wrong passwords in {weeks} weeks: {listed}</source>
        <translation>{weeks} 周内输错密码：{listed}</translation>
    </message>
    <message>
        <source>at least {count} characters, not the name</source>
        <translation>至少 {count} 位，不能是姓名</translation>
    </message>
    <message>
        <source>before encrypting</source>
        <translation>加密前</translation>
    </message>
    <message>
        <source>Restore on trial</source>
        <translation>试恢复</translation>
    </message>
    <message>
        <source>Restoring on trial</source>
        <translation>正在试恢复</translation>
    </message>
    <message>
        <source>{file}: {rows} records and {files} scans and photographs, as they stand here.</source>
        <translation>{file}：{rows} 条记录、{files} 个扫描件和照片，与现有数据相符。</translation>
    </message>
    <message>
        <source>Restored on trial, and nothing is amiss.</source>
        <translation>试恢复完毕，没有问题。</translation>
    </message>
</context>
<context>
    <name>Timebank</name>
    <message>
        <source>Time bank</source>
        <translation>时间银行</translation>
    </message>
    <message>
        <source>Hours that volunteers served, and hours that are served in return. An entry stays; another one takes it back. No more goes out than came in.</source>
        <translation>志愿者服务存入的时长，和换得服务支取的时长。记一笔就不再改，记错了用冲正；支取不会多过存入。</translation>
    </message>
    <message>
        <source>Director and front desk see this list</source>
        <translation>这份名单由主任和前台管理</translation>
    </message>
    <message>
        <source>hours that the chosen volunteer served</source>
        <translation>存入：选中的志愿者服务了几小时</translation>
    </message>
    <message>
        <source>hours that are served in return</source>
        <translation>支取：换得几小时服务</translation>
    </message>
    <message>
        <source>take the chosen entry back by a counter-entry</source>
        <translation>冲正选中的一笔</translation>
    </message>
    <message>
        <source>the certificate of the chosen volunteer</source>
        <translation>选中志愿者的志愿服务时间证明</translation>
    </message>
    <message>
        <source>Take back: {name}, {kind} {hours} hours</source>
        <translation>冲正：{name}，{kind} {hours} 小时</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>Taken back for {name}</source>
        <translation>已冲正：{name}</translation>
    </message>
    <message>
        <source>Writing the certificate</source>
        <translation>正在生成证明</translation>
    </message>
    <message>
        <source>Hours that {name} served</source>
        <translation>{name} 的服务时长</translation>
    </message>
    <message>
        <source>Hours out of the time bank of {name}; {left} are left</source>
        <translation>从 {name} 的时间银行支取，余 {left} 小时</translation>
    </message>
    <message>
        <source>In for {name}</source>
        <translation>已存入 {name}</translation>
    </message>
    <message>
        <source>Out for {name}</source>
        <translation>已支取 {name}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Volunteers</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>Take somebody up under People with the post of a volunteer.</source>
        <translation>先到“人员”登记，岗位选志愿者。</translation>
    </message>
    <message>
        <source>Nobody is a volunteer yet</source>
        <translation>还没有志愿者</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>没有明细</translation>
    </message>
    <message>
        <source>Hours in… (Ctrl+N)</source>
        <translation>存入…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Hours out… (F2)</source>
        <translation>支取…（F2）</translation>
    </message>
    <message>
        <source>Take the entry back… (F8)</source>
        <translation>冲正…（F8）</translation>
    </message>
    <message>
        <source>Certificate… (Ctrl+P)</source>
        <translation>证明…（Ctrl+P）</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时长（小时）</translation>
    </message>
    <message>
        <source>such as 1.5</source>
        <translation>如 1.5</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Fill this where the register has nobody of them.</source>
        <translation>不在老年人名册上的，在这里写姓名或关系。</translation>
    </message>
    <message>
        <source>Or somebody else</source>
        <translation>或其他人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>服务内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>In</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>支取</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{kind} (taken back)</source>
        <translation>{kind}（已冲正）</translation>
    </message>
    <message>
        <source>Ctrl+N in   F2 out   Enter entries</source>
        <translation>Ctrl+N 存入   F2 支取   Enter 明细</translation>
    </message>
    <message>
        <source>F8 take back   Esc volunteers</source>
        <translation>F8 冲正   Esc 志愿者</translation>
    </message>
    <message>
        <source>Stands on the certificate: no names of those who were helped.</source>
        <translation>会印在证明上，不写被服务人的姓名。</translation>
    </message>
    <message>
        <source>Services not yet booked</source>
        <translation>待存入的服务</translation>
    </message>
    <message>
        <source>Enter books the chosen ones   F4 books the month   Esc volunteers</source>
        <translation>Enter 存入选中的   F4 存入本月   Esc 志愿者</translation>
    </message>
    <message>
        <source>Book the month (F4)</source>
        <translation>存入本月（F4）</translation>
    </message>
    <message>
        <source>Nothing of this month is to be booked</source>
        <translation>这个月没有待存入的服务</translation>
    </message>
    <message>
        <source>{count} services are in the time bank, {hours} hours</source>
        <translation>{count} 项服务存入时间银行，{hours} 小时</translation>
    </message>
    <message>
        <source>To be booked: {count} services, {hours} hours.</source>
        <translation>待存入：{count} 项服务，{hours} 小时。</translation>
    </message>
    <message>
        <source>{count} more lie in other months (Ctrl+PgUp).</source>
        <translation>其他月份还有 {count} 项（Ctrl+PgUp）。</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>book the services of the month that nothing keeps out</source>
        <translation>存入本月能存入的服务</translation>
    </message>
    <message>
        <source>volunteers, entries, services not yet booked</source>
        <translation>志愿者、明细、待存入的服务</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>不能存入的原因</translation>
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
    <name>Trace</name>
    <message>
        <source>Part of a food, a batch number or a supplier; or a person, or a card</source>
        <translation>品名、批号、供应商的一部分；或者姓名、扫卡</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>食材批次</translation>
    </message>
    <message>
        <source>Who may have eaten of them</source>
        <translation>可能吃过的人</translation>
    </message>
    <message>
        <source>look for what stands in the line; on a batch: who ate of it alone</source>
        <translation>查找输入的内容；在一批食材上：只看谁吃过这一批</translation>
    </message>
    <message>
        <source>from the line to the batches, to the people, and back</source>
        <translation>在输入行、食材、人员之间来回</translation>
    </message>
    <message>
        <source>open the chosen person</source>
        <translation>打开选中的老年人</translation>
    </message>
    <message>
        <source>{count} people are called so: type more, or scan the card.</source>
        <translation>有 {count} 位符合：再打几个字，或者扫卡。</translation>
    </message>
    <message>
        <source>{count} people and {guests} guests may have eaten of {batches}, in {dishes}</source>
        <translation>{count} 位老人、{guests} 位临时就餐者可能吃过 {batches}，菜品：{dishes}</translation>
    </message>
    <message>
        <source>{name} may have eaten of {count} batches in {month}; Enter on one: who else</source>
        <translation>{name} {month}可能吃过 {count} 批食材；在一批上按回车看还有谁</translation>
    </message>
    <message>
        <source>Which batch is it about?</source>
        <translation>要查哪一批？</translation>
    </message>
    <message>
        <source>Whoever ate at a meal may have eaten of each of its dishes.</source>
        <translation>吃了那一餐的人，那一餐的每道菜都可能吃过。</translation>
    </message>
    <message>
        <source>Nobody so far</source>
        <translation>还没有查</translation>
    </message>
    <message>
        <source>↑↓ choose   Ctrl+G open the person   F6, Esc the line</source>
        <translation>↑↓ 选择   Ctrl+G 打开档案   F6、Esc 输入行</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食材</translation>
    </message>
    <message>
        <source>Batch number</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Came on</source>
        <translation>进货日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐次</translation>
    </message>
    <message>
        <source>the list on paper, to call by</source>
        <translation>打印名单，照着打电话</translation>
    </message>
    <message>
        <source>Look for a batch first.</source>
        <translation>请先查一批食材。</translation>
    </message>
    <message>
        <source>Open the person (Ctrl+G)</source>
        <translation>打开档案（Ctrl+G）</translation>
    </message>
    <message>
        <source>Print the list (Ctrl+P)</source>
        <translation>打印名单（Ctrl+P）</translation>
    </message>
    <message>
        <source>Nobody on record ate of it</source>
        <translation>登记的人里没有人吃过</translation>
    </message>
    <message>
        <source>Enter on a batch: who else ate of it</source>
        <translation>在一批上按回车：还有谁吃过</translation>
    </message>
    <message>
        <source>Enter who ate of it   F6 on</source>
        <translation>回车 谁吃过   F6 下一处</translation>
    </message>
    <message>
        <source>{first} … {last}, {count} in all</source>
        <translation>{first} 至 {last}，共 {count} 次</translation>
    </message>
</context>
<context>
    <name>Trainings</name>
    <message>
        <source>Trainings</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训名称</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时长（小时）</translation>
    </message>
    <message>
        <source>such as 1.5</source>
        <translation>如 1.5</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>授课人</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A training</source>
        <translation>登记一次培训</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>On record: {title}</source>
        <translation>已登记：{title}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Changed: {title}</source>
        <translation>已更正：{title}</translation>
    </message>
    <message>
        <source>Void {title} of {day}, with the {count} who took part?</source>
        <translation>作废 {day} 的“{title}”，连同参加的 {count} 人？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Void: {title}</source>
        <translation>已作废：{title}</translation>
    </message>
    <message>
        <source>{name} did not take part</source>
        <translation>{name} 没有参加</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>划掉</translation>
    </message>
    <message>
        <source>{name} is off the list</source>
        <translation>已划掉：{name}</translation>
    </message>
    <message>
        <source>Who came for {name}; empty: {name}</source>
        <translation>代 {name} 来的家属；不填就是本人</translation>
    </message>
    <message>
        <source>Of the family</source>
        <translation>家属姓名</translation>
    </message>
    <message>
        <source>Written down for {name}</source>
        <translation>已记下：{name}</translation>
    </message>
    <message>
        <source>Who learned what. The plans&apos; rates of training are counted from this list: of the carers of the month, those who are on it.</source>
        <translation>谁参加过什么培训。规划指标里的培训率按这里统计：月末在岗护理员中名单上有的人。</translation>
    </message>
    <message>
        <source>Director and front desk see this list</source>
        <translation>这份名单由主任和前台管理</translation>
    </message>
    <message>
        <source>another training</source>
        <translation>登记一次培训</translation>
    </message>
    <message>
        <source>put the chosen training right</source>
        <translation>更正选中的培训</translation>
    </message>
    <message>
        <source>the scan line: one after the other</source>
        <translation>到扫描行，一个接一个签到</translation>
    </message>
    <message>
        <source>who came for the family of the chosen resident</source>
        <translation>选中老人是哪位家属来的</translation>
    </message>
    <message>
        <source>the chosen person did not take part</source>
        <translation>选中的人没有参加，划掉</translation>
    </message>
    <message>
        <source>void the chosen training</source>
        <translation>作废选中的培训</translation>
    </message>
    <message>
        <source>and Enter: choose among people of one name</source>
        <translation>再按 Enter：同名的人里选一个</translation>
    </message>
    <message>
        <source>Ctrl+N records the first one.</source>
        <translation>Ctrl+N 登记第一次。</translation>
    </message>
    <message>
        <source>No training is on record</source>
        <translation>还没有培训登记</translation>
    </message>
    <message>
        <source>Who took part</source>
        <translation>参加的人</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>F6, then scan.</source>
        <translation>F6，然后扫描。</translation>
    </message>
    <message>
        <source>Scan a card, or type a name, and Enter</source>
        <translation>扫卡，或输入姓名、拼音首字母，回车</translation>
    </message>
    <message>
        <source>Scan line</source>
        <translation>扫描行</translation>
    </message>
    <message>
        <source>New training… (Ctrl+N)</source>
        <translation>新培训…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Edit… (F2)</source>
        <translation>更正…（F2）</translation>
    </message>
    <message>
        <source>Of the family… (F4)</source>
        <translation>家属姓名…（F4）</translation>
    </message>
    <message>
        <source>Not there… (F7)</source>
        <translation>没参加…（F7）</translation>
    </message>
    <message>
        <source>Void… (F8)</source>
        <translation>作废…（F8）</translation>
    </message>
    <message>
        <source>Took part</source>
        <translation>参加人数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>works here</source>
        <translation>本中心人员</translation>
    </message>
    <message>
        <source>family: {name}</source>
        <translation>家属：{name}</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Took part: {name}</source>
        <translation>已签到：{name}</translation>
    </message>
    <message>
        <source>{name} is on the list; nothing is added.</source>
        <translation>{name} 已在名单上，没有多记。</translation>
    </message>
    <message>
        <source>Who is it? The number and Enter.</source>
        <translation>是哪一位？按数字，再按 Enter。</translation>
    </message>
    <message>
        <source>Enter scan   F2 edit</source>
        <translation>Enter 签到   F2 更正</translation>
    </message>
    <message>
        <source>F4 family   F7 not there   Esc scan line</source>
        <translation>F4 家属   F7 没参加   Esc 扫描行</translation>
    </message>
</context>
<context>
    <name>Trend</name>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By visitor</source>
        <translation>按探访人</translation>
    </message>
    <message>
        <source>By method</source>
        <translation>按方式</translation>
    </message>
    <message>
        <source>By community</source>
        <translation>按社区</translation>
    </message>
    <message>
        <source>By flag</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Monthly visit rate over twelve months (%)</source>
        <translation>近十二个月月探访率（%）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>月探访率</translation>
    </message>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>visited {visited} of {required} required, excused {excused}; {rate} %, helped {help} %</source>
        <translation>应访 {required} 人，免访 {excused} 人，实访 {visited} 人；月探访率 {rate}%，探访帮扶率 {help}%</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>应访</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>免访</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>实访</translation>
    </message>
    <message>
        <source>Unvisited</source>
        <translation>未访</translation>
    </message>
    <message>
        <source>Visit rate (%)</source>
        <translation>月探访率（%）</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>探访人</translation>
    </message>
    <message>
        <source>People visited</source>
        <translation>实访人数</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>未遇次数</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>M{number}</source>
        <translation>{number}月</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter who and what makes a number   F6 picture</source>
        <translation>↑↓ 选择   Enter 查看数字的人员和记录   F6 图中数字</translation>
    </message>
    <message>
        <source>Trend of {month}</source>
        <translation>{month}走势</translation>
    </message>
</context>
<context>
    <name>Trends</name>
    <message>
        <source>Trends and comparison of {month}</source>
        <translation>{month}走势与对比</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>十二个月</translation>
    </message>
    <message>
        <source>Figures of two months</source>
        <translation>两个月的数字</translation>
    </message>
    <message>
        <source>Who and what makes the figure of this month</source>
        <translation>查看本月数字的人员和记录</translation>
    </message>
    <message>
        <source>Who and what makes the figure of the other month</source>
        <translation>查看对比月数字的人员和记录</translation>
    </message>
    <message>
        <source>Compare with the month before, or with that of the year before</source>
        <translation>与上月、上年同月对比</translation>
    </message>
    <message>
        <source>Show it as it is printed</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Making the paper</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Open the indicators of that month in its report.</source>
        <translation>请在该月报表中查看当月指标。</translation>
    </message>
    <message>
        <source>Month or year before (F4)</source>
        <translation>上月/上年同月（F4）</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter this month   F8 other month   F4 year   Esc back</source>
        <translation>↑↓ 选择   Enter 本月明细   F8 对比月明细   F4 上月/上年   Esc 返回</translation>
    </message>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>More or less</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>In percent</source>
        <translation>增减率</translation>
    </message>
    <message>
        <source>{figure} (yuan)</source>
        <translation>{figure}（元）</translation>
    </message>
    <message>
        <source>All months by today&apos;s records.</source>
        <translation>各月均按现有记录。</translation>
    </message>
    <message>
        <source>As they were closed: {months}; the others by today&apos;s records.</source>
        <translation>按月结时的数：{months}；其余按现有记录。</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The data could not be opened</source>
        <translation>数据打不开</translation>
    </message>
    <message>
        <source>Data folder: {folder}</source>
        <translation>数据文件夹：{folder}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>It still cannot be opened</source>
        <translation>仍然打不开</translation>
    </message>
    <message>
        <source>Restoring puts a backup in the place of the data. What lies there now is set aside as a file whose name begins with “replaced”; it is not deleted.</source>
        <translation>恢复会用备份替换现在的数据文件；原来的文件另存为以 replaced 开头的文件，不会删除。</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>打开别的文件夹…</translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation>选择数据文件夹</translation>
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
        <source>it was taken back before.</source>
        <translation>已经撤回过。</translation>
    </message>
</context>
<context>
    <name>Urgent</name>
    <message>
        <source>Urgent help that is not closed yet</source>
        <translation>还没有办结的助急</translation>
    </message>
    <message>
        <source>Urgent help</source>
        <translation>助急</translation>
    </message>
    <message>
        <source>Nobody waits for urgent help</source>
        <translation>没有人在等助急</translation>
    </message>
    <message>
        <source>↑↓ choose   F6 dispatch   F7 done   Enter record   Esc back</source>
        <translation>↑↓ 选择   F6 派单   F7 完成   Enter 看记录   Esc 返回</translation>
    </message>
    <message>
        <source>the record of the chosen order</source>
        <translation>看选中那一单的记录</translation>
    </message>
</context>
<context>
    <name>UrgentStrip</name>
    <message>
        <source>Urgent help is not closed yet ({count}): {names}</source>
        <translation>助急还没有办结（{count}）：{names}</translation>
    </message>
    <message>
        <source>{name}, waiting {time}</source>
        <translation>{name} 已等 {time}</translation>
    </message>
    <message>
        <source>Urgent help is not closed yet ({count})</source>
        <translation>助急还没有办结（{count}）</translation>
    </message>
</context>
<context>
    <name>VerdictReport</name>
    <message>
        <source>Writing the report</source>
        <translation>正在写核对报告</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>taken in, number rewritten</source>
        <translation>已导入（号码已规范）</translation>
    </message>
    <message>
        <source>taken in, to verify</source>
        <translation>已导入，待核</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>there twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>not taken in</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>{file}, {sheet}: {rows} rows, {imported} taken in, {updated} updated, {refused} not taken in</source>
        <translation>{file}，{sheet}：共 {rows} 行，导入 {imported} 行，更新 {updated} 行，未导入 {refused} 行</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Reports by month and version</source>
        <translation>各月报表的版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>open the reports of that version</source>
        <translation>打开那一版的报表</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>形成时间</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>探访人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>such as 930</source>
        <translation>如 930</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>写几个字说明</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>服务需求</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>empty when there is none</source>
        <translation>没有风险就空着</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>接触方式</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>更正理由</translation>
    </message>
    <message>
        <source>The visit was put right; the earlier words are kept.</source>
        <translation>已更正，原来的记录仍然保留。</translation>
    </message>
    <message>
        <source>{count} service orders opened</source>
        <translation>已开 {count} 张服务单</translation>
    </message>
    <message>
        <source>Visit recorded. Needs: {needs}</source>
        <translation>已登记。服务需求：{needs}</translation>
    </message>
    <message>
        <source>Open orders ({key})</source>
        <translation>开服务单（{key}）</translation>
    </message>
    <message>
        <source>The orders are open</source>
        <translation>服务单已开</translation>
    </message>
    <message>
        <source>What was found (keys 1 to 4; 0: no change in the rest)</source>
        <translation>六项情况（按 1 至 4；按 0 其余无变化）</translation>
    </message>
    <message>
        <source>such as: it is on the list already</source>
        <translation>例如：清单上已有</translation>
    </message>
    <message>
        <source>No risk, because</source>
        <translation>不登记风险，因为</translation>
    </message>
    <message>
        <source>Visit to {name} recorded: {outcome}</source>
        <translation>{name} 的探访已登记：{outcome}</translation>
    </message>
</context>
<context>
    <name>VisitTabs</name>
    <message>
        <source>Visits</source>
        <translation>探访记录</translation>
    </message>
    <message>
        <source>Parts of this room</source>
        <translation>本页各部分</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>应访名单</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Standing on the roster</source>
        <translation>名单分类</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>待访看板</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>未关闭风险</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>路线单</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>增减</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Welfare visits</source>
        <translation>月探访</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>探访人</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>登记探访</translation>
    </message>
    <message>
        <source>No visit in this month yet</source>
        <translation>本月还没有探访</translation>
    </message>
    <message>
        <source>Press Ctrl+N, or choose somebody from the roster.</source>
        <translation>按 Ctrl+N 登记，或从应访名单里选人。</translation>
    </message>
    <message>
        <source>Another visit to this person</source>
        <translation>再登记一次探访</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>打开老人档案</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Void the visit to {name} of {day}?</source>
        <translation>作废 {day} 对{name}的探访？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Put a visit right</source>
        <translation>更正探访记录</translation>
    </message>
    <message>
        <source>Put it right (Enter)</source>
        <translation>更正（Enter）</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>接触方式</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>服务需求</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Signed paper</source>
        <translation>签字扫描件</translation>
    </message>
    <message>
        <source>Put right: it stands for an earlier entry.</source>
        <translation>本条为更正后的记录。</translation>
    </message>
    <message>
        <source>Open orders for its needs</source>
        <translation>按服务需求开单</translation>
    </message>
    <message>
        <source>Show the scan of {day}</source>
        <translation>查看 {day} 的扫描件</translation>
    </message>
    <message>
        <source>Blank form for this person</source>
        <translation>打印空白探访表</translation>
    </message>
    <message>
        <source>No risk opened: {why}</source>
        <translation>未登记风险：{why}</translation>
    </message>
    <message>
        <source>{risks} open risks, {orders} open orders of this visit</source>
        <translation>这次探访未办结：风险 {risks}、订单 {orders}</translation>
    </message>
    <message>
        <source>They stay open</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>They become void too</source>
        <translation>一并作废</translation>
    </message>
    <message>
        <source>The visit to {name} is void</source>
        <translation>{name} 的探访已作废</translation>
    </message>
</context>
<context>
    <name>VisitsKeys</name>
    <message>
        <source>between overdue, today, this week and later</source>
        <translation>在逾期、今天、本周、以后之间切换</translation>
    </message>
    <message>
        <source>phone round</source>
        <translation>电话探访</translation>
    </message>
    <message>
        <source>route sheet</source>
        <translation>路线单</translation>
    </message>
    <message>
        <source>assign a visitor</source>
        <translation>指定探访人</translation>
    </message>
    <message>
        <source>crisis event</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>normal, attention, risk, unchanged; 0 for all that is left</source>
        <translation>正常、需关注、风险、无变化；0 表示其余无变化</translation>
    </message>
    <message>
        <source>how a call went, in the phone round</source>
        <translation>电话探访中的结果</translation>
    </message>
    <message>
        <source>take the last row back, on the route sheet</source>
        <translation>录入路线单时撤销上一行</translation>
    </message>
    <message>
        <source>open the orders for the needs of the visit just recorded</source>
        <translation>为刚登记的探访里的需求下服务单</translation>
    </message>
    <message>
        <source>everything else on the board</source>
        <translation>看板上其他的事</translation>
    </message>
    <message>
        <source>pass over the person, in the phone round</source>
        <translation>电话探访时跳过这一位</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Resident</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Mode of care</source>
        <translation>照护方式</translation>
    </message>
    <message>
        <source>Empty: either will do.</source>
        <translation>不选：护理型、普通型都可以。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>床位类型</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Application for a bed</source>
        <translation>轮候申请</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The application is on record</source>
        <translation>申请已登记</translation>
    </message>
    <message>
        <source>{name} waits no more</source>
        <translation>{name} 撤回申请</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>The application is withdrawn</source>
        <translation>申请已撤回</translation>
    </message>
    <message>
        <source>Void the application of {name}?</source>
        <translation>作废 {name} 的申请？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>It is void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>Offered on</source>
        <translation>通知日期</translation>
    </message>
    <message>
        <source>Empty: as the rule says.</source>
        <translation>不填：按统计口径里的天数。</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Only where somebody else comes first for this bed.</source>
        <translation>这张床轮到别人时才填。</translation>
    </message>
    <message>
        <source>Why out of turn</source>
        <translation>不按顺序的原因</translation>
    </message>
    <message>
        <source>{name} is offered a bed</source>
        <translation>通知 {name} 入住</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>The bed is kept for {name}</source>
        <translation>床位已为 {name} 预留</translation>
    </message>
    <message>
        <source>{name} takes bed {bed}</source>
        <translation>{name} 接受床位 {bed}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>The bed is kept until {name} moves in (F3 in the room of beds)</source>
        <translation>床位保留到 {name} 入住（在床位里按 F3 办入住）</translation>
    </message>
    <message>
        <source>does not want to move in yet</source>
        <translation>暂不入住</translation>
    </message>
    <message>
        <source>the bed does not suit</source>
        <translation>床位不合适</translation>
    </message>
    <message>
        <source>because of the cost</source>
        <translation>费用原因</translation>
    </message>
    <message>
        <source>the family does not agree</source>
        <translation>家属不同意</translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>联系不上</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{name} does not take bed {bed}</source>
        <translation>{name} 放弃床位 {bed}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>{name} keeps the place; the bed goes to the next</source>
        <translation>{name} 位次保留，床位轮到下一位</translation>
    </message>
    <message>
        <source>Take back the offer of bed {bed} to {name}?</source>
        <translation>收回通知 {name} 入住 {bed}？</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>The offer is taken back</source>
        <translation>通知已收回</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>轮候</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>轮候名单</translation>
    </message>
    <message>
        <source>Free and offered beds</source>
        <translation>空床和已通知的床</translation>
    </message>
    <message>
        <source>somebody applies for a bed</source>
        <translation>登记轮候申请</translation>
    </message>
    <message>
        <source>put the chosen application right</source>
        <translation>修改选中的申请</translation>
    </message>
    <message>
        <source>offer a bed to the chosen one</source>
        <translation>通知选中的人入住</translation>
    </message>
    <message>
        <source>the offered bed is accepted</source>
        <translation>接受通知的床位</translation>
    </message>
    <message>
        <source>the offered bed is refused, with the reason</source>
        <translation>放弃通知的床位，写原因</translation>
    </message>
    <message>
        <source>the centre takes its offer back</source>
        <translation>中心收回通知</translation>
    </message>
    <message>
        <source>withdraw the chosen application</source>
        <translation>撤回选中的申请</translation>
    </message>
    <message>
        <source>void an application recorded by mistake</source>
        <translation>作废录错的申请</translation>
    </message>
    <message>
        <source>since which day it is told what moved</source>
        <translation>从哪天起看位次变化</translation>
    </message>
    <message>
        <source>from the list to the beds and back</source>
        <translation>名单和床位之间来回</translation>
    </message>
    <message>
        <source>open the chosen person</source>
        <translation>打开选中的人</translation>
    </message>
    <message>
        <source>the list on paper</source>
        <translation>打印名单</translation>
    </message>
    <message>
        <source>{count} wait · {free} beds are free · {kept} are offered</source>
        <translation>{count} 人轮候 · 空床 {free} 张 · 已通知 {kept} 张</translation>
    </message>
    <message>
        <source>Nobody waits for such a bed.</source>
        <translation>没有人轮候这样的床位。</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>What moved since which day?</source>
        <translation>看从哪天起的位次变化？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>No bed of this kind is free.</source>
        <translation>没有符合申请的空床。</translation>
    </message>
    <message>
        <source>No bed is offered here. F3 offers one.</source>
        <translation>这里没有通知过床位，按 F3 通知。</translation>
    </message>
    <message>
        <source>Choose somebody in the list first.</source>
        <translation>请先在名单里选中一位。</translation>
    </message>
    <message>
        <source>Since {day}: {moved}</source>
        <translation>{day} 以来：{moved}</translation>
    </message>
    <message>
        <source>Offered: {beds}</source>
        <translation>通知过：{beds}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位次</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>优先类别</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>想要</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Apply… (Ctrl+N)</source>
        <translation>申请…（Ctrl+N）</translation>
    </message>
    <message>
        <source>Offer a bed… (F3)</source>
        <translation>通知入住…（F3）</translation>
    </message>
    <message>
        <source>Accepted… (F6)</source>
        <translation>接受…（F6）</translation>
    </message>
    <message>
        <source>Refused… (F7)</source>
        <translation>放弃…（F7）</translation>
    </message>
    <message>
        <source>Take back… (Shift+F7)</source>
        <translation>收回…（Shift+F7）</translation>
    </message>
    <message>
        <source>Change… (F2)</source>
        <translation>修改…（F2）</translation>
    </message>
    <message>
        <source>Withdraw… (F8)</source>
        <translation>撤回…（F8）</translation>
    </message>
    <message>
        <source>Void… (F12)</source>
        <translation>作废…（F12）</translation>
    </message>
    <message>
        <source>Moved since… (F4)</source>
        <translation>位次变化…（F4）</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Ctrl+N puts somebody on the list.</source>
        <translation>按 Ctrl+N 登记申请。</translation>
    </message>
    <message>
        <source>Nobody waits for a bed</source>
        <translation>没有人轮候</translation>
    </message>
    <message>
        <source>No bed is free or offered</source>
        <translation>没有空床，也没有已通知的床</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter offer a bed   F10 beds   Esc back</source>
        <translation>↑↓ 选择   Enter 通知入住   F10 床位   Esc 返回</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter offer, or answer   Esc list</source>
        <translation>↑↓ 选择   Enter 通知或答复   Esc 名单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>给谁</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>next: {name}</source>
        <translation>轮到：{name}</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>没有人轮候</translation>
    </message>
    <message>
        <source>{bed} on {day}, {state}</source>
        <translation>{bed}，{day}，{state}</translation>
    </message>
    <message>
        <source>{bed} (kept for {name})</source>
        <translation>{bed}（预留给 {name}）</translation>
    </message>
    <message>
        <source>The bed is offered. Accept or refuse here, or take the offer back.</source>
        <translation>这张床已通知轮候的人。在这里登记接受、放弃，或者收回通知。</translation>
    </message>
    <message>
        <source>{state} by {day}</source>
        <translation>{state}，{day} 前</translation>
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
    <name>WhatIf</name>
    <message>
        <source>Leaves on</source>
        <translation>离院日期</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>能力等级</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从何日起</translation>
    </message>
    <message>
        <source>Month told of</source>
        <translation>看哪个月</translation>
    </message>
    <message>
        <source>{name}: what if? Nothing is written.</source>
        <translation>{name}：假设一下会怎样（不写入）</translation>
    </message>
    <message>
        <source>Of the whole house</source>
        <translation>看全院</translation>
    </message>
    <message>
        <source>Type a day of leaving, or choose a grade.</source>
        <translation>填一个离院日期，或选一个等级。</translation>
    </message>
    <message>
        <source>The month is closed: its paper stays as it is.</source>
        <translation>这个月已月结，报表不变。</translation>
    </message>
    <message>
        <source>{month}: has no bed of full care, so nothing changes.</source>
        <translation>{month}：没有全托床位，没有变化。</translation>
    </message>
    <message>
        <source>{month}: nights present {before} → {after}, on leave {away} → {left}; operating subsidy {was} → {becomes} yuan</source>
        <translation>{month}：在住 {before} → {after} 天，请假 {away} → {left} 天；运营补贴 {was} → {becomes} 元</translation>
    </message>
    <message>
        <source>The house: bed-days {before} → {after}, on leave {away} → {left}; occupancy {rate} → {then}; subsidy {was} → {becomes} yuan</source>
        <translation>全院：床日 {before} → {after}，请假 {away} → {left}；入住率 {rate} → {then}；补贴 {was} → {becomes} 元</translation>
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
