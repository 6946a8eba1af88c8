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
  type Tx,
  type VersionedAsk,
} from '@xihuo/platform';
import { askRecognition, resubmit } from '../actions/recognition/ask-recognition';
import * as recognition from '../actions/recognition/decide-recognition';
import {
  listPublicRecognitions,
  listRecognitions,
  readPublicRecognition,
  readRecognition,
} from '../actions/recognition/read-recognitions';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { deciderBehind } from './decider-behind';

type View = ResponseOf<'GET /admission/recognitions/{id}'>;

@Controller()
export class RecognitionController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /recognitions')
  publicList(@Input() { query }: InputOf<'GET /recognitions'>): Promise<ResponseOf<'GET /recognitions'>> {
    return listPublicRecognitions(this.database, query);
  }

  @Handles('GET /recognitions/{id}')
  publicOne(@Input() { params }: InputOf<'GET /recognitions/{id}'>): Promise<ResponseOf<'GET /recognitions/{id}'>> {
    return readPublicRecognition(this.database, params.id);
  }

  @Handles('GET /admission/recognitions')
  list(
    @Input() { query }: InputOf<'GET /admission/recognitions'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/recognitions'>> {
    return listRecognitions(this.database, deciderBehind(caller), query);
  }

  @Handles('GET /admission/recognitions/{id}')
  one(@Input() { params }: InputOf<'GET /admission/recognitions/{id}'>, @By() caller: Caller): Promise<View> {
    return readRecognition(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/recognitions')
  async ask(
    @Input() { body }: InputOf<'POST /admission/recognitions'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<View> {
    const { view } = await command(this.database, ask, (tx) => askRecognition(tx, this.kit, body));
    return readRecognition(this.database, deciderBehind(caller), view.id);
  }

  @Handles('POST /admission/recognitions/{id}/resubmit')
  resubmit(
    @Input() { params, body }: InputOf<'POST /admission/recognitions/{id}/resubmit'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<View> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => resubmit(tx, this.kit, wanted));
  }

  @Handles('POST /admission/recognitions/{id}/stamp')
  stamp(
    @Input() { params, body }: InputOf<'POST /admission/recognitions/{id}/stamp'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<View> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => recognition.stamp(tx, this.kit, wanted));
  }

  @Handles('POST /admission/recognitions/{id}/publish')
  publish(
    @Input() { params, body }: InputOf<'POST /admission/recognitions/{id}/publish'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<View> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => recognition.publish(tx, this.kit, wanted));
  }

  @Handles('POST /admission/recognitions/{id}/request-corrections')
  correct(
    @Input() { params, body }: InputOf<'POST /admission/recognitions/{id}/request-corrections'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<View> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => recognition.correctRecognition(tx, this.kit, wanted));
  }

  @Handles('POST /admission/recognitions/{id}/reject')
  reject(
    @Input() { params, body }: InputOf<'POST /admission/recognitions/{id}/reject'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<View> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => recognition.rejectRecognition(tx, this.kit, wanted));
  }

  @Handles('POST /admission/recognitions/{id}/withdraw')
  withdraw(
    @Input() { params, body }: InputOf<'POST /admission/recognitions/{id}/withdraw'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<View> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => recognition.withdrawRecognition(tx, this.kit, wanted));
  }

  @Handles('POST /admission/recognitions/{id}/revoke')
  revoke(
    @Input() { params, body }: InputOf<'POST /admission/recognitions/{id}/revoke'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<View> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      return recognition.revoke(tx, this.kit, wanted);
    });
  }

  /** Takes a step, and answers how the recognition stands after it. */
  private async does(ask: VersionedAsk, caller: Caller, id: string, work: (tx: Tx) => Promise<void>): Promise<View> {
    await command(this.database, ask, work);
    return readRecognition(this.database, deciderBehind(caller), id);
  }
}
