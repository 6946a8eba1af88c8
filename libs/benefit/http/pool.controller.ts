import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, DATABASE, Handles, Input } from '@xihuo/platform';
import type { CommandOptions, Database, Tx, VersionedAsk } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import { declarePool, discardPool, drawPool, type Deciding } from '../actions/dividend/declare-pool';
import { viewPool, viewPools } from '../actions/dividend/view-pools';

type View = ResponseOf<'GET /benefit/pools/{id}'>;
type Id = { params: { id: string } };

@Controller()
export class PoolController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(BENEFIT_KIT) private readonly kit: BenefitKit,
  ) {}

  @Handles('GET /benefit/pools')
  list(
    @Input() { query }: InputOf<'GET /benefit/pools'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /benefit/pools'>> {
    return viewPools(this.database, actor, query);
  }

  @Handles('GET /benefit/pools/{id}')
  view(@Input() { params }: Id, @Ask() { actor }: CommandOptions): Promise<View> {
    return viewPool(this.database, actor, params.id);
  }

  @Handles('POST /benefit/pools')
  async draw(@Input() { body }: InputOf<'POST /benefit/pools'>, @Ask() ask: CommandOptions): Promise<View> {
    const { view } = await command(this.database, ask, (tx) => drawPool(tx, body));
    return viewPool(this.database, ask.actor, view.id);
  }

  @Handles('POST /benefit/pools/{id}/declare')
  declare(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<View> {
    return this.step(ask, params.id, (tx, deciding) => declarePool(tx, this.kit, deciding));
  }

  @Handles('POST /benefit/pools/{id}/discard')
  discard(
    @Input() { params, body }: InputOf<'POST /benefit/pools/{id}/discard'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, params.id, (tx, deciding) => discardPool(tx, { ...body, ...deciding }));
  }

  private async step(
    ask: VersionedAsk,
    id: string,
    work: (tx: Tx, deciding: Deciding) => Promise<void>,
  ): Promise<View> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return viewPool(this.database, ask.actor, id);
  }
}
