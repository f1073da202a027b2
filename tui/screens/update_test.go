package screens

import "flag"

// update is the one flag of the golden files: go test ./tui/... -update makes them anew.
var update = flag.Bool("update", false, "write the golden files anew")

func rewrite() bool { return *update }
