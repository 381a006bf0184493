package codec

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"
	"unsafe"
)

func decodeString(d *decoder, p unsafe.Pointer) error {
	if d.PeekKind() != kindString {
		return d.pass("a string")
	}
	quoted, err := d.ReadValue()
	if err != nil {
		return err
	}
	*(*string)(p) = d.unquoted(quoted)
	return nil
}

func encodeString(e *encoder, p unsafe.Pointer) error { return e.quoted(*(*string)(p)) }

func decodeBool(d *decoder, p unsafe.Pointer) error {
	kind := d.PeekKind()
	if kind != 't' && kind != 'f' {
		return d.pass("true or false")
	}
	if _, err := d.ReadValue(); err != nil {
		return err
	}
	*(*bool)(p) = kind == 't'
	return nil
}

func encodeBool(e *encoder, p unsafe.Pointer) error {
	e.buffer = strconv.AppendBool(e.buffer, *(*bool)(p))
	return nil
}

func decodeInt(d *decoder, p unsafe.Pointer) error { return d.integer(strconv.IntSize, p) }

func decodeInt64(d *decoder, p unsafe.Pointer) error { return d.integer(64, p) }

// integer reads an int or an int64.
func (d *decoder) integer(bits int, p unsafe.Pointer) error {
	if d.PeekKind() != kindNumber {
		return d.pass("an integer")
	}
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	number, err := strconv.ParseInt(string(raw), 10, bits)
	if err != nil {
		// 1.0 and 1e3 are integers too (JSON Schema Validation, section 6.1.1).
		float, failed := strconv.ParseFloat(string(raw), 64)
		number = int64(float)
		if failed != nil || float64(number) != float || bits == 32 && int64(int32(number)) != number ||
			number > 1<<53 || number < -1<<53 {
			return d.depart("an integer of " + strconv.Itoa(bits) + " bits")
		}
	}
	if bits == strconv.IntSize {
		*(*int)(p) = int(number)
	} else {
		*(*int64)(p) = number
	}
	return nil
}

func encodeInt(e *encoder, p unsafe.Pointer) error {
	e.buffer = strconv.AppendInt(e.buffer, int64(*(*int)(p)), 10)
	return nil
}

func encodeInt64(e *encoder, p unsafe.Pointer) error {
	e.buffer = strconv.AppendInt(e.buffer, *(*int64)(p), 10)
	return nil
}

func decodeFloat(d *decoder, p unsafe.Pointer) error {
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
	*(*float64)(p) = number
	return nil
}

func encodeFloat(e *encoder, p unsafe.Pointer) error {
	number := *(*float64)(p)
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return fmt.Errorf("%v is no number of JSON (RFC 8259, section 6)", number)
	}
	format := byte('f')
	if size := math.Abs(number); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	e.buffer = strconv.AppendFloat(e.buffer, number, format, -1, 64)
	return nil
}

func decodeTime(d *decoder, p unsafe.Pointer) error {
	if d.PeekKind() != kindString {
		return d.pass("a date and time")
	}
	quoted, err := d.ReadValue()
	if err != nil {
		return err
	}
	d.scratch, _ = appendUnquote(d.scratch[:0], quoted)
	// The text is looked at, and not kept unless it is an error.
	t, err := time.Parse(time.RFC3339Nano, unsafe.String(unsafe.SliceData(d.scratch), len(d.scratch)))
	if err != nil {
		return d.depart("a date and time")
	}
	*(*time.Time)(p) = t
	return nil
}

func encodeTime(e *encoder, p unsafe.Pointer) error {
	e.buffer = append(e.buffer, '"')
	e.buffer = (*time.Time)(p).AppendFormat(e.buffer, time.RFC3339Nano)
	e.buffer = append(e.buffer, '"')
	return nil
}

func (c *coder) decodeText(d *decoder, p unsafe.Pointer) error {
	if d.PeekKind() != kindString {
		return d.pass("a string")
	}
	quoted, err := d.ReadValue()
	if err != nil {
		return err
	}
	text, _ := appendUnquote(nil, quoted)
	if reflect.NewAt(c.typ, p).Interface().(encoding.TextUnmarshaler).UnmarshalText(text) != nil {
		return d.depart("a text of the documented format")
	}
	return nil
}

func (c *coder) encodeText(e *encoder, p unsafe.Pointer) error {
	text, err := reflect.NewAt(c.typ, p).Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		return err
	}
	return e.quoted(string(text))
}

func decodeRaw(d *decoder, p unsafe.Pointer) error {
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	*(*json.RawMessage)(p) = json.RawMessage(bytes.Clone(raw))
	return nil
}

func encodeRaw(e *encoder, p unsafe.Pointer) error {
	raw := *(*json.RawMessage)(p)
	if len(raw) == 0 {
		e.text("null")
		return nil
	}
	compact, err := compacted(raw)
	if err != nil {
		return fmt.Errorf("a raw value is not JSON")
	}
	e.buffer = append(e.buffer, compact...)
	return nil
}

func encodeBytes(e *encoder, p unsafe.Pointer) error {
	value := *(*[]byte)(p)
	if value == nil {
		e.text("null")
		return nil
	}
	e.buffer = append(e.buffer, '"')
	e.buffer = base64.StdEncoding.AppendEncode(e.buffer, value)
	e.buffer = append(e.buffer, '"')
	return nil
}

// decodeOther reads what encoding/json reads.
func (c *coder) decodeOther(d *decoder, p unsafe.Pointer) error {
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	if json.Unmarshal(raw, reflect.NewAt(c.typ, p).Interface()) != nil {
		expected := "a value of type " + c.typ.String()
		if c.typ.Kind() == reflect.Slice {
			expected = "bytes in base64"
		}
		return d.depart(expected)
	}
	return nil
}

func (c *coder) encodeOther(e *encoder, p unsafe.Pointer) error {
	v := reflect.NewAt(c.typ, p).Elem()
	if v.Kind() == reflect.Interface {
		if v.IsNil() {
			e.text("null")
			return nil
		}
		return e.value(v.Elem())
	}
	return e.other(v)
}

// other writes what encoding/json writes.
func (e *encoder) other(v reflect.Value) error {
	raw, err := json.Marshal(v.Interface())
	e.buffer = append(e.buffer, raw...)
	return err
}
