package call

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"sdksmith.invalid/runtime/core"
)

func machine(tokens *ClientCredentials) Option { return func(s *Settings) { s.Tokens = tokens } }

func TestARefusedTokenIsRenewedOnceForAllCallsThatHeldIt(t *testing.T) {
	var issued, refused atomic.Int32
	const calls = 8
	all := make(chan struct{})
	server := serve(t, func(w http.ResponseWriter, r *http.Request, _ int) {
		if r.URL.Path == "/token" {
			_, _ = fmt.Fprintf(w, `{"access_token":"t%d","expires_in":3600}`, issued.Add(1))
			return
		}
		if r.Header.Get("Authorization") == "Bearer t1" {
			if refused.Add(1) == calls {
				close(all)
			}
			<-all
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_, _ = io.WriteString(w, `{"id":"a"}`)
	})
	client := server.client(machine(&ClientCredentials{ID: "me", Secret: "s", URL: "/token"}))
	var group sync.WaitGroup
	for range calls {
		group.Go(func() {
			if _, err := Data[*thing](context.Background(), client, getThing, Input{Path: []any{"1"}}, nil); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if got := issued.Load(); got != 2 {
		t.Error(got, "tokens")
	}
}

func TestWhoWaitsForATokenStopsWhenCancelled(t *testing.T) {
	asked, over := make(chan struct{}), make(chan struct{})
	server := serve(t, func(w http.ResponseWriter, r *http.Request, _ int) {
		close(asked)
		<-over
		_, _ = io.WriteString(w, `{"access_token":"t"}`)
	})
	tokens := &ClientCredentials{ID: "me", Secret: "s", URL: "/token"}
	client := server.client(machine(tokens))
	first := make(chan error)
	go func() {
		first <- Nothing(context.Background(), client, getThing, Input{Path: []any{"1"}}, []Option{func(s *Settings) { s.MaxRetries = 0 }})
	}()
	<-asked
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Nothing(ctx, client, getThing, Input{Path: []any{"1"}}, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	server.CloseClientConnections()
	close(over)
	<-first
}

func TestClientsThatShareAnOptionShareNoToken(t *testing.T) {
	respond := func(name string) func(http.ResponseWriter, *http.Request, int) {
		return func(w http.ResponseWriter, r *http.Request, _ int) {
			if r.URL.Path == "/token" {
				_, _ = fmt.Fprintf(w, `{"access_token":"%s"}`, name)
				return
			}
			_, _ = fmt.Fprintf(w, `{"id":"%s"}`, r.Header.Get("Authorization"))
		}
	}
	one, two := serve(t, respond("one")), serve(t, respond("two"))
	shared := machine(&ClientCredentials{ID: "me", Secret: "s", URL: "/token"})
	first, second := one.client(shared), two.client(shared)
	for client, expected := range map[*Client]string{first: "Bearer one", second: "Bearer two"} {
		found, err := Data[*thing](context.Background(), client, getThing, Input{Path: []any{"1"}}, nil)
		if err != nil || found.ID != expected {
			t.Error(found, err)
		}
	}
}

func TestTheSecretOfATokenRequestStaysWithItsHost(t *testing.T) {
	var leaked string
	other := newServer(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		leaked = string(body) + fmt.Sprint(r.Header)
		_, _ = io.WriteString(w, `{"access_token":"t"}`)
	})
	server := serve(t, func(w http.ResponseWriter, r *http.Request, _ int) {
		if r.URL.Path == "/token" {
			http.Redirect(w, r, "/token/", http.StatusPermanentRedirect)
			return
		}
		http.Redirect(w, r, other.URL, http.StatusPermanentRedirect)
	})
	for _, inHeader := range []bool{false, true} {
		client := server.client(machine(&ClientCredentials{ID: "me", Secret: "very secret", URL: "/token", InHeader: inHeader}))
		err := Nothing(context.Background(), client, getThing, Input{Path: []any{"1"}}, nil)
		var fault *core.TokenError
		if !errors.As(err, &fault) || leaked != "" || strings.Contains(err.Error(), "secret") {
			t.Errorf("%v %q", err, leaked)
		}
	}
}
