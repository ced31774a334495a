"""The words of the food ledger."""

from __future__ import annotations

from desktop.core.food import Allergen, BatchEnd, ComplaintAbout, FoodPart, LicenceKind, SheetOf
from desktop.core.words.tables import Terms
from desktop.core.words.terms import CERTIFICATE_KINDS

SHEETS_OF = Terms(
    {
        SheetOf.MORNING_CHECK: ("晨检", "morning check"),
        SheetOf.CLEANING: ("清洁消毒", "cleaning"),
        SheetOf.TEMPERATURE: ("冷藏温度", "cold storage"),
    }
)
ALLERGENS = Terms(
    {
        Allergen.GLUTEN: ("含麸质谷物", "gluten"),
        Allergen.CRUSTACEANS: ("甲壳类", "crustaceans"),
        Allergen.FISH: ("鱼类", "fish"),
        Allergen.EGGS: ("蛋类", "eggs"),
        Allergen.PEANUTS: ("花生", "peanuts"),
        Allergen.SOYBEANS: ("大豆", "soybeans"),
        Allergen.MILK: ("乳类", "milk"),
        Allergen.NUTS: ("坚果", "nuts"),
    }
)
COMPLAINTS_ABOUT = Terms(
    {
        ComplaintAbout.TASTE: ("口味", "taste"),
        ComplaintAbout.HYGIENE: ("卫生", "hygiene"),
        ComplaintAbout.PRICE: ("价格", "price"),
        ComplaintAbout.SERVICE: ("服务", "service"),
        ComplaintAbout.DELIVERY: ("送餐", "delivery"),
        ComplaintAbout.OTHER: ("其他", "other"),
    }
)
BATCH_ENDS = Terms(
    {
        BatchEnd.USED_UP: ("用完", "used up"),
        BatchEnd.THROWN_AWAY: ("报废", "thrown away"),
        BatchEnd.RETURNED: ("退货", "returned"),
    }
)
LICENCE_KINDS = Terms(
    {
        LicenceKind.FOOD: ("食品经营许可证", "food licence"),
        LicenceKind.BUSINESS: ("营业执照", "business licence"),
    }
)
CERTIFICATES_AND_LICENCES = Terms({**CERTIFICATE_KINDS.pairs, **LICENCE_KINDS.pairs})
FOOD_PARTS = Terms(
    {
        FoodPart.MORNING_CHECK: ("晨检", "morning check"),
        FoodPart.CLEANING: ("清洁消毒", "cleaning"),
        FoodPart.TEMPERATURE: ("冷藏温度", "cold storage"),
        FoodPart.DISHES: ("菜品", "dishes"),
        FoodPart.BATCHES: ("食材批次", "batches"),
        FoodPart.SAMPLES: ("留样", "samples"),
    }
)
