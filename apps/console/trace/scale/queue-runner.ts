import type { Api } from '@xihuo/ui';
import { thisDevice } from './device';
import { sendWaiting, type Round } from './send';

let running: Promise<Round> | null = null;

async function alone(work: () => Promise<Round>): Promise<Round> {
  // Two tabs that send at once would be two uploads of one photo; the delivery itself would still be one.
  if (!navigator.locks) return work();
  return navigator.locks.request('xihuo-scale-send', work);
}

/** Sends what waits of one person; whoever asks while it runs waits for the same round. */
export function sendQueue(api: Api, personId: string, say: (problem: unknown) => string): Promise<Round> {
  running ??= thisDevice()
    .then((device) => alone(() => sendWaiting(api, device, personId, say)))
    .finally(() => {
      running = null;
    });
  return running;
}
