package store_test

// This file lets laptops exchange through a folder, and kills one of them in the middle.

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
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/identity"
	"shortlist/store/storetest"
)

var rounds = flag.Int("rounds", 100, "how many times a laptop is killed while it exchanges")

const (
	exchangePath   = "SHORTLIST_TEST_EXCHANGE"
	exchangeFolder = "SHORTLIST_TEST_EXCHANGE_FOLDER"
	exchangeKeys   = "SHORTLIST_TEST_EXCHANGE_KEYS"
)

// exchangeForEver rates and exchanges without end. It prints each rating that is on disk.
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
	value := []model.Value{model.Met, model.NotMet}[i%2]
	c := model.SetRating{Candidate: model.CandidateID(1 + i%b.Candidates), Criterion: 1, Value: value}
	ch, err := model.Decide(b, c, b.Stamp(f.Device(), me.ID, time.Unix(0, 0), [32]byte{}))
	if err != nil {
		return err
	}
	if err := f.Commit(ch); err != nil {
		return err
	}
	fmt.Println(said(ch.Events[0]))
	x, err := f.Exchange(id, os.Getenv(exchangeFolder))
	return errors.Join(append(x.Refused, err)...)
}

// said returns a rating as one line.
func said(e model.Event) string {
	r, _ := e.Payload.(model.RatingSet)
	return fmt.Sprintf("%s %s %s %s.", e.ID, e.Author, r.Candidate, r.Value)
}

// TestNothingIsLostWhenOneOfTwoIsKilledWhileExchanging covers R28 for the way between laptops. Chair and member rate and
// exchange through one folder, each in a process of its own. Again and again one of them is killed and started again,
// while the other goes on. A half written file would be refused; a process that is refused anything stops, and the test
// fails. At the end every rating that was reported as on disk must be on both laptops.
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
	spoke := make(chan struct{}, 1)
	start := func(i int) *exchanger { return startExchanger(t, spoke, files[i], shared, rings[i]) }
	both := []*exchanger{start(0), start(1)}
	var acknowledged []string
	for range *rounds {
		select { // there is new work
		case <-spoke:
		case <-time.After(10 * time.Second):
			t.Fatal("neither of the two works any more")
		}
		time.Sleep(time.Duration(r.IntN(100)) * time.Millisecond) // at any time
		i := r.IntN(2)
		acknowledged = append(acknowledged, both[i].kill(t)...)
		both[i] = start(i)
	}
	for _, x := range both {
		acknowledged = append(acknowledged, x.kill(t)...)
	}
	if len(acknowledged) < *rounds {
		t.Fatalf("only %d ratings were acknowledged", len(acknowledged))
	}
	for _, i := range []int{1, 0} { // once more without being killed
		exchangeInPeace(t, files[i], shared, rings[i])
	}
	reveal(t, files[0])
	for _, i := range []int{0, 1} {
		exchangeInPeace(t, files[i], shared, rings[i])
	}
	var states []model.State
	for _, path := range files {
		state, has := ratingsOf(t, path)
		states = append(states, state)
		for _, a := range acknowledged {
			if !has[a] {
				t.Errorf("acknowledged and lost on %s: %s", filepath.Base(path), a)
			}
		}
		if v, err := store.Verify(path, ""); err != nil || !v.Intact() {
			t.Errorf("%v %s", err, v)
		}
		storetest.Structure(t, path)
	}
	if d := cmp.Diff(states[0], states[1], cmpopts.EquateEmpty()); d != "" {
		t.Errorf("two boards:\n%s", d)
	}
	left, err := filepath.Glob(filepath.Join(shared, ".*.tmp"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// openSoon opens a file as soon as the child process that checked it for a killed one has ended too.
func openSoon(t *testing.T, path string) *store.File {
	t.Helper()
	for range 30 { // each waits a while for the lock
		f, err := store.NewLibrary("").Open(path, false)
		if !errors.Is(err, store.ErrInUse) {
			must(t, err)
			return f
		}
	}
	t.Fatal("the file stays in use")
	return nil
}

// reveal reveals the ratings on the chair's laptop.
func reveal(t *testing.T, path string) {
	t.Helper()
	f := openSoon(t, path)
	storetest.Sit(t, f).Do("M1", model.RevealRatings{Reason: "Enough."})
	must(t, f.Close())
}

// ratingsOf returns the board of a file, and the ratings in its history.
func ratingsOf(t *testing.T, path string) (model.State, map[string]bool) {
	t.Helper()
	f, err := store.NewLibrary("").Open(path, true)
	must(t, err)
	defer func() { must(t, f.Close()) }()
	b, err := f.Load()
	must(t, err)
	events, err := f.History(0, b.Events)
	must(t, err)
	has := map[string]bool{}
	for _, e := range events {
		has[said(e)] = true
	}
	return b.Snapshot(), has
}

func exchangeInPeace(t *testing.T, path, shared, ring string) {
	t.Helper()
	id, err := identity.At(ring).Load(nil)
	must(t, err)
	f := openSoon(t, path)
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
	said   chan []string
}

// startExchanger starts a child. It sends on spoke when the child prints something.
func startExchanger(t *testing.T, spoke chan<- struct{}, path, shared, ring string) *exchanger {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	x := &exchanger{cmd: exec.Command(self), said: make(chan []string, 1)}
	x.cmd.Env = append(os.Environ(), exchangePath+"="+path, exchangeFolder+"="+shared, exchangeKeys+"="+ring)
	x.cmd.Stderr = &x.stderr
	out, err := x.cmd.StdoutPipe()
	must(t, err)
	must(t, x.cmd.Start())
	go x.listen(out, spoke)
	return x
}

// listen keeps what the child prints, except a line that the kill cut short.
func (x *exchanger) listen(out io.Reader, spoke chan<- struct{}) {
	var said []string
	for s := bufio.NewScanner(out); s.Scan(); {
		if strings.HasSuffix(s.Text(), ".") {
			said = append(said, s.Text())
			select {
			case spoke <- struct{}{}:
			default: // the last message was not received yet
			}
		}
	}
	x.said <- said
}

// kill ends the child as a power cut does, and returns what it had printed.
func (x *exchanger) kill(t *testing.T) []string {
	t.Helper()
	if err := x.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	said := <-x.said
	_ = x.cmd.Wait() // always an error, because it was killed
	if x.stderr.Len() > 0 {
		t.Errorf("a laptop stopped by itself: %s", x.stderr.String())
	}
	return said
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
	if p.chair.Board.As("M3").Own(1).State != model.Submitted {
		t.Error("the chair has not got everything")
	}
	// A file that is not a bundle, and one that is half copied, must not stop anybody.
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
