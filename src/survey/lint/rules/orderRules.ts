import type { Question } from '../../../model/survey.ts';
import { quote } from '../../../shared/quote.ts';
import type { OrderRuleId } from '../types.ts';
import type { ScaleFind } from './scaleRule.ts';

/** What a rule about the order finds. */
export interface OrderFind {
  /** The rule. */
  readonly rule: OrderRuleId;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly suggestion: string;
}

/** What is asked of the cycle as a whole. */
const OVERALL: readonly Question['asks'][] = ['recommendation', 'satisfaction', 'effort'];

/** Finds a question about the whole behind one about a part, and one about the customer in front. */
export function questionOrder(
  question: Question,
  questions: readonly Question[],
): readonly OrderFind[] {
  const earlier = questions.slice(0, questions.indexOf(question));
  if (question.asks === 'profile') {
    const hasRated = (list: readonly Question[]): boolean => list.some(isRated);
    if (hasRated(earlier) || !hasRated(questions)) return [];
    return [
      {
        rule: 'profile-first',
        message: 'asks about the customer before anything about the service',
        suggestion: 'Put it at the end, unless it decides who is asked what.',
      },
    ];
  }
  if (!OVERALL.includes(question.asks) || question.about !== undefined) return [];
  const part = earlier.find((one) => isRated(one) && one.about !== undefined);
  if (part === undefined) return [];
  return [
    {
      rule: 'overall-late',
      message: `asks about the whole after parts such as ${quote(part.id)}, which colour the answer`,
      suggestion: 'Put it first, or at least keep it in this place in every wave.',
    },
  ];
}

/** Finds a question whose scale runs the other way than that of the one of its kind before it. */
export function directionFlip(
  question: Question,
  before: Question | undefined,
): readonly ScaleFind[] {
  if (before === undefined) return [];
  if (!isRated(before) || !isRated(question) || before.asks !== question.asks) return [];
  const reversed = question.scale.reversed === true;
  if (reversed === (before.scale.reversed === true)) return [];
  return [
    {
      rule: 'direction-flip',
      labels: [],
      text: `${question.scale.min} to ${question.scale.max}`,
      message: `${reversed ? 'low' : 'high'} is good here, and ${reversed ? 'high' : 'low'} in ${quote(before.id)} before it`,
      suggestion: 'Let all scales of a block run the same way.',
    },
  ];
}

function isRated(
  question: Question,
): question is Exclude<Question, { readonly asks: 'profile' | 'comment' }> {
  return question.asks !== 'profile' && question.asks !== 'comment';
}
