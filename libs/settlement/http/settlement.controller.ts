import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
} from '@xihuo/platform';
import { runSettlement } from '../actions/run-settlement';
import { viewRuns, viewStatement, viewStatements } from '../actions/view-settlement';
import { readershipOf } from '../rules/readership';
import type { RunView, StatementView } from '../store/settlement-view';

@Controller()
export class SettlementController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('POST /settlement/runs')
  async run(@Input() input: InputOf<'POST /settlement/runs'>, @Ask() ask: CommandOptions): Promise<RunView> {
    return (await command(this.database, ask, (tx) => runSettlement(tx, input.body.periodEnd))).view;
  }

  @Handles('GET /settlement/runs')
  runs(@Input() { query }: InputOf<'GET /settlement/runs'>): Promise<ResponseOf<'GET /settlement/runs'>> {
    return viewRuns(this.database, query.cursor, query.limit);
  }

  @Handles('GET /settlement/statements')
  statements(
    @Input() { query }: InputOf<'GET /settlement/statements'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /settlement/statements'>> {
    return viewStatements(this.database, readershipOf(caller.person?.grants ?? []), query.cursor, query.limit);
  }

  @Handles('GET /settlement/statements/{id}')
  statement(
    @Input() { params }: InputOf<'GET /settlement/statements/{id}'>,
    @By() caller: Caller,
  ): Promise<StatementView> {
    return viewStatement(this.database, params.id, readershipOf(caller.person?.grants ?? []));
  }
}
