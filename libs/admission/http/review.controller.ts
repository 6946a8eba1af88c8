import type { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
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
  type Tx,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { caseFile } from '../actions/case-file/case-file';
import { claim, claimNext, declare, release } from '../actions/review/claim';
import { decide, saveTicks } from '../actions/review/decide';
import { readCountyTotals, readQueue, readRecommended } from '../actions/review/read-queue';
import { readReview } from '../actions/review/read-review';
import { reject, requestCorrections } from '../actions/review/send-back';
import { recommend, signLevelCheck } from '../actions/review/sign';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { deciderBehind } from './decider-behind';

type Id = { params: { id: string } };
type ReviewView = ResponseOf<'GET /admission/applications/{id}/review'>;

/** Files of one person within an hour: each reads a whole case. */
const MOST_FILES = 60;
const FILE_SECONDS = 3_600;

@Controller()
export class ReviewController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /admission/queue')
  queue(
    @Input() { query }: InputOf<'GET /admission/queue'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/queue'>> {
    return readQueue(this.database, deciderBehind(caller), query);
  }

  @Handles('POST /admission/queue/next')
  async next(@Ask() ask: CommandOptions, @By() caller: Caller): Promise<ReviewView> {
    const { view } = await command(this.database, ask, claimNext);
    return readReview(this.database, deciderBehind(caller), view.applicationId);
  }

  @Handles('GET /admission/applications/{id}/review')
  review(@Input() { params }: Id, @By() caller: Caller): Promise<ReviewView> {
    return readReview(this.database, deciderBehind(caller), params.id);
  }

  @Handles('GET /admission/applications/{id}/case-file')
  async caseFile(
    @Input() { params }: Id,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const { personId } = deciderBehind(caller);
    await limitRate(this.database, { name: 'caseFile', of: personId, most: MOST_FILES, seconds: FILE_SECONDS });
    const reader = { personId, grants: caller.person?.grants ?? [] };
    return describeDownload(reply, await caseFile(this.database, reader, params.id, language));
  }

  @Handles('POST /admission/applications/{id}/recommend')
  recommend(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/recommend'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ReviewView> {
    const wanted = { ...body, applicationId: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => recommend(tx, this.kit, wanted));
  }

  @Handles('POST /admission/applications/{id}/check')
  check(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/check'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ReviewView> {
    const wanted = { ...body, applicationId: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => signLevelCheck(tx, this.kit, wanted));
  }

  @Handles('POST /admission/applications/{id}/claim')
  claim(@Input() { params }: Id, @Ask() ask: CommandOptions, @By() caller: Caller): Promise<ReviewView> {
    return this.does(ask, caller, params.id, (tx) => claim(tx, params.id));
  }

  @Handles('POST /admission/applications/{id}/release')
  release(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/release'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ReviewView> {
    return this.does(ask, caller, params.id, (tx) => release(tx, { applicationId: params.id, reason: body.reason }));
  }

  @Handles('POST /admission/applications/{id}/declare')
  declare(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/declare'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ReviewView> {
    return this.does(ask, caller, params.id, (tx) => declare(tx, { ...body, applicationId: params.id }));
  }

  @Handles('PUT /admission/applications/{id}/checklist')
  async tick(
    @Input() { params, body }: InputOf<'PUT /admission/applications/{id}/checklist'>,
    @Ask() ask: VersionedAsk,
  ): Promise<ResponseOf<'PUT /admission/applications/{id}/checklist'>> {
    const wanted = { applicationId: params.id, version: ask.version, items: body.items };
    return (await command(this.database, ask, (tx) => saveTicks(tx, wanted))).view;
  }

  @Handles('POST /admission/applications/{id}/decide')
  decide(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/decide'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ReviewView> {
    const wanted = { ...body, applicationId: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => decide(tx, this.kit, wanted));
  }

  @Handles('POST /admission/applications/{id}/request-corrections')
  correct(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/request-corrections'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ReviewView> {
    const wanted = { ...body, applicationId: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => requestCorrections(tx, this.kit, wanted));
  }

  @Handles('POST /admission/applications/{id}/reject')
  reject(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/reject'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ReviewView> {
    const wanted = { ...body, applicationId: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => reject(tx, this.kit, wanted));
  }

  @Handles('GET /admission/recommendations')
  recommended(
    @Input() { query }: InputOf<'GET /admission/recommendations'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/recommendations'>> {
    return readRecommended(this.database, deciderBehind(caller), query);
  }

  @Handles('GET /admission/recommendations/totals')
  totals(@By() caller: Caller): Promise<ResponseOf<'GET /admission/recommendations/totals'>> {
    return readCountyTotals(this.database, deciderBehind(caller));
  }

  /** Takes a step, and answers how the review stands after it. */
  private async does(
    ask: CommandOptions,
    caller: Caller,
    applicationId: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<ReviewView> {
    await command(this.database, ask, work);
    return readReview(this.database, deciderBehind(caller), applicationId);
  }
}
