/** Recognises the columns of a file that may be about permission, for or against, by the words of their names (D2). */

/** Tells whether "sim" in the column refuses. `name` consists of plain words joined by `_`, as `headerName` makes them. */
export function isRefusalColumn(name: string): boolean {
  return NEGATIVE.test(name) && !OTHER_SUBJECT.test(name) && !isOtherChannel(name);
}

/** Tells whether "sim" in the column grants. */
export function isPermissionColumn(name: string): boolean {
  return isFree(name) && POSITIVE.test(name) && !DATE.test(name) && isAboutContact(name);
}

/** Tells whether the column has the day on which permission was given or refused. */
export function isPermissionDateColumn(name: string): boolean {
  return isFree(name) && POSITIVE.test(name) && DATE.test(name) && isAboutContact(name);
}

/** Tells whether the name leaves open what "sim" means (`lgpd`, `marketing`). A refusal in such a column counts; "sim" grants nothing. */
export function isPossibleRefusalColumn(name: string): boolean {
  if (!isFree(name) || DATE.test(name) || isPermissionColumn(name)) return false;
  return (
    POSITIVE.test(name) ||
    (POSSIBLE.test(name) && !/ultim|proxim|forma|canal|prefer|origem|nome|histor|quant|num/.test(name))
  );
}

/** Tells whether every word of the name is about contact. "aceita_cartao" and "aceita_termos" permit something else. */
function isAboutContact(name: string): boolean {
  return name.split('_').every((word) => ABOUT_CONTACT.test(word));
}

function isFree(name: string): boolean {
  return !isRefusalColumn(name) && !NEGATIVE.test(name) && !OTHER_SUBJECT.test(name) && !isOtherChannel(name);
}

/** Tells whether the column is about another channel only. A permission or refusal for e-mail or calls does not count for WhatsApp. */
function isOtherChannel(name: string): boolean {
  return (
    /(?:^|_)(?:e_?mails?|sms|ligac\w*|ligar|telefonema\w*|push|correio|cartas?|mala_direta)(?:_|$)/.test(name) &&
    !/whats|zap|wpp|mensag/.test(name)
  );
}

const NEGATIVE = new RegExp(
  [
    'opt_?out',
    '(?:^|_)nao_?(?:\\w*_)?(?:contat|contact|perturb|env|receb|quer|mensag|whats|zap|wpp|lig|incomod|autoriz|permi|aceit|market|promo|comunic|abord|chamar|consent)',
    '(?:^|_)(?:do_?not|dont|no)_(?:contact|call|disturb|message|whats|market|email)',
    'descadast|desinscr|bloque|blacklist|blocklist|lista_negra|unsubscri|recus|refus|revog|oposic|objec|denunci',
    '(?:^|_)(?:stop|parar|parou|pare|sair|saiu|sair_lista|dnc|dnd|spam|silenciad\\w*|silenciar|suprimid\\w*|supress\\w*|suppress\\w*|removid\\w*|remover)(?:_|$)',
    'cancel\\w*_(?:whats|contat|mensag|inscri|consent)|(?:whats|contat|mensag|inscri|consent)\\w*_cancel',
    '(?:^|_)sem_(?:contato|whats\\w*|permissao|autorizacao|consentimento|mensage\\w*)',
  ].join('|'),
);

const POSITIVE = new RegExp(
  [
    'opt_?in',
    'permi(?:te|ss|t)|aceit[ae]|aceite|aceitou|autoriz|consent|concord',
    '(?:^|_)(?:quer|deseja|pode|receb\\w*)_(?:\\w+_)*(?:contat|contact|receb|mensag|whats|zap|wpp|envi|ofert|promo|novidad)',
    '(?:^|_)(?:subscribed|inscrit[oa]|can_contact|can_message|allow\\w*)(?:_|$)',
  ].join('|'),
);

const ABOUT_CONTACT =
  /^(?:opt|in|optin|optins?|permi\w*|aceit\w*|autoriz\w*|consent\w*|concord\w*|quer|deseja|pode|receb\w*|inscrit[oa]|subscribed|can|allow\w*|whats\w*|zap|wpp|contat\w*|contact\w*|mensage\w*|msgs?|messages?|message|envi\w*|lgpd|gdpr|marketing|comunica\w*|cliente|customer|novidades|ofertas|promocoes|status|ser|a|o|do|da|de|por|para|pra|no|via|pelo|com|uso|data|dt|date|dia|em|at|on|quando|hora)$/;

const POSSIBLE =
  /lgpd|gdpr|privacidade|privacy|market|newsletter|mailing|promoc|ofertas|comunica|mensag|contat|contact|whats|zap|wpp|receb/;
const DATE = /(?:^|_)(?:data|dt|date|dia|em|at|on|quando)(?:_|$)/;

/** Words about credit, sales and addresses. Next to them, "bloqueado" or "autoriza" is about something else. */
const OTHER_SUBJECT =
  /credit|limite|financ|cheque|crediario|serasa|spc|pagament|venda|pedido|boleto|estoque|desconto|endereco|nota_fiscal/;
