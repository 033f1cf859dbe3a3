import type { Consistency, ConsistencyReason } from '../../quality/types.ts';
import type { Speech } from './speech.ts';
import type { ConsistencyWord } from './words.ts';

/** What is said of consistency. */
type SaidOfConsistency = Readonly<Record<ConsistencyWord, string>>;

/**
 * A verdict on consistency: first the verdict, then a sentence for each reason, then where most of what
 * varies lies.
 */
export function consistencyInWords(
  speech: Speech,
  consistency: Consistency,
  said: SaidOfConsistency,
): string {
  const { verdict, reasons, mostlyVaries, negligible } = consistency;
  return [
    said[verdict],
    ...reasons.map((reason) => reasonOf(speech, reason, negligible, said)),
    ...(mostlyVaries === undefined ? [] : [said[mostlyVaries]]),
  ].join(' ');
}

function reasonOf(
  speech: Speech,
  reason: ConsistencyReason,
  negligible: number,
  said: SaidOfConsistency,
): string {
  const { percent, fill } = speech;
  const because: Readonly<Record<string, string>> = speech.words.notKnown;
  switch (reason.code) {
    case 'places-differ':
      return fill(said['share-of-places'], {
        share: percent(reason.share),
        range: speech.range(reason, percent),
      });
    case 'differences-negligible':
      if (reason.high <= 0) return said['more-alike-than-chance'];
      return fill(said['differences-negligible'], {
        high: percent(reason.high),
        negligible: percent(negligible),
      });
    case 'not-settled':
      return fill(said['not-settled'], { high: percent(reason.high) });
    case 'place-stands-out':
      return fill(said['place-stands-out'], {
        place: speech.quote(reason.place),
        value: percent(reason.value),
        target: percent(reason.target),
      });
    case 'each-place-constant':
    case 'all-constant':
      return fill(said[reason.code], { fewest: reason.fewest });
    case 'not-comparable':
      return fill(speech.words.phrases.notKnown, {
        because: `${because[reason.because] ?? speech.quote(reason.because)}.`,
      });
    case 'places-hidden':
      return fill(said['places-hidden'], { places: reason.places });
  }
}
