/** How a text of opening hours is written. */
export interface TextForm {
  /** The form as JSON Schema has it. */
  readonly pattern: string;
  /** What is expected, as a fault says it. */
  readonly expected: string;
  /** Whether a text has it. */
  readonly is: (text: string) => boolean;
}

/** A begin. */
export const OPENING_TIME: TextForm = {
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  expected: 'a time from 00:00 to 23:59, such as 09:00',
  is: (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
};

/** An end. */
export const CLOSING_TIME: TextForm = {
  pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
  expected: 'a time from 00:00 to 24:00, such as 17:30',
  is: (text) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text),
};

/** A zone, as the zone database calls it or by its offset. Whether there is one of that name is not known here. */
export const ZONE_NAME: TextForm = {
  pattern: '^([A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
  expected: 'the name of a time zone such as Europe/Athens, or an offset such as +02:00',
  is: (text) =>
    /^([A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(text),
};
