/** Routes that merge two records of one customer, undo a merge, and list likely duplicates. */
import { Problem } from '#contract/core/problem.ts';
import { CustomerMerged, CustomerUnmerged, DuplicateList, MergeCustomer } from '#contract/customers/merge.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';

export const MERGE_ROUTES = {
  'GET /api/v1/customers/:id/duplicates': {
    may: ['merge_customers'],
    tags: ['customers'],
    summary: 'List customers who may be the same person, those with the most in common first',
    params: OfId,
    response: { 200: DuplicateList, 404: Problem },
  },
  'POST /api/v1/customers/:id/merge': {
    may: ['merge_customers'],
    tags: ['customers'],
    summary: 'Merge a customer into another one; with `dryRun`, answer what the merge would do',
    description:
      'The surviving customer keeps its fields and takes those that it lacks. The stricter permission holds, and stops, listings and asked silences of both numbers bind. Held contacts and suggestions go on for the surviving customer, or end where their seller may not contact the customer. The merge can be undone for a day.',
    params: OfId,
    body: MergeCustomer,
    response: { 200: CustomerMerged, 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/customers/:id/unmerge': {
    may: ['merge_customers'],
    tags: ['customers'],
    summary: 'Undo the merge of a merged customer, or the newest merge into a customer, for a day after it',
    params: OfId,
    response: { 200: CustomerUnmerged, 404: Problem, 409: Problem },
  },
} as const satisfies Routes;
