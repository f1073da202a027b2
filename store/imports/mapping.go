package imports

import (
	"shortlist/model"
)

// fieldsByMapping gives the field of each column as a mapping says: by place and name together, else by name.
func fieldsByMapping(header []string, m model.Mapping) []string {
	out := make([]string, len(header))
	used := make([]bool, len(m.Columns))
	take := func(fits func(i int, c model.MappedColumn) bool) {
		for i := range header {
			for j, c := range m.Columns {
				if out[i] == "" && !used[j] && fits(i, c) {
					out[i], used[j] = columnName(c.Field), true
				}
			}
		}
	}
	take(func(i int, c model.MappedColumn) bool {
		return c.Place == i+1 && nameKey(c.Column) == nameKey(header[i])
	})
	take(func(i int, c model.MappedColumn) bool {
		return nameKey(c.Column) == nameKey(header[i])
	})
	return out
}
