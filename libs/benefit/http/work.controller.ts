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
import { BENEFIT_KIT, type BenefitKit, type Side } from '../actions/benefit-kit';
import { viewAgreement } from '../actions/view-agreements';
import { correctWork, enterSheet, limitDayCodes, makeDayCode, workByCode } from '../actions/enter-work';
import type { Deciding } from '../actions/open-agreement';
import { confirmWork, contestWork, withdrawWork, objectForWorker, witnessWork } from '../actions/settle-work';
import {
  viewOwnWork,
  viewSheet,
  viewWork,
  viewWorkMonth,
  viewWorkplaces,
  viewWorks,
  type WorkView,
} from '../actions/work-view';
import { nowOf } from '../store/clock.sql';

type Id = { params: { id: string } };

/** Records of work: the supplier's side and the worker's. */
@Controller()
export class WorkController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(BENEFIT_KIT) private readonly kit: BenefitKit,
  ) {}

  @Handles('GET /benefit/work')
  list(@Input() { query }: InputOf<'GET /benefit/work'>, @Ask() { actor }: CommandOptions) {
    return viewWorks(this.database, actor, query);
  }

  @Handles('GET /benefit/work/{id}')
  view(@Input() { params }: Id, @Ask() ask: CommandOptions): Promise<WorkView> {
    return this.seen(ask, params.id, 'readers');
  }

  @Handles('GET /benefit/work-months')
  month(@Input() { query }: InputOf<'GET /benefit/work-months'>, @Ask() { actor }: CommandOptions) {
    return viewWorkMonth(this.database, actor, query);
  }

  @Handles('GET /benefit/workplaces')
  async workplaces(@Ask() { actor }: CommandOptions): Promise<ResponseOf<'GET /benefit/workplaces'>> {
    const [clock] = await this.database.read(nowOf);
    return viewWorkplaces(this.database, actor, clock!.now);
  }

  @Handles('POST /benefit/work-codes')
  async makeCode(
    @Input() { body }: InputOf<'POST /benefit/work-codes'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /benefit/work-codes'>> {
    const code = randomInt(1_000_000).toString().padStart(6, '0');
    return (await command(this.database, ask, (tx) => makeDayCode(tx, { ...body, code }))).view;
  }

  @Handles('POST /benefit/work-sheets')
  async enter(
    @Input() { body }: InputOf<'POST /benefit/work-sheets'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /benefit/work-sheets'>> {
    const { view: ids } = await command(this.database, ask, (tx) => enterSheet(tx, this.kit, body));
    return viewSheet(this.database, ask.actor, ids);
  }

  @Handles('POST /benefit/work/{id}/correct')
  async correct(
    @Input() { params, body }: InputOf<'POST /benefit/work/{id}/correct'>,
    @Ask() ask: VersionedAsk,
  ): Promise<WorkView> {
    const deciding = { id: params.id, version: ask.version };
    const { view } = await command(this.database, ask, (tx) =>
      correctWork(tx, this.kit, { deciding, correction: body }),
    );
    return this.seen(ask, view, 'readers');
  }

  @Handles('POST /benefit/work/{id}/witness')
  witness(
    @Input() { params, body }: InputOf<'POST /benefit/work/{id}/witness'>,
    @Ask() ask: VersionedAsk,
  ): Promise<WorkView> {
    return this.step(ask, params.id, 'readers', (tx, deciding) => witnessWork(tx, this.kit, { ...body, ...deciding }));
  }

  @Handles('POST /benefit/work/{id}/contest')
  objection(
    @Input() { params, body }: InputOf<'POST /benefit/work/{id}/contest'>,
    @Ask() ask: VersionedAsk,
  ): Promise<WorkView> {
    return this.step(ask, params.id, 'readers', (tx, deciding) =>
      objectForWorker(tx, this.kit, { ...body, ...deciding }),
    );
  }

  @Handles('POST /benefit/work/{id}/withdraw')
  withdraw(
    @Input() { params, body }: InputOf<'POST /benefit/work/{id}/withdraw'>,
    @Ask() ask: VersionedAsk,
  ): Promise<WorkView> {
    return this.step(ask, params.id, 'readers', (tx, deciding) => withdrawWork(tx, this.kit, { ...body, ...deciding }));
  }

  @Handles('GET /me/work')
  own(@Input() { query }: InputOf<'GET /me/work'>, @Ask() { actor }: CommandOptions) {
    return viewOwnWork(this.database, actor, query);
  }

  @Handles('POST /me/work')
  async byCode(@Input() { body }: InputOf<'POST /me/work'>, @Ask() ask: CommandOptions): Promise<WorkView> {
    // Whose it is comes before any count: others could use up the tries of an agreement that is not theirs.
    await viewAgreement(this.database, { actor: ask.actor, side: 'household' }, body.agreementId);
    if (ask.actor.kind === 'person') await limitDayCodes(this.database, ask.actor.personId, body.agreementId);
    return this.seen(ask, (await command(this.database, ask, (tx) => workByCode(tx, body))).view, 'household');
  }

  @Handles('POST /me/work/{id}/confirm')
  confirm(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<WorkView> {
    return this.step(ask, params.id, 'household', confirmWork);
  }

  @Handles('POST /me/work/{id}/contest')
  contest(
    @Input() { params, body }: InputOf<'POST /me/work/{id}/contest'>,
    @Ask() ask: VersionedAsk,
  ): Promise<WorkView> {
    return this.step(ask, params.id, 'household', (tx, deciding) =>
      contestWork(tx, this.kit, { ...body, ...deciding }),
    );
  }

  private async step(
    ask: VersionedAsk,
    id: string,
    side: Side,
    work: (tx: Tx, deciding: Deciding) => Promise<void>,
  ): Promise<WorkView> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return this.seen(ask, id, side);
  }

  private seen({ actor }: CommandOptions, id: string, side: Side): Promise<WorkView> {
    return viewWork(this.database, { actor, side }, id);
  }
}
