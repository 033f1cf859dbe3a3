import axe from 'axe-core';

/** What axe finds, as far as it is serious: runs in the page. */
const FIND = `axe.run().then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 100)))`;

/** Where everything is looked at. */
export const WIDTHS = [390, 1280];

/** As the reader has it. */
export const SCHEMES = /** @type {const} */ (['light', 'dark']);

/**
 * What is wrong with a page as it stands: what axe finds serious, and how wide it is where it scrolls sideways.
 * Its context bypasses the policy of the page, which allows no script of others, axe's neither.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<readonly string[]>}
 */
export async function faultsSeen(page) {
  const width = page.viewportSize()?.width ?? 0;
  const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
  await page.evaluate(axe.source);
  const found = /** @type {string[]} */ (await page.evaluate(FIND));
  return wide > width ? [`is ${String(wide)} pixels wide`, ...found] : found;
}
