package store_test

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/identity"
	"shortlist/store/storetest"
)

// This file lets laptops exchange through a folder, and kills one in the middle of it.

var rounds = flag.Int("rounds", 10, "how many times a laptop is killed while it exchanges")

const (
	exchangePath   = "SHORTLIST_TEST_EXCHANGE"
	exchangeFolder = "SHORTLIST_TEST_EXCHANGE_FOLDER"
	exchangeKeys   = "SHORTLIST_TEST_EXCHANGE_KEYS"
)

// exchangeForEver works as a member, or only exchanges as the chair, without end; it says which entry of its own is on disk.
func exchangeForEver(path string) error {
	id, err := identity.At(os.Getenv(exchangeKeys)).Load(nil)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		if err := exchangeOnce(path, id, i); err != nil && !errors.Is(err, store.ErrInUse) {
			return err
		}
	}
}

func exchangeOnce(path string, id *identity.Identity, i int) (err error) {
	f, err := store.NewLibrary("").Open(path, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b, err := f.Load()
	if err != nil {
		return err
	}
	me, _ := b.CardHolder(id.Card().Key)
	if !b.AtHome(f.Device()) {
		value := []model.Value{model.Met, model.NotMet}[i%2]
		c := model.SetRating{Candidate: model.CandidateID(1 + i%b.Candidates), Criterion: 1, Value: value}
		ch, err := model.Decide(b, c, b.Stamp(f.Device(), me.ID, time.Unix(0, 0), [32]byte{}))
		if err != nil {
			return err
		}
		if err := f.Commit(ch); err != nil {
			return err
		}
		fmt.Println(ch.Events[0].ID.Seq)
	}
	x, err := f.Exchange(id, os.Getenv(exchangeFolder))
	return errors.Join(append(x.Refused, err)...)
}

func TestNothingIsLostWhenOneOfTwoIsKilledWhileExchanging(t *testing.T) {
	t.Parallel()
	shared := t.TempDir()
	p := seat(t, 1, 5)
	otto := p.members[0]
	files := []string{p.chair.File.Path(), otto.File.Path()}
	must(t, p.chair.File.Close())
	must(t, otto.File.Close())
	rings := []string{p.chair.ring, otto.ring}
	r := rand.New(rand.NewPCG(1, 2))
	acknowledged := uint64(0)
	for round := range *rounds {
		both := []*exchanger{startExchanger(t, files[0], shared, rings[0]), startExchanger(t, files[1], shared, rings[1])}
		time.Sleep(time.Duration(60+r.IntN(120)) * time.Millisecond) // a moment that nobody chose
		both[round%2].kill(t)
		both[1-round%2].kill(t)
		acknowledged = max(acknowledged, both[1].last)
	}
	if acknowledged == 0 {
		t.Fatal("nothing was ever acknowledged")
	}
	for _, i := range []int{1, 0} { // in peace once more
		exchangeInPeace(t, files[i], shared, rings[i])
	}
	f, err := p.chair.lib.Open(files[0], false)
	must(t, err)
	d := storetest.Sit(t, f)
	if next, _ := d.Board.Next(model.OwnChain(otto.File.Device(), "M2")); next <= acknowledged {
		t.Errorf("entry %d was acknowledged, the chair has %d", acknowledged, next-1)
	}
	must(t, f.Close())
	for _, path := range files {
		if v, err := store.Verify(path, ""); err != nil || !v.Intact() {
			t.Errorf("%v %s", err, v)
		}
		storetest.Structure(t, path)
	}
	left, err := filepath.Glob(filepath.Join(shared, ".*.tmp"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func exchangeInPeace(t *testing.T, path, shared, ring string) {
	t.Helper()
	id, err := identity.At(ring).Load(nil)
	must(t, err)
	f, err := store.NewLibrary("").Open(path, false)
	must(t, err)
	x, err := f.Exchange(id, shared)
	if err != nil || len(x.Refused) > 0 {
		t.Errorf("%v %v", err, x.Refused)
	}
	must(t, f.Close())
}

// exchanger is a child that works and exchanges.
type exchanger struct {
	cmd    *exec.Cmd
	stderr strings.Builder
	done   chan struct{}
	last   uint64
}

func startExchanger(t *testing.T, path, shared, ring string) *exchanger {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	x := &exchanger{cmd: exec.Command(self), done: make(chan struct{})}
	x.cmd.Env = append(os.Environ(), exchangePath+"="+path, exchangeFolder+"="+shared, exchangeKeys+"="+ring)
	x.cmd.Stderr = &x.stderr
	out, err := x.cmd.StdoutPipe()
	must(t, err)
	must(t, x.cmd.Start())
	go x.listen(out)
	return x
}

func (x *exchanger) listen(out io.Reader) {
	defer close(x.done)
	for s := bufio.NewScanner(out); s.Scan(); {
		if n, err := strconv.ParseUint(s.Text(), 10, 64); err == nil {
			x.last = n
		}
	}
}

func (x *exchanger) kill(t *testing.T) {
	t.Helper()
	must(t, x.cmd.Process.Kill())
	<-x.done
	_ = x.cmd.Wait() // it was killed: that is what it says
	if x.stderr.Len() > 0 {
		t.Errorf("a laptop stopped by itself: %s", x.stderr.String())
	}
}

func TestExchangeRepeatsHarmlessly(t *testing.T) {
	t.Parallel()
	shared := t.TempDir()
	p := seat(t, 2, 2)
	all := []*laptop{p.members[0], p.chair, p.members[1]}
	p.members[0].rate(1, model.Met)
	p.members[1].rate(1, model.NotMet)
	for range 2 {
		for _, l := range all {
			x, err := l.File.Exchange(l.id, shared)
			if err != nil || len(x.Refused) > 0 {
				t.Fatalf("%s: %v %v", l.me, err, x.Refused)
			}
			l.Reload()
		}
	}
	before, err := os.ReadDir(shared)
	must(t, err)
	for _, l := range all {
		x, err := l.File.Exchange(l.id, shared)
		if err != nil || len(x.In)+len(x.Out)+len(x.Refused) > 0 {
			t.Errorf("%s: %v %+v", l.me, err, x)
		}
	}
	after, err := os.ReadDir(shared)
	must(t, err)
	if len(before) != 4 || len(after) != 4 {
		t.Errorf("%d and %d files in the folder", len(before), len(after))
	}
	if p.chair.Board.Assessment(1, "M3").State != model.Submitted {
		t.Error("the chair has not got everything")
	}
	// A file that is not a bundle, and one that is half copied, stop nobody.
	name := filepath.Join(shared, strings.TrimSuffix(after[0].Name(), bundle.Extension))
	parts := strings.Split(filepath.Base(name), ".")
	must(t, os.WriteFile(filepath.Join(shared, parts[0]+".zzzz.home"+bundle.Extension), []byte("shortlist-bundle 1\nage"), 0o600))
	p.members[0].rate(2, model.Met)
	_, err = p.members[0].File.Exchange(p.members[0].id, shared)
	must(t, err)
	x, err := p.chair.File.Exchange(p.chair.id, shared)
	if err != nil || len(x.In) != 1 || len(x.Refused) != 1 {
		t.Errorf("%v %+v", err, x)
	}
}
