import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, states } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { readershipOf, type Readership } from '../../rules/readership';
import { findAdjustment, listAdjustments, type AdjustmentRow } from '../../store/adjustment.sql';

export type AdjustmentView = ResponseOf<'GET /settlement/adjustments/{id}'>;

const wire = (fen: bigint) => money.toWire(money.fen(fen));

function view(row: AdjustmentRow, actor: Actor): AdjustmentView {
  const grants = actor.kind === 'person' ? actor.grants : [];
  const isOfPlatform = grants.some(({ role }) => role !== 'supplier');
  const name = (one: string | null) => (isOfPlatform ? one : null);
  return {
    ...{ id: row.id, kind: row.kind, supplier: { id: row.supplier_id, name: row.supplier_name } },
    ...{ amount: wire(row.amount_fen), reason: row.reason, evidence: row.evidence, state: row.state },
    about: aboutOf(row),
    ...{ proposedBy: name(row.proposed_by_name), proposedAt: row.proposed_at.toISOString() },
    ...{ decidedBy: name(row.decided_by_name), decidedAt: row.decided_at?.toISOString() ?? null },
    decidedReason: row.decided_reason,
    statement: row.statement_id === null ? null : { id: row.statement_id, periodEnd: row.period_end! },
    mine: mineOf(row, actor),
  };
}

function aboutOf(row: AdjustmentRow): AdjustmentView['about'] {
  if (row.about_statement_id === null) return null;
  return {
    statementId: row.about_statement_id,
    periodEnd: row.about_period_end!,
    line:
      row.line_id === null ? null : { id: row.line_id, orderNumber: row.order_number!, productName: row.product_name! },
  };
}

function mineOf(row: AdjustmentRow, actor: Actor): AdjustmentView['mine'] {
  const isFinance = actor.kind === 'person' && actor.grants.some(({ role }) => role === 'finance');
  if (!isFinance || states.transition(machines.adjustmentStates, row.state, 'approve') === null) return null;
  return row.proposed_by === actor.personId ? 'withdraw' : 'decide';
}

const valuesOf = (actor: Actor) => {
  const { everything, suppliers, jurisdictions } = readershipOf(actor.kind === 'person' ? actor.grants : []);
  return [everything, suppliers, jurisdictions];
};

/** Adjustments that the reader may read, newest first. @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function viewAdjustments(
  database: Database,
  actor: Actor,
  { state, statementId, cursor, limit }: InputOf<'GET /settlement/adjustments'>['query'],
): Promise<ResponseOf<'GET /settlement/adjustments'>> {
  const rows = await database.read(listAdjustments, [
    ...[...valuesOf(actor), state ?? null, statementId ?? null, placeIn(cursor), limit + 1],
  ]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => view(row, actor),
  );
}

/** @throws ProblemError NOT_FOUND, also where it is not the reader's to read */
export async function viewAdjustment(database: Database, actor: Actor, id: string): Promise<AdjustmentView> {
  const [row] = await database.read(findAdjustment, [...valuesOf(actor), id]);
  if (!row) throw fail('NOT_FOUND');
  return view(row, actor);
}

/** What of adjustments stands on a statement, for whoever may read that. @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function adjustmentsOfStatement(
  database: Database,
  { everything, suppliers, jurisdictions }: Readership,
  statementId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ data: Pick<AdjustmentView, 'kind' | 'reason' | 'amount' | 'about'>[]; nextCursor: string | null }> {
  const rows = await database.read(listAdjustments, [
    ...[everything, suppliers, jurisdictions, null, statementId, placeIn(cursor), limit + 1],
  ]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({ kind: row.kind, reason: row.reason, amount: wire(row.amount_fen), about: aboutOf(row) }),
  );
}
