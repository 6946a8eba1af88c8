import type { Api } from '@xihuo/ui';
import { sendSheets } from '../../benefit/work/send-sheets';
import { thisDevice } from './device';
import { sendWaiting, type Round } from './send';

let running: Promise<Round> | null = null;
let next: Promise<Round> | null = null;

async function alone(work: () => Promise<Round>): Promise<Round> {
  // Two tabs that send at once would be two uploads of one photo; the delivery itself would still be one.
  if (!navigator.locks) return work();
  return navigator.locks.request('xihuo-scale-send', work);
}

/**
 * Sends what waits of one person, a round at a time. Who asks while one runs gets the next: what was kept in the meantime may
 * have come too late for this one.
 */
export function sendQueue(api: Api, personId: string, say: (problem: unknown) => string): Promise<Round> {
  const begin = () =>
    thisDevice()
      .then((device) =>
        alone(async () => {
          const round = await sendWaiting(api, device, personId, say);
          return round === 'done' ? sendSheets(api, device, personId, say) : round;
        }),
      )
      .catch((): Round => 'later')
      .finally(() => {
        running = null;
      });
  if (running === null) return (running = begin());
  next ??= running.then(() => {
    next = null;
    return (running = begin());
  });
  return next;
}
