import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, By, command, Handles, Input, type Caller, type CommandOptions } from '@xihuo/platform';
import { stepSetting } from '@xihuo/registry';
import { mustHaveFreshSecondFactor } from '../rules/step-up';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';

/** Settings are the registry's; that they change by a fresh second factor is known here. */
@Controller()
export class SettingsController {
  constructor(@Inject(IDENTITY) private readonly kit: IdentityKit) {}

  /** Answers a second factor of the last five minutes. */
  @Handles('POST /settings/steps')
  async step(
    @Input() { body }: InputOf<'POST /settings/steps'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /settings/steps'>> {
    const { view } = await command(this.kit.database, ask, (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      return stepSetting(tx, body);
    });
    return view;
  }
}
