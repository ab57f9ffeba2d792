/** Judges a permission that a person writes down for a customer (D2). */

export interface Said {
  readonly state: 'granted' | 'refused' | 'unknown';
  /** `YYYY-MM-DD`; null: the day is not known. */
  readonly on: string | null;
}

/** What binds the customer before: the last refusal, and the running stop of the number. */
export interface Before extends Said {
  /** The day of the running stop on the store's clock; null: no stop runs. */
  readonly stoppedOn: string | null;
}

export type ConsentFault = 'date_in_future' | 'consent_before_stop' | 'consent_withdrawn';

export type ConsentAnswer =
  | { readonly ok: true; readonly permission: Said; readonly stop: 'stop' | 'lift' | 'as_it_is' }
  | { readonly ok: false; readonly fault: ConsentFault };

/**
 * Judges what a person writes down. A consent counts against a refusal or a stop only if the consent is dated after
 * that day, or is written down today: a person who writes today writes after the stop. A permission that is known never
 * becomes unknown again. A refusal stops the number.
 */
export function judgeConsent(before: Before, wanted: Said, today: string): ConsentAnswer {
  const on = wanted.state === 'unknown' ? null : (wanted.on ?? today);
  if (on !== null && on > today) return { ok: false, fault: 'date_in_future' };
  if (wanted.state === 'unknown')
    return before.state === 'unknown'
      ? { ok: true, permission: wanted, stop: 'as_it_is' }
      : { ok: false, fault: 'consent_withdrawn' };
  if (wanted.state === 'refused') return { ok: true, permission: { state: 'refused', on }, stop: 'stop' };
  const refusedOn = before.state === 'refused' ? (before.on ?? '9999-12-31') : null;
  const bindingOn =
    [refusedOn, before.stoppedOn]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  if (bindingOn !== null && on !== today && !((on as string) > bindingOn))
    return { ok: false, fault: 'consent_before_stop' };
  return { ok: true, permission: { state: 'granted', on }, stop: bindingOn === null ? 'as_it_is' : 'lift' };
}
