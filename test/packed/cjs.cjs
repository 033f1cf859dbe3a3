const assert = require('node:assert/strict');
const { ServiceCycleError } = require('service-cycle');

const error = new ServiceCycleError('unknown-id', 'there is no moment "gret"');
assert.equal(error.code, 'unknown-id');
assert.equal(require('service-cycle/cycle.schema.json').title, 'Service cycle');
assert.equal(require('service-cycle/package.json').name, 'service-cycle');
