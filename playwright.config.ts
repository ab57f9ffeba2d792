/** The browser journeys: tests of the real product in a real browser, as a person uses it. */
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/web/kit/browser.ts';

const browser = await findBrowser();
const withPictures = Boolean(process.env.OTO_SCREENS || process.env.OTO_KEEP_SCREENS);

export default defineConfig({
  testDir: 'test/web',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results/journeys',
  // Three workers for two cores: one computes while another waits for its page.
  workers: 3,
  // Each journey is shared out by itself, so that no long file runs alone at the end.
  fullyParallel: true,
  // A shared machine in CI may stall for seconds. The run prints how many journeys needed a second try.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  // These limits end a wait for what never comes. They do not measure speed: journeys pass with ten times the load beside them.
  timeout: 480_000,
  expect: { timeout: 40_000 },
  reporter: 'list',
  use: {
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    // Four times as many pixels take time to draw: only a picture for people needs them.
    deviceScaleFactor: withPictures ? 2 : 1,
    viewport: { width: 390, height: 844 },
    screenshot: 'only-on-failure',
    // Animations are off, so that a journey reads a screen in its final state.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 40_000,
    launchOptions: {
      ...(browser.path === null ? {} : { executablePath: browser.path }),
      env: browser.env,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=pt-BR'],
    },
  },
});
