/** The catalogue of sentences in Spanish: problems, reasons, faults, notices, suggestions. */
import { sentenceStart, theBrand } from '#words/core/brand.ts';
import { count, daysAway, onDay, plural } from '#words/core/format.ts';
import { type FieldParams, fixedText, type ProblemParams } from '#words/core/text.ts';
import type { Catalogue, NoticeStart } from './pt-BR.ts';
import { reasons } from './reasons.es.ts';

const language = 'es';

export const es: Catalogue = {
  reasons,

  problems: {
    invalid: fixedText('Revisa los datos', 'Hay algo que ajustar en lo enviado. Cada punto está en “faults”.'),
    key_missing: fixedText(
      'Falta la clave del envío',
      'Envía la cabecera Idempotency-Key con un UUID: nuevo en cada toque, igual en cada repetición.',
    ),
    bad_json: fixedText(
      'No se pudo leer la petición',
      'El cuerpo debe ser JSON, con la cabecera Content-Type: application/json.',
    ),
    bad_path: fixedText(
      'No se pudo leer la dirección',
      'La dirección de la petición tiene algo que no se puede leer. Revisa la ruta y la codificación con %.',
    ),
    malformed: fixedText(
      'No se pudo leer la petición',
      'La dirección o las cabeceras están mal formadas. Revísalas e inténtalo de nuevo.',
    ),
    too_slow: fixedText(
      'La petición tardó demasiado en llegar',
      'No se hizo nada. Revisa tu conexión e inténtalo de nuevo.',
    ),
    too_large: fixedText('Es demasiado grande', 'La petición supera el tamaño que recibimos. Divídela en partes.'),
    uri_too_long: fixedText(
      'La dirección es demasiado larga',
      'Acorta la dirección o la búsqueda e inténtalo de nuevo.',
    ),
    headers_too_large: fixedText(
      'Las cabeceras son demasiado grandes',
      'Borra las cookies de este sitio en el navegador e inténtalo de nuevo.',
    ),
    wrong_credentials: fixedText('El correo o la contraseña no coinciden', 'Revisa e inténtalo de nuevo.'),
    signed_out: fixedText('Vuelve a entrar', 'Tu sesión terminó. Entra para continuar.'),
    turn_needed: fixedText('Sesión en pausa', 'Escribe tu PIN para continuar. Tu texto está guardado.'),
    wrong_pin: ({ left, minutes }) => ({
      title: 'Ese PIN no coincide',
      detail: left == null ? 'Inténtalo de nuevo.' : left === 0 ? pinPause(minutes) : attemptsLeft(Number(left)),
    }),
    pin_locked: ({ minutes }) => ({
      title: 'Hagamos una pausa',
      detail:
        minutes == null
          ? 'Tu PIN está en pausa. Pide a la gerencia que lo libere.'
          : `Inténtalo de nuevo en ${minutes} min o pide a la gerencia que lo libere.`,
    }),
    pin_slow: ({ seconds }) => ({
      title: 'Un momento',
      detail: seconds == null ? 'Espera un poco e inténtalo de nuevo.' : `Espera ${seconds} s e inténtalo de nuevo.`,
    }),
    name_needed: fixedText('Elige tu nombre', 'Por seguridad, en esta tienda el PIN ahora vale junto con el nombre.'),
    new_pin_needed: ({ shortest }) => ({
      title: 'Tu nuevo PIN',
      detail: `Elige un PIN solo tuyo, de ${shortest ?? 4} a 8 números.`,
    }),
    pin_short: ({ shortest }) => ({
      title: 'Elige un PIN más largo',
      detail: `El PIN de la gerencia tiene de ${shortest ?? 6} a 8 números.`,
    }),
    new_password_needed: fixedText('Tu nueva contraseña', 'Elige una contraseña solo tuya para continuar.'),
    pin_taken: fixedText('Elige otro PIN', 'Ese no está libre en esta tienda. Elige uno solo tuyo, de 4 a 8 números.'),
    pin_weak: fixedText('Elige otro PIN', 'Ese es fácil de adivinar. Evita números repetidos o seguidos.'),
    password_weak: fixedText(
      'Elige otra contraseña',
      'Esa es fácil de adivinar. Usa una más larga, que solo tú conozcas.',
    ),
    wrong_password: fixedText(
      'La contraseña actual no coincide',
      'Revisa la contraseña con la que entras e inténtalo de nuevo.',
    ),
    password_kept: fixedText(
      'Las contraseñas de la demostración no cambian',
      'Así todas las personas que abren la demostración pueden entrar. Fuera de ella, la contraseña se cambia aquí.',
    ),
    one_time_password_expired: fixedText(
      'Esta contraseña de un solo uso venció',
      'Servía por 7 días. Pide otra a quien te dio esta.',
    ),
    one_time_pin_expired: fixedText(
      'Este PIN de un solo uso venció',
      'Servía por 7 días. Pide otro a quien te dio este.',
    ),
    wrong_code: fixedText('Ese código no coincide', 'Revisa la aplicación y escribe el código que muestra ahora.'),
    code_expired: fixedText(
      'Empecemos de nuevo',
      'Pasó el tiempo para escribir el código. Entra de nuevo con tu contraseña.',
    ),
    second_factor_needed: fixedText(
      'Falta la verificación en dos pasos',
      'Tu cuenta la necesita. Configúrala con una aplicación de autenticación para continuar.',
    ),
    confirmation_needed: fixedText('Confirma que eres tú', 'Escribe tu contraseña o un código para continuar.'),
    second_factor_on: fixedText(
      'La verificación en dos pasos ya está activa',
      'Para cambiar de celular, desactívala y configúrala de nuevo.',
    ),
    second_factor_off: fixedText('La verificación en dos pasos no está activa', 'No hay nada que hacer aquí.'),
    second_factor_required: fixedText(
      'Tu cuenta necesita la verificación',
      'Para cambiar de celular, pide al soporte que quite la actual.',
    ),
    second_factor_in_demo: fixedText(
      'En la demostración no hay segundo paso',
      'Las cuentas de la demostración entran con un toque. En tu instalación, configúrala aquí.',
    ),
    mail_link_unknown: fixedText(
      'Este enlace no funciona',
      'Puede estar incompleto. Abre de nuevo el enlace entero del correo, o elige en Mi cuenta qué correos quieres recibir.',
    ),
    link_over: fixedText(
      'Este enlace ya no vale',
      'Ya se usó, pasó su plazo o lo reemplazó otro. Pide un enlace nuevo a quien lo envió.',
    ),
    email_taken: fixedText(
      'Este correo ya tiene cuenta',
      'Usa otro correo, o pide una contraseña nueva para esa cuenta.',
    ),
    not_in_demo: fixedText(
      'En la demostración eso no cambia',
      'Las contraseñas de la demostración quedan como están, para todas las personas.',
    ),
    support_kept_in_demo: fixedText(
      'En la demostración esta cuenta sigue activa',
      'Con ella, cualquier persona entra al soporte de la demostración. Invita a otra persona y desactiva esa.',
    ),
    account_inactive: ({ account }) => ({
      title: 'Esta cuenta está inactiva',
      detail:
        account === 'support'
          ? 'Pide a otra persona de soporte que la reactive en Equipo de soporte.'
          : account === 'person'
            ? 'Habla con la gestión de la marca.'
            : 'Habla con la gerencia de la tienda.',
    }),
    forbidden: fixedText(
      'Esta parte es de otro equipo',
      'Tu cuenta no incluye esta acción. Si la necesitas, habla con la gerencia.',
    ),
    wrong_origin: fixedText(
      'Esta petición vino de otra dirección',
      'Abre la aplicación en su dirección e inténtalo de nuevo.',
    ),
    not_in_portfolio: ({ customer, seller }) => ({
      title: 'Otra cartera',
      detail: `${customer || 'Cliente'} está en la cartera de ${seller || 'otra persona del equipo'}.`,
    }),
    other_store: ({ customer }) => ({
      title: 'Cliente de otra tienda',
      detail: `${customer || 'Cliente'} tiene su ficha en otra tienda de la marca, y es ella quien inicia la conversación.`,
    }),
    not_found: fixedText(
      'No lo encontramos',
      'Ya no existe o cambió de lugar. Vuelve a la lista e inténtalo de nuevo.',
    ),
    method_not_allowed: fixedText(
      'Esta dirección no hace eso',
      'Revisa el método de la petición en la documentación, en /docs.',
    ),
    in_progress: fixedText('Estamos confirmando este envío', 'No hace falta tocar de nuevo.'),
    key_reused: fixedText(
      'Este envío ya tiene otro contenido',
      'La misma Idempotency-Key ya sirvió a una petición distinta. Usa una clave nueva.',
    ),
    suggestion_closed: fixedText(
      'Esta sugerencia ya se completó',
      'Esta pantalla era antigua; la actualizamos. Revisa y toca de nuevo.',
    ),
    attempt_closed: fixedText(
      'Este contacto ya se completó',
      'Esta pantalla era antigua; la actualizamos. Revisa y toca de nuevo.',
    ),
    already_held: ({ customer, seller, opens, state }) =>
      seller
        ? { title: 'Uno a la vez', detail: `${seller} ya tiene un mensaje guardado para ${customer || 'cliente'}.` }
        : {
            title: 'Ya está guardado',
            detail: `${customer || 'Cliente'} ya tiene un mensaje ${state === 'ready' ? 'listo para enviar' : `guardado${opens == null ? '' : ` para ${opens}`}`}.`,
          },
    not_held: fixedText(
      'Este mensaje ya no está guardado',
      'Esta pantalla era antigua; la actualizamos. Revisa y toca de nuevo.',
    ),
    time_past: fixedText('Esa hora ya pasó', 'Elige una hora a partir de ahora. Tu texto está guardado.'),
    time_too_far: fixedText(
      'Aún falta mucho',
      'Elige una hora dentro de los próximos 30 días. Tu texto está guardado.',
    ),
    time_quiet: ({ opens }) => ({
      title: 'Esa hora es de silencio',
      detail: `Esa hora es de silencio. ${nextFree(opens)}`,
    }),
    other_seller: fixedText(
      'Elige a alguien de esta tienda',
      'El mensaje solo puede pasar a quien está en el equipo de la misma tienda, con la cuenta activa.',
    ),
    not_in_team: fixedText(
      'Elige a alguien de esta tienda',
      'Solo puede recibir quien está en el equipo de la misma tienda, con la cuenta activa.',
    ),
    nobody_there: fixedText(
      'No hay con quién repartir',
      'Ninguna otra persona de ventas de esta tienda está disponible. Elige a alguien por su nombre o agrega gente al equipo.',
    ),
    portfolio_empty: fixedText('La cartera está vacía', 'No hay clientes para pasar. Nada cambió.'),
    move_running: fixedText(
      'Hay un cambio en curso',
      'Los clientes de esta cartera están cambiando ahora. Espera unos segundos e inténtalo de nuevo.',
    ),
    move_undone: fixedText(
      'Ya se deshizo',
      'Este cambio de cartera ya se deshizo. Actualiza la pantalla para ver cómo quedó.',
    ),
    undo_over: fixedText(
      'Ya pasó un día',
      'Un cambio de cartera se puede deshacer durante 24 horas. Si hace falta, pasa los clientes de nuevo.',
    ),
    absence_overlaps: fixedText(
      'Ya hay días libres en esas fechas',
      'Esta persona ya tiene días libres que incluyen una de esas fechas. Elige otras o termina los que existen.',
    ),
    absence_over: fixedText('Los días libres ya terminaron', 'Nada cambió. Actualiza la pantalla para ver cómo quedó.'),
    absence_coming: fixedText(
      'Los días libres aún no empiezan',
      'Los mensajes y sugerencias se pueden pasar desde el primer día.',
    ),
    absence_passed: fixedText(
      'Ya se pasó',
      'Los mensajes y sugerencias de estos días libres ya se pasaron. Actualiza la pantalla para ver quién los tiene.',
    ),
    nothing_to_pass: fixedText(
      'No hay nada que pasar',
      'Esta persona no tiene mensajes guardados ni sugerencias abiertas.',
    ),
    plan_required: ({ plan }) => ({
      title: 'Es parte de otros planes',
      detail: `El horario de silencio es parte de los planes Growth y Enterprise.${plan == null ? '' : ` La marca está en el plan ${planName(plan)}: en “Hablar con el equipo de Oto”, cuenta qué desea y por dónde responder.`}`,
    }),
    already_in_plan: fixedText(
      'Ya es parte del plan',
      'El horario de silencio ya es parte del plan de la marca. Abre un ticket en “Pedir activación”, y soporte se ocupa del resto.',
    ),
    not_suspended: fixedText(
      'No hay pausa',
      'El horario de silencio de esta marca no está en pausa: no hay nada que retomar.',
    ),
    import_running: fixedText(
      'Otra importación está en curso',
      'Una marca importa un archivo a la vez. Nada de este archivo se guardó: intenta de nuevo cuando termine la otra.',
    ),
    import_unreadable: ({ why }) => ({
      title: 'No se pudo leer el archivo',
      detail: why == null ? 'No se guardó nada. Revisa el archivo y envíalo de nuevo.' : `No se guardó nada: ${why}.`,
    }),
    import_too_large: fixedText(
      'El archivo es demasiado grande',
      'No se guardó nada. El límite es de 50 MB: divide el archivo en partes, cada una con el encabezado.',
    ),
    import_rows_refused: ({ count }) => ({
      title: 'Hay filas rechazadas',
      detail: `No se guardó nada${count == null ? '' : `: filas rechazadas, ${count}`}. Corrige el archivo y envíalo de nuevo, o importa solo las filas buenas.`,
    }),
    import_changed: fixedText('Esta importación ya cambió', 'No se hizo nada ahora. Mira de nuevo cómo está.'),
    import_built_on: ({ why }) => ({
      title: 'Ya no se puede deshacer',
      detail: why == null ? 'No se deshizo nada.' : `No se deshizo nada: ${why}.`,
    }),
    upload_incomplete: fixedText(
      'El archivo no llegó entero',
      'No se guardó nada. Revisa la conexión y envíalo de nuevo; el pedido necesita “kind” y “file”.',
    ),
    no_policy: fixedText(
      'Aún no hay horario de silencio',
      'Esta marca no tiene una versión publicada. Publica la primera.',
    ),
    effective_in_past: fixedText('Esa hora ya pasó', 'Elige un momento a partir de ahora.'),
    lints_unconfirmed: fixedText(
      'Hay puntos por revisar',
      'No se publicó nada. Lee cada punto y confirma los que la marca realmente quiere.',
    ),
    store_code_taken: fixedText('Elige otro código', 'Otra tienda de la marca ya usa este código.'),
    store_in_use: fixedText(
      'Todavía hay algo que mover',
      'La tienda sigue abierta. Mueve antes las personas, los clientes y los mensajes guardados.',
    ),
    store_closed: fixedText(
      'Esta tienda se cerró definitivamente',
      'No se cambió nada. Una tienda cerrada solo se puede consultar.',
    ),
    slug_taken: fixedText('Elige otra dirección', 'Otra marca ya usa esta dirección.'),
    last_support_person: fixedText(
      'Es la última persona de soporte',
      'Sin ella nadie entraría en soporte. Activa antes a otra persona.',
    ),
    last_store_manager: fixedText(
      'Es la única gerencia de la tienda',
      'Sin esta persona nadie liberaría PIN ni vería el equipo de la tienda. Antes, da la gerencia a otra persona de la tienda.',
    ),
    last_brand_manager: fixedText(
      'Es la última gestión de la marca',
      'Sin ella nadie cuidaría de la marca. Antes, invita a otra persona a la gestión.',
    ),
    own_person: fixedText(
      'Este es tu propio acceso',
      'Otra persona de la gestión puede hacer este cambio por ti. Tu nombre lo puedes cambiar tú.',
    ),
    role_fixed: fixedText(
      'Esta función no se cambia aquí',
      'La gestión de la marca entra con correo y contraseña, y la tienda con PIN. Para cambiar, añade a la persona en la otra función y desactiva este registro.',
    ),
    erasure_waits: fixedText(
      'Hay una importación en curso',
      'No se borró nada, para que la importación no traiga la ficha de vuelta. Inténtalo de nuevo cuando termine.',
    ),
    customer_exists: ({ name }) =>
      name
        ? {
            title: `Este número ya es de ${name}`,
            detail: 'Abre la ficha que ya existe, o revisa el número. Lo que escribiste sigue aquí.',
          }
        : {
            title: 'La marca ya tiene este número',
            detail:
              'La ficha es de otra tienda. La gestión de la marca puede usar la misma ficha en las dos. Lo que escribiste sigue aquí.',
          },
    silences_full: fixedText('Ya hay ocho pedidos de silencio', 'Termina uno que ya no vale y anota este de nuevo.'),
    same_customer: fixedText('Es la misma ficha', 'Elige otra ficha para unir con esta.'),
    already_merged: fixedText(
      'Una de las fichas ya se unió antes',
      'Alguien unió esta ficha antes. Actualiza la pantalla para ver cómo quedó.',
    ),
    unmerge_none: fixedText(
      'No hay nada que deshacer',
      'Esta ficha no está unida a otra, o ya se separó. Actualiza la pantalla para ver cómo quedó.',
    ),
    unmerge_over: fixedText(
      'Ya pasó un día',
      'Las fichas se pueden separar durante 24 horas después de unirlas. Si hace falta, crea una ficha nueva.',
    ),
    unmerge_later_first: fixedText(
      'Estas fichas ya se unieron con una más',
      'Deshaz primero la unión más reciente. Nada cambió.',
    ),
    unmerge_number_taken: fixedText(
      'El número ya es de otra ficha',
      'Desde la unión, el número de la ficha que volvería pasó a otra. Cambia o borra ese número e inténtalo de nuevo.',
    ),
    customer_changed: fixedText(
      'Esta ficha cambió mientras la editabas',
      'Mira qué cambió y elige qué queda. Lo que escribiste sigue aquí.',
    ),
    name_taken: fixedText(
      'La tienda ya tiene ese nombre',
      'Al entrar, cada quien se encuentra por su nombre. Añade el apellido.',
    ),
    campaign_impossible: ({ reason, canServe, wanted }) => ({
      title: reason === 'too_large' ? 'Es demasiada gente para el período' : 'Así la campaña no llegaría a nadie',
      detail: impossibleText(reason, { canServe, wanted }),
    }),
    campaign_incomplete: fixedText(
      'Falta poco para empezar',
      'El borrador está guardado. Ajusta los puntos indicados y pon la campaña en marcha.',
    ),
    campaign_running: fixedText(
      'Esta campaña ya está en marcha',
      'No se cambió nada. Para cambiar el texto o el público, edita la campaña.',
    ),
    campaign_not_running: fixedText('Esta campaña no está en marcha', 'Solo se puede pausar una campaña en marcha.'),
    campaign_ended: fixedText(
      'Esta campaña ya terminó',
      'No se cambió nada. Para repetirla, crea una campaña nueva a partir de esta.',
    ),
    campaign_changed: fixedText(
      'Esta campaña cambió mientras la editabas',
      'No se guardó nada, y lo que escribiste sigue aquí. Mira la versión nueva y guarda otra vez.',
    ),
    campaign_name_taken: fixedText(
      'Ya hay una campaña con este nombre',
      'Elige otro nombre. Lo que escribiste sigue aquí.',
    ),
    person_inactive: fixedText('Esta persona está inactiva', 'Reactiva a la persona antes de dar un PIN.'),
    person_without_pin: fixedText(
      'Sin PIN para esta función',
      'La gestión de la marca entra con correo y contraseña. Para una contraseña nueva, usa “Olvidé mi contraseña” al entrar.',
    ),
    people_of_stores: fixedText('Una tienda a la vez', 'Elige personas de una sola tienda. Ningún PIN cambió.'),
    too_many_decisions: ({ seconds }) => ({
      title: 'Un respiro',
      detail: `Fueron muchos contactos en un minuto. ${seconds == null ? 'Espera un poco' : `Espera ${seconds} s`} e inténtalo de nuevo; tu texto está guardado.`,
    }),
    too_many_requests: fixedText(
      'Un momento',
      'Fueron muchas peticiones en poco tiempo. Espera un poco e inténtalo de nuevo.',
    ),
    busy: fixedText('Hay mucho movimiento ahora', 'No se envió nada. Inténtalo de nuevo en unos segundos.'),
    failed: fixedText(
      'Algo falló de nuestro lado',
      'No se envió nada y tu texto está guardado. Inténtalo de nuevo en un momento.',
    ),
  },

  policyFaults: {
    time_malformed: 'Usa una hora entre 00:00 y 23:59, con dos números a cada lado; al final, también 24:00.',
    start_is_24: 'El día termina a las 24:00, pero no empieza a esa hora: para empezar, usa 00:00.',
    equal_times: 'Inicio y fin son iguales. Para todo el día, usa de 00:00 a 24:00.',
    not_an_object: 'Aquí va un objeto.',
    not_a_list: 'Aquí va una lista.',
    not_a_text: 'Aquí va un texto.',
    not_a_whole_number: 'Aquí va un número entero.',
    out_of_range: 'Este número queda fuera de los límites.',
    not_a_choice: 'Esta opción no existe.',
    missing_field: 'Falta este campo.',
    unknown_field: 'No conocemos este campo.',
    no_days: 'Elige al menos un día de la semana.',
    not_a_day: 'Este no es un día de la semana.',
    not_a_date: 'Esta fecha no existe en el calendario.',
    date_twice: 'Esta fecha aparece dos veces.',
    label_too_long: 'El nombre de esta fecha es demasiado largo.',
    too_many_windows: 'Son como máximo 8 períodos por día.',
    too_many_exceptions: 'Son como máximo 100 fechas.',
  },

  fields: {
    invalid_type: () => 'Falta este campo, o es de otro tipo.',
    invalid_format: () => 'El formato es otro: consulta la documentación, en /docs.',
    invalid_value: () => 'Este valor no está entre los aceptados.',
    invalid_union: () => 'Este valor no está entre los aceptados.',
    invalid_key: () => 'Hay un nombre de campo que no esperamos.',
    invalid_element: () => 'Hay un elemento de la lista que ajustar.',
    not_multiple_of: () => 'Usa un número entero.',
    too_big: ({ most }) => (most === null ? 'Supera el máximo.' : `Supera el máximo, que es ${most}.`),
    too_small: ({ least }) => (least === null ? 'No llega al mínimo.' : `No llega al mínimo, que es ${least}.`),
    unrecognized_keys: ({ names }) =>
      names === null ? 'Hay un campo que no conocemos.' : `Hay algo que no conocemos: ${names}.`,
    custom: () => 'Este valor necesita un ajuste.',
    file_empty: () => 'El archivo está vacío. Elige otro archivo.',
    bad_text: () => 'Hay un carácter que no se puede guardar como se escribió. Bórralo y escríbelo de nuevo.',
    too_deep: () => 'Hay demasiadas listas u objetos, uno dentro de otro.',
    instant_range: () => 'Usa un instante desde 1970-01-01T00:00:00Z y antes de 2200-01-01T00:00:00Z.',
    date_range: () => 'Usa una fecha de 1970-01-01 a 2199-12-31.',
    bad_cursor: () => 'Esta marca de página no es nuestra: empieza la lista de nuevo.',
    which_brand: () => 'Di de qué marca.',
    slug_malformed: () => 'Usa de 2 a 41 letras minúsculas sin acento, números y guiones; el primero no es un guion.',
    slug_reserved: () => 'Esta dirección es la de una página de soporte: elige otra.',
    zone_undecided: () => 'La ciudad sola no basta para saber el huso: elige uno.',
    required: () => 'Completa este campo.',
    twice: () => 'Hay un día repetido: deja cada uno una sola vez.',
    zone_unknown: () => 'No conocemos este huso: usa uno como America/Sao_Paulo.',
    name_missing: () => 'Escribe un nombre, con al menos una letra.',
    email_malformed: () => 'Revisa el correo: falta la @ o la parte después de ella.',
    days_missing: () => 'Elige al menos un día.',
    time_malformed: () => 'Usa una hora como 14:00.',
    equal_times: () => 'El comienzo y el fin deben ser distintos. Para todo el día usa de 00:00 a 24:00.',
    date_malformed: () => 'Usa una fecha que exista en el calendario.',
    until_past: () => 'Esa fecha ya pasó. Elige hoy o un día posterior.',
    until_too_far: () => 'Elige una fecha dentro de un año. Para no recibir mensajes nunca más, anota que pidió parar.',
    birth_date_out_of_range: () => 'Revisa la fecha de nacimiento: nadie nació ese día.',
    phone_without_area_code: () => 'Falta el prefijo: escríbelo como (11) 90000-0000.',
    phone_invalid: () => 'Este número no existe. Revisa los dígitos y el prefijo.',
    phone_several: () => 'Aquí cabe un solo número: deja el de WhatsApp.',
    tag_malformed: () => 'Una etiqueta tiene letras o números, hasta 30.',
    tags_too_many: () => 'Son 20 etiquetas como máximo.',
    list_too_large: () => 'El archivo pasa de 10 MB. Divídelo en partes y agrega una a la vez.',
    list_without_numbers: () => 'Este archivo no tiene ningún número de teléfono legible.',
    list_date_missing: () => 'Di de qué día es la lista.',
    date_in_future: () => 'Ese día aún no llegó: elige hoy o antes.',
    consent_before_stop: () => 'El cliente pidió parar ese día o después. Anota el día en que volvió a autorizar.',
    consent_withdrawn: () => 'Lo que ya se sabe no se deshace: marca si autoriza o no.',
    seller_unknown: () => 'Elige a alguien del equipo de esta tienda.',
    store_unknown: () => 'Elige una tienda de la marca.',
    missing: () => 'Falta este horario.',
    not_for_deactivate: () => 'Para desactivar no hay horario: deja fuera este campo.',
    absence_dates_swapped: () => 'El último día viene antes del primero: revisa las dos fechas.',
    absence_past: () => 'Ese día ya pasó en la tienda: elige hoy o después.',
    unknown_variable: ({ names }: FieldParams) =>
      `No conocemos ${names ?? 'esta variable'}. Usa, entre llaves: primeiro_nome, nome, vendedor, loja, marca, ultimo_item o dias_sem_comprar.`,
    fallback_missing: ({ names }: FieldParams) =>
      `En ${names ?? 'una variable'} falta la palabra después de la barra: escribe como en “ultimo_item|sua compra”.`,
    lone_brace: () => 'Hay una llave suelta en el texto: bórrala, o cierra la variable con otra llave.',
    period_swapped: () => 'El último día viene antes del primero: revisa las dos fechas.',
    campaign_name_taken: () => 'Ya hay una campaña con este nombre: elige otro.',
    spent_days_missing: () => 'Di también en cuántos días se gastó ese valor.',
    out_of_range: ({ least, most }: FieldParams) => `Usa un número de ${least ?? 'menos'} a ${most ?? 'más'}.`,
    absence_too_long: () => 'Los días libres duran un año como máximo. Si la persona se fue, pasa la cartera.',
  },

  notices: {
    firstDay: ({ text, everyDay }, brand, start) => {
      const news = start.paused || start.from !== null ? `Novedad, ${startText(start)}` : 'Novedad';
      return everyDay
        ? `${news}: ${text}, ${theBrand(language, brand)} no inicia conversaciones. Responder a clientes sigue siendo posible.`
        : `${news}: ${theBrand(language, brand)} no inicia conversaciones en estos horarios: ${text}. Responder a clientes sigue siendo posible.`;
    },
    changed: (hours, start) => {
      if (start.paused)
        return `El horario de silencio cambió y está en pausa. ${sentenceStart(startText(start))}: ${hours}.`;
      if (start.from !== null) return `El horario de silencio cambia ${startText(start)}: ${hours}.`;
      return `El horario de silencio cambió: ahora ${hours}.`;
    },
    suspended: (until) =>
      until === null ? 'El horario de silencio está en pausa.' : `El horario de silencio está en pausa hasta ${until}.`,
    ended: (hours, from) =>
      from === null
        ? `La pausa terminó. El horario de silencio está de vuelta: ${hours}.`
        : `La pausa terminó. El horario de silencio vale desde ${from}: ${hours}.`,
  },

  suggestions: {
    birthday: (on, todayOn) =>
      `Cumpleaños ${on < todayOn ? daysAway(language, on, todayOn) : onDay(language, on, todayOn)}`,
    inactiveDays: (days) =>
      days < 1
        ? 'Es hora de retomar el contacto'
        : plural(language, days, {
            one: 'Hace 1 día que no compra',
            other: `Hace ${count(language, days)} días que no compra`,
          }),
    newArrival: (item) => `Novedad: ${item}`,
    afterPurchase: (item, on, todayOn) =>
      on > todayOn ? `Compró ${item}` : `Compró ${item} ${daysAway(language, on, todayOn)}`,
    cashback: (on, todayOn) =>
      `${on < todayOn ? 'El cashback venció' : 'El cashback vence'} ${onDay(language, on, todayOn)}`,
    welcome: 'Bienvenida: acaba de llegar a la tienda',
    tagged: (tag) => `En la lista “${tag}”`,
    neverContacted: 'Nadie de la tienda le ha escrito todavía',
    chosen: 'Forma parte de esta campaña',
  },
};

/** "desde hoy, 20:00"; "cuando vuelva" while a suspension without an end is in force. */
function startText({ from, paused }: NoticeStart): string {
  const since = from === null ? [] : [`desde ${from}`];
  return [...(paused ? ['cuando vuelva'] : []), ...since].join(', ');
}

function nextFree(opens: ProblemParams['opens']): string {
  return opens == null ? 'Elige otra, por favor.' : `La próxima libre es ${opens}.`;
}

/** The sentence for the wrong PIN that locks the person's PIN. `minutes` null: only a manager can free it. */
function pinPause(minutes: ProblemParams['minutes']): string {
  return minutes == null
    ? 'Tu PIN está en pausa. Pide a la gerencia que lo libere.'
    : `Hagamos una pausa: inténtalo de nuevo en ${minutes} min o pide a la gerencia que lo libere.`;
}

function attemptsLeft(left: number): string {
  return plural(language, left, { one: 'Queda 1 intento.', other: `Quedan ${left} intentos.` });
}

function planName(plan: string | number): string {
  return sentenceStart(String(plan));
}

function impossibleText(
  reason: unknown,
  { canServe, wanted }: { readonly canServe: unknown; readonly wanted: unknown },
): string {
  switch (reason) {
    case 'filters_contradict':
      return 'Ningún cliente cumple todos los filtros a la vez. Revisa los días desde la última compra y el período del gasto.';
    case 'no_permission':
      return 'Quien aún no autorizó el contacto no recibe sugerencias. Cambia el filtro de permiso.';
    case 'nobody_there':
      return 'En las tiendas y personas elegidas no trabaja nadie ahora. Elige otras, o activa a alguien del equipo.';
    case 'period_over':
      return 'El último día del período ya pasó. Elige otras fechas.';
    case 'quiet_period':
      return 'En todo el período las tiendas solo abren dentro del Horario de Silencio. Elige otras fechas.';
    case 'too_large':
      return `Son ${String(wanted)} clientes, y en el período el equipo puede atender a ${String(canServe)}. Dale más días, sube el límite por persona, o empieza igual: quien quede fuera se cuenta cada día.`;
    default:
      return 'Nadie recibiría sugerencias de esta campaña tal como está. Revisa el período y el público.';
  }
}
