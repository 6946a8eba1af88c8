import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { isAppealable, mayDecideAppeal } from '../../rules/watch/may-act';
import { MESSAGES } from '../../rules/watch/messages';
import {
  decideAppealRow,
  insertAppeal,
  lockAppeal,
  withdrawAppealRow,
  type AppealRow,
} from '../../store/measure/appeal.sql';
import { inForceOfCase, touchMeasure } from '../../store/measure/measure.sql';
import { peopleOfRole } from '../../store/review/people.sql';
import { cancelExit } from '../exit/start-exit';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, notAtThisStep, ownSuppliers, type Deciding } from '../watch/open-matter';
import { mustBePapersOf } from '../watch/supplier-papers';
import { tellSuppliers } from '../watch/tell';
import { cureSource, end } from './end';
import { openOwnMeasure } from './rectify';

/**
 * Appeals against a measure, once and within the window, also where it has ended: a wrong one stays on the record until somebody
 * annuls it.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, APPEAL_OVER, APPEALED_ALREADY
 */
export async function fileAppeal(
  tx: Tx,
  kit: ReviewKit,
  wanted: Deciding & InputOf<'POST /supplier/measures/{id}/appeal'>['body'],
): Promise<{ id: string }> {
  const { row, owner } = await openOwnMeasure(tx, wanted, 'appeal');
  const today = time.businessDate(tx.now);
  if (row.appeal !== null) throw fail('APPEALED_ALREADY');
  if (!isAppealable(row.state)) throw notAtThisStep(row.state);
  if (row.appeal_until === null || row.appeal_until < today)
    throw fail('APPEAL_OVER', { extra: { until: row.appeal_until } });
  await mustBePapersOf(tx, row.supplier_id, wanted.files);
  const answerDays = await policyOn(tx, 'admission.appealAnswerWorkingDays', today);
  const [appeal] = await tx.sql(insertAppeal, [
    ...[row.id, wanted.statement, wanted.files, owner.personId, today, answerDays, tx.now],
  ]);
  if (!appeal) throw fail('APPEALED_ALREADY');
  await tx.sql(touchMeasure, [row.id]);
  tx.audit({ action: 'measure.appeal', subjectKind: 'measure', subjectId: row.id, after: { appealId: appeal.id } });
  const [filed] = await tx.sql(lockAppeal, [appeal.id]);
  must(filed, 'the appeal was written');
  await tellDeciders(tx, kit, filed);
  return appeal;
}

/** Takes an appeal back before anybody decided it. There is no second one. */
export async function withdrawAppeal(tx: Tx, { id, version }: Deciding): Promise<void> {
  tx.attempt({ action: 'appeal.withdraw', subjectKind: 'appeal', subjectId: id });
  const [row] = await tx.sql(lockAppeal, [id]);
  if (!row || !ownSuppliers(deciderOf(tx)).includes(row.supplier_id)) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (states.transition(machines.appealStates, row.state, 'withdraw') === null) throw notAtThisStep(row.state);
  await tx.sql(withdrawAppealRow, [id]);
  await tx.sql(touchMeasure, [row.measure_id]);
  tx.audit({
    action: 'appeal.withdraw',
    subjectKind: 'appeal',
    subjectId: id,
    before: { state: row.state },
    after: { state: 'withdrawn' },
  });
}

/**
 * Decides an appeal, by nobody who had a hand in the case. Upheld, the measure is annulled with what came with it (an exit's bar
 * and procedure), and the supplier may sell on its next request where nothing else stands against it.
 */
export async function decideAppeal(
  tx: Tx,
  kit: ReviewKit,
  wanted: Deciding & InputOf<'POST /admission/appeals/{id}/decision'>['body'],
): Promise<void> {
  const { id, version, decision, reason } = wanted;
  tx.attempt({ action: 'appeal.decide', subjectKind: 'appeal', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockAppeal, [id]);
  if (!row) throw fail('NOT_FOUND');
  const { supplier_id: supplierId, county_code: countyCode, state, participants, spoken_by: spokenBy } = row;
  const matter = { supplierId, countyCode, state, participants, spokenBy };
  mustBeFree(mayDecideAppeal(matter, decider), { row, decider, version });
  await tx.sql(decideAppealRow, [id, decision, decider.personId, reason, tx.now]);
  await tx.sql(touchMeasure, [row.measure_id]);
  tx.audit({
    action: 'appeal.decide',
    subjectKind: 'appeal',
    subjectId: id,
    before: { state },
    after: { state: decision, reason, measureId: row.measure_id },
  });
  if (decision === 'upheld') {
    await end(tx, kit, {
      ...{ ids: [row.measure_id, ...(await alongWith(tx, row))], event: 'annul', by: `person:${decider.personId}` },
      reason: `申诉成立：${reason}`,
    });
    if (row.kind === 'exit') await cancelExit(tx, row.measure_id);
    // Nobody is late with what need not have been done.
    if (row.kind === 'rectification')
      await cureSource(tx, kit, { supplierId, sourceKey: `rectification:${row.measure_id}` }, '整改要求已撤销');
  }
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId, key: `appeal.decided:${id}`, county: true, sms: true },
      message: (supplier) =>
        MESSAGES.appealDecided({ supplier, upheld: decision === 'upheld', reason: { zh: reason, en: reason } }),
    },
  ]);
}

/** With an exit falls the bar it brought. */
async function alongWith(tx: Tx, { kind, case_id: caseId }: AppealRow): Promise<string[]> {
  if (kind !== 'exit' || caseId === null) return [];
  return (await tx.sql(inForceOfCase, [caseId])).flatMap((one) => (one.kind === 'reAdmissionBar' ? [one.id] : []));
}

/** Only those may hear of it as a task who had no hand in the case. */
async function tellDeciders(tx: Tx, kit: ReviewKit, row: AppealRow): Promise<void> {
  const reviewers = (await tx.sql(peopleOfRole, [['reviewer'], row.county_code, null])).map((one) => one.person_id);
  const had = new Set(row.participants.map(({ personId }) => personId));
  const free = reviewers.filter((personId) => !had.has(personId));
  const { title, body } = MESSAGES.appealFiled({ supplier: row.supplier_name, until: row.due_on });
  if (free.length > 0)
    await kit.notices.tellAll(tx, free, { key: `appeal.filed:${row.id}`, title, body, about: `appeal:${row.id}` });
}
