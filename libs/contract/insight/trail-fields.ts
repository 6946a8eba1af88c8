/** What a value that the trail keeps is, for whoever writes it out. */
export const TRAIL_KINDS = [
  ...(['money', 'number', 'share', 'state', 'word', 'text', 'place', 'day', 'moment', 'yes', 'rule'] as const),
] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

/**
 * What histories tell of what was changed, by the name that the trail keeps it under, and nothing else of it: ids, hashes, papers,
 * accounts, phones and whatever people are called are told by none. What is kept for each of many, as prices by pack, is told one by one.
 */
export const TRAIL_FIELDS = {
  state: 'state',
  ...{
    pricesFen: 'money',
    amountFen: 'money',
    heldFen: 'money',
    offerFen: 'money',
    refundFen: 'money',
    fen: 'money',
    gross: 'money',
  },
  ...{ declaredFen: 'money', byVolumeFen: 'money', thresholdFen: 'money', reductionFen: 'money', leastBp: 'share' },
  ...{ onHand: 'number', minimumOrderPacks: 'number', orderStepPacks: 'number', shelfLifeDays: 'number' },
  ...{ shelves: 'number', lines: 'number', shards: 'number', items: 'number', voided: 'number', parts: 'number' },
  ...{ members: 'number', entries: 'number', departures: 'number', samples: 'number', sampleSize: 'number' },
  ...{ packsRecovered: 'number', packs: 'number', barMonths: 'number', days: 'number', percentBp: 'share' },
  // What is weighed and worked, and what an agreement says of it.
  ...{ grams: 'number', grade: 'word', pieces: 'number', floorFenPerKg: 'money', premiumFenPerKg: 'money' },
  ...{ contractedGrams: 'number', capGramsPerYear: 'number', capGramsPerLot: 'number', priority: 'number' },
  ...{
    rebateBp: 'share',
    dailyWageFen: 'money',
    pieceRateFen: 'money',
    pieceName: 'text',
    productName: 'text',
    workDaysPerYear: 'number',
  },
  ...{ shares: 'number', landMu: 'text', rentFenPerMu: 'money', deliveredOn: 'day', effectiveTo: 'day' },
  // How an organisation buys on terms, and what sending costs by place.
  ...{ payerKind: 'word', payment: 'word', termDays: 'number', contractReference: 'text', creditLimitFen: 'money' },
  ...{
    assumedGrams: 'number',
    'ambient.firstFen': 'money',
    'ambient.stepFen': 'money',
    'ambient.freeFromFen': 'money',
  },
  ...{ 'chilled.firstFen': 'money', 'chilled.stepFen': 'money', 'chilled.freeFromFen': 'money' },
  ...{ 'frozen.firstFen': 'money', 'frozen.stepFen': 'money', 'frozen.freeFromFen': 'money' },
  ...{ gtin: 'text', articleNumber: 'text', options: 'text', areas: 'place', words: 'text', slug: 'text' },
  ...{ 'name.zh': 'text', 'name.en': 'text', 'story.zh': 'text', 'story.en': 'text', source: 'text', number: 'text' },
  ...{
    holder: 'text',
    kinds: 'text',
    markNumber: 'text',
    place: 'text',
    address: 'text',
    nameEn: 'text',
    scClass: 'text',
  },
  ...{ category: 'word', storage: 'word', role: 'word' },
  ...{ regionCode: 'place', eastCode: 'place', westCode: 'place', hostCode: 'place', jurisdiction: 'place' },
  ...{ startsOn: 'day', endsOn: 'day', signUpBy: 'day', validFrom: 'day', validUntil: 'day', effectiveFrom: 'day' },
  ...{ dueOn: 'day', until: 'day', deadline: 'day', plannedOn: 'day', visitedOn: 'day', issuedOn: 'day' },
  ...{ receivedOn: 'day', periodEnd: 'day', noticeUntil: 'day', startsAt: 'moment', endsAt: 'moment' },
  ...{ releaseDue: 'moment', ownAccount: 'yes', pickup: 'yes' },
  ...{ value: 'rule', declined: 'rule', discounts: 'rule' },
} as const satisfies Record<string, TrailKind>;
export type TrailField = keyof typeof TRAIL_FIELDS;

/** What a reviewer says and does about an application before it is decided; a note would say it too. */
export const JUDGEMENTS = ['review.declare', 'review.tick', 'review.release', 'review.decide', 'note.add'] as const;
