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
  type CommandOptions,
  type Database,
} from '@xihuo/platform';
import { addNote } from '../actions/add-note';
import { viewHistory } from '../actions/view-history';

@Controller()
export class HistoryController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The lines of the audit trail about one thing, for those who watch such things or read its page, and for its own supplier. */
  @Handles('GET /history/{kind}/{id}')
  history(
    @Input() input: InputOf<'GET /history/{kind}/{id}'>,
    @By() { person }: Caller,
  ): Promise<ResponseOf<'GET /history/{kind}/{id}'>> {
    return viewHistory(this.database, person!, input);
  }

  @Handles('POST /history/{kind}/{id}/notes')
  async note(
    @Input() input: InputOf<'POST /history/{kind}/{id}/notes'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /history/{kind}/{id}/notes'>> {
    return (await command(this.database, ask, (tx) => addNote(tx, input))).view;
  }
}
