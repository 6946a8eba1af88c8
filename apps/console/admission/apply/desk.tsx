import { createContext, useContext, type ReactNode } from 'react';
import type { Output } from '@xihuo/ui';
import { useLocale } from '@xihuo/ui';
import { inLanguage } from '../../frame/in-language';
import { useT } from '../../words';
import { emptySteps, fieldId, type ApplicationFile, type Form, type FormStep, type OwnApplication } from './file';
import type { Draft } from './use-draft';

export type Said = Output<'POST /admission/checks'>['data'][number];
type Steps = Required<Form>;

export interface Desk {
  file: ApplicationFile;
  own: OwnApplication;
  draft: Draft;
}

export const DeskContext = createContext<Desk | null>(null);

/** What lies on the applicant's desk: only inside the wizard. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('there is no application open here');
  return desk;
}

/** A step as it stands, and how to change some of it. */
export function useStep<Step extends Exclude<FormStep, 'products'>>(step: Step) {
  const { draft, own } = useDesk();
  const value = (draft.form[step] ?? emptySteps(own)[step]) as Steps[Step];
  const change = (some: Partial<Steps[Step]>) => draft.change(step, { ...value, ...some });
  return [value, change] as const;
}

export function useProducts() {
  const { draft } = useDesk();
  return [draft.form.products ?? [], (products: Steps['products']) => draft.change('products', products)] as const;
}

/** What a machine says of a field while it is typed: green where it holds, amber where it may be meant otherwise. */
function SaidHint({ said, hint }: { said: readonly Said[]; hint: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      {hint}
      {said.map(({ result, sentence }, index) => (
        <span key={index} className={`block ${result === 'pass' ? 'text-green' : 'text-amber'}`}>
          {result === 'pass' ? '✓ ' : ''}
          {t('apply.machine', { sentence: inLanguage(sentence, locale) })}
        </span>
      ))}
    </>
  );
}

/**
 * Ties a field to its pointer: the id that jumps lead to, the correction asked of it, what the server refused in it, and what the
 * machine says of it.
 */
export function useField() {
  const t = useT();
  const locale = useLocale();
  const { file, draft } = useDesk();
  return (pointer: string, { said = [], hint }: { said?: readonly Said[]; hint?: ReactNode } = {}) => {
    const refused = draft.problem?.errors.find((error) => error.pointer === `/body${pointer}`)?.message;
    const asked = file.correction?.fields.find((field) => field.pointer === pointer)?.note;
    const failed = said.find(({ result }) => result === 'fail');
    const rest = said.filter((one) => one !== failed);
    return {
      id: fieldId(pointer),
      error:
        refused ??
        (failed ? t('apply.machine', { sentence: inLanguage(failed.sentence, locale) }) : undefined) ??
        (asked === undefined ? undefined : t('apply.correctionAt', { note: asked })),
      hint: rest.length > 0 || hint ? <SaidHint said={rest} hint={hint} /> : undefined,
    };
  };
}
