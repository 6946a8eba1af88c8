import type { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  DATABASE,
  describeDownload,
  Handles,
  Input,
  Language,
  limitRate,
  VAULT,
  type Caller,
  type CommandOptions,
  type Database,
  type Vault,
  type XihuoReply,
} from '@xihuo/platform';
import { ordersFile, shipmentsFile } from '../actions/export-orders';
import { shipOrReport, type ShippingTaskView } from '../actions/ship-supplier-order';
import { viewRecalledParcels, viewTelling } from '../actions/view-recalled-parcels';
import { listShippingTasks, viewShippingTask } from '../actions/view-shipping-task';
import { suppliersOf } from './access';

/** A file costs as much as many pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;

@Controller()
export class SupplierOrderController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Handles('GET /supplier/orders')
  list(
    @Input() { query }: InputOf<'GET /supplier/orders'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/orders'>> {
    return listShippingTasks(this.database, this.vault, suppliersOf(caller), query);
  }

  @Handles('GET /supplier/orders/file')
  async file(
    @Input() { query }: InputOf<'GET /supplier/orders/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    await this.mayTakeFile(caller);
    const { database, vault } = this;
    return describeDownload(reply, await ordersFile({ database, vault }, suppliersOf(caller), { ...query, language }));
  }

  @Handles('GET /suppliers/{supplierId}/shipments/file')
  async toShip(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/shipments/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    if (!suppliersOf(caller).includes(params.supplierId)) throw fail('NOT_FOUND');
    await this.mayTakeFile(caller);
    const { database, vault } = this;
    const file = await shipmentsFile({ database, vault }, params.supplierId, { ...query, language });
    return describeDownload(reply, file);
  }

  @Handles('GET /supplier/orders/{id}')
  view(@Input() { params }: InputOf<'GET /supplier/orders/{id}'>, @By() caller: Caller): Promise<ShippingTaskView> {
    return viewShippingTask(this.database, this.vault, params.id, suppliersOf(caller));
  }

  @Handles('GET /supplier/recalls/{id}/parcels')
  recalled(
    @Input() input: InputOf<'GET /supplier/recalls/{id}/parcels'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/recalls/{id}/parcels'>> {
    return viewRecalledParcels(this.database, suppliersOf(caller), input);
  }

  @Handles('GET /supplier/recalls/{id}/telling')
  telling(
    @Input() { params }: InputOf<'GET /supplier/recalls/{id}/telling'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/recalls/{id}/telling'>> {
    return viewTelling(this.database, suppliersOf(caller), params.id);
  }

  @Handles('POST /supplier/orders/{id}/shipment')
  async ship(
    @Input() { params, body }: InputOf<'POST /supplier/orders/{id}/shipment'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ShippingTaskView> {
    const suppliers = suppliersOf(caller);
    // The view holds the receiver's address, so it is read afresh and never kept under the key.
    const order = { id: params.id, supplierIds: suppliers, shippedBy: caller.person!.id };
    await shipOrReport(this.database, ask, order, body);
    return viewShippingTask(this.database, this.vault, params.id, suppliers);
  }

  /** @throws ProblemError RATE_LIMITED */
  private async mayTakeFile(caller: Caller): Promise<void> {
    const most = { name: 'supplierFile', of: caller.person!.id, most: MOST_FILES, seconds: FILE_SECONDS };
    await limitRate(this.database, most);
  }
}
