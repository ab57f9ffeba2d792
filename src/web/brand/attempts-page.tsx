/** The brand's attempts, and why each came out so, for its manager. */
import { AttemptStory } from '#web/attempts/attempt-story.tsx';
import { AttemptsList } from '#web/attempts/attempts-list.tsx';
import { useAttemptsWords } from '#web/attempts/attempts-words.ts';
import { useShop } from '#web/seller/shop.tsx';
import { PersonMenu } from '#web/session/person-menu.tsx';
import { ButtonLink } from '#web/ui/button.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { BackIcon } from '#web/ui/icons.tsx';

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
