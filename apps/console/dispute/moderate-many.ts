import { actForMany } from '../frame/bulk/act-many';
import type { BulkAct } from '../frame/bulk/bulk-bar';
import { useT } from '../words';
import { hidingOf, useGroundFields } from './grounds';

interface Moderated<Row> {
  hide: 'POST /moderation/reviews/{id}/hiding' | 'POST /moderation/questions/{id}/hiding';
  show: 'POST /moderation/reviews/{id}/showing' | 'POST /moderation/questions/{id}/showing';
  /** What follows from hiding. */
  lead: string;
  name: (row: Row) => string;
  /** Where a row is looked at. */
  to: string;
}

/** A wave of the same words is answered once: hidden or shown together, each with its own notice and its own trail. */
export function useModerateMany<Row extends { id: string; hidden: string | null }>(
  of: Moderated<Row>,
): readonly BulkAct<Row>[] {
  const t = useT();
  const rows = { rowKey: (row: Row) => row.id, name: of.name, to: () => of.to };
  return [
    actForMany({
      route: of.hide,
      ...{ word: t('reviews.hide'), lead: () => of.lead, look: 'danger', fields: useGroundFields() },
      can: (row: Row) => row.hidden === null,
      ...rows,
      input: ({ id }, values) => ({ params: { id }, body: hidingOf(values) }),
    }),
    actForMany({
      route: of.show,
      ...{ word: t('reviews.show'), lead: () => t('reviews.show.lead'), fields: [] },
      can: (row: Row) => row.hidden !== null,
      ...rows,
      input: ({ id }) => ({ params: { id }, body: {} }),
    }),
  ];
}
