// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this holds the words against what is told
import { machines } from '@xihuo/contract';
import { changed } from '../i18n/zh-CN/changed';
import { fieldWord, stateWord, valueSaid } from './changed-words';

test.each([
  ['money', '580050', '¥5,800.50', '¥5,800.50'],
  ['number', '12000', '12,000', '12,000'],
  ['share', '1250', '12.5%', '12.5%'],
  ['day', '2026-12-08', '2026年12月8日', '8 December 2026'],
  ['day', '2026-12-08T01:05:00.000Z', '2026年12月8日 09:05', '8 December 2026 at 09:05'],
  ['moment', '2026-12-08T01:05:00.000Z', '2026年12月8日 09:05', '8 December 2026 at 09:05'],
  ['text', '一级', '一级', '一级'],
] as const)('%s %s reads %s, in English %s', (as, value, zh, en) => {
  expect([valueSaid(as, value, 'zh-CN'), valueSaid(as, value, 'en')]).toEqual([zh, en]);
});

test('whatever a history tells of what was changed has its name', () => {
  const fields = Object.keys(machines.trail.TRAIL_FIELDS);
  expect(fields.filter((field) => fieldWord({ field }) === null)).toEqual([]);
  const named = Object.keys(changed).filter((key) => key.startsWith('trail.field.'));
  expect(named.map((key) => key.slice('trail.field.'.length)).sort()).toEqual(fields.sort());
});

test('every state that a history may tell has its word', () => {
  const tables = {
    ...{ application: machines.applicationStates, recognition: machines.recognitionStates },
    ...{ dossier: machines.dossierStates, listing: machines.changeStates, certificate: machines.certificateStates },
    ...{ case: machines.caseStates, measure: machines.measureStates, recheck: machines.recheckStates },
    ...{ sample: machines.sampleStates, spotCheck: machines.spotCheckPlanStates, appeal: machines.appealStates },
    ...{ exit: machines.exitStepStates, objection: machines.objectionStates, inspection: machines.inspectionStates },
    ...{ standard: machines.standardStates, edition: machines.editionStates, setting: machines.proposalStates },
    ...{ agreement: machines.agreementStates, pool: machines.poolStates, dispute: machines.disputeStates },
    ...{ invoice: machines.invoicing.invoiceStates, promotion: machines.promotionStates },
    ...{ transferReturn: machines.buying.transferReturnStates, settlement: machines.settlementRunStates },
    ...{ adjustment: machines.adjustmentStates, supplierOrder: machines.supplierOrderStates },
    ...{ pickup: machines.pickupStates, lot: machines.lotStates, recall: machines.recallStates },
    ...{ campaign: machines.campaignStates, venue: machines.venueStates, mandate: machines.mandateStates },
    ...{ rectification: machines.rectificationStates, payeeAccount: machines.payeeAccountStates },
    ...{ delivery: machines.deliveryStates, work: machines.workStates, difference: machines.differenceStates },
    afterSale: machines.afterSaleStates,
  };
  const wordless = Object.entries(tables).flatMap(([noun, { table }]) =>
    Object.keys(table).flatMap((state) => (stateWord(noun, state) === null ? [`${noun}.${state}`] : [])),
  );
  expect(wordless).toEqual([]);
  expect([stateWord('sample', 'sent'), stateWord('transferReturn', 'sent')]).toEqual([
    'trail.state.sample.sent',
    'trail.state.sent',
  ]);
  expect([stateWord('toString', 'constructor'), fieldWord({ field: 'phone' })]).toEqual([null, null]);
});
