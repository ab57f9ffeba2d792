/** Reads what a waiting mail tells, as it is now. */
import type { ClaimedMail } from '#db/mail/outgoing-mails.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { type PolicyLogRow, policyEventOf, readPolicyEvent } from '#db/policy/policies.ts';
import { findTicketById } from '#db/support/tickets.ts';
import type { BrandInMail, HoursChange, MailFacts } from './mailer.ts';
import { type PostponedMail, readWeekFacts, type WeekFactsDeps } from './read-week-facts.ts';

/**
 * Returns the facts; null where the ticket or the policy's event does not exist, or where the summary of a week is not to be
 * sent any more.
 */
export async function readMailFacts(deps: WeekFactsDeps, mail: ClaimedMail): Promise<MailFacts | PostponedMail | null> {
  const { kind, brandId, ticketId, policyRevision: revision } = mail;
  if (kind === 'password_changed' || kind === 'second_factor_removed') return { kind };
  if (kind === 'week_summary') return readWeekFacts(deps, mail);
  if (brandId === null) return null;
  return deps.db.read(brandId, async (reads) => {
    const readingBrand = reads.run(readBrandCard, { brandId });
    if (kind === 'hours_changed') {
      const readingEvent = reads.run(readPolicyEvent, { brandId, revision: revision ?? 0 });
      const [[brand], [event]] = await Promise.all([readingBrand, readingEvent]);
      return brand && event ? { kind, brand: brandOf(brand), change: changeOf(event) } : null;
    }
    const findingTicket = reads.run(findTicketById, { brandId, id: ticketId ?? '', readerId: null });
    const [[brand], [ticket]] = await Promise.all([readingBrand, findingTicket]);
    return brand && ticket ? { kind, brand: brandOf(brand), number: ticket.number } : null;
  });
}

function brandOf({ name, article, zone }: NonNullable<(typeof readBrandCard)['row']>): BrandInMail {
  return { name, article, zone };
}

function changeOf(row: PolicyLogRow): HoursChange {
  const event = policyEventOf(row);
  switch (event.kind) {
    case 'publish':
      return { kind: 'publish', policy: event.policy, effectiveAt: event.effectiveAt };
    case 'suspend':
      return { kind: 'suspend', until: event.until };
    case 'resume':
      return { kind: 'resume' };
  }
}
