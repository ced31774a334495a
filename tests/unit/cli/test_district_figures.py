"""``district figures|duplicates``: what the accepted files say together."""

import pytest

from tests.made_files import MadeFile, row, uid


@pytest.fixture
def district(shizhu, tmp_path):
    place = tmp_path / "district"
    shizhu("district", "init", place, "--name", "呈贡区民政局", "--code", "530114")
    for number, name in (("530114", "甲中心"), ("530115", "乙中心"), ("530116", "丙中心")):
        shizhu("district", "enrol", place, "--open", number, "--name", name)
    files = [file("530114", required=10, visited=9), file("530115", required=5, visited=5, state="open")]
    shizhu("district", "merge", place, *(one.write(tmp_path / "in") for one in files))

    def run(verb, *words, as_json=True):
        return shizhu("district", verb, place, "--month", "2026-10", *words, *(["--json"] if as_json else []))

    return run


def file(number, required, visited, state="closed"):
    told = {"required": required, "visited": visited, "excused_gone": 0, "excused_confirmed": 1}
    figures = {"month": "2026-10", "visits": told, "canteen": {"price": "12.50"}, "indicators": []}
    who = row("residents", number, name="王芳", id_number="530114194003050026", id_state="valid", sex="female")
    meals = [row("meals", f"{number}{at}", resident=uid("residents", number), eaten_on="2026-10-08") for at in (1, 2)]
    months = [row("months", month="2026-10", state=state, version=1, closed_at="2026-11-05 17:00:00")]
    rows = {"residents": [who], "meals": meals, "months": months if state == "closed" else []}
    return MadeFile(centre=number, figures=[figures], rows=rows, state=state)


def test_sums_are_of_closed_months_alone_and_every_centre_is_named(district):
    said = district("figures")
    assert said.code == 0, said.err
    centres = [(one["number"], one["name"], one["state"], one["punctual"]) for one in said.json["centres"]]
    assert centres == [
        ("530114", "甲中心", "closed", True),
        ("530115", "乙中心", "draft", None),
        ("530116", "丙中心", "missing", None),
    ]
    assert said.json["total"] == {
        "canteen.price": "12.50",
        "visits.excused_confirmed": 1,
        "visits.excused_gone": 0,
        "visits.required": 10,
        "visits.visited": 9,
        "visits.gross_rate": "90.00",
        "visits.visit_rate": "100.00",
    }
    assert said.json["centres"][0]["figures"] == said.json["total"]
    assert said.json["persons"] == {"canteen": {"sum_of_centres": 1, "persons": 1}}
    plain = district("figures", as_json=False).out
    assert "1 closed centres of 3" in plain and "visits.required  10" in plain and said.json["sha256"] in plain


def test_people_of_several_centres_come_without_names_or_numbers(district, shizhu, tmp_path):
    assert district("duplicates").json["persons"] == [], "an open month shares nobody"
    place = tmp_path / "district"
    later = file("530115", 5, 5)
    later.sequence = 2
    assert shizhu("district", "merge", place, later.write(tmp_path / "later")).code == 0
    said = district("duplicates")
    [one] = said.json["persons"]
    assert one["person"] == "530114********0026"
    assert [(at["centre"], at["acts"]) for at in one["centres"]] == [
        ("530114", {"canteen": 2}),
        ("530115", {"canteen": 2}),
    ]
    for told in (said.out, district("duplicates", as_json=False).out, district("figures").out):
        assert "王芳" not in told and "530114194003050026" not in told
    assert district("figures").json["persons"]["canteen"] == {"sum_of_centres": 2, "persons": 1}


def test_an_engine_that_cannot_be_asked_is_named(district):
    said = district("figures", "--engine", "postgresql")
    assert said.code == 1 and "Where PostgreSQL is was not said" in said.err
    said = district("figures", "--store", "postgresql:///nothing?host=/nowhere")
    assert said.code == 1 and "PostgreSQL could not count" in said.err
    said = district("figures", "--engine", "spark")
    assert said.code == 1 and "PySpark is not installed" in said.err


def test_the_report_is_written_and_tells_of_corrections_since_the_last(district, shizhu, tmp_path):
    with pytest.raises(SystemExit) as caught:
        district("report")
    assert caught.value.code == 2
    said = district("report", "--pdf", tmp_path / "pdf", "--xlsx", tmp_path / "xlsx")
    assert said.code == 0, said.err
    assert said.json["missing"] == ["530116"] and said.json["corrected"] == []
    for kind in ("pdf", "xlsx"):
        assert (tmp_path / kind / f"区级养老服务汇总月报-2026-10.{kind}").read_bytes()
    later = file("530115", 5, 5)
    later.sequence = 2
    shizhu("district", "merge", tmp_path / "district", later.write(tmp_path / "later"))
    again = district("report", "--xlsx", tmp_path / "xlsx")
    assert (again.json["corrected"], again.json["pdf"], again.json["pages"]) == (["530115"], None, None)
    assert again.json["sha256"] == district("figures").json["sha256"] != said.json["sha256"]
