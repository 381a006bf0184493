package core

import (
	"net/http"
	"time"
)

// RequestInfo is what hooks see of a request: neither credentials nor content.
type RequestInfo struct {
	Method string
	// URL has no values in its query.
	URL    string
	Header http.Header
}

// ResponseInfo is what hooks see of a response.
type ResponseInfo struct {
	Request    RequestInfo
	StatusCode int
	Header     http.Header
}

// RetryInfo is another attempt that is about to be made.
type RetryInfo struct {
	Request RequestInfo
	// Number is 1 for the first retry.
	Number int
	Delay  time.Duration
	// StatusCode is that of the attempt before, 0 where there was no response; then Cause is set.
	StatusCode int
	Cause      error
}

// DriftInfo is a response that departs from the description of the API.
type DriftInfo struct {
	Request RequestInfo
	Drift
}
