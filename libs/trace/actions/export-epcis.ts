import { Readable } from 'node:stream';
import { fail } from '@xihuo/contract';
import { command, type CommandOptions, type Database, type DownloadedFile } from '@xihuo/platform';
import {
  earlier,
  epcisFrame,
  eventOf,
  wholeEvents,
  type EpcisEvent,
  type HistoryKind,
  type LotFacts,
} from '../rules/epcis';
import { nowOf } from '../store/clock.sql';
import { factsOfLot, historyPages, type FactsRow, type Place } from '../store/history.sql';
import { lotOfCode } from '../store/lot-detail.sql';
import { neighboursWithoutNumber } from '../store/trade-item.sql';
import { gtinFor } from './trade-items';

/** Rows asked for at once; an act of processing names all its lots, the others are short. */
const PAGE = 1_000;
const CHUNK_CHARACTERS = 64 * 1024;
type EventSource = AsyncIterator<EpcisEvent> | Iterator<EpcisEvent>;
const BEFORE_ALL: Place = { after: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/**
 * What happened to a lot, as EPCIS 2.0 in JSON-LD: all of it, in order of time, however many shipments there were. Read in pages
 * while it is sent, so that neither memory nor a connection is held by whoever reads slowly.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function exportEpcis(
  { database, origin }: { database: Database; origin: string },
  ask: CommandOptions,
  code: string,
): Promise<DownloadedFile<Readable>> {
  const [lot] = await database.read(lotOfCode, [code]);
  if (!lot) throw fail('NOT_FOUND');
  const gtin = await numberAround(database, ask, lot);
  const [[known], [clock]] = await Promise.all([database.read(factsOfLot, [lot.id]), database.read(nowOf)]);
  const { supplierId, countyCode, producedOn, certificateNumbers, tests } = known!;
  const testNumbers = tests.map(({ number }) => number);
  const facts = { origin, code, gtin, supplierId, countyCode, producedOn, certificateNumbers, testNumbers };
  const events = inOrder(sourcesOf(database, { id: lot.id, facts, known: known! }));
  const bytes = Readable.from(written(events, epcisFrame(origin, clock!.now)), { objectMode: false });
  return { bytes, mediaType: 'application/ld+json', name: `${code}.jsonld` };
}

function sourcesOf(
  database: Database,
  { id, facts, known }: { id: string; facts: LotFacts; known: FactsRow },
): EventSource[] {
  const kinds = Object.keys(historyPages) as HistoryKind[];
  return [...kinds.map((kind) => pagesOf(database, kind, id, facts)), wholeEvents(facts, known).values()];
}

/** The events of one kind in order of time, a page of rows at a time. */
async function* pagesOf<Kind extends HistoryKind>(
  database: Database,
  kind: Kind,
  lotId: string,
  facts: LotFacts,
): AsyncGenerator<EpcisEvent> {
  for (let place = BEFORE_ALL; ;) {
    const rows = await database.read(historyPages[kind], [lotId, place.after, place.id, PAGE]);
    for (const { said } of rows) yield eventOf(kind, facts, said);
    if (rows.length < PAGE) return;
    place = rows.at(-1)!;
  }
}

/** Several sources, each in order of time, as one: of what each says next, the earliest comes first. */
async function* inOrder(sources: readonly EventSource[]): AsyncGenerator<EpcisEvent> {
  const waiting: { event: EpcisEvent; source: EventSource }[] = [];
  for (const source of sources) {
    const next = await source.next();
    if (!next.done) waiting.push({ event: next.value, source });
  }
  while (waiting.length > 0) {
    const first = waiting.reduce((one, other) => (earlier(other.event, one.event) < 0 ? other : one));
    yield first.event;
    const next = await first.source.next();
    if (next.done) waiting.splice(waiting.indexOf(first), 1);
    else first.event = next.value;
  }
}

async function* written(events: AsyncGenerator<EpcisEvent>, [head, tail]: [string, string]): AsyncGenerator<Buffer> {
  let text = head;
  let between = '\n';
  for await (const event of events) {
    text += between + JSON.stringify(event);
    between = ',\n';
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text + tail);
}

/** The lot's own number; the lots on its acts of processing get theirs where they came in as a list and have none. */
async function numberAround(
  database: Database,
  ask: CommandOptions,
  lot: { id: string; supplier_id: string; product_id: string },
): Promise<string> {
  const { view } = await command(database, ask, async (tx) => {
    for (const row of await tx.sql(neighboursWithoutNumber, [lot.id])) {
      await gtinFor(tx, { supplierId: row.supplier_id, productId: row.product_id, skuId: null });
    }
    return gtinFor(tx, { supplierId: lot.supplier_id, productId: lot.product_id, skuId: null });
  });
  return view;
}
