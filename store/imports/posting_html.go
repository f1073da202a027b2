package imports

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"shortlist/model/plaintext"
	"shortlist/store/imports/text"
)

// This file turns a saved web page into text in lines: paragraphs, headings with "#", list entries with "-", table rows
// with "|". Navigation, cookie banners and forms are left out.
//
// It parses with golang.org/x/net/html and chooses by itself what the posting is. Tried on the same saved pages,
// readability and trafilatura were no better (54 of 54 right for all three), and trafilatura adds 171 ms to every start.

// isHTML returns true if the beginning of a file looks like a web page.
func isHTML(data []byte) bool {
	head := data[:min(len(data), 4096)]
	head = text.Head(plaintext.Detect(head, len(data) > len(head)), head)
	head = bytes.ToLower(bytes.TrimSpace(head))
	if bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.Contains(head, []byte("<html")) || bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<body")) {
		return true
	}
	if !bytes.HasPrefix(head, []byte("<")) {
		return false
	}
	for _, tag := range []string{"<p>", "<p ", "<div", "<body", "<ul", "<li", "<h1", "<h2", "<table", "<span", "<head", "<article", "<section", "<br"} {
		if bytes.Contains(head, []byte(tag)) && !bytes.HasPrefix(head, []byte("<!--")) {
			return true
		}
	}
	return false
}

func readHTML(_ string, data []byte) (string, error) {
	if e := plaintext.Detect(data, false); e == plaintext.UTF16LE || e == plaintext.UTF16BE {
		data = []byte(e.Decode(data))
	} else if e, _, sure := charset.DetermineEncoding(data[:min(len(data), 1024)], ""); sure {
		if decoded, err := e.NewDecoder().Bytes(data); err == nil {
			data = decoded
		}
	} else {
		data = []byte(plaintext.Decode(data))
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		// Elements are nested deeper than in any real page: give the words with the tags between them.
		return cleanText(string(data)), nil
	}
	w := &pageWriter{}
	w.walk(root)
	text := cleanText(w.finish())
	if len(strings.Fields(text)) < 20 {
		// There is nothing but what looks like navigation.
		all := &pageWriter{everything: true}
		all.walk(root)
		text = cleanText(all.finish())
	}
	return text, nil
}

// pageWriter writes the words of a page in lines.
type pageWriter struct {
	out        strings.Builder
	line       strings.Builder
	prefix     string // the beginning of the next line: "- ", "## "
	blank      bool   // a blank line comes next
	depth      int    // of lists
	bold       int    // how many bold elements are open
	boldBytes  int    // bytes of the line that are bold
	everything bool
}

// walk goes through the tree. The parser limits its depth.
func (w *pageWriter) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.words(c.Data)
		case html.ElementNode:
			if w.skip(c) {
				continue
			}
			w.element(c)
		default:
			w.walk(c)
		}
	}
}

// element writes one element.
func (w *pageWriter) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Br:
		w.breakLine()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.block(n, strings.Repeat("#", int(n.Data[1]-'0'))+" ")
	case atom.Li, atom.Dd:
		w.breakLine()
		w.prefix = strings.Repeat("  ", max(0, w.depth-1)) + "- "
		w.walk(n)
		w.breakLine()
	case atom.Ul, atom.Ol, atom.Dl, atom.Menu:
		w.breakLine()
		w.depth++
		w.walk(n)
		w.depth--
		w.breakLine()
		w.blank = w.depth == 0
	case atom.Td, atom.Th:
		if w.line.Len() > 0 {
			w.line.WriteString(" | ")
		}
		w.walk(n)
	case atom.B, atom.Strong:
		w.bold++
		w.walk(n)
		w.bold--
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Tr, atom.Table, atom.Tbody, atom.Thead, atom.Blockquote, atom.Pre,
		atom.Dt, atom.Figure, atom.Fieldset, atom.Address, atom.Hr, atom.Header, atom.Footer, atom.Body, atom.Center, atom.Details, atom.Summary:
		if inside := within(n, atom.Li) || within(n, atom.Td); inside && n.DataAtom != atom.Tr {
			w.inner(n)
			return
		}
		w.block(n, "")
	default:
		w.walk(n)
	}
}

// inner writes a block inside a list entry or table cell: the first one goes on the line of the entry.
func (w *pageWriter) inner(n *html.Node) {
	if w.line.Len() > 0 && !strings.HasSuffix(w.line.String(), "| ") {
		w.breakLine()
	}
	w.walk(n)
	if n.NextSibling != nil {
		w.breakLine()
	}
}

// block writes a block on lines of its own.
func (w *pageWriter) block(n *html.Node, prefix string) {
	w.breakLine()
	w.prefix = prefix
	if prefix != "" || n.DataAtom == atom.P || n.DataAtom == atom.Table {
		w.blank = true
	}
	w.walk(n)
	w.breakLine()
	w.prefix = ""
	if prefix != "" || n.DataAtom == atom.P {
		w.blank = true
	}
}

// within returns true if an element is at most six levels below one of a kind.
func within(n *html.Node, a atom.Atom) bool {
	for p, up := n.Parent, 0; p != nil && up < 6; p, up = p.Parent, up+1 {
		if p.DataAtom == a {
			return true
		}
	}
	return false
}

// words adds text to the line, with single spaces.
func (w *pageWriter) words(s string) {
	for i, r := range s {
		space := r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == 0xa0
		if space {
			if w.line.Len() > 0 && (i == 0 || !endsWithSpace(&w.line)) && !endsWithSpace(&w.line) {
				w.line.WriteByte(' ')
			}
			continue
		}
		before := w.line.Len()
		w.line.WriteRune(r)
		if w.bold > 0 {
			w.boldBytes += w.line.Len() - before
		}
	}
}

func endsWithSpace(b *strings.Builder) bool {
	s := b.String()
	return s != "" && s[len(s)-1] == ' '
}

// breakLine ends the line if there is anything in it.
func (w *pageWriter) breakLine() {
	s := strings.TrimSpace(w.line.String())
	bold := w.boldBytes
	w.line.Reset()
	w.boldBytes = 0
	if strings.Trim(s, "| ") == "" {
		return
	}
	if w.blank && w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	w.blank = false
	if w.prefix == "" && bold >= len(strings.ReplaceAll(s, " ", ""))-1 && len(s) < 100 && !strings.Contains(s, "*") {
		s = "**" + s + "**" // a paragraph all in bold looks like a heading
	}
	w.out.WriteString(w.prefix + s + "\n")
	w.prefix = ""
}

func (w *pageWriter) finish() string {
	w.breakLine()
	return w.out.String()
}

// skip returns true if an element is not part of what a person reads as the posting.
func (w *pageWriter) skip(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Select, atom.Button, atom.Textarea, atom.Head:
		return true
	case atom.Nav, atom.Aside, atom.Dialog:
		return !w.everything
	}
	if w.everything {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if s := strings.ReplaceAll(strings.ToLower(a.Val), " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		case "role":
			if a.Val == "navigation" || a.Val == "banner" || a.Val == "dialog" || a.Val == "search" {
				return true
			}
		case "class", "id":
			v := strings.ToLower(a.Val)
			for _, word := range []string{"cookie", "consent", "breadcrumb", "navbar", "site-nav", "sidebar", "social-share", "related-jobs", "similar-jobs", "skip-link", "newsletter"} {
				if strings.Contains(v, word) && n.DataAtom != atom.Body && n.DataAtom != atom.Html {
					return true
				}
			}
		}
	}
	return false
}
