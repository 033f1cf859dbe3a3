/**
 * Made-up worlds of which the truth is known: how often the recovery paradox is shown where it is
 * none, and a moment said to be seldom made good where it is not. Prints the table of
 * `docs/recovery.md`; `test/recoveryWorlds.test.ts` runs a part of it.
 *
 *     npm run worlds:recovery -- [--runs 400] [--seed 1]
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detectCriticalMoments, tallyVisits, visitEvidence } from 'service-cycle';
import { recoveryReview } from 'service-cycle/moments';
import { chanceFrom } from '../examples/chance.js';

const CYCLE = {
  id: 'world',
  name: 'World',
  moments: [{ id: 'm', name: 'M', contact: /** @type {const} */ ('staff') }],
};
const SIZES = [300, 1000, 5000];

/** How satisfied customers are after a recovery, where 85 in 100 are without a problem. */
export const PARADOX_WORLDS = [
  { name: 'recovered as satisfied as without a problem', recovered: 0.85 },
  { name: 'recovered less satisfied, 80 in 100', recovered: 0.8 },
  { name: 'a paradox: recovered more satisfied, 93 in 100', recovered: 0.93 },
];

/** The share of incidents that is made good. */
export const RECOVERY_WORLDS = [
  { name: 'made good in 60 of 100 incidents', rate: 0.6 },
  { name: 'made good in 50', rate: 0.5 },
  { name: 'made good in 35', rate: 0.35 },
];

/**
 * The share of reviews that show a paradox. One visit in five has a problem, of which half is complained
 * about and six in ten complaints are made good.
 *
 * @param {number} recovered
 * @param {number} visits
 * @param {{ runs: number, seed: number }} options
 */
export function paradoxShown(recovered, visits, { runs, seed }) {
  return shareOf(runs, seed, (chance) => {
    const told = Array.from({ length: visits }, () => {
      const hasProblem = chance.share() < 0.2;
      const complained = hasProblem && chance.share() < 0.5;
      const isRecovered = complained && chance.share() < 0.6;
      const satisfied = !hasProblem ? 0.85 : isRecovered ? recovered : complained ? 0.15 : 0.45;
      return {
        moments: {},
        overall: chance.share() < satisfied ? 5 : 1,
        problem: hasProblem && { complained, ...(complained && { recovered: isRecovered }) },
      };
    });
    return recoveryReview(tallyVisits(CYCLE, told)).paradox.verdict === 'shown';
  });
}

/**
 * The share of reviews that say that a moment is seldom made good; one visit in ten has an incident there.
 *
 * @param {number} rate
 * @param {number} visits
 * @param {{ runs: number, seed: number }} options
 */
export function saidSeldom(rate, visits, { runs, seed }) {
  return shareOf(runs, seed, (chance) => {
    const told = Array.from({ length: visits }, () => ({
      moments: {
        m: { incident: chance.share() < 0.1 && { recovered: chance.share() < rate } },
      },
      overall: chance.share() < 0.9 ? 5 : 1,
    }));
    const found = detectCriticalMoments(CYCLE, {
      evidence: visitEvidence(tallyVisits(CYCLE, told)),
      resamples: 0,
    });
    return found.moments.some(({ reasons }) =>
      reasons.some(({ code }) => code === 'seldom-recovered'),
    );
  });
}

/**
 * @param {number} runs
 * @param {number} seed
 * @param {(chance: import('../examples/chance.js').Chance) => boolean} happens
 */
function shareOf(runs, seed, happens) {
  let times = 0;
  for (let run = 0; run < runs; run += 1) {
    if (happens(chanceFrom(seed * 1_000_003 + run * 7919))) times += 1;
  }
  return times / runs;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '400' }, seed: { type: 'string', default: '1' } },
  });
  const options = { runs: Number(values.runs), seed: Number(values.seed) };
  const row = (/** @type {string} */ name, /** @type {(visits: number) => number} */ share) =>
    console.log(`| ${name} | ${SIZES.map((n) => (100 * share(n)).toFixed(1)).join(' | ')} |`);
  console.log(`| world | ${SIZES.join(' | ')} |\n|---|${SIZES.map(() => '---|').join('')}`);
  for (const { name, recovered } of PARADOX_WORLDS) {
    row(name, (visits) => paradoxShown(recovered, visits, options));
  }
  for (const { name, rate } of RECOVERY_WORLDS) {
    row(name, (visits) => saidSeldom(rate, visits, options));
  }
}
