import { Button, Checkbox, TextField, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { Typed } from './parts';
import { OrganisationPicker } from './pickers';
import { BLANK_TIME, type TimeTyped, type VenueTyped } from './venue';

function Time({
  time,
  onChange,
  onRemove,
}: {
  time: TimeTyped;
  onChange: (time: TimeTyped) => void;
  onRemove: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const dayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const toggle = (day: number) =>
    onChange({
      ...time,
      days: time.days.includes(day) ? time.days.filter((one) => one !== day) : [...time.days, day].sort(),
    });
  return (
    <fieldset className="rounded-md border border-line p-3">
      <legend className="px-1 font-medium">{t('channelForm.openOn')}</legend>
      <div className="flex flex-wrap gap-x-4">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Checkbox key={day} checked={time.days.includes(day)} onChange={() => toggle(day)}>
            {dayName.format(Date.UTC(2024, 0, day))}
          </Checkbox>
        ))}
      </div>
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
        <Typed
          label={t('channelForm.from')}
          type="time"
          tried
          value={time.from}
          onChange={(from) => onChange({ ...time, from })}
        />
        <Typed
          label={t('channelForm.to')}
          type="time"
          tried
          value={time.to}
          onChange={(to) => onChange({ ...time, to })}
        />
        <Button look="quiet" onClick={onRemove}>
          {t('channelForm.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

type Placed = Pick<VenueTyped, 'address' | 'pickup' | 'keeper' | 'times' | 'shutOn'>;

/** Whether goods are handed over, and by whom. */
function PickupFields({ typed, set }: { typed: Placed; set: (some: Partial<Placed>) => void }) {
  const t = useT();
  return (
    <>
      <Checkbox checked={typed.pickup} onChange={(event) => set({ pickup: event.target.checked })}>
        {t('channelForm.pickup')}
      </Checkbox>
      {typed.pickup && (
        <OrganisationPicker
          label={t('channelForm.keeper')}
          value={typed.keeper}
          error={null}
          onChange={(keeper) => set({ keeper })}
        />
      )}
    </>
  );
}

/** Of venues with a door: where, when, and whether goods are handed over. */
export function PlaceFields({
  typed,
  tried,
  set,
}: {
  typed: Placed;
  tried: boolean;
  set: (some: Partial<Placed>) => void;
}) {
  const t = useT();
  const [day, setDay] = useState('');
  return (
    <>
      <Typed
        label={t('channelForm.address')}
        most={200}
        tried={tried}
        value={typed.address}
        onChange={(address) => set({ address })}
      />
      <PickupFields typed={typed} set={set} />
      {typed.times.map((time, place) => (
        <Time
          key={place}
          time={time}
          onChange={(next) => set({ times: typed.times.map((one, at) => (at === place ? next : one)) })}
          onRemove={() => set({ times: typed.times.filter((_, at) => at !== place) })}
        />
      ))}
      {tried && typed.times.length === 0 && (
        <p className="text-sm font-medium text-cinnabar">{t('channelForm.noTimes')}</p>
      )}
      <Button look="secondary" className="self-start" onClick={() => set({ times: [...typed.times, BLANK_TIME] })}>
        {t('channelForm.addTimes')}
      </Button>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          optional
          type="date"
          label={t('channelForm.shutOn')}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button
          look="secondary"
          unavailable={day === ''}
          onClick={() => day && set({ shutOn: [...new Set([...typed.shutOn, day])].sort() })}
        >
          {t('channelForm.add')}
        </Button>
        {typed.shutOn.map((one) => (
          <Button
            key={one}
            look="quiet"
            aria-label={t('channelForm.takeOut', { name: one })}
            onClick={() => set({ shutOn: typed.shutOn.filter((other) => other !== one) })}
          >
            {one} ×
          </Button>
        ))}
      </div>
    </>
  );
}
