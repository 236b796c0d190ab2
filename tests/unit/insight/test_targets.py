from __future__ import annotations

import pytest

from policydiff.insight import Comparator, facts
from policydiff.insight.records import DeadlineFrom, Direction, Period
from tests.factory import document, section
from tests.unit.insight.reading import found, only

FIGURES = [
    ("全省智慧校园覆盖率达到80%以上。", ">=", 80, "%"),
    ("打造3个以上的五星级标杆城市。", ">=", 3, "个"),
    ("形成不少于1000项的创新应用场景。", ">=", 1000, "项"),
    ("形成不少于1,000项的创新应用场景。", ">=", 1000, "项"),
    ("车联网应用场景覆盖区域超过600平方公里。", ">", 600, "平方公里"),
    ("智能充电桩保有量达到10万个以上。", ">=", 100_000, "个"),
    ("建成5G基站16万个以上。", ">=", 160_000, "个"),
    ("建成300个左右智慧社区。", "≈", 300, "个"),
    ("推动5G基站建设7万个。", "=", 70_000, "个"),
    ("政务服务网上办理率达到100%。", "=", 100, "%"),
    ("城镇调查失业率控制在5.5%以内。", "<=", 5.5, "%"),
    ("人均可支配收入突破7万元。", ">", 70_000, "元"),
    ("数字经济核心产业增加值达到1.1万亿元。", "=", 1_100_000_000_000, "元"),
    ("安排财政赤字2.18万亿元。", "=", 2_180_000_000_000, "元"),
    ("林草覆盖率不低于百分之六十。", ">=", 60, "%"),
    ("八成以上的行政村实现光纤通达。", ">=", 8, "成"),
    ("新增培训300多家企业。", ">", 300, "家"),
    ("打造三个以上特色园区。", ">=", 3, "个"),
    ("办理时限压缩至3个工作日以内。", "<=", 3, "个工作日"),
    ("细颗粒物浓度降至35微克/立方米。", "=", 35, "微克/立方米"),
    ("全员劳动生产率达到30万元/人左右。", "≈", 300_000, "元/人"),
    ("新增电力装机1800万千瓦。", "=", 18_000_000, "千瓦"),
    ("数字经济增加值实现倍增。", "=", 2, "倍"),
    ("居民收入翻两番。", "=", 4, "倍"),
    ("智能算力达到100EFLOPS。", "=", 100, "EFLOPS"),
]


@pytest.mark.parametrize(("text", "comparator", "value", "unit"), FIGURES)
def test_figures(text: str, comparator: str, value: float, unit: str) -> None:
    target = only(text)
    assert (target.comparator, target.value, target.unit) == (comparator, value, unit)


def test_a_range_and_its_shared_unit() -> None:
    growth, houses = only("全省生产总值增长5%—5.5%。"), only("培育100～150家企业。")
    assert (growth.value, growth.value2, growth.delta, growth.direction) == (5, 5.5, True, Direction.UP)
    assert (houses.value, houses.value2, houses.unit) == (100, 150, "家")


def test_from_base_to_level() -> None:
    target = only("常住人口城镇化率从72%提升至76%左右。")
    assert (target.base_value, target.value, target.comparator, target.delta) == (72, 76, Comparator.ABOUT, False)


def test_base_year_and_change() -> None:
    target = only("到2025年，单位地区生产总值能耗比2020年下降13.5%。")
    assert (target.base_year, target.value, target.delta, target.direction) == (2020, 13.5, True, Direction.DOWN)
    assert target.due is not None
    assert target.due.iso == "2025"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("地区生产总值年均增长6%左右。", Period.ANNUAL_AVERAGE),
        ("每年培训10万人。", Period.EACH_YEAR),
        ("城镇累计新增就业300万人以上。", Period.CUMULATIVE),
    ],
)
def test_periods(text: str, period: Period) -> None:
    assert only(text).period is period


def test_shares_of_several_with_one_predicate() -> None:
    cities, counties = found("推动80%以上的设区市和30%以上的县（市、区）达到四星级以上标准。").targets
    assert [(t.scope, t.indicator, t.value, t.comparator) for t in (cities, counties)] == [
        ("设区市", "四星级以上", 80, Comparator.AT_LEAST),
        ("县(市、区)", "四星级以上", 30, Comparator.AT_LEAST),
    ]


def test_a_whole_beside_a_share() -> None:
    cities, counties = found("2022年，全部市和80%的县（市、区）达到三星级以上。").targets
    assert (cities.implicit, cities.value, cities.scope) == (True, 100, "市")
    assert (counties.implicit, counties.value, counties.scope) == (False, 80, "县(市、区)")


def test_figures_in_a_row_share_the_verb() -> None:
    targets = found("建成智慧教育示范区3个、数字乡村试点60个、互联网医院达到30家以上。").targets
    assert [(t.indicator, t.value) for t in targets] == [
        ("智慧教育示范区", 3),
        ("数字乡村试点", 60),
        ("互联网医院", 30),
    ]


def test_respectively_hands_out_subjects() -> None:
    towns, country = found("到2025年，城镇和农村居民人均可支配收入分别超过8万元、4.5万元。").targets
    assert [(t.indicator, t.value) for t in (towns, country)] == [
        ("城镇居民人均可支配收入", 80_000),
        ("农村居民人均可支配收入", 45_000),
    ]


def test_respectively_hands_out_years() -> None:
    targets = found("智慧校园覆盖率2023年、2024年、2025年分别达到60%、70%和80%。").targets
    assert [(t.due.iso if t.due else None, t.value) for t in targets] == [("2023", 60), ("2024", 70), ("2025", 80)]


@pytest.mark.parametrize(
    ("text", "value_text", "indicator"),
    [
        ("推动高频民生服务事项全部“掌上办”。", "全部", "掌上办"),
        ("推动三星级新型智慧城市尽快实现全面覆盖。", "全面覆盖", "三星级新型智慧城市"),
        ("实现全部事项支持全程网办。", "全部", "支持全程网办"),
        ("确保困难群众应保尽保。", "应保尽保", "困难群众"),
    ],
)
def test_wholes_without_a_figure(text: str, value_text: str, indicator: str) -> None:
    target = only(text)
    assert (target.implicit, target.value, target.unit) == (True, 100, "%")
    assert (target.value_text, target.indicator) == (value_text, indicator)


def test_modality_is_as_printed() -> None:
    assert only("力争打造3个以上的标杆城市。").modality == "力争"
    assert only("确保城镇新增就业100万人以上。").modality == "确保"
    assert only("打造3个以上的标杆城市。").modality is None


def test_deadline_of_the_sentence_of_the_section_and_from_above() -> None:
    tree = document(
        section(
            "一、",
            "发展目标",
            "到2025年，智慧城市建设取得明显成效。覆盖率达到60%以上。",
            section("（一）", "设施", "建成基站7万个。2023年底前，建成场景30个。"),
        ),
        date="2021",
    )
    targets = facts(tree).targets
    assert [(t.value, t.due.iso, t.due.source) for t in targets if t.due] == [
        (60, "2025", DeadlineFrom.SECTION),
        (70_000, "2025", DeadlineFrom.PARENT),
        (30, "2023-12", DeadlineFrom.SENTENCE),
    ]


def test_an_earlier_sentence_lends_its_date_to_none() -> None:
    first, second = found("2022年底前，打造30个绿色数据中心。智慧社区覆盖率达到50%以上。").targets
    assert first.due is not None
    assert second.due is None


LOOKALIKES = [
    "按照“十四五”规划和“十三五”评估，统筹推进三农工作。",
    "推进“四梁八柱”建设，落实“七有”“五性”要求，巩固两不愁三保障。",
    "推进一网通办、一网统管、一件事一次办，落实双碳目标。",
    "构建“1+3+N”协同发展格局，搭建1+5+3的总体架构。",
    "加快5G、4G、6G和1.4G宽带集群网建设，部署IPv6，建设智慧城市2.0。",
    "完善12345热线和110报警服务，建设12345市民服务热线平台。",
    "联系电话：010-68502546，邮编100045。",
    "落实国发〔2021〕29号文件和第719号国务院令要求。",
    "依照本办法第3条和第十二条执行。",
    "现就2021年3月5日会议议定事项通知如下。",
    "见第12页附件2专栏3。",
    "执行GB/T 22239-2019和DB37/T 3890要求，通过ISO 27001认证。",
    "服务保障2022冬奥会。",
    "支持三级以上医院和二级以上医疗机构接入平台，支持规模以上企业上云。",
    "一是强化统筹，二是完善机制，推动第一产业与第二产业融合。",
    "学习贯彻“三个代表”重要思想，推进“四个全面”战略布局。",
    "打造“15分钟健身圈”电子地图，提供7×24小时服务。",
    "包括7个一级指标、21个二级指标。",
    "惠民服务、精准治理、生态宜居3个成效类指标，旨在反映实效。",
    "国家标准委等25个相关部门成立了协调工作组。",
    "初始用户名为地方行政区号（如北京为：110000），初始密码为888888。",
    "完成第二批、第三批省级试点城市遴选。",
    "推动家庭宽带千兆、百兆接入普及。",
    "打通“最后一公里”，建设“全城一个停车场”。",
    "网址为http://59.255.212.15。",
    "去年，建成智慧社区500个，覆盖率达到80%以上。",
    "截至目前，已建成5G基站3.2万个。",
    "过去五年，地区生产总值年均增长6%。",
    "对投资5000万元以上的项目，开辟绿色通道。",
    "处五万元以上五十万元以下罚款。",
    "申请人应当在20个工作日内提交材料。",
    "完善全域覆盖的监控体系，形成全覆盖的应急指挥系统。",
    "深化所有制改革，保护所有者权益。",
    "年满18周岁的公民可以参加。",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_lookalikes_are_refused(text: str) -> None:
    assert [(t.value_text, t.where.text) for t in found(text).targets] == []


def test_a_heading_of_the_past_makes_no_targets() -> None:
    assert found("建成智慧社区500个。", "发展基础").targets == ()
    assert len(found("建成智慧社区500个。", "重点任务").targets) == 1


def test_a_laws_figures_are_rules() -> None:
    law = document(*(section(f"第{n}条", "", "覆盖率应当达到百分之三十以上。") for n in "一二三四五六"), date="2021")
    assert facts(law).targets == ()


def test_records_repeat_the_text_they_stand_in() -> None:
    text = "加快建设。2022年年底前，全省智慧校园覆盖率达到80%以上。"
    target = only(text)
    first, last = target.where.place
    assert text[first:last] == target.where.text == "2022年年底前，全省智慧校园覆盖率达到80%以上"
    assert target.value_text in target.where.text
    assert target.sentence in text


def test_a_noun_in_the_next_clause_belongs_to_the_figure() -> None:
    target = only("支持20个左右综合条件好，辐射带动力强的城市率先启动试点。")
    assert target.where.text.endswith("率先启动试点")
