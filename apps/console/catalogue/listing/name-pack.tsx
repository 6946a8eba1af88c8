import { useQueryClient } from '@tanstack/react-query';
import { routeKey, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { LISTING, type Pack } from './typed';
import { NumberFields, numbersOf, type TypedNumbers } from './number-fields';
import { termsOf, TermsFields, type TypedTerms } from './terms-fields';

interface NamePackProps {
  pack: Pack;
  version: number;
  product: ProductKey;
  onClose: () => void;
}

/** A pack's own number, what tells it from its neighbours, and how many of it a business orders. */
export function NamePack({ pack, version, product, onClose }: NamePackProps) {
  const t = useT();
  const queries = useQueryClient();
  const [numbers, setNumbers] = useState<TypedNumbers>({ gtin: pack.gtin ?? '', article: pack.articleNumber ?? '' });
  const [name, setName] = useState(pack.options[0]?.name ?? '');
  const [value, setValue] = useState(pack.options[0]?.value ?? '');
  const [terms, setTerms] = useState<TypedTerms>({
    minimum: String(pack.minimumOrderPacks),
    step: String(pack.orderStepPacks),
  });
  const [tried, setTried] = useState(false);
  const send = useSend('PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}', {
    onSuccess: (next) => {
      queries.setQueryData(routeKey(LISTING, { params: { ...product } }), next);
      toast(t('packs.named'));
      onClose();
    },
  });
  const options = name.trim() && value.trim() ? [{ name, value }, ...pack.options.slice(1)] : pack.options.slice(1);
  const wholesale = termsOf(terms);
  const submit = () => {
    setTried(true);
    if (!wholesale) return;
    const body = { ...numbersOf(numbers), options, wholesale };
    send.mutate({ params: { ...product, skuId: pack.skuId }, version, body });
  };
  return (
    <ActDialog
      title={t('packs.nameTitle', { pack: pack.pack })}
      submit={t('packs.submit')}
      text={t('packs.text')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberFields numbers={numbers} onChange={setNumbers} />
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
      <TermsFields terms={terms} tried={tried} onChange={setTerms} />
    </ActDialog>
  );
}
