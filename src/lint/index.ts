/**
 * Words: are the questions of a survey, and the requirements of a cycle, worded so that everybody
 * understands the same. The word lists of five languages stand behind this entry and no other room's.
 *
 * @module service-cycle/lint
 */

// Words of surveys
export { type LintOptions, lintSurvey } from '../survey/lint/lintSurvey.ts';
export { lix } from '../survey/lint/lix.ts';
export {
  type LanguageReadability,
  LINT_RULES,
  type LintHit,
  type LintHitFacts,
  type LintRuleId,
  type LintRuleNotRun,
  type LintSeverity,
  type Lix,
  type LixValue,
  type NoLix,
  type OrderHit,
  type OrderRuleId,
  type ReadabilityBand,
  type ScaleHit,
  type ScaleRuleId,
  type SurveyLint,
  type TextSpan,
  type UncheckedLanguage,
  type WordingHit,
  type WordingRuleId,
} from '../survey/lint/types.ts';

// Words of requirements
export {
  lintRequirements,
  type RequirementLint,
  type RequirementLintOptions,
  type UncheckedStatements,
  type VagueWord,
} from '../requirements/lintRequirements.ts';
