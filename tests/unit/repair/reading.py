"""Short ways to carry out what a repair module finds, and prose to put damage into."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.model import Change, apply
from policydiff.repair.finding import Finding

PROSE = (
    "坚持统筹规划、集约建设，推动数据资源共享开放，提升城市治理和公共服务水平。"
    "各部门结合实际制定工作措施，明确责任分工，按时完成各项任务，定期报送进展情况。"
    "鼓励企业参与建设运营，完善标准规范和评价办法，形成可持续发展的长效机制。"
)
"""Plain sentences without a figure in them."""


def mended(text: str, findings: Sequence[Finding]) -> str:
    """``text`` with all findings applied."""
    return apply(text, [Change(f.start, f.end, f.after) for f in sorted(findings)])[0]


def prose(characters: int, *, shift: int = 0) -> str:
    """So many characters of running text, beginning at another place for another ``shift``."""
    long = PROSE * (characters // len(PROSE) + 2)
    first = shift % len(PROSE)
    return long[first : first + characters]
