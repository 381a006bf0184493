package call

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"sdksmith.invalid/runtime/core"
)

// ClientCredentials gets tokens with an identifier and a secret (RFC 6749, section 4.4), keeps them, and renews them
// before they expire. One renewal is made at a time.
type ClientCredentials struct {
	ID, Secret string
	// URL is that of the token endpoint, absolute or relative to the client's server.
	URL    string
	Scopes []string
	// Form has further fields; those of the request come from the client's server variables where they have braces.
	Form map[string]string
	// InHeader sends the secret as HTTP basic instead of in the form.
	InHeader bool

	// Holds one value while a token is looked at or got; a mutex could not be left when the context ends.
	turn     chan struct{}
	settings *Settings
	http     *http.Client
	current  string
	expires  time.Time
}

// leeway is how long before its end a token is renewed.
const leeway = time.Minute

// tokensOf returns credentials of one client, which asks its own server, and shares no token with other clients.
//
// Options may be made anew for each call: the same credentials are known by their values.
func (c *Client) tokensOf(t *ClientCredentials) *ClientCredentials {
	key := fmt.Sprintf("%q %q %q %q %q %t", t.ID, t.Secret, t.URL, t.Scopes, t.Form, t.InHeader)
	if known, ok := c.tokens.Load(key); ok {
		return known.(*ClientCredentials)
	}
	asking := *c.http
	// A redirect could take the secret to another place.
	asking.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	known, _ := c.tokens.LoadOrStore(key, &ClientCredentials{
		ID: t.ID, Secret: t.Secret, URL: t.URL, Scopes: t.Scopes, Form: t.Form, InHeader: t.InHeader,
		turn: make(chan struct{}, 1), settings: &c.settings, http: &asking,
	})
	return known.(*ClientCredentials)
}

func (t *ClientCredentials) token(ctx context.Context) (string, error) { return t.renew(ctx, "") }

// renew returns another token than one that was refused.
func (t *ClientCredentials) renew(ctx context.Context, refused string) (string, error) {
	select {
	case t.turn <- struct{}{}:
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
	defer func() { <-t.turn }()
	fresh := t.current != "" && (t.expires.IsZero() || t.settings.now().Before(t.expires))
	if fresh && t.current != refused {
		return t.current, nil
	}
	if err := t.fetch(ctx); err != nil {
		return "", err
	}
	return t.current, nil
}

func (t *ClientCredentials) fetch(ctx context.Context) error {
	form := url.Values{"grant_type": {"client_credentials"}}
	if len(t.Scopes) > 0 {
		form.Set("scope", strings.Join(t.Scopes, " "))
	}
	for name, value := range t.Form {
		filled, err := Server{URL: value, Defaults: t.settings.Variables}.resolve(t.settings.Variables, nil)
		if err != nil {
			return err
		}
		// The slash at the end may matter here.
		if strings.HasSuffix(value, "/") {
			filled += "/"
		}
		form.Set(name, filled)
	}
	if !t.InHeader {
		form.Set("client_id", t.ID)
		form.Set("client_secret", t.Secret)
	}
	target := resolved(t.settings.BaseURL, t.URL)
	ctx, cancel := context.WithTimeout(ctx, max(t.settings.Timeout, time.Second))
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, target, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Accept", "application/json")
	if t.settings.UserAgent != "" {
		request.Header.Set("User-Agent", t.settings.UserAgent)
	}
	if t.InHeader {
		request.SetBasicAuth(url.QueryEscape(t.ID), url.QueryEscape(t.Secret))
	}
	response, err := t.http.Do(request)
	if err != nil {
		return &core.TransportError{Method: http.MethodPost, URL: withoutSecrets(target), Cause: withoutURL(err)}
	}
	defer drain(response)
	var granted struct {
		Token   string  `json:"access_token"`
		Expires float64 `json:"expires_in"`
		Code    string  `json:"error"`
	}
	content, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err == nil {
		err = json.Unmarshal(content, &granted)
	}
	if response.StatusCode != http.StatusOK || err != nil || granted.Token == "" {
		return &core.TokenError{StatusCode: response.StatusCode, Code: granted.Code}
	}
	t.current, t.expires = granted.Token, time.Time{}
	if granted.Expires > 0 {
		lasts := time.Duration(min(granted.Expires, 1e9)) * time.Second
		t.expires = t.settings.now().Add(max(lasts-leeway, lasts/2))
	}
	return nil
}
