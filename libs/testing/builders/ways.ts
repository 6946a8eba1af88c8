import { randomUUID } from 'node:crypto';
import type { Field } from './field';
import type { Offer } from './market';

interface Funder {
  kind: 'supplier' | 'platform' | 'organisation';
  organisationId: string | null;
  shareBp: number;
}

const ALL_SUPPLIERS: Funder = { kind: 'supplier', organisationId: null, shareBp: 10_000 };

export interface CampaignWanted {
  /** A discount on all that takes part, and who bears it. */
  percentBp?: number;
  funders?: readonly Funder[];
}

/** Ways by which goods are found, by plain rows that hold from now on. */
export interface Ways {
  /** A campaign that is running, in which the offers take part: entered and recognised. */
  campaign(offers: readonly Offer[], wanted?: CampaignWanted): Promise<{ id: string; slug: string }>;
  /** What somebody asked the offer's supplier for at a fair, of its product or of whatever it brings. */
  lead(
    offer: Offer,
    asked: { personId: string; organisationId?: string; ofProduct?: boolean },
  ): Promise<{ id: string; fair: string }>;
}

export function waysOf({ rows }: Pick<Field, 'rows'>): Ways {
  return {
    async campaign(offers, { percentBp, funders = [ALL_SUPPLIERS] } = {}) {
      const slug = `campaign-${randomUUID().slice(0, 8)}`;
      const [made] = await rows<{ id: string }>(
        `insert into catalogue.campaign (slug, state, name_zh, name_en, story_zh, story_en, starts_on, ends_on, east_code,
                                         west_code, host_code, created_at)
         values ($1, 'published', '示例西货东输', 'Example campaign', '', '', current_date - 3, current_date + 300, '310000',
                 '610000', '610000', now()) returning id`,
        [slug],
      );
      const { id } = made!;
      if (percentBp !== undefined) await discount(rows, id, { percentBp, funders });
      await takePart(rows, id, offers);
      return { id, slug };
    },
    async lead({ supplierId, productId }, { personId, organisationId = null, ofProduct = true }) {
      const id = randomUUID();
      const fair = `fair-${id.slice(0, 8)}`;
      await rows(
        `with fair as (
           insert into catalogue.fair (slug, kind, state, name_zh, name_en, story_zh, story_en, starts_on, ends_on, sign_up_by,
                                       region_code, place, created_at, published_at)
           values ($1, 'expo', 'published', '示例博览会', 'Example expo', '', '', current_date - 1, current_date + 2, current_date,
                   '610629', '示例馆', now(), now()) returning id
         ), exhibitor as (
           insert into catalogue.fair_exhibitor (fair_id, supplier_id, products, signed_up_by, signed_up_at)
           select id, $2::uuid, array[$3::uuid], $2::uuid, now() from fair returning fair_id
         )
         insert into catalogue.lead (id, fair_id, supplier_id, product_id, wants, contact_sealed, person_id, organisation_id,
                                     consent_at, consent_version, at)
         select $4::uuid, fair_id, $2::uuid, $5::uuid, '苹果 20 箱', '', $6::uuid, $7::uuid, now(), '2', now() from exhibitor`,
        [fair, supplierId, productId, id, ofProduct ? productId : null, personId, organisationId],
      );
      return { id, fair };
    },
  };
}

type Rows = Field['rows'];

async function discount(
  rows: Rows,
  campaignId: string,
  { percentBp, funders }: { percentBp: number; funders: readonly Funder[] },
): Promise<void> {
  await rows(
    `with discount as (
             insert into catalogue.campaign_discount (campaign_id, position, name_zh, name_en, kind, percent_bp)
             values ($1, 1, '示例折扣', 'Example discount', 'percentOff', $2) returning id
           )
           insert into catalogue.discount_funder (discount_id, position, kind, organisation_id, share_bp)
           select discount.id, funder.position, funder.kind, funder.organisation, funder.share
             from discount cross join unnest($3::text[], $4::uuid[], $5::integer[]) with ordinality
                  as funder (kind, organisation, share, position)`,
    [
      ...[campaignId, percentBp, funders.map(({ kind }) => kind)],
      ...[funders.map(({ organisationId }) => organisationId), funders.map(({ shareBp }) => shareBp)],
    ],
  );
}

/** Entered, and recognised. */
async function takePart(rows: Rows, campaignId: string, offers: readonly Offer[]): Promise<void> {
  await rows(
    `with part as (
           select * from unnest($2::uuid[], $3::uuid[]) as item (supplier_id, product_id)
         ), dossier as (
           insert into admission.product_dossier (supplier_id, product_id, version, product_name, category, county_code, evidence,
                                                  evidence_sha256, standard_version, judged_on, submitted_at)
           select supplier_id, product_id, 1, '示例', 'fruit', '610629', '{}', sha256(''), 'test@1', '2020-01-01', now()
             from part returning id, supplier_id, product_id
         ), recognised as (
           insert into admission.recognition (supplier_id, product_id, dossier_id, county_code, issuer_kind, issuer_name, scheme,
                                              evidence, state, submitted_by, submitted_at, stamp_department, stamped_by, stamped_at,
                                              checked_by, checked_at,
                                              recognised_on, valid_until)
           select supplier_id, product_id, id, '610629', 'county', '示例县', '示例', '[{}]', 'recognised', gen_random_uuid(), now(),
                  'agriculture', gen_random_uuid(), now(), gen_random_uuid(), now(), '2020-01-01', '2099-01-01' from dossier
         )
         insert into catalogue.campaign_entry (campaign_id, supplier_id, product_id, terms_version, entered_by, entered_at)
         select $1, supplier_id, product_id, 1, supplier_id, now() from part`,
    [campaignId, offers.map(({ supplierId }) => supplierId), offers.map(({ productId }) => productId)],
  );
}
