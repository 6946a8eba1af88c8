import type { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { mustHaveFreshSecondFactor } from '@xihuo/identity';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  Handles,
  Input,
  Language,
  limitRate,
  type Caller,
  type CommandOptions,
  type Database,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { watchCaseFile } from '../actions/case-file/watch-case-file';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { closeCase, decideCase, imposeOnCase, openCaseByHand, propose, stateOnCase } from '../actions/watch/case-steps';
import { listCases, readCase } from '../actions/watch/read-watching';
import { deciderBehind } from './decider-behind';

type CaseView = ResponseOf<'GET /admission/cases/{id}'>;
type Id = { params: { id: string } };

/** As often as the file of an application, counted with it. */
const MOST_FILES = 60;
const FILE_SECONDS = 3_600;

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

  @Handles('GET /admission/cases/{id}/case-file')
  async file(
    @Input() { params }: Id,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const decider = deciderBehind(caller);
    await limitRate(this.database, { name: 'caseFile', of: decider.personId, most: MOST_FILES, seconds: FILE_SECONDS });
    const reader = { personId: decider.personId, grants: caller.person?.grants ?? [] };
    return describeDownload(reply, await watchCaseFile(this.database, reader, params.id, language));
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
