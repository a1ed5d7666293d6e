"""What weighs a server's data measures what is there."""

from tests.bench.weights import measure, report
from tests.kit.postgres import postgres
from trainer_app.domain.office.analyst_views import VIEWS


def test_what_is_measured_is_what_lies_there() -> None:
    found = measure(postgres(), 3_000, 1_500)
    assert (found.entries, len(found.imports)) == (3_000, 2)
    assert found.marks > 2_000
    assert {"journal", "attendance", "registry"} <= found.tables.keys()
    assert found.views.keys() > {view.name for view in VIEWS}
    assert 100 < found.bytes_each < 2_000
    lines = report(found)
    assert lines[0].startswith("3,000 entries")
    assert lines[-1].startswith("1000,000,000 marks: ")
