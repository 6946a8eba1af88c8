import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { mayActOnMeasure, type MeasureAction } from '../../rules/watch/may-act';
import { MESSAGES } from '../../rules/watch/messages';
import { sendBackRectification, verifyRectification } from '../../store/measure/rectification.sql';
import { lockMeasure, touchMeasure, type MeasureRow } from '../../store/measure/measure.sql';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, takeCasePart, type Deciding, type OpenMatter } from '../watch/open-matter';
import { tellSuppliers } from '../watch/tell';
import { cure, cureSource, end } from './end';

async function openMeasure(tx: Tx, { id, version }: Deciding, action: MeasureAction): Promise<OpenMatter<MeasureRow>> {
  tx.attempt({ action: `measure.${action}`, subjectKind: 'measure', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockMeasure, [id]);
  if (!row) throw fail('NOT_FOUND');
  const { supplier_id: supplierId, county_code: countyCode, kind, state, participants, spoken_by: spokenBy } = row;
  const matter = { supplierId, countyCode, kind, state, participants, spokenBy };
  mustBeFree(mayActOnMeasure(action, matter, row.rectification?.state ?? null, decider), { row, decider, version });
  return { row, decider };
}

/** Lifts a measure, with a reason the supplier and the public read. @throws ProblemError as openMatter */
export async function liftMeasure(
  tx: Tx,
  kit: ReviewKit,
  wanted: Deciding & InputOf<'POST /admission/measures/{id}/lift'>['body'],
): Promise<void> {
  const { row, decider } = await openMeasure(tx, wanted, 'lift');
  await takeCasePart(tx, row.case_id, decider, 'verifier');
  await end(tx, kit, { ids: [row.id], event: 'lift', by: `person:${decider.personId}`, reason: wanted.reason });
}

/** Verifies that it was put right, which ends the rectification, or sends it back until a day. @throws ProblemError DAY_UNSOUND */
export async function verifyMeasure(
  tx: Tx,
  kit: ReviewKit,
  wanted: Deciding & InputOf<'POST /admission/measures/{id}/verification'>['body'],
): Promise<void> {
  const { verdict, note, dueOn } = wanted;
  const action = verdict === 'verified' ? 'verify' : 'sendBack';
  const { row, decider } = await openMeasure(tx, wanted, action);
  const { rectification } = row;
  must(rectification, 'what is verified was put right');
  const next = states.transition(machines.rectificationStates, rectification.state, action);
  await takeCasePart(tx, row.case_id, decider, 'verifier');
  if (verdict === 'verified') {
    await tx.sql(verifyRectification, [row.id, next, note, decider.personId, tx.now]);
    await end(tx, kit, { ids: [row.id], event: 'lift', by: `person:${decider.personId}`, reason: note });
    await cure(
      tx,
      kit,
      [row.case_id].flatMap((id) => id ?? []),
      '整改已核实',
    );
    const sourceKey = `rectification:${row.id}`;
    await cureSource(tx, kit, { supplierId: row.supplier_id, sourceKey }, '整改已核实');
    return;
  }
  const until = dueOn ?? rectification.due_on;
  if (until <= time.businessDate(tx.now)) {
    throw fail('DAY_UNSOUND', { errors: [{ pointer: '/body/dueOn', code: 'DAY', message: 'after today' }] });
  }
  await tx.sql(sendBackRectification, [row.id, next, note, until]);
  await tx.sql(touchMeasure, [row.id]);
  tx.audit({ action: 'measure.sendBack', subjectKind: 'measure', subjectId: row.id, after: { note, until } });
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: row.supplier_id, key: `measure.sentBack:${row.id}:${row.row_version}`, sms: true },
      message: (supplier) => MESSAGES.sentBack({ supplier, until, reason: { zh: note, en: note } }),
    },
  ]);
}
