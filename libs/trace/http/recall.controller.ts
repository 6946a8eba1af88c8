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
  type VersionedAsk,
} from '@xihuo/platform';
import { endLotRecall, recallLots } from '../actions/recall-lots';
import { viewOrigin } from '../actions/trace-back';
import { TRACE_KIT, type TraceKit } from '../actions/trace-kit';
import { viewLotsByCode, viewPublishedRecalls, viewReach, viewRecall, viewRecalls } from '../actions/view-recalls';

type View = ResponseOf<'GET /trace/recalls/{id}'>;
type Id = { params: { id: string } };

@Controller()
export class RecallController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TRACE_KIT) private readonly kit: TraceKit,
  ) {}

  @Handles('GET /trace/recalls')
  list(
    @Input() { query }: InputOf<'GET /trace/recalls'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /trace/recalls'>> {
    return viewRecalls(this.database, actor, query);
  }

  @Handles('POST /trace/recalls')
  async open(@Input() { body }: InputOf<'POST /trace/recalls'>, @Ask() ask: CommandOptions): Promise<View> {
    const { view } = await command(this.database, ask, (tx) => recallLots(tx, this.kit, body));
    return viewRecall(this.database, ask.actor, view.id);
  }

  @Handles('GET /trace/recalls/{id}')
  view(@Input() { params }: Id, @Ask() { actor }: CommandOptions): Promise<View> {
    return viewRecall(this.database, actor, params.id);
  }

  @Handles('POST /trace/recalls/{id}/close')
  close(
    @Input() { params: { id }, body }: InputOf<'POST /trace/recalls/{id}/close'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.end(ask, { id, event: 'complete', ...body });
  }

  @Handles('POST /trace/recalls/{id}/withdrawal')
  withdraw(
    @Input() { params: { id }, body }: InputOf<'POST /trace/recalls/{id}/withdrawal'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.end(ask, { id, event: 'withdraw', ...body, packsRecovered: null });
  }

  @Handles('GET /trace/lots')
  lots(
    @Input() { query: { code } }: InputOf<'GET /trace/lots'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /trace/lots'>> {
    return viewLotsByCode(this.database, actor, code);
  }

  @Handles('GET /trace/lots/{id}/reach')
  reach(@Input() { params }: Id, @Ask() { actor }: CommandOptions): Promise<ResponseOf<'GET /trace/lots/{id}/reach'>> {
    return viewReach(this.database, actor, params.id);
  }

  @Handles('GET /trace/order-lines/{id}/origin')
  origin(
    @Input() { params }: Id,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /trace/order-lines/{id}/origin'>> {
    return viewOrigin(this.database, actor, params.id);
  }

  @Handles('GET /recalls')
  published(@Input() { query }: InputOf<'GET /recalls'>): Promise<ResponseOf<'GET /recalls'>> {
    return viewPublishedRecalls(this.database, query);
  }

  private async end(ask: VersionedAsk, ending: Omit<Parameters<typeof endLotRecall>[2], 'version'>): Promise<View> {
    await command(this.database, ask, (tx) => endLotRecall(tx, this.kit, { ...ending, version: ask.version }));
    return viewRecall(this.database, ask.actor, ending.id);
  }
}
