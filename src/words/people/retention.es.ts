/** The sentences of how long a brand keeps data, in Spanish. */
import type { RetentionWords } from './retention.pt-BR.ts';

export const words: RetentionWords = {
  loading: 'Cargando',
  title: 'Privacidad: por cuánto tiempo guardamos',
  lead: 'Lo que pasa del plazo se borra cada día, sin vuelta. Una ficha borrada para siempre desaparece en el momento, sin esperar.',
  fields: {
    textsDays: {
      label: 'Textos enviados, en días',
      why: 'Para que la tienda recuerde lo que acordó. El contacto sigue en la lista, sin el texto.',
    },
    draftsDays: {
      label: 'Textos no enviados y turnos terminados, en días',
      why: 'Para retomar una conversación aplazada. Lo guardado para después nunca pierde el texto.',
    },
    receiptsDays: {
      label: 'Registro de las decisiones, en días',
      why: 'Prueba de cada contacto permitido, avisado o aplazado. Mínimo de 180, que “Sin respuesta” y el impacto necesitan. Los contactos van con él.',
    },
  },
  between: (least, most) => `Usa un número entero de ${least} a ${most}.`,
  coolDownLonger: (days) => `La cuarentena tiene ${days} días, así que el registro queda al menos ese tiempo.`,
  fixed: 'Plazos que no cambian',
  fixedPoints: [
    'Avisos en vivo entre pantallas: 1 hora, para que un aparato que vuelve no pierda nada.',
    'Archivos importados y lo leído en ellos: 1 día, para revisar y deshacer.',
    'Respuestas repetidas por fallas de red: 7 días, para que nadie reciba dos veces.',
    'Accesos de soporte: 2 años, para que la marca los revise.',
    'Pedidos de no recibir mensajes: sin plazo, como un código que nadie puede leer.',
  ],
  save: 'Guardar plazos',
  saved: 'Plazos guardados. Valen desde la próxima limpieza, en un día como máximo.',
  unread: 'No se pudieron cargar los plazos.',
  tryAgain: 'Intentar de nuevo',
  unreached: 'Sin respuesta del servidor. Revisa internet e inténtalo de nuevo.',
};
