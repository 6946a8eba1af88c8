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
  Upload,
  type Caller,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { approveDossier, correctDossier, rejectDossier, withdrawDossier } from '../actions/product/decide-dossier';
import { endListing } from '../actions/product/end-listing';
import { keepPaper, readPaper } from '../actions/product/papers';
import { listDossiers, listVersions, readDossier, readListing } from '../actions/product/read-dossiers';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { belongsTo } from '../rules/product/may-decide';
import { deciderBehind } from './decider-behind';

type DossierView = ResponseOf<'GET /admission/dossiers/{id}'>;
type ListingView = ResponseOf<'GET /admission/listings/{supplierId}/{productId}'>;

@Controller()
export class ListingController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /admission/dossiers')
  dossiers(
    @Input() { query }: InputOf<'GET /admission/dossiers'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/dossiers'>> {
    return listDossiers(this.database, deciderBehind(caller), query);
  }

  @Handles('GET /admission/dossiers/{id}')
  dossier(@Input() { params }: InputOf<'GET /admission/dossiers/{id}'>, @By() caller: Caller): Promise<DossierView> {
    return readDossier(this.database, deciderBehind(caller), params.id);
  }

  @Handles('GET /admission/dossiers/{id}/versions')
  versions(
    @Input() { params }: InputOf<'GET /admission/dossiers/{id}/versions'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/dossiers/{id}/versions'>> {
    return listVersions(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/dossiers/{id}/approve')
  approve(
    @Input() { params, body }: InputOf<'POST /admission/dossiers/{id}/approve'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<DossierView> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => approveDossier(tx, this.kit, wanted));
  }

  @Handles('POST /admission/dossiers/{id}/request-corrections')
  correct(
    @Input() { params, body }: InputOf<'POST /admission/dossiers/{id}/request-corrections'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<DossierView> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => correctDossier(tx, this.kit, wanted));
  }

  @Handles('POST /admission/dossiers/{id}/reject')
  reject(
    @Input() { params, body }: InputOf<'POST /admission/dossiers/{id}/reject'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<DossierView> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => rejectDossier(tx, this.kit, wanted));
  }

  @Handles('POST /admission/dossiers/{id}/withdraw')
  withdraw(
    @Input() { params, body }: InputOf<'POST /admission/dossiers/{id}/withdraw'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<DossierView> {
    const wanted = { ...body, id: params.id, version: ask.version };
    return this.does(ask, caller, params.id, (tx) => withdrawDossier(tx, wanted));
  }

  @Handles('POST /admission/products/{supplierId}/{productId}/papers')
  paper(
    @Input() { params }: InputOf<'POST /admission/products/{supplierId}/{productId}/papers'>,
    @Ask() ask: CommandOptions,
    @Upload() upload: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /admission/products/{supplierId}/{productId}/papers'>> {
    return keepPaper(this.place, ask, { ...params, bytes: upload });
  }

  @Handles('GET /admission/papers/{fileId}')
  async readPaper(
    @Input() { params }: InputOf<'GET /admission/papers/{fileId}'>,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    return describeDownload(reply, await readPaper(this.place, deciderBehind(caller), params.fileId));
  }

  @Handles('GET /admission/listings/{supplierId}/{productId}')
  listing(
    @Input() { params }: InputOf<'GET /admission/listings/{supplierId}/{productId}'>,
    @By() caller: Caller,
  ): Promise<ListingView> {
    return readListing(this.database, deciderBehind(caller), params);
  }

  @Handles('POST /admission/listings/{supplierId}/{productId}/end')
  async end(
    @Input() { params, body }: InputOf<'POST /admission/listings/{supplierId}/{productId}/end'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ListingView> {
    const wanted = { ...params, ...body, version: ask.version };
    // Its supplier may end it at any time; for anybody else it is a measure, and as grave as one.
    const isOwn = belongsTo(params.supplierId, deciderBehind(caller));
    await command(this.database, ask, (tx) => {
      if (!isOwn) mustHaveFreshSecondFactor(caller, tx.now);
      return endListing(tx, this.kit, wanted);
    });
    return readListing(this.database, deciderBehind(caller), params);
  }

  private get place() {
    return { database: this.database, files: this.files };
  }

  /** Takes a step, and answers how the dossier stands after it. */
  private async does(
    ask: VersionedAsk,
    caller: Caller,
    id: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<DossierView> {
    await command(this.database, ask, work);
    return readDossier(this.database, deciderBehind(caller), id);
  }
}
