import type { Cycle } from '../../model/cycle.ts';
import type { Contact } from '../../model/momentOfTruth.ts';
import type { Standard } from '../../model/requirement.ts';
import { textIn } from '../../model/textIn.ts';
import { oneOf } from '../oneOf.ts';
import { nameOf, plainText } from '../plainText.ts';
import { SMALL } from './frame.ts';
import { percentText, quantityText } from './numberText.ts';
import type { PictureWords } from './pictureWords.ts';
import { filled } from './readWords.ts';
import type { SeenCycle, SeenMoment } from './seenCycle.ts';
import { type Block, block } from './svg.ts';

/** So many standards of a moment are listed. */
const STANDARDS = 3;

/** What stands in the lanes of a moment, the customer's lane apart. */
export interface BlueprintCells {
  /** The channel. */
  readonly channel: (moment: SeenMoment) => readonly Block[];
  /** Whom the customer meets. */
  readonly frontStage: (moment: SeenMoment) => readonly Block[];
  /** Who stands behind it. */
  readonly backStage: (moment: SeenMoment) => readonly Block[];
  /** The standards that are held against it, waits first. */
  readonly standards: (moment: SeenMoment) => readonly Block[];
}

/** What stands in the lanes, by the cycle and the cycles behind it. */
export function blueprintCells(
  cycle: Cycle,
  { words, language }: SeenCycle,
  supporting: readonly Cycle[],
  width: number,
): BlueprintCells {
  const set = (text: string, most = 5, look?: string): Block =>
    block(text, width, { size: SMALL, ...(look !== undefined && { look }) }, most);
  const areas = new Map((cycle.areas ?? []).map((area) => [area.id, nameOf(area, language)]));
  const behind = new Map<string, string[]>();
  for (const internal of supporting) {
    const named = new Map(internal.moments.map((moment) => [moment.id, nameOf(moment, language)]));
    for (const { moment, cycle: supported, of } of internal.supports ?? []) {
      if (supported !== cycle.id) continue;
      const name = named.get(moment) ?? plainText(moment);
      // Of one cycle the name stands once, under the picture.
      const text = supporting.length === 1 ? name : `${name} (${nameOf(internal, language)})`;
      behind.set(of, [...(behind.get(of) ?? []), text]);
    }
  }
  const held = new Map<string, Standard[]>();
  for (const { moments, standards = [] } of cycle.requirements ?? []) {
    for (const moment of new Set(moments)) {
      held.set(moment, [...(held.get(moment) ?? []), ...standards]);
    }
  }
  return {
    channel: ({ moment }) => [set(plainText(moment.channel ?? '') || '–')],
    frontStage: ({ moment }) => [set(contactWord(moment.contact, words))],
    backStage: ({ moment }) => {
      const cycles = behind.get(moment.id);
      const area = moment.area === undefined ? '–' : (areas.get(moment.area) ?? moment.area);
      return (cycles ?? [plainText(area) || '–']).slice(0, 4).map((text) => set(text));
    },
    standards: ({ moment }) => {
      const standards = held.get(moment.id) ?? [];
      const more = standards.length - STANDARDS;
      const waits = moment.traits?.includes('waiting') === true;
      if (!waits && standards.length === 0) return [set('–')];
      return [
        ...(waits ? [set(words.waits)] : []),
        // The limit first: what is cut is never a number.
        ...standards
          .slice(0, STANDARDS)
          .flatMap((standard) => [
            set(limitText(standard, words, language)),
            set(plainText(textIn(standard.measure, language)), 5, 'muted'),
          ]),
        ...(more > 0 ? [set(`${words.moreStandards}: ${more}`, 2)] : []),
      ];
    },
  };
}

function contactWord(contact: Contact, words: PictureWords): string {
  const { staff, remote, selfService, nobody } = words;
  const said = { staff, remote, 'self-service': selfService, none: nobody };
  return oneOf(said, contact, 'the contact of a moment');
}

/** The limit of a standard, and how often it has to be kept: `≤ 60 seconds, 90% of cases`. */
function limitText(
  { operator, threshold, unit, requiredShare }: Standard,
  words: PictureWords,
  language: readonly string[],
): string {
  const sign = oneOf({ '<=': '≤', '>=': '≥', '=': '=' }, operator, 'the operator of a standard');
  const cases =
    requiredShare === 1
      ? words.everyCase
      : filled(words.ofCases, { share: percentText(requiredShare, language) });
  return `${sign} ${quantityText(threshold, unit, language)}, ${cases}`;
}
