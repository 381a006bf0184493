package codec

import (
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"
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

// Marshal returns a value as JSON.
func Marshal(value any) ([]byte, error) {
	return Append(nil, value)
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
	return coderOf(v.Type()).ready().encode(e, v)
}

func (e *encoder) text(text string) { e.buffer = append(e.buffer, text...) }

func (e *encoder) quoted(text string) (err error) {
	e.buffer, err = appendQuote(e.buffer, text)
	if err != nil {
		// Bytes that are no UTF-8 become U+FFFD, as in encoding/json.
		err = nil
	}
	return err
}

func encodeString(e *encoder, v reflect.Value) error { return e.quoted(v.String()) }

func encodeBool(e *encoder, v reflect.Value) error {
	e.buffer = strconv.AppendBool(e.buffer, v.Bool())
	return nil
}

func encodeInt(e *encoder, v reflect.Value) error {
	e.buffer = strconv.AppendInt(e.buffer, v.Int(), 10)
	return nil
}

func encodeFloat(e *encoder, v reflect.Value) error {
	number := v.Float()
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return fmt.Errorf("%v is no number of JSON (RFC 8259, section 6)", number)
	}
	format := byte('f')
	if size := math.Abs(number); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	e.buffer = strconv.AppendFloat(e.buffer, number, format, -1, v.Type().Bits())
	return nil
}

func encodeTime(e *encoder, v reflect.Value) error {
	e.buffer = append(e.buffer, '"')
	e.buffer = v.Interface().(time.Time).AppendFormat(e.buffer, time.RFC3339Nano)
	e.buffer = append(e.buffer, '"')
	return nil
}

func encodeText(e *encoder, v reflect.Value) error {
	text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		return err
	}
	return e.quoted(string(text))
}

func encodeRaw(e *encoder, v reflect.Value) error {
	if v.Len() == 0 {
		e.text("null")
		return nil
	}
	compact, err := compacted(v.Bytes())
	if err != nil {
		return fmt.Errorf("a raw value is not JSON")
	}
	e.buffer = append(e.buffer, compact...)
	return nil
}

func encodeBytes(e *encoder, v reflect.Value) error {
	if v.IsNil() {
		e.text("null")
		return nil
	}
	e.buffer = append(e.buffer, '"')
	e.buffer = base64.StdEncoding.AppendEncode(e.buffer, v.Bytes())
	e.buffer = append(e.buffer, '"')
	return nil
}

func encodeAny(e *encoder, v reflect.Value) error {
	if v.Kind() == reflect.Interface {
		if v.IsNil() {
			e.text("null")
			return nil
		}
		return e.value(v.Elem())
	}
	raw, err := json.Marshal(v.Interface())
	e.buffer = append(e.buffer, raw...)
	return err
}

func (c *coder) encodePointer(e *encoder, v reflect.Value) error {
	c.ready()
	if v.IsNil() || isNullPointer(v) {
		e.text("null")
		return nil
	}
	return c.elem.ready().encode(e, v.Elem())
}

func (c *coder) encodeSlice(e *encoder, v reflect.Value) error {
	c.ready()
	if v.IsNil() || isNullSlice(v) {
		e.text("null")
		return nil
	}
	elem := c.elem.ready()
	e.buffer = append(e.buffer, '[')
	for i := range v.Len() {
		if i > 0 {
			e.buffer = append(e.buffer, ',')
		}
		if err := elem.encode(e, v.Index(i)); err != nil {
			return fmt.Errorf("[%d]: %w", i, err)
		}
	}
	e.buffer = append(e.buffer, ']')
	return nil
}

func (c *coder) encodeMap(e *encoder, v reflect.Value) error {
	c.ready()
	if v.IsNil() {
		e.text("null")
		return nil
	}
	keys := make(map[string]reflect.Value, v.Len())
	for _, key := range v.MapKeys() {
		if key.Kind() != reflect.String {
			return encodeAny(e, v)
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
	elem := c.elem.ready()
	e.buffer = append(e.buffer, '{')
	for i, name := range sortedKeys(keys) {
		if i > 0 {
			e.buffer = append(e.buffer, ',')
		}
		if err := e.quoted(name); err != nil {
			return err
		}
		e.buffer = append(e.buffer, ':')
		if err := elem.encode(e, v.MapIndex(keys[name])); err != nil {
			return fmt.Errorf("[%q]: %w", name, err)
		}
	}
	e.buffer = append(e.buffer, '}')
	return nil
}

func (c *coder) encodeStruct(e *encoder, v reflect.Value) error {
	c.ready()
	s := c.structure
	var kept []member
	if s.extras >= 0 {
		// An unexported field of a value that is not addressable can still be read.
		kept = extrasOf(v.Field(s.extras))
	}
	tagName, tagValue, tagged := e.tagName, e.tagValue, e.tagged
	e.tagged = false
	e.buffer = append(e.buffer, '{')
	first := len(e.buffer)
	used := 0
	for i := range s.fields {
		f := &s.fields[i]
		value := v.Field(f.index)
		var text []byte
		if value.IsZero() {
			raw, known := member{}.value, false
			if len(kept) > used {
				raw, known = (&Extras{kept}).find(f.name)
			}
			switch {
			case tagged && f.name == tagName:
				text = []byte(tagValue)
			case known && raw == nil:
				used++
				continue
			case known:
				used++
				text = raw
			case f.constant != nil && f.required:
				text = f.constant
			case !f.required || value.Kind() == reflect.Pointer || value.Kind() == reflect.Slice || value.Kind() == reflect.Map ||
				value.Kind() == reflect.Interface:
				continue
			}
		}
		tagged = tagged && f.name != tagName
		if len(e.buffer) > first {
			e.buffer = append(e.buffer, ',')
		}
		e.buffer = append(e.buffer, f.key...)
		if e.masked && f.secret {
			text = []byte(`"***"`)
		}
		if text != nil {
			e.buffer = append(e.buffer, text...)
			continue
		}
		if err := f.coder.ready().encode(e, value); err != nil {
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

// extrasOf returns what an embedded Extras keeps.
func extrasOf(v reflect.Value) []member {
	extras, ok := v.Interface().(Extras)
	if !ok {
		return nil
	}
	return extras.members
}
