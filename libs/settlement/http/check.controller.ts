import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
} from '@xihuo/platform';
import { askForCheck, listChecks, type CheckView } from '../actions/check/ask-check';

@Controller()
export class CheckController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /ledger/checks')
  list(@Input() { query }: InputOf<'GET /ledger/checks'>): Promise<ResponseOf<'GET /ledger/checks'>> {
    return listChecks(this.database, query);
  }

  @Handles('POST /ledger/checks')
  async ask(@By() { person }: Caller, @Ask() ask: CommandOptions): Promise<CheckView> {
    must(person, 'finance and auditors have signed in');
    return (await command(this.database, ask, (tx) => askForCheck(tx, `person:${person.id}`))).view;
  }
}
