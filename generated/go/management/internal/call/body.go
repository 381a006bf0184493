package call

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"reflect"
	"sort"
	"strings"

	"github.com/auth0/go-auth0/management/management/core"
	"github.com/auth0/go-auth0/management/management/internal/codec"
)

func (r *request) setContent(content []byte, contentType string) {
	if r.header.Get("Content-Type") == "" {
		r.header.Set("Content-Type", contentType)
	}
	r.content = func() (io.ReadCloser, int64, error) {
		return io.NopCloser(bytes.NewReader(content)), int64(len(content)), nil
	}
}

// setStream sends bytes or text as they are; what can be rewound can be sent again, anything else is sent as JSON.
func (r *request) setStream(content any, contentType string) error {
	switch value := content.(type) {
	case []byte:
		r.setContent(value, contentType)
		return nil
	case string:
		r.setContent([]byte(value), contentType)
		return nil
	case *string:
		r.setContent([]byte(*value), contentType)
		return nil
	}
	reader, ok := content.(io.Reader)
	if !ok {
		raw, err := codec.Marshal(content)
		if err == nil {
			r.setContent(raw, contentType)
		}
		return err
	}
	if file, ok := reader.(*core.File); ok {
		contentType = or(file.ContentType, contentType)
	}
	from, err := newSource(reader)
	if err != nil {
		return err
	}
	if r.header.Get("Content-Type") == "" {
		r.header.Set("Content-Type", contentType)
	}
	r.replayable = from.replayable()
	r.content = func() (io.ReadCloser, int64, error) {
		if err := from.end(); err != nil {
			return nil, 0, err
		}
		reader, err := from.open()
		return io.NopCloser(reader), -1, err
	}
	return nil
}

func (r *request) setLines(values any, contentType string) error {
	v := reflect.Indirect(reflect.ValueOf(values))
	if v.Kind() != reflect.Slice {
		return fmt.Errorf("a slice of values is needed, not %s", v.Type())
	}
	var content []byte
	for i := range v.Len() {
		if strings.HasSuffix(contentType, "json-seq") {
			content = append(content, 0x1e)
		}
		var err error
		if content, err = codec.Append(content, v.Index(i).Interface()); err != nil {
			return err
		}
		content = append(content, '\n')
	}
	r.setContent(content, contentType)
	return nil
}

// merged puts further properties into a body that is an object.
func merged(content []byte, extra map[string]any) ([]byte, error) {
	if len(extra) == 0 {
		return content, nil
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(content, &members) != nil || members == nil {
		return nil, errors.New("body properties need a body that is an object")
	}
	for name, value := range extra {
		raw, err := codec.Marshal(value)
		if err != nil {
			return nil, err
		}
		members[name] = raw
	}
	return codec.Marshal(members)
}

// wholeBody returns the field of a request that is the whole body.
func wholeBody(fields reflect.Value) (any, bool) {
	for i := range fields.NumField() {
		if _, ok := fields.Type().Field(i).Tag.Lookup("body"); ok {
			return fields.Field(i).Interface(), true
		}
	}
	return nil, false
}

// bodyField returns the name of a property of the body; false for a field that is none.
func bodyField(field reflect.StructField) (string, bool) {
	if field.Anonymous || !field.IsExported() {
		return "", false
	}
	return codec.MemberName(field.Tag)
}

// anyField says whether any property of the body is set.
func anyField(fields reflect.Value) bool {
	for i := range fields.NumField() {
		if _, ok := bodyField(fields.Type().Field(i)); ok && !fields.Field(i).IsZero() {
			return true
		}
	}
	return false
}

// writeFields writes a form or a multipart body.
func (e *Endpoint) writeFields(made *request, settings *Settings, fields reflect.Value) error {
	if fields.Kind() == reflect.Map {
		return e.writeMap(made, settings, fields)
	}
	if e.Body == "form" {
		form := &queryWriter{}
		for i := range fields.NumField() {
			field := fields.Type().Field(i)
			name, ok := bodyField(field)
			if !ok || absent(fields.Field(i)) {
				continue
			}
			p := parameter{name: name, explode: true}
			if text, ok := field.Tag.Lookup("form"); ok {
				p = parse(text)
				p.name = name
			} else if isObject(fields.Field(i)) {
				p.isJSON = true
			}
			if err := writeQuery(form, p, fields.Field(i)); err != nil {
				return err
			}
		}
		return e.finishForm(made, settings, form)
	}
	parts := newParts()
	for i := range fields.NumField() {
		field := fields.Type().Field(i)
		name, ok := bodyField(field)
		if !ok || absent(fields.Field(i)) {
			continue
		}
		if err := parts.add(name, field.Tag.Get("contentType"), fields.Field(i)); err != nil {
			return err
		}
	}
	return parts.finish(made, settings, e.ContentType)
}

func (e *Endpoint) writeMap(made *request, settings *Settings, fields reflect.Value) error {
	names := make([]string, 0, fields.Len())
	for _, key := range fields.MapKeys() {
		names = append(names, key.String())
	}
	sort.Strings(names)
	form, parts := &queryWriter{}, newParts()
	for _, name := range names {
		value := fields.MapIndex(reflect.ValueOf(name).Convert(fields.Type().Key()))
		var err error
		if e.Body == "form" {
			err = writeQuery(form, parameter{name: name, explode: true, isJSON: isObject(value)}, value)
		} else {
			err = parts.add(name, "", value)
		}
		if err != nil {
			return err
		}
	}
	if e.Body == "form" {
		return e.finishForm(made, settings, form)
	}
	return parts.finish(made, settings, e.ContentType)
}

func (e *Endpoint) finishForm(made *request, settings *Settings, form *queryWriter) error {
	for name, value := range settings.Body {
		if err := writeQuery(form, parameter{name: name, explode: true}, reflect.ValueOf(value)); err != nil {
			return err
		}
	}
	made.setContent([]byte(form.String()), or(e.ContentType, "application/x-www-form-urlencoded"))
	return nil
}

// parts gathers the parts of a multipart body (RFC 7578); files are read when the body is sent.
type parts struct {
	all        []part
	replayable bool
}

type part struct {
	header textproto.MIMEHeader
	text   []byte
	file   *source
}

func newParts() *parts { return &parts{replayable: true} }

func (p *parts) add(name, contentType string, v reflect.Value) error {
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8 {
		for i := range v.Len() {
			if err := p.add(name, contentType, v.Index(i)); err != nil {
				return err
			}
		}
		return nil
	}
	if absent(v) {
		return nil
	}
	if reader, ok := v.Interface().(io.Reader); ok {
		return p.addFile(name, contentType, reader)
	}
	object := isObject(v)
	var content []byte
	var err error
	if object || strings.Contains(contentType, "json") {
		content, err = codec.Marshal(v.Interface())
		contentType = or(contentType, "application/json")
	} else if v.Kind() == reflect.Slice {
		content = v.Bytes()
	} else {
		var one string
		one, err = text(v)
		content = []byte(one)
	}
	p.all = append(p.all, part{header: partHeader(name, "", contentType), text: content})
	return err
}

func (p *parts) addFile(name, contentType string, reader io.Reader) error {
	from, err := newSource(reader)
	if err != nil {
		return fmt.Errorf("the part %q: %w", name, err)
	}
	for _, each := range p.all {
		if each.file != nil && !from.replayable() && each.file.is(from) {
			return fmt.Errorf("the part %q: %w", name, errReader)
		}
	}
	fileName := name
	if file, ok := reader.(*core.File); ok {
		fileName, contentType = or(file.Name, name), or(file.ContentType, contentType)
	}
	p.replayable = p.replayable && from.replayable()
	header := partHeader(name, fileName, or(contentType, "application/octet-stream"))
	p.all = append(p.all, part{header: header, file: from})
	return nil
}

func partHeader(name, fileName, contentType string) textproto.MIMEHeader {
	escaped := strings.NewReplacer("\"", "%22", "\r", "%0D", "\n", "%0A")
	disposition := `form-data; name="` + escaped.Replace(name) + `"`
	if fileName != "" {
		disposition += `; filename="` + escaped.Replace(fileName) + `"`
	}
	header := textproto.MIMEHeader{"Content-Disposition": {disposition}}
	if contentType != "" {
		header.Set("Content-Type", contentType)
	}
	return header
}

func (p *parts) finish(made *request, settings *Settings, contentType string) error {
	for name, value := range settings.Body {
		if err := p.add(name, "", reflect.ValueOf(value)); err != nil {
			return err
		}
	}
	boundary := multipart.NewWriter(io.Discard).Boundary()
	contentType = or(contentType, "multipart/form-data")
	if kind, _, err := mime.ParseMediaType(contentType); err == nil && !strings.Contains(kind, "*") {
		contentType = kind
	} else {
		contentType = "multipart/form-data"
	}
	made.header.Set("Content-Type", contentType+"; boundary="+boundary)
	made.replayable = p.replayable
	made.content = func() (io.ReadCloser, int64, error) {
		for _, each := range p.all {
			if each.file != nil {
				if err := each.file.end(); err != nil {
					return nil, 0, err
				}
			}
		}
		reader, writer := io.Pipe()
		go func() { _ = writer.CloseWithError(p.write(writer, boundary)) }()
		return reader, -1, nil
	}
	return nil
}

func (p *parts) write(to io.Writer, boundary string) error {
	writer := multipart.NewWriter(to)
	if err := writer.SetBoundary(boundary); err != nil {
		return err
	}
	for _, each := range p.all {
		out, err := writer.CreatePart(each.header)
		if err != nil {
			return err
		}
		if each.file != nil {
			var content io.Reader
			if content, err = each.file.open(); err == nil {
				_, err = io.Copy(out, content)
			}
		} else {
			_, err = out.Write(each.text)
		}
		if err != nil {
			return err
		}
	}
	return writer.Close()
}
