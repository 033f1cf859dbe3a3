/** The part of sql.js that tests use; it brings no types. */
declare module 'sql.js' {
  type Value = number | string | null;

  interface Statement {
    bind(values: readonly Value[]): boolean;
    step(): boolean;
    getAsObject(): Record<string, Value>;
    free(): void;
  }

  export interface Database {
    run(text: string, values?: readonly Value[]): void;
    prepare(text: string): Statement;
  }

  export default function initSqlJs(): Promise<{ readonly Database: new () => Database }>;
}
