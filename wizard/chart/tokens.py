# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every colour of the program, by what it is for; plain hex strings, so that nothing here needs Qt."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One table of colours, each as `#RRGGBB`."""

    dark: bool
    paper: str
    """Window, trail, question column, canvas."""
    surface: str
    """Cards, choices, fields, chart, header."""
    sunken: str
    """Claims board."""
    line: str
    """Dividers; never the only edge of a control."""
    control: str
    """Edges of fields, choices, buttons and open nodes."""
    ink: str
    ink2: str
    """Secondary text."""
    accent: str
    """The path, what is chosen, links, the primary button."""
    accent_hover: str
    accent_press: str
    accent_soft: str
    on_accent: str
    focus: str
    """The focus ring and nothing else."""
    hatch: str
    """The pattern of what is ruled out."""
    disabled: str
    """Text of what cannot apply."""
    available: str
    available_soft: str
    arguable: str
    """Also warnings and deadlines."""
    arguable_soft: str
    foreclosed: str
    foreclosed_soft: str
    barred: str
    """Text of the one inverted badge."""
    barred_fill: str
    not_reached: str
    not_reached_fill: str
    error: str
    error_soft: str


LIGHT = Tokens(
    dark=False,
    paper="#F5F3EE",
    surface="#FFFFFF",
    sunken="#ECE9E2",
    line="#D8D3C8",
    control="#70777F",
    ink="#161D24",
    ink2="#3E4853",
    accent="#0B4F6C",
    accent_hover="#083D54",
    accent_press="#062D3F",
    accent_soft="#E3F0F5",
    on_accent="#FFFFFF",
    focus="#5B3DF5",
    hatch="#B9B4A8",
    disabled="#656C74",
    available="#0A5637",
    available_soft="#E0F2E8",
    arguable="#664100",
    arguable_soft="#FBF0D2",
    foreclosed="#86290A",
    foreclosed_soft="#FCE7DD",
    barred="#FFFFFF",
    barred_fill="#2A3038",
    not_reached="#3E4853",
    not_reached_fill="#FFFFFF",
    error="#8C1024",
    error_soft="#FDECEC",
)

DARK = Tokens(
    dark=True,
    paper="#12171C",
    surface="#1A2128",
    sunken="#0D1115",
    line="#343F49",
    control="#8A97A4",
    ink="#EDF1F4",
    ink2="#BCC6CF",
    accent="#86CCE6",
    accent_hover="#A6DAEE",
    accent_press="#C4E7F4",
    accent_soft="#14323F",
    on_accent="#06222D",
    focus="#C3B5FF",
    hatch="#47535E",
    disabled="#94A0AB",
    available="#86DDAE",
    available_soft="#11301F",
    arguable="#F2CB6A",
    arguable_soft="#33280B",
    foreclosed="#FFB08C",
    foreclosed_soft="#3B1F12",
    barred="#161D24",
    barred_fill="#CBD2D9",
    not_reached="#BCC6CF",
    not_reached_fill="#1A2128",
    error="#FFADB1",
    error_soft="#401619",
)


def high_contrast(tokens: Tokens) -> Tokens:
    """The same table for who asks for more contrast: firm lines, and no tinted ground under text."""
    return tokens._replace(
        line=tokens.control,
        control=tokens.ink,
        accent_soft=tokens.surface,
        available_soft=tokens.surface,
        arguable_soft=tokens.surface,
        foreclosed_soft=tokens.surface,
        error_soft=tokens.surface,
    )


class StatusColours(NamedTuple):
    """How one status is coloured."""

    text: str
    """Text and shape on the badge."""
    fill: str
    """Ground of the badge; the hole in its shape."""
    edge: str
    """Edge of the badge."""
    mark: str
    """The shape on plain ground: trail, chart, print."""
    hole: str
    """The sign cut into that shape."""


def status_colours(tokens: Tokens, status: str) -> StatusColours:
    """Colours of a status: available, arguable, likely-foreclosed, barred or not-reached.

    Raises:
        ValueError: for any other status.
    """
    match status:
        case "available":
            return _solid(tokens.available, tokens.available_soft)
        case "arguable":
            return _solid(tokens.arguable, tokens.arguable_soft)
        case "likely-foreclosed":
            return _solid(tokens.foreclosed, tokens.foreclosed_soft)
        case "not-reached":
            return _solid(tokens.not_reached, tokens.not_reached_fill)
        case "barred":
            return StatusColours(
                text=tokens.barred,
                fill=tokens.barred_fill,
                edge=tokens.barred_fill,
                mark=tokens.barred_fill,
                hole=tokens.barred,
            )
        case _:
            msg = f"There is no status {status!r}."
            raise ValueError(msg)


def _solid(strong: str, soft: str) -> StatusColours:
    return StatusColours(text=strong, fill=soft, edge=strong, mark=strong, hole=soft)
