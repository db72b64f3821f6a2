# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dates of a deadline rule: the doctrine's own dates, what must hold of every date, and what is not known."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.doctrine_dates import (
    GOLDEN,
    LIMIT,
    LOCAL_SUIT,
    NOTICE,
    OPTION,
    PRESENT,
    PUBLIC,
    SIX_MONTHS,
    TWO_YEARS,
    a_rule,
    federal,
    law,
    years_by_state,
)
from wizard.engine.deadlines import Count, count, deadline, facts_of, state_of
from wizard.model.deadline import Cautious, DeadlineRule, Shortest, Span, TableSpan
from wizard.model.fact import AnswerValue
from wizard.model.status import DeadlineState

DAY = timedelta(days=1)
TODAY = date(2026, 11, 24)


starts = st.dates(date(1990, 1, 1), date(2090, 12, 31))
spans = st.builds(
    Span,
    kind=st.just("span"),
    years=st.integers(0, 12),
    months=st.integers(0, 30),
    days=st.integers(0, 400),
    working_days=st.integers(0, 60),
)
last_days = st.builds(
    lambda period, cautious, early, mailing: a_rule(
        period, cautious=cautious and Cautious(period=cautious), early=early, mail_by_days_before=mailing
    ),
    spans,
    st.none() | spans,
    st.integers(1, 10),
    st.none() | st.integers(0, 60),
)


def counted(rule: DeadlineRule, known: Mapping[str, AnswerValue]) -> Count:
    """Return the dates of a rule that can be counted."""
    dates = count(rule, known, law)
    assert dates is not None
    return dates


def from_incident(rule: DeadlineRule, day: date) -> Count:
    """Return the dates of a rule that counts from the event."""
    return counted(rule, {"incident-date": day})


@pytest.mark.parametrize("name", GOLDEN)
def test_the_dates_are_those_of_the_doctrine(name: str) -> None:
    rule, trigger, state, expected = GOLDEN[name]
    known: dict[str, AnswerValue] = {rule.trigger[0]: date.fromisoformat(trigger), "incident-state": state}
    dates = counted(rule, known)
    assert f"{dates.act_by} {dates.raw} {dates.latest}" == expected


def test_one_may_sue_on_silence_the_day_after_six_months_from_the_latest_change() -> None:
    received: dict[str, AnswerValue] = {"claim-received-date": date(2026, 3, 10)}
    first = counted(OPTION, received)
    assert first == Count(act_by=date(2026, 9, 11), raw=date(2026, 9, 10), latest=None, mail_by=None)
    assert state_of(OPTION, first, TODAY) is DeadlineState.OPEN
    amended = counted(OPTION, {**received, "claim-amended-date": date(2026, 8, 3)})
    assert amended.act_by == date(2027, 2, 4)
    assert state_of(OPTION, amended, TODAY) is DeadlineState.TOO_EARLY


def test_the_earliest_of_several_dates_counts_where_the_rule_says_so() -> None:
    rule = a_rule(TWO_YEARS, ("first", "second"), pick="earliest")
    assert counted(rule, {"first": date(2026, 5, 4), "second": date(2025, 5, 5)}).raw == date(2027, 5, 5)
    assert counted(rule, {"first": date(2026, 5, 4)}).raw == date(2028, 5, 4)


def test_the_claim_goes_to_the_post_thirty_days_before_the_safe_date() -> None:
    assert from_incident(PRESENT, date(2026, 3, 3)).mail_by == date(2028, 2, 1)


def test_a_safe_date_a_week_early_is_at_least_a_week_before_the_plain_count() -> None:
    rule = a_rule(SIX_MONTHS, early=7)
    assert from_incident(rule, date(2026, 6, 29)) == Count(
        act_by=date(2026, 12, 22), raw=date(2026, 12, 29), latest=date(2026, 12, 29), mail_by=None
    )


def test_a_rule_that_allows_it_keeps_the_day_itself_or_the_open_day_before_it() -> None:
    rule = a_rule(Span(kind="span", days=3), early=0)
    assert from_incident(rule, date(2026, 11, 20)).act_by == date(2026, 11, 23)
    assert from_incident(rule, date(2026, 11, 18)).act_by == date(2026, 11, 20)


def test_good_practice_has_no_date_that_a_court_might_still_accept() -> None:
    wednesday = date(2026, 11, 25)
    assert from_incident(a_rule(Span(kind="span", days=3)), wednesday).latest == date(2026, 11, 30)
    assert from_incident(a_rule(Span(kind="span", days=3), practice=True), wednesday).latest is None
    assert from_incident(a_rule(Span(kind="span", days=3), latest="none"), wednesday).latest is None


def test_a_careful_count_from_an_earlier_date_holds_the_safe_date_back() -> None:
    rule = a_rule(
        years_by_state("limits", "years"), ("jail-hold-end-date",), cautious=Cautious(trigger="incident-date")
    )
    known: dict[str, AnswerValue] = {
        "jail-hold-end-date": date(2026, 6, 1),
        "incident-date": date(2026, 3, 3),
        "incident-state": "tx",
    }
    dates = counted(rule, known)
    assert (dates.act_by, dates.raw) == (date(2028, 3, 2), date(2028, 6, 1))


def test_no_date_is_called_safe_while_the_careful_count_waits_for_a_date() -> None:
    rule = a_rule(TWO_YEARS, ("jail-hold-end-date",), cautious=Cautious(trigger="incident-date"))
    assert count(rule, {"jail-hold-end-date": date(2026, 6, 1)}, law) is None


def test_a_first_day_is_held_back_by_the_longer_count() -> None:
    rule = a_rule(SIX_MONTHS, role="first-day", cautious=Cautious(period=Span(kind="span", months=7)))
    assert from_incident(rule, date(2026, 3, 10)) == Count(date(2026, 10, 11), date(2026, 9, 10), None, None)


def test_the_shortest_of_several_periods_counts_and_those_with_no_length_are_left_out() -> None:
    rule = a_rule(Shortest(kind="shortest", of=(years_by_state("torts", "battery-years"), PUBLIC)))
    known: dict[str, AnswerValue] = {"incident-date": date(2026, 9, 12), "incident-state": "ny"}
    assert counted(rule, known).raw == date(2027, 9, 12)
    # Ohio's other length has a unit that is none, and Minnesota has neither.
    assert counted(rule, {**known, "incident-state": "oh"}).raw == date(2027, 9, 12)
    assert count(rule, {**known, "incident-state": "mn"}, law) is None


def test_the_shortest_of_the_rows_counts_when_several_are_marked() -> None:
    rule = a_rule(years_by_state("limits", "years"))
    known: dict[str, AnswerValue] = {"incident-date": date(2026, 1, 7), "incident-state": frozenset({"mn", "ny", "pr"})}
    assert counted(rule, known).raw == date(2029, 1, 7)
    assert count(rule, {**known, "incident-state": frozenset()}, law) is None


def test_a_length_in_working_days_counts_on_the_calendar_of_the_rule() -> None:
    known: dict[str, AnswerValue] = {"incident-date": date(2026, 11, 2), "incident-state": "foia"}
    assert counted(NOTICE, known).raw == date(2026, 12, 2)
    assert from_incident(a_rule(Span(kind="span", working_days=20)), date(2026, 11, 2)).raw == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("rule", "known"),
    [
        (PRESENT, {}),
        (OPTION, {}),
        (a_rule(TWO_YEARS, ()), {"incident-date": TODAY}),
        (PRESENT, {"incident-date": "tx"}),
        (PRESENT, {"incident-date": Decimal(3)}),
        (LIMIT, {"incident-date": TODAY}),
        (LIMIT, {"incident-date": TODAY, "incident-state": "nowhere"}),
        (LIMIT, {"incident-date": TODAY, "incident-state": "pr"}),
        (LIMIT, {"incident-date": TODAY, "incident-state": "faulty"}),
        (LOCAL_SUIT, {"incident-date": TODAY, "incident-state": "oh"}),
        (a_rule(years_by_state("gone", "years")), {"incident-date": TODAY, "incident-state": "tx"}),
        (a_rule(TWO_YEARS, calendar="gone"), {"incident-date": TODAY}),
        (a_rule(Span(kind="span", years=9000)), {"incident-date": TODAY}),
        (a_rule(Span(kind="span", days=10**30)), {"incident-date": TODAY}),
        (a_rule(Span(kind="span", working_days=10**9)), {"incident-date": TODAY}),
        (PRESENT, {"incident-date": date.max}),
        (a_rule(Span(kind="span", days=0), mail_by_days_before=10**8), {"incident-date": TODAY}),
    ],
)
def test_a_rule_that_cannot_be_counted_has_no_dates_and_is_not_known(
    rule: DeadlineRule, known: Mapping[str, AnswerValue]
) -> None:
    assert count(rule, known, law) is None
    assert state_of(rule, None, TODAY) is DeadlineState.NOT_KNOWN
    shown = deadline(rule, None, TODAY, ("ftca/dates",))
    assert (shown.act_by, shown.raw, shown.latest, shown.days_left) == (None, None, None, None)
    assert (shown.state, shown.findings) == (DeadlineState.NOT_KNOWN, ("ftca/dates",))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 11, 27), DeadlineState.OPEN),
        (date(2026, 11, 28), DeadlineState.LAST_DAYS),
        (date(2026, 11, 29), DeadlineState.DOUBTFUL),
        (date(2026, 11, 30), DeadlineState.DOUBTFUL),
        (date(2026, 12, 1), DeadlineState.PAST),
    ],
)
def test_a_last_day_on_a_saturday_is_doubtful_until_monday(day: date, state: DeadlineState) -> None:
    assert state_of(PRESENT, from_incident(PRESENT, date(2024, 11, 28)), day) is state


def test_a_deadline_shows_the_days_left_to_its_safe_date() -> None:
    dates = from_incident(PRESENT, date(2024, 11, 28))
    shown = deadline(PRESENT, dates, TODAY, ("ftca/file-now", "ftca/dates"))
    assert (shown.rule, shown.role, shown.state) == ("rule", "last-day", DeadlineState.OPEN)
    assert (shown.act_by, shown.raw, shown.latest) == (dates.act_by, dates.raw, dates.latest)
    assert (shown.days_left, shown.mail_by) == (3, date(2026, 10, 28))
    assert shown.findings == ("ftca/file-now", "ftca/dates")
    assert deadline(PRESENT, dates, date(2026, 11, 30), ()).days_left == -3


def test_the_facts_of_a_rule_are_its_triggers_its_tables_keys_and_the_careful_ones() -> None:
    rule = a_rule(
        Shortest(kind="shortest", of=(years_by_state("limits", "years"), TWO_YEARS, PUBLIC)),
        ("first", "second"),
        cautious=Cautious(
            trigger="incident-date",
            period=TableSpan(kind="table", table="torts", by="victim-state", column="battery-years", unit="years"),
        ),
    )
    assert facts_of(rule) == ("first", "second", "incident-state", "incident-date", "victim-state")
    assert facts_of(PRESENT) == ("incident-date",)


@given(last_days, starts, starts)
def test_a_later_event_never_has_an_earlier_deadline(rule: DeadlineRule, one: date, other: date) -> None:
    first, second = (from_incident(rule, day) for day in sorted([one, other]))
    assert first.act_by <= second.act_by
    assert first.raw <= second.raw
    assert first.latest is not None
    assert second.latest is not None
    assert first.latest <= second.latest


@given(last_days, starts)
def test_the_safe_date_is_open_and_early_and_the_latest_date_is_no_day_that_moves_on(
    rule: DeadlineRule, start: date
) -> None:
    dates = from_incident(rule, start)
    assert dates.act_by + rule.early * DAY <= dates.raw
    assert federal.is_open(dates.act_by)
    assert dates.latest is not None
    assert dates.raw <= dates.latest
    assert not federal.extends(dates.latest)
    assert (dates.mail_by is None) is (rule.mail_by_days_before is None)
    assert dates.mail_by is None or dates.mail_by <= dates.act_by


@given(starts, st.integers(0, 12), st.integers(0, 30))
def test_years_and_months_end_on_the_same_date_or_the_last_day_of_the_month(
    start: date, years: int, months: int
) -> None:
    raw = from_incident(a_rule(Span(kind="span", years=years, months=months)), start).raw
    assert (raw.year - start.year) * 12 + raw.month - start.month == years * 12 + months
    assert raw.day == start.day or (raw.day < start.day and (raw + DAY).day == 1)


@given(starts, st.integers(0, 2000))
def test_days_count_from_the_day_after_the_event(start: date, days: int) -> None:
    assert (from_incident(a_rule(Span(kind="span", days=days)), start).raw - start).days == days


@given(last_days, starts, st.booleans())
def test_the_states_of_a_last_day_follow_one_another_and_leave_no_day_out(
    rule: DeadlineRule, start: date, rolls: bool
) -> None:
    rule = rule if rolls else rule.model_copy(update={"latest": "none"})
    dates = from_incident(rule, start)
    end = dates.latest or dates.raw
    for day in (dates.act_by - DAY, dates.act_by):
        assert state_of(rule, dates, day) is DeadlineState.OPEN
    for day in (dates.act_by + DAY, dates.raw):
        assert state_of(rule, dates, day) is DeadlineState.LAST_DAYS
    if end > dates.raw:
        for day in (dates.raw + DAY, end):
            assert state_of(rule, dates, day) is DeadlineState.DOUBTFUL
    assert state_of(rule, dates, end + DAY) is DeadlineState.PAST


@given(starts, st.integers(-400, 400))
def test_a_first_day_is_too_early_until_its_safe_day_and_open_from_it(start: date, offset: int) -> None:
    rule = a_rule(SIX_MONTHS, role="first-day", latest="none")
    dates = from_incident(rule, start)
    assert dates.act_by == dates.raw + DAY
    state = state_of(rule, dates, dates.act_by + offset * DAY)
    assert state is (DeadlineState.TOO_EARLY if offset < 0 else DeadlineState.OPEN)


@given(spans, starts)
def test_a_careful_count_never_makes_the_safe_date_later(cautious: Span, start: date) -> None:
    plain = from_incident(a_rule(TWO_YEARS), start)
    careful = from_incident(a_rule(TWO_YEARS, cautious=Cautious(period=cautious)), start)
    assert careful.act_by <= plain.act_by
    assert (careful.raw, careful.latest) == (plain.raw, plain.latest)


@given(spans, st.dates(max_value=date(2, 12, 31)) | st.dates(min_value=date(9980, 1, 1)))
def test_no_date_however_far_raises(period: Span, start: date) -> None:
    dates = count(a_rule(period, mail_by_days_before=30), {"incident-date": start}, law)
    assert dates is None or dates.act_by < dates.raw
