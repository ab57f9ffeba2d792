/** A customer while a rehearsal runs: the facts change with each suggestion and each contact. */
import type { AudienceFacts, OpenSuggestion } from '#rules/campaigns/audience-facts.ts';
import { isSilentAllDay } from '#rules/campaigns/silent-day.ts';
import type { SuggestionReason } from '#rules/campaigns/suggestion-reason.ts';
import type { ContactSilence } from '#rules/contact/quiet/contact-silence.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import type { RehearsalReason, RehearsedCustomer } from './rehearsal.ts';

/** An open suggestion with its place in the order in which suggestions came to be, and its reason. */
export interface RehearsedSuggestion extends OpenSuggestion {
  readonly number: number;
  readonly reason: SuggestionReason | null;
}

export class RehearsedPerson {
  readonly silence: ContactSilence;
  readonly contactFromMinute: number | null;
  readonly #asksForSilence: boolean;
  readonly #usableOn: (day: EpochDay) => readonly Interval[];
  facts: AudienceFacts;
  open: RehearsedSuggestion | null = null;
  /** Grows with each change after which all campaigns must be asked about the person again. */
  changes = 0;
  /** Whether the rehearsed campaign means the person on any day. */
  isMeant = false;
  isSuggested = false;
  isServed = false;
  /** Why the rehearsed campaign leaves the person out, as found last. */
  reason: RehearsalReason | null = null;

  constructor(
    { facts, silence, contactFromMinute }: RehearsedCustomer,
    ofStore: { readonly silence: ContactSilence; readonly usableOn: (day: EpochDay) => readonly Interval[] },
  ) {
    this.facts = facts;
    this.silence = silence ?? ofStore.silence;
    this.contactFromMinute = contactFromMinute;
    this.#asksForSilence = this.silence.asked.silences.length > 0;
    this.#usableOn = ofStore.usableOn;
    if (facts.open !== null) this.open = { ...facts.open, number: 0, reason: null };
  }

  /** Returns the facts with the silence that the customer asked for on a day (D4b). */
  factsOn(day: EpochDay): AudienceFacts {
    if (!this.#asksForSilence) return this.facts;
    return { ...this.facts, isSilentAllDay: isSilentAllDay(this.silence, this.#usableOn(day)) };
  }

  setOpen(open: RehearsedSuggestion | null): void {
    this.open = open;
    this.facts = { ...this.facts, open };
  }

  /** Records a contact: the number rests (D6), and the campaign does not suggest the person again for this reason. */
  contact(at: Instant): void {
    const { facts, open } = this;
    const served =
      open === null ? facts.served : [...facts.served, { campaignId: open.campaignId, reason: open.reason }];
    const contacts = facts.contacts.coolDownDays > 0 ? { ...facts.contacts, contactedAt: at } : facts.contacts;
    this.facts = { ...facts, contacts, numberContactedAt: at, lastContactAt: at, served, open: null };
    this.open = null;
    this.changes += 1;
  }
}
