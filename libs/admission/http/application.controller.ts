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
  type Grant,
  type Tx,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { beginApplication } from '../actions/application/begin-application';
import { addHousehold, listHouseholds, removeHousehold } from '../actions/application/households';
import { addPaper, readPaper, takePaperBack } from '../actions/application/papers';
import { assessAgain, checkTyped, listOwnApplications, readFile, readRounds } from '../actions/application/read-file';
import { readProgress } from '../actions/application/read-progress';
import { saveForm } from '../actions/application/save-form';
import { submitFile, withdrawFile } from '../actions/application/submit-file';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';

type FileView = ResponseOf<'GET /admission/applications/{id}/file'>;
type Id = { params: { id: string } };
type OfPaper = { params: { id: string; documentId: string } };

@Controller()
export class ApplicationController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('POST /admission/checks')
  checks(@Input() { body }: InputOf<'POST /admission/checks'>): Promise<ResponseOf<'POST /admission/checks'>> {
    return checkTyped(this.database, body);
  }

  @Handles('GET /me/applications')
  own(
    @Input() { query }: InputOf<'GET /me/applications'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /me/applications'>> {
    return listOwnApplications(this.database, grantsOf(caller), query);
  }

  @Handles('POST /admission/applications')
  async begin(
    @Input() { body }: InputOf<'POST /admission/applications'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<FileView> {
    const { view } = await command(this.database, ask, (tx) => beginApplication(tx, body.supplierId));
    return readFile(this.database, grantsOf(caller), view.id);
  }

  @Handles('GET /admission/applications/{id}/file')
  file(@Input() { params }: Id, @By() caller: Caller): Promise<FileView> {
    return readFile(this.database, grantsOf(caller), params.id);
  }

  @Handles('GET /admission/applications/{id}/progress')
  progress(
    @Input() { params }: Id,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/applications/{id}/progress'>> {
    return readProgress(this.database, grantsOf(caller), params.id);
  }

  @Handles('PUT /admission/applications/{id}/form')
  save(
    @Input() { params, body }: InputOf<'PUT /admission/applications/{id}/form'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<FileView> {
    const wanted = { id: params.id, version: ask.version, form: body };
    return this.does(ask, caller, params.id, (tx) => saveForm(tx, wanted));
  }

  @Handles('POST /admission/applications/{id}/submit')
  submit(@Input() { params }: Id, @Ask() ask: VersionedAsk, @By() caller: Caller): Promise<FileView> {
    const wanted = { id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => submitFile(tx, this.kit, wanted));
  }

  @Handles('POST /admission/applications/{id}/withdraw')
  withdraw(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/withdraw'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<FileView> {
    const wanted = { id: params.id, version: ask.version, reason: body.reason };
    return this.does(ask, caller, params.id, (tx) => withdrawFile(tx, this.kit, wanted));
  }

  @Handles('GET /admission/applications/{id}/rounds')
  rounds(
    @Input() { params }: Id,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/applications/{id}/rounds'>> {
    return readRounds(this.database, grantsOf(caller), params.id);
  }

  @Handles('GET /admission/applications/{id}/assessment')
  assessment(
    @Input() { params, query }: InputOf<'GET /admission/applications/{id}/assessment'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/applications/{id}/assessment'>> {
    return assessAgain(this.database, grantsOf(caller), params.id, query);
  }

  @Handles('POST /admission/applications/{id}/documents')
  async addPaper(
    @Input() { params, query }: InputOf<'POST /admission/applications/{id}/documents'>,
    @Upload() upload: Promise<Buffer>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /admission/applications/{id}/documents'>> {
    return addPaper({ database: this.database, files: this.files, ask }, { ...query, id: params.id }, await upload);
  }

  @Handles('GET /admission/applications/{id}/documents/{documentId}')
  async paper(
    @Input() { params }: OfPaper,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const kit = { database: this.database, files: this.files, ask };
    return describeDownload(reply, { ...(await readPaper(kit, grantsOf(caller), params)), inline: true });
  }

  @Handles('DELETE /admission/applications/{id}/documents/{documentId}')
  async takeBack(@Input() { params }: OfPaper, @Ask() ask: CommandOptions): Promise<{ version: number }> {
    return (await command(this.database, ask, (tx) => takePaperBack(tx, params))).view;
  }

  @Handles('GET /admission/applications/{id}/households')
  households(
    @Input() { params, query }: InputOf<'GET /admission/applications/{id}/households'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/applications/{id}/households'>> {
    return listHouseholds(this.database, grantsOf(caller), params.id, query);
  }

  @Handles('POST /admission/applications/{id}/households')
  async addHousehold(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/households'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /admission/applications/{id}/households'>> {
    return (await command(this.database, ask, (tx) => addHousehold(tx, this.kit.vault, params.id, body))).view;
  }

  @Handles('DELETE /admission/applications/{id}/households/{householdId}')
  async removeHousehold(
    @Input() { params }: InputOf<'DELETE /admission/applications/{id}/households/{householdId}'>,
    @Ask() ask: CommandOptions,
  ): Promise<{ version: number }> {
    return (await command(this.database, ask, (tx) => removeHousehold(tx, params))).view;
  }

  /** A step, and what stands there after it. */
  private async does(
    ask: CommandOptions,
    caller: Caller,
    id: string,
    step: (tx: Tx) => Promise<void>,
  ): Promise<FileView> {
    await command(this.database, ask, step);
    return readFile(this.database, grantsOf(caller), id);
  }
}

function grantsOf({ person }: Caller): readonly Grant[] {
  return person?.grants ?? [];
}
