/** Notifications on this device, in Portuguese: what they say, when they come, and how to have them or not. */
export const words = {
  title: 'Avisos neste aparelho',
  about:
    'Quando uma mensagem sua ficar pronta, este aparelho avisa: “Você tem 1 mensagem para enviar.” Sem nome de cliente, só no horário da loja e nunca no Horário de Silêncio.',
  asks: 'O navegador vai perguntar se pode. Escolha Permitir.',
  turnOn: 'Avisar neste aparelho',
  on: 'Este aparelho avisa você.',
  turnOff: 'Parar de avisar',
  somebodyElse: 'Hoje este aparelho avisa outra pessoa da loja. Se você ativar, ele passa a avisar só você.',
  denied:
    'O navegador está com os avisos desligados para este app. Para ligar, toque no cadeado ao lado do endereço, abra Notificações e escolha Permitir. Depois volte aqui.',
  install: 'No iPhone e no iPad, adicione o app à Tela de Início e abra por lá para receber avisos.',
  unsupported: 'Este navegador não mostra avisos. O app continua mostrando tudo em Hoje.',
  failed: 'Não deu para ligar agora. Confira a internet e tente de novo.',
  off: 'Este aparelho não avisa mais.',
};
export type PushWords = typeof words;
