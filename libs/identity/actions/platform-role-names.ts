import type { Role } from '@xihuo/contract';

/** Roles of the platform as messages name them. */
export const PLATFORM_ROLE_NAMES: Readonly<Record<string, { zh: string; en: string }>> & {
  readonly [R in Extract<Role, 'operator' | 'reviewer' | 'auditor' | 'finance' | 'mediator'>]: {
    zh: string;
    en: string;
  };
} = {
  operator: { zh: '运营', en: 'operator' },
  reviewer: { zh: '审核', en: 'reviewer' },
  auditor: { zh: '审计', en: 'auditor' },
  finance: { zh: '财务', en: 'finance' },
  mediator: { zh: '调解', en: 'mediator' },
};
