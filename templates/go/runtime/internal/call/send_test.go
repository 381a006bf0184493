package call

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"sdksmith.invalid/runtime/core"
)

func TestAStatusThatPassesIsTriedAgainAndNoOther(t *testing.T) {
	for status, requests := range map[int]int{408: 3, 409: 3, 429: 3, 500: 3, 503: 3, 400: 1, 401: 1, 404: 1, 422: 1} {
		server := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) { w.WriteHeader(status) })
		_, err := Data[*thing](context.Background(), server.client(), getThing, Input{Path: []any{"1"}}, nil)
		var fault *core.APIError
		if !errors.As(err, &fault) || fault.StatusCode != status || server.count() != requests {
			t.Errorf("%d: %d requests, %v", status, server.count(), err)
		}
	}
}

func TestAConnectionThatBreaksIsTriedAgain(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, number int) {
		if number < 3 {
			connection, _, _ := w.(http.Hijacker).Hijack()
			_ = connection.Close()
			return
		}
		_, _ = io.WriteString(w, `{"id":"a"}`)
	})
	found, err := Data[*thing](context.Background(), server.client(), getThing, Input{Path: []any{"1"}}, nil)
	if err != nil || found.ID != "a" || server.count() != 3 {
		t.Error(found, err, server.count())
	}
}

func TestAReaderIsSentAgainFromWhereItStood(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, number int) {
		if number < 3 {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	content := strings.NewReader("before|content")
	_, _ = content.Seek(7, io.SeekStart)
	put := &Endpoint{Method: http.MethodPut, Path: "/file", Body: "content"}
	if err := Nothing(context.Background(), server.client(), put, Input{Body: content}, nil); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(server.bodies); got != "[content content content]" {
		t.Error(got)
	}
}

func TestAReaderThatCannotGoBackIsSentOnce(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) { w.WriteHeader(http.StatusServiceUnavailable) })
	put := &Endpoint{Method: http.MethodPut, Path: "/file", Body: "content"}
	err := Nothing(context.Background(), server.client(), put, Input{Body: io.MultiReader(strings.NewReader("once"))}, nil)
	var fault *core.APIError
	if !errors.As(err, &fault) || server.count() != 1 {
		t.Error(err, server.count())
	}
}

// slowFile says where it was read from while something else moved it.
type slowFile struct {
	*bytes.Reader
	content []byte
}

func (f *slowFile) Read(to []byte) (int, error) {
	time.Sleep(100 * time.Microsecond)
	return f.Reader.Read(to[:min(len(to), 1<<10)])
}

func TestAnAttemptThatIsOverReadsNoMoreOfTheReader(t *testing.T) {
	content := bytes.Repeat([]byte("0123456789abcdef"), 4<<10)
	for name, endpoint := range map[string]*Endpoint{
		"content":   {Method: http.MethodPut, Path: "/file", Body: "content"},
		"multipart": {Method: http.MethodPut, Path: "/file", Body: "multipart"},
	} {
		received := make(chan []byte, 1)
		number := 0
		// The first response comes before the request was read.
		server := newServer(t, func(w http.ResponseWriter, r *http.Request) {
			number++
			if number == 1 {
				w.Header().Set("Connection", "close")
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			whole, _ := io.ReadAll(r.Body)
			received <- whole
		})
		file := &slowFile{bytes.NewReader(content), content}
		in := Input{Body: io.Reader(file)}
		if name == "multipart" {
			in = Input{Request: &struct {
				File io.Reader `json:"file"`
			}{file}}
		}
		client := NewClient(Server{URL: server.URL}, "", nil, nil, []Option{func(s *Settings) {
			s.sleep = func(context.Context, time.Duration) error { return nil }
		}})
		if err := Nothing(context.Background(), client, endpoint, in, nil); err != nil {
			t.Fatal(name, err)
		}
		if got := <-received; !bytes.Contains(got, content) {
			t.Errorf("%s: %d bytes of %d came, or others", name, len(got), len(content))
		}
	}
}

func TestCancellingEndsTheWaitForAnotherAttempt(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	ctx, cancel := context.WithCancel(context.Background())
	client := server.client(func(s *Settings) {
		s.sleep = sleep
		s.OnRetry = func(context.Context, core.RetryInfo) { cancel() }
	})
	_, err := Data[*thing](ctx, client, getThing, Input{Path: []any{"1"}}, nil)
	if !errors.Is(err, context.Canceled) || server.count() != 1 {
		t.Error(err, server.count())
	}
}

func TestATimeoutIsADeadlineWhereverItStrikes(t *testing.T) {
	for name, begin := range map[string]string{"before the header": "", "within the content": `{"id":`} {
		over := make(chan struct{})
		server := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
			if begin != "" {
				_, _ = io.WriteString(w, begin)
				w.(http.Flusher).Flush()
			}
			<-over
		})
		client := server.client(withTimeout(20*time.Millisecond), func(s *Settings) { s.MaxRetries = 1 })
		_, err := Data[*thing](context.Background(), client, getThing, Input{Path: []any{"1"}}, nil)
		close(over)
		var fault *core.TransportError
		if !errors.Is(err, context.DeadlineExceeded) || !errors.As(err, &fault) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestContentThatBreaksOffIsTriedAgain(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, number int) {
		if number == 1 {
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, `{"id":`)
			return
		}
		_, _ = io.WriteString(w, `{"id":"a"}`)
	})
	found, err := Data[*thing](context.Background(), server.client(), getThing, Input{Path: []any{"1"}}, nil)
	if err != nil || found.ID != "a" || server.count() != 2 {
		t.Error(found, err, server.count())
	}
}

func TestARedirectToAnotherHostTakesNoSecretAlong(t *testing.T) {
	var seen []*http.Request
	keep := func(r *http.Request) { seen = append(seen, r) }
	var back string
	other := newServer(t, func(w http.ResponseWriter, r *http.Request) {
		keep(r)
		http.Redirect(w, r, back+"/again", http.StatusFound)
	})
	home := newServer(t, func(w http.ResponseWriter, r *http.Request) {
		keep(r)
		if r.URL.Path == "/again" {
			_, _ = io.WriteString(w, `{"id":"a"}`)
			return
		}
		http.Redirect(w, r, other.URL+"/there", http.StatusFound)
	})
	back = home.URL
	client := NewClient(Server{URL: home.URL}, "", nil, nil, []Option{withToken("secret"), func(s *Settings) {
		s.SetCredential("key", Credential{Query: "api_key", Value: "secret"})
		s.Header.Set("X-Mine", "secret")
	}})
	if _, err := Data[*thing](context.Background(), client, getThing, Input{Path: []any{"1"}}, nil); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 3 {
		t.Fatal(len(seen))
	}
	// What was taken away does not come back: whoever sent the request home would choose what it does there.
	for _, request := range seen[1:] {
		if text := fmt.Sprint(request.Header, request.URL); strings.Contains(text, "secret") {
			t.Error(text)
		}
	}
}

func TestErrorsOfTransportSayNothingOfTheQuery(t *testing.T) {
	client := NewClient(Server{URL: "http://127.0.0.1:1"}, "", nil, nil, []Option{withToken("secret"), func(s *Settings) {
		s.MaxRetries = 0
		s.Query = map[string][]string{"api_key": {"secret"}}
	}})
	_, err := Data[*thing](context.Background(), client, getThing, Input{Path: []any{"1"}}, nil)
	var fault *core.TransportError
	if !errors.As(err, &fault) || strings.Contains(fmt.Sprintf("%v %+v %#v", err, err, fault.Cause), "secret") {
		t.Error(err)
	}
}
