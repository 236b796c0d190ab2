"""What of a page is the site's and not the document's: navigation, share buttons, font sizes, download lists, notices.

Told by what elements are (nav, footer), by words of their class and id, by how much of them is links, and by the lines
that sites print around every text; never by one site's own names.
"""

from __future__ import annotations

import re

from policydiff.read.html.elements import BUTTONS, FURNITURE, FURNITURE_WORDS
from policydiff.read.html.nodes import Node

_SPLIT = re.compile(r"[\s_\-]+|(?<=[a-z])(?=[A-Z])|\d+")
_ATTRIBUTES = ("class", "id", "role")

_PATTERNS = (
    r"[\[【（(]?\s*(?:字[体号][:：]?)?\s*[\[【（(]?\s*(?:字[体号][:：]?)?"
    r"(?:[ ]*(?:特大|加大|放大|大|中|小|减小|还原|默认|标准)){2,}[ \]】）)|]*.{0,12}",
    r"分享到?[:：].{0,40}|分享到.{0,20}",
    r".{0,12}扫[一]?扫.{0,30}|.{0,10}二维码.{0,16}|.{0,4}在手机上?(?:打开|查看|浏览).{0,14}",
    r"(?:您?当前|您?现在|您的|你的?|所在|您所在的)的?(?:所在)?(?:位置|页面)[:：是].{0,80}",
    r".{0,8}首页\s*[>＞»›/].{0,80}|(?:上|下)一[篇条则][:：].{0,80}",
    r"(?:责任)?编辑[:：].{0,20}|(?:文章|信息|稿件|内容)?来源[:：].{0,60}|供稿[:：].{0,30}|审核人?[:：].{0,20}",
    r"(?:发布|更新|发表|生成|公开)(?:时间|日期)[:：].{0,80}|(?:日期|时间)[:：]\s*\d{4}[-年./].{0,80}",
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：].{0,30}",
    r"相关(?:链接|阅读|文档|文件|文章|解读|报道|新闻|附件|稿件|推荐|政策|信息)[:：]?.{0,4}",
    r"版权所有.{0,80}|.{0,30}(?:主办|承办)[:：].{0,60}|(?:主办|承办)单位[:：].{0,60}|技术支持[:：].{0,40}",
    r"网站标识码.{0,40}|.{0,20}ICP备.{0,40}|.{0,20}公网安备.{0,40}|网站地图.{0,40}|联系我们.{0,40}|关于我们.{0,40}",
    r"(?:本站|本网)(?:声明|地址).{0,60}|.{0,16}未经(?:许可|授权|书面).{0,40}转载.{0,20}|Copyright.{0,120}|©.{0,120}",
    r"文字大小.{0,20}|视力保护色.{0,30}|背景颜色.{0,20}|.{0,8}客户端下载.{0,20}|请(?:使用|用)(?:微信|手机).{0,30}",
    r"文章纠错.{0,20}|无障碍浏览.{0,20}|您的浏览器.{0,60}|点击(?:下载|查看|收听|播放).{0,30}|附件下载[:：].{0,80}",
)
_BUTTON = "|".join(sorted(map(re.escape, BUTTONS), key=len, reverse=True))
_LINES = re.compile(
    rf"[\[【（(<《「]*(?:(?:{_BUTTON})(?:[ 丨|｜/、·]*(?:{_BUTTON}))*|{'|'.join(_PATTERNS)})[\]】）)>》」]*[。|]?", re.I
)
"""Lines that sites print around a text and no policy document holds; each has to match as a whole."""
_TELLTALE_ENDS = re.compile(
    r"(?:相关(?:链接|阅读|文档|文章|解读|报道|新闻|稿件|推荐)|推荐阅读|猜你喜欢|延伸阅读|热门推荐|相关政策解读)[:：]?\s*"
)
"""From such a line on, a list of other pages follows."""
_FILE = re.compile(
    r"(?:^|.*[\s：:])?[^\n]{1,120}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png|ceb)\s*(?:[（(].{0,20}[)）])?",
    re.I,
)
_PROSE = re.compile(r"[，。；：、]")
_SHORTEST_PROSE_CHARS = 20
_MOST_PROSE_CHARS = 60
_LINK_SHARE = 0.7
_MOST_FURNITURE_LINE_CHARS = 160


def is_line(text: str) -> bool:
    """True for a line that sites print around a text."""
    return len(text) <= _MOST_FURNITURE_LINE_CHARS and _LINES.fullmatch(text) is not None


def ends_document(text: str) -> bool:
    """True for a line behind which only links to other pages follow."""
    return len(text) <= _SHORTEST_PROSE_CHARS and _TELLTALE_ENDS.fullmatch(text) is not None


def is_download(text: str, link_chars: int) -> bool:
    """True for a line that is a link to a file, named with its ending."""
    return link_chars >= _LINK_SHARE * len(text) and _FILE.fullmatch(text) is not None


def is_prose(text: str) -> bool:
    """A paragraph as documents have them: long enough, with a stop, and none of a site's lines."""
    return len(text) >= _SHORTEST_PROSE_CHARS and _PROSE.search(text) is not None and not is_line(text)


def named_so(node: Node) -> bool:
    """The element's tag, class, id or role says that it is furniture."""
    if node.tag in FURNITURE:
        return True
    words = {word.lower() for name in _ATTRIBUTES for word in _SPLIT.split(node.get(name)) if word}
    return bool(words & FURNITURE_WORDS)


def is_furniture(node: Node, *, prose_chars: int) -> bool:
    """Named so, with hardly any prose in it (``prose_chars``): pages also give such names to what holds the text.

    The page's own heading is none, whatever it stands in.
    """
    return prose_chars <= _MOST_PROSE_CHARS and named_so(node) and not any(inner.tag == "h1" for inner in node.walk())
