import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  Upload,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type XihuoReply,
} from '@xihuo/platform';
import { keepPhoto, readPhotoAsBuyer } from '../actions/after-sale-photos';
import { moveAsBuyer } from '../actions/answer-after-sale';
import { claimAfterSale, quoteClaim } from '../actions/claim-after-sale';
import type { Step } from '../actions/move-cases';
import { viewAfterSales, viewCaseAsBuyer } from '../actions/view-after-sales';
import type { AfterSaleView } from '../store/after-sale-view';
import { nowOf } from '../store/clock.sql';
import { accessOf } from './access';

interface OfCase {
  params: { id: string; caseId: string };
}

/** What buyers claim of their orders, by account or by the order's token. */
@Controller()
export class AfterSaleController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('GET /orders/{id}/after-sales')
  async list(
    @Input() { params }: InputOf<'GET /orders/{id}/after-sales'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /orders/{id}/after-sales'>> {
    return viewAfterSales(this.database, params.id, accessOf(caller), await this.now());
  }

  @Handles('POST /orders/{id}/after-sale-quotes')
  async quote(
    @Input() { params, body }: InputOf<'POST /orders/{id}/after-sale-quotes'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /orders/{id}/after-sale-quotes'>> {
    const priced = await quoteClaim(this.database, params.id, body, accessOf(caller), await this.now());
    return {
      amount: money.toWire(priced.totalFen),
      lines: priced.lines.map(({ lineId, fen }) => ({ lineId, amount: money.toWire(fen) })),
    };
  }

  @Handles('POST /orders/{id}/after-sales')
  async claim(
    @Input() { params, body }: InputOf<'POST /orders/{id}/after-sales'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AfterSaleView> {
    const access = accessOf(caller);
    const { view: caseId } = await command(this.database, ask, (tx) => claimAfterSale(tx, params.id, body, access));
    return viewCaseAsBuyer(this.database, { orderId: params.id, caseId, access });
  }

  @Handles('POST /orders/{id}/after-sale-photos')
  keep(
    @Input() { params }: InputOf<'POST /orders/{id}/after-sale-photos'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /orders/{id}/after-sale-photos'>> {
    return keepPhoto(this.place, ask, { orderId: params.id, access: accessOf(caller), bytes });
  }

  @Handles('GET /orders/{id}/after-sale-photos/{photoId}')
  async photo(
    @Input() { params }: InputOf<'GET /orders/{id}/after-sale-photos/{photoId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const wanted = { orderId: params.id, photoId: params.photoId, access: accessOf(caller) };
    return describeDownload(reply, await readPhotoAsBuyer(this.place, wanted));
  }

  @Handles('POST /orders/{id}/after-sales/{caseId}/withdraw')
  withdraw(@Input() { params }: OfCase, @By() caller: Caller, @Ask() ask: CommandOptions): Promise<AfterSaleView> {
    return this.step(params, caller, ask, { event: 'withdraw' });
  }

  @Handles('POST /orders/{id}/after-sales/{caseId}/return-parcel')
  sendBack(
    @Input() { params, body }: InputOf<'POST /orders/{id}/after-sales/{caseId}/return-parcel'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AfterSaleView> {
    return this.step(params, caller, ask, { event: 'send', parcel: body });
  }

  @Handles('POST /orders/{id}/after-sales/{caseId}/receive')
  receive(@Input() { params }: OfCase, @By() caller: Caller, @Ask() ask: CommandOptions): Promise<AfterSaleView> {
    return this.step(params, caller, ask, { event: 'receive' });
  }

  @Handles('POST /orders/{id}/after-sales/{caseId}/escalate')
  escalate(
    @Input() { params, body }: InputOf<'POST /orders/{id}/after-sales/{caseId}/escalate'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AfterSaleView> {
    return this.step(params, caller, ask, { event: 'escalate', note: body.reason });
  }

  private async step(
    { id: orderId, caseId }: OfCase['params'],
    caller: Caller,
    ask: CommandOptions,
    step: Omit<Step, 'by'>,
  ): Promise<AfterSaleView> {
    const access = accessOf(caller);
    await command(this.database, ask, (tx) => moveAsBuyer(tx, { orderId, caseId, access }, step));
    return viewCaseAsBuyer(this.database, { orderId, caseId, access });
  }

  private get place() {
    return { database: this.database, files: this.files };
  }

  private async now(): Promise<Date> {
    const [clock] = await this.database.read(nowOf);
    return clock!.now;
  }
}
