package call

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"sdksmith.invalid/runtime/internal/codec"
)

// Endpoint describes an operation.
type Endpoint struct {
	Method string
	Path   string
	// Body says how the body is written: json, form, multipart, content or lines; empty for none.
	Body        string
	ContentType string
	// OptionalBody says that no body is sent when nothing of it is set.
	OptionalBody bool
	// Accept is empty for JSON.
	Accept string
	// Server is where this operation is served, if elsewhere.
	Server *Server
	// Security holds the alternatives; nil for those of the client.
	Security [][]string
	// Errors makes a pointer to the type of an error's body, by status: "404", "4XX" or "default".
	Errors map[string]func() any
	// Styles of path parameters that are not written in the usual way, by name: "label,explode".
	Styles map[string]string
}

// Input is what a call was given.
type Input struct {
	// Path has the values of the path parameters, in the order of the path.
	Path []any
	// Request is a pointer to a struct whose fields are parameters and properties of the body, by their tags.
	Request any
	// Body is a whole body.
	Body any
}

var errRequest = errors.New("the request is nil")

// request is an HTTP request that can be made again for another attempt.
type request struct {
	method  string
	url     string
	header  http.Header
	content func() (io.ReadCloser, int64, error)
	// Whether content can be had more than once.
	replayable bool
}

func (e *Endpoint) build(settings *Settings, in Input) (*request, error) {
	if settings.Err != nil {
		return nil, settings.Err
	}
	path, err := e.expand(in.Path)
	if err != nil {
		return nil, err
	}
	query := &queryWriter{}
	made := &request{method: e.Method, header: http.Header{}, replayable: true}
	accept := e.Accept
	if accept == "" {
		accept = "application/json"
	}
	made.header.Set("Accept", accept)
	if settings.UserAgent != "" {
		made.header.Set("User-Agent", settings.UserAgent)
	}
	var fields reflect.Value
	if in.Request != nil {
		pointer := reflect.ValueOf(in.Request)
		if pointer.IsNil() {
			if !e.needsNothing(pointer.Type().Elem()) {
				return nil, errRequest
			}
			pointer = reflect.New(pointer.Type().Elem())
		}
		fields = pointer.Elem()
		if err := writeParameters(fields, query, made.header); err != nil {
			return nil, err
		}
	}
	for name, values := range settings.Query {
		for _, value := range values {
			query.add(name, escape(value))
		}
	}
	for name, values := range settings.Header {
		made.header[http.CanonicalHeaderKey(name)] = values
	}
	base, err := e.base(settings)
	if err != nil {
		return nil, err
	}
	base, baseQuery, _ := strings.Cut(base, "?")
	made.url = strings.TrimRight(base, "/") + path
	if text := replaced(query.String(), settings.pageQuery); text != "" || baseQuery != "" {
		separator := "?"
		if strings.Contains(made.url, "?") {
			separator = "&"
		}
		made.url += separator + strings.Trim(baseQuery+"&"+text, "&")
	}
	return made, e.writeBody(made, settings, fields, in.Body)
}

// needsNothing says whether a request may be left out: there is no body, or none is needed, and every field may be nil.
func (e *Endpoint) needsNothing(request reflect.Type) bool {
	if e.Body != "" && !e.OptionalBody {
		return false
	}
	for i := range request.NumField() {
		switch field := request.Field(i); field.Type.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		default:
			if !field.Anonymous {
				return false
			}
		}
	}
	return true
}

// replaced puts the parameters of another page in the place of those of the first.
func replaced(text string, page url.Values) string {
	if len(page) == 0 {
		return text
	}
	query := &queryWriter{}
	done := map[string]bool{}
	write := func(name string) {
		if !done[name] {
			done[name] = true
			for _, value := range page[name] {
				query.add(name, escape(value))
			}
		}
	}
	for pair := range strings.SplitSeq(text, "&") {
		quoted, value, _ := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(quoted)
		if _, given := page[name]; err == nil && given {
			write(name)
		} else if pair != "" {
			query.add(name, value)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(page)) {
		write(name)
	}
	return query.String()
}

func (e *Endpoint) base(settings *Settings) (string, error) {
	if e.Server == nil || settings.callBaseURL {
		return settings.BaseURL, nil
	}
	elsewhere := strings.Contains(e.Server.URL, "://") || strings.HasPrefix(e.Server.URL, "//") || strings.HasPrefix(e.Server.URL, "{")
	if elsewhere && settings.OneServer {
		return settings.BaseURL, nil
	}
	text, err := e.Server.resolve(settings.Variables, nil)
	if err != nil {
		return "", err
	}
	return checkedBaseURL(resolved(settings.BaseURL, text), nil)
}

// expand fills the placeholders of the path.
func (e *Endpoint) expand(values []any) (string, error) {
	var text strings.Builder
	rest := e.Path
	for _, value := range values {
		before, after, _ := strings.Cut(rest, "{")
		name, following, _ := strings.Cut(after, "}")
		text.WriteString(before)
		part, err := pathValue(name, e.Styles[name], reflect.ValueOf(value))
		if err != nil {
			return "", err
		}
		text.WriteString(part)
		rest = following
	}
	text.WriteString(rest)
	return text.String(), nil
}

func (e *Endpoint) writeBody(made *request, settings *Settings, fields reflect.Value, whole any) error {
	if e.Body == "" {
		return nil
	}
	if fields.IsValid() {
		if body, ok := wholeBody(fields); ok {
			whole = body
		} else if e.OptionalBody && len(settings.Body) == 0 && !anyField(fields) {
			return nil
		} else if e.Body == "form" || e.Body == "multipart" {
			return e.writeFields(made, settings, fields)
		} else {
			whole = fields.Addr().Interface()
		}
	}
	if isNil(whole) && e.Body != "json" {
		if e.OptionalBody {
			return nil
		}
		return errRequest
	}
	if isNil(whole) && !isNullable(whole) {
		if e.OptionalBody {
			return nil
		}
		return errRequest
	}
	switch e.Body {
	case "json":
		content, err := codec.Marshal(whole)
		if err != nil {
			return fmt.Errorf("the request: %w", err)
		}
		if content, err = merged(content, settings.Body); err != nil {
			return err
		}
		made.setContent(content, or(e.ContentType, "application/json"))
	case "form", "multipart":
		return e.writeFields(made, settings, reflect.Indirect(reflect.ValueOf(whole)))
	case "lines":
		return made.setLines(whole, e.ContentType)
	default:
		return made.setStream(whole, or(e.ContentType, "application/octet-stream"))
	}
	return nil
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func isNil(value any) bool {
	if value == nil {
		return true
	}
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Interface:
		return v.IsNil()
	}
	return false
}

// isNullable says whether a nil is a value of its own, which is written as null.
func isNullable(value any) bool { return value == nil }
