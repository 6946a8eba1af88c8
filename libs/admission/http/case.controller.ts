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
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { closeCase, decideCase, imposeOnCase, openCaseByHand, propose, stateOnCase } from '../actions/watch/case-steps';
import { listCases, readCase } from '../actions/watch/read-watching';
import { deciderBehind } from './decider-behind';

type CaseView = ResponseOf<'GET /admission/cases/{id}'>;
type Id = { params: { id: string } };

@Controller()
export class CaseController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /admission/cases')
  cases(
    @Input() { query }: InputOf<'GET /admission/cases'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/cases'>> {
    return listCases(this.database, deciderBehind(caller), 'authority', query);
  }

  @Handles('GET /admission/cases/{id}')
  view(@Input() { params }: Id, @By() caller: Caller): Promise<CaseView> {
    return readCase(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/cases')
  async open(
    @Input() { body }: InputOf<'POST /admission/cases'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<CaseView> {
    const { view } = await command(this.database, ask, (tx) => openCaseByHand(tx, body));
    return readCase(this.database, deciderBehind(caller), 'authority', view.id);
  }

  @Handles('POST /admission/cases/{id}/measures')
  async impose(
    @Input() { params, body }: InputOf<'POST /admission/cases/{id}/measures'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => {
      if (body.kind === 'productDelisting' || body.kind === 'suspension') mustHaveFreshSecondFactor(caller, tx.now);
      return imposeOnCase(tx, this.kit, { ...body, ...at(params.id, ask) });
    });
    return readCase(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/cases/{id}/proposal')
  async propose(
    @Input() { params, body }: InputOf<'POST /admission/cases/{id}/proposal'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => propose(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readCase(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/cases/{id}/decision')
  async decide(
    @Input() { params, body }: InputOf<'POST /admission/cases/{id}/decision'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => {
      // A suspension or an exit; that nothing comes of one is decided without looking for the authenticator.
      if (body.decision === 'imposed') mustHaveFreshSecondFactor(caller, tx.now);
      return decideCase(tx, this.kit, { ...body, ...at(params.id, ask) });
    });
    return readCase(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/cases/{id}/close')
  async close(
    @Input() { params, body }: InputOf<'POST /admission/cases/{id}/close'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => closeCase(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readCase(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('GET /supplier/cases')
  own(
    @Input() { query }: InputOf<'GET /supplier/cases'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/cases'>> {
    return listCases(this.database, deciderBehind(caller), 'supplier', query);
  }

  @Handles('GET /supplier/cases/{id}')
  ownView(@Input() { params }: Id, @By() caller: Caller): Promise<CaseView> {
    return readCase(this.database, deciderBehind(caller), 'supplier', params.id);
  }

  @Handles('POST /supplier/cases/{id}/statements')
  async state(
    @Input() { params, body }: InputOf<'POST /supplier/cases/{id}/statements'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => stateOnCase(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readCase(this.database, deciderBehind(caller), 'supplier', params.id);
  }
}

function at(id: string, { version }: VersionedAsk): { id: string; version: number } {
  return { id, version };
}
