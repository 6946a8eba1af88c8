import { Checkbox, TextArea, TextField } from '@xihuo/ui';
import { useT } from '../../../words';
import { useField, useStep } from '../desk';
import { LINKAGE_MODELS } from '../file';

/** How households earn by it. */
export function LinkageStep() {
  const t = useT();
  const field = useField();
  const [linkage, change] = useStep('linkage');
  const models = field('/linkage/models');
  return (
    <div className="flex flex-col gap-5">
      <fieldset id={models.id} className="flex flex-col">
        <legend className="font-medium">{t('apply.linkage.models')}</legend>
        {LINKAGE_MODELS.map((model) => (
          <Checkbox
            key={model}
            hint={t(`linkageHint.${model}`)}
            checked={linkage.models.includes(model)}
            onChange={(event) =>
              change({
                models: LINKAGE_MODELS.filter((one) =>
                  one === model ? event.target.checked : linkage.models.includes(one),
                ),
              })
            }
          >
            {t(`linkageModel.${model}`)}
          </Checkbox>
        ))}
        {models.error && <p className="text-sm font-medium text-cinnabar">{models.error}</p>}
      </fieldset>
      <TextArea
        label={t('apply.linkage.description')}
        {...field('/linkage/description', { hint: t('apply.linkage.descriptionHint') })}
        rows={5}
        maxLength={2000}
        value={linkage.description}
        onChange={(event) => change({ description: event.target.value })}
      />
    </div>
  );
}

const wholeNumber = (typed: string, most: number) => {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits === '' ? null : Math.min(Number(digits), most);
};

/** How much, how fast, and when in the year. */
export function CapacityStep() {
  const t = useT();
  const field = useField();
  const [capacity, change] = useStep('capacity');
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        label={t('apply.capacity.annualKg')}
        {...field('/capacity/annualKg', {
          hint: capacity.annualKg ? t('apply.capacity.tonnes', { tonnes: capacity.annualKg / 1000 }) : undefined,
        })}
        inputMode="numeric"
        className="numeric"
        value={capacity.annualKg ?? ''}
        onChange={(event) => change({ annualKg: wholeNumber(event.target.value, 1_000_000_000) })}
      />
      <TextField
        label={t('apply.capacity.shipWithinHours')}
        {...field('/capacity/shipWithinHours', { hint: t('apply.capacity.shipHint') })}
        inputMode="numeric"
        className="numeric"
        value={capacity.shipWithinHours ?? ''}
        onChange={(event) => change({ shipWithinHours: wholeNumber(event.target.value, 720) || null })}
      />
      <fieldset className="sm:col-span-2">
        <legend className="font-medium">{t('apply.capacity.months')}</legend>
        <div className="grid grid-cols-4 gap-x-2 sm:grid-cols-6">
          {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
            <Checkbox
              key={month}
              checked={capacity.months.includes(month)}
              onChange={(event) =>
                change({
                  months: [
                    ...capacity.months.filter((one) => one !== month),
                    ...(event.target.checked ? [month] : []),
                  ].sort((one, other) => one - other),
                })
              }
            >
              {t('apply.capacity.month', { month })}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="sm:col-span-2">
        <TextArea
          label={t('apply.capacity.note')}
          optional
          {...field('/capacity/note')}
          maxLength={2000}
          value={capacity.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
    </div>
  );
}

/** Three sentences that are signed by handing in; their version is kept with the submission. */
export function UndertakingsStep() {
  const t = useT();
  const field = useField();
  const [undertakings, change] = useStep('undertakings');
  return (
    <div className="flex flex-col divide-y divide-line">
      {(['truthful', 'noPenalty', 'publication'] as const).map((name) => {
        const { id, error } = field(`/undertakings/${name}`);
        return (
          <div key={name} className="py-2">
            <Checkbox
              id={id}
              checked={undertakings[name]}
              hint={t(`undertakingHint.${name}`)}
              onChange={(event) => change({ [name]: event.target.checked })}
            >
              {t(`undertaking.${name}`)}
            </Checkbox>
            {error && <p className="text-sm font-medium text-cinnabar">{error}</p>}
          </div>
        );
      })}
    </div>
  );
}
