import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type XihuoReply,
} from '@xihuo/platform';
import {
  askOwnInvoices,
  listOwnInvoices,
  moveOwnInvoice,
  readOwnInvoiceFile,
  viewOwnInvoices,
} from '../actions/own-invoices';
import { accessOf } from './access';

type OwnInvoices = ResponseOf<'GET /orders/{id}/invoices'>;

/** Invoices of what people bought for themselves, by account or by the order's token. */
@Controller()
export class OwnInvoiceController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('GET /me/invoices')
  list(@Input() { query }: InputOf<'GET /me/invoices'>, @By() caller: Caller): Promise<ResponseOf<'GET /me/invoices'>> {
    return listOwnInvoices(this.database, caller.person!.id, query);
  }

  @Handles('GET /orders/{id}/invoices')
  view(@Input() { params }: InputOf<'GET /orders/{id}/invoices'>, @By() caller: Caller): Promise<OwnInvoices> {
    return viewOwnInvoices(this.database, params.id, accessOf(caller));
  }

  @Handles('POST /orders/{id}/invoices')
  async ask(
    @Input() { params, body }: InputOf<'POST /orders/{id}/invoices'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OwnInvoices> {
    const { view } = await command(this.database, ask, (tx) => askOwnInvoices(tx, params.id, accessOf(caller), body));
    return view;
  }

  @Handles('POST /orders/{id}/invoices/{requestId}/withdraw')
  async withdraw(
    @Input() { params }: InputOf<'POST /orders/{id}/invoices/{requestId}/withdraw'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OwnInvoices> {
    const { view } = await command(this.database, ask, (tx) =>
      moveOwnInvoice(tx, params, accessOf(caller), { event: 'withdraw' }),
    );
    return view;
  }

  @Handles('POST /orders/{id}/invoices/{requestId}/contest')
  async contest(
    @Input() { params, body }: InputOf<'POST /orders/{id}/invoices/{requestId}/contest'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OwnInvoices> {
    const { view } = await command(this.database, ask, (tx) =>
      moveOwnInvoice(tx, params, accessOf(caller), { event: 'contest', ...body }),
    );
    return view;
  }

  @Handles('GET /orders/{id}/invoices/{requestId}/papers/{paperId}/file')
  async file(
    @Input() { params }: InputOf<'GET /orders/{id}/invoices/{requestId}/papers/{paperId}/file'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const { database, files } = this;
    return describeDownload(reply, await readOwnInvoiceFile({ database, files }, params, accessOf(caller)));
  }
}
