/** The sentences about notifications on this device, in English. */
import type { PushWords } from './push.pt-BR.ts';

export const words: PushWords = {
  title: 'Notifications on this device',
  about:
    'When a message of yours is ready, this device says: “You have 1 message to send.” No customer’s name, only while the store is open and never in quiet hours.',
  asks: 'Your browser will ask whether it may. Choose Allow.',
  turnOn: 'Turn on notifications on this device',
  on: 'This device notifies you.',
  turnOff: 'Turn off notifications',
  somebodyElse: 'This device now notifies somebody else of the store. If you turn it on, it will notify only you.',
  denied:
    'Your browser has notifications turned off for this app. To turn them on, tap the lock beside the address, open Notifications and choose Allow. Then come back here.',
  dismissed: 'Your browser asked and got no answer. Tap again and choose Allow.',
  install: 'On iPhone and iPad, add the app to the Home Screen and open it from there to be notified.',
  unsupported: 'This browser shows no notifications. The app still shows everything in Today.',
  loading: 'Loading',
  unread: 'We could not see how notifications stand here. Check the connection.',
  again: 'Try again',
  failed: 'It could not be turned on now. Check the connection and try again.',
  failedOff: 'It could not be turned off now. Check the connection and try again.',
  off: 'This device no longer notifies you.',
  close: 'Close',
};
