"""What goes by the schema finds every table that the program writes."""

from pathlib import Path

from desktop.models import query
from desktop.models.base import Record
from desktop.models.tables import MODULES, RECORDS

MODELS = Path(__file__).parents[3] / "desktop" / "models"


def test_every_module_with_a_record_is_listed():
    texts = {path.stem: path.read_text(encoding="utf-8") for path in MODELS.glob("*.py")}
    with_records = {name for name, text in texts.items() if "(Record):" in text}
    assert with_records and with_records <= {module.__name__.rpartition(".")[2] for module in MODULES}


def test_every_record_is_found_by_the_name_of_its_table_and_stands_in_a_new_store(actor):
    standing = set(query.texts("SELECT name FROM sqlite_master WHERE type = 'table'"))
    for name, model in RECORDS.items():
        assert issubclass(model, Record) and model._meta.table_name == name
        assert name in standing
    views = set(query.texts("SELECT name FROM sqlite_master WHERE type = 'view'"))
    assert {f"living_{name}" for name in RECORDS} <= views
