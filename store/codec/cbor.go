package codec

import (
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// This file holds the three ways of reading and the one way of writing. The JSON names in the struct tags of the model
// are the names on disk.

var (
	encoding = must(encodeOptions().EncMode())
	// strict reads events: small, bounded, and every name known.
	strict = must(decodeOptions(1<<15, cbor.ExtraDecErrorUnknownField).DecMode())
	// people reads persons. One empty job is one byte in a file and some hundred in memory, so lists are bounded.
	people = must(decodeOptions(maxPersonList, cbor.ExtraDecErrorNone).DecMode())
	// wide reads everything else, which may be large. Like people it passes over names of a newer program.
	wide = must(decodeOptions(1<<27, cbor.ExtraDecErrorNone).DecMode())
)

func encodeOptions() cbor.EncOptions {
	o := cbor.CoreDetEncOptions()
	o.Time = cbor.TimeRFC3339NanoUTC
	return o
}

func decodeOptions(most int, extra cbor.ExtraDecErrorCond) cbor.DecOptions {
	return cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		IndefLength:       cbor.IndefLengthForbidden,
		MaxNestedLevels:   24,
		MaxArrayElements:  most,
		MaxMapPairs:       1 << 15,
		ExtraReturnErrors: extra,
		// A text that came in with a broken byte must stay readable, so nothing stored is refused for its letters.
		UTF8:              cbor.UTF8DecodeInvalid,
		FieldNameMatching: cbor.FieldNameMatchingCaseSensitive,
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err) // a constant of this file is wrong: no data is involved
	}
	return v
}

// Marshal writes a value that is neither an event nor a person: a board, a posting.
func Marshal(v any) ([]byte, error) {
	b, err := encoding.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	return b, nil
}

// Unmarshal reads what Marshal wrote. Nothing of the value read points into b.
func Unmarshal(b []byte, v any) error {
	if err := wide.Unmarshal(b, v); err != nil {
		return fmt.Errorf("decode %T: %w", v, err)
	}
	return nil
}
