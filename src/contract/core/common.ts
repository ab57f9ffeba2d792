/** Shapes that many other shapes use: ids, instants, languages, cursors, lists. */
import { z } from 'zod';

export const Id = z.uuid();
/** An instant in an answer: RFC 3339 in UTC with milliseconds. */
export const InstantText = z.iso.datetime({ precision: 3 });

/** The first and the end of the allowed instants: the years 1970 to 2199 in UTC. */
const FIRST_INSTANT = Date.UTC(1970, 0);
const AFTER_LAST_INSTANT = Date.UTC(2200, 0);

/** An instant in a request: RFC 3339 with any offset and precision, from 1970-01-01T00:00:00Z and before 2200. */
export const InstantInput = instantInput(false);

/** A date in a request, of the years 1970 to 2199. */
export const DateInput = z.iso
  .date({ abort: true })
  .refine(isInRange, { params: { code: 'date_range' } })
  .describe('From 1970-01-01 to 2199-12-31');

/** A date of the years 1970 to 2199, or an instant. */
export const DateOrInstantInput = z.union([DateInput, instantInput(true)]);

/**
 * `abort`: a wrong format is not checked for its range too; else the union would report `instant_range` for a date.
 */
function instantInput(abort: boolean) {
  return z.iso
    .datetime({ offset: true, abort })
    .refine(isInRange, { params: { code: 'instant_range' } })
    .describe('From 1970-01-01T00:00:00Z on and before 2200-01-01T00:00:00Z');
}

/**
 * Whether the instant is in the range. Also true for a text that is not an instant: its format is checked separately.
 */
function isInRange(text: string): boolean {
  const at = Date.parse(text);
  return Number.isNaN(at) || (at >= FIRST_INSTANT && at < AFTER_LAST_INSTANT);
}

/**
 * The position where a page of a list ended. At most 2,000 characters: a customer's name of 120 characters, each of which
 * may become nine bytes without accents (Korean syllables), and an id give 1,494.
 */
export const Cursor = z.string().min(1).max(2_000);
export const Language = z.enum(['pt-BR', 'en', 'es']);
export type Language = z.infer<typeof Language>;

/** A text that a person typed, without the blanks around it. */
export function writtenText(most: number, least = 1) {
  return z.string().trim().min(least).max(most);
}

/** The shape of every list: `{ items, next }`; `next` is null on the last page. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: Cursor.nullable() });
}
