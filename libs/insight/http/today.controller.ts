import { Controller, Inject } from '@nestjs/common';
import type { ResponseOf } from '@xihuo/contract';
import { TILL, type Till } from '@xihuo/payment';
import { By, DATABASE, Handles, type Caller, type Database } from '@xihuo/platform';
import { viewToday } from '../actions/view-today';

@Controller()
export class TodayController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TILL) private readonly till: Pick<Till, 'providerName'>,
  ) {}

  /** What waits for whoever is signed in, by their roles: nothing for somebody who only buys. */
  @Handles('GET /me/today')
  today(@By() { person }: Caller): Promise<ResponseOf<'GET /me/today'>> {
    const asker = { personId: person!.id, grants: person!.grants, provider: this.till.providerName };
    return viewToday(this.database, asker);
  }
}
