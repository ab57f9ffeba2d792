/** Routes of reports. */
import { Overview, OverviewQuery } from '#contract/contact/attempt.ts';
import { Problem } from '#contract/core/problem.ts';
import {
  AfterWarning,
  AfterWarningContacts,
  AfterWarningContactsQuery,
  AfterWarningQuery,
} from '#contract/reports/after-warning.ts';
import { BeforeAfter, BeforeAfterQuery } from '#contract/reports/before-after.ts';
import { Distribution, DistributionCsvQuery, DistributionQuery } from '#contract/reports/distribution.ts';
import {
  Panorama,
  PanoramaQuery,
  ReportAttempts,
  ReportAttemptsQuery,
  ReportCsvQuery,
} from '#contract/reports/panorama.ts';
import { Week, WeekQuery } from '#contract/reports/week.ts';
import type { Routes } from './route.ts';

export const REPORT_ROUTES = {
  'GET /api/v1/reports/distribution': {
    may: ['read_distribution'],
    tags: ['reports'],
    summary: 'Count contacts by the hour of the store’s clock, beside an even spread over the open hours',
    querystring: DistributionQuery,
    response: { 200: Distribution },
  },
  'GET /api/v1/reports/distribution.csv': {
    may: ['read_distribution'],
    tags: ['reports'],
    summary:
      'Download how contacts were spread, a line for each store or seller, as CSV that no spreadsheet takes for formulas',
    querystring: DistributionCsvQuery,
  },
  'GET /api/v1/reports/overview': {
    may: ['read_overview'],
    tags: ['reports'],
    summary: 'Count the attempts that were refused, warned, and sent after a warning',
    querystring: OverviewQuery,
    response: { 200: Overview, 403: Problem },
  },
  'GET /api/v1/reports/panorama': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary: 'Count what happened to attempts in some days, by hour, weekday, store and seller',
    querystring: PanoramaQuery,
    response: { 200: Panorama, 403: Problem, 404: Problem },
  },
  'GET /api/v1/reports/week': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary: 'Summarize an ended week: three figures against the week before, and one thing to notice',
    querystring: WeekQuery,
    response: { 200: Week, 403: Problem, 404: Problem },
  },
  'GET /api/v1/reports/before-after': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary: 'Compare the weeks before and after a version of the quiet hours took effect, with intervals',
    querystring: BeforeAfterQuery,
    response: { 200: BeforeAfter, 403: Problem, 404: Problem },
  },
  'GET /api/v1/reports/sent-after-warning': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary: 'Count the contacts that went on after a warning by reason, reading and what followed',
    querystring: AfterWarningQuery,
    response: { 200: AfterWarning, 403: Problem, 404: Problem },
  },
  'GET /api/v1/reports/sent-after-warning/contacts': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary: 'List the contacts that went on after a warning, newest first',
    querystring: AfterWarningContactsQuery,
    response: { 200: AfterWarningContacts, 403: Problem, 404: Problem },
  },
  'GET /api/v1/reports/sent-after-warning/contacts.csv': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary: 'Download the contacts that went on after a warning, as CSV that no spreadsheet takes for formulas',
    querystring: AfterWarningQuery,
  },
  'GET /api/v1/reports/attempts': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary: 'List the attempts that a figure of the panorama counts, newest event first',
    querystring: ReportAttemptsQuery,
    response: { 200: ReportAttempts, 403: Problem, 404: Problem },
  },
  'GET /api/v1/reports/attempts.csv': {
    may: ['read_panorama'],
    tags: ['reports'],
    summary:
      'Download the attempts that a figure of the panorama counts, as CSV that no spreadsheet takes for formulas',
    querystring: ReportCsvQuery,
  },
} as const satisfies Routes;
