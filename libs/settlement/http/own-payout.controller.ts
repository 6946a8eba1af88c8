import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, Handles, Input, type CommandOptions } from '@xihuo/platform';
import { cancelOwnAccount, proposeOwnAccount } from '../actions/payout/own-accounts';
import { PAYOUT_KIT, type PayoutKit } from '../actions/payout/payout-kit';
import { viewOwnPayouts } from '../actions/payout/view-own-payouts';
import { viewPayeeAccount, type PayeeAccountView } from '../actions/payout/view-payouts';

/** The household's side of what is paid to it. */
@Controller()
export class OwnPayoutController {
  constructor(@Inject(PAYOUT_KIT) private readonly kit: PayoutKit) {}

  @Handles('GET /me/payouts')
  list(
    @Input() { query }: InputOf<'GET /me/payouts'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /me/payouts'>> {
    return viewOwnPayouts(this.kit.database, actor, query);
  }

  @Handles('POST /me/payee-accounts')
  async propose(
    @Input() { body }: InputOf<'POST /me/payee-accounts'>,
    @Ask() ask: CommandOptions,
  ): Promise<PayeeAccountView> {
    return viewPayeeAccount(this.kit.database, await proposeOwnAccount(this.kit, body, ask), ask.actor);
  }

  @Handles('POST /me/payee-accounts/{id}/cancel')
  async cancel(
    @Input() { params, body }: InputOf<'POST /me/payee-accounts/{id}/cancel'>,
    @Ask() ask: CommandOptions,
  ): Promise<PayeeAccountView> {
    await cancelOwnAccount(this.kit, { ...params, ...body }, ask);
    return viewPayeeAccount(this.kit.database, params.id, ask.actor);
  }
}
