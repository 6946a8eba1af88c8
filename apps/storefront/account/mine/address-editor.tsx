import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  Checkbox,
  forgetIdempotencyKey,
  FormErrors,
  idempotencyKey,
  Notice,
  routeKey,
  Select,
  toast,
  useProblemText,
  useSend,
  type FormFault,
} from '@xihuo/ui';
import { useCallback, useState, type FormEvent } from 'react';
import { deliveryOf, faultsOf, NO_REGION, type DeliveryDraft, type DeliveryField } from '../../ordering/delivery';
import { DeliveryForm } from '../../ordering/delivery-form';
import { draftOf, TAGS, type AddressTag, type KeptAddress } from '../../ordering/kept-address';
import { Paste } from '../../ordering/delivery-part';
import { useT } from '../../words';

const NOTHING: DeliveryDraft = { path: NO_REGION, regionCode: null, address: '', name: '', phone: '' };

const FAULT_WORDS = {
  name: { missing: 'address.name.missing', malformed: 'address.name.missing' },
  phone: { missing: 'address.phone.missing', malformed: 'address.phone.malformed' },
  region: { missing: 'address.region.missing', malformed: 'address.region.missing' },
  address: { missing: 'address.address.missing', malformed: 'address.address.missing' },
} as const;

function useFaults(draft: DeliveryDraft, attempt: number) {
  const t = useT();
  const messages: Partial<Record<DeliveryField, string>> = {};
  for (const [field, kind] of Object.entries(attempt > 0 ? faultsOf(draft) : {}) as [
    DeliveryField,
    'missing' | 'malformed',
  ][])
    messages[field] = t(FAULT_WORDS[field][kind]);
  const faults: FormFault[] = Object.entries(messages).map(([field, message]) => ({ field, message }));
  return { messages, faults };
}

interface AddressEditorProps {
  /** Null for a new one. */
  address: KeptAddress | null;
  onDone: () => void;
}

/** One address of the book, new or changed. */
export function AddressEditor({ address, onDone }: AddressEditorProps) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(address ? draftOf(address) : NOTHING);
  const [tag, setTag] = useState<AddressTag | ''>(address?.tag ?? '');
  const [isDefault, setIsDefault] = useState(address?.isDefault ?? false);
  const [attempt, setAttempt] = useState(0);
  const change = useCallback((part: Partial<DeliveryDraft>) => setDraft((now) => ({ ...now, ...part })), []);
  const { messages, faults } = useFaults(draft, attempt);
  const put = useSend('PUT /me/addresses/{id}', {
    onSuccess: (book) => {
      queries.setQueryData(routeKey('GET /me/addresses', {}), book);
      forgetIdempotencyKey('address');
      toast(t('book.kept'));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (Object.keys(faultsOf(draft)).length > 0 || put.isPending) return;
    const delivery = deliveryOf(draft);
    const id = address?.id ?? idempotencyKey('address', delivery);
    put.mutate({ params: { id }, body: { delivery, tag: tag || null, isDefault } });
  };
  return (
    <Card title={t(address ? 'book.edit' : 'book.add')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormErrors faults={faults} attempt={attempt} />
        {put.error && <Notice urgent tone="bad" title={problemText(put.error)} />}
        <Paste onFound={change} />
        <DeliveryForm {...{ draft, messages }} onChange={change} />
        <Select
          label={t('book.tag')}
          optional
          value={tag}
          choices={TAGS.map((value) => ({ value, label: t(`book.tag.${value}`) }))}
          onChange={(event) => setTag(event.target.value as AddressTag | '')}
        />
        <Checkbox checked={isDefault} onChange={(event) => setIsDefault(event.target.checked)}>
          {t('book.makeDefault')}
        </Checkbox>
        <p className="flex flex-wrap gap-3">
          <Button type="submit" pending={put.isPending}>
            {t('book.save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('book.cancel')}
          </Button>
        </p>
      </form>
    </Card>
  );
}
