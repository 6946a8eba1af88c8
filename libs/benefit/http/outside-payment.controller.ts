import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, DATABASE, Handles, Input } from '@xihuo/platform';
import type { CommandOptions, Database, Tx, VersionedAsk } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit, type Side } from '../actions/benefit-kit';
import {
  confirmPayment,
  contestPayment,
  withdrawPayment,
  objectForPayee,
  witnessPayment,
} from '../actions/outside/answer-payment';
import type { Deciding } from '../actions/outside/open-payment';
import { recordOutsidePayment } from '../actions/outside/record-payment';
import { viewOwnPayments, viewPayment, viewPayments } from '../actions/outside/view-payments';

type View = ResponseOf<'GET /benefit/outside-payments/{id}'>;
type Id = { params: { id: string } };

@Controller()
export class OutsidePaymentController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(BENEFIT_KIT) private readonly kit: BenefitKit,
  ) {}

  @Handles('GET /benefit/outside-payments')
  list(
    @Input() { query }: InputOf<'GET /benefit/outside-payments'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /benefit/outside-payments'>> {
    return viewPayments(this.database, actor, query);
  }

  @Handles('GET /benefit/outside-payments/{id}')
  view(@Input() { params }: Id, @Ask() { actor }: CommandOptions): Promise<View> {
    return viewPayment(this.database, { actor, side: 'parties' }, params.id);
  }

  @Handles('POST /benefit/outside-payments')
  async record(
    @Input() { body }: InputOf<'POST /benefit/outside-payments'>,
    @Ask() ask: CommandOptions,
  ): Promise<View> {
    const { view } = await command(this.database, ask, (tx) => recordOutsidePayment(tx, this.kit, body));
    return viewPayment(this.database, { actor: ask.actor, side: 'parties' }, view.id);
  }

  @Handles('POST /benefit/outside-payments/{id}/witness')
  witness(
    @Input() { params, body }: InputOf<'POST /benefit/outside-payments/{id}/witness'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'readers', params.id, (tx, deciding) =>
      witnessPayment(tx, this.kit, { ...body, ...deciding }),
    );
  }

  @Handles('POST /benefit/outside-payments/{id}/contest')
  objection(
    @Input() { params, body }: InputOf<'POST /benefit/outside-payments/{id}/contest'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'readers', params.id, (tx, deciding) =>
      objectForPayee(tx, this.kit, { ...body, ...deciding }),
    );
  }

  @Handles('POST /benefit/outside-payments/{id}/withdraw')
  withdraw(
    @Input() { params, body }: InputOf<'POST /benefit/outside-payments/{id}/withdraw'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'readers', params.id, (tx, deciding) =>
      withdrawPayment(tx, this.kit, { ...body, ...deciding }),
    );
  }

  @Handles('GET /me/outside-payments')
  own(
    @Input() { query }: InputOf<'GET /me/outside-payments'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /me/outside-payments'>> {
    return viewOwnPayments(this.database, actor, query);
  }

  @Handles('POST /me/outside-payments/{id}/confirm')
  confirm(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<View> {
    return this.step(ask, 'payee', params.id, (tx, deciding) => confirmPayment(tx, this.kit, deciding));
  }

  @Handles('POST /me/outside-payments/{id}/contest')
  contest(
    @Input() { params, body }: InputOf<'POST /me/outside-payments/{id}/contest'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'payee', params.id, (tx, deciding) => contestPayment(tx, this.kit, { ...body, ...deciding }));
  }

  private async step(
    ask: VersionedAsk,
    side: Side,
    id: string,
    work: (tx: Tx, deciding: Deciding) => Promise<void>,
  ): Promise<View> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return viewPayment(this.database, { actor: ask.actor, side }, id);
  }
}
