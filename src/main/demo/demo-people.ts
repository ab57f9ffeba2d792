/** The sign-ins of the four people in the demo's bar, one of each kind of user. */
import type { DemoPersonKey } from '#contract/sign-in/session.ts';
import { DEMO_BRANDS, DEMO_SUPPORT } from './brands.ts';

/** How a person of the bar signs in. `turn`: the name and PIN after the store's sign-in; null for a person's own account. */
export interface DemoSignInWay {
  readonly email: string;
  readonly password: string;
  readonly turn: { readonly name: string; readonly pin: string } | null;
}

/** Returns a person's sign-in: Ana sells in the São Paulo store, Carla manages it, Gabriela manages the brand, Sofia is support. */
export function demoSignInOf(key: DemoPersonKey): DemoSignInWay {
  const aurora = named(DEMO_BRANDS, 'Aurora');
  const paulista = named(aurora.stores, 'Paulista');
  const { password } = aurora;
  switch (key) {
    case 'ana': {
      const { name, pin } = named(paulista.people, 'Ana Lima');
      return { email: paulista.email, password, turn: { name, pin } };
    }
    case 'carla': {
      const { email } = named(paulista.people, 'Carla Dias');
      if (email === undefined) throw new Error('Carla has no account of her own');
      return { email, password, turn: null };
    }
    case 'gabriela':
      return { email: aurora.manager.email, password, turn: null };
    case 'sofia':
      return { email: DEMO_SUPPORT.email, password: DEMO_SUPPORT.password, turn: null };
  }
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  const found = list.find((each) => each.name === name);
  if (found === undefined) throw new Error(`The demo has no ${name}`);
  return found;
}
