// node browser.mjs SVG-FOLDER OUT-FOLDER: every figure in Chromium in the ways that pages show pictures, as
// OUT/MODE/NAME.png; and what only a browser can tell: words that can be found, rules of accessibility, and that
// nothing in a figure runs. Prints "ok NAME TOLD" or "fail NAME TOLD".
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { modes } from './pages.mjs';

const [from, to] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const axe = require.resolve('axe-core/axe.min.js');
const purify = require.resolve('dompurify/dist/purify.min.js');
const names = readdirSync(from)
    .filter((name) => name.endsWith('.svg'))
    .map((name) => name.replace(/\.svg$/, ''));
let browser;

// One for each figure: after some seventy pages Chromium 156 takes no more pictures.
async function launch() {
    const profile = mkdtempSync(join(tmpdir(), 'clients-'));
    browser = await puppeteer.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        userDataDir: profile,
        headless: true,
        protocolTimeout: 60000,
        args: [
            '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync', '--hide-scrollbars',
        ],
    });
    return async () => {
        await browser.close();
        rmSync(profile, { recursive: true, force: true });
    };
}

function say(good, name, told = '') {
    console.log(`${good ? 'ok' : 'fail'} ${name} ${told}`.trim().replace(/\s+/g, ' '));
}

async function newPage() {
    const page = await browser.newPage();
    await page.setViewport({ width: 1400, height: 900, deviceScaleFactor: 2 });
    page.dialogs = 0;
    page.on('dialog', (dialog) => {
        page.dialogs += 1;
        dialog.dismiss();
    });
    return page;
}

// The last picture of a page is the one that counts.
async function shoot(page, path) {
    const box = await page.evaluate(() => {
        const pictures = [...document.querySelectorAll('body svg, body img')];
        const { x, y, width, height } = pictures.at(-1).getBoundingClientRect();
        return { x: x + scrollX, y: y + scrollY, width, height };
    });
    await page.screenshot({ path, clip: box, captureBeyondViewport: true });
}

async function show(page, mode, name, svg) {
    await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: mode.dark ? 'dark' : 'light' },
    ]);
    await page.setContent(mode.page(svg), { waitUntil: 'load' });
    if (mode.purify !== undefined) {
        await page.addScriptTag({ path: purify });
        await page.evaluate(
            (text, options) => {
                document.querySelector('main').innerHTML = window.DOMPurify.sanitize(text, options);
            },
            svg, mode.purify);
    }
    await shoot(page, join(to, mode.name, `${name}.png`));
}

// As a reader does it: with the search of the browser.
async function findWords(page, name) {
    const lost = await page.evaluate(() => {
        const labels = [...document.querySelectorAll('svg text')].map((text) => text.textContent);
        return labels.filter((label) => {
            getSelection().removeAllRanges();
            return !window.find(label, true, false, true);
        });
    });
    say(lost.length === 0, `chromium/words/${name}`, lost.slice(0, 3).join(' | '));
}

async function checkAccess(page, name) {
    await page.addScriptTag({ path: axe });
    const faults = await page.evaluate(async () => {
        const result = await window.axe.run(document);
        return result.violations.map((violation) => violation.id);
    });
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    const isNamed = JSON.stringify(tree).includes('"role":"image"') || JSON.stringify(tree).includes('"role":"img"');
    say(faults.length === 0 && isNamed, `axe/${name}`, faults.join(' '));
}

// Nothing in the figure is an element of the page, and nothing asks for anybody's attention.
async function checkHarmless(page, name) {
    const strangers = await page.evaluate(() => {
        const allowed = ['svg', 'title', 'desc', 'g', 'rect', 'circle', 'path', 'text', 'image'];
        return [...document.querySelectorAll('main svg, main svg *')]
            .map((element) => element.localName)
            .filter((element) => !allowed.includes(element));
    });
    const opened = await newPage();
    await opened.goto(`file://${join(process.cwd(), from, `${name}.svg`)}`, { waitUntil: 'load' });
    say(strangers.length === 0 && page.dialogs + opened.dialogs === 0, `harmless/${name}`, strangers.join(' '));
    await opened.close();
}

for (const name of names) {
    const svg = readFileSync(join(from, `${name}.svg`), 'utf8');
    const close = await launch();
    for (const mode of modes) {
        const page = await newPage();
        await show(page, mode, name, svg);
        if (mode.name === 'inline') {
            await findWords(page, name);
            await checkAccess(page, name);
            await checkHarmless(page, name);
        }
        await page.close();
    }
    await close();
}
