package call

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"sdksmith.invalid/runtime/core"
)

// send makes attempts until one ends the call: a success, an error that is not worth another, or the last. The response's
// body is the caller's to close.
func (c *Client) send(ctx context.Context, e *Endpoint, in Input, settings *Settings, stream bool) (*http.Response, core.RequestInfo, error) {
	if settings.Err != nil {
		return nil, core.RequestInfo{}, settings.Err
	}
	if ctx == nil {
		return nil, core.RequestInfo{}, errContext
	}
	made, err := e.build(settings, in)
	if err != nil {
		return nil, core.RequestInfo{}, err
	}
	info := core.RequestInfo{Method: made.method, URL: withoutSecrets(made.url), Header: made.header.Clone()}
	for name := range info.Header {
		if isSecret(name) {
			info.Header.Del(name)
		}
	}
	if settings.Before != nil {
		if err := settings.Before(ctx, info); err != nil {
			return nil, info, err
		}
	}
	retries := settings.MaxRetries
	if !made.replayable {
		retries = 0
	}
	renewable := made.replayable
	rejected := ""
	for attempt := 0; ; attempt++ {
		credentials, err := c.authorize(ctx, e, settings, rejected)
		if err != nil {
			return nil, info, err
		}
		response, err := c.attempt(ctx, made, credentials, settings, stream)
		retry := core.RetryInfo{Request: info, Number: attempt + 1}
		if err != nil {
			fault := &core.TransportError{Method: info.Method, URL: info.URL, Cause: withoutURL(err)}
			if attempt >= retries || ctx.Err() != nil || errors.Is(err, errReader) {
				return nil, info, fault
			}
			retry.Delay, retry.Cause = settings.backoff(attempt), fault
		} else {
			if settings.After != nil {
				settings.After(ctx, core.ResponseInfo{Request: info, StatusCode: response.StatusCode, Header: response.Header})
			}
			if response.StatusCode == http.StatusUnauthorized && renewable && settings.RenewToken != nil && credentials.token != "" {
				renewable, rejected = false, credentials.token
				drain(response)
				attempt--
				continue
			}
			if attempt >= retries || !worthRetry(response.StatusCode) {
				return response, info, nil
			}
			retry.Delay, retry.StatusCode = settings.delay(attempt, response.Header), response.StatusCode
			drain(response)
		}
		rejected = ""
		if settings.OnRetry != nil {
			settings.OnRetry(ctx, retry)
		}
		if settings.Logger != nil {
			settings.Logger.LogAttrs(ctx, levelRetry, "retry", attrsOf(retry)...)
		}
		if err := settings.sleep(ctx, retry.Delay); err != nil {
			return nil, info, &core.TransportError{Method: info.Method, URL: info.URL, Cause: err}
		}
	}
}

// withoutURL returns the cause of an error of net/http, whose text would repeat the query.
func withoutURL(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}

func worthRetry(status int) bool {
	return status == 408 || status == 409 || status == 429 || status >= 500
}

func (s *Settings) backoff(attempt int) time.Duration {
	delay := min(float64(s.firstDelay)*math.Pow(2, float64(min(attempt, 30))), float64(s.longestDelay))
	return time.Duration(delay * (1 - s.random()/4))
}

// delay returns what the server asks for: retry-after-ms, Retry-After (RFC 9110, section 10.2.3), X-RateLimit-Reset.
func (s *Settings) delay(attempt int, header http.Header) time.Duration {
	asked, ok := s.retryAfter(header)
	if !ok {
		reset, isNumber := number(header.Get("X-RateLimit-Reset"))
		now := float64(s.now().UnixNano()) / 1e9
		if !isNumber || reset <= now {
			return s.backoff(attempt)
		}
		// All clients wait for one moment: come a little after it, not together.
		asked = time.Duration((reset - now) * (1 + s.random()/10) * float64(time.Second))
	}
	return max(0, min(asked, s.longestDelay))
}

func (s *Settings) retryAfter(header http.Header) (time.Duration, bool) {
	if milliseconds, ok := number(header.Get("Retry-After-Ms")); ok {
		return time.Duration(milliseconds * float64(time.Millisecond)), true
	}
	text := header.Get("Retry-After")
	if seconds, ok := number(text); ok {
		return time.Duration(min(seconds, 1e6) * float64(time.Second)), true
	}
	if moment, err := http.ParseTime(text); err == nil {
		return moment.Sub(s.now()), true
	}
	return 0, false
}

func number(text string) (float64, bool) {
	value, err := strconv.ParseFloat(text, 64)
	return value, err == nil && value >= 0 && !math.IsInf(value, 0) && !math.IsNaN(value)
}

// drain reads a little of what is not wanted, so that the connection can be used again.
func drain(response *http.Response) {
	_, _ = io.CopyN(io.Discard, response.Body, 64<<10)
	_ = response.Body.Close()
}

func (c *Client) attempt(ctx context.Context, made *request, who credentials, settings *Settings, stream bool) (*http.Response, error) {
	ctx, abort := context.WithCancelCause(ctx)
	cancel := func() { abort(context.Canceled) }
	if settings.Timeout > 0 {
		timer := time.AfterFunc(settings.Timeout, func() { abort(context.DeadlineExceeded) })
		cancel = func() {
			timer.Stop()
			abort(context.Canceled)
		}
		if stream {
			// Only the wait for the header is limited: content may come for as long as it does.
			defer timer.Stop()
		}
	}
	target := made.url
	if len(who.query) > 0 {
		target = withQuery(target, who.query)
	}
	request, err := http.NewRequestWithContext(ctx, made.method, target, nil)
	if err != nil {
		cancel()
		return nil, err
	}
	request.Header = made.header.Clone()
	for name, values := range who.header {
		if name == "Cookie" && request.Header.Get(name) != "" {
			values = []string{values[0] + "; " + request.Header.Get(name)}
		} else if _, given := request.Header[name]; given {
			continue
		}
		request.Header[name] = values
	}
	if made.content != nil {
		body, length, err := made.content()
		if err != nil {
			cancel()
			return nil, err
		}
		request.Body, request.ContentLength = body, length
		if made.replayable {
			request.GetBody = func() (io.ReadCloser, error) {
				again, _, err := made.content()
				return again, err
			}
		}
	}
	response, err := c.http.Do(request)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		cancel()
		return nil, err
	}
	response.Body = &content{ReadCloser: response.Body, ctx: ctx, cancel: cancel}
	if stream || !isSuccess(response.StatusCode) {
		return response, nil
	}
	// What breaks off within the content is worth another attempt too.
	whole, err := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if err != nil {
		return nil, err
	}
	response.Body = &wholeContent{Reader: bytes.NewReader(whole), bytes: whole}
	return response, nil
}

func isSuccess(status int) bool { return status >= 200 && status < 300 }

// content is that of a response. The context of the request ends with it.
type content struct {
	io.ReadCloser
	ctx    context.Context
	cancel context.CancelFunc
	closed atomic.Bool
}

func (c *content) Read(to []byte) (int, error) {
	if c.closed.Load() {
		return 0, core.ErrClosed
	}
	n, err := c.ReadCloser.Read(to)
	if err != nil && err != io.EOF {
		if c.closed.Load() {
			err = core.ErrClosed
		} else if cause := context.Cause(c.ctx); cause != nil {
			err = cause
		}
	}
	return n, err
}

func (c *content) Close() error {
	if c.closed.Swap(true) {
		return nil
	}
	err := c.ReadCloser.Close()
	c.cancel()
	return err
}

// wholeContent is content that has come.
type wholeContent struct {
	*bytes.Reader
	bytes []byte
}

func (*wholeContent) Close() error { return nil }

// contentOf returns the content of a response to a call that is no stream.
func contentOf(response *http.Response) []byte {
	if whole, ok := response.Body.(*wholeContent); ok {
		return whole.bytes
	}
	return nil
}

var errContext = errors.New("the context is nil; context.Background() is one that never ends")

// credentials are what says who is calling.
type credentials struct {
	header http.Header
	query  map[string]string
	token  string
}

func (c *Client) authorize(ctx context.Context, e *Endpoint, settings *Settings, rejected string) (credentials, error) {
	who := credentials{header: http.Header{}, query: map[string]string{}}
	for _, name := range c.chosen(e, settings) {
		if name == "token" {
			var token string
			var err error
			if rejected != "" {
				token, err = settings.RenewToken(ctx, rejected)
			} else {
				token, err = settings.Token(ctx)
			}
			if err != nil {
				return who, err
			}
			who.token = token
			who.header.Set("Authorization", "Bearer "+token)
			continue
		}
		credential := settings.Credentials[name]
		switch {
		case credential.Header != "":
			who.header.Set(credential.Header, credential.Value)
		case credential.Query != "":
			who.query[credential.Query] = credential.Value
		case credential.Cookie != "":
			pair := credential.Cookie + "=" + escapeBut(credential.Value, cookieOctets)
			if before := who.header.Get("Cookie"); before != "" {
				pair = before + "; " + pair
			}
			who.header.Set("Cookie", pair)
		}
	}
	return who, nil
}

// chosen returns the names of the credentials of a call: the first alternative of which there are all.
func (c *Client) chosen(e *Endpoint, settings *Settings) []string {
	held := func(name string) bool {
		if name == "token" {
			return settings.Token != nil
		}
		_, ok := settings.Credentials[name]
		return ok
	}
	security := c.security
	if e.Security != nil {
		security = e.Security
	}
	if security == nil {
		var all []string
		if held("token") {
			all = append(all, "token")
		}
		for name := range settings.Credentials {
			all = append(all, name)
		}
		return all
	}
	var some []string
	optional := len(security) == 0
	for _, names := range security {
		count := 0
		var part []string
		for _, name := range names {
			if held(name) {
				count++
				part = append(part, name)
			}
		}
		if len(names) > 0 && count == len(names) {
			return names
		}
		optional = optional || len(names) == 0
		if some == nil {
			some = part
		}
	}
	if optional {
		return nil
	}
	// There are not all of any alternative; the server says best what is missing.
	return some
}

// Basic returns the credential of a user name and a password (RFC 7617).
func Basic(username, password string) Credential {
	text := base64.StdEncoding.EncodeToString([]byte(username + ":" + password))
	return Credential{Header: "Authorization", Value: "Basic " + text}
}

func withQuery(target string, added map[string]string) string {
	_, text, _ := strings.Cut(target, "?")
	given, _ := url.ParseQuery(text)
	query := &queryWriter{}
	for name, value := range added {
		if !given.Has(name) {
			query.add(name, escape(value))
		}
	}
	if query.text.Len() == 0 {
		return target
	}
	if text == "" && !strings.Contains(target, "?") {
		return target + "?" + query.String()
	}
	return target + "&" + query.String()
}

var secretHeaders = map[string]bool{"Authorization": true, "Cookie": true, "Proxy-Authorization": true}

func isSecret(name string) bool { return secretHeaders[http.CanonicalHeaderKey(name)] }

// withoutSecrets drops user information and fragment of a URL, and the values in its query.
func withoutSecrets(text string) string {
	parsed, err := url.Parse(text)
	if err != nil {
		return ""
	}
	parsed.User, parsed.RawQuery, parsed.Fragment = nil, "", ""
	return parsed.String()
}
