import { TextArea, TextField } from '@xihuo/ui';
import { useCallback } from 'react';
import { useT } from '../words';
import { keptDelivery, type DeliveryDraft, type DeliveryField } from './delivery';
import { RegionPicker } from './region-picker';

interface DeliveryFormProps {
  draft: DeliveryDraft;
  messages: Partial<Record<DeliveryField, string>>;
}

function update(part: Partial<DeliveryDraft>): void {
  keptDelivery.set({ ...keptDelivery.get(), ...part });
}

/** Whose it is: the one who gets the parcel, or who comes to fetch it. */
export function ReceiverFields({ draft, messages }: DeliveryFormProps) {
  const t = useT();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        id="name"
        label={t('address.name')}
        autoComplete="name"
        maxLength={40}
        value={draft.name}
        error={messages.name}
        onChange={(event) => update({ name: event.target.value })}
      />
      <TextField
        id="phone"
        label={t('address.phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={20}
        value={draft.phone}
        error={messages.phone}
        onChange={(event) => update({ phone: event.target.value })}
      />
    </div>
  );
}

export function DeliveryForm({ draft, messages }: DeliveryFormProps) {
  const t = useT();
  const setCode = useCallback((regionCode: string | null) => {
    if (keptDelivery.get().regionCode !== regionCode) update({ regionCode });
  }, []);
  return (
    <div className="flex flex-col gap-4">
      <ReceiverFields draft={draft} messages={messages} />
      <RegionPicker
        value={draft.path}
        error={messages.region ?? null}
        onChange={(path) => update({ path, regionCode: null })}
        onCode={setCode}
      />
      <TextArea
        id="address"
        label={t('address.detail')}
        hint={t('address.detailHint')}
        autoComplete="street-address"
        maxLength={200}
        rows={2}
        value={draft.address}
        error={messages.address}
        onChange={(event) => update({ address: event.target.value })}
      />
    </div>
  );
}
