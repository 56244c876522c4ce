"""Label placement: nothing covered, nothing outside, no leader crossed."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from timeline.snapshot.items import Box
from timeline.snapshot.labels import Board, Leader, place_inside, place_label

FRAME = Box(0, 0, 182, 124)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(5, 175), st.floats(5, 118), st.floats(4, 30)), min_size=1, max_size=40))
def test_placed_labels_never_touch_each_other_nor_leave_the_frame(anchors):
    board = Board(FRAME)
    placed = [place_label(board, (x, y), (wide, 5.0)) for x, y, wide in anchors]
    boxes = [label.box for label in placed if label]
    for k, box in enumerate(boxes):
        assert FRAME.holds(box)
        assert all(box.overlap(other) == 0 for other in boxes[:k])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(20, 160), st.floats(20, 100)), min_size=2, max_size=30))
def test_leaders_never_cross_one_another_or_a_label(anchors):
    board = Board(FRAME)
    placed = [label for x, y in anchors if (label := place_label(board, (x, y), (20.0, 8.0)))]
    leaders = [label.leader for label in placed if label.leader]
    for k, leader in enumerate(leaders):
        assert not any(leader.crosses(other) for other in leaders[:k])


def test_a_coastal_label_goes_out_to_sea():
    board = Board(FRAME, land=lambda points: [x > 90 for x, _ in points])
    placed = place_label(board, (90.0, 60.0), (20.0, 5.0))
    assert placed is not None
    assert placed.box.right < 90


def test_a_label_on_open_ground_stands_right_of_its_place():
    placed = place_label(Board(FRAME), (90.0, 60.0), (20.0, 5.0))
    assert placed is not None
    assert placed.box.x > 90
    assert placed.leader is None


def test_no_room_gives_no_label():
    board = Board(FRAME, taken=[FRAME])
    assert place_label(board, (90.0, 60.0), (20.0, 5.0)) is None
    assert place_inside(board, [(90.0, 60.0)], (20.0, 5.0)) is None


def test_crossing_is_seen_and_touching_ends_are_not():
    assert Leader((0, 0), (10, 10)).crosses(Leader((0, 10), (10, 0)))
    assert not Leader((0, 0), (10, 10)).crosses(Leader((0, 1), (9, 10)))


@settings(max_examples=200, deadline=None)
@given(*(st.floats(0, 20) for _ in range(4)), st.floats(0, 15), st.floats(0, 15), st.floats(0.5, 6), st.floats(0.5, 6))
def test_a_leader_hits_a_box_where_one_of_its_points_lies_inside_and_not_where_none_is_near(
    x0, y0, x1, y1, x, y, wide, tall
):
    leader, box = Leader((x0, y0), (x1, y1)), Box(x, y, wide, tall)
    points = [(x0 + (x1 - x0) * k / 400, y0 + (y1 - y0) * k / 400) for k in range(401)]
    assume(abs(x1 - x0) + abs(y1 - y0) > 0.01)
    if any(box.grown(-0.001).has(point) for point in points):
        assert leader.hits(box)
    if not any(box.grown(0.1).has(point) for point in points):
        assert not leader.hits(box)
