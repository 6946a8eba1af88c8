import { applicationFile } from './zh-CN/application-file';
import { review } from './zh-CN/review';
import { reviewDesk } from './zh-CN/review-desk';
import { apply } from './zh-CN/apply';
import { channelForms } from './zh-CN/channel-forms';
import { channels } from './zh-CN/channels';
import { claims } from './zh-CN/claims';
import { grid } from './zh-CN/grid';
import { frame } from './zh-CN/frame';
import { benefit } from './zh-CN/benefit';
import { dues } from './zh-CN/dues';
import { accounts } from './zh-CN/accounts';
import { adjustments } from './zh-CN/adjustments';
import { invoices } from './zh-CN/invoices';
import { ledger } from './zh-CN/ledger';
import { outcome } from './zh-CN/outcome';
import { households } from './zh-CN/households';
import { payouts } from './zh-CN/payouts';
import { operations } from './zh-CN/operations';
import { people } from './zh-CN/people';
import { pricing } from './zh-CN/pricing';
import { products } from './zh-CN/products';
import { recognition } from './zh-CN/recognition';
import { reconciliation } from './zh-CN/reconciliation';
import { transfers } from './zh-CN/transfers';
import { search } from './zh-CN/search';
import { sending } from './zh-CN/sending';
import { settings } from './zh-CN/settings';
import { settlement } from './zh-CN/settlement';
import { standards } from './zh-CN/standards';
import { deliveries } from './zh-CN/deliveries';
import { lotFeedback } from './zh-CN/lot-feedback';
import { lots } from './zh-CN/lots';
import { recalls } from './zh-CN/recalls';
import { scale } from './zh-CN/scale';
import { supply } from './zh-CN/supply';
import { indications } from './zh-CN/indications';
import { labels } from './zh-CN/labels';
import { listing } from './zh-CN/listing';
import { ownMatters } from './zh-CN/own-matters';
import { dispute } from './zh-CN/dispute';
import { today } from './zh-CN/today';
import { trail } from './zh-CN/trail';
import { watching } from './zh-CN/watching';
import { watchingLists } from './zh-CN/watching-lists';
import { work } from './zh-CN/work';
import { deadLetters } from './zh-CN/dead-letters';
import { workRecords } from './zh-CN/work-records';

/** The console's words. These keys are the keys every other language must have. */
export const zh = {
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
} as const;
