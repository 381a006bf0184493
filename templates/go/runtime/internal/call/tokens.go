package call

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
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

	mutex    sync.Mutex
	settings *Settings
	http     *http.Client
	current  string
	expires  time.Time
}

// leeway is how long before its end a token is renewed.
const leeway = time.Minute

func (t *ClientCredentials) prepare(c *Client) {
	t.settings, t.http = &c.settings, c.http
}

func (t *ClientCredentials) token(ctx context.Context) (string, error) { return t.get(ctx, false) }

func (t *ClientCredentials) renew(ctx context.Context) (string, error) { return t.get(ctx, true) }

func (t *ClientCredentials) get(ctx context.Context, again bool) (string, error) {
	before := ""
	if again {
		t.mutex.Lock()
		before = t.current
		t.mutex.Unlock()
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	fresh := t.current != "" && (t.expires.IsZero() || t.settings.now().Before(t.expires))
	if fresh && (!again || t.current != before) {
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
	var answer struct {
		Token   string  `json:"access_token"`
		Expires float64 `json:"expires_in"`
		Code    string  `json:"error"`
	}
	content, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err == nil {
		err = json.Unmarshal(content, &answer)
	}
	if response.StatusCode != http.StatusOK || err != nil || answer.Token == "" {
		return &core.TokenError{StatusCode: response.StatusCode, Code: answer.Code}
	}
	t.current, t.expires = answer.Token, time.Time{}
	if answer.Expires > 0 {
		lasts := time.Duration(min(answer.Expires, 1e9)) * time.Second
		t.expires = t.settings.now().Add(max(lasts-leeway, lasts/2))
	}
	return nil
}
