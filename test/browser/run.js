/**
 * Opens a page in Chromium that imports the built package by an import map, as one file without its dependency, and
 * compares what the page prints with what Node prints: the same JSON. Then looks at reports there, and tries the
 * playground. Without a Chromium it says how to install one, and is skipped.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { FLAGS, findChromium, launch } from '../../scripts/chromium.js';
import { everyEntry } from '../../scripts/entries.js';
import { tryPlayground } from './playground.js';
import { lookAtReports } from './reports.js';
import { serve } from './serve.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** All that the page may ask for. */
const SERVED =
  /^\/(dist\/(browser\/service-cycle|survey|error)\.js|test\/(browser|packed)\/[\w-]+\.(html|mjs))$/;

/** What Node prints. */
async function printedByNode() {
  const library = await everyEntry();
  const program = pathToFileURL(join(ROOT, 'test/packed/program.mjs')).href;
  const { runProgram } = /** @type {{ runProgram: (library: object) => string }} */ (
    await import(program)
  );
  return runProgram(library);
}

/**
 * What the page prints, with the version of the browser and every fault the page met.
 *
 * @param {string} executablePath
 * @param {string} origin
 */
async function printedByPage(executablePath, origin) {
  const profile = await mkdtemp(join(tmpdir(), 'service-cycle-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    chromiumSandbox: false,
  });
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => faults.push(message.text()));
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${String(response.status())} ${response.url()}`);
    });
    await page.goto(`${origin}/test/browser/page.html`, { waitUntil: 'load' });
    const printed = (await page.textContent('#printed')) ?? '';
    return { printed, faults, version: context.browser()?.version() ?? 'unknown version' };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function main() {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.log(
      'skipped: no Chromium found. Install one (Debian and Ubuntu: apt-get install chromium), or name it: CHROMIUM_PATH=/path/to/chromium npm run test:browser',
    );
    console.log('0 passed, 0 failed, 1 skipped');
    return;
  }
  const { server, origin } = await serve(ROOT, SERVED);
  try {
    const expected = await printedByNode();
    const { printed, faults, version } = await printedByPage(executablePath, origin);
    const isSame = faults.length === 0 && printed === expected;
    const same = `the page prints the ${String(expected.length)} characters that Node prints`;
    console.log(`${isSame ? 'ok     ' : 'failed '} Chromium ${version}: ${same}`);
    for (const fault of faults) console.log(`        ${fault}`);
    if (!isSame && faults.length === 0) {
      const at = [...expected].findIndex((character, index) => character !== printed[index]);
      const from = Math.max(0, at - 60);
      console.log(`        found    ${printed.slice(from, at + 60)}`);
      console.log(`        expected ${expected.slice(from, at + 60)}`);
    }
    const browser = await launch(executablePath);
    /** @type {boolean[]} */
    const passed = [];
    /**
     * @param {string} name
     * @param {readonly string[]} found
     */
    const tell = (name, found) => {
      passed.push(found.length === 0);
      console.log(`${found.length === 0 ? 'ok     ' : 'failed '} ${name}`);
      for (const fault of found) console.log(`        ${fault}`);
    };
    try {
      for (const { name, faults: found } of await lookAtReports(browser)) {
        tell(`the report on ${name}: axe, width, requests`, found);
      }
      for await (const { name, faults: found } of tryPlayground(browser)) {
        tell(`the playground: ${name}`, found);
      }
    } finally {
      await browser.close();
    }
    const failed = [...passed, isSame].filter((isOk) => !isOk).length;
    console.log(`${String(passed.length + 1 - failed)} passed, ${String(failed)} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    server.close();
  }
}

await main();
