package call

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
)

// keepCredentials makes a redirect policy that takes credentials away where a redirect leads to another origin.
//
// They do not come back when it leads home again: whoever sent the request there chose what it does.
func keepCredentials(before func(*http.Request, []*http.Request) error) func(*http.Request, []*http.Request) error {
	return func(request *http.Request, via []*http.Request) error {
		// The way here is among the headers, with its query, and so are keys that stand in it.
		request.Header.Del("Referer")
		stayed := sameOrigin(via[0].URL, request.URL)
		for i := 1; i < len(via); i++ {
			stayed = stayed && sameOrigin(via[0].URL, via[i].URL)
		}
		if !stayed {
			for name := range request.Header {
				if !plainHeaders[name] {
					request.Header.Del(name)
				}
			}
		}
		if before != nil {
			return before(request, via)
		}
		if len(via) >= 10 {
			return errors.New("stopped after 10 redirects")
		}
		return nil
	}
}

// sameOrigin compares origins (RFC 6454, section 4); a step up to HTTPS on one host counts.
func sameOrigin(from, to *url.URL) bool {
	if !strings.EqualFold(from.Hostname(), to.Hostname()) {
		return false
	}
	if from.Scheme == to.Scheme {
		return port(from) == port(to)
	}
	return from.Scheme == "http" && port(from) == "80" && to.Scheme == "https" && port(to) == "443"
}

func port(of *url.URL) string {
	return or(of.Port(), map[string]string{"http": "80", "https": "443"}[of.Scheme])
}

// plainHeaders are those that this package sets, and that are nobody's secret.
var plainHeaders = map[string]bool{
	"Accept": true, "Accept-Encoding": true, "Content-Type": true, "Content-Length": true, "User-Agent": true,
}
