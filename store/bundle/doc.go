// Package bundle packs part of a history for another laptop, and unpacks it.
//
// Its one rule: what is unpacked is what the sender packed, to the last bit, or it is refused whole. Whether the sender
// may say what they say is the business of the store.
//
// A bundle is one line, "shortlist-bundle 1", and an age file locked to the cards of those it is for (or to a
// passphrase); inside is gzip, and in that a manifest, a body and the sender's ed25519 signature of both. The manifest says
// what is in the body: the vacancy, the sender, and for each chain of the history (model.OwnChain) the first and last
// entry, the hash of the last, and the signature of it by whoever wrote the chain. The body holds the entries byte for byte
// as they stand in the log, and the files, texts and posting that they speak of.
//
// Chains make it possible to leave out other members' work and still have everything checked: every chain that is sent is
// sent without a gap and follows from its first entry to the signed last one; a chain that is left out leaves no trace, not
// even a hash of it. (One chain for a whole laptop would need the hashes of what is left out, and the hash of a rating is
// easily guessed: there are only a handful of values.)
package bundle
