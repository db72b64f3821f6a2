# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of problem is provoked by a collection that has it, and a sound collection has none."""

import datetime as dt
import re
from pathlib import Path

import pytest

import wizard.engine
from tests.engine.building import (
    AUTHORITY,
    CALENDAR,
    TODAY,
    Written,
    a_date,
    a_number,
    a_rule,
    a_term,
    any_of,
    ask,
    choice,
    collection,
    end,
    enter,
    finding,
    gate,
    is_in,
    one_of,
    remark,
    words,
)
from wizard.engine import check_paths, graph
from wizard.engine.check import problems
from wizard.engine.explore import explore
from wizard.model.collection import Collection
from wizard.model.problem import Problem, Severity

YES_NO = [one_of("hurt")]
SOUND_NODES = [ask("q", "hurt", "f", "f"), finding("f", "end"), end()]


def sound(**more: object) -> Collection:
    """A collection with nothing wrong."""
    return collection(SOUND_NODES, YES_NO, **{"calendars": [], **more})  # type: ignore[arg-type]


def found(made: Collection, today: dt.date = TODAY) -> dict[str, Problem]:
    """The problems of a collection by kind."""
    return {problem.kind: problem for problem in problems(made, today)}


def tree(*nodes: object, facts: object = YES_NO, **more: object) -> Collection:
    """A collection of one tree."""
    return collection(list(nodes), facts, **more)  # type: ignore[arg-type]


def renamed(node: object, **changes: object) -> dict[str, object]:
    """A node with some fields otherwise."""
    return {**node, **changes}  # type: ignore[dict-item]


LONG = words("more words than fit into the place that they stand in")
ROWS = [{"key": "yes", "cells": {"years": 2}}, {"key": "no", "cells": {"years": 3}}]
TABLE = {
    "id": "t",
    "title": words("t"),
    "fact": "hurt",
    "columns": [{"id": "years", "title": words("years"), "kind": "number"}],
    "rows": ROWS,
}
BY_TABLE = {"kind": "table-is", "table": "t", "by": "hurt", "column": "years", "among": [2]}
DATED = [a_date("day")]
ASK_DAY = ask("q", "day", "f", "f")
DUE = [ASK_DAY, finding("f", "end", deadlines=["due"]), end()]
SCENARIO = {"id": "s", "tree": "t", "title": "s", "today": "2026-11-24", "answers": {"hurt": "yes"}}


def with_rule(**changes: object) -> Collection:
    """A collection with one deadline rule."""
    return collection(DUE, DATED, {"deadline_rules": [a_rule("due", "day", **changes)]}, calendars=[CALENDAR])


def with_table(table: object) -> Collection:
    """A collection with one table that a gate reads."""
    nodes = [
        ask("q", "hurt", "g", "g"),
        gate("g", (BY_TABLE, "f"), otherwise="end", unknown="end"),
        finding("f", "end"),
    ]
    return collection([*nodes, end()], YES_NO, tables=[table])


def after(condition: Written, unknown: str | None = "end") -> Collection:
    """A collection with a gate on this condition, after the question for `hurt`."""
    asked = ask("q", "hurt", "g", "g")
    judged = gate("g", (condition, "f"), otherwise="end", unknown=unknown)
    return tree(asked, judged, finding("f", "end"), end())


WRONG: dict[str, Collection] = {
    "against-missing": sound(manifest={"claims": [{"id": "ftca", "against": "nobody", "title": words("FTCA")}]}),
    "against-unused": sound(
        manifest={"against": [{"id": one, "title": words(one)} for one in ("us", "agency")]}
    ),
    "asked-again": tree(
        ask("q", "hurt", "again", "again"), ask("again", "hurt", "f"), finding("f", "end"), end()
    ),
    "authority-missing": tree(SOUND_NODES[0], finding("f", "end", authorities=[{"authority": "gone"}]), end()),
    "authority-superseded": sound(authorities=[{**AUTHORITY, "treatment": "superseded"}]),
    "authority-unused": sound(authorities=[AUTHORITY, {**AUTHORITY, "id": "other"}]),
    "branch-dead": tree(
        ask("q", "hurt", "g"),
        gate("g", (is_in("hurt", "yes", "no"), "f"), (is_in("hurt", "yes"), "f"), otherwise="end"),
        finding("f", "end"),
        end(),
    ),
    "branches-overlap": tree(
        ask("q", "hurt", "g"),
        gate("g", (is_in("hurt", "yes"), "f"), (is_in("hurt", "yes", "no"), "end"), otherwise="end"),
        finding("f", "end"),
        end(),
    ),
    "calendar-missing": with_rule(calendar="gone"),
    "calendar-unused": sound(calendars=[CALENDAR]),
    "cell-wrong": with_table({**TABLE, "rows": [{"key": "yes", "cells": {"years": "two"}}, ROWS[1]]}),
    "choice-dead": tree(
        ask("q", "hurt", {"yes": "again", "no": "end"}), ask("again", "hurt", {"yes": "f", "no": "f"}),
        finding("f", "end"), end(),
    ),
    "choice-leads-nowhere": tree(ask("q", "hurt", {"yes": "f"}), finding("f", "end"), end()),
    "choice-list-missing": collection(SOUND_NODES, [{**one_of("hurt"), "choices": {"list": "gone"}}]),
    "choice-list-unused": sound(
        choice_lists=[{"id": "states", "title": words("s"), "choices": [choice("x")]}]
    ),
    "choice-missing": after(is_in("hurt", "perhaps")),
    "claim-missing": tree(SOUND_NODES[0], finding("f", "end", claims=["gone"]), end()),
    "claim-unused": tree(SOUND_NODES[0], remark("f", "end"), end()),
    "column-missing": with_table({**TABLE, "columns": [{"id": "other", "title": words("o"), "kind": "text"}]}),
    "condition-in-itself": collection(
        SOUND_NODES, YES_NO, {"conditions": [{"id": "me", "title": "me", "when": {"kind": "named", "condition": "me"}}]}
    ),
    "condition-missing": after({"kind": "named", "condition": "gone"}),
    "condition-unused": sound(manifest={"conditions": [{"id": "c", "title": "c", "when": is_in("hurt", "yes")}]}),
    "cycle": tree(ask("q", "hurt", "f", "f"), finding("f", "q"), end()),
    "fact-kind-wrong": after({"kind": "number-is", "fact": "hurt", "at_least": 1}),
    "fact-missing": tree(ask("q", "gone", "f", "f"), finding("f", "end"), end()),
    "fact-unused": collection(SOUND_NODES, [*YES_NO, any_of("more", "a", "b")]),
    "finding-without-authority": tree(SOUND_NODES[0], finding("f", "end", authorities=[]), end()),
    "finding-without-next-step": tree(SOUND_NODES[0], finding("f", "end", next_steps=[]), end()),
    "holiday-impossible": collection(
        DUE, DATED, {"deadline_rules": [a_rule("due", "day")]},
        calendars=[{**CALENDAR, "holidays": [{"kind": "fixed", "name": words("no day"), "month": 2, "day": 30}]}],
    ),
    "holiday-without-start": collection(
        DUE, DATED, {"deadline_rules": [a_rule("due", "day")]},
        calendars=[{**CALENDAR, "holidays": [
            {"kind": "fixed", "name": words("Inauguration"), "month": 1, "day": 20, "every_years": 4}
        ]}],
    ),
    "id-twice": collection(SOUND_NODES, [*YES_NO, *YES_NO]),
    "law-check-overdue": sound(manifest={"next_check_due": "2026-11-23"}),
    "limits-crossed": collection(
        [ask("q", "count", "f", "f"), *SOUND_NODES[1:]], [a_number("count", least=3, most=2)]
    ),
    "name-reserved": tree(
        ask("q", "hurt", "f"), finding("f", "end"), end(), facts=[one_of("hurt", "yes", "unsure")]
    ),
    "node-missing": tree(ask("q", "hurt", "gone", "end"), end()),
    "node-orphan": tree(*SOUND_NODES, remark("lost", "end")),
    "node-unreachable": tree(
        ask("q", "hurt", {"yes": "g", "no": "f"}), gate("g", (is_in("hurt", "no"), "never"), otherwise="f"),
        remark("never", "f"), finding("f", "end"), end(),
    ),
    "otherwise-dead": tree(
        ask("q", "hurt", "g"), gate("g", (is_in("hurt", "yes", "no"), "f"), otherwise="end"), finding("f", "end"), end()
    ),
    "placeholder-broken": tree(SOUND_NODES[0], finding("f", "end", reason=words("since {fact:gone}")), end()),
    "rule-missing": tree(SOUND_NODES[0], finding("f", "end", deadlines=["gone"]), end()),
    "rule-unused": collection(
        [ASK_DAY, finding("f", "end"), end()], DATED, {"deadline_rules": [a_rule("due", "day")]}, calendars=[CALENDAR]
    ),
    "scenario-fails": sound(scenarios=[{**SCENARIO, "expected": {"statuses": {"ftca": "barred"}}}]),
    "status-without-claim": tree(SOUND_NODES[0], finding("f", "end", claims=[]), end()),
    "subtree-within-itself": collection({"t": [enter("s", "t", "end"), end()]}),
    "table-key-missing": with_table({**TABLE, "fact": "gone"}),
    "table-missing": after(BY_TABLE),
    "table-row-missing": with_table({**TABLE, "rows": ROWS[:1]}),
    "table-unused": sound(tables=[TABLE]),
    "term-twice": sound(manifest={"glossary": [a_term("one", "Hurt"), a_term("two", "Harm", "hurt")]}),
    "term-unused": sound(manifest={"glossary": [a_term("stay", "Stay")]}),
    "text-too-long": tree(renamed(SOUND_NODES[0], short_name=LONG), *SOUND_NODES[1:]),
    "topic-missing": tree(SOUND_NODES[0], remark("f", "end", topic=None), end()),
    "translation-missing": tree(renamed(SOUND_NODES[0], why={"en": "why"}), *SOUND_NODES[1:]),
    "tree-missing": tree(enter("s", "gone", "end"), end(), facts=[]),
    "tree-unused": collection({"t": SOUND_NODES, "u": [end()]}, YES_NO, {"trees": [
        {"id": name, "title": words(name), "jurisdiction": words("US"), "starts": name == "t"} for name in ("t", "u")
    ]}),
    "trigger-unclear": collection(
        [ask("q", "day", "r", "r"), ask("r", "later", "f", "f"), *DUE[1:]], [*DATED, a_date("later")],
        {"deadline_rules": [a_rule("due", "day", "later")]}, calendars=[CALENDAR],
    ),
    "unit-missing": with_rule(period={"kind": "table", "table": "t", "by": "hurt", "column": "years"}),
    "unknown-branch-missing": after(is_in("hurt", "yes"), unknown=None),
}  # fmt: skip

#: Provoked by tests of their own below: two need a cap that is lower than the real one, and one shows only in linking,
#: which `problems` does not come to when an id is given twice.
PROVOKED_BELOW = {"not-proven", "tree-too-large", "node-twice"}
ERRORS_AT_LEAST = {"cycle", "node-missing", "choice-leads-nowhere", "unknown-branch-missing", "scenario-fails"}


def test_a_sound_collection_has_no_problem() -> None:
    assert problems(sound(), TODAY) == ()


@pytest.mark.parametrize("kind", sorted(WRONG))
def test_a_kind_of_problem_is_found_where_it_is(kind: str) -> None:
    problem = found(WRONG[kind])[kind]
    assert problem.message
    assert problem.mend
    assert str(problem.place) != "collection"
    assert (problem.severity is Severity.ERROR) or kind not in ERRORS_AT_LEAST


def test_every_kind_that_the_source_knows_is_provoked() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(wizard.engine.__file__).parent.glob("*.py")]
    text = "\n".join(sources)
    kinds = set(re.findall(r'(?:found|_found)\.(?:error|warning|hint)\(\s*"([a-z-]+)"', text))
    kinds |= set(re.findall(r'(?:_report\(|kind=)"([a-z-]+)"', text))
    sorts = re.findall(r'_refer\("([a-z-]+)"', text)
    kinds |= {f"{sort}-missing" for sort in sorts}
    kinds |= {f"{sort}-unused" for sort in (*sorts, "choice-list")}
    assert kinds - WRONG.keys() - PROVOKED_BELOW == set()


def test_an_exploration_past_its_cap_is_reported_as_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_paths, "explore", lambda graph, today, **_: explore(graph, today, cap=3))
    problem = found(sound())["not-proven"]
    assert problem.severity is Severity.WARNING
    assert "node-unreachable" not in found(sound())


def test_a_node_that_is_there_twice_is_refused_both_by_the_check_and_by_linking() -> None:
    twice = tree(*SOUND_NODES, end())
    assert "id-twice" in found(twice)
    with pytest.raises(graph.LinkError) as refused:
        graph.link(twice, "t")
    assert [problem.kind for problem in refused.value.problems] == ["node-twice"]


def test_subtrees_that_multiply_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "MOST_PLACES", 10)
    trees = {f"t{n}": [enter("a", f"t{n + 1}", "b"), enter("b", f"t{n + 1}", "end"), end()] for n in range(5)}
    assert "tree-too-large" in found(collection({**trees, "t5": [end()]}))


def test_a_problem_is_one_line_for_the_command_line() -> None:
    line = str(found(WRONG["node-orphan"])["node-orphan"])
    assert line == "warning t/lost: Nothing leads to this node (Lead to it, or take it out)"


def test_errors_come_first() -> None:
    ranks = [list(Severity).index(problem.severity) for problem in problems(WRONG["placeholder-broken"], TODAY)]
    assert ranks == sorted(ranks)


def test_a_circle_that_the_first_node_does_not_lead_to_is_found_too() -> None:
    lost = [remark("one", "two"), remark("two", "one")]
    assert "one → two → one" in found(tree(*SOUND_NODES, *lost))["cycle"].message


def test_a_scenario_that_holds_is_no_problem() -> None:
    held = sound(scenarios=[{**SCENARIO, "expected": {"statuses": {"ftca": "available"}, "ended": "end"}}])
    assert problems(held, TODAY) == ()
