import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { mustHaveFreshSecondFactor } from '@xihuo/identity';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  type Caller,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { listAccounts, setTerms, viewAccount, type AccountView } from '../../actions/business/give-terms';
import { nowOf } from '../../store/clock.sql';

/** How finance lets organisations buy. */
@Controller()
export class BusinessAccountController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /business-accounts')
  list(@Input() { query }: InputOf<'GET /business-accounts'>): Promise<ResponseOf<'GET /business-accounts'>> {
    return listAccounts(this.database, query);
  }

  @Handles('GET /business-accounts/{id}')
  async view(@Input() { params }: InputOf<'GET /business-accounts/{id}'>): Promise<AccountView> {
    const [clock] = await this.database.read(nowOf, []);
    return viewAccount(this.database, params.id, clock!.now);
  }

  /** Answers a second factor of the last five minutes. */
  @Handles('PUT /business-accounts/{id}')
  async set(
    @Input() { params, body }: InputOf<'PUT /business-accounts/{id}'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<AccountView> {
    const { creditLimit, reason, ...wanted } = body;
    const { view } = await command(this.database, ask, async (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      const given = { reason, by: caller.person!.id, version: ask.version };
      await setTerms(tx, params.id, { ...wanted, creditLimitFen: BigInt(creditLimit.amount) }, given);
      return viewAccount(tx, params.id, tx.now);
    });
    return view;
  }
}
