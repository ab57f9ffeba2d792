/** The sentences about faults and notes of an imported file, in Portuguese, the source. */
import type { FileFaultWords, FindingWords, PlaceWords } from './finding-words.ts';

export const place: PlaceWords = {
  line: (line) => `linha ${line}`,
  cell: (line, column) => `linha ${line}, coluna ${column}`,
};

export const findings: FindingWords = {
  too_few_cells: (_, n) => `faltam colunas (${n} a menos que no cabeçalho)`,
  quotes_unclear: () =>
    'há aspas aqui que podem ser lidas de dois modos: talvez uma aspa solta, talvez um texto de várias linhas; corrija as aspas',
  too_many_cells: (_, n) => `há colunas demais (${n} a mais que no cabeçalho); talvez um separador dentro de um texto`,
  code_missing: () => 'falta o código',
  code_twice: (value, line) => `o código ${value} já está na linha ${line}, com outros dados`,
  code_mangled: (value) => `a planilha trocou o código por uma potência de dez (${value}); guarde a coluna como texto`,
  name_missing: () => 'falta o nome',
  name_too_long: (_, most) => `o nome tem mais de ${most} letras`,
  text_too_long: (_, most) => `o texto tem mais de ${most} letras`,
  store_missing: () => 'falta a loja',
  store_unknown: (value) => `a loja ${value} não existe nesta marca`,
  store_closed: (value) => `a loja ${value} foi fechada de vez; use outro código`,
  seller_unknown: (value) => `o vendedor ${value} não existe nesta marca`,
  customer_missing: () => 'falta o cliente',
  customer_unknown: (value) => `o cliente ${value} não existe nesta marca`,
  customer_unidentified: () => 'sem código e sem telefone não há como reconhecer o cliente',
  permission_unclear: (value) => `${value} pode ser sim ou não; escreva sim ou não`,
  refusal_in_refused_row: () =>
    'esta linha recusada traz um pedido para não receber mensagens; corrija a linha para que o pedido valha',
  state_invalid: (value) => `${value} não é a sigla de um estado (SP, AM…)`,
  city_missing: () => 'falta a cidade',
  zone_invalid: (value) => `${value} não é um fuso horário conhecido (America/Manaus, por exemplo)`,
  zone_not_derived: (_, zones) =>
    zones === ''
      ? 'falta o fuso horário, e o estado não permite saber qual é'
      : `falta o fuso horário: o estado tem mais de um (${zones}) e a cidade não basta para saber qual`,
  hours_unreadable: (value) => `${value} não é uma hora (10:00, por exemplo) que sirva aqui`,
  role_unreadable: (value) => `${value} não é um papel conhecido (vendedor, gerente)`,
  active_unreadable: (value) => `${value} não diz se trabalha na loja (sim, não)`,
  date_missing: () => 'falta a data',
  date_impossible: (value) => `o dia ${value} não existe`,
  date_unreadable: (value) => `${value} não é uma data (31/12/2026)`,
  date_ambiguous: (value) =>
    `${value} pode ser dia/mês ou mês/dia: a coluna mistura os dois; escreva a data como 2026-12-31`,
  amount_missing: () => 'falta o valor',
  amount_unreadable: (value) => `${value} não é um valor (1.234,56)`,
  amount_ambiguous: (value) => `${value} tem três casas: são milhares ou decimais? Escreva com duas casas (1.234,56)`,
  amount_negative: (value) => `${value} é negativo; devoluções não entram`,
  amount_too_large: (value) => `${value} é alto demais para uma compra; talvez falte a vírgula`,

  row_twice: (_, line) => `linha igual à ${line}; conta uma vez`,
  stray_quote: () =>
    'há uma aspa solta no texto; foi lida como parte dele, e a linha acaba onde a linha do arquivo acaba',
  cell_of_lines: () => 'um texto entre aspas contém separadores e quebras de linha; foi lido como um só campo',
  text_damaged: (value) => `${value} perdeu letras antes de chegar aqui (�); entra como está`,
  zone_derived: (_, zone) => `fuso horário deduzido de cidade e estado: ${zone}`,
  hours_half_given: () => 'só um dos dois horários; a loja fica como fechada nesse dia',
  phone_missing: () => 'sem telefone; entra sem WhatsApp',
  phone_unreadable: (value) => `${value} não é um telefone; entra sem WhatsApp`,
  phone_invalid: (value) => `o telefone ${value} não existe no plano de numeração; entra sem WhatsApp`,
  phone_placeholder: (value) => `o telefone ${value} é só preenchimento; entra sem WhatsApp`,
  phone_mangled: (value) =>
    `a planilha trocou o telefone por uma potência de dez (${value}); entra sem WhatsApp. Guarde a coluna como texto`,
  phone_several: (value, taken) => `há mais de um celular (${value}); usado ${taken}`,
  phone_landline: (value) => `o telefone ${value} é fixo; fica guardado, sem WhatsApp`,
  phone_area_code_assumed: (value, code) => `o telefone ${value} veio sem DDD; usado ${code}`,
  phone_area_code_unknown: (value) => `o telefone ${value} veio sem DDD e não sabemos o da loja; entra sem WhatsApp`,
  phone_ninth_digit_added: (value) => `o celular ${value} é de antes do nono dígito; o 9 foi acrescentado`,
  phone_of_another: (value, holder) =>
    `o telefone ${value} já é de outra pessoa (${holder}); este cadastro entra sem WhatsApp`,
  duplicate: (_, holder) => `mesmo telefone e mesmo nome de ${holder}; ficou um só cadastro`,
  permission_not_understood: (value) => `${value} não é um sim claro; vale como pedido para não receber mensagens`,
  refusal_wins: (value) => `outra indicação desta linha recusa mensagens e ${value} permite; vale a recusa`,
  refusal_in_text: (_, text) => `o texto “${text}” pede para não receber mensagens; vale como recusa`,
  refusal_of_refused_row: (_, line) =>
    `a linha ${line}, do mesmo cliente ou do mesmo telefone, pede para não receber mensagens; vale o pedido`,
  permission_kept: (_, refuser) =>
    refuser === ''
      ? 'já havia pedido para não receber mensagens; só uma data de permissão posterior libera'
      : `o mesmo telefone pediu para não receber mensagens (${refuser}); vale o pedido`,
  permission_day_unreadable: (value) => `${value} não serve como data da permissão; fica sem data`,
  birth_date_impossible: (value) => `o dia ${value} não existe; entra sem aniversário`,
  birth_date_unreadable: (value) => `${value} não é uma data; entra sem aniversário`,
  birth_date_ambiguous: (value) => `${value} pode ser dia/mês ou mês/dia; entra sem aniversário`,
  birth_date_out_of_range: (value) => `ninguém nasceu em ${value}; entra sem aniversário`,
  since_date_unreadable: (value) => `${value} não serve como data; entra sem ela`,
  email_unreadable: (value) => `${value} não é um e-mail; entra sem ele`,
  seller_of_other_store: (value) => `o vendedor ${value} é de outra loja; o cliente fica sem carteira`,
  erased: () => 'este cadastro foi apagado a pedido e não volta',
  date_in_future: (value) => `a data ${value} está no futuro; entrou como está`,
};

export const fileFaults: FileFaultWords = {
  empty: () => 'o arquivo está vazio',
  columns_missing: (columns) => `faltam as colunas: ${columns}`,
  column_twice: (columns) => `há mais de uma coluna para o mesmo dado: ${columns}`,
  no_rows: () => 'o arquivo só tem o cabeçalho; não há nenhuma linha para importar',
  spreadsheet: () => 'o arquivo é uma planilha ou um PDF; salve como CSV (UTF-8) e tente de novo',
  encoding_doubtful: () =>
    'as letras acentuadas desta linha podem ser lidas de mais de um modo; salve o arquivo como CSV UTF-8 e tente de novo',
  too_large: () => 'o arquivo é grande demais; divida em partes de até 60 MB',
};
