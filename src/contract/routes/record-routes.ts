/** The route of the record's public keys, with which anybody can check its signatures. */
import { RecordKeys } from '#contract/record/record-keys.ts';
import type { Routes } from './route.ts';

export const RECORD_ROUTES = {
  'GET /.well-known/oto-record-keys.json': {
    may: ['read_record_keys'],
    tags: ['operation'],
    summary: 'The public keys that sign the daily heads of the record',
    description:
      'A JSON Web Key Set, oldest key first. Each key is signed by itself and by the key before it. The set contains no ' +
      'data of a brand.',
    response: { 200: RecordKeys },
  },
} as const satisfies Routes;
