package call

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"

	"sdksmith.invalid/runtime/core"
)

var watch = &Endpoint{Method: http.MethodGet, Path: "/events", Accept: "text/event-stream"}

func TestAStreamThatBreaksIsAnErrorAndHalfAValueIsNone(t *testing.T) {
	breaks := func(text string) *service {
		return serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
			_, _ = io.WriteString(w, text)
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		})
	}
	for name, open := range map[string]func() (*core.Stream[int], error){
		"events": func() (*core.Stream[int], error) {
			return Events[int](context.Background(), breaks("data: 1\n\ndata: 2").client(), watch, Input{}, nil, "", "")
		},
		"values": func() (*core.Stream[int], error) {
			return Values[int](context.Background(), breaks("1\n2").client(), watch, Input{}, nil)
		},
	} {
		stream, err := open()
		if err != nil {
			t.Fatal(err)
		}
		var found []int
		var failed error
		for value, err := range stream.All() {
			if err != nil {
				failed = err
				continue
			}
			found = append(found, value)
		}
		var fault *core.TransportError
		if len(found) != 1 || found[0] != 1 || !errors.As(failed, &fault) {
			t.Error(name, found, failed)
		}
	}
}

func TestAStreamThatIsReadToItsEndIsClosed(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) { _, _ = io.WriteString(w, "1\n2") })
	stream, err := Values[int](context.Background(), server.client(), watch, Input{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, expected := range []error{nil, nil, io.EOF, io.EOF} {
		if _, err := stream.Next(); err != expected {
			t.Error(err, "instead of", expected)
		}
	}
	// Its connection is free again, which it would not be had the content been left open.
	if stream.Close() != nil {
		t.Error("closed twice")
	}
}

func TestAStreamThatIsClosedWhileSomebodyWaitsEnds(t *testing.T) {
	over := make(chan struct{})
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
		_, _ = io.WriteString(w, "1\n")
		w.(http.Flusher).Flush()
		<-over
	})
	defer close(over)
	stream, err := Values[int](context.Background(), server.client(), watch, Input{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Next(); err != nil {
		t.Fatal(err)
	}
	waiting := make(chan error)
	go func() {
		_, err := stream.Next()
		waiting <- err
	}()
	if err := stream.Close(); err != nil {
		t.Error(err)
	}
	if err := <-waiting; !errors.Is(err, core.ErrClosed) {
		t.Error(err)
	}
}
