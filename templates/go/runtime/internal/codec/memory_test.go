package codec

import (
	"encoding/json"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
)

// Each kind of value, required and behind a pointer.
type kinds struct {
	Text    string             `json:"text"`
	Flag    bool               `json:"flag"`
	Count   int                `json:"count"`
	Big     int64              `json:"big"`
	Size    float64            `json:"size"`
	When    time.Time          `json:"when"`
	Day     Date               `json:"day"`
	Bytes   []byte             `json:"bytes"`
	Any     any                `json:"any"`
	Texts   []string           `json:"texts"`
	Sizes   map[string]float64 `json:"sizes"`
	TextP   *string            `json:"text_p,omitzero"`
	FlagP   *bool              `json:"flag_p,omitzero"`
	CountP  *int               `json:"count_p,omitzero"`
	BigP    *int64             `json:"big_p,omitzero"`
	SizeP   *float64           `json:"size_p,omitzero"`
	WhenP   *time.Time         `json:"when_p,omitzero"`
	DayP    *Date              `json:"day_p,omitzero"`
	Inner   *kinds             `json:"inner,omitzero"`
	Inners  []*kinds           `json:"inners,omitzero"`
	Matrix  [][]int            `json:"matrix,omitzero"`
	ByName  map[string]*kinds  `json:"by_name,omitzero"`
	Raw     json.RawMessage    `json:"raw,omitzero"`
	Missing *string            `json:"missing,omitzero"`
}

func sample(number, depth int) kinds {
	text := fmt.Sprintf("text %d é \"quoted\" \\ <&> \u2028", number)
	flag, count, big, size := number%2 == 0, number, int64(number)<<40, float64(number)/3
	when, day := time.Date(2026, 1, 2, 3, 4, 5, number, time.UTC), Date{2026, 2, 1 + number%28}
	value := kinds{
		Text: strings.Repeat(text, number%4), Flag: !flag, Count: -count, Big: -big, Size: size * 1e30, When: when, Day: day,
		Bytes: []byte{byte(number), 255}, Any: []any{"a", 1.5, nil, map[string]any{"b": true}}, Sizes: map[string]float64{text: size},
		TextP: &text, FlagP: &flag, CountP: &count, BigP: &big, SizeP: &size, WhenP: &when, DayP: &day, Raw: json.RawMessage(`{"a":[1]}`),
	}
	for i := range number % 11 {
		value.Texts = append(value.Texts, fmt.Sprint("item ", i))
		value.Matrix = append(value.Matrix, make([]int, i))
	}
	if value.Texts == nil {
		value.Texts = []string{}
	}
	if depth > 0 {
		inner := sample(number+1, depth-1)
		value.Inner = &inner
		for i := range 6 {
			item := sample(number+i, depth-1)
			value.Inners = append(value.Inners, &item)
		}
		value.ByName = map[string]*kinds{"b": &inner, "a": value.Inners[0]}
	}
	return value
}

func TestAllKindsAreReadAsEncodingJSONReadsThem(t *testing.T) {
	for number := range 40 {
		text, err := json.Marshal(sample(number, 2))
		if err != nil {
			t.Fatal(err)
		}
		var ours, theirs kinds
		if err := Unmarshal(text, &ours); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &theirs); err != nil {
			t.Fatal(err)
		}
		// What was given out must not depend on the input, nor be given out once more.
		clear(text)
		runtime.GC()
		if !reflect.DeepEqual(ours, theirs) {
			t.Fatalf("%d: %+v\nis not\n%+v", number, ours, theirs)
		}
	}
}

func TestAllKindsAreWrittenAsTheyAreRead(t *testing.T) {
	var written [][]byte
	for number := range 40 {
		value := sample(number, 1)
		text, err := Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		written = append(written, text)
	}
	for number, text := range written {
		// Later values must not have been written over earlier ones.
		var again kinds
		if err := json.Unmarshal(text, &again); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if want := sample(number, 1); !reflect.DeepEqual(again, want) {
			t.Fatalf("%d: %+v\nis not\n%+v", number, again, want)
		}
	}
}

func TestWhatIsSetInOneValueShowsInNoOther(t *testing.T) {
	type item struct {
		A *string `json:"a"`
		B *string `json:"b"`
		N *int    `json:"n"`
		M *bool   `json:"m"`
	}
	var items []*item
	text := "[" + strings.Repeat(`{"a":"first","b":"second","n":7,"m":true},`, 99) + `{"a":"first","b":"second","n":7,"m":true}]`
	if err := Unmarshal([]byte(text), &items); err != nil {
		t.Fatal(err)
	}
	for i, each := range items {
		*each.A, *each.N, *each.M = fmt.Sprint("changed ", i), -i, false
	}
	for i, each := range items {
		if *each.A != fmt.Sprint("changed ", i) || *each.B != "second" || *each.N != -i || *each.M {
			t.Fatalf("%d: %q %q %d %v", i, *each.A, *each.B, *each.N, *each.M)
		}
	}
}

func TestWhatIsAppendedToOneSliceShowsInNoOther(t *testing.T) {
	var lists [][]string
	if err := Unmarshal([]byte(`[["a"],["b"],[],["c","d","e","f","g"]]`), &lists); err != nil {
		t.Fatal(err)
	}
	for i := range lists {
		_ = append(lists[i], "new")
	}
	if got := fmt.Sprint(lists); got != "[[a] [b] [] [c d e f g]]" || lists[2] == nil {
		t.Error(got)
	}
}

func TestScalarsShareTheirMemory(t *testing.T) {
	type scalars struct {
		A *string `json:"a"`
		B *string `json:"b"`
		C *int    `json:"c"`
		D *bool   `json:"d"`
	}
	text := []byte("[" + strings.Repeat(`{"a":"first","b":"second","c":7,"d":true},`, 99) + `{}]`)
	ours := testing.AllocsPerRun(10, func() {
		var values []scalars
		_ = Unmarshal(text, &values)
	})
	theirs := testing.AllocsPerRun(10, func() {
		var values []scalars
		_ = json.Unmarshal(text, &values)
	})
	if ours > theirs/4 {
		t.Errorf("%v allocations, beside %v of encoding/json", ours, theirs)
	}
}
