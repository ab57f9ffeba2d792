/** "Deixar pronta para amanhã, 10:07": the offer that stands beside a "not now", wherever it is said. */
import type { Instant } from '#rules/time/interval.ts';
import { useHoldWords } from '#web/seller/holds/hold-words.ts';
import { useSay } from '#web/seller/shop.tsx';
import { Button } from '#web/ui/button.tsx';

/** `plain`: where another button of the sheet is the filled one. */
export function HoldOffer(props: { readonly at: Instant; readonly plain?: boolean; readonly onHold: () => void }) {
  const h = useHoldWords();
  const say = useSay();
  return (
    <>
      <Button tone={props.plain ? 'ghost' : 'lamp'} wide onClick={props.onHold}>
        {h.leave.at(say.when(props.at))}
      </Button>
      <small>{h.leave.oneTap}</small>
    </>
  );
}
