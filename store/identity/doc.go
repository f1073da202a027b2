// Package identity keeps the keys by which a member is known to others.
//
// Its one rule: the secret halves never leave the folder of the user who made them. Others get the card, a line of text
// with the public halves, a name, and a check sum that can be read out over the telephone.
package identity
