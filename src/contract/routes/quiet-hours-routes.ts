/** Routes for people of a brand: their quiet hours, the brand’s set-up, and the support access log. */
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import { BrandSetup } from '#contract/people/brand-setup.ts';
import { QuietFigure } from '#contract/policy/impact.ts';
import { NoticeSeen, PolicyHistory, QuietHours, ZoneDays } from '#contract/policy/quiet-hours.ts';
import { SupportAccessList, SupportAccessQuery } from '#contract/record/explanation.ts';
import type { Routes } from './route.ts';

export const QUIET_HOURS_ROUTES = {
  'GET /api/v1/quiet-hours': {
    may: ['read_quiet_hours'],
    tags: ['quiet hours'],
    summary: 'Read the quiet hours of the caller’s store at this instant',
    response: { 200: QuietHours },
  },
  'GET /api/v1/quiet-hours/versions': {
    may: ['read_policy_history'],
    tags: ['quiet hours'],
    summary: 'List, for brand managers, the policy events, newest first (A7)',
    response: { 200: PolicyHistory },
  },
  'GET /api/v1/quiet-hours/today': {
    may: ['read_zone_days'],
    tags: ['quiet hours'],
    summary: 'List, for brand managers, today’s quiet hours and opening hours in each zone',
    response: { 200: ZoneDays },
  },
  'POST /api/v1/quiet-hours/notice': {
    may: ['mark_notice_seen'],
    tags: ['quiet hours'],
    summary: 'Mark a notice as seen',
    body: NoticeSeen,
    response: { 204: z.null() },
  },
  'GET /api/v1/quiet-hours/figure': {
    may: ['read_quiet_figure'],
    tags: ['quiet hours'],
    response: { 200: QuietFigure, 429: Problem },
  },
  'GET /api/v1/brand/setup': {
    may: ['read_brand_setup'],
    tags: ['people'],
    summary: 'For brand managers: what the brand still lacks before its stores can work',
    response: { 200: BrandSetup, 403: Problem },
  },
  'GET /api/v1/support-looks': {
    may: ['read_support_access'],
    tags: ['quiet hours'],
    summary: 'List, for brand managers, the accesses of the vendor’s support and their reasons',
    querystring: SupportAccessQuery,
    response: { 200: SupportAccessList, 403: Problem },
  },
} as const satisfies Routes;
