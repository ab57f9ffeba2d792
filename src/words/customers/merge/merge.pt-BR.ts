/** The sentences of merging two records of one customer, in Portuguese, the source. */

export const words = {
  title: 'Cadastro em dobro?',
  lead: (name: string) => `Se ${name} está duas vezes na marca, junte os cadastros. Dá para desfazer por um dia.`,
  open: 'Juntar com outro cadastro',
  merged: (name: string, at: string, by: string) => `Juntado com ${name} ${at}, por ${by}.`,
  undo: 'Desfazer',
  undoOf: (name: string) => ` a junção com ${name}`,
  pickTitle: (name: string) => `Qual é o outro cadastro de ${name}?`,
  pickLead: 'Escolha só se for a mesma pessoa. Você compara antes de juntar.',
  likely: 'Parecem ser a mesma pessoa',
  noLikely: 'Nenhum outro cadastro parece ser da mesma pessoa. Procure por nome ou número.',
  loading: 'Procurando cadastros parecidos…',
  unread: 'Não foi possível procurar agora. Verifique a internet e tente de novo.',
  again: 'Tentar de novo',
  search: 'Procurar por nome ou número',
  found: 'Encontrados',
  noneFound: 'Nenhum cadastro com esse nome ou número.',
  signs: {
    number: 'número parecido',
    birthday: 'mesmo aniversário',
    email: 'mesmo e-mail',
    name: 'mesmo nome',
  },
  compare: (name: string) => `Comparar com ${name}`,
  back: 'Voltar',
  compareTitle: 'Juntar estes dois cadastros?',
  stays: 'Fica',
  goes: 'Sai',
  kept: 'fica',
  swap: 'Trocar: ficar com o outro',
  fields: {
    name: 'Nome',
    phone: 'Celular',
    email: 'E-mail',
    lives: 'Cidade',
    bornOn: 'Aniversário',
    seller: 'Quem atende',
    store: 'Loja',
    permission: 'Autoriza mensagens',
    tags: 'Etiquetas',
    note: 'Anotações',
  },
  states: { granted: 'Sim', refused: 'Não', unknown: 'Não sabemos' },
  empty: '—',
  happens: 'O que acontece',
  fills: 'O que falta no cadastro que fica vem do outro. Anotações e etiquetas ficam as dos dois.',
  bothNumbers: 'Os dois números continuam conhecidos: uma busca ou uma importação acha o cadastro que fica.',
  history: 'Compras, contatos e pedidos de silêncio dos dois valem para o cadastro que fica.',
  refused: 'Um dos dois não quer mensagens: vale para o cadastro que fica. Mensagens agendadas são canceladas.',
  listed: 'Um dos números está na lista “Não me ligue”: vale para o cadastro que fica.',
  heldMoved: (count: number) =>
    count === 1
      ? '1 mensagem agendada continua, para o cadastro que fica.'
      : `${count} mensagens agendadas continuam, para o cadastro que fica.`,
  heldEnded: (count: number) =>
    count === 1
      ? '1 mensagem agendada é cancelada, e quem a guardou fica sabendo.'
      : `${count} mensagens agendadas são canceladas, e quem as guardou fica sabendo.`,
  suggestions: (count: number) =>
    count === 1
      ? '1 sugestão continua, para o cadastro que fica.'
      : `${count} sugestões continuam, para o cadastro que fica.`,
  merge: 'Juntar',
  done: (name: string) => `Cadastros juntados em ${name}.`,
  undone: 'Cadastros separados de novo.',
  unsaid: 'A resposta não chegou. Atualize a tela para ver como ficou.',
};

export type MergeWords = typeof words;
