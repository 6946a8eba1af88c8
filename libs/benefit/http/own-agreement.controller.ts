import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '@xihuo/contract';
import {
  Ask,
  command,
  DATABASE,
  Handles,
  Input,
  type CommandOptions,
  type Database,
  type Tx,
  type VersionedAsk,
} from '@xihuo/platform';
import type { AgreementView } from '../actions/agreement-view';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import { declineAgreement, endAgreement } from '../actions/end-agreement';
import type { Deciding } from '../actions/open-agreement';
import { signBySession } from '../actions/sign-agreement';
import { viewAgreement, viewOwnAgreements, viewOwnHeld } from '../actions/view-agreements';

/** The household's side of its agreements. */
@Controller()
export class OwnAgreementController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(BENEFIT_KIT) private readonly kit: BenefitKit,
  ) {}

  @Handles('GET /me/agreements')
  list(@Ask() { actor }: CommandOptions) {
    return viewOwnAgreements(this.database, actor);
  }

  @Handles('GET /me/held-deliveries')
  held(@Input() { query }: InputOf<'GET /me/held-deliveries'>, @Ask() { actor }: CommandOptions) {
    return viewOwnHeld(this.database, actor, query);
  }

  @Handles('GET /me/agreements/{id}')
  view(@Input() { params }: { params: { id: string } }, @Ask() { actor }: CommandOptions): Promise<AgreementView> {
    return viewAgreement(this.database, { actor, side: 'household' }, params.id);
  }

  @Handles('POST /me/agreements/{id}/sign')
  sign(
    @Input() { params, body }: InputOf<'POST /me/agreements/{id}/sign'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) => signBySession(tx, this.kit, { ...body, ...deciding }));
  }

  @Handles('POST /me/agreements/{id}/decline')
  decline(
    @Input() { params, body }: InputOf<'POST /me/agreements/{id}/decline'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) => declineAgreement(tx, this.kit, { ...body, ...deciding }));
  }

  @Handles('POST /me/agreements/{id}/end')
  end(
    @Input() { params, body }: InputOf<'POST /me/agreements/{id}/end'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) =>
      endAgreement(tx, this.kit, { ...body, ...deciding, by: 'household' }),
    );
  }

  private async step(
    ask: VersionedAsk,
    id: string,
    work: (tx: Tx, deciding: Deciding) => Promise<void>,
  ): Promise<AgreementView> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return viewAgreement(this.database, { actor: ask.actor, side: 'household' }, id);
  }
}
