import { Controller, Inject, Res } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { mustHaveFreshSecondFactor } from '@xihuo/identity';
import {
  Ask,
  By,
  command,
  describeDownload,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type XihuoReply,
} from '@xihuo/platform';
import { askBankFile, bankFile, instruct, type BankFilePlan } from '../actions/payout/bank-file';
import { approveList, discardList } from '../actions/payout/decide-list';
import { discardBatch } from '../actions/payout/discard-batch';
import { drawList } from '../actions/payout/draw-list';
import { decidePayeeAccount, proposePayeeAccount } from '../actions/payout/payee-accounts';
import { PAYOUT_KIT, type PayoutKit } from '../actions/payout/payout-kit';
import { stopPayouts, viewStop } from '../actions/payout/stop-payouts';
import {
  batchView,
  viewHeld,
  viewItems,
  viewPayeeAccount,
  viewPayeeAccounts,
  viewPayoutRun,
  viewPayoutRuns,
  type BatchView,
  type PayeeAccountView,
  type PayoutRunView,
} from '../actions/payout/view-payouts';

@Controller()
export class PayoutController {
  constructor(@Inject(PAYOUT_KIT) private readonly kit: PayoutKit) {}

  @Handles('POST /settlement/payout-runs')
  async draw(@Ask() ask: CommandOptions): Promise<PayoutRunView> {
    const { view: id } = await command(this.kit.database, ask, (tx) => drawList(tx, this.kit));
    return viewPayoutRun(this.kit.database, ask.actor, id);
  }

  @Handles('GET /settlement/payout-runs')
  list(
    @Input() { query }: InputOf<'GET /settlement/payout-runs'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /settlement/payout-runs'>> {
    return viewPayoutRuns(this.kit.database, actor, query);
  }

  @Handles('GET /settlement/payout-runs/{id}')
  view(
    @Input() { params }: InputOf<'GET /settlement/payout-runs/{id}'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<PayoutRunView> {
    return viewPayoutRun(this.kit.database, actor, params.id);
  }

  @Handles('POST /settlement/payout-runs/{id}/approve')
  async approve(
    @Input() { params, body }: InputOf<'POST /settlement/payout-runs/{id}/approve'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<PayoutRunView> {
    await command(this.kit.database, ask, async (tx) => {
      stepUp(caller, tx.now);
      await approveList(tx, { ...params, ...body });
      return params.id;
    });
    return viewPayoutRun(this.kit.database, ask.actor, params.id);
  }

  @Handles('POST /settlement/payout-runs/{id}/discard')
  async discard(
    @Input() { params, body }: InputOf<'POST /settlement/payout-runs/{id}/discard'>,
    @Ask() ask: CommandOptions,
  ): Promise<PayoutRunView> {
    await command(this.kit.database, ask, (tx) => discardList(tx, { ...params, ...body }));
    return viewPayoutRun(this.kit.database, ask.actor, params.id);
  }

  @Handles('GET /settlement/payout-runs/{id}/held')
  held(
    @Input() { params, query }: InputOf<'GET /settlement/payout-runs/{id}/held'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /settlement/payout-runs/{id}/held'>> {
    return viewHeld(this.kit.database, actor, params.id, query);
  }

  @Handles('GET /settlement/payout-batches/{id}/items')
  items(
    @Input() { params, query }: InputOf<'GET /settlement/payout-batches/{id}/items'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /settlement/payout-batches/{id}/items'>> {
    return viewItems(this.kit.database, actor, params.id, query);
  }

  @Handles('POST /settlement/payout-batches/{id}/instruct')
  async instruct(
    @Input() { params }: InputOf<'POST /settlement/payout-batches/{id}/instruct'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<BatchView> {
    const { view } = await command(this.kit.database, ask, async (tx) => {
      stepUp(caller, tx.now);
      return batchView(await instruct(tx, params.id), tx.actor);
    });
    return view;
  }

  @Handles('POST /settlement/payout-batches/{id}/discard')
  async discardBatch(
    @Input() { params, body }: InputOf<'POST /settlement/payout-batches/{id}/discard'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<BatchView> {
    const { view } = await command(this.kit.database, ask, async (tx) => {
      stepUp(caller, tx.now);
      return batchView(await discardBatch(tx, { ...params, ...body }), tx.actor);
    });
    return view;
  }

  @Handles('GET /settlement/payout-batches/{id}/file')
  async file(
    @Input() { params, query }: InputOf<'GET /settlement/payout-batches/{id}/file'>,
    @Ask() { actor, requestId }: CommandOptions,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<unknown> {
    let plan: BankFilePlan | null = null;
    await command(this.kit.database, { name: 'payout.file', actor, requestId }, async (tx) => {
      stepUp(caller, tx.now);
      plan = await askBankFile(tx, this.kit.vault, { ...params, ...query });
    });
    // Committed: the batch has just lost its last line and ended.
    if (!plan) throw fail('NOT_AT_THIS_STEP');
    return describeDownload(reply, bankFile(this.kit.database, this.kit.vault, plan, { actor, requestId }));
  }

  @Handles('GET /settlement/payout-stop')
  stopped(@Ask() { actor }: CommandOptions): Promise<ResponseOf<'GET /settlement/payout-stop'>> {
    return viewStop(this.kit.database, actor);
  }

  @Handles('POST /settlement/payout-stop')
  async stop(
    @Input() { body }: InputOf<'POST /settlement/payout-stop'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /settlement/payout-stop'>> {
    const { view } = await command(this.kit.database, ask, (tx) => {
      // Whoever sees something wrong stops at once, without looking for the authenticator.
      if (!body.stopped) stepUp(caller, tx.now);
      return stopPayouts(tx, body);
    });
    return view;
  }

  @Handles('GET /settlement/payee-accounts')
  accounts(
    @Input() { query }: InputOf<'GET /settlement/payee-accounts'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /settlement/payee-accounts'>> {
    return viewPayeeAccounts(this.kit.database, actor, query);
  }

  @Handles('POST /settlement/payee-accounts')
  async propose(
    @Input() { body }: InputOf<'POST /settlement/payee-accounts'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<PayeeAccountView> {
    const { view: id } = await command(this.kit.database, ask, (tx) => {
      stepUp(caller, tx.now);
      return proposePayeeAccount(tx, this.kit, body);
    });
    return viewPayeeAccount(this.kit.database, id, ask.actor);
  }

  @Handles('POST /settlement/payee-accounts/{id}/decide')
  async decide(
    @Input() { params, body }: InputOf<'POST /settlement/payee-accounts/{id}/decide'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<PayeeAccountView> {
    await command(this.kit.database, ask, (tx) => {
      // A hurried owner cancels without looking for the authenticator.
      if (body.decision === 'confirm') stepUp(caller, tx.now);
      return decidePayeeAccount(tx, this.kit, { ...params, ...body });
    });
    return viewPayeeAccount(this.kit.database, params.id, ask.actor);
  }
}

function stepUp(caller: Caller, now: Date): void {
  mustHaveFreshSecondFactor(caller, now);
}
