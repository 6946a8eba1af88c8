export { reportStockState, type StockReport } from './actions/report-stock-state';
