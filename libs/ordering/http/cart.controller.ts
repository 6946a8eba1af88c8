import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '@xihuo/contract';
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
import { changeCart, mergeCart } from '../actions/cart/change-cart';
import { viewCart, type CartAsk, type CartOwner, type CartView } from '../actions/cart/view-cart';
import { tokenHash } from '../actions/order-token';

@Controller()
export class CartController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /cart')
  view(@Input() { query }: InputOf<'GET /cart'>, @By() caller: Caller): Promise<CartView> {
    return viewCart(this.database, ownerOf(caller), askOf(query));
  }

  @Handles('PUT /cart/lines')
  async change(
    @Input() { query, body }: InputOf<'PUT /cart/lines'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<CartView> {
    const wanted = { changes: body.changes, region: query.region ?? null };
    const { view: cart } = await command(this.database, ask, (tx) => changeCart(tx, ownerOf(caller), wanted));
    return { ...(await viewCart(this.database, cart, askOf(query))), token: cart.token };
  }

  @Handles('POST /cart/merge')
  async merge(
    @Input() { body }: InputOf<'POST /cart/merge'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<CartView> {
    const personId = caller.person!.id;
    await command(this.database, ask, (tx) => mergeCart(tx, personId, body.token));
    return viewCart(this.database, { personId, tokenHash: null }, { region: null, pickup: false, coupons: null });
  }
}

/** Whoever is signed in has the account's cart, whatever token comes along. */
function ownerOf({ person, cartToken }: Caller): CartOwner {
  if (person) return { personId: person.id, tokenHash: null };
  return { personId: null, tokenHash: cartToken === null ? null : tokenHash(cartToken) };
}

function askOf({ region, pickup, coupons }: InputOf<'GET /cart'>['query']): CartAsk {
  return {
    region: region ?? null,
    pickup: pickup !== undefined,
    coupons: coupons === undefined ? null : coupons === 'none' ? [] : coupons.split(','),
  };
}
