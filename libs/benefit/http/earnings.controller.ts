import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, DATABASE, Handles, Input, type CommandOptions, type Database } from '@xihuo/platform';
import { viewOwnEarnings } from '../actions/view-earnings';

@Controller()
export class EarningsController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Only a household that the person's farmer role names, whatever the request says. */
  @Handles('GET /me/earnings')
  earnings(
    @Input() { query }: InputOf<'GET /me/earnings'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /me/earnings'>> {
    return viewOwnEarnings(this.database, actor, query);
  }
}
