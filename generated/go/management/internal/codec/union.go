package codec

import (
	"bytes"
	"reflect"
	"slices"
)

func (c *coder) decodeUnion(d *decoder, v reflect.Value) error {
	c.ready()
	raw, err := d.ReadValue()
	if err != nil {
		return err
	}
	// The text is the reader's, and changes.
	raw = bytes.Clone(raw)
	chosen := c.union.choose(raw)
	if chosen == nil {
		if c.union.raw >= 0 {
			v.Field(c.union.raw).SetBytes(raw)
		}
		return d.report(string(d.StackPointer()), "one of the documented variants")
	}
	inner := &decoder{newTokenReader(bytes.NewBuffer(raw), lenientText...), raw, d.options, false}
	prefix := ""
	if d.options.OnDrift != nil || d.options.Strict {
		prefix = string(d.StackPointer())
		inner.options.OnDrift = func(drift Drift) {
			if d.options.OnDrift != nil {
				d.options.OnDrift(Drift{prefix + drift.Pointer, drift.Expected})
			}
		}
	}
	err = chosen.coder.ready().decode(inner, v.Field(chosen.index))
	if known, ok := err.(*DecodeError); ok {
		return &DecodeError{Pointer: prefix + known.Pointer, Expected: known.Expected, Cause: known.Cause}
	}
	if err == nil && v.Field(chosen.index).IsZero() && c.union.raw >= 0 {
		v.Field(c.union.raw).SetBytes(raw)
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
	probe := decoder{newTokenReader(bytes.NewBuffer(raw), lenientText...), raw, Options{Strict: true}, false}
	return c.decode(&probe, reflect.New(c.typ).Elem()) == nil
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
		case f.constant != nil && !bytes.Equal(value, f.constant):
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

func (c *coder) encodeUnion(e *encoder, v reflect.Value) error {
	c.ready()
	u := c.union
	var set *variant
	var names []string
	for i := range u.variants {
		if !v.Field(u.variants[i].index).IsZero() {
			set = &u.variants[i]
			names = append(names, set.name)
		}
	}
	hasRaw := u.raw >= 0 && v.Field(u.raw).Len() > 0
	if hasRaw {
		names = append(names, c.typ.Field(u.raw).Name)
	}
	if len(names) != 1 {
		return &UnionError{Type: c.typ.Name(), Set: names}
	}
	if hasRaw {
		return encodeRaw(e, v.Field(u.raw))
	}
	if u.tag != "" && len(set.tags) > 0 {
		e.tagged, e.tagName, e.tagValue = true, u.tag, set.tags[0]
	}
	err := set.coder.ready().encode(e, v.Field(set.index))
	e.tagged = false
	return err
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
