package kit

// This file declares the errors that cross the border between the screens and the disk. They are interfaces, because the
// screens do not know the types of the store: find one with errors.As.

// Taken is the error of writing a file under a name that may be taken.
type Taken interface {
	error
	// Taken returns true if a file of that name is there already and was left as it is.
	Taken() bool
}

// InUse is the error of opening a vacancy file that another program may have open.
type InUse interface {
	error
	// InUse returns true if another program has the file: it can be opened for reading only.
	InUse() bool
}

// Elsewhere is the error of opening a vacancy file that was written on another computer: somebody has to say whether it
// was moved or copied, see Library.ResolveMoved.
type Elsewhere interface {
	error
	// Elsewhere returns true if the other computer is the one on which the vacancy was made, which is the chair's.
	Elsewhere() (home bool)
}

// NeedsPassphrase is the error of work that stopped because a passphrase is missing or wrong.
type NeedsPassphrase interface {
	error
	// Passphrase returns what is under the passphrase, "card" or "bundle", and true if one was given that does not open it.
	Passphrase() (of string, wrong bool)
}
