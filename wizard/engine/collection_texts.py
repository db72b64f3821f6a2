# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of a value of the model, however deep."""

from collections.abc import Iterator

from wizard.model.text import Text
from wizard.model.value import Value


def texts_in(value: object) -> Iterator[Text]:
    """Yield each text inside a value."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
