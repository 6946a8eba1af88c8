import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  Upload,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { appealDecision } from '../actions/appeal';
import { viewCase } from '../actions/case-door';
import { DISPUTE_KIT, type DisputeKit } from '../actions/dispute-kit';
import { listOfOrder } from '../actions/list-cases';
import { openDispute } from '../actions/open-dispute';
import { keepPaper, readPaper } from '../actions/papers';
import { say } from '../actions/say';
import { takeStep } from '../actions/step';
import type { CaseView } from '../store/case-view';
import { asBuyer } from './entrances';

@Controller()
export class BuyerDisputeController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(DISPUTE_KIT) private readonly kit: DisputeKit,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('GET /orders/{id}/disputes')
  list(
    @Input() { params }: InputOf<'GET /orders/{id}/disputes'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /orders/{id}/disputes'>> {
    return listOfOrder(this.database, asBuyer(caller, params.id));
  }

  @Handles('POST /orders/{id}/disputes')
  async open(
    @Input() { params, body }: InputOf<'POST /orders/{id}/disputes'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<CaseView> {
    const entrance = asBuyer(caller, params.id);
    const { view } = await command(this.database, ask, (tx) => openDispute(tx, this.kit, entrance, body));
    return viewCase(this.database, view.id, entrance);
  }

  @Handles('GET /orders/{id}/disputes/{disputeId}')
  view(@Input() { params }: InputOf<'GET /orders/{id}/disputes/{disputeId}'>, @By() caller: Caller): Promise<CaseView> {
    return viewCase(this.database, params.disputeId, asBuyer(caller, params.id));
  }

  @Handles('POST /orders/{id}/disputes/{disputeId}/messages')
  async say(
    @Input() { params, body }: InputOf<'POST /orders/{id}/disputes/{disputeId}/messages'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<CaseView> {
    const entrance = asBuyer(caller, params.id);
    await command(this.database, ask, (tx) => say(tx, this.kit, entrance, params.disputeId, body));
    return viewCase(this.database, params.disputeId, entrance);
  }

  @Handles('POST /orders/{id}/disputes/{disputeId}/papers')
  keep(
    @Input() { params }: InputOf<'POST /orders/{id}/disputes/{disputeId}/papers'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /orders/{id}/disputes/{disputeId}/papers'>> {
    return keepPaper(this.place, ask, asBuyer(caller, params.id), { id: params.disputeId, bytes });
  }

  @Handles('GET /orders/{id}/disputes/{disputeId}/papers/{fileId}')
  async paper(
    @Input() { params }: InputOf<'GET /orders/{id}/disputes/{disputeId}/papers/{fileId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const { id, disputeId, fileId } = params;
    return describeDownload(reply, await readPaper(this.place, asBuyer(caller, id), { id: disputeId, fileId }));
  }

  @Handles('POST /orders/{id}/disputes/{disputeId}/steps')
  async step(
    @Input() { params, body }: InputOf<'POST /orders/{id}/disputes/{disputeId}/steps'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    const entrance = asBuyer(caller, params.id);
    const at = { id: params.disputeId, version: ask.version };
    await command(this.database, ask, (tx) => takeStep(tx, this.kit, entrance, { ...at, ...body }));
    return viewCase(this.database, params.disputeId, entrance);
  }

  @Handles('POST /orders/{id}/disputes/{disputeId}/appeal')
  async appeal(
    @Input() { params, body }: InputOf<'POST /orders/{id}/disputes/{disputeId}/appeal'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    const entrance = asBuyer(caller, params.id);
    const at = { id: params.disputeId, version: ask.version };
    await command(this.database, ask, (tx) => appealDecision(tx, this.kit, entrance, { ...at, ...body }));
    return viewCase(this.database, params.disputeId, entrance);
  }

  private get place() {
    return { database: this.database, files: this.files };
  }
}
