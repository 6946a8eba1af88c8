import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  NOTICES,
  type Caller,
  type CommandOptions,
  type Database,
  type Notices,
} from '@xihuo/platform';
import { readWaitingPrices, submitWaiting } from '../actions/bulk/waiting-prices';
import { mustActFor } from '../actions/supplier-products';

/** What tables leave behind: prices that wait to be looked at. */
@Controller()
export class BulkController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) private readonly notices: Notices,
  ) {}

  @Handles('GET /suppliers/{supplierId}/price-changes')
  waiting(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/price-changes'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/price-changes'>> {
    mustActFor(params.supplierId, caller.person?.grants ?? []);
    return readWaitingPrices(this.database, params.supplierId);
  }

  @Handles('POST /suppliers/{supplierId}/price-changes/submit')
  async submit(
    @Input() { params }: InputOf<'POST /suppliers/{supplierId}/price-changes/submit'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/price-changes/submit'>> {
    mustActFor(params.supplierId, caller.person?.grants ?? []);
    const { notices } = this;
    return (await command(this.database, ask, (tx) => submitWaiting(tx, { notices }, params.supplierId))).view;
  }
}
