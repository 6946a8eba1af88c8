import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, DATABASE, exporting, Handles, Input, type CommandOptions, type Database } from '@xihuo/platform';
import { enterTransfer, listTransfers, matchByHand } from '../../actions/business/transfers';
import type { TransferView } from '../../store/business/views';
import { transferTable } from '../list-tables';

/** Money that comes by bank, and what it pays. */
@Controller()
export class TransferController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /bank-transfers')
  @exporting.AsTable(transferTable)
  list(@Input() { query }: InputOf<'GET /bank-transfers'>): Promise<ResponseOf<'GET /bank-transfers'>> {
    return listTransfers(this.database, query);
  }

  @Handles('POST /bank-transfers')
  async enter(@Input() { body }: InputOf<'POST /bank-transfers'>, @Ask() ask: CommandOptions): Promise<TransferView> {
    const { view } = await command(this.database, ask, (tx) => enterTransfer(tx, body));
    return view;
  }

  @Handles('POST /bank-transfers/{id}/match')
  async match(
    @Input() { params, body }: InputOf<'POST /bank-transfers/{id}/match'>,
    @Ask() ask: CommandOptions,
  ): Promise<TransferView> {
    const { view } = await command(this.database, ask, (tx) => matchByHand(tx, params.id, body));
    return view;
  }
}
