"""The words of the privacy papers, on paper and in the answers of the command line."""

from __future__ import annotations

from desktop.core.words.tables import Terms

# What is counted of people where a computer or a stick was lost.
PERSONAL_KINDS = Terms(
    {
        "name": ("姓名", "name"),
        "id_number": ("证件号码", "ID number"),
        "phone": ("电话", "phone"),
        "address": ("住址", "address"),
        "health": ("健康状况（慢性病、过敏、残疾）", "health (chronic diseases, allergies, disability)"),
        "photo": ("照片", "photograph"),
    }
)
