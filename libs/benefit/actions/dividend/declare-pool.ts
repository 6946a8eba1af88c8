import { fail, machines, type InputOf } from '@xihuo/contract';
import { money, must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { POOL_MESSAGES } from '../../rules/pool-messages';
import { insertPool, lockPool, lockPoolsOfYear, setDeclared, setDiscarded, type PoolRow } from '../../store/pool.sql';
import { peopleOfHouseholds } from '../../store/payees.sql';
import { peopleOfSupplier } from '../../store/people.sql';
import { fieldFault, idsOf, notAtThisStep, ownSuppliers, personOf, tell, type BenefitKit } from '../benefit-kit';
import { setAside } from '../../store/rent.sql';
import { owe, type NewObligation } from '../owe';
import { mustBePapers } from '../papers';
import { accrueRentsOf } from './accrue-rents';
import { poolParts, type PoolPart } from './pool-parts';
import { askedOf } from './view-pools';

type Drawn = InputOf<'POST /benefit/pools'>['body'];

export interface Deciding {
  readonly id: string;
  readonly version: number;
}

/**
 * Draws up a pool as the meeting resolved it. Nothing is owed yet.
 *
 * @throws ProblemError NOT_FOUND, INVALID_INPUT for a year to come, AMOUNT_ZERO, NOT_A_COLLECTIVE, POOL_TOO_SMALL,
 *   POOL_WITHOUT_PAYEES, PAPER_UNKNOWN
 */
export async function drawPool(tx: Tx, drawn: Drawn): Promise<{ id: string }> {
  const { supplierId, title, year, collective, paperId, withLandRent } = drawn;
  tx.attempt({ action: 'pool.draw', subjectKind: 'supplier', subjectId: supplierId });
  if (!ownSuppliers(tx.actor).includes(supplierId)) throw fail('NOT_FOUND');
  const today = time.businessDate(tx.now);
  if (`${year}-01-01` > today) throw fieldFault('INVALID_INPUT', 'year', 'a year that has begun');
  await mustBePapers(tx, { supplierId }, { paperId });
  const declaredFen = money.fromWire(drawn.declared);
  const parts = await poolParts(tx, { supplierId, year, declaredFen, withLandRent, collective }, today);
  const of = (kind: PoolPart['kind']) => sumOf(parts.filter((part) => part.kind === kind));
  const [written] = await tx.sql(insertPool, [
    ...[supplierId, title, year, declaredFen, withLandRent],
    ...[collective?.organisationId ?? null, collective?.shareBp ?? null, paperId],
    ...[of('landRent'), of('collectiveShare'), of('dividend'), new Set(parts.map((part) => part.payeeId)).size],
    ...[personOf(tx), tx.now],
  ]);
  must(written, 'a pool was written');
  tx.audit({
    ...{ action: 'pool.draw', subjectKind: 'pool', subjectId: written.id },
    after: { supplierId, year, declaredFen: declaredFen.toString(), paperId },
  });
  return written;
}

/**
 * Shares a pool out among those who hold shares on its record day: from now on every part is a debt of the supplier, funded by
 * settlement after wages, prices and premiums. Rents that it sets aside are owed by their days; those that are over at once.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, and what `drawPool` refuses: agreements may have changed since
 */
export async function declarePool(tx: Tx, kit: BenefitKit, deciding: Deciding): Promise<void> {
  await tx.sql(lockPoolsOfYear, [ownSuppliers(tx.actor), deciding.id]);
  const pool = await openPool(tx, deciding, 'declare');
  const today = time.businessDate(tx.now);
  if (pool.with_land_rent) await accrueRentsOf(tx, pool.supplier_id, pool.year);
  const parts = await poolParts(tx, askedOf(pool), today);
  must(sumOf(parts) === pool.declared_fen, 'the parts of a pool are the whole');
  await tx.sql(setDeclared, [pool.id, JSON.stringify(parts.map(plain)), personOf(tx), tx.now]);
  if (pool.with_land_rent) await tx.sql(setAside, [pool.id, pool.supplier_id, pool.year]);
  await owe(
    tx,
    parts.filter((part) => part.kind !== 'landRent' && part.amount_fen > 0n).map((part) => debtOf(part, pool, today)),
  );
  tx.audit({
    ...{ action: 'pool.declare', subjectKind: 'pool', subjectId: pool.id, before: { state: pool.state } },
    after: { state: 'declared', parts: parts.length, declaredFen: pool.declared_fen.toString() },
  });
  await tellPayees(tx, kit, pool, parts);
}

/** Lets a draft go. @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function discardPool(tx: Tx, { reason, ...deciding }: Deciding & { reason: string }): Promise<void> {
  const pool = await openPool(tx, deciding, 'discard');
  await tx.sql(setDiscarded, [pool.id, reason]);
  tx.audit({
    ...{ action: 'pool.discard', subjectKind: 'pool', subjectId: pool.id, before: { state: pool.state } },
    after: { state: 'discarded', reason },
  });
}

async function openPool(tx: Tx, { id, version }: Deciding, event: machines.PoolEvent): Promise<PoolRow> {
  tx.attempt({ action: `pool.${event}`, subjectKind: 'pool', subjectId: id });
  const [pool] = await tx.sql(lockPool, [ownSuppliers(tx.actor), id]);
  if (!pool) throw fail('NOT_FOUND');
  mustBeVersion(pool.row_version, version);
  if (states.transition(machines.poolStates, pool.state, event) === null) throw notAtThisStep(pool.state);
  return pool;
}

function sumOf(parts: readonly PoolPart[]): bigint {
  return parts.reduce((all, part) => all + part.amount_fen, 0n);
}

function plain({ kind, payeeId, agreementId, weight, amount_fen: fen }: PoolPart) {
  return { kind, payee_id: payeeId, agreement_id: agreementId, weight: `${weight}`, amount_fen: `${fen}` };
}

function debtOf(part: PoolPart, { id, supplier_id }: PoolRow, today: string): NewObligation {
  const payee =
    part.kind === 'collectiveShare'
      ? { household_id: null, collective_id: part.payeeId }
      : { household_id: part.payeeId };
  return {
    ...{ agreement_id: part.agreementId, supplier_id, ...payee, lot_id: null, kind: part.kind },
    ...{ source_kind: 'pool' as const, source_id: id, quantity: `${part.weight}`, rate_fen: '0' },
    ...{ amount_fen: `${part.amount_fen}`, earned_on: today },
  };
}

async function tellPayees(tx: Tx, kit: BenefitKit, pool: PoolRow, parts: readonly PoolPart[]): Promise<void> {
  const households = parts.filter((part) => part.kind !== 'collectiveShare').map((part) => part.payeeId);
  const message = POOL_MESSAGES.declared({ supplier: pool.supplier_name, title: pool.title });
  const people = [
    ...(await tx.sql(peopleOfHouseholds, [[...new Set(households)]])),
    ...(pool.collective_id === null ? [] : await tx.sql(peopleOfSupplier, [pool.collective_id])),
  ];
  await tell(tx, kit, { personIds: idsOf(people), key: `pool.declared:${pool.id}`, message });
}
