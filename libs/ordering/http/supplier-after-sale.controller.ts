import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  FILES,
  exporting,
  Handles,
  Input,
  newId,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type XihuoReply,
} from '@xihuo/platform';
import { readPhotoAsSupplier } from '../actions/after-sale-photos';
import { answerAsSupplier } from '../actions/answer-after-sale';
import { replaceOrReport } from '../actions/send-replacement';
import { endShort } from '../actions/end-short';
import { listCases, viewCaseAsSupplier } from '../actions/view-after-sales';
import type { AfterSaleView } from '../store/after-sale-view';
import { suppliersOf } from './access';
import { afterSaleTable } from './list-tables';

/** What suppliers do with claims on what they sold. */
@Controller()
export class SupplierAfterSaleController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('GET /supplier/after-sales')
  @exporting.AsTable(afterSaleTable)
  list(
    @Input() { query }: InputOf<'GET /supplier/after-sales'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/after-sales'>> {
    return listCases(this.database, suppliersOf(caller), query);
  }

  @Handles('GET /supplier/after-sales/{id}')
  view(@Input() { params }: InputOf<'GET /supplier/after-sales/{id}'>, @By() caller: Caller): Promise<AfterSaleView> {
    return viewCaseAsSupplier(this.database, params.id, suppliersOf(caller));
  }

  @Handles('POST /supplier/after-sales/{id}/accept')
  accept(
    @Input() { params, body }: InputOf<'POST /supplier/after-sales/{id}/accept'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AfterSaleView> {
    return this.answer(params.id, caller, ask, { accept: true, ...body });
  }

  @Handles('POST /supplier/after-sales/{id}/refuse')
  refuse(
    @Input() { params, body }: InputOf<'POST /supplier/after-sales/{id}/refuse'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AfterSaleView> {
    return this.answer(params.id, caller, ask, { refuse: body.reason, state: body.state });
  }

  @Handles('POST /supplier/after-sales/{id}/replacement')
  async replace(
    @Input() { params, body }: InputOf<'POST /supplier/after-sales/{id}/replacement'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AfterSaleView> {
    const supplierIds = suppliersOf(caller);
    const sender = { caseId: params.id, supplierIds, sentBy: caller.person!.id };
    await replaceOrReport(this.database, ask, sender, body);
    return viewCaseAsSupplier(this.database, params.id, supplierIds);
  }

  @Handles('GET /supplier/after-sales/{id}/photos/{photoId}')
  async photo(
    @Input() { params }: InputOf<'GET /supplier/after-sales/{id}/photos/{photoId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const wanted = { caseId: params.id, photoId: params.photoId, supplierIds: suppliersOf(caller) };
    return describeDownload(reply, await readPhotoAsSupplier({ database: this.database, files: this.files }, wanted));
  }

  @Handles('POST /supplier/orders/{id}/short-delivery')
  async short(
    @Input() { params, body }: InputOf<'POST /supplier/orders/{id}/short-delivery'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AfterSaleView> {
    const supplierIds = suppliersOf(caller);
    const { view } = await command(this.database, ask, (tx) =>
      endShort(tx, { supplierOrderId: params.id, supplierIds, caseId: newId() }, body),
    );
    return viewCaseAsSupplier(this.database, view, supplierIds);
  }

  private async answer(
    caseId: string,
    caller: Caller,
    ask: CommandOptions,
    answer: Parameters<typeof answerAsSupplier>[2],
  ): Promise<AfterSaleView> {
    const supplierIds = suppliersOf(caller);
    await command(this.database, ask, (tx) => answerAsSupplier(tx, { caseId, supplierIds }, answer));
    return viewCaseAsSupplier(this.database, caseId, supplierIds);
  }
}
