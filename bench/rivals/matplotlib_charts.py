"""python3 matplotlib_charts.py bar|lines|long|points|sums CSV OUT.svg|OUT.png

Without pyplot, and pandas only for the long files: the leanest way.
"""
import csv
import sys

import matplotlib
from matplotlib.figure import Figure

matplotlib.rcParams.update({"font.family": "Liberation Sans", "svg.fonttype": "none"})


def bar(axes, path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    bars = axes.bar([row["year"] for row in rows], [float(row["total"]) for row in rows])
    axes.bar_label(bars, fmt="%d")
    axes.set_title("Singapore's trade with North Korea", loc="left")
    axes.set_ylabel("thousand Singapore dollars")


def lines(axes, path):
    series = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            xs, ys = series.setdefault(row["series"], ([], []))
            xs.append(float(row["month"]))
            ys.append(float(row["value"]))
    for name, (xs, ys) in series.items():
        axes.plot(xs, ys, label=name)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("month")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)


def long(axes, path):
    import pandas

    table = pandas.read_csv(path)
    axes.plot(table["t"].to_numpy(), table["value"].to_numpy(), linewidth=1.5)
    axes.set_xlabel("t")
    axes.set_ylabel("value")


def points(axes, path):
    import pandas

    for name, group in pandas.read_csv(path, dtype={"category": "category"}).groupby("category"):
        axes.plot(group["x"].to_numpy(), group["y"].to_numpy(), "o", markersize=2,
                  markeredgewidth=0, label=name)
    axes.set_xlabel("x")
    axes.set_ylabel("y")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False, markerscale=3)


def sums(axes, path):
    import pandas

    table = pandas.read_csv(path).groupby(["year", "country"])["value"].sum().unstack()
    for name in table:
        axes.plot(table.index, table[name] / 1e6, label=name)
    axes.set_ylabel("value, million")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)


kind, path, out = sys.argv[1:]
figure = Figure(figsize=(8, 5), dpi=200, layout="tight")
axes = figure.subplots()
axes.grid(axis="y", color="#dddddd")
axes.set_axisbelow(True)
axes.spines[["left", "top", "right"]].set_visible(False)
{"bar": bar, "lines": lines, "long": long, "points": points, "sums": sums}[kind](axes, path)
figure.savefig(out)
