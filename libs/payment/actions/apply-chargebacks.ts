import { createHash } from 'node:crypto';
import { money, time } from '@xihuo/kernel';
import { openAccounts, postAll, type AccountKey } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { oneAtATime } from '../store/bill.sql';
import { closeChargebacks, keepChargebacks, openChargebacks } from '../store/chargeback.sql';
import { sayFound } from './reconcile-day';

/** What a payer's bank takes back, as the provider says it. */
export interface ChargebackClaim {
  disputeRef: string;
  paymentRef: string;
  amountFen: money.Fen;
  state: 'open' | 'won' | 'lost';
  toldAt: Date;
}

const INSTITUTION: AccountKey = { code: 'institution', ownerId: null };
/** Until finance takes it from a supplier by an adjustment, the platform bears it. */
const PLATFORM: AccountKey = { code: 'platformAdjustment', ownerId: null };
const CHARGEBACK_RULE = 'payment.chargeback@1';

/**
 * A payment that its payer's bank takes back is a case at once, and finance is told: there are days to answer with evidence, and the
 * bill would tell of it tomorrow. Won, the case closes; lost, it is booked as the platform's and closes. In whatever order and however
 * often it is told, each happens once.
 *
 * @returns the refs of those that are new or moved
 */
export async function applyChargebacks(
  tx: Tx,
  provider: string,
  claims: readonly ChargebackClaim[],
): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  await tx.sql(oneAtATime, [provider]);
  const rows = await tx.sql(keepChargebacks, [
    provider,
    claims.map((claim) => claim.disputeRef),
    claims.map((claim) => claim.paymentRef),
    claims.map((claim) => claim.amountFen.toString()),
    claims.map((claim) => claim.state),
    claims.map((claim) => claim.toldAt),
    tx.now,
  ]);
  const among = (wanted: (state: string) => boolean) => rows.filter(({ state }) => wanted(state)).map(({ ref }) => ref);
  await openAccounts(tx, [INSTITUTION, PLATFORM]);
  await postAll(
    tx,
    rows
      .filter(({ state }) => state === 'lost')
      .map((row) => ({
        ...{ id: newId(), groupId: newId(), sourceKind: 'chargeback', sourceId: idOf(provider, row.ref) },
        ...{ debit: PLATFORM, credit: INSTITUTION, code: 'payment.chargeback', amountFen: money.fen(row.amount_fen) },
        ...{ ruleVersion: CHARGEBACK_RULE, businessDate: time.businessDate(tx.now) },
      })),
  );
  const opened = await tx.sql(openChargebacks, [provider, among((state) => state === 'open'), tx.now]);
  const closed = await tx.sql(closeChargebacks, [provider, among((state) => state !== 'open'), tx.now]);
  sayFound(tx, [...opened, ...closed]);
  return new Set(rows.map(({ ref }) => ref));
}

/** The books name sources by uuid: this one follows from the provider's name, so that it can be found again. */
function idOf(provider: string, ref: string): string {
  const hex = createHash('sha256').update(`${provider} ${ref}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
