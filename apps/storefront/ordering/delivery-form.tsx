import { TextArea, TextField } from '@xihuo/ui';
import { useCallback } from 'react';
import { useT } from '../words';
import type { DeliveryDraft, DeliveryField } from './delivery';
import { RegionPicker } from './region-picker';

export interface DeliveryFormProps {
  draft: DeliveryDraft;
  messages: Partial<Record<DeliveryField, string>>;
  /** What changed of it; the same function each time. */
  onChange: (part: Partial<DeliveryDraft>) => void;
}

/** Whose it is: the one who gets the parcel, or who comes to fetch it. */
export function ReceiverFields({ draft, messages, onChange }: DeliveryFormProps) {
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
        onChange={(event) => onChange({ name: event.target.value })}
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
        onChange={(event) => onChange({ phone: event.target.value })}
      />
    </div>
  );
}

export function DeliveryForm({ draft, messages, onChange }: DeliveryFormProps) {
  const t = useT();
  const setCode = useCallback((regionCode: string | null) => onChange({ regionCode }), [onChange]);
  return (
    <div className="flex flex-col gap-4">
      <ReceiverFields {...{ draft, messages, onChange }} />
      <RegionPicker
        value={draft.path}
        error={messages.region ?? null}
        onChange={(path) => onChange({ path, regionCode: null })}
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
        onChange={(event) => onChange({ address: event.target.value })}
      />
    </div>
  );
}
