from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.keys import shaped
from policydiff.tokens import AtomKind, atoms, segmenter, words

SEED = Path(__file__).parents[2] / "corpus" / "sources" / "smart-city-policy-compilation.txt"

WHOLE = [
    ("达到80%以上", "80%", AtomKind.NUMBER),
    ("建成3个以上", "3个", AtomKind.NUMBER),
    ("规模1.5亿元。", "1.5亿元", AtomKind.NUMBER),
    ("占比63%～68%，", "63%～68%", AtomKind.NUMBER),
    ("基站10 万个", "10 万个", AtomKind.NUMBER),
    ("算力100EFLOPS以上", "100EFLOPS", AtomKind.NUMBER),
    ("提高3个百分点", "3个百分点", AtomKind.NUMBER),
    ("投入1,000亿元", "1,000亿元", AtomKind.NUMBER),
    ("１５％以上", "１５％", AtomKind.NUMBER),
    ("处一万元以上罚款", "一万元", AtomKind.NUMBER),
    ("三十日内", "三十日", AtomKind.NUMBER),
    ("百分之五十以上", "百分之五十", AtomKind.NUMBER),
    ("三分之二以上", "三分之二", AtomKind.NUMBER),
    ("自2025年12月31日起", "2025年12月31日", AtomKind.DATE),
    ("到2022 年,建成", "2022 年", AtomKind.DATE),
    ("到2022年底前", "2022年底", AtomKind.DATE),
    ("二〇二五年十二月三十一日起", "二〇二五年十二月三十一日", AtomKind.DATE),
    ("规划(2018-2022年)印发", "2018-2022年", AtomKind.DATE),
    ("2021年3月至2022年5月", "2021年3月至2022年5月", AtomKind.DATE),
    ("按照国发〔2021〕29号要求", "国发〔2021〕29号", AtomKind.DOC_NUMBER),
    ("按照国发202129号要求", "国发202129号", AtomKind.DOC_NUMBER),
    ("按照国发(2021)29号要求", "国发(2021)29号", AtomKind.DOC_NUMBER),
    ("(京大数据发20211 号)", "京大数据发20211 号", AtomKind.DOC_NUMBER),
    ("国务院令第719号公布", "国务院令第719号", AtomKind.DOC_NUMBER),
    ("根据《智慧城市建设指标》编制", "《智慧城市建设指标》", AtomKind.TITLE),
    ("推进5G建设", "5G", AtomKind.TERM),
    ("部署IPv6网络", "IPv6", AtomKind.TERM),
    ("发展NB-IoT网络", "NB-IoT", AtomKind.TERM),
    ("刷POS机", "POS", AtomKind.TERM),
    ("构建“1+3+N”体系", "1+3+N", AtomKind.TERM),
    ("标准DB37/T3890规定", "DB37/T3890", AtomKind.TERM),
    ("“十四五”期间", "十四五", AtomKind.TERM),
    ("（一）总体要求", "（一）", AtomKind.LABEL),
    ("一、总体要求", "一、", AtomKind.LABEL),
    ("第十二条 国家", "第十二条", AtomKind.LABEL),
    ("第二十三条之一规定", "第二十三条之一", AtomKind.LABEL),
    ("1.推进", "1.", AtomKind.LABEL),
    ("①推进", "①", AtomKind.LABEL),
]

NOT_NUMBERS = [
    ("一次性补助", "一次性"), ("三农工作", "三农"), ("召开二十大", "二十大"), ("千万不要", "千万"),
    ("十分重要", "十分"), ("第三方机构", "第三方"), ("5个人信息", "个人信息"), ("100人民法院", "人民法院"),
    ("3项目标", "目标"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whole", "kind"), WHOLE)
def test_is_one_atom(text: str, whole: str, kind: AtomKind) -> None:
    assert (whole, kind) in [(a.text, a.kind) for a in atoms(text)]


@pytest.mark.parametrize(("text", "word"), NOT_NUMBERS)
def test_words_that_look_like_numbers_stay_words(text: str, word: str) -> None:
    assert (word, AtomKind.WORD) in [(a.text, a.kind) for a in atoms(text)]


def test_enumerator_must_open_a_sentence() -> None:
    assert "二、" not in [a.text for a in atoms("发展一、二、三产业")]


def test_words_open_titles_that_atoms_keep() -> None:
    assert words("印发《发展规划》") == ["印发", "《", "发展", "规划", "》"]


def test_a_bracket_that_closes_too_late_makes_no_title() -> None:
    assert all(a.kind is not AtomKind.TITLE for a in atoms("《" + "发展" * 200 + "》"))


def _boundaries(pieces: list[str]) -> set[int]:
    ends, position = set(), 0
    for piece in pieces:
        position += len(piece)
        ends.add(position)
    return ends


def test_words_agree_with_jieba_outside_protected_stretches() -> None:
    jieba = pytest.importorskip("jieba")
    text = shaped(SEED.read_text(encoding="utf-8"))
    ours, inside = set(), set()
    for atom in atoms(text):
        ours.add(atom.end)
        if atom.kind not in (AtomKind.WORD, AtomKind.MARK):
            inside.update(range(atom.start + 1, atom.end))
    oracle = _boundaries(jieba.lcut(text)) - inside
    agreed = len(ours & oracle)
    assert 2 * agreed / (len(ours) + len(oracle)) >= 0.99


def test_jieba_stands_in_for_rjieba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmenter, "_cutter", segmenter._jieba_cut)
    assert segmenter.cut("推进智慧城市建设") == ["推进", "智慧", "城市", "建设"]


def test_a_long_unbroken_run_is_cut_as_its_parts_are() -> None:
    run = "推进智慧城市建设" * 400
    assert segmenter.cut(run) == ["推进", "智慧", "城市", "建设"] * 400


@pytest.mark.parametrize("piece", ["智慧", "1", "一", "国发", "《", "a-", " ", "\n", "百分之", "第一", "2021年", "(1"])
def test_repetition_is_covered_and_ends(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert "".join(a.text for a in atoms(text)) == text
