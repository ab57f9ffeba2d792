/** Reads who of a brand has an account of their own, for support, which removes lost second factors. */
import { readSettings } from '#db/people/settings.ts';
import { listPersonAccounts } from '#db/sign-in/second-factor.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import { personRole } from '#rules/people/access.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { SecondFactorDeps } from './second-factor-deps.ts';

export interface SecondFactorOfPerson {
  readonly personId: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly on: boolean;
}

/** Returns the people by name; null if there is no such brand. */
export async function readSecondFactors(
  { auth, db }: Pick<SecondFactorDeps, 'auth' | 'db'>,
  brandId: string,
): Promise<readonly SecondFactorOfPerson[] | null> {
  const accounts = await listPersonAccounts(auth, brandId);
  return db.read(brandId, async (reads) => {
    const [settings] = await reads.run(readSettings, { brandId });
    if (!settings) return null;
    const found = await Promise.all(
      accounts.map(async ({ personId, on }) => {
        const [person] = await reads.run(findPersonOfBrand, { brandId, personId });
        return person?.active ? [{ personId, name: person.name, role: personRole(person.role), on }] : [];
      }),
    );
    return found.flat().toSorted((a, b) => a.name.localeCompare(b.name, 'pt-BR'));
  });
}
