package core

import "sdksmith.invalid/runtime/internal/codec"

// Date is a day without a time: "2006-01-02" in JSON.
type Date = codec.Date

// Extras is embedded in structs, and keeps the members of a JSON object that no field has.
type Extras = codec.Extras

// OneOf marks a struct as a union: exactly one of its fields is set.
type OneOf = codec.OneOf

// Drift is a place where a response departs from the description of the API.
type Drift = codec.Drift

// DecodeError says where a response departs from its type. It never holds the value.
type DecodeError = codec.DecodeError

// UnionError says that a union holds no value, or more than one.
type UnionError = codec.UnionError
