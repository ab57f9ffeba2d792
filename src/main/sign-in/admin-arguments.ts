/** Reads the arguments of `npm run admin`; options that are left out get a usable default. */
import { parseArgs } from 'node:util';
import { SignIn } from '#contract/sign-in/session.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import { type SlugFault, slugFault } from '#rules/people/brand-slug.ts';
import { PLANS, type Plan } from '#rules/policy/plan.ts';
import { isGeographicZone } from '#rules/time/zone.ts';

export interface SupportWish {
  readonly command: 'create-support';
  readonly name: string;
  readonly email: string;
}

export interface BrandWish {
  readonly command: 'create-brand';
  readonly slug: string;
  readonly name: string;
  readonly article: 'a' | 'o' | '';
  readonly plan: Plan;
  /** The zone of the brand's clock (C3). */
  readonly zone: string;
  /** True: sellers may contact only customers of their own portfolio. */
  readonly portfolioOnly: boolean;
  readonly manager: { readonly name: string; readonly email: string };
}

export interface RemovalWish {
  readonly command: 'remove-second-factor';
  readonly email: string;
}

/** A new link that makes a support person; earlier ones are no longer valid. */
export interface SupportLinkWish {
  readonly command: 'support-link';
}

/** A link for a new password, for the last support person and for installations without a mail server. */
export interface ResetLinkWish {
  readonly command: 'reset-link';
  readonly email: string;
}

export type AdminWish = SupportWish | SupportLinkWish | ResetLinkWish | BrandWish | RemovalWish;

const USAGE = `npm run admin -- create-support EMAIL [--name NAME]
npm run admin -- support-link
npm run admin -- reset-link EMAIL
npm run admin -- create-brand SLUG --plan ${PLANS.join('|')} [--name NAME] [--article a|o] [--zone ZONE]
                 [--portfolio-only] [--manager EMAIL] [--manager-name NAME]
npm run admin -- remove-second-factor EMAIL`;

/** Returns what the operator asks for. Throws `CannotStart` with the fault. */
export function readAdminArguments([command, ...args]: readonly string[]): AdminWish {
  if (command === 'create-support') return readSupportArguments(args);
  if (command === 'support-link' && args.length === 0) return { command };
  if (command === 'reset-link') return { command, email: emailOf(read(args, {}).subject) };
  if (command === 'create-brand') return readBrandArguments(args);
  if (command === 'remove-second-factor') {
    return { command, email: emailOf(read(args, {}).subject) };
  }
  throw new CannotStart(USAGE);
}

/** Reads the arguments of create-support. Each support person needs a name, because brands read it in the support access log. */
function readSupportArguments(args: readonly string[]): SupportWish {
  const { subject, values } = read(args, { name: { type: 'string' } });
  const email = emailOf(subject);
  return { command: 'create-support', email, name: nameOf(values.name ?? email.replace(/@.*/, ''), '--name') };
}

function readBrandArguments(args: readonly string[]): BrandWish {
  const { subject: slug, values } = read(args, {
    plan: { type: 'string' },
    name: { type: 'string' },
    article: { type: 'string' },
    zone: { type: 'string' },
    'portfolio-only': { type: 'boolean' },
    manager: { type: 'string' },
    'manager-name': { type: 'string' },
  });
  const fault = slugFault(slug);
  if (fault !== null) throw new CannotStart(SLUG_FAULTS[fault](slug));
  const { zone = 'America/Sao_Paulo', manager = `gestao@${slug}.example` } = values;
  if (!isGeographicZone(zone)) throw new CannotStart(`--zone: there is no zone “${zone}”; one is America/Sao_Paulo.`);
  return {
    command: 'create-brand',
    slug,
    name: nameOf(values.name ?? titled(slug), '--name'),
    article: oneOf('--article', ['a', 'o', ''], values.article ?? ''),
    plan: oneOf('--plan', PLANS, values.plan),
    zone,
    portfolioOnly: values['portfolio-only'] === true,
    manager: { email: emailOf(manager), name: nameOf(values['manager-name'] ?? 'Gestão', '--manager-name') },
  };
}

const SLUG_FAULTS: Readonly<Record<SlugFault, (slug: string) => string>> = {
  slug_malformed: (slug) => `“${slug}” is no slug: 2 to 41 small letters, digits and hyphens, the first no hyphen.`,
  slug_reserved: (slug) => `“${slug}” is the name of a page of the support console: choose another slug.`,
};
const LONGEST_NAME = 80;

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

function read<const O extends Options>(args: readonly string[], options: O) {
  const { values, positionals } = parsed(args, options);
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new CannotStart(USAGE);
  return { subject, values };
}

function parsed<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Returns the e-mail in small letters, if the sign-in accepts it. */
function emailOf(text: string): string {
  const email = text.toLowerCase();
  if (SignIn.shape.email.safeParse(email).success) return email;
  throw new CannotStart(`“${text}” is no e-mail address.`);
}

function nameOf(text: string, option: string): string {
  const name = text.trim();
  if (name.length >= 1 && name.length <= LONGEST_NAME) return name;
  throw new CannotStart(`${option}: a name has 1 to ${LONGEST_NAME} characters.`);
}

function oneOf<T extends string>(option: string, choices: readonly T[], given: string | undefined): T {
  const choice = choices.find((each) => each === given);
  if (choice !== undefined) return choice;
  throw new CannotStart(`${option} is one of ${choices.filter((each) => each !== '').join(', ')}.`);
}

/** Turns a slug into a name: "casa-clara" becomes "Casa Clara". */
function titled(slug: string): string {
  return slug.replace(/(^|-+)(.?)/g, (_, hyphen, letter) => (hyphen ? ' ' : '') + letter.toUpperCase()).trim();
}
