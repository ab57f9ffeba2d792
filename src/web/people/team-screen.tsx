/** *Equipe*: the list of people, one person, or the sheet of PINs, by the address. */
import { PersonPage } from '#web/people/person/person-page.tsx';
import { PinSheetPage } from '#web/people/sheet/pin-sheet-page.tsx';
import { TeamPage } from './team-page.tsx';

/** `place`: what follows `/equipe/` in the address; empty for the list. */
export function TeamScreen({ place }: { readonly place: string }) {
  if (place === '') return <TeamPage />;
  if (place === PINS) return <PinSheetPage />;
  return <PersonPage key={place} id={place} />;
}

const PINS = 'pins';
