import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';

/** How large a paper may be today, in bytes, pages and pixels: settings, the same for whoever hands it in. */
export async function limitsOn(tx: Tx) {
  const today = time.businessDate(tx.now);
  return {
    mostBytes: await policyOn(tx, 'admission.documentMaxBytes', today),
    mostPages: await policyOn(tx, 'admission.documentMaxPages', today),
    mostPixels: await policyOn(tx, 'admission.documentMaxPixels', today),
  };
}
