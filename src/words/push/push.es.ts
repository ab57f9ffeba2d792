/** The sentences about notifications on this device, in Spanish. */
import type { PushWords } from './push.pt-BR.ts';

export const words: PushWords = {
  title: 'Notificaciones en este dispositivo',
  about:
    'Cuando un mensaje tuyo esté listo, este dispositivo muestra: “Tienes 1 mensaje para enviar.” Sin nombre de cliente, solo en el horario de la tienda y nunca en el Horario de Silencio.',
  asks: 'El navegador va a preguntar si puede. Elige Permitir.',
  turnOn: 'Activar notificaciones en este dispositivo',
  on: 'Este dispositivo muestra tus notificaciones.',
  turnOff: 'Desactivar notificaciones',
  somebodyElse:
    'Hoy este dispositivo muestra las notificaciones de otra persona de la tienda. Si las activas, pasa a mostrar solo las tuyas.',
  denied:
    'El navegador tiene las notificaciones desactivadas para esta app. Para activarlas, toca el candado junto a la dirección, abre Notificaciones y elige Permitir. Después vuelve aquí.',
  dismissed: 'El navegador preguntó y quedó sin respuesta. Toca de nuevo y elige Permitir.',
  install: 'En iPhone y iPad, agrega la app a la pantalla de inicio y ábrela desde allí para recibir notificaciones.',
  unsupported: 'Este navegador no muestra notificaciones. La app sigue mostrando todo en Hoy.',
  loading: 'Cargando',
  unread: 'No pudimos ver cómo están las notificaciones. Revisa la conexión.',
  again: 'Intentar de nuevo',
  failed: 'No se pudieron activar ahora. Revisa la conexión e intenta de nuevo.',
  failedOff: 'No se pudieron desactivar ahora. Revisa la conexión e intenta de nuevo.',
  off: 'Este dispositivo ya no muestra tus notificaciones.',
  close: 'Cerrar',
};
