package model

import "time"

// Stamp brings into the model what it may not get by itself: who asks, when, on which laptop, and randomness.
type Stamp struct {
	At     time.Time // wall clock, for display only; order comes from Lamport
	Author MemberID  // "" only before the first member exists
	Device DeviceID
	chain  ChainID // of the author's own work; empty for the chain of the laptop
	// Seq is the number of the next event of this laptop, and Lamport the next logical time. See Board.Next.
	Seq, Lamport uint64
	// Random is fresh randomness. It salts the hashes of personal texts and seeds the order of candidates.
	Random [32]byte
}

// Chain is the chain in which the next event is written.
func (s Stamp) Chain() ChainID {
	if s.chain == "" {
		return s.Device.Chain()
	}
	return s.chain
}

// Stamp makes the stamp of the next change of a laptop.
func (b *Board) Stamp(device DeviceID, author MemberID, at time.Time, random [32]byte) Stamp {
	seq, lamport := b.Next(device.Chain())
	return Stamp{At: at, Author: author, Device: device, Seq: seq, Lamport: lamport, Random: random}
}
