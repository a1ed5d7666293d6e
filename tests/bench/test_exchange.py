"""The benchmark of files and floods measures what it says, on few entries."""

from tests.bench import exchange


def test_a_flood_is_taken_in_and_looked_at() -> None:
    ratio, seconds = exchange.measure_flood(200)
    assert ratio.name == seconds.name
    assert "200 asked for" in ratio.name
    assert "2 asked for" in ratio.baseline
    assert ratio.value == seconds.value > 0
