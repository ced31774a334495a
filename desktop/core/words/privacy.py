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
# What is lost, as the incident sheet says it.
LOST_THINGS = Terms(
    {
        "computer": ("电脑（含数据文件夹）", "computer (with the data folder)"),
        "backup": ("U 盘或硬盘上的备份", "backup on a stick or disk"),
        "sync_file": ("报区文件", "file for the district"),
    }
)
