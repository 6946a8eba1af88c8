import type { Input } from '@xihuo/ui';

type Weighed = Input<'POST /supplier/deliveries'>['body'];
export type Grade = NonNullable<Weighed['grade']>;
export type WitnessRole = Input<'POST /supplier/deliveries/{id}/witness'>['body']['role'];

/** Who saw it, and the sheet that was signed: its photo waits here until the server keeps it. */
export interface EntryWitness {
  name: string;
  role: WitnessRole;
  sheet: Blob | null;
  sheetFileId: string | null;
}

/** What the server said no to, in its own words, and at which step. */
export interface Refusal<AtStep extends string = Step> {
  code: string;
  text: string;
  step: AtStep;
  /** Where in the request, where the server said so. */
  errors?: readonly { pointer: string }[];
}

/** What waits on a device, whatever it is. */
export interface Waits {
  id: string;
  /** Who wrote it down: nobody else's session sends it. */
  personId: string;
  /** When it was written down, in milliseconds of the device's clock: the order in which it is sent. */
  at: number;
  refusal: Refusal<string> | null;
}

/**
 * One delivery as it waits on this device. Of the household only the id is kept, and all of it goes once the server has it.
 * Its id is made here: however often it is sent, it is one delivery.
 */
export interface Entry extends Waits {
  supplierId: string;
  lotId: string;
  /** The lot is opened first: there was none of that product and day when it was weighed. */
  newLot: { productId: string; producedOn: string } | null;
  householdId: string;
  grams: number;
  grade: Grade;
  fenPerKg: string | null;
  deliveredOn: string;
  note: string;
  /** Of the scale ticket; dropped as soon as the server keeps it. */
  photo: Blob | null;
  ticketFileId: string | null;
  witness: EntryWitness | null;
  /** The server has the delivery; what is left is the witness. */
  recorded: boolean;
  refusal: Refusal | null;
}

export const STEPS = ['lot', 'photo', 'delivery', 'sheet', 'witness'] as const;
export type Step = (typeof STEPS)[number];

/** What is sent next of an entry; null once all of it is there. */
export function nextStep(entry: Entry): Step | null {
  if (!entry.recorded) {
    if (entry.newLot) return 'lot';
    if (entry.photo) return 'photo';
    return 'delivery';
  }
  if (!entry.witness) return null;
  return entry.witness.sheet ? 'sheet' : 'witness';
}

/** What an entry says once a step is done. */
export function after(entry: Entry, step: Step, fileId: string | null = null): Entry {
  if (step === 'lot') return { ...entry, newLot: null };
  if (step === 'photo') return { ...entry, photo: null, ticketFileId: fileId };
  if (step === 'delivery') return { ...entry, recorded: true };
  if (step === 'sheet' && entry.witness)
    return { ...entry, witness: { ...entry.witness, sheet: null, sheetFileId: fileId } };
  return { ...entry, witness: null };
}

/** The delivery as the server wants it. Equal however often it is asked for. */
export function bodyOf(entry: Entry): Weighed {
  return {
    id: entry.id,
    lotId: entry.lotId,
    householdId: entry.householdId,
    grams: entry.grams,
    grade: entry.grade,
    pricePerKg: entry.fenPerKg === null ? null : { amount: entry.fenPerKg, currency: 'CNY' },
    deliveredOn: entry.deliveredOn,
    ticketFileId: entry.ticketFileId,
    note: entry.note === '' ? null : entry.note,
  };
}

interface Failure {
  status?: unknown;
  code?: unknown;
}

const OF_THE_SESSION = new Set(['NOT_SIGNED_IN', 'SESSION_EXPIRED', 'SECOND_FACTOR_REQUIRED']);
/** Too early, too many, or changed in the same moment: the same entry may well be taken a little later. */
const PASSING = new Set([408, 412, 425, 429]);

export type Verdict = 'done' | 'later' | 'signIn' | 'refused';

/**
 * What a failure means for the queue. `later`: no fault of the entry, so it waits, and so does all behind it. `signIn`: the same
 * until its writer is back. `refused`: the server said no to this one; the others go on.
 */
export function verdictOf(failure: unknown, step: string): Verdict {
  const { status, code } = (failure ?? {}) as Failure;
  if (typeof status !== 'number' || status < 400 || status >= 500 || PASSING.has(status)) return 'later';
  if (status === 401 || OF_THE_SESSION.has(String(code))) return 'signIn';
  // Confirmed or witnessed meanwhile, perhaps by our own first try whose answer got lost.
  if (step === 'witness' && code === 'NOT_AT_THIS_STEP') return 'done';
  return 'refused';
}

/** What one person wrote down, in this order, and how much of others' lies on this device. */
export function queueOf<Kept extends Waits>(entries: readonly Kept[], personId: string) {
  const own = entries.filter((entry) => entry.personId === personId).sort((one, other) => one.at - other.at);
  return {
    waiting: own.filter((entry) => entry.refusal === null),
    refused: own.filter((entry) => entry.refusal !== null),
    ofOthers: entries.length - own.length,
  };
}

interface OpenLot {
  id: string;
  supplierId: string;
  productId: string;
  producedOn: string;
}

/**
 * The lot for a product and a day: one that is open, else the one this device is about to open, else a new one. Two clerks
 * without a network do not open it twice for each entry.
 */
export function lotFor(
  wanted: { supplierId: string; productId: string; producedOn: string },
  lots: readonly OpenLot[],
  entries: readonly Entry[],
  freshId: string,
): Pick<Entry, 'lotId' | 'newLot'> {
  const { supplierId, productId, producedOn } = wanted;
  const open = lots.find(
    (lot) => lot.supplierId === supplierId && lot.productId === productId && lot.producedOn === producedOn,
  );
  if (open) return { lotId: open.id, newLot: null };
  const queued = entries.find(
    ({ supplierId: of, newLot }) =>
      of === supplierId && newLot?.productId === productId && newLot.producedOn === producedOn,
  );
  return { lotId: queued?.lotId ?? freshId, newLot: { productId, producedOn } };
}
