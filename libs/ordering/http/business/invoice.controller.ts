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
  Upload,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
  type XihuoReply,
} from '@xihuo/platform';
import { askInvoice } from '../../actions/business/invoices/ask-invoice';
import { keepInvoiceFile, readInvoiceFile } from '../../actions/business/invoices/invoice-files';
import { issueInvoice, recordRedNote } from '../../actions/business/invoices/issue-invoice';
import { declineInvoice, moveInvoiceAsBuyer } from '../../actions/business/invoices/move-invoice';
import {
  invoiceFor,
  invoicesOfOrganisation,
  invoicesOfSuppliers,
  invoiceView,
  viewInvoiceable,
  type InvoiceReader,
  type InvoiceView,
} from '../../actions/business/invoices/view-invoices';
import { suppliersOf } from '../access';

const readerOf = (caller: Caller): InvoiceReader => ({ personId: caller.person!.id, supplierIds: suppliersOf(caller) });

/** Invoices that are asked for, issued elsewhere, and recorded here. */
@Controller()
export class InvoiceController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('GET /organisations/{id}/invoiceable/{month}')
  invoiceable(
    @Input() { params }: InputOf<'GET /organisations/{id}/invoiceable/{month}'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /organisations/{id}/invoiceable/{month}'>> {
    return viewInvoiceable(this.database, params, caller.person!.id);
  }

  @Handles('POST /organisations/{id}/invoice-requests')
  ask(
    @Input() { params, body }: InputOf<'POST /organisations/{id}/invoice-requests'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<InvoiceView> {
    return this.change(caller, ask, (tx) => askInvoice(tx, params.id, caller.person!.id, body));
  }

  @Handles('GET /organisations/{id}/invoice-requests')
  ofOrganisation(
    @Input() { params, query }: InputOf<'GET /organisations/{id}/invoice-requests'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /organisations/{id}/invoice-requests'>> {
    return invoicesOfOrganisation(this.database, params.id, caller.person!.id, query);
  }

  @Handles('GET /supplier/invoice-requests')
  ofSuppliers(
    @Input() { query }: InputOf<'GET /supplier/invoice-requests'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/invoice-requests'>> {
    return invoicesOfSuppliers(this.database, suppliersOf(caller), query);
  }

  @Handles('GET /invoice-requests/{id}')
  async view(@Input() { params }: InputOf<'GET /invoice-requests/{id}'>, @By() caller: Caller): Promise<InvoiceView> {
    return invoiceView(await invoiceFor(this.database, params.id, readerOf(caller)));
  }

  @Handles('POST /invoice-requests/{id}/withdraw')
  withdraw(
    @Input() { params }: InputOf<'POST /invoice-requests/{id}/withdraw'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<InvoiceView> {
    return this.moved(params.id, caller, ask, (tx, reader) =>
      moveInvoiceAsBuyer(tx, params.id, reader, { event: 'withdraw' }),
    );
  }

  @Handles('POST /invoice-requests/{id}/confirm')
  confirm(
    @Input() { params }: InputOf<'POST /invoice-requests/{id}/confirm'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<InvoiceView> {
    return this.moved(params.id, caller, ask, (tx, reader) =>
      moveInvoiceAsBuyer(tx, params.id, reader, { event: 'confirm' }),
    );
  }

  @Handles('POST /invoice-requests/{id}/contest')
  contest(
    @Input() { params, body }: InputOf<'POST /invoice-requests/{id}/contest'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<InvoiceView> {
    return this.moved(params.id, caller, ask, (tx, reader) =>
      moveInvoiceAsBuyer(tx, params.id, reader, { event: 'contest', reason: body.reason }),
    );
  }

  @Handles('POST /invoice-requests/{id}/files')
  keepFile(
    @Input() { params }: InputOf<'POST /invoice-requests/{id}/files'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<{ fileId: string }> {
    const { database, files } = this;
    return keepInvoiceFile({ database, files }, ask, { id: params.id, reader: readerOf(caller), bytes });
  }

  @Handles('POST /invoice-requests/{id}/issue')
  issue(
    @Input() { params, body }: InputOf<'POST /invoice-requests/{id}/issue'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<InvoiceView> {
    return this.moved(params.id, caller, ask, (tx, reader) => issueInvoice(tx, params.id, reader, body));
  }

  @Handles('POST /invoice-requests/{id}/decline')
  decline(
    @Input() { params, body }: InputOf<'POST /invoice-requests/{id}/decline'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<InvoiceView> {
    return this.moved(params.id, caller, ask, (tx, reader) => declineInvoice(tx, params.id, reader, body.reason));
  }

  @Handles('POST /invoice-requests/{id}/red-notes')
  redNote(
    @Input() { params, body }: InputOf<'POST /invoice-requests/{id}/red-notes'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<InvoiceView> {
    return this.moved(params.id, caller, ask, (tx, reader) => recordRedNote(tx, params.id, reader, body));
  }

  @Handles('GET /invoice-requests/{id}/papers/{paperId}/file')
  async file(
    @Input() { params }: InputOf<'GET /invoice-requests/{id}/papers/{paperId}/file'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const { database, files } = this;
    return describeDownload(reply, await readInvoiceFile({ database, files }, params, readerOf(caller)));
  }

  private moved(
    id: string,
    caller: Caller,
    ask: CommandOptions,
    work: (tx: Tx, reader: InvoiceReader) => Promise<void>,
  ): Promise<InvoiceView> {
    return this.change(caller, ask, async (tx) => {
      await work(tx, readerOf(caller));
      return id;
    });
  }

  /** Changes a request and answers how it stands afterwards. */
  private async change(caller: Caller, ask: CommandOptions, work: (tx: Tx) => Promise<string>): Promise<InvoiceView> {
    const { view } = await command(this.database, ask, async (tx) =>
      invoiceView(await invoiceFor(tx, await work(tx), readerOf(caller))),
    );
    return view;
  }
}
