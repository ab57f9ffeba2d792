/** Seals the mark that retention leaves where the record starts (R3). */
import { createHmac } from 'node:crypto';

interface Sealed {
  readonly brandId: string;
  readonly number: number;
  readonly link: Uint8Array;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Returns the HMAC of a mark under the key of the chain. */
export function sealOf(key: Uint8Array, { brandId, number, link, day }: Sealed): Buffer {
  const text = JSON.stringify(['mark/1', brandId, number, Buffer.from(link).toString('hex'), day]);
  return createHmac('sha256', key).update(text).digest();
}
