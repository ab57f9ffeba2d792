/** Notifications on this device, in Spanish. */
import type { PushWords } from './push.pt-BR.ts';

export const words: PushWords = {
  title: 'Avisos en este aparato',
  about:
    'Cuando un mensaje tuyo esté listo, este aparato avisa: “Tienes 1 mensaje para enviar.” Sin nombre de cliente, solo en el horario de la tienda y nunca en el Horario de Silencio.',
  asks: 'El navegador va a preguntar si puede. Elige Permitir.',
  turnOn: 'Avisar en este aparato',
  on: 'Este aparato te avisa.',
  turnOff: 'Dejar de avisar',
  somebodyElse: 'Hoy este aparato avisa a otra persona de la tienda. Si lo activas, pasa a avisarte solo a ti.',
  denied:
    'El navegador tiene los avisos apagados para esta app. Para encenderlos, toca el candado junto a la dirección, abre Notificaciones y elige Permitir. Después vuelve aquí.',
  install: 'En iPhone y iPad, agrega la app a la pantalla de inicio y ábrela desde allí para recibir avisos.',
  unsupported: 'Este navegador no muestra avisos. La app sigue mostrando todo en Hoy.',
  failed: 'No se pudo encender ahora. Revisa la conexión e intenta de nuevo.',
  off: 'Este aparato ya no te avisa.',
};
