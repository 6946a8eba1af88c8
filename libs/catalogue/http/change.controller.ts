import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  command,
  DATABASE,
  exporting,
  Handles,
  Input,
  NOTICES,
  type CommandOptions,
  type Database,
  type Notices,
  type Tx,
  type VersionedAsk,
} from '@xihuo/platform';
import { confirmChange, rejectChange, requestChanges } from '../actions/listing/decide-change';
import { listChanges, readChange } from '../actions/listing/read-changes';
import { changeTable } from './desk-tables';

type Change = ResponseOf<'GET /catalogue/changes/{id}'>;

@Controller()
export class ChangeController {
  private readonly kit: { notices: Notices };

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) notices: Notices,
  ) {
    this.kit = { notices };
  }

  @Handles('GET /catalogue/changes')
  @exporting.AsTable(changeTable)
  async list(
    @Input() { query }: InputOf<'GET /catalogue/changes'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'GET /catalogue/changes'>> {
    return (await command(this.database, ask, (tx) => listChanges(tx, query))).view;
  }

  @Handles('GET /catalogue/changes/{id}')
  async read(@Input() { params }: InputOf<'GET /catalogue/changes/{id}'>, @Ask() ask: CommandOptions): Promise<Change> {
    return (await command(this.database, ask, (tx) => readChange(tx, params.id))).view;
  }

  @Handles('POST /catalogue/changes/{id}/confirm')
  confirm(
    @Input() { params, body }: InputOf<'POST /catalogue/changes/{id}/confirm'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Change> {
    const wanted = { ...params, ...body, version: ask.version };
    return this.does(ask, params.id, (tx) => confirmChange(tx, this.kit, wanted));
  }

  @Handles('POST /catalogue/changes/{id}/request-changes')
  requestChanges(
    @Input() { params, body }: InputOf<'POST /catalogue/changes/{id}/request-changes'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Change> {
    const wanted = { ...params, ...body, version: ask.version };
    return this.does(ask, params.id, (tx) => requestChanges(tx, this.kit, wanted));
  }

  @Handles('POST /catalogue/changes/{id}/reject')
  reject(
    @Input() { params, body }: InputOf<'POST /catalogue/changes/{id}/reject'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Change> {
    const wanted = { ...params, ...body, version: ask.version };
    return this.does(ask, params.id, (tx) => rejectChange(tx, this.kit, wanted));
  }

  private async does(ask: VersionedAsk, id: string, work: (tx: Tx) => Promise<void>): Promise<Change> {
    const { view } = await command(this.database, ask, async (tx) => {
      await work(tx);
      return readChange(tx, id);
    });
    return view;
  }
}
