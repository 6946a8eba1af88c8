import { Button } from '@xihuo/ui';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../words';
import type { Facets } from './use-facets';
import type { Filters } from './use-filters';

/** Only phones have it, and only who presses the button: not every list brings a dialog along. */
const FilterDialog = lazy(() => import('./filter-dialog'));

/** The filters on phones: a sheet from below. */
export function FilterSheet({ filters, facets, used }: { filters: Filters; facets: Facets | undefined; used: number }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  // Once it is there it stays, so that it closes as softly as it came.
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        look="secondary"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        {used > 0 ? t('facet.openUsed', { count: used }) : t('facet.open')}
      </Button>
      {wanted && (
        <Suspense>
          <FilterDialog {...{ filters, facets, open }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
