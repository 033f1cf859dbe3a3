import { checkCount, checkObjects, checkText, refuse } from '../shared/refuse.ts';
import { checkKind } from '../survey/answers/guards.ts';
import type { PlaceShare } from './types.ts';

/** Refuses what are no answers by place. */
export function checkAnswersByPlace(answers: unknown): void {
  checkKind('answers', answers, 'answers-by-place', {
    question: 'text',
    places: [{ place: 'text', count: 'count', n: 'count', perAnswer: ['count'] }],
    notShown: [{ place: 'text', because: 'text' }],
  });
}

/** Refuses what are no places, or one that comes twice. */
export function checkPlaces(name: string, places: readonly { readonly place: string }[]): void {
  checkObjects(name, places);
  const met = new Set<string>();
  for (const [at, { place }] of places.entries()) {
    checkText(`place of ${name}[${String(at)}]`, place);
    if (met.has(place)) refuse(`place of ${name}[${String(at)}]`, place, 'a place that comes once');
    met.add(place);
  }
}

/** Exact tails of more would take long, and tell nothing more. */
const MOST_ANSWERS = 1e9;

/** Refuses what are no counts of places. */
export function checkShares(name: string, places: readonly PlaceShare[]): void {
  checkPlaces(name, places);
  for (const [at, { count, n }] of places.entries()) {
    checkCount(`n of ${name}[${String(at)}]`, n, 0, MOST_ANSWERS);
    checkCount(`count of ${name}[${String(at)}]`, count, 0, n);
  }
}
