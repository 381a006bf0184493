package option

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"sdksmith.invalid/runtime/core"
	"sdksmith.invalid/runtime/internal/call"
)

// RequestOption changes a setting: of a client where it is given to NewClient, of one call where it is given to that.
type RequestOption = call.Option

// WithToken sends a bearer token (RFC 6750).
func WithToken(token string) RequestOption {
	return WithTokenSource(func(context.Context) (string, error) { return token, nil })
}

// WithTokenSource sends the bearer token that a function returns, which is asked before every request.
func WithTokenSource(source func(context.Context) (string, error)) RequestOption {
	return func(s *call.Settings) { s.Token, s.RenewToken, s.Tokens = source, nil, nil }
}

// WithBaseURL sends requests to another server. In the options of a call it may be relative to that of the client.
func WithBaseURL(url string) RequestOption {
	return func(s *call.Settings) { s.BaseURL = url }
}

// WithHTTPClient sends requests with a client of net/http. Its redirect policy is asked too.
func WithHTTPClient(client *http.Client) RequestOption {
	return func(s *call.Settings) { s.HTTPClient = client }
}

// WithMaxRetries sets how often a request that failed for a passing reason is sent again; 2 if nothing is said.
func WithMaxRetries(number int) RequestOption {
	return func(s *call.Settings) { s.MaxRetries = max(number, 0) }
}

// WithTimeout limits each attempt; a minute if nothing is said, 0 for no limit. Of a stream it limits the wait for the header.
func WithTimeout(limit time.Duration) RequestOption {
	return func(s *call.Settings) { s.Timeout = limit }
}

// WithHeader sends a header.
func WithHeader(name, value string) RequestOption {
	return func(s *call.Settings) {
		s.Header = s.Header.Clone()
		if s.Header == nil {
			s.Header = http.Header{}
		}
		s.Header.Set(name, value)
	}
}

// WithUserAgent takes the place of the usual User-Agent header.
func WithUserAgent(text string) RequestOption {
	return func(s *call.Settings) { s.UserAgent = text }
}

// WithQueryParameters sends further query parameters.
func WithQueryParameters(values url.Values) RequestOption {
	return func(s *call.Settings) { s.Query = values }
}

// WithBodyProperties puts further properties into a body that is an object.
func WithBodyProperties(properties map[string]any) RequestOption {
	return func(s *call.Settings) { s.Body = properties }
}

// WithStrictResponses makes an error of a response that departs from the description of the API.
func WithStrictResponses() RequestOption {
	return func(s *call.Settings) { s.Strict = true }
}

// WithBeforeRequest calls a function before each request; what it returns ends the call.
func WithBeforeRequest(hook func(context.Context, core.RequestInfo) error) RequestOption {
	return func(s *call.Settings) { s.Before = hook }
}

// WithAfterResponse calls a function after each response.
func WithAfterResponse(hook func(context.Context, core.ResponseInfo)) RequestOption {
	return func(s *call.Settings) { s.After = hook }
}

// WithOnRetry calls a function before a request is sent again.
func WithOnRetry(hook func(context.Context, core.RetryInfo)) RequestOption {
	return func(s *call.Settings) { s.OnRetry = hook }
}

// WithOnDrift calls a function for each place where a response departs from the description of the API.
func WithOnDrift(hook func(context.Context, core.DriftInfo)) RequestOption {
	return func(s *call.Settings) { s.OnDrift = hook }
}

// WithLogger logs retries and departures from the description of the API.
func WithLogger(logger *slog.Logger) RequestOption {
	return func(s *call.Settings) { s.Logger = logger }
}
