"""The order in which events stand everywhere: by time, the widest reading first; undated ones last."""

from __future__ import annotations

from collections.abc import Iterable

from .model import Event


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by the start of their widest reading (open starts by their end), then its end, then as told."""
    return tuple(sorted(events, key=moment))


def moment(event: Event) -> tuple[bool, int, int]:
    """What `in_order` sorts by."""
    when = event.when
    if when is None or (when.earliest is None and when.latest is None):
        return True, 0, 0
    first = when.earliest if when.earliest is not None else when.latest
    last = when.latest if when.latest is not None else first
    assert first is not None and last is not None
    return False, first, last
