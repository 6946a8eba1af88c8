import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, exporting, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { viewHouseholdsBehind, viewIncome, viewSuppliersBehind, viewSuppliersByMonth } from '../actions/view-income';
import { viewSales, viewSoldLines } from '../actions/view-results';
import {
  incomeRowTable,
  incomeTable,
  salesTable,
  soldLineTable,
  supplierRowTable,
  supplierTable,
} from './result-tables';

/** What all of it came to; each caller reads the suppliers of the places that their roles hold in. */
@Controller()
export class ResultsController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /results/sales')
  @exporting.AsTable(salesTable)
  sales(
    @Input() { query }: InputOf<'GET /results/sales'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /results/sales'>> {
    return viewSales(this.database, caller.person?.grants ?? [], query);
  }

  @Handles('GET /results/orders')
  @exporting.AsTable(soldLineTable)
  lines(
    @Input() { query }: InputOf<'GET /results/orders'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /results/orders'>> {
    return viewSoldLines(this.database, caller.person?.grants ?? [], query);
  }

  @Handles('GET /results/income')
  @exporting.AsTable(incomeTable)
  income(
    @Input() { query }: InputOf<'GET /results/income'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /results/income'>> {
    return viewIncome(this.database, caller.person?.grants ?? [], query);
  }

  @Handles('GET /results/income/rows')
  @exporting.AsTable(incomeRowTable)
  householdsBehind(
    @Input() { query }: InputOf<'GET /results/income/rows'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /results/income/rows'>> {
    return viewHouseholdsBehind(this.database, caller.person?.grants ?? [], query);
  }

  @Handles('GET /results/suppliers')
  @exporting.AsTable(supplierTable)
  suppliers(
    @Input() { query }: InputOf<'GET /results/suppliers'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /results/suppliers'>> {
    return viewSuppliersByMonth(this.database, caller.person?.grants ?? [], query);
  }

  @Handles('GET /results/suppliers/rows')
  @exporting.AsTable(supplierRowTable)
  suppliersBehind(
    @Input() { query }: InputOf<'GET /results/suppliers/rows'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /results/suppliers/rows'>> {
    return viewSuppliersBehind(this.database, caller.person?.grants ?? [], query);
  }
}
