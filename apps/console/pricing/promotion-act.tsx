import { type Output } from '@xihuo/ui';
import { useSay } from '../admission/watching/today';
import { useSave } from '../catalogue/channels/parts';
import { ActDialog, ReasonAct } from '../frame/act-dialog';
import { useT } from '../words';

export type Promotion = Output<'GET /promotions'>['data'][number];

interface ActProps {
  promotion: Promotion;
  /** Whose it is; null: the platform's. */
  supplierId: string | null;
  onClose: () => void;
}

/** Publishes a promotion, once it was read what follows from it: its terms do not change afterwards. */
export function PublishPromotion({ promotion: { id, name }, supplierId, onClose }: ActProps) {
  const t = useT();
  const say = useSay();
  const own = useSave('POST /suppliers/{supplierId}/promotions/{id}/publish', t('promotion.published'));
  const platform = useSave('POST /promotions/{id}/publish', t('promotion.published'));
  const done = { onSuccess: onClose };
  return (
    <ActDialog
      title={t('promotion.publishOf', { name: say(name) })}
      submit={t('promotion.publish')}
      text={t('promotion.publishText')}
      pending={own.isPending || platform.isPending}
      problem={own.error ?? platform.error}
      onSubmit={() => {
        if (supplierId === null) platform.mutate({ params: { id } }, done);
        else own.mutate({ params: { supplierId, id } }, done);
      }}
      onClose={onClose}
    />
  );
}

/** What buyers lose by it. */
const endText = ({ state, kind }: Promotion) =>
  state === 'draft' ? 'promotion.dropText' : kind === 'coupon' ? 'promotion.endCouponText' : 'promotion.endText';

/** Ends a promotion before its time, or a draft that comes to nothing, and keeps why. */
export function EndPromotion({ promotion, supplierId, onClose }: ActProps) {
  const t = useT();
  const say = useSay();
  const own = useSave('POST /suppliers/{supplierId}/promotions/{id}/end', t('promotion.isEnded'));
  const platform = useSave('POST /promotions/{id}/end', t('promotion.isEnded'));
  const { id, name } = promotion;
  const done = { onSuccess: onClose };
  return (
    <ReasonAct
      title={t('promotion.endOf', { name: say(name) })}
      submit={t('promotion.end')}
      look="danger"
      text={t(endText(promotion))}
      label={t('promotion.endReason')}
      most={500}
      pending={own.isPending || platform.isPending}
      problem={own.error ?? platform.error}
      onSubmit={(reason) => {
        if (supplierId === null) platform.mutate({ params: { id }, body: { reason } }, done);
        else own.mutate({ params: { supplierId, id }, body: { reason } }, done);
      }}
      onClose={onClose}
    />
  );
}
