/** Builds the answer that is stored under the idempotency key. `idempotent-answer.ts` returns it to a repeated request. */
import type { KeyedAnswer } from '#db/contact/idempotency.ts';
import type { JudgedAttempt } from '#flows/contact/judged-attempt.ts';
import type { Answer, StoredAnswer } from './attempt-answer.ts';
import { packAnswer } from './packed-answer.ts';

/** Builds the stored answer of the idempotency key. A token's value is never stored; a link is stored for as long as the key. */
export function keyedAnswerOf({ seller, wish, fingerprint }: JudgedAttempt, answer: Answer): KeyedAnswer {
  const validUntil = answer.kind === 'allowed' ? answer.validUntil : null;
  const asked = { actorId: seller.personId, key: wish.key, fingerprint, customerId: wish.customerId };
  const packed = packAnswer(storedOf(answer), seller.personId, wish);
  return { ...asked, status: STATUS[answer.kind], packed, validUntil };
}

function storedOf(answer: Answer): StoredAnswer {
  if (answer.kind === 'allowed') {
    const { attempt, decision, spoken, url, validUntil } = answer;
    return { kind: 'allowed', attempt, decision, spoken, url: url ?? '', validUntil };
  }
  if (answer.kind !== 'warned') return answer;
  const { acknowledgement: _, ...kept } = answer;
  return kept;
}

const STATUS = { allowed: 201, warned: 428, refused: 409, held: 202 } as const;
