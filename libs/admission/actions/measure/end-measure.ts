import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { mayActOnMeasure, type MeasureAction } from '../../rules/watch/may-act';
import { MESSAGES } from '../../rules/watch/messages';
import {
  cancelRectifications,
  sendBackRectification,
  verifyRectification,
} from '../../store/measure/rectification.sql';
import {
  endMeasures,
  lockMeasure,
  machineMeasuresOfCases,
  touchMeasure,
  type MeasureRow,
} from '../../store/measure/measure.sql';
import { closeCuredCases } from '../../store/watch/case.sql';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, takeCasePart, type Deciding, type OpenMatter } from '../watch/open-matter';
import { tellSuppliers } from '../watch/tell';

async function openMeasure(tx: Tx, { id, version }: Deciding, action: MeasureAction): Promise<OpenMatter<MeasureRow>> {
  tx.attempt({ action: `measure.${action}`, subjectKind: 'measure', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockMeasure, [id]);
  if (!row) throw fail('NOT_FOUND');
  const { supplier_id: supplierId, county_code: countyCode, kind, state, participants } = row;
  const matter = { supplierId, countyCode, kind, state, participants };
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

/** What opened these cases is cured: what machines imposed ends, and a case with nothing more in force is closed. */
export async function cure(tx: Tx, kit: ReviewKit, caseIds: readonly string[], reason: string): Promise<void> {
  if (caseIds.length === 0) return;
  const ids = (await tx.sql(machineMeasuresOfCases, [caseIds])).map(({ id }) => id);
  await end(tx, kit, { ids, event: 'lift', by: 'system:watching', reason });
  for (const { id } of await tx.sql(closeCuredCases, [caseIds, tx.now, reason])) {
    tx.audit({ action: 'case.close', subjectKind: 'case', subjectId: id, after: { outcome: reason } });
  }
}

const STATES = { lift: 'lifted', expire: 'expired', annul: 'annulled', replace: 'replaced' } as const satisfies Record<
  string,
  machines.MeasureState
>;

/** Ends measures that are in force; one that has ended stays as it ended. Whoever is concerned hears of it. */
export async function end(
  tx: Tx,
  kit: ReviewKit,
  { ids, event, by, reason }: { ids: readonly string[]; event: keyof typeof STATES; by: string; reason: string },
): Promise<void> {
  if (ids.length === 0) return;
  const ended = await tx.sql(endMeasures, [ids, STATES[event], tx.now, by, reason]);
  await tx.sql(cancelRectifications, [ended.map(({ id }) => id)]);
  for (const { id, kind, supplier_id: supplierId } of ended) {
    tx.audit({
      action: `measure.${event}`,
      subjectKind: 'supplier',
      subjectId: supplierId,
      before: { state: 'inForce' },
      after: { measureId: id, kind, reason },
    });
  }
  await tellSuppliers(
    tx,
    kit,
    ended.map(({ id, kind, supplier_id: supplierId }) => ({
      ...{ supplierId, key: `measure.ended:${id}`, county: true },
      message: (supplier: string) => MESSAGES.ended({ supplier, kind, reason: { zh: reason, en: reason } }),
    })),
  );
}
