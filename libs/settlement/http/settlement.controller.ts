import type { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  exporting,
  Handles,
  Input,
  Language,
  limitRate,
  type Caller,
  type CommandOptions,
  type Database,
  type XihuoReply,
} from '@xihuo/platform';
import { statementFile } from '../actions/export-statement';
import { startRun, steerRun, tryAgain } from '../actions/run/steer-run';
import {
  viewLine,
  viewLines,
  viewOrderBehind,
  viewRun,
  viewRuns,
  viewStatement,
  viewStatementPayouts,
  viewStatements,
} from '../actions/view-settlement';
import { readershipOf } from '../rules/readership';
import type { LineDetail, RunDetail, RunView, StatementView } from '../store/settlement-view';
import { statementTable } from './list-tables';

/** A file costs as much as many pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;

@Controller()
export class SettlementController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('POST /settlement/runs')
  async run(@Input() input: InputOf<'POST /settlement/runs'>, @Ask() ask: CommandOptions): Promise<RunView> {
    return (await command(this.database, ask, (tx) => startRun(tx, input.body.periodEnd))).view;
  }

  @Handles('GET /settlement/runs')
  runs(@Input() { query }: InputOf<'GET /settlement/runs'>): Promise<ResponseOf<'GET /settlement/runs'>> {
    return viewRuns(this.database, query.cursor, query.limit, query.view);
  }

  @Handles('GET /settlement/runs/{id}')
  view(@Input() { params }: InputOf<'GET /settlement/runs/{id}'>): Promise<RunDetail> {
    return viewRun(this.database, params.id);
  }

  @Handles('POST /settlement/runs/{id}/pause')
  async pause(
    @Input() { params }: InputOf<'POST /settlement/runs/{id}/pause'>,
    @Ask() ask: CommandOptions,
  ): Promise<RunView> {
    return (await command(this.database, ask, (tx) => steerRun(tx, params.id, 'pause'))).view;
  }

  @Handles('POST /settlement/runs/{id}/resume')
  async resume(
    @Input() { params }: InputOf<'POST /settlement/runs/{id}/resume'>,
    @Ask() ask: CommandOptions,
  ): Promise<RunView> {
    return (await command(this.database, ask, (tx) => steerRun(tx, params.id, 'resume'))).view;
  }

  @Handles('POST /settlement/shards/{id}/retry')
  async retry(
    @Input() { params }: InputOf<'POST /settlement/shards/{id}/retry'>,
    @Ask() ask: CommandOptions,
  ): Promise<RunView> {
    return (await command(this.database, ask, (tx) => tryAgain(tx, params.id))).view;
  }

  @Handles('GET /settlement/statements')
  @exporting.AsTable(statementTable)
  statements(
    @Input() { query }: InputOf<'GET /settlement/statements'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /settlement/statements'>> {
    return viewStatements(this.database, readershipOf(caller.person?.grants ?? []), query);
  }

  @Handles('GET /settlement/statements/{id}')
  statement(
    @Input() { params }: InputOf<'GET /settlement/statements/{id}'>,
    @By() caller: Caller,
  ): Promise<StatementView> {
    return viewStatement(this.database, params.id, readershipOf(caller.person?.grants ?? []));
  }

  @Handles('GET /settlement/statements/{id}/lines')
  lines(
    @Input() { params, query }: InputOf<'GET /settlement/statements/{id}/lines'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /settlement/statements/{id}/lines'>> {
    return viewLines(this.database, params.id, readershipOf(caller.person?.grants ?? []), query);
  }

  @Handles('GET /settlement/statements/{id}/lines/{lineId}')
  line(
    @Input() { params }: InputOf<'GET /settlement/statements/{id}/lines/{lineId}'>,
    @By() caller: Caller,
  ): Promise<LineDetail> {
    return viewLine(this.database, params, readershipOf(caller.person?.grants ?? []));
  }

  @Handles('GET /settlement/statements/{id}/lines/{lineId}/order')
  order(
    @Input() { params }: InputOf<'GET /settlement/statements/{id}/lines/{lineId}/order'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /settlement/statements/{id}/lines/{lineId}/order'>> {
    return viewOrderBehind(this.database, params, readershipOf(caller.person?.grants ?? []));
  }

  @Handles('GET /settlement/statements/{id}/payouts')
  payouts(
    @Input() { params, query }: InputOf<'GET /settlement/statements/{id}/payouts'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /settlement/statements/{id}/payouts'>> {
    return viewStatementPayouts(this.database, params.id, readershipOf(caller.person?.grants ?? []), query);
  }

  @Handles('GET /settlement/statements/{id}/file')
  async file(
    @Input() { params, query }: InputOf<'GET /settlement/statements/{id}/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const of = caller.person?.id ?? '';
    await limitRate(this.database, { name: 'statementFile', of, most: MOST_FILES, seconds: FILE_SECONDS });
    const reader = readershipOf(caller.person?.grants ?? []);
    return describeDownload(reply, await statementFile(this.database, params.id, reader, { ...query, language }));
  }
}
