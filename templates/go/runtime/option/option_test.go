package option

import (
	"context"
	"net/http"
	"testing"

	"sdksmith.invalid/runtime/internal/call"
)

func TestTheLastOfSeveralCredentialsHolds(t *testing.T) {
	machine := func(s *call.Settings) { s.Tokens = &call.ClientCredentials{ID: "me"} }
	var settings call.Settings
	for _, option := range []RequestOption{WithToken("a"), machine, WithToken("b")} {
		option(&settings)
	}
	token, err := settings.Token(context.Background())
	if token != "b" || err != nil || settings.Tokens != nil {
		t.Error(token, err, settings.Tokens)
	}
}

func TestAHeaderOfOneCallIsNotOneOfTheClient(t *testing.T) {
	client := call.Settings{Header: http.Header{"X-A": {"1"}}}
	one := client
	WithHeader("x-b", "2")(&one)
	if len(client.Header) != 1 || one.Header.Get("X-B") != "2" || one.Header.Get("X-A") != "1" {
		t.Error(client.Header, one.Header)
	}
	var none call.Settings
	WithHeader("x-b", "2")(&none)
	if none.Header.Get("X-B") != "2" {
		t.Error(none.Header)
	}
}

func TestRetriesAreNeverNegative(t *testing.T) {
	var settings call.Settings
	WithMaxRetries(-1)(&settings)
	if settings.MaxRetries != 0 {
		t.Error(settings.MaxRetries)
	}
}
