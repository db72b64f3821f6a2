# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.values import MOMENT, SMALL, a_case, any_value, small_collection
from wizard.model.case import Answer, Case, Note
from wizard.model.collection import AuthorityFile, FactFile, Manifest
from wizard.model.scenario import Expected, Scenario, ScenarioFile
from wizard.model.table import Calendar, Table
from wizard.model.tree import Tree
from wizard.model.value import Value
from wizard.storage.errors import BadShapeError, DuplicateKeyError, NotANumberError, NumberTooLongError
from wizard.storage.jsonfile import KINDS, read_value, to_bytes, value_of, write_value
from wizard.storage.migrations import PRESENT

FILE = Path("some.json")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_what_is_written_is_read_as_the_same_value_and_written_again_as_the_same_bytes(
    kind: type[Tree], data: st.DataObject
) -> None:
    value = data.draw(any_value(kind))
    written = to_bytes(value)
    again = value_of(kind, written, FILE)
    assert again == value
    assert to_bytes(again) == written


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_format_that_is_written_is_the_one_that_is_read(kind: type[Value]) -> None:
    assert kind.model_fields["format"].default == PRESENT[KINDS[kind]]


def test_a_file_is_indented_ends_in_a_newline_and_leaves_defaults_out() -> None:
    tree = Tree.model_validate(SMALL["trees"][0])
    text = to_bytes(tree).decode()
    assert text.startswith('{\n  "format": 1,\n  "id": "outer",\n  "first": "ask-hurt",\n  "nodes": [\n    {\n')
    assert text.endswith("}\n")
    assert '"kind": "question"' in text
    assert "null" not in text
    assert "ask" not in json.loads(text)["nodes"][0]


def test_letters_are_written_as_themselves() -> None:
    assert "¿Resultó herido el cliente?".encode() in to_bytes(FactFile.model_validate({"facts": SMALL["facts"]}))


def test_what_has_no_value_is_written_where_the_field_has_no_default() -> None:
    assert json.loads(to_bytes(a_case()))["history"][0]["before"] is None


def test_a_set_is_written_in_one_order() -> None:
    answer = Answer(choices=frozenset({"c", "a", "b"}), given_at=MOMENT)
    written = json.loads(to_bytes(a_case().model_copy(update={"answers": {"fact": answer}})))
    assert written["answers"]["fact"]["choices"] == ["a", "b", "c"]


def test_an_empty_set_is_kept_apart_from_not_sure() -> None:
    answers = {"none-of-these": Answer(choices=frozenset(), given_at=MOMENT), "open": Answer(given_at=MOMENT)}
    again = value_of(Case, to_bytes(a_case().model_copy(update={"answers": answers})), FILE)
    assert again.values() == {"none-of-these": frozenset(), "open": None}


@pytest.mark.parametrize(
    ("number", "written"),
    [("3", 3), ("3.00", 3), ("0.1", 0.1), ("-2.5", -2.5), ("1234567890123456789.5", "1234567890123456789.5")],
)
def test_a_number_is_written_so_that_no_digit_is_lost(number: str, written: object) -> None:
    case = a_case().model_copy(update={"answers": {"amount": Answer(number=Decimal(number), given_at=MOMENT)}})
    data = to_bytes(case)
    assert json.loads(data)["answers"]["amount"]["number"] == written
    assert value_of(Case, data, FILE).values() == {"amount": Decimal(number)}


def test_a_scenario_keeps_numbers_apart_from_text() -> None:
    scenario = Scenario(
        id="s",
        tree="t",
        title="",
        today=dt.date(2026, 1, 1),
        answers={"a": Decimal("2.5"), "b": 3, "c": "2.5", "d": ("x", "y"), "e": None},
        expected=Expected(),
    )
    again = value_of(ScenarioFile, to_bytes(ScenarioFile(scenarios=(scenario,))), FILE)
    assert again.scenarios[0].answers == {"a": Decimal("2.5"), "b": 3, "c": "2.5", "d": ("x", "y"), "e": None}


def test_what_no_model_holds_is_not_written() -> None:
    with pytest.raises(TypeError, match="a complex has no place in a file"):
        to_bytes(a_case().model_copy(update={"title": 1j}))


def test_a_moment_from_a_zone_with_seconds_stays_the_same_moment() -> None:
    long_ago = dt.datetime(1880, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=-5, minutes=-50, seconds=-36)))
    case = a_case().model_copy(update={"started_at": long_ago})
    assert value_of(Case, to_bytes(case), FILE).started_at == long_ago


def test_half_a_character_does_not_keep_an_answer_from_being_saved() -> None:
    note = Note(text="pasted \ud83d here", written_at=MOMENT)
    again = value_of(Case, to_bytes(a_case().model_copy(update={"notes": (note,)})), FILE)
    assert again.notes[0].text == "pasted � here"
    assert again.answers == a_case().answers


def test_a_byte_order_mark_is_skipped() -> None:
    assert value_of(Case, b"\xef\xbb\xbf" + to_bytes(a_case()), FILE) == a_case()


def test_windows_line_ends_and_any_white_space_are_read() -> None:
    data = to_bytes(a_case()).replace(b"\n", b"\r\n").replace(b'": ', b'"\t :\n ')
    assert value_of(Case, data, FILE) == a_case()


def test_colons_braces_and_quotes_in_texts_are_no_structure() -> None:
    text = r'{"a": [[["b": \" \\" ]} : {fact:x} \\'
    case = a_case().model_copy(update={"title": text})
    assert value_of(Case, to_bytes(case), FILE).title == text


def test_a_value_is_written_and_read_through_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.case.json"
    write_value(path, a_case())
    assert read_value(Case, path) == a_case()
    assert path.read_bytes() == to_bytes(a_case())


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Manifest, SMALL["manifest"]),
        (FactFile, {"facts": SMALL["facts"]}),
        (AuthorityFile, {"authorities": SMALL["authorities"]}),
        (Table, SMALL["tables"][0]),
        (Calendar, SMALL["calendars"][0]),
        (ScenarioFile, {"scenarios": SMALL["scenarios"]}),
    ],
)
def test_each_kind_of_file_refuses_a_field_it_does_not_know(kind: type[Tree], data: dict[str, Any]) -> None:
    value_of(kind, json.dumps({"format": 1, **data}).encode(), FILE)
    with pytest.raises(BadShapeError, match="colour") as caught:
        value_of(kind, json.dumps({"format": 1, **data, "colour": 1}).encode(), FILE)
    assert caught.value.location == ("colour",)


def _tree(**changes: Any) -> bytes:  # noqa: ANN401 wrong on purpose
    tree = {"format": 1, **SMALL["trees"][0], **changes}
    return json.dumps(tree).encode()


def test_a_fault_is_placed_in_an_authors_words() -> None:
    nodes = json.loads(_tree())["nodes"]
    nodes[0]["authorities"] = [{"authority": "usc-28-2675"}, {"authority": "Not/an id"}]
    with pytest.raises(BadShapeError) as caught:
        value_of(Tree, _tree(nodes=nodes), FILE)
    assert str(caught.value) == (
        "some.json, node “ask-hurt”, authority 2, authority: “Not/an id” is not an id; "
        "use small letters a to z, figures and single hyphens."
    )
    assert caught.value.location == ("nodes", 0, "authorities", 1, "authority")


def test_the_deepest_of_several_faults_is_told() -> None:
    facts = json.loads(json.dumps(SMALL["facts"]))
    del facts[0]["choices"][1]["label"]["en"]
    with pytest.raises(BadShapeError) as caught:
        value_of(FactFile, json.dumps({"format": 1, "facts": facts}).encode(), FILE)
    assert caught.value.place == "fact “was-hurt”, choice “no”, label, en"
    assert caught.value.what == "this is missing"


@pytest.mark.parametrize("field", ["table", "column"])
def test_a_kind_that_is_called_like_a_field_does_not_hide_the_place(field: str) -> None:
    period = {"kind": "table", "table": "years", "by": "state", "column": "length", field: 7}
    rule = {"id": "r", "role": "last-day", "title": {"en": ""}, "trigger": [], "period": period}
    data = {"format": 1, **SMALL["manifest"], "deadline_rules": [{**rule, "calendar": "federal", "why": {"en": ""}}]}
    with pytest.raises(BadShapeError) as caught:
        value_of(Manifest, json.dumps(data).encode(), FILE)
    assert caught.value.location == ("deadline_rules", 0, "period", field)
    assert caught.value.place == f"deadline rule “r”, period, {field}"


def test_a_place_that_lies_deep_is_cut_in_the_middle() -> None:
    when = json.loads('{"kind":"not","of":' * 40 + '{"kind":"maybe"}' + "}" * 40)
    data = {"format": 1, **SMALL["manifest"], "conditions": [{"id": "c", "title": "", "when": when}]}
    with pytest.raises(BadShapeError) as caught:
        value_of(Manifest, json.dumps(data).encode(), FILE)
    assert caught.value.place == "condition “c”, when, of, of, of, …, of, of, of, of, of"
    assert len(caught.value.location) == 43


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"first": "Upper"}, "first: “Upper” is not an id"),
        ({"first": 7}, "first: this must be text"),
        ({"nodes": {}}, "nodes: this must be a list"),
        ({"nodes": [{"id": "x"}]}, "node “x”: this has no “kind”"),
        ({"nodes": [{"id": "x", "kind": "answer"}]}, "the kind “answer” is not known; use one of 'question'"),
        ({"nodes": [7]}, "node 1: this must be an object"),
        ({"id": "x" * 65}, "is too long; use at most 64 characters"),
    ],
)
def test_what_is_wrong_is_told_in_words(change: dict[str, Any], words: str) -> None:
    with pytest.raises(BadShapeError) as caught:
        value_of(Tree, _tree(**change), FILE)
    assert words in str(caught.value)


@pytest.mark.parametrize("wrong", [0, "2026-02-30", "24.11.2026", True, ["2026-11-24"], "2026-11-24T10:00:00"])
def test_only_a_date_is_read_as_a_date(wrong: object) -> None:
    data = {"format": 1, **SMALL["manifest"], "law_checked_on": wrong}
    with pytest.raises(BadShapeError, match="law checked on: this"):
        value_of(Manifest, json.dumps(data).encode(), FILE)


@pytest.mark.parametrize("wrong", ["yes", 1, "true", 0])
def test_only_true_and_false_are_read_as_such(wrong: object) -> None:
    with pytest.raises(BadShapeError, match="must be true or false"):
        value_of(Case, json.dumps({**json.loads(to_bytes(a_case())), "archived": wrong}).encode(), FILE)


# A small JSON writer that can write what json.dumps cannot: any pairs, in any white space.
_SPACE = st.text(" \t\r\n", max_size=2)


@st.composite
def _json_with_keys(draw: st.DrawFn, depth: int = 3) -> tuple[str, bool]:
    """A JSON object as text, and whether a key stands twice in some object of it."""
    twice = False
    pairs: list[str] = []
    keys: set[str] = set()
    for _ in range(draw(st.integers(0, 3))):
        key = draw(st.sampled_from(["a", "b", ":", '"', "\\", "{", "é"]))
        written = draw(st.sampled_from([json.dumps(key), json.dumps(key, ensure_ascii=False)]))
        if draw(st.booleans()):
            written = '"' + "".join(f"\\u{ord(char):04x}" for char in key) + '"'
        twice |= key in keys
        keys.add(key)
        value, inner = draw(_json_value(depth))
        twice |= inner
        pairs.append(f"{draw(_SPACE)}{written}{draw(_SPACE)}:{draw(_SPACE)}{value}{draw(_SPACE)}")
    return "{" + ",".join(pairs) + draw(_SPACE) + "}", twice


@st.composite
def _json_value(draw: st.DrawFn, depth: int) -> tuple[str, bool]:
    match draw(st.integers(0, 3 if depth else 1)):
        case 0:
            return draw(st.sampled_from(["1", "null", "2.5", "true"])), False
        case 1:
            return json.dumps(draw(st.text(':"\\{}[],a', max_size=6))), False
        case 2:
            items = draw(st.lists(_json_value(depth - 1), max_size=3))
            return "[" + ",".join(text for text, _ in items) + "]", any(twice for _, twice in items)
        case _:
            return draw(_json_with_keys(depth - 1))


@given(written=_json_with_keys())
def test_a_key_that_stands_twice_is_always_found_and_never_imagined(written: tuple[str, bool]) -> None:
    text, twice = written
    data = f'{{"format": 1, "inner": {text}}}'.encode()
    json.loads(data)
    try:
        value_of(Tree, data, FILE)
    except DuplicateKeyError:
        assert twice
    except BadShapeError:
        assert not twice


@pytest.mark.parametrize("found", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused_with_its_place(found: str) -> None:
    data = f'{{\n "format": 1,\n "id": {found}\n}}'.encode()
    with pytest.raises(NotANumberError) as caught:
        value_of(Tree, data, FILE)
    assert caught.value.place == "line 3, column 8"


@pytest.mark.parametrize("found", ["1" * 19, "1e400", "1e-400", "0.12345678901234567890", "-" + "9" * 100_000])
def test_a_number_that_could_not_be_kept_is_refused(found: str) -> None:
    with pytest.raises(NumberTooLongError, match="too large or too exact"):
        value_of(Tree, f'{{"format": 1, "id": {found}}}'.encode(), FILE)


def test_the_place_of_a_key_that_stands_twice_is_told() -> None:
    data = b'{\n "format": 1,\n "id": "a",\n "nodes": [{"id": "x",\n  "\\u0069d": "y"}]\n}'
    with pytest.raises(DuplicateKeyError) as caught:
        value_of(Tree, data, FILE)
    assert str(caught.value) == (
        "some.json, line 5, column 3: the key “id” stands twice in one object; keep the one that is meant."
    )


def test_the_whole_small_collection_survives_each_kind_of_file() -> None:
    for tree in small_collection().trees:
        assert value_of(Tree, to_bytes(tree), FILE) == tree
