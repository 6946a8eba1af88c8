// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this one holds the choices against the contract itself
import { machines } from '@xihuo/contract';
import { zh } from '../i18n/zh-CN';
import { CHOICES, choicesAt, MAPS, namesIn } from './rule-words';

/** What the editor offers is what the server takes: each word it knows is tried at each place, and neither has more than the other. */

const accepts = (key: string, value: unknown) => machines.settingShapes.shapeFaults(key, value)?.length === 0;
const WORDS = [...new Set(Object.keys(zh).flatMap((key) => key.split('.').slice(-1))), '*'];

type Tried = readonly [key: string, path: readonly string[], (word: string) => readonly unknown[]];
const taken = ([key, , values]: Tried) => WORDS.filter((word) => values(word).some((value) => accepts(key, value)));

const GROUND = { rectificationDays: null, barMonths: null };
const RULE = {
  ...{ signal: 'complaint', per: 'order', mode: 'sum', windowDays: 30, least: 1, ground: 'EXT-11' },
  steps: [{ at: 1, measure: 'case' }],
};
const DISCOUNTS = ['flashPrice', 'campaignPrice', 'fullReduction', 'coupon'];
const excluding = (word: string) => DISCOUNTS.map((other) => ({ order: DISCOUNTS, excludes: [[word, other]] }));

/** By the place that names it: where a word stands there, in values that are right but for it. */
const CHOSEN: Readonly<Record<string, Tried>> = {
  'settlement.period': ['settlement.period', [], (word) => [word]],
  'promotion.stacking': ['promotion.stacking', ['excludes', '1', '1'], excluding],
  'trace.certificateCategories': ['trace.certificateCategories', ['1'], (word) => [[word]]],
  'trace.quarantineCategories': ['trace.quarantineCategories', ['1'], (word) => [[word]]],
  'trace.grades': ['trace.grades', ['*', '1'], (word) => [{ '*': [word] }]],
  'admission.expiryEffects': ['admission.expiryEffects', ['foodLicence'], (word) => [{ foodLicence: word }]],
  'admission.creditEffects': [
    'admission.creditEffects',
    ['seriousDishonesty'],
    (word) => [{ seriousDishonesty: word }],
  ],
  stages: ['admission.ground.x', ['stages', '1'], (word) => [{ ...GROUND, stages: [word] }]],
  measure: [
    'admission.signalRule.x',
    ['steps', '1', 'measure'],
    (word) => [{ ...RULE, steps: [{ at: 1, measure: word }] }],
  ],
  mode: ['admission.signalRule.x', ['mode'], (word) => [{ ...RULE, mode: word }]],
};

test.each(Object.entries(CHOSEN))('what may be chosen by %s', (_, tried) => {
  const [key, path] = tried;
  expect([...choicesAt(key, path)!].sort()).toEqual(taken(tried).sort());
});

/** Papers may be named by any word: the editor offers those it has one for. */
const NAMED: Readonly<Record<string, Tried>> = {
  'admission.creditEffects': ['admission.creditEffects', [], (word) => [{ [word]: 'warning' }]],
  'trace.grades': ['trace.grades', [], (word) => [{ '*': ['first'], [word]: ['first'] }]],
  'trace.deliveryYieldBp': ['trace.deliveryYieldBp', [], (word) => [{ '*': 1, [word]: 1 }]],
  'trace.processingYieldBp': ['trace.processingYieldBp', [], (word) => [{ [word]: { leastBp: 1, mostBp: 1 } }]],
};

test.each(Object.entries(NAMED))('what a part of %s may be named', (key, tried) => {
  expect([...namesIn(key, [])!].sort()).toEqual(taken(tried).sort());
});

test('every paper that is offered may be named; and no place is untried', () => {
  const papers = namesIn('admission.expiryEffects', [])!;
  expect(papers.length).toBeGreaterThan(1);
  expect(papers.filter((paper) => !accepts('admission.expiryEffects', { [paper]: 'warning' }))).toEqual([]);
  expect(Object.keys(CHOSEN).sort()).toEqual(Object.keys(CHOICES).sort());
  const typed = ['admission.expiryEffects', 'benefit.leastDayWageFen'];
  expect([...Object.keys(NAMED), ...typed].sort()).toEqual(Object.keys(MAPS).sort());
});
