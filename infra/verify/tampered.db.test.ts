import { any, first, more, mustBeFound, openExport, type Export, type Forgery, type Row } from './fixtures/forging';

jest.setTimeout(240_000);

let out: Export;
const isShare = (row: Row) => row.code!.startsWith('share.');
const isReleased = (row: Row) => row.state === 'released';

beforeAll(async () => void (out = await openExport()));
afterAll(() => out.close());

test.each<Forgery>([
  [
    'a share for somebody else',
    'shares',
    first(any, (row) => ({ ...row, payeeId: 'p-somebody' })),
    /is of p-somebody, its transfer went to/,
  ],
  [
    'a share under another agreement',
    'shares',
    first(any, (row) => ({ ...row, agreementId: 'p-another' })),
    /two agreements|agreement or kind than its shares/,
  ],
  [
    'a debt under another agreement',
    'obligations',
    first(
      (row) => row.fundedFen !== '0',
      (row) => ({ ...row, agreementId: 'p-another' }),
    ),
    /agreement or kind than its shares/,
  ],
  ['a share of another kind', 'shares', first(any, (row) => ({ ...row, kind: 'dividend' })), /its transfer is share\./],
  [
    'a share by another rule',
    'shares',
    first(any, (row) => ({ ...row, ruleVersion: 'benefit.fund@1' })),
    /its transfer was booked by/,
  ],
  [
    'a transfer to a household that has another account',
    'transfers',
    (rows) => {
      const [one, other] = [...new Set(rows.filter(isShare).map((row) => row.creditAccount))];
      return rows.map((row) =>
        isShare(row) ? { ...row, creditAccount: row.creditAccount === one ? other! : row.creditAccount! } : row,
      );
    },
    /trial balance/,
  ],
  ['a transfer by no rule', 'transfers', first(any, (row) => ({ ...row, ruleVersion: '' })), /which version/],
  [
    'a transfer slipped into a group',
    'transfers',
    (rows) => rows.map((row, at) => (at === 0 ? { ...row, groupId: rows.at(-1)!.groupId! } : row)),
    /with the others of its group/,
  ],
  [
    'a line settled by no rule',
    'settlement-lines',
    first(any, (row) => ({ ...row, ruleVersion: '' })),
    /by which version of which rule its fee was taken/,
  ],
  [
    'a statement that calls itself by an older rule, of which less is asked',
    'statements',
    first(any, (row) => ({ ...row, ruleVersion: 'settlement.run@1' })),
    /its run by settlement.run@2/,
  ],
  [
    'statements that all call themselves by an older rule',
    'statements',
    (rows) => rows.map((row) => ({ ...row, ruleVersion: 'settlement.run@1' })),
    /its run by settlement.run@2/,
  ],
  [
    'a run that goes to another day',
    'runs',
    first(any, (row) => ({ ...row, periodEnd: '2020-01-01' })),
    /which goes to 2020-01-01/,
  ],
  [
    'an order that was settled and is called unreleased',
    'supplier-orders',
    first(isReleased, (row) => ({ ...row, state: 'received', releasedOn: null })),
    /is received, and was settled/,
  ],
  [
    'an order released on no day',
    'supplier-orders',
    first(isReleased, (row) => ({ ...row, releasedOn: null })),
    /is released, and says no day/,
  ],
  [
    'an open order that is called cancelled, with what lies in clearing for it',
    'supplier-orders',
    first(
      (row) => row.state === 'received',
      (row) => ({ ...row, state: 'cancelled' }),
    ),
    /of it lies in clearing/,
  ],
  [
    'a refund under way that nobody asked for, to hide that something is missing',
    'refunds',
    (rows) => [...rows, { ...rows[0]!, id: 'p-new', state: 'requested' }],
    /of it lies in clearing/,
  ],
  [
    'a refund that is said to have arrived',
    'refunds',
    first(any, (row) => ({ ...row, state: 'succeeded' })),
    /went back, the ledger says/,
  ],
  [
    'an end of a dispute moved',
    'holds',
    first(any, (row) => ({ ...row, closedOn: null })),
    /by the ledger, ¥\d+\.\d\d by its lines/,
  ],
  ['a subsidy of one fen more', 'subsidies', first(any, more('amountFen')), /of subsidies for supplier/],
  ['a subsidy of which more came', 'subsidies', first(any, more('receivedFen')), /its receipts say/],
  ['a subsidy of which more went back', 'subsidies-back', first(any, more('withdrawnFen')), /what went back/],
  ['a subsidy of which more of what came went back', 'subsidies-back', first(any, more('paidFen')), /what went back/],
  ['a subsidy left out', 'subsidies', (rows) => rows.slice(1), /not there|of subsidies|to get/],
  [
    'a subsidy by another rule',
    'subsidies',
    first(any, (row) => ({ ...row, ruleVersion: 'subsidy.owe@9' })),
    /the ledger has another rule/,
  ],
  [
    'a receipt of one fen more',
    'receipts',
    first(any, (row) => more('bookedFen')(more('amountFen')(row))),
    /was booked, the ledger says/,
  ],
  ['a receipt left out', 'receipts', (rows) => rows.slice(1), /the receipts make/],
  [
    'a movement of the bank that was entered twice',
    'receipts',
    (rows) => [...rows, { ...rows[0]!, id: 'p-new' }],
    /there before/,
  ],
  ['a receipt that paid one fen more', 'subsidy-parts', first(any, more('amountFen')), /it paid/],
])('%s is found and named', (...forgery) => mustBeFound(out, forgery));
