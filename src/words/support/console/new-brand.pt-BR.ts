/** The sentences of the page where support creates a brand, in Portuguese, the source. */

export const words = {
  title: 'Nova marca',
  lead: 'A marca começa vazia: sem lojas, sem equipe e sem Horário de Silêncio.',
  name: 'Nome',
  nameHint: 'Como a equipe e os clientes conhecem a marca.',
  nameMissing: 'Escreva o nome da marca.',
  slug: 'Endereço',
  slugHint: 'Letras minúsculas sem acento, números e hifens. Não muda depois.',
  slugMissing: 'Escreva o endereço da marca.',
  article: 'Nas frases em português',
  articleHint: 'Por exemplo: “a Aurora não inicia conversas”, “o Cais não inicia conversas”.',
  articleMissing: 'Escolha como o nome aparece nas frases.',
  articles: { a: (name: string) => `a ${name}`, o: (name: string) => `o ${name}`, '': (name: string) => name },
  someName: 'Marca',
  plan: 'Plano',
  planMissing: 'Escolha o plano.',
  zone: 'Fuso da marca',
  zoneHint: 'O relógio da marca. Cada loja segue o da própria cidade.',
  zonesOfBrazil: 'Brasil',
  otherZones: 'Outros países',
  create: 'Criar marca',
  cancel: 'Cancelar',
  created: 'Marca criada.',
  notCreated: 'A marca não foi criada',
};
export type NewBrandWords = typeof words;
