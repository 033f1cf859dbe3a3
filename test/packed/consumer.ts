import { type Cycle, defineCycle, detectCriticalMoments, type Score } from 'service-cycle';

const desk = defineCycle({
  id: 'desk',
  name: 'Front desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
});
export const asked = defineCycle({
  id: 'desk',
  name: 'Front desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'greeting',
        text: 'How satisfied were you with the greeting?',
        asks: 'satisfaction',
        about: { moment: 'greet' },
        scale: { min: 1, max: 5 },
      },
    ],
  },
});
export const question: 'greeting' | undefined = asked.survey.questions[0]?.id;
export const greeted: 'greet' | undefined = detectCriticalMoments(asked).moments[0]?.moment;
// @ts-expect-error it declares no areas
export const area = asked.areas[0];
export const anyCycle: Cycle = desk;
export const first: 'greet' | undefined = detectCriticalMoments(desk).moments[0]?.moment;
export const valueOf = (score: Score): number | string =>
  score.kind === 'estimate' ? score.value : score.reason;

// @ts-expect-error a score has a value only when it is an estimate
export const unchecked = (score: Score): number => score.value;

defineCycle({
  id: 'desk',
  name: 'Front desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'greeting',
        text: 'How satisfied were you with the greeting?',
        asks: 'satisfaction',
        // @ts-expect-error there is no moment 'gret'
        about: { moment: 'gret' },
        scale: { min: 1, max: 5 },
      },
    ],
  },
});
