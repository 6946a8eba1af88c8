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
  Language,
  Upload,
  VAULT,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
  type Vault,
  type XihuoReply,
} from '@xihuo/platform';
import { acceptGoods } from '../../actions/business/accept-goods';
import { approvePurchase, rejectPurchase, withdrawPurchase } from '../../actions/business/decide-purchase';
import { keepAcceptancePhoto } from '../../actions/business/acceptance-photos';
import type { Desk } from '../../actions/business/issue-purchase';
import { makePurchase } from '../../actions/business/make-purchase';
import { statementFile, viewStatement, type StatementView } from '../../actions/business/statement';
import { listPurchases, viewPurchase } from '../../actions/business/view-purchase';
import { listClaimsOf } from '../../actions/view-after-sales';
import { COUNTER, type Counter } from '../../actions/counter';
import type { PurchaseView } from '../../store/business/views';
import { nowOf } from '../../store/clock.sql';
import { purchaseTable } from '../list-tables';

/** Purchase orders from the list to the acceptance. */
@Controller()
export class PurchaseController {
  private readonly desk: Desk;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
    @Inject(COUNTER) counter: Counter,
    @Inject(VAULT) vault: Vault,
  ) {
    this.desk = { counter, vault };
  }

  @Handles('POST /organisations/{id}/purchase-orders')
  make(
    @Input() { params, body }: InputOf<'POST /organisations/{id}/purchase-orders'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PurchaseView> {
    const personId = caller.person!.id;
    return this.change(caller, ask, (tx) => makePurchase(tx, this.desk, { organisationId: params.id, personId, body }));
  }

  @Handles('GET /organisations/{id}/after-sales')
  claims(
    @Input() { params, query }: InputOf<'GET /organisations/{id}/after-sales'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /organisations/{id}/after-sales'>> {
    return listClaimsOf(this.database, params.id, caller.person!.id, query);
  }

  @Handles('GET /organisations/{id}/purchase-orders')
  @exporting.AsTable(purchaseTable)
  list(
    @Input() { params, query }: InputOf<'GET /organisations/{id}/purchase-orders'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /organisations/{id}/purchase-orders'>> {
    return listPurchases(this.database, params.id, caller.person!.id, query);
  }

  @Handles('GET /purchase-orders/{id}')
  async view(@Input() { params }: InputOf<'GET /purchase-orders/{id}'>, @By() caller: Caller): Promise<PurchaseView> {
    const [clock] = await this.database.read(nowOf, []);
    return viewPurchase(this.database, params.id, caller.person!.id, clock!.now);
  }

  @Handles('GET /organisations/{id}/statements/{month}')
  statement(
    @Input() { params, query }: InputOf<'GET /organisations/{id}/statements/{month}'>,
    @By() caller: Caller,
  ): Promise<StatementView> {
    const wanted = { organisationId: params.id, personId: caller.person!.id, month: params.month };
    return viewStatement(this.database, wanted, query);
  }

  @Handles('GET /organisations/{id}/statements/{month}/file')
  async statementFile(
    @Input() { params, query }: InputOf<'GET /organisations/{id}/statements/{month}/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<unknown> {
    const wanted = { organisationId: params.id, personId: caller.person!.id, month: params.month };
    return describeDownload(reply, await statementFile(this.database, wanted, { ...query, language }));
  }

  @Handles('POST /purchase-orders/{id}/approve')
  approve(
    @Input() { params, body }: InputOf<'POST /purchase-orders/{id}/approve'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PurchaseView> {
    const deciding = { id: params.id, personId: caller.person!.id, note: body.note };
    return this.change(caller, ask, async (tx) => {
      await approvePurchase(tx, this.desk, deciding);
      return params.id;
    });
  }

  @Handles('POST /purchase-orders/{id}/reject')
  reject(
    @Input() { params, body }: InputOf<'POST /purchase-orders/{id}/reject'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PurchaseView> {
    return this.change(caller, ask, async (tx) => {
      await rejectPurchase(tx, { id: params.id, personId: caller.person!.id, note: body.note });
      return params.id;
    });
  }

  @Handles('POST /purchase-orders/{id}/withdraw')
  withdraw(
    @Input() { params }: InputOf<'POST /purchase-orders/{id}/withdraw'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PurchaseView> {
    return this.change(caller, ask, async (tx) => {
      await withdrawPurchase(tx, params.id, caller.person!.id);
      return params.id;
    });
  }

  @Handles('POST /purchase-orders/{id}/photos')
  photo(
    @Input() { params }: InputOf<'POST /purchase-orders/{id}/photos'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<{ photoId: string }> {
    const given = { id: params.id, personId: caller.person!.id, bytes };
    return keepAcceptancePhoto({ database: this.database, files: this.files }, ask, given);
  }

  @Handles('POST /purchase-orders/{id}/acceptances')
  accept(
    @Input() { params, body }: InputOf<'POST /purchase-orders/{id}/acceptances'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PurchaseView> {
    return this.change(caller, ask, async (tx) => {
      await acceptGoods(tx, params.id, caller.person!.id, body);
      return params.id;
    });
  }

  /** Changes an order and answers how it stands afterwards. */
  private async change(caller: Caller, ask: CommandOptions, work: (tx: Tx) => Promise<string>): Promise<PurchaseView> {
    const { view } = await command(this.database, ask, async (tx) => {
      const id = await work(tx);
      return viewPurchase(tx, id, caller.person!.id, tx.now);
    });
    return view;
  }
}
