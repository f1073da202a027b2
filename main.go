// Command shortlist screens the candidates of a vacancy: see README.md.
package main

import (
	"os"

	"shortlist/store"
	"shortlist/tui/cli"
)

// version is set by the release build.
var version = "0.1.0"

func main() {
	if store.RunChildCheck() { // this process is the child that looks at a file that was not closed cleanly
		return
	}
	os.Exit(cli.Main(version, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
