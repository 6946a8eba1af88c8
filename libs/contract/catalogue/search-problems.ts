export const searchProblems = {
  SYNONYM_TAKEN: {
    status: 409,
    zh: '其中有词已在另一组同义词里',
    en: 'One of the words stands in another group already',
  },
  INDICATION_TAKEN: {
    status: 409,
    zh: '登记里已有这个名称',
    en: 'The register has this name already',
  },
} as const;
