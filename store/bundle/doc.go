// Package bundle packs part of a history for another laptop, and unpacks it.
//
// Its one rule: what is unpacked is what the sender packed, to the last bit, or it is refused as a whole. Whether the
// sender may say what the bundle says is decided in package store.
//
// A bundle is the line "shortlist-bundle 1" and an age file. The age file is encrypted to the cards of those whom the
// bundle is for, or under a passphrase. Inside is gzip, and in that a manifest, a body, and the sender's ed25519
// signature of both. The manifest says what is in the body: the vacancy, the sender, and for each chain of the history
// (model.OwnChain) the first and last entry, the hash of the last, and the signature of that hash by whoever wrote the
// chain. The body holds the entries byte for byte as they are in the log, and the files, texts and posting that they
// refer to.
//
// Because of the chains, other members' work can be left out and the rest still be checked: every chain that is sent is
// sent without a gap, from its first entry to the signed last one. A chain that is left out leaves no trace, not even a
// hash. (One chain for a whole laptop would need the hashes of what is left out, and the hash of a rating is easily
// guessed: there are only a handful of values.)
package bundle
