import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  Upload,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { cancelInspection, noteCredit, orderInspection, reportInspection } from '../actions/review/inspect';
import { attachFile, readFileOf } from '../actions/review/inspection-files';
import { listInspections, readCredit, readInspection } from '../actions/review/read-notices';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { deciderBehind } from './decider-behind';

type InspectionView = ResponseOf<'GET /admission/inspections/{id}'>;

/** What people look up and look at beside the papers: visits on site, and what the credit registers say. */
@Controller()
export class InspectionController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('POST /admission/applications/{id}/inspections')
  async order(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/inspections'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<InspectionView> {
    const wanted = { ...body, applicationId: params.id };
    const { view } = await command(this.database, ask, (tx) => orderInspection(tx, this.kit, wanted));
    return readInspection(this.database, deciderBehind(caller), view.id);
  }

  @Handles('GET /admission/inspections')
  list(
    @Input() { query }: InputOf<'GET /admission/inspections'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/inspections'>> {
    return listInspections(this.database, deciderBehind(caller), query);
  }

  @Handles('GET /admission/inspections/{id}')
  one(@Input() { params }: InputOf<'GET /admission/inspections/{id}'>, @By() caller: Caller): Promise<InspectionView> {
    return readInspection(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/inspections/{id}/report')
  async report(
    @Input() { params, body }: InputOf<'POST /admission/inspections/{id}/report'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<InspectionView> {
    const wanted = { ...body, inspectionId: params.id, version: ask.version };
    await command(this.database, ask, (tx) => reportInspection(tx, this.kit, wanted));
    return readInspection(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/inspections/{id}/cancel')
  async cancel(
    @Input() { params, body }: InputOf<'POST /admission/inspections/{id}/cancel'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<InspectionView> {
    const wanted = { inspectionId: params.id, version: ask.version, reason: body.reason };
    await command(this.database, ask, (tx) => cancelInspection(tx, this.kit, wanted));
    return readInspection(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/inspections/{id}/files')
  async attach(
    @Input() { params }: InputOf<'POST /admission/inspections/{id}/files'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
    @Upload() upload: Promise<Buffer>,
  ): Promise<InspectionView> {
    const place = { database: this.database, files: this.files, ask };
    await attachFile(place, { inspectionId: params.id, bytes: await upload });
    return readInspection(this.database, deciderBehind(caller), params.id);
  }

  @Handles('GET /admission/inspections/{id}/files/{fileId}')
  async file(
    @Input() { params }: InputOf<'GET /admission/inspections/{id}/files/{fileId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const wanted = { inspectionId: params.id, fileId: params.fileId };
    return describeDownload(
      reply,
      await readFileOf({ database: this.database, files: this.files }, deciderBehind(caller), wanted),
    );
  }

  @Handles('GET /admission/applications/{id}/credit')
  credit(
    @Input() { params }: InputOf<'GET /admission/applications/{id}/credit'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/applications/{id}/credit'>> {
    return readCredit(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/applications/{id}/credit')
  async note(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/credit'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/applications/{id}/credit'>> {
    await command(this.database, ask, (tx) => noteCredit(tx, this.kit, { ...body, applicationId: params.id }));
    return readCredit(this.database, deciderBehind(caller), params.id);
  }
}
