import { fail, type InputOf, machines } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, newId, type Tx } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { isCompetent } from '../../rules/four-eyes';
import { MESSAGES } from '../../rules/watch/messages';
import { mayActOnCase } from '../../rules/watch/may-act';
import { monthsLater } from '../../rules/watch/months-later';
import { inForceOfCase } from '../../store/measure/measure.sql';
import { EXIT_REQUEST } from '../../store/watch/asked-to-leave';
import {
  certifiedSupplier,
  closeWatchCase,
  dropProposal,
  insertStatement,
  lockWatchCase,
  openWatchCases,
  proposeOnCase,
  touchWatchCase,
  type WatchCaseRow,
} from '../../store/watch/case.sql';
import { startExit } from '../exit/start-exit';
import { barMonthsOf, impose } from '../measure/impose';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, notAtThisStep, openMatter, ownSuppliers, takeCasePart, type Deciding } from './open-matter';
import { mustBePapersOf } from './supplier-papers';
import { tellInCharge, tellSuppliers } from './tell';

type Body<Key extends 'measures' | 'proposal' | 'decision' | 'close'> =
  InputOf<`POST /admission/cases/{id}/${Key}`>['body'];

/** Opens a case on a ground that people found. @throws ProblemError NOT_FOUND, FOUR_EYES */
export async function openCaseByHand(
  tx: Tx,
  wanted: InputOf<'POST /admission/cases'>['body'],
): Promise<{ id: string }> {
  const { supplierId, productId = null, ground, summary } = wanted;
  tx.attempt({ action: 'case.open', subjectKind: 'supplier', subjectId: supplierId });
  const decider = deciderOf(tx);
  const today = time.businessDate(tx.now);
  const [supplier] = await tx.sql(certifiedSupplier, [supplierId]);
  if (!supplier || !isCompetent(decider.grants, supplier.county_code, { role: 'reviewer' })) throw fail('NOT_FOUND');
  const matter = {
    supplierId,
    countyCode: supplier.county_code,
    state: 'open',
    participants: [],
    spokenBy: [],
  } as const;
  mustBeFree(mayActOnCase('impose', matter, decider), {
    ...{ row: { county_code: supplier.county_code, state: 'open', row_version: 1 }, decider, version: 1 },
  });
  const row = {
    ...{ supplier_id: supplierId, product_id: productId, ground, source_key: `person:${newId()}` },
    ...{ facts: { code: 'person', values: {} }, summary_zh: summary, summary_en: summary },
  };
  const statementDays = await policyOn(tx, 'admission.statementWorkingDays', today);
  const by = `person:${decider.personId}`;
  const [opened] = await tx.sql(openWatchCases, [JSON.stringify([row]), today, tx.now, by, statementDays]);
  if (!opened) throw fail('NOT_FOUND');
  await takeCasePart(tx, opened.id, decider, 'opener');
  tx.audit({
    action: 'case.open',
    subjectKind: 'supplier',
    subjectId: supplierId,
    after: { caseId: opened.id, ground },
  });
  return { id: opened.id };
}

/** Imposes a measure at once. @throws ProblemError PRODUCT_MISSING, MEASURE_IN_FORCE, DAY_UNSOUND and those of openMatter */
export async function imposeOnCase(
  tx: Tx,
  kit: ReviewKit,
  wanted: Deciding & Body<'measures'>,
): Promise<{ measureId: string }> {
  const { row, decider } = await openMatter(tx, wanted, 'impose');
  const { kind, reason, dueOn } = wanted;
  const productId = kind === 'productDelisting' ? (wanted.productId ?? row.product_id) : (wanted.productId ?? null);
  if ((kind === 'productDelisting') !== (productId !== null)) throw fail('PRODUCT_MISSING');
  const measureId = await impose(tx, kit, { about: row, kind, productId, reason, ...(dueOn ? { dueOn } : {}) });
  await takeCasePart(tx, row.id, decider, 'imposer');
  await tx.sql(touchWatchCase, [row.id]);
  return { measureId };
}

/** Proposes suspension or exit: the supplier is told what is proposed and why, and is heard before anybody decides. */
export async function propose(tx: Tx, kit: ReviewKit, wanted: Deciding & Body<'proposal'>): Promise<void> {
  const { row, decider } = await openMatter(tx, wanted, 'propose');
  const today = time.businessDate(tx.now);
  const { kind, reason } = wanted;
  const barMonths = kind === 'exit' ? (wanted.barMonths ?? (await barMonthsOf(tx, row.ground, today))) : null;
  const hearing = await addWorkingDays(tx, today, await policyOn(tx, 'admission.statementWorkingDays', today));
  // Who asked to leave is on public notice that long at least.
  const noticed = row.source_key === EXIT_REQUEST ? row.statement_until : null;
  const until = noticed !== null && noticed > hearing ? noticed : hearing;
  await tx.sql(proposeOnCase, [row.id, kind, decider.personId, tx.now, reason, barMonths, until]);
  await takeCasePart(tx, row.id, decider, 'proposer');
  auditCase(tx, row, 'propose', { kind, reason, barMonths, until });
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: row.supplier_id, key: `case.proposed:${row.id}:${row.row_version}`, sms: true },
      message: (supplier) => MESSAGES.proposed({ supplier, kind, until, reason: { zh: reason, en: reason } }),
    },
  ]);
}

/**
 * Decides on a proposal, by somebody else than made it, who may still take it back. Imposing waits until the supplier was heard; an exit begins its procedure
 * and brings the bar that was proposed with it.
 *
 * @throws ProblemError STATEMENT_WINDOW_OPEN, MEASURE_IN_FORCE and those of openMatter
 */
export async function decideCase(tx: Tx, kit: ReviewKit, wanted: Deciding & Body<'decision'>): Promise<void> {
  const { row, decider } = await openMatter(tx, wanted, wanted.decision === 'dropped' ? 'drop' : 'decide');
  const { decision, reason } = wanted;
  if (decision === 'dropped') {
    await tx.sql(dropProposal, [row.id]);
    auditCase(tx, row, 'drop', { reason });
    return tellDropped(tx, kit, row, reason);
  }
  const today = time.businessDate(tx.now);
  must(row.proposed_kind && row.statement_until, 'a proposal says what, and until when the supplier is heard');
  if (row.statement_until >= today) throw fail('STATEMENT_WINDOW_OPEN', { extra: { until: row.statement_until } });
  const measureId = await impose(tx, kit, { about: row, kind: row.proposed_kind, productId: null, reason });
  await takeCasePart(tx, row.id, decider, 'decider');
  if (row.proposed_kind === 'exit') {
    const barredUntil = row.bar_months ? monthsLater(today, row.bar_months) : null;
    if (barredUntil !== null) {
      await impose(tx, kit, { about: row, kind: 'reAdmissionBar', productId: null, reason, endsOn: barredUntil });
    }
    await startExit(tx, kit, { supplierId: row.supplier_id, countyCode: row.county_code, measureId });
  }
  await tx.sql(closeWatchCase, [row.id, `person:${decider.personId}`, decider.personId, tx.now, reason]);
  auditCase(tx, row, 'decide', { kind: row.proposed_kind, measureId, reason });
}

/** Closes a case, and says so to whom it was about; while something that it brought is in force, it stays open. @throws ProblemError MEASURE_IN_FORCE */
export async function closeCase(tx: Tx, kit: ReviewKit, wanted: Deciding & Body<'close'>): Promise<void> {
  const { row, decider } = await openMatter(tx, wanted, 'close');
  const open = await tx.sql(inForceOfCase, [row.id]);
  // A warning runs its time by itself; everything else has an end somebody must see.
  if (open.some(({ kind }) => kind !== 'warning' && kind !== 'notice')) throw fail('MEASURE_IN_FORCE');
  await tx.sql(closeWatchCase, [row.id, `person:${decider.personId}`, null, tx.now, wanted.outcome]);
  auditCase(tx, row, 'close', { outcome: wanted.outcome });
  const outcome = { zh: wanted.outcome, en: wanted.outcome };
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: row.supplier_id, key: `case.closed:${row.id}` },
      message: (supplier) => MESSAGES.closed({ supplier, reason: outcome }),
    },
  ]);
}

/** The supplier says what there is to say. @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, STATEMENT_WINDOW_OVER */
export async function stateOnCase(
  tx: Tx,
  kit: ReviewKit,
  { id, version, statement, files }: Deciding & InputOf<'POST /supplier/cases/{id}/statements'>['body'],
): Promise<void> {
  tx.attempt({ action: 'case.state', subjectKind: 'case', subjectId: id });
  const speaker = deciderOf(tx);
  const [row] = await tx.sql(lockWatchCase, [id]);
  if (!row || !ownSuppliers(speaker).includes(row.supplier_id)) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (row.state === 'closed') throw notAtThisStep(row.state);
  if (row.statement_until === null || row.statement_until < time.businessDate(tx.now))
    throw fail('STATEMENT_WINDOW_OVER');
  await mustBePapersOf(tx, row.supplier_id, files);
  await tx.sql(insertStatement, [id, statement, files, speaker.personId, tx.now]);
  await tx.sql(touchWatchCase, [id]);
  auditCase(tx, row, 'state', { files: files.length });
  await tellInCharge(tx, kit, {
    countyCode: row.county_code,
    asked: row.participants.map(({ personId }) => personId),
    key: `case.stated:${id}:${row.row_version}`,
    message: MESSAGES.stated({ supplier: row.supplier_name, until: row.statement_until }),
  });
}

async function tellDropped(tx: Tx, kit: ReviewKit, row: WatchCaseRow, reason: string): Promise<void> {
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: row.supplier_id, key: `case.dropped:${row.id}:${row.row_version}` },
      message: (supplier) => MESSAGES.dropped({ supplier, reason: { zh: reason, en: reason } }),
    },
  ]);
}

function auditCase(tx: Tx, row: WatchCaseRow, action: string, after: object): void {
  tx.audit({
    ...{ action: `case.${action}`, subjectKind: 'case', subjectId: row.id },
    ...{ before: { state: row.state }, after: { ...states.ledTo(machines.caseStates, row.state, action), ...after } },
  });
}
