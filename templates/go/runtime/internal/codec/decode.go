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
}

// Unmarshal reads a JSON value into what a pointer points to. What does not fit is passed over, and kept where a struct can.
func Unmarshal(data []byte, into any) error {
	return UnmarshalWith(data, into, Options{})
}

// UnmarshalWith is Unmarshal with options.
func UnmarshalWith(data []byte, into any, options Options) error {
	v := reflect.ValueOf(into).Elem()
	d := &decoder{newTokenReader(bytes.NewBuffer(data), lenientText...), data, options, false}
	if err := coderOf(v.Type()).ready().decode(d, v); err != nil {
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
	return d.report(string(d.StackPointer()), expected)
}

func (d *decoder) report(pointer, expected string) error {
	if d.options.Strict {
		return &DecodeError{Pointer: pointer, Expected: expected}
	}
	if d.options.OnDrift != nil {
		d.options.OnDrift(Drift{pointer, expected})
	}
	return nil
}

// since returns the text of the value that ends here, and began after an offset.
func (d *decoder) since(start int64) []byte {
	return bytes.TrimLeft(d.input[start:d.InputOffset()], " \t\r\n:,")
}

func newCoder(t reflect.Type) *coder {
	c := &coder{typ: t}
	switch {
	case t == reflect.TypeFor[time.Time]():
		c.decode, c.encode = decodeTime, encodeTime
	case t == reflect.TypeFor[json.RawMessage]():
		c.decode, c.encode = decodeRaw, encodeRaw
	case t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		c.decode, c.encode = decodeText, encodeText
	default:
		newCoderOfKind(c)
	}
	return c
}

func newCoderOfKind(c *coder) {
	t := c.typ
	switch t.Kind() {
	case reflect.String:
		c.decode, c.encode = decodeString, encodeString
	case reflect.Bool:
		c.decode, c.encode = decodeBool, encodeBool
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8:
		c.decode, c.encode = decodeInt, encodeInt
	case reflect.Float64, reflect.Float32:
		c.decode, c.encode = decodeFloat, encodeFloat
	case reflect.Pointer:
		c.build = func(c *coder) { c.elem = coderOf(t.Elem()) }
		c.decode, c.encode = c.decodePointer, c.encodePointer
	case reflect.Slice:
		c.build = func(c *coder) { c.elem = coderOf(t.Elem()) }
		c.decode, c.encode = c.decodeSlice, c.encodeSlice
		if t.Elem().Kind() == reflect.Uint8 {
			c.decode, c.encode = decodeBytes, encodeBytes
		}
	case reflect.Map:
		c.build = func(c *coder) { c.elem = coderOf(t.Elem()) }
		c.decode, c.encode = c.decodeMap, c.encodeMap
	case reflect.Struct:
		if isUnion(t) {
			c.build = func(c *coder) { c.union = newUnion(t) }
			c.decode, c.encode = c.decodeUnion, c.encodeUnion
			break
		}
		c.build = func(c *coder) { c.structure = newStructure(t) }
		c.decode, c.encode = c.decodeStruct, c.encodeStruct
	default:
		c.decode, c.encode = decodeAny, encodeAny
	}
}

func decodeString(d *decoder, v reflect.Value) error {
	if d.PeekKind() != kindString {
		return d.pass("a string")
	}
	token, err := d.ReadToken()
	if err != nil {
		return err
	}
	v.SetString(token.String())
	return nil
}

func decodeBool(d *decoder, v reflect.Value) error {
	kind := d.PeekKind()
	if kind != 't' && kind != 'f' {
		return d.pass("true or false")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	v.SetBool(kind == 't')
	return nil
}

func decodeInt(d *decoder, v reflect.Value) error {
	if d.PeekKind() != kindNumber {
		return d.pass("an integer")
	}
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	number, err := strconv.ParseInt(string(raw), 10, v.Type().Bits())
	if err != nil {
		// 1.0 and 1e3 are integers too (JSON Schema Validation, section 6.1.1).
		float, failed := strconv.ParseFloat(string(raw), 64)
		number = int64(float)
		if failed != nil || float64(number) != float || v.OverflowInt(number) || number > 1<<53 || number < -1<<53 {
			return d.depart("an integer of " + strconv.Itoa(v.Type().Bits()) + " bits")
		}
	}
	v.SetInt(number)
	return nil
}

func decodeFloat(d *decoder, v reflect.Value) error {
	if d.PeekKind() != kindNumber {
		return d.pass("a number")
	}
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	number, err := strconv.ParseFloat(string(raw), 64)
	if err != nil {
		return d.depart("a number of 64 bits")
	}
	v.SetFloat(number)
	return nil
}

func decodeTime(d *decoder, v reflect.Value) error {
	if d.PeekKind() != kindString {
		return d.pass("a date and time")
	}
	token, err := d.ReadToken()
	if err != nil {
		return err
	}
	t, err := time.Parse(time.RFC3339Nano, token.String())
	if err != nil {
		return d.depart("a date and time")
	}
	v.Set(reflect.ValueOf(t))
	return nil
}

func decodeText(d *decoder, v reflect.Value) error {
	if d.PeekKind() != kindString {
		return d.pass("a string")
	}
	token, err := d.ReadToken()
	if err != nil {
		return err
	}
	if v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(token.String())) != nil {
		return d.depart("a text of the documented format")
	}
	return nil
}

func decodeRaw(d *decoder, v reflect.Value) error {
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	v.SetBytes(bytes.Clone(raw))
	return nil
}

func decodeBytes(d *decoder, v reflect.Value) error {
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	if json.Unmarshal(raw, v.Addr().Interface()) != nil {
		return d.depart("bytes in base64")
	}
	return nil
}

func decodeAny(d *decoder, v reflect.Value) error {
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	if json.Unmarshal(raw, v.Addr().Interface()) != nil {
		return d.depart("a value of type " + v.Type().String())
	}
	return nil
}

func (c *coder) decodePointer(d *decoder, v reflect.Value) error {
	c.ready()
	if d.PeekKind() == kindNull {
		v.SetZero()
		_, err := d.ReadToken()
		return err
	}
	pointer := reflect.New(c.elem.typ)
	before := d.passed
	d.passed = false
	if err := c.elem.ready().decode(d, pointer.Elem()); err != nil {
		return err
	}
	if d.passed {
		return nil
	}
	d.passed = before
	v.Set(pointer)
	return nil
}

func (c *coder) decodeSlice(d *decoder, v reflect.Value) error {
	c.ready()
	switch d.PeekKind() {
	case kindNull:
		v.SetZero()
		_, err := d.ReadToken()
		return err
	case kindArray:
	default:
		return d.pass("an array")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	v.Set(reflect.MakeSlice(c.typ, 0, 4))
	elem := c.elem.ready()
	for i := 0; d.PeekKind() != ']'; i++ {
		if i == v.Cap() {
			v.Grow(1)
		}
		v.SetLen(i + 1)
		if err := elem.decode(d, v.Index(i)); err != nil {
			return err
		}
	}
	_, err := d.ReadToken()
	// What was passed over inside has been told, and there is no place to keep it.
	d.passed = false
	return err
}

func (c *coder) decodeMap(d *decoder, v reflect.Value) error {
	c.ready()
	switch d.PeekKind() {
	case kindNull:
		v.SetZero()
		_, err := d.ReadToken()
		return err
	case kindObject:
	default:
		return d.pass("an object")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	v.Set(reflect.MakeMap(c.typ))
	elem := c.elem.ready()
	for d.PeekKind() != '}' {
		token, err := d.ReadToken()
		if err != nil {
			return err
		}
		key := reflect.ValueOf(token.String()).Convert(c.typ.Key())
		value := reflect.New(elem.typ).Elem()
		if err := elem.decode(d, value); err != nil {
			return err
		}
		v.SetMapIndex(key, value)
	}
	_, err := d.ReadToken()
	d.passed = false
	return err
}

func (c *coder) decodeStruct(d *decoder, v reflect.Value) error {
	c.ready()
	if d.PeekKind() != kindObject {
		return d.pass("an object")
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	s := c.structure
	var extras *Extras
	if s.extras >= 0 {
		extras = v.Field(s.extras).Addr().Interface().(*Extras)
		extras.members = nil
	}
	var seen [4]uint64
	var name []byte
	for next := 0; d.PeekKind() != '}'; {
		quoted, err := d.ReadValue()
		if err != nil {
			return err
		}
		if name, err = appendUnquote(name[:0], quoted); err != nil {
			return err
		}
		// Members mostly come in the order of the fields.
		at := next
		if at >= len(s.fields) || s.fields[at].name != string(name) {
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
		if err := d.member(&s.fields[at], v, extras); err != nil {
			return err
		}
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for i := range s.fields {
		if f := &s.fields[i]; f.required && i < 256 && seen[i/64]&(1<<(i%64)) == 0 {
			if extras != nil {
				extras.members = append(extras.members, member{name: f.name})
			}
			if err := d.report(string(d.StackPointer()), "a member "+strconv.Quote(f.name)); err != nil {
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
func (d *decoder) member(f *field, v reflect.Value, extras *Extras) error {
	target := v.Field(f.index)
	if d.PeekKind() == kindNull && target.Type() != reflect.TypeFor[json.RawMessage]() {
		target.SetZero()
		if err := d.keep(extras, f.name); err != nil || f.nullable {
			return err
		}
		return d.report(string(d.StackPointer()), "no null")
	}
	start := d.InputOffset()
	d.passed = false
	if err := f.coder.ready().decode(d, target); err != nil {
		return err
	}
	if d.passed {
		d.passed = false
		if extras != nil && target.IsZero() {
			extras.members = append(extras.members, member{f.name, bytes.Clone(d.since(start))})
		}
	}
	return nil
}
