// The world coloured by value, with arcs: node d3_world.mjs VALUES.csv ARCS.txt OUT.svg|OUT.png
// or its boundaries for GMT: node d3_world.mjs VALUES.csv - OUT.gmt
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

const require = createRequire(import.meta.url)
const [csv, arcFile, out] = process.argv.slice(2)
const world = JSON.parse(fs.readFileSync(require.resolve('world-atlas/countries-50m.json')))
const countries = feature(world, world.objects.countries).features
const values = new Map(fs.readFileSync(csv, 'utf8').trim().split('\n').slice(1)
  .map((line) => +line.split(',')[1]).map((value) => [value, value]))

function writeBoundaries() {
  const lines = []
  for (const { id, geometry } of countries)
    for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      lines.push(`> -Z${values.get(+id) ?? 'NaN'}`, ...polygon[0].map((point) => point.join(' ')))
  fs.writeFileSync(out, lines.join('\n') + '\n')
}

const shades = ['#dcebf7', '#a9cce8', '#6ba6d3', '#2f76b5', '#12436d']
const shade = (id) => (values.has(+id) ? shades[Math.min(4, Math.floor(values.get(+id) / 180))] : '#e6e6e6')
// Pairs of lines "lon lat" after a ">".
const arcs = () => fs.readFileSync(arcFile, 'utf8').split('>').slice(1).map((pair) => ({
  type: 'LineString', coordinates: pair.trim().split('\n').map((point) => point.trim().split(' ').map(Number)) }))
const project = () => geoEqualEarth().fitExtent([[10, 10], [790, 460]], { type: 'Sphere' })

function svg() {
  const path = geoPath(project()).digits(1)
  const key = shades.map((color, i) => `<rect x="${20 + 60 * i}" y="470" width="60" height="10" fill="${color}"/>` +
    `<text x="${20 + 60 * i}" y="494">${180 * i}</text>`)
  return ['<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500" font-family="Liberation Sans" font-size="12">',
    ...countries.map((country) => `<path d="${path(country)}" fill="${shade(country.id)}" stroke="#fff" stroke-width=".5"/>`),
    ...arcs().map((arc) => `<path d="${path(arc)}" fill="none" stroke="#d95f02" stroke-width="1.5"/>`),
    ...key, '</svg>'].join('\n')
}

function png() {
  const { createCanvas } = require('canvas')
  const canvas = createCanvas(1600, 1000)
  const context = canvas.getContext('2d')
  const path = geoPath(project(), context)
  context.scale(2, 2)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 800, 500)
  context.lineWidth = 0.5
  context.strokeStyle = '#fff'
  for (const country of countries) {
    context.beginPath()
    path(country)
    context.fillStyle = shade(country.id)
    context.fill()
    context.stroke()
  }
  context.lineWidth = 1.5
  context.strokeStyle = '#d95f02'
  for (const arc of arcs()) {
    context.beginPath()
    path(arc)
    context.stroke()
  }
  context.font = '12px "Liberation Sans"'
  shades.forEach((color, i) => {
    context.fillStyle = color
    context.fillRect(20 + 60 * i, 470, 60, 10)
    context.fillStyle = '#000'
    context.fillText(180 * i, 20 + 60 * i, 494)
  })
  return canvas.toBuffer('image/png')
}

if (out.endsWith('.gmt')) writeBoundaries()
else fs.writeFileSync(out, out.endsWith('.svg') ? svg() : png())
