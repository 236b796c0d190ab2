"""Small documents for the application: two versions of a plan with everything in them, two regions, one paragraph."""

from __future__ import annotations

from policydiff.model import Document, Level, Repair, Span, Table
from tests.factory import document, preamble, section

GOALS = (
    "到2025年，全市数据共享率达到80%以上，政务服务事项网上可办率达到95%以上，建成5G基站3万个。\n"
    "鼓励高等院校和科研机构建设开放共享的大数据实验室，支持企业参与标准制定。\n"
    "各区要加强组织领导，明确责任分工，确保各项任务落到实处，并于每年年底前报送进展情况。"
)
NEW_GOALS = (
    "到2027年，全市数据共享率达到95%以上，政务服务事项网上可办率达到95%以上，建成5G基站10万个。\n"
    "鼓励高等院校和科研机构建设开放共享的大数据实验室，支持企业参与标准制定。\n"
    "各区要加强组织领导，明确责任分工，确保各项任务落到实处，并于每年年底前报送进展情况。"
)
GUIDANCE = "坚持以人民为中心的发展思想，统筹发展和安全。"
HEALTH = "建设全市统一的健康信息平台，推进电子病历共享，实现检查检验结果互认，方便群众就医。"
SCHOOL = "推进智慧校园建设，汇聚优质数字教育资源，缩小城乡教育差距，提高教师信息素养。"
TRAFFIC = "推进交通信号联网联控，建设智慧停车平台，缓解中心城区停车难、行车难问题。"
SAFETY = "落实网络安全等级保护制度，健全数据分类分级保护机制，定期开展攻防演练。"


def old() -> Document:
    """A plan with damage, a table and a section that will go."""
    return document(
        preamble("为推进智慧城市建设，制定本规划。"),
        section("一、", "总体要求", GUIDANCE, page=1, span=Span(start=20, end=60)),
        section("二、", "发展目标", GOALS, page=2, span=Span(start=60, end=300)),
        section(
            "三、",
            "重点任务",
            "",
            section("（一）", "智慧医疗", HEALTH, page=3),
            section("（二）", "智慧教育", SCHOOL, page=3),
            section("（三）", "智慧交通", TRAFFIC, page=4),
            section("（四）", "清理旧系统", "全面清理低效运行的旧有信息系统和闲置机房。", page=4),
            page=3,
        ),
        section(
            "四、",
            "保障措施",
            SAFETY,
            page=5,
            tables=(Table(at=len(SAFETY), header=("任务", "单位"), rows=(("等保测评", "市网信办"),)),),
        ),
        id="jia-2021",
        title="甲市智慧城市发展规划（2021—2025年）",
        doc_number="甲政发〔2021〕1号",
        issuers=("甲市人民政府",),
        date="2021-03-05",
        region="甲市",
        level=Level.CITY,
        kind="规划",
        period=(2021, 2025),
        repairs=(
            Repair(kind="page_number", span=Span(start=90, end=91), before="2", after="", confidence=0.99),
            Repair(
                kind="mojibake",
                span=Span(start=130, end=132),
                before="锟斤",
                after="锟斤",
                confidence=0.4,
                candidates=("数据", "数字"),
            ),
        ),
    )


def new() -> Document:
    """Its next version: targets raised, one section moved to the front, one gone, one added."""
    return document(
        preamble("为推进智慧城市建设，制定本规划。"),
        section("一、", "总体要求", "坚持以人民为中心的发展思想，统筹发展和安全。", page=1),
        section("二、", "发展目标", NEW_GOALS, page=2),
        section(
            "三、",
            "重点任务",
            "",
            section("（一）", "智慧交通", TRAFFIC + "鼓励错时共享停车。", page=3),
            section("（二）", "智慧医疗", HEALTH, page=3),
            section("（三）", "智慧教育", SCHOOL, page=4),
            section("（四）", "人工智能应用", "建设城市大模型训练场，开放典型应用场景，培育人工智能企业。", page=4),
            page=3,
        ),
        section(
            "四、",
            "保障措施",
            SAFETY,
            page=5,
            tables=(Table(at=len(SAFETY), header=("任务", "单位"), rows=(("等保测评", "市数据局"),)),),
        ),
        id="jia-2025",
        title="甲市智慧城市发展规划（2025年修订）",
        doc_number="甲政发〔2025〕3号",
        date="2025-01-10",
        region="甲市",
        level=Level.CITY,
        kind="规划",
        period=(2025, 2027),
    )


def other() -> Document:
    """Another region's plan."""
    return document(
        section("第一章", "发展基础", "乙县信息基础设施日益完善，光纤网络实现行政村全覆盖。"),
        section(
            "第二章",
            "主要任务",
            "",
            section("第一节", "数字医疗", "推进县域医共体信息互通，推广远程会诊，检查检验结果互认。"),
            section("第二节", "数字乡村", "发展农村电商，推广智慧农业装备，完善农产品质量追溯体系。"),
        ),
        id="yi-2022",
        title="乙县数字化发展规划",
        date="2022",
        region="乙县",
        level=Level.COUNTY,
        kind="规划",
    )


def paragraph() -> Document:
    """A document of one paragraph."""
    return document(
        preamble("各单位要按时报送材料。"), id="bing-note", title="关于报送材料的通知", region="丙市", level=Level.CITY
    )


def everything() -> tuple[Document, ...]:
    """All of them."""
    return old(), new(), other(), paragraph()
