# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the bundled collection, against the sets that the doctrine gives in other words."""

from pathlib import Path

from wizard.model.collection import FactFile
from wizard.model.table import Table

FOLDER = Path(__file__).parents[2] / "trees/ice-force"

#: The circuits as the FTCA doctrine lists them, circuit by circuit; the table was typed from a list state by state.
CIRCUITS = {
    "1": "me ma nh ri pr",
    "2": "ct ny vt",
    "3": "de nj pa vi",
    "4": "md nc sc va wv",
    "5": "la ms tx",
    "6": "ky mi oh tn",
    "7": "il in wi",
    "8": "ar ia mn mo ne nd sd",
    "9": "ak az ca hi id mt nv or wa gu mp",
    "10": "co ks nm ok ut wy",
    "11": "al fl ga",
    "dc": "dc",
}
NO_CIRCUIT = {"as", "abroad"}
TERRITORIES = {"as", "gu", "mp", "vi"}


def table(name: str) -> Table:
    """Return a table of the bundled collection."""
    return Table.model_validate_json((FOLDER / f"tables/{name}.table.json").read_bytes())


def jurisdictions() -> list[str]:
    """Return the ids of the shared list of jurisdictions."""
    file = FactFile.model_validate_json((FOLDER / "facts.json").read_bytes())
    return [choice.id for one in file.choice_lists if one.id == "jurisdictions" for choice in one.choices]


def test_each_jurisdiction_is_in_the_circuit_that_the_doctrine_says() -> None:
    expected = {state: circuit for circuit, states in CIRCUITS.items() for state in states.split()}
    cells = {row.key: row.cells["circuit"] for row in table("circuits").rows}
    assert sorted(cells) == sorted(jurisdictions())
    assert {key: cell for key, cell in cells.items() if cell is not None} == expected
    assert {key for key, cell in cells.items() if cell is None} == NO_CIRCUIT


def test_years_to_sue_for_a_death_are_given_for_every_state_and_marked_as_recalled() -> None:
    rows = {row.key: row for row in table("torts").rows}
    assert sorted(rows) == sorted(jurisdictions())
    unknown = {key for key, row in rows.items() if row.cells["death-years"] is None}
    assert unknown == TERRITORIES | {"abroad"}
    for key, row in rows.items():
        assert row.note
        if key not in unknown:
            assert row.cells["death-years"] in (1, 2, 3)
            assert row.seen == "recalled"


def test_every_kind_of_officer_has_a_row_in_the_addresses_and_each_says_how_it_was_checked() -> None:
    file = FactFile.model_validate_json((FOLDER / "facts.json").read_bytes())
    (present,) = [fact for fact in file.facts if fact.id == "officers-present"]
    assert isinstance(present.choices, tuple)
    rows = table("offices").rows
    assert [row.key for row in rows] == [choice.id for choice in present.choices]
    assert [row.key for row in rows if row.cells["claim-address"] is None] == ["contractor"]
    assert all(row.note for row in rows)


def test_limits_are_those_that_the_doctrine_groups_by_length() -> None:
    rows = {row.key: row for row in table("limits").rows}
    assert sorted(rows) == sorted(jurisdictions())
    found = {
        years: {key for key, row in rows.items() if row.cells["years"] == years} for years in (1, 2, 3, 4, 5, 6, None)
    }
    assert found[1] == {"ky", "tn", "pr"}
    assert found[3] == {
        "ar",
        "ct",
        "dc",
        "md",
        "ma",
        "mi",
        "ms",
        "mt",
        "nh",
        "nm",
        "ny",
        "nc",
        "ri",
        "sc",
        "sd",
        "vt",
        "wa",
        "wi",
    }
    assert found[4] == {"fl", "ne", "ut", "wy"}
    assert found[5] == {"mo"}
    assert found[6] == {"me", "mn", "nd"}
    assert found[None] == TERRITORIES | {"abroad"}
    assert {key for key, row in rows.items() if row.seen == "read"} == {"la"}
    assert {key for key, row in rows.items() if row.cells["years-act-by-1983"]} == {"ar", "mo"}
    assert {key for key, row in rows.items() if row.cells["years-act-by-bivens"]} == {"mo"}


def test_notices_say_how_they_were_checked_and_never_that_there_is_no_deadline() -> None:
    rows = {row.key: row for row in table("notices").rows}
    assert sorted(rows) == sorted(jurisdictions())
    assert all(row.cells["text"] for row in rows.values())
    assert {key for key, row in rows.items() if row.seen == "read"} == {"ny"}
    assert {key for key, row in rows.items() if row.seen == "read-about"} == {"ca", "co", "tx"}
    assert all((row.cells["n"] is None) == (row.cells["unit"] is None) for row in rows.values())


def test_no_state_act_that_is_not_confirmed_is_said_to_be_available() -> None:
    rows = {row.key: row for row in table("state-acts").rows}
    assert sorted(rows) == sorted(jurisdictions())
    assert {key for key, row in rows.items() if row.cells["kind"] == "reaches-federal"} == {"il", "ct"}
    assert {key for key, row in rows.items() if row.cells["kind"] == "any-person"} == {"ca", "ma", "me", "nj", "ne"}
    assert {row.cells["best-status"] for row in rows.values()} == {"arguable", "not-reached"}
    dated = {key for key, row in rows.items() if row.cells["years"] is not None}
    assert dated == {key for key, row in rows.items() if row.cells["best-status"] == "arguable"}
