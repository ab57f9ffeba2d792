/** Routes of signing in, of turns on a store’s device, and of locked PINs. */
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import { CodeNeeded } from '#contract/sign-in/second-factor.ts';
import { GivePin, LockedPins, Session, SignIn, TurnAnswer, TurnKept, Unlock } from '#contract/sign-in/session.ts';
import { OfId, type Routes } from './route.ts';

export const SESSION_ROUTES = {
  'POST /api/v1/session': {
    may: ['sign_in'],
    tags: ['session'],
    summary: 'Sign in: a store (then the PIN), a person or support',
    body: SignIn,
    response: { 200: z.union([Session, CodeNeeded]), 401: Problem, 403: Problem, 409: Problem, 429: Problem },
  },
  'GET /api/v1/session': {
    may: ['read_session'],
    tags: ['session'],
    summary: 'Who is signed in',
    response: { 200: Session, 401: Problem },
  },
  'DELETE /api/v1/session': {
    may: ['sign_out'],
    tags: ['session'],
    summary: 'Sign out, and take all data off the device',
    response: { 204: z.null() },
  },
  'POST /api/v1/session/pin': {
    may: ['begin_turn'],
    tags: ['session'],
    summary: 'Take the store’s device in hand with a PIN',
    body: GivePin,
    response: { 200: TurnAnswer, 401: Problem, 409: Problem, 423: Problem, 429: Problem },
  },
  'PUT /api/v1/session/turn': {
    may: ['keep_turn'],
    tags: ['session'],
    summary: 'Still here: the person types or taps',
    response: { 200: TurnKept, 401: Problem },
  },
  'DELETE /api/v1/session/turn': {
    may: ['end_turn'],
    tags: ['session'],
    summary: 'Give the device to the next person',
    response: { 204: z.null() },
  },
  'GET /api/v1/people/locked': {
    may: ['read_locked_pins'],
    tags: ['people'],
    summary: 'Who is locked out by wrong PINs',
    description:
      'A store manager reads the sellers of the own store, a brand manager everybody of the brand who has a PIN: ' +
      'those whom the reader may free, from any device.',
    response: { 200: LockedPins, 403: Problem },
  },
  'POST /api/v1/people/:id/unlock': {
    may: ['unlock_seller', 'unlock_manager', 'unlock_by_manager_pin', 'unlock_own_pin'],
    tags: ['people'],
    summary: 'Free a locked PIN',
    description:
      'Without a body: as who is acting, a seller’s by their store’s manager or the brand’s, a manager’s by the ' +
      'brand’s. On the PIN screen, where nobody holds the device: a seller’s with `managerPin` (and `managerId`, ' +
      'which says whose it is), a manager’s with ' +
      'the store’s `password` and their own `pin`. Begins no turn.',
    params: OfId,
    body: Unlock.nullish(),
    response: { 204: z.null(), 401: Problem, 403: Problem, 423: Problem, 429: Problem },
  },
} as const satisfies Routes;
