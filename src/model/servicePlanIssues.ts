import { isList } from '../shared/refuse.ts';
import type { Cycle } from './cycle.ts';
import type { FoundIssues } from './listedIssues.ts';
import {
  type Declared,
  declare,
  type Listed,
  listed,
  optional,
  own,
  refer,
  referAll,
} from './referenceIssues.ts';
import { isRecord } from './schema.ts';

/**
 * Every id of a service plan declared twice, every day with two exceptions, and where cycles are given every
 * reference to what none of them has. It reads the raw input, as `referenceIssues` does.
 */
export function servicePlanIssues(input: unknown, cycles: readonly Cycle[]): FoundIssues {
  const issues: FoundIssues = { listed: [], more: 0 };
  const plan = isRecord(input) ? input : {};
  const declared = (kind: string, key: string): Listed[] => {
    const items = listed(plan, key, []);
    declare(kind, items, optional(plan, key), issues);
    return items;
  };
  const traits = declared('trait', 'profile');
  const needs = declared('need', 'needs');
  const policies = declared('policy', 'policies');
  const channels = declared('channel', 'channels');
  const training = declared('training', 'training');
  const review = own(plan, 'review');
  if (isRecord(review)) {
    const triggers = listed(review, 'triggers', ['review']);
    declare('trigger', triggers, optional(review, 'triggers'), issues);
  }

  for (const { item, path } of channels) {
    const open = own(item, 'open');
    if (isRecord(open)) oneExceptionADay(open, [...path, 'open'], issues);
  }
  for (const { item, path } of needs) {
    for (const hours of listed(item, 'hours', path)) {
      oneExceptionADay(hours.item, hours.path, issues);
    }
  }
  if (cycles.length === 0) return issues;

  const named = own(plan, 'cycles');
  const known = names('cycle', cycles, ({ id }) => [id]);
  referAll(plan, 'cycles', [], known, issues);
  const isNamed = isList(named) && named.some((id) => known.paths.has(String(id)));
  const its = isNamed ? cycles.filter(({ id }) => named.includes(id)) : cycles;
  const requirements = names('requirement', its, (cycle) => idsOf(cycle.requirements));
  const moments = names('moment', its, (cycle) => idsOf(cycle.moments));
  const standards = names('standard', its, (cycle) =>
    (cycle.requirements ?? []).flatMap((requirement) => idsOf(requirement.standards)),
  );
  const questions = names('question', its, (cycle) => idsOf(cycle.survey?.questions));

  for (const { item, path } of traits) {
    refer(own(item, 'question'), [...path, 'question'], questions, issues);
  }
  for (const { item, path } of needs) referAll(item, 'requirements', path, requirements, issues);
  for (const { item, path } of policies) referAll(item, 'moments', path, moments, issues);
  for (const { item, path } of channels) {
    refer(own(item, 'answersWithin'), [...path, 'answersWithin'], standards, issues);
    referAll(item, 'moments', path, moments, issues);
  }
  for (const { item, path } of training) referAll(item, 'moments', path, moments, issues);
  return issues;
}

function oneExceptionADay(
  hours: Record<string, unknown>,
  path: Listed['path'],
  issues: FoundIssues,
): void {
  declare('exception', listed(hours, 'exceptions', path), [], issues, 'date');
}

/** What the cycles declare of a kind. */
function names(
  kind: string,
  cycles: readonly Cycle[],
  idsIn: (cycle: Cycle) => readonly string[],
): Declared {
  return {
    kind,
    paths: new Map(cycles.flatMap(idsIn).map((id) => [id, []])),
    readable: true,
  };
}

function idsOf(list: readonly { readonly id: string }[] = []): readonly string[] {
  return list.map(({ id }) => id);
}
