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

const ROOT = join(import.meta.dirname, 'src/web');

/** Tells the class names of two files apart. Vite's own names carry a line number as well: 0.6 kB more for every phone. */
const shortHash = (file: string) => createHash('sha256').update(file).digest('hex').slice(0, 5);

export default defineConfig({
  root: ROOT,
  css: { modules: { generateScopedName: (name, file) => `${name}_${shortHash(relative(ROOT, file))}` } },
  // React has had it built in since 18: no shim on anybody's phone.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inlined: the content security policy names files of our own and nothing else.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which files belong to which screen: read by the test of the first load.
    manifest: true,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/app-[hash].js',
        // One file of all that the first screen needs, apart from the entry: later parts import from it while the
        // entry is still waiting for a language.
        codeSplitting: { groups: [{ name: 'app-shell', tags: ['$initial'], test: (id) => !id.endsWith('/main.tsx') }] },
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
      injectManifest: { globPatterns: SHELL, globIgnores: [] },
    }),
  ],
});
