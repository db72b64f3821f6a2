# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The claims board: one tile for each line that a finding has reached, always in the collection's order."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from wizard.chart.fonts import REGULAR, SEMI_BOLD
from wizard.chart.status_words import status_word
from wizard.engine.walk import Walk
from wizard.model.names import ClaimId
from wizard.model.node import FindingNode
from wizard.ui.theme import current, follow
from wizard.ui.widgets.boxes import RADIUS, Box, draw_box
from wizard.ui.widgets.button import Button
from wizard.ui.widgets.label import Label
from wizard.ui.widgets.status_badge import StatusBadge
from wizard.ui.widgets.wrapped_text import Run, WrappedText, one_line_width

translate = QCoreApplication.translate

#: Up to so many lines stand as large tiles in one row; up to twice six as small ones in two rows.
LARGE_TILES = 5
SMALL_TILES = 12
_SMALL_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line as the board shows it. `rests_on_open`: it may change when an open fact is settled."""

    claim: ClaimId
    title: str
    against: str
    status: str
    rests_on_open: bool
    changed: bool = False

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it: “FTCA, against the United States, available”."""
        words = translate("Board", "{title}, against {against}, {status}").format(
            title=self.title, against=self.against, status=_lower(status_word(self.status))
        )
        return translate("Board", "{line}, rests on an open fact").format(line=words) if self.rests_on_open else words


def board_lines(made: Walk, language: str) -> tuple[BoardLine, ...]:
    """Return the lines that a walk has reached."""
    index = made.graph.index
    return tuple(
        BoardLine(
            line.claim,
            index.claims[line.claim].title.within(language),
            index.against[line.against].within(language),
            line.status,
            bool(line.rests_on),
        )
        for line in made.board
    )


def not_reached(made: Walk, language: str) -> tuple[str, ...]:
    """Return the names of the lines of this tree that no finding has reached, each with whom it is against."""
    index = made.graph.index
    reached = {line.claim for line in made.board}
    possible = {
        claim
        for node in made.graph.nodes
        if isinstance(node, FindingNode) and node.status is not None
        for claim in node.claims
    }
    return tuple(
        translate("Board", "{title}, against {against}").format(
            title=claim.title.within(language), against=index.against[claim.against].within(language)
        )
        for claim in index.claims.values()
        if claim.shown and claim.id in possible and claim.id not in reached
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


class Tile(QFrame):
    """One line: title, whom it is against, status.

    Small: title and status on one line, and whom it is against only where another line has the same title (`twin`).
    """

    def __init__(self, line: BoardLine, *, small: bool, twin: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._small = small
        self._twin = twin
        self.badge = StatusBadge(line.status, claim=line.title, size=13 if small else 14.5, parent=self)
        self.setAccessibleName(line.spoken)
        self.setToolTip(line.spoken)
        follow(self._take_over)

    def _take_over(self) -> None:
        self.badge.resize(self.badge.sizeHint())
        self._place()
        self.update()

    def _runs(self) -> list[Run]:
        theme = current()
        size = 14 if self._small else 15.5
        title = Run(self.line.title, theme.font(size, SEMI_BOLD if self._small else 700), "ink")
        if self._small:
            against = Run(f"\n{self.line.against}", theme.font(12.5, REGULAR), "ink2")
            return [title, against] if self._twin else [title]
        runs = [title, Run(f"  {self.line.against}", theme.font(14, REGULAR), "ink2")]
        # The grey words go first where there is no room for both.
        return runs if one_line_width(runs) <= self._text_width() else [title]

    @property
    def text(self) -> str:
        """The words on it beside the status."""
        return "".join(run.text for run in self._runs())

    def _text_width(self) -> int:
        theme = current()
        badge = self.badge.width() + theme.px(8) if self._small else 0
        return self.width() - theme.px(12) - theme.px(10) - badge

    def least_width(self) -> int:
        """The width that the title and the badge need."""
        theme = current()
        title = one_line_width([Run(self.line.title, theme.font(14 if self._small else 15.5, 700), "ink")])
        badge = self.badge.sizeHint().width()
        content = title + badge + theme.px(8) if self._small else max(title, badge)
        return content + theme.px(24)

    def height_for(self, width: int) -> int:
        """The height that the tile needs in a width."""
        theme = current()
        self.resize(width, self.height())
        text = WrappedText(self._runs(), max(self._text_width(), theme.px(40)))
        badge = self.badge.sizeHint().height()
        if self._small:
            return max(text.height, badge) + theme.px(6)
        return text.height + badge + theme.px(4) + theme.px(17)

    def _place(self) -> None:
        theme = current()
        if self._small:
            self.badge.move(self.width() - self.badge.width() - theme.px(8), (self.height() - self.badge.height()) // 2)
        else:
            self.badge.move(theme.px(12), self.height() - self.badge.height() - theme.px(9))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        edge = Box("accent", 2, "surface") if self.line.changed else Box("line", 1, "surface")
        draw_box(painter, QRectF(self.rect()), edge, RADIUS)
        text = WrappedText(self._runs(), max(self._text_width(), theme.px(40)))
        top = (self.height() - text.height) / 2 if self._small else theme.px(8)
        text.draw(painter, theme.px(12), top)


class ClaimsBoard(QWidget):
    """The board in a strip below the question, or as a page of its own (`upright`)."""

    more_requested = Signal()
    """The user wants to see all lines."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._upright = upright
        self.tiles: list[Tile] = []
        """The tiles that are shown, in the collection's order."""
        self._rest: tuple[str, ...] = ()
        self._hidden = 0
        self.setAccessibleName(self.tr("Claims so far"))
        self._title = Label(self.tr("Claims so far"), "label", wrap=False, parent=self)
        self._note = Label(self.tr("Nothing is final yet"), "meta", "ink2", wrap=False, parent=self)
        self.more = Button("", "link", size=14, parent=self)
        self.more.clicked.connect(self.more_requested)
        self.close_button = Button(self.tr("Close"), icon="x", parent=self)
        self.close_button.hide()
        self._list = Label("", "card", "ink2", parent=self)
        self._list.setVisible(upright)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self._take_over)

    def show_walk(self, made: Walk, changed: frozenset[ClaimId], language: str) -> None:
        """Show the lines of a walk; those that have just changed are marked."""
        self.show_lines(
            tuple(
                BoardLine(one.claim, one.title, one.against, one.status, one.rests_on_open, one.claim in changed)
                for one in board_lines(made, language)
            ),
            not_reached(made, language),
            ended=made.ended is not None,
        )

    def show_lines(self, lines: tuple[BoardLine, ...], rest: tuple[str, ...], *, ended: bool) -> None:
        """Show these lines, and name those that are not reached."""
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        small = len(lines) > LARGE_TILES and not self._upright
        shown = lines if self._upright or len(lines) <= SMALL_TILES else lines[: SMALL_TILES - 1]
        self._hidden = len(lines) - len(shown)
        titles = Counter(line.title for line in lines)
        self.tiles = [Tile(line, small=small, twin=titles[line.title] > 1, parent=self) for line in shown]
        for tile in self.tiles:
            tile.show()
        self._rest = rest
        none = self.tr("No claim has been reached yet")
        final = self.tr("All questions are answered") if ended else self.tr("Nothing is final yet")
        self._note.setText(final if lines else none)
        self._show_more()
        self._arrange()
        self.updateGeometry()

    def _show_more(self) -> None:
        rest = self.tr("and {count} not reached").format(count=len(self._rest))
        if self._hidden:
            words = self.tr("+ {count} more").format(count=self._hidden)
            self.more.setText(f"{words}, {rest}" if self._rest else words)
        else:
            self.more.setText(rest)
        self.more.setToolTip("\n".join(self._rest))
        self.more.setVisible(bool(self._hidden or self._rest) and not self._upright)
        self._list.setText("\n".join([self.tr("Not reached:"), *self._rest]) if self._rest else "")

    # Room

    def _take_over(self) -> None:
        self._arrange()
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange_in(width, move=False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 600)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._arrange_in(self.width(), move=True)

    def _arrange_in(self, width: int, *, move: bool) -> int:
        """Place the heading, the tiles and the rest; return the height that takes."""
        theme = current()
        margin, gap = theme.sp(16), theme.sp(8)
        top = theme.sp(9)
        if self._upright:
            return self._arrange_upright(width, margin, gap, move=move)
        head = max(self._title.sizeHint().width(), self._note.sizeHint().width(), theme.px(140))
        if self.more.isVisibleTo(self):
            head = max(head, self.more.sizeHint().width())
        left = margin + head + theme.sp(8)
        room = max(width - left - margin, 1)
        columns = self._columns(room, gap)
        each = (room - gap * (columns - 1)) // columns
        heights = [tile.height_for(each) for tile in self.tiles]
        row_height = max(heights, default=theme.px(68))
        rows = max(1, -(-len(self.tiles) // columns))
        small_gap = theme.sp(6)
        texts = self._title.sizeHint().height() + self._note.sizeHint().height()
        if self.more.isVisibleTo(self):
            texts += self.more.sizeHint().height()
        height = max(rows * row_height + (rows - 1) * small_gap, texts) + 2 * top
        if move:
            self._place_head(margin, head, height)
            for number, tile in enumerate(self.tiles):
                row, column = divmod(number, columns)
                place = QRect(left + column * (each + gap), top + row * (row_height + small_gap), each, row_height)
                tile.setGeometry(place)
        return height

    def _columns(self, room: int, gap: int) -> int:
        count = len(self.tiles)
        if not count:
            return 1
        most = max(count, 1) if count <= LARGE_TILES else min(_SMALL_COLUMNS, -(-count // 2))
        widest = max(tile.least_width() for tile in self.tiles)
        # With few lines a tile is no wider than in a full row of five.
        fitting = max(1, (room + gap) // (widest + gap))
        return max(1, min(max(most, LARGE_TILES if count <= LARGE_TILES else most), fitting))

    def _place_head(self, left: int, width: int, height: int) -> None:
        parts = [self._title, self._note, *([self.more] if self.more.isVisibleTo(self) else [])]
        total = sum(part.sizeHint().height() for part in parts)
        top = (height - total) // 2
        for part in parts:
            part.setGeometry(left - (current().sp(9) if part is self.more else 0), top, width, part.sizeHint().height())
            if part is self.more:
                part.resize(part.sizeHint())
            top += part.sizeHint().height()

    def _arrange_upright(self, width: int, margin: int, gap: int, *, move: bool) -> int:
        theme = current()
        room = max(width - 2 * margin, 1)
        top = theme.sp(12)
        close = self.close_button.sizeHint()
        if move:
            self.close_button.setGeometry(width - margin - close.width(), top, close.width(), close.height())
        for part in (self._title, self._note):
            if move:
                part.setGeometry(margin, top, room - close.width(), part.sizeHint().height())
            top += part.sizeHint().height() + theme.sp(2)
        top += gap
        widest = max((tile.least_width() for tile in self.tiles), default=theme.px(200))
        columns = max(1, min(3, (room + gap) // (max(widest, theme.px(240)) + gap)))
        each = (room - gap * (columns - 1)) // columns
        for start in range(0, len(self.tiles), columns):
            tiles = self.tiles[start : start + columns]
            height = max(tile.height_for(each) for tile in tiles)
            if move:
                for column, tile in enumerate(tiles):
                    tile.setGeometry(margin + column * (each + gap), top, each, height)
            top += height + gap
        rest = self._list.heightForWidth(room) if self._list.text() else 0
        if move:
            self._list.setGeometry(margin, top, room, max(rest, 0))
        return top + max(rest, 0) + margin

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("sunken"))
        if not self._upright:
            painter.fillRect(0, 0, self.width(), 1, current().colour("line"))
