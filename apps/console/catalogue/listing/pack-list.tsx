import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Facts, formatMoney, routeKey, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { LISTING, type Listing } from './typed';

type Pack = Listing['packs'][number];

/** Numbers, options, tiers and stock of each pack. */
export function PackList({ listing, product }: { listing: Listing; product: ProductKey }) {
  const t = useT();
  const [naming, setNaming] = useState<Pack | null>(null);
  return (
    <Card title={t('packs.title')}>
      <ul className="flex flex-col divide-y divide-line">
        {listing.packs.map((pack) => (
          <li key={pack.skuId} className="flex flex-col gap-2 py-3 first:pt-0">
            <p className="font-medium">{pack.pack}</p>
            <Facts
              facts={[
                { term: t('packs.gtin'), detail: pack.gtin ?? t('packs.noGtin') },
                ...pack.options.map(({ name, value }) => ({ term: name, detail: value })),
                ...(pack.unitPrice ? [{ term: t('packs.unitPrice'), detail: formatMoney(pack.unitPrice) }] : []),
                ...(pack.tiers.length > 0
                  ? [
                      {
                        term: t('packs.tiers'),
                        detail: pack.tiers.map(({ minimumPacks, price }) => (
                          <span key={minimumPacks} className="numeric block">
                            {t('change.tier', { count: minimumPacks, price: formatMoney(price) })}
                          </span>
                        )),
                      },
                    ]
                  : []),
                { term: t('packs.stock'), detail: t(`packStock.${pack.stock}`) },
              ]}
            />
            <div>
              <Button look="quiet" size="small" onClick={() => setNaming(pack)}>
                {t('packs.name')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {naming && <NamePack pack={naming} version={listing.version} product={product} onClose={() => setNaming(null)} />}
    </Card>
  );
}

interface NamePackProps {
  pack: Pack;
  version: number;
  product: ProductKey;
  onClose: () => void;
}

function NamePack({ pack, version, product, onClose }: NamePackProps) {
  const t = useT();
  const queries = useQueryClient();
  const [gtin, setGtin] = useState(pack.gtin ?? '');
  const [name, setName] = useState(pack.options[0]?.name ?? '');
  const [value, setValue] = useState(pack.options[0]?.value ?? '');
  const send = useSend('PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}', {
    onSuccess: (next) => {
      queries.setQueryData(routeKey(LISTING, { params: { ...product } }), next);
      toast(t('packs.named'));
      onClose();
    },
  });
  const options = name.trim() && value.trim() ? [{ name, value }, ...pack.options.slice(1)] : pack.options.slice(1);
  return (
    <ActDialog
      title={t('packs.nameTitle', { pack: pack.pack })}
      submit={t('packs.submit')}
      text={t('packs.text')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={() =>
        send.mutate({
          params: { ...product, skuId: pack.skuId },
          version,
          body: { gtin: gtin.trim() || null, options },
        })
      }
      onClose={onClose}
    >
      <TextField
        label={t('packs.gtin')}
        hint={t('packs.gtinHint')}
        optional
        inputMode="numeric"
        maxLength={20}
        value={gtin}
        onChange={(event) => setGtin(event.target.value)}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('packs.option')}
          optional
          maxLength={20}
          placeholder={t('packs.optionExample')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('packs.value')}
          optional
          maxLength={40}
          placeholder={t('packs.valueExample')}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
    </ActDialog>
  );
}
