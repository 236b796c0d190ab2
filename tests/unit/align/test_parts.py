from __future__ import annotations

import numpy as np
import pytest

from policydiff.align.engine import sides
from policydiff.align.evidence import Subject
from policydiff.align.flows import shared
from policydiff.align.masks import masked, own_names
from policydiff.align.ranking import rivals
from policydiff.align.relation import relation
from policydiff.align.roles import roles
from policydiff.align.table import increasing
from policydiff.align.units import MOST_PIECES, units
from policydiff.align.values import Preset
from policydiff.align.weights import Bar, shipped
from policydiff.model import Document, Mode
from tests.factory import document, preamble, section


def test_masks_hide_places_and_issuers_but_no_other_word() -> None:
    plan = document(region="天津市", issuers=("天津市人民政府办公厅",))
    assert masked("天津市人民政府办公厅推进本市建设", own_names(plan)) == "推进本地建设"
    assert masked("我省与浙江省共建全市平台") == "本地与共建本地平台"
    assert masked("本市级部门") == "本市级部门"


def test_the_nation_is_nobodys_region() -> None:
    assert own_names(document(region="国家")) == ()


def test_roles_tell_a_duty_from_its_penalty() -> None:
    duty, penalty = "单位应当制定应急预案。", "单位未制定应急预案的，责令限期改正，处五千元罚款。"
    assert "penalty" in roles(penalty)
    assert "penalty" not in roles(duty)


def test_units_are_what_has_text_a_table_or_a_heading_alone() -> None:
    found = units(
        document(
            preamble("前言。"),
            section("一、", "目标", "", section("（一）", "速度", "到二〇三〇年。")),
            section("二、", "附则"),
        )
    )
    assert found.ids == ("0", "1.1", "2")
    assert found.leads == ("前言。", "速度", "附则")


def test_a_section_of_endless_sentences_has_a_bounded_number_of_pieces_and_loses_nothing() -> None:
    text = "".join(f"第{number}项工作按期完成。" for number in range(3 * MOST_PIECES + 1))
    (pieces,) = units(document(section("一、", "任务", text))).sentences
    assert len(pieces) <= MOST_PIECES
    assert "".join(pieces) == text


def test_rivals_rank_within_their_group() -> None:
    found = rivals(np.array([0.2, 0.9, 0.5, 0.4]), np.array([0, 0, 0, 1]))
    assert found.rank.tolist() == pytest.approx([1 / 3, 1.0, 0.5, 1.0])
    assert found.lead.tolist() == pytest.approx([-0.7, 0.4, -0.4, 0.4])
    assert found.other.tolist() == [1, 2, 1, -1]


def test_a_longest_run_keeps_its_order() -> None:
    assert increasing([3, 0, 1, 2]) == {1, 2, 3}
    assert increasing([]) == set()


def test_flow_shares_count_every_character_once() -> None:
    old, new = ["甲乙丙丁戊己庚辛壬癸"], ["甲乙丙丁戊己庚辛", "前言壬癸甲乙丙丁戊己后记"]
    assert shared(old, new) == {(0, 0): (0.8, 1.0), (0, 1): (0.0, 0.5)}


def test_equal_texts_that_stand_once_are_each_others_whole() -> None:
    assert shared(["甲" * 20, "乙" * 20], ["乙" * 20, "甲" * 20]) == {(0, 1): (1.0, 1.0), (1, 0): (1.0, 1.0)}


def test_shipped_presets_promise_less_the_looser_they_are() -> None:
    weights = shipped()
    order = (Preset.STRICT, Preset.BALANCED, Preset.LOOSE)
    for bars in weights.presets.values():
        for table in ({p: bars[p].least for p in order}, {p: bars[p].precision for p in order}):
            assert sorted((table[p] for p in order), reverse=True) == [table[p] for p in order]
        assert bars[Preset.STRICT].precision >= 0.95


def test_a_bar_rises_until_a_comparison_keeps_the_promise() -> None:
    bar = Bar(least=0.8, precision=0.96)
    assert bar.height(np.array([0.99, 0.98, 0.82, 0.2]), None) == 0.8
    assert bar.height(np.array([0.99, 0.98, 0.97, 0.9, 0.2]), 0.95) == 0.9
    assert bar.height(np.array([0.97, 0.85, 0.81]), 0.95) == 0.97
    assert bar.height(np.array([0.93, 0.85]), 0.95) == 0.95
    assert bar.height(np.array([0.2]), 0.95) == 0.95


def test_unrelated_documents_share_keywords_of_no_subject() -> None:
    def about(title: str, *texts: str) -> Document:
        return document(*(section(f"第{n}条", "", text) for n, text in enumerate(texts, 1)), title=title)

    farm = about("农业机械化促进条例", "推广先进适用的农业机械，提高农业机械化水平。", "农机购置补贴资金专款专用。")
    fire = about("消防条例", "加强消防队伍和消防设施建设，预防火灾。", "消防经费列入财政预算，专款专用。")
    other = about("农业机械管理办法", "农业机械的推广使用应当先进适用。", "农机购置补贴按照规定发放。")
    weights = shipped().related
    alike, unlike = (
        float(weights.chance(relation(Subject(*sides(farm, one, Mode.REGION))))[0]) for one in (other, fire)
    )
    assert alike > 0.9
    assert unlike < 0.7  # so little text says little; whole documents differ more


def test_the_calibration_increases() -> None:
    chances = shipped().calibrated(np.linspace(0.001, 0.999, 50))
    assert (np.diff(chances) > 0).all()
