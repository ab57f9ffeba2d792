/**
 * The sentences around every screen, in Portuguese, the source: the network, a new version, the theme, the language.
 */
export const words = {
  skip: 'Ir para o conteúdo',
  offline: 'Sem internet. Você vê o que já estava aqui; envios precisam de conexão.',
  back: (time: string) => `De volta. Atualizado às ${time}.`,
  newVersion: 'Há uma versão nova do app. Seu texto continua guardado.',
  update: 'Atualizar',
  notHere: 'Esta parte do app ainda não está neste aparelho. Volte a ela quando a internet voltar.',
  stumbled: 'Algo falhou do nosso lado. Seu texto está guardado.',
  again: 'Tentar de novo',
  settings: 'Ajustes',
  close: 'Fechar',
  light: 'Luz da tela',
  lights: { follow: 'Acompanhar o silêncio', clara: 'Clara', escura: 'Escura' },
  lightHint: 'Vale só neste aparelho.',
  language: 'Idioma',
  languageFailed: 'Sem internet para buscar este idioma. Tente de novo daqui a pouco.',
};
export type ShellWords = typeof words;
