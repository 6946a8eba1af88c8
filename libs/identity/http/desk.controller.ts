import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  Handles,
  Input,
  limitRate,
  type Caller,
  type CommandOptions,
  type VersionedAsk,
} from '@xihuo/platform';
import { keepList } from '../actions/account/desk';
import { deskListsOf } from '../store/desk.sql';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';

/** As many as of those that the server writes. */
const FILES = { most: 60, seconds: 3_600 };

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

  @Handles('POST /me/list-files')
  async takeAway(
    @Input() { body }: InputOf<'POST /me/list-files'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<void> {
    await limitRate(this.kit.database, { name: 'listAway', of: caller.person!.id, ...FILES });
    await command(this.kit.database, ask, (tx) => {
      tx.audit({ action: 'list.takeAway', subjectKind: 'list', subjectId: body.list, after: body });
      return Promise.resolve();
    });
  }
}
