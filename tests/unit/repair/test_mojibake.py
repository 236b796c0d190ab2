from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from policydiff.model import Change, apply
from policydiff.repair import mojibake, pinyin_hints
from policydiff.repair.finding import Finding
from policydiff.repair.mojibake.channel import EVERYTHING, Channel, Private
from policydiff.repair.mojibake.evidence import channel_of
from policydiff.repair.mojibake.prose import Prose, counted, parsed, plain, prose

SEED = Path(__file__).parents[3] / "corpus" / "sources" / "smart-city-policy-compilation.txt"

COMPILATION = Channel(replaced=frozenset(ord(c) + 0x80 for c in "!,;?"), barriers=frozenset("、"))

LOCI = (
    ("規模化部署，", "規?;渴?,"),
    ("干預。可管可控，", "干預??晒芸煽?,"),
    ("改善。基礎設施", "改善?;A設施"),
    ("建設。縣城", "建設??h城"),
    ("社保卡、駕", "社???、駕"),
    ("社保卡應用，", "社??☉?,"),
    ("指標。現就", "指標?,F就"),
    ("做到專款專用，", "做到??顚S?,"),
    ("平臺。基于“城市碼”", "平臺?;凇俺鞘写a”"),
    ("水平。基于市大數據平臺,", "水平?;谑写髷祿脚_,"),
    ("環保“測管治”", "環?!皽y管治”"),
    ("燈桿。基于“時空", "燈桿?;凇皶r空"),
    ("惠民。基于特殊人員", "惠民?;谔厥馊藛T"),
    ("能力。基于全市時空", "能力?;谌袝r空"),
    ("一張圖。織密生態", "一張圖??椕苌鷳B"),
    ("以上。基本建成跨部門", "以上?;窘ǔ煽绮块T"),
    ("總體架構。“1”即", "總體架構?!?”即"),
    ("建設標桿。“5”即", "建設標桿?!?”即"),
    ("智能化水平。“3”即", "智能化水平?!?”即"),
)
"""The nineteen garbled runs of the compilation, as they were and as they are."""


@cache
def seed() -> str:
    """The compilation with its counters taken out."""
    return re.sub(r"\n?^\d+、", "", SEED.read_text(encoding="utf-8"), flags=re.MULTILINE)


@cache
def seed_findings() -> list[Finding]:
    return mojibake.find(seed())


@pytest.mark.parametrize(("original", "observed"), LOCI)
def test_the_forward_model_garbles_every_run_of_the_compilation_as_it_is(original: str, observed: str) -> None:
    assert COMPILATION.damage(original) == observed
    assert observed in seed().replace("\n", "") or original.startswith(("水平", "建設標", "干預"))


@pytest.mark.parametrize(
    ("private", "expected"),
    [(Private.DROP, "規?;渴?,"), (Private.MARK, "規?;?渴?,"), (Private.SPLIT, "規?;?部署,")],
)
def test_decoders_differ_in_what_has_no_character(private: Private, expected: str) -> None:
    channel = Channel(private=private)
    assert channel.damage("規模化部署，") == expected


def test_digits_are_kept_by_a_decoder_that_does_not_look_ahead() -> None:
    assert Channel(lookahead=False).damage("架构。“1”即") == "架构?!?1”即"


def test_all_full_width_forms_can_be_replaced() -> None:
    assert Channel(replaced=EVERYTHING, lookahead=False).damage("责任。大").startswith("责任?4")


def test_the_compilation_shows_which_marks_were_replaced() -> None:
    channel = channel_of(seed())
    assert {ord(c) + 0x80 for c in "!,;?"} <= channel.replaced
    assert ord(":") + 0x80 not in channel.replaced  # 。夯 stands intact
    assert channel.barriers == frozenset("、")  # 保、 stands intact


def test_every_run_of_the_compilation_is_repaired_right_or_flagged() -> None:
    text = seed()
    places = seed_findings()
    assert len(places) == len(LOCI)
    wrong = []
    for finding in places:
        if finding.after == text[finding.start : finding.end]:
            continue
        sure = [o for o, d in LOCI if text[finding.start : finding.end] in d and finding.after in _half(o)]
        if not sure:
            wrong.append((text[finding.start : finding.end], finding.after))
    assert not wrong
    assert sum(f.after != text[f.start : f.end] for f in places) >= 10


def _half(text: str) -> str:
    return text.replace("，", ",")


def test_a_swallowed_digit_is_flagged_with_the_likely_ones_first() -> None:
    text = seed()
    lost = [f for f in seed_findings() if text[f.start : f.end] == "?!?”"]
    assert len(lost) == 3
    for finding in lost:
        assert finding.after == "?!?”"
        assert len(finding.candidates) == 5
        assert all(re.fullmatch("。“[0-9]”", c) for c in finding.candidates)
    assert {"。“1”", "。“3”", "。“5”"} <= set(lost[0].candidates)


def test_an_accepted_reading_turns_into_what_was_seen() -> None:
    text = seed()
    channel = channel_of(text)
    for finding in seed_findings():
        before = text[finding.start : finding.end]
        for reading in {finding.after, *finding.candidates} - {before}:
            original = reading.translate({ord(","): "，"})
            assert channel.damage(original + "。") == before + "。"


def test_a_page_number_in_a_run_is_left_alone() -> None:
    text = seed()
    run = next(f for f in seed_findings() if text[f.start :].startswith("?;谌"))
    assert text[run.end : run.end + 3] == "空62"


def test_what_is_repaired_stays_repaired() -> None:
    text = seed()
    done, _ = apply(text, [Change(f.start, f.end, f.after) for f in seed_findings()])
    again = mojibake.find(done)
    assert [f for f in again if f.after != done[f.start : f.end]] == []


@pytest.mark.parametrize(
    "text",
    [
        "如何办理?答:到窗口办理。什么是居住证???可以网上办吗??可以。真的?!太好了。",
        "Why? Because the policy applies (does it?), see https://example.org/a?id=3&b=政策",
        "下列哪项正确?A、甲;B、乙。对不对?;是的。C正确吗?D正确。",
        "他说“你来吗?”我说“来!”谁知道呢?!”他走了。为什么?,因为下雨。",
        "怎么办??????\n没有人知道???,大家都在问???;",
        "会议讨论了以下问题:(一)资金从哪里来?(二)项目谁来建?(三)后续怎么管?",
        "café São Paulo, naïve façade: “Ça va?” ± 5 °C",
        "",
    ],
)
def test_genuine_questions_are_left_alone(text: str) -> None:
    assert mojibake.find(text) == []


def test_clean_text_loads_nothing() -> None:
    code = (
        "import sys; from policydiff.repair.mojibake import find; assert find('第一条 为了规范。' * 999) == [];"
        "from policydiff.repair.mojibake import lexicon, prose;"
        "assert not lexicon.lexicon.cache_info().currsize and not prose.prose.cache_info().currsize;"
        "assert 'numpy' not in sys.modules and 'jieba' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_text_full_of_question_marks_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    from policydiff.repair.mojibake import halved

    monkeypatch.setattr(halved, "MOST_RUNS", 5)
    assert mojibake.find("规?;渴" * 2000) == []


SENTENCE = "国务院关于加强数字政府建设的指导意见"


@pytest.mark.parametrize("encoding", ["gb18030", "cp1252", "latin-1"])
def test_utf8_read_as_something_else_is_read_again(encoding: str) -> None:
    source = SENTENCE if encoding != "cp1252" else "政策文件：规划，月。"
    text = "前文。" + source.encode("utf-8").decode(encoding) + "\n后文。"
    done, _ = apply(text, [Change(f.start, f.end, f.after) for f in mojibake.find(text)])
    assert done == f"前文。{source}\n后文。"


def test_a_character_cut_at_the_end_stays() -> None:
    wrong = SENTENCE[:5].encode("utf-8").decode("gb18030", errors="replace")
    (finding,) = mojibake.find(wrong)
    assert finding.after == SENTENCE[: len(finding.after)]
    assert len(finding.after) >= 4


@pytest.mark.parametrize("lost", ["锟斤拷锟斤拷", "烫烫烫烫"])
def test_what_is_beyond_repair_is_flagged(lost: str) -> None:
    text = f"本办法{lost}自发布之日起施行。"
    assert mojibake.find(text) == [Finding(3, 3 + len(lost), lost, 0.99)]


def test_pinyin_hints_are_taken_out_where_there_are_many() -> None:
    text = "推動發(fā)展,記(jì)錄進(jìn)度,開會(huì)討論,國(guó)家標準(附件)。"
    done, _ = apply(text, [Change(f.start, f.end, f.after) for f in pinyin_hints.find(text)])
    assert done == "推動發展,記錄進度,開會討論,國家標準(附件)。"


def test_few_hints_or_latin_words_are_left_alone() -> None:
    assert pinyin_hints.find("重(zhòng)要, 重(chóng)复, 方案(plan)") == []
    assert pinyin_hints.find("方案(plan)標準(std)項目(item)数据(data)平台(app)系统(sys)") == []


def test_the_table_is_printed_and_read_back() -> None:
    table = counted(["国务院关于2021年规划。\n第二条", "国务院关于规划，规划。"])
    assert parsed(table.printed()) == table
    assert table.count("", "规") == 3
    assert table.count("国务", "院") == 0  # seen twice: too rare
    assert isinstance(prose(), Prose)


def test_plain_keeps_the_length() -> None:
    assert plain("發展 2021年ABC，\n") == "发展␣####年AAA,¶"
