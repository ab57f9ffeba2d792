/** The page of the brand's attempts and their stories, for the brand manager. */
import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { searchOfAddress } from '#web/record/search/search-address.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import type { AttemptSearch } from './attempt-search.ts';
import { AttemptStory } from './attempt-story.tsx';
import { AttemptsList } from './attempts-list.tsx';
import { useAttemptsWords } from './attempts-words.ts';
import { keepSearch } from './kept-search.ts';

const HREF = '/tentativas';

/**
 * With `id` null the list is shown. A figure links here with its search in the address: the list stores the search, and
 * the address is cleaned.
 */
export function AttemptsPage({ id }: { readonly id: string | null }) {
  const asked = searchOfAddress(useSearch());
  return asked === null ? <Attempts id={id} /> : <TakeSearch search={asked} />;
}

function TakeSearch({ search }: { readonly search: AttemptSearch }) {
  const [, go] = useLocation();
  useEffect(() => {
    keepSearch(HREF, search);
    go(HREF, { replace: true });
  });
  return null;
}

function Attempts({ id }: { readonly id: string | null }) {
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
