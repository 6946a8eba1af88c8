import { Badge, Button, Card, Facts, formatMoney, type Fact } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { AddPack } from './add-pack';
import { NamePack } from './name-pack';
import { TierDialog } from './tier-dialog';
import { openChange, packFate, savedFields, tiersOf, type Listing, type Pack } from './typed';
import { useChange } from './use-change';

type Doing = { what: 'add' } | { what: 'name' | 'tiers'; pack: Pack };

/** Numbers, options, terms for businesses and stock of each pack, and the way to one more. */
export function PackList({ listing, product }: { listing: Listing; product: ProductKey }) {
  const t = useT();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const locked = openChange(listing)?.state === 'submitted';
  return (
    <Card
      title={t('packs.title')}
      aside={
        <Button
          data-act="POST /suppliers/{supplierId}/products/{productId}/packs"
          look="secondary"
          size="small"
          onClick={() => setDoing({ what: 'add' })}
        >
          {t('packs.add')}
        </Button>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {listing.packs.map((pack) => (
          <li key={pack.skuId} className="flex flex-col gap-2 py-3 first:pt-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {pack.pack}
              {!pack.opened && <Badge tone="attention">{t('packs.notOpened')}</Badge>}
            </p>
            <PackFacts listing={listing} pack={pack} />
            <div className="flex flex-wrap gap-x-2">
              <Button
                data-act="PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}"
                look="quiet"
                size="small"
                onClick={() => setDoing({ what: 'name', pack })}
              >
                {t('packs.name')}
              </Button>
              <Button
                data-act="PUT /suppliers/{supplierId}/products/{productId}/listing/change"
                look="quiet"
                size="small"
                unavailable={locked}
                onClick={() => setDoing({ what: 'tiers', pack })}
              >
                {t('packs.setTiers')}
              </Button>
              {packFate(listing, pack) === 'leftOut' && (
                <PutForward listing={listing} product={product} pack={pack} locked={locked} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {doing?.what === 'add' && <AddPack listing={listing} product={product} onClose={close} />}
      {doing?.what === 'name' && (
        <NamePack pack={doing.pack} version={listing.version} product={product} onClose={close} />
      )}
      {doing?.what === 'tiers' && <TierDialog listing={listing} pack={doing.pack} product={product} onClose={close} />}
    </Card>
  );
}

function PackFacts({ listing, pack }: { listing: Listing; pack: Pack }) {
  const t = useT();
  const tiers = tiersOf(listing, pack.skuId);
  const waiting = JSON.stringify(tiers) !== JSON.stringify(pack.tiers);
  const facts: (Fact | false)[] = [
    { term: t('packs.gtin'), detail: pack.gtin ?? t('packs.noGtin') },
    pack.articleNumber !== null && { term: t('packs.article'), detail: pack.articleNumber },
    ...pack.options.map(({ name, value }) => ({ term: name, detail: value })),
    pack.unitPrice !== null && { term: t('packs.unitPrice'), detail: formatMoney(pack.unitPrice) },
    {
      term: t('packs.terms'),
      detail:
        pack.orderStepPacks === 1
          ? t('packs.termsAny', { minimum: pack.minimumOrderPacks })
          : t('packs.termsOf', { minimum: pack.minimumOrderPacks, step: pack.orderStepPacks }),
    },
    {
      term: waiting ? t('packs.tiersWaiting') : t('packs.tiers'),
      detail:
        tiers.length === 0
          ? t('packs.noTiers')
          : tiers.map(({ minimumPacks, price }) => (
              <span key={minimumPacks} className="numeric block">
                {t('change.tier', { count: minimumPacks, price: formatMoney(price) })}
              </span>
            )),
    },
    { term: t('packs.stock'), detail: t(`packStock.${pack.stock}`) },
  ];
  return <Facts facts={facts.filter((fact): fact is Fact => fact !== false)} />;
}

/** A pack that no change names any more, since it was taken back or refused, joins the next one. */
function PutForward({
  listing,
  product,
  pack,
  locked,
}: {
  listing: Listing;
  product: ProductKey;
  pack: Pack;
  locked: boolean;
}) {
  const t = useT();
  const change = useChange(listing, product, { told: t('packs.putForwardDone') });
  const fields = savedFields(listing);
  return (
    <Button
      data-act="PUT /suppliers/{supplierId}/products/{productId}/listing/change"
      look="quiet"
      size="small"
      unavailable={locked}
      pending={change.isPending}
      onClick={() => change.put({ ...fields, packs: [...(fields.packs ?? []), pack.skuId] })}
    >
      {t('packs.putForward')}
    </Button>
  );
}
