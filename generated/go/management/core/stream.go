package core

import (
	"io"
	"iter"
	"net/http"
	"sync/atomic"
)

// Stream is a response whose values come one after the other. It must be closed, or read to its end.
type Stream[T any] struct {
	StatusCode int
	Header     http.Header

	body   io.Closer
	read   func() (T, string, error)
	lastID string
	ended  bool
	closed atomic.Bool
}

// NewStream returns a stream; read returns a value and the identifier of the event, [io.EOF] after the last.
func NewStream[T any](response *http.Response, read func() (T, string, error)) *Stream[T] {
	return &Stream[T]{StatusCode: response.StatusCode, Header: response.Header, body: response.Body, read: read}
}

// All returns the values that are still to come, and closes the stream behind the last. An error ends it.
func (s *Stream[T]) All() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		defer func() { _ = s.Close() }()
		for {
			value, err := s.Next()
			if err == io.EOF {
				return
			}
			if !yield(value, err) || err != nil {
				return
			}
		}
	}
}

// Next returns the next value, and [io.EOF] after the last.
func (s *Stream[T]) Next() (T, error) {
	var zero T
	if s.ended {
		return zero, io.EOF
	}
	if s.closed.Load() {
		return zero, ErrClosed
	}
	value, id, err := s.read()
	switch err {
	case nil:
		s.lastID = id
	case io.EOF:
		s.ended = true
		_ = s.Close()
	}
	return value, err
}

// LastEventID returns the last identifier that the server gave (HTML standard, section 9.2.4).
func (s *Stream[T]) LastEventID() string { return s.lastID }

// Close ends the stream.
func (s *Stream[T]) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	return s.body.Close()
}
