"""Every command on a small library: what it prints in each format, and what its exit code says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from policydiff.library import markdown
from policydiff.schemas import NAMES, schema
from policydiff_tui.app import PolicyDiffApp
from tests import samples
from tests.cli.conftest import Run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Two documents and nothing else: the bundled ones are beside it all the same."""
    folder = tmp_path / "library"
    folder.mkdir()
    for document in (samples.old(), samples.new()):
        (folder / f"{document.id}.md").write_text(markdown.dump(document), encoding="utf-8")
    return folder


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a plan as text files."""
    old, new = tmp_path / "a.txt", tmp_path / "b.txt"
    old.write_text(samples.PLAN, encoding="utf-8")
    new.write_text(samples.PLAN.replace("80%", "95%"), encoding="utf-8")
    return old, new


def checked(result: Result, name: str) -> dict[str, object]:
    """The JSON on stdout, which must satisfy its schema."""
    value: dict[str, object] = json.loads(result.stdout)
    jsonschema.validate(value, schema(name))
    assert value["schema"] == f"policydiff.{name}/1"
    return value


class TestParse:
    def test_outline(self, run: Run, files: tuple[Path, Path]) -> None:
        result = run("parse", files[0])
        assert result.exit_code == 0
        assert "二、主要任务" in result.stdout
        assert result.stderr == ""

    def test_json(self, run: Run, files: tuple[Path, Path]) -> None:
        value = checked(run("parse", files[0], "--format", "json"), "documents")
        assert value["source"]["name"] == "a.txt"  # type: ignore[index]

    def test_several_files_give_a_json_each(self, run: Run, files: tuple[Path, Path]) -> None:
        text = run("parse", *files, "--format", "json").stdout
        first, end = json.JSONDecoder().raw_decode(text)
        second = json.loads(text[end:])
        assert [value["source"]["name"] for value in (first, second)] == ["a.txt", "b.txt"]

    def test_markdown_is_what_a_library_keeps(self, run: Run, files: tuple[Path, Path]) -> None:
        text = run("parse", files[0], "--format", "markdown").stdout
        assert markdown.load(text).title == "甲市智慧城市建设规划"

    def test_nothing_is_stored(self, run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
        run("parse", files[0])
        assert not (tmp_path / "library").exists()

    def test_repairs_can_be_switched_off(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text(samples.PLAN.replace("推进", "推\u200b进"), encoding="utf-8")
        assert "--no-repair invisible" in run("parse", path).stdout
        assert "--no-repair invisible" not in run("parse", path, "--no-repair", "invisible").stdout


class TestImport:
    def test_a_line_per_document_and_again_nothing(self, run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
        first, second = run("import", *files), run("import", *files)
        assert first.exit_code == second.exit_code == 0
        assert first.stdout.splitlines()[0].startswith("added")
        assert second.stdout.splitlines()[0].startswith("unchanged")
        assert len(list((tmp_path / "library").glob("*.md"))) == 2

    def test_a_folder(self, run: Run, files: tuple[Path, Path]) -> None:
        result = run("import", files[0].parent)
        assert [line.split("  ")[0] for line in result.stdout.splitlines()[:2]] == ["added", "added under another id"]
        assert result.stdout.splitlines()[-1] == "added 1, added under another id 1"

    def test_a_library_named_on_the_command_line(self, run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
        for arguments in (["--library", tmp_path / "x", "import"], ["import", "--library", tmp_path / "y"]):
            assert run(*arguments, files[0]).exit_code == 0
        assert len(list((tmp_path / "x").glob("*.md"))) == len(list((tmp_path / "y").glob("*.md"))) == 1
        assert not (tmp_path / "library").exists()

    def test_a_bad_file_does_not_stop_the_others(self, run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
        result = run("import", files[0], tmp_path / "missing.txt", files[1])
        assert result.exit_code == 2
        assert len(list((tmp_path / "library").glob("*.md"))) == 2

    def test_damage_is_reported(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(samples.PLAN.replace("推进", "推\u200b进"), encoding="utf-8")
        assert "invisible characters" in run("import", tmp_path / "a.txt").stdout


class TestList:
    def test_table(self, run: Run, library: Path) -> None:
        result = run("list", "--region", "甲市")
        assert result.exit_code == 0
        assert "甲政发〔2021〕1号" in result.stdout
        assert result.stdout.splitlines()[-1] == "2 documents"

    def test_json(self, run: Run, library: Path) -> None:
        value = checked(run("list", "--region", "甲", "--format", "json"), "documents")
        assert {document["id"] for document in value["documents"]} == {"jia-2021", "jia-2025"}  # type: ignore[attr-defined,union-attr]

    def test_csv(self, run: Run, library: Path) -> None:
        rows = list(csv.DictReader(io.StringIO(run("list", "--region", "甲", "--format", "csv").stdout)))
        assert {row["id"] for row in rows} == {"jia-2021", "jia-2025"}

    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            (["--region", "甲"], {"jia-2021", "jia-2025"}),
            (["--region", "甲", "--year", "2021"], {"jia-2021"}),
            (["--region", "甲", "--level", "city"], {"jia-2021"}),
            (["--region", "甲", "--kind", "规划"], {"jia-2021"}),
            (["--region", "甲", "--period", "2021-2025"], {"jia-2021"}),
            (["--region", "甲", "--search", "旧平台 共享率"], {"jia-2021"}),
            (["--region", "甲", "--year", "2021", "--year", "2025"], {"jia-2021", "jia-2025"}),
            (["--region", "甲", "--year", "1999"], set()),
        ],
        ids=lambda values: " ".join(sorted(values)),
    )
    def test_filters(self, run: Run, library: Path, filters: list[str], found: set[str]) -> None:
        value = json.loads(run("list", "--format", "json", *filters).stdout)
        assert {document["id"] for document in value["documents"]} == found

    def test_a_broken_file_is_told_and_left_out(self, run: Run, library: Path) -> None:
        (library / "broken.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
        result = run("list", "--region", "甲")
        assert result.exit_code == 0
        assert "broken.md" in result.stderr
        assert result.stdout.splitlines()[-1] == "2 documents"


class TestShow:
    @pytest.mark.parametrize("name", ["jia-2021", "jia-2021.md", "甲政发〔2021〕1号", "甲政发2021 1号"])
    def test_by_any_name(self, run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        monkeypatch.chdir(library)
        assert "甲市智慧城市规划" in run("show", name).stdout

    def test_text(self, run: Run, library: Path) -> None:
        assert "到2025年，数据共享率达到80%以上。" in run("show", "jia-2021", "--format", "text").stdout

    def test_markdown_comes_back(self, run: Run, library: Path) -> None:
        assert markdown.load(run("show", "jia-2021", "--format", "markdown").stdout) == samples.old()

    def test_json(self, run: Run, library: Path) -> None:
        value = checked(run("show", "jia-2021", "--format", "json"), "documents")
        assert len(value["documents"]) == 1  # type: ignore[arg-type]

    def test_an_ambiguous_name_lists_what_it_could_be(self, run: Run, library: Path) -> None:
        result = run("show", "jia")
        assert result.exit_code == 2
        assert "jia-2021" in result.stderr
        assert "jia-2025" in result.stderr


class TestRemove:
    def test_asks_first(self, run: Run, library: Path) -> None:
        assert run("remove", "jia-2021", typed="n\n").exit_code == 0
        assert (library / "jia-2021.md").exists()
        result = run("remove", "jia-2021", typed="y\n")
        assert (result.exit_code, result.stdout) == (0, "")
        assert not (library / "jia-2021.md").exists()

    def test_yes(self, run: Run, library: Path) -> None:
        assert run("remove", "--yes", "jia-2021").exit_code == 0
        assert not (library / "jia-2021.md").exists()

    def test_nobody_answers(self, run: Run, library: Path) -> None:
        result = run("remove", "jia-2021", typed="")
        assert result.exit_code == 2
        assert "--yes" in result.stderr
        assert (library / "jia-2021.md").exists()


class TestDiff:
    def test_differences_are_exit_1(self, run: Run, files: tuple[Path, Path]) -> None:
        result = run("diff", *files)
        assert result.exit_code == 1
        assert "95" in result.stdout
        assert result.stderr == ""

    def test_none_are_exit_0(self, run: Run, files: tuple[Path, Path]) -> None:
        assert run("diff", files[0], files[0]).exit_code == 0
        assert run("diff", files[0], files[0], "--stat").exit_code == 0
        assert run("diff", files[0], files[0], "--format", "json").exit_code == 0

    def test_json(self, run: Run, files: tuple[Path, Path]) -> None:
        value = checked(run("diff", *files, "--format", "json"), "comparison")
        assert value["mode"] == "version"
        for side, kind in ((0, "delete"), (1, "insert")):
            text = "".join(e[1] for pair in value["pairs"] for e in pair["edits"] if e[0] in ("equal", kind))  # type: ignore[attr-defined,union-attr]
            assert ("80%" in text) is (side == 0)

    def test_into_a_file(self, run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
        result = run("diff", *files, "-o", tmp_path / "out.txt")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "95" in (tmp_path / "out.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize("option", [("--mode", "region"), ("--unit", "word"), ("--preset", "strict")], ids=" ".join)
    def test_settings_are_taken_and_recorded(self, run: Run, files: tuple[Path, Path], option: tuple[str, str]) -> None:
        value = checked(run("diff", *files, "--format", "json", *option), "comparison")
        assert value["settings"][option[0].removeprefix("--")] == option[1]  # type: ignore[index]

    def test_only_leaves_rows_out(self, run: Run, files: tuple[Path, Path]) -> None:
        assert "总体要求" not in run("diff", *files, "--only", "modified").stdout
        assert "总体要求" in run("diff", *files, "--only", "unchanged").stdout
        assert "总体要求" in run("diff", *files, "--full").stdout

    def test_stat_has_no_text(self, run: Run, files: tuple[Path, Path]) -> None:
        result = run("diff", *files, "--stat")
        assert "1 row" in result.stdout or "rows" in result.stdout
        assert "数据共享率" not in result.stdout

    def test_explain(self, run: Run, files: tuple[Path, Path]) -> None:
        result = run("diff", *files, "--explain", "2")
        assert result.exit_code == 1
        assert "主要任务" in result.stdout
        assert "confidence" in result.stdout

    def test_explaining_nothing(self, run: Run, files: tuple[Path, Path]) -> None:
        result = run("diff", *files, "--explain", "9.9")
        assert result.exit_code == 2
        assert "9.9" in result.stderr

    def test_view_options_do_not_go_with_data(self, run: Run, files: tuple[Path, Path]) -> None:
        result = run("diff", *files, "--stat", "--format", "json")
        assert result.exit_code == 2
        assert "--stat" in result.stderr

    def test_parts_of_a_file(self, run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert run("diff", "jia-2021", f"{library / 'jia-2025.md'}#1").exit_code == 1


class TestCorrections:
    def test_pin_is_kept_and_applied_and_taken_back(self, run: Run, library: Path) -> None:
        def links() -> dict[tuple[str, str], bool]:
            value = json.loads(run("diff", "jia-2021", "jia-2025", "--format", "json").stdout)
            return {(link["old"], link["new"]): link["pinned"] for link in value["links"]}

        assert not any(links().values())
        assert run("pin", "jia-2021#2.2", "jia-2025#2.1").exit_code == 0
        assert links()["2.2", "2.1"]
        assert run("forbid", "jia-2021#2.2", "jia-2025#2.1").exit_code == 0
        assert ("2.2", "2.1") not in links()
        assert run("unpin", "jia-2021#2.2", "jia-2025#2.1").exit_code == 0
        assert "Nothing had been said" in run("unpin", "jia-2021#2.2", "jia-2025#2.1").stderr

    @pytest.mark.parametrize(
        "names", [("jia-2021", "jia-2025#1"), ("jia-2021#9", "jia-2025#1"), ("nobody#1", "jia-2025#1")], ids=" ".join
    )
    def test_what_does_not_exist_is_trouble(self, run: Run, library: Path, names: tuple[str, str]) -> None:
        for command in ("pin", "forbid", "unpin"):
            assert run(command, *names).exit_code == 2


class TestMatrix:
    def test_table(self, run: Run, library: Path) -> None:
        result = run("matrix", "jia-2021", "jia-2025")
        assert result.exit_code == 0
        assert "甲市智慧城市规划" in result.stdout

    @pytest.mark.parametrize("measure", ["tfidf-word", "tfidf-char"])
    @pytest.mark.parametrize("by", ["document", "section"])
    def test_json(self, run: Run, library: Path, by: str, measure: str) -> None:
        value = checked(
            run("matrix", "jia-2021", "jia-2025", "--by", by, "--measure", measure, "--format", "json"), "matrix"
        )
        assert (value["by"], value["measure"]) == (by, measure)
        rows = value["values"]
        assert all(rows[i][i] == 1 and rows[i][j] == rows[j][i] for i in range(len(rows)) for j in range(len(rows)))  # type: ignore[arg-type,index]

    def test_csv(self, run: Run, library: Path) -> None:
        rows = list(csv.reader(io.StringIO(run("matrix", "--region", "甲", "--format", "csv").stdout)))
        assert rows[0] == ["id", "title", "jia-2021", "jia-2025"] or rows[0] == ["id", "title", "jia-2025", "jia-2021"]
        assert len(rows) == 3

    def test_no_document_passes(self, run: Run, library: Path) -> None:
        assert run("matrix", "--year", "1999").exit_code == 0

    def test_names_and_filters_together_are_refused(self, run: Run, library: Path) -> None:
        result = run("matrix", "jia-2021", "--year", "2021")
        assert result.exit_code == 2
        assert "filter" in result.stderr


class TestSearch:
    def test_table(self, run: Run, library: Path) -> None:
        result = run("search", "数据共享率达到", "--region", "甲")
        assert result.exit_code == 0
        assert "jia-2021#2.1" in result.stdout

    def test_json(self, run: Run, library: Path) -> None:
        value = checked(run("search", "数据共享率达到", "--region", "甲", "--top", "1", "--format", "json"), "hits")
        assert len(value["hits"]) == 1  # type: ignore[arg-type]

    def test_csv(self, run: Run, library: Path) -> None:
        assert run("search", "共享率", "--region", "甲", "--format", "csv").stdout.startswith("score,document,")

    def test_a_passage_from_the_input(self, run: Run, library: Path) -> None:
        assert "旧平台" in run("search", "-", "--region", "甲", typed="清理旧平台\n").stdout

    def test_nothing_to_search_for(self, run: Run, library: Path) -> None:
        assert run("search", " ").exit_code == 2
        assert run("search", "-", typed="").exit_code == 2

    def test_nothing_found(self, run: Run, library: Path) -> None:
        assert run("search", "水稻", "--region", "甲").exit_code == 0


class TestSchema:
    @pytest.mark.parametrize("name", NAMES)
    def test_each_is_a_schema(self, run: Run, name: str) -> None:
        jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))


class TestTui:
    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[PolicyDiffApp]:
        """The applications that would have been run."""
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        found: list[PolicyDiffApp] = []

        def pretend(app: PolicyDiffApp) -> None:
            found.append(app)

        monkeypatch.setattr(PolicyDiffApp, "run", pretend)
        return found

    def test_it_opens_on_the_two_documents(self, run: Run, library: Path, opened: list[PolicyDiffApp]) -> None:
        assert run("tui", "jia-2021", "jia-2025").exit_code == 0
        assert [document.id for document in opened[0].documents or ()] == ["jia-2021", "jia-2025"]

    def test_it_opens_on_the_library(
        self, run: Run, library: Path, opened: list[PolicyDiffApp], tmp_path: Path
    ) -> None:
        assert run("tui").exit_code == run("--library", tmp_path / "x", "tui").exit_code == 0
        assert [app.documents for app in opened] == [None, None]
        assert [app.session.library.folder.name for app in opened] == ["library", "x"]

    def test_one_document_is_not_enough(self, run: Run, library: Path, opened: list[PolicyDiffApp]) -> None:
        assert run("tui", "jia-2021").exit_code == 2

    def test_names_are_resolved_before_it_opens(self, run: Run, library: Path, opened: list[PolicyDiffApp]) -> None:
        assert run("tui", "jia-2021", "nobody").exit_code == 2
        assert opened == []


class TestLibraryFolder:
    def test_a_file_is_no_library(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "library").write_text("x", encoding="utf-8")
        result = run("list")
        assert result.exit_code == 2
        assert "library" in result.stderr
