import { Button, Card, Checkbox, Dialog, NumberStepper, Select, TextArea, TextField, TextLink, toast } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';

const LOOKS = ['primary', 'accent', 'secondary', 'quiet', 'danger'] as const;

function Question() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('components.dialog')}
      </Button>
      <Dialog
        title={t('components.dialog.title')}
        open={open}
        onClose={close}
        kind="alertdialog"
        actions={
          <>
            <Button look="secondary" onClick={close}>
              {t('components.dialog.keep')}
            </Button>
            <Button look="danger" onClick={close}>
              {t('components.button.danger')}
            </Button>
          </>
        }
      >
        {t('components.dialog.text')}
      </Dialog>
    </>
  );
}

/** What is pressed. */
export function Acting() {
  const t = useT();
  return (
    <Card title={t('components.buttons')}>
      <div className="flex flex-wrap items-center gap-3">
        {LOOKS.map((look) => (
          <Button key={look} look={look}>
            {t(`components.button.${look}`)}
          </Button>
        ))}
        <Button pending>{t('components.button.pending')}</Button>
        <Button size="large">{t('components.button.primary')}</Button>
        <Button size="small" look="secondary">
          {t('components.button.secondary')}
        </Button>
        <TextLink to="/lots">{t('components.link')}</TextLink>
        <Button look="secondary" onClick={() => toast(t('components.toast.said'))}>
          {t('components.toast')}
        </Button>
        <Question />
      </div>
    </Card>
  );
}

/** What is filled in. */
export function Filling() {
  const t = useT();
  const [packs, setPacks] = useState(2);
  return (
    <Card title={t('components.fields')}>
      <div className="flex flex-col gap-4">
        <TextField label={t('components.field.name')} hint={t('components.field.nameHint')} />
        <TextField
          label={t('components.field.phone')}
          error={t('components.field.phoneError')}
          defaultValue="139"
          inputMode="tel"
        />
        <Select
          optional
          label={t('components.field.region')}
          choices={[
            { value: '62', label: '甘肃省' },
            { value: '45', label: '广西壮族自治区' },
          ]}
        />
        <TextArea optional label={t('components.field.note')} />
        <Checkbox>{t('components.field.consent')}</Checkbox>
        <NumberStepper label={t('components.field.packs')} value={packs} onChange={setPacks} max={9} />
      </div>
    </Card>
  );
}
