import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import type { Basis } from '../shared/estimate.ts';
import { checkObjects, checkOneOf } from '../shared/refuse.ts';
import { RANK_OF_LEVEL } from './rankOfLevel.ts';
import type { Reason } from './reasonTypes.ts';
import type { CriticalMomentRule, DetectionContext } from './ruleTypes.ts';

const RANK_OF_BASIS: { readonly [basis in Basis]: number } = { measured: 0, judged: 1, assumed: 2 };

/** The reasons that rules give for a moment, the strongest first. */
export function reasonsFor<Own extends Reason>(
  moment: MomentOfTruth,
  context: DetectionContext,
  rules: readonly CriticalMomentRule<Own>[],
): readonly Own[] {
  return rules
    .flatMap((rule) => given(rule(moment, context)))
    .toSorted(
      (one, other) =>
        RANK_OF_LEVEL[one.level] - RANK_OF_LEVEL[other.level] ||
        RANK_OF_BASIS[one.basis] - RANK_OF_BASIS[other.basis],
    );
}

/** What a rule of the caller's own may give instead of reasons is refused here. */
function given<Own extends Reason>(reasons: readonly Own[]): readonly Own[] {
  checkObjects('what a rule gives', reasons);
  for (const { level, basis } of reasons) {
    checkOneOf('the level of a reason', level, Object.keys(RANK_OF_LEVEL));
    checkOneOf('the basis of a reason', basis, Object.keys(RANK_OF_BASIS));
  }
  return reasons;
}
