package tui

// This file runs work off the screen. Every job has a number of its own, so that an answer that comes late, after the
// same was asked again or its asker is gone, is dropped.

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"shortlist/tui/kit"
)

const (
	timerJob = "job"
	slowJob  = 500 * time.Millisecond
)

// jobKey is who asked for what.
type jobKey struct {
	page *page
	key  string
}

// job is work that is under way.
type job struct {
	id        int
	run       kit.Run
	cancel    context.CancelFunc
	latest    atomic.Pointer[string] // written by the job
	announced atomic.Bool            // a progressed message is on its way
	text      string
	overlay   *overlay
}

// jobs are all that are under way.
type jobs struct {
	running map[jobKey]*job
	lastID  int
}

// finished answers a job; progressed says that it has something new to show.
type (
	finished struct {
		by    jobKey
		id    int
		value any
		err   error
	}
	progressed struct {
		by jobKey
		id int
	}
)

// startJob starts a job. One with the same key that is still going is cancelled.
func (a *App) startJob(p *page, r kit.Run) tea.Cmd {
	by := jobKey{p, r.Key}
	if old := a.jobs.running[by]; old != nil {
		a.dropJob(by, old)
	}
	a.jobs.lastID++
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{id: a.jobs.lastID, run: r, cancel: cancel}
	a.jobs.running[by] = j
	id, send := j.id, a.send
	progress := func(s string) {
		j.latest.Store(&s)
		if j.announced.CompareAndSwap(false, true) {
			send(progressed{by, id})
		}
	}
	work := func() tea.Msg {
		var v any
		err := safely(func() (err error) { v, err = r.Work(ctx, progress); return err })
		return finished{by, id, v, err}
	}
	if r.Label == "" {
		return work
	}
	return tea.Batch(work, a.opts.timer(slowJob, elapsed{timerJob, id}))
}

// dropJob cancels a job; its answer will find nobody.
func (a *App) dropJob(by jobKey, j *job) {
	j.cancel()
	delete(a.jobs.running, by)
	a.closeOverlay(j.overlay)
}

// findJob looks for a job by its number.
func (a *App) findJob(id int) *job {
	for _, j := range a.jobs.running {
		if j.id == id {
			return j
		}
	}
	return nil
}

// finished hands the answer to the screen that asked, if it is still there and has not asked again.
func (a *App) finished(msg finished) tea.Cmd {
	j := a.jobs.running[msg.by]
	if j == nil || j.id != msg.id {
		return nil
	}
	a.dropJob(msg.by, j)
	p := msg.by.page
	if p == nil || p.closed {
		return nil
	}
	return a.runEffects(p, p.update(kit.Done{Key: j.run.Key, Value: msg.value, Err: msg.err}))
}

func (a *App) progressed(msg progressed) tea.Cmd {
	if j := a.jobs.running[msg.by]; j != nil && j.id == msg.id {
		j.announced.Store(false)
		if s := j.latest.Load(); s != nil {
			j.text = *s
		}
	}
	return nil
}

// showSlowJob shows how far a job is that takes long.
func (a *App) showSlowJob(id int) {
	if j := a.findJob(id); j != nil && j.overlay == nil {
		j.overlay = a.openOverlay(&progress{job: j})
	}
}

// cancelOrphanJobs cancels the jobs of pages that are gone.
func (a *App) cancelOrphanJobs() {
	for by, j := range a.jobs.running {
		if by.page != nil && by.page.closed {
			a.dropJob(by, j)
		}
	}
}

// stopJobs cancels every job.
func (a *App) stopJobs() {
	for by, j := range a.jobs.running {
		a.dropJob(by, j)
	}
}

// safely does work that touches a file: a panic becomes an error, and so does a fault in memory that is mapped from a
// damaged file.
func safely(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a fault of the program: %v", r)
		}
	}()
	return work()
}

// isCancelled tells whether an error is only that the user stopped it.
func isCancelled(err error) bool { return errors.Is(err, context.Canceled) }
