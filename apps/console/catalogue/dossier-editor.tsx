import { Button, Card, Select, TextField } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Entries } from '../admission/apply/steps/entries';
import { CountyField } from '../frame/county-field';
import { useT } from '../words';
import {
  emptyGroup,
  GROUPS,
  LISTS,
  type DossierDraft,
  type GroupName,
  type ListName,
  type Typed,
} from './dossier-draft';
import { GroupFields, type ProductKey } from './group-fields';
import { fenOf } from './yuan';

interface EditorProps {
  product: ProductKey;
  typed: Typed;
  corrections: DossierDraft['corrections'];
  onChange: (typed: Typed) => void;
}

/** What the reviewer asked of a field, or of the group it stands in. */
const noteIn = (corrections: DossierDraft['corrections']) => (pointer: string) =>
  corrections.find((one) => one.pointer === pointer || one.pointer === `/form${pointer}`)?.note ?? null;

function Section({ title, note, children }: { title: string; note: string | null; children: ReactNode }) {
  const t = useT();
  return (
    <Card title={title}>
      {note && <p className="mb-3 text-sm font-medium text-cinnabar">{t('apply.correctionAt', { note })}</p>}
      {children}
    </Card>
  );
}

function GroupSection({ name, product, typed, corrections, onChange }: EditorProps & { name: GroupName }) {
  const t = useT();
  const noteAt = noteIn(corrections);
  return (
    <Section title={t(`dossierForm.${name}`)} note={noteAt(`/${name}`)}>
      <GroupFields
        product={product}
        pointer={`/${name}`}
        specs={GROUPS[name]}
        value={typed.groups[name]}
        wordOf={(field) => t(`dossierCell.${field}` as 'dossierCell.number')}
        noteAt={noteAt}
        onChange={(value) => onChange({ ...typed, groups: { ...typed.groups, [name]: value } })}
      />
    </Section>
  );
}

const CHOICES: Record<ListName, 'originEvidence' | 'qualityMark'> = {
  originEvidence: 'originEvidence',
  marks: 'qualityMark',
};
const MOST: Record<ListName, number> = { originEvidence: 10, marks: 6 };

function ListSection({ name, product, typed, corrections, onChange }: EditorProps & { name: ListName }) {
  const t = useT();
  const noteAt = noteIn(corrections);
  const entries = typed.lists[name];
  const set = (next: Typed['lists'][ListName]) => onChange({ ...typed, lists: { ...typed.lists, [name]: next } });
  return (
    <Section title={t(`dossierForm.${name}`)} note={noteAt(`/${name}`)}>
      <Entries
        title={t(`dossierForm.${name}Text`)}
        empty={t('dossierForm.noEntry')}
        entries={entries}
        name={(at) => t('dossierForm.nth', { nth: at + 1 })}
        onRemove={(at) => set(entries.filter((_, index) => index !== at))}
        add={
          entries.length < MOST[name] && (
            <Button look="secondary" onClick={() => set([...entries, emptyGroup(LISTS[name])])}>
              {t('dossierForm.add')}
            </Button>
          )
        }
      >
        {(entry, at) => (
          <>
            {noteAt(`/${name}/${at}`) && (
              <p className="text-sm font-medium text-cinnabar">
                {t('apply.correctionAt', { note: noteAt(`/${name}/${at}`)! })}
              </p>
            )}
            <GroupFields
              product={product}
              pointer={`/${name}/${at}`}
              specs={LISTS[name]}
              value={entry}
              wordOf={(field) => t(`dossierCell.${field}` as 'dossierCell.number')}
              choiceWord={(value) => t(`${CHOICES[name]}.${value}` as 'originEvidence.baseRecord')}
              noteAt={noteAt}
              onChange={(value) => set(entries.map((one, index) => (index === at ? value : one)))}
            />
          </>
        )}
      </Entries>
    </Section>
  );
}

function Basics({ typed, corrections, onChange }: EditorProps) {
  const t = useT();
  const noteAt = noteIn(corrections);
  const set = (some: Partial<Typed>) => onChange({ ...typed, ...some });
  const text = (name: 'operationLicence' | 'brand' | 'trademarkNumber', label: string, hint?: string) => (
    <TextField
      id={name}
      label={label}
      optional
      hint={hint}
      maxLength={60}
      value={typed[name]}
      error={noteAt(`/${name}`)}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <Section title={t('dossierForm.basics')} note={null}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Select
          label={t('dossier.packaging')}
          value={typed.packaging}
          error={noteAt('/packaging')}
          choices={(['loose', 'prepackaged'] as const).map((value) => ({ value, label: t(`packaging.${value}`) }))}
          onChange={(event) => set({ packaging: event.target.value })}
        />
        <TextField
          label={t('dossierForm.annualYuan')}
          optional
          inputMode="decimal"
          className="numeric"
          maxLength={15}
          value={typed.annualYuan}
          error={
            typed.annualYuan !== '' && fenOf(typed.annualYuan) === null
              ? t('ownProducts.priceMalformed')
              : noteAt('/annualValue')
          }
          onChange={(event) => set({ annualYuan: event.target.value })}
        />
        <div className="sm:col-span-2">
          <CountyField
            label={t('dossierForm.producedIn')}
            value={typed.producedInCounty}
            error={noteAt('/producedInCounty')}
            onChange={(producedInCounty) => set({ producedInCounty })}
          />
        </div>
        <div className="sm:col-span-2">
          <CountyField
            label={t('dossierForm.rawMaterial')}
            value={typed.rawMaterialCounty}
            error={noteAt('/rawMaterialCounty')}
            onChange={(rawMaterialCounty) => set({ rawMaterialCounty })}
          />
        </div>
        {text('operationLicence', t('dossier.operationLicence'), t('apply.licences.operationHint'))}
        {text('brand', t('dossier.brand'))}
        {text('trademarkNumber', t('dossier.trademark'))}
      </div>
    </Section>
  );
}

/** The dossier as its supplier writes it. */
export function DossierEditor(props: EditorProps) {
  return (
    <div className="flex flex-col gap-5">
      <Basics {...props} />
      <ListSection {...props} name="originEvidence" />
      <GroupSection {...props} name="foodLicence" />
      <GroupSection {...props} name="testReport" />
      <ListSection {...props} name="marks" />
      <GroupSection {...props} name="label" />
      <GroupSection {...props} name="afterSale" />
    </div>
  );
}
