import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { readTrail } from '../actions/trail/read-trail';
import { deciderBehind } from './decider-behind';

@Controller()
export class TrailController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /admission/trail')
  trail(
    @Input() { query }: InputOf<'GET /admission/trail'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/trail'>> {
    return readTrail(this.database, deciderBehind(caller), query);
  }
}
