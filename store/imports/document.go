package imports

import "strings"

// This file reads a document of a candidate, such as a curriculum vitae, as plain text.

// MaxDocument is the size of the largest document that is read, in bytes.
const MaxDocument = 24 << 20

// DocumentText is the text of a document in any format of postings: plain text, a web page, a Word document, a PDF.
// Name is only used in messages. *RefusedError if the document is empty, too large, locked, damaged, or holds no text.
func DocumentText(name string, data []byte) (string, error) {
	if len(data) > MaxDocument {
		return "", refuse("%s is larger than %d MB; attach a smaller copy of it, without pictures", shown(name), MaxDocument>>20)
	}
	for _, f := range postingFormats {
		if len(data) == 0 || !f.recognises(data) {
			continue
		}
		text, err := f.read(name, data)
		if err != nil {
			return "", err
		}
		if strings.TrimSpace(text) == "" {
			break
		}
		return text, nil
	}
	if strings.TrimSpace(string(data[:min(len(data), 4096)])) == "" {
		return "", refuse("%s is empty; save the document again and check that the file has text in it", shown(name))
	}
	return "", refuse("%s is not a text, HTML, PDF or Word document; save it as one of these and attach that", shown(name))
}
