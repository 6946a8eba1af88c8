import { randomInt } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
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
import { BENEFIT_KIT, type BenefitKit, type Side } from '../actions/benefit-kit';
import { amendAgreement, drawAgreement, redrawAgreement } from '../actions/draw-agreements';
import { endAgreement, withdrawAgreement } from '../actions/end-agreement';
import { offerAgreement } from '../actions/offer-agreements';
import type { Deciding } from '../actions/open-agreement';
import { signBeforeWitness, signByCode } from '../actions/sign-agreement';
import { limitSigningCodes, mustFitSigningCode, sendSigningCode } from '../actions/signing-code';
import { viewAgreement, viewAgreements, viewDeliveryTerms, viewHeldDeliveries } from '../actions/view-agreements';

type Id = { params: { id: string } };

/** Agreements as the supplier's clerks and whoever reads over them see them. */
@Controller()
export class AgreementController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(BENEFIT_KIT) private readonly kit: BenefitKit,
  ) {}

  @Handles('GET /benefit/agreements')
  list(@Input() { query }: InputOf<'GET /benefit/agreements'>, @Ask() { actor }: CommandOptions) {
    return viewAgreements(this.database, actor, query);
  }

  @Handles('GET /benefit/agreements/{id}')
  view(@Input() { params }: Id, @Ask() ask: CommandOptions): Promise<AgreementView> {
    return this.seen(ask, params.id);
  }

  @Handles('POST /benefit/agreements')
  async draw(
    @Input() { body }: InputOf<'POST /benefit/agreements'>,
    @Ask() ask: CommandOptions,
  ): Promise<AgreementView> {
    return this.seen(ask, (await command(this.database, ask, (tx) => drawAgreement(tx, body))).view);
  }

  @Handles('PUT /benefit/agreements/{id}')
  redraw(
    @Input() { params, body }: InputOf<'PUT /benefit/agreements/{id}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) => redrawAgreement(tx, deciding, body));
  }

  @Handles('POST /benefit/agreements/{id}/offer')
  offer(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) => offerAgreement(tx, this.kit, deciding));
  }

  @Handles('POST /benefit/agreements/{id}/code')
  async sendCode(
    @Input() { params }: Id,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /benefit/agreements/{id}/code'>> {
    // Whose it is comes before any count: others could use up what the household may be sent.
    await viewAgreement(this.database, { actor: ask.actor, side: 'clerks' }, params.id);
    if (ask.actor.kind === 'person') await limitSigningCodes(this.database, ask.actor.personId, params.id);
    const code = randomInt(1_000_000).toString().padStart(6, '0');
    return (await command(this.database, ask, (tx) => sendSigningCode(tx, this.kit, { id: params.id, code }))).view;
  }

  @Handles('POST /benefit/agreements/{id}/sign-by-code')
  async signByCode(
    @Input() { params, body }: InputOf<'POST /benefit/agreements/{id}/sign-by-code'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    await viewAgreement(this.database, { actor: ask.actor, side: 'clerks' }, params.id);
    await mustFitSigningCode(this.database, this.kit.vault, { id: params.id, code: body.code });
    return this.step(ask, params.id, (tx, deciding) => signByCode(tx, this.kit, deciding));
  }

  @Handles('POST /benefit/agreements/{id}/witness')
  witness(
    @Input() { params, body }: InputOf<'POST /benefit/agreements/{id}/witness'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) => signBeforeWitness(tx, this.kit, { ...body, ...deciding }));
  }

  @Handles('POST /benefit/agreements/{id}/withdraw')
  withdraw(
    @Input() { params, body }: InputOf<'POST /benefit/agreements/{id}/withdraw'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) => withdrawAgreement(tx, this.kit, { ...body, ...deciding }));
  }

  @Handles('POST /benefit/agreements/{id}/amend')
  async amend(
    @Input() { params, body }: InputOf<'POST /benefit/agreements/{id}/amend'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    const deciding = { id: params.id, version: ask.version };
    return this.seen(ask, (await command(this.database, ask, (tx) => amendAgreement(tx, deciding, body))).view);
  }

  @Handles('POST /benefit/agreements/{id}/end')
  end(
    @Input() { params, body }: InputOf<'POST /benefit/agreements/{id}/end'>,
    @Ask() ask: VersionedAsk,
  ): Promise<AgreementView> {
    return this.step(ask, params.id, (tx, deciding) =>
      endAgreement(tx, this.kit, { ...body, ...deciding, by: 'supplier' }),
    );
  }

  @Handles('GET /benefit/delivery-terms')
  deliveryTerms(@Input() { query }: InputOf<'GET /benefit/delivery-terms'>, @Ask() { actor }: CommandOptions) {
    return viewDeliveryTerms(this.database, actor, query);
  }

  @Handles('GET /benefit/held-deliveries')
  held(@Input() { query }: InputOf<'GET /benefit/held-deliveries'>, @Ask() { actor }: CommandOptions) {
    return viewHeldDeliveries(this.database, actor, query);
  }

  private async step(
    ask: VersionedAsk,
    id: string,
    work: (tx: Tx, deciding: Deciding) => Promise<void>,
  ): Promise<AgreementView> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return this.seen(ask, id);
  }

  private seen({ actor }: CommandOptions, id: string, side: Side = 'readers'): Promise<AgreementView> {
    return viewAgreement(this.database, { actor, side }, id);
  }
}
