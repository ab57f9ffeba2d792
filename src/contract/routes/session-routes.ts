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
    summary: 'Read who is signed in',
    response: { 200: Session, 401: Problem },
  },
  'DELETE /api/v1/session': {
    may: ['sign_out'],
    tags: ['session'],
    summary: 'Sign out, and delete the app’s data from the device',
    response: { 204: z.null() },
  },
  'POST /api/v1/session/pin': {
    may: ['begin_turn'],
    tags: ['session'],
    summary: 'Begin a turn on the store’s device with a PIN',
    body: GivePin,
    response: { 200: TurnAnswer, 401: Problem, 409: Problem, 423: Problem, 429: Problem },
  },
  'PUT /api/v1/session/turn': {
    may: ['keep_turn'],
    tags: ['session'],
    summary: 'Extend the turn, because the person is using the device',
    response: { 200: TurnKept, 401: Problem },
  },
  'DELETE /api/v1/session/turn': {
    may: ['end_turn'],
    tags: ['session'],
    summary: 'End the turn, so that the next person can use the device',
    response: { 204: z.null() },
  },
  'GET /api/v1/people/locked': {
    may: ['read_locked_pins'],
    tags: ['people'],
    summary: 'List the people who are locked after wrong PINs',
    description:
      'A store manager gets the sellers of the own store, a brand manager all people of the brand who have a PIN. ' +
      'The caller may unlock all of these people, from any device.',
    response: { 200: LockedPins, 403: Problem },
  },
  'POST /api/v1/people/:id/unlock': {
    may: ['unlock_seller', 'unlock_manager', 'unlock_by_manager_pin', 'unlock_own_pin'],
    tags: ['people'],
    summary: 'Unlock a person’s PIN',
    description:
      'Without a body, the signed-in person unlocks: the manager of the store or the brand a seller’s PIN, the manager ' +
      'of the brand a store manager’s PIN. On the PIN screen, while no person has a turn on the device, the body says ' +
      'who unlocks: a seller’s PIN needs `managerPin`, with `managerId` as the manager’s id; a manager unlocks ' +
      'the own PIN with the store’s `password` and the own `pin`. This begins no turn.',
    params: OfId,
    body: Unlock.nullish(),
    response: { 204: z.null(), 401: Problem, 403: Problem, 423: Problem, 429: Problem },
  },
} as const satisfies Routes;
