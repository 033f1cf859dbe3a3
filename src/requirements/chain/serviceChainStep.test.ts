import { describe, expect, it } from 'vitest';
import { serviceChain } from './serviceChain.ts';
import { serviceChainStep } from './serviceChainStep.ts';

const stay = {
  id: 'stay',
  name: 'Stay',
  moments: [{ id: 'served', name: 'Is served', contact: 'staff' }],
} as const;

describe('serviceChainStep', () => {
  it('is the chain of the cycle reviewed and those behind it, critical moments as found', () => {
    const step = serviceChainStep([]);
    expect(step(stay, { critical: ['served'] })).toEqual(
      serviceChain([stay], { critical: { stay: ['served'] } }),
    );
    expect(step(stay, { critical: [] }).findings).toEqual([]);
  });

  it('refuses what is no list of cycles', () => {
    expect(() => serviceChainStep(stay as never)).toThrow('supporting is an object');
    expect(() => serviceChainStep([7] as never)(stay, { critical: [] })).toThrow('cycle');
  });
});
