import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createDraftSaver,
  type DraftChange,
} from '../../src/tab/pages/knowledge/draft/draftSaver.js';

interface Sent extends DraftChange {
  isLeaving: boolean;
  arrive(): void;
  fail(err: Error): void;
}

let sent: Sent[];
let problems: unknown[];
let saver: ReturnType<typeof createDraftSaver>;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  problems = [];
  saver = createDraftSaver(
    (change, isLeaving) =>
      new Promise<void>((arrive, fail) => {
        sent.push({ ...change, isLeaving, arrive, fail });
      }),
    (err) => problems.push(err),
  );
});
afterEach(() => {
  vi.useRealTimers();
});

const write = (text: string, basedOn = 1): void => saver.save([{ path: 'a', text }], basedOn);
const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1_000);
const textsSent = (): string[] => sent.map(({ edits }) => edits.map(({ text }) => text).join());

describe('the saver of a draft', () => {
  it('saves once the typing rests, and nothing twice', async () => {
    write('a');
    write('ab');
    await rest();
    sent[0]?.arrive();
    await saver.flush();
    await rest();
    expect(textsSent()).toEqual(['ab']);
    expect(saver.unsaved()).toEqual([]);
  });

  it('lets no save overtake another', async () => {
    write('older');
    await rest();
    write('newer');
    await rest();
    expect(textsSent()).toEqual(['older']);
    sent[0]?.arrive();
    await rest();
    expect(textsSent()).toEqual(['older', 'newer']);
  });

  it('waits for nothing when the page is left, and saves once more in turn if it stays', async () => {
    write('older');
    await rest();
    write('newer');
    const saved = saver.flush(true);
    expect(sent.map(({ isLeaving }) => isLeaving)).toEqual([false, true]);
    sent[1]?.arrive();
    sent[0]?.arrive();
    await rest();
    expect(textsSent()).toEqual(['older', 'newer', 'newer']);
    sent[2]?.arrive();
    await saved;
    expect(saver.unsaved()).toEqual([]);
  });

  it('keeps what could not be saved, and saves it with what comes next', async () => {
    write('first');
    await rest();
    sent[0]?.fail(new Error('no network'));
    await rest();
    expect(problems).toHaveLength(1);
    saver.save([{ path: 'b', text: 'second' }], 1);
    await rest();
    expect(sent[1]?.edits).toEqual([
      { path: 'a', text: 'first' },
      { path: 'b', text: 'second' },
    ]);
  });

  it('tells in turn that the draft goes on from another revision', async () => {
    write('text', 1);
    await rest();
    saver.save([], 2);
    await rest();
    expect(sent).toHaveLength(1);
    sent[0]?.arrive();
    await rest();
    expect(sent[1]).toMatchObject({ edits: [], basedOn: 2 });
  });
});
