package codec

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
)

type leaf struct {
	Name string  `json:"name"`
	Next *leaf   `json:"next,omitzero" null:"true"`
	Size float64 `json:"size,omitzero"`
	Extras
}

func (v leaf) MarshalJSON() ([]byte, error)     { return Marshal(v) }
func (v *leaf) UnmarshalJSON(data []byte) error { return Unmarshal(data, v) }

type choice struct {
	_    OneOf `tag:"kind"`
	Leaf *leaf `tag:"\"leaf\""`
	Text string
	Raw  json.RawMessage `union:"raw"`
}

func TestDriftNamesThePlaceAndNotTheValue(t *testing.T) {
	var found []string
	options := Options{OnDrift: func(drift Drift) { found = append(found, drift.Pointer+": "+drift.Expected) }}
	var value leaf
	if err := UnmarshalWith([]byte(`{"next":{"name":7,"size":"secret"}}`), &value, options); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(found, "; "); got != `/next/name: a string; /next/size: a number; : a member "name"` {
		t.Error(got)
	}
	err := UnmarshalWith([]byte(`{"name":"a","next":{"name":"b","size":"secret"}}`), &value, Options{Strict: true})
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Error(err)
	}
}

func TestWhatIsNoJSONIsAnErrorWithoutTheText(t *testing.T) {
	for _, text := range []string{"", "{", `{"name"`, `{"name":secret}`, `{} {}`, "\x00", `{"name":"a",}`} {
		var value leaf
		err := Unmarshal([]byte(text), &value)
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestATagIsFilledIn(t *testing.T) {
	text, err := Marshal(choice{Leaf: &leaf{Name: "a"}})
	if err != nil || string(text) != `{"name":"a","kind":"leaf"}` {
		t.Error(string(text), err)
	}
}

func TestManyAtOnce(t *testing.T) {
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			var value choice
			if err := Unmarshal([]byte(`{"kind":"leaf","name":"a","next":{"name":"b"}}`), &value); err != nil {
				t.Error(err)
			}
			if _, err := Marshal(value); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

func FuzzWhatIsReadIsWrittenAgain(f *testing.F) {
	for _, text := range []string{`{"name":"a","next":{"name":"b","x":[1,null]},"size":1e3}`, `"text"`, `{"kind":"leaf"}`, `[[]]`, `null`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var value choice
		if Unmarshal(data, &value) != nil {
			return
		}
		text, err := Marshal(value)
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		var again choice
		if err := Unmarshal(text, &again); err != nil {
			t.Fatalf("%q became %q: %v", data, text, err)
		}
	})
}
