import type { Output } from '@xihuo/ui';
import type { Me } from '../../identity/me';
import type { WaitingSheet } from '../../benefit/work/waiting-sheet';
import type { Entry } from './entry';
import type { Shelf } from './send';

export type Pack = Output<'GET /supplier/scale'>;
export type Workplaces = Output<'GET /benefit/workplaces'>;

/** Who worked here last and what they took along; gone when they sign out, and no longer good than their session. */
export interface Seat {
  me: Me;
  pack: Pack | null;
  /** When they took it along, in milliseconds of the device's clock. */
  takenAt: number;
  /** Households weighed last on this device, the last first. */
  recent: readonly string[];
  /** For sheets of work, where they were opened here. */
  work?: { places: Workplaces; takenAt: number };
}

/** What was sent today: an id and a time, nothing about anybody. */
export interface Receipt {
  id: string;
  personId: string;
  at: number;
}

/** What this device keeps. Every promise is kept only once the disk has it. */
export interface Device {
  /** False where the browser keeps nothing: then it lasts as long as the page. */
  readonly lasting: boolean;
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  drop(id: string): Promise<void>;
  /** The server has all of it: the entry goes, a receipt stays. */
  sent(id: string, personId: string): Promise<void>;
  receipts(): Promise<Receipt[]>;
  /** Sheets of work that wait. */
  readonly sheets: SheetShelf;
  seat(): Promise<Seat | null>;
  sit(seat: Seat): Promise<void>;
  /** Of everybody: what waits stays, since it names no household. */
  leave(): Promise<void>;
}

/** Sheets leave no receipt: what was sent is in the list of work. */
export interface SheetShelf extends Shelf<WaitingSheet> {
  drop(id: string): Promise<void>;
}

const DAY_MS = 86_400_000;

function whole<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('xihuo-scale', 2);
  request.onupgradeneeded = () => {
    const { result: database } = request;
    // Of the version before: what waits there goes on waiting.
    const has = (store: string) => database.objectStoreNames.contains(store);
    for (const store of ['entry', 'receipt', 'sheet'])
      if (!has(store)) database.createObjectStore(store, { keyPath: 'id' });
    if (!has('seat')) database.createObjectStore('seat');
  };
  // A tab of the version before holds the older one: rather than wait for it, this page keeps its own as long as it is open.
  const blocked = new Promise<never>((_, failed) => {
    request.onblocked = () => failed(new Error('an older tab holds the store'));
  });
  return Promise.race([blocked, whole(request)]).then((database) => {
    database.onversionchange = () => database.close();
    return database;
  });
}

class KeptDevice implements Device {
  readonly lasting = true;
  constructor(private readonly database: IDBDatabase) {}

  all(): Promise<Entry[]> {
    return whole(this.database.transaction('entry').objectStore('entry').getAll() as IDBRequest<Entry[]>);
  }
  put(entry: Entry): Promise<void> {
    return this.change((of) => of('entry').put(entry));
  }
  drop(id: string): Promise<void> {
    return this.change((of) => of('entry').delete(id));
  }
  async sent(id: string, personId: string): Promise<void> {
    const old = (await this.receipts()).filter(({ at }) => at < Date.now() - DAY_MS);
    await this.change((of) => {
      of('entry').delete(id);
      of('receipt').put({ id, personId, at: Date.now() } satisfies Receipt);
      for (const receipt of old) of('receipt').delete(receipt.id);
    });
  }
  receipts(): Promise<Receipt[]> {
    return whole(this.database.transaction('receipt').objectStore('receipt').getAll() as IDBRequest<Receipt[]>);
  }
  readonly sheets: SheetShelf = {
    all: () => whole(this.database.transaction('sheet').objectStore('sheet').getAll() as IDBRequest<WaitingSheet[]>),
    put: (sheet) => this.change((of) => of('sheet').put(sheet)),
    drop: (id) => this.change((of) => of('sheet').delete(id)),
    sent: (id) => this.change((of) => of('sheet').delete(id)),
  };
  async seat(): Promise<Seat | null> {
    const kept = this.database.transaction('seat').objectStore('seat').get('seat') as IDBRequest<Seat | undefined>;
    return (await whole(kept)) ?? null;
  }
  sit(seat: Seat): Promise<void> {
    return this.change((of) => of('seat').put(seat, 'seat'));
  }
  leave(): Promise<void> {
    return this.change((of) => of('seat').clear());
  }

  private change(work: (of: (store: string) => IDBObjectStore) => void): Promise<void> {
    return new Promise((done, failed) => {
      // strict: a phone whose battery dies in the next second still has it.
      const transaction = this.database.transaction(['entry', 'receipt', 'sheet', 'seat'], 'readwrite', {
        durability: 'strict',
      });
      transaction.oncomplete = () => {
        tellOthers();
        done();
      };
      transaction.onabort = () => failed(transaction.error);
      work((store) => transaction.objectStore(store));
    });
  }
}

/** Of a browser that keeps nothing, and of tests. */
export class ShortDevice implements Device {
  readonly lasting: boolean = false;
  protected entries = new Map<string, Entry>();
  private kept: Receipt[] = [];
  private taken: Seat | null = null;

  async all() {
    return [...this.entries.values()];
  }
  async put(entry: Entry) {
    this.entries.set(entry.id, entry);
    tellOthers();
  }
  async drop(id: string) {
    this.entries.delete(id);
    tellOthers();
  }
  async sent(id: string, personId: string) {
    this.entries.delete(id);
    this.kept.push({ id, personId, at: Date.now() });
    tellOthers();
  }
  async receipts() {
    return this.kept;
  }
  private waiting = new Map<string, WaitingSheet>();
  readonly sheets: SheetShelf = {
    all: async () => [...this.waiting.values()],
    put: async (sheet) => {
      this.waiting.set(sheet.id, sheet);
      tellOthers();
    },
    drop: async (id) => {
      this.waiting.delete(id);
      tellOthers();
    },
    sent: (id) => this.sheets.drop(id),
  };
  async seat() {
    return this.taken;
  }
  async sit(seat: Seat) {
    this.taken = seat;
  }
  async leave() {
    this.taken = null;
  }
}

let device: Promise<Device> | null = null;

/** The one of this page. */
export function thisDevice(): Promise<Device> {
  device ??= open().then(
    (database) => new KeptDevice(database),
    () => new ShortDevice(),
  );
  return device;
}

const CHANNEL = 'xihuo-scale';
const listeners = new Set<() => void>();
let channel: BroadcastChannel | null = null;

function tellOthers(): void {
  for (const listener of listeners) listener();
  channel?.postMessage(null);
}

/** Calls back whenever something was kept or dropped, in this tab or another. */
export function onDeviceChange(listener: () => void): () => void {
  if (channel === null && typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => listeners.forEach((one) => one());
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}
