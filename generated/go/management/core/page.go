package core

import (
	"context"
	"iter"
)

// Page is a page of items, and the way to the next.
type Page[T, R any] struct {
	// Items are those of this page.
	Items []T
	// Response is the whole of it.
	Response R

	next func(context.Context) (*Page[T, R], error)
}

// NewPage returns a page; next is nil for the last.
func NewPage[T, R any](items []T, response R, next func(context.Context) (*Page[T, R], error)) *Page[T, R] {
	return &Page[T, R]{Items: items, Response: response, next: next}
}

// HasNext says whether there may be another page.
func (p *Page[T, R]) HasNext() bool { return p != nil && p.next != nil }

// Next gets the page after this one, nil after the last.
func (p *Page[T, R]) Next(ctx context.Context) (*Page[T, R], error) {
	if !p.HasNext() {
		return nil, nil
	}
	return p.next(ctx)
}

// All returns the items of this page and of all that follow, each page when its first item is asked for. An error ends it.
func (p *Page[T, R]) All(ctx context.Context) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for page := p; page != nil; {
			for _, item := range page.Items {
				if !yield(item, nil) {
					return
				}
			}
			following, err := page.Next(ctx)
			if err != nil {
				var zero T
				yield(zero, err)
				return
			}
			page = following
		}
	}
}
