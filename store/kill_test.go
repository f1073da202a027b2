package store_test

// This file kills a program while it writes.

import (
	"bufio"
	"flag"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"shortlist/model"
	"shortlist/store/storetest"
)

var kills = flag.Int("kills", 30, "how many times a writing program is killed")

func TestNothingAcknowledgedIsLostByKilling(t *testing.T) {
	t.Parallel()
	l, d := storetest.New(t)
	d.Import(1, 20)
	d.Panel()
	path := d.File.Path()
	if err := d.File.Close(); err != nil {
		t.Fatal(err)
	}
	for round := range *kills {
		acknowledged := writeAndKill(t, path, 1+round*7%40)
		f, err := l.Open(path, false)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		b, err := f.Load()
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if next, _ := b.Next(model.OwnChain(f.Device(), "M1")); next <= acknowledged {
			t.Fatalf("round %d: entry %d was acknowledged, the next free one is %d", round, acknowledged, next)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		storetest.Structure(t, path)
	}
}

// writeAndKill starts a writer, waits for some acknowledgements, kills it at any point, and returns the last entry it
// acknowledged.
func writeAndKill(t *testing.T, path string, after int) uint64 {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), writerPath+"="+path)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	last := uint64(0)
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		seq, err := strconv.ParseUint(lines.Text(), 10, 64)
		if err != nil {
			break // a line cut short by the kill was not acknowledged
		}
		last = seq
		if n == after {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil || stderr.Len() > 0 {
		t.Fatalf("the writer ended by itself: %v %s", err, stderr.String())
	}
	return last
}
