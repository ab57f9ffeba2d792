/** Writes a customer's export as one HTML file to read and print, without a script and without another file. */
import type { Language } from '#contract/core/common.ts';
import type { CustomerExport } from '#contract/customers/privacy.ts';
import { attemptStatesOf } from '#words/contact/attempt-states.ts';
import { dateOn, money, phone, shortDate, timeOn } from '#words/core/format.ts';
import { exportWords } from '#words/customers/customer-export.ts';

/** `zone`: the zone of the customer's store, on whose clock the page shows times. */
export function exportPage(data: CustomerExport, language: Language, zone: string): string {
  const t = exportWords(language);
  const say = (at: string) =>
    `${shortDate(language, dateOn(Date.parse(at), zone), true)}, ${timeOn(Date.parse(at), zone)}`;
  const title = escapeHtml(t.title(data.brand));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeHtml(t.lead(say(data.exportedAt)))}</p>
${sectionsOf(data, language, say).join('\n')}
<p>${escapeHtml(t.rights)}</p>
</main>
</body>
</html>
`;
}

type Words = ReturnType<typeof exportWords>;
type Say = (at: string) => string;

/** Returns the parts of the page, each with its heading. */
function sectionsOf(data: CustomerExport, language: Language, say: Say): string[] {
  const t = exportWords(language);
  const { permission, stops, purchases, suggestions, supportAccesses, exports, duplicates } = data;
  const sections = [
    section(t.who, `<dl>${factsOf(data, language, say)}</dl>`),
    duplicates.length > 0 &&
      list(
        t,
        t.duplicates,
        duplicates.map(({ name, code, email, note }) => [name, code, email, note]),
      ),
    list(t, t.permission, [
      [t.states[permission.state], permission.on && shortDate(language, permission.on, true)],
      ...permission.history.map(({ at, was, state, by }) => [
        say(at),
        t.change(t.states[was], t.states[state]),
        by && t.by(by),
      ]),
    ]),
    list(
      t,
      t.stops,
      stops.map(({ at, liftedAt, by }) => [
        say(at),
        liftedAt === null ? t.stillRuns : t.lifted(say(liftedAt)),
        by && t.by(by),
      ]),
    ),
    data.doNotCallOn !== null &&
      list(t, t.doNotCall, [[t.listedSince(shortDate(language, data.doNotCallOn, true)), null]]),
    list(
      t,
      t.purchases,
      purchases.map(({ on, items, totalCents }) => [shortDate(language, on, true), items, money(language, totalCents)]),
    ),
    section(t.contacts, contactsOf(data, language, say)),
    list(
      t,
      t.suggestions,
      suggestions.map(({ at, campaign, reason }) => [say(at), campaign, reason]),
    ),
    list(
      t,
      t.supportAccesses,
      supportAccesses.map(({ at, by, reason }) => [say(at), t.by(by), reason]),
    ),
    list(
      t,
      t.exports,
      exports.map(({ at, by }) => [say(at), t.by(by)]),
    ),
  ];
  return sections.filter((each) => each !== false);
}

function factsOf({ customer, store }: CustomerExport, language: Language, say: Say): string {
  const t = exportWords(language);
  const day = (on: string | null) => on && shortDate(language, on, true);
  const facts: Readonly<Record<keyof Words['fields'], string | null>> = {
    name: customer.name,
    code: customer.code,
    phone: customer.phone && phone(customer.phone),
    email: customer.email,
    bornOn: day(customer.bornOn),
    place: [customer.city, customer.state].filter(Boolean).join(', '),
    zone: customer.zone,
    contactFrom: customer.contactFrom,
    customerSince: day(customer.customerSince),
    store,
    seller: customer.seller,
    note: customer.note,
    tags: customer.tags.join(', '),
    createdAt: say(customer.createdAt),
    lastContactAt: customer.lastContactAt && say(customer.lastContactAt),
  };
  return Object.entries(facts)
    .filter(([, value]) => value)
    .map(([field, value]) => {
      return `<dt>${escapeHtml(t.fields[field as keyof typeof facts])}</dt><dd>${escapeHtml(value as string)}</dd>`;
    })
    .join('');
}

function contactsOf({ contacts }: CustomerExport, language: Language, say: Say): string {
  const t = exportWords(language);
  const states: Readonly<Record<string, string>> = attemptStatesOf(language);
  const verdicts: Readonly<Record<string, string>> = t.verdicts;
  if (contacts.length === 0) return `<p>${escapeHtml(t.none)}</p>`;
  const items = contacts.map(({ at, state, seller, store, text, decisions }) => {
    const line = lineOf([say(at), states[state] ?? state, t.by(seller), store]);
    const decided = decisions.map((each) => `${say(each.at)}: ${verdicts[each.verdict] ?? each.verdict}`).join(' · ');
    return `<li>${line}${text === null ? '' : `<blockquote>${escapeHtml(text)}</blockquote>`}<small>${escapeHtml(decided)}</small></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function list(t: Words, title: string, rows: readonly (readonly (string | null)[])[]): string {
  if (rows.length === 0) return section(title, `<p>${escapeHtml(t.none)}</p>`);
  return section(title, `<ul>${rows.map((row) => `<li>${lineOf(row)}</li>`).join('')}</ul>`);
}

function lineOf(parts: readonly (string | null)[]): string {
  return escapeHtml(parts.filter(Boolean).join(' · '));
}

function section(title: string, body: string): string {
  return `<section><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Texts are the customer's and the sellers' own: none of them may become markup. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] as string);
}

const STYLE = [
  'body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1c1917;background:#fff}',
  'main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}',
  'h1{font-size:1.75rem}h2{font-size:1.125rem;margin:1.5rem 0 .25rem}',
  'dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.25rem 1rem}dt,small{color:#57534e}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}',
  'ul{padding-inline-start:1.25rem}li{margin-block:.25rem;overflow-wrap:anywhere}',
  'blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid #d6d3d1;white-space:pre-wrap}',
].join('');
