"""Every second figure of the manifest of bench/make_figures by matplotlib, to PNG and SVG.

python3 figures_matplotlib.py 1|2 figures.ini
"""
import csv
import re
import sys
from datetime import date

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def read_table(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] for row in rows] for name in rows[0]}


def plot(axes, chart, table):
    values = [float(cell) for cell in table["value"]]
    if chart == "line":
        axes.plot([date.fromisoformat(cell) for cell in table["day"]], values)
        axes.set_ylabel("US$ million")
    elif chart == "bar":
        sums = {}
        for kind, value in zip(table["kind"], values):
            sums[kind] = sums.get(kind, 0) + value
        axes.bar(*zip(*sorted(sums.items(), key=lambda item: -item[1])))
        axes.set_ylabel("US$ million")
    elif chart == "scatter":
        axes.scatter(values, [float(cell) for cell in table["other"]])
    else:
        axes.hist(values)
    axes.grid(axis="y")


def main(half, manifest):
    groups = re.findall(r"\[(.+?)\]\n(.+?)\n\n", open(manifest).read(), re.S)
    for name, body in groups[half - 1 :: 2]:
        keys = dict(line.split("=", 1) for line in body.split("\n"))
        figure, axes = plt.subplots(figsize=(8, 5), dpi=200)
        plot(axes, keys["chart"], read_table(keys["data"]))
        axes.set_title(keys["title"])
        figure.savefig(f"matplotlib/{name}.png")
        figure.savefig(f"matplotlib/{name}.svg")
        plt.close(figure)


main(int(sys.argv[1]), sys.argv[2])
