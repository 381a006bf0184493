package call

import (
	"bufio"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestEventsAreReadAsTheStandardSays(t *testing.T) {
	text := "\xef\xbb\xbf: comment\ndata: a\ndata:b\r\rid: 1\nevent: named\r\ndata\r\n\r\nevent: lost\n\nid: 2\x00\ndata: c\n\ndata: cut off"
	parser := &eventParser{lines: bufio.NewReader(strings.NewReader(text))}
	var found []event
	for {
		next, err := parser.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, next)
	}
	expected := []event{{"message", "a\nb", ""}, {"named", "", "1"}, {"message", "c", "1"}}
	if !reflect.DeepEqual(found, expected) {
		t.Errorf("%q", found)
	}
}

func TestDelays(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	settings := Settings{firstDelay: time.Second, longestDelay: time.Minute, now: func() time.Time { return now }, random: func() float64 { return 0 }}
	for _, each := range []struct {
		name, value string
		delay       time.Duration
	}{
		{"Retry-After-Ms", "250", 250 * time.Millisecond},
		{"Retry-After", "3", 3 * time.Second},
		{"Retry-After", "1e300", time.Minute},
		{"Retry-After", "NaN", time.Second},
		{"Retry-After", "Fri, 02 Jan 2026 03:04:15 GMT", 10 * time.Second},
		{"Retry-After", "Fri, 02 Jan 2026 03:04:00 GMT", 0},
		{"X-RateLimit-Reset", "1767323055", 10 * time.Second},
		{"X-RateLimit-Reset", "1", time.Second},
	} {
		header := http.Header{}
		header.Set(each.name, each.value)
		if got := settings.delay(0, header); got != each.delay {
			t.Errorf("%s: %s: %v instead of %v", each.name, each.value, got, each.delay)
		}
	}
	if got := settings.backoff(40); got != time.Minute {
		t.Error(got)
	}
}

func TestVariablesOfAServerStayInTheirPlace(t *testing.T) {
	server := Server{URL: "https://{region}.example.com/{path}", Defaults: map[string]string{"region": "eu", "path": "v1"}}
	for _, each := range []struct {
		values map[string]string
		url    string
	}{
		{nil, "https://eu.example.com/v1"},
		{map[string]string{"region": "us", "path": "a/b"}, "https://us.example.com/a/b"},
		{map[string]string{"region": "evil.com/"}, ""},
		{map[string]string{"region": "a@evil"}, ""},
		{map[string]string{"region": "x#"}, ""},
		{map[string]string{"path": "x?y"}, ""},
		{map[string]string{"path": "{path}"}, ""},
	} {
		got, err := server.resolve(each.values, nil)
		if (err != nil) != (each.url == "") || got != each.url {
			t.Errorf("%v: %q, %v", each.values, got, err)
		}
	}
}

func TestCredentialsStayWithTheirHost(t *testing.T) {
	policy := keepCredentials(nil)
	first, _ := http.NewRequest(http.MethodGet, "https://api.example.com/a", nil)
	first.Header.Set("X-Key", "secret")
	first.Header.Set("Accept", "application/json")
	for target, kept := range map[string]bool{
		"https://api.example.com/b": true, "https://evil.example/b": false, "http://api.example.com/b": false,
	} {
		next, _ := http.NewRequest(http.MethodGet, target, nil)
		next.Header = first.Header.Clone()
		if err := policy(next, []*http.Request{first}); err != nil {
			t.Fatal(err)
		}
		if (next.Header.Get("X-Key") != "") != kept || next.Header.Get("Accept") == "" {
			t.Errorf("%s: %v", target, next.Header)
		}
	}
}
