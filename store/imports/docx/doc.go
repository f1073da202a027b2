// Package docx reads the text of a Word document: paragraphs, list entries with their numbers and rows of tables, one a
// line.
//
// Its one rule: the text is what a reader of the document sees. What was deleted, hidden or repeated for older programs is
// left out; nothing in a document is run, fetched or unpacked to a disk.
//
// No Go library under a permissive licence keeps what a posting needs: lu4p/cat loses lists and headings,
// nguyenthenguyen/docx gives raw XML, gomutex/godocx only opens the file (0.9 MB more), and fumiama/go-docx is AGPL. The
// numbers of list entries are counted here (180 lines) because postings refer to them.
package docx
