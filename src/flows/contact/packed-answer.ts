/**
 * Answers as they are kept under an idempotency key: packed against what the same caller sends again, so that only what the
 * caller does not say is stored. An answer took 1.2 kB for seven days; a quarter of a kilobyte is left (decision 0036).
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StoredAnswer } from './attempt-answer.ts';
import type { AttemptWish } from './attempt-wish.ts';

/** Of the request, all that an answer repeats. The fingerprint of the key says that both are the same at both times. */
type Asked = Pick<AttemptWish, 'customerId' | 'text'>;

/** The first byte of what is packed; a change of `USUAL` or of `dictionaryOf` takes another. */
const FORMAT = 1;

export function packAnswer(answer: StoredAnswer, personId: string, asked: Asked): Buffer {
  const packed = deflateRawSync(JSON.stringify(answer), { ...OPTIONS, dictionary: dictionaryOf(personId, asked) });
  return Buffer.concat([Buffer.of(FORMAT), packed]);
}

/** `personId` and `asked` are those that it was packed with. Throws where they are others, or the format is unknown. */
export function unpackAnswer(packed: Buffer, personId: string, asked: Asked): StoredAnswer {
  if (packed[0] !== FORMAT) throw new Error(`an answer of the format ${packed[0]} was kept by a later version`);
  const dictionary = dictionaryOf(personId, asked);
  return JSON.parse(inflateRawSync(packed.subarray(1), { ...OPTIONS, dictionary }).toString());
}

/** A window of 16 kB holds the longest text; the small memory makes packing three times as fast. */
const OPTIONS = { windowBits: 14, memLevel: 5 } as const;

/** What is likeliest stands last, where a reference to it is shortest. */
function dictionaryOf(personId: string, { customerId, text }: Asked): Buffer {
  const url = `"url":"https://wa.me/55?text=${encodeURIComponent(text ?? '')}","validUntil":1`;
  const ids = `"customerId":"${customerId}","sellerId":"${personId}","heldUntil":null},"decision":{"verdict":"`;
  return Buffer.from(`${USUAL}${url}${ids}`);
}

/** The members of every answer in their order, with their usual values, seldom ones first. */
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
