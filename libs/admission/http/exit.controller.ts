import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { mustHaveFreshSecondFactor } from '@xihuo/identity';
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
  type VersionedAsk,
} from '@xihuo/platform';
import { askToLeave, takeBackLeaving } from '../actions/exit/ask-to-leave';
import { reportExitStepByHand } from '../actions/exit/report-exit-step';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { listExitNotices, listExits, readExit } from '../actions/watch/read-lists';
import { deciderBehind } from './decider-behind';

type Id = { params: { id: string } };

@Controller()
export class ExitController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /register/exits')
  notices(@Input() { query }: InputOf<'GET /register/exits'>): Promise<ResponseOf<'GET /register/exits'>> {
    return listExitNotices(this.database, query);
  }

  @Handles('GET /admission/exits')
  exits(
    @Input() { query }: InputOf<'GET /admission/exits'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/exits'>> {
    return listExits(this.database, deciderBehind(caller), 'authority', query);
  }

  @Handles('GET /admission/exits/{id}')
  view(@Input() { params }: Id, @By() caller: Caller): Promise<ResponseOf<'GET /admission/exits/{id}'>> {
    return readExit(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/exits/{id}/steps')
  async step(
    @Input() { params, body }: InputOf<'POST /admission/exits/{id}/steps'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/exits/{id}/steps'>> {
    await command(this.database, ask, (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      return reportExitStepByHand(tx, this.kit, { ...body, ...at(params.id, ask) });
    });
    return readExit(this.database, deciderBehind(caller), params.id);
  }

  @Handles('GET /supplier/exits')
  own(
    @Input() { query }: InputOf<'GET /supplier/exits'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/exits'>> {
    return listExits(this.database, deciderBehind(caller), 'supplier', query);
  }

  @Handles('POST /supplier/exit-requests')
  async ask(
    @Input() { body }: InputOf<'POST /supplier/exit-requests'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /supplier/exit-requests'>> {
    return (await command(this.database, ask, (tx) => askToLeave(tx, this.kit, body))).view;
  }

  @Handles('POST /supplier/exit-requests/{id}/withdraw')
  async takeBack(
    @Input() { params }: Id,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /supplier/exit-requests/{id}/withdraw'>> {
    return (await command(this.database, ask, (tx) => takeBackLeaving(tx, params.id))).view;
  }
}

function at(id: string, { version }: VersionedAsk): { id: string; version: number } {
  return { id, version };
}
