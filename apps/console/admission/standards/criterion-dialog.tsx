import { Checkbox, Select, TextArea, TextField } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import { productCategories, useCategoryName } from '../products/category';
import { CRITERION_KINDS, SUBJECTS, SUPPLIER_KINDS, type Criterion } from './standard';

interface CriterionDialogProps {
  /** Null for a new one. */
  criterion: Criterion | null;
  taken: readonly string[];
  onDone: (criterion: Criterion) => void;
  onClose: () => void;
}

const EMPTY: Criterion = {
  id: '',
  subject: 'supplier',
  nameZh: '',
  nameEn: '',
  kind: 'blocking',
  providedBy: '供应商',
  providedByEn: 'supplier',
  checks: [],
  source: '',
};

/** One criterion; put back into the draft, which is saved as a whole. */
export function CriterionDialog({ criterion, taken, onDone, onClose }: CriterionDialogProps) {
  const t = useT();
  const [value, setValue] = useState(criterion ?? EMPTY);
  const [checks, setChecks] = useState((criterion?.checks ?? []).join(' '));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Criterion>) => setValue({ ...value, ...part });
  const names = checks.split(/[\s,，]+/).filter(Boolean);
  const faults = {
    id: !/^[A-Z]{2,5}-[A-Z]\d{2}$/.test(value.id)
      ? t('criteria.idShape')
      : criterion === null && taken.includes(value.id)
        ? t('criteria.idTaken')
        : null,
    checks: names.every((name) => /^[a-zA-Z]+@\d+$/.test(name)) ? null : t('criteria.checkShape'),
    weight:
      value.kind !== 'scored' || (value.weight !== undefined && value.weight >= 1) ? null : t('criteria.weightMissing'),
  };
  const missing = (text: string) => (tried && text.trim() === '' ? t('criteria.missing') : null);
  const submit = () => {
    setTried(true);
    const said = [value.nameZh, value.nameEn, value.source, value.providedBy].every((text) => text.trim() !== '');
    if (said && Object.values(faults).every((fault) => fault === null)) onDone(tidied(value, names));
  };
  return (
    <ActDialog
      title={criterion ? t('criteria.editTitle', { id: criterion.id }) : t('criteria.add')}
      submit={t('criteria.done')}
      text={t('criteria.doneText')}
      pending={false}
      problem={null}
      onSubmit={submit}
      onClose={onClose}
    >
      {criterion === null && (
        <TextField
          label={t('criteria.id')}
          hint={t('criteria.idShape')}
          value={value.id}
          error={tried ? faults.id : null}
          onChange={(event) => change({ id: event.target.value })}
        />
      )}
      <Names {...{ value, change, missing }} />
      <Kinds value={value} change={change} weightFault={tried ? faults.weight : null} />
      <Grounds {...{ value, change, missing }} />
      <TextField
        label={t('criteria.checks')}
        hint={t('criteria.checkShape')}
        optional
        value={checks}
        error={tried ? faults.checks : null}
        onChange={(event) => setChecks(event.target.value)}
      />
      <ScopeFields value={value} change={change} />
    </ActDialog>
  );
}

interface PartProps {
  value: Criterion;
  change: (part: Partial<Criterion>) => void;
}

interface Missing {
  missing: (text: string) => string | null;
}

function Names({ value, change, missing }: PartProps & Missing) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('criteria.nameZh')}
        maxLength={80}
        value={value.nameZh}
        error={missing(value.nameZh)}
        onChange={(event) => change({ nameZh: event.target.value })}
      />
      <TextField
        label={t('criteria.nameEn')}
        maxLength={160}
        value={value.nameEn}
        error={missing(value.nameEn)}
        onChange={(event) => change({ nameEn: event.target.value })}
      />
    </>
  );
}

function Grounds({ value, change, missing }: PartProps & Missing) {
  const t = useT();
  return (
    <>
      <TextArea
        label={t('criteria.howVerified')}
        optional
        maxLength={1000}
        value={value.howVerified ?? ''}
        onChange={(event) => change({ howVerified: event.target.value })}
      />
      <TextArea
        label={t('criteria.howVerifiedEn')}
        optional
        maxLength={1000}
        value={value.howVerifiedEn ?? ''}
        onChange={(event) => change({ howVerifiedEn: event.target.value })}
      />
      <TextArea
        label={t('criteria.source')}
        hint={t('criteria.sourceHint')}
        maxLength={600}
        value={value.source}
        error={missing(value.source)}
        onChange={(event) => change({ source: event.target.value })}
      />
      <TextField
        label={t('criteria.providedBy')}
        maxLength={80}
        value={value.providedBy}
        error={missing(value.providedBy)}
        onChange={(event) => change({ providedBy: event.target.value })}
      />
      <TextField
        label={t('criteria.providedByEn')}
        optional
        maxLength={160}
        value={value.providedByEn ?? ''}
        onChange={(event) => change({ providedByEn: event.target.value })}
      />
    </>
  );
}

function Kinds({ value, change, weightFault }: PartProps & { weightFault: string | null }) {
  const t = useT();
  return (
    <>
      <Select
        label={t('criteria.subject')}
        value={value.subject}
        choices={SUBJECTS.map((subject) => ({ value: subject, label: t(`subject.${subject}`) }))}
        onChange={({ target }) =>
          change({ subject: SUBJECTS.find((subject) => subject === target.value) ?? value.subject })
        }
      />
      <Select
        label={t('criteria.kind')}
        value={value.kind}
        choices={CRITERION_KINDS.map((kind) => ({ value: kind, label: t(`criterionKind.${kind}`) }))}
        onChange={({ target }) => change({ kind: CRITERION_KINDS.find((kind) => kind === target.value) ?? value.kind })}
      />
      {value.kind === 'scored' && (
        <TextField
          type="number"
          inputMode="numeric"
          label={t('criteria.weight')}
          min={1}
          max={100}
          value={value.weight ?? ''}
          error={weightFault}
          onChange={({ target }) =>
            change({ weight: target.value === '' ? undefined : Math.round(Number(target.value)) })
          }
        />
      )}
    </>
  );
}

function ScopeFields({ value, change }: PartProps) {
  const t = useT();
  const categoryName = useCategoryName();
  const { kinds = [], categories = [] } = value.appliesTo ?? {};
  return (
    <details>
      <summary className="touch text-green underline-offset-4 hover:underline">{t('criteria.scope')}</summary>
      <p className="text-sm text-ink-faint">{t('criteria.scopeText')}</p>
      <fieldset className="mt-2">
        <legend className="font-medium">{t('applications.kind')}</legend>
        {SUPPLIER_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            onChange={({ target }) =>
              change({
                appliesTo: {
                  categories,
                  kinds: SUPPLIER_KINDS.filter((one) => (one === kind ? target.checked : kinds.includes(one))),
                },
              })
            }
          >
            {t(`supplierKind.${kind}`)}
          </Checkbox>
        ))}
      </fieldset>
      {value.subject !== 'supplier' && (
        <fieldset className="mt-2">
          <legend className="font-medium">{t('dossiers.category')}</legend>
          <div className="grid grid-cols-2">
            {productCategories.map((category) => (
              <Checkbox
                key={category}
                checked={categories.includes(category)}
                onChange={({ target }) =>
                  change({
                    appliesTo: {
                      kinds,
                      categories: productCategories.filter((one) =>
                        one === category ? target.checked : categories.includes(one),
                      ),
                    },
                  })
                }
              >
                {categoryName(category)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
    </details>
  );
}

/** Without what says nothing: the api takes an absent limit for none, and an empty one for a mistake. */
function tidied(
  { weight, howVerified, howVerifiedEn, providedByEn, appliesTo, ...rest }: Criterion,
  checks: string[],
): Criterion {
  const { kinds = [], categories = [] } = appliesTo ?? {};
  const scope = { ...(kinds.length > 0 && { kinds }), ...(categories.length > 0 && { categories }) };
  return {
    ...rest,
    checks,
    ...(rest.kind === 'scored' && weight !== undefined && { weight }),
    ...(howVerified?.trim() && { howVerified }),
    ...(howVerifiedEn?.trim() && { howVerifiedEn }),
    ...(providedByEn?.trim() && { providedByEn }),
    ...(Object.keys(scope).length > 0 && { appliesTo: scope }),
  };
}
