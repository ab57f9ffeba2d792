/** Starts the page: loads the sentences first, then renders the screens. */
import './theme.css';
import { createRoot } from 'react-dom/client';
import { App } from '#web/apps/routes.tsx';
import { sellerWords } from '#web/shell/seller-words.ts';
import { shellWords } from '#web/shell/settings/shell-words.ts';

// The module does not await this call at the top level: the file of another language imports from this module and would
// wait for it forever.
void startApp();

async function startApp(): Promise<void> {
  await Promise.all([sellerWords.ready(), shellWords.ready()]);
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no element with the id app, into which the app renders');
  createRoot(root).render(<App />);
  // Without network this file is missing, and there is no new version to offer either.
  void import('#web/shell/offline/app-update.ts').then(
    ({ startServiceWorker }) => startServiceWorker(),
    () => undefined,
  );
}
