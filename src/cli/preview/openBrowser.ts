import type { Browser } from 'playwright-core';

/** Keeps Chromium quiet and, above all, from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the Chromium of this machine without a window, with a profile that is thrown away.
 * @throws Error that says what to install, when playwright-core or Chromium is missing
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const { chromium } = await import('playwright-core').catch((cause: unknown) => {
    throw new Error('playwright-core is missing: run `npm ci` with the development packages.', {
      cause,
    });
  });
  return chromium
    .launch({ executablePath, headless: true, args: FLAGS })
    .catch((cause: unknown) => {
      throw new Error(
        `No Chromium starts at ${executablePath}: install it, or name yours as CHROMIUM=/path/to/chromium.`,
        { cause },
      );
    });
}
