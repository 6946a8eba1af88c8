import { Badge } from '@xihuo/ui';
import { useT } from '../words';
import type { KeptAddress } from './kept-address';

/** 138 0000 0000 as it is shown in lists: the own phone is known by its ends. */
const masked = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** An address of the book in three lines: who, what it is called, where. */
export function AddressLines({ address }: { address: KeptAddress }) {
  const t = useT();
  const { delivery, regionName, tag, isDefault } = address;
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span lang="zh-CN" className="font-medium">
          {delivery.name}
        </span>
        <span className="numeric text-ink-soft">{masked(delivery.phone)}</span>
        {isDefault && <Badge tone="good">{t('book.default')}</Badge>}
        {tag && <Badge>{t(`book.tag.${tag}`)}</Badge>}
      </span>
      <span lang="zh-CN" className="break-words text-ink-soft">
        {regionName}
        {delivery.address}
      </span>
    </span>
  );
}
