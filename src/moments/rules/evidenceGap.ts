import type { EvidenceGapReason } from '../reasonTypes.ts';

/** The reason that visits do not tell what a rule asks of them. */
export function evidenceGap(
  of: EvidenceGapReason['of'],
  because: EvidenceGapReason['because'],
  n: number,
  more: Pick<EvidenceGapReason, 'duplicates' | 'riskDifference' | 'jointEffect' | 'standard'> = {},
): EvidenceGapReason {
  return {
    code: 'evidence-gap',
    level: 'not-assessed',
    basis: 'measured',
    n,
    of,
    because,
    ...more,
  };
}
