/** The sentences about what a new brand still lacks, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

/** `stores`: how many stores lack the part; null: the whole brand lacks it. */
type Lacking = (stores: number | null) => string;

const hours: Lacking = (stores) =>
  stores === null
    ? 'Ainda não há horário de funcionamento.'
    : many(stores, '1 loja está sem horário de funcionamento.', `${stores} lojas estão sem horário de funcionamento.`);
const people: Lacking = (stores) =>
  stores === null
    ? 'Ainda não há quem venda pelo aplicativo.'
    : many(stores, 'Em 1 loja ninguém consegue entrar ainda.', `Em ${stores} lojas ninguém consegue entrar ainda.`);

export const words = {
  title: 'O que ainda falta',
  lead: 'Cada ponto sai da lista quando estiver pronto.',
  parts: {
    stores: 'Lojas',
    hours: 'Horário das lojas',
    people: 'Equipe',
    customers: 'Clientes',
    quiet_hours: 'Horário de Silêncio',
  },
  state: {
    stores: () => 'Ainda não há lojas.',
    hours,
    people,
    customers: () => 'Ainda não há clientes.',
    quiet_hours: () => 'Ainda não foi pedido.',
  },
  next: {
    stores: 'Crie cada loja aqui: nome, cidade e horário. Se forem muitas, importe a planilha.',
    hours: 'Abra cada loja e diga a que horas ela abre e fecha.',
    people: 'Adicione quem vende em cada loja, ou importe a planilha. Cada pessoa recebe um PIN.',
    customers: 'Importe a planilha dos clientes: nome, telefone, loja.',
    quiet_hours: 'Diga o início e o fim em um chamado. O suporte configura.',
  },
  toImport: 'Importar de uma planilha',
  toStores: { stores: 'Criar a primeira loja', hours: 'Ver as lojas' },
  openTeam: 'Abrir a equipe',
  ask: 'Ir para os chamados',
};
export type BrandSetupWords = typeof words;
