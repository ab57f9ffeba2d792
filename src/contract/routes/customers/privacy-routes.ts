/** Routes of what customers may ask a brand to do with their data. */
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import {
  CustomerExport,
  EraseCustomer,
  ExportPageQuery,
  PrivacyLog,
  PrivacyLogQuery,
} from '#contract/customers/privacy.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';

export const PRIVACY_ROUTES = {
  'GET /api/v1/customers/:id/export': {
    may: ['export_customer'],
    tags: ['customers'],
    summary:
      'Download all that the brand keeps of a customer, as JSON; the download is written to the brand’s privacy log',
    params: OfId,
    response: { 200: CustomerExport, 404: Problem },
  },
  'GET /api/v1/customers/:id/export.html': {
    may: ['export_customer'],
    tags: ['customers'],
    summary: 'Download the same as a page to read and print, in the language that is named, or in the caller’s',
    params: OfId,
    querystring: ExportPageQuery,
  },
  'GET /api/v1/privacy-log': {
    may: ['read_privacy_log'],
    tags: ['customers'],
    summary: 'List the erasures and exports of the brand’s customers, newest first',
    querystring: PrivacyLogQuery,
    response: { 200: PrivacyLog },
  },
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
