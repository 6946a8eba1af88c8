import { Controller, Inject, Req } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  command,
  DATABASE,
  Handles,
  Input,
  limitRate,
  NOTICES,
  type CommandOptions,
  type Database,
  type Notices,
  type Tx,
  type VersionedAsk,
} from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { answerOnStandard, commentOnStandard } from '../actions/standard/comment-on-standard';
import { beginDraft, editDraft } from '../actions/standard/draft-standard';
import { openComments, publishStandardDraft, reviseDraft, withdrawDraft } from '../actions/standard/move-standard';
import { listDrafts, listStandards, readDraft, readStandard } from '../actions/standard/read-standards';

type Draft = ResponseOf<'GET /admission/standards/{standard}'>;
type OfStandard = { params: { standard: string } };

/** Enough for a village committee behind one address; not for a flood. */
const COMMENTS = { name: 'standard-comment', most: 20, seconds: 3600 };

@Controller()
export class StandardController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) private readonly notices: Notices,
  ) {}

  @Handles('GET /standards')
  list(): Promise<ResponseOf<'GET /standards'>> {
    return listStandards(this.database);
  }

  @Handles('GET /standards/{standard}')
  read(@Input() { params }: OfStandard): Promise<ResponseOf<'GET /standards/{standard}'>> {
    return readStandard(this.database, params.standard);
  }

  @Handles('POST /standards/{standard}/comments')
  async comment(
    @Input() { params, body }: InputOf<'POST /standards/{standard}/comments'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'POST /standards/{standard}/comments'>> {
    await limitRate(this.database, { ...COMMENTS, of: request.ip });
    const { view } = await command(this.database, ask, (tx) => commentOnStandard(tx, params.standard, body));
    return view;
  }

  @Handles('GET /admission/standards')
  drafts(@Input() { query }: InputOf<'GET /admission/standards'>): Promise<ResponseOf<'GET /admission/standards'>> {
    return listDrafts(this.database, query);
  }

  @Handles('GET /admission/standards/{standard}')
  draft(@Input() { params }: OfStandard): Promise<Draft> {
    return readDraft(this.database, params.standard);
  }

  @Handles('POST /admission/standards')
  begin(@Input() { body }: InputOf<'POST /admission/standards'>, @Ask() ask: CommandOptions): Promise<Draft> {
    return this.does(ask, body.standard, (tx) => beginDraft(tx, body));
  }

  @Handles('PUT /admission/standards/{standard}')
  edit(
    @Input() { params, body }: InputOf<'PUT /admission/standards/{standard}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    return this.does(ask, params.standard, (tx) => editDraft(tx, params.standard, ask.version, body));
  }

  @Handles('POST /admission/standards/{standard}/open-comments')
  open(
    @Input() { params, body }: InputOf<'POST /admission/standards/{standard}/open-comments'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    const step = { ...body, standard: params.standard, version: ask.version };
    return this.does(ask, params.standard, (tx) => openComments(tx, this.notices, step));
  }

  @Handles('POST /admission/standards/{standard}/revise')
  revise(@Input() { params }: OfStandard, @Ask() ask: VersionedAsk): Promise<Draft> {
    const step = { standard: params.standard, version: ask.version };
    return this.does(ask, params.standard, (tx) => reviseDraft(tx, step));
  }

  @Handles('POST /admission/standards/{standard}/comments/{id}/answer')
  answer(
    @Input() { params, body }: InputOf<'POST /admission/standards/{standard}/comments/{id}/answer'>,
    @Ask() ask: CommandOptions,
  ): Promise<Draft> {
    return this.does(ask, params.standard, (tx) => answerOnStandard(tx, params, body));
  }

  @Handles('POST /admission/standards/{standard}/publish')
  publish(
    @Input() { params, body }: InputOf<'POST /admission/standards/{standard}/publish'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    const step = { ...body, standard: params.standard, version: ask.version };
    return this.does(ask, params.standard, (tx) => publishStandardDraft(tx, this.notices, step));
  }

  @Handles('POST /admission/standards/{standard}/withdraw')
  withdraw(
    @Input() { params, body }: InputOf<'POST /admission/standards/{standard}/withdraw'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    const step = { ...body, standard: params.standard, version: ask.version };
    return this.does(ask, params.standard, (tx) => withdrawDraft(tx, step));
  }

  /** A step, and what stands there after it. */
  private async does(ask: CommandOptions, standard: string, step: (tx: Tx) => Promise<void>): Promise<Draft> {
    await command(this.database, ask, step);
    return readDraft(this.database, standard);
  }
}
