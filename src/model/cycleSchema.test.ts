import { describe, expect, it } from 'vitest';
import { cycleSchema } from './cycleSchema.ts';
import { parseCycle } from './parseCycle.ts';

describe('cycleSchema', () => {
  it('follows the Standard Schema specification', () => {
    const { version, vendor, validate } = cycleSchema['~standard'];
    expect([version, vendor, typeof validate]).toEqual([1, 'service-cycle', 'function']);
  });

  it('gives the value or the issues that parseCycle gives', () => {
    const good = { id: 'c', name: 'C', moments: [{ id: 'm', name: 'M', contact: 'none' }] };
    expect(cycleSchema['~standard'].validate(good)).toEqual({ value: good });
    const bad = { ...good, moments: [{ id: 'm', name: 'M', contact: 'none', stage: 'x' }] };
    expect(cycleSchema['~standard'].validate(bad)).toEqual({
      issues: (parseCycle(bad) as { issues: unknown }).issues,
    });
  });
});
