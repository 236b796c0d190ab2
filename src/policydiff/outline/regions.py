"""Provinces, their capitals and other large cities, and the signs that tell them in names and document numbers.

Facts: GB/T 2260 names and the abbreviations offices use as the first character of document numbers.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

NATION = "国家"


class Region(NamedTuple):
    """A province-level region: full name, short name, pinyin for ids, the document-number prefix, cities."""

    name: str
    short: str
    slug: str
    prefix: str
    cities: tuple[str, ...] = ()


def _r(name: str, short: str, slug: str, prefix: str, cities: str = "") -> Region:
    return Region(name, short, slug, prefix, tuple(cities.split()))


REGIONS: tuple[Region, ...] = (
    _r("北京市", "北京", "beijing", "京"),
    _r("天津市", "天津", "tianjin", "津"),
    _r("河北省", "河北", "hebei", "冀", "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水"),
    _r("山西省", "山西", "shanxi", "晋", "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁"),
    _r("内蒙古自治区", "内蒙古", "neimenggu", "内", "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布"),
    _r("辽宁省", "辽宁", "liaoning", "辽", "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛"),
    _r("吉林省", "吉林", "jilin", "吉", "长春 吉林 四平 辽源 通化 白山 松原 白城"),
    _r(
        "黑龙江省",
        "黑龙江",
        "heilongjiang",
        "黑",
        "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化",
    ),
    _r("上海市", "上海", "shanghai", "沪"),
    _r("江苏省", "江苏", "jiangsu", "苏", "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁"),
    _r("浙江省", "浙江", "zhejiang", "浙", "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水"),
    _r(
        "安徽省",
        "安徽",
        "anhui",
        "皖",
        "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
    ),
    _r("福建省", "福建", "fujian", "闽", "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德"),
    _r("江西省", "江西", "jiangxi", "赣", "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶"),
    _r(
        "山东省",
        "山东",
        "shandong",
        "鲁",
        "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
    ),
    _r(
        "河南省",
        "河南",
        "henan",
        "豫",
        "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源",
    ),
    _r("湖北省", "湖北", "hubei", "鄂", "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州"),
    _r("湖南省", "湖南", "hunan", "湘", "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底"),
    _r(
        "广东省",
        "广东",
        "guangdong",
        "粤",
        "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮",
    ),
    _r(
        "广西壮族自治区",
        "广西",
        "guangxi",
        "桂",
        "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
    ),
    _r("海南省", "海南", "hainan", "琼", "海口 三亚 三沙 儋州"),
    _r("重庆市", "重庆", "chongqing", "渝"),
    _r(
        "四川省",
        "四川",
        "sichuan",
        "川",
        "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳",
    ),
    _r("贵州省", "贵州", "guizhou", "黔", "贵阳 六盘水 遵义 安顺 毕节 铜仁"),
    _r("云南省", "云南", "yunnan", "云", "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧"),
    _r("西藏自治区", "西藏", "xizang", "藏", "拉萨 日喀则 昌都 林芝 山南 那曲"),
    _r("陕西省", "陕西", "shaanxi", "陕", "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛"),
    _r("甘肃省", "甘肃", "gansu", "甘", "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南"),
    _r("青海省", "青海", "qinghai", "青", "西宁 海东"),
    _r("宁夏回族自治区", "宁夏", "ningxia", "宁", "银川 石嘴山 吴忠 固原 中卫"),
    _r("新疆维吾尔自治区", "新疆", "xinjiang", "新", "乌鲁木齐 克拉玛依 吐鲁番 哈密"),
    _r("香港特别行政区", "香港", "hongkong", "港"),
    _r("澳门特别行政区", "澳门", "macao", "澳"),
    _r("台湾省", "台湾", "taiwan", "台"),
)

CITY_PREFIXES = {
    "穗": "广州市", "深": "深圳市", "杭": "杭州市", "甬": "宁波市", "厦": "厦门市", "武": "武汉市", "沈": "沈阳市",
    "成": "成都市", "哈": "哈尔滨市", "郑": "郑州市", "榕": "福州市", "筑": "贵阳市", "洪": "南昌市",
}  # fmt: skip
"""First characters of large cities' document numbers (政发 and 府 forms)."""


class Place(NamedTuple):
    """A region found in a name: its printed full name, the province it lies in, and whether it is a city of it."""

    name: str
    province: Region
    is_city: bool


@cache
def _pattern() -> re.Pattern[str]:
    names = [n for r in REGIONS for n in (r.name, r.short, *(f"{c}市" for c in r.cities), *r.cities)]
    return re.compile("|".join(sorted(set(names), key=lambda n: (-len(n), n))))


@cache
def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for region in REGIONS:
        for city in region.cities:
            found[f"{city}市"] = found[city] = Place(f"{city}市", region, True)
    for region in REGIONS:
        found[region.name] = found[region.short] = Place(region.name, region, False)
    return found


def place_in(text: str) -> Place | None:
    """The first province or large city named in ``text``; a city that follows its province wins."""
    first = _pattern().search(text)
    if first is None:
        return None
    place = _places()[first[0]]
    rest = text[first.end() :]
    if not place.is_city:
        for city in place.province.cities:
            if rest.startswith(f"{city}市"):
                return _places()[f"{city}市"]
    return place


def place_at_start(text: str) -> Place | None:
    """The region that ``text`` begins with (issuers' names and titles do)."""
    first = _pattern().match(text)
    return place_in(text) if first else None


def place_of_number(doc_number: str) -> Place | None:
    """The region whose sign a document number begins with."""
    for sign, city in CITY_PREFIXES.items():
        if doc_number.startswith((f"{sign}政", f"{sign}府")):
            return _places()[city]
    for region in REGIONS:
        if doc_number.startswith(region.prefix):
            return Place(region.name, region, False)
    return None


def slug(region: str | None) -> str:
    """A region's name in Latin letters, for ids."""
    if region is None:
        return "doc"
    if region == NATION:
        return "cn"
    place = place_in(region)
    return place.province.slug if place else "doc"
