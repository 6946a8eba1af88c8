import type { states } from '@xihuo/kernel';

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'countyRecommended'
  | 'cityChecked'
  | 'provinceChecked'
  | 'underReview'
  | 'publicNotice'
  | 'certified'
  | 'correctionsRequested'
  | 'rejected'
  | 'withdrawn';

export type ApplicationEvent =
  | 'submit'
  | 'recommend'
  | 'checkCity'
  | 'checkProvince'
  | 'startReview'
  | 'publish'
  | 'certify'
  | 'requestCorrections'
  | 'resubmit'
  | 'reject'
  | 'withdraw';

/** The way of an application (design part 4). City and province checks are steps only where the standard has them. */
export const applicationStates: states.StateTable<ApplicationState, ApplicationEvent> = {
  initial: 'draft',
  table: {
    draft: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: {
      recommend: 'countyRecommended',
      requestCorrections: 'correctionsRequested',
      reject: 'rejected',
      withdraw: 'withdrawn',
    },
    countyRecommended: {
      checkCity: 'cityChecked',
      // Where the standard has no city, or the county hangs on its province directly.
      checkProvince: 'provinceChecked',
      startReview: 'underReview',
      requestCorrections: 'correctionsRequested',
      reject: 'rejected',
      withdraw: 'withdrawn',
    },
    cityChecked: {
      checkProvince: 'provinceChecked',
      startReview: 'underReview',
      requestCorrections: 'correctionsRequested',
      reject: 'rejected',
      withdraw: 'withdrawn',
    },
    provinceChecked: {
      startReview: 'underReview',
      requestCorrections: 'correctionsRequested',
      reject: 'rejected',
      withdraw: 'withdrawn',
    },
    underReview: {
      publish: 'publicNotice',
      requestCorrections: 'correctionsRequested',
      reject: 'rejected',
      withdraw: 'withdrawn',
    },
    // Sent back only where a machine held it after the notice: what was before the public is put right, and comes again.
    publicNotice: {
      ...{ certify: 'certified', reject: 'rejected', withdraw: 'withdrawn' },
      requestCorrections: 'correctionsRequested',
    },
    certified: {},
    correctionsRequested: { resubmit: 'submitted', withdraw: 'withdrawn' },
    rejected: {},
    withdrawn: {},
  },
};
