import { fail, machines, type ResponseOf } from '@xihuo/contract';
import { columns, type Database } from '@xihuo/platform';
import {
  cellsOfText,
  quantityFault,
  readList,
  smallestQuantity,
  type ListedLine,
} from '../../rules/business/read-list';
import { tierPriceFen } from '../../rules/pricing/pricing';
import { leadPacks, leadToOrder, listedPacks, type ListedPackRow } from '../../store/business/list.sql';
import { wire } from '../../store/business/views';
import { actFor, mustHaveDuty } from './members';

export type JudgedList = ResponseOf<'POST /organisations/{id}/purchase-lists'>;
type JudgedLine = JudgedList['lines'][number];
type ListedPack = JudgedLine['candidates'][number];

/** Most packs offered for a name that several have. */
const MOST_CANDIDATES = 8;

interface Reader {
  readonly organisationId: string;
  readonly personId: string;
}

/** Says of each line of a pasted list what it is, or what is wrong. @throws ProblemError NOT_FOUND, DUTY_MISSING, INVALID_INPUT */
export async function readPasted(database: Database, reader: Reader, text: string): Promise<JudgedList> {
  await mustOrder(database, reader);
  return judge(database, cellsOfText(text));
}

/** The same of a table. @throws ProblemError IMPORT_FILE_REFUSED where it cannot be read */
export async function readHandedIn(database: Database, reader: Reader, bytes: Promise<Buffer>): Promise<JudgedList> {
  await mustOrder(database, reader);
  const rows: { number: number; cells: string[] }[] = [];
  for await (const { number, cells } of columns.readTable(await bytes)) {
    rows.push({ number, cells: Array.from(cells, (cell) => cell?.text ?? '') });
    if (rows.length > machines.buying.MOST_PURCHASE_LINES + 1) break;
  }
  return judge(database, rows);
}

/** What a lead is about, each pack in its smallest quantity. @throws ProblemError NOT_FOUND, DUTY_MISSING */
export async function readLeadList(database: Database, reader: Reader, leadId: string): Promise<JudgedList> {
  await mustOrder(database, reader);
  const [lead] = await database.read(leadToOrder, [leadId, reader.organisationId, reader.personId]);
  if (!lead) throw fail('NOT_FOUND');
  const packs = await database.read(leadPacks, [leadId, machines.buying.MOST_PURCHASE_LINES]);
  return {
    lines: packs.map((row, index) => {
      const quantity = smallestQuantity({ minimumPacks: row.minimum_order_packs, stepPacks: row.order_step_packs });
      return {
        ...{ row: index + 1, text: `${row.name_zh} ${row.pack}`, quantity, candidates: [] },
        ...{ pack: packView(row, quantity), fault: faultOf(row, quantity) },
      };
    }),
  };
}

async function mustOrder(database: Database, { organisationId, personId }: Reader): Promise<void> {
  mustHaveDuty(await actFor(database, organisationId, personId), 'order');
}

async function judge(database: Database, rows: Parameters<typeof readList>[0]): Promise<JudgedList> {
  const listed = readList(rows);
  if (listed.length === 0 || listed.length > machines.buying.MOST_PURCHASE_LINES)
    throw fail('INVALID_INPUT', {
      errors: [
        { pointer: '', code: 'LINES', message: `one to ${machines.buying.MOST_PURCHASE_LINES} lines with goods` },
      ],
    });
  const names = [...new Set(listed.flatMap(({ name }) => (name === null ? [] : [name])))];
  const found = new Map<string, ListedPackRow[]>();
  for (const row of await database.read(listedPacks, [names]))
    found.set(row.name, [...(found.get(row.name) ?? []), row]);
  return { lines: listed.map((line) => judgeLine(line, found.get(line.name ?? '') ?? [])) };
}

const folded = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

function judgeLine(line: ListedLine, named: readonly ListedPackRow[]): JudgedLine {
  const { row, text, quantity } = line;
  const told = { row, text, quantity };
  if (quantity === null) return { ...told, pack: null, fault: 'UNREADABLE', candidates: [] };
  const wanted = line.pack === null ? named : named.filter((one) => folded(one.pack) === folded(line.pack!));
  const candidates = wanted.length === 0 ? named : wanted;
  const [only] = wanted;
  if (!only || wanted.length > 1) {
    const fault = candidates.length === 0 ? 'UNKNOWN' : 'AMBIGUOUS';
    const views = candidates.slice(0, MOST_CANDIDATES).map((one) => packView(one, quantity));
    return { ...told, pack: null, fault, candidates: views };
  }
  return { ...told, pack: packView(only, quantity), fault: faultOf(only, quantity), candidates: [] };
}

function faultOf(row: ListedPackRow, quantity: number): JudgedLine['fault'] {
  if (!row.for_sale) return 'NOT_FOR_SALE';
  const fault = quantityFault(quantity, { minimumPacks: row.minimum_order_packs, stepPacks: row.order_step_packs });
  return fault ?? (quantity > row.available ? 'OUT_OF_STOCK' : null);
}

function packView(row: ListedPackRow, quantity: number): ListedPack {
  const tiers = row.tiers.map((tier) => ({ minimumPacks: tier.minimumPacks, priceFen: BigInt(tier.priceFen) }));
  return {
    ...{ skuId: row.sku_id, productSlug: row.slug, productName: row.name_zh, pack: row.pack },
    ...{ supplierName: row.supplier_name, minimumPacks: row.minimum_order_packs, stepPacks: row.order_step_packs },
    unitPrice: wire(tierPriceFen(tiers, quantity, row.price_fen)),
    retailPrice: wire(row.price_fen),
  };
}
