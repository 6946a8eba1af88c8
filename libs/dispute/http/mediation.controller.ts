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
  FILES,
  Handles,
  Input,
  Language,
  limitRate,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { disputeFile } from '../actions/case-file/case-file';
import { viewCase, type Entrance } from '../actions/case-door';
import { claimCase, concludeCase, decideAppeal, decideCase, referCase } from '../actions/decide';
import { DISPUTE_KIT, type DisputeKit } from '../actions/dispute-kit';
import { listQueue } from '../actions/list-cases';
import { readPaper } from '../actions/papers';
import { say } from '../actions/say';
import type { CaseView } from '../store/case-view';
import { asMediator, asPlatform, countiesOf } from './entrances';

type Mediator = Extract<Entrance, { side: 'mediator' }>;
type At = { readonly id: string; readonly version: number };

/** Files of cases are for handing on, not for harvesting. */
const MOST_FILES = 60;
const FILE_SECONDS = 3_600;

@Controller()
export class MediationController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(DISPUTE_KIT) private readonly kit: DisputeKit,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('GET /mediation/disputes')
  list(
    @Input() { query }: InputOf<'GET /mediation/disputes'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /mediation/disputes'>> {
    return listQueue(this.database, { personId: caller.person!.id, counties: countiesOf(caller) }, query);
  }

  @Handles('GET /mediation/disputes/{id}')
  view(@Input() { params }: InputOf<'GET /mediation/disputes/{id}'>, @By() caller: Caller): Promise<CaseView> {
    return viewCase(this.database, params.id, asPlatform(caller));
  }

  @Handles('GET /mediation/disputes/{id}/case-file')
  async file(
    @Input() { params }: InputOf<'GET /mediation/disputes/{id}/case-file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const of = caller.person?.id ?? '';
    await limitRate(this.database, { name: 'caseFile', of, most: MOST_FILES, seconds: FILE_SECONDS });
    return describeDownload(reply, await disputeFile(this.database, asPlatform(caller), params.id, language));
  }

  @Handles('GET /mediation/disputes/{id}/papers/{fileId}')
  async paper(
    @Input() { params }: InputOf<'GET /mediation/disputes/{id}/papers/{fileId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const place = { database: this.database, files: this.files };
    return describeDownload(reply, await readPaper(place, asPlatform(caller), params));
  }

  @Handles('POST /mediation/disputes/{id}/claim')
  claim(
    @Input() { params }: InputOf<'POST /mediation/disputes/{id}/claim'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    return this.act(caller, ask, params.id, claimCase);
  }

  @Handles('POST /mediation/disputes/{id}/messages')
  async say(
    @Input() { params, body }: InputOf<'POST /mediation/disputes/{id}/messages'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => say(tx, this.kit, asMediator(caller), params.id, body));
    return viewCase(this.database, params.id, asMediator(caller));
  }

  @Handles('POST /mediation/disputes/{id}/decision')
  decide(
    @Input() { params, body }: InputOf<'POST /mediation/disputes/{id}/decision'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    return this.award(caller, ask, params.id, (tx, by, at) => decideCase(tx, this.kit, by, { ...at, ...body }));
  }

  @Handles('POST /mediation/disputes/{id}/appeal-decision')
  decideAppeal(
    @Input() { params, body }: InputOf<'POST /mediation/disputes/{id}/appeal-decision'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    return this.award(caller, ask, params.id, (tx, by, at) => decideAppeal(tx, this.kit, by, { ...at, ...body }));
  }

  @Handles('POST /mediation/disputes/{id}/referral')
  refer(
    @Input() { params, body }: InputOf<'POST /mediation/disputes/{id}/referral'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    return this.act(caller, ask, params.id, (tx, by, at) => referCase(tx, this.kit, by, { ...at, ...body }));
  }

  @Handles('POST /mediation/disputes/{id}/conclusion')
  conclude(
    @Input() { params, body }: InputOf<'POST /mediation/disputes/{id}/conclusion'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<CaseView> {
    return this.award(caller, ask, params.id, (tx, by, at) => concludeCase(tx, this.kit, by, { ...at, ...body }));
  }

  /** Money goes one way or the other by it: with a second factor of the last five minutes. */
  private award(
    caller: Caller,
    ask: VersionedAsk,
    id: string,
    work: (tx: Tx, by: Mediator, at: At) => Promise<void>,
  ): Promise<CaseView> {
    return this.act(caller, ask, id, (tx, by, at) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      return work(tx, by, at);
    });
  }

  private async act(
    caller: Caller,
    ask: VersionedAsk,
    id: string,
    work: (tx: Tx, by: Mediator, at: At) => Promise<void>,
  ): Promise<CaseView> {
    await command(this.database, ask, (tx) => work(tx, asMediator(caller), { id, version: ask.version }));
    return viewCase(this.database, id, asMediator(caller));
  }
}
