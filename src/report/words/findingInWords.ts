import type { RankingRefusal } from '../../areas/importance/types.ts';
import type { AreaWarning } from '../../areas/types.ts';
import type { CycleFinding } from '../../model/checkCycle.ts';
import type { Disagreement } from '../../moments/types.ts';
import type { ChainFinding, ChainFindingCode } from '../../requirements/chain/serviceChain.ts';
import type { RequirementFinding } from '../../requirements/findings/findingTypes.ts';
import type { StakeFinding } from '../../review/stakes/stakeTypes.ts';
import type {
  ServicePlanFinding,
  ServicePlanFindingCode,
} from '../../service-plan/checkServicePlan.ts';
import { joined } from './reasonInWords.ts';
import { type Named, own, type Speech, type Values } from './speech.ts';

/** What is found to be lacking, or to be kept in mind. */
export type Finding =
  | CycleFinding
  | ChainFinding
  | ServicePlanFinding
  | RequirementFinding
  | StakeFinding
  | Disagreement
  | AreaWarning
  | RankingRefusal;

/** Whether a thing with a code is a finding. */
export function isFinding(speech: Speech, thing: { readonly code: string }): thing is Finding {
  return own(speech.words.findings, thing.code) !== undefined;
}

/** A finding in a sentence without a full stop. */
export function findingInWords(speech: Speech, finding: Finding): string {
  const sentence = speech.words.findings[finding.code];
  const say = (values: Values): string => speech.fill(sentence, values);
  const because = (reason: string | undefined): string =>
    reason === undefined ? '' : (own(speech.words.notKnown, reason) ?? speech.quote(reason));
  switch (finding.code) {
    case 'contradicting-standards':
      return say({ names: speech.names('standard', finding.standards) });
    case 'missing-source':
      return say({ names: speech.quoted('requirement', finding.requirement) });
    case 'usage-contradicted': {
      const { stated = 0, counted } = finding;
      return say({
        names: nameOf(speech, finding),
        stated: speech.percent(stated),
        counted: counted === undefined ? '' : speech.percent(counted.value),
        range: counted === undefined ? '' : speech.range(counted.interval, speech.percent),
      });
    }
    case 'harm-not-measured':
      return say({ names: nameOf(speech, finding), because: because(finding.reason) });
    case 'effect-not-seen':
    case 'effect-not-judged':
      return say({ visits: finding.visits });
    case 'importance-not-derived':
      return say({ because: because(finding.reason) });
    case 'importance-not-ranked':
      return say({
        because: joined(
          speech,
          finding.refusals.map((refusal) => findingInWords(speech, refusal)),
        ),
      });
    case 'pairs-left-out':
      return say({ areas: finding.areas, most: finding.most });
    case 'unknown-areas':
      return say({ names: speech.names('area', finding.areas) });
    case 'explains-little':
      return say({
        found: speech.percent(finding.adjustedRSquared),
        minimum: speech.percent(finding.minimumRSquared),
      });
    case 'importance-does-not-discriminate':
    case 'few-responses':
    case 'nobody-dissatisfied':
    case 'everybody-dissatisfied':
    case 'unknown-outcome':
      return sentence;
    default:
      return say({ names: nameOf(speech, finding) });
  }
}

function nameOf(
  speech: Speech,
  finding: CycleFinding | ChainFinding | ServicePlanFinding | RequirementFinding | StakeFinding,
): string {
  if ('ids' in finding)
    return speech.list(finding.ids.map((id) => speech.anyName(id, kindOfFinding(finding.code))));
  if ('moment' in finding) return speech.quoted('moment', finding.moment);
  return 'requirement' in finding ? speech.quoted('requirement', finding.requirement) : '';
}

/** What kind of thing a finding names by its ids, where the cycle has a name for it. */
export function kindOfFinding(
  code:
    | CycleFinding['code']
    | ChainFindingCode
    | ServicePlanFindingCode
    | 'contradicting-standards',
): Named | undefined {
  switch (code) {
    case 'critical-moment-without-requirement':
    case 'critical-moment-without-support':
    case 'critical-moment-without-training':
    case 'moment-without-question':
      return 'moment';
    case 'requirement-without-standard':
    case 'requirement-without-need':
      return 'requirement';
    case 'plan-without-effect':
    case 'circular-needs':
    case 'plan-needs-excluded':
      return 'plan';
    case 'contradicting-standards':
      return 'standard';
    case 'stage-without-moment':
      return 'stage';
    case 'area-without-moment':
      return 'area';
    case 'need-without-requirement':
      return 'need';
    // Ids of cycles, of what others have, and of a service plan: nothing has names for them.
    case 'external-cycle-supports':
    case 'supports-itself':
    case 'unknown-cycle':
    case 'unknown-moment':
    case 'unknown-standard':
    case 'circle':
    case 'standard-serves-nobody':
    case 'cycle-serves-nobody':
    case 'unknown-id':
    case 'no-help-when-it-fails':
    case 'policy-without-procedure':
    case 'channel-without-hours':
    case 'channel-without-standard':
    case 'hours-overlap':
    case 'hours-with-faults':
    case 'profile-differs':
      return undefined;
  }
}
