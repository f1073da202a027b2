// Package xlsxtest tries the reader of workbooks on files that another library writes.
//
// Its one rule: it holds tests only, and stands apart because that library is large: in the package of the reader it
// would slow every fuzz target down.
package xlsxtest
