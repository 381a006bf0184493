package call

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/auth0/go-auth0/management/management/core"
)

// Option changes settings, of a client or of one call.
type Option func(*Settings)

// Credential is an API key, or a user name with its password.
type Credential struct {
	Header string
	Query  string
	Cookie string
	Value  string
}

// Settings are those of a client; those of a call start from them.
type Settings struct {
	BaseURL    string
	Variables  map[string]string
	HTTPClient *http.Client
	MaxRetries int
	Timeout    time.Duration
	Header     http.Header
	UserAgent  string
	Query      url.Values
	Body       map[string]any
	Token      func(context.Context) (string, error)
	// RenewToken returns another token than one that was refused.
	RenewToken   func(context.Context, string) (string, error)
	Tokens       *ClientCredentials
	Credentials  map[string]Credential
	OneServer    bool
	Strict       bool
	Before       func(context.Context, core.RequestInfo) error
	After        func(context.Context, core.ResponseInfo)
	OnRetry      func(context.Context, core.RetryInfo)
	OnDrift      func(context.Context, core.DriftInfo)
	Logger       *slog.Logger
	Err          error
	callBaseURL  bool
	pageQuery    url.Values
	firstDelay   time.Duration
	longestDelay time.Duration
	sleep        func(context.Context, time.Duration) error
	now          func() time.Time
	random       func() float64
}

// SetVariable sets a variable of the server's URL.
func (s *Settings) SetVariable(name, value string) {
	variables := maps.Clone(s.Variables)
	if variables == nil {
		variables = map[string]string{}
	}
	variables[name] = value
	s.Variables = variables
}

// SetCredential sets a credential by its name.
func (s *Settings) SetCredential(name string, credential Credential) {
	credentials := maps.Clone(s.Credentials)
	if credentials == nil {
		credentials = map[string]Credential{}
	}
	credentials[name] = credential
	s.Credentials = credentials
}

// Server is where an API is served: a URL with variables in braces, and their defaults.
type Server struct {
	URL      string
	Defaults map[string]string
}

// Client holds what all calls share.
type Client struct {
	settings Settings
	http     *http.Client
	server   Server
	// Those of the client and of single calls, with their tokens: string -> *ClientCredentials.
	tokens sync.Map
	// Security says what calls need that do not say it themselves; nil: everything there is.
	security [][]string
	errors   func(*core.APIError) error
}

// NewClient returns a client. What is wrong with the options is the error of every call.
func NewClient(server Server, userAgent string, security [][]string, wrap func(*core.APIError) error, options []Option) *Client {
	settings := Settings{
		MaxRetries: 2, Timeout: time.Minute, UserAgent: userAgent, Header: http.Header{},
		firstDelay: time.Second, longestDelay: time.Minute, sleep: sleep, now: time.Now, random: rand.Float64,
	}
	settings.apply(options)
	if settings.BaseURL == "" || server.has(settings.Variables) {
		settings.BaseURL, settings.Err = server.resolve(settings.Variables, settings.Err)
	}
	settings.BaseURL, settings.Err = checkedBaseURL(settings.BaseURL, settings.Err)
	client := &Client{settings: settings, server: server, security: security, errors: wrap}
	plain := http.Client{}
	if settings.HTTPClient != nil {
		plain = *settings.HTTPClient
	}
	// Credentials stay with their origin; net/http itself knows only the usual headers.
	plain.CheckRedirect = keepCredentials(plain.CheckRedirect)
	client.http = &plain
	if tokens := settings.Tokens; tokens != nil {
		own := client.tokensOf(tokens)
		client.settings.Token, client.settings.RenewToken = own.token, own.renew
	}
	return client
}

var (
	errClient = errors.New("this client was not made by NewClient")
	errOption = errors.New("an option is nil")
)

func (s *Settings) apply(options []Option) {
	for _, option := range options {
		if option == nil {
			s.Err = errOption
			continue
		}
		option(s)
	}
}

// with returns the settings of one call.
func (c *Client) with(options []Option) Settings {
	if c == nil {
		return Settings{Err: errClient}
	}
	settings := c.settings
	if len(options) == 0 {
		return settings
	}
	settings.Header = settings.Header.Clone()
	settings.callBaseURL = false
	before := settings.BaseURL
	settings.apply(options)
	if !maps.Equal(settings.Variables, c.settings.Variables) && c.server.has(settings.Variables) {
		settings.BaseURL, settings.Err = c.server.resolve(settings.Variables, settings.Err)
		before = settings.BaseURL
	}
	if settings.Tokens != nil && settings.Tokens != c.settings.Tokens {
		tokens := c.tokensOf(settings.Tokens)
		settings.Token, settings.RenewToken = tokens.token, tokens.renew
	}
	if settings.BaseURL != before {
		settings.callBaseURL = true
		settings.BaseURL = resolved(before, settings.BaseURL)
		settings.BaseURL, settings.Err = checkedBaseURL(settings.BaseURL, settings.Err)
	}
	return settings
}

func sleep(ctx context.Context, delay time.Duration) error {
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

var (
	endsHost = regexp.MustCompile(`[/?#@\\\s\x00-\x1f\x7f]|:[^0-9]|:$`)
	endsPath = regexp.MustCompile(`[?#\\\s\x00-\x1f\x7f]`)
)

// has says whether one of several variables is in the URL.
func (s Server) has(variables map[string]string) bool {
	for name := range variables {
		if strings.Contains(s.URL, "{"+name+"}") {
			return true
		}
	}
	return false
}

// resolve fills the variables of a server's URL (OpenAPI 3.1, section 4.8.5).
func (s Server) resolve(values map[string]string, before error) (string, error) {
	if before != nil {
		return s.URL, before
	}
	text := s.URL
	for name, value := range s.Defaults {
		place := "{" + name + "}"
		if !strings.Contains(s.URL, place) {
			continue
		}
		if given := values[name]; given != "" {
			value = given
		}
		if value == "" || strings.Contains(value, "{") {
			return "", fmt.Errorf("the server's URL needs a value for %q: %s", name, s.URL)
		}
		scheme, rest, _ := strings.Cut(s.URL, "://")
		host, _, _ := strings.Cut(rest, "/")
		inHost := strings.Contains(host, place)
		if !strings.HasPrefix(s.URL, "{") && !strings.Contains(scheme, place) &&
			(inHost && endsHost.MatchString(value) || !inHost && endsPath.MatchString(value)) {
			return "", fmt.Errorf("the value for %q would change more of the server's URL than its place: %s", name, s.URL)
		}
		text = strings.ReplaceAll(text, place, value)
	}
	return strings.TrimRight(text, "/"), nil
}

var errBaseURL = errors.New("the base URL must be an absolute URL, such as https://api.example")

func checkedBaseURL(text string, before error) (string, error) {
	if before != nil {
		return text, before
	}
	parsed, err := url.Parse(text)
	if err != nil || (parsed.Scheme != "http" && parsed.Scheme != "https") || parsed.Host == "" {
		return text, errBaseURL
	}
	text, _, _ = strings.Cut(text, "#")
	return strings.TrimRight(text, "/"), nil
}

// resolved resolves a reference against the URL of the server (RFC 3986, section 5.2).
func resolved(base, reference string) string {
	from, err := url.Parse(strings.TrimRight(base, "/") + "/")
	if err != nil {
		return reference
	}
	to, err := from.Parse(reference)
	if err != nil {
		return reference
	}
	return to.String()
}
