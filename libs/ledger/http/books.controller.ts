import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import {
  listAccounts,
  listClosings,
  listEntries,
  readAccount,
  readGroup,
  readTrialBalance,
} from '../actions/read-books';
import { seesOwned } from '../rules/readership';

@Controller()
export class BooksController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /ledger/trial-balance')
  trialBalance(
    @Input() { query }: InputOf<'GET /ledger/trial-balance'>,
  ): Promise<ResponseOf<'GET /ledger/trial-balance'>> {
    return readTrialBalance(this.database, query.through);
  }

  @Handles('GET /ledger/accounts')
  accounts(
    @Input() { query }: InputOf<'GET /ledger/accounts'>,
    @By() { person }: Caller,
  ): Promise<ResponseOf<'GET /ledger/accounts'>> {
    return listAccounts(this.database, seesOwned(person?.grants ?? []), query);
  }

  @Handles('GET /ledger/accounts/{id}')
  account(
    @Input() { params, query }: InputOf<'GET /ledger/accounts/{id}'>,
    @By() { person }: Caller,
  ): Promise<ResponseOf<'GET /ledger/accounts/{id}'>> {
    return readAccount(this.database, seesOwned(person?.grants ?? []), params.id, query.at);
  }

  @Handles('GET /ledger/accounts/{id}/entries')
  entries(
    @Input() { params, query }: InputOf<'GET /ledger/accounts/{id}/entries'>,
    @By() { person }: Caller,
  ): Promise<ResponseOf<'GET /ledger/accounts/{id}/entries'>> {
    return listEntries(this.database, seesOwned(person?.grants ?? []), params.id, query);
  }

  @Handles('GET /ledger/groups/{id}')
  group(
    @Input() { params }: InputOf<'GET /ledger/groups/{id}'>,
    @By() { person }: Caller,
  ): Promise<ResponseOf<'GET /ledger/groups/{id}'>> {
    return readGroup(this.database, seesOwned(person?.grants ?? []), params.id);
  }

  @Handles('GET /ledger/closings')
  closings(@Input() { query }: InputOf<'GET /ledger/closings'>): Promise<ResponseOf<'GET /ledger/closings'>> {
    return listClosings(this.database, query);
  }
}
