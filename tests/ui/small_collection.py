# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small collection for tests of the window: its words and results do not change when the law does."""

import datetime as dt
from decimal import Decimal

from wizard.model.authority import Authority, Pin
from wizard.model.collection import Collection, Manifest
from wizard.model.condition import FactIn
from wizard.model.deadline import DeadlineRule, Span
from wizard.model.fact import Choice, ChoiceList, Fact, Limits, SharedChoices
from wizard.model.finding import Against, Claim, NextStep
from wizard.model.node import Branch, EndNode, FindingNode, GateNode, Node, QuestionNode
from wizard.model.status import Status
from wizard.model.table import Calendar
from wizard.model.text import Text
from wizard.model.tree import Tree, TreeHeader

STATES = (
    "Alabama",
    "Alaska",
    "Arizona",
    "Arkansas",
    "California",
    "Colorado",
    "Connecticut",
    "Delaware",
    "District of Columbia",
    "Florida",
    "Georgia",
    "Hawaii",
    "Idaho",
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Kentucky",
    "Louisiana",
    "Maine",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Montana",
    "Nebraska",
    "Nevada",
    "New Hampshire",
    "New Jersey",
    "New Mexico",
    "New York",
    "North Carolina",
    "North Dakota",
    "Ohio",
    "Oklahoma",
    "Oregon",
    "Pennsylvania",
    "Rhode Island",
    "South Carolina",
    "South Dakota",
    "Tennessee",
    "Texas",
    "Utah",
    "Vermont",
    "Virginia",
    "Washington",
    "West Virginia",
    "Wisconsin",
    "Wyoming",
    "Puerto Rico",
    "Guam",
    "American Samoa",
    "U.S. Virgin Islands",
    "Northern Mariana Islands",
    "Outside the United States",
)


def text(english: str, spanish: str = "") -> Text:
    return Text.model_validate({"en": english, "es": spanish} if spanish else {"en": english})


def choice(name: str, label: str, short: str, hint: str = "", spanish: str = "") -> Choice:
    return Choice(id=name, label=text(label, spanish), short=text(short), hint=text(hint) if hint else None)


def facts() -> tuple[Fact, ...]:
    return (
        Fact(
            id="employer",
            kind="one-of",
            title=text("Officer’s employer"),
            ask=text("Who employed the officer?", "¿Para quién trabajaba el agente?"),
            help=text("Look at the badge, the vest, or the paper they left.", "Mire la placa o el chaleco."),
            choices=(
                choice("federal", "A federal agency", "Federal", "Border Patrol, FBI", "Una agencia federal"),
                choice("state", "A state or local agency", "State", "City police, sheriff", "Una agencia estatal"),
                choice("company", "A private company", "Company", "Guards in a contract jail", "Una empresa"),
            ),
        ),
        Fact(
            id="contract",
            kind="one-of",
            title=text("Contract"),
            ask=text("Did the company work for the government?"),
            choices=(choice("yes", "Yes", "Yes"), choice("no", "No", "No")),
        ),
        Fact(
            id="harm-date",
            kind="date",
            title=text("Date of harm"),
            ask=text("When did it happen?", "¿Cuándo ocurrió?"),
            limits=Limits(earliest=dt.date(1990, 1, 1), latest="today"),
        ),
        Fact(
            id="still",
            kind="one-of",
            title=text("Still going on"),
            ask=text("Is this still going on, or could it happen again?"),
            choices=(
                choice("yes", "Yes, it is still going on", "Yes", "The person faces it now"),
                choice("likely", "It has stopped, but is likely to happen again", "Likely"),
                choice("over", "No, it is over", "No"),
            ),
        ),
        Fact(
            id="harms",
            kind="any-of",
            title=text("Kinds of harm"),
            ask=text("What was done?"),
            choices=(
                choice("force", "Force", "Force", "Hits, holds, weapons"),
                choice("search", "A search", "Search"),
                choice("arrest", "An arrest", "Arrest"),
            ),
        ),
        Fact(
            id="home-state",
            kind="one-of",
            title=text("State"),
            ask=text("In which state did it happen?"),
            choices=SharedChoices(list="states"),
        ),
        Fact(
            id="days-held",
            kind="number",
            title=text("Days held"),
            ask=text("For how many days was the person held?"),
            limits=Limits(least=Decimal(0), most=Decimal(9000)),
            unit=text("days"),
        ),
        Fact(
            id="consent",
            kind="one-of",
            title=text("Consent"),
            ask=text("May we keep a record?"),
            choices=(choice("yes", "Yes", "Yes"), choice("no", "No", "No")),
        ),
    )


def question(name: str, fact: str, short: str, leads: str | dict[str, str], unsure: str | None) -> QuestionNode:
    return QuestionNode(
        id=name,
        kind="question",
        short_name=text(short),
        fact=fact,
        why=text(f"Why “{short}” matters."),
        authorities=(Pin(authority="lyons", at="105"), Pin(authority="act")),
        next=leads,
        unsure=unsure,
    )


def finding(name: str, claim: str, status: Status | None, leads: str, *, rule: str | None = None) -> FindingNode:
    return FindingNode(
        id=name,
        kind="finding",
        short_name=text(claim or "Remark"),
        claims=(claim,) if claim else (),
        status=status,
        topic=None if claim else "now",
        reason=text(f"The reason of {name}."),
        authorities=(Pin(authority="act"),),
        next_steps=(NextStep(text=text(f"Do what {name} asks.")),),
        deadlines=(rule,) if rule else (),
        next=leads,
    )


def short_tree() -> Tree:
    """Three questions for a federal or state officer, four for a company's."""
    nodes: tuple[Node, ...] = (
        question(
            "q-employer",
            "employer",
            "Officer’s employer",
            {"federal": "f-bivens", "state": "f-1983", "company": "q-contract"},
            "q-date",
        ),
        question("q-contract", "contract", "Contract", {"yes": "q-date", "no": "f-remark"}, "q-date"),
        finding("f-remark", "", None, "q-date"),
        finding("f-bivens", "bivens", Status.LIKELY_FORECLOSED, "q-date"),
        finding("f-1983", "section-1983", Status.ARGUABLE, "q-date"),
        question("q-date", "harm-date", "Date of harm", "g-federal", "g-federal"),
        GateNode(
            id="g-federal",
            kind="gate",
            short_name=text("Federal officer?"),
            branches=(
                Branch(
                    when=FactIn(kind="fact-in", fact="employer", among=("federal",)),
                    label=text("Federal"),
                    next="f-ftca",
                ),
            ),
            otherwise="q-still",
            unknown="q-still",
        ),
        finding("f-ftca", "ftca", Status.AVAILABLE, "q-still", rule="two-years"),
        question(
            "q-still", "still", "Still going on", {"yes": "f-order", "likely": "f-maybe", "over": "f-no-order"}, None
        ),
        finding("f-order", "court-order", Status.AVAILABLE, "e-done"),
        finding("f-maybe", "court-order", Status.ARGUABLE, "e-done"),
        finding("f-no-order", "court-order", Status.BARRED, "e-done"),
        EndNode(id="e-done", kind="end", short_name=text("Done"), text=text("All questions are answered.")),
    )
    return Tree(id="short", first="q-employer", nodes=nodes)


def kinds_tree() -> Tree:
    """One question of each kind, and an end that keeps nothing."""
    nodes: tuple[Node, ...] = (
        question("q-consent", "consent", "Consent", {"yes": "q-harms", "no": "e-nothing"}, None),
        question("q-harms", "harms", "Kinds of harm", "q-state", "q-state"),
        question("q-state", "home-state", "State", "q-days", "q-days"),
        question("q-days", "days-held", "Days held", "e-done", "e-done"),
        EndNode(id="e-done", kind="end", short_name=text("Done"), text=text("All questions are answered.")),
        EndNode(
            id="e-nothing",
            kind="end",
            short_name=text("Nothing kept"),
            text=text("Without consent nothing is kept."),
            keeps="nothing",
        ),
    )
    return Tree(id="kinds", first="q-consent", nodes=nodes)


def manifest(version: str = "1.0") -> Manifest:
    return Manifest(
        id="small",
        title=text("Small collection"),
        publisher="Tests",
        version=version,
        languages=("en", "es"),
        law_checked_on=dt.date(2026, 11, 3),
        next_check_due=dt.date(2100, 1, 1),
        trees=(
            TreeHeader(id="short", title=text("Harm by an officer"), jurisdiction=text("Federal law, any state")),
            TreeHeader(id="kinds", title=text("All kinds of question"), jurisdiction=text("Nowhere")),
        ),
        against=(
            Against(id="united-states", title=text("the United States")),
            Against(id="officer", title=text("the officer")),
            Against(id="state-officer", title=text("state officers")),
            Against(id="agency", title=text("the agency")),
        ),
        claims=(
            Claim(id="ftca", against="united-states", title=text("FTCA")),
            Claim(id="bivens", against="officer", title=text("Bivens")),
            Claim(id="section-1983", against="state-officer", title=text("Section 1983")),
            Claim(id="court-order", against="agency", title=text("Court order")),
        ),
        deadline_rules=(
            DeadlineRule(
                id="two-years",
                role="last-day",
                title=text("Claim to the agency"),
                trigger=("harm-date",),
                period=Span(kind="span", years=2),
                calendar="federal",
                authorities=(Pin(authority="act"),),
                why=text("Two years from the harm."),
            ),
        ),
    )


def small_collection(version: str = "1.0") -> Collection:
    """The whole of it."""
    checked = dt.date(2026, 11, 3)
    return Collection(
        manifest=manifest(version),
        facts=facts(),
        choice_lists=(
            ChoiceList(
                id="states",
                title=text("States and territories"),
                choices=tuple(
                    choice(name.lower().replace(".", "").replace(" ", "-"), name, name[:14]) for name in STATES
                ),
            ),
        ),
        authorities=(
            Authority(
                id="lyons",
                kind="case",
                citation="City of Los Angeles v. Lyons, 461 U.S. 95 (1983)",
                short="Lyons",
                holding="Future harm must be real and near.",
                seen="read",
                treatment="good",
                checked_on=checked,
            ),
            Authority(
                id="act",
                kind="statute",
                citation="28 U.S.C. § 2675(a)",
                short="§ 2675(a)",
                holding="The claim to the agency comes first.",
                seen="read",
                treatment="good",
                checked_on=checked,
            ),
        ),
        calendars=(Calendar(id="federal", title=text("Federal courts"), holidays=()),),
        trees=(short_tree(), kinds_tree()),
    )
