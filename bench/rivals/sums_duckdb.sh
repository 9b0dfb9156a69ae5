#!/bin/sh
# Sums by country and year with DuckDB, drawn by gnuplot: sums_duckdb.sh DUCKDB.cjs CSV OUT.png
set -eu
here=$(dirname "$0")
node "$1" "$2" "$3.csv"
exec gnuplot -c "$here/sums.gp" png "$3.csv" "$3"
