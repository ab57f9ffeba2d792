/** The offer "Deixar pronta para amanhã, 10:07", shown wherever the app says that a contact is not possible now. */
import type { Instant } from '#rules/time/interval.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { nextOpening } from './store-hours.ts';

export interface HoldOfferProps {
  readonly at: Instant;
  /** The first instant at which the policy allows the contact. */
  readonly opensAt: Instant | null;
  /** Whether another button of the sheet is the main one. */
  readonly plain?: boolean;
  readonly onHold: () => void;
}

export function HoldOffer(props: HoldOfferProps) {
  const h = useHoldWords();
  const say = useTimeText();
  const { session } = useShop();
  const { at, opensAt } = props;
  // Where the store opens after the quiet hours end, the sentence names the store's opening (H7).
  const shop =
    opensAt === null ? null : nextOpening(session.store?.hours ?? [], say.dateOf(opensAt), say.time(opensAt));
  const waits = shop !== null && shop.date === say.dateOf(at) ? `${h.leave.opens(shop.time)} ` : '';
  return (
    <>
      <Button tone={props.plain ? 'ghost' : 'lamp'} wide onClick={props.onHold}>
        {h.leave.at(say.when(at))}
      </Button>
      <small>
        {waits}
        {h.leave.oneTap}
      </small>
    </>
  );
}
