package call

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/auth0/go-auth0/management/management/core"
	"github.com/auth0/go-auth0/management/management/internal/codec"
)

// Data makes a call and returns the data of its response; the zero value where there is no content.
func Data[T any](ctx context.Context, c *Client, e *Endpoint, in Input, options []Option) (T, error) {
	response, err := Raw[T](ctx, c, e, in, options)
	if err != nil {
		var zero T
		return zero, err
	}
	return response.Data, nil
}

// Nothing makes a call whose response has no content.
func Nothing(ctx context.Context, c *Client, e *Endpoint, in Input, options []Option) error {
	_, err := RawNothing(ctx, c, e, in, options)
	return err
}

// RawNothing is Nothing with the response.
func RawNothing(ctx context.Context, c *Client, e *Endpoint, in Input, options []Option) (*core.Response[struct{}], error) {
	settings := c.with(options)
	response, _, err := c.success(ctx, e, in, &settings, false)
	if err != nil {
		return nil, err
	}
	return &core.Response[struct{}]{StatusCode: response.StatusCode, Header: response.Header}, nil
}

// Raw is Data with the response.
func Raw[T any](ctx context.Context, c *Client, e *Endpoint, in Input, options []Option) (*core.Response[T], error) {
	settings := c.with(options)
	response, info, err := c.success(ctx, e, in, &settings, false)
	if err != nil {
		return nil, err
	}
	found := &core.Response[T]{StatusCode: response.StatusCode, Header: response.Header}
	if err := decode(ctx, &settings, info, response.Header, contentOf(response), &found.Data); err != nil {
		return nil, err
	}
	return found, nil
}

// Download makes a call and returns the content of its response as it comes.
func Download(ctx context.Context, c *Client, e *Endpoint, in Input, options []Option) (*core.Download, error) {
	settings := c.with(options)
	response, _, err := c.success(ctx, e, in, &settings, true)
	if err != nil {
		return nil, err
	}
	return &core.Download{ReadCloser: response.Body, StatusCode: response.StatusCode, Header: response.Header}, nil
}

// decode reads the content of a response, as its content type says.
func decode(ctx context.Context, settings *Settings, info core.RequestInfo, header http.Header, content []byte, into any) error {
	content = withoutMark(content)
	if len(content) == 0 {
		return nil
	}
	contentType := header.Get("Content-Type")
	if target := reflect.ValueOf(into).Elem(); !isJSON(contentType) && contentType != "" {
		if pointer := target; pointer.Kind() == reflect.Pointer && pointer.Type().Elem().Kind() == reflect.String {
			target.Set(reflect.New(target.Type().Elem()))
			target = target.Elem()
		}
		if target.Kind() == reflect.String || target.Kind() == reflect.Interface {
			text := decodedText(content, contentType)
			if target.Kind() == reflect.String {
				target.SetString(text)
			} else {
				target.Set(reflect.ValueOf(text))
			}
			return nil
		}
	}
	return codec.UnmarshalWith(content, into, settings.decoding(ctx, info))
}

// withoutMark drops a byte order mark.
func withoutMark(content []byte) []byte { return bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")) }

func (s *Settings) decoding(ctx context.Context, info core.RequestInfo) codec.Options {
	options := codec.Options{Strict: s.Strict}
	if s.OnDrift != nil || s.Logger != nil {
		options.OnDrift = func(drift codec.Drift) {
			if s.OnDrift != nil {
				s.OnDrift(ctx, core.DriftInfo{Request: info, Drift: drift})
			}
			if s.Logger != nil {
				s.Logger.LogAttrs(ctx, levelDrift, "the response departs from the description of the API",
					slog.String("method", info.Method), slog.String("url", info.URL),
					slog.String("pointer", drift.Pointer), slog.String("expected", drift.Expected))
			}
		}
	}
	return options
}

func isJSON(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	return err == nil && (kind == "application/json" || strings.HasSuffix(kind, "+json") || kind == "text/json")
}

// decodedText reads a text in its charset; Latin-1 and UTF-8 are known.
func decodedText(content []byte, contentType string) string {
	_, parameters, _ := mime.ParseMediaType(contentType)
	switch strings.ToLower(parameters["charset"]) {
	case "iso-8859-1", "latin1", "windows-1252":
		runes := make([]rune, len(content))
		for i, each := range content {
			runes[i] = rune(each)
		}
		return string(runes)
	}
	return string(content)
}

// success sends a request and returns its response, or the error that the response is.
func (c *Client) success(ctx context.Context, e *Endpoint, in Input, settings *Settings, stream bool) (*http.Response, core.RequestInfo, error) {
	response, info, err := c.send(ctx, e, in, settings, stream)
	if err != nil {
		return nil, info, err
	}
	if isSuccess(response.StatusCode) {
		return response, info, nil
	}
	defer drain(response)
	content, _ := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	return nil, info, c.errorOf(e, response, info, content)
}

func (c *Client) errorOf(e *Endpoint, response *http.Response, info core.RequestInfo, content []byte) error {
	found := &core.APIError{
		StatusCode: response.StatusCode, Header: response.Header, Method: info.Method, URL: info.URL,
		RequestID: requestID(response.Header),
	}
	status := strconv.Itoa(response.StatusCode)
	var general any
	value := withoutMark(content)
	isValue := json.Unmarshal(value, &general) == nil
	found.Message = messageOf(general)
	switch {
	case !isValue:
		found.Body = decodedText(content, response.Header.Get("Content-Type"))
	default:
		found.Body = general
		for _, key := range []string{status, status[:1] + "XX", "default"} {
			if makeBody, ok := e.Errors[key]; ok {
				body := makeBody()
				if codec.Unmarshal(value, body) == nil {
					found.Body = body
				}
				break
			}
		}
	}
	if c.errors != nil {
		return c.errors(found)
	}
	return found
}

func requestID(header http.Header) string {
	for _, name := range []string{"X-Request-Id", "X-Correlation-Id", "Request-Id", "Cf-Ray"} {
		if value := header.Get(name); value != "" {
			return value
		}
	}
	return ""
}

// messageOf returns what a body says went wrong.
func messageOf(body any) string {
	members, ok := body.(map[string]any)
	if !ok {
		return ""
	}
	for _, name := range []string{"message", "error_description", "detail", "description", "title"} {
		if text, ok := members[name].(string); ok && text != "" {
			if len(text) > 500 {
				text = strings.ToValidUTF8(text[:500], "")
			}
			return strings.Map(func(r rune) rune {
				if r < ' ' || r == 0x7f {
					return ' '
				}
				return r
			}, text)
		}
	}
	return ""
}
