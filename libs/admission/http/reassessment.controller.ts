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
import { askToReassess, listDifferences } from '../actions/watch/reassess';
import { deciderBehind } from './decider-behind';

@Controller()
export class ReassessmentController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('POST /admission/reassessments')
  async start(
    @Input() { body }: InputOf<'POST /admission/reassessments'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /admission/reassessments'>> {
    return (await command(this.database, ask, (tx) => askToReassess(tx, body.version))).view;
  }

  @Handles('GET /admission/reassessments/{version}')
  differences(
    @Input() { params, query }: InputOf<'GET /admission/reassessments/{version}'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/reassessments/{version}'>> {
    return listDifferences(this.database, deciderBehind(caller), params.version, query);
  }
}
