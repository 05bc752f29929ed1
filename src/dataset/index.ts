export type {
  ColumnMapping,
  DataColumn,
  DataRelation,
  DataSet,
  DataTable,
  DataType,
  DataValue,
  RowChange,
  RowError,
  UniqueKey,
  UntypedTables,
} from "./data-set.js";
export { type DataSetContent, readDataSet, readDataTable } from "./read/read.js";
export {
  type DataColumnSource,
  type DataSetSource,
  type DataTableSource,
  type WrittenDataSet,
  writeDataSet,
  writeDataTable,
} from "./write/write.js";
