"""Web pages of several makes: the body is found, the furniture dropped, the page's own facts read."""

from __future__ import annotations

import pytest

from policydiff.errors import NotText
from policydiff.model import Source
from policydiff.outline import parse
from policydiff.read.html import nodes, source

TITLE = "某省人民政府办公厅关于加强城市治理工作的意见"
PARAGRAPHS = (
    "为深入贯彻落实有关部署，加快推进城市治理体系和治理能力现代化，制定本意见。",
    "一、总体要求",
    "坚持统筹规划、分类指导，到2025年，基本建成统筹规范、泛在有序的感知体系，数据汇通共用水平明显提升。",
    "二、保障措施",
    "各地、各部门要加强组织领导，明确责任分工，结合实际制定具体办法，确保各项任务落到实处。",
)
BODY = "".join(f'<p style="text-indent: 2em">\u3000\u3000{text}</p>\n' for text in PARAGRAPHS)
SIGNED = (
    '<p style="text-align:right">某省人民政府办公厅&nbsp;&nbsp;&nbsp;</p><p style="text-align: right">2021年3月5日</p>'
)


def read(markup: str, *, encoding: str = "utf-8") -> Source:
    return source(markup.encode(encoding), name="x.html")


def lines(found: Source) -> list[str]:
    return found.text.rstrip("\n").split("\n")


PORTAL = f"""<!DOCTYPE html><html><head><title>{TITLE}_某省人民政府</title><meta charset="utf-8">
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2021-03-09 10:00">
<style>.tip{{display:none}}</style><script>var a = "一、脚本里的文字";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div class="crumbs">您当前的位置：<a href="/">首页</a> &gt; <a href="/zc">政策文件</a> &gt; 正文</div>
<table class="xxgk"><tr><td><b>索 引 号：</b></td><td>000014349/2021-00005</td><td><b>主题分类：</b></td><td></td></tr>
<tr><td><b>发文机关：</b></td><td>某省人民政府办公厅</td><td><b>成文日期：</b></td><td>2021年03月05日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">{TITLE}</td></tr>
<tr><td><b>发文字号：</b></td><td>某政办发〔2021〕5号</td><td><b>发布日期：</b></td><td>2021年03月09日</td></tr></table>
<h1 class="title">{TITLE}</h1><p class="info">发布时间：2021-03-09 来源：某省人民政府办公厅 【字体：大 中 小】 打印</p>
<div id="zoom" class="TRS_Editor">{BODY}{SIGNED}<p class="tip">一、看不见的文字，不应当出现在正文之中。</p>
<p>附件：<a href="a.docx">任务分工表.docx</a></p></div>
<div class="share">分享到：<a>微信</a><a>微博</a></div><p>扫一扫在手机打开当前页</p>
<div class="related"><h3>相关链接</h3><ul><li>
<a href="b">《{TITLE}》政策解读，全文共八个部分，请点击阅读。</a></li></ul></div>
<div class="footer">版权所有：某省人民政府 主办：某省人民政府办公厅 网站标识码0000000000 某ICP备00000000号</div>
</body></html>"""

NESTED = f"""<html><head><title>{TITLE}</title></head><body><table width="100%"><tr><td>
<table><tr><td><a href="/">网站首页</a></td><td><a href="/x">信息公开</a></td></tr></table></td></tr><tr>
<td width="200"><ul><li><a href="1">机构职能</a></li><li><a href="2">政策法规</a></li></ul></td><td><table><tr><td>
<p align="center"><font size="5"><b>某省人民政府办公厅</b></font></p>
<p align="center"><font size="5"><b>关于加强城市治理工作的意见</b></font></p>
<p align="center">某政办发〔2021〕5号</p>{BODY}{SIGNED}</td></tr>
<tr><td>【打印本页】　【关闭窗口】</td></tr></table></td></tr></table>
</body></html>"""

EDITOR = f"""<body><section class="article"><div class="article-title">{TITLE}</div>
<div class="article-info"><span>文号：</span>
<span>某政办发〔2021〕5号</span><span>成文日期：</span><span>2021-03-05</span></div>
<div class="article-content view"><div><div>
{"".join(f"<span>{text}</span><br/>" for text in PARAGRAPHS)}</div></div></div></section>
<div class="bottom-nav">上一篇：<a href="1">某某通知，请各单位认真学习贯彻，抓好落实工作。</a></div></body>"""


@pytest.mark.parametrize("page", [PORTAL, NESTED, EDITOR], ids=["portal", "nested", "editor"])
def test_the_same_document_from_pages_of_several_makes(page: str) -> None:
    found = read(page)
    text = lines(found)
    assert [line for line in text if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert TITLE in text
    for telltale in (
        "首页",
        "打印",
        "分享",
        "扫一扫",
        "相关链接",
        "版权",
        "位置",
        "解读",
        "脚本",
        "看不见",
        "机构职能",
        "上一篇",
    ):
        assert telltale not in found.text
    (document,) = parse(found).documents
    assert document.title == TITLE
    assert document.doc_number == "某政办发〔2021〕5号"
    assert document.date == "2021-03-05"
    assert [section.heading for section in document.sections] == ["", "总体要求", "保障措施"]


def test_the_pages_own_table_gives_the_facts() -> None:
    assert dict(read(PORTAL).facts) == {
        "title": TITLE,
        "doc_number": "某政办发〔2021〕5号",
        "date": "2021-03-05",
        "issuers": "某省人民政府办公厅",
    }


def test_a_list_of_documents_in_the_text_is_no_table_of_facts() -> None:
    rows = "<tr><td>序号</td><td>文件名称</td><td>文号</td><td>年份</td></tr>" + "".join(
        f"<tr><td>{n}</td><td>某项管理办法</td><td>某发〔201{n}〕{n}号</td><td>201{n}</td></tr>" for n in range(1, 4)
    )
    assert not read(f"<body><h1>{TITLE}</h1>{BODY}<table>{rows}</table></body>").facts


def test_the_day_of_publication_dates_a_document_without_a_date_of_its_own() -> None:
    meta = '<meta name="PubDate" content="2021-03-09">'
    assert read(f"{meta}<h1>{TITLE}</h1>{BODY}").facts["date"] == "2021-03-09"
    assert "date" not in read(f"{meta}<h1>{TITLE}</h1>{BODY}{SIGNED}").facts


def test_a_title_on_several_lines_is_one_heading() -> None:
    found = read(NESTED)
    (heading,) = (h for h in found.headings if h.depth == 1)
    assert found.text[heading.span.start : heading.span.end] == TITLE


def test_data_tables_are_tables_and_spans_are_repeated() -> None:
    table = (
        "<table><tr><th>类别</th><th>指标</th><th>2025年</th></tr>"
        "<tr><td rowspan=2>经济</td><td><p>增速</p></td><td>5%</td></tr>"
        "<tr><td>投入</td><td>&nbsp;3%&nbsp;</td></tr></table>"
    )
    found = read(f"<body><h1>{TITLE}</h1>{BODY}{table}<p>以上指标为预期性指标，按年度分解落实。</p></body>")
    (only,) = found.tables
    assert only.header == ("类别", "指标", "2025年")
    assert only.rows == (("经济", "增速", "5%"), ("经济", "投入", "3%"))
    assert found.text[only.span.start : only.span.end] == "类别\t指标\t2025年\n经济\t增速\t5%\n经济\t投入\t3%"


def test_a_box_of_one_cell_is_unrolled() -> None:
    found = read(
        f"<body><h1>{TITLE}</h1>{BODY}<table><tr><td><p>专栏1　重点工程</p><p>1.感知工程。</p></td></tr></table></body>"
    )
    assert not found.tables
    assert lines(found)[-2:] == ["专栏1　重点工程", "1.感知工程。"]


def test_headings_by_tag_by_bold_print_and_before_their_text() -> None:
    found = read(
        f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><h2>发展现状</h2><p>{PARAGRAPHS[2]}</p><p><strong>主要任务</strong></p>"
        f"<p><b>（一）夯实基础。</b>{PARAGRAPHS[4]}</p><p><b>坚持</b>统筹规划，推进共建。</p>"
    )
    assert [(found.text[h.span.start : h.span.end], h.depth) for h in found.headings] == [
        (TITLE, 1),
        ("发展现状", 2),
        ("主要任务", 0),
        ("（一）夯实基础。", 0),
    ]


def test_numbered_lists_show_their_numbers_and_powers_stay_raised() -> None:
    found = read(f"<h1>{TITLE}</h1>{BODY}<ol><li>建设10<sup>2</sup>个站点；</li><li>完善机制。</li></ol>")
    assert lines(found)[-2:] == ["1. 建设10²个站点；", "2. 完善机制。"]


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gb18030", "gb2312"), ("gbk", "gbk"), ("utf-8", "utf-8"), ("gb18030", "utf-8")]
)
def test_encodings_as_declared_or_as_the_bytes_are(encoding: str, declared: str) -> None:
    found = read(
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><h1>{TITLE}</h1>{BODY}',
        encoding=encoding,
    )
    assert lines(found)[0] == TITLE


def test_a_text_that_stands_twice_on_the_page_is_read_once() -> None:
    article = f'<div class="article">{BODY}</div>'
    found = read(f"<body>{BODY}<div><h1>{TITLE}</h1>{article}</div></body>")
    assert found.text.count(PARAGRAPHS[2]) == 1


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(NotText, match="no text"):
        read("<html><body><script>render()</script><div id='app'></div></body></html>")


def test_nesting_and_numbers_of_tags_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotText) as error:
        read("<div>" * 1_000_000 + TITLE)
    assert "nested" in error.value.cause
    monkeypatch.setattr(nodes, "MAX_TAGS", 10)
    with pytest.raises(NotText) as error:
        read(f"<h1>{TITLE}</h1>" + BODY * 3)
    assert "tags" in error.value.cause


def test_deep_but_allowed_nesting_is_read() -> None:
    deep = "<div>" * 1500 + BODY + "</div>" * 1500
    assert PARAGRAPHS[2] in read(f"<h1>{TITLE}</h1>{deep}").text


def test_spans_beyond_reason_are_cut() -> None:
    table = (
        '<table><tr><td colspan="999999" rowspan="999999">甲</td><td>乙</td></tr>'
        "<tr><td>丙</td><td>丁</td></tr></table>"
    )
    found = read(f"<h1>{TITLE}</h1>{BODY}{table}")
    assert len(found.text) < 5_000


def test_a_title_in_the_head_of_the_article_is_kept() -> None:
    head = f'<div class="article-header"><h1>{TITLE}</h1><span class="tools">打印</span></div>'
    found = read(f'<title>某网站</title><div class="article">{head}{BODY}</div>')
    assert lines(found)[0] == TITLE
    assert "打印" not in found.text
