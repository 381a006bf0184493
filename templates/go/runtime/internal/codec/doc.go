// Package codec converts between Go values and JSON.
//
// It knows the structs of this library by their field tags, and does in one pass what a struct alone can't: members that no
// field has are kept and written again, and so is a null where the field is nil.
package codec
