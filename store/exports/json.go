package exports

// This file writes the report document as JSON: model.Report, indented, in the order of its fields.

import (
	"encoding/json"
	"fmt"
	"io"

	"shortlist/model"
)

func writeJSON(w io.Writer, r model.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("write the report document: %w", err)
	}
	return nil
}
