package call

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strconv"

	"github.com/auth0/go-auth0/management/management/core"
	"github.com/auth0/go-auth0/management/management/internal/codec"
)

// Paging says how an operation pages.
type Paging[T, R any] struct {
	// Kind is offset (a page number), items (a number of items to pass over), cursor, last-item, next-url or link-header.
	Kind string
	// Parameter is the query parameter that chooses the page.
	Parameter string
	// First is the number of the first page.
	First int
	// Items returns those of a page.
	Items func(R) []T
	// WithItems makes a page of bare items; nil where a page is no more than that.
	WithItems func([]T) R
	// Next returns the cursor or the URL of the next page, or whether there is one.
	Next func(R) any
	// Key returns what names an item.
	Key func(T) any
}

// Pages makes a call that pages, and returns the first page.
func Pages[T, R any](ctx context.Context, c *Client, e *Endpoint, in Input, options []Option, rule *Paging[T, R]) (*core.Page[T, R], error) {
	walk := &walk[T, R]{client: c, endpoint: e, in: in, options: options, rule: rule, limit: 1}
	return walk.page(ctx, nil)
}

// RawPages is Pages with the first response.
func RawPages[T, R any](ctx context.Context, c *Client, e *Endpoint, in Input, options []Option, rule *Paging[T, R]) (*core.Response[*core.Page[T, R]], error) {
	walk := &walk[T, R]{client: c, endpoint: e, in: in, options: options, rule: rule, limit: 1}
	page, err := walk.page(ctx, nil)
	if err != nil {
		return nil, err
	}
	return &core.Response[*core.Page[T, R]]{StatusCode: walk.status, Header: walk.header, Data: page}, nil
}

// walk goes from page to page. A circle shows, whatever its length, by the place kept after 1, 2, 4, 8 ... steps.
type walk[T, R any] struct {
	client   *Client
	endpoint *Endpoint
	in       Input
	options  []Option
	rule     *Paging[T, R]
	status   int
	header   http.Header

	mark         url.Values
	steps, limit int
}

func (w walk[T, R]) advanced(to url.Values) (*walk[T, R], error) {
	if w.mark != nil && sameQuery(w.mark, to) {
		return nil, core.ErrPaginationLoop
	}
	w.steps++
	if w.steps == w.limit {
		w.mark, w.steps, w.limit = to, 0, w.limit*2
	}
	return &w, nil
}

func sameQuery(a, b url.Values) bool {
	return maps.EqualFunc(a, b, func(x, y []string) bool { return slices.Equal(x, y) })
}

func (w *walk[T, R]) page(ctx context.Context, override url.Values) (*core.Page[T, R], error) {
	settings := w.client.with(w.options)
	settings.pageQuery = override
	response, info, err := w.client.success(ctx, w.endpoint, w.in, &settings, false)
	if err != nil {
		return nil, err
	}
	content := contentOf(response)
	w.status, w.header = response.StatusCode, response.Header
	var data R
	var items []T
	if trimmed := bytes.TrimSpace(content); w.rule.WithItems != nil && len(trimmed) > 0 && trimmed[0] == '[' {
		if err := codec.UnmarshalWith(content, &items, settings.decoding(ctx, info)); err != nil {
			return nil, err
		}
		data = w.rule.WithItems(items)
	} else {
		if err := decode(ctx, &settings, info, response.Header, content, &data); err != nil {
			return nil, err
		}
		if !isNil(data) {
			items = w.rule.Items(data)
		}
	}
	asked := response.Request.URL.Query()
	following, err := w.rule.following(asked, response.Header, data, items)
	if err != nil {
		return nil, err
	}
	if following == nil {
		return core.NewPage[T, R](items, data, nil), nil
	}
	merged := url.Values{}
	maps.Copy(merged, override)
	maps.Copy(merged, following)
	return core.NewPage(items, data, func(ctx context.Context) (*core.Page[T, R], error) {
		next, err := w.advanced(merged)
		if err != nil {
			return nil, err
		}
		return next.page(ctx, merged)
	}), nil
}

var nextLink = regexp.MustCompile(`(?i)<([^>]*)>[^<,]*;\s*rel="?next"?(?:[\s;,]|$)`)

// following returns the query parameters of the page after one, nil after the last.
func (p *Paging[T, R]) following(asked url.Values, header http.Header, data R, items []T) (url.Values, error) {
	var next any
	if p.Next != nil && !isNil(data) {
		next = dereferenced(p.Next(data))
	}
	switch p.Kind {
	case "offset", "items":
		if len(items) == 0 {
			return nil, nil
		}
		current, err := strconv.Atoi(asked.Get(p.Parameter))
		if err != nil {
			current = 0
			if p.Kind == "offset" {
				current = p.First
			}
		}
		step := 1
		if p.Kind == "items" {
			step = len(items)
		}
		return url.Values{p.Parameter: {strconv.Itoa(current + step)}}, nil
	case "cursor":
		if next == nil || fmt.Sprint(next) == "" {
			return nil, nil
		}
		cursor := fmt.Sprint(next)
		if asked.Get(p.Parameter) == cursor {
			return nil, core.ErrPaginationLoop
		}
		return url.Values{p.Parameter: {cursor}}, nil
	case "last-item":
		if more, ok := next.(bool); len(items) == 0 || !ok || !more {
			return nil, nil
		}
		key := fmt.Sprint(dereferenced(p.Key(items[len(items)-1])))
		if asked.Get(p.Parameter) == key {
			return nil, core.ErrPaginationLoop
		}
		return url.Values{p.Parameter: {key}}, nil
	case "next-url":
		if text, ok := next.(string); ok && text != "" {
			return linked(text, asked)
		}
	case "link-header":
		if found := nextLink.FindStringSubmatch(header.Get("Link")); found != nil {
			return linked(found[1], asked)
		}
	}
	return nil, nil
}

// linked returns the query of a link; only that, so that it can't lead to another server.
func linked(text string, asked url.Values) (url.Values, error) {
	parsed, err := url.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("the server's link to the next page is no URL")
	}
	following := parsed.Query()
	for name, values := range following {
		if !slices.Equal(asked[name], values) {
			return following, nil
		}
	}
	return nil, core.ErrPaginationLoop
}

func dereferenced(value any) any {
	v := reflect.ValueOf(value)
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	if !v.IsValid() {
		return nil
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		return v.Bool()
	}
	return v.Interface()
}
