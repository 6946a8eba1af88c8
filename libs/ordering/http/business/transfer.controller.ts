import { Controller, Inject } from '@nestjs/common';
import { mustHaveFreshSecondFactor } from '@xihuo/identity';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  Ask,
  By,
  command,
  DATABASE,
  exporting,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { decideReturn, listReturns, proposeReturn } from '../../actions/business/transfer-returns';
import { confirmTransfer, enterTransfer, listTransfers, matchByHand } from '../../actions/business/transfers';
import type { TransferReturnView, TransferView } from '../../store/business/views';
import { transferTable } from '../list-tables';

/** Money that comes by bank, what it pays, and what of it goes back. */
@Controller()
export class TransferController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /bank-transfers')
  @exporting.AsTable(transferTable)
  list(
    @Input() { query }: InputOf<'GET /bank-transfers'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /bank-transfers'>> {
    return listTransfers(this.database, query, idOf(caller));
  }

  @Handles('POST /bank-transfers')
  async enter(
    @Input() { body }: InputOf<'POST /bank-transfers'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<TransferView> {
    return (await command(this.database, ask, (tx) => enterTransfer(tx, body, idOf(caller)))).view;
  }

  @Handles('POST /bank-transfers/{id}/match')
  async match(
    @Input() { params, body }: InputOf<'POST /bank-transfers/{id}/match'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<TransferView> {
    const named = { ...body, version: ask.version, by: idOf(caller) };
    return (await command(this.database, ask, (tx) => matchByHand(tx, params.id, named))).view;
  }

  @Handles('POST /bank-transfers/{id}/confirm')
  async confirm(
    @Input() { params }: InputOf<'POST /bank-transfers/{id}/confirm'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<TransferView> {
    const read = { version: ask.version, by: idOf(caller) };
    return (await command(this.database, ask, (tx) => confirmTransfer(tx, params.id, read))).view;
  }

  @Handles('GET /transfer-returns')
  returns(
    @Input() { query }: InputOf<'GET /transfer-returns'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /transfer-returns'>> {
    return listReturns(this.database, query, idOf(caller));
  }

  @Handles('POST /transfer-returns')
  async propose(
    @Input() { body }: InputOf<'POST /transfer-returns'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<TransferReturnView> {
    return (await command(this.database, ask, (tx) => proposeReturn(tx, body, idOf(caller)))).view;
  }

  @Handles('POST /transfer-returns/{id}/decide')
  async decide(
    @Input() { params, body }: InputOf<'POST /transfer-returns/{id}/decide'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<TransferReturnView> {
    const done = await command(this.database, ask, (tx) => {
      if (body.decision === 'approve') mustHaveFreshSecondFactor(caller, tx.now);
      return decideReturn(tx, { ...params, ...body, by: idOf(caller) });
    });
    return done.view;
  }
}

function idOf({ person }: Caller): string {
  must(person, 'finance has signed in');
  return person.id;
}
