/** The help article for a seller or a brand manager, with the hours of their brand. */

import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { StateRing } from '#web/ui/ring/state-ring.tsx';
import { HelpArticle } from './help-article.tsx';
import { useHelpWords } from './help-words.ts';

export function ShopHelp() {
  const t = useHelpWords();
  const { hours, now, zone } = useShop();
  // A brand without quiet hours in its plan has no hours of its own to show.
  const known = hours.reason !== 'no_plan';
  return (
    <>
      <ScreenHead
        back={
          <Button icon={<BackIcon />} onClick={() => window.history.back()}>
            {t.back}
          </Button>
        }
        over={t.help}
        title={t.title}
      />
      <HelpArticle
        ring={hours.active && <StateRing policy={hours.policy} now={now} zone={zone} size={168} />}
        sentence={known ? (hours.active ? hours.sentence : null) : undefined}
      />
    </>
  );
}
