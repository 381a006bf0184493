package codec

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sync"
	"unicode/utf8"
	"unsafe"
)

type encoder struct {
	buffer []byte
	// Whether secrets are masked.
	masked bool
	// What a union adds to its variant: a member, with quotes and colon, and its value.
	tagged   bool
	tagName  string
	tagValue string
}

// buffers are those of earlier values. Large ones are not kept.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

const largeBuffer = 64 * 1024

// Marshal returns a value as JSON.
func Marshal(value any) ([]byte, error) {
	buffer := buffers.Get().(*[]byte)
	written, err := Append((*buffer)[:0], value)
	var result []byte
	if err == nil {
		result = bytes.Clone(written)
	}
	if cap(written) <= largeBuffer {
		*buffer = written
		buffers.Put(buffer)
	}
	return result, err
}

// Append appends a value as JSON.
func Append(to []byte, value any) ([]byte, error) {
	e := encoder{buffer: to}
	err := e.value(reflect.ValueOf(value))
	return e.buffer, err
}

// String returns a value as JSON with secrets masked, for people.
func String(value any) string {
	e := encoder{masked: true}
	if err := e.value(reflect.ValueOf(value)); err != nil {
		return fmt.Sprintf("<%v>", err)
	}
	return string(e.buffer)
}

func (e *encoder) value(v reflect.Value) error {
	if !v.IsValid() {
		e.text("null")
		return nil
	}
	if v.Kind() == reflect.Pointer {
		return coderOf(v.Type()).encodeTarget(e, v.UnsafePointer())
	}
	holder := reflect.New(v.Type())
	holder.Elem().Set(v)
	return coderOf(v.Type()).encode(e, holder.UnsafePointer())
}

func (e *encoder) text(text string) { e.buffer = append(e.buffer, text...) }

func (e *encoder) quoted(text string) error {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			// Bytes that are no UTF-8 become U+FFFD, as in encoding/json.
			e.buffer, _ = appendQuote(e.buffer, text)
			return nil
		}
	}
	e.buffer = append(e.buffer, '"')
	e.buffer = append(e.buffer, text...)
	e.buffer = append(e.buffer, '"')
	return nil
}

func (c *coder) encodePointer(e *encoder, p unsafe.Pointer) error {
	return c.encodeTarget(e, *(*unsafe.Pointer)(p))
}

// encodeTarget writes what a pointer points to.
func (c *coder) encodeTarget(e *encoder, value unsafe.Pointer) error {
	c.ready()
	if value == nil || value == c.null {
		e.text("null")
		return nil
	}
	return c.elem.encode(e, value)
}

func (c *coder) encodeSlice(e *encoder, p unsafe.Pointer) error {
	c.ready()
	s := (*slice)(p)
	if s.data == nil || s.len == 0 && s.data == c.null {
		e.text("null")
		return nil
	}
	e.buffer = append(e.buffer, '[')
	for i := range s.len {
		if i > 0 {
			e.buffer = append(e.buffer, ',')
		}
		if err := c.elem.encode(e, unsafe.Add(s.data, uintptr(i)*c.elem.typ.Size())); err != nil {
			return fmt.Errorf("[%d]: %w", i, err)
		}
	}
	e.buffer = append(e.buffer, ']')
	return nil
}

func (c *coder) encodeMap(e *encoder, p unsafe.Pointer) error {
	c.ready()
	v := reflect.NewAt(c.typ, p).Elem()
	if v.IsNil() {
		e.text("null")
		return nil
	}
	keys := make(map[string]reflect.Value, v.Len())
	for _, key := range v.MapKeys() {
		if key.Kind() != reflect.String {
			return e.other(v)
		}
		keys[key.String()] = key
	}
	if _, ok := keys[nullKey]; ok {
		if len(keys) == 1 {
			e.text("null")
			return nil
		}
		delete(keys, nullKey)
	}
	value := reflect.New(c.elem.typ)
	e.buffer = append(e.buffer, '{')
	for i, name := range sortedKeys(keys) {
		if i > 0 {
			e.buffer = append(e.buffer, ',')
		}
		if err := e.quoted(name); err != nil {
			return err
		}
		e.buffer = append(e.buffer, ':')
		value.Elem().Set(v.MapIndex(keys[name]))
		if err := c.elem.encode(e, value.UnsafePointer()); err != nil {
			return fmt.Errorf("[%q]: %w", name, err)
		}
	}
	e.buffer = append(e.buffer, '}')
	return nil
}

func (c *coder) encodeStruct(e *encoder, p unsafe.Pointer) error {
	c.ready()
	s := c.structure
	var kept []member
	if extras := s.extrasOf(p); extras != nil {
		kept = extras.members
	}
	tagName, tagValue, tagged := e.tagName, e.tagValue, e.tagged
	e.tagged = false
	e.buffer = append(e.buffer, '{')
	first := len(e.buffer)
	used := 0
	for i := range s.fields {
		f := &s.fields[i]
		value := unsafe.Add(p, f.offset)
		text := ""
		if f.coder.zero(value) {
			raw, known := json.RawMessage(nil), false
			if len(kept) > used {
				raw, known = find(kept, f.name)
			}
			switch {
			case tagged && f.name == tagName:
				text = tagValue
			case known && raw == nil:
				used++
				continue
			case known:
				used++
				text = string(raw)
			case f.constant != "" && f.required:
				text = f.constant
			case !f.required || f.leaves:
				continue
			}
		}
		tagged = tagged && f.name != tagName
		if len(e.buffer) > first {
			e.buffer = append(e.buffer, ',')
		}
		e.buffer = append(e.buffer, f.key...)
		if e.masked && f.secret {
			text = `"***"`
		}
		if text != "" {
			e.buffer = append(e.buffer, text...)
			continue
		}
		if err := f.coder.encode(e, value); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	for i := range kept {
		if _, known := s.byName[kept[i].name]; known || kept[i].value == nil || tagged && kept[i].name == tagName {
			continue
		}
		if err := e.extra(kept[i].name, kept[i].value, first); err != nil {
			return err
		}
	}
	if tagged {
		if err := e.extra(tagName, []byte(tagValue), first); err != nil {
			return err
		}
	}
	e.buffer = append(e.buffer, '}')
	return nil
}

func (e *encoder) extra(name string, value []byte, first int) error {
	if len(e.buffer) > first {
		e.buffer = append(e.buffer, ',')
	}
	if err := e.quoted(name); err != nil {
		return err
	}
	e.buffer = append(e.buffer, ':')
	e.buffer = append(e.buffer, value...)
	return nil
}
