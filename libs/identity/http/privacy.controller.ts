import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  describeDownload,
  Handles,
  Input,
  limitRate,
  PERSONAL,
  type Caller,
  type CommandOptions,
  type NamedKeeping,
  type Tx,
  type XihuoReply,
} from '@xihuo/platform';
import type { Readable } from 'node:stream';
import { listConsents, sayConsent, setPreferences } from '../actions/account/consents';
import { unwishDeletion, viewDeletion, wishDeletion, type DeletionView } from '../actions/account/deletion';
import { ownData } from '../actions/account/export-own';
import { ownPhone } from '../actions/own-phone';
import { mustHaveFreshSecondFactor } from '../rules/step-up';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';

type StepUp = InputOf<'POST /me/export'>['body'];

/** Nobody wants their own data more often; each time opens all that is sealed of them. */
const EXPORTS = { name: 'account.export', most: 5, seconds: 86_400 };

@Controller()
export class PrivacyController {
  constructor(
    @Inject(IDENTITY) private readonly kit: IdentityKit,
    @Inject(PERSONAL) private readonly keepings: readonly NamedKeeping[],
  ) {}

  @Handles('GET /me/consents')
  consents(@By() caller: Caller): Promise<ResponseOf<'GET /me/consents'>> {
    return listConsents(this.kit.database, caller.person!.id);
  }

  @Handles('PUT /me/consents')
  async consent(
    @Input() { body }: InputOf<'PUT /me/consents'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'PUT /me/consents'>> {
    return (await command(this.kit.database, ask, (tx) => sayConsent(tx, caller.person!.id, body))).view;
  }

  @Handles('PUT /me/preferences')
  async prefer(
    @Input() { body }: InputOf<'PUT /me/preferences'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<void> {
    await command(this.kit.database, ask, (tx) => setPreferences(tx, caller.person!.id, body));
  }

  @Handles('POST /me/export')
  async export(
    @Input() { body }: InputOf<'POST /me/export'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const { id } = caller.person!;
    const stepUp = await this.stepUp(caller, body);
    await command(this.kit.database, ask, async (tx) => {
      await stepUp(tx);
      await limitRate(tx, { ...EXPORTS, of: id });
      tx.audit({ action: 'account.export', subjectKind: 'person', subjectId: id });
    });
    return describeDownload(reply, ownData(this.kit.database, this.kit.vault, this.keepings, id));
  }

  @Handles('GET /me/deletion')
  deletion(@By() caller: Caller): Promise<DeletionView> {
    return viewDeletion(this.kit.database, this.keepings, caller.person!.id);
  }

  @Handles('POST /me/deletion')
  async delete(
    @Input() { body }: InputOf<'POST /me/deletion'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<DeletionView> {
    const { id } = caller.person!;
    const stepUp = await this.stepUp(caller, body);
    await command(this.kit.database, ask, async (tx) => {
      await stepUp(tx);
      await wishDeletion(tx, this.keepings, id);
    });
    return this.deletion(caller);
  }

  @Handles('DELETE /me/deletion')
  async keep(@By() caller: Caller, @Ask() ask: CommandOptions): Promise<DeletionView> {
    await command(this.kit.database, ask, (tx) => unwishDeletion(tx, caller.person!.id));
    return this.deletion(caller);
  }

  /**
   * Whoever sits at a screen left open is not enough: a code to the own phone, spent in the transaction of what it allows, or the second
   * factor shown a moment ago.
   *
   * @throws ProblemError WRONG_CODE, STEP_UP_REQUIRED
   */
  private async stepUp(caller: Caller, { code }: StepUp): Promise<(tx: Tx) => Promise<void>> {
    if (code === null)
      return (tx) => {
        mustHaveFreshSecondFactor(caller, tx.now);
        return Promise.resolve();
      };
    const held = await ownPhone.mustHold(this.kit, code);
    return (tx) => ownPhone.spend(tx, caller.person!.id, held);
  }
}
