import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { isSoundDay, labVerdict } from '../../rules/spot-check/lab-verdict';
import type { Finding } from '../../rules/watch/finding';
import { judgeRefusal } from '../../rules/watch/may-act';
import { MESSAGES } from '../../rules/watch/messages';
import {
  cancelSampleRow,
  insertRetest,
  lockSample,
  reportSampleRow,
  sendSampleRow,
  takeSampleRow,
  touchSample,
  type SampleRow,
} from '../../store/spot-check/spot-check.sql';
import { insertPart } from '../../store/watch/case.sql';
import { cureSource } from '../measure/end';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, notAtThisStep, ownSuppliers, type Deciding } from '../watch/open-matter';
import { mustBePapersOf } from '../watch/supplier-papers';
import { takeUpByRule } from '../watch/take-up';
import { tellSuppliers } from '../watch/tell';

type Body<Key extends 'taking' | 'sending' | 'result' | 'cancel'> =
  InputOf<`POST /admission/samples/{id}/${Key}`>['body'];
type SampleEvent = 'take' | 'send' | 'pass' | 'fail' | 'cancel';

async function openSample(
  tx: Tx,
  { id, version }: Deciding,
  event: SampleEvent,
): Promise<{ row: SampleRow; next: string; personId: string; today: string }> {
  tx.attempt({ action: `sample.${event}`, subjectKind: 'sample', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockSample, [id]);
  const tie = row ? judgeRefusal(decider, row, null) : 'NOT_YOUR_PART';
  if (!row || tie === 'NOT_YOUR_PART') throw fail('NOT_FOUND');
  const next = states.transition(machines.sampleStates, row.state, event);
  mustBeFree(tie ?? (next === null ? 'NOT_AT_THIS_STEP' : null), { row, decider, version });
  must(next, 'a step that is legal leads somewhere');
  return { row, next, personId: decider.personId, today: time.businessDate(tx.now) };
}

function mustBeSound(day: string, pointer: string, bounds: { notBefore: string | null; today: string }): void {
  if (isSoundDay(day, bounds)) return;
  throw fail('DAY_UNSOUND', { errors: [{ pointer: `/body/${pointer}`, code: 'DAY', message: 'not on such a day' }] });
}

export async function takeSample(tx: Tx, wanted: Deciding & Body<'taking'>): Promise<void> {
  const { row, next, personId, today } = await openSample(tx, wanted, 'take');
  const { takenOn, lotCode, quantity, place, sealNumber } = wanted;
  mustBeSound(takenOn, 'takenOn', { notBefore: null, today });
  await tx.sql(takeSampleRow, [row.id, next, takenOn, lotCode, quantity, place, sealNumber, personId]);
  note(tx, row, 'take', { takenOn, lotCode, sealNumber });
}

export async function sendSample(tx: Tx, wanted: Deciding & Body<'sending'>): Promise<void> {
  const { row, next, today } = await openSample(tx, wanted, 'send');
  const { sentOn, laboratory } = wanted;
  mustBeSound(sentOn, 'sentOn', { notBefore: row.taken_on, today });
  await tx.sql(sendSampleRow, [row.id, next, sentOn, laboratory]);
  note(tx, row, 'send', { sentOn, laboratory });
}

/**
 * Enters the laboratory's report. A failure takes the product off sale at once and opens a case; a retest that passes ends what
 * the first one had brought.
 */
export async function enterResult(tx: Tx, kit: ReviewKit, wanted: Deciding & Body<'result'>): Promise<void> {
  const { reportNumber, reportedOn, results, fileId = null } = wanted;
  const verdict = labVerdict(results);
  const { row, next, personId, today } = await openSample(tx, wanted, verdict.event);
  mustBeSound(reportedOn, 'reportedOn', { notBefore: row.sent_on, today });
  await mustBePapersOf(tx, row.supplier_id, [fileId]);
  const failed = verdict.event === 'fail';
  // Of the first test only: a retest is the last word of laboratories.
  const mayAsk = failed && row.retest_of === null;
  const until = mayAsk
    ? await addWorkingDays(tx, today, await policyOn(tx, 'admission.retestWorkingDays', today))
    : null;
  await tx.sql(reportSampleRow, [
    ...[row.id, next, reportNumber, reportedOn, JSON.stringify(results), fileId, personId, until],
  ]);
  note(tx, row, verdict.event, { reportNumber, reportedOn, failed: verdict.failed, safety: verdict.safety });
  if (failed)
    await hold(tx, kit, row, {
      ...{ report: reportNumber, items: verdict.failed.join('、'), safety: verdict.safety.join('、') },
    });
  else if (row.retest_of !== null) {
    await cureSource(tx, kit, { supplierId: row.supplier_id, sourceKey: sourceOf(row.retest_of) }, '复检合格');
  }
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: row.supplier_id, key: `sample.result:${row.id}`, ...(failed ? { sms: true as const } : {}) },
      message: (supplier) => MESSAGES.sampleResult({ supplier, report: reportNumber, passed: !failed }),
    },
  ]);
}

/** By the machine's hand: no discretion stands between a failed test and the shelf. */
async function hold(
  tx: Tx,
  kit: ReviewKit,
  row: SampleRow,
  values: { report: string; items: string; safety: string },
): Promise<void> {
  const finding: Finding = {
    ...{ supplierId: row.supplier_id, productId: row.product_id, ground: 'EXT-01' },
    ...{ sourceKey: sourceOf(row.retest_of ?? row.id), code: 'sampleFailed', measure: 'productDelisting' },
    values: { ...values, lot: row.lot_code ?? '' },
  };
  const caseId = await takeUpByRule(tx, kit, finding, 'spotCheck');
  // Whoever took the sample had a hand in it as well: an appeal may be about the taking.
  if (caseId !== null && row.taken_by !== null) await tx.sql(insertPart, [caseId, row.taken_by, 'opener', [], tx.now]);
}

export async function cancelSample(tx: Tx, wanted: Deciding & Body<'cancel'>): Promise<void> {
  const { row } = await openSample(tx, wanted, 'cancel');
  await tx.sql(cancelSampleRow, [row.id, wanted.reason]);
  note(tx, row, 'cancel', { reason: wanted.reason });
}

/** The supplier asks for another laboratory, once and within the legal days. @throws ProblemError RETEST_OVER */
export async function askRetest(tx: Tx, { id, version }: Deciding): Promise<{ id: string }> {
  tx.attempt({ action: 'sample.retest', subjectKind: 'sample', subjectId: id });
  const [row] = await tx.sql(lockSample, [id]);
  if (!row || !ownSuppliers(deciderOf(tx)).includes(row.supplier_id)) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (row.state !== 'failed' || row.retest_of !== null) throw notAtThisStep(row.state);
  if (row.retest_until === null || row.retest_until < time.businessDate(tx.now)) throw fail('RETEST_OVER');
  const [again] = await tx.sql(insertRetest, [id]);
  if (!again) throw fail('RETEST_OVER');
  await tx.sql(touchSample, [id]);
  note(tx, row, 'retest', { retestId: again.id });
  return again;
}

function sourceOf(sampleId: string): string {
  return `sample:${sampleId}`;
}

function note(tx: Tx, row: SampleRow, event: string, after: object): void {
  tx.audit({
    action: `sample.${event}`,
    subjectKind: 'sample',
    subjectId: row.id,
    before: { state: row.state },
    after: {
      ...states.ledTo(machines.sampleStates, row.state, event),
      ...{ supplierId: row.supplier_id, productId: row.product_id, ...after },
    },
  });
}
