"""Places in names, titles and document numbers."""

from __future__ import annotations

import pytest

from policydiff.outline.regions import REGIONS, place_at_start, place_in, place_of_number, slug


@pytest.mark.parametrize(
    ("text", "name", "is_city"),
    [
        ("北京市大数据工作推进小组", "北京市", False),
        ("贵州省人民政府", "贵州省", False),
        ("山东省济南市历下区", "济南市", True),
        ("深圳智慧城市", "深圳市", True),
        ("吉林市人民政府", "吉林市", True),
        ("吉林省人民政府", "吉林省", False),
        ("广西数字办", "广西壮族自治区", False),
    ],
)
def test_places(text: str, name: str, *, is_city: bool) -> None:
    place = place_in(text)

    assert place is not None
    assert (place.name, place.is_city) == (name, is_city)


def test_a_place_at_the_start_is_not_one_inside() -> None:
    assert place_at_start("支持深圳建设") is None
    assert place_at_start("某省") is None
    assert place_in("数字中国") is None


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("京政发〔2021〕1号", "北京市"),
        ("津政办发〔2021〕52号", "天津市"),
        ("黔府发〔2021〕1号", "贵州省"),
        ("穗府〔2021〕1号", "广州市"),
        ("甬政发〔2021〕1号", "宁波市"),
        ("深发〔2021〕1号", None),
        ("国发〔2021〕1号", None),
    ],
)
def test_document_numbers(number: str, name: str | None) -> None:
    place = place_of_number(number)

    assert (place.name if place else None) == name


def test_all_34_regions_have_signs_of_their_own() -> None:
    assert len(REGIONS) == 34
    for field in ("name", "short", "slug", "prefix"):
        assert len({getattr(region, field) for region in REGIONS}) == 34


@pytest.mark.parametrize(
    ("region", "latin"),
    [("北京市", "beijing"), ("深圳市", "guangdong"), ("国家", "cn"), (None, "doc"), ("某国", "doc")],
)
def test_slugs(region: str | None, latin: str) -> None:
    assert slug(region) == latin
