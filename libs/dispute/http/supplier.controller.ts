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
import { listOfSuppliers } from '../actions/list-cases';
import { keepPaper, readPaper } from '../actions/papers';
import { say } from '../actions/say';
import { takeStep } from '../actions/step';
import type { CaseView } from '../store/case-view';
import { asSupplier } from './entrances';

@Controller()
export class SupplierDisputeController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(DISPUTE_KIT) private readonly kit: DisputeKit,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('GET /supplier/disputes')
  list(
    @Input() { query }: InputOf<'GET /supplier/disputes'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/disputes'>> {
    return listOfSuppliers(this.database, asSupplier(caller).supplierIds, query);
  }

  @Handles('GET /supplier/disputes/{id}')
  view(@Input() { params }: InputOf<'GET /supplier/disputes/{id}'>, @By() caller: Caller): Promise<CaseView> {
    return viewCase(this.database, params.id, asSupplier(caller));
  }

  @Handles('POST /supplier/disputes/{id}/messages')
  async say(
    @Input() { params, body }: InputOf<'POST /supplier/disputes/{id}/messages'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => say(tx, this.kit, asSupplier(caller), params.id, body));
    return viewCase(this.database, params.id, asSupplier(caller));
  }

  @Handles('POST /supplier/disputes/{id}/papers')
  keep(
    @Input() { params }: InputOf<'POST /supplier/disputes/{id}/papers'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /supplier/disputes/{id}/papers'>> {
    return keepPaper(this.place, ask, asSupplier(caller), { id: params.id, bytes });
  }

  @Handles('GET /supplier/disputes/{id}/papers/{fileId}')
  async paper(
    @Input() { params }: InputOf<'GET /supplier/disputes/{id}/papers/{fileId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    return describeDownload(reply, await readPaper(this.place, asSupplier(caller), params));
  }

  @Handles('POST /supplier/disputes/{id}/steps')
  async step(
    @Input() { params, body }: InputOf<'POST /supplier/disputes/{id}/steps'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    const at = { id: params.id, version: ask.version };
    await command(this.database, ask, (tx) => takeStep(tx, this.kit, asSupplier(caller), { ...at, ...body }));
    return viewCase(this.database, params.id, asSupplier(caller));
  }

  @Handles('POST /supplier/disputes/{id}/appeal')
  async appeal(
    @Input() { params, body }: InputOf<'POST /supplier/disputes/{id}/appeal'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    const at = { id: params.id, version: ask.version };
    await command(this.database, ask, (tx) => appealDecision(tx, this.kit, asSupplier(caller), { ...at, ...body }));
    return viewCase(this.database, params.id, asSupplier(caller));
  }

  private get place() {
    return { database: this.database, files: this.files };
  }
}
