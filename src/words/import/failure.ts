/** Says why an uploaded import ended without its rows, or cannot be applied yet, in the reader's language. */
import type { Language } from '#contract/core/common.ts';

/** The failures that are no fault of the program; every other one has the last sentence. */
type Known = 'expired' | 'unreadable' | 'not_received' | 'customer_erased' | 'other';

const SAID: Readonly<Record<Language, Readonly<Record<Known, string>>>> = {
  'pt-BR': {
    expired: 'O arquivo esperou um dia sem ser importado e foi apagado. Nada foi gravado: envie de novo.',
    unreadable: 'Não deu para ler o arquivo. Nada foi gravado: confira o arquivo e envie de novo.',
    not_received: 'O arquivo não chegou inteiro. Nada foi gravado: envie de novo.',
    customer_erased:
      'Um cadastro da marca foi apagado para sempre, e os arquivos que esperavam foram apagados junto. Nada foi gravado: envie de novo, sem esse cadastro.',
    other:
      'Algo falhou do nosso lado, e a importação foi desfeita. Só os pedidos para não receber mensagens ficaram valendo. Envie o arquivo de novo.',
  },
  en: {
    expired: 'The file waited for a day without being imported and was deleted. Nothing was written: send it again.',
    unreadable: 'The file could not be read. Nothing was written: check the file and send it again.',
    not_received: 'The file did not arrive completely. Nothing was written: send it again.',
    customer_erased:
      'A customer of the brand was erased for good, and waiting files were deleted with the customer. Nothing was written: send the file again, without that customer.',
    other:
      'Something failed on our side, and the import was undone. Only requests to receive no messages stay in force. Send the file again.',
  },
  es: {
    expired: 'El archivo esperó un día sin importarse y se borró. No se guardó nada: envíalo de nuevo.',
    unreadable: 'No se pudo leer el archivo. No se guardó nada: revisa el archivo y envíalo de nuevo.',
    not_received: 'El archivo no llegó entero. No se guardó nada: envíalo de nuevo.',
    customer_erased:
      'Se borró para siempre una ficha de la marca, y con ella los archivos que esperaban. No se guardó nada: envíalo de nuevo, sin esa ficha.',
    other:
      'Algo falló de nuestro lado y la importación se deshizo. Solo los pedidos de no recibir mensajes siguen valiendo. Envía el archivo de nuevo.',
  },
};

export function importFailureText(language: Language, failure: string): string {
  const said = SAID[language];
  return Object.hasOwn(said, failure) ? said[failure as Known] : said.other;
}

const UNREAD: Readonly<Record<Language, string>> = {
  'pt-BR': 'A leitura do arquivo não chegou ao fim. Se isto não mudar em alguns instantes, leia o arquivo de novo.',
  en: 'The file was not read to its end. If this does not change in a few moments, read the file again.',
  es: 'La lectura del archivo no llegó al final. Si esto no cambia en unos instantes, lee el archivo de nuevo.',
};

/** The sentence about a stored file that was not read to its end. */
export function unreadFileText(language: Language): string {
  return UNREAD[language];
}
