/** Routes of imports in the browser, for the brand's manager. */
import { Problem } from '#contract/core/problem.ts';
import {
  ApplyImport,
  ChangeColumns,
  FirstSignIns,
  ImportList,
  ImportListQuery,
  UploadedImport,
} from '#contract/import/upload.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';

export const IMPORT_ROUTES = {
  'GET /api/v1/imports': {
    may: ['import_files'],
    tags: ['imports'],
    summary: 'List the brand’s imports, newest first',
    querystring: ImportListQuery,
    response: { 200: ImportList },
  },
  'POST /api/v1/imports': {
    may: ['import_files'],
    tags: ['imports'],
    summary: 'Upload a file and read it; nothing of the brand changes',
    description:
      'The body is `multipart/form-data` with `kind` (stores, sellers, customers or purchases) before `file`, a CSV of at ' +
      'most 50 MB. The file is kept for a day.',
    response: { 201: UploadedImport, 400: Problem, 409: Problem, 413: Problem, 422: Problem, 429: Problem },
  },
  'GET /api/v1/imports/:id': {
    may: ['import_files'],
    tags: ['imports'],
    summary: 'Read an uploaded import: its state, its progress and what was understood',
    params: OfId,
    response: { 200: UploadedImport, 404: Problem },
  },
  'PATCH /api/v1/imports/:id': {
    may: ['import_files'],
    tags: ['imports'],
    summary: 'Say which column is what, and read the file again',
    params: OfId,
    body: ChangeColumns,
    response: { 200: UploadedImport, 404: Problem, 409: Problem, 422: Problem },
  },
  'POST /api/v1/imports/:id/apply': {
    may: ['import_files'],
    tags: ['imports'],
    summary: 'Begin to write the file: all of it, or with `skipBadRows` all rows that are not refused',
    params: OfId,
    body: ApplyImport,
    response: { 202: UploadedImport, 404: Problem, 409: Problem, 422: Problem },
  },
  'POST /api/v1/imports/:id/undo': {
    may: ['import_files'],
    tags: ['imports'],
    summary: 'Begin to undo an applied import, for a day and while nothing was built on it',
    params: OfId,
    response: { 202: UploadedImport, 404: Problem, 409: Problem },
  },
  'POST /api/v1/imports/sign-ins': {
    may: ['import_files'],
    tags: ['imports'],
    summary:
      'Make the accounts of stores and the PINs of people that lack one, shown once; repeat while `left` is not 0',
    response: { 201: FirstSignIns },
  },
  'GET /api/v1/imports/:id/refused.csv': {
    may: ['import_files'],
    tags: ['imports'],
    summary: 'Download every refused row with its reasons, as CSV that no spreadsheet takes for formulas',
    params: OfId,
  },
} as const satisfies Routes;
