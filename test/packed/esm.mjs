import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isServiceCycleError, parseCycle, reviewCycle, ServiceCycleError } from 'service-cycle';
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

// Where one part of an app imports the package and another requires it there are two classes: each copy
// knows the other's error, of every entry, and no other error.
const required = createRequire(import.meta.url)('service-cycle');
const requiredStats = createRequire(import.meta.url)('service-cycle/stats');
const thrownBy = (work) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};
const imported = thrownBy(() => netPromoterScore({ scale: { min: 0, max: 10 }, perAnswer: [] }));
const other = thrownBy(() => requiredStats.wilsonInterval(11, 10));
assert.notEqual(required.ServiceCycleError, ServiceCycleError);
assert(!(other instanceof ServiceCycleError));
assert(isServiceCycleError(other) && required.isServiceCycleError(imported));
assert(isServiceCycleError(imported) && required.isServiceCycleError(other));
assert(!isServiceCycleError(new Error('another')) && !required.isServiceCycleError(undefined));
