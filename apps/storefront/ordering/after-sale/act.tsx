import { Button, Dialog, TextArea, TextField } from '@xihuo/ui';
import { Fragment, useId, useState } from 'react';
import { useT } from '../../words';

/** What may be chosen where something is typed; anything else may be written too. */
interface Choice {
  value: string;
  label: string;
}

/** A step for which something is typed. */
export function Act({
  title,
  submit,
  fields,
  onSubmit,
  pending,
}: {
  title: string;
  submit: string;
  pending: boolean;
  fields: readonly { name: string; label: string; long?: true; max: number; choices?: readonly Choice[] }[];
  onSubmit: (values: Record<string, string>) => void;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const form = useId();
  const of = (name: string) => values[name]?.trim() ?? '';
  const press = () => {
    setTried(true);
    if (fields.every(({ name }) => of(name) !== '')) onSubmit(values);
  };
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog
        title={title}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button pending={pending} onClick={press}>
            {submit}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          {fields.map(({ name, label, long, max, choices }) => {
            const error = tried && of(name) === '' ? t('afterSale.missing') : null;
            const shared = { label, maxLength: max, value: values[name] ?? '', error };
            const change = (value: string) => setValues({ ...values, [name]: value });
            return long ? (
              <TextArea key={name} {...shared} onChange={(event) => change(event.target.value)} />
            ) : (
              <Fragment key={name}>
                <TextField
                  {...shared}
                  list={choices && `${form}-${name}`}
                  onChange={(event) => change(event.target.value)}
                />
                {choices && (
                  <datalist id={`${form}-${name}`}>
                    {choices.map((one) => (
                      <option key={one.value} {...one} />
                    ))}
                  </datalist>
                )}
              </Fragment>
            );
          })}
        </div>
      </Dialog>
    </>
  );
}
