import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);

/**
 * Installs packages that one script alone needs, so that nobody waits for them who does not run it. They come to stand
 * beside the others; `package.json` and the lock stay as they are, and the next `npm ci` takes them away again.
 *
 * @param {{ readonly [name: string]: string }} packages - the version of each
 */
export function installOnDemand(packages) {
  const missing = Object.entries(packages).filter(([name, version]) => installed(name) !== version);
  if (missing.length === 0) return;
  const wanted = missing.map(([name, version]) => `${name}@${version}`);
  console.log(`installs ${wanted.join(' and ')}`);
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', ...wanted], {
    cwd: fileURLToPath(ROOT),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm could not install ${wanted.join(' and ')}`);
}

/**
 * The version that is installed, if any.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
function installed(name) {
  try {
    const text = readFileSync(new URL(`node_modules/${name}/package.json`, ROOT), 'utf8');
    return /** @type {{ version: string }} */ (JSON.parse(text)).version;
  } catch {
    return undefined;
  }
}
