"""The heads of the demo's paper forms, as centres draw them."""

from __future__ import annotations

from desktop.demo.sheets import Head

RESIDENT_HEADS = (
    Head("序号", 6),
    Head("姓名", 11),
    Head("性别", 6),
    Head("身份证号", 21),
    Head("民族", 8),
    Head("出生日期", 14),
    Head("社区", 12),
    Head("现居住地址", 28),
    Head("联系电话", 15),
    Head("居住状况", 12),
    Head("特殊困难类别", 22),
    Head("认定日期", 14),
    Head("能力等级", 10),
    Head("紧急联系人", 13, ("姓名", "关系", "电话")),
    Head("健康档案", 9),
    Head("家庭医生签约", 9),
    Head("在册状态", 9),
    Head("变动日期", 14),
    Head("备注", 14),
)
VISIT_HEADS = (
    Head("日期", 14),
    Head("姓名", 11),
    Head("身份证号", 21),
    Head("探访方式"),
    Head("探访人", 14),
    Head("探访结果", 12),
    Head("健康状况"),
    Head("精神状态"),
    Head("安全情况"),
    Head("卫生环境"),
    Head("居住环境"),
    Head("赡养与经济", 12),
    Head("服务需求", 14),
    Head("风险隐患", 24),
    Head("处理情况", 28),
)
SERVICE_HEADS = (
    Head("日期", 14),
    Head("姓名", 11),
    Head("身份证号", 21),
    Head("服务项目", 11),
    Head("地点", 8),
    Head("开始", 8),
    Head("结束", 8),
    Head("服务人员", 14),
    Head("付费方式"),
    Head("收费", 8),
    Head("补贴", 8),
    Head("满意度", 8),
    Head("备注", 16),
)
BED_HEADS = (
    Head("楼栋"),
    Head("楼层", 6),
    Head("房间号"),
    Head("床号", 6),
    Head("床位类型"),
    Head("服务方式"),
    Head("保险扫码号", 16),
)
STAY_HEADS = (
    Head("楼栋"),
    Head("房间号"),
    Head("床号", 6),
    Head("姓名", 11),
    Head("身份证号", 21),
    Head("入住日期", 14),
    Head("离院日期", 14),
    Head("请假起", 14),
    Head("请假止", 14),
    Head("请假原因"),
)
