import { Badge, Button, Card } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { useDossierSections, type Dossier, type DossierField } from './dossier-fields';
import { PaperView } from './paper-view';

/** What was handed in, field by field; beside what changed stands what the approved version says. */
export function DossierContent({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const sectionsOf = useDossierSections(dossier.county);
  const [paper, setPaper] = useState<DossierField | null>(null);
  const before = new Map(
    (dossier.before ? sectionsOf(dossier.before) : []).flatMap(({ fields }) =>
      fields.map((field) => [field.pointer, field]),
    ),
  );
  const noteOf = (pointer: string) => dossier.corrections.find((one) => one.pointer === pointer)?.note;
  return (
    <>
      {paper?.paper && (
        <div className="lg:sticky lg:top-4 lg:z-10">
          <PaperView key={paper.paper} fileId={paper.paper} title={paper.label} onClose={() => setPaper(null)} />
        </div>
      )}
      <Card
        title={t('dossier.content')}
        aside={
          dossier.before && <Badge tone="info">{t('dossier.changes', { count: changedFields(dossier.changed) })}</Badge>
        }
      >
        <div className="flex flex-col gap-6">
          {sectionsOf(dossier).map(({ id, title, fields }) => {
            const changedAt = ({ pointer }: DossierField) =>
              dossier.before !== null && isChanged(pointer, dossier.changed);
            const told = fields.filter((field) => field.value !== null || changedAt(field) || noteOf(field.pointer));
            const empty = fields.filter((field) => !told.includes(field)).map(({ label }) => label);
            return (
              <section key={id}>
                <h3 className="mb-1 font-medium">{title}</h3>
                <dl className="divide-y divide-line">
                  {told.map((field) => (
                    <FieldRow
                      key={field.pointer}
                      field={field}
                      before={before.get(field.pointer)}
                      changed={changedAt(field)}
                      correction={noteOf(field.pointer)}
                      onPaper={() => setPaper(field)}
                    />
                  ))}
                </dl>
                {empty.length > 0 && (
                  <p className="pt-1 text-sm text-ink-faint">
                    {t('dossier.notSaidThese', { fields: empty.join(t('standard.and')) })}
                  </p>
                )}
              </section>
            );
          })}
        </div>
      </Card>
    </>
  );
}

interface FieldRowProps {
  field: DossierField;
  before: DossierField | undefined;
  changed: boolean;
  correction: string | undefined;
  onPaper: () => void;
}

function FieldRow({ field, before, changed, correction, onPaper }: FieldRowProps) {
  const t = useT();
  return (
    <div className="grid gap-x-5 py-2 sm:grid-cols-[11em_1fr]">
      <dt className="text-ink-faint">{field.label}</dt>
      <dd className="min-w-0">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span className={field.value === null ? 'text-ink-faint' : ''}>{field.value ?? t('dossier.notSaid')}</span>
          {changed && <Badge tone="attention">{t('dossier.changed')}</Badge>}
          {field.paper !== null && (
            <Button look="quiet" size="small" className="-my-2" onClick={onPaper}>
              {t('paper.open')}
            </Button>
          )}
        </span>
        {changed && before?.value !== field.value && (
          <span className="block text-sm text-ink-faint">
            {before?.value ? <del>{before.value}</del> : t('dossier.wasEmpty')}
          </span>
        )}
        {correction && (
          <p className="text-sm text-amber">
            {t('dossier.toCorrect')}
            {correction}
          </p>
        )}
      </dd>
    </div>
  );
}

/** A field is changed where anything in it is, and where the whole it stands in came or went. */
export function isChanged(pointer: string, changed: readonly string[]): boolean {
  return changed.some(
    (one) => one === pointer || one.startsWith(`${pointer}/`) || pointer.startsWith(`${one}/`) || one === '/',
  );
}

/** Counted by what people call a field: `/form/testReport/number` and `/form/testReport/fileId` are one. */
function changedFields(changed: readonly string[]): number {
  return new Set(changed.map((pointer) => pointer.split('/').slice(0, 3).join('/'))).size;
}
