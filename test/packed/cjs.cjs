const assert = require('node:assert/strict');
const { defineCycle, detectCriticalMoments, ServiceCycleError } = require('service-cycle');

const moments = [{ id: 'greet', name: 'Is greeted', contact: 'staff' }];
const desk = defineCycle({ id: 'desk', name: 'Front desk', moments });
assert.equal(detectCriticalMoments(desk).moments[0].level, 'watch');
assert.throws(
  () => defineCycle({ id: 'desk', name: 'Front desk', moments: [] }),
  ServiceCycleError,
);

assert.equal(require('service-cycle/cycle.schema.json').title, 'Service cycle');
assert.equal(require('service-cycle/service-plan.schema.json').title, 'Service plan');
assert.equal(require('service-cycle/survey.schema.json').title, 'Satisfaction survey');
assert.equal(require('service-cycle/package.json').name, 'service-cycle');

const { wilsonInterval } = require('service-cycle/stats');
assert.throws(() => wilsonInterval(11, 10), ServiceCycleError);
