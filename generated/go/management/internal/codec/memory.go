package codec

import (
	"bytes"
	"reflect"
	"time"
	"unicode/utf8"
	"unsafe"
)

// memory gives out what a decoded value is made of. Short texts, and the scalars behind pointers, share blocks, which costs
// fewer allocations than one for each; blocks are small, so that who keeps one text keeps no more than a little beside it.
// What was given out is never given out again, nor written to.
type memory struct {
	text    []byte
	strings []string
	words   []uint64
	times   []time.Time
}

const (
	textBlock  = 512
	longText   = 64
	scalars    = 16
	fewScalars = 4
)

// hold returns bytes as a string.
func (m *memory) hold(text []byte) string {
	if len(text) == 0 {
		return ""
	}
	if len(text) > longText {
		return string(text)
	}
	if len(text) > cap(m.text)-len(m.text) {
		m.text = make([]byte, 0, textBlock)
	}
	start := len(m.text)
	m.text = append(m.text, text...)
	return unsafe.String(&m.text[start], len(text))
}

// next returns the next value of a block, and begins a new one where there is none left.
func next[T any](block *[]T, size int) unsafe.Pointer {
	if len(*block) == 0 {
		*block = make([]T, size)
	}
	value := unsafe.Pointer(&(*block)[0])
	*block = (*block)[1:]
	return value
}

// allot says where the values of a type come from.
type allot uint8

const (
	allotAlone allot = iota
	allotString
	allotWord
	allotTime
)

func allotOf(t reflect.Type) allot {
	switch t.Kind() {
	case reflect.String:
		return allotString
	case reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64:
		return allotWord
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			return allotTime
		}
	}
	return allotAlone
}

// value returns memory for a value of the type of a coder.
func (d *decoder) value(c *coder) unsafe.Pointer {
	size := scalars
	if len(d.input) < textBlock {
		size = fewScalars
	}
	switch c.allot {
	case allotString:
		return next(&d.memory.strings, size)
	case allotWord:
		return next(&d.memory.words, size)
	case allotTime:
		return next(&d.memory.times, size)
	}
	return reflect.New(c.typ).UnsafePointer()
}

// unquoted returns what a JSON string says; what is no UTF-8 becomes U+FFFD.
func (d *decoder) unquoted(quoted []byte) string {
	if inner, ok := plainText(quoted); ok {
		return d.memory.hold(inner)
	}
	d.scratch, _ = appendUnquote(d.scratch[:0], quoted)
	return d.memory.hold(d.scratch)
}

// plainText returns the bytes between quotes, false where they don't stand for themselves.
func plainText(quoted []byte) ([]byte, bool) {
	inner := quoted[1 : len(quoted)-1]
	return inner, bytes.IndexByte(inner, '\\') < 0 && utf8.Valid(inner)
}

// slice is how a slice lies in memory.
type slice struct {
	data unsafe.Pointer
	len  int
	cap  int
}

// nothing is what slices without elements point to.
var nothing struct{}

// firstElements is how many elements a slice has memory for at first.
const firstElements = 4

// grow returns a slice of a coder's type with room for one element more.
func (c *coder) grow(s slice) slice {
	if s.len == 0 {
		return slice{reflect.New(c.first).UnsafePointer(), 0, firstElements}
	}
	grown := reflect.MakeSlice(c.typ, s.len, 2*s.cap)
	reflect.Copy(grown, reflect.NewAt(c.typ, unsafe.Pointer(&s)).Elem())
	return slice{grown.UnsafePointer(), s.len, 2 * s.cap}
}

// zeroOf returns what says whether a value of a type is its zero value.
func zeroOf(t reflect.Type) func(p unsafe.Pointer) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Map:
		return func(p unsafe.Pointer) bool { return *(*unsafe.Pointer)(p) == nil }
	case reflect.Slice:
		return func(p unsafe.Pointer) bool { return (*slice)(p).data == nil }
	case reflect.String:
		return func(p unsafe.Pointer) bool { return len(*(*string)(p)) == 0 }
	case reflect.Bool:
		return func(p unsafe.Pointer) bool { return !*(*bool)(p) }
	case reflect.Int:
		return func(p unsafe.Pointer) bool { return *(*int)(p) == 0 }
	case reflect.Int64, reflect.Float64:
		return func(p unsafe.Pointer) bool { return *(*uint64)(p) == 0 }
	}
	return func(p unsafe.Pointer) bool { return reflect.NewAt(t, p).Elem().IsZero() }
}
