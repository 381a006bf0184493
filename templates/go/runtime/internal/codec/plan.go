package codec

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unsafe"
)

// coder converts values of one type.
type coder struct {
	typ reflect.Type
	// What these get is the address of a value.
	decode func(d *decoder, p unsafe.Pointer) error
	encode func(e *encoder, p unsafe.Pointer) error
	zero   func(p unsafe.Pointer) bool
	allot  allot

	once  sync.Once
	build func(c *coder)
	// Of structs.
	structure *structure
	union     *union
	// Of pointers, slices and maps.
	elem *coder
	// What a pointer or an empty slice points to that is written as null.
	null unsafe.Pointer
	// Of slices: the array of the first elements.
	first reflect.Type
}

var coders sync.Map // reflect.Type -> *coder

func coderOf(t reflect.Type) *coder {
	if known, ok := coders.Load(t); ok {
		return known.(*coder)
	}
	known, _ := coders.LoadOrStore(t, newCoder(t))
	return known.(*coder)
}

// ready returns the coder with what it knows of the types inside; types may contain themselves.
func (c *coder) ready() *coder {
	if c.build != nil {
		c.once.Do(func() { c.build(c) })
	}
	return c
}

// structure is what there is to know of a struct.
type structure struct {
	fields []field
	byName map[string]int
	// Indexes of the fields whose members must come.
	required []int
	// Whether there is an embedded Extras, and where.
	hasExtras bool
	extras    uintptr
}

// extrasOf returns the embedded Extras of a struct, or nil.
func (s *structure) extrasOf(p unsafe.Pointer) *Extras {
	if !s.hasExtras {
		return nil
	}
	return (*Extras)(unsafe.Add(p, s.extras))
}

// field is a field of a struct that is a member of its object.
type field struct {
	name     string
	key      string // "name": with quotes and colon
	offset   uintptr
	coder    *coder
	raw      bool // json.RawMessage, which holds a null too
	leaves   bool // out what is empty, though it is required
	required bool
	nullable bool
	secret   bool
	// What is written when the field is empty, as JSON; empty for nothing.
	constant string
}

// quoted returns the name with quotes.
func (f *field) quoted() string { return f.key[:len(f.key)-1] }

var extrasType = reflect.TypeFor[Extras]()

func newStructure(t reflect.Type) *structure {
	s := &structure{byName: make(map[string]int, t.NumField())}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type == extrasType {
			s.hasExtras, s.extras = true, f.Offset
			continue
		}
		if !f.IsExported() {
			continue
		}
		name, options, ok := memberName(f.Tag)
		if !ok {
			continue
		}
		key, _ := appendQuote(nil, name)
		entry := field{
			name:     name,
			key:      string(key) + ":",
			offset:   f.Offset,
			coder:    coderOf(f.Type),
			raw:      f.Type == reflect.TypeFor[json.RawMessage](),
			required: true,
			nullable: f.Tag.Get("null") == "true",
			secret:   f.Tag.Get("secret") == "true",
		}
		for _, option := range options {
			if option == "omitzero" {
				entry.required = false
			}
		}
		if constant, ok := f.Tag.Lookup("const"); ok {
			entry.constant = constant
		}
		switch f.Type.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
			entry.leaves = true
		}
		if entry.required {
			s.required = append(s.required, len(s.fields))
		}
		s.byName[name] = len(s.fields)
		s.fields = append(s.fields, entry)
	}
	return s
}

// memberName returns the name of a field's member and the options behind it; false for a field that is none.
//
// A name that the tag of encoding/json can't have stands in a tag of its own, quoted.
func memberName(tag reflect.StructTag) (string, []string, bool) {
	if text, ok := tag.Lookup("wire"); ok {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return "", nil, false
		}
		return unquoted(quoted), strings.Split(text[len(quoted):], ","), true
	}
	text, ok := tag.Lookup("json")
	if !ok || text == "-" {
		return "", nil, false
	}
	name, rest, _ := strings.Cut(text, ",")
	return name, strings.Split(rest, ","), true
}

// MemberName returns the name of a field's member, false for a field that is none.
func MemberName(tag reflect.StructTag) (string, bool) {
	name, _, ok := memberName(tag)
	return name, ok
}

// OneOf marks a struct as a union: one of its fields is set, and the value is that of the field. Its own tag `tag` names
// the member that tells which; those of the fields are its values.
type OneOf struct{}

var oneOfType = reflect.TypeFor[OneOf]()

// union is what there is to know of a union.
type union struct {
	tag      string
	variants []variant
	// The field for what no variant is: whether there is one, its name, and where.
	hasRaw  bool
	rawName string
	raw     uintptr
}

// rawOf returns the field for what no variant is, or nil.
func (u *union) rawOf(p unsafe.Pointer) *json.RawMessage {
	if !u.hasRaw {
		return nil
	}
	return (*json.RawMessage)(unsafe.Add(p, u.raw))
}

// variant is a field of a union.
type variant struct {
	name   string
	offset uintptr
	coder  *coder
	// Values of the tag, as JSON.
	tags []string
	// Members that tell this variant from others, with their values as JSON.
	only []distinction
}

type distinction struct {
	name   string
	values []string
}

func isUnion(t reflect.Type) bool {
	return t.NumField() > 0 && t.Field(0).Type == oneOfType
}

func newUnion(t reflect.Type) *union {
	u := &union{tag: t.Field(0).Tag.Get("tag")}
	for i := 1; i < t.NumField(); i++ {
		f := t.Field(i)
		if f.Tag.Get("union") == "raw" {
			u.hasRaw, u.rawName, u.raw = true, f.Name, f.Offset
			continue
		}
		entry := variant{name: f.Name, offset: f.Offset, coder: coderOf(f.Type)}
		if text, ok := f.Tag.Lookup("tag"); ok {
			entry.tags = fieldsOf(text)
		}
		if text, ok := f.Tag.Lookup("only"); ok {
			for _, part := range strings.Split(text, ";") {
				name, values, _ := strings.Cut(part, "=")
				entry.only = append(entry.only, distinction{unquoted(name), fieldsOf(values)})
			}
		}
		u.variants = append(u.variants, entry)
	}
	return u
}

// fieldsOf splits JSON values that are separated by commas.
func fieldsOf(text string) []string {
	var found []string
	for text != "" {
		end := len(text)
		if text[0] == '"' {
			if prefix, err := strconv.QuotedPrefix(text); err == nil {
				end = len(prefix)
			}
		} else if comma := strings.IndexByte(text, ','); comma >= 0 {
			end = comma
		}
		found = append(found, text[:end])
		text = strings.TrimPrefix(text[end:], ",")
	}
	return found
}

func unquoted(text string) string {
	if name, err := strconv.Unquote(text); err == nil {
		return name
	}
	return text
}
