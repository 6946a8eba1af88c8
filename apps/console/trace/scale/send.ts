import type { Api } from '@xihuo/ui';
import type { Device } from './device';
import { after, bodyOf, nextStep, queueOf, verdictOf, type Entry, type Refusal, type Step, type Waits } from './entry';

/** How a round of sending ended: all gone, no network (or a server that is down), or the writer is signed out. */
export type Round = 'done' | 'later' | 'signIn';

/** Where one kind of what waits lies on the device. */
export interface Shelf<Kept extends Waits> {
  all(): Promise<Kept[]>;
  put(entry: Kept): Promise<void>;
  /** The server has all of it. */
  sent(id: string, personId: string): Promise<void>;
}

/** How one kind of what waits is sent, step by step. */
export interface Way<Kept extends Waits, AtStep extends string> {
  nextStep(entry: Kept): AtStep | null;
  /** @returns the id under which the server keeps the photo, where that was the step */
  send(api: Api, entry: Kept, step: AtStep): Promise<string | null>;
  after(entry: Kept, step: AtStep, fileId: string | null): Kept;
  /** After these the server has nothing yet that counts: what was dropped meanwhile goes no further. */
  readonly before: readonly AtStep[];
}

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

const DELIVERY: Way<Entry, Step> = { nextStep, send, after, before: ['lot', 'photo', 'sheet'] };

/**
 * One entry as far as it goes. Every step that is done is kept at once: a tab that dies resumes after it. The device is asked
 * again after each: who mended the entry while it was on its way has the last word, and the server says so if it came too late.
 */
async function sendOne<Kept extends Waits, AtStep extends string>(
  { api, shelf, way, say }: Sending<Kept, AtStep>,
  first: Kept,
): Promise<Round> {
  let entry = first;
  for (let step = way.nextStep(entry); step !== null; step = way.nextStep(entry)) {
    let fileId: string | null = null;
    let refusal: Refusal<AtStep> | null = null;
    try {
      fileId = await way.send(api, entry, step);
    } catch (failure) {
      const verdict = verdictOf(failure, step);
      if (verdict === 'later' || verdict === 'signIn') return verdict;
      if (verdict === 'refused') refusal = refusalOf(failure, step, say);
    }
    const { id } = entry;
    const kept = (await shelf.all()).find((one) => one.id === id);
    if (!kept && (refusal !== null || way.before.includes(step))) return 'done';
    if (kept && JSON.stringify(kept) !== JSON.stringify(entry)) {
      entry = kept;
      continue;
    }
    if (refusal !== null) {
      await shelf.put({ ...entry, refusal });
      return 'done';
    }
    entry = way.after(entry, step, fileId);
    if (way.nextStep(entry) !== null) await shelf.put(entry);
  }
  await shelf.sent(entry.id, entry.personId);
  return 'done';
}

function refusalOf<AtStep extends string>(
  failure: unknown,
  step: AtStep,
  say: (problem: unknown) => string,
): Refusal<AtStep> {
  const { code, errors } = failure as { code?: unknown; errors?: readonly { pointer: string }[] };
  return {
    ...{ code: String(code), text: say(failure), step },
    ...(errors ? { errors: errors.map(({ pointer }) => ({ pointer })) } : {}),
  };
}

interface Sending<Kept extends Waits, AtStep extends string> {
  api: Api;
  shelf: Shelf<Kept>;
  way: Way<Kept, AtStep>;
  /** The server's refusal in the reader's words. */
  say: (problem: unknown) => string;
}

/** Sends what waits of one person, in the order it was written down. More comes in while it runs: it goes on until none is left. */
export async function sendAll<Kept extends Waits, AtStep extends string>(
  sending: Sending<Kept, AtStep>,
  personId: string,
): Promise<Round> {
  for (;;) {
    const [entry] = queueOf(await sending.shelf.all(), personId).waiting;
    if (!entry) return 'done';
    const round = await sendOne(sending, entry);
    if (round !== 'done') return round;
  }
}

/** Of deliveries. @param say the server's refusal in the reader's words */
export function sendWaiting(
  api: Api,
  device: Device,
  personId: string,
  say: (problem: unknown) => string,
): Promise<Round> {
  return sendAll({ api, shelf: device, way: DELIVERY, say }, personId);
}
