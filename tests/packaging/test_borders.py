"""The outline of maps: countries of others become a small file, of which nothing is ours but the choice."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.packaging import tools  # noqa: F401

import borders  # isort: skip

MODULES = Path(sys.prefix) / "node" / "node_modules"

# Two squares of ten degrees beside each other share arc 0, from the south to the north; in the western one
# lies an enclave of the eastern one. Far in the east lies an island, in no country's arcs a line of its own.
SQUARES = {
    "transform": {"scale": [0.5, 0.25], "translate": [60, 30]},
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1], [3]]},
                {"type": "MultiPolygon", "arcs": [[[~0, 2]], [[~3]], [[4]]]},
                {"type": None},
            ]
        }
    },
    "arcs": [
        [[20, 0], [0, 40]],
        [[20, 40], [-20, 0], [0, -40], [20, 0]],
        [[20, 0], [20, 0], [0, 40], [-20, 0]],
        [[8, 16], [4, 0], [0, 8], [-4, 0], [0, -8]],
        [[200, 0], [2, 0], [0, 4], [-2, -4]],
        [[0, 0], [1, 1]],
    ],
}


def test_arcs_are_sums_of_their_steps_scaled_and_moved() -> None:
    arcs = borders.decoded(SQUARES)
    assert arcs[0] == [(70, 30), (70, 40)]
    assert arcs[1] == [(70, 40), (60, 40), (60, 30), (70, 30)]
    assert arcs[3][:3] == [(64, 34), (66, 34), (66, 36)]


def test_a_ring_goes_along_its_arcs_forwards_and_backwards() -> None:
    arcs = borders.decoded(SQUARES)
    assert borders.ring(arcs, [0, 1]) == [(70, 30), (70, 40), (60, 40), (60, 30)]
    assert borders.ring(arcs, [~0, 2]) == [(70, 40), (70, 30), (80, 30), (80, 40)]


def test_a_point_of_an_enclave_is_not_in_the_country_around_it() -> None:
    arcs = borders.decoded(SQUARES)
    land = [borders.ring(arcs, [0, 1]), borders.ring(arcs, [3])]
    found = [borders.inside(point, land) for point in ((62, 35), (65, 35), (75, 35), (62, 45), (62, 30.5))]
    assert found == [True, False, False, False, True]


def test_the_land_is_that_of_most_places_and_each_border_is_there_once() -> None:
    west = borders.outline(SQUARES, [(62.0, 31.0), (69.0, 39.0), (71.0, 39.0)])
    assert west["land"] == [
        [70000, 30000, 0, 10000, -10000, 0, 0, -10000],
        [64000, 34000, 2000, 0, 0, 2000, -2000, 0],
    ]
    assert west["lines"] == [
        [70000, 30000, 0, 10000],
        [70000, 40000, -10000, 0, 0, -10000, 10000, 0],
        [70000, 30000, 10000, 0],
        [80000, 40000, -10000, 0],
        [64000, 34000, 2000, 0, 0, 2000, -2000, 0, 0, -2000],
    ], "neither what no country has, nor what lies far off"
    east = borders.outline(SQUARES, [(62.0, 31.0), (72.0, 39.0), (71.0, 39.0)])
    assert [ring[:2] for ring in east["land"]] == [[70000, 40000], [64000, 34000], [160000, 30000]]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ([(1, 1), (2, 2)], [[(1, 1), (2, 2)]]),
        ([(-9, 1), (-8, 1)], []),
        ([(-9, 1), (-8, 1), (1, 1), (12, 1), (13, 1)], [[(-8, 1), (1, 1), (12, 1)]]),
        ([(1, 1), (12, 1), (13, 1), (14, 5), (9, 9)], [[(1, 1), (12, 1)], [(14, 5), (9, 9)]]),
    ],
)
def test_of_a_line_what_lies_in_the_box_is_kept_to_one_step_beyond_it(
    line: list[tuple[float, float]], kept: list[list[tuple[float, float]]]
) -> None:
    assert list(borders.runs(line, (0, 0, 10, 10))) == kept


def test_steps_of_no_length_are_left_out() -> None:
    line = [(1.0, 2.0), (1.0001, 2.0), (1.5, 2.0), (1.5, 1.0)]
    assert borders.stepped(line) == [1000, 2000, 500, 0, 0, -1000]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / borders.PACKAGE
    folder.mkdir()
    (folder / "countries-10m.json").write_text(json.dumps(SQUARES), encoding="utf-8")
    (folder / "package.json").write_text('{"version": "1.2.3"}', encoding="utf-8")
    (folder / "LICENSE").write_text("May be used.", encoding="utf-8")
    return tmp_path


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_the_file_is_made_anew_only_when_its_source_changed_or_it_is_spoiled(
    package: Path, tmp_path: Path
) -> None:
    target = tmp_path / "borders.json"
    borders.write_borders(package, target)
    first = read(target)
    assert (first["version"], first["licence"], first["unit"]) == ("1.2.3", "May be used.", 1000)
    assert "Natural Earth" in first["source"]
    kept = target.stat().st_mtime_ns
    borders.write_borders(package, target)
    assert target.stat().st_mtime_ns == kept
    whole = target.read_text(encoding="utf-8")
    for spoiled in ("", "[]", "{}", whole[: len(whole) // 2]):
        target.write_text(spoiled, encoding="utf-8")
        borders.write_borders(package, target)
        assert target.read_text(encoding="utf-8") == whole
    (package / borders.PACKAGE / "package.json").write_text('{"version": "1.2.4"}', encoding="utf-8")
    borders.write_borders(package, target)
    assert read(target)["version"] == "1.2.4"


def test_what_the_locked_package_has_near_the_places_is_whole_and_small(tmp_path: Path) -> None:
    target = tmp_path / "borders.json"
    borders.write_borders(MODULES, target)
    assert target.read_bytes() == borders.BORDERS.read_bytes()
    assert target.stat().st_size < 50_000
    found = read(target)
    assert found["licence"].startswith("Copyright 2013-2019 Michael Bostock")
    asked = json.loads((borders.ROOT / "packaging" / "package.json").read_text(encoding="utf-8"))
    assert found["version"] == asked["dependencies"][borders.PACKAGE]
    topology = json.loads((MODULES / borders.PACKAGE / "countries-10m.json").read_text(encoding="utf-8"))
    (country,) = (each for each in topology["objects"]["countries"]["geometries"] if each.get("id") == "762")
    arcs = borders.decoded(topology)
    rings = [borders.ring(arcs, each) for polygon in borders.polygons(country) for each in polygon]
    assert found["land"] == [borders.stepped(each) for each in rings]
    # Its own border is among the lines, whole, and so are those of its neighbours around it.
    numbers = {max(each, ~each) for polygon in borders.polygons(country) for part in polygon for each in part}
    assert all(borders.stepped(arcs[number]) in found["lines"] for number in numbers)
    assert len(found["lines"]) > 2 * len(numbers)
