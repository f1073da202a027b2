package codec

// This file holds the upcasts: how a payload written by an older program is read by this one.

// upcast turns the payload of one wire name into its next shape, which may have another name. ok is false if the bytes
// are not in the old shape.
type upcast struct {
	name string
	up   func(raw []byte) (name string, next []byte, ok bool)
}

// upcasts lists them, oldest first. A payload goes through all that fit, in this order.
var upcasts = []upcast{}

func bringUp(list []upcast, name string, raw []byte) (string, []byte) {
	for _, u := range list {
		if u.name != name {
			continue
		}
		if n, r, ok := u.up(raw); ok {
			name, raw = n, r
		}
	}
	return name, raw
}
