import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/watching/metrics.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const metrics = createMetrics({
  contentDigest: () => 'digest',
  counts: async () => ({ outboxDepth: 0, outboxOldestSeconds: 0, outboxDead: 0, casesOpen: 0 }),
});
const { text } = await metrics.text();
const exported = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name ?? ''));
const own = [...exported].filter((name) => name.startsWith('helper_'));

const guide = read('docs/operations.md');
const rules = read('deploy/prometheus/alerts.yaml');
const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name ?? '');
const dashboard = read('deploy/grafana/dashboard.json');

/** Names of our figures in queries; a histogram is asked by its parts. */
const namedIn = (queries: string) =>
  new Set(
    [...queries.matchAll(/\b(?:helper|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
      name.replace(/_(bucket|sum|count)$/, ''),
    ),
  );

describe('what is watched', () => {
  it.each([
    ['the alert rules', rules],
    ['the dashboard', dashboard],
    ['docs/operations.md', guide],
  ])('is exported by the program wherever %s name it', (_, queries) => {
    const named = namedIn(queries);
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((name) => !exported.has(name))).toEqual([]);
  });

  it('is explained to operators, figure by figure and alert by alert', () => {
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    expect(alerts.length).toBeGreaterThan(10);
    expect(alerts.filter((name) => !guide.includes(`| ${name} |`))).toEqual([]);
  });

  it('leads from the dashboard and the guide to alerts that exist', () => {
    const known = new Set(alerts);
    const named = [...`${dashboard}\n${guide}`.matchAll(/\bHelper[A-Z]\w+/g)].map(([name]) => name);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
