# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at each kind of item of a review."""

from functools import lru_cache

import pytest
from docx.document import Document

from tests.export.review.reading import headings, item, reviewed, text_of
from tests.export.review.small import small

MARK = "Agree\t     Change:"


@lru_cache(maxsize=2)
def review(language: str = "en") -> Document:
    return reviewed(small(), language)


def test_the_parts_come_in_order_and_hold_all_items() -> None:
    assert headings(review(), 1) == [
        "1  outer",
        "2  inner",
        "3  Claims",
        "4  Named conditions",
        "5  Facts",
        "6  Deadline rules",
        "7  Tables",
        "8  Calendars",
        "9  Glossary",
        "10  Authorities",
    ]
    named = [heading.split("  ")[0] for heading in headings(review(), 3)]
    steps = [*[f"O-{number}" for number in range(1, 10)], "E-1", "E-2", "E-3"]
    assert named == [*steps, *[f"FA-{n}" for n in range(1, 7)], "LI-1", "DR-1", "DR-2", "DR-3", "DR-4"]


def test_a_question_stands_side_by_side_with_where_each_choice_leads() -> None:
    assert item(review(), "O-2") == [
        "O-2  q-hurt  ·  q-hurt",
        "Question  ·  asks for FA-2  ·  from O-1  ·  q-hurt",
        "English | Spanish",
        "hurt? | hurt?",
        "Help: Any harm counts. | Ayuda: Todo daño cuenta.",
        "Why we ask: why | Por qué preguntamos: why",
        "Choices | Opciones | Leads to",
        "yes | yes | O-3 q-harms",
        "no | no | O-8 e",
        "Not sure yet: O-3 q-harms",
        "Authorities",
        "461 U.S. 95 (1983)  AU-1",
        MARK,
    ]


def test_a_question_in_its_own_words_that_may_not_be_skipped() -> None:
    lines = item(review(), "O-1")
    assert "Where? | ¿Dónde?" in lines
    assert "Every answer: O-2 q-hurt  ·  Not sure yet: may not be chosen here" in lines
    # The fact's own words, which this tree does not use, stand with the fact.
    assert "state? | state?" in item(review(), "FA-1")
    assert "hurt? | hurt?" not in item(review(), "FA-2")


def test_a_gate_tells_its_conditions_in_order() -> None:
    assert item(review(), "O-4")[2:] == [
        "If, in this order | Leads to",
        (
            "1. All of these hold:\n“harms” (FA-3) includes “hit”\n“A federal officer” (CO-1) does not hold\n"
            "On the chart: Hit  ·  Hit | O-5 f"
        ),
        "2. “FTCA, against the United States” (CL-1) has been reached\nOn the chart: Reached  ·  Reached | O-7 s",
        "Otherwise | O-6 r",
        "When a condition is reached that is not known yet | O-7 s",
        MARK,
    ]


def test_a_finding_has_lines_reason_steps_deadlines_and_authorities() -> None:
    assert item(review(), "O-5") == [
        "O-5  f  ·  f",
        "Finding  ·  from O-4  ·  f",
        "Arguable   FTCA, against the United States CL-1",
        "Counts only on lines that a finding has reached before.",
        "Reason: A court may see it so.",
        "Next steps",
        "File it.",
        "for the client  Sign it.\nFírmelo.",
        "Where: [“What to know” in TA-1 for FA-1]; the answer was [answer to FA-2]; by [date to act by of DR-2].",
        "Deadlines",
        "DR-2  sue",
        "DR-1  ask",
        "Authorities",
        "461 U.S. 95, 102 (1983)  AU-1",
        "28 U.S.C. § 9   only recalled  AU-3",
        "Goes on to O-7 s",
        MARK,
    ]


def test_remarks_subtrees_and_ends() -> None:
    assert "Remark   protect the client" in item(review(), "O-6")
    assert "Walks the tree “inner” from E-1, then goes on to O-8 e" in item(review(), "O-7")
    assert "The case is kept." in item(review(), "O-8")
    assert "Nothing of the case is kept." in item(review(), "E-3")
    assert "Walked by O-7" in text_of(review())


def test_a_step_that_nothing_leads_to_says_so() -> None:
    text = text_of(review())
    warning = text.index("No way leads to the steps from here on.")
    assert text.index("O-8  e") < warning < text.index("O-9  lost")


def test_facts_have_their_limits_and_where_they_are_asked_and_read() -> None:
    lines = item(review(), "FA-6")
    assert lines[1] == "a number  ·  at least 1  ·  at most 9  ·  decimals: 2  ·  in dollars  ·  times"
    assert "Asked by: E-2" in lines
    assert item(review(), "FA-4")[1] == "a date  ·  not before 1 January 2000  ·  not after the day of the walk  ·  day"
    lines = item(review(), "FA-1")
    assert "Its choices are those of LI-1, without Guam (2)." in lines
    assert "Read by: O-5, DR-2" in lines
    assert "Louisiana | Luisiana | La.\nLa. | la" in item(review(), "LI-1")


def test_a_rule_says_how_it_counts_and_shows_it() -> None:
    lines = item(review(), "DR-2")
    assert lines[1] == "last day to act  ·  good practice, not law  ·  sue"
    assert "Counts from the day after “day” (FA-4)." in lines
    assert (
        "Period: the number in “Years” of the table “Years to sue” (TA-1) for “state” (FA-1), in years; where the "
        "first day is on or before “Old law through”, “Old years” counts instead." in lines
    )
    assert "On the more careful view of the law: 1 year." in lines
    # 1 November 2026 with three years, and the last open day before one year: 1 November 2027 is a Monday.
    assert (
        "Example: if “day” (FA-4) is Sunday, 1 November 2026; “state” (FA-1) is “New York”: "
        "plain count Thursday, 1 November 2029; act by Friday, 29 October 2027." in lines
    )
    assert "Used by: O-5" in lines


def test_other_rules() -> None:
    lines = item(review(), "DR-1")
    assert "Mail it 30 days before the date to act by." in lines
    assert "Reminders, days before: 30, 7." in lines
    assert (
        "Example: if “day” (FA-4) is Sunday, 1 November 2026: plain count Wednesday, 1 November 2028; act by Tuesday, "
        "31 October 2028; a court might still accept Wednesday, 1 November 2028; mail by Sunday, 1 October 2028."
        in lines
    )
    lines = item(review(), "DR-3")
    assert "Counts from the day after the latest of: “day” (FA-4); “last” (FA-5)." in lines
    assert lines[lines.index("Left out where this is false") + 1] == "“harms” (FA-3) includes “hit”"
    assert any(line.endswith("not before Wednesday, 2 June 2027.") for line in lines)
    assert "No date starts it: it is shown without a date." in item(review(), "DR-4")
    assert "Example: no date can be counted." in item(review(), "DR-4")


def test_each_row_of_a_table_has_its_authority_and_how_it_was_checked() -> None:
    assert item(review(), "TA-1")[3:-1] == [
        "For | Years | Old years | Old law through | Unit | In words | Authority, how it was checked |",
        (
            "New York | 3 | – | – | years | What to know: Three years.\nTres años. | "
            "N.Y. C.P.L.R. 214(5)  AU-2\nThe row: read |"
        ),
        (
            "Louisiana | 2 | 1 | 1 Jul 2024 | – | What to know: –\nNote: Look it up. | "
            "No authority is given.\nThe row:  only recalled  |"
        ),
    ]


def test_holidays_are_rules_in_words() -> None:
    lines = item(review(), "CA-1")
    assert "New Year\nAño Nuevo | 1 January; offices are shut on the Monday after a Sunday | yes |" in lines
    assert "Labor Day\nDía del Trabajo | the first Monday of September | yes |" in lines
    assert "Inauguration\nToma de posesión | 20 January; since 1937; every 4 years | no: offices are shut |" in lines
    assert "Closed by order\nCierre por orden | 26 December 2025 |" in lines


def rows_of(document: Document, number: str) -> list[str]:
    """The cells of the row that begins with a number."""
    for table in document.tables:
        for row in table.rows:
            cells = [cell.text.replace("\u00a0", " ") for cell in row.cells]
            if cells[0] == number:
                return cells
    raise KeyError(number)


def test_claims_conditions_and_terms_have_a_row_each() -> None:
    cells = rows_of(review(), "CL-1")
    assert cells[1:3] == ["FTCA\nagainst the United States\nMoney.", "FTCA\ncontra the United States\nDinero."]
    assert cells[3] == "Arguable: O-5\nRead by: O-4\nftca"
    assert "Internal: not shown on the board." in rows_of(review(), "CL-2")[3]
    assert rows_of(review(), "CO-1")[1:3] == ["A federal officer\n“hurt” (FA-2) is “yes”\nfederal", "O-4"]
    assert rows_of(review(), "GL-1")[1:3] == ["Tort\nA wrong.\nalso marks: torts", "Agravio\nUn daño."]


@pytest.mark.parametrize(
    ("number", "citation", "checked"),
    [
        ("AU-1", "461 U.S. 95 (1983)", "read, good law, 24 Nov 2026\nCited at: O-1, O-2"),
        ("AU-2", "N.Y. C.P.L.R. 214", "read, good law, 24 Nov 2026\nCited at: TA-1 (N.Y.)"),
        ("AU-3", "28 U.S.C. § 9", " only recalled  good law, 24 Nov 2026\nCited at: O-5"),
        ("AU-4", "28 U.S.C. § 1346", " in litigation  read, 2 Oct 2026\nCited nowhere."),
        ("AU-5", "Fed. R. Civ. P. 6(a)", " read about only  good law, 24 Nov 2026\nCited at: CA-1"),
    ],
)
def test_authorities_come_by_kind_and_number_with_their_doubts(number: str, citation: str, checked: str) -> None:
    cells = rows_of(review(), number)
    assert cells[1].startswith(f"{citation}\nA past wrong alone gives no order for the future.")
    assert cells[2].startswith(checked)


def test_an_authority_tells_pin_source_and_note() -> None:
    assert "Pin: (b)(1)  ·  Source: a slip opinion  ·  Lyons  ·  usc-1346" in rows_of(review(), "AU-4")[1]
    assert "Note: Amended in 2019." in rows_of(review(), "AU-2")[1]
    assert headings(review(), 2)[-3:] == ["Cases", "Statutes", "Rules"]


def test_what_is_weak_is_named_first() -> None:
    text = text_of(review())
    start = text.index("Look here first")
    told = text[start : text.index("\n1  outer", start)].split("\n")
    assert told[told.index("Authorities: in litigation") + 1] == "AU-4"
    assert told[told.index("Authorities that were only recalled") + 1] == "AU-3"
    assert told[told.index("Tables with rows that were only recalled") + 1] == "TA-1"
    assert told[told.index("Authorities that nothing cites") + 1] == "AU-4"


def test_the_spanish_review_puts_spanish_first() -> None:
    assert headings(review("es"), 1)[2:] == [
        "3  Reclamos",
        "4  Condiciones con nombre",
        "5  Hechos",
        "6  Reglas de plazos",
        "7  Tablas",
        "8  Calendarios",
        "9  Glosario",
        "10  Fuentes de derecho",
    ]
    lines = item(review("es"), "O-2")
    assert lines[2:4] == ["Español | Inglés", "hurt? | hurt?"]
    assert lines[4] == "Ayuda: Todo daño cuenta. | Help: Any harm counts."
    assert "Opciones | Choices | Lleva a" in lines
    assert "Disponible" in text_of(review("es"))
