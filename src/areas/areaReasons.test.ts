import { describe, expect, it } from 'vitest';
import {
  type AreaSketch,
  answers,
  critical,
  cycleOf,
  failing,
  sketchedScores,
} from '../../test/support/areaSketch.ts';
import type { Cycle } from '../model/cycle.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import type { AreaLines } from './areaLines.ts';
import { areaReasons } from './areaReasons.ts';
import { momentStates } from './certainty/momentStates.ts';
import { areaFindings } from './evidence/areaFindings.ts';
import { evidenceByArea } from './evidence/evidenceByArea.ts';
import { areaImportances } from './importance/areaImportances.ts';
import { judgeArea } from './judgeArea.ts';
import type { AreaReason } from './reasonTypes.ts';
import type { AreaEvidence, AreaImportance, AreaThresholds } from './types.ts';

const NO_TARGET: AreaThresholds = {
  importance: 5,
  relevantGap: 0.05,
  floor: 0.5,
  relevantFall: 0.05,
  minimumAnswers: 30,
};
const LINES: AreaThresholds = { ...NO_TARGET, target: 0.7 };
const NOBODY = { favourable: 0, n: 0 };

/** The reasons for one area, held against lines that are given and not computed. */
function reasonsOf(
  sketch: AreaSketch,
  more: Partial<AreaEvidence> = {},
  thresholds: AreaThresholds = LINES,
  pool: AreaLines['pool'] = NOBODY,
): readonly AreaReason[] {
  const cycle = cycleOf([sketch]);
  const evidence = { scores: sketchedScores([sketch]), ...more };
  const importance = areaImportances(cycle, evidence.scores).get(sketch.id);
  return reasonsIn(cycle, sketch.id, evidence, importance, thresholds, pool);
}

function reasonsIn(
  cycle: Cycle,
  area: string,
  evidence: AreaEvidence,
  importance: AreaImportance | undefined,
  thresholds: AreaThresholds,
  pool: AreaLines['pool'],
): readonly AreaReason[] {
  const level = 0.95;
  const findings = areaFindings(area, evidenceByArea(cycle, evidence), {
    importance,
    derivedImportance: undefined,
    level,
  });
  const moments = momentStates(evidence.criticalMoments);
  const lines = { thresholds, level, z: 1.959963984540054, pool, moments };
  return areaReasons(findings, judgeArea(findings.facts, lines), lines);
}

function codesOf(reasons: readonly AreaReason[]): readonly AreaReason['code'][] {
  return reasons.map(({ code }) => code);
}

const hall = 'hall';
const good = { q: answers(90, 10) };
const fair = { q: answers(60, 40) };

describe('areaReasons', () => {
  it('has nothing to say of an area that does well', () => {
    expect(reasonsOf({ id: hall, importance: 9, asked: good })).toEqual([]);
  });

  const missed = {
    against: 'target',
    target: 0.7,
    upperLimit: wilsonInterval(60, 100).high,
  } as const;

  it('important-and-weak: it matters, and is proven to miss the target', () => {
    expect(missed.upperLimit).toBeLessThan(0.7);
    expect(reasonsOf({ id: hall, importance: 9, asked: fair })).toEqual([
      {
        code: 'important-and-weak',
        importance: 9,
        importanceThreshold: 5,
        performance: 0.6,
        weakness: missed,
      },
    ]);
  });

  it('important-and-weak: it matters, and is proven to lag behind the others, where there is no target', () => {
    // The others: 180 of 200.
    const pool = { favourable: 75 + 180, n: 100 + 200 };
    const lagging = { id: hall, importance: 9, asked: { q: answers(75, 25) } };
    const [reason, ...rest] = reasonsOf(lagging, {}, NO_TARGET, pool);
    expect(rest).toEqual([]);
    if (reason?.code !== 'important-and-weak') throw new Error('not weak');
    const { weakness } = reason;
    if (weakness.against !== 'others') throw new Error('no others');
    expect(weakness).toMatchObject({ others: 0.9, relevantGap: 0.05 });
    expect(weakness.difference).toMatchObject({ unit: 'net-share', n: 300 });
    expect(weakness.difference.value).toBeCloseTo(-0.15, 12);
    // From Newcombe's formula by hand: the Wilson limits of 75/100 and 180/200.
    expect(weakness.difference.interval.low).toBeCloseTo(-0.249176, 6);
    expect(weakness.difference.interval.high).toBeCloseTo(-0.060567, 6);
    expect(codesOf(reasonsOf({ ...lagging, importance: 1 }, {}, NO_TARGET, pool))).toEqual([
      'weak',
    ]);
  });

  it('weak-not-proven: it lags by enough to matter, and chance could explain it', () => {
    const pool = { favourable: 83 + 180, n: 100 + 200 };
    const reasons = reasonsOf(
      { id: hall, importance: 9, asked: { q: answers(83, 17) } },
      {},
      NO_TARGET,
      pool,
    );
    expect(reasons).toMatchObject([
      { code: 'weak-not-proven', performance: 0.83, weakness: { against: 'others' } },
    ]);
  });

  it('weak: not by a gap that is proven and too small to matter', () => {
    const pool = { favourable: 8_600 + 9_000, n: 20_000 };
    const asked = { q: answers(8_600, 1_400) };
    expect(reasonsOf({ id: hall, importance: 9, asked }, {}, NO_TARGET, pool)).toEqual([]);
    const enough = { ...NO_TARGET, relevantGap: 0.04 };
    expect(codesOf(reasonsOf({ id: hall, importance: 9, asked }, {}, enough, pool))).toEqual([
      'important-and-weak',
    ]);
  });

  it('weak-not-proven: it is below the target, and chance could explain it', () => {
    expect(codesOf(reasonsOf({ id: hall, importance: 9, asked: { q: answers(65, 35) } }))).toEqual([
      'weak-not-proven',
    ]);
  });

  it('important-and-weak: exactly at the line is important, and exactly at the line is not weak', () => {
    expect(codesOf(reasonsOf({ id: hall, importance: 5, asked: fair }))).toEqual([
      'important-and-weak',
    ]);
    const atLine = { q: answers(70, 30) };
    expect(codesOf(reasonsOf({ id: hall, importance: 9, asked: atLine }))).toEqual([]);
  });

  it('never calls an area important and weak because it fails a standard: it says what failed', () => {
    const reasons = reasonsOf({ id: hall, importance: 9, asked: good }, failing(hall));
    expect(codesOf(reasons)).toEqual(['standard-not-met']);
  });

  it('weak: it misses the target, and nobody says that it matters', () => {
    const weak = { code: 'weak', performance: 0.6, weakness: missed };
    expect(reasonsOf({ id: hall, importance: 1, asked: fair })).toEqual([weak]);
    expect(reasonsOf({ id: hall, asked: fair })).toEqual([weak]);
  });

  it('level-deteriorated: even the upper limit is below the floor, told once where the area has one question', () => {
    const reasons = reasonsOf({ id: hall, asked: { q: answers(20, 80) } });
    const upperLimit = wilsonInterval(20, 100).high;
    expect(reasons).toMatchObject([
      { code: 'level-deteriorated', upperLimit, floor: 0.5 },
      { code: 'weak' },
    ]);
    expect(reasons[0]).not.toHaveProperty('question');
    const two = reasonsOf({ id: hall, asked: { q: answers(20, 80), r: answers(30, 70) } });
    expect(
      two.flatMap((reason) => (reason.code === 'level-deteriorated' ? [reason.question] : [])),
    ).toEqual([undefined, 'q', 'r']);
  });

  it('level-deteriorated: not while chance could explain it', () => {
    expect(wilsonInterval(45, 100).high).toBeGreaterThan(0.5);
    expect(codesOf(reasonsOf({ id: hall, asked: { q: answers(45, 55) } }))).toEqual(['weak']);
  });

  it('level-deteriorated: a good mean does not hide a collapsed question', () => {
    const asked = { a: answers(100, 0), b: answers(100, 0), c: answers(10, 90) };
    const reasons = reasonsOf({ id: hall, asked });
    expect(reasons).toMatchObject([{ code: 'level-deteriorated', question: 'c' }]);
  });

  it('level-deteriorated: not by a question that too few answered', () => {
    const asked = { a: answers(100, 0), b: answers(0, 29) };
    expect(codesOf(reasonsOf({ id: hall, asked }))).toEqual([]);
    const enough = { a: answers(100, 0), b: answers(0, 30) };
    expect(codesOf(reasonsOf({ id: hall, asked: enough }))).toEqual(['level-deteriorated']);
  });

  it('trend-deteriorated: it has fallen since the last survey, by more than chance and enough to matter', () => {
    const before = sketchedScores([{ id: hall, asked: { q: answers(180, 20) } }]);
    const now = { id: hall, asked: { q: answers(150, 50) } };
    const [reason, ...others] = reasonsOf(now, { earlierScores: before });
    expect(others).toEqual([]);
    expect(reason).toMatchObject({
      code: 'trend-deteriorated',
      relevantFall: 0.05,
      change: { kind: 'estimate', unit: 'net-share', n: 400, basis: 'measured' },
    });
    if (reason?.code !== 'trend-deteriorated') throw new Error('no trend');
    const { value, interval } = reason.change;
    expect(value).toBeCloseTo(-0.15, 12);
    // From Newcombe's formula by hand: the Wilson limits of 150/200 and 180/200.
    expect(interval.method).toBe('newcombe');
    expect(interval.low).toBeCloseTo(-0.222927, 6);
    expect(interval.high).toBeCloseTo(-0.076129, 6);
  });

  it.each([
    ['that chance could explain', answers(36, 4), answers(30, 10)],
    ['too small to matter', answers(9_000, 1_000), answers(8_600, 1_400)],
    ['that is a rise', answers(150, 50), answers(180, 20)],
    ['from a survey that too few answered', answers(29, 0), answers(150, 50)],
  ])('trend-deteriorated: not by a fall %s', (_, before, now) => {
    const earlierScores = sketchedScores([{ id: hall, asked: { q: before } }]);
    expect(codesOf(reasonsOf({ id: hall, asked: { q: now } }, { earlierScores }))).toEqual([]);
  });

  it('trend-deteriorated: by exactly the fall that matters, from 85 to 80 of 100', () => {
    const earlierScores = sketchedScores([{ id: hall, asked: { q: answers(8_500, 1_500) } }]);
    const now = { id: hall, asked: { q: answers(8_000, 2_000) } };
    expect(codesOf(reasonsOf(now, { earlierScores }))).toEqual(['trend-deteriorated']);
  });

  it('trend-deteriorated: not where the area was not asked about before', () => {
    const earlierScores = sketchedScores([{ id: hall }]);
    expect(codesOf(reasonsOf({ id: hall, asked: good }, { earlierScores }))).toEqual([]);
  });

  it('standard-not-met: a standard of its moments fails, or one that it answers for by name', () => {
    expect(reasonsOf({ id: hall, asked: good }, failing(hall))).toEqual([
      {
        code: 'standard-not-met',
        standards: [
          {
            standard: 'hall in time',
            failed: 10,
            measured: 100,
            isMaterial: false,
            moments: ['at hall'],
          },
        ],
      },
    ]);
  });

  it('standard-not-met: a standard that names its area counts there, and not at the moments', () => {
    const sketch = { id: hall, asked: good };
    const plain = cycleOf([sketch, { id: 'back office' }]);
    const cycle = {
      ...plain,
      requirements: (plain.requirements ?? []).map((requirement) => ({
        ...requirement,
        standards: (requirement.standards ?? []).map((one) => ({ ...one, area: 'back office' })),
      })),
    };
    const evidence = { scores: sketchedScores([sketch]), ...failing(hall) };
    const codes = (area: string): readonly string[] =>
      codesOf(reasonsIn(cycle, area, evidence, undefined, LINES, NOBODY));
    expect(codes(hall)).toEqual([]);
    expect(codes('back office')).toEqual(['standard-not-met', 'too-few-answers']);
  });

  it('standard-not-met: not by a standard that is only not proven, or of another area', () => {
    const unproven = failing(hall);
    const requirements = {
      ...unproven.requirements!,
      requirements: unproven.requirements!.requirements.map((one) => ({
        ...one,
        standards: one.standards.map((standard) => ({
          ...standard,
          status: 'not-proven' as const,
        })),
      })),
    };
    expect(reasonsOf({ id: hall, asked: good }, { requirements })).toEqual([]);
    expect(reasonsOf({ id: hall, asked: good }, failing('desk'))).toEqual([]);
  });

  it('holds-critical-moment: it answers for a moment found critical', () => {
    expect(reasonsOf({ id: hall, asked: good }, critical(hall))).toEqual([
      { code: 'holds-critical-moment', moments: ['at hall'] },
    ]);
    expect(reasonsOf({ id: hall, asked: good }, critical('desk'))).toEqual([]);
  });

  it('holds-critical-moment: names several as they were found, the most critical first', () => {
    const sketch = { id: hall, asked: good };
    const plain = cycleOf([sketch]);
    const more = { id: 'another', name: 'Another', contact: 'none', area: hall } as const;
    const cycle = { ...plain, moments: [...plain.moments, more] };
    const { criticalMoments } = critical(hall);
    const [first] = criticalMoments!.moments;
    const evidence = {
      scores: sketchedScores([sketch]),
      criticalMoments: {
        ...criticalMoments!,
        moments: [{ ...first!, moment: 'another' }, first!],
      },
    };
    expect(reasonsIn(cycle, hall, evidence, undefined, LINES, NOBODY)).toEqual([
      { code: 'holds-critical-moment', moments: ['another', 'at hall'] },
    ]);
  });

  it('holds-critical-moment: not by a moment that is only to be watched', () => {
    const { criticalMoments } = critical(hall);
    const watched = {
      criticalMoments: {
        ...criticalMoments!,
        moments: criticalMoments!.moments.map((one) => ({ ...one, level: 'watch' as const })),
      },
    };
    expect(reasonsOf({ id: hall, asked: good }, watched)).toEqual([]);
  });

  it('too-few-answers: it cannot be judged, however bad the few answers are', () => {
    expect(reasonsOf({ id: hall, importance: 9, asked: { q: answers(0, 29) } })).toEqual([
      { code: 'too-few-answers', n: 29, minimumAnswers: 30 },
    ]);
    expect(codesOf(reasonsOf({ id: hall, importance: 9, asked: { q: answers(0, 30) } }))).toEqual([
      'important-and-weak',
      'level-deteriorated',
    ]);
  });

  it('too-few-answers: nobody was asked', () => {
    expect(reasonsOf({ id: hall })).toEqual([
      { code: 'too-few-answers', n: 0, minimumAnswers: 30 },
    ]);
  });

  it('puts the urgent reasons first', () => {
    const earlierScores = sketchedScores([{ id: hall, asked: { q: answers(90, 10) } }]);
    const reasons = reasonsOf(
      { id: hall, importance: 9, asked: { q: answers(20, 80) } },
      { earlierScores, ...failing(hall), ...critical(hall) },
    );
    expect(codesOf(reasons)).toEqual([
      'important-and-weak',
      'level-deteriorated',
      'trend-deteriorated',
      'standard-not-met',
      'holds-critical-moment',
    ]);
  });
});
