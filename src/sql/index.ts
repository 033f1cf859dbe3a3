/**
 * Counting where the data is: the texts of queries that count responses in a database, and the tallies that their rows
 * make.
 *
 * @module service-cycle/sql
 */

export { tallyFromCounts } from './tallyFromCounts.ts';
export { type TallyQuery, tallySql } from './tallySql.ts';
export type { SqlAnswerColumn, SqlColumns } from './answerCell.ts';
export type { SqlDialect } from './dialect.ts';
export type { SqlCondition, SqlSource } from './query.ts';
