import { shapeFaults } from './setting-shapes';

const rule = {
  ...{ signal: 'complaint', per: 'order', mode: 'rate', windowDays: 90, least: 30, ground: 'EXT-11' },
  steps: [{ at: 300, measure: 'case' }],
};

const newYear = { name: '元旦', from: '2026-12-31', to: '2027-01-02' };
const year = { rests: [newYear, { name: '劳动节', from: '2027-05-01', to: '2027-05-05' }], worked: ['2027-05-08'] };
const rests = (...some: object[]) => ({ ...year, rests: some });

test.each<[string, unknown, string[]]>([
  ['calendar.2027', year, []],
  ['calendar.2027', { ...year, worked: [] }, []],
  ['calendar.2027', rests(), ['/rests']],
  ['calendar.2027', rests({ ...newYear, name: ' ' }), ['/rests/0/name']],
  ['calendar.2027', rests({ ...newYear, to: '2026-12-30' }), ['/rests/0/to']],
  ['calendar.2027', rests({ ...newYear, to: '2027-01-20' }), ['/rests/0/to']],
  ['calendar.2027', rests({ ...newYear, from: '2026-05-01' }), ['/rests/0/from', '/rests/0/to']],
  ['calendar.2027', rests(newYear, { name: '假', from: '2027-01-02', to: '2027-01-03' }), ['/rests']],
  ['calendar.2027', { ...year, worked: ['2027-05-07'] }, ['/worked/0']],
  ['calendar.2027', { ...year, worked: ['2027-05-01'] }, ['/worked']],
  ['calendar.2027', { ...year, worked: ['2027-05-08', '2027-05-08'] }, ['/worked']],
  ['calendar.2027', rests({ ...newYear, from: '2027-02-30' }), ['/rests/0/from', '/rests/0/to']],
  ['settlement.period', 'weekly', []],
  ['settlement.period', 'yearly', ['']],
  ['admission.expiryReminderDays', [30, 7], []],
  ['admission.expiryReminderDays', [], ['']],
  ['admission.expiryReminderDays', [7, 7], ['']],
  ['trace.grades', { '*': ['first'], fruit: ['special', 'first'] }, []],
  ['trace.grades', { fruit: ['first'] }, ['']],
  ['trace.grades', { '*': ['best'] }, ['/*/0']],
  ['trace.processingYieldBp', { grading: { leastBp: 6_000, mostBp: 10_000 } }, []],
  ['trace.processingYieldBp', { grading: { leastBp: 9_000, mostBp: 8_000 } }, ['/grading']],
  ['benefit.leastDayWageFen', { '': 8_000, '62': 9_000 }, []],
  ['benefit.leastDayWageFen', { '62': 9_000 }, ['']],
  ['order.unpaidMost', { address: 60, account: null, phone: 10 }, []],
  ['order.unpaidMost', { address: 60, account: 10 }, ['/phone']],
  ['promotion.stacking', { order: ['flashPrice', 'campaignPrice', 'fullReduction', 'coupon'], excludes: [] }, []],
  ['promotion.stacking', { order: ['flashPrice'], excludes: [['coupon', 'coupon']] }, ['/order', '/excludes/0']],
  ['admission.ground.EXT-01', { stages: ['warning', 'exit'], rectificationDays: 30, barMonths: null }, []],
  ['admission.ground.EXT-01', { rectificationDays: 0, barMonths: null }, ['/rectificationDays']],
  ['admission.ground.EXT-19', { stages: ['exit'], rectificationDays: null, barMonths: 0 }, []],
  ['admission.signalRule.complaints', rule, []],
  ['admission.signalRule.complaints', { ...rule, steps: [{ at: 0, measure: 'suspension' }] }, ['/steps/0/at']],
  ['admission.signalRule.complaints', { ...rule, ground: 'EXT-21' }, ['/ground']],
  ['admission.signalRule.complaints', { ...rule, signal: 'complaints', per: 'orders' }, ['/signal', '/per']],
  ['admission.signalRule.complaints', { ...rule, per: null }, ['/per']],
  ['admission.signalRule.unpaidDues', { ...rule, mode: 'days', per: null }, []],
  ['admission.signalRule.complaints', { ...rule, steps: [{ at: 300, measure: 'exit' }] }, ['/steps/0/measure']],
  ['admission.signalRule.complaints', { ...rule, more: 1 }, ['']],
])('%s as %j is wrong at %j', (key, value, at) => {
  expect(shapeFaults(key, value)?.map(({ pointer }) => pointer)).toEqual(at);
});

test('a number has no shape of its own', () => {
  expect(shapeFaults('cart.guestDays', 30)).toBeNull();
});
