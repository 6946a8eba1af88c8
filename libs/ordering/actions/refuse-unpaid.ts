import { fail } from '@xihuo/contract';
import { must, time, type ProblemError } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { tooMany, type Asker } from '../rules/unpaid-most';
import { unpaidOf, type UnpaidRow } from '../store/unpaid.sql';
import type { PlaceOrderInput } from './place-orders';

const A_MINUTE = 60;

/**
 * Refuses orders of whoever holds goods by so many unpaid orders that no more is given: by address, account and phone, each with the
 * dated setting's own limit. Only what came over the network is counted against somebody; an organisation's purchases have approvals.
 *
 * @returns one element an order: TOO_MANY_UNPAID with retryAfterSeconds, or null. Orders of other transactions at this very moment are not seen: at worst
 *   one batch more is taken.
 */
export async function refuseUnpaid(tx: Tx, inputs: readonly PlaceOrderInput[]): Promise<(ProblemError | null)[]> {
  const askers = inputs.map(askerOf);
  if (askers.every((asker) => asker.address === null)) return inputs.map(() => null);
  const rows = await tx.sql(unpaidOf, [
    time.businessDate(tx.now),
    keysOf(askers, 'address'),
    keysOf(askers, 'account'),
    keysOf(askers, 'phone'),
  ]);
  const most = rows.find(({ by }) => by === 'most')?.most;
  must(most, 'there is a setting of how many orders may be unpaid');
  const held = new Map(rows.map((row) => [`${row.by} ${row.key}`, row]));
  const beyond = tooMany(askers, (by, key) => held.get(`${by} ${key}`)?.orders ?? 0, most);
  return beyond.map((is, at) => (is ? refused(rows, askers[at]!, tx.now) : null));
}

/** The first of the askers' own that runs out of time makes room. */
function refused(rows: readonly UnpaidRow[], asker: Asker, now: Date): ProblemError {
  const frees = rows
    .filter(({ by, key, frees: at }) => by !== 'most' && at !== null && asker[by] === key)
    .map((row) => row.frees!.getTime());
  const seconds = frees.length === 0 ? A_MINUTE : Math.ceil((Math.min(...frees) - now.getTime()) / 1000);
  return fail('TOO_MANY_UNPAID', { extra: { retryAfterSeconds: Math.max(A_MINUTE, seconds) } });
}

/** Keys as PostgreSQL writes them: bytes in hex behind \x. */
function askerOf({ askedFrom, personId, organisationId, phone }: PlaceOrderInput): Asker {
  if (!askedFrom || organisationId !== undefined) return { address: null, account: null, phone: null };
  return { address: `\\x${askedFrom.toString('hex')}`, account: personId, phone: `\\x${phone.toString('hex')}` };
}

function keysOf(askers: readonly Asker[], by: keyof Asker): string[] {
  return [...new Set(askers.flatMap((asker) => asker[by] ?? []))];
}
