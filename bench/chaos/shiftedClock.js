// Preloaded into the program (`--import`): shifts its wall clock by as many milliseconds as stand
// in the file CLOCK_SHIFT_FILE, as when somebody sets the clock of the machine. Timers go on, as
// they do then: they count by a clock that nobody sets.
import { readFileSync, watchFile } from 'node:fs';

const file = process.env.CLOCK_SHIFT_FILE;
const RealDate = Date;
let shiftMs = 0;
const look = () => (shiftMs = Number(readFileSync(file, 'utf8')) || 0);
look();
watchFile(file, { interval: 50 }, look).unref();

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shiftMs);
    else super(...args);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};
