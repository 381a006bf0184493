package codec

import "fmt"

// DecodeError says where a JSON value departs from its type. It never holds the value.
type DecodeError struct {
	// Pointer is the place in the document (RFC 6901).
	Pointer string
	// Expected says what should be there.
	Expected string
	// Cause is set where the text is no JSON.
	Cause error
}

func (e *DecodeError) Error() string {
	if e.Cause != nil {
		return fmt.Sprintf("not JSON at %q: %v", e.Pointer, e.Cause)
	}
	return fmt.Sprintf("expected %s at %q", e.Expected, e.Pointer)
}

// Unwrap returns the cause.
func (e *DecodeError) Unwrap() error { return e.Cause }

// UnionError says that a union holds no value, or more than one.
type UnionError struct {
	// Type is the name of the union.
	Type string
	// Set has the names of the fields that are set.
	Set []string
}

func (e *UnionError) Error() string {
	if len(e.Set) == 0 {
		return fmt.Sprintf("%s: none of its fields is set; exactly one must be", e.Type)
	}
	return fmt.Sprintf("%s: %v are set; exactly one must be", e.Type, e.Set)
}

// Drift is a place where a response departs from the description of the API.
type Drift struct {
	// Pointer is the place in the response (RFC 6901).
	Pointer string
	// Expected says what the description has there.
	Expected string
}
