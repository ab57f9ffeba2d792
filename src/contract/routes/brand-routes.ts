/** Routes of the support console: brands, their policies, their attempts with customers masked, and support’s people. */
import { z } from 'zod';
import { AttemptQuery } from '#contract/contact/attempt.ts';
import { Id, listOf } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { BrandRow } from '#contract/people/brand.ts';
import { CreateBrand } from '#contract/people/new-brand.ts';
import { HolidayList, Preview, Previewed, Recommendation } from '#contract/policy/preview.ts';
import {
  BrandDetail,
  ChangeBrand,
  PolicyChanged,
  PolicyHistory,
  Publish,
  Published,
  Resume,
  Suspend,
} from '#contract/policy/quiet-hours.ts';
import { AttemptExplanation, MaskedAttemptList, Reveal } from '#contract/record/explanation.ts';
import { SupportPeople } from '#contract/sign-in/support-people.ts';
import { FinderAnswer, FinderQuery } from '#contract/support/finder.ts';
import { OfId, type Routes } from './route.ts';

const OfBrandAttempt = z.object({ id: Id, attemptId: Id });

export const BRAND_ROUTES = {
  'GET /api/v1/brands/:id/attempts': {
    may: ['find_brand_attempts'],
    tags: ['support'],
    summary: 'List a brand’s attempts by customer, seller or time, with masked customers',
    params: OfId,
    querystring: AttemptQuery,
    response: { 200: MaskedAttemptList, 403: Problem },
  },
  'GET /api/v1/brands/:id/attempts/:attemptId/explanation': {
    may: ['explain_brand_attempt'],
    tags: ['support'],
    summary: 'Explain an attempt; the customer is masked unless revealed to the caller',
    params: OfBrandAttempt,
    response: { 200: AttemptExplanation, 403: Problem, 404: Problem },
  },
  'POST /api/v1/brands/:id/attempts/:attemptId/reveal': {
    may: ['reveal_customer'],
    tags: ['support'],
    summary: 'Reveal an attempt’s customer for half an hour; the brand can read who did this and why',
    params: OfBrandAttempt,
    body: Reveal,
    response: { 200: AttemptExplanation, 403: Problem, 404: Problem },
  },
  'GET /api/v1/brands': {
    may: ['read_brands'],
    tags: ['support'],
    response: { 200: listOf(BrandRow) },
  },
  'POST /api/v1/brands': {
    may: ['create_brand'],
    tags: ['support'],
    summary: 'Create a brand without stores, people or quiet hours',
    body: CreateBrand,
    response: { 201: BrandDetail, 400: Problem, 403: Problem, 409: Problem },
  },
  'GET /api/v1/brands/:id': {
    may: ['read_brands'],
    tags: ['support'],
    params: OfId,
    response: { 200: BrandDetail },
  },
  'PATCH /api/v1/brands/:id': {
    may: ['change_plan'],
    tags: ['support'],
    params: OfId,
    body: ChangeBrand,
    response: { 200: PolicyChanged },
  },
  'GET /api/v1/brands/:id/quiet-hours/versions': {
    may: ['read_brand_policy_history'],
    tags: ['support'],
    params: OfId,
    response: { 200: PolicyHistory },
  },
  'POST /api/v1/brands/:id/quiet-hours': {
    may: ['publish_policy'],
    tags: ['support'],
    summary: 'Publish a policy version for all stores of a brand',
    params: OfId,
    body: Publish,
    response: { 201: Published, 400: Problem, 409: Problem, 422: Problem, 429: Problem },
  },
  'POST /api/v1/brands/:id/quiet-hours/suspend': {
    may: ['suspend_policy'],
    tags: ['support'],
    params: OfId,
    body: Suspend,
    response: { 200: PolicyChanged },
  },
  'POST /api/v1/brands/:id/quiet-hours/resume': {
    may: ['resume_policy'],
    tags: ['support'],
    params: OfId,
    body: Resume,
    response: { 200: PolicyChanged },
  },
  'POST /api/v1/brands/:id/quiet-hours/preview': {
    may: ['preview_policy'],
    tags: ['support'],
    summary: 'Preview a policy; nothing is changed',
    params: OfId,
    body: Preview,
    response: { 200: Previewed, 400: Problem, 429: Problem },
  },
  'GET /api/v1/brands/:id/quiet-hours/recommendation': {
    may: ['preview_policy'],
    tags: ['support'],
    params: OfId,
    response: { 200: Recommendation, 429: Problem },
  },
  'GET /api/v1/brands/:id/quiet-hours/holidays': {
    may: ['preview_policy'],
    tags: ['support'],
    params: OfId,
    response: { 200: HolidayList },
  },
  'GET /api/v1/support-people': {
    may: ['read_support_people'],
    tags: ['support'],
    summary: 'The vendor’s support people, by name',
    response: { 200: SupportPeople, 403: Problem },
  },
  'POST /api/v1/support-people/:id/deactivate': {
    may: ['deactivate_support'],
    tags: ['support'],
    summary: 'Close a support person’s account and end all its sessions; the last active one stays',
    params: OfId,
    response: { 204: z.null(), 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/support-people/:id/reactivate': {
    may: ['deactivate_support'],
    tags: ['support'],
    summary: 'Open the account again; the person signs in anew',
    params: OfId,
    response: { 204: z.null(), 403: Problem, 404: Problem },
  },
  'GET /api/v1/finder': {
    may: ['find_by_number'],
    tags: ['support'],
    summary:
      'Find the tickets and receipts with a number, or an attempt by its id, in all brands; the answer names no customer',
    querystring: FinderQuery,
    response: { 200: FinderAnswer, 403: Problem },
  },
} as const satisfies Routes;
