import { useQueryClient } from '@tanstack/react-query';
import { routeKey, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useTypedOver } from '../../frame/typed-over';
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

interface Typed {
  numbers: TypedNumbers;
  name: string;
  value: string;
  terms: TypedTerms;
}

const typedOf = (pack: Pack): Typed => ({
  numbers: { gtin: pack.gtin ?? '', article: pack.articleNumber ?? '' },
  ...{ name: pack.options[0]?.name ?? '', value: pack.options[0]?.value ?? '' },
  terms: { minimum: String(pack.minimumOrderPacks), step: String(pack.orderStepPacks) },
});

/** A pack's own number, what tells it from its neighbours, and how many of it a business orders. */
export function NamePack({ pack, version, product, onClose }: NamePackProps) {
  const t = useT();
  const queries = useQueryClient();
  const form = useTypedOver<Typed>(typedOf(pack), version);
  const { numbers, name, value, terms } = form.value;
  const set = (some: Partial<Typed>) => form.change((now) => ({ ...now, ...some }));
  const [tried, setTried] = useState(false);
  const send = useSend('PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}', {
    onError: (problem) => {
      form.refused(problem);
      void queries.invalidateQueries({ queryKey: routeKey(LISTING) });
    },
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
    send.mutate({ params: { ...product, skuId: pack.skuId }, version: form.version, body });
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
      <NumberFields numbers={numbers} onChange={(next) => set({ numbers: next })} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('packs.option')}
          optional
          maxLength={20}
          placeholder={t('packs.optionExample')}
          value={name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextField
          label={t('packs.value')}
          optional
          maxLength={40}
          placeholder={t('packs.valueExample')}
          value={value}
          onChange={(event) => set({ value: event.target.value })}
        />
      </div>
      <TermsFields terms={terms} tried={tried} onChange={(next) => set({ terms: next })} />
    </ActDialog>
  );
}
