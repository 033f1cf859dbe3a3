import { describe, expect, it } from 'vitest';
import { parseVisitTally } from './parseVisitTally.ts';
import { tallyVisits } from './tallyVisits.ts';

const cycle = { id: 'c', name: 'C', moments: [{ id: 'm', name: 'M', contact: 'staff' }] } as const;
const tally = tallyVisits(cycle, [{ moments: { m: { incident: true } }, overall: 1 }]);

describe('parseVisitTally', () => {
  it('reads what tallyVisits makes', () => {
    expect(parseVisitTally(cycle, JSON.parse(JSON.stringify(tally)))).toEqual({
      ok: true,
      value: tally,
    });
  });

  it.each(['incidentsFrom', 'reportsFrom', 'waits'])(
    'refuses a word of its own that says how visits were counted: %s',
    (name) => {
      const definition = { ...tally.definition, [name]: 'hearsay' };
      const result = parseVisitTally(cycle, { ...tally, definition });
      expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
        ['not-allowed', ['definition', name]],
      ]);
    },
  );
});
