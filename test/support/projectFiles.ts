import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the project. */
export interface ProjectFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  /** What is in it. */
  readonly text: string;
}

/** The files under a folder whose path from the root matches, sorted; none if there is no folder. */
export function filesUnder(folder: string, matching: RegExp, root: string = ROOT): ProjectFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => matching.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The files of src that are shipped: all but the tests. */
export function sourceFiles(root: string = ROOT): ProjectFile[] {
  return filesUnder('src', /(?<!\.test|\.test-prop|\.test-d)\.ts$/, root);
}
