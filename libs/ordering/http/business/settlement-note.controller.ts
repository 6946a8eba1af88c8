import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf } from '@xihuo/contract';
import {
  By,
  DATABASE,
  describeDownload,
  Handles,
  Input,
  Language,
  type Caller,
  type Database,
  type XihuoReply,
} from '@xihuo/platform';
import { noteOfMonth, noteOfPurchase } from '../../actions/business/settlement-note';

/** Settlement notes (结算单): what was ordered, and what has become of it. */
@Controller()
export class SettlementNoteController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /organisations/{id}/settlement-notes/{month}/file')
  async ofMonth(
    @Input() { params, query }: InputOf<'GET /organisations/{id}/settlement-notes/{month}/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<unknown> {
    const asked = { ...query, language, personId: caller.person!.id };
    return describeDownload(reply, await noteOfMonth(this.database, params, asked));
  }

  @Handles('GET /purchase-orders/{id}/settlement-note/file')
  async ofPurchase(
    @Input() { params, query }: InputOf<'GET /purchase-orders/{id}/settlement-note/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<unknown> {
    const asked = { ...query, language, personId: caller.person!.id };
    return describeDownload(reply, await noteOfPurchase(this.database, params.id, asked));
  }
}
