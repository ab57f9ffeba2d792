/** Shapes that every other shape is made of: ids, instants, clock times, cursors. */
import { z } from 'zod';

export const Id = z.uuid();
/** RFC 3339 in UTC with milliseconds. */
export const InstantText = z.iso.datetime({ precision: 3 });
/** An instant a caller gives: any RFC 3339 offset, any precision. */
export const InstantInput = z.iso.datetime({ offset: true });
export const Cursor = z.string().min(1).max(400);
export const Language = z.enum(['pt-BR', 'en', 'es']);
export type Language = z.infer<typeof Language>;

/** What somebody wrote, trimmed; without U+0000, which no text in Postgres can hold. */
export function writtenText(most: number, least = 1) {
  return z
    .string()
    .overwrite((text) => text.replaceAll('\0', ''))
    .trim()
    .min(least)
    .max(most);
}

/** `{ items, next }`, as every list answers. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: Cursor.nullable() });
}
