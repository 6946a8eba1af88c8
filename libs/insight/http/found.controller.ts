import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { findThings } from '../actions/find-things';

@Controller()
export class FoundController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Things by number or name, of those alone whose page the caller may open. */
  @Handles('GET /me/found')
  found(@Input() { query }: InputOf<'GET /me/found'>, @By() { person }: Caller): Promise<ResponseOf<'GET /me/found'>> {
    return findThings(this.database, person!.grants, query.q);
  }
}
