import type { InputOf } from '@xihuo/contract';
import { exporting, type Database, type Vault } from '@xihuo/platform';
import { listShippingTasks } from './view-shipping-task';
import type { ShippingTaskView } from './ship-supplier-order';

type Query = InputOf<'GET /supplier/orders/file'>['query'];

const WORDS = {
  zh: {
    name: '订单',
    columns: ['订单号', '下单时间', '状态', '商品', '规格', '件数', '单价（元）', '小计（元）', '收货地区', '收货人'],
    states: {
      awaitingPayment: '待付款',
      toShip: '待发货',
      shipped: '已发货',
      received: '已收货',
      released: '已过售后期',
      cancelled: '已取消',
    },
  },
  en: {
    name: 'orders',
    columns: [
      ...['Order', 'Placed', 'State', 'Product', 'Pack', 'Packs', 'Price (yuan)', 'Sum (yuan)', 'Region', 'Receiver'],
    ],
    states: {
      awaitingPayment: 'Awaiting payment',
      toShip: 'To ship',
      shipped: 'Shipped',
      received: 'Received',
      released: 'After-sale over',
      cancelled: 'Cancelled',
    },
  },
} as const;

/**
 * The suppliers' orders as the list has them, a row a line. Addresses and phones stay in the house: a file lies about on desks, and
 * whoever ships reads them on the order.
 */
export async function ordersFile(
  { database, vault }: { database: Database; vault: Vault },
  supplierIds: readonly string[],
  { format, language, ...filters }: Query & { language: 'zh' | 'en' },
): Promise<ReturnType<typeof exporting.streamFile>> {
  const { name, columns, states } = WORDS[language];
  const rows = await exporting.rowsOfPages(
    (cursor) => listShippingTasks(database, vault, supplierIds, { ...filters, cursor, limit: exporting.EXPORT_PAGE }),
    (task) => linesOf(task, states),
  );
  return exporting.streamFile(name, format, [{ name, columns: columns.map((title) => ({ title })), rows }]);
}

const SHIPMENT_WORDS = {
  zh: {
    name: '待发货清单',
    columns: ['订单号', '快递公司', '运单号', '批次', '下单时间', '商品', '收货地区', '收货人'],
  },
  en: {
    name: 'orders-to-ship',
    columns: ['Order', 'Carrier', 'Tracking number', 'Lots', 'Placed', 'Goods', 'Region', 'Receiver'],
  },
} as const;

/** What is to be sent, an order a row: with carriers and tracking numbers filled in it is a table of shipments. */
export async function shipmentsFile(
  { database, vault }: { database: Database; vault: Vault },
  supplierId: string,
  { format, language }: Pick<Query, 'format'> & { language: 'zh' | 'en' },
): Promise<ReturnType<typeof exporting.streamFile>> {
  const { name, columns } = SHIPMENT_WORDS[language];
  const rows = await exporting.rowsOfPages(
    (cursor) =>
      listShippingTasks(database, vault, [supplierId], { state: 'toShip', cursor, limit: exporting.EXPORT_PAGE }),
    (task) => [
      [
        ...[task.orderNumber, null, null, null, task.placedAt, goodsToSend(task)],
        ...[task.shipTo.regionName, task.shipTo.name],
      ],
    ],
  );
  return exporting.streamFile(name, format, [{ name, columns: columns.map((title) => ({ title })), rows }]);
}

function goodsToSend({ lines }: ShippingTaskView): string {
  return lines
    .map((line) => ({ ...line, open: line.quantity - line.shippedPacks - line.cancelledPacks }))
    .filter(({ open }) => open > 0)
    .map(({ productName, pack, open }) => `${productName} ${pack} × ${open}`)
    .join('；');
}

const yuan = ({ amount }: { amount: string }) => exporting.yuanCell(amount);

function linesOf(task: ShippingTaskView, states: Readonly<Record<ShippingTaskView['state'], string>>) {
  return task.lines.map((line) => [
    ...[task.orderNumber, task.placedAt, states[task.state], line.productName, line.pack, line.quantity],
    ...[yuan(line.unitPrice), yuan(line.amount), task.shipTo.regionName, task.shipTo.name],
  ]);
}
