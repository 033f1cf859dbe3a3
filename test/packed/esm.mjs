import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseCycle, reviewCycle, ServiceCycleError } from 'service-cycle';
import { netPromoterScore } from 'service-cycle/survey';

const nps = netPromoterScore({
  scale: { min: 0, max: 10 },
  perAnswer: [0, 0, 0, 0, 0, 1, 1, 4, 7, 5, 7],
});
assert.equal(nps.kind === 'estimate' && nps.value, 40);

const moments = [{ id: 'greet', name: 'Is greeted', contact: 'staff' }];
const parsed = parseCycle({ id: 'desk', name: 'Front desk', moments });
assert(parsed.ok);
assert.equal(reviewCycle(parsed.value, {}).criticalMoments.moments[0].level, 'watch');

const titleOf = (name) => {
  const path = createRequire(import.meta.url).resolve(`service-cycle/${name}.schema.json`);
  return JSON.parse(readFileSync(path, 'utf8')).title;
};
assert.equal(titleOf('cycle'), 'Service cycle');
assert.equal(titleOf('survey'), 'Satisfaction survey');

// One error, whichever entry throws it.
assert.throws(
  () => netPromoterScore({ scale: { min: 0, max: 10 }, perAnswer: [] }),
  ServiceCycleError,
);
