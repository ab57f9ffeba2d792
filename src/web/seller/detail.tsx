/** What is opened from a list: a suggestion's message, a customer's profile, a message to them. */
import { useLocation } from 'wouter';
import { ButtonLink } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useArrival } from './arrival.ts';
import { ProfileMessageScreen } from './compose/profile-message-screen.tsx';
import { SuggestionScreen } from './compose/suggestion-screen.tsx';
import type { Place } from './place.ts';
import { ProfileScreen } from './profile/profile-screen.tsx';
import { useWords } from './words.ts';

export interface DetailProps {
  readonly place: Place;
  /** The list it was opened from. */
  readonly list: 'today' | 'portfolio';
}

export function Detail({ place, list }: DetailProps) {
  const t = useWords();
  const { screen, id } = place;
  const [path] = useLocation();
  useArrival(path);
  if (screen === 'suggestion') return <SuggestionScreen key={id} id={id} />;
  if (screen === 'profile') return <ProfileScreen key={id} id={id} backTo={list} />;
  if (screen === 'message') return <ProfileMessageScreen key={id} customerId={id} />;
  return (
    <EmptyState title={t.app.notHere} action={<ButtonLink href="/">{t.app.toToday}</ButtonLink>}>
      {t.app.notHereWhy}
    </EmptyState>
  );
}
