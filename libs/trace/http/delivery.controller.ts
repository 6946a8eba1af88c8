import { randomInt } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  command,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  Language,
  limitRate,
  Upload,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { deliveriesFile } from '../actions/export-deliveries';
import { keepLotPaper, readLotPaper, readTicket } from '../actions/lot-papers';
import { correctDelivery, recordDelivery } from '../actions/record-delivery';
import {
  confirmByCode,
  confirmByHousehold,
  contestDelivery,
  limitCodes,
  mustFitCode,
  objectForHousehold,
  sendDeliveryCode,
  witnessDelivery,
} from '../actions/settle-delivery';
import { TRACE_KIT, type Side, type TraceKit } from '../actions/trace-kit';
import { viewDeliveries, viewDelivery, viewDeliverySums, viewScale } from '../actions/view-deliveries';
import { nowOf } from '../store/clock.sql';

type View = ResponseOf<'GET /supplier/deliveries/{id}'>;
type Id = { params: { id: string } };

/** A file costs as much as many pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;

@Controller()
export class DeliveryController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
    @Inject(TRACE_KIT) private readonly kit: TraceKit,
  ) {}

  @Handles('GET /supplier/scale')
  async scale(@Ask() ask: CommandOptions): Promise<ResponseOf<'GET /supplier/scale'>> {
    const [clock] = await this.database.read(nowOf);
    return viewScale(this.database, ask.actor, clock!.now);
  }

  @Handles('POST /supplier/lot-papers')
  keep(
    @Input() { query }: InputOf<'POST /supplier/lot-papers'>,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /supplier/lot-papers'>> {
    return keepLotPaper(this.place, ask, { supplierId: query.supplierId, bytes });
  }

  @Handles('GET /supplier/lot-papers/{id}')
  async paper(@Input() { params }: Id, @Ask() ask: CommandOptions, @Res({ passthrough: true }) reply: XihuoReply) {
    return describeDownload(reply, await readLotPaper(this.place, ask, params.id));
  }

  @Handles('GET /supplier/deliveries')
  list(
    @Input() { query }: InputOf<'GET /supplier/deliveries'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /supplier/deliveries'>> {
    return viewDeliveries(this.database, { actor, side: 'desk' }, query);
  }

  @Handles('GET /supplier/deliveries/file')
  async file(
    @Input() { query }: InputOf<'GET /supplier/deliveries/file'>,
    @Ask() { actor }: CommandOptions,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    const of = actor.kind === 'person' ? actor.personId : actor.kind;
    await limitRate(this.database, { name: 'supplierFile', of, most: MOST_FILES, seconds: FILE_SECONDS });
    return describeDownload(reply, await deliveriesFile(this.database, actor, { ...query, language }));
  }

  @Handles('GET /supplier/delivery-sums')
  sums(
    @Input() { query }: InputOf<'GET /supplier/delivery-sums'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /supplier/delivery-sums'>> {
    return viewDeliverySums(this.database, actor, query);
  }

  @Handles('POST /supplier/deliveries')
  async record(@Input() { body }: InputOf<'POST /supplier/deliveries'>, @Ask() ask: CommandOptions): Promise<View> {
    const { view } = await command(this.database, ask, (tx) => recordDelivery(tx, this.kit, body));
    return this.seen(ask, 'supplier', view.id);
  }

  @Handles('GET /supplier/deliveries/{id}')
  view(@Input() { params }: Id, @Ask() ask: CommandOptions): Promise<View> {
    return this.seen(ask, 'desk', params.id);
  }

  @Handles('POST /supplier/deliveries/{id}/code')
  async sendCode(
    @Input() { params }: Id,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /supplier/deliveries/{id}/code'>> {
    if (ask.actor.kind === 'person') await limitCodes(this.database, ask.actor.personId);
    const code = randomInt(1_000_000).toString().padStart(6, '0');
    return (await command(this.database, ask, (tx) => sendDeliveryCode(tx, this.kit, { id: params.id, code }))).view;
  }

  @Handles('POST /supplier/deliveries/{id}/confirmation')
  async confirmByCode(
    @Input() { params, body }: InputOf<'POST /supplier/deliveries/{id}/confirmation'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    // Whose it is comes before any try at its code: others could use up the tries.
    await this.seen(ask, 'supplier', params.id);
    await mustFitCode(this.database, this.kit.vault, { id: params.id, code: body.code });
    return this.step(ask, 'supplier', params.id, (tx, deciding) => confirmByCode(tx, this.kit, deciding));
  }

  @Handles('POST /supplier/deliveries/{id}/witness')
  witness(
    @Input() { params, body }: InputOf<'POST /supplier/deliveries/{id}/witness'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'desk', params.id, (tx, deciding) => witnessDelivery(tx, this.kit, { ...body, ...deciding }));
  }

  @Handles('POST /supplier/deliveries/{id}/objection')
  objection(
    @Input() { params, body }: InputOf<'POST /supplier/deliveries/{id}/objection'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'desk', params.id, (tx, deciding) =>
      objectForHousehold(tx, this.kit, { ...body, ...deciding }),
    );
  }

  @Handles('POST /supplier/deliveries/{id}/correction')
  async correct(
    @Input() { params, body }: InputOf<'POST /supplier/deliveries/{id}/correction'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    const deciding = { id: params.id, version: ask.version };
    const { view } = await command(this.database, ask, (tx) =>
      correctDelivery(tx, this.kit, { deciding, correction: body }),
    );
    return this.seen(ask, 'supplier', view.id);
  }

  @Handles('GET /me/deliveries')
  own(
    @Input() { query }: InputOf<'GET /me/deliveries'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /me/deliveries'>> {
    return viewDeliveries(this.database, { actor, side: 'household' }, query);
  }

  @Handles('GET /me/deliveries/{id}')
  ownView(@Input() { params }: Id, @Ask() ask: CommandOptions): Promise<View> {
    return this.seen(ask, 'household', params.id);
  }

  @Handles('GET /me/deliveries/{id}/ticket')
  async ticket(@Input() { params }: Id, @Ask() ask: CommandOptions, @Res({ passthrough: true }) reply: XihuoReply) {
    return describeDownload(reply, await readTicket(this.place, ask, params.id));
  }

  @Handles('POST /me/deliveries/{id}/confirmation')
  confirm(@Input() { params }: Id, @Ask() ask: VersionedAsk): Promise<View> {
    return this.step(ask, 'household', params.id, (tx, deciding) => confirmByHousehold(tx, this.kit, deciding));
  }

  @Handles('POST /me/deliveries/{id}/contest')
  contest(
    @Input() { params, body }: InputOf<'POST /me/deliveries/{id}/contest'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    return this.step(ask, 'household', params.id, (tx, deciding) =>
      contestDelivery(tx, this.kit, { ...body, ...deciding }),
    );
  }

  private async step(
    ask: VersionedAsk,
    side: Side,
    id: string,
    work: (tx: Tx, deciding: { id: string; version: number }) => Promise<void>,
  ): Promise<View> {
    await command(this.database, ask, (tx) => work(tx, { id, version: ask.version }));
    return this.seen(ask, side, id);
  }

  private seen({ actor }: CommandOptions, side: Side, id: string): Promise<View> {
    return viewDelivery(this.database, { actor, side }, id);
  }

  private get place() {
    return { database: this.database, files: this.files };
  }
}
