package cli

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"shortlist/model"
	"shortlist/store"
	"shortlist/store/bundle"
	"shortlist/store/identity"
	"shortlist/tui/kit"
)

// This file holds the commands bundle, merge and exchange.

func (a *app) bundle() *cobra.Command {
	var out string
	var to []string
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "bundle FILE -o OUT", Short: "Write a bundle: from the chair's laptop for members, from a member's for the chair", Args: takes(1, 1),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			return a.withFile(args[0], false, func(f *store.File, b *model.Board) error {
				if out == "" {
					return &model.Error{Code: model.Invalid, Message: "Say where to write the bundle: -o OUT."}
				}
				id, err := k.introduced(f, b)
				if err != nil {
					return err
				}
				var members []model.MemberID
				for _, name := range to {
					m, err := member(b, name)
					if err != nil {
						return err
					}
					members = append(members, m)
				}
				word, err := k.newWordIfAsked()
				if err != nil {
					return err
				}
				sent, err := f.Send(id, out, members, word, true)
				if err == nil {
					fmt.Fprintln(a.err, sent)
				}
				return err
			})
		}),
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the bundle to write")
	cmd.Flags().StringArrayVar(&to, "to", nil, "member it is for (may be repeated; default: all who gave a card)")
	k.flags(cmd)
	k.wordFlags(cmd)
	return cmd
}

func (a *app) merge() *cobra.Command {
	var dry bool
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "merge FILE BUNDLE...", Short: "Take in bundles; a FILE that does not exist is made from the chair's bundle", Args: takes(2, many),
		RunE: a.does(func(_ *cobra.Command, args []string) error {
			id, err := k.load()
			if err != nil && !errors.Is(err, identity.ErrNone) {
				return err
			}
			var bundles []*bundle.Bundle
			for _, path := range args[1:] {
				b, err := store.OpenBundle(path, id, k.word)
				if err != nil {
					return err
				}
				bundles = append(bundles, b)
			}
			key := ""
			if id != nil {
				key = id.Card().Key
			}
			return a.takeBundles(args[0], bundles, key, dry)
		}),
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only say what would come in")
	k.flags(cmd)
	k.wordFlags(cmd)
	return cmd
}

// takeBundles takes in bundles that could all be opened, one after the other.
func (a *app) takeBundles(path string, bundles []*bundle.Bundle, key string, dry bool) (err error) {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		if dry {
			m, err := store.PreviewFrom(bundles[0], key)
			if err == nil {
				a.tellMerge(m, true)
			}
			return err
		}
		f, m, err := a.lib().CreateFrom(bundles[0], key, path)
		if err != nil {
			return err
		}
		a.tellMerge(m, false)
		if err := f.Close(); err != nil {
			return err
		}
		bundles = bundles[1:]
	}
	f, err := a.openHere(path, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	for _, dryRun := range []bool{true, false} { // nothing of the first where the second cannot be taken in
		for _, b := range bundles {
			if !dryRun && dry {
				return nil
			}
			m, err := f.Merge(b, key, dryRun)
			if err != nil {
				return err
			}
			if dryRun == dry {
				a.tellMerge(m, dry)
			}
		}
	}
	return nil
}

func (a *app) tellMerge(m store.Merged, dry bool) {
	fmt.Fprint(a.err, kit.Clean(m.String()))
	if dry {
		fmt.Fprint(a.err, " Nothing was taken in.")
	}
	fmt.Fprintln(a.err)
}

func (a *app) exchange() *cobra.Command {
	k := keys{app: a}
	cmd := &cobra.Command{
		Use: "exchange FOLDER FILE", Short: "Keep a shared folder or a stick in step: take in the bundles of others, write your own", Args: takes(2, 2),
		RunE: a.does(func(_ *cobra.Command, args []string) (err error) {
			folder, path := args[0], args[1]
			if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
				id, err := k.load()
				if err != nil {
					return err
				}
				f, m, err := a.lib().CreateFromFolder(id, folder, path)
				if err != nil {
					return err
				}
				a.tellMerge(m, false)
				if err := f.Close(); err != nil {
					return err
				}
			}
			return a.withFile(path, false, func(f *store.File, b *model.Board) error {
				id, err := k.introduced(f, b)
				if err != nil {
					return err
				}
				x, err := f.Exchange(id, folder)
				if refused := a.tellExchange(x, folder); err == nil {
					err = refused
				}
				return err
			})
		}),
	}
	k.flags(cmd)
	return cmd
}

// tellExchange tells what came of an exchange, with every bundle that was refused; those make it fail in the end.
func (a *app) tellExchange(x store.Exchanged, folder string) error {
	for _, m := range x.In {
		a.tellMerge(m, false)
	}
	for _, s := range x.Out {
		fmt.Fprintln(a.err, s)
	}
	for _, err := range x.Refused {
		fmt.Fprintln(a.err, "Not taken in: "+kit.Clean(model.Explain(err)))
	}
	if n := len(x.Refused); n > 0 {
		return &model.Error{Code: model.Conflict, Subject: folder, Message: count(n, "bundle was", "bundles were") + " not taken in, as said above; everything else was exchanged."}
	}
	return nil
}
