package tui

// This file runs the jobs of screens, which are work in other goroutines. Every job has a number, so that an answer is
// dropped if it comes after the same job was started again or its page was closed.

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

// jobKey is the page that started a job, and the name that the page gave it.
type jobKey struct {
	page *page
	key  string
}

// job is work that goes on in another goroutine.
type job struct {
	id        int
	run       kit.Run
	cancel    context.CancelFunc
	latest    atomic.Pointer[string] // the last progress, written by the job
	announced atomic.Bool            // a progressed message is on its way
	text      string
	overlay   *overlay
}

// jobs are the jobs that have not ended.
type jobs struct {
	running map[jobKey]*job
	lastID  int
}

// finished is the message that a job has ended; progressed is the message that it has made progress.
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

// startJob starts a job. An earlier one of the same page and name is cancelled.
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

// dropJob cancels a job. Its answer will be dropped.
func (a *App) dropJob(by jobKey, j *job) {
	j.cancel()
	delete(a.jobs.running, by)
	a.closeOverlay(j.overlay)
}

// findJob returns the job with a number, or nil.
func (a *App) findJob(id int) *job {
	for _, j := range a.jobs.running {
		if j.id == id {
			return j
		}
	}
	return nil
}

// finished gives the answer to the screen that started the job, unless its page was closed or it started the job again.
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

// progressed shows the last progress of a job. Progress in between is not shown.
func (a *App) progressed(msg progressed) tea.Cmd {
	if j := a.jobs.running[msg.by]; j != nil && j.id == msg.id {
		j.announced.Store(false)
		if s := j.latest.Load(); s != nil {
			j.text = *s
		}
	}
	return nil
}

// showSlowJob shows the progress of a job that has not ended soon.
func (a *App) showSlowJob(id int) {
	if j := a.findJob(id); j != nil && j.overlay == nil {
		j.overlay = a.openOverlay(&progress{job: j})
	}
}

// cancelOrphanJobs cancels the jobs of pages that were closed.
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

// safely does work that touches a file. It returns a panic as an error, and so it does a fault in memory that is mapped from
// a damaged file.
func safely(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a fault of the program: %v", r)
		}
	}()
	return work()
}

// isCancelled returns true if err only says that the work was stopped.
func isCancelled(err error) bool { return errors.Is(err, context.Canceled) }
