/** Builds the statements by which a contact changes the attempt's earlier link, the customer and the suggestions. */
import { completeSuggestions } from '#db/campaigns/suggestion-closing.ts';
import { type NewHandover, setLastContacts, withdrawHandovers } from '#db/contact/handovers.ts';
import { type BoundStatement, bindStatement } from '#db/core/joined-statements.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type Decided, partsOf } from './decided.ts';

export function contactStatementsOf(
  brandId: string,
  decided: readonly Decided[],
  handovers: readonly NewHandover[],
): readonly BoundStatement[] {
  const withdrawn = decided.flatMap(({ attempt, handover }) =>
    handover && attempt?.isNew === false ? [{ attemptId: attempt.id, at: attempt.updatedAt }] : [],
  );
  const attemptIds = withdrawn.map(({ attemptId }) => attemptId);
  const contacts = new Map<string, Instant>();
  for (const { receipt, handover } of decided) {
    if (receipt && handover?.withdrawnAt === null) contacts.set(receipt.customerId, receipt.decidedAt);
  }
  const contacted = [...contacts].map(([customerId, at]) => ({ customerId, at }));
  const completed = partsOf(decided, 'completed');
  const customerIds = completed.map(({ customerId }) => customerId);
  return [
    ...(withdrawn.length > 0 ? [bindStatement(withdrawHandovers, { brandId, withdrawn, attemptIds })] : []),
    ...(handovers.length > 0
      ? [bindStatement(setLastContacts, { brandId, contacts: contacted, customerIds: [...contacts.keys()] })]
      : []),
    ...(completed.length > 0 ? [bindStatement(completeSuggestions, { brandId, completed, customerIds })] : []),
  ];
}
