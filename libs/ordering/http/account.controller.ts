import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  VAULT,
  type Caller,
  type CommandOptions,
  type Database,
  type Vault,
} from '@xihuo/platform';
import { forgetAddress, keepAddress, listAddresses, type AddressList } from '../actions/account/addresses';
import { couponWallet } from '../actions/account/coupon-wallet';

/** What an account keeps to buy with. */
@Controller()
export class AccountController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Handles('GET /me/addresses')
  addresses(@By() caller: Caller): Promise<AddressList> {
    return listAddresses(this.database, this.vault, caller.person!.id);
  }

  @Handles('PUT /me/addresses/{id}')
  async keep(
    @Input() input: InputOf<'PUT /me/addresses/{id}'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AddressList> {
    const { id } = caller.person!;
    return (await command(this.database, ask, (tx) => keepAddress(tx, this.vault, id, input))).view;
  }

  @Handles('DELETE /me/addresses/{id}')
  async forget(
    @Input() { params }: InputOf<'DELETE /me/addresses/{id}'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<AddressList> {
    const { id } = caller.person!;
    return (await command(this.database, ask, (tx) => forgetAddress(tx, this.vault, id, params.id))).view;
  }

  @Handles('GET /me/coupons')
  coupons(@By() caller: Caller): Promise<ResponseOf<'GET /me/coupons'>> {
    return couponWallet(this.database, caller.person!.id);
  }
}
