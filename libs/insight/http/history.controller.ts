import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { viewHistory } from '../actions/view-history';

@Controller()
export class HistoryController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The lines of the audit trail about one thing, for those who watch such things or read its page, and for its own supplier. */
  @Handles('GET /history/{kind}/{id}')
  history(
    @Input() input: InputOf<'GET /history/{kind}/{id}'>,
    @By() { person }: Caller,
  ): Promise<ResponseOf<'GET /history/{kind}/{id}'>> {
    return viewHistory(this.database, person!, input);
  }
}
