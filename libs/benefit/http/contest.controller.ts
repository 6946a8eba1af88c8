import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, DATABASE, Handles, Input } from '@xihuo/platform';
import type { CommandOptions, Database, Tx, VersionedAsk } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit, type Side } from '../actions/benefit-kit';
import { answerContest, decideContest } from '../actions/contest/answer-contest';
import { contestLine, escalateContest, type Deciding } from '../actions/contest/open-contest';
import { viewContest, viewContests } from '../actions/contest/view-contests';

type View = ResponseOf<'GET /benefit/contests/{id}'>;
type Id = { params: { id: string } };

@Controller()
export class ContestController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(BENEFIT_KIT) private readonly kit: BenefitKit,
  ) {}

  @Handles('GET /benefit/contests')
  list(
    @Input() { query }: InputOf<'GET /benefit/contests'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /benefit/contests'>> {
    return viewContests(this.database, { actor, side: 'parties' }, query);
  }

  @Handles('GET /benefit/contests/{id}')
  view(@Input() { params }: Id, @Ask() { actor }: CommandOptions): Promise<View> {
    return viewContest(this.database, { actor, side: 'parties' }, params.id);
  }

  @Handles('POST /benefit/contests/{id}/answer')
  answer(
    @Input() { params, body }: InputOf<'POST /benefit/contests/{id}/answer'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'parties', params.id, (tx, deciding) =>
      answerContest(tx, this.kit, { ...body, ...deciding }),
    );
  }

  @Handles('POST /benefit/contests/{id}/decide')
  decide(
    @Input() { params, body }: InputOf<'POST /benefit/contests/{id}/decide'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'parties', params.id, (tx, deciding) =>
      decideContest(tx, this.kit, { ...body, ...deciding }),
    );
  }

  @Handles('POST /benefit/obligations/{id}/contest')
  async openFor(
    @Input() { params, body }: InputOf<'POST /benefit/obligations/{id}/contest'>,
    @Ask() ask: CommandOptions,
  ): Promise<View> {
    const contested = { obligationId: params.id, ...body };
    const { view } = await command(this.database, ask, (tx) => contestLine(tx, this.kit, contested));
    return viewContest(this.database, { actor: ask.actor, side: 'parties' }, view.id);
  }

  @Handles('POST /benefit/contests/{id}/escalate')
  escalateFor(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<View> {
    return this.step(ask, 'parties', params.id, (tx, deciding) =>
      escalateContest(tx, this.kit, { ...deciding, by: 'officers' }),
    );
  }

  @Handles('POST /me/obligations/{id}/contest')
  async open(
    @Input() { params, body }: InputOf<'POST /me/obligations/{id}/contest'>,
    @Ask() ask: CommandOptions,
  ): Promise<View> {
    const contested = { obligationId: params.id, reason: body.reason };
    const { view } = await command(this.database, ask, (tx) => contestLine(tx, this.kit, contested));
    return viewContest(this.database, { actor: ask.actor, side: 'payee' }, view.id);
  }

  @Handles('GET /me/contests')
  own(
    @Input() { query }: InputOf<'GET /me/contests'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /me/contests'>> {
    return viewContests(this.database, { actor, side: 'payee' }, query);
  }

  @Handles('POST /me/contests/{id}/escalate')
  escalate(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<View> {
    return this.step(ask, 'payee', params.id, (tx, deciding) => escalateContest(tx, this.kit, deciding));
  }

  private async step(
    ask: VersionedAsk,
    side: Side,
    id: string,
    work: (tx: Tx, deciding: Deciding) => Promise<void>,
  ): Promise<View> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return viewContest(this.database, { actor: ask.actor, side }, id);
  }
}
