package call

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"sdksmith.invalid/runtime/core"
)

type upload struct {
	File  io.Reader `json:"file"`
	Again io.Reader `json:"again,omitzero"`
}

func TestBadUseIsAnErrorThatTellsAndNothingIsSent(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request, int) {})
	client := server.client()
	post := &Endpoint{Method: http.MethodPost, Path: "/things", Body: "json"}
	multipart := &Endpoint{Method: http.MethodPost, Path: "/files", Body: "multipart"}
	content := &Endpoint{Method: http.MethodPost, Path: "/file", Body: "content"}
	read := strings.NewReader("read already")
	_, _ = io.ReadAll(read)
	readFile := core.NewFile(io.MultiReader(strings.NewReader("once")), "a.txt", "")
	_, _ = io.ReadAll(readFile)
	twice := io.MultiReader(strings.NewReader("twice"))
	var noContext context.Context
	for _, each := range []struct {
		ctx      context.Context
		client   *Client
		endpoint *Endpoint
		in       Input
		options  []Option
		told     string
	}{
		{noContext, client, getThing, Input{Path: []any{"1"}}, nil, "the context is nil"},
		{context.Background(), nil, getThing, Input{Path: []any{"1"}}, nil, "made by NewClient"},
		{context.Background(), client, getThing, Input{Path: []any{"1"}}, []Option{nil}, "an option is nil"},
		{context.Background(), server.client(nil), getThing, Input{Path: []any{"1"}}, nil, "an option is nil"},
		{context.Background(), client, getThing, Input{Path: []any{""}}, nil, `the path parameter "id" is empty`},
		{context.Background(), client, getThing, Input{Path: []any{(*string)(nil)}}, nil, `the path parameter "id" is nil`},
		{context.Background(), client, post, Input{Request: (*thing)(nil)}, nil, "the request is nil"},
		{context.Background(), client, getThing, Input{Path: []any{"1"}, Request: (*thing)(nil)}, nil, "the request is nil"},
		{context.Background(), client, multipart, Input{Request: &upload{File: read}}, nil, "read already"},
		{context.Background(), client, multipart, Input{Request: &upload{File: readFile}}, nil, "read already"},
		{context.Background(), client, multipart, Input{Request: &upload{File: twice, Again: twice}}, nil, "read already"},
		{context.Background(), client, content, Input{Body: io.Reader(read)}, nil, "read already"},
		{context.Background(), client, content, Input{Body: io.Reader(readFile)}, nil, "read already"},
	} {
		err := Nothing(each.ctx, each.client, each.endpoint, each.in, each.options)
		if err == nil || !strings.Contains(err.Error(), each.told) {
			t.Errorf("%v instead of %q", err, each.told)
		}
	}
	if server.count() != 0 {
		t.Error(server.count(), "requests")
	}
}

func TestAFileThatWasSentIsNotSentAgainAsAnEmptyOne(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request, int) {})
	multipart := &Endpoint{Method: http.MethodPost, Path: "/files", Body: "multipart"}
	file := core.NewFile(io.MultiReader(strings.NewReader("once")), "a.txt", "")
	if err := Nothing(context.Background(), server.client(), multipart, Input{Request: &upload{File: file}}, nil); err != nil {
		t.Fatal(err)
	}
	err := Nothing(context.Background(), server.client(), multipart, Input{Request: &upload{File: file}}, nil)
	if err == nil || !strings.Contains(err.Error(), "read already") || server.count() != 1 {
		t.Error(err, server.count())
	}
}

func TestAnEmptyFileIsSent(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request, int) {})
	multipart := &Endpoint{Method: http.MethodPost, Path: "/files", Body: "multipart"}
	in := Input{Request: &upload{File: strings.NewReader("")}}
	if err := Nothing(context.Background(), server.client(), multipart, in, nil); err != nil || server.count() != 1 {
		t.Error(err, server.count())
	}
}

func TestADownloadThatWasClosedSaysSo(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) { _, _ = io.WriteString(w, "content") })
	file, err := Download(context.Background(), server.client(), &Endpoint{Method: http.MethodGet, Path: "/file"}, Input{}, nil)
	if err != nil || file.Close() != nil || file.Close() != nil {
		t.Fatal(err)
	}
	if _, err = file.Read(make([]byte, 1)); !errors.Is(err, core.ErrClosed) {
		t.Error(err)
	}
}

func TestOptionsOfOneCallThatNameTheServerOrTheCallerHold(t *testing.T) {
	var seen []string
	server := serve(t, func(w http.ResponseWriter, r *http.Request, _ int) {
		seen = append(seen, r.URL.Path+" "+r.Header.Get("Authorization"))
		_, _ = io.WriteString(w, `{"access_token":"t"}`)
	})
	client := NewClient(Server{URL: server.URL + "/{shop}", Defaults: map[string]string{"shop": "main"}}, "", nil, nil, nil)
	elsewhere := func(s *Settings) { s.SetVariable("shop", "second") }
	if err := Nothing(context.Background(), client, getThing, Input{Path: []any{"1"}}, []Option{elsewhere}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		machine := machine(&ClientCredentials{ID: "me", Secret: "very secret", URL: server.URL + "/token"})
		if err := Nothing(context.Background(), client, getThing, Input{Path: []any{"1"}}, []Option{machine}); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(seen, "|"); got != "/second/things/1 |/token |/main/things/1 Bearer t|/main/things/1 Bearer t" {
		t.Error(got)
	}
}

func TestAFileWithoutContentIsAnError(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request, int) {})
	multipart := &Endpoint{Method: http.MethodPost, Path: "/files", Body: "multipart"}
	content := &Endpoint{Method: http.MethodPost, Path: "/file", Body: "content"}
	file := core.NewFile(nil, "a.txt", "")
	for endpoint, in := range map[*Endpoint]Input{
		multipart: {Request: &upload{File: file}}, content: {Body: file},
	} {
		if err := Nothing(context.Background(), server.client(), endpoint, in, nil); err == nil || server.count() != 0 {
			t.Error(endpoint.Body, err, server.count())
		}
	}
}

func TestOneFileMayStandInTwoParts(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request, number int) {
		if number == 1 {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	multipart := &Endpoint{Method: http.MethodPost, Path: "/files", Body: "multipart"}
	file := strings.NewReader("content")
	in := Input{Request: &upload{File: file, Again: file}}
	if err := Nothing(context.Background(), server.client(), multipart, in, nil); err != nil {
		t.Fatal(err)
	}
	for _, body := range server.bodies {
		if strings.Count(body, "content\r\n") != 2 {
			t.Error(body)
		}
	}
}
