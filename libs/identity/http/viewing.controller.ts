import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '@xihuo/contract';
import { Ask, By, command, Handles, Input, type Caller, type CommandOptions } from '@xihuo/platform';
import { lookNoLonger, lookOn } from '../actions/look-on';
import { mustHaveFreshSecondFactor } from '../rules/step-up';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';

@Controller()
export class ViewingController {
  constructor(@Inject(IDENTITY) private readonly kit: IdentityKit) {}

  @Handles('POST /me/viewing')
  async begin(
    @Input() { body }: InputOf<'POST /me/viewing'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<void> {
    const { id: personId, sessionId } = caller.person!;
    await command(this.kit.database, ask, (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      return lookOn(tx, this.kit, { personId, sessionId, ...body });
    });
  }

  @Handles('DELETE /me/viewing')
  async end(@By() caller: Caller, @Ask() ask: CommandOptions): Promise<void> {
    await command(this.kit.database, ask, (tx) => lookNoLonger(tx, caller.person!.sessionId));
  }
}
