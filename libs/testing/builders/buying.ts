import { randomUUID } from 'node:crypto';
import { business } from '@xihuo/ordering';
import { Vault } from '@xihuo/platform';
import { testMasterKey } from '../template';
import { CITY, type Market } from './market';

export interface OrganisationWanted {
  payerKind?: 'publicBuyer' | 'largeFirm' | 'otherFirm';
  payment?: 'onTerms' | 'payFirst';
  termDays?: number;
  creditLimitFen?: bigint;
  /** From which sum on each step of the approval chain is needed. */
  chain?: readonly bigint[];
}

export interface BuyingOrganisation {
  id: string;
  siteId: string;
}

/** Organisations that buy, with a site; members get their duties where a test has people. */
export interface Buying {
  organisation(wanted?: OrganisationWanted): Promise<BuyingOrganisation>;
  duties(
    organisationId: string,
    personId: string,
    wanted: { duties: readonly string[]; limitFen?: bigint; approvalLevel?: number },
  ): Promise<void>;
  /** Makes an order what an organisation bought on the terms it has at this moment. */
  bought(organisationId: string, orderId: string): Promise<void>;
  /** From so many packs on a pack costs so much; sold from a minimum on, in steps. */
  tier(skuId: string, from: number, priceFen: bigint, terms?: { minimum: number; step: number }): Promise<void>;
}

export function buyingOf({ rows, does }: Market): Buying {
  const vault = new Vault(testMasterKey);
  return {
    async organisation(wanted = {}) {
      const { payerKind = 'otherFirm', payment = 'onTerms', termDays = 30, creditLimitFen = 10_000_000n } = wanted;
      const id = randomUUID();
      await rows(
        `insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
         values ($1::uuid, 'B' || $1::text, '示例超市' || left($1::text, 4), 'Example supermarket', 'supermarket', '${CITY}')`,
        [id],
      );
      const siteId = await does(async (tx) => {
        const days = payment === 'onTerms' ? termDays : null;
        const terms = { payerKind, payment, termDays: days, contractReference: 'test', creditLimitFen };
        await business.setTerms(tx, id, terms, { reason: 'test', by: null });
        await business.putChain(tx, id, wanted.chain ?? []);
        return business.putSite(tx, vault, id, {
          ...{ name: '示例仓', regionCode: CITY, address: '示例路200号', contact: '示例收货员', phone: '10012345679' },
          ...{ storage: ['ambient'], receivingHours: '08:00-17:00' },
        });
      });
      return { id, siteId };
    },
    duties: (organisationId, personId, { duties, limitFen = 0n, approvalLevel }) =>
      does((tx) =>
        business.putDuties(tx, { organisationId, personId, duties, limitFen, approvalLevel: approvalLevel ?? null }),
      ),
    async bought(organisationId, orderId) {
      await rows('update ordering.customer_order set organisation_id = $1 where id = $2', [organisationId, orderId]);
      await rows(
        `insert into ordering.purchase_order (id, number, organisation_id, site_id, state, terms, amount_fen, note, levels, requested_by,
                                              requested_at, issued_at, order_id, pay_code)
         select placed.id, placed.number, account.organisation_id, site.id, 'issued', jsonb_build_object('payerKind', account.payer_kind),
                placed.amount_fen, '', '{}', placed.id, placed.placed_at, placed.placed_at, placed.id, placed.number
           from ordering.customer_order placed, ordering.business_account account
           join ordering.delivery_site site on site.organisation_id = account.organisation_id
          where account.organisation_id = $1 and placed.id = $2`,
        [organisationId, orderId],
      );
    },
    async tier(skuId, from, priceFen, { minimum, step } = { minimum: 1, step: 1 }) {
      await rows('insert into catalogue.price_tier (sku_id, minimum_packs, price_fen) values ($1, $2, $3)', [
        ...[skuId, from, priceFen.toString()],
      ]);
      await rows('update catalogue.sku set minimum_order_packs = $2, order_step_packs = $3 where id = $1', [
        ...[skuId, minimum, step],
      ]);
    },
  };
}
