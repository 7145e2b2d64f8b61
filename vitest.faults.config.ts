import { defineConfig } from 'vitest/config';

/** What takes too long for every day: the bot killed hundreds of times. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts', 'test/slow/**/*.test.ts'],
    globalSetup: ['test/globalSetup.ts'],
    hookTimeout: 60_000,
    fileParallelism: false,
    env: { FAULT_KILLS: process.env['FAULT_KILLS'] ?? '200' },
  },
});
