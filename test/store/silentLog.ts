import type { Log } from '../../src/support/ports.js';

const nothing = () => undefined;

/** For tests that do not look at what is logged. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
