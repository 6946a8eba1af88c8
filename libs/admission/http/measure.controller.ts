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
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { decideAppeal, fileAppeal, withdrawAppeal } from '../actions/measure/appeal';
import { liftMeasure, verifyMeasure } from '../actions/measure/end-measure';
import { planToPutRight, reportPutRight } from '../actions/measure/rectify';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import {
  listAppeals,
  listMeasures,
  listPublishedMeasures,
  readAppeal,
  readMeasure,
  readPublishedMeasure,
} from '../actions/watch/read-watching';
import { deciderBehind } from './decider-behind';

type MeasureView = ResponseOf<'GET /admission/measures/{id}'>;
type AppealView = ResponseOf<'GET /admission/appeals/{id}'>;
type Id = { params: { id: string } };

@Controller()
export class MeasureController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /register/measures')
  published(@Input() { query }: InputOf<'GET /register/measures'>): Promise<ResponseOf<'GET /register/measures'>> {
    return listPublishedMeasures(this.database, query);
  }

  @Handles('GET /register/measures/{id}')
  publishedView(@Input() { params }: Id): Promise<ResponseOf<'GET /register/measures/{id}'>> {
    return readPublishedMeasure(this.database, params.id);
  }

  @Handles('GET /admission/measures')
  measures(
    @Input() { query }: InputOf<'GET /admission/measures'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/measures'>> {
    return listMeasures(this.database, deciderBehind(caller), 'authority', query);
  }

  @Handles('GET /admission/measures/{id}')
  view(@Input() { params }: Id, @By() caller: Caller): Promise<MeasureView> {
    return readMeasure(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/measures/{id}/lift')
  async lift(
    @Input() { params, body }: InputOf<'POST /admission/measures/{id}/lift'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<MeasureView> {
    await command(this.database, ask, (tx) => liftMeasure(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readMeasure(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/measures/{id}/verification')
  async verify(
    @Input() { params, body }: InputOf<'POST /admission/measures/{id}/verification'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<MeasureView> {
    await command(this.database, ask, (tx) => verifyMeasure(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readMeasure(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('GET /supplier/measures')
  own(
    @Input() { query }: InputOf<'GET /supplier/measures'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/measures'>> {
    return listMeasures(this.database, deciderBehind(caller), 'supplier', query);
  }

  @Handles('GET /supplier/measures/{id}')
  ownView(@Input() { params }: Id, @By() caller: Caller): Promise<MeasureView> {
    return readMeasure(this.database, deciderBehind(caller), 'supplier', params.id);
  }

  @Handles('POST /supplier/measures/{id}/plan')
  async plan(
    @Input() { params, body }: InputOf<'POST /supplier/measures/{id}/plan'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<MeasureView> {
    await command(this.database, ask, (tx) => planToPutRight(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readMeasure(this.database, deciderBehind(caller), 'supplier', params.id);
  }

  @Handles('POST /supplier/measures/{id}/report')
  async report(
    @Input() { params, body }: InputOf<'POST /supplier/measures/{id}/report'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<MeasureView> {
    await command(this.database, ask, (tx) => reportPutRight(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readMeasure(this.database, deciderBehind(caller), 'supplier', params.id);
  }

  @Handles('POST /supplier/measures/{id}/appeal')
  async appeal(
    @Input() { params, body }: InputOf<'POST /supplier/measures/{id}/appeal'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<AppealView> {
    const { view } = await command(this.database, ask, (tx) =>
      fileAppeal(tx, this.kit, { ...body, ...at(params.id, ask) }),
    );
    return readAppeal(this.database, deciderBehind(caller), 'supplier', view.id);
  }

  @Handles('POST /supplier/appeals/{id}/withdraw')
  async withdraw(@Input() { params }: Id, @Ask() ask: VersionedAsk, @By() caller: Caller): Promise<AppealView> {
    await command(this.database, ask, (tx) => withdrawAppeal(tx, at(params.id, ask)));
    return readAppeal(this.database, deciderBehind(caller), 'supplier', params.id);
  }

  @Handles('GET /admission/appeals')
  appeals(
    @Input() { query }: InputOf<'GET /admission/appeals'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/appeals'>> {
    return listAppeals(this.database, deciderBehind(caller), query);
  }

  @Handles('GET /admission/appeals/{id}')
  appealView(@Input() { params }: Id, @By() caller: Caller): Promise<AppealView> {
    return readAppeal(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/appeals/{id}/decision')
  async decide(
    @Input() { params, body }: InputOf<'POST /admission/appeals/{id}/decision'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<AppealView> {
    await command(this.database, ask, (tx) => decideAppeal(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readAppeal(this.database, deciderBehind(caller), 'authority', params.id);
  }
}

function at(id: string, { version }: VersionedAsk): { id: string; version: number } {
  return { id, version };
}
