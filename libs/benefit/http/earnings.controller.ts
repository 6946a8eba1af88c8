import { Controller, Inject } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { viewEarnings } from '../actions/view-earnings';

@Controller()
export class EarningsController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The household is the one the person's farmer role names, never one from the request. */
  @Handles('GET /me/earnings')
  earnings(
    @Input() { query }: InputOf<'GET /me/earnings'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /me/earnings'>> {
    const household = caller.person?.grants.find((grant) => grant.role === 'farmer')?.householdId;
    if (!household) throw fail('NOT_FOUND');
    return viewEarnings(this.database, household, query.cursor, query.limit);
  }
}
