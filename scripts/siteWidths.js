/**
 * Opens every page of the built site in Chromium, as wide as a telephone, and lists those that scroll
 * sideways outside of tables, formulas and code. With a folder as argument, that site.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium, launch } from './chromium.js';

const WIDTH = 390;
const site = resolve(process.argv[2] ?? fileURLToPath(new URL('../docs/site', import.meta.url)));

const executable = findChromium();
if (executable === undefined) {
  console.log('Skipped: there is no Chromium. Install one, or name it in CHROMIUM_PATH.');
} else {
  const browser = await launch(executable);
  try {
    // The scripts of the site hide a page until they have run, and change no widths.
    const page = await browser.newPage({
      viewport: { width: WIDTH, height: 844 },
      javaScriptEnabled: false,
    });
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    );
    let wide = 0;
    for (const file of pages.toSorted()) {
      await page.goto(pathToFileURL(`${site}/${file}`).href, { waitUntil: 'domcontentloaded' });
      const { width, widest } = await page.evaluate(measure);
      if (width <= WIDTH) continue;
      wide += 1;
      console.log(`${file}: ${String(width)} pixels wide, because of ${widest}`);
    }
    console.log(
      `${String(pages.length - wide)} pages fit ${String(WIDTH)} pixels, ${String(wide)} do not`,
    );
    process.exitCode = wide === 0 && pages.length > 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** How wide the page is, and which part reaches furthest: runs in the page. */
function measure() {
  const { scrollWidth } = document.documentElement;
  let widest = '';
  if (scrollWidth > window.innerWidth) {
    let furthest = 0;
    for (const element of document.querySelectorAll('body *')) {
      const { right } = element.getBoundingClientRect();
      if (right <= furthest || element.closest('pre, table, math') !== null) continue;
      furthest = right;
      widest = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 60)}"`;
    }
  }
  return { width: scrollWidth, widest };
}
