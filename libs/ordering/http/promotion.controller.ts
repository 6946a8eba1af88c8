import { packs } from '@xihuo/catalogue';
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
  type VersionedAsk,
} from '@xihuo/platform';
import { claimCoupon, listCoupons } from '../actions/pricing/coupons';
import { readFreight, replaceFreight } from '../actions/pricing/freight-templates';
import {
  draftOwnPromotion,
  draftPlatformPromotion,
  listPromotions,
  stepPromotion,
} from '../actions/pricing/promotions';
import type { CouponView, PromotionView } from '../store/pricing/promotion-view';

type Own = { supplierId: string };
type FreightView = ResponseOf<'POST /suppliers/{supplierId}/freight'>;

/** Freight and discounts: a supplier's own, the platform's, and coupons for whoever buys. */
@Controller()
export class PromotionController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /suppliers/{supplierId}/freight')
  freight(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/freight'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/freight'>> {
    return readFreight(this.database, own(params, caller));
  }

  @Handles('POST /suppliers/{supplierId}/freight')
  async setFreight(
    @Input() { params, body }: InputOf<'POST /suppliers/{supplierId}/freight'>,
    @By() caller: Caller,
    @Ask() ask: VersionedAsk,
  ): Promise<FreightView> {
    const supplierId = own(params, caller);
    return (await command(this.database, ask, (tx) => replaceFreight(tx, supplierId, body, ask.version))).view;
  }

  @Handles('GET /suppliers/{supplierId}/promotions')
  mine(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/promotions'>,
    @By() caller: Caller,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /promotions'>> {
    return listPromotions(this.database, own(params, caller), { ...query, actor });
  }

  @Handles('POST /suppliers/{supplierId}/promotions')
  async draftOwn(
    @Input() { params, body }: InputOf<'POST /suppliers/{supplierId}/promotions'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PromotionView> {
    const supplierId = own(params, caller);
    return (await command(this.database, ask, (tx) => draftOwnPromotion(tx, supplierId, body))).view;
  }

  @Handles('POST /suppliers/{supplierId}/promotions/{id}/publish')
  publishOwn(
    @Input() { params }: InputOf<'POST /suppliers/{supplierId}/promotions/{id}/publish'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PromotionView> {
    own(params, caller);
    return this.step(ask, { ...params, event: 'publish' });
  }

  @Handles('POST /suppliers/{supplierId}/promotions/{id}/end')
  endOwn(
    @Input() { params, body }: InputOf<'POST /suppliers/{supplierId}/promotions/{id}/end'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<PromotionView> {
    own(params, caller);
    return this.step(ask, { ...params, ...body, event: 'end' });
  }

  @Handles('GET /promotions')
  all(
    @Input() { query }: InputOf<'GET /promotions'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /promotions'>> {
    return listPromotions(this.database, null, { ...query, actor });
  }

  @Handles('POST /promotions')
  async draft(@Input() { body }: InputOf<'POST /promotions'>, @Ask() ask: CommandOptions): Promise<PromotionView> {
    return (await command(this.database, ask, (tx) => draftPlatformPromotion(tx, body))).view;
  }

  @Handles('POST /promotions/{id}/publish')
  publish(
    @Input() { params }: InputOf<'POST /promotions/{id}/publish'>,
    @Ask() ask: CommandOptions,
  ): Promise<PromotionView> {
    return this.step(ask, { ...params, supplierId: null, event: 'publish' });
  }

  @Handles('POST /promotions/{id}/end')
  end(
    @Input() { params, body }: InputOf<'POST /promotions/{id}/end'>,
    @Ask() ask: CommandOptions,
  ): Promise<PromotionView> {
    return this.step(ask, { ...params, ...body, supplierId: null, event: 'end' });
  }

  @Handles('GET /coupons')
  coupons(@Input() { query }: InputOf<'GET /coupons'>, @By() caller: Caller): Promise<{ data: CouponView[] }> {
    return listCoupons(this.database, caller.person?.id ?? null, query.suppliers?.split(',') ?? []);
  }

  @Handles('POST /coupons/{id}/claims')
  async claim(
    @Input() { params }: InputOf<'POST /coupons/{id}/claims'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<CouponView> {
    const personId = caller.person!.id;
    return (await command(this.database, ask, (tx) => claimCoupon(tx, params.id, personId))).view;
  }

  private async step(ask: CommandOptions, wanted: Parameters<typeof stepPromotion>[1]): Promise<PromotionView> {
    return (await command(this.database, ask, (tx) => stepPromotion(tx, wanted))).view;
  }
}

/** @throws ProblemError NOT_FOUND where the caller does not act for the supplier */
function own({ supplierId }: Own, { person }: Caller): string {
  packs.mustActFor(supplierId, person?.grants ?? []);
  return supplierId;
}
