/** Defines the faults of a submitted policy, each with its path, and small readers that find them. */
import type { WindowFault } from '#rules/time/window.ts';

export type PolicyFaultCode =
  | WindowFault
  | 'not_an_object'
  | 'not_a_list'
  | 'not_a_text'
  | 'not_a_whole_number'
  | 'out_of_range'
  | 'not_a_choice'
  | 'missing_field'
  | 'unknown_field'
  | 'no_days'
  | 'not_a_day'
  | 'not_a_date'
  | 'date_twice'
  | 'label_too_long'
  | 'too_many_windows'
  | 'too_many_exceptions';

/** One fault. `path` is written as in JavaScript, `windows[0].end`; empty for the policy itself. */
export interface PolicyFault {
  readonly path: string;
  readonly code: PolicyFaultCode;
}

/** A value that is being read, its path, and the list to which every fault in it is added. */
export interface Part {
  readonly value: unknown;
  readonly path: string;
  readonly faults: PolicyFault[];
}

export function fault(part: Part, code: PolicyFaultCode): void {
  part.faults.push({ path: part.path, code });
}

/**
 * Returns the part of each field, null for an absent field. Adds a fault for a value that is no object and for each
 * unknown field.
 */
export function fieldsOf<Name extends string>(part: Part, known: readonly Name[]): Record<Name, Part | null> | null {
  const { value, faults } = part;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(part, 'not_an_object');
    return null;
  }
  const given = new Map(Object.entries(value));
  for (const name of given.keys()) {
    if (!(known as readonly string[]).includes(name)) faults.push({ path: placeOf(part, name), code: 'unknown_field' });
  }
  const parts = known.map((name) => [
    name,
    given.has(name) ? { value: given.get(name), path: placeOf(part, name), faults } : null,
  ]);
  return Object.fromEntries(parts) as Record<Name, Part | null>;
}

/** Returns a field that must exist; adds a fault to the object around it if it is missing. */
export function required(field: Part | null, around: Part, name: string): Part | null {
  if (field === null) around.faults.push({ path: placeOf(around, name), code: 'missing_field' });
  return field;
}

export function itemsOf(part: Part): readonly Part[] | null {
  if (!Array.isArray(part.value)) {
    fault(part, 'not_a_list');
    return null;
  }
  return part.value.map((value, i) => ({ value, path: `${part.path}[${i}]`, faults: part.faults }));
}

export function textOf(part: Part): string | null {
  if (typeof part.value === 'string') return part.value;
  fault(part, 'not_a_text');
  return null;
}

/** Returns one of a closed list of words, or the default for an absent field. */
export function choiceOf<Choice extends string>(part: Part | null, choices: readonly Choice[], absent: Choice): Choice {
  if (part === null) return absent;
  const choice = choices.find((each) => each === part.value);
  if (choice === undefined) fault(part, 'not_a_choice');
  return choice ?? absent;
}

/** Returns a whole number from `least` to `most`, or the default for an absent field. */
export function wholeOf(part: Part | null, [least, most]: readonly [number, number], absent: number): number {
  if (part === null) return absent;
  const value = Number.isInteger(part.value) ? (part.value as number) : null;
  if (value === null) fault(part, 'not_a_whole_number');
  else if (value < least || value > most) fault(part, 'out_of_range');
  else return value;
  return absent;
}

function placeOf({ path }: Part, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
