import { changesOf, noteOf } from './changes';

const SKU = '0190a000-0000-7000-8000-000000000001';

test.each([
  [
    'a price, by pack, in fen',
    { pricesFen: { [SKU]: '5800' } },
    { supplierId: 's', pricesFen: { [SKU]: '4900' } },
    [{ field: 'pricesFen', of: SKU, as: 'money', before: ['5800'], after: ['4900'] }],
  ],
  [
    'a step from state to state, and the day it is due on',
    { state: 'mediating' },
    { state: 'decided', dueOn: '2026-12-08', messageId: SKU },
    [
      { field: 'state', of: null, as: 'state', before: ['mediating'], after: ['decided'] },
      { field: 'dueOn', of: null, as: 'day', before: [], after: ['2026-12-08'] },
    ],
  ],
  [
    'both languages of a name, each for itself',
    { name: { zh: '苹果', en: 'Apple' } },
    { name: { zh: '红苹果', en: 'Apple' } },
    [{ field: 'name.zh', of: null, as: 'text', before: ['苹果'], after: ['红苹果'] }],
  ],
  ['a list of words', ['土豆'], ['土豆', '洋芋'], [{ before: ['土豆'], after: ['土豆', '洋芋'] }]],
  ['a list that was taken away', ['土豆', '洋芋'], null, [{ before: ['土豆', '洋芋'], after: [] }]],
  [
    'what tells a pack from its neighbours',
    { options: [{ name: '规格', value: '大果' }] },
    { options: [] },
    [{ field: 'options', before: ['规格：大果'], after: [] }],
  ],
  ['what was taken away', { role: 'mediator' }, { role: null }, [{ before: ['mediator'], after: [] }]],
  ['yes and no', { ownAccount: false }, { ownAccount: true }, [{ as: 'yes', before: ['false'], after: ['true'] }]],
  [
    'a rule whole, for whoever lays both beside each other',
    { value: { a: 1 } },
    { value: { a: 2 } },
    [{ as: 'rule', before: ['{"a":1}'], after: ['{"a":2}'] }],
  ],
  ['nothing of what stayed', { state: 'open', gtin: null }, { state: 'open', gtin: null }, []],
  ['nothing of what is not said afterwards', { state: 'open' }, { reason: '核对无误' }, []],
  // A name that nobody has thought of might be a person's, a phone or an account.
  ['nothing under a name that is not listed', { accountNumber: '6222' }, { accountNumber: '6223', phone: '138' }, []],
  ['nothing that is not what its name says', null, { items: [['criterion', 'pass']], amountFen: 'much' }, []],
  ['nothing of an attempt', null, { refused: 'STALE_VERSION' }, []],
  ['nothing of nothing', null, null, []],
])('a history tells %s', (_what, before, after, told) => {
  expect(changesOf({ before, after })).toMatchObject(told);
  expect(changesOf({ before, after })).toHaveLength(told.length);
});

test.each([
  [{ reason: '合同到期' }, '合同到期'],
  [{ note: '已电话确认', reason: '' }, '已电话确认'],
  [{ outcome: { state: 'closed' } }, null],
  [['土豆'], null],
  [null, null],
])('why it was done: %j', (after, note) => {
  expect(noteOf({ action: 'case.close', after })).toBe(note);
  expect(noteOf({ action: 'stock.count', after })).toBeNull();
});
