import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/** Waits for what `buildPackage.ts` builds: test files that use it are loaded after this one. */
const end = inject('buildEnd');
while (!existsSync(end) || readFileSync(end, 'utf8') === '') await setTimeout(50);
const told = readFileSync(end, 'utf8');
if (told !== 'built') throw new Error(told);
