import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this holds the words against the steps there are
import { machines } from '@xihuo/contract';
import readers from './history-readers.json';
import { wordsOf } from './trail-words';

test.each([
  ['application.recommend', 'trail.of.application', 'trail.verb.recommend'],
  ['objection.reveal', 'trail.of.objection', 'trail.verb.reveal'],
  ['spotCheck.draw', 'trail.of.spotCheck', 'trail.verb.spotCheck.draw'],
  ['application.somethingNew', 'trail.of.application', null],
  ['toString.constructor', null, null],
  ['', null, null],
])('%s', (action, of, verb) => {
  expect(wordsOf(action)).toEqual({ of, verb });
});

/** Actions that are written out beside a kind of thing whose history somebody reads. */
function written(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return written(path);
    if (!/\.ts$/.test(path) || /\.test\.ts$/.test(path)) return [];
    const text = readFileSync(path, 'utf8');
    const pairs = text.matchAll(/action: '(\w+\.\w+)',\s*subjectKind: '(\w+)'/g);
    // Of an organisation that buys, finance reads how it pays; what it buys is its own.
    const isTold = (action: string, kind: string) =>
      Object.hasOwn(readers, kind) && (kind !== 'organisation' || action.startsWith('businessTerms.'));
    return [...pairs].flatMap(([, action, kind]) => (isTold(action!, kind!) ? [action!] : []));
  });
}

const steps = (noun: string, { table }: { table: Record<string, object> }) =>
  Object.values(table).flatMap((events) => Object.keys(events).map((event) => `${noun}.${event}`));

test('whatever a history tells has its words', () => {
  const told = [
    ...written(join(__dirname, '../../../libs')),
    ...steps('application', machines.applicationStates),
    ...steps('recognition', machines.recognitionStates),
    ...steps('case', machines.caseStates),
    ...steps('measure', machines.measureStates),
    ...steps('measure', machines.rectificationStates),
    ...steps('certificate', machines.certificateStates),
    ...steps('recheck', machines.recheckStates),
    ...steps('sample', machines.sampleStates),
    ...steps('standard', machines.standardStates),
    ...steps('edition', machines.editionStates),
    ...steps('setting', machines.proposalStates),
    ...steps('pool', machines.poolStates),
    ...steps('agreement', machines.agreementStates),
    ...steps('dispute', machines.disputeStates),
    ...steps('invoice', machines.invoicing.invoiceStates),
    ...steps('promotion', machines.promotionStates),
    ...steps('transferReturn', machines.buying.transferReturnStates),
    ...steps('settlement', machines.settlementRunStates),
    ...steps('payeeAccount', machines.payeeAccountStates),
    ...steps('afterSale', machines.afterSaleStates),
    ...steps('delivery', machines.deliveryStates),
    ...steps('work', machines.workStates),
    ...steps('difference', machines.differenceStates),
    ...machines.disputing.DISPUTE_ACTS.map((act) => `dispute.${act}`),
  ];
  expect(told.length).toBeGreaterThan(150);
  // Who took a coupon is told to nobody.
  const wordless = told.filter((action) => action !== 'coupon.claim' && Object.values(wordsOf(action)).includes(null));
  expect([...new Set(wordless)].sort()).toEqual([]);
});
