import { randomBytes } from 'node:crypto';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  command,
  DATABASE,
  describeDownload,
  Handles,
  Input,
  limitRate,
  type CommandOptions,
  type Database,
  type Tx,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { exportEpcis } from '../actions/export-epcis';
import {
  addLotTest,
  addOwnOutput,
  addQuarantine,
  certifyLot,
  noteLoss,
  openLot,
  packFromLot,
  turnLot,
} from '../actions/lot-entries';
import { lotQr, printLabel } from '../actions/print-label';
import { ownSuppliers, TRACE_KIT, type TraceKit } from '../actions/trace-kit';
import { resolveDigitalLink, viewLot } from '../actions/view-lot';
import { viewLots } from '../actions/view-lots';

type Detail = ResponseOf<'GET /supplier/lots/{id}'>;
type Id = { params: { id: string } };
type Entry<Name extends 'own-output' | 'losses' | 'packings' | 'certificates' | 'quarantines' | 'tests'> =
  InputOf<`POST /supplier/lots/{id}/${Name}`>;

const CODE_BYTES = 10;
/** Open to all, and a lot may have shipped a million times. */
const MOST_EXPORTS = 30;
const EXPORT_SECONDS = 600;

@Controller()
export class LotController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TRACE_KIT) private readonly kit: TraceKit,
  ) {}

  @Handles('GET /supplier/lots')
  lots(
    @Input() { query }: InputOf<'GET /supplier/lots'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /supplier/lots'>> {
    return viewLots(this.database, ownSuppliers(actor), query);
  }

  @Handles('POST /supplier/lots')
  async open(@Input() { body }: InputOf<'POST /supplier/lots'>, @Ask() ask: CommandOptions): Promise<Detail> {
    const { view } = await command(this.database, ask, (tx) => openLot(tx, body, randomBytes(CODE_BYTES)));
    return viewLot(this.place(), ask, view.id);
  }

  @Handles('GET /supplier/lots/{id}')
  view(@Input() { params }: Id, @Ask() ask: CommandOptions): Promise<Detail> {
    return viewLot(this.place(), ask, params.id);
  }

  @Handles('POST /supplier/lots/{id}/own-output')
  own(@Input() { params, body }: Entry<'own-output'>, @Ask() ask: CommandOptions): Promise<Detail> {
    return this.step(ask, params.id, (tx) => addOwnOutput(tx, params.id, body));
  }

  @Handles('POST /supplier/lots/{id}/losses')
  lose(@Input() { params, body }: Entry<'losses'>, @Ask() ask: CommandOptions): Promise<Detail> {
    return this.step(ask, params.id, (tx) => noteLoss(tx, params.id, body));
  }

  @Handles('POST /supplier/lots/{id}/packings')
  pack(@Input() { params, body }: Entry<'packings'>, @Ask() ask: CommandOptions): Promise<Detail> {
    return this.step(ask, params.id, (tx) => packFromLot(tx, params.id, body));
  }

  @Handles('POST /supplier/lots/{id}/certificates')
  certify(@Input() { params, body }: Entry<'certificates'>, @Ask() ask: CommandOptions): Promise<Detail> {
    return this.step(ask, params.id, (tx) => certifyLot(tx, params.id, body));
  }

  @Handles('POST /supplier/lots/{id}/quarantines')
  quarantine(@Input() { params, body }: Entry<'quarantines'>, @Ask() ask: CommandOptions): Promise<Detail> {
    return this.step(ask, params.id, (tx) => addQuarantine(tx, params.id, body));
  }

  @Handles('POST /supplier/lots/{id}/tests')
  test(@Input() { params, body }: Entry<'tests'>, @Ask() ask: CommandOptions): Promise<Detail> {
    return this.step(ask, params.id, (tx) => addLotTest(tx, params.id, body));
  }

  @Handles('POST /supplier/lots/{id}/close')
  close(@Input() { params: { id } }: Id, @Ask() ask: VersionedAsk): Promise<Detail> {
    return this.step(ask, id, (tx) => turnLot(tx, { id, version: ask.version }, 'close'));
  }

  @Handles('POST /supplier/lots/{id}/reopening')
  reopen(@Input() { params: { id } }: Id, @Ask() ask: VersionedAsk): Promise<Detail> {
    return this.step(ask, id, (tx) => turnLot(tx, { id, version: ask.version }, 'reopen'));
  }

  @Handles('GET /supplier/lots/{id}/label')
  async label(
    @Input() { params, query }: InputOf<'GET /supplier/lots/{id}/label'>,
    @Ask() ask: CommandOptions,
    @Res({ passthrough: true }) reply: XihuoReply,
  ) {
    return describeDownload(reply, await printLabel(this.place(), ask, { ...query, ...params }));
  }

  @Handles('GET /lots/{code}/qr')
  async qr(@Input() { params }: InputOf<'GET /lots/{code}/qr'>, @Res({ passthrough: true }) reply: XihuoReply) {
    const bytes = describeDownload(reply, await lotQr(this.place(), params.code));
    // A code has one address for good, and stands on the page of every product.
    void reply.header('cache-control', 'public, max-age=86400');
    return bytes;
  }

  @Handles('GET /lots/{code}/epcis')
  async epcis(
    @Input() { params }: InputOf<'GET /lots/{code}/epcis'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: XihuoReply,
  ) {
    const most = { name: 'lotExport', of: request.ip, most: MOST_EXPORTS, seconds: EXPORT_SECONDS };
    await limitRate(this.database, most);
    return describeDownload(reply, await exportEpcis(this.place(), ask, params.code));
  }

  @Handles('GET /digital-links/{gtin}/{lot}')
  resolve(
    @Input() { params }: InputOf<'GET /digital-links/{gtin}/{lot}'>,
  ): Promise<ResponseOf<'GET /digital-links/{gtin}/{lot}'>> {
    return resolveDigitalLink(this.database, params);
  }

  private async step(ask: CommandOptions, id: string, work: (tx: Tx) => Promise<void>): Promise<Detail> {
    await command(this.database, ask, work);
    return viewLot(this.place(), ask, id);
  }

  private place() {
    return { database: this.database, origin: this.kit.origin };
  }
}
