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
  type Actor,
  type CommandOptions,
  type Database,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { draftEdition, editEdition, publishEdition } from '../actions/edition/edit-edition';
import {
  editionFile,
  listComing,
  listDrafts,
  listEditions,
  listEntries,
  readDraft,
  readEdition,
} from '../actions/edition/read-editions';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';

type Draft = ResponseOf<'GET /admission/editions/{number}'>;

/** A file costs as much as a thousand pages. */
const MOST_FILES = 60;
const FILE_SECONDS = 600;

@Controller()
export class EditionController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /catalogue/editions')
  editions(): Promise<ResponseOf<'GET /catalogue/editions'>> {
    return listEditions(this.database);
  }

  @Handles('GET /catalogue/editions/{number}')
  edition(
    @Input() { params }: InputOf<'GET /catalogue/editions/{number}'>,
  ): Promise<ResponseOf<'GET /catalogue/editions/{number}'>> {
    return readEdition(this.database, params.number);
  }

  @Handles('GET /catalogue/editions/{number}/entries')
  entries(
    @Input() { params, query }: InputOf<'GET /catalogue/editions/{number}/entries'>,
  ): Promise<ResponseOf<'GET /catalogue/editions/{number}/entries'>> {
    return listEntries(this.database, params.number, query);
  }

  @Handles('GET /catalogue/editions/{number}/file')
  async file(
    @Input() { params, query }: InputOf<'GET /catalogue/editions/{number}/file'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    await limitRate(this.database, { name: 'editionFile', of: request.ip, most: MOST_FILES, seconds: FILE_SECONDS });
    return describeDownload(reply, await editionFile(this.database, params.number, query.format));
  }

  @Handles('GET /admission/editions')
  drafts(): Promise<ResponseOf<'GET /admission/editions'>> {
    return listDrafts(this.database);
  }

  @Handles('GET /admission/editions/{number}')
  draft(
    @Input() { params }: InputOf<'GET /admission/editions/{number}'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<Draft> {
    return readDraft(this.database, params.number, personBehind(actor));
  }

  @Handles('GET /admission/editions/{number}/entries')
  coming(
    @Input() { params, query }: InputOf<'GET /admission/editions/{number}/entries'>,
  ): Promise<ResponseOf<'GET /admission/editions/{number}/entries'>> {
    return listComing(this.database, params.number, query);
  }

  @Handles('POST /admission/editions')
  async begin(@Input() { body }: InputOf<'POST /admission/editions'>, @Ask() ask: CommandOptions): Promise<Draft> {
    const { view } = await command(this.database, ask, (tx) => draftEdition(tx, body));
    return readDraft(this.database, view.number, personBehind(ask.actor));
  }

  @Handles('PUT /admission/editions/{number}')
  async edit(
    @Input() { params, body }: InputOf<'PUT /admission/editions/{number}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    const wanted = { ...body, number: params.number, version: ask.version };
    await command(this.database, ask, (tx) => editEdition(tx, wanted));
    return readDraft(this.database, params.number, personBehind(ask.actor));
  }

  @Handles('POST /admission/editions/{number}/publish')
  async publish(
    @Input() { params }: InputOf<'POST /admission/editions/{number}/publish'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    const wanted = { number: params.number, version: ask.version };
    await command(this.database, ask, (tx) => publishEdition(tx, this.kit, wanted));
    return readDraft(this.database, params.number, personBehind(ask.actor));
  }
}

function personBehind(actor: Actor): string {
  return actor.kind === 'person' ? actor.personId : '';
}
