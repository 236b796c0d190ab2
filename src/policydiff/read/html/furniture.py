"""What of a page is the site's and not the document's: navigation, share buttons, font sizes, download lists, notices.

Told by what elements are (nav, footer), by words of their class and id, by how much of them is links, and by the lines
that sites print around every text; never by one site's own names.
"""

from __future__ import annotations

import re

from policydiff.read.html.nodes import Node

_TAGS = frozenset("nav footer aside form dialog menu".split())
_WORDS = frozenset(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs crumbnav position weizhi location mbx "
    "header footer foot top topbar bottom copyright sidebar aside share sharebox bdsharebuttonbox social bshare "
    "jiathis toolbar tools tool print printer fontsize zihao qr qrcode qrcodes ewm ewmbox erweima erm weixin weibo "
    "wechat related relate relatednews recommend xiangguan relevant hot hotnews search searchbox banner banners "
    "advert ad ads popup modal mask tips comment comments pager pagination pagebar paging prevnext gotop backtop "
    "accessory fujian attachlist download downloads download-list close editor-info zrbj source-info player".split()
)
_SPLIT = re.compile(r"[\s_\-]+|(?<=[a-z])(?=[A-Z])|\d+")
_ATTRIBUTES = ("class", "id", "role")

_LINES = re.compile(
    r"[\[【（(<《「]*(?:"
    r"(?:字[ ]?[体号][:：]?)?[ ]*[\[【（(]?\s*(?:字[体号][:：]?)?(?:[ ]*(?:特大|加大|放大|大|中|小|减小|还原|默认|标准)){2,}[ \]】）)|]*.{0,12}"
    r"|(?:打印|打印本页|打印页面|打印此页|打印文章|关闭|关闭窗口|关闭本页|关闭页面|收藏|收藏本页|加入收藏|全屏|下载|纠错|我要纠错|分享|分享到|返回|返回顶部"
    r"|返回列表|返回首页|回到顶部|返回上一页|上一页|下一页|首页|尾页|保存|保存本页|复制链接|推荐|评论|点赞|举报|朗读|语音播报|播报|听全文|无障碍|繁体|简体|手机版"
    r"|加大|还原|减小|字体大小|微信|微博|新浪微博|腾讯微博|人人网|QQ空间|空间|更多|目录|展开|收起|附件下载|相关附件|附件列表|图解|解读|文件解读|政策解读"
    r"|PDF|WORD|OFD|PDF版|WORD版|OFD版)(?:[ 丨|｜/、·]*(?:打印|打印本页|关闭|关闭窗口|关闭本页|收藏|下载|分享|微信|微博|纠错|返回|QQ空间|新浪微博|腾讯微博))*"
    r"|分享到?[:：].{0,40}|分享到.{0,20}"
    r"|.{0,12}扫[一]?扫.{0,30}|.{0,10}二维码.{0,16}"
    r"|(?:您?当前|您?现在|您的|你的?|所在|您所在的)的?(?:所在)?(?:位置|页面)[:：是].{0,80}|.{0,8}首页\s*[>＞»›/].{0,80}"
    r"|(?:上|下)一[篇条则][:：].{0,80}"
    r"|(?:责任)?编辑[:：]\s*.{0,20}|(?:信息)?来源[:：]\s*.{0,60}|(?:文章|信息|稿件|内容)来源[:：].{0,60}|供稿[:：].{0,30}|审核[:：].{0,20}|审核人[:：].{0,20}"
    r"|(?:发布|更新|发表|生成|公开)(?:时间|日期)[:：].{0,80}|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：].{0,30}|(?:日期|时间)[:：]\s*\d{4}[-年./].{0,80}"
    r"|相关(?:链接|阅读|文档|文件|文章|解读|报道|新闻|附件|稿件|推荐|政策|信息)[:：]?.{0,4}"
    r"|版权所有.{0,80}|.{0,30}(?:主办|承办)[:：].{0,60}|主办单位[:：].{0,60}|承办单位[:：].{0,60}|技术支持[:：].{0,40}|网站标识码.{0,40}|.{0,20}ICP备.{0,40}|.{0,20}公网安备.{0,40}"
    r"|网站地图.{0,40}|联系我们.{0,40}|关于我们.{0,40}|(?:本站|本网)(?:声明|地址).{0,60}|.{0,16}未经(?:许可|授权|书面).{0,40}转载.{0,20}|Copyright.{0,120}|©.{0,120}"
    r"|文字大小.{0,20}|视力保护色.{0,30}|背景颜色.{0,20}|.{0,8}客户端下载.{0,20}|请(?:使用|用)(?:微信|手机).{0,30}|.{0,4}在手机(?:上)?(?:打开|查看|浏览).{0,14}"
    r"|文章纠错.{0,20}|无障碍浏览.{0,20}|您的浏览器.{0,60}|点击(?:下载|查看|收听|播放).{0,30}|附件下载[:：].{0,80}|null|undefined"
    r")[\]】）)>》」]*[。|]?",
    re.I,
)
"""Lines that no policy document holds; each has to match as a whole."""
_TELLTALE_ENDS = re.compile(
    r"(?:相关(?:链接|阅读|文档|文章|解读|报道|新闻|稿件|推荐)|推荐阅读|猜你喜欢|延伸阅读|热门推荐|相关政策解读)[:：]?\s*"
)
"""From such a line on, a list of other pages follows."""
_FILE = re.compile(
    r"(?:^|.*[\s：:])?[^\n]{1,120}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png|ceb)\s*(?:[（(].{0,20}[)）])?", re.I
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
    if node.tag in _TAGS:
        return True
    words = {word.lower() for name in _ATTRIBUTES for word in _SPLIT.split(node.get(name)) if word}
    return bool(words & _WORDS)


def is_furniture(node: Node, *, prose_chars: int) -> bool:
    """Named so, with hardly any prose in it (``prose_chars``): pages also give such names to what holds the text."""
    return prose_chars <= _MOST_PROSE_CHARS and named_so(node)
