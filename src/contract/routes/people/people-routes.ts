/** Routes of a brand's people: the list, one person, adding, changing, and one-time PINs. */
import { Problem } from '#contract/core/problem.ts';
import { ChangePerson, PeopleList, PeopleQuery, PersonChanged, PersonDetail } from '#contract/people/people.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';
import { LinkMade } from '#contract/sign-in/links.ts';
import {
  CreatePerson,
  GivePins,
  OneTimePin,
  OneTimePins,
  PersonMade,
  RenewInvitation,
} from '#contract/sign-in/new-people.ts';

export const PEOPLE_ROUTES = {
  'GET /api/v1/people': {
    may: ['read_people'],
    tags: ['people'],
    summary: 'List people by name, by store and name, or by role and name',
    description:
      'A store manager gets the people of the own store, a brand manager all people of the brand, brand managers included.',
    querystring: PeopleQuery,
    response: { 200: PeopleList, 403: Problem },
  },
  'POST /api/v1/people': {
    may: ['create_seller', 'create_manager'],
    tags: ['people'],
    summary: 'Add a person: with a one-time PIN for the store, or with an invitation to manage the brand',
    description:
      'A store manager adds sellers of the own store. The PIN is in this answer alone; it is good for one sign-in within ' +
      'seven days, at which the person chooses another.',
    body: CreatePerson,
    response: { 201: PersonMade, 400: Problem, 403: Problem, 409: Problem },
  },
  'GET /api/v1/people/:id': {
    may: ['read_people'],
    tags: ['people'],
    summary: 'Read a person, with the size of the portfolio, the number of held contacts, and the last changes',
    params: OfId,
    response: { 200: PersonDetail, 403: Problem, 404: Problem },
  },
  'PATCH /api/v1/people/:id': {
    may: ['change_seller', 'change_manager', 'move_person'],
    tags: ['people'],
    summary: 'Rename, move, deactivate or activate a person, or change the role within a store',
    description:
      'A person who is deactivated, moved or gets another role must sign in anew. A move to another store ends the ' +
      'person’s held contacts. Held contacts of a deactivated person end at their minute unless they were passed on. ' +
      'The portfolio stays until it is moved. `dryRun` changes nothing and answers the same.',
    params: OfId,
    body: ChangePerson,
    response: { 200: PersonChanged, 400: Problem, 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/people/:id/invitation': {
    may: ['create_manager'],
    tags: ['people'],
    summary: 'Invite a brand manager again who has no account yet; the earlier invitation is no longer valid',
    params: OfId,
    body: RenewInvitation,
    response: { 201: LinkMade, 400: Problem, 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/people/:id/pin': {
    may: ['give_seller_pin', 'give_manager_pin'],
    tags: ['people'],
    summary: 'Give a person a new one-time PIN, which ends the old PIN, its locks and the person’s turns',
    params: OfId,
    response: { 201: OneTimePin, 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/people/pins': {
    may: ['give_seller_pin', 'give_manager_pin'],
    tags: ['people'],
    summary: 'Give several people of one store new one-time PINs, all or none',
    body: GivePins,
    response: { 201: OneTimePins, 400: Problem, 403: Problem, 404: Problem, 409: Problem },
  },
} as const satisfies Routes;
