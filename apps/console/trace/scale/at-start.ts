import type { Api } from '@xihuo/ui';
import type { Me } from '../../identity/me';
import { thisDevice } from './device';
import { queueOf } from './entry';
import { sendQueue } from './queue-runner';

/** Somebody is at work: what another took along goes, and what this person left waiting is sent, whatever page they are on. */
export async function startAtDesk(api: Api, me: Me): Promise<void> {
  const device = await thisDevice();
  const seat = await device.seat();
  if (seat && seat.me.personId !== me.personId) await device.leave();
  const waits = [...(await device.all()), ...(await device.sheets.all())];
  if (queueOf(waits, me.personId).waiting.length === 0) return;
  await sendQueue(api, me.personId, (problem) => (problem as Error).message);
}
