import { inflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { time } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { statementFile } from './export-statement';
import { runSettlement } from './run-settlement';
import { viewLine, viewLines, viewOrderBehind, viewStatement, viewStatements } from './view-settlement';

const ORDERS = 7;
const all = { everything: true, suppliers: [], jurisdictions: [] };
const stranger = { everything: false, suppliers: [], jurisdictions: [] };
let shop: Shop;
let offer: Offer;
let statementId: string;

/** Seven orders of a harvest that three households brought, settled in one run. */
beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 10_001n, grams: 1_000n });
  const { lotId } = await shop.harvest({ offer, grams: [3_000n, 3_000n, 4_000n], floorFenPerKg: 1_501n });
  const lots = new Map([[offer.productId, lotId]]);
  for (let made = 0; made < ORDERS; made += 1) await shop.receivedOrder(lots, { offer });
  await shop.releaseAfter(8);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  await shop.setClock('9 days');
  await shop.does((tx) => runSettlement(tx, end));
  statementId = (await viewStatements(shop.database, all, { limit: 10 })).data[0]!.id;
});
afterAll(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
  await shop.close();
});

test('a statement says what its lines add up to, and the lines come page by page, each once', async () => {
  const { lines, ...head } = await viewStatement(shop.database, statementId, all);
  expect(lines).toMatchObject({ count: ORDERS, gross: head.gross, payable: head.payable, farmerDues: head.farmerDues });
  const met: string[] = [];
  let payable = 0n;
  for (let cursor: string | undefined; ;) {
    const page = await viewLines(shop.database, statementId, all, { cursor, limit: 3 });
    met.push(...page.data.map(({ id }) => id));
    payable += page.data.reduce((sum, line) => sum + BigInt(line.payable.amount), 0n);
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(new Set(met).size).toBe(ORDERS);
  expect(met).toHaveLength(ORDERS);
  expect(payable.toString()).toBe(head.payable.amount);
});

test('statements are found by their supplier and stand by what is left, largest or smallest first', async () => {
  const [statement] = (await viewStatements(shop.database, all, { limit: 10 })).data;
  const others = [
    (await shop.offer({})).supplierId,
    (await shop.offer({})).supplierId,
    (await shop.offer({})).supplierId,
  ];
  await shop.rows(
    `insert into settlement.statement (id, run_id, supplier_id, period_end, opening_fen, gross_fen, refund_fen, fee_fen, farmer_dues_fen,
                                       payable_fen, closing_fen, rule_version)
     select uuidv7(), run_id, other, period_end, 0, sum, 0, 0, 0, sum, sum, rule_version
       from settlement.statement, unnest(array[500, -300, 500], $2::uuid[]) made (sum, other) where id = $1`,
    [statement!.id, others],
  );
  const sums = async (sort: 'closing' | '-closing') => {
    const met: bigint[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await viewStatements(shop.database, all, { sort, limit: 1, ...(cursor ? { cursor } : {}) });
      met.push(...page.data.map(({ closingBalance }) => BigInt(closingBalance.amount)));
      if (page.nextCursor === null) return met;
      cursor = page.nextCursor;
    }
  };
  const up = await sums('closing');
  expect(up).toHaveLength(4);
  expect(up.slice(0, 3)).toEqual([-300n, 500n, 500n]);
  expect(await sums('-closing')).toEqual(up.toReversed());
  const named = (q: string) => viewStatements(shop.database, all, { q, limit: 10 });
  const { data } = await named(statement!.supplier.name.slice(1));
  expect(data.map(({ id }) => id)).toContain(statement!.id);
  expect((await named('没有这一家')).data).toEqual([]);
  expect((await viewStatements(shop.database, stranger, { sort: 'closing', limit: 10 })).data).toEqual([]);
  await shop.rows('delete from settlement.statement where id <> $1', [statement!.id]);
});

test('a line leads on to its lots and to what households had, to the fen', async () => {
  const { data } = await viewLines(shop.database, statementId, all, { limit: 1 });
  const line = await viewLine(shop.database, { id: statementId, lineId: data[0]!.id }, all);
  const dues = line.lots.flatMap((lot) => lot.dues);
  expect(dues).toMatchObject([{ kind: 'floorPrice', payees: 3 }]);
  expect(dues.reduce((sum, due) => sum + BigInt(due.amount.amount), 0n).toString()).toBe(line.farmerDues.amount);
  expect(line.lots.reduce((sum, lot) => sum + BigInt(lot.net.amount) + BigInt(lot.fee.amount), 0n).toString()).toBe(
    '10001',
  );
});

test('a line leads to its order, whose own line it is; whoever may not read the statement finds none', async () => {
  const { data } = await viewLines(shop.database, statementId, all, { limit: 1 });
  const asked = { id: statementId, lineId: data[0]!.id };
  const [line, order] = [await viewLine(shop.database, asked, all), await viewOrderBehind(shop.database, asked, all)];
  expect(order).toMatchObject({ number: line.orderNumber, state: 'released', releasedAt: expect.any(String) });
  expect(order.lines).toContainEqual(
    expect.objectContaining({ id: line.id, settled: true, amount: line.gross, quantity: line.quantity }),
  );
  await expect(viewOrderBehind(shop.database, asked, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

/** Words of a PDF of ours as they are shown, those of one row joined. */
function pdfText(pdf: Buffer): string {
  const pages = [...pdf.toString('latin1').matchAll(/\/Length (\d+)\/Filter\/FlateDecode>>stream\n/g)].map((head) => {
    const from = head.index + head[0].length;
    return inflateSync(pdf.subarray(from, from + Number(head[1]))).toString('latin1');
  });
  return [...pages.join('').matchAll(/BT (.*?) ET/g)]
    .map(([, inside]) =>
      [...inside!.matchAll(/\((.*?)\) Tj|<([0-9a-f]+)> Tj/g)]
        .map(([, latin, chinese]) => latin ?? Buffer.from(chinese!, 'hex').swap16().toString('utf16le'))
        .join(''),
    )
    .join('|');
}

async function written(format: 'csv' | 'xlsx' | 'pdf'): Promise<{ name: string; bytes: Buffer }> {
  const { bytes, name } = await statementFile(shop.database, statementId, all, { format, language: 'zh' });
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(Buffer.from(chunk as Buffer));
  return { name, bytes: Buffer.concat(chunks) };
}

test('as a table it holds every line and the same sums', async () => {
  const { name, bytes } = await written('csv');
  const rows: string[][] = parse(bytes, { bom: true });
  expect(name).toMatch(/^结算单-\d{4}-\d\d-\d\d\.csv$/);
  expect(rows[0]![0]).toBe('订单号');
  expect(rows).toHaveLength(ORDERS + 1);
  const { payable } = await viewStatement(shop.database, statementId, all);
  const fen = rows.slice(1).reduce((sum, row) => sum + Math.round(Number(row.at(-1)) * 100), 0);
  expect(String(fen)).toBe(payable.amount);
});

test('what went back of a line stands beside what it was sold for, so that every column adds up to the bill', async () => {
  const wentBack = (sign: '+' | '-') =>
    shop.rows(
      `with line as (
         update settlement.line set gross_fen = gross_fen ${sign} 500, refund_fen = refund_fen ${sign} 500
          where line_id = (select min(line_id::text)::uuid from settlement.line) returning run_id, supplier_id)
       update settlement.statement set gross_fen = gross_fen ${sign} 500, refund_fen = refund_fen ${sign} 500
         from line where (statement.run_id, statement.supplier_id) = (line.run_id, line.supplier_id)`,
    );
  await wentBack('+');
  const head = await viewStatement(shop.database, statementId, all);
  const rows: string[][] = parse((await written('csv')).bytes, { bom: true });
  const column = (title: string) =>
    rows
      .slice(1)
      .reduce((sum, row) => sum + Math.round(Number(row[rows[0]!.indexOf(title)]) * 100), 0)
      .toString();
  expect([column('销售额（元）'), column('退款（元）')]).toEqual([head.gross.amount, head.refunds.amount]);
  expect(head.refunds.amount).toBe('500');
  await wentBack('-');
});

test('as a workbook it has sheets of adjustments, of payments, and of how the balance comes about', async () => {
  const { name, bytes } = await written('xlsx');
  expect(name).toMatch(/\.xlsx$/);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.includes('xl/worksheets/sheet4.xml')).toBe(true);
});

test('as a paper it is a PDF with the same bill and every line, searchable', async () => {
  const { name, bytes } = await written('pdf');
  expect(name).toMatch(/\.pdf$/);
  const text = pdfText(bytes);
  const { data } = await viewLines(shop.database, statementId, all, { limit: 100 });
  for (const { orderNumber, productName } of data) expect(text).toContain(`${orderNumber}|${productName}|`);
  expect(text).toMatch(/应付供应商\|[\d.]+/);
});

test('who may not read a statement reads neither its lines nor its file; a line of another is not there', async () => {
  const { data } = await viewLines(shop.database, statementId, all, { limit: 1 });
  const refused = { code: 'NOT_FOUND' };
  await expect(viewLines(shop.database, statementId, stranger, { limit: 1 })).rejects.toMatchObject(refused);
  await expect(viewLine(shop.database, { id: statementId, lineId: data[0]!.id }, stranger)).rejects.toMatchObject(
    refused,
  );
  await expect(viewLine(shop.database, { id: statementId, lineId: statementId }, all)).rejects.toMatchObject(refused);
  const file = statementFile(shop.database, statementId, stranger, { format: 'csv', language: 'zh' });
  await expect(file).rejects.toMatchObject(refused);
});

test.each(['', 'closing', '-closing'] as const)(
  'who acts for suppliers or a county is shown theirs alone, page by page, sorted %s',
  async (sort) => {
    const everybody = (await viewStatements(shop.database, all, { limit: 10 })).data;
    const [first, second] = everybody.map(({ supplier }) => supplier.id);
    const seen = async (reader: object) => {
      const met: string[] = [];
      for (let cursor: string | undefined; ;) {
        const asked = { limit: 1, ...(sort ? { sort } : {}), ...(cursor ? { cursor } : {}) };
        const page = await viewStatements(shop.database, { ...stranger, ...reader }, asked);
        met.push(...page.data.map(({ supplier }) => supplier.id));
        if (page.nextCursor === null) return met.toSorted();
        cursor = page.nextCursor;
      }
    };
    expect(await seen({})).toEqual([]);
    expect(await seen({ suppliers: [first, second] })).toEqual([first!, second!].toSorted());
    const [county] = await shop.rows<{ code: string; theirs: string[] }>(
      `select supplier.county_code as code, array_agg(statement.supplier_id::text order by statement.supplier_id) as theirs
         from settlement.statement join registry.organisation_v supplier on supplier.id = statement.supplier_id group by 1`,
    );
    expect(await seen({ jurisdictions: [county!.code.slice(0, 2)] })).toEqual(expect.arrayContaining(county!.theirs));
    expect(await seen({ jurisdictions: ['99'] })).toEqual([]);
  },
);
