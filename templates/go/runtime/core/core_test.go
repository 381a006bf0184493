package core

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPagesAreAskedForWhenTheirItemsAre(t *testing.T) {
	asked := 0
	failed := errors.New("no third page")
	var page func(first int) *Page[int, string]
	page = func(first int) *Page[int, string] {
		return NewPage([]int{first, first + 1}, "response", func(context.Context) (*Page[int, string], error) {
			asked++
			if first > 2 {
				return nil, failed
			}
			return page(first + 2), nil
		})
	}
	for item, err := range page(1).All(context.Background()) {
		if err != nil || item == 2 {
			break
		}
	}
	if asked != 0 {
		t.Error(asked, "pages asked for")
	}
	var found []string
	for item, err := range page(1).All(context.Background()) {
		found = append(found, fmt.Sprint(item, err))
	}
	if got := strings.Join(found, ","); got != "1 <nil>,2 <nil>,3 <nil>,4 <nil>,0 no third page" || asked != 2 {
		t.Error(got, asked)
	}
}

func TestNoPageHasNoNext(t *testing.T) {
	var none *Page[int, string]
	next, err := none.Next(context.Background())
	if none.HasNext() || next != nil || err != nil {
		t.Error(next, err)
	}
	for range none.All(context.Background()) {
		t.Error("an item")
	}
}

type body struct{ closed int }

func (b *body) Read([]byte) (int, error) { return 0, io.EOF }

func (b *body) Close() error {
	b.closed++
	return nil
}

func TestAStreamIsClosedOnce(t *testing.T) {
	for name, use := range map[string]func(*Stream[int]){
		"read to the end": func(s *Stream[int]) {
			for range s.All() {
			}
		},
		"left": func(s *Stream[int]) {
			for range s.All() {
				break
			}
		},
		"Next to the end": func(s *Stream[int]) {
			for err := error(nil); err == nil; {
				_, err = s.Next()
			}
		},
		"closed": func(s *Stream[int]) { _ = s.Close() },
	} {
		content := &body{}
		number := 0
		stream := NewStream(&http.Response{StatusCode: 200, Body: content}, func() (int, string, error) {
			number++
			if number > 3 {
				return 0, "", io.EOF
			}
			return number, fmt.Sprint("id", number), nil
		})
		use(stream)
		if err := stream.Close(); err != nil || content.closed != 1 {
			t.Error(name, err, content.closed)
		}
		if _, err := stream.Next(); err != io.EOF && err != ErrClosed {
			t.Error(name, err)
		}
		if name == "left" && stream.LastEventID() != "id1" {
			t.Error(stream.LastEventID())
		}
	}
}

func TestErrorsUnwrap(t *testing.T) {
	err := fmt.Errorf("outside: %w", &TransportError{Method: "GET", URL: "http://a", Cause: context.DeadlineExceeded})
	if !errors.Is(err, context.DeadlineExceeded) || err.Error() != "outside: GET http://a: context deadline exceeded" {
		t.Error(err)
	}
	fault := &APIError{StatusCode: 404, Method: "GET", URL: "http://a", Message: "gone", RequestID: "r"}
	if got := fault.Error(); got != "GET http://a: 404 Not Found: gone (request id: r)" {
		t.Error(got)
	}
}

func TestAFileIsOpenedUnderItsName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("content"), 0o600); err != nil {
		t.Fatal(err)
	}
	opened, file, err := OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = opened.Close() }()
	content, err := io.ReadAll(file)
	if file.Name != "a.txt" || string(content) != "content" || err != nil || !file.Ended() {
		t.Error(file.Name, string(content), err)
	}
	if _, _, err := OpenFile(path + ".missing"); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
