import { useQueryClient } from '@tanstack/react-query';
import { routeKey, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { fenOf } from '../yuan';
import { NumberFields, numbersOf, type TypedNumbers } from './number-fields';
import { termsOf, TermsFields, type TypedTerms } from './terms-fields';
import { LISTING, type Listing } from './typed';

/** One more pack of a product: once the listing is approved it waits for somebody, as every change does. */
export function AddPack({ listing, product, onClose }: { listing: Listing; product: ProductKey; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [pack, setPack] = useState('');
  const [yuan, setYuan] = useState('');
  const [numbers, setNumbers] = useState<TypedNumbers>({ gtin: '', article: '' });
  const [terms, setTerms] = useState<TypedTerms>({ minimum: '1', step: '1' });
  const [tried, setTried] = useState(false);
  const send = useSend('POST /suppliers/{supplierId}/products/{productId}/packs', {
    onSuccess: (next) => {
      queries.setQueryData(routeKey(LISTING, { params: { ...product } }), next);
      void queries.invalidateQueries({ queryKey: routeKey('GET /suppliers/{supplierId}/stock') });
      toast(t(next.packs.every(({ opened }) => opened) ? 'packs.added' : 'packs.addedWaits'));
      onClose();
    },
  });
  const amount = fenOf(yuan);
  const wholesale = termsOf(terms);
  const submit = () => {
    setTried(true);
    if (!pack.trim() || amount === null || !wholesale) return;
    const body = {
      pack,
      price: { amount, currency: 'CNY' as const },
      ...numbersOf(numbers),
      wholesale,
    };
    send.mutate({ params: { ...product }, version: listing.version, body });
  };
  return (
    <ActDialog
      title={t('packs.add')}
      submit={t('packs.addSubmit')}
      text={t('packs.addText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('ownProducts.pack')}
        hint={t('ownProducts.packHint')}
        maxLength={40}
        value={pack}
        error={tried && !pack.trim() ? t('act.missing') : null}
        onChange={(event) => setPack(event.target.value)}
      />
      <TextField
        label={t('ownProducts.price')}
        inputMode="decimal"
        className="numeric"
        maxLength={13}
        value={yuan}
        error={tried && amount === null ? t('ownProducts.priceMalformed') : null}
        onChange={(event) => setYuan(event.target.value)}
      />
      <NumberFields numbers={numbers} onChange={setNumbers} />
      <TermsFields terms={terms} tried={tried} onChange={setTerms} />
    </ActDialog>
  );
}
