package codec

import (
	"reflect"
	"sync"
	"unsafe"
)

var nulls sync.Map // reflect.Type -> reflect.Value of a pointer to it

func nullPointer(of reflect.Type) reflect.Value {
	if known, ok := nulls.Load(of); ok {
		return known.(reflect.Value)
	}
	known, _ := nulls.LoadOrStore(of, reflect.New(of))
	return known.(reflect.Value)
}

// Null returns the pointer that is written as null. What it points to is nobody's to change.
func Null[T any]() *T {
	return nullPointer(reflect.TypeFor[T]()).Interface().(*T)
}

// NullSlice returns the empty slice that is written as null.
func NullSlice[T any]() []T {
	// Without capacity, so that what is appended gets memory of its own.
	return unsafe.Slice(Null[T](), 1)[:0:0]
}

// NullMap returns a map that is written as null as long as nothing else is put into it.
func NullMap[T any]() map[string]T {
	var zero T
	return map[string]T{nullKey: zero}
}

// nullKey is no text that a document or a caller would have for a key.
const nullKey = "\x00null\x00"
