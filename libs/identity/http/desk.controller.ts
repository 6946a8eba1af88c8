import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, By, command, Handles, Input, type Caller, type VersionedAsk } from '@xihuo/platform';
import { keepList } from '../actions/account/desk';
import { deskListsOf } from '../store/desk.sql';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';

@Controller()
export class DeskController {
  constructor(@Inject(IDENTITY) private readonly kit: IdentityKit) {}

  @Handles('GET /me/lists')
  async lists(@By() caller: Caller): Promise<ResponseOf<'GET /me/lists'>> {
    return { data: await this.kit.database.read(deskListsOf, [caller.person!.id]) };
  }

  @Handles('PUT /me/lists')
  async keep(
    @Input() { body }: InputOf<'PUT /me/lists'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<ResponseOf<'PUT /me/lists'>> {
    return (await command(this.kit.database, ask, (tx) => keepList(tx, caller.person!.id, body, ask.version))).view;
  }
}
