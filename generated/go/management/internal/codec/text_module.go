//go:build !go1.27

package codec

import "github.com/go-json-experiment/json/jsontext"

type tokenReader = jsontext.Decoder

const (
	kindNull   = 'n'
	kindString = '"'
	kindNumber = '0'
	kindObject = '{'
	kindArray  = '['
)

var (
	newTokenReader = jsontext.NewDecoder
	appendQuote    = jsontext.AppendQuote[string]
	appendUnquote  = jsontext.AppendUnquote[[]byte]
	lenientText    = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}
)

// compacted returns a JSON value without white space, or an error if it is none.
func compacted(raw []byte) ([]byte, error) {
	value := jsontext.Value(raw).Clone()
	err := value.Compact(lenientText...)
	return value, err
}
