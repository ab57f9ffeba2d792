/** Routes of the do-not-call list, for the brand's manager (D2c). */
import { Problem } from '#contract/core/problem.ts';
import { ListCounts, NumberList } from '#contract/import/do-not-call.ts';
import type { Routes } from '#contract/routes/route.ts';

export const DO_NOT_CALL_ROUTES = {
  'GET /api/v1/do-not-call': {
    may: ['change_do_not_call'],
    tags: ['imports'],
    summary: 'Read how many numbers the do-not-call list has, and its newest changes',
    response: { 200: NumberList },
  },
  'POST /api/v1/do-not-call': {
    may: ['change_do_not_call'],
    tags: ['imports'],
    summary: 'Add a file’s numbers to the do-not-call list, replace the list, or remove the numbers',
    description:
      'The body is `multipart/form-data` with these fields before `file`, a CSV or text of at most 10 MB: `kind` (add, ' +
      'replace or remove; left out: add), `listedOn` (the date of the list; not with remove) and `dryRun` (true: 200 with ' +
      'the counts, and nothing is written). Numbers are kept as keyed hashes alone and are never answered.',
    response: { 200: ListCounts, 201: ListCounts, 400: Problem, 422: Problem, 429: Problem },
  },
} as const satisfies Routes;
