import type { Scenario } from '../scenario.js';
import { clockJumps } from './clockJumps.js';
import { failingConnector, slowConnector } from './connector.js';
import { damagedFile, fullDisk } from './disk.js';
import { fuzz } from './fuzz.js';
import { randomKills } from './randomKills.js';
import { storeOutage } from './storeOutage.js';

/** Everything that goes wrong in a year, on one evening. */
export const scenarios: readonly Scenario[] = [
  { id: 'fuzz', name: 'Activities that no honest Teams would send', play: fuzz },
  { id: 'storeOutage', name: 'PostgreSQL goes and comes back', play: storeOutage },
  { id: 'slowConnector', name: 'One conversation hangs, the others go on', play: slowConnector },
  {
    id: 'failingConnector',
    name: 'The connector fails, and is well again',
    play: failingConnector,
  },
  { id: 'clockJumps', name: 'The clock jumps, forward and back', play: clockJumps },
  { id: 'damagedFile', name: 'A damaged database file', play: damagedFile },
  { id: 'fullDisk', name: 'A full disk', play: fullDisk },
  { id: 'randomKills', name: 'Killed again and again, with all of it at once', play: randomKills },
];
