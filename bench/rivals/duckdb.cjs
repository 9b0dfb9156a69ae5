// Sums by country and year: node duckdb.cjs CSV OUT.csv
const { DuckDBInstance } = require('@duckdb/node-api')

async function main(csv, out) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`COPY (SELECT country, year, sum(value) AS value FROM read_csv('${csv}')
    GROUP BY ALL ORDER BY ALL) TO '${out}' (HEADER false)`)
}

main(process.argv[2], process.argv[3])
