import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What it is started with. */
export const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Root has no user namespace of its own to build a sandbox in.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The Chromium of `CHROMIUM_PATH`, or the first one on the search path. */
export function findChromium() {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked !== undefined) return existsSync(asked) ? asked : undefined;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Starts it.
 *
 * @param {string} executablePath
 */
export const launch = (executablePath) => chromium.launch({ executablePath, args: FLAGS });
