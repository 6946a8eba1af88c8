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
import { enterReturn, enterSubsidy } from '../actions/enter-subsidy';
import { viewFunderCredits } from '../actions/return-subsidy';
import { viewSubsidies } from '../actions/view-subsidies';
import { readershipOf } from '../rules/readership';

@Controller()
export class SubsidyController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /settlement/subsidies')
  list(
    @Input() { query }: InputOf<'GET /settlement/subsidies'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /settlement/subsidies'>> {
    return viewSubsidies(this.database, readershipOf(caller.person?.grants ?? []), query);
  }

  @Handles('POST /settlement/subsidy-receipts')
  async receive(
    @Input() { body }: InputOf<'POST /settlement/subsidy-receipts'>,
    @By() { person }: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /settlement/subsidy-receipts'>> {
    must(person, 'finance has signed in');
    return (await command(this.database, ask, (tx) => enterSubsidy(tx, body, `person:${person.id}`))).view;
  }

  @Handles('GET /settlement/funder-credits')
  credits(): Promise<ResponseOf<'GET /settlement/funder-credits'>> {
    return viewFunderCredits(this.database);
  }

  @Handles('POST /settlement/subsidy-returns')
  async giveBack(
    @Input() { body }: InputOf<'POST /settlement/subsidy-returns'>,
    @By() { person }: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /settlement/subsidy-returns'>> {
    must(person, 'finance has signed in');
    return (await command(this.database, ask, (tx) => enterReturn(tx, body, `person:${person.id}`))).view;
  }
}
