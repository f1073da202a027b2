package store_test

// This file lets the test program be started as a child: to check a file, or to write until it is killed.

import (
	"fmt"
	"os"
	"testing"

	"github.com/adrg/xdg"

	"shortlist/model"
	"shortlist/store"
)

const writerPath = "SHORTLIST_TEST_WRITER"

func TestMain(m *testing.M) {
	if store.RunChildCheck() {
		return
	}
	if path := os.Getenv(writerPath); path != "" {
		if err := writeForEver(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if path := os.Getenv(exchangePath); path != "" {
		if err := exchangeForEver(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(inConfig(m.Run))
}

// inConfig runs with a temporary configuration folder.
func inConfig(run func() int) int {
	folder, err := os.MkdirTemp("", "shortlist-config")
	if err == nil {
		err = os.Setenv("XDG_CONFIG_HOME", folder)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	xdg.Reload()
	code := run()
	if err := os.RemoveAll(folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// writeForEver rates without end, and prints after every commit which entry is on disk.
func writeForEver(path string) error {
	f, err := store.NewLibrary("").Open(path, false)
	if err != nil {
		return err
	}
	b, err := f.Load()
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		s := model.Stamp{Author: "M1", Device: f.Device()}
		s.Seq, s.Lamport = b.Next(s.Chain())
		value := model.Met
		if i%2 == 1 {
			value = model.NotMet
		}
		ch, err := model.Decide(b, model.SetRating{Candidate: model.CandidateID(1 + i%20), Criterion: 1, Value: value}, s)
		if err != nil {
			return err
		}
		if err := f.Commit(ch); err != nil {
			return err
		}
		b.ApplyAll(ch.Events)
		fmt.Println(ch.Events[0].ID.Seq)
	}
}
