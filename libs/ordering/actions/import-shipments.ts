import { packs as ofCatalogue } from '@xihuo/catalogue';
import { machines } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { columns, defineImport, type CellFault, type Tx, type Verdict } from '@xihuo/platform';
import { carrierMeant, carrierName } from '../rules/carriers';
import { chooseLots, type ChosenLot, type ParcelChoice } from '../rules/choose-lots';
import { isOrderNumber } from '../rules/order-number';
import { lockPartsOfNumbers, shippableLots, type PartToShip } from '../store/parts-to-ship.sql';
import { gramsOf, sendParcels } from './send-parcels';

interface ShipmentRow {
  order: string;
  carrier: string;
  trackingNumber: string;
  lots: string;
}

interface Found {
  readonly part: PartToShip;
  readonly picks: readonly ChosenLot[];
}

const words = (zh: string, en: string) => ({ zh, en });
const fault = (code: string, reason: CellFault['reason'], fix: CellFault['fix']): CellFault => ({ code, reason, fix });

const NOT_A_NUMBER = fault(
  'NOT_AN_ORDER_NUMBER',
  words('不是有效的订单号（16 位，末位为校验位）', 'This is no order number: sixteen digits, the last one checks them'),
  words(
    '从待发货清单复制；表格软件会改长数字，请将该列设为“文本”',
    'Copy it from the list to ship, with the column formatted as text',
  ),
);
const OTHER = /^(?:其他|其它|other)[:：]\s*(.{1,36})$/i;

const UNKNOWN_CARRIER = fault(
  'CARRIER_UNKNOWN',
  words('没有这个快递公司', 'No carrier is known by this name'),
  words(
    `填写 ${machines.CARRIERS.map(({ zh }) => zh).join('、')} 之一，或其简称、代码；其他公司写“其他：名称”`,
    `One of ${machines.CARRIERS.map(({ en, code }) => `${en} (${code})`).join(', ')}, or “other: its name”`,
  ),
);

/** A carrier by name, short name or code; another one has to be meant, since a slip of the pen loses the parcel's way. */
function readCarrier(text: string): { value: string } | { fault: CellFault } {
  const other = OTHER.exec(text.normalize('NFKC').trim());
  if (other) return { value: carrierName(other[1]!) };
  const meant = carrierMeant(text);
  return meant ? { value: meant.zh } : { fault: UNKNOWN_CARRIER };
}

const NOT_TRACKING = fault(
  'NOT_A_TRACKING_NUMBER',
  words('不是有效的运单号（5 到 40 位字母或数字）', 'This is no tracking number: 5 to 40 letters or digits'),
  words('按面单填写', 'Write it as the label has it'),
);
const NO_ORDER = fault(
  'NO_SUCH_ORDER',
  words('您没有这个已付款的订单', 'You have no such order that is paid'),
  words('核对订单号', 'Check the number'),
);
const CANCELLED = fault(
  'ORDER_CANCELLED',
  words('订单已取消，不再发货', 'It was cancelled: nothing of it is to be sent'),
  words('删除该行', 'Take this row out'),
);

function shippedAlready(numbers: readonly string[]): CellFault {
  const said = numbers.join('、');
  return fault(
    'SHIPPED_ALREADY',
    words(`已用运单号 ${said} 发货`, `It has left already, as ${numbers.join(', ')}`),
    words('删除该行；填错运单号请联系平台', 'Take this row out; tell us where the number was wrong'),
  );
}

const numberTaken = fault(
  'PARCEL_KNOWN',
  words(
    '这个订单已有一个包裹用此运单号，其余商品尚未发出',
    'A parcel of this order has this number, and more is to be sent',
  ),
  words('填写另一个包裹的运单号', 'Write the number of the other parcel'),
);

function lotUnknown(code: string): CellFault {
  return fault(
    'LOT_UNKNOWN',
    words(`没有可发货的批次 ${code}`, `There is no lot ${code} that may be sent from`),
    words(
      '核对批次号；已召回或缺合格证的批次不能发货，留空则自动选用',
      'Check it, or leave it empty: the oldest lot is taken',
    ),
  );
}

function lotShort(productName: string, packs: number): CellFault {
  return fault(
    'LOT_SHORT',
    words(
      `批次余量不足：${productName} 还差 ${packs} 件`,
      `The lots do not hold enough: ${packs} packs of ${productName} are missing`,
    ),
    words('先登记入库，或在订单页分批发货', 'Record what came in, or send part of it on the page of the order'),
  );
}

const codesIn = (lots: string) => [...new Set(lots.split(/[、,，;；\s]+/).filter(Boolean))];

/**
 * Parcels of many orders at once, each with all that is still to be sent of the supplier's part. The lots are those that are named, or
 * the oldest that hold enough; every gram is taken from its lot as for a single parcel. Scope is the supplier.
 */
export const shipmentImport = defineImport<ShipmentRow, Found>({
  kind: 'shipments',
  title: words('发货单', 'Parcels'),
  roles: ['supplier'],
  columns: {
    order: columns.codeColumn(
      {
        title: words('订单号', 'Order'),
        aliases: ['订单编号', '订单', 'Order number', 'Order no'],
        hint: words(
          '待发货清单中的 16 位订单号；一个订单一行',
          'The sixteen digits of the list to ship; a row an order',
        ),
        sample: '2611281234567892',
      },
      (code) => (isOrderNumber(code) ? null : NOT_A_NUMBER),
    ),
    carrier: {
      title: words('快递公司', 'Carrier'),
      aliases: ['物流公司', '承运商', '承运人', '快递', 'Shipping company'],
      hint: words(
        '名称、简称或代码都可以，如顺丰速运、顺丰、SF；其他公司写“其他：名称”',
        'A name, a short name or a code, such as 顺丰速运, 顺丰 or SF; another one as “other: its name”',
      ),
      sample: '顺丰速运',
      read: readCarrier,
    },
    trackingNumber: columns.codeColumn(
      {
        title: words('运单号', 'Tracking number'),
        aliases: ['快递单号', '物流单号', '快递运单号', '单号', 'Tracking'],
        hint: words('面单上的单号；请将该列设为“文本”', 'As the label has it, in a column of text'),
        sample: 'SF1234567890123',
      },
      (code) => (/^[A-Z0-9]{5,40}$/.test(code) ? null : NOT_TRACKING),
    ),
    lots: columns.optional(
      columns.textColumn(
        {
          title: words('批次', 'Lots'),
          aliases: ['批次号', '批号', 'Lot'],
          hint: words(
            '可留空：自动用最早的批次；多个批次用顿号分隔',
            'May stay empty: the oldest lots are taken; several with commas',
          ),
          sample: '',
        },
        300,
      ),
      '',
    ),
  },
  keyOf: ({ order }) => order,
  admit: ofCatalogue.admitSupplier,

  async inspect(tx, supplierId, rows) {
    const parts = await tx.sql(lockPartsOfNumbers, [supplierId, rows.map(({ order }) => order)]);
    const partOf = new Map(parts.map((part) => [part.order_number, part]));
    const judged = rows.map((row) => verdictOf(row, partOf.get(row.order)));
    const sending = judged.flatMap((one, at) => (isPart(one) ? [{ part: one, codes: codesIn(rows[at]!.lots) }] : []));
    const choices = await choose(tx, supplierId, sending);
    return judged.map((one) => (isPart(one) ? verdictOfChoice(one, choices.get(one.id)!) : one));
  },

  async write(tx, supplierId, rows, _tools, found) {
    must(tx.actor.kind === 'person', 'a person imports');
    const parcels = found.map(({ part, picks }, at) => {
      const { carrier, trackingNumber } = rows[at]!;
      return { part, carrier, trackingNumber, picks };
    });
    await sendParcels(tx, { supplierId, shippedBy: tx.actor.personId }, parcels);
  },
});

const isPart = (one: PartToShip | Verdict<Found>): one is PartToShip =>
  typeof one === 'object' && 'order_number' in one;

/** The part, where a parcel of it may leave. */
function verdictOf({ trackingNumber }: ShipmentRow, part: PartToShip | undefined): PartToShip | Verdict<Found> {
  if (!part) return { ...NO_ORDER, column: 'order' };
  if (part.state === 'cancelled') return { ...CANCELLED, column: 'order' };
  const isKnown = part.sent.includes(trackingNumber);
  if (part.state !== 'toShip') return isKnown ? 'known' : { ...shippedAlready(part.sent), column: 'trackingNumber' };
  return isKnown ? { ...numberTaken, column: 'trackingNumber' } : part;
}

function verdictOfChoice(part: PartToShip, choice: ParcelChoice): Verdict<Found> {
  if ('picks' in choice) return { found: { part, picks: choice.picks } };
  if ('unknown' in choice) return { ...lotUnknown(choice.unknown), column: 'lots' };
  const { lineId, packs } = choice.short;
  const line = part.lines.find(({ id }) => id === lineId)!;
  return { ...lotShort(line.product_name, packs), column: 'lots' };
}

async function choose(
  tx: Tx,
  supplierId: string,
  sending: readonly { part: PartToShip; codes: readonly string[] }[],
): Promise<Map<string, ParcelChoice>> {
  const productIds = sending.flatMap(({ part }) => part.lines.map((line) => line.product_id));
  const lots = await tx.sql(shippableLots, [supplierId, productIds, sending.flatMap(({ codes }) => codes)]);
  const parcels = sending.map(({ part, codes }) => ({
    codes,
    lines: part.lines
      .filter((line) => line.open_packs > 0)
      .map((line) => ({
        ...{ id: line.id, productId: line.product_id, packs: line.open_packs },
        packGrams: gramsOf(line.net_grams === null ? null : BigInt(line.net_grams), 1),
      })),
  }));
  const left = lots.map((lot) => ({
    ...{ id: lot.id, code: lot.code, productId: lot.product_id, leftGrams: lot.left_grams },
  }));
  const choices = chooseLots(parcels, left);
  return new Map(sending.map(({ part }, at) => [part.id, choices[at]!]));
}
