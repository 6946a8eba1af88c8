import { randomBytes } from 'node:crypto';
import { fail, machines, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import {
  mergeCarts,
  newGuestCart,
  openGuestCart,
  openOwnCart,
  placeServed,
  setCartLines,
} from '../../store/cart/cart.sql';
import { tokenHash } from '../order-token';
import { notDeliverable, type CartOwner } from './view-cart';

type Changes = InputOf<'PUT /cart/lines'>['body']['changes'];

/** A cart that was opened to be written to; with the token where it was made for a guest just now. */
export interface OpenCart extends CartOwner {
  readonly id: string;
  readonly token: string | null;
}

/** Called before a guest's cart is begun: who begins too many is refused. */
type Begin = (tx: Tx) => Promise<void>;

/** The caller's cart. A guest whose token opens nothing (thrown away, or none) has a new one with a new token. */
async function openCart(
  tx: Tx,
  { personId, tokenHash: hash }: CartOwner,
  { region, begin }: { region: string | null; begin?: Begin | undefined },
): Promise<OpenCart> {
  if (personId !== null) {
    const [own] = await tx.sql(openOwnCart, [personId, tx.now, region]);
    return { id: own!.id, personId, tokenHash: null, token: null };
  }
  const [there] = hash ? await tx.sql(openGuestCart, [hash, tx.now, region]) : [];
  if (there) return { id: there.id, personId: null, tokenHash: hash, token: null };
  await begin?.(tx);
  const token = randomBytes(32).toString('base64url');
  const [made] = await tx.sql(newGuestCart, [tokenHash(token), tx.now, region]);
  must(made, 'a cart was made');
  return { id: made.id, personId: null, tokenHash: tokenHash(token), token };
}

/**
 * Sets lines to what they are to be, all or none.
 *
 * @throws ProblemError SKU_UNKNOWN, CART_FULL, REGION_NOT_DELIVERABLE, RATE_LIMITED where too many carts were begun
 */
export async function changeCart(
  tx: Tx,
  owner: CartOwner,
  { changes, region, begin }: { changes: Changes; region: string | null; begin?: Begin },
): Promise<OpenCart> {
  if (region !== null && (await tx.sql(placeServed, [region])).length === 0) throw notDeliverable();
  const cart = await openCart(tx, owner, { region, begin });
  const [kept] = await tx.sql(setCartLines, [
    cart.id,
    changes.map((line) => line.skuId),
    changes.map((line) => line.quantity),
    changes.map((line) => line.selected),
    changes.map((line) => line.seenPrice?.amount ?? null),
    changes.map((line) => (line.via ? JSON.stringify(line.via) : null)),
    tx.now,
  ]);
  must(kept, 'lines were set');
  if (kept.unknown !== null) {
    const errors = kept.unknown.map((skuId) => ({
      pointer: `/changes/${changes.findIndex((line) => line.skuId === skuId)}/skuId`,
      code: 'SKU_UNKNOWN',
      message: 'unknown item',
    }));
    throw fail('SKU_UNKNOWN', { errors });
  }
  mustFit(kept.lines);
  return cart;
}

/** Takes a guest's cart into the account's; a token that opens nothing changes nothing. @throws ProblemError CART_FULL */
export async function mergeCart(tx: Tx, personId: string, token: string): Promise<void> {
  const own = await openCart(tx, { personId, tokenHash: null }, { region: null });
  const [merged] = await tx.sql(mergeCarts, [tokenHash(token), own.id]);
  mustFit(merged!.lines);
}

function mustFit(lines: number): void {
  if (lines > machines.carting.MOST_CART_LINES)
    throw fail('CART_FULL', { extra: { most: machines.carting.MOST_CART_LINES } });
}
