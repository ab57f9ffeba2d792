/** Routes of days off: list them, make one, pass on what the person has, end one early. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import {
  Absence,
  AbsenceEnded,
  AbsenceList,
  AbsencePlan,
  MakeAbsence,
  PassAbsence,
} from '#contract/customers/absence.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';

const OfAbsence = z.object({ id: Id, absenceId: Id });

export const ABSENCE_ROUTES = {
  'GET /api/v1/absences': {
    may: ['read_absences'],
    tags: ['people'],
    summary: 'List the days off that run or come: the caller’s own, or those of whom the caller leads',
    response: { 200: AbsenceList },
  },
  'GET /api/v1/people/:id/absences': {
    may: ['read_absences'],
    tags: ['people'],
    summary: 'List a person’s days off: those that run or come, and those that ended in the last 30 days',
    params: OfId,
    response: { 200: AbsenceList, 404: Problem },
  },
  'POST /api/v1/people/:id/absences': {
    may: ['change_absences'],
    tags: ['people'],
    summary: 'Make days off for a person; with `dryRun`, answer what would be passed on',
    params: OfId,
    body: MakeAbsence,
    response: { 200: AbsencePlan, 201: Absence, 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/people/:id/absences/:absenceId/pass': {
    may: ['change_absences'],
    tags: ['people'],
    summary: 'Pass on the suggestions and held contacts of a person who is away, until the absence ends',
    params: OfAbsence,
    body: PassAbsence,
    response: { 200: Absence, 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/people/:id/absences/:absenceId/end': {
    may: ['change_absences'],
    tags: ['people'],
    summary: 'End days off now, or cancel those that come; what was not used returns',
    params: OfAbsence,
    response: { 200: AbsenceEnded, 404: Problem, 409: Problem },
  },
} as const satisfies Routes;
