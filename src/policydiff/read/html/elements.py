"""HTML's elements by what they do for reading (HTML Living Standard §4, §15.3)."""

from __future__ import annotations


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNSEEN = _names(
    "script style noscript template head title meta link iframe object embed applet canvas svg math audio video map "
    "img input button select textarea option datalist frame frameset noframes progress meter dialog rp rt"
)
"""They hold no text of the document."""
SELF_CLOSING = _names(
    "area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot dt dd option "
    "html body head"
)
"""They have no end tag, or are often written without."""
BLOCKS = _names(
    "p div section article main header footer body li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot "
    "tr td th blockquote center pre hr form fieldset figure figcaption address details summary aside nav dir menu"
)
"""Text before, in and after them stands on lines of its own."""
LEAVES = _names("p div td th li dd dt h1 h2 h3 h4 h5 h6 section article center caption")
"""Blocks that may hold a label or its value."""
INLINE = _names(
    "a b strong i em u s sub sup span font small big mark ins del code label br ruby rb abbr cite q bdo wbr"
)
"""They stand within a line."""
PARAGRAPHS = _names("p div li br h1 h2 h3 h4 h5 h6 blockquote table")
"""They begin a paragraph within a cell."""
BOLD = _names("b strong h1 h2 h3 h4 h5 h6 th")
FURNITURE = _names("nav footer aside form dialog menu")
FURNITURE_WORDS = _names(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs crumbnav position weizhi location mbx "
    "header footer foot top topbar bottom copyright sidebar aside share sharebox bdsharebuttonbox social bshare "
    "jiathis toolbar tools tool print printer fontsize zihao qr qrcode qrcodes ewm ewmbox erweima erm weixin weibo "
    "wechat related relate relatednews recommend xiangguan relevant hot hotnews search searchbox banner banners "
    "advert ad ads popup modal mask tips comment comments pager pagination pagebar paging prevnext gotop backtop "
    "accessory fujian attachlist download downloads close zrbj player"
)
"""Words of the class, id or role of what is the site's and not the document's."""
BUTTONS = _names(
    "打印 打印本页 打印页面 打印此页 打印文章 关闭 关闭窗口 关闭本页 关闭页面 收藏 收藏本页 加入收藏 全屏 "
    "下载 纠错 我要纠错 分享 分享到 返回 返回顶部 返回列表 返回首页 回到顶部 返回上一页 上一页 下一页 首页 "
    "尾页 保存 保存本页 复制链接 推荐 评论 点赞 举报 朗读 语音播报 播报 听全文 无障碍 繁体 简体 手机版 加大 "
    "还原 减小 字体大小 微信 微博 新浪微博 腾讯微博 人人网 QQ空间 空间 更多 展开 收起 附件下载 相关附件 "
    "附件列表 图解 解读 文件解读 政策解读 PDF WORD OFD PDF版 WORD版 OFD版 null undefined"
)
"""What sites print on buttons beside a text."""
