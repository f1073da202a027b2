package text

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// This file decodes a text that is whole in memory.

// decode is data as text. Bytes that are not UTF-8 are read as Windows-1252, in which every posting in a Western
// European language can be written.
func Decode(data []byte) string {
	if order, ok := UTF16Order(data); ok {
		return DecodeUTF16(data, order)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return string(data)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "�")
	}
	return string(text)
}

// utf16Order recognises UTF-16 by its mark, or by every other byte of a Western text being zero.
func UTF16Order(data []byte) (binary.ByteOrder, bool) {
	switch {
	case len(data) < 4:
		return nil, false
	case data[0] == 0xff && data[1] == 0xfe:
		return binary.LittleEndian, true
	case data[0] == 0xfe && data[1] == 0xff:
		return binary.BigEndian, true
	}
	head := data[:min(len(data), 4096)&^1]
	even, odd := 0, 0
	for i, c := range head {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	switch half := len(head) / 2; {
	case odd*10 > half*7 && even*20 < half:
		return binary.LittleEndian, true
	case even*10 > half*7 && odd*20 < half:
		return binary.BigEndian, true
	}
	return nil, false
}

func DecodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	if len(units) > 0 && units[0] == 0xfeff {
		units = units[1:]
	}
	return string(utf16.Decode(units))
}
