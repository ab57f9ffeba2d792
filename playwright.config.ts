/** The browser journeys: the real product, a real browser, a person's way through it. */
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/web/kit/browser.ts';

const browser = await findBrowser();

export default defineConfig({
  testDir: 'test/web',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results/journeys',
  workers: 2,
  fullyParallel: false,
  // A shared machine may stall for seconds. What needed its second try is counted aloud; at a desk there is none.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  // Bounds for what never comes, not for how fast a machine is: with ten times the work beside it, all of this passes.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: 'list',
  use: {
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    deviceScaleFactor: 2,
    viewport: { width: 390, height: 844 },
    // Screens as they stand, not half-way through a movement.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 40_000,
    launchOptions: {
      ...(browser.path === null ? {} : { executablePath: browser.path }),
      env: browser.env,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=pt-BR'],
    },
  },
});
