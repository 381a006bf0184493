package call

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/auth0/go-auth0/management/management/core"
	"github.com/auth0/go-auth0/management/management/internal/codec"
)

// Events makes a call whose response is a stream of server-sent events.
//
// tag is the property of the data that the event field tells; empty for none. terminator is data that ends the stream.
func Events[T any](ctx context.Context, c *Client, e *Endpoint, in Input, options []Option, tag, terminator string) (*core.Stream[T], error) {
	settings := c.with(options)
	response, info, err := c.success(ctx, e, in, &settings, true)
	if err != nil {
		return nil, err
	}
	parser := &eventParser{lines: bufio.NewReader(response.Body)}
	decoding := settings.decoding(ctx, info)
	read := func() (T, string, error) {
		for {
			var value T
			event, err := parser.next()
			if err == io.EOF || (err == nil && terminator != "" && event.data == terminator) {
				return value, "", io.EOF
			}
			if err != nil {
				return value, "", &core.TransportError{Method: info.Method, URL: info.URL, Cause: err}
			}
			data := []byte(event.data)
			if tag != "" {
				data = withTag(data, tag, event.name)
			}
			err = codec.UnmarshalWith(data, &value, decoding)
			if err == nil {
				return value, event.id, nil
			}
			if settings.Strict {
				return value, event.id, err
			}
			// A bad event is told, and the stream goes on.
			var fault *codec.DecodeError
			if errors.As(err, &fault) && decoding.OnDrift != nil {
				decoding.OnDrift(codec.Drift{Pointer: fault.Pointer, Expected: "an event in JSON"})
			}
		}
	}
	return core.NewStream(response, read), nil
}

func withTag(data []byte, tag, name string) []byte {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil || members == nil || members[tag] != nil {
		return data
	}
	quoted, err := codec.Marshal(name)
	if err != nil {
		return data
	}
	rest := bytes.TrimLeft(bytes.TrimLeft(data, " \t\r\n")[1:], " \t\r\n")
	key, _ := codec.Marshal(tag)
	out := append(append(append([]byte("{"), key...), ':'), quoted...)
	if len(members) > 0 {
		out = append(out, ',')
	}
	return append(out, rest...)
}

// Values makes a call whose response is a sequence of JSON values.
func Values[T any](ctx context.Context, c *Client, e *Endpoint, in Input, options []Option) (*core.Stream[T], error) {
	settings := c.with(options)
	response, info, err := c.success(ctx, e, in, &settings, true)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewReader(response.Body)
	decoding := settings.decoding(ctx, info)
	read := func() (T, string, error) {
		for {
			var value T
			line, err := lines.ReadBytes('\n')
			if err != nil && err != io.EOF {
				return value, "", &core.TransportError{Method: info.Method, URL: info.URL, Cause: err}
			}
			line = bytes.Trim(line, "\x1e \t\r\n")
			if len(line) == 0 {
				if err == io.EOF {
					return value, "", io.EOF
				}
				continue
			}
			failed := codec.UnmarshalWith(line, &value, decoding)
			if failed != nil && !settings.Strict {
				if decoding.OnDrift != nil {
					decoding.OnDrift(codec.Drift{Expected: "a value in JSON"})
				}
				continue
			}
			return value, "", failed
		}
	}
	return core.NewStream(response, read), nil
}

// event is one server-sent event.
type event struct{ name, data, id string }

// eventParser reads events as the HTML standard, section 9.2, says.
type eventParser struct {
	lines  *bufio.Reader
	begun  bool
	id     string
	skipLF bool
}

// next returns an event. One that the end of the stream cuts off is not given out, as the standard demands.
func (p *eventParser) next() (event, error) {
	if !p.begun {
		p.begun = true
		if mark, err := p.lines.Peek(3); err == nil && string(mark) == "\xef\xbb\xbf" {
			_, _ = p.lines.Discard(3)
		}
	}
	name := ""
	var data []string
	for {
		line, err := p.line()
		if err != nil {
			return event{}, err
		}
		if line == "" {
			if data != nil {
				if name == "" {
					name = "message"
				}
				return event{name, strings.Join(data, "\n"), p.id}, nil
			}
			name = ""
			continue
		}
		field, value, _ := strings.Cut(line, ":")
		value = strings.TrimPrefix(value, " ")
		switch field {
		case "data":
			data = append(data, value)
		case "event":
			name = value
		case "id":
			if !strings.Contains(value, "\x00") {
				p.id = value
			}
		}
	}
}

// line returns a line; CR, LF and CR LF end one.
func (p *eventParser) line() (string, error) {
	var line []byte
	for {
		c, err := p.lines.ReadByte()
		if err != nil {
			return "", err
		}
		if p.skipLF {
			p.skipLF = false
			if c == '\n' {
				continue
			}
		}
		switch c {
		case '\r':
			p.skipLF = true
			return strings.ToValidUTF8(string(line), "\ufffd"), nil
		case '\n':
			return strings.ToValidUTF8(string(line), "\ufffd"), nil
		}
		line = append(line, c)
	}
}
