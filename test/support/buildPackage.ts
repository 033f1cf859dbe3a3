import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from './projectFiles.ts';

declare module 'vitest' {
  /** What tests are handed by those that set them up. */
  interface ProvidedContext {
    /** The file that says how the build ended, once it has. */
    readonly buildEnd: string;
  }
}

/**
 * Builds dist once, before the tests that use it and beside the others: `awaitBuild.ts` waits for its end,
 * and no core has to.
 */
export default function buildPackage(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'service-cycle-build-'));
  const end = join(folder, 'end');
  project.provide('buildEnd', end);
  const build = spawn('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    build.once('error', ({ message }) => {
      writeFileSync(end, message);
      resolve();
    });
    build.once('exit', (code, signal) => {
      writeFileSync(
        end,
        code === 0 ? 'built' : `npm run build ended with ${String(code ?? signal)}`,
      );
      resolve();
    });
  });
  return async () => {
    await ended;
    rmSync(folder, { recursive: true });
  };
}
