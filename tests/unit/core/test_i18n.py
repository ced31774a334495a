"""Every visible word has its Chinese, and the file of words is what lupdate makes of the code."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from desktop.core import i18n
from desktop.core.paths import resource

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def language():
    before = i18n.language()
    yield i18n.install
    i18n.install(before)


def test_nothing_is_left_unfinished():
    unfinished = [
        message.findtext("source")
        for message in ElementTree.parse(resource("i18n", "zh_CN.ts")).getroot().iter("message")
        if message.find("translation").get("type") or not "".join(message.find("translation").itertext()).strip()
    ]
    assert unfinished == []


def test_lupdate_leaves_the_file_unchanged(tmp_path):
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    kept = resource("i18n", "zh_CN.ts").read_text(encoding="utf-8")
    copy = tmp_path / "zh_CN.ts"
    copy.write_text(kept, encoding="utf-8")
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "zh_CN"]
    subprocess.run([tool, *sources, "-ts", str(copy), *options], cwd=ROOT, check=True, capture_output=True)
    assert copy.read_text(encoding="utf-8") == kept


def test_placeholders_survive_translation():
    for (context, source), translated in i18n.read_catalogue(resource("i18n", "zh_CN.ts")).items():
        wanted = {part.split("}")[0] for part in source.split("{")[1:]}
        found = {part.split("}")[0] for part in translated.split("{")[1:]}
        assert found == wanted, (context, source)


def test_a_number_stands_where_the_sentence_has_it(language):
    language("en")
    assert i18n.translate("Nowhere", "%n rows", "", 3) == "3 rows"


def test_an_unknown_language_is_refused(language):
    with pytest.raises(ValueError):
        language("fr")
