"""What an indicator may be made of: counts that the rooms give, and figures that somebody has to type (填报数)."""

from __future__ import annotations

from desktop.core.words.tables import Terms

COUNTS = Terms(
    {
        "visits.visited": ("实访", "visited"),
        "visits.to_visit": ("应访−免访", "to visit, without the excused"),
        "visits.helped": ("居家探访帮扶人数", "reached or helped at home"),
        "visits.helped_of": ("居家应访−免访", "to visit at home, without the excused"),
        "beds.beds": ("月末全托床位", "beds of full care at month end"),
        "beds.nursing": ("月末护理型床位", "nursing beds at month end"),
        "beds.inclusive": ("月末兜底线和普惠性床位", "beds of the safety net and inclusive beds at month end"),
        "people.on_register_end": ("月末在册老年人", "on register at month end"),
        "people.65": ("在册65岁及以上", "on register, 65 and over"),
        "people.65_health_record": ("在册65岁及以上已建健康档案", "of them with a health record"),
        "people.65_family_doctor": ("在册65岁及以上已签约家庭医生", "of them with a family doctor"),
        "people.80": ("在册80岁及以上", "on register, 80 and over"),
        "people.80_health_record": ("在册80岁及以上已建健康档案", "of them with a health record"),
        "people.insured_accident": ("在册参加意外伤害险", "on register with accident insurance"),
        "people.disabled_destitute": ("在册失能特困老年人", "destitute and disabled"),
        "people.disabled_destitute_kept": ("其中集中供养", "of them in an institution"),
        "people.destitute_kept": ("在册集中供养特困老年人", "destitute in an institution"),
        "people.served": ("本月服务的60岁及以上老年人", "served in the month, 60 and over"),
        "services.disabled": ("本月在册的失能老年人", "disabled and on register in the month"),
        "services.disabled_helped": ("其中本月接受十助服务", "of them with a help service in the month"),
        "people.learners": ("本年经常参加教育活动的在册老年人", "often at lessons in the year"),
        "people.volunteers": ("在册老年人中的志愿者", "residents who are volunteers"),
        "staff.social_workers": ("月末在岗社会工作者", "social workers at month end"),
        "staff.carers": ("月末在岗护理员", "carers at month end"),
        "staff.certified_carers": ("月末在岗持证护理员", "carers with a certificate in force"),
        "staff.trained_carers": ("已参加岗前（入职）培训的在岗护理员", "carers with an initial training on record"),
        "staff.skilled_carers": ("本年参加过在职培训的在岗护理员", "carers with an in-service training this year"),
    }
)
TYPED = Terms(
    {
        "typed.population_60": ("辖区60岁及以上户籍老年人口", "registered population of 60 and over"),
        "typed.population_65": ("辖区65岁及以上老年人口", "population of 65 and over"),
        "typed.willing_destitute": ("有集中供养意愿的特困老年人", "destitute who want to live in an institution"),
        "typed.health_managed_65": ("65岁及以上本年接受健康管理人数", "65 and over under health management this year"),
        "typed.checked_65": ("65岁及以上本年体检人数", "65 and over with a check-up this year"),
        "typed.trained_carers": ("已完成岗前（入职）培训的护理员", "carers with initial training"),
        "typed.skilled_carers": ("参加专业技能培训的护理员", "carers with training of skills"),
        "typed.inclusive_beds": ("兜底线和普惠性床位", "beds of the safety net and inclusive beds"),
        "typed.new_public_beds": ("新建、改扩建公办养老机构床位", "new or extended public beds"),
        "typed.new_public_nursing_beds": ("其中护理型床位", "of them nursing beds"),
    }
)
SOURCES = Terms({**COUNTS.pairs, **TYPED.pairs})
DIRECTIONS = Terms({">=": ("不低于", "at least"), "<=": ("不高于", "at most")})
