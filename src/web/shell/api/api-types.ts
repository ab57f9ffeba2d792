/**
 * The types of the server's answers. The schemas are in the contract; only types are imported, so that no parser is in
 * the browser's bundle.
 */
import type {
  AttemptList,
  AttemptRow,
  Because,
  Held,
  Outcome,
  Refused,
  Started,
  Warned,
} from '#contract/contact/attempt.ts';
import type { AskedDecision } from '#contract/contact/decision.ts';
import type { CustomerList, CustomerRow, Dismiss, SuggestionList } from '#contract/customers/customers.ts';
import type { Changed, HoldList } from '#contract/holds/hold.ts';
import type { TurnAnswer } from '#contract/sign-in/session.ts';
import type { Shape } from './routes.ts';

export type AttemptBody = Shape<typeof AttemptRow>;
export type AttemptsPage = Shape<typeof AttemptList>;
export type StartedBody = Shape<typeof Started>;
export type HeldBody = Shape<typeof Held>;
export type RefusedBody = Shape<typeof Refused>;
export type AskedDecisionBody = Shape<typeof AskedDecision>;
export type WarnedBody = Shape<typeof Warned>;
export type BecauseCode = Shape<typeof Because>;
export type OutcomeCode = Shape<typeof Outcome>;
export type Customer = Shape<typeof CustomerRow>;
export type CustomersPage = Shape<typeof CustomerList>;
export type SuggestionsPage = Shape<typeof SuggestionList>;
export type DismissReason = Shape<typeof Dismiss>['reason'];
export type HoldsPage = Shape<typeof HoldList>;
export type HoldBody = HoldsPage['items'][number];
export type HoldChanged = Shape<typeof Changed>;
export type Turn = Shape<typeof TurnAnswer>;

/** In the order of the list on the screen. */
export const BECAUSE_CODES = [
  'customer_asked',
  'order_today',
  'live_conversation',
  'other',
] as const satisfies readonly BecauseCode[];
