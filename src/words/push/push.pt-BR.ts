/**
 * The sentences about notifications on this device, in Portuguese, the source: what they say, when they come, how to
 * switch them on and off.
 */
export const words = {
  title: 'Notificações neste aparelho',
  about:
    'Quando uma mensagem sua ficar pronta, este aparelho mostra: “Você tem 1 mensagem para enviar.” Sem nome de cliente, só no horário da loja e nunca no Horário de Silêncio.',
  asks: 'O navegador vai perguntar se pode. Escolha Permitir.',
  turnOn: 'Ativar notificações neste aparelho',
  on: 'Este aparelho mostra as suas notificações.',
  turnOff: 'Desativar notificações',
  somebodyElse:
    'Hoje este aparelho mostra as notificações de outra pessoa da loja. Se você ativar, ele passa a mostrar só as suas.',
  denied:
    'O navegador está com as notificações desligadas para este app. Para ligar, toque no cadeado ao lado do endereço, abra Notificações e escolha Permitir. Depois volte aqui.',
  dismissed: 'O navegador perguntou e ficou sem resposta. Toque de novo e escolha Permitir.',
  install: 'No iPhone e no iPad, adicione o app à Tela de Início e abra por lá para receber notificações.',
  unsupported: 'Este navegador não mostra notificações. O app continua mostrando tudo em Hoje.',
  loading: 'Carregando',
  unread: 'Não deu para ver agora como estão as notificações. Confira a internet.',
  again: 'Tentar de novo',
  failed: 'Não deu para ativar agora. Confira a internet e tente de novo.',
  failedOff: 'Não deu para desativar agora. Confira a internet e tente de novo.',
  off: 'Este aparelho não mostra mais as suas notificações.',
  close: 'Fechar',
};
export type PushWords = typeof words;
