package core

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Response is a response with its data.
type Response[T any] struct {
	StatusCode int
	Header     http.Header
	Data       T
}

// Download is the content of a response, as it comes. It must be closed.
type Download struct {
	io.ReadCloser
	StatusCode int
	Header     http.Header
}

// File is content with a name and a content type, for a part of a request.
type File struct {
	io.Reader
	Name        string
	ContentType string

	ended atomic.Bool
}

// Read reads the content.
func (f *File) Read(to []byte) (int, error) {
	n, err := f.Reader.Read(to)
	if err == io.EOF {
		f.ended.Store(true)
	}
	return n, err
}

// Ended says whether all of the content was read.
func (f *File) Ended() bool { return f.ended.Load() }

// NewFile gives content a name and, unless it is empty, a content type.
func NewFile(content io.Reader, name, contentType string) *File {
	return &File{Reader: content, Name: name, ContentType: contentType}
}

// OpenFile opens a file by its path, to be sent under its own name. It is the caller's to close.
func OpenFile(path string) (*os.File, *File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return file, NewFile(file, filepath.Base(path), ""), nil
}
