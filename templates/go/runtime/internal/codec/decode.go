package codec

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strconv"
	"time"
	"unsafe"
)

// Options of decoding.
type Options struct {
	// Strict makes an error of what departs from the types.
	Strict bool
	// OnDrift is called for it otherwise.
	OnDrift func(Drift)
}

type decoder struct {
	*tokenReader
	input   []byte
	options Options
	// Whether a value was passed over since this was last asked.
	passed bool
	memory memory
	// For a text that is written otherwise than it reads.
	scratch []byte
}

func newDecoder(input []byte, options Options) *decoder {
	return &decoder{tokenReader: newTokenReader(bytes.NewBuffer(input), lenientText...), input: input, options: options}
}

// Unmarshal reads a JSON value into what a pointer points to. What does not fit is passed over, and kept where a struct can.
func Unmarshal(data []byte, into any) error {
	return UnmarshalWith(data, into, Options{})
}

// UnmarshalWith is Unmarshal with options.
func UnmarshalWith(data []byte, into any, options Options) error {
	v := reflect.ValueOf(into).Elem()
	d := newDecoder(data, options)
	if err := coderOf(v.Type()).decode(d, v.Addr().UnsafePointer()); err != nil {
		return d.wrapped(err)
	}
	if _, err := d.ReadToken(); err != io.EOF {
		if err == nil {
			return &DecodeError{Expected: "a single value"}
		}
		return d.wrapped(err)
	}
	return nil
}

func (d *decoder) wrapped(err error) error {
	var known *DecodeError
	if errors.As(err, &known) {
		return err
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return &DecodeError{Pointer: string(d.StackPointer()), Cause: syntax(err)}
}

// syntax returns an error without the text that it is about, which may be secret.
func syntax(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return io.ErrUnexpectedEOF
	}
	return errSyntax
}

var errSyntax = errors.New("invalid syntax")

// pass passes over a value that is not what it should be.
func (d *decoder) pass(expected string) error {
	if _, err := d.ReadValue(); err != nil {
		return err
	}
	return d.depart(expected)
}

// depart tells that the value just read is not what it should be.
func (d *decoder) depart(expected string) error {
	d.passed = true
	return d.report(expected)
}

// report tells what should be here.
func (d *decoder) report(expected string) error {
	if d.options.Strict {
		return &DecodeError{Pointer: string(d.StackPointer()), Expected: expected}
	}
	if d.options.OnDrift != nil {
		d.options.OnDrift(Drift{string(d.StackPointer()), expected})
	}
	return nil
}

// since returns the text of the value that ends here, and began after an offset.
func (d *decoder) since(start int64) []byte {
	return bytes.TrimLeft(d.input[start:d.InputOffset()], " \t\r\n:,")
}

func newCoder(t reflect.Type) *coder {
	c := &coder{typ: t, zero: zeroOf(t), allot: allotOf(t)}
	switch {
	case t == reflect.TypeFor[time.Time]():
		c.decode, c.encode = decodeTime, encodeTime
	case t == reflect.TypeFor[json.RawMessage]():
		c.decode, c.encode = decodeRaw, encodeRaw
	case t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		c.decode, c.encode = c.decodeText, c.encodeText
	default:
		c.byKind()
	}
	return c
}

func (c *coder) byKind() {
	switch c.typ.Kind() {
	case reflect.String:
		c.decode, c.encode = decodeString, encodeString
	case reflect.Bool:
		c.decode, c.encode = decodeBool, encodeBool
	case reflect.Int:
		c.decode, c.encode = decodeInt, encodeInt
	case reflect.Int64:
		c.decode, c.encode = decodeInt64, encodeInt64
	case reflect.Float64:
		c.decode, c.encode = decodeFloat, encodeFloat
	case reflect.Pointer:
		c.build = (*coder).buildElem
		c.decode, c.encode = c.decodePointer, c.encodePointer
	case reflect.Slice:
		c.build = (*coder).buildElem
		c.decode, c.encode = c.decodeSlice, c.encodeSlice
		if c.typ.Elem().Kind() == reflect.Uint8 {
			c.decode, c.encode = c.decodeOther, encodeBytes
		}
	case reflect.Map:
		c.build = (*coder).buildElem
		c.decode, c.encode = c.decodeMap, c.encodeMap
	case reflect.Struct:
		if isUnion(c.typ) {
			c.build = func(c *coder) { c.union = newUnion(c.typ) }
			c.decode, c.encode = c.decodeUnion, c.encodeUnion
			break
		}
		c.build = func(c *coder) { c.structure = newStructure(c.typ) }
		c.decode, c.encode = c.decodeStruct, c.encodeStruct
	default:
		c.decode, c.encode = c.decodeOther, c.encodeOther
	}
}

func (c *coder) buildElem() {
	elem := c.typ.Elem()
	c.elem = coderOf(elem)
	if elem.Size() > 0 {
		c.null = nullPointer(elem).UnsafePointer()
	}
	if c.typ.Kind() == reflect.Slice {
		c.first = reflect.ArrayOf(firstElements, elem)
	}
}

// null reads a null.
func (d *decoder) null() error {
	_, err := d.ReadValue()
	return err
}

func (c *coder) decodePointer(d *decoder, p unsafe.Pointer) error {
	c.ready()
	if d.PeekKind() == kindNull {
		*(*unsafe.Pointer)(p) = nil
		return d.null()
	}
	value := d.value(c.elem)
	before := d.passed
	d.passed = false
	if err := c.elem.decode(d, value); err != nil {
		return err
	}
	if d.passed {
		return nil
	}
	d.passed = before
	*(*unsafe.Pointer)(p) = value
	return nil
}

func (c *coder) decodeSlice(d *decoder, p unsafe.Pointer) error {
	c.ready()
	switch d.PeekKind() {
	case kindNull:
		*(*slice)(p) = slice{}
		return d.null()
	case kindArray:
	default:
		return d.pass("an array")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	s := slice{data: unsafe.Pointer(&nothing)}
	size := c.elem.typ.Size()
	for d.PeekKind() != ']' {
		if s.len == s.cap {
			s = c.grow(s)
		}
		s.len++
		if err := c.elem.decode(d, unsafe.Add(s.data, uintptr(s.len-1)*size)); err != nil {
			return err
		}
	}
	*(*slice)(p) = s
	_, err := d.ReadToken()
	// What was passed over inside has been told, and there is no place to keep it.
	d.passed = false
	return err
}

func (c *coder) decodeMap(d *decoder, p unsafe.Pointer) error {
	c.ready()
	switch d.PeekKind() {
	case kindNull:
		*(*unsafe.Pointer)(p) = nil
		return d.null()
	case kindObject:
	default:
		return d.pass("an object")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	found := reflect.MakeMap(c.typ)
	for d.PeekKind() != '}' {
		quoted, err := d.ReadValue()
		if err != nil {
			return err
		}
		key := reflect.ValueOf(d.unquoted(quoted)).Convert(c.typ.Key())
		value := reflect.New(c.elem.typ)
		if err := c.elem.decode(d, value.UnsafePointer()); err != nil {
			return err
		}
		found.SetMapIndex(key, value.Elem())
	}
	reflect.NewAt(c.typ, p).Elem().Set(found)
	_, err := d.ReadToken()
	d.passed = false
	return err
}

func (c *coder) decodeStruct(d *decoder, p unsafe.Pointer) error {
	c.ready()
	if d.PeekKind() != kindObject {
		return d.pass("an object")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	s := c.structure
	extras := s.extrasOf(p)
	if extras != nil {
		extras.members = nil
	}
	var seen [4]uint64
	for next := 0; d.PeekKind() != '}'; {
		quoted, err := d.ReadValue()
		if err != nil {
			return err
		}
		// Members mostly come in the order of the fields.
		at := next
		if at >= len(s.fields) || s.fields[at].quoted() != string(quoted) {
			name, ok := plainText(quoted)
			if !ok {
				if d.scratch, err = appendUnquote(d.scratch[:0], quoted); err != nil {
					return err
				}
				name = d.scratch
			}
			var known bool
			if at, known = s.byName[string(name)]; !known {
				if err := d.keep(extras, string(name)); err != nil {
					return err
				}
				continue
			}
		}
		next = at + 1
		if at < 256 {
			seen[at/64] |= 1 << (at % 64)
		}
		if err := d.member(&s.fields[at], p, extras); err != nil {
			return err
		}
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for _, i := range s.required {
		if i < 256 && seen[i/64]&(1<<(i%64)) == 0 {
			f := &s.fields[i]
			if extras != nil {
				extras.members = append(extras.members, member{name: f.name})
			}
			if err := d.report("a member " + strconv.Quote(f.name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// keep keeps a member that no field has.
func (d *decoder) keep(extras *Extras, name string) error {
	raw, err := d.ReadValue()
	if err == nil && extras != nil {
		extras.members = append(extras.members, member{name, bytes.Clone(raw)})
	}
	return err
}

// member reads the value of a field, and keeps what the field can't hold.
func (d *decoder) member(f *field, p unsafe.Pointer, extras *Extras) error {
	target := unsafe.Add(p, f.offset)
	if d.PeekKind() == kindNull && !f.raw {
		reflect.NewAt(f.coder.typ, target).Elem().SetZero()
		if err := d.keep(extras, f.name); err != nil || f.nullable {
			return err
		}
		return d.report("no null")
	}
	start := d.InputOffset()
	d.passed = false
	if err := f.coder.decode(d, target); err != nil {
		return err
	}
	if d.passed {
		d.passed = false
		if extras != nil && f.coder.zero(target) {
			extras.members = append(extras.members, member{f.name, bytes.Clone(d.since(start))})
		}
	}
	return nil
}
