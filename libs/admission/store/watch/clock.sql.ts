import { statement } from '@xihuo/platform';

export const businessToday = statement<{ now: Date }>(
  'admission.watch_business_now',
  'select platform.business_now() as now',
);
