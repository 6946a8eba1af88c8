import { Button, Dialog, LinkButton } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { FacetPanel } from './facet-panel';
import type { Facets } from './use-facets';
import type { Filters } from './use-filters';

/** The filters on phones: a sheet from below, its button says what one will see. */
export function FilterSheet({ filters, facets, used }: { filters: Filters; facets: Facets | undefined; used: number }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const count = facets?.total ?? 0;
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {used > 0 ? t('facet.openUsed', { count: used }) : t('facet.open')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('filter.label')}
        actions={
          <>
            <LinkButton look="quiet" to={clearedPath(filters)}>
              {t('filter.clear')}
            </LinkButton>
            <Button onClick={() => setOpen(false)}>
              {t(facets?.exact === false ? 'facet.showAbout' : 'facet.show', { count })}
            </Button>
          </>
        }
      >
        {facets && <FacetPanel filters={filters} facets={facets} />}
      </Dialog>
    </>
  );
}

/** Without any filter, but for the same words. */
const clearedPath = ({ query }: Filters): string =>
  query.q ? `/products?${new URLSearchParams({ q: query.q }).toString()}` : '/products';
