import type { Api } from '@xihuo/ui';
import type { Device } from './device';
import { after, bodyOf, nextStep, queueOf, verdictOf, type Entry, type Refusal, type Step } from './entry';

/** How a round of sending ended: all gone, no network (or a server that is down), or the writer is signed out. */
export type Round = 'done' | 'later' | 'signIn';

/** @returns the id under which the server keeps the photo, where that was the step */
async function send(api: Api, entry: Entry, step: Step): Promise<string | null> {
  const { supplierId } = entry;
  if (step === 'lot') {
    await api('POST /supplier/lots', { body: { id: entry.lotId, supplierId, ...entry.newLot! } });
    return null;
  }
  if (step === 'photo' || step === 'sheet') {
    const file = step === 'photo' ? entry.photo! : entry.witness!.sheet!;
    return (await api('POST /supplier/lot-papers', { query: { supplierId }, file })).fileId;
  }
  if (step === 'delivery') {
    await api('POST /supplier/deliveries', { body: bodyOf(entry) });
    return null;
  }
  const params = { id: entry.id };
  const { version } = await api('GET /supplier/deliveries/{id}', { params });
  const { name, role, sheetFileId } = entry.witness!;
  await api('POST /supplier/deliveries/{id}/witness', {
    params,
    version,
    body: { name, role, sheetFileId: sheetFileId! },
  });
  return null;
}

/**
 * One entry as far as it goes. Every step that is done is kept at once: a tab that dies resumes after it. The device is asked
 * again after each: who mended the entry while it was on its way has the last word, and the server says so if it came too late.
 */
async function sendEntry(api: Api, device: Device, first: Entry, say: (problem: unknown) => string): Promise<Round> {
  let entry = first;
  for (let step = nextStep(entry); step !== null; step = nextStep(entry)) {
    let fileId: string | null = null;
    let refusal: Refusal | null = null;
    try {
      fileId = await send(api, entry, step);
    } catch (failure) {
      const verdict = verdictOf(failure, step);
      if (verdict === 'later' || verdict === 'signIn') return verdict;
      if (verdict === 'refused')
        refusal = { code: String((failure as { code?: unknown }).code), text: say(failure), step };
    }
    const { id } = entry;
    const kept = (await device.all()).find((one) => one.id === id);
    if (!kept && (refusal !== null || step === 'lot' || step === 'photo' || step === 'sheet')) return 'done';
    if (kept && JSON.stringify(kept) !== JSON.stringify(entry)) {
      entry = kept;
      continue;
    }
    if (refusal !== null) {
      await device.put({ ...entry, refusal });
      return 'done';
    }
    entry = after(entry, step, fileId);
    if (nextStep(entry) !== null) await device.put(entry);
  }
  await device.sent(entry.id, entry.personId);
  return 'done';
}

/**
 * Sends what waits of one person, in the order it was weighed. Entries come in while it runs: it goes on until none is left.
 *
 * @param say the server's refusal in the reader's words
 */
export async function sendWaiting(
  api: Api,
  device: Device,
  personId: string,
  say: (problem: unknown) => string,
): Promise<Round> {
  for (;;) {
    const [entry] = queueOf(await device.all(), personId).waiting;
    if (!entry) return 'done';
    const round = await sendEntry(api, device, entry, say);
    if (round !== 'done') return round;
  }
}
