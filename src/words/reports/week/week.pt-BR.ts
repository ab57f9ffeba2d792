/** The sentences of the summary of a week, on the Panorama and by mail, in Portuguese, the source. */
import type { HighlightKind } from '#rules/reports/week-highlight.ts';
import type { WeekFigureName } from '#rules/reports/week-summary.ts';
import { plural } from '#words/core/format.ts';

const figures: Readonly<Record<WeekFigureName, string>> = {
  sent: 'Contatos enviados',
  eveningsWorked: 'Noites de trabalho',
  sentAfterWarning: 'Enviados após o aviso',
  answered: 'Conversas ou vendas',
  outsideHours: 'Com a loja fechada',
};

const meanings: Readonly<Record<WeekFigureName, string>> = {
  sent: 'Conversas abertas no WhatsApp, sem as que a pessoa disse não ter enviado.',
  eveningsWorked: 'Cada pessoa e cada noite em que alguém falou com um cliente depois do início do silêncio.',
  sentAfterWarning: 'Contatos que seguiram depois de um aviso.',
  answered: 'Contatos em que quem vende marcou Conversou ou Vendeu.',
  outsideHours: 'Contatos com a loja fechada. Lojas sem horário cadastrado não entram.',
};

/** The numbers of a highlight as text. `store`: the store's name; empty where the sentence names none. */
export interface HighlightNumbers {
  readonly store: string;
  readonly now: string;
  readonly before: string;
  /** `now` as a number, for the plural. */
  readonly count: number;
}

const highlights: Readonly<Record<HighlightKind, (of: HighlightNumbers) => string>> = {
  evenings_rose: ({ store, now, before }) =>
    `Para olhar: na loja ${store}, as noites de trabalho foram de ${before} para ${now}.`,
  outside_hours: ({ store, now }) => `Para olhar: na loja ${store}, ${now} contatos saíram com a loja fechada.`,
  stops_rose: ({ now, before }) =>
    `Para olhar: pediram para parar ${now} clientes a cada mil contatos, e na semana anterior ${before}.`,
  evenings_fell: ({ now, before }) => `Boa notícia: as noites de trabalho caíram de ${before} para ${now}.`,
  evenings_spared: ({ now, count }) =>
    `Boa notícia: o silêncio poupou ${plural('pt-BR', count, { one: '1 noite', other: `${now} noites` })} da equipe.`,
  few: () => 'Foram poucos contatos para tirar conclusões.',
  calm: () => 'Uma semana tranquila: nada fora do comum.',
};

export const words = {
  title: 'Resumo da semana',
  loading: 'Carregando',
  dates: (from: string, to: string) => `${from} a ${to}`,
  figures,
  meanings,
  compared: {
    more: (n: string) => `${n} a mais que na semana anterior`,
    less: (n: string) => `${n} a menos que na semana anterior`,
    same: 'igual à semana anterior',
    none: 'ainda não há base de comparação',
  },
  highlights,
  definitions: 'O que cada número conta',
  cautious:
    'Uma mudança só é apontada quando o acaso raramente a explica. As noites só se comparam com uma semana de tantas noites de silêncio.',
  open: 'Ver a semana',
  preview: 'Prévia do e-mail',
  previewHide: 'Ocultar a prévia',
  previewTo: (email: string) => `Para ${email}, na segunda de manhã, com a loja aberta e fora do silêncio.`,
  wanted: 'Receber o resumo por e-mail',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
  subject: (where: string, dates: string) => `Resumo da semana: ${where}, ${dates}`,
  ofBrand: (brand: string, dates: string) => `A semana ${brand}, ${dates}:`,
  ofStore: (store: string, dates: string) => `A semana da loja ${store}, ${dates}:`,
};
export type WeekWords = typeof words;
