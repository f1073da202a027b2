// Package codec turns events into bytes and back.
//
// Its one rule: an event, once written, means the same for ever. The bytes of an event are deterministic (RFC 8949,
// section 4.2.1), an event that this program does not know is kept byte for byte, and a shape that changed is brought
// up to date on reading by an upcast, never on disk. How events are stored and chained is the business of the store.
package codec
