import { Controller, Inject, Req } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  limitRate,
  type Caller,
  type CommandOptions,
  type Database,
  type Tx,
} from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { time } from '@xihuo/kernel';
import type { FastifyRequest } from 'fastify';
import { changeCart, mergeCart } from '../actions/cart/change-cart';
import { quoteDelivery } from '../actions/pricing/quote-delivery';
import { viewCart, type CartAsk, type CartOwner, type CartView } from '../actions/cart/view-cart';
import { tokenHash } from '../actions/order-token';

@Controller()
export class CartController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /cart')
  view(@Input() { query }: InputOf<'GET /cart'>, @By() caller: Caller): Promise<CartView> {
    return viewCart(this.database, ownerOf(caller), askOf(query));
  }

  @Handles('GET /skus/{skuId}/delivery')
  delivery(@Input() asked: InputOf<'GET /skus/{skuId}/delivery'>): Promise<ResponseOf<'GET /skus/{skuId}/delivery'>> {
    return quoteDelivery(this.database, asked);
  }

  @Handles('PUT /cart/lines')
  async change(
    @Input() { query, body }: InputOf<'PUT /cart/lines'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
  ): Promise<CartView> {
    const begin = (tx: Tx) => limitNewCarts(tx, request.ip);
    const wanted = { changes: body.changes, region: query.region ?? null, begin };
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

/** A guest's cart is a row that nobody is asked for: so many an hour from one address. @throws ProblemError RATE_LIMITED */
async function limitNewCarts(tx: Tx, address: string): Promise<void> {
  const most = await policyOn(tx, 'cart.newPerHour', time.businessDate(tx.now));
  await limitRate(tx, { name: 'cart.new', of: address, most, seconds: 3_600 });
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
