/** Routes that only the demo has: its clock, and its sign-in with one tap. */
import { Problem } from '#contract/core/problem.ts';
import { DemoClock, SetDemoClock } from '#contract/policy/quiet-hours.ts';
import { DemoSignIn, Session } from '#contract/sign-in/session.ts';
import type { Routes } from './route.ts';

export const DEMO_ROUTES = {
  'GET /api/v1/demo/clock': {
    may: ['use_demo'],
    tags: ['demo'],
    response: { 200: DemoClock },
  },
  'PUT /api/v1/demo/clock': {
    may: ['use_demo'],
    tags: ['demo'],
    response: { 200: DemoClock },
    body: SetDemoClock,
  },
  'POST /api/v1/demo/session': {
    may: ['use_demo'],
    tags: ['demo'],
    summary: 'Sign in as one of the demo’s people, without password or PIN',
    body: DemoSignIn,
    response: { 200: Session, 423: Problem, 429: Problem },
  },
} as const satisfies Routes;
