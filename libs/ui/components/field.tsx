import { useEffect, useId, useRef, type ComponentProps, type ReactNode } from 'react';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** Shown beside the label of a field that may stay empty. */
  optional?: boolean;
  /** The label is for readers only: what the field is for can be seen from its value, as in a row of filters. */
  labelHidden?: boolean;
}

const control =
  'min-h-target w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-faint ' +
  'aria-invalid:border-2 aria-invalid:border-cinnabar disabled:bg-sunken disabled:text-ink-faint';

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, hint and error below, tied together by ids. */
function Field({
  label,
  hint,
  error,
  optional,
  labelHidden,
  id,
  children,
}: FieldProps & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const t = useUiT();
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={own} className={labelHidden ? 'sr-only' : 'font-medium'}>
        {label}
        {optional && <span className="ms-2 text-sm font-normal text-ink-faint">{t('ui.optional')}</span>}
      </label>
      {children({
        id: own,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${own}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${own}-error`} className="text-sm font-medium text-cinnabar">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  labelHidden,
  hint,
  error,
  optional,
  className,
  ...rest
}: FieldProps & ComponentProps<'input'>) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional} id={rest.id}>
      {(wiring) => <input required={!optional} {...rest} {...wiring} className={classes(control, className)} />}
    </Field>
  );
}

export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  optional,
  className,
  ...rest
}: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional} id={rest.id}>
      {(wiring) => (
        <textarea required={!optional} rows={3} {...rest} {...wiring} className={classes(control, className)} />
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** The platform's own select: on a phone its wheel or sheet beats anything drawn by a page, and it costs nothing. */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  optional,
  choices,
  placeholder,
  className,
  ...rest
}: FieldProps & Omit<ComponentProps<'select'>, 'children'> & { choices: readonly Choice[]; placeholder?: string }) {
  const t = useUiT();
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional} id={rest.id}>
      {(wiring) => (
        <select required={!optional} {...rest} {...wiring} className={classes(control, 'pe-1.5', className)}>
          <option value="">{placeholder ?? t('ui.choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Checkbox({
  children,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { hint?: ReactNode }) {
  const id = useId();
  return (
    <label className={classes('flex min-h-target cursor-pointer items-start gap-3 py-2.5', className)}>
      <input
        {...rest}
        type="checkbox"
        aria-describedby={hint ? id : undefined}
        className="mt-1 size-5 shrink-0 accent-green"
      />
      <span>
        {children}
        {hint && (
          <span id={id} className="block text-sm text-ink-faint">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

export interface FormFault {
  /** The id of the field, so that the summary can lead there. */
  field: string;
  message: string;
}

interface FormErrorsProps {
  faults: readonly FormFault[];
  /** Counts failed submits: each brings the eye and the keyboard here, while faults that come and go in typing do not. */
  attempt: number;
}

/** What is wrong, on top of the form, each line a link to its field. */
export function FormErrors({ faults, attempt }: FormErrorsProps) {
  const t = useUiT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md border-s-4 border-cinnabar bg-cinnabar-wash p-4">
      <p className="font-medium">{t('ui.formErrors')}</p>
      <ul className="mt-1 list-disc ps-5">
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a className="touch text-cinnabar underline underline-offset-4" href={`#${field}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
