"""What tools/bench makes of its figures."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))

from benchmark import report  # noqa: E402
from benchmark.measuring import LIMIT, OURS, PEER, Contender, Measured, Row, Table, at_least, at_most, take_turns  # noqa: E402
from benchmark.workloads import WORKLOADS  # noqa: E402


def seconds(ours, peer, limit):
    rows = [Row("Cassette", OURS, ours), Row("peer", PEER, peer), Row("slower peer", PEER, [100.0]), Row("limit", LIMIT, limit)]
    return Table("s", rows, less_is_better=True)


class Figures(unittest.TestCase):
    def test_a_ratio_says_how_many_times_as_fast_as_the_best(self):
        table = seconds([2.0], [6.0], [1.0])
        self.assertEqual(table.share(PEER), 3)
        self.assertEqual(table.share(LIMIT), 0.5)
        table.less_is_better = False
        self.assertEqual(table.share(LIMIT), 2)
        self.assertEqual(table.share(PEER), 0.02)

    def test_the_median_counts_and_nobody_is_compared_with_itself(self):
        table = seconds([9.0, 2.0, 1.0], [4.0], [1.0])
        self.assertEqual(table.share(PEER), 2)
        self.assertIsNone(table.times_as_fast(table.rows[-1], LIMIT))

    def test_everybody_takes_turns_and_the_warm_up_does_not_count(self):
        said = []

        def contender(name, **others):
            return Contender(name, OURS, lambda: said.append(name) or float(len(said)), **others)
        with tempfile.TemporaryFile("w") as quiet:
            errors, sys.stderr = sys.stderr, quiet
            try:
                table = take_turns([contender("a"), contender("b", runs=1)], 2, unit="s")
            finally:
                sys.stderr = errors
        self.assertEqual(said, ["a", "b", "a", "b", "a"])
        self.assertEqual([row.values for row in table.rows], [[3, 5], [4]])

    def test_an_aim_is_met_at_its_very_figure(self):
        self.assertTrue(at_most("ms", 3, 3.0, "ms").met)
        self.assertFalse(at_most("ms", 3, 3.01, "ms").met)
        self.assertTrue(at_least("of the limit", 0.5, 0.5, "").met)
        self.assertFalse(at_least("of the limit", 0.5, 0.49, "").met)


class Report(unittest.TestCase):
    measured = Measured([seconds([2.0], [6.0], [1.0])], [at_least("of the limit", 0.6, 0.5, ""), at_most("s", 3, 2.0, "s")])

    def written(self, path, *workloads):
        report.write(path, {each.name: report.section(each, self.measured) for each in workloads}, "Measured here.")
        return path.read_text()

    def test_the_table_at_the_top_has_a_line_for_each_workload_that_was_measured_with_all_its_aims(self):
        first, second = WORKLOADS[:2]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "performance.md"
            self.written(path, second)
            text = self.written(path, first)
        line = f"| [{first.title}](#{report.anchor(first.title)}) | ≥ 0.6 of the limit · ≤ 3 s | 0.5 · 2 s | **missed** · met |"
        self.assertIn(line, text)
        self.assertLess(text.index(line), text.index(f"[{second.title}]"))
        self.assertLess(text.index(f"## {first.title}"), text.index(f"## {second.title}"))
        self.assertEqual(text.count("Measured here."), 2)

    def test_measuring_again_replaces_the_section(self):
        workload = WORKLOADS[0]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "performance.md"
            once = self.written(path, workload)
            self.assertEqual(self.written(path, workload), once)

    def test_every_workload_says_what_it_measures_what_bounds_it_and_how_long_it_takes(self):
        self.assertEqual(len({each.name for each in WORKLOADS}), len(WORKLOADS))
        self.assertEqual(len({report.anchor(each.title) for each in WORKLOADS}), len(WORKLOADS))
        for each in WORKLOADS:
            with self.subTest(each.name):
                self.assertTrue(each.text.endswith("."))
                self.assertTrue(each.bound.endswith("."))
                self.assertGreater(each.limit_seconds, 60 * each.minutes)


if __name__ == "__main__":
    unittest.main()
