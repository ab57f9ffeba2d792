/** The sentences of a customer's privacy, in Portuguese, the source: a copy of the data, and erasing the customer. */

export const words = {
  data: 'Dados deste cliente',
  exportLead:
    'Quem é cliente pode pedir uma cópia de tudo o que a marca guarda. Cada cópia fica anotada com o seu nome.',
  exportPage: 'Baixar para ler (HTML)',
  exportFile: 'Baixar os dados (JSON)',
  erase: 'Apagar para sempre',
  eraseLead: (name: string) =>
    `Para quando ${name} pede para sair, ou o cadastro não deve mais existir. Não dá para desfazer.`,
  eraseTitle: (name: string) => `Apagar ${name} para sempre?`,
  noUndo: 'Não dá para desfazer, nem pelo suporte.',
  vanishes: 'Some de todos os lugares',
  vanishing: [
    'Nome, número, e-mail, endereço, nascimento e código',
    'Anotações, etiquetas e textos das mensagens',
    'Compras e sugestões',
    'Mensagens guardadas para depois: são canceladas, e quem as guardou é avisado',
    'Arquivos de importação que esperam: será preciso enviar de novo',
  ],
  stays: 'Fica, sem dizer quem é',
  staying: [
    'O registro das decisões, com horários e quem decidiu',
    'O pedido de não receber mensagens: vale para o número se ele voltar, mas ninguém consegue lê-lo',
    'Quem apagou, quando e o motivo',
  ],
  reason: 'Motivo',
  chooseReason: 'Escolha o motivo',
  reasons: {
    asked: 'A pessoa pediu',
    mistake: 'Foi cadastrada por engano',
    left: 'Não é mais cliente',
    other: 'Outro motivo',
  },
  otherReason: 'Qual motivo?',
  otherReasonHint: 'Sem nome nem número: o motivo fica guardado.',
  missingReason: 'Diga o motivo.',
  keep: 'Manter cadastro',
  erased: 'Cadastro apagado para sempre.',
  unreached: 'Sem resposta do servidor. Veja se o cadastro ainda existe antes de tentar de novo.',
  log: 'Dados de clientes: cópias e exclusões',
  logLead: 'Cada cópia dos dados de um cliente e cada cadastro apagado ficam aqui, com quem fez, quando e por quê.',
  logEmpty: 'Ainda não houve cópias nem cadastros apagados.',
  logEntry: {
    export: (name: string | null) =>
      name === null ? 'Cópia dos dados de um cadastro que já foi apagado' : `Cópia dos dados de ${name}`,
    erasure: (_: string | null) => 'Cadastro apagado para sempre',
  },
  logReason: (reason: string) => `Motivo: ${reason}`,
  logMore: 'Ver anteriores',
  openLog: 'Ver cópias e exclusões',
};

export type PrivacyWords = typeof words;
