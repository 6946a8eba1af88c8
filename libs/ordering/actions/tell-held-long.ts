import { time } from '@xihuo/kernel';
import type { Notices, Tx } from '@xihuo/platform';
import { yuan } from '../rules/yuan';
import { heldLong } from '../store/held-long.sql';

/** An institution holds a leg for 180 days (`releaseBy` of the payment port); a month before, somebody has to see why it is still there. */
const HELD_DAYS = 150;
const DAY_HOURS = 24;

/**
 * Tells finance, once a business day, of money that a buyer paid so long ago that the institution will not hold it much longer. Nothing
 * is told where there is none. Answers how many parts there are.
 */
export async function tellOfHeldLong(tx: Tx, notices: Notices): Promise<number> {
  const [row] = await tx.sql(heldLong, [time.addHours(tx.now, -HELD_DAYS * DAY_HOURS)]);
  if (!row?.since) return 0;
  const [day, since] = [time.businessDate(tx.now), time.businessDate(row.since)];
  await notices.tellEach(
    tx,
    row.finance.map((personId) => ({
      ...{ personId, key: `heldLong:${day}`, about: 'settlement:held' },
      title: { zh: '有货款接近最长保管期', en: 'Money is held for nearly as long as it may be' },
      body: {
        zh: `${row.parts} 个供应商订单共 ${yuan(row.fen)}，买家最早 ${since} 付款，至今未结算；支付机构最多保管 180 天，请查明原因。`,
        en: `${row.parts} supplier orders of ${yuan(row.fen)} are not settled; the first was paid on ${since}. The institution holds money for 180 days at most: find out why.`,
      },
    })),
  );
  return row.parts;
}
