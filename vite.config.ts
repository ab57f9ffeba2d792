/** How the web app is built: one small first load for the seller, everything else when it is asked for. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * What a phone keeps for when there is no network: the seller's app in Portuguese, and what opens the day's list that was
 * kept. The rest is kept once it was used.
 */
const KEPT_DAY = 'assets/{sealed-day,kept-day-screen,use-untouched,more-icons,band}-*.{js,css}';
const SHELL = ['index.html', 'first-light.js', 'assets/app-*.{js,css}', KEPT_DAY];

/**
 * Screens that can be the first: their parts are asked for at once. The parts of all others are named in no list, which
 * would weigh on the first load; they are fetched ahead, or found one after the other.
 */
const CAN_BE_FIRST = /\/(way-in|support-app|brand-app|desk-pane|kept-day-screen)-/;
const SIGN_IN_PARTS =
  /\/src\/web\/(ui\/forms\/(field|email-field|pin-pad)|sign-in\/(kept-email|people-list)|shell\/session\/countdown)\./;
const WEB = join(import.meta.dirname, 'src/web');

/** `frame` of `ui/frame.module.css` is `frame-k3x9`: short, and the same in every build. */
function className(name: string, file: string): string {
  const path = relative(WEB, file.split('?')[0] ?? file);
  return `${name}-${createHash('sha256').update(path).digest('base64url').slice(0, 4)}`;
}

export default defineConfig({
  root: WEB,
  // React has had it built in since 18: no shim on anybody's phone.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  css: { modules: { generateScopedName: className } },
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inlined: the content security policy names files of our own and nothing else.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, parts, { hostType }) =>
        hostType === 'html' || CAN_BE_FIRST.test(file) ? parts : parts.filter((part) => part.endsWith('.css')),
    },
    // Which files belong to which screen: read by the test of the first load.
    manifest: true,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/app-[hash].js',
        codeSplitting: {
          groups: [
            // One file of all that the first screen needs, apart from the entry: later parts import from it while the
            // entry is still waiting for a language.
            { name: 'app-shell', tags: ['$initial'], test: (id) => !id.endsWith('/main.tsx') },
            // One file of what the sign-in shares with other screens, instead of five small ones. Hoje imports none of it.
            { name: 'sign-in-parts', test: SIGN_IN_PARTS },
          ],
        },
      },
    },
  },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'shell/offline',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: { rollupFormat: 'iife', globPatterns: SHELL, globIgnores: [] },
    }),
  ],
});
