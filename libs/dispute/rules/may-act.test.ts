import { machines } from '@xihuo/contract';
import type { CaseFacts, Viewer } from './case-facts';
import { actsOf } from './may-act';

const facts = (state: machines.DisputeState, more: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{
    state,
    supplierId: 'supplier',
    buyerId: 'buyer',
    buyingPeople: [],
    offer: null,
    mediatorId: null,
    decidedBy: null,
  },
  ...{ isPastDue: false, appealBy: null, referredBy: null, parts: [] },
  accepted: { buyer: false, supplier: false },
  evidenceDone: { buyer: false, supplier: false },
  ...more,
});
const buyer: Viewer = { side: 'buyer', personId: 'buyer' };
const supplier: Viewer = { side: 'supplier', personId: 'clerk' };
const mediator = (personId: string, organisationIds: string[] = []): Viewer => ({
  side: 'mediator',
  personId,
  organisationIds,
});
const had = (personId: string, part = 'mediator') => [{ personId, part }];
const claim = { id: 'offer', side: 'buyer' } as const;

type Row = [machines.DisputeState, Partial<CaseFacts>, Viewer, machines.disputing.DisputeAct[]];
test.each<Row>([
  [
    'negotiating',
    { offer: claim, accepted: { buyer: true, supplier: false } },
    buyer,
    ['say', 'offer', 'escalate', 'withdraw'],
  ],
  ['negotiating', { offer: claim, accepted: { buyer: true, supplier: false } }, supplier, ['say', 'offer', 'accept']],
  ['negotiating', {}, mediator('m'), []],
  ['evidence', {}, buyer, ['say', 'offer', 'withdraw', 'finishEvidence']],
  ['evidence', { evidenceDone: { buyer: false, supplier: true } }, supplier, ['say', 'offer']],
  ['evidence', {}, mediator('m'), ['claim']],
  ['evidence', { mediatorId: 'm', parts: had('m') }, mediator('m'), ['say', 'offer', 'refer']],
  ['mediating', { mediatorId: 'm', parts: had('m') }, mediator('m'), ['say', 'offer', 'decide', 'refer']],
  ['mediating', { mediatorId: 'm', parts: had('m') }, mediator('other'), []],
  ['mediating', { offer: { id: 'o', side: 'mediator' } }, buyer, ['say', 'offer', 'accept', 'withdraw']],
  ['decided', { decidedBy: 'm' }, buyer, ['say', 'acceptDecision', 'appeal']],
  ['decided', { decidedBy: 'm', accepted: { buyer: true, supplier: false } }, buyer, ['say']],
  ['decided', { decidedBy: 'm', isPastDue: true }, buyer, ['say', 'acceptDecision']],
  ['decided', { decidedBy: 'm' }, mediator('other'), []],
  ['appealed', { decidedBy: 'm', appealBy: 'buyer', parts: had('m', 'decider') }, buyer, ['say']],
  ['referred', { referredBy: 'm' }, buyer, ['say']],
  ['executed', {}, buyer, []],
  ['executed', { mediatorId: 'm' }, mediator('m'), []],
  ['mediating', { mediatorId: 'm' }, { side: 'reader' }, []],
])('%s with %j: %j may %j', (state, more, viewer, expected) => {
  expect(actsOf(facts(state, more), viewer)).toEqual(expected);
});

test.each(['evidence', 'mediating', 'appealed', 'referred'] as const)(
  'nobody of the organisation that bought has a say in %s, as nobody of the supplier',
  (state) => {
    const bought = facts(state, { buyerId: null, buyingPeople: ['cook'], mediatorId: 'm' });
    expect(actsOf({ ...bought, mediatorId: 'cook' }, mediator('cook'))).toEqual([]);
    expect(actsOf(bought, mediator('m', ['supplier']))).toEqual([]);
    expect(actsOf(bought, mediator('m', ['another']))).not.toEqual([]);
  },
);

describe('four eyes', () => {
  const appealed = facts('appealed', {
    decidedBy: 'm',
    appealBy: 'supplier',
    parts: [...had('m', 'decider'), ...had('n')],
  });
  test('an appeal is decided by nobody who had a hand in the case, also one that only spoke in it', () => {
    expect(actsOf(appealed, mediator('m'))).toEqual([]);
    expect(actsOf(appealed, mediator('n'))).toEqual([]);
    expect(actsOf(appealed, mediator('other'))).toEqual(['decideAppeal', 'refer']);
  });
  test("the authorities' result is entered by somebody other than who handed the case over", () => {
    const referred = facts('referred', { referredBy: 'm' });
    expect(actsOf(referred, mediator('m'))).toEqual([]);
    expect(actsOf(referred, mediator('other'))).toEqual(['conclude']);
  });
  test.each(machines.DISPUTE_STATES)('nobody of a side acts for the platform in a case that is %s', (state) => {
    expect(actsOf(facts(state), mediator('m', ['supplier']))).toEqual([]);
    expect(actsOf(facts(state), mediator('buyer'))).toEqual([]);
  });
});
