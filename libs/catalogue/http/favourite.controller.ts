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
import { addFavourite, listFavourites, removeFavourite } from '../actions/favourite/favourites';

@Controller()
export class FavouriteController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /me/favourites')
  list(
    @Input() { query }: InputOf<'GET /me/favourites'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /me/favourites'>> {
    return listFavourites(this.database, caller.person!.id, query.limit);
  }

  @Handles('PUT /me/favourites/{slug}')
  async add(
    @Input() { params }: InputOf<'PUT /me/favourites/{slug}'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<void> {
    await command(this.database, ask, (tx) => addFavourite(tx, caller.person!.id, params.slug));
  }

  @Handles('DELETE /me/favourites/{slug}')
  async remove(
    @Input() { params }: InputOf<'DELETE /me/favourites/{slug}'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<void> {
    await command(this.database, ask, (tx) => removeFavourite(tx, caller.person!.id, params.slug));
  }
}
