/** The sentences about faults and notes of an imported file, in Spanish. */
import type { FileFaultWords, FindingWords, PlaceWords } from './finding-words.ts';

export const place: PlaceWords = {
  line: (line) => `línea ${line}`,
  cell: (line, column) => `línea ${line}, columna ${column}`,
};

export const findings: FindingWords = {
  too_few_cells: (_, n) => `faltan columnas (${n} menos que en el encabezado)`,
  quotes_unclear: () =>
    'hay comillas que se pueden leer de dos modos: quizás una comilla suelta, quizás un texto de varias líneas; corrige las comillas',
  too_many_cells: (_, n) =>
    `sobran columnas (${n} más que en el encabezado); quizás hay un separador dentro de un texto`,
  code_missing: () => 'falta el código',
  code_twice: (value, line) => `el código ${value} ya está en la línea ${line}, con otros datos`,
  code_mangled: (value) =>
    `la planilla cambió el código por una potencia de diez (${value}); guarda la columna como texto`,
  name_missing: () => 'falta el nombre',
  name_too_long: (_, most) => `el nombre tiene más de ${most} letras`,
  text_too_long: (_, most) => `el texto tiene más de ${most} letras`,
  store_missing: () => 'falta la tienda',
  store_unknown: (value) => `la tienda ${value} no existe en esta marca`,
  store_closed: (value) => `la tienda ${value} se cerró para siempre; usa otro código`,
  seller_unknown: (value) => `el vendedor ${value} no existe en esta marca`,
  customer_missing: () => 'falta el cliente',
  customer_unknown: (value) => `el cliente ${value} no existe en esta marca`,
  customer_unidentified: () => 'sin código y sin teléfono no se puede reconocer al cliente',
  permission_unclear: (value) => `${value} puede ser sí o no; escribe sí o no`,
  refusal_in_refused_row: () =>
    'esta línea rechazada trae un pedido de no recibir mensajes; corrige la línea para que el pedido valga',
  state_invalid: (value) => `${value} no es la sigla de un estado (SP, AM…)`,
  city_missing: () => 'falta la ciudad',
  zone_invalid: (value) => `${value} no es una zona horaria conocida (America/Manaus, por ejemplo)`,
  zone_not_derived: (_, zones) =>
    zones === ''
      ? 'falta la zona horaria, y el estado no permite saber cuál es'
      : `falta la zona horaria: el estado tiene más de una (${zones}) y la ciudad no basta para saber cuál`,
  hours_unreadable: (value) => `${value} no es una hora (10:00, por ejemplo) que sirva aquí`,
  role_unreadable: (value) => `${value} no es un papel conocido (vendedor, gerente)`,
  active_unreadable: (value) => `${value} no dice si trabaja en la tienda (sí, no)`,
  date_missing: () => 'falta la fecha',
  date_impossible: (value) => `el día ${value} no existe`,
  date_unreadable: (value) => `${value} no es una fecha (31/12/2026)`,
  date_ambiguous: (value) =>
    `${value} puede ser día/mes o mes/día: la columna mezcla los dos; escribe la fecha como 2026-12-31`,
  amount_missing: () => 'falta el valor',
  amount_unreadable: (value) => `${value} no es un valor (1.234,56)`,
  amount_ambiguous: (value) => `${value} termina en tres cifras: ¿son miles o decimales? Escribe dos (1.234,56)`,
  amount_negative: (value) => `${value} es negativo; las devoluciones no se importan`,
  amount_too_large: (value) => `${value} es demasiado para una compra; quizás falta la coma`,

  row_twice: (_, line) => `línea igual a la ${line}; cuenta una vez`,
  stray_quote: () =>
    'hay una comilla suelta en el texto; se leyó como parte del texto, y la fila termina donde termina la línea',
  cell_of_lines: () => 'un texto entre comillas contiene separadores y saltos de línea; se leyó como un solo campo',
  text_damaged: (value) => `${value} perdió letras antes de llegar aquí (�); entra como está`,
  zone_derived: (_, zone) => `zona horaria deducida de ciudad y estado: ${zone}`,
  hours_half_given: () => 'solo uno de los dos horarios; la tienda queda como cerrada ese día',
  phone_missing: () => 'sin teléfono; entra sin WhatsApp',
  phone_unreadable: (value) => `${value} no es un teléfono; entra sin WhatsApp`,
  phone_invalid: (value) => `el teléfono ${value} no existe en el plan de numeración; entra sin WhatsApp`,
  phone_placeholder: (value) => `el teléfono ${value} es solo relleno; entra sin WhatsApp`,
  phone_mangled: (value) =>
    `la planilla cambió el teléfono por una potencia de diez (${value}); entra sin WhatsApp. Guarda la columna como texto`,
  phone_several: (value, taken) => `hay más de un celular (${value}); se usa ${taken}`,
  phone_landline: (value) => `el teléfono ${value} es fijo; queda guardado, sin WhatsApp`,
  phone_area_code_assumed: (value, code) => `el teléfono ${value} vino sin código de área; se usa ${code}`,
  phone_area_code_unknown: (value) =>
    `el teléfono ${value} vino sin código de área y no sabemos el de la tienda; entra sin WhatsApp`,
  phone_ninth_digit_added: (value) => `el celular ${value} es de antes del noveno dígito; se agregó el 9`,
  phone_of_another: (value, holder) =>
    `el teléfono ${value} ya es de otra persona (${holder}); este cliente entra sin WhatsApp`,
  duplicate: (_, holder) => `mismo teléfono y mismo nombre que ${holder}; queda un solo cliente`,
  permission_not_understood: (value) => `${value} no es un sí claro; vale como pedido de no recibir mensajes`,
  refusal_wins: (value) => `otra celda de esta fila rechaza mensajes y ${value} los permite; vale el rechazo`,
  refusal_in_text: (_, text) => `el texto “${text}” pide no recibir mensajes; vale como rechazo`,
  refusal_of_refused_row: (_, line) =>
    `la línea ${line}, del mismo cliente o del mismo teléfono, pide no recibir mensajes; vale el pedido`,
  permission_kept: (_, refuser) =>
    refuser === ''
      ? 'ya había un pedido de no recibir mensajes; solo una fecha de permiso posterior lo levanta'
      : `el mismo teléfono pidió no recibir mensajes (${refuser}); vale el pedido`,
  permission_day_unreadable: (value) => `${value} no sirve como fecha del permiso; queda sin fecha`,
  birth_date_impossible: (value) => `el día ${value} no existe; entra sin cumpleaños`,
  birth_date_unreadable: (value) => `${value} no es una fecha; entra sin cumpleaños`,
  birth_date_ambiguous: (value) => `${value} puede ser día/mes o mes/día; entra sin cumpleaños`,
  birth_date_out_of_range: (value) => `nadie nació el ${value}; entra sin cumpleaños`,
  since_date_unreadable: (value) => `${value} no sirve como fecha; entra sin ella`,
  email_unreadable: (value) => `${value} no es un correo; entra sin él`,
  seller_of_other_store: (value) => `el vendedor ${value} es de otra tienda; el cliente queda sin vendedor`,
  erased: () => 'este cliente se borró a pedido y no vuelve',
  date_in_future: (value) => `la fecha ${value} está en el futuro; entró como está`,
};

export const fileFaults: FileFaultWords = {
  empty: () => 'el archivo está vacío',
  columns_missing: (columns) => `faltan las columnas: ${columns}`,
  column_twice: (columns) => `hay más de una columna para el mismo dato: ${columns}`,
  no_rows: () => 'el archivo solo tiene el encabezado; no hay ninguna fila para importar',
  spreadsheet: () => 'el archivo es una planilla o un PDF; guárdalo como CSV (UTF-8) e intenta de nuevo',
  encoding_doubtful: () =>
    'las letras acentuadas de esta línea se pueden leer de más de un modo; guarda el archivo como CSV UTF-8 e intenta de nuevo',
  too_large: () => 'el archivo es demasiado grande; divídelo en partes de hasta 60 MB',
};
