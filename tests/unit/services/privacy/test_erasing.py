"""Deletion: what somebody was is nowhere, and chains, figures and archival papers stand."""

import datetime as dt

import pypdf
import pytest

from desktop.core import clock
from desktop.core.answers import BackupReason
from desktop.core.errors import NotAllowed, NotUndoable, ReasonNeeded
from desktop.core.period import Month
from desktop.core.privacy_errors import NotErasable
from desktop.core.reasons import ErasureReason
from desktop.models import query
from desktop.reports.forms.erasure_certificate import report_of
from desktop.reports.months.month_set import month_reports
from desktop.reports.paper.page import write_pdf
from desktop.services import undoing
from desktop.services.centre import centres
from desktop.services.figures import month as figures
from desktop.services.keeping import kept_files
from desktop.services.privacy import belonging, erasing, retention
from desktop.services.register import listing
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing import done, frozen, verifying
from tests.unit.services.privacy.conftest import WORDS

SEPTEMBER = Month(2026, 9)


def held(folder):
    """The words that the data file still holds anywhere, frozen months aside."""
    texts = [
        text
        for (table,) in query.fetch("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
        if not table.startswith(("month_document", "month_version", "month", "resident_search_"))
        for row in query.fetch(f'SELECT * FROM "{table}"')
        for text in row
        if isinstance(text, str)
    ]
    return {word for word in WORDS if any(word in text for text in texts)}


def test_nothing_of_what_was_known_is_left_in_rows_log_or_files(gone, actor, folder):
    number = query.text("SELECT id_number FROM resident WHERE id = ?", [gone])
    assert held(folder) == set(WORDS)
    assert len(list((folder.root / "photos").iterdir())) == 1
    certificate = erasing.erase(actor, gone, "保存期满")
    assert held(folder) == set()
    assert not query.count("SELECT count(*) FROM change_log WHERE before || after || reason LIKE ?", [f"%{number}%"])
    assert query.fetch("SELECT name, id_number, phone FROM resident WHERE id = ?", [gone]) == [
        ("（已删除）", None, "（已删除）")
    ]
    assert not list((folder.root / "photos").iterdir())
    assert not [path for path in (folder.root / "attachments").rglob("*") if path.is_file()]
    assert certificate.files == 2 and certificate.writes > 10
    assert {"resident", "contact", "risk", "attachment"} <= set(certificate.rows)


def test_the_log_stays_whole_and_the_records_fit_it(gone, actor):
    erasing.erase(actor, gone, "保存期满")
    verifying.require_whole(verifying.verify())


def test_figures_and_frozen_papers_stand(gone, actor, folder):
    papers, counted = month_reports(SEPTEMBER), figures.figures_of(SEPTEMBER)
    kept = frozen.latest(SEPTEMBER)
    erasing.erase(actor, gone, "保存期满")
    assert month_reports(SEPTEMBER) == papers and frozen.latest(SEPTEMBER) == kept
    again = figures.figures_of(SEPTEMBER)
    for part in ("visits", "canteen", "beds", "services"):
        numbers = [
            {name: value for name, value in vars(getattr(one, part)).items() if isinstance(value, int)}
            for one in (counted, again)
        ]
        assert numbers[0] == numbers[1] and numbers[0], part
    assert kept_files.missing(folder.root) == []


def test_nobody_finds_the_person_any_more(gone, actor):
    erasing.erase(actor, gone, "保存期满")
    for text in ("王桂芳", "wgf", "13888000111"):
        assert listing.find_ids(ResidentQuery(text=text, state="")) == []


def test_rows_of_others_are_not_touched(gone, actor):
    other = query.count("SELECT id FROM resident WHERE name = '李明'")
    before = {
        table: query.fetch(f"SELECT * FROM {table} WHERE id IN {query.LISTED} ORDER BY id", [query.listed(ids)])
        for table, ids in belonging.rows(other).items()
    }
    erasing.erase(actor, gone, "保存期满")
    for table, rows in before.items():
        assert rows == query.fetch(
            f"SELECT * FROM {table} WHERE id IN {query.LISTED} ORDER BY id", [query.listed([row[0] for row in rows])]
        ), table


def test_the_certificate_names_nobody_and_says_what_stays_and_what_is_not_reached(gone, actor, tmp_path):
    certificate = erasing.erase(actor, gone, "保存期满")
    assert certificate.number == "删除〔2032〕第1号"
    assert (certificate.left_on, certificate.kept_until) == ("2026-09-28", "2031-09-28")
    assert erasing.certificates(actor) == [certificate]
    write_pdf(report_of(certificate), tmp_path / "c.pdf", dt.date(2032, 3, 1))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "c.pdf").pages)
    for said in ("个人信息删除证明", certificate.uid, "归档文件", "备份", "区里的副本", "须再次删除"):
        assert said in text.replace("\n", ""), said
    assert not [word for word in WORDS if word in text]


def test_it_is_not_taken_back_and_not_done_twice(gone, actor):
    erasing.erase(actor, gone, "保存期满")
    with pytest.raises(NotUndoable):
        undoing.take_back(actor, done.standing(actor)[0])
    with pytest.raises(NotErasable) as caught:
        erasing.erase(actor, gone, "保存期满")
    assert caught.value.reason == ErasureReason.GONE


def test_only_a_director_deletes_and_says_why(gone, actor, clerk):
    with pytest.raises(NotAllowed):
        erasing.erase(clerk, gone, "保存期满")
    with pytest.raises(ReasonNeeded):
        erasing.erase(actor, gone, " ")


def test_whoever_is_here_is_not_deleted(known, actor):
    with pytest.raises(NotErasable) as caught:
        erasing.erase(actor, known, "本人要求")
    assert caught.value.reason == ErasureReason.ON_REGISTER
    assert query.text("SELECT name FROM resident WHERE id = ?", [known]) == "王桂芳"


def test_a_month_that_is_open_has_to_be_closed_first(known, actor):
    from desktop.services.residents import states

    states.apply(actor, known, "deceased", dt.date(2026, 9, 28), "病故")
    assert erasing.why_not(known) == [ErasureReason.OPEN_MONTH]


def test_a_backup_of_before_brings_the_person_back_as_the_certificate_says(gone, actor, folder, tmp_path):
    from desktop.services.keeping import backups, restoring

    kept = backups.back_up(folder, BackupReason.MANUAL)
    erasing.erase(actor, gone, "保存期满")
    centres.close_centre()
    restoring.restore(kept.path, folder)
    assert query.text("SELECT name FROM resident WHERE id = ?", [gone]) == "王桂芳"


def test_the_list_tells_who_left_longer_ago_than_is_kept(gone, person, actor, clerk):
    person("还在")
    (one,) = retention.listed(clerk)
    assert (one.name, one.since, one.due_on) == ("王桂芳", dt.date(2026, 9, 28), dt.date(2031, 9, 28))
    assert retention.listed(clerk, 6) == []
    retention.choose(actor, "6")
    assert retention.years() == 6 and retention.listed(clerk) == []
    with clock.standing_at(dt.datetime(2032, 9, 28, 9, 0)):
        assert [one.name for one in retention.listed(clerk)] == ["王桂芳"]
        erasing.erase(actor, gone, "保存期满")
        assert retention.listed(clerk) == []
