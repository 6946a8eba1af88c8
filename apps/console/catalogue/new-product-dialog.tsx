import { useQueryClient } from '@tanstack/react-query';
import { routeKey, Select, TextArea, TextField, toast, useSend, type Input } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { productCategories, useCategoryName, type ProductCategory } from '../admission/products/category';
import { ActDialog } from '../frame/act-dialog';
import { CountyField } from '../frame/county-field';
import { useT } from '../words';
import { WordsRefused } from './listing/findings-list';
import { fenOf } from './yuan';

type Body = NonNullable<Input<'POST /suppliers/{supplierId}/products'>['body']>;
const STORAGES = ['ambient', 'chilled', 'frozen'] as const;

interface Typed {
  zh: string;
  en: string;
  about: string;
  category: ProductCategory | '';
  regionCode: string | null;
  storage: Body['storage'] | '';
  shelfLife: string;
  scClass: string;
  pack: string;
  yuan: string;
}

const EMPTY: Typed = {
  zh: '',
  en: '',
  about: '',
  category: '',
  regionCode: null,
  storage: '',
  shelfLife: '',
  scClass: '',
  pack: '',
  yuan: '',
};

function bodyOf({ zh, en, about, category, regionCode, storage, shelfLife, scClass, pack, yuan }: Typed): Body | null {
  const amount = fenOf(yuan);
  if (!zh.trim() || !category || !regionCode || !storage || !pack.trim() || amount === null) return null;
  if (scClass !== '' && !/^[12]\d{2}$/.test(scClass)) return null;
  return {
    name: { zh, en: en.trim() || zh },
    description: { zh: about, en: '' },
    category,
    regionCode,
    harvestMonths: [],
    shelfLifeDays: shelfLife === '' ? null : Number(shelfLife),
    storage,
    scClass: scClass || null,
    pack: { pack, price: { amount, currency: 'CNY' }, wholesalePrice: null, minimumOrderPacks: 1 },
  };
}

interface FieldsProps {
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  /** Beside an empty field, once it was tried without. */
  lacks: (filled: boolean) => string | null;
}

function What({ typed, change, lacks }: FieldsProps) {
  const t = useT();
  const categoryName = useCategoryName();
  return (
    <>
      <TextField
        label={t('apply.products.name')}
        maxLength={60}
        value={typed.zh}
        error={lacks(typed.zh.trim() !== '')}
        onChange={(event) => change({ zh: event.target.value })}
      />
      <TextField
        label={t('apply.subject.nameEn')}
        optional
        lang="en"
        maxLength={120}
        value={typed.en}
        onChange={(event) => change({ en: event.target.value })}
      />
      <Select
        label={t('apply.products.category')}
        value={typed.category}
        error={lacks(typed.category !== '')}
        choices={productCategories.map((value) => ({ value, label: categoryName(value) }))}
        onChange={(event) => change({ category: event.target.value as Typed['category'] })}
      />
      <CountyField
        label={t('apply.products.origin')}
        value={typed.regionCode}
        error={lacks(typed.regionCode !== null)}
        onChange={(regionCode) => change({ regionCode })}
      />
      <TextArea
        label={t('ownProducts.about')}
        optional
        maxLength={1000}
        value={typed.about}
        onChange={(event) => change({ about: event.target.value })}
      />
    </>
  );
}

function How({ typed, change, lacks }: FieldsProps) {
  const t = useT();
  const digits = (value: string, most: number) => value.normalize('NFKC').replace(/\D/g, '').slice(0, most);
  return (
    <>
      <Select
        label={t('ownProducts.storage')}
        value={typed.storage}
        error={lacks(typed.storage !== '')}
        choices={STORAGES.map((value) => ({ value, label: t(`storage.${value}`) }))}
        onChange={(event) => change({ storage: event.target.value as Typed['storage'] })}
      />
      <TextField
        label={t('ownProducts.shelfLife')}
        optional
        inputMode="numeric"
        className="numeric"
        value={typed.shelfLife}
        onChange={(event) => change({ shelfLife: digits(event.target.value, 4) })}
      />
      <TextField
        label={t('apply.products.scClass')}
        optional
        hint={t('apply.products.scClassHint')}
        inputMode="numeric"
        className="numeric"
        value={typed.scClass}
        onChange={(event) => change({ scClass: digits(event.target.value, 3) })}
      />
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
      <What {...fields} />
      <How {...fields} />
    </ActDialog>
  );
}
