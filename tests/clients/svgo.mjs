// node svgo.mjs SVG-FOLDER: a file that svgo makes a fifth smaller wastes bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { optimize } from 'svgo';

const MOST_PERCENT = 20;
const folder = process.argv[2];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
    const svg = readFileSync(`${folder}/${file}`, 'utf8');
    const least = Buffer.byteLength(optimize(svg, { multipass: true }).data);
    const percent = 100 * (1 - least / Buffer.byteLength(svg));
    const verdict = percent <= MOST_PERCENT ? 'ok' : 'fail';
    console.log(`${verdict} svgo/${file.replace(/\.svg$/, '')} saves ${percent.toFixed(1)} %`);
}
