/** Routes of what customers may ask a brand to do with their data. */
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import { EraseCustomer } from '#contract/customers/privacy.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';

export const PRIVACY_ROUTES = {
  'POST /api/v1/customers/:id/erase': {
    may: ['erase_customer'],
    tags: ['customers'],
    summary: 'Erase a customer for good; the stop list and the receipts keep what names nobody',
    description:
      'Name, number, texts, notes, tags and purchases vanish everywhere, what is held ends, and uploads that nobody applied end. Erasing an erased customer again changes nothing.',
    params: OfId,
    body: EraseCustomer,
    response: { 204: z.null(), 400: Problem, 404: Problem, 409: Problem },
  },
} as const satisfies Routes;
