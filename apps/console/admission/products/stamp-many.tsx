import type { Output } from '@xihuo/ui';
import { actForMany } from '../../frame/bulk/act-many';
import type { BulkAct } from '../../frame/bulk/bulk-bar';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { DEPARTMENTS } from '../review/case';

type Entry = Output<'GET /admission/recognitions'>['data'][number];

const ROLES = { agriculture: 'countyAgriculture', revitalisation: 'countyRevitalisation' } as const;

/** A county's department stamps several under its one seal; what was handed in anew meanwhile is refused by itself. */
export function useStampActs(): readonly BulkAct<Entry>[] | undefined {
  const t = useT();
  const me = useMe();
  const own = DEPARTMENTS.filter((department) => hasRole(me, [ROLES[department]]));
  if (!hasRole(me, ['countyAgriculture', 'countyRevitalisation'])) return undefined;
  return own.map((department) =>
    actForMany({
      route: 'POST /admission/recognitions/{id}/stamp',
      id: department,
      word:
        own.length === 1
          ? t('recognition.act.stamp')
          : t('recognition.stampAs', { department: t(`department.${department}`) }),
      lead: () => t('recognition.stampText'),
      fields: [
        {
          ...{ name: 'sealNumber', kind: 'text', label: t('recognition.seal'), hint: t('recognition.sealHint') },
          most: 40,
        },
        {
          ...{ name: 'opinion', kind: 'area', label: t('recognition.opinion'), hint: t('recognition.opinionHint') },
          ...{ least: 4, most: 1000 },
        },
      ],
      can: (row: Entry) => row.state === 'submitted',
      rowKey: (row) => row.id,
      name: ({ product, supplier }) => `${product.name} · ${supplier.name}`,
      to: ({ id }) => `/admission/recognitions/${id}`,
      input: ({ id, version }, { sealNumber = '', opinion = '' }) => ({
        params: { id },
        version,
        body: { department, sealNumber: sealNumber.trim(), opinion: opinion.trim() },
      }),
    }),
  );
}
