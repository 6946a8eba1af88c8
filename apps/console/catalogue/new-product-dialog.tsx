import { useQueryClient } from '@tanstack/react-query';
import { routeKey, TextArea, TextField, toast, useSend, type Input } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import { WordsRefused } from './listing/findings-list';
import { factsOf, KeepingFields, NameFields, NO_FACTS, type TypedFacts } from './product-fields';
import { fenOf } from './yuan';

type Body = NonNullable<Input<'POST /suppliers/{supplierId}/products'>['body']>;

interface Typed extends TypedFacts {
  about: string;
  pack: string;
  yuan: string;
}

const EMPTY: Typed = { ...NO_FACTS, about: '', pack: '', yuan: '' };

function bodyOf(typed: Typed): Body | null {
  const amount = fenOf(typed.yuan);
  const facts = factsOf(typed);
  if (!facts || !typed.pack.trim() || amount === null) return null;
  return {
    ...facts,
    description: { zh: typed.about, en: '' },
    harvestMonths: [],
    pack: { pack: typed.pack, price: { amount, currency: 'CNY' }, wholesalePrice: null, minimumOrderPacks: 1 },
  };
}

interface FieldsProps {
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  lacks: (filled: boolean) => string | null;
}

function FirstPack({ typed, change, lacks }: FieldsProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('ownProducts.pack')}
        hint={t('ownProducts.packHint')}
        maxLength={40}
        value={typed.pack}
        error={lacks(typed.pack.trim() !== '')}
        onChange={(event) => change({ pack: event.target.value })}
      />
      <TextField
        label={t('ownProducts.price')}
        inputMode="decimal"
        className="numeric"
        maxLength={13}
        value={typed.yuan}
        error={lacks(fenOf(typed.yuan) !== null) && t('ownProducts.priceMalformed')}
        onChange={(event) => change({ yuan: event.target.value })}
      />
    </>
  );
}

/** A product with its first pack; the way to its dossier opens at once. */
export function NewProductDialog({ supplierId, onClose }: { supplierId: string; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const send = useSend('POST /suppliers/{supplierId}/products', {
    onSuccess: ({ productId }) => {
      toast(t('ownProducts.added'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /suppliers/{supplierId}/products') });
      void navigate(`/catalogue/products/${supplierId}/${productId}`);
    },
  });
  const submit = () => {
    setTried(true);
    const body = bodyOf(typed);
    if (body) send.mutate({ params: { supplierId }, body });
  };
  const fields = {
    typed,
    change: (some: Partial<Typed>) => setTyped((now) => ({ ...now, ...some })),
    lacks: (filled: boolean) => (tried && !filled ? t('household.missing') : null),
  };
  return (
    <ActDialog
      title={t('ownProducts.add')}
      submit={t('ownProducts.submit')}
      text={t('ownProducts.addText')}
      pending={send.isPending}
      problem={send.error}
      refusal={send.error?.code === 'TEXT_UNLAWFUL' && <WordsRefused problem={send.error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameFields {...fields} />
      <TextArea
        label={t('ownProducts.about')}
        optional
        maxLength={1000}
        value={typed.about}
        onChange={(event) => fields.change({ about: event.target.value })}
      />
      <KeepingFields {...fields} />
      <FirstPack {...fields} />
    </ActDialog>
  );
}
