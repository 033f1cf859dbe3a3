/**
 * Counting where the data is: the texts of queries that count responses, measurements and visits in a database, and the
 * tallies that their rows make.
 *
 * @module service-cycle/sql
 */

// Responses
export { type TallyQuery, tallySql } from './tallySql.ts';
export { tallyFromCounts } from './tallyFromCounts.ts';
export type { SqlAnswerColumn, SqlColumns } from './answerCell.ts';

// Measurements and visits
export {
  type MeasurementSqlColumns,
  type MeasurementQuery,
  measurementSql,
  measurementTallyFromCounts,
} from './measurementSql.ts';
export {
  type MomentSqlColumns,
  type ProblemSqlColumns,
  type VisitQuery,
  visitSql,
  visitTallyFromCounts,
} from './visitSql.ts';

// What all of them say
export type { SqlDialect } from './dialect.ts';
export type { SqlCondition, SqlSource } from './query.ts';
