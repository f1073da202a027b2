package store

// checkApart has a file checked.
func checkApart(path string) error { return sweepFile(path, sweepTime) }
