import { execFileSync } from 'node:child_process';
import { ROOT } from './projectFiles.ts';

/** Builds dist once, before the tests that use it. */
export default function buildPackage(): void {
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
