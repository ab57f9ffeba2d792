/** What is lawful in a policy and yet seldom meant: support confirms each by its code before it publishes (A4). */

export type LintCode =
  | 'long_quiet'
  | 'morning_opens'
  | 'state_holiday'
  | 'no_night'
  | 'end_2359'
  | 'short_window'
  | 'never_sent'
  | 'clock_change';
