/** The sentences of how long a brand keeps data, in Portuguese, the source. */
export const words = {
  loading: 'Carregando',
  title: 'Privacidade: por quanto tempo guardamos',
  lead: 'O que passa do prazo é apagado todo dia, sem volta. Um cadastro apagado para sempre some na hora, sem esperar prazo.',
  fields: {
    textsDays: {
      label: 'Textos enviados, em dias',
      why: 'Para a loja lembrar do que combinou. O contato continua na lista, sem o texto.',
    },
    draftsDays: {
      label: 'Textos não enviados e turnos encerrados, em dias',
      why: 'Para retomar uma conversa adiada. O que está guardado para depois nunca perde o texto.',
    },
    receiptsDays: {
      label: 'Registro das decisões, em dias',
      why: 'Prova de cada contato permitido, avisado ou adiado. Mínimo de 180, de que “Sem resposta” e o impacto precisam. Os contatos vão junto.',
    },
  },
  between: (least: number, most: number) => `Use um número inteiro de ${least} a ${most}.`,
  coolDownLonger: (days: number) => `A quarentena tem ${days} dias, então o registro fica pelo menos esse tempo.`,
  fixed: 'Prazos que não mudam',
  fixedPoints: [
    'Avisos ao vivo entre as telas: 1 hora, para um aparelho que voltou não perder nada.',
    'Arquivos de importação e o que foi lido neles: 1 dia, para conferir e desfazer.',
    'Respostas repetidas por falha de rede: 7 dias, para ninguém receber duas vezes.',
    'Acessos do suporte: 2 anos, para a marca conferir.',
    'Pedidos de não receber mensagens: sem prazo, como código que ninguém lê.',
  ],
  save: 'Salvar prazos',
  saved: 'Prazos salvos. Valem na próxima limpeza, em até um dia.',
  unread: 'Não deu para carregar os prazos.',
  tryAgain: 'Tentar de novo',
  unreached: 'Sem resposta do servidor. Confira a internet e tente de novo.',
};
export type RetentionWords = typeof words;
