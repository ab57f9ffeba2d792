/** Routes of the stores: list, page, opening hours, sign-in and closing, for brand managers and store managers. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { HolidayList } from '#contract/policy/preview.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';
import { SessionList } from '#contract/sign-in/account.ts';
import {
  ChangeStore,
  CreateStore,
  GivePassword,
  OneTimeSignIn,
  Store,
  StoreChanged,
  StoreCreated,
  StoreList,
  StoreQuery,
  ZoneQuery,
  ZoneSuggestion,
} from '#contract/stores/store.ts';

const OfSession = z.object({ id: Id, sessionId: Id });

export const STORE_ROUTES = {
  'GET /api/v1/stores': {
    may: ['read_stores'],
    tags: ['stores'],
    summary: 'List the stores: found by words of name, code or city, sorted, page by page',
    querystring: StoreQuery,
    response: { 200: StoreList },
  },
  'POST /api/v1/stores': {
    may: ['create_store'],
    tags: ['stores'],
    summary: 'Create a store; with an e-mail its sign-in too, whose one-time password is in this answer alone',
    body: CreateStore,
    response: { 201: StoreCreated, 400: Problem, 403: Problem, 409: Problem },
  },
  'GET /api/v1/stores/:id': {
    may: ['read_stores'],
    tags: ['stores'],
    params: OfId,
    response: { 200: Store, 404: Problem },
  },
  'PATCH /api/v1/stores/:id': {
    may: ['change_store'],
    tags: ['stores'],
    summary: 'Change a store; held contacts whose minute no longer fits get another one at once (H6)',
    description: 'With `dryRun` nothing is written: the answer says how many held contacts would be moved.',
    params: OfId,
    body: ChangeStore,
    response: { 200: StoreChanged, 400: Problem, 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/stores/:id/close': {
    may: ['close_store'],
    tags: ['stores'],
    summary: 'Close a store for good, after its people, customers and held contacts were moved',
    params: OfId,
    response: { 204: z.null(), 403: Problem, 404: Problem, 409: Problem },
  },
  'GET /api/v1/stores/:id/holidays': {
    may: ['read_stores'],
    tags: ['stores'],
    summary: 'The holidays of the next 13 months in the store’s state',
    params: OfId,
    response: { 200: HolidayList, 404: Problem },
  },
  'GET /api/v1/store-zones': {
    may: ['read_stores'],
    tags: ['stores'],
    summary: 'The zones that a place in Brazil may have',
    querystring: ZoneQuery,
    response: { 200: ZoneSuggestion },
  },
  'POST /api/v1/stores/:id/password': {
    may: ['give_store_password'],
    tags: ['stores'],
    summary: 'Give the store a one-time password, which is in this answer alone and expires after seven days',
    params: OfId,
    body: GivePassword,
    response: { 201: OneTimeSignIn, 400: Problem, 403: Problem, 404: Problem, 409: Problem },
  },
  'GET /api/v1/stores/:id/sessions': {
    may: ['read_store_sessions'],
    tags: ['stores'],
    summary: 'List the devices on which the store is signed in, the last used first',
    params: OfId,
    response: { 200: SessionList, 404: Problem },
  },
  'DELETE /api/v1/stores/:id/sessions': {
    may: ['end_store_sessions'],
    tags: ['stores'],
    summary: 'Sign the store out on all its devices',
    params: OfId,
    response: { 204: z.null(), 403: Problem, 404: Problem },
  },
  'DELETE /api/v1/stores/:id/sessions/:sessionId': {
    may: ['end_store_sessions'],
    tags: ['stores'],
    summary: 'Sign the store out on one device',
    params: OfSession,
    response: { 204: z.null(), 403: Problem, 404: Problem },
  },
} as const satisfies Routes;
