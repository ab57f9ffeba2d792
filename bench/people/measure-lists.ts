/** Measures pages of people and stores: how many statements they take, how long, how large they are, and how far from the minimum. */
import type pg from 'pg';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { findPeople, type PeopleSearch } from '#flows/people/read-people.ts';
import { listStores } from '#flows/stores/read-stores.ts';
import { recordStatements } from '#kit/statement-recorder.ts';
import type { FilledTeam } from './brand-fixture.ts';

export interface ListFigures {
  readonly name: string;
  /** Without the beginning and the end of the transaction. */
  readonly statements: number;
  readonly p50: number;
  readonly p95: number;
  /** Of the page's rows as JSON, before compression. */
  readonly bytes: number;
  readonly ratio: number;
}

interface Opened {
  readonly db: Database;
  readonly auth: AuthDb;
  readonly superuser: pg.Client;
}

const ROUNDS = 40;
const PAGE = 50;
const FIRST: PeopleSearch = {
  ...{ typed: '', storeId: null, state: 'active', sort: 'name', order: 'asc' },
  ...{ after: null, limit: PAGE },
};

export async function measureLists({ db, auth, superuser }: Opened, team: FilledTeam): Promise<readonly ListFigures[]> {
  const { brandId, managerId: personId } = team;
  const reader = { kind: 'person', brandId, personId, role: 'brand_manager', storeId: null } as unknown as PersonActor;
  const now = Date.now();
  const people = (search: Partial<PeopleSearch>) => async () =>
    (await findPeople(db, reader, { ...FIRST, ...search }, { now, appNow: now })).people;
  const after = (await findPeople(db, reader, { ...FIRST, limit: 1_900 }, { now, appNow: now })).last;
  const stores = (typed: string) => async () => {
    const wanted = { typed, sort: 'name', descending: false, show: 'open', after: null, limit: PAGE } as const;
    return (await listStores({ db, auth, hostNow: () => now }, reader, wanted)).stores;
  };
  const bare = (table: 'people' | 'stores') => async () => {
    const text = `select * from ${table} where brand_id = $1 order by name collate "C", id limit ${PAGE}`;
    return (await superuser.query({ name: `bare ${table}`, text, values: [brandId] })).rows;
  };
  const minimum = { people: await timesOf(bare('people')), stores: await timesOf(bare('stores')) };
  const lists = {
    'people: first page': people({}),
    'people: late page': people({ after }),
    'people: by store, backwards': people({ sort: 'store', order: 'desc' }),
    'people: found by typing': people({ typed: 'eri sou' }),
    'people: found by typing, nobody': people({ typed: 'zzz' }),
    'people: away now': people({ state: 'away' }),
    'people: of one store': people({ storeId: team.storeId }),
    'stores: first page': stores(''),
    'stores: found by typing': stores('loja 17'),
  };
  const figures: ListFigures[] = [];
  for (const [name, read] of Object.entries(lists)) {
    const rows = await read();
    if (rows.length === 0 && name !== 'people: found by typing, nobody' && name !== 'people: away now')
      throw new Error(`The list “${name}” is empty: choose a search that finds somebody.`);
    const sent = await recordStatements(read);
    const times = await timesOf(read);
    const least = minimum[name.startsWith('stores') ? 'stores' : 'people'];
    figures.push({
      name,
      statements: sent.filter(({ text }) => !/^(begin|commit|set )/i.test(text)).length,
      ...times,
      bytes: JSON.stringify(rows).length,
      ratio: times.p50 / least.p50,
    });
  }
  return figures;
}

async function timesOf(work: () => Promise<unknown>): Promise<{ readonly p50: number; readonly p95: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: times[ROUNDS / 2] ?? 0, p95: times[Math.ceil(ROUNDS * 0.95) - 1] ?? 0 };
}
