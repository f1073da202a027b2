package codec

import (
	"bytes"
	"fmt"
	"reflect"
	"time"

	"github.com/fxamacker/cbor/v2"

	"shortlist/model"
)

// This file holds the event on disk: an array of eight, the payload last.

// envelopeVersion is the shape of the array below.
const envelopeVersion = 1

type envelope struct {
	_       struct{} `cbor:",toarray"`
	Version uint64
	Device  string
	Seq     uint64
	Lamport uint64
	At      int64 // Unix seconds, UTC
	Author  string
	Name    string // wire name of the payload
	Payload cbor.RawMessage
}

var types = payloadTypes()

func payloadTypes() map[string]reflect.Type {
	m := make(map[string]reflect.Type)
	for _, p := range model.Payloads() {
		m[p.Wire()] = reflect.TypeOf(p)
	}
	return m
}

// Encode writes an event. The same event gives the same bytes always.
func Encode(e model.Event) ([]byte, error) {
	if e.Payload == nil {
		return nil, fmt.Errorf("encode event %s: no payload", e.ID)
	}
	raw, err := payloadBytes(e.Payload)
	if err != nil {
		return nil, fmt.Errorf("encode event %s: %w", e.ID, err)
	}
	b, err := encoding.Marshal(envelope{
		Version: envelopeVersion, Device: string(e.ID.Chain), Seq: e.ID.Seq, Lamport: e.Lamport,
		At: e.At.Unix(), Author: string(e.Author), Name: e.Payload.Wire(), Payload: raw,
	})
	if err != nil {
		return nil, fmt.Errorf("encode event %s: %w", e.ID, err)
	}
	return b, nil
}

func payloadBytes(p model.Payload) ([]byte, error) {
	if u, ok := p.(model.Unknown); ok {
		if err := cbor.Wellformed(u.Raw); err != nil {
			return nil, fmt.Errorf("payload %q: %w", u.Name, err)
		}
		return u.Raw, nil
	}
	return encoding.Marshal(p)
}

// Decode reads an event. A payload that this program does not know, or knows in another shape, is returned as
// model.Unknown with its bytes. An error means that b is no event at all. Nothing of the event points into b.
func Decode(b []byte) (model.Event, error) {
	var v envelope
	if err := strict.Unmarshal(b, &v); err != nil {
		return model.Event{}, fmt.Errorf("decode event: %w", err)
	}
	if v.Version != envelopeVersion {
		return model.Event{}, fmt.Errorf("decode event: version %d is not known", v.Version)
	}
	if v.Device == "" || v.Seq == 0 || v.Name == "" || len(v.Payload) == 0 {
		return model.Event{}, fmt.Errorf("decode event: it names no laptop, number or kind")
	}
	p := payload(v.Name, v.Payload)
	if u, ok := p.(model.Unknown); ok { // what could not be passed on byte for byte is no event of any program
		if _, err := encoding.Marshal(cbor.RawMessage(u.Raw)); err != nil {
			return model.Event{}, fmt.Errorf("decode event: payload %q: %w", v.Name, err)
		}
	}
	return model.Event{
		ID:      model.EventID{Chain: model.ChainID(v.Device), Seq: v.Seq},
		Lamport: v.Lamport, At: time.Unix(v.At, 0).UTC(), Author: model.MemberID(v.Author),
		Payload: p,
	}, nil
}

func payload(name string, raw []byte) model.Payload {
	unknown := model.Unknown{Name: name, Raw: bytes.Clone(raw)}
	name, raw = bringUp(upcasts, name, raw)
	t, ok := types[name]
	if !ok {
		return unknown
	}
	v := reflect.New(t)
	if err := strict.Unmarshal(raw, v.Interface()); err != nil {
		return unknown
	}
	return v.Elem().Interface().(model.Payload)
}
