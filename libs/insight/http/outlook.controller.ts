import { Controller, Inject } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { viewOutlook } from '../actions/view-outlook';

@Controller()
export class OutlookController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Only a household that the person's farmer role names, whatever the request says. */
  @Handles('GET /me/outlook')
  outlook(
    @Input() { query }: InputOf<'GET /me/outlook'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /me/outlook'>> {
    const own = (caller.person?.grants ?? []).flatMap(({ role, householdId }) =>
      role === 'farmer' && householdId ? [householdId] : [],
    );
    const household = query.household === undefined ? own[0] : own.find((id) => id === query.household);
    if (!household) throw fail('NOT_FOUND');
    return viewOutlook(this.database, household);
  }
}
