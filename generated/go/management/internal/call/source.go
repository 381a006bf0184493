package call

import (
	"errors"
	"io"
	"reflect"
	"sync"

	"github.com/auth0/go-auth0/management/management/core"
)

var (
	errReader  = errors.New("the content of the request was read already, and can't be read again")
	errNoFile  = errors.New("the file has no content: its reader is nil")
	errOver    = errors.New("the attempt is over")
	errSeeking = errors.New("the content of the request can't be moved to where it began")
)

// source is a reader whose content is sent, from where it stands now, and again where it can go back.
//
// An attempt that failed may still be reading while the next begins. It holds a [reading], which ends with the attempt.
type source struct {
	mutex  sync.Mutex
	reader io.Reader
	seeker io.Seeker
	start  int64
	begun  bool
	turn   int
}

// newSource refuses what was read to its end before, where that can be known: it would be sent as if it were empty.
func newSource(reader io.Reader) (*source, error) {
	file, isFile := reader.(*core.File)
	if isFile {
		if file == nil || file.Reader == nil {
			return nil, errNoFile
		}
		reader = file.Reader
	}
	made := &source{reader: reader}
	if seeker, ok := reader.(io.Seeker); ok {
		start, err := seeker.Seek(0, io.SeekCurrent)
		if err == nil {
			made.seeker, made.start = seeker, start
			if start == 0 {
				return made, nil
			}
			end, err := seeker.Seek(0, io.SeekEnd)
			if err != nil {
				return nil, errSeeking
			}
			if end == start {
				return nil, errReader
			}
			_, err = seeker.Seek(start, io.SeekStart)
			return made, err
		}
	}
	if isFile {
		// It notes how far it was read.
		made.reader = file
		if file.Ended() {
			return nil, errReader
		}
	}
	return made, nil
}

// is says whether both read the same.
func (s *source) is(other *source) bool {
	one, two := bare(s.reader), bare(other.reader)
	return reflect.TypeOf(one) == reflect.TypeOf(two) && reflect.TypeOf(one).Comparable() && one == two
}

func bare(reader io.Reader) io.Reader {
	if file, ok := reader.(*core.File); ok {
		return file.Reader
	}
	return reader
}

// replayable says whether it can go back.
func (s *source) replayable() bool { return s.seeker != nil }

// end ends the attempt that reads now, if there is one, and says whether another can.
func (s *source) end() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.turn++
	if s.begun && s.seeker == nil {
		return errReader
	}
	return nil
}

// open goes to where the content begins.
func (s *source) open() (io.Reader, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.seeker != nil {
		if _, err := s.seeker.Seek(s.start, io.SeekStart); err != nil {
			return nil, errSeeking
		}
	} else if s.begun {
		return nil, errReader
	}
	s.begun = true
	return &reading{s, s.turn}, nil
}

// reading is the part of an attempt in a source.
type reading struct {
	source *source
	turn   int
}

func (r *reading) Read(to []byte) (int, error) {
	r.source.mutex.Lock()
	defer r.source.mutex.Unlock()
	if r.turn != r.source.turn {
		return 0, errOver
	}
	return r.source.reader.Read(to)
}
