import { Button, Dialog, LinkButton } from '@xihuo/ui';
import { useT } from '../../words';
import { FacetPanel } from './facet-panel';
import type { Facets } from './use-facets';
import type { Filters } from './use-filters';

interface FilterDialogProps {
  filters: Filters;
  facets: Facets | undefined;
  open: boolean;
  onClose: () => void;
}

/** The filters in a sheet from below; its button says what one will see. */
export default function FilterDialog({ filters, facets, open, onClose }: FilterDialogProps) {
  const t = useT();
  const count = facets?.total ?? 0;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('filter.label')}
      actions={
        <>
          <LinkButton look="quiet" to={clearedPath(filters)}>
            {t('filter.clear')}
          </LinkButton>
          <Button onClick={onClose}>{t(facets?.exact === false ? 'facet.showAbout' : 'facet.show', { count })}</Button>
        </>
      }
    >
      {facets && <FacetPanel filters={filters} facets={facets} />}
    </Dialog>
  );
}

/** Without any filter, but for the same words. */
const clearedPath = ({ query }: Filters): string =>
  query.q ? `/products?${new URLSearchParams({ q: query.q }).toString()}` : '/products';
