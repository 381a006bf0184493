package wiretest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sdksmith.invalid/runtime/core"
)

// Exchange is a request as it must arrive, and the response to it.
type Exchange struct {
	Method string
	Path   string
	// Query has "name=value" in any order, percent-encoded.
	Query  []string
	Header map[string]string
	// Body is JSON; empty where nothing is said of a body. BodyKind is json, form, multipart, content or none.
	Body     string
	BodyKind string

	Status       int
	ContentType  string
	ResponseBody string
}

// Serve starts a server for a test, which expects the exchanges one after the other, and returns its URL.
func Serve(t *testing.T, exchanges ...Exchange) string {
	t.Helper()
	var mutex sync.Mutex
	count := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		at := count
		count++
		mutex.Unlock()
		if at >= len(exchanges) {
			t.Errorf("one request too many: %s %s", r.Method, r.URL)
			w.WriteHeader(http.StatusTeapot)
			return
		}
		expected := exchanges[at]
		for _, complaint := range expected.complaints(r) {
			t.Errorf("request %d: %s", at+1, complaint)
		}
		if expected.ContentType != "" {
			w.Header().Set("Content-Type", expected.ContentType)
		}
		w.WriteHeader(expected.Status)
		_, _ = io.WriteString(w, expected.ResponseBody)
	}))
	t.Cleanup(func() {
		server.Close()
		mutex.Lock()
		defer mutex.Unlock()
		if count != len(exchanges) {
			t.Errorf("%d requests came instead of %d", count, len(exchanges))
		}
	})
	return server.URL
}

// Client returns what sends every request to one server, whatever its host.
func Client(url string) *http.Client { return &http.Client{Transport: redirected(url)} }

type redirected string

func (to redirected) RoundTrip(request *http.Request) (*http.Response, error) {
	target, err := url.Parse(string(to))
	if err != nil {
		return nil, err
	}
	request = request.Clone(request.Context())
	request.URL.Scheme, request.URL.Host = target.Scheme, target.Host
	return http.DefaultTransport.RoundTrip(request)
}

func (e *Exchange) complaints(r *http.Request) []string {
	var found []string
	complain := func(format string, values ...any) { found = append(found, fmt.Sprintf(format, values...)) }
	if r.Method != e.Method {
		complain("method %s instead of %s", r.Method, e.Method)
	}
	path, query, _ := strings.Cut(r.RequestURI, "?")
	if path != e.Path {
		complain("path %s instead of %s", path, e.Path)
	}
	var pairs []string
	if query != "" {
		pairs = strings.Split(query, "&")
	}
	if !slices.Equal(byName(pairs), byName(e.Query)) {
		complain("query %q instead of %q", pairs, e.Query)
	}
	for name, value := range e.Header {
		got := r.Header.Get(name)
		if http.CanonicalHeaderKey(name) == "Content-Type" && strings.HasPrefix(got, value) {
			continue
		}
		if got != value {
			complain("header %s: %q instead of %q", name, got, value)
		}
	}
	content, err := io.ReadAll(r.Body)
	if err != nil {
		complain("the body can't be read: %v", err)
	}
	if complaint := e.body(r, content); complaint != "" {
		complain("body: %s", complaint)
	}
	return found
}

// byName sorts the parameters of a query; those of one name keep their order, which has a meaning.
func byName(pairs []string) []string {
	sorted := slices.Clone(pairs)
	slices.SortStableFunc(sorted, func(a, b string) int {
		first, _, _ := strings.Cut(a, "=")
		second, _, _ := strings.Cut(b, "=")
		return strings.Compare(first, second)
	})
	return sorted
}

func (e *Exchange) body(r *http.Request, content []byte) string {
	var got any
	switch e.BodyKind {
	case "none":
		if len(content) > 0 {
			return "there is one: " + string(content)
		}
		return ""
	case "json":
		if err := json.Unmarshal(content, &got); err != nil {
			return err.Error()
		}
	case "content":
		got = string(content)
	case "form":
		values, err := url.ParseQuery(string(content))
		if err != nil {
			return err.Error()
		}
		got = texts(values)
	case "multipart":
		values, err := partsOf(r, content)
		if err != nil {
			return err.Error()
		}
		got = texts(values)
	default:
		return ""
	}
	return difference(got, e.Body)
}

func texts(values url.Values) any {
	found := map[string]any{}
	for name, all := range values {
		list := make([]any, len(all))
		for i, each := range all {
			list[i] = each
			var value any
			if strings.HasPrefix(each, "{") && json.Unmarshal([]byte(each), &value) == nil {
				list[i] = value
			}
		}
		found[name] = list
	}
	return found
}

func partsOf(r *http.Request, content []byte) (url.Values, error) {
	_, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return nil, err
	}
	found := url.Values{}
	reader := multipart.NewReader(strings.NewReader(string(content)), parameters["boundary"])
	for {
		part, err := reader.NextPart()
		if err == io.EOF {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(part)
		if err != nil {
			return nil, err
		}
		found.Add(part.FormName(), string(text))
	}
}

// difference says how a value differs from one in JSON; moments are compared as such.
func difference(got any, expected string) string {
	var want any
	if err := json.Unmarshal([]byte(expected), &want); err != nil {
		return "the test is wrong: " + err.Error()
	}
	if same(got, want) {
		return ""
	}
	text, _ := json.Marshal(got)
	return fmt.Sprintf("%s instead of %s", text, expected)
}

func same(a, b any) bool {
	switch x := a.(type) {
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for key, value := range x {
			other, ok := y[key]
			if !ok || !same(value, other) {
				return false
			}
		}
		return true
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !same(x[i], y[i]) {
				return false
			}
		}
		return true
	case string:
		y, ok := b.(string)
		if !ok || x == y {
			return ok
		}
		s, err := time.Parse(time.RFC3339Nano, x)
		u, failed := time.Parse(time.RFC3339Nano, y)
		return err == nil && failed == nil && s.Equal(u)
	}
	return reflect.DeepEqual(a, b)
}

// Holds makes sure that a call went well, and that what it returned, written again, is the JSON value that came.
func Holds(t *testing.T, err error, got any, expected string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	if complaint := difference(value, expected); complaint != "" {
		t.Error("the response: " + complaint)
	}
}

// HasStatus makes sure that a call failed with a status.
func HasStatus(t *testing.T, err error, status int) {
	t.Helper()
	var found *core.APIError
	if !errors.As(err, &found) {
		t.Fatalf("%v instead of the status %d", err, status)
	}
	if found.StatusCode != status {
		t.Errorf("status %d instead of %d", found.StatusCode, status)
	}
}

// All returns the items of all pages, or of a stream.
func All[T any](t *testing.T, items func(func(T, error) bool)) []T {
	t.Helper()
	found := []T{}
	for item, err := range items {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, item)
	}
	return found
}
