import { Select, TextField, type Input } from '@xihuo/ui';
import { productCategories, useCategoryName, type ProductCategory } from '../admission/products/category';
import { CountyField } from '../frame/county-field';
import { useT } from '../words';

export type Facts = NonNullable<Input<'PUT /suppliers/{supplierId}/products/{productId}/dossier/facts'>['body']>;
const STORAGES = ['ambient', 'chilled', 'frozen'] as const;

/** What a product is, as it is typed. */
export interface TypedFacts {
  zh: string;
  en: string;
  category: ProductCategory | '';
  regionCode: string | null;
  storage: Facts['storage'] | '';
  shelfLife: string;
  scClass: string;
}

export const NO_FACTS: TypedFacts = {
  ...{ zh: '', en: '', category: '', regionCode: null, storage: '', shelfLife: '', scClass: '' },
};

export function typedFacts({ name, category, regionCode, storage, shelfLifeDays, scClass }: Facts): TypedFacts {
  return {
    ...{ zh: name.zh, en: name.en, category, regionCode, storage, scClass: scClass ?? '' },
    shelfLife: shelfLifeDays === null ? '' : String(shelfLifeDays),
  };
}

/** Null where something is missing or malformed. */
export function factsOf({ zh, en, category, regionCode, storage, shelfLife, scClass }: TypedFacts): Facts | null {
  if (!zh.trim() || !category || !regionCode || !storage) return null;
  if (scClass !== '' && !/^[12]\d{2}$/.test(scClass)) return null;
  return {
    name: { zh, en: en.trim() || zh },
    ...{ category, regionCode, storage },
    shelfLifeDays: shelfLife === '' ? null : Number(shelfLife),
    scClass: scClass || null,
  };
}

export interface FactsFieldsProps {
  typed: TypedFacts;
  change: (some: Partial<TypedFacts>) => void;
  /** Beside an empty field, once it was tried without. */
  lacks: (filled: boolean) => string | null;
}

export function NameFields({ typed, change, lacks }: FactsFieldsProps) {
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
        onChange={(event) => change({ category: event.target.value as TypedFacts['category'] })}
      />
      <CountyField
        label={t('apply.products.origin')}
        value={typed.regionCode}
        error={lacks(typed.regionCode !== null)}
        onChange={(regionCode) => change({ regionCode })}
      />
    </>
  );
}

export function KeepingFields({ typed, change, lacks }: FactsFieldsProps) {
  const t = useT();
  const digits = (value: string, most: number) => value.normalize('NFKC').replace(/\D/g, '').slice(0, most);
  return (
    <>
      <Select
        label={t('ownProducts.storage')}
        value={typed.storage}
        error={lacks(typed.storage !== '')}
        choices={STORAGES.map((value) => ({ value, label: t(`storage.${value}`) }))}
        onChange={(event) => change({ storage: event.target.value as TypedFacts['storage'] })}
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
    </>
  );
}
