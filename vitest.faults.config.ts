import { defineConfig } from 'vitest/config';

/** What takes too long for every day: the bot killed hundreds of times. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    env: { FAULT_KILLS: process.env['FAULT_KILLS'] ?? '200' },
  },
});
