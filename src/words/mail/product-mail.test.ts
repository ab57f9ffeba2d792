/** Checks the mails that the product sends by itself: all kinds, in three languages, as text and as HTML. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { productMail } from './product-mail.ts';

const aurora = { name: 'Aurora', article: 'a', zone: 'America/Sao_Paulo' } as const;
const NEW_YEAR = Date.parse('2027-01-01T03:00:00Z');
const hours = {
  windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '20:00', end: '08:00' }],
  exceptions: [],
  clocks: 'store',
} as const;
const of = { name: 'Gestão <Aurora>', url: 'https://oto.example/chamados/1', offUrl: 'https://oto.example/emails#abc' };

test('a mail about a ticket names the brand and the number, and has both links in both forms', () => {
  const { subject, text, html } = productMail('pt-BR', {
    ...of,
    facts: { kind: 'ticket_opened', brand: aurora, number: 3 },
  });
  assert.equal(subject, 'Chamado 3 da Aurora');
  assert.match(text, /^Olá, Gestão <Aurora>\.\n\nA Aurora abriu o chamado 3\.\n\nAbrir o chamado:\n/);
  for (const url of [of.url, of.offUrl]) {
    assert.ok(text.includes(`\n${url}`), url);
    assert.ok(html.includes(`href="${url}"`), url);
  }
  assert.ok(html.includes('Gestão &#60;Aurora&#62;') && !html.includes('<Aurora>'));
});

test('a publication says the hours and from when they are in force, on the brand’s clock', () => {
  const { subject, text } = productMail('pt-BR', {
    ...of,
    facts: { kind: 'hours_changed', brand: aurora, change: { kind: 'publish', policy: hours, effectiveAt: NEW_YEAR } },
  });
  assert.equal(subject, 'Horário de Silêncio da Aurora: novo horário');
  assert.match(text, /Todos os dias, das 20:00 às 08:00/);
  assert.match(text, /Vale a partir de 1 jan 2027, 00:00\./);
});

test('a suspension says until when, or that there is no end', () => {
  const suspend = (until: number | null) =>
    productMail('en', { ...of, facts: { kind: 'hours_changed', brand: aurora, change: { kind: 'suspend', until } } });
  assert.match(suspend(NEW_YEAR).text, /The pause lasts until 1 Jan 2027, 00:00\./);
  assert.match(suspend(null).text, /The pause has no end date\./);
});

test('a mail that warns of a stolen account has no link to switch it off', () => {
  for (const language of ['pt-BR', 'en', 'es'] as const)
    for (const kind of ['password_changed', 'second_factor_removed'] as const) {
      const { text, html } = productMail(language, { ...of, offUrl: null, facts: { kind } });
      assert.equal(text.match(/https?:/g)?.length, 1, text);
      assert.equal(html.match(/href=/g)?.length, 1);
    }
});
