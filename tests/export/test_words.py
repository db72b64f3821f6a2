# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixed words, citations and deadlines on paper."""

import datetime as dt
import re
import subprocess
from pathlib import Path

import pytest

from tests.export.walks import bundled_index, bundled_walk, small_walk
from wizard.engine.whatif import open_facts
from wizard.export import words as words_module
from wizard.export.citations import cited
from wizard.export.deadline_words import told_deadlines
from wizard.export.pins import pinned
from wizard.export.standing import not_reached, told_claims, told_open_facts, told_steps
from wizard.export.words import Words
from wizard.model.authority import Pin
from wizard.model.fact import AnswerValue
from wizard.model.status import Status

WORDS = Words("en")
_SPANISH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context><name>Paper</name>
<message><source>Open facts</source><translation>Hechos abiertos</translation></message>
</context>
<context><name>Status</name>
<message><source>Barred</source><translation>Prohibido</translation></message>
</context>
</TS>
"""


def _compiler() -> Path | None:
    import PySide6

    folder = Path(PySide6.__file__).parent
    found = [*folder.glob("lrelease*"), *folder.glob("Qt/libexec/lrelease*")]
    return found[0] if found else None


@pytest.mark.skipif(_compiler() is None, reason="the compiler of translations is not installed")
def test_words_come_from_the_translation_of_the_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "wizard_es.ts").write_text(_SPANISH, encoding="utf-8")
    compiler = _compiler()
    assert compiler is not None
    subprocess.run([compiler, "-silent", folder / "wizard_es.ts"], check=True)
    monkeypatch.setattr(words_module, "resources_dir", lambda: tmp_path)
    words = Words("es")
    assert words.translate("Paper", "Open facts") == "Hechos abiertos"
    assert words.status(Status.BARRED) == "Prohibido"
    assert words.translate("Paper", "Not translated yet") == "Not translated yet"


def test_english_needs_no_translation() -> None:
    assert WORDS.translate("Paper", "Open facts") == "Open facts"
    assert [WORDS.status(status) for status in (*Status, None)] == [
        "Available",
        "Arguable",
        "Likely foreclosed",
        "Barred",
        "Not reached",
    ]


@pytest.mark.parametrize(
    ("citation", "at", "is_case", "told"),
    [
        ("City of Los Angeles v. Lyons, 461 U.S. 95 (1983)", "105", True, "461 U.S. 95, 105 (1983)"),
        ("Egbert v. Boule, 596 U.S. 482 (2022)", "596 U.S. at 486, 492", True, "596 U.S. 482, 486, 492 (2022)"),
        ("28 U.S.C. § 2675", "(a)", False, "28 U.S.C. § 2675(a)"),
        ("8 U.S.C. § 1357(g)", "(g)(7)-(8), (10)", False, "8 U.S.C. § 1357(g)(7)-(8), (10)"),
        ("8 U.S.C. § 1357(g)", "(10)", False, "8 U.S.C. § 1357(g)(10)"),
        ("Fed. R. Civ. P. 4", "4(i)", False, "Fed. R. Civ. P. 4(i)"),
        ("28 U.S.C. § 2402", None, False, "28 U.S.C. § 2402"),
        ("A v. B, No. 1", "12", True, "A v. B, No. 1, 12"),
        ("A v. B, 1 F.3d 10 (9th Cir. 1999) (en banc)", "12-14", True, "1 F.3d 10, 12-14 (9th Cir. 1999) (en banc)"),
        ("A v. B, 1 F.4th 10 (7th Cir. 2023), cert. denied, 2 S. Ct. 3 (2024)", "12", True, "2 S. Ct. 3 (2024)"),
        ("A v. B, 1 F.4th 10 (D.C. Cir. 2023)", "(C, J., concurring)", True, "(D.C. Cir. 2023) (C, J., concurring)"),
        ("Manual", "ch. 3", False, "Manual, ch. 3"),
    ],
)
def test_a_pin_stands_where_a_lawyer_writes_it(citation: str, at: str | None, is_case: bool, told: str) -> None:
    assert pinned(citation, at, is_case=is_case).endswith(told)


def test_every_pin_of_the_bundled_collection_is_cited_without_saying_a_thing_twice() -> None:
    index = bundled_index()
    for tree in index.collection.trees:
        for node in tree.nodes:
            for one in cited(index, getattr(node, "authorities", ()), WORDS):
                assert one.whole
                assert "(g)(g)" not in one.whole
                assert " at 4" not in one.whole
                # No pin behind a range, as in “§ 2679(b)-(d)(b)(1)” or “§ 1357(g)(1)-(10)(7)”.
                assert re.search(r"\([a-z0-9]+\)-\([a-z0-9]+\)\(", one.whole) is None


def test_what_is_doubtful_about_an_authority_stands_behind_it() -> None:
    index = bundled_index()
    by_treatment = {one.treatment: one for one in index.collection.authorities if one.seen == "read"}
    told = cited(index, [Pin(authority=by_treatment["in-litigation"].id)], WORDS)[0]
    assert told.doubts == ("in litigation",)
    assert told.with_doubts.endswith("[in litigation]")
    good = cited(index, [Pin(authority=by_treatment["good"].id)], WORDS)[0]
    assert good.with_doubts == good.whole


def test_a_pin_to_nothing_is_left_out() -> None:
    assert cited(bundled_index(), [Pin(authority="nothing")], WORDS) == ()


def _small(harm: dt.date | None, today: dt.date = dt.date(2026, 11, 24)) -> tuple[str, str, str, tuple[str, ...], str]:
    from tests.export.walks import small_graph
    from wizard.engine.walk import walk

    answers: dict[str, AnswerValue] = {"employer": "federal", "harm-date": harm, "still": "over"}
    told = told_deadlines(walk(small_graph(), answers, today), WORDS)[0]
    return told.role, told.on, told.left, told.also, told.pressure


def test_a_deadline_says_how_many_days_are_left() -> None:
    assert _small(dt.date(2025, 2, 12)) == (
        "Act by",
        "11 February 2027",
        "79 days left",
        ("Plain count: 12 February 2027",),
        "usual",
    )
    assert _small(dt.date(2024, 11, 26))[2:] == ("1 day left", ("Plain count: 26 November 2026",), "urgent")
    assert _small(dt.date(2024, 11, 25))[2] == "Today is the last safe day"


def test_a_deadline_past_its_safe_date_says_what_may_still_count() -> None:
    assert _small(dt.date(2024, 11, 24))[2] == "The safe date has passed. The plain count ends on 24 November 2026"
    role, on, left, also, pressure = _small(dt.date(2024, 11, 21))
    # 21 November 2026 is a Saturday: the safe date is the Friday before, the latest the Monday after.
    assert (role, on, pressure) == ("Act by", "20 November 2026", "passed")
    assert left == "Passed 4 days ago"
    assert also == ("Plain count: 21 November 2026", "A court might still accept: 23 November 2026")
    doubtful = _small(dt.date(2024, 11, 21), dt.date(2026, 11, 23))
    assert doubtful[2] == "The plain count has passed. A court might still accept 23 November 2026"


def test_a_deadline_without_its_date_says_what_it_needs() -> None:
    assert _small(None) == ("", "No date yet", "", ("Needs: Date of harm",), "none")


def test_passed_deadlines_come_first_and_those_without_a_date_last() -> None:
    told = told_deadlines(bundled_walk("ftca-3-sued-too-early"), WORDS)
    assert [one.pressure for one in told] == ["passed", "none", "none", "none"]
    assert [bool(one.role) for one in told] == [True, False, False, False]


def test_good_practice_long_overdue_does_not_hide_what_the_law_asks() -> None:
    told = told_deadlines(bundled_walk("intake-shooting-estate"), WORDS)
    assert [one.rule for one in told][:2] == ["ftca-present", "limit-death"]
    late = next(one for one in told if one.rule == "video")
    assert (late.practice, late.left) == (True, "Passed 319 days ago")
    # Twelve days ago it is still the first thing to do.
    told = told_deadlines(bundled_walk("intake-custody-and-removal"), WORDS)
    assert [one.rule for one in told][:2] == ["video", "bia"]


def test_a_rule_that_counts_no_date_does_not_promise_one() -> None:
    told = {one.rule: one for one in told_deadlines(bundled_walk("intake-custody-and-removal"), WORDS)}
    assert (told["removal-notice"].on, told["removal-notice"].role) == ("No date", "")
    assert told["ftca-sue"].on == "No date yet"


def test_lines_not_reached_that_share_a_title_say_against_whom() -> None:
    named = not_reached(bundled_walk("intake-street-arrest"), WORDS)
    assert len(set(named)) == len(named)
    assert "§ 1983 (the city, county or state officer)" in named
    assert "Habeas corpus" in named


def test_claims_stand_best_first_and_the_others_are_named() -> None:
    made = small_walk()
    claims = told_claims(made, WORDS)
    assert [(one.title, one.status) for one in claims] == [
        ("FTCA", Status.AVAILABLE),
        ("Court order", Status.ARGUABLE),
        ("Bivens", Status.LIKELY_FORECLOSED),
    ]
    assert claims[0].against == "the United States"
    assert not_reached(made, WORDS) == ("Section 1983",)


def test_an_open_fact_says_which_claims_it_could_change() -> None:
    made = small_walk({"employer": None, "harm-date": None, "still": "over"})
    told = told_open_facts(made, open_facts(made), WORDS)
    assert told[0].fact == "employer"
    assert "Bivens: not reached now, could become likely foreclosed." in told[0].could
    assert "FTCA: not reached now, could become available." in told[0].could


def test_a_date_that_a_deadline_waits_for_says_so() -> None:
    made = small_walk({"employer": "federal", "harm-date": None, "still": "over"})
    told = told_open_facts(made, open_facts(made), WORDS)
    assert told[0].could == ("Gives a date to: Claim to the agency.",)


def test_a_step_that_several_findings_ask_for_stands_once() -> None:
    steps = told_steps(bundled_walk("intake-custody-and-removal"), WORDS)
    assert len({step.key for step in steps}) == len(steps)
    assert len({step.text for step in steps}) == len(steps)
