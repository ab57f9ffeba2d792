/** Shapes of the do-not-call list (*Não me ligue*): its counts and its changes. No shape has a number (D2c). */
import { z } from 'zod';
import { Id, InstantText } from '#contract/core/common.ts';

/** What a file does to the list: its numbers are added, they become the whole list, or they are removed. */
export const LIST_CHANGES = ['add', 'replace', 'remove'] as const;
export type ListChangeKind = (typeof LIST_CHANGES)[number];

/** `fileNumbers`: the distinct numbers of the file. `listed`: the numbers on the list after the change. */
const Counts = z.object({
  fileNumbers: z.int(),
  unreadRows: z.int(),
  added: z.int(),
  removed: z.int(),
  listed: z.int(),
});

/** `unreadLines`: the first lines of the file without a number that can be read. */
export const ListCounts = Counts.extend({ unreadLines: z.array(z.int()) });

/** The list as the brand sees it, with its newest changes. `listedOn`: the date of the list; null: numbers were removed. */
export const NumberList = z.object({
  listed: z.int(),
  changes: z.array(
    Counts.extend({
      id: Id,
      at: InstantText,
      by: z.string(),
      kind: z.enum(LIST_CHANGES),
      listedOn: z.iso.date().nullable(),
      fileName: z.string(),
    }),
  ),
});
