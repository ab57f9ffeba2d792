/** Reads what a cell says about permission (D2, D2b). Only a closed list of clear words grants; a text that may mean no is a refusal. */
import { foldText, plainWords } from '#rules/core/plain-words.ts';

/**
 * `unclear` is a mark or a number that one person writes for yes and another for no; the row then gets a fault, so that
 * a person clears it up. `not_understood` stands for words that are not clearly yes; they count as a refusal.
 */
export type PermissionReading = 'granted' | 'refused' | 'nothing' | 'unclear' | 'not_understood';

/** Reads a cell of a column such as `permite_whatsapp`, in which "sim" grants. */
export function readPermission(text: string): PermissionReading {
  const words = plainWords(text.replace(/(?<=^\s*\d)[.,]0{1,2}\s*$/, ''));
  if (words.length === 0) return readMarks(text);
  const answer = words.join(' ');
  if (NOTHING.has(answer)) return 'nothing';
  if (NO.has(answer) || words.some((word) => REFUSING_WORD.test(word))) return 'refused';
  if (YES.test(answer)) return 'granted';
  return /^(?:[xv]+|[\d ]+)$/.test(answer) ? 'unclear' : 'not_understood';
}

/** Reads a cell of a column such as `opt_out`, in which "sim" refuses. A bare "não" says that there is no refusal, and grants nothing. */
export function readRefusal(text: string): PermissionReading {
  const answer = plainWords(text.replace(/(?<=^\s*\d)[.,]0{1,2}\s*$/, '')).join(' ');
  if (answer === '') return readMarks(text) === 'nothing' ? 'nothing' : 'refused';
  if (NOTHING.has(answer) || BARE_NO.has(answer)) return 'nothing';
  return 'refused';
}

/** Reads a cell of a column that may or may not be about permission (`lgpd`, `contato`). Such a cell can refuse and never grants. */
export function readPossibleRefusal(text: string): PermissionReading {
  const reading = readPermission(text);
  return reading === 'refused' ? 'refused' : 'nothing';
}

/**
 * Tells whether the customer asks in free text for no messages. "Não ligar antes das 14h" does not count, because it is
 * about calls at an hour.
 */
export function asksToStop(text: string): boolean {
  return text.length > 3 && ASKS_TO_STOP.test(foldText(text));
}

/** Reads a cell of signs without letters. Dashes and question marks say nothing; an unknown sign may mean no and refuses. */
function readMarks(text: string): PermissionReading {
  const signs = text.replace(/[\s\p{P}\p{Cf}]|\ufe0f/gu, '');
  if (signs === '') return 'nothing';
  return /^[\u2713\u2714\u2705\u2611]+$/u.test(signs) ? 'granted' : 'refused';
}

const BARE_NO = new Set('nao,n,0,false,falso,no,not,off,f'.split(','));
const NO = new Set([...BARE_NO, 'opt out', 'sem permissao', 'sem autorizacao', 'sem consentimento', 'fora']);

/** A word that refuses in any cell about permission, whatever the other words are ("sim, mas não agora"). */
const REFUSING_WORD =
  /^(?:n(?:ao)?|no|not|nunca|nem|never|nenhum\w*|stop|parar?|parem|pare|pediu|sair|saiu|chega|deneg\w*|neg(?:ado|ada|ou|a)|recus\w*|rejeit\w*|refus\w*|revog\w*|cancel\w*|descadast\w*|desinscr\w*|desativ\w*|bloque\w*|block\w*|unsub\w*|optout|proib\w*|impedid\w*|remov\w*|retir\w*|exclu\w*|inativ\w*|suspens\w*|spam|blacklist\w*|dnc|dnd|withdrawn|declin\w*|opos\w*|contra)$/;

/** Texts that grant: "sim", "Sim, autoriza", "autorizado", "opt-in". */
const YES =
  /^(?:(?:sim|s|yes|y) ?)?(?:sim|s|1|true|verdadeir[oa]|yes|y|ok|on|pode|quer|aceit[aoe]|aceitou|autoriz(?:a|o|ou|ado|ada)|permit(?:e|o|iu|ido|ida)|concedid[oa]|concedeu|consent(?:e|iu|ido|ida)|concord(?:a|o|ou)|opt ?in|granted|allowed|accepted)$/;

const NOTHING = new Set(
  ',n a,na,nd,n d,n i,ni,null,none,vazio,sem informacao,sem resposta,nao informado,nao informada,nao consta,nao se aplica,nao perguntado,nao perguntada,nao perguntei,nao sei,nao respondeu,nao definido,indefinido,desconhecido,unknown,pendente,aguardando,a confirmar,a perguntar,perguntar'.split(
    ',',
  ),
);

const OBJECT =
  '(?:mensage\\w*|msgs?|whats\\w*|wpp|zap\\w*|contatos?|promo\\w*|ofertas?|propagandas?|novidades|publicidade|nada)';
const ASKS_TO_STOP = new RegExp(
  [
    'pedi\\w* (?:para|p|pra|que)\\W* ?(?:nao|parar|parem|parasse\\w*|sair|remover|retirar|tirar|excluir|cancelar|descadastr\\w*)',
    `\\b(?:parar|parem|pare) (?:de|com) (?:\\w+ )?(?:enviar|mandar|receber|escrever|contatar|${OBJECT})`,
    '\\bnao (?:quer|deseja|gostaria|aceita|autoriza\\w*|permite|autorizou|aceitou) (?:mais )?(?:de )?(?:ser )?(?:receber|contat\\w*|incomod\\w*|perturb\\w*|mensage\\w*|msgs?|whats\\w*|wpp|zap|promo\\w*|ofertas?|propaganda\\w*|comunica\\w*)',
    '\\bnao (?:contat\\w*|perturb\\w*|incomod\\w*|entrar em contato|fazer contato)\\b',
    `\\bnao (?:enviar|envie|mandar|mande|receber|recebe) (?:mais )?${OBJECT}`,
    '\\b(?:descadast\\w*|opt ?-?out|unsubscri\\w*|lista negra|blacklist|do not contact)\\b',
    '\\b(?:tirar|retirar|remover|excluir|sair|saiu|fora) d[ao] (?:lista|mailing|base|grupo|transmissao)',
    '\\bbloqueou (?:a loja|o numero|no whats\\w*|nosso)',
    '\\b(?:revog|retir)\\w+ (?:o |a )?(?:consentimento|permissao|autorizacao)',
    '\\b(?:stop|nao me (?:ligue|mande|envie|chame)\\w*)\\b',
  ].join('|'),
);
