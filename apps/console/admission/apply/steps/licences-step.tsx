import { Button, TextField } from '@xihuo/ui';
import { useT } from '../../../words';
import { useField, useStep } from '../desk';
import type { Form } from '../file';
import { useChecks } from '../use-checks';
import { Entries } from './entries';

type Licence = NonNullable<Form['licences']>['foodLicences'][number];

function FoodLicence({ at, licence, onChange }: { at: number; licence: Licence; onChange: (next: Licence) => void }) {
  const t = useT();
  const field = useField();
  const said = useChecks(
    licence.number.trim() === ''
      ? {}
      : { foodLicence: { number: licence.number, ...(licence.validUntil ? { validUntil: licence.validUntil } : {}) } },
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('apply.licences.number')}
        {...field(`/licences/foodLicences/${at}/number`, {
          said: said('foodLicence'),
          hint: t('apply.licences.numberHint'),
        })}
        className="font-mono uppercase"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        value={licence.number}
        onChange={(event) => onChange({ ...licence, number: event.target.value })}
      />
      <TextField
        label={t('apply.licences.issuer')}
        optional
        {...field(`/licences/foodLicences/${at}/issuer`)}
        maxLength={120}
        value={licence.issuer ?? ''}
        onChange={(event) => onChange({ ...licence, issuer: event.target.value })}
      />
      <TextField
        label={t('apply.licences.validUntil')}
        {...field(`/licences/foodLicences/${at}/validUntil`)}
        type="date"
        value={licence.validUntil ?? ''}
        onChange={(event) => onChange({ ...licence, validUntil: event.target.value || null })}
      />
    </div>
  );
}

/** Licences of those who process food; who sells primary farm products leaves this empty. */
export function LicencesStep() {
  const t = useT();
  const field = useField();
  const [licences, change] = useStep('licences');
  return (
    <div className="flex flex-col gap-6">
      <Entries
        title={t('apply.licences.food')}
        empty={t('apply.licences.foodNone')}
        entries={licences.foodLicences}
        name={(at) => t('apply.licences.nth', { nth: at + 1 })}
        onRemove={(at) => change({ foodLicences: licences.foodLicences.filter((_, index) => index !== at) })}
        add={
          licences.foodLicences.length < 20 && (
            <Button
              look="secondary"
              onClick={() => change({ foodLicences: [...licences.foodLicences, { number: '', validUntil: null }] })}
            >
              {t('apply.licences.add')}
            </Button>
          )
        }
      >
        {(licence, at) => (
          <FoodLicence
            at={at}
            licence={licence}
            onChange={(next) =>
              change({ foodLicences: licences.foodLicences.map((one, index) => (index === at ? next : one)) })
            }
          />
        )}
      </Entries>
      <TextField
        label={t('apply.licences.operation')}
        optional
        {...field('/licences/operationLicence', { hint: t('apply.licences.operationHint') })}
        className="font-mono uppercase"
        spellCheck={false}
        maxLength={40}
        value={licences.operationLicence}
        onChange={(event) => change({ operationLicence: event.target.value })}
      />
    </div>
  );
}
