package codec

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"unsafe"
)

func (c *coder) decodeUnion(d *decoder, p unsafe.Pointer) error {
	c.ready()
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	// The text is the reader's, and changes.
	raw = bytes.Clone(raw)
	chosen := c.union.choose(raw)
	if chosen == nil {
		if field := c.union.rawOf(p); field != nil {
			*field = json.RawMessage(raw)
		}
		return d.report("one of the documented variants")
	}
	inner := newDecoder(raw, d.options)
	inner.memory = d.memory
	prefix := ""
	if d.options.OnDrift != nil || d.options.Strict {
		prefix = string(d.StackPointer())
		inner.options.OnDrift = func(drift Drift) {
			if d.options.OnDrift != nil {
				d.options.OnDrift(Drift{prefix + drift.Pointer, drift.Expected})
			}
		}
	}
	err = chosen.coder.decode(inner, unsafe.Add(p, chosen.offset))
	d.memory = inner.memory
	if known, ok := err.(*DecodeError); ok {
		return &DecodeError{Pointer: prefix + known.Pointer, Expected: known.Expected, Cause: known.Cause}
	}
	if field := c.union.rawOf(p); field != nil && err == nil && chosen.coder.zero(unsafe.Add(p, chosen.offset)) {
		*field = json.RawMessage(raw)
	}
	return err
}

// choose returns the variant that a value is: by the tag, else the first that the value fits.
func (u *union) choose(raw []byte) *variant {
	if found, ok := u.tagged(raw); ok {
		return found
	}
	for i := range u.variants {
		variant := &u.variants[i]
		if variant.coder.fits(raw, 2) && variant.agrees(raw) {
			return variant
		}
	}
	return u.shallow(raw)
}

// tagged returns the variant of the tag, nil for an unknown one; false where there is no tag.
func (u *union) tagged(raw []byte) (*variant, bool) {
	if u.tag == "" || raw[0] != '{' {
		return nil, false
	}
	tag, ok := membersOf(raw)[u.tag]
	for i := range u.variants {
		if ok && slices.Contains(u.variants[i].tags, string(tag)) {
			return &u.variants[i], true
		}
	}
	return nil, ok
}

// shallow returns the first variant whose own members a value has, whatever is in them.
func (u *union) shallow(raw []byte) *variant {
	for i := range u.variants {
		if u.variants[i].coder.fits(raw, 0) && u.variants[i].agrees(raw) {
			return &u.variants[i]
		}
	}
	return nil
}

// agrees says whether the members that tell a variant from others have its values.
func (v *variant) agrees(raw []byte) bool {
	if len(v.only) == 0 || raw[0] != '{' {
		return true
	}
	members := membersOf(raw)
	for _, each := range v.only {
		if value, ok := members[each.name]; ok && !slices.Contains(each.values, string(value)) {
			return false
		}
	}
	return true
}

// membersOf returns the members of an object, by name; nothing for what is none.
func membersOf(raw []byte) map[string][]byte {
	found := map[string][]byte{}
	reader := newTokenReader(bytes.NewBuffer(raw), lenientText...)
	if reader.PeekKind() != kindObject {
		return found
	}
	if _, err := reader.ReadToken(); err != nil {
		return found
	}
	for reader.PeekKind() != '}' {
		token, err := reader.ReadToken()
		if err != nil {
			return found
		}
		name := token.String()
		value, err := reader.ReadValue()
		if err != nil {
			return found
		}
		found[name] = bytes.Clone(value)
	}
	return found
}

// fits says whether a value has the shape of a type, down to a depth of objects.
func (c *coder) fits(raw []byte, depth int) bool {
	c.ready()
	if len(raw) == 0 {
		return false
	}
	kind := raw[0]
	if kind == '-' || (kind >= '0' && kind <= '9') {
		kind = kindNumber
	}
	switch c.typ.Kind() {
	case reflect.Pointer:
		return kind != kindNull && c.elem.fits(raw, depth)
	case reflect.Interface:
		return true
	case reflect.Slice:
		if c.elem.typ.Kind() == reflect.Uint8 {
			return kind == kindString
		}
		return kind == kindArray && c.elementsFit(raw, depth)
	case reflect.Map:
		return kind == kindObject
	case reflect.Struct:
		if c.union != nil {
			// What fits deeply fits shallowly too. To choose here would try each variant at each level: 2, 4, 8 ... times.
			found, ok := c.union.tagged(raw)
			return found != nil || !ok && c.union.shallow(raw) != nil
		}
		if c.structure != nil && !isText(c.typ) {
			return kind == kindObject && c.structure.fits(raw, depth)
		}
	}
	return c.decode(newDecoder(raw, Options{Strict: true}), reflect.New(c.typ).UnsafePointer()) == nil
}

func isText(t reflect.Type) bool { return coderOf(t).structure == nil }

func (c *coder) elementsFit(raw []byte, depth int) bool {
	reader := newTokenReader(bytes.NewBuffer(raw), lenientText...)
	if _, err := reader.ReadToken(); err != nil {
		return false
	}
	for reader.PeekKind() != ']' {
		value, err := reader.ReadValue()
		if err != nil || !c.elem.fits(bytes.Clone(value), depth) {
			return false
		}
	}
	return true
}

func (s *structure) fits(raw []byte, depth int) bool {
	members := membersOf(raw)
	for i := range s.fields {
		f := &s.fields[i]
		value, ok := members[f.name]
		switch {
		case !ok:
			if f.required {
				return false
			}
		case f.constant != "" && string(value) != f.constant:
			return false
		case value[0] == 'n':
			if !f.nullable && f.coder.typ.Kind() != reflect.Interface && depth > 0 {
				return false
			}
		case depth > 0 && !f.coder.fits(value, depth-1):
			return false
		}
	}
	return true
}

func (c *coder) encodeUnion(e *encoder, p unsafe.Pointer) error {
	c.ready()
	u := c.union
	var set *variant
	count := 0
	for i := range u.variants {
		if each := &u.variants[i]; !each.coder.zero(unsafe.Add(p, each.offset)) {
			set = each
			count++
		}
	}
	raw := u.rawOf(p)
	hasRaw := raw != nil && len(*raw) > 0
	if hasRaw {
		count++
	}
	if count != 1 {
		return c.unionError(p)
	}
	if hasRaw {
		return encodeRaw(e, unsafe.Pointer(raw))
	}
	if u.tag != "" && len(set.tags) > 0 {
		e.tagged, e.tagName, e.tagValue = true, u.tag, set.tags[0]
	}
	err := set.coder.encode(e, unsafe.Add(p, set.offset))
	e.tagged = false
	return err
}

// unionError returns the error of a union with nothing, or more than one field, set.
func (c *coder) unionError(p unsafe.Pointer) error {
	var names []string
	for _, each := range c.union.variants {
		if !each.coder.zero(unsafe.Add(p, each.offset)) {
			names = append(names, each.name)
		}
	}
	if raw := c.union.rawOf(p); raw != nil && len(*raw) > 0 {
		names = append(names, c.union.rawName)
	}
	return &UnionError{Type: c.typ.Name(), Set: names}
}

// Value returns the value of the field of a union that is set, nil for none: for a type switch.
func Value(union any) any {
	v := reflect.Indirect(reflect.ValueOf(union))
	for i := 1; i < v.NumField(); i++ {
		if !v.Field(i).IsZero() {
			return v.Field(i).Interface()
		}
	}
	return nil
}
