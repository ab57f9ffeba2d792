/** Says what stands in the way of the undo of an import, in the reader's language. */
import type { Language } from '#contract/core/common.ts';
import type { UndoObstacle } from '#contract/import/import-report.ts';
import { plural } from '#words/core/format.ts';

type Said = Readonly<Record<UndoObstacle, readonly [one: string, other: string]>>;

const SAID: Readonly<Record<Language, Said>> = {
  'pt-BR': {
    newer: [
      'há 1 importação mais nova; desfaça primeiro a mais nova',
      'há {n} importações mais novas; desfaça primeiro a mais nova',
    ],
    contacts: ['já houve 1 contato depois dela', 'já houve {n} contatos depois dela'],
    holds: ['há 1 mensagem guardada para depois', 'há {n} mensagens guardadas para depois'],
    suggestions: ['há 1 sugestão para clientes novos', 'há {n} sugestões para clientes novos'],
    purchases: ['há 1 compra ligada ao que ela criou', 'há {n} compras ligadas ao que ela criou'],
    people: ['já há 1 pessoa nas lojas novas', 'já há {n} pessoas nas lojas novas'],
    customers: ['já há 1 cliente ligado ao que ela criou', 'já há {n} clientes ligados ao que ela criou'],
    signIns: ['1 pessoa ou loja nova já entrou', '{n} pessoas ou lojas novas já entraram'],
    edits: ['1 cadastro foi alterado depois', '{n} cadastros foram alterados depois'],
    too_late: ['o prazo de um dia já passou', 'o prazo de um dia já passou'],
  },
  en: {
    newer: [
      'there is 1 newer import; undo the newest one first',
      'there are {n} newer imports; undo the newest one first',
    ],
    contacts: ['there was 1 contact after it', 'there were {n} contacts after it'],
    holds: ['1 message is held for later', '{n} messages are held for later'],
    suggestions: ['there is 1 suggestion for new customers', 'there are {n} suggestions for new customers'],
    purchases: ['1 purchase belongs to what it created', '{n} purchases belong to what it created'],
    people: ['there is 1 person in the new stores', 'there are {n} people in the new stores'],
    customers: ['1 customer belongs to what it created', '{n} customers belong to what it created'],
    signIns: ['1 new person or store has signed in', '{n} new people or stores have signed in'],
    edits: ['1 record was changed afterwards', '{n} records were changed afterwards'],
    too_late: ['the one day for it has passed', 'the one day for it has passed'],
  },
  es: {
    newer: [
      'hay 1 importación más nueva; deshaz primero la más nueva',
      'hay {n} importaciones más nuevas; deshaz primero la más nueva',
    ],
    contacts: ['ya hubo 1 contacto después', 'ya hubo {n} contactos después'],
    holds: ['hay 1 mensaje guardado para después', 'hay {n} mensajes guardados para después'],
    suggestions: ['hay 1 sugerencia para clientes nuevos', 'hay {n} sugerencias para clientes nuevos'],
    purchases: ['hay 1 compra ligada a lo que creó', 'hay {n} compras ligadas a lo que creó'],
    people: ['ya hay 1 persona en las tiendas nuevas', 'ya hay {n} personas en las tiendas nuevas'],
    customers: ['ya hay 1 cliente ligado a lo que creó', 'ya hay {n} clientes ligados a lo que creó'],
    signIns: ['1 persona o tienda nueva ya entró', '{n} personas o tiendas nuevas ya entraron'],
    edits: ['1 registro se cambió después', '{n} registros se cambiaron después'],
    too_late: ['ya pasó el plazo de un día', 'ya pasó el plazo de un día'],
  },
};

/** "já houve 2 contatos depois dela; 1 cadastro foi alterado depois". */
export function obstaclesText(
  language: Language,
  obstacles: readonly { readonly what: UndoObstacle; readonly count: number }[],
): string {
  return obstacles
    .map(({ what, count }) => {
      const [one, other] = SAID[language][what];
      return plural(language, count, { one, other: other.replace('{n}', String(count)) });
    })
    .join('; ');
}
