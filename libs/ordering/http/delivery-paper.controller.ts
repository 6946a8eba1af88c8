import type { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  By,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  limitRate,
  VAULT,
  type Caller,
  type Database,
  type Files,
  type Vault,
  type XihuoReply,
} from '@xihuo/platform';
import { papersForBuyer, papersForDesk } from '../actions/papers/delivery-papers';
import { documentPack } from '../actions/papers/document-pack';
import { printParcel, printParcels } from '../actions/papers/print-parcel';
import { accessOf, suppliersOf } from './access';

/** Twenty files in a zip cost as much as twenty pages. */
const MOST_PACKS = 60;
const PACK_SECONDS = 3_600;

@Controller()
export class DeliveryPaperController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Handles('GET /orders/{id}/parcels/{parcelId}/papers')
  async list(
    @Input() { params }: InputOf<'GET /orders/{id}/parcels/{parcelId}/papers'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /orders/{id}/parcels/{parcelId}/papers'>> {
    return (await papersForBuyer(this.database, params, accessOf(caller))).view;
  }

  @Handles('GET /orders/{id}/parcels/{parcelId}/papers/file')
  async pack(
    @Input() { params }: InputOf<'GET /orders/{id}/parcels/{parcelId}/papers/file'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const delivery = await papersForBuyer(this.database, params, accessOf(caller));
    await this.mayTake(params.parcelId);
    return describeDownload(reply, await documentPack({ database: this.database, files: this.files }, delivery));
  }

  @Handles('GET /parcels/{id}/papers/file')
  async packForDesk(
    @Input() { params }: InputOf<'GET /parcels/{id}/papers/file'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const counties = (caller.person?.grants ?? [])
      .filter(({ role }) => role === 'auditor')
      .map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
    const delivery = await papersForDesk(this.database, params.id, { supplierIds: suppliersOf(caller), counties });
    await this.mayTake(params.id);
    return describeDownload(reply, await documentPack({ database: this.database, files: this.files }, delivery));
  }

  @Handles('GET /supplier/orders/print')
  async printMany(
    @Input() { query }: InputOf<'GET /supplier/orders/print'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const { database, vault } = this;
    return describeDownload(reply, await printParcels({ database, vault }, suppliersOf(caller), query));
  }

  @Handles('GET /supplier/orders/{id}/print')
  async print(
    @Input() { params, query }: InputOf<'GET /supplier/orders/{id}/print'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const { database, vault } = this;
    return describeDownload(
      reply,
      await printParcel({ database, vault }, suppliersOf(caller), { ...params, ...query }),
    );
  }

  private mayTake(parcelId: string): Promise<void> {
    return limitRate(this.database, { name: 'deliveryPapers', of: parcelId, most: MOST_PACKS, seconds: PACK_SECONDS });
  }
}
