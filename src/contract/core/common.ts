/** Shapes that every other shape is made of: ids, instants, clock times, cursors. */
import { z } from 'zod';

export const Id = z.uuid();
/** RFC 3339 in UTC with milliseconds. */
export const InstantText = z.iso.datetime({ precision: 3 });

/** The instants that a caller may give: those of the years 1970 to 2199, in UTC. */
const FIRST_INSTANT = Date.UTC(1970, 0);
const AFTER_LAST_INSTANT = Date.UTC(2200, 0);

/** An instant a caller gives: any RFC 3339 offset, any precision, from 1970-01-01T00:00:00Z on and before 2200. */
export const InstantInput = instantInput(false);

/** A date of the years 1970 to 2199, or an instant. */
export const DateOrInstantInput = z.union([
  z.iso
    .date({ abort: true })
    .refine(isInRange, { params: { code: 'date_range' } })
    .describe('From 1970-01-01 to 2199-12-31'),
  instantInput(true),
]);

/** `abort`: says nothing of the range where the format is another one, so that a union can tell which choice was meant. */
function instantInput(abort: boolean) {
  return z.iso
    .datetime({ offset: true, abort })
    .refine(isInRange, { params: { code: 'instant_range' } })
    .describe('From 1970-01-01T00:00:00Z on and before 2200-01-01T00:00:00Z');
}

/** Also true of what is no instant at all: the format says that. */
function isInRange(text: string): boolean {
  const at = Date.parse(text);
  return Number.isNaN(at) || (at >= FIRST_INSTANT && at < AFTER_LAST_INSTANT);
}

export const Cursor = z.string().min(1).max(400);
export const Language = z.enum(['pt-BR', 'en', 'es']);
export type Language = z.infer<typeof Language>;

/** What somebody wrote, without the blanks around it. */
export function writtenText(most: number, least = 1) {
  return z.string().trim().min(least).max(most);
}

/** `{ items, next }`, as every list answers. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: Cursor.nullable() });
}
