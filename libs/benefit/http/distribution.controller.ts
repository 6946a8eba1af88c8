import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, DATABASE, Handles, Input } from '@xihuo/platform';
import type { CommandOptions, Database, Tx, VersionedAsk } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import {
  declareDistribution,
  discardDistribution,
  drawDistribution,
  type Deciding,
} from '../actions/distribution/declare-distribution';
import { viewDistributionYear } from '../actions/distribution/view-year';
import { viewDistribution, viewDistributions } from '../actions/distribution/view-distributions';

type View = ResponseOf<'GET /benefit/distributions/{id}'>;
type Id = { params: { id: string } };

@Controller()
export class DistributionController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(BENEFIT_KIT) private readonly kit: BenefitKit,
  ) {}

  @Handles('GET /benefit/distributions')
  list(
    @Input() { query }: InputOf<'GET /benefit/distributions'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /benefit/distributions'>> {
    return viewDistributions(this.database, actor, query);
  }

  @Handles('GET /benefit/distribution-year')
  year(
    @Input() { query }: InputOf<'GET /benefit/distribution-year'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /benefit/distribution-year'>> {
    return viewDistributionYear(this.database, actor, query);
  }

  @Handles('GET /benefit/distributions/{id}')
  view(@Input() { params }: Id, @Ask() { actor }: CommandOptions): Promise<View> {
    return viewDistribution(this.database, actor, params.id);
  }

  @Handles('POST /benefit/distributions')
  async draw(@Input() { body }: InputOf<'POST /benefit/distributions'>, @Ask() ask: CommandOptions): Promise<View> {
    const { view } = await command(this.database, ask, (tx) => drawDistribution(tx, body));
    return viewDistribution(this.database, ask.actor, view.id);
  }

  @Handles('POST /benefit/distributions/{id}/declare')
  declare(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<View> {
    return this.step(ask, params.id, (tx, deciding) => declareDistribution(tx, this.kit, deciding));
  }

  @Handles('POST /benefit/distributions/{id}/discard')
  discard(
    @Input() { params, body }: InputOf<'POST /benefit/distributions/{id}/discard'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, params.id, (tx, deciding) => discardDistribution(tx, { ...body, ...deciding }));
  }

  private async step(
    ask: VersionedAsk,
    id: string,
    work: (tx: Tx, deciding: Deciding) => Promise<void>,
  ): Promise<View> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return viewDistribution(this.database, ask.actor, id);
  }
}
