/** Tests the mail with the summary of a week, in three languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HIGHLIGHTS, type WeekHighlight } from '#rules/reports/week-highlight.ts';
import { productMail } from './product-mail.ts';

const aurora = { name: 'Aurora', article: 'a', zone: 'America/Sao_Paulo' } as const;
const calm: WeekHighlight = { kind: 'calm', store: null, now: 0, before: null };
const of = { name: 'Gabriela', url: 'https://oto.example/panorama', offUrl: 'https://oto.example/emails#abc' };
const figures = [
  { figure: 'sent', now: 1_250, before: 1_200 },
  { figure: 'eveningsWorked', now: 3, before: 3 },
  { figure: 'sentAfterWarning', now: 4, before: null },
] as const;
const write = (
  language: 'pt-BR' | 'en' | 'es',
  highlight: WeekHighlight = calm,
  store: { readonly name: string } | null = null,
) =>
  productMail(language, {
    ...of,
    facts: {
      kind: 'week_summary',
      brand: aurora,
      week: { from: '2026-11-16', to: '2026-11-22', store, figures, highlight },
    },
  });

test('the mail tells three figures against the week before, one thing to notice, and both links', () => {
  const { subject, text, html } = write('pt-BR');
  assert.equal(subject, 'Resumo da semana: Aurora, 16 nov a 22 nov');
  assert.ok(
    text.startsWith(
      [
        'Olá, Gabriela.',
        'A semana da Aurora, 16 nov a 22 nov:',
        'Contatos enviados: 1.250 (50 a mais que na semana anterior)',
        'Noites de trabalho: 3 (igual à semana anterior)',
        'Enviados após o aviso: 4 (ainda não há base de comparação)',
        'Uma semana tranquila: nada fora do comum.',
        'Ver a semana:\nhttps://oto.example/panorama',
      ].join('\n\n'),
    ),
    text,
  );
  for (const url of [of.url, of.offUrl]) assert.ok(html.includes(`href="${url}"`), url);
});

test('the mail to a store manager names the store', () => {
  const { subject, text } = write('en', calm, { name: 'Paulista' });
  assert.equal(subject, 'The week in short: Paulista, 16 Nov to 22 Nov');
  assert.match(text, /The week of the store Paulista, 16 Nov to 22 Nov:/);
});

test('each thing to notice is one sentence in each language, with its store and numbers', () => {
  const store = { id: 's', name: 'Paulista' };
  const sentences = (['pt-BR', 'en', 'es'] as const).flatMap((language) =>
    HIGHLIGHTS.map((kind) => {
      const named = kind === 'evenings_rose' || kind === 'outside_hours';
      const { text } = write(language, { kind, store: named ? store : null, now: 31, before: 7 });
      const sentence = text.split('\n\n')[5] ?? '';
      assert.match(sentence, /^\p{Lu}.*\.$/u);
      if (named) assert.match(sentence, /Paulista.*31|31.*Paulista/);
      if (/rose|fell/.test(kind)) assert.match(sentence, /7/);
      return sentence;
    }),
  );
  assert.equal(new Set(sentences).size, sentences.length);
});

test('one evening spared is told in the singular', () => {
  const spared = (now: number) => write('pt-BR', { kind: 'evenings_spared', store: null, now, before: null }).text;
  assert.match(spared(1), /poupou 1 noite da equipe/);
  assert.match(spared(2), /poupou 2 noites da equipe/);
});
