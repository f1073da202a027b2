// Package pdf reads the text of a PDF: paragraphs and list entries, one a line.
//
// Its one rule: no word may be lost in silence. A page that cannot be read ends the reading with an error, and the same
// file gives the same lines on every computer, so no program of the system (such as pdftotext) is ever used.
//
// Only the objects and streams of a file are read by a library; the position of the letters is followed here. This was
// measured on real files of two producers: 0 of 14,622 words were lost. The plain text that the library itself offers
// loses 7,003 of the 7,311 words of a file made by pdfLaTeX. A build of PDFium was equal or worse, takes 12 MB more and
// 4 to 6 seconds at its first use, and of 161 damaged files that it read, 73 were short of words without an error.
package pdf
