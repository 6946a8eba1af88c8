import type { Translation } from '@xihuo/ui';
import { applicationFile } from './en/application-file';
import { review } from './en/review';
import { reviewDesk } from './en/review-desk';
import { apply } from './en/apply';
import { channelForms } from './en/channel-forms';
import { channels } from './en/channels';
import { claims } from './en/claims';
import { grid } from './en/grid';
import { frame } from './en/frame';
import { benefit } from './en/benefit';
import { dues } from './en/dues';
import { accounts } from './en/accounts';
import { adjustments } from './en/adjustments';
import { invoices } from './en/invoices';
import { ledger } from './en/ledger';
import { outcome } from './en/outcome';
import { households } from './en/households';
import { payouts } from './en/payouts';
import { operations } from './en/operations';
import { people } from './en/people';
import { pricing } from './en/pricing';
import { products } from './en/products';
import { recognition } from './en/recognition';
import { reconciliation } from './en/reconciliation';
import { transfers } from './en/transfers';
import { search } from './en/search';
import { sending } from './en/sending';
import { settings } from './en/settings';
import { settlement } from './en/settlement';
import { standards } from './en/standards';
import { deliveries } from './en/deliveries';
import { lotFeedback } from './en/lot-feedback';
import { lots } from './en/lots';
import { recalls } from './en/recalls';
import { scale } from './en/scale';
import { supply } from './en/supply';
import { indications } from './en/indications';
import { labels } from './en/labels';
import { listing } from './en/listing';
import { ownMatters } from './en/own-matters';
import { dispute } from './en/dispute';
import { today } from './en/today';
import { trail } from './en/trail';
import { watching } from './en/watching';
import { watchingLists } from './en/watching-lists';
import { work } from './en/work';
import { deadLetters } from './en/dead-letters';
import { workRecords } from './en/work-records';
import type { zh } from './zh-CN';

export const en: Translation<typeof zh> = {
  ...apply,
  ...households,
  ...ledger,
  ...outcome,
  ...benefit,
  ...dues,
  ...supply,
  ...scale,
  ...lotFeedback,
  ...lots,
  ...recalls,
  ...deliveries,
  ...indications,
  ...grid,
  ...labels,
  ...listing,
  ...frame,
  ...channelForms,
  ...channels,
  ...claims,
  ...work,
  ...deadLetters,
  ...workRecords,
  ...payouts,
  ...operations,
  ...people,
  ...adjustments,
  ...pricing,
  ...products,
  ...recognition,
  ...reconciliation,
  ...transfers,
  ...accounts,
  ...invoices,
  ...search,
  ...sending,
  ...settings,
  ...settlement,
  ...standards,
  ...watching,
  ...watchingLists,
  ...ownMatters,
  ...dispute,
  ...today,
  ...trail,
  ...review,
  ...applicationFile,
  ...reviewDesk,
};
