export const benefitProblems = {
  AGREEMENT_NOT_IN_FORCE: { status: 409, zh: '协议不在有效期', en: 'No agreement in force covers this' },
  AGREEMENT_VOLUME_EXCEEDED: { status: 409, zh: '超过协议约定数量', en: 'More than the agreement allows' },
} as const;
