/** One sentence for each difference between two policies; only the hours are told as before and after. */
import type { Language } from '#contract/core/common.ts';
import type { Policy } from '#rules/policy/policy.ts';

export type { Policy };

import { fromTo, shortDate } from '#words/core/format.ts';
import { policySentence } from './sentence.ts';

type Exception = Policy['exceptions'][number];

/**
 * One sentence for each difference, the hours first; empty if the policies are equal. Both must have passed
 * `parsePolicy`.
 */
export function policyChanges(language: Language, before: Policy, after: Policy): readonly string[] {
  const words = WORDS[language];
  const changes: string[] = [];
  const week = (policy: Policy) => policySentence(language, { ...policy, exceptions: [] });
  if (!isSame([before.windows, before.clocks], [after.windows, after.clocks]))
    changes.push(words.from(week(before), week(after)));
  changes.push(...dateChanges(language, before.exceptions, after.exceptions));
  for (const key of ['profile', 'reply', 'automation'] as const)
    if (before.actions[key] !== after.actions[key]) changes.push(words.actions[key][after.actions[key] as never]);
  const { seller } = after.pace;
  if (!isSame(before.pace.seller, seller))
    changes.push(seller.action === 'off' ? words.paceOff : words.pace(seller.max, seller.perMinutes));
  if (before.pace.releaseSpreadMinutes !== after.pace.releaseSpreadMinutes)
    changes.push(words.spread(after.pace.releaseSpreadMinutes));
  if (before.pace.senderPerMinute !== after.pace.senderPerMinute)
    changes.push(words.sender(after.pace.senderPerMinute));
  return changes;
}

function dateChanges(language: Language, before: readonly Exception[], after: readonly Exception[]): string[] {
  const words = WORDS[language];
  const old = new Map(before.map((each) => [each.date, each]));
  const kept = new Set(after.map(({ date }) => date));
  const said = ({ date, label }: Exception) => `${shortDate(language, date, true)}${label === '' ? '' : ` (${label})`}`;
  const timesOf = ({ windows }: Exception) =>
    windows
      .map(({ start, end }) => (start === '00:00' && end === '24:00' ? words.allDay : fromTo(language, start, end)))
      .join(', ') || words.nothing;
  const changes = after.flatMap((each) => {
    const was = old.get(each.date);
    if (was === undefined) return [words.added(said(each), timesOf(each))];
    return isSame(was, each) ? [] : [words.changed(said(each), timesOf(each))];
  });
  const gone = before.filter(({ date }) => !kept.has(date)).map((each) => words.removed(said(each)));
  return [...changes, ...gone];
}

/** Whether two values are equal regardless of the order of their keys, which a database does not keep. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortKeys) === JSON.stringify(b, sortKeys);
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

interface ChangeWords {
  readonly from: (before: string, after: string) => string;
  readonly added: (date: string, times: string) => string;
  readonly changed: (date: string, times: string) => string;
  readonly removed: (date: string) => string;
  readonly nothing: string;
  readonly allDay: string;
  readonly actions: {
    readonly [K in keyof Policy['actions']]: Readonly<Record<Policy['actions'][K], string>>;
  };
  readonly pace: (max: number, perMinutes: number) => string;
  readonly paceOff: string;
  readonly spread: (minutes: number) => string;
  readonly sender: (perMinute: number) => string;
}

const WORDS: Readonly<Record<Language, ChangeWords>> = {
  'pt-BR': {
    from: (before, after) => `De “${before}” para “${after}”`,
    added: (date, times) => `Entra a data ${date}: ${times}.`,
    changed: (date, times) => `Muda a data ${date}: ${times}.`,
    removed: (date) => `Sai a data ${date}.`,
    nothing: 'nenhum silêncio começa',
    allDay: 'o dia inteiro',
    actions: {
      profile: {
        warn: 'No contato pelo perfil, só o aviso, sem pedir motivo.',
        'warn-with-reason': 'No contato pelo perfil, o aviso pede o motivo.',
      },
      reply: { allow: 'Respostas saem sem aviso.', warn: 'Respostas têm aviso.' },
      automation: {
        block: 'Envios por API são recusados no silêncio.',
        hold: 'Envios por API esperam o silêncio passar.',
      },
    },
    pace: (max, minutes) => `Ritmo: até ${max} contatos novos em ${minutes} min por vendedor.`,
    paceOff: 'Ritmo: sem limite por vendedor.',
    spread: (minutes) => `A abertura é distribuída em ${minutes} min.`,
    sender: (perMinute) => `Até ${perMinute} envios por minuto em cada número.`,
  },
  en: {
    from: (before, after) => `From “${before}” to “${after}”`,
    added: (date, times) => `New date ${date}: ${times}.`,
    changed: (date, times) => `The date ${date} changes: ${times}.`,
    removed: (date) => `The date ${date} goes.`,
    nothing: 'no quiet hours start',
    allDay: 'all day',
    actions: {
      profile: {
        warn: 'Contacts from a profile are warned, without asking why.',
        'warn-with-reason': 'Contacts from a profile are warned and asked why.',
      },
      reply: { allow: 'Replies go without a warning.', warn: 'Replies are warned.' },
      automation: {
        block: 'Sending by API is refused in quiet hours.',
        hold: 'Sending by API waits until quiet hours are over.',
      },
    },
    pace: (max, minutes) => `Pace: at most ${max} new contacts in ${minutes} min per seller.`,
    paceOff: 'Pace: no limit per seller.',
    spread: (minutes) => `The opening is spread over ${minutes} min.`,
    sender: (perMinute) => `At most ${perMinute} messages a minute from each number.`,
  },
  es: {
    from: (before, after) => `De “${before}” a “${after}”`,
    added: (date, times) => `Entra la fecha ${date}: ${times}.`,
    changed: (date, times) => `Cambia la fecha ${date}: ${times}.`,
    removed: (date) => `Sale la fecha ${date}.`,
    nothing: 'ningún silencio empieza',
    allDay: 'todo el día',
    actions: {
      profile: {
        warn: 'En el contacto desde el perfil, solo el aviso, sin pedir motivo.',
        'warn-with-reason': 'En el contacto desde el perfil, el aviso pide el motivo.',
      },
      reply: { allow: 'Las respuestas salen sin aviso.', warn: 'Las respuestas tienen aviso.' },
      automation: {
        block: 'Los envíos por API se rechazan en el silencio.',
        hold: 'Los envíos por API esperan a que pase el silencio.',
      },
    },
    pace: (max, minutes) => `Ritmo: hasta ${max} contactos nuevos en ${minutes} min por vendedor.`,
    paceOff: 'Ritmo: sin límite por vendedor.',
    spread: (minutes) => `La apertura se distribuye en ${minutes} min.`,
    sender: (perMinute) => `Hasta ${perMinute} envíos por minuto en cada número.`,
  },
};
