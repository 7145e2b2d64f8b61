import { describe, expect, it } from 'vitest';
import { cardParts } from '../../../src/content/linters/cardParts.js';
import { faultsOf } from '../faultsOf.js';

const card = (part: object) => [
  {
    file: 'cards/answer.json',
    write: JSON.stringify({
      $schema: '../knowledge/schema/card.schema.json',
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: 'Text',
      body: [part],
    }),
  },
];

describe('the parts of a card', () => {
  it('are looked at wherever they stand', () => {
    const faults = faultsOf(
      cardParts,
      card({
        type: 'ColumnSet',
        columns: [{ type: 'Column', items: [{ type: 'Wrong1' }] }],
        selectAction: { type: 'Action.Wrong2' },
        fallback: { type: 'Container', items: [{ type: 'Wrong3' }] },
      }),
    );
    expect(faults.join()).toMatch(/Wrong1.*Wrong2.*Wrong3/);
    expect(faults).toHaveLength(3);
  });

  it('may be actions of which the fallback is an action', () => {
    const action = { type: 'Action.Execute', fallback: { type: 'Action.Submit' } };
    expect(faultsOf(cardParts, card({ type: 'ActionSet', actions: [action] }))).toEqual([]);
    const wrong = { type: 'Action.Execute', fallback: { type: 'TextBlock' } };
    expect(faultsOf(cardParts, card({ type: 'ActionSet', actions: [wrong] }))).toHaveLength(1);
  });

  it('may be a table, whose columns have no type', () => {
    const cell = { type: 'TableCell', items: [{ type: 'TextBlock', text: 'a' }] };
    const table = {
      type: 'Table',
      columns: [{ width: 1 }],
      rows: [{ type: 'TableRow', cells: [cell] }],
    };
    expect(faultsOf(cardParts, card(table))).toEqual([]);
  });

  it('may have a type that the data decides, a fallback of "drop", and data with types', () => {
    const submit = { type: 'Action.Submit', data: { type: 'anything', items: [{ type: 'x' }] } };
    const part = { type: '${kind}', fallback: 'drop', selectAction: submit };
    expect(faultsOf(cardParts, card(part))).toEqual([]);
  });
});
