import { time } from '@xihuo/kernel';
import { command, defineJob, type Kit, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { dropGuestCarts } from '../store/cart/cart.sql';

const BATCH = 1_000;
const by = { actor: { kind: 'system', name: 'ordering.carts' }, requestId: 'ordering.carts' } as const;

/** Throws away guests' carts that nobody touched for as long as the setting says; answers how many. */
export async function dropOldCarts(tx: Tx): Promise<number> {
  const days = await policyOn(tx, 'cart.guestDays', time.businessDate(tx.now));
  const gone = await tx.sql(dropGuestCarts, [time.addHours(tx.now, -days * 24), BATCH]);
  return gone.length;
}

export const dropGuestCartsJob = defineJob({
  name: 'ordering.dropGuestCarts',
  every: 3_600_000,
  async run({ database }: Kit) {
    for (let gone = BATCH; gone === BATCH;) {
      gone = (await command(database, { name: 'ordering.carts', ...by }, dropOldCarts)).view;
    }
  },
});
