import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, Handles, Input, type CommandOptions } from '@xihuo/platform';
import { closeBooks } from '../actions/close-books';
import type { Till } from '../actions/start-payment';
import { TILL } from '../actions/till';

/** Here and not with the books, which know nothing of bills: what is closed must agree with the provider first. */
@Controller()
export class ClosingController {
  constructor(@Inject(TILL) private readonly till: Till) {}

  @Handles('POST /ledger/closings')
  async close(
    @Input() { body }: InputOf<'POST /ledger/closings'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /ledger/closings'>> {
    const { database, providerName } = this.till;
    return (await command(database, ask, (tx) => closeBooks(tx, providerName, body.through))).view;
  }
}
