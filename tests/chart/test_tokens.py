# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every pair of colours that meets on the screen can be read."""

import re

import pytest

from wizard.chart.tokens import DARK, LIGHT, Tokens, high_contrast, status_colours

STATUSES = ("available", "arguable", "likely-foreclosed", "barred", "not-reached")

TABLE = [
    # upper, lower, light, dark, least
    ("ink", "surface", 17.00, 14.31, 7),
    ("ink", "paper", 15.33, 15.87, 7),
    ("ink2", "surface", 9.31, 9.38, 7),
    ("ink2", "paper", 8.39, 10.40, 7),
    ("ink2", "sunken", 7.68, 10.93, 7),
    ("ink2", "accent_soft", 8.00, 7.78, 7),
    ("accent", "surface", 8.94, 9.13, 7),
    ("accent", "paper", 8.06, 10.12, 7),
    ("accent", "accent_soft", 7.68, 7.57, 7),
    ("on_accent", "accent", 8.94, 9.25, 7),
    ("on_accent", "accent_hover", 11.63, 10.89, 7),
    ("on_accent", "accent_press", 14.43, 12.62, 7),
    ("disabled", "paper", 4.79, 6.76, 4.5),
    ("available", "available_soft", 7.52, 8.84, 7),
    ("arguable", "arguable_soft", 7.97, 9.33, 7),
    ("foreclosed", "foreclosed_soft", 7.54, 8.51, 7),
    ("barred", "barred_fill", 13.31, 11.14, 7),
    ("not_reached", "not_reached_fill", 9.31, 9.38, 7),
    ("error", "error_soft", 8.30, 8.81, 7),
    ("error", "surface", 9.48, 9.18, 7),
    ("control", "surface", 4.53, 5.45, 3),
    ("control", "sunken", 3.74, 6.36, 3),
    ("control", "accent_soft", 3.89, 4.52, 3),
    ("focus", "surface", 6.12, 8.80, 3),
    ("focus", "sunken", 5.05, 10.26, 3),
    ("focus", "accent_soft", 5.26, 7.30, 3),
]

MET_IN_WIDGETS = [
    ("ink", "sunken", 7),
    ("ink", "accent_soft", 7),
    ("ink", "arguable_soft", 7),
    ("ink", "error_soft", 7),
    ("ink", "available_soft", 7),
    ("error", "paper", 7),
    ("arguable", "surface", 4.5),
    ("available", "surface", 4.5),
    ("disabled", "surface", 4.5),
    ("focus", "paper", 3),
    ("control", "paper", 3),
]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_what_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(("upper", "lower", "light", "dark", "least"), TABLE)
def test_pair_has_the_contrast_of_the_design(upper: str, lower: str, light: float, dark: float, least: float) -> None:
    for tokens, expected in ((LIGHT, light), (DARK, dark)):
        measured = contrast(getattr(tokens, upper), getattr(tokens, lower))
        assert measured == pytest.approx(expected, abs=0.006)
        assert measured >= least


@pytest.mark.parametrize("tokens", [LIGHT, DARK, high_contrast(LIGHT), high_contrast(DARK)])
@pytest.mark.parametrize(("upper", "lower", "least"), [(row[0], row[1], row[4]) for row in TABLE] + MET_IN_WIDGETS)
def test_pair_can_be_read_also_when_more_contrast_is_asked_for(
    tokens: Tokens, upper: str, lower: str, least: float
) -> None:
    assert contrast(getattr(tokens, upper), getattr(tokens, lower)) >= least


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_high_contrast_firms_lines_and_drops_tints(tokens: Tokens) -> None:
    firm = high_contrast(tokens)
    assert (firm.line, firm.control) == (tokens.control, tokens.ink)
    assert {firm.accent_soft, firm.available_soft, firm.arguable_soft, firm.foreclosed_soft, firm.error_soft} == {
        tokens.surface
    }
    assert contrast(firm.line, firm.surface) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK, high_contrast(LIGHT), high_contrast(DARK)])
@pytest.mark.parametrize("status", STATUSES)
def test_status_can_be_read_on_its_badge_and_off_it(tokens: Tokens, status: str) -> None:
    colours = status_colours(tokens, status)
    assert contrast(colours.text, colours.fill) >= 7
    assert contrast(colours.mark, colours.hole) >= 7
    for ground in (tokens.surface, tokens.paper, tokens.sunken):
        assert contrast(colours.mark, ground) >= 3
        assert contrast(colours.edge, ground) >= 3


def test_an_unknown_status_is_refused() -> None:
    with pytest.raises(ValueError, match="maybe"):
        status_colours(LIGHT, "maybe")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_six_hex_digits(tokens: Tokens) -> None:
    for name in tokens._fields:
        if name != "dark":
            assert re.fullmatch("#[0-9A-F]{6}", getattr(tokens, name)), name
