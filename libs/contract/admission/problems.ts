export const admissionProblems = {
  SUPPLIER_NOT_IN_STANDING: { status: 409, zh: '该供应商当前不可销售', en: 'The supplier may not sell at present' },
} as const;
