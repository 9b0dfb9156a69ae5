// node echarts.cjs bar|lines|long CSV OUT.svg|OUT.png
const fs = require('fs')
const echarts = require('echarts/dist/echarts.min.js')

const text = { fontFamily: 'Liberation Sans', fontSize: 12 }

// The cells of a small file without quotes.
function rows(csv) {
  return fs.readFileSync(csv, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
}

// The numbers "t,value" of a large file, read out of its bytes: x and y in turn.
function pairs(csv) {
  const bytes = fs.readFileSync(csv)
  let values = new Float64Array(1 << 20)
  let n = 0, number = 0, scale = 0, sign = 1
  for (let i = bytes.indexOf(10) + 1; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte >= 48 && byte <= 57) {
      number = number * 10 + byte - 48
      scale *= 10
    } else if (byte === 46) {
      scale = 1
    } else if (byte === 45) {
      sign = -1
    } else {
      if (n === values.length) {
        const grown = new Float64Array(2 * n)
        grown.set(values)
        values = grown
      }
      values[n++] = (sign * number) / (scale || 1)
      number = scale = 0
      sign = 1
    }
  }
  return values.subarray(0, n)
}

const options = {
  bar(csv) {
    const table = rows(csv)
    return {
      title: { text: "Singapore's trade with North Korea" },
      xAxis: { type: 'category', data: table.map((row) => row[0]) },
      yAxis: { name: 'thousand Singapore dollars' },
      series: [{ type: 'bar', data: table.map((row) => +row[3]), label: { show: true, position: 'top' } }],
    }
  },
  lines(csv) {
    const names = new Map()
    for (const [month, value, name] of rows(csv))
      names.set(name, [...(names.get(name) ?? []), [+month, +value]])
    return {
      legend: { right: 0, top: 'middle', orient: 'vertical' },
      grid: { right: 80 },
      xAxis: { type: 'value', name: 'month', nameLocation: 'middle', nameGap: 30 },
      yAxis: { type: 'value', min: 0 },
      series: [...names].map(([name, data]) => ({ type: 'line', name, data, showSymbol: false })),
    }
  },
  long(csv) {
    return {
      xAxis: { type: 'value', name: 't', nameLocation: 'middle', nameGap: 30, max: 'dataMax' },
      yAxis: { type: 'value', name: 'value' },
      dataset: { source: pairs(csv), dimensions: ['t', 'value'] },
      series: [{ type: 'line', showSymbol: false, sampling: 'minmax', lineStyle: { width: 1.5 } }],
    }
  },
}

const [kind, csv, out] = process.argv.slice(2)
const option = { animation: false, backgroundColor: '#fff', textStyle: text, ...options[kind](csv) }
if (out.endsWith('.svg')) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 500 })
  chart.setOption(option)
  fs.writeFileSync(out, chart.renderToSVGString())
} else {
  const { createCanvas } = require('canvas')
  echarts.setPlatformAPI({ createCanvas: () => createCanvas(16, 16) })
  const canvas = createCanvas(1600, 1000)
  const chart = echarts.init(canvas, null, { width: 800, height: 500, devicePixelRatio: 2 })
  chart.setOption(option)
  fs.writeFileSync(out, canvas.toBuffer('image/png'))
}
process.exit(0)
