# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an authority is cited: with its pin, and with what a lawyer must know before relying on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.engine.graph import CollectionIndex
from wizard.export.pins import pinned
from wizard.export.words import Words
from wizard.model.authority import Authority, Pin


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as it is written, with its doubts in words: recalled, questioned, in litigation and so on.

    `grave`: among them is one that the citation cannot be used with as it is.
    """

    whole: str
    holding: str
    doubts: tuple[str, ...]
    grave: bool = False

    @property
    def with_doubts(self) -> str:
        """The citation with its doubts behind it in brackets."""
        return f"{self.whole} [{', '.join(self.doubts)}]" if self.doubts else self.whole


def cited(index: CollectionIndex, pins: Sequence[Pin], words: Words) -> tuple[Cited, ...]:
    """Return the citations of some pins; one whose authority is missing is left out."""
    return tuple(
        _cite(index.authorities[pin.authority], pin, words) for pin in pins if pin.authority in index.authorities
    )


def _cite(authority: Authority, pin: Pin, words: Words) -> Cited:
    whole = pinned(authority.citation, pin.at or authority.pin, is_case=authority.kind == "case")
    doubts = [doubt for doubt in (_treatment(authority, words), _seen(authority, words)) if doubt]
    return Cited(whole, authority.holding, tuple(doubts), grave=authority.treatment == "superseded")


def _treatment(authority: Authority, words: Words) -> str:
    match authority.treatment:
        case "good":
            return ""
        case "limited":
            return words.translate("Citation", "limited")
        case "in-litigation":
            return words.translate("Citation", "in litigation")
        case "questioned":
            return words.translate("Citation", "unsettled")
        case "superseded":
            return words.translate("Citation", "superseded")


def _seen(authority: Authority, words: Words) -> str:
    match authority.seen:
        case "read":
            return ""
        case "read-about":
            return words.translate("Citation", "read about only")
        case "recalled":
            return words.translate("Citation", "recalled")
