package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// This file reads the styles of a document as far as they say what a paragraph is: heading, list entry, bold.

// wordStyle is one style. Its id is in the language of the Word that wrote it, its name is always English.
type wordStyle struct {
	name    string
	basedOn string
	props   wordProps
	bold    toggle
	hidden  toggle
}

// wordProps are the properties of a paragraph that matter here.
type wordProps struct {
	style   string
	list    string // id of the list; "0" is none, in spite of the style
	level   int
	outline int // 1 to 9, 0 for none
}

// toggle is a property that may be missing.
type toggle int8

const (
	unsaid toggle = iota
	on
	off
)

// xmlToggle is an element such as <w:b/> or <w:b w:val="0"/>.
type xmlToggle struct {
	Val string `xml:"val,attr"`
}

func (t *xmlToggle) toggle() toggle {
	switch {
	case t == nil:
		return unsaid
	case t.Val == "0" || t.Val == "false" || t.Val == "off":
		return off
	}
	return on
}

// xmlRun is w:rPr.
type xmlRun struct {
	Style  *xmlToggle `xml:"rStyle"`
	Bold   *xmlToggle `xml:"b"`
	Hidden *xmlToggle `xml:"vanish"`
}

// xmlParagraph is w:pPr.
type xmlParagraph struct {
	Style   *xmlToggle `xml:"pStyle"`
	Outline *xmlToggle `xml:"outlineLvl"`
	List    *struct {
		Level *xmlToggle `xml:"ilvl"`
		ID    *xmlToggle `xml:"numId"`
	} `xml:"numPr"`
	Mark *struct {
		Deleted *struct{} `xml:"del"`
	} `xml:"rPr"`
}

func (p *xmlParagraph) props() wordProps {
	var out wordProps
	if p.Style != nil {
		out.style = p.Style.Val
	}
	if p.Outline != nil {
		if n, err := strconv.Atoi(p.Outline.Val); err == nil && n >= 0 && n < 9 {
			out.outline = n + 1
		}
	}
	if p.List != nil && p.List.ID != nil {
		out.list = p.List.ID.Val
	}
	if p.List != nil && p.List.Level != nil {
		if n, err := strconv.Atoi(p.List.Level.Val); err == nil && n >= 0 && n < maxLevels {
			out.level = n
		}
	}
	return out
}

// readStyles reads the styles by id, as far as they can be read.
func readStyles(data []byte) map[string]wordStyle {
	var list struct {
		Style []struct {
			ID        string        `xml:"styleId,attr"`
			Name      *xmlToggle    `xml:"name"`
			BasedOn   *xmlToggle    `xml:"basedOn"`
			Paragraph *xmlParagraph `xml:"pPr"`
			Run       *xmlRun       `xml:"rPr"`
		} `xml:"style"`
	}
	styles := map[string]wordStyle{}
	if err := decoder(data).Decode(&list); err != nil {
		return styles
	}
	for _, s := range list.Style {
		var style wordStyle
		if s.Name != nil {
			style.name = strings.ToLower(s.Name.Val)
		}
		if s.BasedOn != nil {
			style.basedOn = s.BasedOn.Val
		}
		if s.Paragraph != nil {
			style.props = s.Paragraph.props()
		}
		if s.Run != nil {
			style.bold, style.hidden = s.Run.Bold.toggle(), s.Run.Hidden.toggle()
		}
		if n, ok := strings.CutPrefix(style.name, "heading "); ok && style.props.outline == 0 {
			if level, err := strconv.Atoi(n); err == nil && level > 0 && level < 10 {
				style.props.outline = level
			}
		}
		if style.name == "title" {
			style.props.outline = 1
		}
		styles[s.ID] = style
	}
	return styles
}

// resolve is a style with what it inherits from those it is based on.
func resolve(styles map[string]wordStyle, id string) wordStyle {
	out, found := styles[id]
	base := out.basedOn
	for range 20 {
		s, ok := styles[base]
		if !ok || !found {
			break
		}
		if out.props.list == "" {
			out.props.list, out.props.level = s.props.list, max(out.props.level, s.props.level)
		}
		if out.props.outline == 0 {
			out.props.outline = s.props.outline
		}
		if out.bold == unsaid {
			out.bold = s.bold
		}
		if out.hidden == unsaid {
			out.hidden = s.hidden
		}
		base = s.basedOn
	}
	return out
}

// decodeInto decodes the element that begins with e.
func (w *reader) decodeInto(v any, e xml.StartElement) error { return w.dec.DecodeElement(v, &e) }
