package call

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

type thing struct {
	ID string `json:"id"`
}

// service is a server that keeps what it was asked.
type service struct {
	*httptest.Server
	mutex  sync.Mutex
	bodies []string
}

func serve(t *testing.T, respond func(w http.ResponseWriter, r *http.Request, number int)) *service {
	s := &service{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mutex.Lock()
		s.bodies = append(s.bodies, string(body))
		number := len(s.bodies)
		s.mutex.Unlock()
		respond(w, r, number)
	}))
	t.Cleanup(s.Close)
	return s
}

// newServer is a server that reads nothing by itself.
func newServer(t *testing.T, respond http.HandlerFunc) *httptest.Server {
	server := httptest.NewServer(respond)
	t.Cleanup(server.Close)
	return server
}

func (s *service) count() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return len(s.bodies)
}

// client returns a client of the server that never waits between attempts.
func (s *service) client(options ...Option) *Client {
	usual := []Option{func(settings *Settings) {
		settings.BaseURL = s.URL
		settings.sleep = func(ctx context.Context, _ time.Duration) error { return ctx.Err() }
	}}
	return NewClient(Server{URL: s.URL}, "", nil, nil, append(usual, options...))
}

var getThing = &Endpoint{Method: http.MethodGet, Path: "/things/{id}"}

func withTimeout(limit time.Duration) Option { return func(s *Settings) { s.Timeout = limit } }

func withToken(token string) Option {
	return func(s *Settings) {
		s.Token = func(context.Context) (string, error) { return token, nil }
	}
}
