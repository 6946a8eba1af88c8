import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { useT } from '../words';
import { HouseholdAreas } from './households-page';
import { OutsideList } from './outside-list';

const STATES = ['recorded', 'witnessed', 'contested', 'confirmed', 'lapsed', 'withdrawn'] as const;

/** Payments past the platform: nobody is paid twice, and only the household says that it was paid. */
export function OutsidePaymentsPage() {
  const t = useT();
  const state = useView('state', STATES);
  return (
    <Page title={t('outside.list')} lead={t('outside.lead')}>
      <HouseholdAreas />
      <Views
        name="state"
        label={t('outside.views')}
        views={[{ value: '', word: t('list.all') }, ...STATES.map((value) => ({ value, word: t(`outside.${value}`) }))]}
      />
      <OutsideList query={state ? { state } : {}} />
    </Page>
  );
}
