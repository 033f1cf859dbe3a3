import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ServiceCycleError } from 'service-cycle';

const error = new ServiceCycleError('unknown-id', 'there is no moment "gret"');
assert.equal(error.code, 'unknown-id');

const schema = createRequire(import.meta.url).resolve('service-cycle/cycle.schema.json');
assert.equal(JSON.parse(readFileSync(schema, 'utf8')).title, 'Service cycle');
