import { checkKind } from '../../survey/answers/guards.ts';

/** Refuses what is not the result of `kano`. */
export function checkKano(name: string, found: unknown): void {
  checkKind(name, found, 'kano', {
    requirements: [{ requirement: 'text', 'use?': 'text', 'n?': 'count', better: {}, worse: {} }],
  });
}
