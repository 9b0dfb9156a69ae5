// node resvg.mjs SVG-FOLDER PNG-FOLDER
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const [from, to] = process.argv.slice(2);
for (const file of readdirSync(from).filter((name) => name.endsWith('.svg'))) {
    const picture = new Resvg(readFileSync(`${from}/${file}`, 'utf8'), {
        fitTo: { mode: 'zoom', value: 2 },
        font: { loadSystemFonts: true },
    });
    writeFileSync(`${to}/${file.replace(/svg$/, 'png')}`, picture.render().asPng());
}
