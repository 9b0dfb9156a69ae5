// node vega_lite.mjs bar|lines CSV OUT.svg|OUT.png
import fs from 'node:fs'
import * as vega from 'vega'
import { compile } from 'vega-lite'

const specs = {
  bar: {
    title: "Singapore's trade with North Korea",
    encoding: {
      x: { field: 'year', type: 'ordinal', title: null, axis: { labelAngle: 0 } },
      y: { field: 'total', type: 'quantitative', title: 'thousand Singapore dollars' },
    },
    layer: [
      { mark: 'bar' },
      { mark: { type: 'text', dy: -6 }, encoding: { text: { field: 'total', format: ',' } } },
    ],
  },
  lines: {
    mark: 'line',
    encoding: {
      x: { field: 'month', type: 'quantitative' },
      y: { field: 'value', type: 'quantitative', title: null },
      color: { field: 'series', type: 'nominal', title: null },
    },
  },
}

const [kind, csv, out] = process.argv.slice(2)
const spec = {
  width: 800,
  height: 500,
  autosize: { type: 'fit', contains: 'padding' },
  config: { font: 'Liberation Sans' },
  data: { values: fs.readFileSync(csv, 'utf8'), format: { type: 'csv' } },
  ...specs[kind],
}
const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' })
if (out.endsWith('.svg')) fs.writeFileSync(out, await view.toSVG())
else fs.writeFileSync(out, (await view.toCanvas(2)).toBuffer('image/png'))
