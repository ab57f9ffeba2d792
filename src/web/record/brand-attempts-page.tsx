/** The brand's attempts, and why each came out so, for its manager. */

import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { AttemptStory } from './attempt-story.tsx';
import { AttemptsList } from './attempts-list.tsx';
import { useAttemptsWords } from './attempts-words.ts';

const HREF = '/tentativas';

/** `id` null: the list. */
export function AttemptsPage({ id }: { readonly id: string | null }) {
  const t = useAttemptsWords();
  const { session, zone, now } = useShop();
  const scope = { brandId: null, href: HREF, zone, now };
  if (id === null)
    return (
      <>
        <ScreenHead
          over={session.brand?.name}
          title={t.attempts}
          beside={<PersonMenu session={session} place="head" />}
        />
        <AttemptsList scope={scope} />
      </>
    );
  const back = (
    <ButtonLink href={HREF} icon={<BackIcon />}>
      {t.attempts}
    </ButtonLink>
  );
  return <AttemptStory key={id} scope={scope} id={id} back={back} />;
}
