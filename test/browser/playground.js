/**
 * Tries the playground in Chromium as its readers do: edits a cycle, drops files, good and hostile ones, shares it,
 * goes through it by keyboard, and looks at it on a telephone and on a desk, light and dark.
 *
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ readonly name: string, readonly faults: string[] }} Seen
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { faultsSeen, SCHEMES, WIDTHS } from './axe.js';
import { serve } from './serve.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Texts that would do harm where they were taken for anything but text. */
const HOSTILE = [
  '<script>document.title = "ran"</script>',
  '"><img src=x onerror="document.title = \'ran\'">',
  '</style></title><svg onload="document.title = \'ran\'">',
  'javascript:document.title="ran"',
  '\u202egnp.exe\u2066 \u0000 \u001b[31m',
  '=HYPERLINK("https://example.org")',
  'W'.repeat(10_000),
];

/**
 * @param {Browser} browser
 * @param {string} [only] - a part of the names of those trials that are wanted, all when absent
 * @returns {AsyncGenerator<Seen>}
 */
export async function* tryPlayground(browser, only = '') {
  const site = await mkdtemp(join(tmpdir(), 'service-cycle-playground-'));
  await build({
    configFile: join(ROOT, 'docs/playground/vite.config.js'),
    build: { outDir: site },
  });
  const { server, origin } = await serve(site, /^\/(index\.html|assets\/[\w.-]+)$/);
  try {
    for (const [name, trial] of Object.entries(TRIALS)) {
      if (!name.includes(only)) continue;
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      yield { name, faults: await faultsOf(await context.newPage(), origin, trial) };
      await context.close();
    }
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        const name = `axe and width at ${String(width)}, ${colorScheme}`;
        if (!name.includes(only)) continue;
        const viewport = { width, height: 900 };
        const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
        yield { name, faults: await faultsOf(await context.newPage(), origin, lookAtIt) };
        await context.close();
      }
    }
  } finally {
    server.close();
    await rm(site, { recursive: true });
  }
}

/** @typedef {(page: Page, expect: (isSo: boolean, claim: string) => void) => Promise<void>} Trial */

/**
 * Runs a trial on the loaded page: what it did not find as it expected, what the page complained of, and whom it asked
 * for anything.
 *
 * @param {Page} page
 * @param {string} origin
 * @param {Trial} trial
 */
async function faultsOf(page, origin, trial) {
  /** @type {string[]} */
  const faults = [];
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`)) {
      faults.push(`asks for ${request.url()}`);
    }
  });
  try {
    await page.goto(`${origin}/index.html`);
    await reviewed(page, 'Review:');
    await trial(page, (isSo, claim) => {
      if (!isSo) faults.push(`not so: ${claim}`);
    });
  } catch (error) {
    faults.push(String(error).split('\n').slice(0, 4).join(' '));
  }
  return faults;
}

/** @type {{ readonly [name: string]: Trial }} */
const TRIALS = {
  'shows an example with its pictures when it is opened': async (page, expect) => {
    const text = await results(page);
    expect(text.includes('critical'), 'critical moments are named');
    expect(text.includes('300 made-up visits'), 'it is said that visits are made up');
    const widths = /** @type {number[]} */ (
      await page.evaluate(
        `[...document.querySelector('#results').shadowRoot.querySelectorAll('img')].map((one) => one.naturalWidth)`,
      )
    );
    expect(
      widths.length === 5 && widths.every((width) => width > 0),
      `two pictures and three charts are drawn, found ${String(widths)}`,
    );
    expect(((await page.textContent('#said')) ?? '').length > 10, 'the live region tells it');
    const place = await page.evaluate(
      `getComputedStyle(document.querySelector('#results').shadowRoot.querySelector('thead')).position`,
    );
    expect(place === 'absolute', 'tables are stacked where their part of the page is narrow');
    await page.selectOption('#example', 'bank');
    await reviewed(page, 'Cashing a cheque');
    expect((await page.locator('#resources input').count()) === 2, 'each resource has a field');
    await page.fill('#resource-0', '0');
    await page.fill('#resource-1', '0');
    await page.locator('#results .body', { hasText: 'of 0' }).waitFor();
    await page.selectOption('#language', 'el');
    await page.locator('#results .body[lang="el"]').waitFor();
  },

  'tells the fault of a broken cycle by its path, and forgets it when it is mended': async (
    page,
    expect,
  ) => {
    const cycle = JSON.parse(await editorText(page));
    const good = JSON.stringify(cycle, null, 2);
    cycle.moments[2].stage = 'nowhere';
    await setEditor(page, JSON.stringify(cycle, null, 2));
    await page.locator('#faults', { hasText: 'moments[2].stage' }).waitFor();
    expect((await page.textContent('#faults'))?.includes('nowhere') === true, 'what was found');
    expect((await results(page)).includes('Review:'), 'the review before it still stands there');
    await page.locator('#faults button').first().click();
    const line = await page.locator('#editor .cm-activeLine').innerText();
    expect(line.includes('nowhere'), 'its button leads to the line');
    await setEditor(page, good);
    await page.locator('#faults').waitFor({ state: 'hidden' });

    await setEditor(page, '{ "id": ');
    await page.locator('#faults', { hasText: 'not JSON yet' }).waitFor();
    await setEditor(page, '');
    await page.locator('#faults', { hasText: 'not JSON yet' }).waitFor();
    await setEditor(page, '[]');
    await page.locator('#faults', { hasText: 'the cycle' }).waitFor();
    await setEditor(page, good);
    await page.locator('#faults').waitFor({ state: 'hidden' });
    await reviewed(page, 'Review:');
  },

  "offers what may stand at the cursor, by the cycle's schema": async (page, expect) => {
    await setEditor(page, '{ "id": "a", "name": "A", "moments": [{ "contact": "" }] }');
    for (let at = 0; at < 6; at += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Space');
    const values = await page.locator('#editor .cm-tooltip-autocomplete').innerText();
    expect(values.includes('self-service'), `the values of a contact, found ${values}`);
    await page.keyboard.type('sta');
    await page.locator('#editor .cm-tooltip-autocomplete li[aria-selected]').waitFor();
    // The editor takes no key for a choice in the first moment, so that nobody chooses by mistake.
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    const chosen = await editorText(page);
    expect(chosen.includes('"contact": "staff" }'), `the choice is put in, found ${chosen}`);
    await setEditor(page, '{ "id": "a", "name": "A", "moments": [{ "" "id": "m" }] }');
    for (let at = 0; at < 16; at += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Space');
    const names = await page.locator('#editor .cm-tooltip-autocomplete').innerText();
    expect(/^contact/m.test(names) && !/^id$/m.test(names), `names, found ${names}`);
  },

  'reads a file that is dropped, by columns that can be chosen': async (page, expect) => {
    const { survey } = JSON.parse(await editorText(page));
    const rated = survey.questions.filter((/** @type {object} */ one) => 'scale' in one);
    const [first, second, third] = rated;
    const rows = Array.from({ length: 40 }, (_, at) =>
      [String(9 - (at % 4)), String(second.scale.min + (at % 3)), '4'].join(','),
    );
    const text = [`${first.id},${second.id},Mystery`, 'banana,1,4', ...rows].join('\n');
    await drop(page, 'guests.csv', text);
    await reviewed(page, 'guests.csv');
    expect((await page.inputValue('#source')) === 'file', 'the file is the source');
    const unread = (await page.textContent('#unread')) ?? '';
    expect(unread.includes('banana'), `what was not understood is listed, found ${unread}`);
    const labels = await page.locator('#mapping-list label').allTextContents();
    const at = labels.findIndex((label) => label === third.text);
    expect((await page.inputValue(`#column-${String(at)}`)) === '', 'no column is guessed');
    await page.selectOption(`#column-${String(at)}`, { label: 'Mystery' });
    await page.locator('#csv-said', { hasText: '41 rows, 41 counted' }).waitFor();
    const names = ['no column', first.id, second.id, 'Mystery'];
    const offered = await page.locator(`#column-${String(at)} option`).allTextContents();
    expect(offered.join() === names.join(), 'the columns are offered by name');
    await page.selectOption(`#column-${String(labels.indexOf(first.text))}`, '');
    await page.locator('#unread').waitFor({ state: 'hidden' });
  },

  'takes hostile files for text': async (page, expect) => {
    const title = await page.title();
    const cycle = JSON.parse(await editorText(page));
    const [first, ...others] = cycle.survey.questions;
    await drop(
      page,
      `${HOSTILE[0] ?? ''}.csv`,
      [
        [first.id, ...HOSTILE].map(cell).join(','),
        ...HOSTILE.map((text) => [text, ...HOSTILE].map(cell).join(',')),
        ...Array.from({ length: 40 }, () => ['9', ...HOSTILE].map(cell).join(',')),
      ].join('\n'),
    );
    await page.locator('#unread', { hasText: '<script>' }).waitFor();
    await reviewed(page, '<script>');

    const named = /** @type {<Thing extends object>(thing: Thing, at: number) => Thing} */ (
      (thing, at) => ({ ...thing, name: HOSTILE[at % HOSTILE.length] })
    );
    const hostile = {
      ...cycle,
      name: HOSTILE[0],
      stages: cycle.stages?.map(named),
      areas: cycle.areas?.map(named),
      moments: cycle.moments.map(named),
      actionPlans: [
        ...cycle.actionPlans
          .map(named)
          .map((/** @type {object} */ plan, /** @type {number} */ at) =>
            at === 0 ? { ...plan, cost: { [HOSTILE[1] ?? '']: 5, [HOSTILE[6] ?? '']: 5 } } : plan,
          ),
      ],
      survey: {
        ...cycle.survey,
        questions: [{ ...first, text: HOSTILE[2] }, ...others.map(asking)],
      },
    };
    await drop(page, 'hostile.json', JSON.stringify(hostile));
    await reviewed(page, '<script>');
    await drop(page, 'broken.json', '{"id": "<script>", ]');
    await page.locator('#faults', { hasText: 'not JSON yet' }).waitFor();
    await drop(page, 'deep.json', '['.repeat(100_000));
    await page.locator('#faults', { hasText: 'not JSON yet' }).waitFor();
    await drop(page, 'list.json', JSON.stringify({ [HOSTILE[0] ?? '']: HOSTILE, __proto__: null }));
    await page.locator('#faults', { hasText: '<script>' }).waitFor();
    await drop(page, 'huge.csv', 'x'.repeat(10_000_001));
    await page.locator('#csv-said', { hasText: 'up to 10,000,000 are read' }).waitFor();
    await page.selectOption('#example', 'bank');
    await reviewed(page, 'Cashing a cheque');
    await drop(page, 'binary.csv', '\u0000\u0001\ufffd'.repeat(1000));
    await page.locator('#said', { hasText: 'no column answers' }).waitFor();
    await drop(page, 'empty.csv', '');
    await page.locator('#said', { hasText: 'nothing in it' }).waitFor();
    await drop(page, 'wide.csv', 'a,'.repeat(50_000));
    await page.locator('#said', { hasText: '50001 columns' }).waitFor();

    expect((await page.title()) === title, 'nothing ran');
    expect(
      (await page.locator('#results script, #results svg').count()) === 0,
      'nothing is markup',
    );
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect(wide <= 1280, `it is not wider than the window, found ${String(wide)}`);
  },

  'goes into a link and comes back the same': async (page, expect) => {
    const cycle = { ...JSON.parse(await editorText(page)), name: 'Ξενοδοχείο 🏨 <b>' };
    await setEditor(page, JSON.stringify(cycle));
    await reviewed(page, 'Ξενοδοχείο');
    await page.fill('#resource-0', '1234');
    await page.fill('#visits', '150');
    await page.selectOption('#language', 'es');
    await page.locator('#results .body[lang="es"]', { hasText: '150' }).waitFor();
    await page.click('#share');
    await page.locator('#link-part').waitFor();
    const link = await page.inputValue('#link');
    expect(link.includes('#1.') && link.length < 10_000, `a short link, ${String(link.length)}`);
    const other = await page.context().newPage();
    await other.goto(link);
    await other.locator('#results .body[lang="es"]', { hasText: 'Ξενοδοχείο 🏨 <b>' }).waitFor();
    expect((await editorText(other)) === JSON.stringify(cycle), 'the cycle is the same');
    expect((await other.inputValue('#visits')) === '150', 'the visits are as many');
    expect((await other.inputValue('#resource-0')) === '1234', 'there is as much to spend');
    expect((await results(other)) === (await results(page)), 'so is the report');
    await other.close();

    const burst = /** @type {string} */ (
      await page.evaluate(`(async () => {
        const zeros = new Blob([new Uint8Array(50_000_000)]).stream();
        const packed = zeros.pipeThrough(new CompressionStream('deflate-raw'));
        const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
        let letters = '';
        for (const byte of bytes) letters += String.fromCharCode(byte);
        return '#1.' + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      })()`)
    );
    for (const hash of [link.slice(link.indexOf('#'), -100), '#1.', '#1.%%%', burst]) {
      const spoiled = await page.context().newPage();
      await spoiled.goto(`${page.url().replace(/#.*/, '')}${hash}`);
      await spoiled.locator('#share-said', { hasText: 'cannot be read' }).waitFor();
      await reviewed(spoiled, 'Review:');
      await spoiled.close();
    }

    const noise = Array.from({ length: 9_000 }, (_, at) => ((at * 7919) ** 3 % 1e9).toString(36));
    await setEditor(page, JSON.stringify({ ...cycle, meta: { noise } }, null, 1));
    await page.click('#share');
    await page.locator('#share-said', { hasText: 'Save the cycle as a file' }).waitFor();
  },

  'can be saved and opened again': async (page, expect) => {
    const text = await editorText(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved === text, 'the file holds the text of the editor');
    await page.selectOption('#example', 'airport');
    await reviewed(page, 'San Francisco');
    await page.setInputFiles('#open', {
      name: 'my.cycle.json',
      mimeType: 'application/json',
      buffer: Buffer.from(saved),
    });
    await reviewed(page, 'hotel');
    expect((await editorText(page)) === text, 'opened, the text is the same');
  },

  'is gone through by keyboard alone': async (page, expect) => {
    await page.evaluate('document.activeElement.blur()');
    /** @type {string[]} */
    const order = [];
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press('Tab');
      const { name, isSeen } = /** @type {{ name: string, isSeen: boolean }} */ (
        await page.evaluate(FOCUSED)
      );
      if (name === '' || order.includes(name)) break;
      expect(isSeen, `one sees that ${name} has the focus`);
      order.push(name);
    }
    const wanted = ['skip', 'example', 'open', 'editor', 'save', 'share', 'source', 'visits'];
    const found = order.filter((name) => wanted.includes(name));
    expect(found.join() === wanted.join(), `the order is that of the page, found ${order.join()}`);
    expect(order.includes('language') && order.includes('results'), 'and leads into the results');

    await page.focus('.skip');
    await page.keyboard.press('Enter');
    const focused = await page.evaluate('document.activeElement.id');
    expect(
      focused === 'results-title',
      `the skip link leads to the results, found ${String(focused)}`,
    );
    await page.locator('#results nav a').nth(2).focus();
    await page.keyboard.press('Enter');
    const inside = await page.evaluate(
      `document.querySelector('#results').shadowRoot.activeElement?.localName`,
    );
    expect(inside === 'h2', `a link of the report leads to its section, found ${String(inside)}`);

    await page.focus('#example');
    await page.keyboard.press('ArrowDown');
    await reviewed(page, 'Cashing a cheque');
  },

  'lets nothing out, and nothing in': async (page, expect) => {
    // The page complains of these, as it has to.
    page.removeAllListeners('console');
    const tried = /** @type {string[]} */ (
      await page.evaluate(`Promise.all([
        fetch('./index.html').then(() => 'fetched', () => 'refused'),
        new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve('loaded');
          image.onerror = () => resolve('refused');
          image.src = './picture.png';
        }),
        new Promise((resolve) => {
          const code = 'fetch("' + location.origin + '/index.html").then(() => postMessage("fetched"), () => postMessage("refused"))';
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          worker.onmessage = ({ data }) => resolve(data);
        }),
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true });
          const script = document.createElement('script');
          script.textContent = 'document.title = "ran"';
          document.body.append(script);
          if (document.title === 'ran') resolve('ran');
        }),
      ])`)
    );
    expect(
      tried.every((one) => one === 'refused'),
      `all is refused, found ${tried.join()}`,
    );
  },
};

/** The part that has the focus: how it is called, and whether an outline shows it. Runs in the page. */
const FOCUSED = `(() => {
  const active = document.activeElement;
  if (active === null || active === document.body) return { name: '', isSeen: false };
  const inner = active.shadowRoot?.activeElement ?? active;
  const name = inner === active || active.id === 'editor' ? active.id || active.className || active.localName : active.id;
  const shown = active.id === 'editor' ? active : inner;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  return { name, isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' };
})()`;

/** @type {Trial} */
async function lookAtIt(page, expect) {
  /** @param {string} state */
  const look = async (state) => {
    for (const fault of await faultsSeen(page)) expect(false, `${state}: ${fault}`);
  };
  await look('as it is opened');
  await drop(page, 'guests.csv', 'recommend,Some long header of a column\n9,1\nbanana,2\n');
  await page.locator('#unread', { hasText: 'banana' }).waitFor();
  await reviewed(page, 'guests.csv');
  await look('with a file');
  const cycle = JSON.parse(await editorText(page));
  const bad = { ...cycle, name: 'W'.repeat(500), stages: [{ id: 'x'.repeat(200), nme: 1 }] };
  await setEditor(page, JSON.stringify(bad));
  await page.locator('#faults', { hasText: 'stages[0]' }).waitFor();
  await page.click('#share');
  await page.locator('#link-part').waitFor();
  await look('with faults');
  await setEditor(page, JSON.stringify({ ...cycle, name: 'W'.repeat(500) }));
  await reviewed(page, 'WWWW');
  await look('with a long name');
}

/**
 * Until the results say something.
 *
 * @param {Page} page
 * @param {string} text
 */
async function reviewed(page, text) {
  await page.locator('#results[aria-busy="false"] .body', { hasText: text }).waitFor();
}

/** @param {Page} page */
function results(page) {
  return page.locator('#results .body').innerText();
}

/**
 * The text of the editor, which shows only the lines that are in view: copied, as readers would.
 *
 * @param {Page} page
 */
async function editorText(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  return readFile(await download.path(), 'utf8');
}

/**
 * Pastes over everything in the editor.
 *
 * @param {Page} page
 * @param {string} text
 */
async function setEditor(page, text) {
  await page.locator('#editor .cm-content').focus();
  await page.keyboard.press('Control+A');
  if (text === '') {
    await page.keyboard.press('Delete');
    return;
  }
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.querySelector('#editor').shadowRoot.querySelector('.cm-content').dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  })()`);
}

/**
 * Drops a file on the page.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
async function drop(page, name, text) {
  const given = JSON.stringify([name, text.length > 1e6 ? '' : text, text.length, text[0] ?? '']);
  await page.evaluate(`(() => {
    const [name, text, length, sign] = ${given};
    const data = new DataTransfer();
    data.items.add(new File([text === '' ? sign.repeat(length) : text], name));
    document.querySelector('#editor').dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  })()`);
}

/**
 * A text as a cell of CSV.
 *
 * @param {string} text
 */
function cell(text) {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * @param {object} question
 * @param {number} at
 */
function asking(question, at) {
  return { ...question, text: HOSTILE[at % HOSTILE.length] };
}
