import { time } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { nowOf } from '../store/clock.sql';

/** How large a paper may be today, in bytes, pages and pixels: settings, the same for whoever hands it in. */
export function limitsOn(tx: Tx) {
  return limitsAt(tx, time.businessDate(tx.now));
}

async function limitsAt(where: Tx | Database, today: string) {
  return {
    mostBytes: await policyOn(where, 'admission.documentMaxBytes', today),
    mostPages: await policyOn(where, 'admission.documentMaxPages', today),
    mostPixels: await policyOn(where, 'admission.documentMaxPixels', today),
  };
}

/** The same where no transaction is open yet, since drawing a picture anew takes time. */
export async function limitsNow(database: Database) {
  const [clock] = await database.read(nowOf);
  return limitsAt(database, time.businessDate(clock!.now));
}
