import { Controller, Inject } from '@nestjs/common';
import { fail, type ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, type Caller, type Database } from '@xihuo/platform';
import { viewOutlook } from '../actions/view-outlook';

@Controller()
export class OutlookController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The household is the one the person's farmer role names, never one from the request. */
  @Handles('GET /me/outlook')
  outlook(@By() caller: Caller): Promise<ResponseOf<'GET /me/outlook'>> {
    const household = caller.person?.grants.find((grant) => grant.role === 'farmer')?.householdId;
    if (!household) throw fail('NOT_FOUND');
    return viewOutlook(this.database, household);
  }
}
