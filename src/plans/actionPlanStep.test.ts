import { describe, expect, it } from 'vitest';
import { actionPlanStep } from './actionPlanStep.ts';

describe('actionPlanStep', () => {
  it('refuses an option there is not before any review, with the name that was meant', () => {
    const options = { resources: {}, asumption: 'low' } as never;
    expect(() => actionPlanStep(options)).toThrow('did you mean "assumption"?');
    expect(() => actionPlanStep({ resources: {}, stakes: [] } as never)).toThrow(
      'a key of options is "stakes"',
    );
    expect(() => actionPlanStep(undefined as never)).toThrow('options is nothing');
  });
});
