/** The calm band over the day: how the hours stand, and when they turn. */

import { StateRing } from '#web/ring/state-ring.tsx';
import { useSay, useShop } from '#web/seller/shop.tsx';
import { useWords } from '#web/seller/words.ts';
import { Band } from '#web/ui/band.tsx';
import { dateOn } from '#words/format.ts';

/** `suggested`: how many contacts the day suggests; null until read. */
export function QuietBand({ suggested }: { readonly suggested: number | null }) {
  const t = useWords();
  const say = useSay();
  const { hours, silence, now, zone } = useShop();
  const count = suggested === null ? null : suggested === 0 ? t.quiet.noneSuggested : t.quiet.suggested(suggested);
  const { quiet, until, next, minutesLeft } = silence;
  const never = !hours.active && !quiet && next === null;
  if (never) return <Band title={count ?? '…'}>{hours.reason === 'suspended' ? t.quiet.paused : t.quiet.open}</Band>;
  const ring = <StateRing policy={hours.policy} now={now} zone={zone} size={56} />;

  if (quiet)
    return (
      <Band tone="hush" picture={ring} title={t.quiet.title}>
        {until === null ? t.quiet.forNow : t.quiet.until(say.when(until))}. {until !== null && t.quiet.more}
      </Band>
    );
  if (minutesLeft !== null && next !== null)
    return (
      <Band tone="hush" picture={ring} title={t.quiet.startsIn(minutesLeft)}>
        {t.quiet.startsInMore(say.time(next))}
      </Band>
    );
  const today = next !== null && dateOn(next, zone) === dateOn(now, zone);
  return (
    <Band picture={ring} title={count ?? t.quiet.open}>
      {next !== null && t.quiet.startsAt(today ? say.time(next) : say.when(next), today)}
    </Band>
  );
}
