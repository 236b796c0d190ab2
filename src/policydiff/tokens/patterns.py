"""Which stretches of a text are one thing, whatever a segmenter says: numbers, dates, 文号, titles, terms, labels.

Invariant: every pattern is linear in the length of the text (bounded repeats, nothing nested over a class).
The grammar of numbers, dates and document numbers follows docs/glossary and GB/T 9704-2012.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache


class AtomKind(StrEnum):
    """What an atom is. PROTECTED kinds are never cut nor refined."""

    WORD = "word"
    NUMBER = "number"
    DATE = "date"
    DOC_NUMBER = "doc_number"
    TITLE = "title"
    TERM = "term"
    LABEL = "label"
    MARK = "mark"
    BLANK = "blank"


PROTECTED = frozenset(AtomKind) - {AtomKind.WORD, AtomKind.MARK, AtomKind.BLANK}

TITLE_LIMIT_CHARACTERS = 80
"""A 《title》 longer than this is running text with a bracket gone astray."""

_GAP = "[ \u3000]{0,2}"
_HAN = "[\u3400-\u9fff]"
_CN_DIGIT = "[〇○零一二两三四五六七八九]"
_CN = "[〇○零一二两三四五六七八九十百千]"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_DASH = "[-－—–~～至]{1,2}"

ORG_HEADS = (
    "国务院|国|中|厅|发改|工信|财|建|交|自然资|民|医保|银|教|科|卫|农|商|税|法释|"
    "京|津|冀|晋|内|辽|吉|黑|沪|苏|浙|皖|闽|赣|鲁|豫|鄂|湘|粤|桂|琼|渝|川|黔|云|藏|陕|甘|青|宁|新|兵|"
    "穗|深|杭|甬|厦|成|武|济|沈|大"
)
"""What a 机关代字 begins with: central bodies, the provinces' short names, some cities'."""

_ORG_END = "[发字函办规令技信标金电通文高]"
_ORG_BODY = rf"(?:(?!规划|计划|通知|方案|意见|办法|条例|规定|纲要|关于|印发|的|根据|按照|依据){_HAN})"
_ORG = rf"(?:(?<=[（(〔\[])(?!\d){_ORG_BODY}{{1,14}}?|(?:{ORG_HEADS}){_ORG_BODY}{{0,9}}?{_ORG_END})"
_OPEN, _CLOSE = "[〔\\[［﹝（(【]", "[〕\\]］﹞）)】]"
_DOC_NUMBER = (
    rf"(?:{_ORG}{_GAP})?{_OPEN}{_GAP}{_YEAR}{_GAP}{_CLOSE}{_GAP}第?\d{{1,5}}{_GAP}号"
    rf"|{_ORG}{_GAP}{_YEAR}{_GAP}\d{{1,5}}{_GAP}号"
    rf"|(?:(?:中华人民共和国)?(?:国务院|主席))?(?:令|公告|通告){_GAP}[（(]?(?:{_YEAR}{_GAP}年)?{_GAP}第{_GAP}\d{{1,4}}{_GAP}号[）)]?"
)

_YEAR_TAIL = "(?:度(?!过)|底|末|初(?!步|级|期)|内|期间|代|来|间(?!接))?"
_MONTH_DAY = rf"(?:1[0-2]|0?[1-9]){_GAP}月(?:底|末|初(?!步|级|期)|{_GAP}(?:3[01]|[12]\d|0?[1-9]){_GAP}日)?"
_DAY = rf"(?<!\d){_YEAR}{_GAP}年(?:{_GAP}{_MONTH_DAY}|年?{_YEAR_TAIL})"
_CN_YEAR = "[一二][〇○零Ｏ0九一二三四五六七八]{3}年"
_CN_MONTH_DAY = rf"(?<!{_CN_DIGIT})(?:元|正|十[一二]?|[一二三四五六七八九])月(?:[一二三四五六七八九十]{{1,3}}日)"
_DATE = (
    rf"{_DAY}(?:{_GAP}{_DASH}{_GAP}{_DAY})?"
    rf"|(?<!\d){_YEAR}{_GAP}{_DASH}{_GAP}{_YEAR}(?:{_GAP}年{_YEAR_TAIL})?(?!\d)"
    rf"|(?<!\d){_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}(?!\d)"
    rf"|{_CN_YEAR}(?:{_CN_MONTH_DAY}|[一二三四五六七八九十]{{1,2}}月)?|{_CN_MONTH_DAY}"
    rf"|(?<![\d.])(?:1[0-2]|0?[1-9]){_GAP}月(?:{_GAP}(?:3[01]|[12]\d|0?[1-9]){_GAP}日|底|末)?(?!\d)"
)

UNITS = (
    "个百分点|百分点|[%％‰℃°]|(?:个(?:月|工作日|小时|自然日|交易日)|工作日|小时)|平方公里|平方千米|平方米|立方米|公里|千米|毫米|厘米|"
    "千瓦时|千瓦|千克|公斤|公顷|分钟|毫秒|美元|欧元|港元|元(?!素|旦)|人次|人日|户次|件次|车次|标准煤|吨标准煤|吨|亩|"
    "克(?!服)|升(?!级)|瓦|度(?!假)|倍|周岁|岁|亿|世纪|周年|周(?!边|期|围)|年(?:度|级|代|期|限|内|以上)?|"
    "个(?!体|别|人信息|性)|项(?!目(?!标))|家(?!庭|长|属|具|园|乡)|件|条(?!例|件|款)|座|辆|台(?!湾|账|风)|套|户(?!籍|外|口)|"
    "人(?!民|大|才|员|工|口|力|身|均|社|居|文)|名(?!称|义|录|单|额|胜)|位(?!于|置|数)|次(?!年|日|性|要|序|生|月)|"
    "所(?!有|得|在|属|需|述|指|称)|处(?!理|罚|于|置|以|分|室)|天(?!津|然|气)|日(?!常|报|均|程|历)|时(?!间|期|代|候)|"
    "张|场(?!所|景|地|馆|合)|艘|架(?!构)|间(?!接)|份|期(?!间|限|望)|批(?!准|复|评|次)|种(?!类|植|子|业|养)|类(?!型|别|似)|"
    "级(?!别|联)|层(?!面|级|次)|届|轮(?!胎|换|流|岗)|步(?!骤|伐|行|入)|成(?!立|果|员|为|都|本|长|功|效|品|分|年|熟|交)|"
    "分(?!别|析|类|布|级|配|工|管|局|期|支|公|离|担|解|享)|字(?!体|典)|米(?!面)|只|头(?!部)|幅|门(?!户|类|槛|诊|票)|股(?!份|东|权)|"
    "章|节(?!能|约|水|点)|款(?!项)|目(?!标|录|的|前)|篇|号(?!召|码)|大(?!于|力|型|数|幅|气|专|学|量|会|厅|臣)"
)
"""Units and measure words, longest first; what follows in parentheses would make another word of them."""

_FIGURE = r"\d++(?:[,，]\d{3})*+(?:[.．]\d++)?"
_MULTIPLIER = "(?:余|多)?(?:[十百千万亿]{1,3}(?:余|多)?)?"
_ASCII_UNIT = "[A-Za-z]{1,12}(?:/[A-Za-z]{1,6})?[²³]?"
_QUANTITY = rf"{_FIGURE}(?:{_GAP}{_MULTIPLIER}{_GAP}(?:{UNITS})|{_GAP}[十百千万亿]{{1,3}}(?:余|多)?|{_ASCII_UNIT})?"
_CN_NUMBER = rf"{_CN}{{1,9}}+(?:[万亿]{_CN}{{0,9}}+){{0,3}}(?:点{_CN_DIGIT}{{1,9}}+)?"
_CN_UNITS = (
    "(?:个(?:月|工作日|小时|自然日|交易日)|工作日|小时)|个百分点|平方公里|平方米|立方米|公里|米(?!面)|分钟|倍(?!加|增)|"
    "[万亿]{0,2}(?:美元|元(?!素|旦|化))|人次|吨|亩|公顷|周年|周岁|岁|世纪|天(?!津|然|气)|户(?!籍|外|口)|份(?!额)|"
    "年(?:度(?!过)|级|期|内|以上)?|月(?:底|末|初)?(?!球)|日(?!常|报|均|程|历)|"
    "个(?!体|别|人|性|代表)|项(?!目(?!标))|名(?!称|义|录|单|额|胜)|次(?!年|日|性|要|序|生|月)|件(?!事)|条(?!例|件|款|龙)|"
    "届|级(?!别|联)|类(?!型|别|似)|种(?!类|植|子|业|养)|款(?!项)|章|节(?!能|约|水|点)|目(?!标|录|的|前|了)"
)
_CN_QUANTITY = (
    rf"(?:百|千|万|{_CN_NUMBER})分之{_CN_NUMBER}"
    rf"|(?<![第{{0}}])(?:{_CN_NUMBER})(?:{_CN_UNITS})".replace("{0}", "〇○零一二两三四五六七八九十百千万亿")
    + rf"|(?<![第〇○零一二两三四五六七八九十百千万亿])(?:[一二两三四五六七八九][十百千万亿]|十(?=[一二三四五六七八九]))"
    rf"(?:{_CN}|[万亿]){{0,12}}+(?![五大分万亿]|{_CN})"
)
_NUMBER = rf"{_QUANTITY}(?:{_GAP}{_DASH}{_GAP}{_QUANTITY})?|{_CN_QUANTITY}"

_PLAN = (
    "(?<![〇零一二三四五六七八九十])(?:十[一二三四五六七八九]|[七八九十])五"
    "(?=[”\"’'」』]|规划|计划|时期|期|以来|末|初|纲要)"
)
_SHORTHAND = (
    r"(?<![\dA-Za-z.])(?:\d{1,3}(?:[+＋](?:\d{1,3}|[A-ZＮＸ])){1,8}(?![A-Za-z0-9.])"
    r"|\d{1,2}(?:\.\d)?[GKD](?:[-+][A-Z]{1,4})*(?![A-Za-z0-9]))"
)
"""``1+3+N``, ``5G`` and ``5G-A`` are names, not sums."""

_TERM = (
    r"(?:https?://|www\.)[!-~]{1,200}"
    r"|[A-Za-z0-9Α-ωＡ-Ｚａ-ｚ０-９]+(?:[-_.+/&@'][A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+)*[+#]{0,2}"
)

_LINE_START = r"(?:(?<=[\n。；：;:!?！？])|(?<=[\n。；：;:!?！？] )|(?<=[\n。；：;:!?！？]\u3000)|\A)"
_LABEL = (
    rf"第{_GAP}(?:{_CN}{{1,7}}|\d{{1,4}}){_GAP}(?:分?编|[篇章节条款届次批类期轮步卷册审]|项(?!目)|目(?!标)|个(?!人)|方面)(?:之{_CN}{{1,3}})?"
    rf"|第{_GAP}(?:{_CN}{{2,7}}|\d{{1,4}})"
    rf"|[（(]{_GAP}(?:{_CN}{{1,4}}|\d{{1,3}}){_GAP}[）)]"
    r"|[①-⑳㈠-㈩⑴-⒇⒈-⒛]"
    rf"|{_LINE_START}(?:{_CN}{{1,3}}、|\d{{1,3}}(?:[、．]|\.(?!\d)))(?!{_CN}{{1,2}}、)"
)
_TITLE = rf"《(?:[^《》\n]|《[^《》\n]{{1,40}}》){{1,{TITLE_LIMIT_CHARACTERS}}}》"

_AFTER_TIME = (
    "(?:(?<=[0-9０-９ \u3000一二三四五六七八九十][日天年月时])|(?<=工作日)|(?<=小时)|(?<=个月)|(?<=分钟))"
    "(?:[内后起止]|前(?![期提往款述条者]))"
)
"""五日内, 十日前: the segmenter, which does not see the number, would make 内向 or 前公 of what follows."""

_ORDER = (
    ("title", _TITLE),
    ("doc_number", _DOC_NUMBER),
    ("label", _LABEL),
    ("date", _DATE),
    ("term", rf"{_PLAN}|{_SHORTHAND}"),
    ("number", rf"(?:{_NUMBER})(?![A-Za-z])"),
    ("term", _TERM),
    ("word", _AFTER_TIME),
    ("blank", r"[ \t\n\r\u3000\xa0]+"),
)
"""First match wins, so a date goes before a number and a number with its unit before a bare term."""


@cache
def pattern() -> re.Pattern[str]:
    """One expression for all; the name of the group that matched, less its number, is the atom's kind."""
    return re.compile("|".join(f"(?P<{name}_{index}>{source})" for index, (name, source) in enumerate(_ORDER)))


@cache
def kinds() -> dict[str, AtomKind]:
    """Group name of `pattern` → kind."""
    return {f"{name}_{index}": AtomKind(name) for index, (name, _) in enumerate(_ORDER)}
