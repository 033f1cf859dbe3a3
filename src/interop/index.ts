// Responses
export { readResponses } from './responses/readResponses.ts';
export type {
  AnswerColumn,
  Asked,
  FileDefaults,
  ReadResponse,
  ResponseMapping,
} from './responses/responseTypes.ts';
export type { KeyColumn } from './reading/keyColumns.ts';
export type {
  Code,
  ColumnReport,
  DataRow,
  DropReason,
  Import,
  ImportIssue,
  ImportIssueCode,
  ImportReport,
  UnreadValue,
} from './reading/importTypes.ts';
