"""Types of generated Go: what they hold, and what JSON they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.functional.support import Spec
from tests.go.support import complaints, make_module, run_program

SHOP = Spec("""
schemas:
  Item:
    type: object
    description: A thing to buy.
    required: [id, price, kind]
    properties:
      id: {type: string, readOnly: true}
      price: {type: number, minimum: 0}
      kind: {type: string, enum: [book, record]}
      label: {type: [string, "null"]}
      tags: {type: array, items: {type: string}}
      since: {type: string, format: date}
      at: {type: string, format: date-time}
      api_secret: {type: string}
      parent: {$ref: "#/components/schemas/Item"}
      extra: {}
      sizes: {type: object, additionalProperties: {type: integer}}
      "odd,name": {type: string}
      type: {type: string, enum: [item]}
  Cat: {type: object, required: [pet], properties: {pet: {type: string}, lives: {type: integer}}}
  Dog: {type: object, required: [pet], properties: {pet: {type: string}, tricks: {type: array, items: {type: string}}}}
  Pet:
    oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
    discriminator: {propertyName: pet, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
  Amount: {oneOf: [{type: string}, {type: integer}, {type: array, items: {type: string}}]}
  Address: {type: string, oneOf: [{type: string, format: ipv4}, {type: string, format: ipv6}]}
  Nested: {type: array, items: {$ref: "#/components/schemas/Nested"}}
  Base: {type: object, properties: {base: {type: string}}}
  Derived: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {own: {type: integer, format: int64}}}]}
""")


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_module(SHOP, tmp_path_factory.mktemp("types"))


def test_it_is_as_gofmt_and_vet_want_it(module: Path) -> None:
    assert complaints(module) == ""


@pytest.mark.parametrize(
    ("statements", "printed"),
    [
        ('show(shop.Item{Price: 1.5, Kind: shop.ItemKindBook})', '{"price":1.5,"kind":"book"}'),
        ('show(shop.Item{Label: shop.Null[string](), Tags: []string{}})', '{"price":0,"kind":"","label":null,"tags":[]}'),
        ('show(shop.Item{Tags: shop.NullSlice[string](), Sizes: shop.NullMap[int]()})', '{"price":0,"kind":"","tags":null,"sizes":null}'),
        ('show(shop.Item{Tags: append(shop.NullSlice[string](), "a"), Extra: 1, OddName: shop.String("o")})',
         '{"price":0,"kind":"","tags":["a"],"extra":1,"odd,name":"o"}'),
        ('show(shop.Item{Since: &core.Date{Year: 2026, Month: 2, Day: 3}, At: shop.Time(time.Date(2026, 2, 3, 4, 5, 6, 0, time.UTC))})',
         '{"price":0,"kind":"","since":"2026-02-03","at":"2026-02-03T04:05:06Z"}'),
        ('show(shop.Item{Kind: "poster", Type: shop.ItemTypeItem.Ptr()})', '{"price":0,"kind":"poster","type":"item"}'),
        ('show(shop.Derived{Base: shop.String("b"), Own: shop.Int64(1)})', '{"base":"b","own":1}'),
        ('show(shop.Pet{Cat: &shop.Cat{Lives: shop.Int(9)}})', '{"pet":"cat","lives":9}'),
        ('show(shop.Amount{String: "a"}, shop.Amount{Int: shop.Int(0)}, shop.Amount{StringList: []string{"b"}})', '"a"\n0\n["b"]'),
        ('show(shop.Amount{Raw: json.RawMessage(`{"new": 1}`)})', '{"new":1}'),
        ('var address shop.Address = "192.0.2.1"\nshow(address, shop.Nested{{}, {{}}})', '"192.0.2.1"\n[[],[[]]]'),
        ('fmt.Println(shop.Item{ApiSecret: shop.String("s3cret"), Kind: "book"})', '{"price":0,"kind":"book","api_secret":"***"}'),
    ],
)  # fmt: skip
def test_a_literal_is_written(module: Path, statements: str, printed: str) -> None:
    assert run_program(module, SHOW + statements) == f"{printed}\n"


SHOW = """
	show := func(values ...any) {
		for _, value := range values {
			text, err := json.Marshal(value)
			if err != nil {
				fmt.Println("error:", err)
				continue
			}
			fmt.Println(string(text))
		}
	}
	_ = show
"""
AGAIN = SHOW + """
	again := func(into any, text string) {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			fmt.Println("error:", err)
			return
		}
		show(into)
	}
"""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "Item",
            '{"id":"1","price":2,"kind":"book","label":null,"new":{"deep":[1,2.50,12345678901234567890]},"other":null}',
        ),
        (
            "Item",
            '{"id":"1","price":"two","kind":3,"tags":"none","parent":{"id":"2","price":1,"kind":"record","sizes":{"s":1}}}',
        ),
        ("Item", '{"price":1,"kind":"book","extra":null,"since":"soon","at":"later","odd,name":"x"}'),
        ("Item", "{}"),
        ("Pet", '{"pet":"dog","tricks":["sit"],"colour":"brown"}'),
        ("Pet", '{"pet":"fish","fins":2}'),
        ("Amount", '""'),
        ("Amount", "7"),
        ("Amount", "[]"),
        ("Amount", '{"currency":"EUR"}'),
        ("Nested", "[[],[[[]]]]"),
        ("Derived", '{"base":"b","own":9007199254740993,"new":true}'),
    ],
)
def test_what_comes_goes_back_as_it_was(module: Path, kind: str, text: str) -> None:
    printed = run_program(module, f"{AGAIN}\tagain(new(shop.{kind}), `{text}`)")
    assert sorted_members(printed) == sorted_members(text)


def sorted_members(text: str) -> object:
    import json

    # Numbers are compared as they stand.
    return json.loads(text, parse_float=str, parse_int=str)


def test_a_union_tells_what_it_holds(module: Path) -> None:
    program = """
	var pet shop.Pet
	_ = json.Unmarshal([]byte(`{"pet":"cat","lives":7}`), &pet)
	switch value := pet.Value().(type) {
	case *shop.Cat:
		fmt.Println("a cat with", *value.Lives, "lives")
	default:
		fmt.Println("something else")
	}
	_, err := json.Marshal(shop.Pet{})
	fmt.Println(err)
	_, err = json.Marshal(shop.Pet{Cat: &shop.Cat{}, Dog: &shop.Dog{}})
	var unclear *core.UnionError
	fmt.Println(errors.As(err, &unclear), unclear.Set)
"""
    assert run_program(module, program).splitlines() == [
        "a cat with 7 lives",
        "json: error calling MarshalJSON for type shop.Pet: Pet: none of its fields is set; exactly one must be",
        "true [Cat Dog]",
    ]


def test_unknown_members_can_be_read_and_set(module: Path) -> None:
    program = """
	var item shop.Item
	_ = json.Unmarshal([]byte(`{"id":"1","price":1,"kind":"book","new":[1]}`), &item)
	fmt.Println(item.ExtraProperties())
	_ = item.SetExtraProperty("new", true)
	fmt.Println(item.String())
"""
    assert run_program(module, program).splitlines() == [
        "map[new:[1]]",
        '{"id":"1","price":1,"kind":"book","new":true}',
    ]
