package call

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/auth0/go-auth0/management/management/internal/codec"
)

// queryWriter gathers query parameters; names and values come percent-encoded.
type queryWriter struct{ text strings.Builder }

func (q *queryWriter) add(name, encoded string) {
	if q.text.Len() > 0 {
		q.text.WriteByte('&')
	}
	q.text.WriteString(escape(name))
	q.text.WriteByte('=')
	q.text.WriteString(encoded)
}

func (q *queryWriter) String() string { return q.text.String() }

const upperHex = "0123456789ABCDEF"

// escape percent-encodes everything but unreserved characters (RFC 3986, section 2.3).
func escape(text string) string { return escapeBut(text, "") }

// escapeReserved keeps reserved characters, but for those that would end the query or begin another parameter.
func escapeReserved(text string) string { return escapeBut(text, ":/?@!$'()*,;=%") }

func escapeBut(text, kept string) string {
	var out strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~", c) >= 0,
			strings.IndexByte(kept, c) >= 0:
			out.WriteByte(c)
		default:
			out.WriteByte('%')
			out.WriteByte(upperHex[c>>4])
			out.WriteByte(upperHex[c&15])
		}
	}
	return out.String()
}

// parameter is what the tag of a field says of a parameter.
type parameter struct {
	name          string
	style         string
	explode       bool
	allowReserved bool
	isJSON        bool
	fallback      string
}

// parse reads a tag: a name, quoted where it has a comma, and options behind it.
func parse(tag string) parameter {
	found := parameter{explode: true}
	rest := ""
	if prefix, err := strconv.QuotedPrefix(tag); err == nil {
		found.name, _ = strconv.Unquote(prefix)
		rest = tag[len(prefix):]
	} else {
		found.name, rest, _ = strings.Cut(tag, ",")
	}
	for option := range strings.SplitSeq(rest, ",") {
		switch {
		case option == "flat":
			found.explode = false
		case option == "explode":
			found.explode = true
		case option == "reserved":
			found.allowReserved = true
		case option == "json":
			found.isJSON = true
		case strings.HasPrefix(option, "default="):
			found.fallback = strings.TrimPrefix(option, "default=")
		case option != "":
			found.style = option
		}
	}
	return found
}

// writeParameters writes the fields of a request that are parameters.
func writeParameters(fields reflect.Value, query *queryWriter, header http.Header) error {
	var cookies []string
	for i := range fields.NumField() {
		tag := fields.Type().Field(i).Tag
		value := fields.Field(i)
		if text, ok := tag.Lookup("query"); ok {
			if err := writeQuery(query, parse(text), value); err != nil {
				return err
			}
		} else if text, ok := tag.Lookup("header"); ok {
			if err := writeHeader(header, parse(text), value); err != nil {
				return err
			}
		} else if text, ok := tag.Lookup("cookie"); ok {
			pairs, err := cookiePairs(parse(text), value)
			if err != nil {
				return err
			}
			cookies = append(cookies, pairs...)
		}
	}
	if len(cookies) > 0 {
		header.Set("Cookie", strings.Join(cookies, "; "))
	}
	return nil
}

// absent says whether a value is left out: nil, or the null that a parameter can't be.
func absent(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return v.IsNil()
	case reflect.Slice, reflect.Map:
		return v.IsNil()
	}
	return !v.IsValid()
}

func indirect(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v
		}
		if v.Kind() == reflect.Pointer && isFormatted(v.Type()) {
			return v
		}
		v = v.Elem()
	}
	return v
}

func isFormatted(t reflect.Type) bool {
	return t.Kind() != reflect.Pointer && (t == reflect.TypeFor[time.Time]() || t.Implements(reflect.TypeFor[encoding.TextMarshaler]()))
}

// isObject says whether a value has properties.
func isObject(v reflect.Value) bool {
	v = indirect(v)
	if v.Kind() == reflect.Struct && !isFormatted(v.Type()) {
		raw, err := codec.Marshal(v.Interface())
		return err == nil && len(raw) > 0 && raw[0] == '{'
	}
	return v.Kind() == reflect.Map
}

// properties returns the members of an object in the order in which they are written.
func properties(v reflect.Value) ([]property, error) {
	raw, err := codec.Marshal(indirect(v).Interface())
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(strings.NewReader(string(raw)))
	decoder.UseNumber()
	if _, err := decoder.Token(); err != nil {
		return nil, err
	}
	var found []property
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		var value any
		if err := decoder.Decode(&value); err != nil {
			return nil, err
		}
		if value != nil {
			found = append(found, property{name.(string), reflect.ValueOf(value)})
		}
	}
	return found, nil
}

type property struct {
	name  string
	value reflect.Value
}

// text writes one value; objects as JSON.
func text(v reflect.Value) (string, error) {
	v = indirect(v)
	if !v.IsValid() {
		return "null", nil
	}
	switch value := v.Interface().(type) {
	case time.Time:
		return value.UTC().Format(time.RFC3339Nano), nil
	case json.Number:
		return value.String(), nil
	case encoding.TextMarshaler:
		out, err := value.MarshalText()
		return string(out), err
	}
	switch v.Kind() {
	case reflect.String:
		return v.String(), nil
	case reflect.Bool:
		return strconv.FormatBool(v.Bool()), nil
	case reflect.Float64, reflect.Float32:
		if math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0) {
			return "", errors.New("no API has a text for NaN or an infinity")
		}
	case reflect.Pointer, reflect.Interface:
		return "null", nil
	}
	raw, err := codec.Marshal(v.Interface())
	if err != nil {
		return "", err
	}
	if len(raw) > 0 && raw[0] == '"' {
		var value string
		err = json.Unmarshal(raw, &value)
		return value, err
	}
	return string(raw), nil
}

// entries returns the texts of a list; of an object key, value, key and so on.
func entries(v reflect.Value) ([]string, error) {
	if isObject(v) {
		members, err := properties(v)
		var found []string
		for _, each := range members {
			value, failed := text(each.value)
			if failed != nil {
				return nil, failed
			}
			found = append(found, each.name, value)
		}
		return found, err
	}
	v = indirect(v)
	if v.Kind() != reflect.Slice {
		one, err := text(v)
		return []string{one}, err
	}
	found := make([]string, 0, v.Len())
	for i := range v.Len() {
		if absent(v.Index(i)) {
			continue
		}
		one, err := text(v.Index(i))
		if err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	return found, nil
}

func joined(texts []string, delimiter string, encode func(string) string) string {
	parts := make([]string, len(texts))
	for i, each := range texts {
		parts[i] = encode(each)
	}
	return strings.Join(parts, delimiter)
}

func writeQuery(query *queryWriter, p parameter, v reflect.Value) error {
	if absent(v) {
		if p.fallback != "" {
			query.add(p.name, escape(p.fallback))
		}
		return nil
	}
	encode := escape
	if p.allowReserved {
		encode = escapeReserved
	}
	fail := func(err error) error { return fmt.Errorf("the parameter %q: %w", p.name, err) }
	if p.isJSON {
		raw, err := codec.Marshal(v.Interface())
		if err != nil {
			return fail(err)
		}
		query.add(p.name, escape(string(raw)))
		return nil
	}
	if p.style == "deepObject" {
		return deepObject(query, p.name, v, encode)
	}
	delimiter := map[string]string{"spaceDelimited": "%20", "pipeDelimited": "%7C"}[p.style]
	if !p.explode || delimiter != "" {
		if delimiter == "" {
			delimiter = ","
		}
		if p.explode {
			delimiter = ""
		}
	}
	if delimiter != "" {
		texts, err := entries(v)
		if err != nil {
			return fail(err)
		}
		if len(texts) > 0 {
			query.add(p.name, joined(texts, delimiter, encode))
		}
		return nil
	}
	if isObject(v) {
		members, err := properties(v)
		if err != nil {
			return fail(err)
		}
		for _, each := range members {
			if err := writeQuery(query, parameter{name: each.name, explode: true, allowReserved: p.allowReserved}, each.value); err != nil {
				return err
			}
		}
		return nil
	}
	texts, err := entries(v)
	if err != nil {
		return fail(err)
	}
	for _, each := range texts {
		query.add(p.name, encode(each))
	}
	return nil
}

// deepObject writes name[property] for each property, and goes on in the same way inside.
func deepObject(query *queryWriter, name string, v reflect.Value, encode func(string) string) error {
	v = indirect(v)
	if isObject(v) {
		members, err := properties(v)
		for _, each := range members {
			if err := deepObject(query, name+"["+each.name+"]", each.value, encode); err != nil {
				return err
			}
		}
		return err
	}
	if v.Kind() == reflect.Slice {
		levels := false
		for i := range v.Len() {
			levels = levels || isObject(v.Index(i)) || indirect(v.Index(i)).Kind() == reflect.Slice
		}
		for i := range v.Len() {
			place := name + "[]"
			if levels {
				place = name + "[" + strconv.Itoa(i) + "]"
			}
			if err := deepObject(query, place, v.Index(i), encode); err != nil {
				return err
			}
		}
		return nil
	}
	one, err := text(v)
	if err != nil {
		return fmt.Errorf("the parameter %q: %w", name, err)
	}
	query.add(name, encode(one))
	return nil
}

func writeHeader(header http.Header, p parameter, v reflect.Value) error {
	if absent(v) {
		return nil
	}
	var value string
	var err error
	switch {
	case p.isJSON:
		var raw []byte
		raw, err = codec.Marshal(v.Interface())
		value = strings.Trim(strconv.QuoteToASCII(string(raw)), `"`)
		value = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(value)
	case p.explode && isObject(v):
		var members []property
		members, err = properties(v)
		parts := make([]string, 0, len(members))
		for _, each := range members {
			one, failed := text(each.value)
			if failed != nil {
				err = failed
			}
			parts = append(parts, each.name+"="+one)
		}
		value = strings.Join(parts, ",")
	default:
		var texts []string
		texts, err = entries(v)
		value = strings.Join(texts, ",")
	}
	if err != nil {
		return fmt.Errorf("the header %q: %w", p.name, err)
	}
	value = strings.Trim(value, " \t")
	for i := range len(value) {
		// RFC 9110, section 5.5; the value may be a token, and stays out of the message.
		if c := value[i]; (c < ' ' && c != '\t') || c > '~' {
			return fmt.Errorf("the value of the header %q has a line break, another control character, or one outside ASCII", p.name)
		}
	}
	header.Set(p.name, value)
	return nil
}

// cookieOctets are those of RFC 6265, section 4.1.1, beside letters and digits, but for %.
const cookieOctets = "!#$&()*+-./:<=>?@[]^_`{|}~'"

func cookiePairs(p parameter, v reflect.Value) ([]string, error) {
	if absent(v) {
		return nil, nil
	}
	encode := func(text string) string { return escapeBut(text, cookieOctets) }
	if p.style == "cookie" {
		encode = func(text string) string { return text }
	}
	if isObject(v) && p.explode {
		members, err := properties(v)
		var pairs []string
		for _, each := range members {
			one, failed := text(each.value)
			if failed != nil {
				return nil, failed
			}
			pairs = append(pairs, each.name+"="+encode(one))
		}
		return pairs, err
	}
	texts, err := entries(v)
	if err != nil {
		return nil, fmt.Errorf("the cookie %q: %w", p.name, err)
	}
	if !p.explode {
		texts = []string{joined(texts, ",", escape)}
		encode = func(text string) string { return text }
	}
	var pairs []string
	for _, each := range texts {
		pairs = append(pairs, p.name+"="+encode(each))
	}
	return pairs, nil
}

// pathValue writes a path parameter so that it stays one segment.
func pathValue(name, tag string, v reflect.Value) (string, error) {
	p := parse("," + tag)
	if tag == "" || !strings.Contains(tag, "explode") {
		p.explode = false
	}
	if !v.IsValid() || absent(v) {
		return "", fmt.Errorf("the path parameter %q is nil", name)
	}
	object := isObject(v)
	texts, err := entries(v)
	if err != nil {
		return "", fmt.Errorf("the path parameter %q: %w", name, err)
	}
	pairs := func(delimiter string) string {
		var parts []string
		for i := 0; i+1 < len(texts); i += 2 {
			parts = append(parts, escape(texts[i])+"="+escape(texts[i+1]))
		}
		return strings.Join(parts, delimiter)
	}
	var out string
	switch strings.Split(tag, ",")[0] {
	case "label":
		switch {
		case p.explode && object:
			out = "." + pairs(".")
		case p.explode:
			out = "." + joined(texts, ".", escape)
		default:
			out = "." + joined(texts, ",", escape)
		}
	case "matrix":
		switch {
		case p.explode && object:
			out = ";" + pairs(";")
		case p.explode:
			for _, each := range texts {
				out += matrixPair(name, escape(each))
			}
		default:
			out = matrixPair(name, joined(texts, ",", escape))
		}
	default:
		if p.explode && object {
			out = pairs(",")
		} else {
			out = joined(texts, ",", escape)
		}
	}
	switch out {
	case "":
		return "", fmt.Errorf("the path parameter %q is empty", name)
	case ".", "..":
		// RFC 3986, section 5.2.4, would take these away.
		out = strings.ReplaceAll(out, ".", "%2E")
	}
	return out, nil
}

func matrixPair(name, value string) string {
	if value == "" {
		return ";" + escape(name)
	}
	return ";" + escape(name) + "=" + value
}
