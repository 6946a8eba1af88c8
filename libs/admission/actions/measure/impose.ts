import { fail, type watching } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { KIND_WORDS, MESSAGES } from '../../rules/watch/messages';
import { monthsLater } from '../../rules/watch/months-later';
import { insertRectification } from '../../store/measure/rectification.sql';
import { imposeMeasures, sameInForce, type MeasureKind } from '../../store/measure/measure.sql';
import { lockCertified, type WatchCaseRow } from '../../store/watch/case.sql';
import type { ReviewKit } from '../review/review-kit';
import { tellSuppliers } from '../watch/tell';
import { tellTraders } from '../watch/tell-traders';
import { end } from './end';

export interface MeasureWanted {
  readonly about: Pick<WatchCaseRow, 'id' | 'supplier_id' | 'ground'>;
  readonly kind: MeasureKind;
  readonly productId: string | null;
  readonly reason: string;
  readonly reasonEn?: string;
  readonly endsOn?: string;
  /** Of a rectification. */
  readonly dueOn?: string;
}

/**
 * Imposes a measure that people decided on. The right to sell is read in the statement that sells, so it acts on the very next
 * request; the supplier is told at once, with until when it may state its case and appeal.
 *
 * @throws ProblemError MEASURE_IN_FORCE, DAY_UNSOUND
 */
export async function impose(tx: Tx, kit: ReviewKit, wanted: MeasureWanted): Promise<string> {
  must(tx.actor.kind === 'person', 'people decide here; machines take up findings');
  const { about, kind, productId, reason, reasonEn = null, endsOn = null } = wanted;
  const today = time.businessDate(tx.now);
  if (kind === 'exit') await tx.sql(lockCertified, [about.supplier_id]);
  const standing = await tx.sql(sameInForce, [about.supplier_id, kind, productId, about.id]);
  if (standing.some((one) => one.imposed_by.startsWith('person:'))) throw fail('MEASURE_IN_FORCE');
  const until = kind === 'warning' && endsOn === null ? await warningUntil(tx, today) : endsOn;
  const row = {
    ...{
      supplier_id: about.supplier_id,
      kind,
      product_id: productId,
      ground: about.ground,
      reason,
      reason_en: reasonEn,
    },
    ...{ case_id: about.id, ends_on: until },
  };
  const [imposed] = await tx.sql(imposeMeasures, [
    ...[JSON.stringify([row]), `person:${tx.actor.personId}`, tx.now, today],
    await policyOn(tx, 'admission.statementWorkingDays', today),
    await policyOn(tx, 'admission.appealWorkingDays', today),
  ]);
  must(imposed, 'the measure was written');
  // A machine's ends by itself when what it found is cured; what people decide stands until people end it.
  await end(tx, kit, {
    ...{ ids: standing.map(({ id }) => id), event: 'replace', by: `person:${tx.actor.personId}` },
    ...{ reason: `由人工决定的${KIND_WORDS[kind].zh}取代`, untold: true },
  });
  if (kind === 'rectification') {
    const dueOn = wanted.dueOn ?? time.addDays(today, await rectificationDays(tx, about.ground, today));
    if (dueOn <= today)
      throw fail('DAY_UNSOUND', { errors: [{ pointer: '/body/dueOn', code: 'DAY', message: 'after today' }] });
    await tx.sql(insertRectification, [imposed.id, dueOn]);
  }
  tx.audit({
    action: 'measure.impose',
    subjectKind: 'supplier',
    subjectId: about.supplier_id,
    after: { measureId: imposed.id, caseId: about.id, kind, productId, reason, endsOn: until },
  });
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: about.supplier_id, key: `measure.imposed:${imposed.id}`, county: true, sms: true },
      message: (supplier) => MESSAGES.imposed({ supplier, kind, reason: { zh: reason, en: reasonEn ?? reason } }),
    },
  ]);
  await tellTraders(tx, kit, [imposed], 'began');
  return imposed.id;
}

async function warningUntil(tx: Tx, today: string): Promise<string> {
  return monthsLater(today, await policyOn(tx, 'admission.warningMonths', today));
}

/** What the ground's setting says; where it leaves it to people, they name a day. @throws ProblemError DAY_UNSOUND */
async function rectificationDays(tx: Tx, ground: watching.Ground, today: string): Promise<number> {
  const days = (await policyOn(tx, `admission.ground.${ground}`, today)).rectificationDays;
  if (days !== null) return days;
  throw fail('DAY_UNSOUND', {
    errors: [{ pointer: '/body/dueOn', code: 'DAY', message: 'this ground names no days: say until when' }],
  });
}

/** Months of the bar that a ground brings with an exit. */
export async function barMonthsOf(tx: Tx, ground: watching.Ground, today: string): Promise<number> {
  return (await policyOn(tx, `admission.ground.${ground}`, today)).barMonths ?? 0;
}
