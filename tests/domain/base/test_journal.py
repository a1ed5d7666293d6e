"""The journal's codec: what is written is read again, what must not be there is refused, ids stay."""

import hashlib
import json
import uuid
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trainer_app.domain.base.journal import (
    MAX_LINE,
    MAX_NUMBER,
    BadEntry,
    Entry,
    are_derived,
    decode_entry,
    derive_key,
    encode_entry,
    entry_id,
    erase_line,
)

REPLICA = "0123456789abcdef" * 2
KEY = "0190f5a2-7c3e-7abc-8def-0123456789ab"
GOLDEN = (
    b'{"r":"0123456789abcdef0123456789abcdef","n":812,"t":[1764000123456,0],"u":"nazarova","e":"attendance",'
    b'"k":"0190f5a2-7c3e-7abc-8def-0123456789ab","s":{"mark":"present","missed":0},'
    b'"w":{"mark":["00112233445566778899aabbccddeeff"]}}'
)

texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
numbers = st.integers(-MAX_NUMBER, MAX_NUMBER)
scalars = st.none() | st.booleans() | numbers | texts
values = scalars | st.lists(scalars, max_size=4)
names = st.from_regex(r"[a-z_][a-z0-9_]{0,20}", fullmatch=True)
hashes = st.binary(min_size=16, max_size=16).map(bytes.hex)
entries = st.builds(
    Entry,
    r=hashes,
    n=st.integers(1, MAX_NUMBER),
    t=st.tuples(st.integers(0, MAX_NUMBER), st.integers(0, MAX_NUMBER)),
    v=st.integers(1, 99),
    u=texts,
    e=names,
    k=st.uuids().map(str),
    s=st.dictionaries(names, values, min_size=1, max_size=4),
    w=st.dictionaries(names, st.lists(hashes, max_size=3), max_size=3),
    z=texts,
    y=texts,
)


def line_of(**changes: Any) -> bytes:
    """Return a good line with some members changed, as any JSON writer would write it."""
    members = {"r": REPLICA, "n": 1, "t": [1, 0], "v": 1, "e": "person", "k": KEY, "s": {"family": "x"}}
    return json.dumps({**members, **changes}, separators=(",", ":")).encode()


def refuses(line: bytes) -> str:
    """Return why a line is refused; the text never shows the content."""
    with pytest.raises(BadEntry) as refused:
        decode_entry(line)
    return str(refused.value)


def test_the_format_of_the_design_is_written_and_read_byte_by_byte() -> None:
    entry = decode_entry(GOLDEN)
    assert (entry.n, entry.t, entry.v, entry.s["mark"]) == (812, (1764000123456, 0), 1, "present")
    assert encode_entry(entry) == GOLDEN
    assert entry_id(GOLDEN) == hashlib.sha256(GOLDEN).digest()[:16]


def same(left: object, right: object) -> bool:
    """Tell whether two values are equal and of one type: 1 and true are not the same."""
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return type(left) is type(right) and left == right


@given(entries)
def test_what_is_written_is_read_again(entry: Entry) -> None:
    line = encode_entry(entry)
    assert b"\n" not in line
    read = decode_entry(line)
    assert read == entry
    assert all(same(read.s[name], entry.s[name]) for name in entry.s)
    assert encode_entry(read) == line
    assert json.loads(line)["s"] == entry.s


@given(entries)
def test_erasing_keeps_the_id_and_nothing_else(entry: Entry) -> None:
    line = encode_entry(entry)
    erased = erase_line(line)
    assert entry_id(erased) == entry_id(line)
    assert decode_entry(erased) == Entry(r=entry.r, n=entry.n, x=hashlib.sha256(line).hexdigest())
    assert decode_entry(erased).erased
    assert erase_line(erased) == erased
    assert set(json.loads(erased)) == {"r", "n", "x"}
    assert encode_entry(decode_entry(erased)) == erased


@given(entries, entries)
def test_different_lines_have_different_ids(first: Entry, second: Entry) -> None:
    left, right = encode_entry(first), encode_entry(second)
    assert (entry_id(left) == entry_id(right)) == (left == right)


def test_unknown_members_of_a_newer_program_are_passed_over() -> None:
    assert decode_entry(line_of(future={"deep": [1.5]})) == decode_entry(line_of())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"s": {"a": 1.5}}, "neither text"),
        ({"s": {"a": 1.0}}, "neither text"),
        ({"s": {"a": [0.5]}}, "neither text"),
        ({"s": {"a": {"b": 1}}}, "neither text"),
        ({"s": {"a": [{}]}}, "neither text"),
        ({"s": {"a": [[1]]}}, "a list lies in a list"),
        ({"s": {"a": "b\0c"}}, "NUL"),
        ({"s": {"a": ["\0"]}}, "NUL"),
        ({"u": "\0"}, "NUL"),
        ({"z": "\0"}, "NUL"),
        ({"s": {"a": 2**53}}, "too large"),
        ({"s": {"a": -(2**53)}}, "too large"),
        ({"s": {"a": [2**64]}}, "too large"),
        ({"s": {"a": 10**400}}, ""),
        ({"s": {"a": "\ud800"}}, "not an entry"),
        ({"s": {"a": "\udfff x"}}, "not an entry"),
        ({"u": "\ud800"}, "not an entry"),
        ({"s": {}}, "missing"),
        ({"s": {"": 1}}, "name is wrong"),
        ({"s": {"a b": 1}}, "name is wrong"),
        ({"s": {"a" * 65: 1}}, "name is wrong"),
        ({"e": ""}, "missing"),
        ({"e": "a.b"}, "missing"),
        ({"k": KEY.upper()}, "missing"),
        ({"k": KEY[:-1]}, "missing"),
        ({"v": 0}, "missing"),
        ({"v": 2**53}, "missing"),
        ({"r": REPLICA.upper()}, "replica"),
        ({"r": REPLICA[:-1]}, "replica"),
        ({"n": 0}, "replica"),
        ({"n": -1}, "replica"),
        ({"n": 2**53}, "replica"),
        ({"n": 1.0}, "not an entry"),
        ({"n": True}, "not an entry"),
        ({"n": "1"}, "not an entry"),
        ({"t": [-1, 0]}, "time"),
        ({"t": [0, 2**53]}, "time"),
        ({"t": [0]}, "not an entry"),
        ({"t": [0, 0, 0]}, "not an entry"),
        ({"w": {"a": ["xyz"]}}, "replaced"),
        ({"w": {"a b": []}}, "replaced"),
        ({"w": {"a": "00112233445566778899aabbccddeeff"}}, "not an entry"),
        ({"x": "0" * 64}, "has content"),
        ({"s": {"a": "x" * MAX_LINE}}, "64 KiB"),
    ],
)
def test_what_must_not_be_there_is_refused(changes: dict[str, Any], reason: str) -> None:
    told = refuses(line_of(**changes))
    assert reason in told
    assert "x" * 20 not in told


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b"{",
        b"\xff\xfe",
        line_of() + b"}",
        line_of().replace(b'"x"', b'"\xff"'),
        line_of().replace(b'"x"', b'"\xed\xa0\x80"'),
        line_of().replace(b'"x"', b"NaN"),
        line_of().replace(b'"x"', b"1e400"),
        line_of().replace(b'"x"', b"1" * 5000),
        line_of().replace(b'"n":1', b'"n":1' + b"0" * 5000),
        line_of().replace(b'"x"', b"[" * 30_000 + b"]" * 30_000),
        line_of().replace(b'"x"', b'{"a":' * 9_000 + b"1" + b"}" * 9_000),
        line_of()[:-1] + b',"q":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
        line_of() + b"\n",
        line_of().replace(b',"t"', b',\n"t"'),
        line_of().replace(b',"t"', b',\r"t"'),
    ],
    ids=range(19),
)
def test_what_is_not_one_line_of_json_is_refused(line: bytes) -> None:
    assert refuses(line)


def test_the_largest_line_is_read_and_one_byte_more_is_not() -> None:
    room = MAX_LINE - len(line_of(s={"family": ""}))
    largest = line_of(s={"family": "x" * room})
    assert len(largest) == MAX_LINE
    assert decode_entry(largest).s == {"family": "x" * room}
    assert "64 KiB" in refuses(line_of(s={"family": "x" * (room + 1)}))
    longest = Entry(r=REPLICA, n=1, e="person", k=KEY, s={"family": "ӯ" * (MAX_LINE // 2)})
    with pytest.raises(BadEntry, match="64 KiB"):
        encode_entry(longest)


@pytest.mark.parametrize(
    "erased",
    [
        b'{"r": "%s", "n": 1, "x": "%s"}',
        b'{"n":1,"r":"%s","x":"%s"}',
        b'{"r":"%s","n":1,"\\u0078":"%s"}',
        b'{"r":"%s","n":1,"x":"%s","u":"nazarova"}',
        b'{"r":"%s","n":1,"x":"%s","k":"' + KEY.encode() + b'"}',
        b'{"r":"%s","n":1,"x":"%s","w":{"a":[]}}',
        b'{"r":"%s","n":1,"x":"%s","y":"nazarova"}',
        b'{"r":"%s","n":1,"x":"%s","q":1}',
    ],
)
def test_an_erased_entry_has_one_form_and_no_leftovers(erased: bytes) -> None:
    good = b'{"r":"%s","n":1,"x":"%s"}'
    replica, digest = REPLICA.encode(), b"ab" * 32
    assert decode_entry(good % (replica, digest)).x == digest.decode()
    assert entry_id(good % (replica, digest)) == bytes.fromhex("ab" * 16)
    assert "erased" in refuses(erased % (replica, digest))


def test_a_field_called_x_is_no_erasure() -> None:
    line = line_of(s={"x": "ab" * 32, "note": '"x":"' + "ab" * 32})
    assert not decode_entry(line).erased
    assert entry_id(line) == hashlib.sha256(line).digest()[:16]


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        {"a": 1},
        [[1]],
        2**53,
        b"bytes",
        (1, 2),
        {1},
        "\0",
        "\ud800",
        ["\udc00"],
        uuid.UUID(KEY),
    ],
)
def test_nothing_is_written_that_others_would_refuse(value: object) -> None:
    with pytest.raises(BadEntry):
        encode_entry(Entry(r=REPLICA, n=1, e="person", k=KEY, s={"a": value}))
    with pytest.raises(BadEntry):
        encode_entry(Entry(r=REPLICA, n=1, e="person", k=KEY, s={"a": 1}, u="\ud800"))
    with pytest.raises(BadEntry):
        encode_entry(Entry(r=REPLICA, n=1, x="ab" * 32, u="nazarova"))


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["r", "n", "t", "v", "u", "e", "k", "s", "w", "z", "x"]), json_values)
@example("s", {"a": 1e300})
@example("s", {"a": "\0"})
def test_any_json_in_any_place_is_refused_or_can_be_written_again(member: str, value: Any) -> None:
    line = line_of(**{member: value})
    try:
        entry = decode_entry(line)
    except BadEntry:
        return
    again = decode_entry(encode_entry(entry))
    assert again == entry
    assert set(map(type, entry.s.values())) <= {str, int, bool, type(None), list}


@given(entries, st.data())
def test_damaged_bytes_are_refused_or_are_another_entry(entry: Entry, data: st.DataObject) -> None:
    line = bytearray(encode_entry(entry))
    for _ in range(data.draw(st.integers(1, 3))):
        line[data.draw(st.integers(0, len(line) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(line)
    assert isinstance(entry_id(damaged), bytes)
    try:
        read = decode_entry(damaged)
    except BadEntry:
        return
    assert decode_entry(encode_entry(read)) == read


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_one_way(line: bytes) -> None:
    assert len(entry_id(line)) == 16
    assert refuses(line)


def test_an_entry_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        decode_entry(GOLDEN).n = 1  # type: ignore[misc]
    assert msgspec.structs.asdict(decode_entry(GOLDEN))["n"] == 812


def test_a_program_that_does_not_know_why_reads_the_rest() -> None:
    """A reason is one more member at the end: older programs pass it over and keep the line as it is."""

    class Older(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=False):
        r: str
        n: int
        t: tuple[int, int] = (0, 0)
        v: int = 1
        u: str = ""
        e: str = ""
        k: str = ""
        s: dict[str, Any] = {}
        w: dict[str, list[str]] = {}
        z: str = ""
        x: str = ""

    plain = decode_entry(GOLDEN)
    line = encode_entry(msgspec.structs.replace(plain, z="00", y="the sheet is signed"))
    assert line == GOLDEN[:-1] + b',"z":"00","y":"the sheet is signed"}'
    older = msgspec.json.decode(line, type=Older)
    assert (older.s, older.w, older.z, older.x) == (plain.s, plain.w, "00", "")
    silent = erase_line(line)
    assert b"signed" not in silent
    assert entry_id(silent) == entry_id(line) != entry_id(GOLDEN)
    with pytest.raises(BadEntry):
        decode_entry(line[:-1] + b',"y":"a\\u0000"}')


@given(st.lists(st.tuples(st.uuids().map(str), st.uuids().map(str)), min_size=1, max_size=5), st.data())
def test_many_derived_keys_are_told_at_once_as_one_by_one(
    parents: list[tuple[str, str]], data: st.DataObject
) -> None:
    keys = [derive_key("attendance", *each) for each in parents]
    assert are_derived("attendance", keys, parents) == [True] * len(keys)
    assert are_derived("participation", keys, parents) == [False] * len(keys)
    assert not any(are_derived("attendance", keys, [(second, first + "x") for first, second in parents]))
    spot = data.draw(st.integers(0, len(keys) - 1))
    digit = data.draw(st.integers(0, 35).filter(lambda place: keys[spot][place] != "-"))
    other = data.draw(st.sampled_from("0123456789abcdef").filter(lambda sign: sign != keys[spot][digit]))
    keys[spot] = keys[spot][:digit] + other + keys[spot][digit + 1 :]
    expected = [derive_key("attendance", *each) == key for key, each in zip(keys, parents, strict=True)]
    assert are_derived("attendance", keys, parents) == expected
    assert not expected[spot]
