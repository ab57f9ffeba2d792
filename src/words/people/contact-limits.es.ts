/** The sentences of a brand's contact settings, in Spanish. */
import type { ContactLimitsWords } from './contact-limits.pt-BR.ts';

export const words: ContactLimitsWords = {
  loading: 'Cargando',
  title: 'Ajustes de la marca: descanso entre contactos',
  lead: 'Valen para todas las tiendas. Las sugerencias esperan; desde el perfil, quien vende ve un aviso. Responder sigue siendo posible.',
  coolDown: 'Cuarentena, en días',
  coolDownHint:
    'Después de un contacto, nadie de la marca inicia otro con el mismo número por tantos días. 0: sin cuarentena.',
  coolDownFault: 'Usa un número entero de 0 a 365.',
  unanswered: 'Contactos sin respuesta',
  unansweredHint:
    'Después de tantos contactos seguidos marcados como “Sin respuesta”, el número descansa hasta responder, comprar o que pasen 180 días. 0: no contar.',
  unansweredFault: 'Usa 0, o un número entero de 2 a 10.',
  perDay: 'Sugerencias por persona y día',
  perDayHint: 'Sumando todas las campañas. De 1 a 100.',
  perDayFault: 'Usa un número entero de 1 a 100.',
  save: 'Guardar ajustes',
  saved: 'Ajustes guardados. Valen desde ahora.',
  unread: 'No se pudieron cargar los ajustes.',
  tryAgain: 'Intentar de nuevo',
  unreached: 'Sin respuesta del servidor. Revisa internet e inténtalo de nuevo.',
};
