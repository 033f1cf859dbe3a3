/**
 * Opens every page of the built site in Chromium, as wide as a telephone, and lists those that scroll
 * sideways outside of tables, formulas and code. With a folder as argument, that site.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium, launch } from './chromium.js';

const WIDTH = 390;

/** How wide the page is, and which part reaches furthest: runs in the page. */
const MEASURE = `(() => {
  const wide = document.documentElement.scrollWidth > window.innerWidth;
  const parts = [...document.querySelectorAll('.col-content *')]
    .filter((part) => wide && part.closest('pre, table, math') === null)
    .map((part) => ({ part, right: part.getBoundingClientRect().right }))
    .sort((one, other) => other.right - one.right);
  const widest = parts.length === 0 ? '' : parts[0].part.outerHTML.slice(0, 100);
  return { width: document.documentElement.scrollWidth, widest };
})()`;

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
      await page.goto(pathToFileURL(`${site}/${file}`).href, { waitUntil: 'load' });
      const { width, widest } = /** @type {{ width: number, widest: string }} */ (
        await page.evaluate(MEASURE)
      );
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
