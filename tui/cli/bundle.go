package cli

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/tui/kit"
)

// This file holds bundle, merge and exchange: how a panel works on laptops of their own.

// bundleOptions are the flags of bundle.
type bundleOptions struct {
	output string
	to     []string
}

func newBundleCommand(s *session) *cobra.Command {
	var o bundleOptions
	p := passphrases{session: s}
	cmd := &cobra.Command{
		Use:   "bundle FILE -o OUT",
		Short: "Write a bundle: from the chair's laptop for members, from a member's for the chair",
		Long: long(
			"Write a bundle: from the chair's laptop for members, from a member's laptop for the chair. It is locked to their cards, or to a passphrase. The first time, a card is made for the chair, and its check sum told.",
			"no bundle was written",
		),
		Example: examples(
			"shortlist bundle officer.shortlist -o for-all.bundle",
			"shortlist bundle officer.shortlist -o for-otto.bundle --to 'Otto Finch'",
		),
		Args: func(cmd *cobra.Command, args []string) error {
			if o.output == "" {
				return errors.New("say where to write the bundle: -o OUT")
			}
			return takes(1, 1)(cmd, args)
		},
		RunE: s.does(func(args []string) error { return runBundle(s, o, &p, args[0]) }),
	}
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "the bundle to write")
	cmd.Flags().StringArrayVar(&o.to, "to", nil, "member it is for (may be repeated; default: all who gave a card)")
	p.cardFlag(cmd)
	p.bundleFlags(cmd)
	return cmd
}

func runBundle(s *session, o bundleOptions, p *passphrases, path string) error {
	return withFile(s, path, false, func(f kit.UpkeepFile, v *model.View) error {
		var to []model.MemberID
		for _, name := range o.to {
			m, err := findMember(v, name)
			if err != nil {
				return err
			}
			to = append(to, m)
		}
		word, err := p.ofNewBundle()
		if err != nil {
			return err
		}
		var sent model.Sent
		err = p.unlocked(func() (err error) { sent, err = f.SendTo(o.output, to, word); return err })
		if err != nil {
			tellCard(s, sent.Made)
			return err
		}
		s.tell("%s", kit.Clean(sent.Text))
		return nil
	})
}

// tellCard tells of a card that was made on the way, if one was.
func tellCard(s *session, made model.OwnCard) {
	if said := made.Announce(); said != "" {
		s.tell("%s", kit.Clean(said))
	}
}

// mergeOptions are the flags of merge.
type mergeOptions struct{ dryRun bool }

func newMergeCommand(s *session) *cobra.Command {
	var o mergeOptions
	p := passphrases{session: s}
	cmd := &cobra.Command{
		Use:   "merge FILE BUNDLE...",
		Short: "Take in bundles; a FILE that does not exist is made from the chair's bundle",
		Long: long(
			"Take in bundles: all of them, or none. A FILE that does not exist is made from the first one, which comes from the chair.",
			"nothing was taken in, or a bundle does not fit",
		),
		Example: examples(
			"shortlist merge mine.shortlist for-otto.bundle --dry-run",
			"shortlist merge officer.shortlist from-otto.bundle from-ida.bundle",
		),
		Args: takes(2, many),
		RunE: s.does(func(args []string) error { return runMerge(s, o, &p, args[0], args[1:]) }),
	}
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "only say what would come in")
	p.cardFlag(cmd)
	p.bundleFlags(cmd)
	return cmd
}

func runMerge(s *session, o mergeOptions, p *passphrases, path string, bundles []string) error {
	var said []string
	var err error
	if missing(path) {
		err = p.unlocked(func() (err error) { said, err = s.lib().MakeFrom(bundles, p.ofBundle, path, o.dryRun); return err })
	} else {
		said, err = takeBundles(s, o, p, path, bundles)
	}
	for _, m := range said {
		if o.dryRun {
			m = fmt.Sprintf("%s Nothing was taken in.", m)
		}
		s.tell("%s", kit.Clean(m))
	}
	return err
}

func takeBundles(s *session, o mergeOptions, p *passphrases, path string, bundles []string) (said []string, err error) {
	f, err := openFile(s, path, false)
	if err != nil {
		return nil, err
	}
	err = p.unlocked(func() (err error) { said, err = f.TakeBundles(bundles, p.ofBundle, o.dryRun); return err })
	return said, errors.Join(err, f.Close())
}

// missing returns true if there is no file of that name.
func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, os.ErrNotExist)
}

func newExchangeCommand(s *session) *cobra.Command {
	p := passphrases{session: s}
	cmd := &cobra.Command{
		Use:   "exchange FOLDER FILE",
		Short: "Keep a shared folder or a stick in step: take in the bundles of others, write your own",
		Long: long(
			"Keep a shared folder or a stick in step: take in the bundles that others put there, and write your own. The folder is remembered for this vacancy. A FILE that does not exist is made from the chair's bundle.",
			"a bundle was refused, or the folder cannot be used",
		),
		Example: examples(
			"shortlist exchange /media/stick officer.shortlist",
		),
		Args: takes(2, 2),
		RunE: s.does(func(args []string) error { return runExchange(s, &p, args[0], args[1]) }),
	}
	p.cardFlag(cmd)
	return cmd
}

func runExchange(s *session, p *passphrases, folder, path string) error {
	if missing(path) {
		var said string
		err := p.unlocked(func() (err error) { said, err = s.lib().MakeFromFolder(folder, path); return err })
		if err != nil {
			return err
		}
		s.tell("%s", kit.Clean(said))
	}
	f, err := openFile(s, path, false)
	if err != nil {
		return err
	}
	var x model.Exchanged
	err = p.unlocked(func() (err error) { x, err = f.ExchangeThrough(folder); return err })
	if refused := tellExchange(s, x, folder); err == nil {
		err = refused
	}
	return errors.Join(err, f.Close())
}

// tellExchange tells what came of an exchange, with every bundle that was refused. Those make it fail in the end.
func tellExchange(s *session, x model.Exchanged, folder string) error {
	tellCard(s, x.Made)
	for _, m := range slices.Concat(x.In, x.Out) {
		s.tell("%s", kit.Clean(m))
	}
	for _, err := range x.Refused {
		s.tell("Not taken in: %s", kit.Clean(model.Explain(err)))
	}
	if n := len(x.Refused); n > 0 {
		return &model.Error{Code: model.Conflict, Subject: folder, Message: fmt.Sprintf("%s not taken in, as said above; everything else was exchanged.", model.Count(n, "bundle was", "bundles were"))}
	}
	return nil
}
