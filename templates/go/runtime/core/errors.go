package core

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// APIError is an unsuccessful response.
//
// The error of a status that has a type of its own unwraps to it.
type APIError struct {
	StatusCode int
	Header     http.Header
	// Body is the value of the type that the API documents for the status, else the JSON value, else the text.
	Body any
	// Method and URL are those of the request. Values in the query are left out.
	Method string
	URL    string
	// RequestID is what the server calls the request, empty where it does not say.
	RequestID string
	// Message is what the server says went wrong, empty where it does not say.
	Message string
}

// Error tells the request, the status and the server's message.
func (e *APIError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s: %d %s", e.Method, e.URL, e.StatusCode, http.StatusText(e.StatusCode))
	if e.Message != "" {
		text.WriteString(": ")
		text.WriteString(e.Message)
	}
	if e.RequestID != "" {
		fmt.Fprintf(&text, " (request id: %s)", e.RequestID)
	}
	return text.String()
}

// TransportError is a request that got no response. It wraps the cause.
type TransportError struct {
	Method string
	URL    string
	Cause  error
}

// Error tells the request and the cause.
func (e *TransportError) Error() string {
	return fmt.Sprintf("%s %s: %v", e.Method, e.URL, e.Cause)
}

// Unwrap returns the cause.
func (e *TransportError) Unwrap() error { return e.Cause }

// TokenError says that the token endpoint gave no token. What the server said beside its error code is left out: it may
// have repeated the secret.
type TokenError struct {
	StatusCode int
	// Code is one of RFC 6749, section 5.2, such as "invalid_client".
	Code string
}

// Error tells the status and the code.
func (e *TokenError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("no access token: %d %s %s", e.StatusCode, http.StatusText(e.StatusCode), e.Code))
}

// ErrPaginationLoop is the error of a server that gives the same page again: going on would never end.
var ErrPaginationLoop = errors.New("the server's pages go round in a circle")

// ErrClosed is the error of a stream or a download that was closed.
var ErrClosed = errors.New("closed already")
