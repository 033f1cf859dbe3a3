/**
 * Does everything up to the publish itself: sets the version and the change log from the changesets,
 * tests and checks what would be published, commits and tags it, and says what is left to do.
 *
 *     npm run release
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));

if (read('git', ['status', '--porcelain']) !== '')
  stop('There are changes that are not committed.');
if (read('git', ['branch', '--show-current']) !== 'main') stop('This is not the branch main.');
if (!readdirSync('.changeset').some((file) => file.endsWith('.md'))) {
  stop('There is nothing to release: .changeset holds no entry (npx changeset writes one).');
}

run('npx', ['changeset', 'version']);
run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--silent']);
run('npm', ['cit']);
run('npm', ['run', '--silent', 'check']);

const { version } = /** @type {{ version: string }} */ (
  JSON.parse(readFileSync('package.json', 'utf8'))
);
run('git', ['add', '--all']);
run('git', ['commit', '--quiet', '--message', `Release ${version}`]);
run('git', ['tag', `v${version}`]);
console.log(`
${version} is committed and tagged. What is left:

  git push --follow-tags
  npm publish              (in the continuous integration, which signs where it was built)`);

/**
 * @param {string} command
 * @param {readonly string[]} words
 */
function read(command, words) {
  return execFileSync(command, words, { encoding: 'utf8' }).trim();
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 */
function run(command, words) {
  console.log(`$ ${[command, ...words].join(' ')}`);
  if (spawnSync(command, words, { stdio: 'inherit' }).status === 0) return;
  stop('This failed. Nothing is committed; `git checkout .` takes the new version back.');
}

/**
 * @param {string} why
 * @returns {never}
 */
function stop(why) {
  console.error(why);
  process.exit(1);
}
