import { Button, Select, TextField } from '@xihuo/ui';
import { CountyField } from '../../../frame/county-field';
import { useT } from '../../../words';
import { useDesk, useField, useProducts } from '../desk';
import { CATEGORIES, type Form } from '../file';
import { Entries } from './entries';

type Product = NonNullable<Form['products']>[number];

function ProductFields({
  at,
  product,
  onChange,
}: {
  at: number;
  product: Product;
  onChange: (some: Partial<Product>) => void;
}) {
  const t = useT();
  const field = useField();
  const pointer = `/products/${at}`;
  const origin = field(`${pointer}/originCode`);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('apply.products.name')}
        {...field(`${pointer}/name`)}
        maxLength={80}
        value={product.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select
        label={t('apply.products.category')}
        {...field(`${pointer}/category`)}
        value={product.category ?? ''}
        choices={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={(event) => onChange({ category: (event.target.value || null) as Product['category'] })}
      />
      <TextField
        label={t('apply.products.reference')}
        optional
        {...field(`${pointer}/reference`, { hint: t('apply.products.referenceHint') })}
        maxLength={40}
        value={product.reference}
        onChange={(event) => onChange({ reference: event.target.value })}
      />
      <ScClassField at={at} product={product} onChange={onChange} />
      <div className="sm:col-span-2">
        <CountyField
          label={t('apply.products.origin')}
          optional
          id={origin.id}
          error={origin.error}
          value={product.originCode}
          onChange={(originCode) => onChange({ originCode })}
        />
      </div>
    </div>
  );
}

/** Only three digits reach the form: half a number would be refused, so it waits here until it is whole or gone. */
function ScClassField({
  at,
  product,
  onChange,
}: {
  at: number;
  product: Product;
  onChange: (some: Partial<Product>) => void;
}) {
  const t = useT();
  const field = useField();
  return (
    <TextField
      label={t('apply.products.scClass')}
      optional
      {...field(`/products/${at}/scClass`, { hint: t('apply.products.scClassHint') })}
      className="numeric"
      inputMode="numeric"
      pattern="\d{3}"
      maxLength={3}
      defaultValue={product.scClass ?? ''}
      onChange={(event) => {
        const digits = event.target.value.normalize('NFKC').replace(/\D/g, '');
        if (digits.length === 3 || product.scClass !== null) onChange({ scClass: digits.length === 3 ? digits : null });
      }}
    />
  );
}

/** What is to be sold. Each gets its own dossier once the supplier is admitted; here it says what will come. */
export function ProductsStep() {
  const t = useT();
  const { own } = useDesk();
  const [products, change] = useProducts();
  const blank: Product = { reference: '', name: '', category: null, scClass: null, originCode: own.county.code };
  return (
    <div id="products">
      <Entries
        title={t('apply.products.list')}
        empty={t('apply.products.none')}
        entries={products}
        name={(at) => products[at]?.name || t('apply.products.nth', { nth: at + 1 })}
        onRemove={(at) => change(products.filter((_, index) => index !== at))}
        add={
          products.length < 200 && (
            <Button look="secondary" onClick={() => change([...products, blank])}>
              {t('apply.products.add')}
            </Button>
          )
        }
      >
        {(product, at) => (
          <ProductFields
            at={at}
            product={product}
            onChange={(some) => change(products.map((one, index) => (index === at ? { ...one, ...some } : one)))}
          />
        )}
      </Entries>
    </div>
  );
}
