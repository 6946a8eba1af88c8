import { fail, type machines } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { lines } from '@xihuo/ordering';
import { mustBeVersion, type Database, type Tx } from '@xihuo/platform';
import type { Viewer } from '../rules/case-facts';
import { actsOf, tiedTo } from '../rules/may-act';
import { awardOfCase, linesOfCase, messagesOfCase } from '../store/case-file.sql';
import { lockCase, readCase, visibleTo, type CaseRow } from '../store/case.sql';
import { caseView, factsOf, type CaseView } from '../store/case-view';

/** How somebody comes to a case. The order, the suppliers or the counties are part of the question: another's case is not found. */
export type Entrance =
  | {
      readonly side: 'buyer';
      readonly orderId: string;
      readonly personId: string | null;
      readonly token: string | null;
    }
  | { readonly side: 'supplier'; readonly personId: string; readonly supplierIds: readonly string[] }
  | { readonly side: 'mediator'; readonly personId: string; readonly organisationIds: readonly string[] }
  | { readonly side: 'reader'; readonly counties: readonly string[] };

export function viewerOf(entrance: Entrance): Viewer {
  return entrance.side === 'reader' ? { side: 'reader' } : entrance;
}

function keysOf(id: string, entrance: Entrance): unknown[] {
  return [
    id,
    entrance.side === 'buyer' ? entrance.orderId : null,
    entrance.side === 'supplier' ? entrance.supplierIds : null,
  ];
}

/**
 * Locks a case for somebody who wants to do something with it.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, DISPUTE_NOT_FREE, DISPUTE_TAKEN, DISPUTE_STATE
 */
export async function openCase(
  tx: Tx,
  entrance: Entrance,
  { id, act, version }: { id: string; act: machines.disputing.DisputeAct; version?: number },
): Promise<CaseRow> {
  tx.attempt({ action: `dispute.${act}`, subjectKind: 'dispute', subjectId: id });
  must(entrance.side !== 'reader', 'readers do nothing');
  if (entrance.side === 'buyer') await lines.orderFor(tx, entrance.orderId, entrance, 'receive');
  const [row] = await tx.sql(lockCase, keysOf(id, entrance));
  if (!row) throw fail('NOT_FOUND');
  if (version !== undefined) mustBeVersion(row.row_version, version);
  if (actsOf(factsOf(row), viewerOf(entrance)).includes(act)) return row;
  throw refusal(row, entrance, act);
}

/** Why not: the wrong person is another answer than the wrong moment. */
function refusal(row: CaseRow, entrance: Entrance, act: machines.disputing.DisputeAct): Error {
  const extra = { state: row.state };
  if (entrance.side === 'mediator') {
    const { personId } = entrance;
    const facts = factsOf(row);
    if (tiedTo(facts, entrance)) return fail('DISPUTE_NOT_FREE');
    const had = row.parts.some((part) => part.personId === personId);
    if (row.state === 'appealed' && had) return fail('DISPUTE_NOT_FREE');
    if (row.state === 'referred' && row.referred_by === personId) return fail('DISPUTE_NOT_FREE');
    if (row.mediator_id !== null && row.mediator_id !== personId && ['evidence', 'mediating'].includes(row.state))
      return fail('DISPUTE_TAKEN');
  }
  if (act === 'appeal' && row.appeal_by !== null) return fail('DISPUTE_APPEALED_ALREADY');
  return fail('DISPUTE_STATE', { extra });
}

/** The whole case file for one of its sides. @throws ProblemError NOT_FOUND */
export async function viewCase(database: Database, id: string, entrance: Entrance): Promise<CaseView> {
  const row = await findCase(database, id, entrance);
  const [linesRows, messages, [award]] = await Promise.all([
    database.read(linesOfCase, [id]),
    database.read(messagesOfCase, [id]),
    database.read(awardOfCase, [id]),
  ]);
  return caseView({ row, lines: linesRows, messages, award }, viewerOf(entrance));
}

/** @throws ProblemError NOT_FOUND */
export async function findCase(database: Database, id: string, entrance: Entrance): Promise<CaseRow> {
  if (entrance.side === 'buyer') await lines.orderFor(database, entrance.orderId, entrance);
  if (entrance.side === 'reader' && (await database.read(visibleTo, [id, entrance.counties])).length === 0)
    throw fail('NOT_FOUND');
  const [row] = await database.read(readCase, keysOf(id, entrance));
  if (!row) throw fail('NOT_FOUND');
  return row;
}
