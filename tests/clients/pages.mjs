// The pages that a figure is put into. Each mode is a folder of pictures.
function page(head, body, attributes = 'lang="en"') {
    return `<!DOCTYPE html><html ${attributes}><head><meta charset="utf-8"><title>A page</title>
<style>body{margin:20px}img,svg{display:block}</style>${head}</head>
<body><main><h1>A page</h1>${body}</main></body></html>`;
}

// What themes, resets and careless authors write; each rule is one that a figure met somewhere.
const hostile = `<style>
*,*::before,*::after{box-sizing:border-box;margin:0;padding:0}
html{font-size:62.5%;-webkit-text-size-adjust:100%}
body{font:italic bold 22px/2.4 Georgia,serif;letter-spacing:.2em;word-spacing:.5em;color:#c00;text-align:center;
  text-transform:uppercase;text-shadow:2px 2px 1px red;font-variant:small-caps;font-size-adjust:.7;
  font-feature-settings:'kern' 0;-webkit-text-stroke:1px red;white-space:pre-wrap;text-indent:3em}
img,svg,video{max-width:100%;height:auto;vertical-align:middle}
svg{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
a,abbr,em,strong{font:inherit;vertical-align:baseline}
.axis,.grid,.line,.bar,.label,.title{fill:#f0f;stroke:#f0f;stroke-width:9px;font-size:40px}
.g,.mark,.legend{display:none}
#grid,#clip{display:none}
</style>`;

export const modes = [
    {
        name: 'img',
        page: (svg) => page('', `<img alt="a" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`),
    },
    { name: 'inline', page: (svg) => page('', svg) },
    { name: 'twice', page: (svg) => page('', svg + svg) },
    { name: 'hidden', page: (svg) => page('', `<div style="display:none">${svg}</div>${svg}`) },
    { name: 'hostile', page: (svg) => page(hostile, svg) },
    {
        name: 'dark',
        dark: true,
        page: (svg) => page('<meta name="color-scheme" content="dark light"><style>body{background:#111;color:#eee}</style>', svg),
    },
    { name: 'rtl', page: (svg) => page('', svg, 'lang="ar" dir="rtl"') },
    { name: 'vertical', page: (svg) => page('<style>body{writing-mode:vertical-rl}</style>', svg, 'lang="ja"') },
    { name: 'purified', purify: {}, page: () => page('', '') },
    { name: 'purified-svg', purify: { USE_PROFILES: { svg: true } }, page: () => page('', '') },
];
