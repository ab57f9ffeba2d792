/**
 * Packs the answers that are stored under idempotency keys. The compression dictionary contains what the same caller
 * sends again, so that only the rest is stored. Packing reduced an answer from 1.2 kB, kept for seven days, to a
 * quarter of a kilobyte (decision 0036).
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AttemptWish } from '#flows/contact/attempt-wish.ts';
import type { StoredAnswer } from './attempt-answer.ts';

/**
 * The fields of the request that an answer repeats. They are the same when the answer is packed and when it is
 * unpacked, since the fingerprint of the key covers them.
 */
type Asked = Pick<AttemptWish, 'customerId' | 'text'>;

/** The first byte of a packed answer. A change of `USUAL` or `dictionaryOf` needs a new number. */
const FORMAT = 1;

export function packAnswer(answer: StoredAnswer, personId: string, asked: Asked): Buffer {
  const packed = deflateRawSync(JSON.stringify(answer), { ...OPTIONS, dictionary: dictionaryOf(personId, asked) });
  return Buffer.concat([Buffer.of(FORMAT), packed]);
}

/**
 * Unpacks an answer. `personId` and `asked` must be those that the answer was packed with. Throws where they differ or
 * the format is unknown.
 */
export function unpackAnswer(packed: Buffer, personId: string, asked: Asked): StoredAnswer {
  if (packed[0] !== FORMAT)
    throw new Error(`A later version packed this answer (format ${packed[0]}): run that version.`);
  const dictionary = dictionaryOf(personId, asked);
  return JSON.parse(inflateRawSync(packed.subarray(1), { ...OPTIONS, dictionary }).toString());
}

/** A window of 16 kB is larger than the longest text. The small memory level packs three times as fast as the default. */
const OPTIONS = { windowBits: 14, memLevel: 5 } as const;

/** Builds the compression dictionary. The likeliest text comes last, because deflate refers to it with the shortest distance. */
function dictionaryOf(personId: string, { customerId, text }: Asked): Buffer {
  const url = `"url":"https://wa.me/55?text=${encodeURIComponent(text ?? '')}","validUntil":1`;
  const ids = `"customerId":"${customerId}","sellerId":"${personId}","heldUntil":null},"decision":{"verdict":"`;
  return Buffer.from(`${USUAL}${url}${ids}`);
}

/** The members of every answer in their order with usual values; rare values come first. */
const USUAL = [
  '"clock_unsafe""pace""permission_refused""permission_unknown""no_number""opted_out""zone_uncertain""erased""plan"',
  '"pace":{"count":10,"minutes":10,"freeAt":1},"timeQuiet":false,"didNotFit":false,"heldUntil":1,"suggestedReleaseAt":null',
  '{"kind":"held",{"kind":"refused",{"kind":"warned","attempt":{"id":"0","state":"held","state":"refused","state":"warned",',
  '"origin":"profile","channel":"handset","verdict":"warn","reason":"quiet_hours","verdict":"block","reason":"quiet_hours",',
  '"reasons":[{"reason":"quiet_hours","verdict":"warn"}],"reasons":[{"reason":"quiet_hours","verdict":"block"}],',
  '"quiet":{"since":1,"until":1,"clock":"store","zone":"America/Sao_Paulo"},"opensAt":1,"changesAt":1,"America/Manaus"',
  '{"kind":"allowed","attempt":{"id":"019a","state":"handed_over","origin":"suggestion","channel":"handset",',
  'allow","reason":null,"reasons":[],"origin":"suggestion","originClaimed":null,"afterRefusal":false,"becauseNeeded":false,',
  '"acknowledged":false,"quiet":null,"quietHours":"active","opensAt":null,"changesAt":1,"policyVersion":1,"tzVersion":"2026b"},',
  '"spoken":{"customerFirstName":"","brandName":"","brandArticle":"a","storeZone":"America/Sao_Paulo","askedAt":1,"pace":null},',
].join('');
