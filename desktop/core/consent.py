"""Consent to the use of personal data: what somebody may withdraw (个人信息保护法 第十五条), each by itself."""

from enum import StrEnum


class ConsentScope(StrEnum):
    """A choice of the consent form; ``PROCESSING`` withdrawn withdraws all of them."""

    PROCESSING = "processing"
    SENSITIVE = "sensitive"
    DISTRICT = "district"
    CONTACTS = "contacts"
    PHOTO = "photo"
