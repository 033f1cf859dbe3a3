/**
 * Made-up customers of a cycle, so that the examples have something to review where nobody has been
 * asked yet. Nothing here is part of the package, and no figure here says anything about a real bank,
 * hotel or hospital.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').Measurement} Measurement
 * @typedef {Cycle['moments'][number]} Moment
 * @typedef {NonNullable<Cycle['requirements']>[number]} Requirement
 * @typedef {NonNullable<Requirement['standards']>[number]} Standard
 * @typedef {NonNullable<Cycle['survey']>['questions'][number]} Question
 * @typedef {Extract<Question, { scale: object }>} RatedQuestion
 * @typedef {{ [questionId: string]: number | string | null, responseId: string }} Response
 * @typedef {import('./chance.js').Chance} Chance
 * @typedef {{ moment: Moment, incident: boolean }} Contact a moment that a visit passed through
 * @typedef {{ mood: number, contacts: readonly Contact[] }} Visit
 */
import { chanceFrom } from './chance.js';

/** Where nobody judged a moment: an annoyance that happens now and then. */
const UNJUDGED = { severity: 5, occurrence: 3 };

/** Every so many visits one answer is a slip, such as an 11 on 0 to 10. */
const VISITS_PER_SLIP = 60;

/** So few cases that they hardly tell whether a standard is met. */
const FEW_CASES = 12;

/**
 * Simulates customers who pass through a cycle, answer its survey, and are measured against its
 * standards. The same seed gives the same customers.
 *
 * An incident at a moment is the likelier the more often people judge it to happen, and hurts the
 * steeper the more severe they judge it. Standards fail where incidents happen, and every third one
 * is measured in so few cases that they hardly tell whether it is met.
 *
 * @param {Cycle} cycle
 * @param {{ visits?: number, seed?: number }} [options]
 * @returns {{ responses: Response[], measurements: Measurement[] }}
 */
export function simulateVisits(cycle, { visits = 300, seed = 1 } = {}) {
  const chance = chanceFrom(seed);
  const questions = cycle.survey?.questions ?? [];
  const responses = Array.from({ length: visits }, (_, index) => {
    const visit = visitOf(cycle, chance);
    /** @type {Response} */
    const response = { responseId: `visit-${String(index + 1).padStart(4, '0')}` };
    for (const question of questions) {
      if (question.asks === 'comment') continue;
      response[question.id] =
        question.asks === 'profile'
          ? choiceOf(Object.keys(question.choices), chance)
          : answerOf(question, visit, cycle, chance);
    }
    return response;
  });
  addSlips(responses, questions.filter(isRated));
  return { responses, measurements: measurementsOf(cycle, visits, chance) };
}

/**
 * @param {Cycle} cycle
 * @param {Chance} chance
 * @returns {Visit}
 */
function visitOf(cycle, chance) {
  const contacts = cycle.moments
    .filter(({ usage = 1 }) => chance.share() < usage)
    .map((moment) => ({
      moment,
      incident: chance.share() < incidentShareOf(moment),
    }));
  return { mood: 0.09 * chance.normal(), contacts };
}

/**
 * An answer to a rated question: a number of its scale, "not applicable" where the customer did not
 * pass, or null where it was left blank.
 *
 * @param {RatedQuestion} question
 * @param {Visit} visit
 * @param {Cycle} cycle
 * @param {Chance} chance
 * @returns {number | string | null}
 */
function answerOf(question, visit, cycle, chance) {
  const { about } = question;
  const contacts = visit.contacts.filter(
    ({ moment }) =>
      about === undefined ||
      ('moment' in about ? moment.id === about.moment : moment.area === about.area),
  );
  if (chance.share() < 0.04) return null;
  if (question.asks === 'incident') {
    return contacts.length > 0 ? Number(contacts.some(hadIncident)) : 'not-applicable';
  }
  const noise = 0.07 * chance.normal();
  if (question.asks === 'importance') {
    return onScale(question, importanceOf(question, cycle) + noise);
  }
  if (question.asks === 'expectation') return onScale(question, 0.9 + noise);
  if (contacts.length === 0) return 'not-applicable';
  // What is asked about shows in full; the rest of the visit only colours it.
  const harm = about === undefined ? harmOf(contacts) : 1.5 * harmOf(contacts);
  const halo = about === undefined ? 0 : 0.15 * harmOf(visit.contacts);
  return onScale(question, 0.93 + visit.mood + noise - harm - halo);
}

/**
 * How far incidents pull a customer down, on a scale where 1 is the way from best to worst. Severity
 * counts by its fifth power: an annoyance is forgiven, and one grave incident undoes the visit.
 *
 * @param {readonly Contact[]} contacts
 * @returns {number}
 */
function harmOf(contacts) {
  return contacts
    .filter(hadIncident)
    .reduce((sum, { moment }) => sum + 1.4 * (medianRating(moment, 'severity') / 10) ** 5, 0);
}

/**
 * @param {Contact} contact
 * @returns {boolean}
 */
function hadIncident(contact) {
  return contact.incident;
}

/**
 * The upper median of what the judges said.
 *
 * @param {Moment} moment
 * @param {'severity' | 'occurrence'} rating
 * @returns {number}
 */
function medianRating(moment, rating) {
  const ratings = (moment.judgements ?? []).map((judgement) => judgement[rating]);
  ratings.sort((a, b) => a - b);
  return ratings[Math.floor(ratings.length / 2)] ?? UNJUDGED[rating];
}

/**
 * @param {RatedQuestion} question
 * @param {Cycle} cycle
 * @returns {number} 0 to 1
 */
function importanceOf({ about }, cycle) {
  const areas = cycle.areas ?? [];
  const highest = Math.max(...areas.map(({ importance = 0 }) => importance), 0);
  const area = areas.find(({ id }) => about !== undefined && 'area' in about && id === about.area);
  return highest > 0 ? 0.5 + (0.45 * (area?.importance ?? highest)) / highest : 0.8;
}

/**
 * @param {RatedQuestion} question
 * @param {number} quality - 0 is worst, 1 is best; what lies beyond is cut off
 * @returns {number} an answer of the question's scale
 */
function onScale({ scale: { min, max, step = 1, reversed = false } }, quality) {
  const steps = Math.round((max - min) / step);
  const up = Math.round(Math.min(1, Math.max(0, quality)) * steps);
  return min + step * (reversed ? steps - up : up);
}

/**
 * A choice, the first the likeliest.
 *
 * @param {readonly string[]} codes
 * @param {Chance} chance
 * @returns {string | null}
 */
function choiceOf(codes, chance) {
  const weights = codes.map((_, index) => 1 / (index + 1));
  let left = chance.share() * weights.reduce((sum, weight) => sum + weight, 0);
  return codes.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? codes.at(-1) ?? null;
}

/**
 * Spoils a handful of answers, by turns with a number just above the scale and with a text.
 *
 * @param {readonly Response[]} responses
 * @param {readonly RatedQuestion[]} questions
 */
function addSlips(responses, questions) {
  responses
    .filter((_, index) => index % VISITS_PER_SLIP === VISITS_PER_SLIP - 1)
    .forEach((response, slip) => {
      const question = questions[slip % questions.length];
      if (question === undefined) return;
      const { max, step = 1 } = question.scale;
      response[question.id] = slip % 2 === 0 ? max + step : 'very good';
    });
}

/**
 * @param {Question} question
 * @returns {question is RatedQuestion}
 */
function isRated(question) {
  return 'scale' in question;
}

/**
 * @param {Cycle} cycle
 * @param {number} visits
 * @param {Chance} chance
 * @returns {Measurement[]}
 */
function measurementsOf(cycle, visits, chance) {
  const standards = (cycle.requirements ?? []).flatMap((requirement) =>
    (requirement.standards ?? []).map((standard) => ({ requirement, standard })),
  );
  return standards.flatMap(({ requirement, standard }, index) => {
    const failing = failingShareOf(requirement, standard, cycle);
    const passing = Math.round(visits * usageOf(requirement, cycle));
    const cases = index % 3 === 2 ? Math.min(FEW_CASES, passing) : passing;
    return Array.from({ length: cases }, () => ({
      standard: standard.id,
      value: valueFor(standard, chance.share() >= failing, chance),
    }));
  });
}

/**
 * @param {Requirement} requirement
 * @param {Cycle} cycle
 * @returns {number} the share of visits that pass a moment the requirement serves
 */
function usageOf(requirement, cycle) {
  return Math.max(...momentsOf(requirement, cycle).map(({ usage = 1 }) => usage));
}

/**
 * The share of cases that fail a standard: somewhat fewer than there are incidents, and far fewer
 * where no exception is allowed, since such a standard is watched over.
 *
 * @param {Requirement} requirement
 * @param {Standard} standard
 * @param {Cycle} cycle
 * @returns {number}
 */
function failingShareOf(requirement, standard, cycle) {
  const incidents = Math.max(...momentsOf(requirement, cycle).map(incidentShareOf));
  return standard.requiredShare < 1 ? 0.7 * incidents : incidents / 4;
}

/**
 * @param {Requirement} requirement
 * @param {Cycle} cycle
 * @returns {Moment[]}
 */
function momentsOf(requirement, cycle) {
  return cycle.moments.filter(({ id }) => requirement.moments.includes(id));
}

/**
 * How likely an incident is at a moment, from how often people judge it to happen.
 *
 * @param {Moment} moment
 * @returns {number}
 */
function incidentShareOf(moment) {
  return medianRating(moment, 'occurrence') ** 2 / 250;
}

/**
 * A whole number that conforms to a standard, or one that does not.
 *
 * @param {Standard} standard
 * @param {boolean} conforms
 * @param {Chance} chance
 * @returns {number}
 */
function valueFor({ operator, threshold }, conforms, chance) {
  const distance = chance.share();
  const beyond = Math.ceil(Math.max(1, 0.7 * distance * Math.abs(threshold)));
  switch (operator) {
    case '<=':
      return conforms ? Math.floor((0.3 + 0.7 * distance) * threshold) : threshold + beyond;
    case '>=':
      return conforms ? threshold + Math.floor(0.5 * distance * threshold) : threshold - beyond;
    case '=':
      if (conforms) return threshold;
      return threshold === 0 ? Math.ceil(3 * distance + 0.001) : threshold - beyond;
  }
}
