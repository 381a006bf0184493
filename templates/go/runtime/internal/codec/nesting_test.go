package codec

import (
	"encoding/json"
	"strings"
	"testing"
)

type both struct {
	Parts []*condition `json:"parts"`
	Kind  string       `json:"kind" const:"\"both\""`
	Extras
}

type either struct {
	Parts []*condition `json:"parts"`
	Kind  string       `json:"kind" const:"\"either\""`
	Extras
}

// condition has no member that tells at once what it is, and contains itself.
type condition struct {
	_      OneOf
	Both   *both
	Either *either
	Raw    json.RawMessage `union:"raw"`
}

func TestAUnionThatContainsItselfIsDoesNotMultiplyTheWork(t *testing.T) {
	const depth = 200
	text := strings.Repeat(`{"parts":[`, depth) + strings.Repeat(`],"kind":"either"}`, depth)
	var value condition
	if err := Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	if value.Either == nil {
		t.Error("not the variant it is")
	}
}
